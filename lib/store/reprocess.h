/* Deriving everything anew: what the present rules find in the stored articles takes the place of what was
 * found before, and all claims are merged again.
 *
 * First every article is read and analysed again, while reads and writes go on; where something else is found
 * than what is stored, that is staged, in small durable steps.  Then one transaction puts all of it in place
 * and brings the events up to date: readers see the state before until it commits, and then the one after;
 * writes wait for it.  It takes as long as posting the articles that are different, without reading them;
 * where the events were made by another merging than this program's, all claims are linked and grouped again,
 * and writes wait for some 0.2 ms a claim.  Articles that come, change or go meanwhile are derived by the
 * present rules anyway, and what was staged of them is dropped.
 *
 * Corrections are facts: what is found is corrected again when it is put in place, and one that no claim has
 * the words of waits until one has.  An article whose reports were found as they are stored, but for what was
 * corrected, is not different.
 *
 * A reprocessing that is interrupted, however the process ends, goes on where it was when it is begun again
 * under the same rules, else from the start. */
#ifndef STORE_REPROCESS_H
#define STORE_REPROCESS_H

#include "store/store.h"

enum store_phase {
    PHASE_IDLE,        /* there never was one */
    PHASE_ANALYSING,   /* articles are read */
    PHASE_SWITCHING,   /* the transaction runs */
    PHASE_INTERRUPTED, /* begun, not finished, and it does not run */
    PHASE_DONE,
    PHASE_FAILED, /* as `error` says; what it did is kept, and it goes on from there when it is begun again */
    PHASE_COUNT
};

/* "idle" ... "failed". */
const char *store_phase_name(enum store_phase phase);

struct store_reprocessing {
    enum store_phase phase;
    char rules[65];             /* the version of the rules that it derives with; empty when idle */
    uint64_t articles;          /* stored when it began */
    uint64_t done;              /* articles read so far */
    uint64_t changed;           /* of them those in which something else was found */
    uint64_t kept;              /* those that could not be analysed: they keep what they had */
    uint64_t steps, steps_done; /* of the switch: staged articles, then claims that are linked and grouped */
    int64_t started, finished;  /* Unix time in milliseconds; 0: not */
    struct error error;         /* of PHASE_FAILED */
};

/* What is found in an article; all of it lives as long as the arena that it was made in. */
struct store_analysis {
    const struct timex_list *timexes;
    const struct report *reports;
    size_t report_count;
};

/* Analyses a stored article.  ERR_INVALID, ERR_UNSUPPORTED, ERR_TOO_LARGE, or ERR_NO_MEMORY when the arena is
 * full: it is no article that would be taken, and keeps what it has; the callback may tell somebody.  Other
 * failures end the reprocessing. */
typedef enum status store_analyse(void *context, struct arena *arena, const struct article *article,
                                  struct store_analysis *analysis, struct error *error);

/* Marks a reprocessing as running, without waiting for anything; store_reprocess must follow, or
 * store_reprocess_abandon for the reason given.  ERR_CONFLICT: one runs; ERR_BUSY: store_reprocess_stop was
 * called. */
enum status store_reprocess_begin(struct store *store, struct error *error) MUST_CHECK;
void store_reprocess_abandon(struct store *store, const struct error *reason);
/* Does it all on the calling thread, which takes hours for millions of articles.  ERR_BUSY when it was
 * stopped; other failures as its state has them afterwards. */
enum status store_reprocess(struct store *store, store_analyse *analyse, void *context,
                            struct error *error) MUST_CHECK;
/* Makes a running one return soon, and none begin any more: the store is to be closed. */
void store_reprocess_stop(struct store *store);
/* How far it is. */
enum status store_reprocess_state(struct store *store, struct store_reprocessing *state,
                                  struct error *error) MUST_CHECK;

#endif
