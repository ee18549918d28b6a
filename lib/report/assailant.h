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

/* ... True for the army of "blamed the army for the deaths of nine killed by militants". */
bool done_by_another(const struct extraction *extraction, struct str side);

/* ... True for "claimed responsibility for another attack", "for a bombing in Tarn": for none told before. */
bool of_other_attack(const struct extraction *extraction);

/* ... True when the sentence at hand tells of a day before all of the report: "last year the PKK claimed". */
bool told_of_before(const struct extraction *extraction, const struct report *report);

#endif
