/* Places where another verb of the sentence puts those whom a claim is about.  Private to lib/report. */
#ifndef REPORT_OTHER_VERB_H
#define REPORT_OTHER_VERB_H

#include "report/draft.h"

/* "A soldier wounded in Norvik died in Tarrow", "soldiers based (living) in Norvik were killed in Tarrow":
 * where the one verb puts them is not where the other does.  "People in Norvik" are there. */
bool of_other_verb(const struct extraction *extraction, const struct draft *draft, const struct spot *spot);

#endif
