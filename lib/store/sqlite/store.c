/* Opening, closing and the pool of readers. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lock.h"
#include "merging.h"
#include "migrate.h"

static enum status open_readers(struct store *store, uint32_t count, struct error *error)
{
    store->readers = calloc(count, sizeof *store->readers);
    if (store->readers == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (uint32_t i = 0; i < count; i++) {
        enum status status = connection_open(&store->readers[i], store->path, false, error);
        if (status != OK) {
            return status;
        }
        store->readers[i].next = store->idle;
        store->idle = &store->readers[i];
        store->reader_count++;
    }
    return OK;
}

static struct store *allocate(const struct store_options *options)
{
    struct store *store = calloc(1, sizeof *store);
    if (store == NULL) {
        return NULL;
    }
    store->path = strdup(options->path);
    store->rules = strdup(options->rules);
    if (store->path == NULL || store->rules == NULL) {
        free(store->path);
        free(store->rules);
        free(store);
        return NULL;
    }
    store->lock = -1;
    store->queue_limit = options->queue_limit;
    pthread_mutex_init(&store->pool_mutex, NULL);
    pthread_cond_init(&store->pool_changed, NULL);
    pthread_mutex_init(&store->queue_mutex, NULL);
    pthread_cond_init(&store->queue_changed, NULL);
    pthread_mutex_init(&store->reprocessing.mutex, NULL);
    return store;
}

enum status store_open(const struct store_options *options, struct store **store, struct error *error)
{
    struct store *opened;
    enum status status;
    *store = NULL;
    if (options->readers < 1 || options->readers > 64 || options->queue_limit < 1) {
        return error_set(error, ERR_INVALID, NULL,
                         "a store needs 1 to 64 readers and room for at least one write");
    }
    opened = allocate(options);
    if (opened == NULL) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    status = lock_take(opened->path, &opened->lock, error);
    if (status == OK) {
        status = connection_open(&opened->writing, opened->path, true, error);
    }
    if (status == OK) {
        status = migrate(&opened->writing, sql_migrations, &opened->schema, error);
    }
    if (status == OK) {
        status = merging_begin(&opened->writing, error);
    }
    if (status == OK) {
        status = open_readers(opened, options->readers, error);
    }
    if (status == OK) {
        status = writer_start(opened, error);
    }
    if (status != OK) {
        store_close(opened);
        return status;
    }
    *store = opened;
    return OK;
}

void store_close(struct store *store)
{
    if (store == NULL) {
        return;
    }
    writer_stop(store);
    for (uint32_t i = 0; i < store->reader_count; i++) {
        connection_close(&store->readers[i]);
    }
    free(store->readers);
    connection_close(&store->writing); /* the last one: copies the WAL into the database */
    if (store->lock >= 0) {
        lock_release(store->lock);
    }
    pthread_mutex_destroy(&store->reprocessing.mutex);
    pthread_cond_destroy(&store->queue_changed);
    pthread_mutex_destroy(&store->queue_mutex);
    pthread_cond_destroy(&store->pool_changed);
    pthread_mutex_destroy(&store->pool_mutex);
    free(store->rules);
    free(store->path);
    free(store);
}

enum status read_begin(struct store *store, struct connection **connection, struct error *error)
{
    enum status status;
    pthread_mutex_lock(&store->pool_mutex);
    while (store->idle == NULL) {
        pthread_cond_wait(&store->pool_changed, &store->pool_mutex);
    }
    *connection = store->idle;
    store->idle = store->idle->next;
    pthread_mutex_unlock(&store->pool_mutex);
    status = connection_run(*connection, SQL_BEGIN_READ, error);
    if (status != OK) {
        read_end(store, *connection);
    }
    return status;
}

void read_end(struct store *store, struct connection *connection)
{
    if (sqlite3_get_autocommit(connection->handle) == 0) {
        (void)!connection_run(connection, SQL_COMMIT, NULL);
    }
    pthread_mutex_lock(&store->pool_mutex);
    connection->next = store->idle;
    store->idle = connection;
    pthread_cond_signal(&store->pool_changed);
    pthread_mutex_unlock(&store->pool_mutex);
}

enum status store_ready(struct store *store, struct error *error)
{
    struct store_info info;
    return store_info(store, &info, error);
}

enum status store_info(struct store *store, struct store_info *info, struct error *error)
{
    struct connection *connection;
    struct use use;
    bool found;
    enum status status = read_begin(store, &connection, error);
    if (status != OK) {
        return status;
    }
    *info = (struct store_info){.schema = store->schema, .commits = atomic_load(&store->commits)};
    use_begin(&use, connection, SQL_SIZE);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        info->articles = (uint64_t)column_int64(&use);
        info->reports = (uint64_t)column_int64(&use);
        info->events = (uint64_t)column_int64(&use);
    }
    use_end(&use);
    if (status == OK) {
        use_begin(&use, connection, SQL_RULES_OLDER);
        use_str(&use, str_from(store->rules));
        status = use_row(&use, &found, error);
        info->older = status == OK && found ? (uint64_t)column_int64(&use) : 0;
        use_end(&use);
    }
    read_end(store, connection);
    pthread_mutex_lock(&store->queue_mutex);
    info->queued = store->queued;
    pthread_mutex_unlock(&store->queue_mutex);
    return status;
}
