/* From expressions to what they mean, points of the calendar first, and the second readings of some.  Private
 * to lib/timex. */
#ifndef TIMEX_RESOLVE_H
#define TIMEX_RESOLVE_H

#include "timex/focus.h"
#include "timex/value.h"

/* Reads a part of a month ("late December") that a clause in the past speaks of and that has not begun as
 * that of the year before. */
void expression_settle(struct expression *expression, const struct focus *focus);

/* What an expression was found to mean. */
struct resolution {
    enum timex_type type;
    char value[VALUE_SIZE]; /* TIMEX3 value */
    enum mod mod;
    struct interval date;
    enum timex_anchor anchor;
    enum timex_relation relation;
    bool up_to_now; /* its days end with the publication day of the article: "the past week" */
};

/* Resolves `expression` in its tense and writes what it means into `timex`, value and date of another
 * defensible reading into `other` (its value is empty when there is none); then moves the focus.  False when
 * it has no sensible value: it is then no time expression. */
bool expression_resolve(const struct expression *expression, struct focus *focus, struct resolution *timex,
                        struct resolution *other);

/* What a resolution looks at. */
struct resolver {
    const struct focus *focus;
    enum tense tense;
    enum timex_anchor anchor; /* found on the way */
    int32_t from;             /* the day of the anchor */
    bool alternative;         /* the other reading of a weekday or of a year is wanted */
};

/* True for what may be reckoned from the day on which it was said, where the text tells that: a weekday of
 * which nothing but its name is known, "yesterday" or "last week", told as past, and in quotation marks these
 * of whatever tense. */
bool seen_from_speech(const struct expression *e);

/* The point that `e` means; its day is DAY_NONE when there is no such day. */
struct point resolve_point(const struct expression *e, struct resolver *resolver);

/* Writes into `other` the reading of `e` that could be meant instead of `chosen`; leaves it when there is
 * none. */
void reading_other(const struct expression *e, const struct resolver *resolver, struct point chosen,
                   struct resolution *other);

#endif
