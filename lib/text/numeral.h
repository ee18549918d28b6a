/* Numerals: numbers that take several tokens to say. */
#ifndef TEXT_NUMERAL_H
#define TEXT_NUMERAL_H

#include "text/match.h"

/* Makes one item of class COUNT (or ORDINAL) of each numeral in items[0 .. count - 1]: "twenty-five", "two
 * and a half", "1.5 million", "10k", "15-hundred", "2 1/2", "2 000", "1,5 million", "a dozen", "two-thirds",
 * "twenty-first".  Single numbers are left as they are. The number of items that remain. */
size_t numerals_join(const struct text *text, struct item *items, size_t count);

#endif
