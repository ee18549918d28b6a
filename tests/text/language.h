/* The language of these tests; its files lie in xx/. */
#ifndef TESTS_TEXT_LANGUAGE_H
#define TESTS_TEXT_LANGUAGE_H

#include "text/match.h"

extern const struct lang lang_xx;

#endif
