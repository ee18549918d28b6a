/* The part of a reprocessing that runs beside the writer: reading articles, comparing what is found in them
 * with what is stored, and queueing the steps. */
#include "store/reprocess.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "internal.h"
#include "pack.h"
#include "reports.h"
#include "stage.h"
#include "term.h"

/* Articles in one step at most, and bytes to stage after which it ends. */
#define STEP_ARTICLES 64
#define STEP_BYTES ((size_t)1 << 20)
/* What one article may take. */
#define ARTICLE_MEMORY ((size_t)2 << 30)
/* Milliseconds to wait when the queue of writes is full. */
#define BUSY_WAIT 50

const char *store_phase_name(enum store_phase phase)
{
    static const char *const names[PHASE_COUNT] = {"idle",        "analysing", "switching",
                                                   "interrupted", "done",      "failed"};
    return names[phase];
}

struct run {
    struct store *store;
    store_analyse *analyse;
    void *context;
    struct reprocess_row row;
    struct arena arena; /* of one article */
    struct arena step;  /* what is staged in one step */
    struct buffer packed[4];
    struct staged items[STEP_ARTICLES];
};

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

/* A write that somebody waits for. */
struct waited {
    struct store_write write;
    struct staging staging;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool done;
};

static void on_done(struct store_write *write)
{
    struct waited *waited = write->context;
    pthread_mutex_lock(&waited->mutex);
    waited->done = true;
    pthread_cond_signal(&waited->changed);
    pthread_mutex_unlock(&waited->mutex);
}

static bool stopped(const struct run *run)
{
    return atomic_load(&run->store->reprocessing.progress.stop);
}

static enum status submit(struct run *run, struct store_write *write, struct error *error)
{
    enum status status;
    while ((status = store_submit(run->store, write)) == ERR_BUSY && !stopped(run)) {
        nanosleep(&(struct timespec){.tv_nsec = BUSY_WAIT * 1000000L}, NULL);
    }
    return status == OK ? OK : error_set(error, status, NULL, "the writes that are waiting are too many");
}

/* Queues one step and waits until it is durable. */
static enum status write_step(struct run *run, enum store_operation operation, size_t count,
                              struct error *error)
{
    struct waited waited = {.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
    waited.staging = (struct staging){.row = run->row, .items = run->items, .count = count};
    waited.write = (struct store_write){
        .operation = operation, .staging = &waited.staging, .done = on_done, .context = &waited};
    enum status status = submit(run, &waited.write, error);
    if (status != OK) {
        return status;
    }
    pthread_mutex_lock(&waited.mutex);
    while (!waited.done) {
        pthread_cond_wait(&waited.changed, &waited.mutex);
    }
    pthread_mutex_unlock(&waited.mutex);
    if (waited.write.status != OK && error != NULL) {
        *error = waited.write.error;
    }
    return waited.write.status;
}

/* A stored article as it is compared. */
struct compared {
    bool found;
    struct store_article stored;
    struct staged item;
};

static enum status read_next(struct run *run, struct compared *compared, struct error *error)
{
    struct staged *item = &compared->item;
    struct connection *connection;
    enum status status = read_begin(run->store, &connection, error);
    if (status != OK) {
        return status;
    }
    status = article_after(connection, &run->arena, run->row.reached, &compared->stored, item,
                           &compared->found, error);
    read_end(run->store, connection);
    return status;
}

/* By which a stored report is found when claims are linked. */
struct keys {
    struct str actor, town;
    int32_t reach;
};

/* Whether the stored row of a report is what a new one with the same words would be. */
static enum status is_same_row(struct run *run, struct connection *connection, const struct claim_row *stored,
                               const struct keys *keys, bool *same, struct error *error)
{
    const struct merge_window window = merge_window(&stored->claim, &run->arena);
    struct claim_row row = {
        .claim = stored->claim, .actor_key = window.actor_key, .town_key = window.town_key};
    struct buffer *packed = &run->packed[0];
    int64_t *terms;
    size_t count;
    if (row.actor_key.data == NULL) {
        return no_memory(error);
    }
    row_derive(&row);
    enum status status = term_of_claim(connection, &run->arena, &row.claim, false, &terms, &count, error);
    if (status != OK) {
        return status;
    }
    buffer_clear(packed);
    pack_ids(packed, terms, count);
    *same = row.span.class == stored->span.class && row.span.lo == stored->span.lo &&
            row.span.hi == stored->span.hi && row_reach(&row) == keys->reach &&
            row.facets == stored->facets && row.twin == stored->twin &&
            str_equal(row.actor_key, keys->actor) && str_equal(row.town_key, keys->town) &&
            str_equal(buffer_str(packed), stored->terms);
    return buffer_status(packed);
}

/* Reads the stored reports, in `rows`, and tells whether all of what is derived from each is still the same.
 */
static enum status read_rows(struct run *run, struct connection *connection, const struct compared *compared,
                             struct claim_row *rows, size_t *count, bool *same, struct error *error)
{
    const struct staged *item = &compared->item;
    struct use claims, keys;
    bool found, key_found;
    enum status status = OK;
    use_begin(&claims, connection, SQL_CLAIMS_FOR_MERGING);
    use_int64(&claims, item->first_report);
    use_int64(&claims, item->first_report + item->report_count - 1);
    use_begin(&keys, connection, SQL_REPORT_KEYS);
    use_int64(&keys, item->first_report);
    use_int64(&keys, item->first_report + item->report_count - 1);
    for (*count = 0; status == OK && *same && *count < (size_t)item->report_count; (*count)++) {
        struct claim_row *row = &rows[*count];
        status = use_row(&claims, &found, error);
        if (status == OK) {
            status = use_row(&keys, &key_found, error);
        }
        if (status != OK || !found || !key_found) {
            *same = false; /* replaced meanwhile */
            break;
        }
        status = row_read_claim(&claims, &run->arena, true, row);
        struct keys found_by = {.actor = column_str(&keys)};
        found_by.reach = column_int32(&keys);
        found_by.town = column_str(&keys);
        *same = status == OK && row->claim.voice == (uint64_t)item->voice;
        if (*same) {
            status = is_same_row(run, connection, row, &found_by, same, error);
        }
    }
    use_end(&claims);
    use_end(&keys);
    return status;
}

/* Whether the reports that are stored, as they were before they were corrected, are those that were found,
 * and all that is derived from them is still the same. */
static enum status compare_reports(struct run *run, const struct compared *compared,
                                   const struct store_analysis *analysis, bool *same, struct error *error)
{
    struct buffer *found = &run->packed[2];
    struct buffer *stored = &run->packed[3];
    size_t count = (size_t)compared->item.report_count;
    struct claim_row *rows = arena_array(&run->arena, count, sizeof *rows);
    struct report *reports = arena_array(&run->arena, count, sizeof *reports);
    struct connection *connection;
    *same = count == analysis->report_count;
    if (rows == NULL || reports == NULL) {
        return no_memory(error);
    }
    if (!*same) {
        return OK;
    }
    enum status status = read_begin(run->store, &connection, error);
    if (status != OK) {
        return status;
    }
    status = read_rows(run, connection, compared, rows, &count, same, error);
    read_end(run->store, connection);
    for (size_t i = 0; i < count; i++) {
        const struct report *extracted = rows[i].corrected.extracted;
        reports[i] = extracted != NULL ? *extracted : rows[i].claim.report;
    }
    buffer_clear(stored);
    pack_reports(stored, reports, count);
    *same = *same && str_equal(buffer_str(found), buffer_str(stored));
    return status == OK ? buffer_status(stored) : status;
}

/* Fills in what is to be staged of an article that was analysed. */
static enum status compare(struct run *run, struct compared *compared, const struct store_analysis *analysis,
                           struct error *error)
{
    struct staged *item = &compared->item;
    struct buffer *timexes = &run->packed[1];
    struct buffer *reports = &run->packed[2];
    bool same_reports = false;
    item->voice = (int64_t)merge_voice(compared->stored.article.text);
    buffer_clear(timexes);
    buffer_clear(reports);
    pack_timexes(timexes, analysis->timexes);
    pack_reports(reports, analysis->reports, analysis->report_count);
    if (buffer_status(timexes) != OK || buffer_status(reports) != OK) {
        return no_memory(error);
    }
    enum status status = compare_reports(run, compared, analysis, &same_reports, error);
    if (status != OK) {
        return status;
    }
    item->differs = !same_reports || !str_equal(buffer_str(timexes), item->timexes);
    item->timexes = (struct str){NULL, 0};
    if (item->differs) {
        item->timexes = arena_copy(&run->step, buffer_str(timexes));
        item->reports = same_reports ? (struct str){NULL, 0} : arena_copy(&run->step, buffer_str(reports));
        if (item->timexes.data == NULL || (!same_reports && item->reports.data == NULL)) {
            return no_memory(error);
        }
    }
    return OK;
}

/* Reads and analyses the next article.  *taken: it is to be staged or marked. */
static enum status analyse_next(struct run *run, struct compared *compared, bool *taken, struct error *error)
{
    struct store_analysis analysis = {0};
    *compared = (struct compared){0};
    *taken = false;
    arena_release(&run->arena);
    enum status status = read_next(run, compared, error);
    if (status != OK || !compared->found) {
        return status;
    }
    status = run->analyse(run->context, &run->arena, &compared->stored.article, &analysis, error);
    if (status == ERR_INVALID || status == ERR_UNSUPPORTED || status == ERR_TOO_LARGE ||
        (status == ERR_NO_MEMORY && run->arena.full)) {
        run->row.kept++;
        status = OK;
    } else if (status == OK) {
        status = compare(run, compared, &analysis, error);
        *taken = status == OK;
        run->row.changed += status == OK && compared->item.differs ? 1 : 0;
    }
    run->row.done++;
    run->row.reached = compared->item.article;
    return status;
}

/* What those who ask see of the run. */
static void publish(struct run *run, enum store_phase phase)
{
    struct store *store = run->store;
    struct store_reprocessing *state = &store->reprocessing.state;
    pthread_mutex_lock(&store->reprocessing.mutex);
    state->phase = phase;
    memcpy(state->rules, run->row.rules, sizeof state->rules);
    state->articles = run->row.articles;
    state->done = run->row.done;
    state->changed = run->row.changed;
    state->kept = run->row.kept;
    state->started = run->row.started;
    state->finished = run->row.finished;
    pthread_mutex_unlock(&store->reprocessing.mutex);
}

/* Analyses some articles and stages them; *ended when there are no more. */
static enum status step(struct run *run, bool *ended, struct error *error)
{
    size_t count = 0;
    size_t read = 0;
    enum status status = OK;
    arena_reset(&run->step);
    while (status == OK && !*ended && read < STEP_ARTICLES && run->step.total < STEP_BYTES && !stopped(run)) {
        struct compared compared;
        bool taken;
        status = analyse_next(run, &compared, &taken, error);
        *ended = status == OK && !compared.found;
        read += compared.found ? 1 : 0;
        if (status == OK && taken) {
            run->items[count++] = compared.item;
        }
    }
    if (status == OK && read > 0) {
        status = write_step(run, STORE_STAGE, count, error);
        if (status == OK) {
            publish(run, PHASE_ANALYSING);
        }
    }
    return status;
}

/* What was begun under the same rules goes on. */
static enum status begin(struct run *run, struct error *error)
{
    struct store *store = run->store;
    struct connection *connection;
    enum status status = read_begin(store, &connection, error);
    if (status != OK) {
        return status;
    }
    status = reprocess_read(connection, &run->row, error);
    read_end(store, connection);
    if (status != OK) {
        return status;
    }
    if (run->row.found && run->row.finished == 0 && strcmp(run->row.rules, store->rules) == 0) {
        publish(run, PHASE_ANALYSING);
        return OK;
    }
    pthread_mutex_lock(&store->reprocessing.mutex);
    run->row = (struct reprocess_row){.found = true,
                                      .started = store->reprocessing.state.started,
                                      .articles = store->reprocessing.state.articles};
    pthread_mutex_unlock(&store->reprocessing.mutex);
    memcpy(run->row.rules, store->rules, strnlen(store->rules, sizeof run->row.rules - 1));
    publish(run, PHASE_ANALYSING);
    return write_step(run, STORE_BEGIN, 0, error);
}

static enum status do_all(struct run *run, struct error *error)
{
    bool ended = false;
    enum status status = begin(run, error);
    while (status == OK && !ended && !stopped(run)) {
        status = step(run, &ended, error);
    }
    if (status == OK && !stopped(run)) {
        publish(run, PHASE_SWITCHING);
        status = write_step(run, STORE_SWITCH, 0, error);
    }
    if (stopped(run) && status != OK) {
        status = ERR_BUSY;
    }
    if (status == OK && !ended) {
        status = ERR_BUSY;
    }
    return status == ERR_BUSY ? error_set(error, status, NULL, "the reprocessing was interrupted") : status;
}

static int64_t now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

enum status store_reprocess_begin(struct store *store, struct error *error)
{
    struct progress *progress = &store->reprocessing.progress;
    struct store_info info;
    enum status status = store_info(store, &info, error);
    if (status != OK) {
        return status;
    }
    pthread_mutex_lock(&store->reprocessing.mutex);
    if (store->reprocessing.running) {
        status = error_set(error, ERR_CONFLICT, NULL, "a reprocessing runs already");
    } else if (atomic_load(&progress->stop)) {
        status = error_set(error, ERR_BUSY, NULL, "the store is about to be closed");
    } else {
        store->reprocessing.running = true;
        store->reprocessing.state = (struct store_reprocessing){
            .phase = PHASE_ANALYSING, .articles = info.articles, .started = now_milliseconds()};
        memcpy(store->reprocessing.state.rules, store->rules,
               strnlen(store->rules, sizeof store->reprocessing.state.rules - 1));
        atomic_store(&progress->steps, 0);
        atomic_store(&progress->done, 0);
    }
    pthread_mutex_unlock(&store->reprocessing.mutex);
    return status;
}

/* It runs no more, and for which reason. */
static void end(struct store *store, enum status status, const struct error *reason)
{
    struct store_reprocessing *state = &store->reprocessing.state;
    pthread_mutex_lock(&store->reprocessing.mutex);
    store->reprocessing.running = false;
    state->phase = status == OK ? PHASE_DONE : status == ERR_BUSY ? PHASE_INTERRUPTED : PHASE_FAILED;
    state->error = *reason;
    pthread_mutex_unlock(&store->reprocessing.mutex);
}

void store_reprocess_abandon(struct store *store, const struct error *reason)
{
    end(store, reason->status, reason);
}

enum status store_reprocess(struct store *store, store_analyse *analyse, void *context, struct error *error)
{
    struct error inner = {0};
    struct run *run = calloc(1, sizeof *run);
    enum status status = ERR_NO_MEMORY;
    if (run != NULL) {
        *run = (struct run){.store = store, .analyse = analyse, .context = context};
        arena_init(&run->arena, ARTICLE_MEMORY);
        arena_init(&run->step, ARTICLE_MEMORY);
        for (size_t i = 0; i < sizeof run->packed / sizeof run->packed[0]; i++) {
            buffer_init(&run->packed[i], ARTICLE_MEMORY);
        }
        status = do_all(run, &inner);
        for (size_t i = 0; i < sizeof run->packed / sizeof run->packed[0]; i++) {
            buffer_release(&run->packed[i]);
        }
        arena_release(&run->step);
        arena_release(&run->arena);
        free(run);
    }
    if (status != OK && inner.message[0] == '\0') {
        (void)error_set(&inner, status, NULL, "%s", status_text(status));
    }
    end(store, status, &inner);
    if (status != OK && error != NULL) {
        *error = inner;
    }
    return status;
}

void store_reprocess_stop(struct store *store)
{
    atomic_store(&store->reprocessing.progress.stop, true);
}

enum status store_reprocess_state(struct store *store, struct store_reprocessing *state, struct error *error)
{
    struct progress *progress = &store->reprocessing.progress;
    struct reprocess_row row;
    struct connection *connection;
    pthread_mutex_lock(&store->reprocessing.mutex);
    *state = store->reprocessing.state;
    bool known = store->reprocessing.running || state->phase == PHASE_FAILED;
    pthread_mutex_unlock(&store->reprocessing.mutex);
    if (known) {
        state->steps = atomic_load(&progress->steps);
        state->steps_done = atomic_load(&progress->done);
        return OK;
    }
    enum status status = read_begin(store, &connection, error);
    if (status != OK) {
        return status;
    }
    status = reprocess_read(connection, &row, error);
    read_end(store, connection);
    *state = (struct store_reprocessing){.phase = !row.found          ? PHASE_IDLE
                                                  : row.finished == 0 ? PHASE_INTERRUPTED
                                                                      : PHASE_DONE,
                                         .articles = row.articles,
                                         .done = row.done,
                                         .changed = row.changed,
                                         .kept = row.kept,
                                         .started = row.started,
                                         .finished = row.finished};
    memcpy(state->rules, row.rules, sizeof state->rules);
    return status;
}
