/* The process: settings, store, HTTP daemon, and an orderly end. */
#include "ingest/ingest.h"
#include "server/http.h"
#include "server/reprocess.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

enum exit_status { EXIT_STOPPED = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

static int complain(enum exit_status status, const struct error *error)
{
    fprintf(stderr, "datelined: %s\n", error->message[0] ? error->message : status_text(error->status));
    return (int)status;
}

/* Readers: each HTTP thread may read while another does. */
static enum status open_store(const struct settings *settings, struct store **store, struct error *error)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    long readers = settings->threads > 0 ? (long)settings->threads : processors;
    const struct store_options options = {.path = settings->database,
                                          .rules = ingest_rules_version(),
                                          .readers = (uint32_t)(readers < 1    ? 1
                                                                : readers > 64 ? 64
                                                                               : readers),
                                          .queue_limit = (uint32_t)settings->queue_limit};
    struct error inner = {0};
    enum status status = store_open(&options, store, &inner);
    if (status != OK) {
        return error_set(error, status, NULL, "cannot open the database %s: %s", settings->database,
                         inner.message[0] ? inner.message : status_text(status));
    }
    return OK;
}

/* What is wrong with the settings and only shows when they are used.  ERR_INVALID. */
static enum status check_settings(struct arena *arena, const struct settings *settings, struct error *error)
{
    if (strcmp(settings->database, ":memory:") == 0) {
        return error_set(error, ERR_INVALID, NULL,
                         "database: :memory: is no file, and nothing would be kept");
    }
    if (settings->web[0]) {
        struct str index = arena_printf(arena, "%s/index.html", settings->web);
        if (!index.data || access(index.data, R_OK) != 0) {
            return error_set(error, ERR_INVALID, NULL, "web: %s/index.html: %s", settings->web,
                             index.data ? strerror(errno) : status_text(ERR_NO_MEMORY));
        }
    }
    return OK;
}

/* Says when the rules are others than those of stored reports, and goes on with what was interrupted. */
static enum status look_at_rules(struct server *server, struct error *error)
{
    struct store_info info;
    struct store_reprocessing state;
    enum status status = store_info(server->store, &info, error);
    if (status == OK) {
        status = store_reprocess_state(server->store, &state, error);
    }
    if (status == OK && state.phase == PHASE_INTERRUPTED) {
        log_write(&server->log, LOG_LEVEL_INFO, "goes on deriving everything anew");
        status = reprocess_start(&server->reprocess, error);
    } else if (status == OK && info.older > 0) {
        log_write(
            &server->log, LOG_LEVEL_INFO,
            "the reports of %llu of %llu articles were found by other rules than those of this program; "
            "POST /api/v1/reprocess derives them anew",
            (unsigned long long)info.older, (unsigned long long)info.articles);
    }
    return status;
}

/* Runs until a signal of `stops`, which is blocked, asks to stop. */
static int serve(struct settings *settings, const sigset_t *stops)
{
    struct error error = {0};
    struct server server = {.settings = settings, .log = {(enum log_level)settings->log_level}};
    struct http *http = NULL;
    int listener = -1;
    /* The address first: a second start by mistake shall not make a database. */
    enum status status = listen_open(&settings->listen, &listener, &error);
    if (status == OK) {
        status = open_store(settings, &server.store, &error);
        if (status != OK) {
            close(listener);
        }
    }
    if (status == OK) {
        reprocess_init(&server.reprocess, server.store, settings, &server.log);
        status = http_start(&server, listener, &http, &error);
        if (status == OK) {
            status = look_at_rules(&server, &error);
        }
    }
    if (status == OK) {
        char address[ADDRESS_TEXT];
        address_format(&settings->listen, address);
        log_write(&server.log, LOG_LEVEL_INFO, "serving %s on http://%s", settings->database, address);
        int number = 0;
        sigwait(stops, &number);
        log_write(&server.log, LOG_LEVEL_INFO, "%s: stopping", strsignal(number));
        /* A second signal ends the process at once. */
        pthread_sigmask(SIG_UNBLOCK, stops, NULL);
        reprocess_end(&server.reprocess); /* first: writes wait for its last transaction */
    }
    if (http) {
        http_stop(http);
    }
    store_close(server.store);
    if (status != OK) {
        return complain(EXIT_FAILED, &error);
    }
    log_write(&server.log, LOG_LEVEL_INFO, "stopped");
    return EXIT_STOPPED;
}

/* Derives all of the database anew, when nobody else has it. */
static int reprocess(struct settings *settings, const sigset_t *stops)
{
    const struct log log = {(enum log_level)settings->log_level};
    struct error error = {0};
    struct reprocess reprocess;
    struct store *store = NULL;
    if (access(settings->database, F_OK) != 0) { /* opening would make it */
        error_set(&error, ERR_NOT_FOUND, NULL, "%s: %s", settings->database, strerror(errno));
        return complain(EXIT_FAILED, &error);
    }
    enum status status = open_store(settings, &store, &error);
    if (status == ERR_BUSY) {
        error_set(&error, status, NULL,
                  "another process has %s open; when that is a server, ask it with POST /api/v1/reprocess",
                  settings->database);
    }
    if (status == OK) {
        reprocess_init(&reprocess, store, settings, &log);
        status = reprocess_wait(&reprocess, stops, &error);
    }
    store_close(store);
    return status == OK ? EXIT_STOPPED : complain(EXIT_FAILED, &error);
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_keep_freed();
    arena_init(&arena, (size_t)4 << 20);
    struct settings settings;
    struct error error = {0};
    enum command command = COMMAND_SERVE;
    int result = EXIT_STOPPED;
    if (options_read(&arena, argc - 1, argv + 1, environ, &settings, &command, &error) != OK ||
        ((command == COMMAND_SERVE || command == COMMAND_REPROCESS) &&
         check_settings(&arena, &settings, &error) != OK)) {
        result = complain(EXIT_USAGE, &error);
    } else if (command == COMMAND_HELP) {
        options_help(stdout);
    } else if (command == COMMAND_VERSION) {
        printf("datelined %s (rules %s)\n", DATELINE_VERSION, ingest_rules_version());
    } else {
        /* Blocked before any thread starts, so that all inherit it and only sigwait takes them. */
        sigset_t stops;
        sigemptyset(&stops);
        sigaddset(&stops, SIGTERM);
        sigaddset(&stops, SIGINT);
        sigaddset(&stops, SIGHUP);
        pthread_sigmask(SIG_BLOCK, &stops, NULL);
        signal(SIGPIPE, SIG_IGN);
        result = command == COMMAND_REPROCESS ? reprocess(&settings, &stops) : serve(&settings, &stops);
    }
    arena_release(&arena);
    return result;
}
