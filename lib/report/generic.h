/* Verbs of harm that tell of no happening.  Private to lib/report. */
#ifndef REPORT_GENERIC_H
#define REPORT_GENERIC_H

#include "report/draft.h"

/* "An army that kills people", "civilians are (being) killed", "rebels kidnap farmers for ransom", "stop
 * killing farmers", "accused of killing farmers": said of what goes on, in no number, at no time and nowhere.
 * ", killing farmers" tells what came of an attack. */
bool is_generic(const struct extraction *extraction, const struct draft *draft);
/* "12 soldiers a day are killed", "1,000 are killed every week": its number counts those of a day, and nobody
 * says how many there were. */
bool is_rate(const struct extraction *extraction, const struct draft *draft);

#endif
