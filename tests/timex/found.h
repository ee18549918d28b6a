/* What is found in a text, for a test. */
#ifndef TESTS_TIMEX_FOUND_H
#define TESTS_TIMEX_FOUND_H

#include "timex/timex.h"

struct found {
    struct arena arena; /* owns all of it; to be released */
    struct text text;
    struct timex_list list;
};

/* Finds the time expressions of the English text, published at that ISO 8601 day or instant, in the language
 * with that BCP 47 tag; NULL: not told.  Fails the test when it cannot. */
void found_in(struct found *found, const char *published, const char *language, const char *text);

#endif
