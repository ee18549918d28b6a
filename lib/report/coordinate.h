/* The clauses of a sentence, each with the places of its own claim.  Private to lib/report. */
#ifndef REPORT_COORDINATE_H
#define REPORT_COORDINATE_H

#include "report/draft.h"

/* True for the name at `token` of "and Norland sent 200": a state that does what the draft tells. */
bool state_acts_behind(const struct extraction *extraction, const struct draft *draft, uint32_t token);
/* True when the sentence has claims in several clauses and the words at `token` stand in that of the draft.
 */
bool within_clause_of(const struct extraction *extraction, const struct draft *draft, uint32_t token);

#endif
