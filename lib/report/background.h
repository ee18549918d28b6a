/* Days of the background that a sentence tells beside what it is about.  Private to lib/report. */
#ifndef REPORT_BACKGROUND_H
#define REPORT_BACKGROUND_H

#include "report/draft.h"

/* True for the day of "the worst attack since the bombing of 14 May 2019, in which nine were killed", where
 * the clause behind it tells what that did: what stands at `trigger` happened then, not since. */
bool tells_day_of_event(const struct text *text, const struct timex *timex, uint32_t trigger);
/* True for "Norland, which sent 300 men in July 2021, now has 900 there": the day of another claim, in an
 * aside that is over. */
bool of_deed_aside(const struct extraction *extraction, const struct draft *draft, const struct timex *timex);
/* True for the day of what is remembered: "on the anniversary of the 12 January raid, a mine killed two", "killed
 * two near the memorial to the bombing of 14 May 2019".  Not for the claim of a relative clause about that, when
 * the words tell its year; without one nobody knows of what year it is. */
bool of_memory(const struct text *text, const struct timex *timex, const struct draft *draft,
               uint32_t sentence);

#endif
