/* Which time expressions of a sentence tell when something was done about the harm, or became of the dead and
 * of those who did it, and not when the harm was done: the claim was then known, no more.  Private to
 * lib/report. */
#ifndef REPORT_REACTION_H
#define REPORT_REACTION_H

#include "report/draft.h"

/* True for "flew home", "sent", "posted": what is told of soldiers, or of anything else that is sent. */
bool moves(const struct text *text, uint32_t token);
/* True for "condemned", "to protest" at `token`; a protest may be where they were killed. */
bool reacts(const struct text *text, uint32_t token);

/* "To assess damage when a bomb killed nine": behind the reaction a clause begins what is told, which is not
 * what was reacted to; not "to discuss the raid when nine were killed". */
bool begins_anew(const struct text *text, uint32_t reaction, uint32_t trigger);
/* True when nothing from the one token to the other tells of an attack or of harm; moving is none. */
bool bloodless(const struct text *text, uint32_t from, uint32_t to);
/* True for a day before the draft's trigger: "resigned on Monday to protest the murder", "talks resumed on
 * Monday after a raid that killed nine", "police on Monday named two soldiers killed". */
bool of_reaction_before(const struct text *text, const struct timex *timex, const struct draft *draft,
                        uint32_t sentence);
/* True for a day behind it: "a suspect in the raid that killed nine was held on Monday", "received the bodies
 * of nine soldiers on Monday". */
bool of_reaction_behind(const struct text *text, const struct timex *timex, const struct draft *draft,
                        uint32_t sentence);

/* True for "a judge who looks into the murder of two monks today ordered": the day of publication right
 * before a verb whose subject is not the deed. */
bool of_verb_of_today(const struct text *text, const struct timex *timex, const struct draft *draft,
                      uint32_t sentence, int32_t published);

/* True for a deed that something else was done about: "in revenge for the murder of two monks", "shops closed
 * after police killed a student". */
bool is_occasion(const struct text *text, const struct draft *draft, uint32_t sentence);

#endif
