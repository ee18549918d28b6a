/* The store as its own parts see it. */
#ifndef STORE_SQLITE_INTERNAL_H
#define STORE_SQLITE_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "batch.h"
#include "connection.h"
#include "store/reprocess.h"

struct store {
    char *path;
    char *rules;
    int lock;
    uint32_t schema;

    /* the pool of reading connections */
    pthread_mutex_t pool_mutex;
    pthread_cond_t pool_changed;
    struct connection *readers;
    uint32_t reader_count;
    struct connection *idle;

    /* the queue of writes */
    pthread_mutex_t queue_mutex;
    pthread_cond_t queue_changed;
    struct store_write *queue_first;
    struct store_write *queue_last;
    uint32_t queued;
    uint32_t queue_limit;
    bool stopping;
    pthread_t writer;
    bool writer_runs;
    struct connection writing; /* the writer thread's alone */
    atomic_uint_fast64_t commits;

    /* the reprocessing that runs, or ran last in this process */
    struct {
        pthread_mutex_t mutex; /* of the next two */
        bool running;
        struct store_reprocessing state; /* but for what `progress` has */
        struct progress progress;
    } reprocessing;
};

/* Starts and stops the thread that applies the queue; stopping applies what is queued first. */
enum status writer_start(struct store *store, struct error *error) MUST_CHECK;
void writer_stop(struct store *store);

/* Takes a reading connection, waiting for one, and begins a read transaction: everything read until read_end
 * is one state of the database. */
enum status read_begin(struct store *store, struct connection **connection, struct error *error) MUST_CHECK;
void read_end(struct store *store, struct connection *connection);

/* What one read may allocate. */
#define READ_MEMORY ((size_t)256 << 20)

#endif
