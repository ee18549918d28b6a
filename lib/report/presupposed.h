/* Claims that only take for granted what the article tells elsewhere.  Private to lib/report. */
#ifndef REPORT_PRESUPPOSED_H
#define REPORT_PRESUPPOSED_H

#include "report/draft.h"

/* True when the draft only says which harm or people are meant: "protested the murder of the judge", "the
 * funeral of the judges who were killed". */
bool takes_for_granted(const struct extraction *extraction, const struct draft *draft);

/* Leaves out of the reports those that were taken for granted and tell nothing which another sentence of the
 * article does not: one happening is told once.  To be called when dates and places are known. */
void drop_presupposed(struct extraction *extraction);

#endif
