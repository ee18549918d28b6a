/* Which time expressions of a sentence belong to other verbs and clauses than those of a claim.  Private to
 * lib/report. */
#ifndef REPORT_CLAUSE_H
#define REPORT_CLAUSE_H

#include "report/draft.h"

/* True for a word without a capital. */
static inline bool is_small(const struct text *text, uint32_t token)
{
    return text->tokens[token].type == TOKEN_WORD && (text->tokens[token].flags & TOKEN_CAPITALIZED) == 0;
}
/* True when one of the words from `from` to `to` has the class. */
bool has_between(const struct text *text, uint32_t from, uint32_t to, unsigned class_id);
/* True when one of them has the class with that value. */
bool value_between(const struct text *text, uint32_t from, uint32_t to, unsigned class_id, const char *value);
/* True for a word that tells of an attack or of harm. */
bool tells_of_harm(const struct text *text, uint32_t token);
/* True for "toll", "casualties", "total". */
bool names_toll(const struct text *text, uint32_t token);
/* True when no word from the one to the other tells of an attack or of harm: what is told there is something
 * else. */
bool harmless(const struct text *text, uint32_t from, uint32_t to);
/* True for "was carried out", "occurred", not for "began". */
static inline bool carried_out(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_CARRIED_OUT) && !token_has(text, token, CLASS_CARRIED_OUT, "began") &&
           !token_has(text, token, CLASS_CARRIED_OUT, "ended") &&
           !token_has(text, token, CLASS_CARRIED_OUT, "released");
}

/* True for a finite verb that tells of no harm: what stands behind it is its own time. */
bool other_verb(const struct text *text, uint32_t token);
/* True when a comma stands there. */
bool comma_between(const struct text *text, uint32_t from, uint32_t to);
/* True when a relative clause about something else opens between a trigger and a time expression behind it.
 * `since` tells that the words count from the expression on. */
bool in_relative_clause(const struct text *text, uint32_t from, uint32_t to, bool *since);
/* True for a day of a relative clause in the clause before the draft's: "on a ship that left port on Monday,
 * and two of them were killed". */
bool in_clause_before(const struct extraction *extraction, const struct draft *draft,
                      const struct timex *timex);
/* True for "protested today the murder", "reported today that": the day of that verb. */
bool of_verb_before(const struct text *text, const struct timex *timex, const struct draft *draft,
                    uint32_t sentence);
/* True for "today demanded that they look into the murder": the day of the verb behind it, when a noun tells
 * of the harm and nothing that may have caused it stands before. */
bool of_verb_behind(const struct text *text, const struct timex *timex, const struct draft *draft,
                    uint32_t sentence);
/* True for "the murder of two monks was condemned on Monday": the day of the verb between. */
bool of_passive_behind(const struct text *text, const struct timex *timex, const struct draft *draft);
/* True for the day right behind a verb of speech, whoever speaks: "investigating the murder, said today". */
bool of_speech_before(const struct text *text, const struct timex *timex, uint32_t sentence);
/* True when a semicolon parts the expression from the draft, and its part has a verb, or a number of its own:
 * "three pirates were killed; the cook had died on Thursday", "66 were hurt; so far this year, 40". */
bool in_other_part(const struct extraction *extraction, const struct draft *draft, const struct timex *timex);
/* True for "the president, who took office on Friday, was wounded", and for "soldiers, ten of whom were
 * captured on Monday, crossed the border". */
bool of_clause_before(const struct text *text, const struct timex *timex, uint32_t sentence);
/* True for "residents who arrived on Friday from Brask, nine men were killed": the day of the relative clause
 * that the comma ends. */
bool of_restrictive_clause(const struct text *text, const struct timex *timex, const struct draft *draft,
                           uint32_t sentence);
/* True for "nine of the soldiers sent there in March were killed", "of the 50 men taken in March, nine died":
 * the day of the participle that tells of other harm or a journey. */
bool of_participle_before(const struct text *text, const struct timex *timex, const struct draft *draft,
                          uint32_t sentence);
/* True for the verb at `verb`, behind a comma, of "Velmar, a judge, told the Herald that on Monday,": no
 * participle of an aside. */
bool goes_on_saying(const struct text *text, uint32_t verb, const struct timex *timex);
/* True for "the general, born in 1964, was killed": the day of the participle that opens the aside.  Not
 * behind a happening: "the raid, launched on Friday, killed nine". */
bool of_aside(const struct text *text, const struct timex *timex, uint32_t trigger, uint32_t sentence);
/* True for "buried on Sunday the men who were killed": the day of the verb before it, while who was harmed is
 * told in a clause behind. */
bool of_main_verb(const struct text *text, const struct timex *timex, const struct draft *draft,
                  uint32_t sentence);
/* True for "a day after similar blasts": a length of time parts it from what was told before. */
bool set_apart(const struct extraction *extraction, uint32_t from, uint32_t trigger);
/* True for "soldiers were sent after an attack on Friday", "ahead of Friday's vote": the day of that, not of
 * the sending. */
bool of_occasion(const struct text *text, const struct draft *draft, const struct timex *timex);
/* True for "are stationed there, a legacy of the 1974 war": the day of what the deployment came of. */
bool of_cause_of_deployment(const struct extraction *extraction, const struct draft *draft,
                            const struct timex *timex);
/* True for the day of "casualties that their forces suffered on Monday": the clause right behind a toll tells
 * of it, unless it tells when somebody said so. */
bool of_toll_clause(const struct text *text, const struct draft *draft, const struct timex *timex);
/* True for "sent to the region under the deal signed on Monday": the day of the participle. */
bool of_participle(const struct text *text, const struct draft *draft, const struct timex *timex);
/* True for a day behind the trigger that dates the next clause: "killed nine and on Monday two more died",
 * "killed nine, with rescuers still digging on Monday", "after a bomb killed nine, gunmen came on Monday". */
bool of_clause_behind(const struct text *text, const struct timex *timex, const struct draft *draft,
                      uint32_t sentence);
/* True when the name at `token` only tells what the one before the comma is, and a comma before `limit`
 * closes that: NATO of "Poland, a member of NATO since 1999, sent".  `first` is the sentence's first token.
 */
bool in_apposition(const struct text *text, uint32_t token, uint32_t first, uint32_t limit);
/* True for the trigger of ", which has killed thousands," when the comma behind it stands before `token`. */
bool aside_closed(const struct text *text, const struct draft *draft, uint32_t sentence, uint32_t token);
/* True for a day that is over, of the clause before that of a draft which is yet to come. */
bool is_over(const struct timex *timex, uint32_t before, int32_t published);

#endif
