/* What the word "since" before a time expression tells of a claim.  Private to lib/report. */
#ifndef REPORT_SINCE_H
#define REPORT_SINCE_H

#include "report/draft.h"

/* True when the "since" at or right before `token` only compares: "the deadliest attack since November", "the
 * fifth attack since". */
bool compares(const struct text *text, uint32_t token);
/* True for the "this year" of "the third attack this year", "the deadliest raid this month": which of several
 * it was, and not when. */
bool ranks_within(const struct text *text, const struct timex *timex, int32_t published);
/* The word behind the "since" of "since clashes erupted last Sunday"; 0 when none stands a few words before
 * the expression. */
uint32_t since_before(const struct text *text, const struct timex *timex, uint32_t sentence);
/* That "since" itself; where none stands there, the first word of the expression. */
uint32_t since_word(const struct text *text, const struct timex *timex, uint32_t sentence);
/* True for the day on which something began that has since done what the draft tells: "the war, which began
 * in 2023, has killed 9,000". */
bool since_beginning(const struct text *text, const struct timex *timex, const struct draft *draft);
/* True for "arrived on Monday and has lost nine", "nine died on Monday and 300 have died in all": who knows
 * since when, up to now; not for "was attacked on Monday and nine have died". */
bool up_to_now(const struct extraction *extraction, const struct timex *timex, const struct draft *draft);

/* True for "has killed", "have been killed", the expression before or behind that: up to now. */
bool in_present_perfect(const struct text *text, const struct timex *timex, const struct draft *draft);

#endif
