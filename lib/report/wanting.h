/* What a claim lacks, and takes from another that tells of the same happening.  Private to lib/report. */
#ifndef REPORT_WANTING_H
#define REPORT_WANTING_H

#include "report/draft.h"

/* What a claim still wants. */
struct wanting {
    bool date;
    bool place;
};

/* What the claim of such an origin wants: only incidents that happened take anything from others. */
struct wanting wanting_of(const struct report *report, const struct origin *origin);
/* The last day on which the claim can have been made. */
int32_t told_until(const struct extraction *extraction, const struct report *report);
/* Gives the report these places, borrowed, when they may be where it was and tell more than it does. */
void take_places(struct report *report, struct place *places, size_t count, struct wanting *wanting);
/* Gives the report the date of the other claim, when it was over by `day`. */
void take_date(const struct report *other, int32_t day, struct report *report, struct wanting *wanting);

/* True when a paragraph that begins between the two sentences, or with the later one, opens with the name of
 * a country and a colon, or is nothing but that name: what is told below it happened there, and no place or
 * day of before is its. */
bool in_other_section(const struct extraction *extraction, size_t a, size_t b);

#endif
