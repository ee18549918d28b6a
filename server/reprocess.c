#include "server/reprocess.h"

#include "ingest/ingest.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* How much the thread stands back behind those that answer requests. */
#define NICE 10

void reprocess_init(struct reprocess *reprocess, struct store *store, const struct settings *settings,
                    const struct log *log)
{
    *reprocess = (struct reprocess){.store = store, .settings = settings, .log = log};
    pthread_mutex_init(&reprocess->mutex, NULL);
}

/* As for an article that is posted, with the same limit. */
static enum status analyse(void *context, struct arena *arena, const struct article *article,
                           struct store_analysis *result, struct error *error)
{
    const struct reprocess *reprocess = context;
    struct analysis *analysis = arena_alloc(arena, sizeof(*analysis));
    if (!analysis) {
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    struct error inner = {0};
    enum status status = ingest_analyse(arena, article, analysis, &inner);
    if (status == OK && analysis->report_count > (size_t)reprocess->settings->max_reports) {
        status = error_set(&inner, ERR_TOO_LARGE, NULL, "it holds %zu reports, more than max-reports allows",
                           analysis->report_count);
    }
    if (status != OK) {
        log_write(reprocess->log, LOG_LEVEL_WARNING, "article %.*s keeps the reports it had: %s",
                  STR_ARG(article->id), inner.message);
        return error_set(error, status, NULL, "%s", inner.message);
    }
    *result = (struct store_analysis){&analysis->timexes, analysis->reports, analysis->report_count};
    return OK;
}

static enum status run(struct reprocess *reprocess, struct error *error)
{
    enum status status = store_reprocess(reprocess->store, analyse, reprocess, error);
    struct store_reprocessing state;
    if (status == OK && store_reprocess_state(reprocess->store, &state, NULL) == OK) {
        log_write(reprocess->log, LOG_LEVEL_INFO,
                  "everything is derived anew: %llu articles, %llu of them different, %llu left as they were",
                  (unsigned long long)state.done, (unsigned long long)state.changed,
                  (unsigned long long)state.kept);
    }
    return status;
}

static void *run_thread(void *argument)
{
    struct reprocess *reprocess = argument;
    struct error error = {0};
    (void)setpriority(PRIO_PROCESS, 0, NICE); /* of this thread alone, on Linux */
    enum status status = run(reprocess, &error);
    if (status != OK) {
        log_write(reprocess->log, status == ERR_BUSY ? LOG_LEVEL_INFO : LOG_LEVEL_ERROR,
                  "not everything is derived anew: %s", error.message);
    }
    return NULL;
}

enum status reprocess_start(struct reprocess *reprocess, struct error *error)
{
    pthread_mutex_lock(&reprocess->mutex);
    enum status status = store_reprocess_begin(reprocess->store, error);
    if (status == OK) {
        if (reprocess->joinable) { /* it has done its work */
            pthread_join(reprocess->thread, NULL);
        }
        int number = pthread_create(&reprocess->thread, NULL, run_thread, reprocess);
        reprocess->joinable = number == 0;
        if (number != 0) {
            status = error_set(error, ERR_IO, NULL, "cannot start a thread: %s", strerror(number));
            store_reprocess_abandon(reprocess->store, error);
        }
    }
    pthread_mutex_unlock(&reprocess->mutex);
    return status;
}

void reprocess_end(struct reprocess *reprocess)
{
    store_reprocess_stop(reprocess->store);
    pthread_mutex_lock(&reprocess->mutex);
    if (reprocess->joinable) {
        pthread_join(reprocess->thread, NULL);
        reprocess->joinable = false;
    }
    pthread_mutex_unlock(&reprocess->mutex);
}

void reprocess_write_state(struct json_writer *writer, const struct store_reprocessing *state)
{
    json_object_begin(writer);
    json_member_text(writer, "state", store_phase_name(state->phase));
    json_member_str(writer, "rules", state->rules[0] ? str_from(state->rules) : (struct str){NULL, 0});
    json_member_int(writer, "articles", (int64_t)state->articles);
    json_member_int(writer, "done", (int64_t)state->done);
    json_member_int(writer, "changed", (int64_t)state->changed);
    json_member_int(writer, "kept", (int64_t)state->kept);
    json_key(writer, "switching");
    if (state->phase == PHASE_SWITCHING) {
        json_object_begin(writer);
        json_member_int(writer, "steps", (int64_t)state->steps);
        json_member_int(writer, "done", (int64_t)state->steps_done);
        json_object_end(writer);
    } else {
        json_write_null(writer);
    }
    json_key(writer, "started");
    json_write_moment(writer, state->started);
    json_key(writer, "finished");
    json_write_moment(writer, state->finished);
    json_member_str(writer, "error",
                    state->phase == PHASE_FAILED ? str_from(state->error.message) : (struct str){NULL, 0});
    json_object_end(writer);
}

/* What is shown while somebody waits: a bar on a terminal, else a line every tenth part. */
struct display {
    bool terminal;
    enum store_phase phase;
    unsigned shown; /* tenths */
};

#define BAR "##################################################" /* 50 */

static void show(struct display *display, const struct store_reprocessing *state)
{
    bool switching = state->phase == PHASE_SWITCHING;
    uint64_t all = switching ? state->steps : state->articles;
    uint64_t done = switching ? state->steps_done : state->done;
    const char *what = switching ? "steps of the switch" : "articles read";
    unsigned percent = all == 0 ? 0 : (unsigned)(100 * (done < all ? done : all) / all);
    if (display->terminal) {
        fprintf(stderr, "\r[%-50.*s] %3u %%  %llu of %llu %s ", (int)(percent / 2), BAR, percent,
                (unsigned long long)done, (unsigned long long)all, what);
        return;
    }
    if (state->phase != display->phase || percent / 10 != display->shown) {
        fprintf(stderr, "datelined: %llu of %llu %s\n", (unsigned long long)done, (unsigned long long)all,
                what);
        display->phase = state->phase;
        display->shown = percent / 10;
    }
}

/* Waits for the end, or for a signal. */
static void watch(struct store *store, const sigset_t *stops)
{
    struct display display = {.terminal = isatty(STDERR_FILENO) == 1, .phase = PHASE_IDLE};
    struct store_reprocessing state = {0};
    while (store_reprocess_state(store, &state, NULL) == OK &&
           (state.phase == PHASE_ANALYSING || state.phase == PHASE_SWITCHING)) {
        const struct timespec moment = {.tv_nsec = 100000000L};
        show(&display, &state);
        if (sigtimedwait(stops, NULL, &moment) > 0) {
            store_reprocess_stop(store);
            break;
        }
    }
    if (display.terminal) {
        fputc('\n', stderr);
    }
}

enum status reprocess_wait(struct reprocess *reprocess, const sigset_t *stops, struct error *error)
{
    struct store_reprocessing state = {0};
    enum status status = reprocess_start(reprocess, error);
    if (status != OK) {
        return status;
    }
    watch(reprocess->store, stops);
    reprocess_end(reprocess);
    status = store_reprocess_state(reprocess->store, &state, error);
    if (status == OK && state.phase == PHASE_FAILED) {
        return error_set(error, state.error.status, NULL, "%s", state.error.message);
    }
    if (status == OK && state.phase != PHASE_DONE) {
        return error_set(error, ERR_BUSY, NULL,
                         "interrupted; the same command, or the server, goes on where it was");
    }
    return status;
}
