/* A calendar interval: the days that a time expression or a claim's date covers. */
#ifndef TIMEX_INTERVAL_H
#define TIMEX_INTERVAL_H

#include "base/civil.h"

/* The finest unit that the words support, finest first. */
enum precision {
    PRECISION_NONE, /* no date at all */
    PRECISION_TIME,
    PRECISION_DAY,
    PRECISION_WEEK,
    PRECISION_MONTH,
    PRECISION_SEASON,
    PRECISION_QUARTER,
    PRECISION_HALF,
    PRECISION_YEAR,
    PRECISION_DECADE,
    PRECISION_CENTURY,
};

/* Closed: `first` and `last` are both inside.  An end that is open or unknown is DAY_NONE; with precision
 * NONE both are, and the whole date is unknown ("null" outside). */
struct interval {
    int32_t first;
    int32_t last;
    uint8_t precision; /* enum precision */
    bool approximate;  /* the words say about, around, early, late ... */
};

#define INTERVAL_UNKNOWN ((struct interval){.first = DAY_NONE, .last = DAY_NONE})

/* "time" ... "century"; "none". */
const char *precision_name(enum precision precision);
/* The precision of that name, or PRECISION_NONE. */
enum precision precision_from_name(struct str name);
bool interval_known(struct interval interval);
/* True when the two share a day; an open end reaches without limit; unknown overlaps nothing. */
bool interval_overlaps(struct interval a, struct interval b);
/* The days that both hold; the finer precision; unknown when they share none. */
struct interval interval_intersect(struct interval a, struct interval b);
/* The smallest interval that holds both; the coarser precision. */
struct interval interval_hull(struct interval a, struct interval b);
/* ISO 8601-2 level 1, e.g. "2024-12-14/2024-12-15", "2024-12~", "../2024-12-16", "2024-22"; at most 32 bytes
 * with the NUL.  Empty for an unknown one.  Its earliest and latest day equal first and last, for every form
 * but seasons. */
void interval_edtf(struct interval interval, char out[32]);

#endif
