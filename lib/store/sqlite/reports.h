/* The reports of one article, as its write makes and removes them. */
#ifndef STORE_SQLITE_REPORTS_H
#define STORE_SQLITE_REPORTS_H

#include "batch.h"

/* A report of the revision that is replaced, as it was found: what tells whether a new one is the same claim,
 * reworded perhaps. */
struct former {
    int64_t id;
    int64_t event; /* 0: it was rejected, or had none yet */
    int64_t component;
    struct report report;
    int64_t now; /* the new report that is this claim, 0: none is */
    bool same;   /* and says the same */
};

/* Fills in what of a row follows from its claim: span, facets, twin.  A rejected one is set apart: it belongs
 * to no event and no component, is in no list, and no claim looks for it. */
void row_derive(struct claim_row *row);
/* The length of its span, so that few ranges of the index hold every candidate: candidates_of_actor has the
 * same limits.  -1 when it is rejected. */
int32_t row_reach(const struct claim_row *row);

/* The ids of the article's reports are *first and the following. */
enum status reports_find(struct batch *batch, int64_t article, int64_t *first, int64_t *count,
                         struct error *error) MUST_CHECK;
/* Removes the reports of an article; what they were is left in *formers (in the batch's arena) for
 * founders_replace. */
enum status reports_remove(struct batch *batch, int64_t article, struct former **formers,
                           size_t *former_count, struct error *error) MUST_CHECK;
/* Stores the reports of a write and the analysis that they come from, each report in the component of the
 * claims that it is linked to.  They take the places of the formers that they replace. */
enum status reports_insert(struct batch *batch, int64_t article, struct store_write *write,
                           struct former *formers, size_t former_count, struct error *error) MUST_CHECK;
/* Corrections of the article with that number and id came or went: its reports, which keep their ids, become
 * what they were found to be with the corrections that there are now. */
enum status reports_correct(struct batch *batch, int64_t article, struct str id,
                            struct error *error) MUST_CHECK;

#endif
