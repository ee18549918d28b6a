/* The writes of a reprocessing: it begins, stages what is found in articles, and switches to it.  See
 * store/reprocess.h. */
#ifndef STORE_SQLITE_STAGE_H
#define STORE_SQLITE_STAGE_H

#include "batch.h"

/* The row of the table `reprocess`, and whether there is one. */
struct reprocess_row {
    bool found;
    char rules[65];
    int64_t started, finished; /* Unix time in milliseconds; 0: not finished */
    uint64_t articles;
    int64_t reached; /* number of the last article that was read */
    uint64_t done, changed, kept;
};

enum status reprocess_read(struct connection *connection, struct reprocess_row *row,
                           struct error *error) MUST_CHECK;

/* What the present rules find in one article. */
struct staged {
    int64_t article; /* its number */
    uint8_t hash[16];
    int64_t first_report,
        report_count; /* of what is stored: with the hash they tell whether it was replaced */
    bool differs;     /* from what is stored; else only the version of the rules is noted */
    int64_t voice;
    struct str timexes, reports; /* packed; reports are absent when the stored ones stay */
};

/* Reads the first article behind the number, with all of it in `arena`: of what was derived from it only what
 * `item` has, whose timexes are the stored ones.  ERR_NO_MEMORY, ERR_IO. */
enum status article_after(struct connection *connection, struct arena *arena, int64_t number,
                          struct store_article *article, struct staged *item, bool *found,
                          struct error *error) MUST_CHECK;

/* What a write of operation STORE_BEGIN, STORE_STAGE or STORE_SWITCH carries. */
struct staging {
    struct reprocess_row row;   /* as it is afterwards */
    const struct staged *items; /* of STORE_STAGE */
    size_t count;
};

/* Throws away what was staged and begins anew. */
enum status stage_begin(struct batch *batch, const struct staging *staging, struct error *error) MUST_CHECK;
/* Stages the items whose articles are still those that were read, and moves on. */
enum status stage_put(struct batch *batch, const struct staging *staging, struct error *error) MUST_CHECK;
/* Forgets what is staged of an article, because it is replaced or removed. */
enum status stage_drop(struct batch *batch, int64_t article, struct error *error) MUST_CHECK;

/* Puts what is staged in place of what is stored and ends the reprocessing.  When merging is another than the
 * one that made the events, the batch is marked as `anew` and all claims are linked anew.  The events are
 * left to regroup or regroup_all.  ERR_BUSY: it is to be given up. */
enum status stage_switch(struct batch *batch, struct error *error) MUST_CHECK;

#endif
