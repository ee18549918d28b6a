/* The place that a sentence points to without naming it: "here", "in this city", "in the village".  Private
 * to lib/report. */
#ifndef REPORT_DEIXIS_H
#define REPORT_DEIXIS_H

#include "report/draft.h"

/* The place that the sentence of the draft points to: that where the article was written, or else the one
 * town that it names above all; for "the village" that which was named last.  False when it points to none,
 * or it is not clear which. */
bool place_pointed_to(struct extraction *extraction, const struct draft *draft, struct place *place);
/* Remembers the one town and the one region that the sentence at hand puts something in. */
void note_antecedents(struct extraction *extraction, const struct place *places, size_t count);
/* True for "In May, 12 more were killed there". */
bool says_there(const struct extraction *extraction, const struct draft *draft);
/* The place that one of so many sentences before only names, and "there" means then: "He visited Norvik. Nine
 * died there." */
bool town_named(const struct extraction *extraction, size_t reach, struct place *place);

#endif
