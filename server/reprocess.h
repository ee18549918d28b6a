/* Deriving everything anew: in the background of the server, or while `datelined reprocess` waits for it. */
#ifndef SERVER_REPROCESS_H
#define SERVER_REPROCESS_H

#include "server/log.h"
#include "server/options.h"
#include "store/reprocess.h"
#include "json/json.h"

#include <pthread.h>
#include <signal.h>

/* A thread that derives everything anew, when it runs.  All zero but for the first three is one that does
 * not. */
struct reprocess {
    struct store *store;
    const struct settings *settings;
    const struct log *log;
    pthread_mutex_t mutex; /* of the rest */
    bool joinable;         /* there is a thread that was not waited for */
    pthread_t thread;
};

void reprocess_init(struct reprocess *reprocess, struct store *store, const struct settings *settings,
                    const struct log *log);
/* Begins one, or goes on with what was interrupted.  ERR_CONFLICT: one runs; ERR_BUSY: the server stops;
 * ERR_IO.
 */
enum status reprocess_start(struct reprocess *reprocess, struct error *error) MUST_CHECK;
/* Interrupts it and waits until it has ended; none begins any more. */
void reprocess_end(struct reprocess *reprocess);

/* The object of the HTTP contract. */
void reprocess_write_state(struct json_writer *writer, const struct store_reprocessing *state);

/* Does all of it, shows on standard error how far it is, and stops at a signal of `stops`, which is blocked.
 * Then none begins any more.  ERR_BUSY: a signal came; or as store_reprocess. */
enum status reprocess_wait(struct reprocess *reprocess, const sigset_t *stops,
                           struct error *error) MUST_CHECK;

#endif
