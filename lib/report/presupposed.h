/* Claims that only take for granted what the article tells elsewhere.  Private to lib/report. */
#ifndef REPORT_PRESUPPOSED_H
#define REPORT_PRESUPPOSED_H

#include "report/draft.h"

/* Leaves out of the reports those that a noun makes ("protested the murder of the judge") and that tell
 * nothing which another sentence of the article does not: one happening is told once.  To be called when
 * dates and places are known. */
void drop_presupposed(struct extraction *extraction);

#endif
