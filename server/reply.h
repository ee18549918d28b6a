/* The answer to one request, as a handler makes it; http.c sends it. */
#ifndef SERVER_REPLY_H
#define SERVER_REPLY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "json/json.h"

#define REPLY_HEADERS_MAX 4

struct reply_header {
    const char *name;
    const char *value; /* lives as long as the request */
};

struct reply {
    unsigned status;          /* 0: no answer yet */
    const char *content_type; /* NULL when there is no body */
    struct buffer body;
    struct str fixed; /* a body that outlives the daemon, instead of `body`; absent otherwise */
    bool page;        /* may run the scripts and styles that come with it */
    struct reply_header headers[REPLY_HEADERS_MAX];
    size_t header_count;
};

void reply_init(struct reply *reply);
void reply_release(struct reply *reply);
void reply_header(struct reply *reply, const char *name, const char *value);

/* Begins a JSON body: what `writer` writes goes into the reply. */
void reply_json(struct reply *reply, unsigned status, struct json_writer *writer);

/* Replaces whatever the reply held by a problem document (RFC 9457).  `pointer` may be empty; one that begins
 * with '/' is a JSON pointer into the request, else it names a URL parameter or a header.  A 503 says when to
 * try again. */
void reply_problem(struct reply *reply, unsigned status, const char *pointer, const char *format, ...)
    PRINTF_LIKE(4, 5);
/* The same for a failure; `error` may be empty but for the status given. */
void reply_error(struct reply *reply, enum status status, const struct error *error);

/* The HTTP status of a failure. */
unsigned reply_status(enum status status);

#endif
