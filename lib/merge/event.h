/* An event: the merged claims about one happening, as the HTTP contract has it. */
#ifndef MERGE_EVENT_H
#define MERGE_EVENT_H

#include "report/report.h"

/* COUNT_NONE for a bound nobody gave; both COUNT_NONE: no figure at all. */
struct bounds {
    int64_t min;
    int64_t max;
};

struct event {
    int64_t id; /* 0 until the store gave one; outside it is "e" and the number */
    enum report_kind kind;
    enum report_subtype subtype; /* what covers its claims */
    uint32_t subtypes;           /* those of its claims, as bits by enum value */
    enum report_scope scope;
    struct str series; /* merge_series */
    struct str title;
    struct interval date;
    /* What else `date` may be: other readings of the words that date its claims, which every dated claim
     * admits.  NULL when there is none. */
    const struct timex_reading *alternatives;
    uint8_t alternative_count;
    int32_t as_of;       /* the latest day on which one of its claims was made */
    struct bounds count; /* of one subtype of casualties: all the hurt, else the dead ...; or of the force */
    struct bounds killed, wounded, missing, captured;
    struct str actor;
    struct str counterpart;
    struct place *places;
    size_t place_count;
    uint32_t statuses[STATUS_COUNT]; /* how many claims have each status */
    uint32_t reports, articles, publishers, voices;
    struct str *sources; /* in byte order, each once; one name, the fullest, of each person */
    size_t source_count;
    int32_t first_reported; /* the earliest publication day of its articles */
    int64_t updated;   /* Unix time in milliseconds of its last change; the store's, not the extraction's */
    uint32_t revision; /* counts from 1 */
};

#endif
