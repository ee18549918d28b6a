/* Places where another verb of the sentence puts those whom a claim is about.  Private to lib/report. */
#ifndef REPORT_OTHER_VERB_H
#define REPORT_OTHER_VERB_H

#include "report/draft.h"

/* "A soldier wounded in Norvik died in Tarrow", "soldiers based (living) in Norvik were killed in Tarrow":
 * where the one verb puts them is not where the other does.  "People in Norvik" are there.  True as well of
 * where the killing of the claim was answered, condemned or judged, where nobody was killed, and where a war
 * that killed them was talked of; without a draft of none. */
bool of_other_verb(const struct extraction *extraction, const struct draft *draft, const struct spot *spot);

#endif
