/* One request, from its first header line until its answer is sent. */
#ifndef SERVER_REQUEST_H
#define SERVER_REQUEST_H

#include "query/query.h"
#include "server/log.h"
#include "server/options.h"
#include "server/reply.h"
#include "server/reprocess.h"
#include "store/store.h"

#include <microhttpd.h>
#include <stdatomic.h>

struct route;

/* What all requests share; made before the first one and constant but for the atomics. */
struct server {
    const struct settings *settings;
    struct log log;
    struct store *store;
    struct reprocess reprocess; /* has its own mutex */
    atomic_bool stopping;       /* each answer is the last of its connection */
    atomic_bool closing;        /* nothing more is begun */
    atomic_uint requests;       /* under way */
    atomic_uint connections;
    atomic_size_t bodies; /* bytes of all request bodies held */
    atomic_uint writes;   /* handed to the store and not yet answered by it */
};

struct request {
    struct server *server;
    struct MHD_Connection *connection;
    const struct route *route;
    const char *path; /* as it came, without the query */
    struct str
        tail; /* the decoded part of the path that stands for {id} or *, absent when the route has none */
    struct query_parameter *parameters; /* decoded */
    size_t parameter_count;
    struct arena arena;
    struct buffer body;
    size_t held;     /* bytes of it, as counted in server->bodies */
    size_t received; /* bytes of the body, also those dropped */
    bool closes; /* the connection ends with the answer: what follows cannot be told from the body, or there
                    are too many connections */
    struct reply reply;
    struct store_write write;
    void (*resume)(struct request *request); /* set by request_wait */
    bool waiting;                            /* for its write; only its own thread looks at this */
};

/* A new request or NULL when there is no memory. */
struct request *request_new(struct server *server, struct MHD_Connection *connection, const char *path);
void request_free(struct request *request);

/* Appends to the body.  ERR_BUSY: all bodies together would be more than body-memory allows; ERR_NO_MEMORY.
 */
enum status request_append_body(struct request *request, const char *data, size_t size) MUST_CHECK;
/* Frees the body. */
void request_drop_body(struct request *request);

/* Decodes the percent-encoding of `raw` (a '+' stays one) into the arena.  ERR_INVALID: a broken escape, a
 * NUL, or not well-formed UTF-8. */
enum status percent_decode(struct arena *arena, struct str raw, struct str *decoded) MUST_CHECK;
/* Appends `s` so that it can stand in a query. */
void percent_encode(struct buffer *out, struct str s);

/* Reads the URL's parameters.  ERR_INVALID with the parameter's name. */
enum status request_read_parameters(struct request *request, struct error *error) MUST_CHECK;
/* The parameters as a query of what the route accepts. */
enum status request_query(struct request *request, struct query *query, struct error *error) MUST_CHECK;

/* Reads a page of a list and writes its rows, each a value of an array.  *next is set unless the list ends.
 */
typedef enum status list_rows(struct store *store, const struct query *query, struct json_writer *writer,
                              struct query_cursor *next, struct error *error);
/* Answers with the page that the parameters ask for: its rows under `key`, and "next". */
void request_answer_list(struct request *request, const char *key, list_rows *rows);
/* Ends a page of a list: the member "next" and the Link header.  `next` may be unset: the list ends here. */
void request_write_next(struct request *request, struct json_writer *writer, const struct query *query,
                        const struct query_cursor *next);

/* Hands request->write to the store and suspends the connection; when the write is done, `resume` makes the
 * answer. When the store takes no more, or the server stops,
 * the answer is a problem. */
void request_wait(struct request *request, void (*resume)(struct request *request));

#endif
