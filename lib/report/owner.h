/* Whose people a report is about when only the words around them tell. */
#ifndef REPORT_OWNER_H
#define REPORT_OWNER_H

#include "report/draft.h"

/* Whose "its soldiers" are, and those that somebody sends or loses; absent when the text does not tell. */
struct str owner_of(struct extraction *extraction, const struct draft *draft, const struct group *group);
/* "Belgium will contribute 800", "Belgium lost three": the state right before the verb sends or loses its
 * own, whoever was spoken of. */
const char *sender_of(const struct extraction *extraction, const struct draft *draft);
/* Where the verb of the draft begins, with what belongs to it: "has sent". */
uint32_t verb_begin(const struct extraction *extraction, const struct draft *draft);
/* True when a noun phrase that has the word at `token` begins a clause there. */
bool opens_clause(const struct extraction *extraction, uint32_t token);

#endif
