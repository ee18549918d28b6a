/* The days that points and lengths cover; unknown for what covers none, or none of the calendar. */
#ifndef TIMEX_DAYS_H
#define TIMEX_DAYS_H

#include "timex/focus.h"

/* The days of a point that `e` was resolved to. */
struct interval days_of_point(const struct expression *e, struct point point, const struct focus *focus);

/* "The past three days": those of a length with a window. */
struct interval days_of_length(const struct expression *e, const struct focus *focus);

/* "The first three months of 2024": the first (`slice` 1) or last (-1) days of `whole`; unknown when it is
 * not so long.  "The 12 months to June" (0) end with it. */
struct interval days_of_portion(const struct expression *e, struct interval whole);

/* "A week earlier", "two days after 10 March": the days of the day or unit so long from `from`, which is
 * stored in `point`.  Unknown when `from` is no day or is coarser than the length, or when what is not told
 * as future would lie ahead. */
struct interval days_of_offset(const struct expression *e, struct point from, const struct focus *focus,
                               struct point *point);

#endif
