/* Time expressions that belong to what a noun is told to be, not to what happened.  Private to lib/report. */
#ifndef REPORT_MODIFIER_H
#define REPORT_MODIFIER_H

#include "report/draft.h"

/* True for the day, before the trigger, of a participle or relative clause behind a noun whose own verb
 * follows: "a mine laid in 1994 killed two", "a deal signed on Friday collapsed when a bomb killed two",
 * "soldiers who arrived in May killed two".  Not when the words before the day tell of an attack: "a raid
 * launched on Friday killed two", "rockets fired on Friday killed two". */
bool in_modifier(const struct text *text, const struct timex *timex, const struct draft *draft,
                 uint32_t sentence);
/* True for the day of an apposition, on either side of the trigger: "in Norvik, taken by rebels in May,
 * shells killed two", "Norland, independent since 1960, lost two", "shells killed two in Norvik, site of the
 * 1994 massacre". */
bool in_description(const struct extraction *extraction, const struct timex *timex,
                    const struct draft *draft);
/* True for the month or year, behind the trigger, of a participle behind a noun that is no people: "killed
 * two in a village seized by rebels in May". */
bool in_modifier_behind(const struct text *text, const struct timex *timex, const struct draft *draft);
/* True for the day of the phrase that the sentence opens with, of what is no happening: "under a deal reached
 * in May, Norland withdrew", "despite the truce of 1 May, two died". */
bool in_opening_phrase(const struct text *text, const struct timex *timex, const struct draft *draft,
                       uint32_t sentence);

/* True when a dash or bracket has opened among the words from `sentence` to `end`, and none closed it. */
bool in_aside(const struct text *text, uint32_t sentence, uint32_t end);
/* True when the word at `token` stands behind the dash or bracket that closes the aside of the trigger: the
 * day of "rebels -- who killed two -- have been in talks since May". */
bool leaves_aside(const struct text *text, const struct draft *draft, uint32_t sentence, uint32_t token);
/* True when the words before `next` are the end of a dateline that opens a paragraph: "KHARTOUM, Sudan, Dec.
 * 7 (Wire) -". */
bool in_dateline(const struct text *text, uint32_t next, uint32_t sentence);
/* True for "Monday's attack", "the bloody 7 January murder": the day of the noun of an attack or a deed, and
 * of no verb before it. */
bool of_noun(const struct text *text, const struct timex *timex);
/* ... which the claim is about: "condemned Monday's murder of two", "the 7 January raid, in which two were
 * killed". */
bool of_own_noun(const struct text *text, const struct timex *timex, const struct draft *draft);

#endif
