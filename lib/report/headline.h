/* What the headline tells of a claim of the text below it.  Private to lib/report. */
#ifndef REPORT_HEADLINE_H
#define REPORT_HEADLINE_H

#include "report/draft.h"

/* Gives claims of the text that are left without a date or a place those that the headline tells with the
 * same figure: "14 killed in Kolna on Monday" above "Fourteen people were killed, the governor said."  True
 * when it gave any.  Reads the headline, once, only when some claim wants it. */
bool headline_resolve(struct extraction *extraction);

#endif
