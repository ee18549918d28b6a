/* What the writer knows while it applies one transaction. */
#ifndef STORE_SQLITE_BATCH_H
#define STORE_SQLITE_BATCH_H

#include "claim_cache.h"
#include "component.h"
#include "connection.h"
#include "id_map.h"
#include "rows.h"
#include "store/store.h"

#include <stdatomic.h>

/* A growing list of numbers on the heap. */
struct id_list {
    int64_t *items;
    size_t count;
    size_t capacity;
};

enum status id_list_add(struct id_list *list, int64_t id) MUST_CHECK;

/* How far a switch is, for those who wait. */
struct progress {
    atomic_bool stop; /* it is to be given up */
    atomic_uint_fast64_t steps, done;
};

struct batch {
    struct connection *connection;
    const char *rules;
    struct progress *progress;
    bool anew;          /* everything is derived anew: claims are linked once all of them are there */
    struct arena arena; /* of one write, then of one component */
    struct claim_cache cache;
    struct component_cache components;
    struct buffer packed[4];
    int64_t now;                       /* Unix time in milliseconds, the same for the whole batch */
    int64_t reports_before;            /* the highest report id given before the batch */
    int64_t latest_report;             /* the highest given so far */
    struct id_list touched;            /* components whose claims changed */
    struct id_list dirty;              /* components that lost a claim: they may have come apart */
    struct id_list joined;             /* pairs: a component, and the one that took it in */
    struct id_list bereft;             /* events that lost a claim */
    struct id_map moved;               /* events that another component has now, each with itself */
    struct id_list kept;               /* events that have claims after all */
    struct id_list written;            /* events made or changed */
    struct id_list removed;            /* pairs: an event, and its successor or 0 */
    struct id_list forgotten;          /* reports that changed under their id */
    struct id_list reruled;            /* and those on which the rulings did */
    struct id_list refounded;          /* and those that founded more, or less, than before */
    int64_t articles, reports, events; /* how many more there are now */
};

/* Gives up what is kept of a report that changes under its id, of the rulings on it, or of what it founded.
 * ERR_NO_MEMORY. */
enum status batch_forget(struct batch *batch, int64_t report) MUST_CHECK;
enum status batch_forget_rulings(struct batch *batch, int64_t report) MUST_CHECK;
enum status batch_forget_founded(struct batch *batch, int64_t report) MUST_CHECK;

/* Makes or deletes a correction, and notes what the events need, as apply_write does. */
enum status correct_apply(struct batch *batch, struct store_write *write, struct error *error) MUST_CHECK;
/* Fills in the results of a correction, once its events are made. */
enum status correct_results(struct batch *batch, const struct store_write *write,
                            struct error *error) MUST_CHECK;

/* Applies one write to facts and reports and notes what its events need.  On failure the transaction is to be
 * rolled back. */
enum status apply_write(struct batch *batch, struct store_write *write, struct error *error) MUST_CHECK;
/* Makes the events agree with the reports: once, after all writes of the batch. */
enum status regroup(struct batch *batch, struct error *error) MUST_CHECK;
/* The same for all events there are, also those whose claims are what they were: the rules by which claims
 * are grouped and summed up may be others.  ERR_BUSY: it is to be given up. */
enum status regroup_all(struct batch *batch, struct error *error) MUST_CHECK;
/* Fills in the ids of the events of a write's reports. */
enum status apply_results(struct batch *batch, struct store_write *write, struct error *error) MUST_CHECK;

/* Stores what the claims of one event sum up to, in place of the `stored` one, or when that is NULL as a new
 * event (*id is 0; gives its id) or as the one of that id, which is gone and comes back.  `same`: its claims
 * are those that it had, so that it is left as it is when they sum up to the same. */
enum status event_write(struct batch *batch, const struct claim_row *const *members,
                        const struct claim *claims, size_t count, int64_t component,
                        const struct event_row *stored, bool same, int64_t *id,
                        struct error *error) MUST_CHECK;
/* Enters an event under another component. */
enum status event_set_component(struct batch *batch, int64_t event, int64_t component,
                                struct error *error) MUST_CHECK;
/* Removes an event and leaves word of its successor (0: none). */
enum status event_remove(struct batch *batch, int64_t id, int64_t successor, struct error *error) MUST_CHECK;
/* Reads a stored event into the batch's arena; *found tells whether there is one. */
enum status event_load(struct batch *batch, int64_t id, struct event_row *row, bool *found,
                       struct error *error) MUST_CHECK;
/* What an event with a figure adds to the totals of its days, all 0 without one: an upper end that nobody
 * gave is counted in `open` and adds nothing to `max`. */
struct figure_sums {
    int64_t events, min, max, open;
};
struct event_sums {
    struct figure_sums killed, wounded;
};
struct event_sums event_sums(const struct event *event);

#endif
