/* TIMEX3 values.  Private to lib/timex. */
#ifndef TIMEX_VALUE_H
#define TIMEX_VALUE_H

#include "timex/expression.h"

#define VALUE_SIZE 32 /* bytes that a value takes at most, with the NUL */

/* "2024-12-17", "2024-W51", "2024-12-17T15:00" ...: the value of a point that `expression` was resolved to.
 */
void value_of_point(struct point point, const struct expression *expression, char out[VALUE_SIZE]);
/* Of a day that cannot be told: which weekday it was, if that is said, and the time of the day. */
void value_of_unknown_day(const struct expression *expression, char out[VALUE_SIZE]);
/* "P3D", "PT2H30M"; "PXD" when the amount is not told. */
void value_of_length(const struct expression *expression, char out[VALUE_SIZE]);
/* "P1W", "XXXX-WXX-1": its period, or the pattern of what recurs. */
void value_of_repeat(const struct expression *expression, char out[VALUE_SIZE]);
/* "BC0044". */
void value_before_christ(const struct expression *expression, char out[VALUE_SIZE]);

#endif
