/* Who attacks in a clause or sentence that need not tell of any harm, and the claims that this is told of
 * elsewhere: "gunmen stormed a village. Nine were killed."  Private to lib/report. */
#ifndef REPORT_ASSAILANT_H
#define REPORT_ASSAILANT_H

#include "report/draft.h"

/* Who did it, as another clause of the sentence or the sentences before tell, for a claim that does not name
 * them: its days and places are known.  Absent when nobody is told, or it may be another attack. */
struct str assailant_of(struct extraction *extraction, const struct draft *draft,
                        const struct report *report);

/* Remembers who attacks in the sentence at hand, for those behind it; gives the claims before it whoever is
 * said to have done that: "The PKK claimed responsibility." */
void note_assailant(struct extraction *extraction);

/* culprit.c: who is said in the sentence at hand to have done it, by themselves or by others: "claimed
 * responsibility", "blamed on the PKK"; absent when that is denied. */
struct str culprit(const struct extraction *extraction);

#endif
