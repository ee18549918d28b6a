/* Places that a sentence names for something else than what a claim tells of.  Private to lib/report. */
#ifndef REPORT_ELSEWHERE_H
#define REPORT_ELSEWHERE_H

#include "report/draft.h"

/* True for the genitive mark behind a name, also the lone apostrophe of a plural. */
bool token_is_possessive(const struct text *text, uint32_t token);
/* The token where an expression of time that ends at `end` begins, with its "on"; `end` when there is none.
 */
uint32_t before_timex(const struct extraction *extraction, uint32_t end);
/* The token behind an expression of time that begins at `first`, or right behind the "on" there; `first` when
 * there is none. */
uint32_t behind_timex(const struct extraction *extraction, uint32_t first);
/* True for a place of a speech, of an owner, of the way of those who are sent, of another happening that is
 * so long before or after, and of what was done about the harm: "talks resumed in Doha after a raid on
 * Norvik". `draft` NULL asks for the sentence as a whole. */
bool is_elsewhere(const struct extraction *extraction, const struct draft *draft, const struct spot *spot);

#endif
