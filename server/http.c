#include "server/http.h"

#include "server/guard.h"
#include "server/routes.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* Of the line and the header fields of a request.  Twice and more what guard.c allows them, so that it is
 * guard.c which refuses them; libmicrohttpd clears all of it before each request, which costs from here on.
 */
#define CONNECTION_MEMORY ((size_t)64 << 10)

/* So many connections beyond the limit are taken in order to be told that there are too many; further ones
 * wait, as libmicrohttpd does not accept them. */
#define CONNECTIONS_REFUSED 32

struct http {
    struct server *server;
    struct MHD_Daemon *daemon;
    int listener; /* the daemon's */
};

static enum MHD_Result send_reply(struct request *request)
{
    struct reply *reply = &request->reply;
    request_drop_body(request);
    if (buffer_status(&reply->body) != OK) {
        reply->header_count = 0;
        reply_problem(reply, MHD_HTTP_SERVICE_UNAVAILABLE, NULL, "no memory is left for the answer");
    }
    size_t size = 0;
    char *data = reply->fixed.data ? NULL : buffer_take(&reply->body, &size);
    struct MHD_Response *response = NULL;
    if (data) {
        response = MHD_create_response_from_buffer(size, data, MHD_RESPMEM_MUST_FREE);
    } else {
        const struct MHD_IoVec body = {reply->fixed.data, reply->fixed.size};
        response = MHD_create_response_from_iovec(&body, reply->fixed.size > 0 ? 1 : 0, NULL, NULL);
    }
    if (!response) {
        free(data);
        return MHD_NO;
    }
    static const struct reply_header always[] = {
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {MHD_HTTP_HEADER_CACHE_CONTROL, "no-cache"},
    };
    enum MHD_Result result = MHD_YES;
    for (size_t i = 0; i < sizeof(always) / sizeof(always[0]); i++) {
        result &= MHD_add_response_header(response, always[i].name, always[i].value);
    }
    const char *policy =
        reply->page ? "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                      "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                      "frame-ancestors 'none'"
                    : "default-src 'none'; frame-ancestors 'none'";
    result &= MHD_add_response_header(response, "Content-Security-Policy", policy);
    if (reply->content_type) {
        result &= MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->content_type);
    }
    for (size_t i = 0; i < reply->header_count; i++) {
        result &= MHD_add_response_header(response, reply->headers[i].name, reply->headers[i].value);
    }
    if (request->closes || atomic_load(&request->server->stopping)) {
        result &= MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    }
    if (result == MHD_YES) {
        result = MHD_queue_response(request->connection, reply->status, response);
    }
    MHD_destroy_response(response);
    return result;
}

/* Counts the connections, and marks those that came above the limit. */
static void count_connection(void *context, struct MHD_Connection *connection, void **mark,
                             enum MHD_ConnectionNotificationCode what)
{
    (void)connection;
    struct server *server = context;
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        atomic_fetch_sub(&server->connections, 1);
    } else if (atomic_fetch_add(&server->connections, 1) >= server->settings->connection_limit) {
        *mark = server;
    }
}

/* Whether the connection came above the limit, and the others are still there. */
static bool is_one_too_many(const struct request *request)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(request->connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    const struct server *server = request->server;
    return info && info->socket_context &&
           atomic_load(&server->connections) > server->settings->connection_limit;
}

static bool takes_body(const struct route *route)
{
    return route->method == METHOD_POST || route->method == METHOD_PATCH;
}

/* Finds the route and looks at everything that the header lines tell: afterwards the reply is set when the
 * request is refused. */
static void begin(struct request *request, const char *method, const char *version)
{
    struct reply *reply = &request->reply;
    if (atomic_load(&request->server->closing)) {
        reply_error(reply, ERR_BUSY, &(struct error){.message = "the server is stopping"});
        return;
    }
    if (is_one_too_many(request)) {
        request->closes = true;
        reply_problem(reply, MHD_HTTP_SERVICE_UNAVAILABLE, NULL,
                      "more than %lld connections are open (the setting connection-limit)",
                      (long long)request->server->settings->connection_limit);
        return;
    }
    if (!guard_sizes(request) || !guard_headers(request, method, version)) {
        return;
    }
    struct route_match match = route_find(method, request->path);
    if (match.method_wrong) {
        if (strcmp(method, MHD_HTTP_METHOD_OPTIONS) == 0) {
            reply->status = MHD_HTTP_NO_CONTENT;
        } else {
            reply_problem(reply, MHD_HTTP_METHOD_NOT_ALLOWED, NULL, "%.32s is not allowed here, only %s",
                          method, match.allow);
        }
        struct str allow = arena_copy(&request->arena, str_from(match.allow));
        if (allow.data) {
            reply_header(reply, MHD_HTTP_HEADER_ALLOW, allow.data);
        }
        return;
    }
    if (!match.route) {
        reply_problem(reply, MHD_HTTP_NOT_FOUND, NULL, "there is nothing at %.200s", request->path);
        return;
    }
    request->route = match.route;
    struct error error = {0};
    if (match.tail.data && percent_decode(&request->arena, match.tail, &request->tail) != OK) {
        reply_problem(reply, MHD_HTTP_BAD_REQUEST, NULL, "the path is not percent-encoded UTF-8");
    } else if (request->route->accepts == ACCEPTS_ANYTHING) {
        return;
    } else if (request_read_parameters(request, &error) != OK) {
        reply_error(reply, error.status, &error);
    } else if (request->route->accepts == 0 && request->parameter_count > 0) {
        struct query unused;
        if (request_query(request, &unused, &error) != OK) {
            reply_error(reply, error.status, &error);
        }
    } else if (takes_body(request->route)) {
        guard_content(request);
    }
    if (reply->status == 0 && request->route->method != METHOD_DELETE) {
        guard_accept(request);
    }
}

/* Takes a piece of the body.  MHD_NO drops the connection. */
static enum MHD_Result receive(struct request *request, const char *data, size_t size)
{
    size_t limit = (size_t)request->server->settings->max_body;
    request->received += size;
    if (request->reply.status == 0 && request->received > limit) {
        guard_too_large(request);
    }
    if (request->reply.status != 0) {
        request_drop_body(request);
        return request->received / GUARD_DRAIN_FACTOR > limit ? MHD_NO : MHD_YES;
    }
    if (takes_body(request->route)) {
        enum status status = request_append_body(request, data, size);
        if (status != OK) {
            request_drop_body(request);
            reply_problem(&request->reply, MHD_HTTP_SERVICE_UNAVAILABLE, NULL,
                          status == ERR_BUSY ? "too many request bodies are held at once (the setting "
                                               "body-memory); try again"
                                             : "no memory is left for the body");
        }
    }
    return MHD_YES;
}

/* libmicrohttpd calls this once with the header lines, then for each piece of the body, then once with no
 * piece; after a suspension it is the last call that is repeated.  An answer queued on the first call ends
 * the connection. */
static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data, size_t *size,
                              void **of_request)
{
    struct server *server = context;
    struct request *request = *of_request;
    if (!request) {
        request = request_new(server, connection, url);
        if (!request) {
            return MHD_NO;
        }
        *of_request = request;
        begin(request, method, version);
        return request->reply.status != 0 && guard_answer_at_once(request) ? send_reply(request) : MHD_YES;
    }
    if (*size > 0) {
        enum MHD_Result result = receive(request, data, *size);
        *size = 0;
        return result;
    }
    if (request->waiting) {
        request->resume(request);
    } else if (request->reply.status == 0) {
        request->route->handle(request);
        if (request->waiting) {
            return MHD_YES; /* suspended, or already resumed, to be called again */
        }
    }
    log_write(&server->log, LOG_LEVEL_DEBUG, "%s %.200s %u", method, request->path, request->reply.status);
    return send_reply(request);
}

static void completed(void *context, struct MHD_Connection *connection, void **of_request,
                      enum MHD_RequestTerminationCode how)
{
    (void)context;
    (void)connection;
    (void)how;
    if (*of_request) {
        request_free(*of_request);
        *of_request = NULL;
    }
}

/* Left as it came: request.c decodes, and refuses what libmicrohttpd would let pass. */
static size_t keep_escaped(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

PRINTF_LIKE(2, 0)
static void log_library(void *context, const char *format, va_list arguments)
{
    struct server *server = context;
    char message[512];
    vsnprintf(message, sizeof(message), format, arguments);
    log_write(&server->log, LOG_LEVEL_DEBUG, "libmicrohttpd: %s", message);
}

/* Beside the connections: the database, its log, the pollers, standard streams. */
#define OTHER_FILES 128

/* Many systems start a process with 1,024 files, and let it have more when it asks. */
static void allow_files(const struct server *server)
{
    rlim_t wanted = (rlim_t)server->settings->connection_limit + CONNECTIONS_REFUSED + OTHER_FILES;
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) {
        return;
    }
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < wanted) {
        log_write(&server->log, LOG_LEVEL_WARNING,
                  "connection-limit %lld needs %llu open files, and this process may have %llu (ulimit -Hn)",
                  (long long)server->settings->connection_limit, (unsigned long long)wanted,
                  (unsigned long long)limit.rlim_cur);
    }
}

static unsigned thread_count(const struct settings *settings)
{
    long processors = settings->threads > 0 ? (long)settings->threads : sysconf(_SC_NPROCESSORS_ONLN);
    long limit = settings->connection_limit < 64 ? (long)settings->connection_limit : 64;
    processors = processors < 1 ? 1 : processors;
    return (unsigned)(processors < limit ? processors : limit);
}

enum status http_start(struct server *server, int listener, struct http **http, struct error *error)
{
    const struct settings *settings = server->settings;
    struct http *started = calloc(1, sizeof(*started));
    unsigned threads = thread_count(settings);
    allow_files(server);
    if (started) {
        started->server = server;
        started->listener = listener;
        started->daemon = MHD_start_daemon(
            MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0,
            NULL, NULL, answer, server,                             /* */
            MHD_OPTION_EXTERNAL_LOGGER, log_library, server,        /* first, for the rest's messages */
            MHD_OPTION_LISTEN_SOCKET, listener,                     /* */
            MHD_OPTION_THREAD_POOL_SIZE, threads > 1 ? threads : 0, /* */
            MHD_OPTION_NOTIFY_CONNECTION, count_connection, server, /* */
            MHD_OPTION_CONNECTION_LIMIT, (unsigned)settings->connection_limit + CONNECTIONS_REFUSED, /* */
            MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)settings->idle_timeout,                         /* */
            MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_MEMORY,                                   /* */
            MHD_OPTION_STRICT_FOR_CLIENT, 0,                  /* guard.c is: stricter, and in our own words */
            MHD_OPTION_UNESCAPE_CALLBACK, keep_escaped, NULL, /* */
            MHD_OPTION_NOTIFY_COMPLETED, completed, server,   /* */
            MHD_OPTION_END);
    }
    if (!started || !started->daemon) {
        close(listener);
        free(started);
        return error_set(error, ERR_IO, NULL, "cannot start the HTTP daemon");
    }
    *http = started;
    return OK;
}

#define NAP 5 /* milliseconds */

/* Waits until the count is 0, but no longer than *patience, of which it takes what it used. */
static void await_none(atomic_uint *count, int64_t *patience)
{
    for (; atomic_load(count) > 0 && *patience > 0; *patience -= NAP) {
        poll(NULL, 0, NAP);
    }
}

/* Refuses new connections: what is listened to becomes something where nothing ever happens, under the number
 * that the daemon's threads know.  MHD_quiesce_daemon takes the listener out of their epoll sets while they
 * may do so themselves, and ends the process when both do. */
static void stop_listening(int listener)
{
    int nothing = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (nothing < 0 || dup2(nothing, listener) < 0) {
        shutdown(listener, SHUT_RDWR);
    }
    if (nothing >= 0) {
        close(nothing);
    }
}

void http_stop(struct http *http)
{
    struct server *server = http->server;
    stop_listening(http->listener);
    int64_t patience = server->settings->stop_timeout * 1000;
    atomic_store(&server->stopping, true);
    await_none(&server->requests, &patience);
    /* One may have begun on an open connection meanwhile; from now on they are refused. */
    atomic_store(&server->closing, true);
    await_none(&server->requests, &patience);
    /* A connection that still waits for its write must not be suspended when the daemon stops. */
    int64_t forever = INT64_MAX;
    await_none(&server->writes, &forever);
    /* It still has to send the answer to what is now on disk. */
    int64_t farewell = 1000;
    await_none(&server->requests, &farewell);
    MHD_stop_daemon(http->daemon);
    free(http);
}
