/* Which of the days, months and other parts of a year that bear one name is meant.  Private to lib/timex. */
#ifndef TIMEX_CHOOSE_H
#define TIMEX_CHOOSE_H

#include "timex/resolve.h"

/* The first day of what `e` names (a day of a month, a holiday, a month, season, quarter, half or decade) in
 * `year`; DAY_NONE when that year has none, or is not one of 1 to 9999. */
int32_t named_in_year(const struct expression *e, int32_t year);

/* What `e` names within or near the base; its day is DAY_NONE when there is none.  Gives the resolver another
 * anchor where the words or the text settle the year. */
struct point choose(const struct expression *e, struct point base, struct resolver *resolver);

/* True for a month that could be the one of the year before as well: neither its year nor "this" is said. */
bool month_is_open(const struct expression *e);

/* True for a month, or a day of one, of which neither the year is said nor which one is meant. */
bool year_is_left_out(const struct expression *e);

#endif
