/* What the finders of attributions share.  Private to lib/report. */
#ifndef REPORT_ATTRIBUTION_H
#define REPORT_ATTRIBUTION_H

#include "report/speaker.h"

/* An empty attribution of the sentence at hand; NULL when it has too many. */
struct attribution *add_attribution(struct extraction *extraction);
/* The end of the clause that holds item `i`: the next semicolon, or the sentence's end. */
size_t clause_end(const struct items *items, size_t i);
/* hearsay.c: "the minister called the claim false": a denial by what item `verb` calls it. */
void brand(struct extraction *extraction, const struct items *items, size_t verb);
/* hearsay.c: denies what a disproof speaks of, "reports that nine died are false", and lets nobody in
 * particular have said what there are only reports of. */
void hearsay(struct extraction *extraction, const struct items *items);

#endif
