/* The pipeline on one screen: an article in, its time expressions and reports out. */
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include "report/reason.h"
#include "report/report.h"
#include "timex/timex.h"

struct analysis {
    struct timex_list timexes; /* of the title, then of the text; offsets in bytes of their field */
    struct report *reports;    /* in the order of the text */
    size_t report_count;
};

/* Analyses `article`; everything in `analysis` lies in `arena` or is borrowed from the article.  The same
 * article gives the same answer on any day, in any locale and zone.  ERR_UNSUPPORTED when there are no rules
 * for its language, or it is only assumed and the text plainly of another one (the pointer is "/language"),
 * ERR_NO_MEMORY. */
enum status ingest_analyse(struct arena *arena, const struct article *article, struct analysis *analysis,
                           struct error *error) MUST_CHECK;

/* The same with why each report is as it is: reasons[i] for report i, in `arena`. */
enum status ingest_explain(struct arena *arena, const struct article *article, struct analysis *analysis,
                           struct report_reason **reasons, struct error *error) MUST_CHECK;

/* The version of the rules compiled in: 16 hexadecimal digits, a hash over all rule and word files.  Static.
 */
const char *ingest_rules_version(void);

#endif
