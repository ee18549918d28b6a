/* The HTTP daemon (libmicrohttpd): connections, limits, and the way of a request through its handler. */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include "server/request.h"

struct http;

/* Starts answering on `listener`, which it closes when it stops, also when this fails.  ERR_IO. */
enum status http_start(struct server *server, int listener, struct http **http,
                       struct error *error) MUST_CHECK;
/* Takes no new connection, answers the requests under way as long as stop-timeout allows, and every write
 * that was handed to the store however long it takes; closes the connections and frees `http`. */
void http_stop(struct http *http);

#endif
