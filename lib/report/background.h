/* Days of the background that a sentence tells beside what it is about.  Private to lib/report. */
#ifndef REPORT_BACKGROUND_H
#define REPORT_BACKGROUND_H

#include "report/draft.h"

/* True for "nine were killed on Monday. Norland has sent troops": they moved by now, not on Monday. */
bool moved_since(const struct extraction *extraction, const struct draft *draft);
/* True for the day of "the worst attack since the bombing of 14 May 2019, in which nine were killed", where
 * the clause behind it tells what that did: what stands at `trigger` happened then, not since. */
bool tells_day_of_event(const struct text *text, const struct timex *timex, uint32_t trigger);
/* True for "Norland, which sent 300 men in July 2021, now has 900 there": the day of another claim, in an
 * aside that is over. */
bool of_deed_aside(const struct extraction *extraction, const struct draft *draft, const struct timex *timex);
/* True for the day of what is remembered: "on the anniversary of the 12 January raid, a mine killed two",
 * "killed two near the memorial to the bombing of 14 May 2019".  Not for the claim of a relative clause about
 * that, when the words tell its year; without one nobody knows of what year it is. */
bool of_memory(const struct text *text, const struct timex *timex, const struct draft *draft,
               uint32_t sentence);
/* True for the day of "on Sunday hundreds came to the hill where the miners were killed": of those the text
 * has told, and not of that day. */
bool of_known_scene(const struct text *text, const struct draft *draft, const struct timex *timex);
/* True for the day of "on Monday police presented 27 men who were captured there": of what was done with
 * those of whom only the relative clause tells. */
bool of_verb_of_object(const struct text *text, const struct draft *draft, const struct timex *timex);
/* True for the day of "four years after rebels took the town on 24 February 2022, 40 were killed": what it is
 * so long after. */
bool of_length_clause(const struct extraction *extraction, const struct draft *draft,
                      const struct timex *timex);
/* True for "one of the soldiers wounded on Friday had died" and "a soldier who was wounded on Friday has
 * died": the day of the participle right before it. */
bool of_other_harm(const struct text *text, const struct timex *timex, const struct draft *draft,
                   uint32_t sentence);
/* True for "the murder of a judge who was gunned down on Monday": a relative clause tells the same again. */
bool is_retold(const struct extraction *extraction, const struct draft *draft);

#endif
