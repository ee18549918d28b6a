/* What the rule compiler makes beside the tables of each language. */
#ifndef LANG_LANGUAGES_H
#define LANG_LANGUAGES_H

#include "lang/lang.h"

extern const struct lang *const languages[]; /* ends with NULL */
extern const char languages_version[17];

#endif
