/* How the days of a report or an event are kept so that overlap with a range of days is found by index.
 *
 * Every span has a class by its length; within a class, what overlaps from..to begins at most one longest
 * length before `from`, so that one range of (class, lo) per class holds all of it and little else.  Spans
 * that are open on a side have classes of their own, because a reader may ask to have them counted as
 * endless. */
#ifndef STORE_SQLITE_SPAN_H
#define STORE_SQLITE_SPAN_H

#include "merge/merge.h"
#include "query/query.h"

enum {
    SPAN_LENGTHS = 6,
    SPAN_CLOSED = 0,                              /* and the following: both ends known, by length */
    SPAN_OPEN_BEGIN = SPAN_CLOSED + SPAN_LENGTHS, /* only the last day is known: lo = hi = that day */
    SPAN_OPEN_END,                                /* and the following: from `first` to the day it was said */
    SPAN_UNDATED = SPAN_OPEN_END + SPAN_LENGTHS,  /* lo = hi = the day of publication, for its order only */
    SPAN_CLASSES
};

struct span {
    int32_t class;
    int32_t lo, hi;
};

/* The span of `date`: an open end runs to `known_on`; an unknown date stands at `undated_on`. */
struct span span_of(struct interval date, int32_t known_on, int32_t undated_on);
struct span span_of_claim(const struct claim *claim);
struct span span_of_event(const struct event *event);

/* The days lo of class `class` in which spans that overlap from..to (each DAY_NONE when not given) may begin;
 * `open` counts open sides as endless.  False when none can. */
bool span_range(int32_t class, int32_t from, int32_t to, bool open, int32_t *lowest, int32_t *highest);
/* Whether a span whose lo is in that range overlaps. */
bool span_overlaps(struct span span, int32_t from, int32_t to, bool open);

/* Kind, subtypes, scope and statuses as one bit each, so that an index row can be checked against the
 * filters.  An event has the subtypes of its claims beside its own, which covers them. */
uint32_t facets_of_report(const struct report *report);
uint32_t facets_of_event(const struct event *event);
/* Whether the masks of the query let it pass. */
bool facets_match(uint32_t facets, const struct query *query);

#endif
