/* What is refused before a handler sees it: by its header lines, its origin, its type, its size. */
#ifndef SERVER_GUARD_H
#define SERVER_GUARD_H

#include "server/request.h"

/* Refuses a request target, header fields or URL parameters beyond what is read, and blanks where none may
 * stand. False when the reply is set. */
bool guard_sizes(struct request *request) MUST_CHECK;
/* Refuses requests with contradictory lengths, for no host or a host that is not this one (a page elsewhere
 * may have its name point here), and writes that a page of another origin makes.  False when the reply is
 * set. */
bool guard_headers(struct request *request, const char *method, const char *version) MUST_CHECK;
/* Refuses a request whose Accept fields leave out application/json, the only form there is.  Without any, or
 * with an empty one, everything is accepted. */
void guard_accept(struct request *request);
/* Refuses a body that is not application/json in UTF-8, or that is announced to be too large. */
void guard_content(struct request *request);
/* Answers that the body is too large.  Up to so many times the limit it is read and dropped, so that the
 * client comes to see the answer. */
#define GUARD_DRAIN_FACTOR 4
void guard_too_large(struct request *request);
/* Whether a refused request is to be answered before its body came, at the price of the connection: when the
 * client waits for leave to send it, or it is too long to be read and dropped, or has no certain end. */
bool guard_answer_at_once(const struct request *request);

#endif
