/* Which people spoken of before "they", "the soldiers" and a verb without a subject of its own stand for. */
#ifndef REPORT_ANTECEDENT_H
#define REPORT_ANTECEDENT_H

#include "report/draft.h"

/* The people of the sentence before who were struck, as the clause before the draft's figure tells: "they
 * were attacked and 14 were killed"; NULL when it tells of others, or of somebody besides. */
const struct group *struck_before(const struct extraction *extraction, const struct draft *draft);

/* The people of the sentence before who lost those of the draft: "they lost five men", "the contingent lost
 * five"; NULL when the draft has another subject or verb. */
const struct group *lost_by(const struct extraction *extraction, const struct draft *draft);

/* The side that speaks in "Rwanda denied having sent 4,000 soldiers": it is the one that would have sent
 * them. Absent when the draft's verb has a subject of its own. */
struct str speaker_acting(const struct extraction *extraction, const struct draft *draft);

/* Behind the subject of the verb at `token`, before who says so between two commas: "Norland, the ministry
 * said, sent"; `token` when nobody does there. */
uint32_t before_speech(const struct extraction *extraction, uint32_t token);

/* "The gunmen" behind "five Israelis": true when `group` fights for no state, and `people` are those of one.
 * "The fighters" may be. Also true for "the army" behind people of no state. */
bool fights_apart(const struct text *text, const struct group *group, const struct group *people);

#endif
