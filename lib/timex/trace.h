/* What timex_find does, for those who want it explained: which rules matched, and how each expression was
 * resolved. */
#ifndef TIMEX_TRACE_H
#define TIMEX_TRACE_H

#include "timex/focus.h"
#include "timex/tense.h"

/* How one expression was resolved; valid during the call only. */
struct timex_resolution {
    const struct clause *clause; /* read up to it */
    size_t item;                 /* it is clause->items[item]; its `tense` is the one it was resolved in */
    enum tense tense;            /* what clause_tense said of it */
    bool anywhere;               /* clause_tense was asked so */
    const struct focus *focus;   /* when it had been resolved */
    const struct timex *timex; /* as it stands in the list, but for its partner; NULL when it had no sensible
                                  value and is none of the results */
};

struct timex_observer {
    void *context;
    match_observer *matched; /* each place where a rule matches; sentence by sentence, pass by pass */
    void (*resolved)(void *context, const struct timex_resolution *resolution); /* then its expressions */
};

/* timex_find, telling `observer` (NULL: nobody) what it does; with one, no text is ERR_TOO_LARGE: what it
 * keeps may lie in the arena. */
enum status timex_find_observed(struct arena *arena, const struct text *text, const struct instant *published,
                                const struct timex_observer *observer, struct timex_list *list) MUST_CHECK;

/* The day that the expression was reckoned from; DAY_NONE when there is none. */
int32_t timex_anchor_day(const struct timex_resolution *resolution);

/* The item of the clause whose verb or cue decided the tense of items[item]: SIZE_MAX when none did. */
size_t timex_tense_cue(const struct timex_resolution *resolution);

#endif
