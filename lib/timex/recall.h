/* What is reckoned from what has been spoken of.  Private to lib/timex. */
#ifndef TIMEX_RECALL_H
#define TIMEX_RECALL_H

#include "timex/resolve.h"

/* The point of an expression with RECALL_LATEST or RECALL_YEAR_AGO: of what has been spoken of, else seen
 * from the publication day.  Gives the resolver its anchor. */
struct point recall(const struct expression *e, struct resolver *resolver);

/* The day of a time of day that stands alone: that of its sentence or its entry; what is told as past goes on
 * with a day over that its paragraph named, or else the only one that
 * those before it were at, and what is not with tomorrow.  Behind an
 * evening or a night an hour of the forenoon is of the day after.  DAY_NONE: none of them. */
int32_t recall_day(const struct expression *e, const struct resolver *resolver);

/* The day that "the second day" counts to; DAY_NONE when nothing tells from where.  Gives the resolver its
 * anchor. */
struct point recall_counted(const struct expression *e, struct resolver *resolver);

#endif
