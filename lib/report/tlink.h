/* Which time expression of the sentence a claim rests on.  Private to lib/report. */
#ifndef REPORT_TLINK_H
#define REPORT_TLINK_H

#include "report/draft.h"
#include "report/since.h"

/* Ranks: 0 behind the trigger and before the next comma, 1 before it, 2 behind a comma, 3 and 4 beyond the
 * neighbouring triggers. */
#define NO_CANDIDATE 5

struct candidate {
    size_t timex;      /* its index in the list of time expressions */
    uint32_t distance; /* from the trigger, in tokens */
    int rank;          /* the lower the better */
    bool since;        /* the words count from the expression on */
    bool then;         /* the expression's own days, without its preposition */
    bool apart;        /* "a day after": what was told before lies so long before or after it */
    int32_t ranks; /* the "this month" of "the third raid this month", the time of a claim that has no other;
                      or -1 */
    int32_t known; /* the last day of a time at which the claim was known, or DAY_NONE */
};

/* The time expression of the sentence at hand that dates the draft's happening; rank NO_CANDIDATE when there
 * is none. */
struct candidate best_timex(const struct extraction *extraction, const struct draft *draft);

#endif
