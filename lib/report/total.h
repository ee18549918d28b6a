/* Claims that count what happened at one time and another.  Private to lib/report. */
#ifndef REPORT_TOTAL_H
#define REPORT_TOTAL_H

#include "report/draft.h"

/* What makes a claim a total; those behind TOTAL_SINCE_START are of no day told before. */
enum total {
    TOTAL_NONE,
    TOTAL_SO_FAR,      /* "so far", "since the war began", "in a month of fighting" */
    TOTAL_SINCE_START, /* "since the start of the war", of what has no other day */
    TOTAL_WAR,         /* "the war has killed 9,000": over all of it, whatever was told before */
    TOTAL_CAMPAIGN,    /* "the toll of the offensive" */
    TOTAL_MANY,        /* "the names of 9,000 dead": more than one attack kills */
    TOTAL_SINCE_THEN,  /* it begins with the day of the sentence before */
    TOTAL_SAME_PERIOD, /* ... with its period */
};

/* What makes the draft a total, whose report has the date that its sentence gives it, if any. */
enum total total_told(const struct extraction *extraction, const struct draft *draft,
                      const struct report *report);
/* The index of the expression that tells when the war of a total was over, "the war, which ended in 2009"; -1
 * when the sentence does not tell. */
int32_t end_of_war(const struct extraction *extraction);
/* True for the day of "war broke out between the two in April 2023, killing thousands": a war kills until it
 * ends, not on the day on which it began. */
bool of_outbreak(const struct extraction *extraction, const struct draft *draft, const struct timex *timex);
/* True for the words behind the name of a land that make it the land of a war: "'s civil war", not "'s war
 * on" another. */
bool leads_to_war(const struct extraction *extraction, uint32_t token);
/* The total of the sentence right before that tells when its period began, or NULL. */
const struct report *period_before(const struct extraction *extraction);

#endif
