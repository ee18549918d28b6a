/* The thread that writes: whatever is queued becomes one transaction. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "internal.h"

/* Writes in one transaction at most, so that the first of them does not wait too long. */
#define BATCH_LIMIT 512
/* What one write and one component may allocate. */
#define BATCH_MEMORY ((size_t)2 << 30)
/* What the claims kept for comparison may take. */
#define CACHE_MEMORY ((size_t)64 << 20)
/* What the components kept beside the one in use may take. */
#define COMPONENT_MEMORY ((size_t)256 << 20)

enum status store_submit(struct store *store, struct store_write *write)
{
    enum status status = OK;
    write->next = NULL;
    if (write->operation == STORE_PUT) { /* here, on the caller's thread: the writer has enough to do */
        article_content_hash(write->article, write->hash);
        write->voice = merge_voice(write->article->text);
    }
    pthread_mutex_lock(&store->queue_mutex);
    if (store->stopping || store->queued >= store->queue_limit) {
        status = ERR_BUSY;
    } else {
        if (store->queue_last == NULL) {
            store->queue_first = write;
        } else {
            store->queue_last->next = write;
        }
        store->queue_last = write;
        store->queued++;
        pthread_cond_signal(&store->queue_changed);
    }
    pthread_mutex_unlock(&store->queue_mutex);
    return status;
}

static bool is_switch(const struct store_write *write)
{
    return write->operation == STORE_SWITCH;
}

/* A switch is a transaction of its own, and so is a correction: what comes of it is told, and that may be all
 * that is wanted. */
static bool is_alone(const struct store_write *write)
{
    return is_switch(write) || write->operation == STORE_CORRECT || write->operation == STORE_UNDO;
}

/* Waits for writes and takes up to BATCH_LIMIT of them; NULL when the store stops and nothing is left. */
static struct store_write *take(struct store *store)
{
    struct store_write *first;
    struct store_write *last;
    uint32_t count = 1;
    pthread_mutex_lock(&store->queue_mutex);
    while (store->queue_first == NULL && !store->stopping) {
        pthread_cond_wait(&store->queue_changed, &store->queue_mutex);
    }
    first = store->queue_first;
    if (first != NULL) {
        for (last = first;
             last->next != NULL && count < BATCH_LIMIT && !is_alone(last) && !is_alone(last->next);
             last = last->next) {
            count++;
        }
        store->queue_first = last->next;
        if (last->next == NULL) {
            store->queue_last = NULL;
        }
        last->next = NULL;
        store->queued -= count;
    }
    pthread_mutex_unlock(&store->queue_mutex);
    return first;
}

static int64_t now_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The counts of a batch's notes, to go back to when a write fails. */
struct mark {
    size_t touched, dirty, joined, bereft;
    int64_t articles, reports;
};

static struct mark mark_of(const struct batch *batch)
{
    return (struct mark){batch->touched.count, batch->dirty.count, batch->joined.count,
                         batch->bereft.count,  batch->articles,    batch->reports};
}

static void go_back(struct batch *batch, const struct mark *mark)
{
    batch->touched.count = mark->touched;
    batch->dirty.count = mark->dirty;
    batch->joined.count = mark->joined;
    batch->bereft.count = mark->bereft;
    batch->articles = mark->articles;
    batch->reports = mark->reports;
}

/* What is kept of reports must not outlive a transaction that is rolled back: their ids are given again. */
static void forget(struct batch *batch)
{
    claim_cache_clear(&batch->cache);
    component_cache_clear(&batch->components);
}

enum status batch_forget(struct batch *batch, int64_t report)
{
    claim_cache_forget(&batch->cache, report);
    component_cache_forget(&batch->components, report);
    return id_list_add(&batch->forgotten, report);
}

enum status batch_forget_rulings(struct batch *batch, int64_t report)
{
    component_cache_forget_rulings(&batch->components, report);
    return id_list_add(&batch->reruled, report);
}

enum status batch_forget_founded(struct batch *batch, int64_t report)
{
    component_cache_forget_founded(&batch->components, report);
    return id_list_add(&batch->refounded, report);
}

/* What was only tried is undone.  No report got an id by it: what is kept need not be given up as a whole. */
static enum status roll_back_trial(struct batch *batch, struct error *error)
{
    enum status status = connection_run(batch->connection, SQL_ROLLBACK, error);
    for (size_t i = 0; i < batch->forgotten.count; i++) {
        claim_cache_forget(&batch->cache, batch->forgotten.items[i]);
        component_cache_forget(&batch->components, batch->forgotten.items[i]);
    }
    for (size_t i = 0; i < batch->reruled.count; i++) {
        component_cache_forget_rulings(&batch->components, batch->reruled.items[i]);
    }
    for (size_t i = 0; i < batch->refounded.count; i++) {
        component_cache_forget_founded(&batch->components, batch->refounded.items[i]);
    }
    claim_cache_rename(&batch->cache);
    return status;
}

/* Applies one write so that its failure leaves the others of the transaction as they are.  A failure is the
 * write's; the status returned is that of the transaction. */
static enum status apply_apart(struct batch *batch, struct store_write *write, struct error *error)
{
    struct mark mark = mark_of(batch);
    enum status status = connection_run(batch->connection, SQL_SAVEPOINT, error);
    if (status != OK) {
        return status;
    }
    write->status = apply_write(batch, write, &write->error);
    if (write->status != OK) {
        go_back(batch, &mark);
        /* The ids of its reports will be given again, or some have changed. */
        if (write->operation == STORE_PUT || batch->forgotten.count > 0 || batch->reruled.count > 0) {
            forget(batch);
        }
        if (sqlite3_get_autocommit(batch->connection->handle) !=
            0) { /* SQLite gave the whole transaction up */
            return error_set(error, write->status, NULL, "%s", write->error.message);
        }
        status = connection_run(batch->connection, SQL_SAVEPOINT_BACK, error);
    }
    if (status == OK) {
        status = connection_run(batch->connection, SQL_SAVEPOINT_RELEASE, error);
    }
    return status;
}

static enum status begin(struct batch *batch, struct error *error)
{
    struct use use;
    bool found;
    enum status status = connection_run(batch->connection, SQL_BEGIN_WRITE, error);
    batch->touched.count = batch->dirty.count = batch->joined.count = batch->bereft.count =
        batch->kept.count = batch->written.count = batch->removed.count = batch->forgotten.count =
            batch->reruled.count = batch->refounded.count = 0;
    id_map_release(&batch->moved);
    batch->articles = batch->reports = batch->events = 0;
    batch->anew = false;
    batch->now = now_milliseconds();
    if (status != OK) {
        return status;
    }
    use_begin(&use, batch->connection, SQL_REPORT_LATEST);
    status = use_row(&use, &found, error);
    batch->reports_before = batch->latest_report = status == OK && found ? column_int64(&use) : 0;
    use_end(&use);
    return status;
}

static bool is_trial(const struct store_write *write)
{
    return write != NULL && write->correcting != NULL && write->correcting->dry_run;
}

static enum status finish(struct batch *batch, struct store_write *first, struct error *error)
{
    enum status status = batch->anew ? regroup_all(batch, error) : regroup(batch, error);
    for (struct store_write *write = first; status == OK && write != NULL; write = write->next) {
        if (write->status == OK) {
            status = apply_results(batch, write, error);
        }
    }
    if (status == OK && is_trial(first)) {
        return roll_back_trial(batch, error);
    }
    if (status == OK && (batch->articles != 0 || batch->reports != 0 || batch->events != 0)) {
        struct use use;
        use_begin(&use, batch->connection, SQL_SIZE_ADD);
        use_int64(&use, batch->articles);
        use_int64(&use, batch->reports);
        use_int64(&use, batch->events);
        status = use_run(&use, error);
    }
    if (status == OK) {
        status = connection_run(batch->connection, SQL_COMMIT, error);
    }
    return status;
}

/* All or nothing of the writes that can be applied at all. */
static enum status transact(struct batch *batch, struct store_write *first, struct error *error)
{
    enum status status = begin(batch, error);
    for (struct store_write *write = first; status == OK && write != NULL; write = write->next) {
        write->error = (struct error){0};
        /* Not within a savepoint, which would keep a copy of every page that is changed. */
        status = is_switch(write) ? apply_write(batch, write, error) : apply_apart(batch, write, error);
    }
    if (status == OK) {
        status = finish(batch, first, error);
    }
    if (status != OK) {
        forget(batch);
        if (sqlite3_get_autocommit(batch->connection->handle) == 0) {
            (void)!connection_run(batch->connection, SQL_ROLLBACK, NULL);
        }
    }
    return status;
}

/* When the whole transaction fails, each write is tried alone, so that only those that cannot be stored are
 * refused. */
static void apply(struct store *store, struct batch *batch, struct store_write *first)
{
    struct error error = {0};
    enum status status = transact(batch, first, &error);
    if (status != OK && first->next != NULL) {
        for (struct store_write *write = first; write != NULL;) {
            struct store_write *next = write->next;
            write->next = NULL;
            apply(store, batch, write);
            write = next;
        }
        return;
    }
    if (status == OK && !is_trial(first)) {
        atomic_fetch_add(&store->commits, 1);
    } else if (status != OK) {
        first->status = status;
        first->error = error;
        if (error.message[0] == '\0') {
            (void)error_set(&first->error, status, NULL, "%s", status_text(status));
        }
    }
    for (struct store_write *write = first; write != NULL;) {
        struct store_write *next = write->next; /* the write is the caller's again once done is called */
        write->done(write);
        write = next;
    }
}

static void *run(void *argument)
{
    struct store *store = argument;
    struct batch batch = {
        .connection = &store->writing, .rules = store->rules, .progress = &store->reprocessing.progress};
    struct store_write *first;
    arena_init(&batch.arena, BATCH_MEMORY);
    claim_cache_init(&batch.cache, CACHE_MEMORY);
    component_cache_init(&batch.components, COMPONENT_MEMORY);
    for (size_t i = 0; i < sizeof batch.packed / sizeof batch.packed[0]; i++) {
        buffer_init(&batch.packed[i], BATCH_MEMORY);
    }
    while ((first = take(store)) != NULL) {
        apply(store, &batch, first);
    }
    for (size_t i = 0; i < sizeof batch.packed / sizeof batch.packed[0]; i++) {
        buffer_release(&batch.packed[i]);
    }
    component_cache_clear(&batch.components);
    claim_cache_release(&batch.cache);
    arena_release(&batch.arena);
    free(batch.touched.items);
    free(batch.dirty.items);
    free(batch.joined.items);
    free(batch.bereft.items);
    id_map_release(&batch.moved);
    free(batch.kept.items);
    free(batch.written.items);
    free(batch.removed.items);
    free(batch.forgotten.items);
    free(batch.reruled.items);
    free(batch.refounded.items);
    return NULL;
}

enum status writer_start(struct store *store, struct error *error)
{
    int number = pthread_create(&store->writer, NULL, run, store);
    if (number != 0) {
        return error_set(error, ERR_IO, NULL, "cannot start a thread: %s", strerror(number));
    }
    store->writer_runs = true;
    return OK;
}

void writer_stop(struct store *store)
{
    if (!store->writer_runs) {
        return;
    }
    pthread_mutex_lock(&store->queue_mutex);
    store->stopping = true;
    pthread_cond_signal(&store->queue_changed);
    pthread_mutex_unlock(&store->queue_mutex);
    pthread_join(store->writer, NULL);
    store->writer_runs = false;
}
