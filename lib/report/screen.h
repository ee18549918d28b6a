/* Whether a text tells anything: what the rules find in a sentence depends on no other, and most texts hold
 * none in which they find a claim.  Private to lib/report. */
#ifndef REPORT_SCREEN_H
#define REPORT_SCREEN_H

#include "report/draft.h"

/* Gathers what classes the words and phrases of the sentence at hand have, and its signs: it is asked a dozen
 * times whether some word of a class stands in it, and mostly none does. */
void gather_classes(struct extraction *extraction);
/* in_attribution for the actions of rules.  What they make of a sentence depends on nothing else that stands
 * in no item; in the screening nobody speaks, and what depends on it is not kept. */
bool rule_in_attribution(struct extraction *extraction, uint32_t token);
/* Runs the rules over the items of the sentence at hand, and so makes its drafts.  ERR_NO_MEMORY. */
enum status apply_rules(struct extraction *extraction) MUST_CHECK;
/* Sets *tells to false when no sentence of the text makes a draft: it then has no report, and nothing of it
 * need be read.  Leaves the extraction as if nothing had been read, but keeps what the rules made of the
 * sentences up to that draft for apply_rules.  ERR_NO_MEMORY. */
enum status screen_text(struct extraction *extraction, bool *tells) MUST_CHECK;

#endif
