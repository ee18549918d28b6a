/* From expressions to points of the calendar, and the second readings of those that have one.  Private to
 * lib/timex. */
#ifndef TIMEX_RESOLVE_H
#define TIMEX_RESOLVE_H

#include "timex/expression.h"

/* What a resolution looks at. */
struct resolver {
    const struct focus *focus;
    enum tense tense;
    enum timex_anchor anchor; /* found on the way */
    int32_t from;             /* the day of the anchor */
    bool alternative;         /* the other reading of a weekday is wanted */
};

/* The point that `e` means; its day is DAY_NONE when there is no such day. */
struct point resolve_point(const struct expression *e, struct resolver *resolver);

/* Writes into `other` the reading of `e` that could be meant instead of `chosen`; leaves it when there is
 * none. */
void reading_other(const struct expression *e, const struct resolver *resolver, struct point chosen,
                   struct resolution *other);

#endif
