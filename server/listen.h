/* The address that the server listens on. */
#ifndef SERVER_LISTEN_H
#define SERVER_LISTEN_H

#include "base/status.h"

#include <stdbool.h>
#include <sys/socket.h>

struct address {
    struct sockaddr_storage socket_address;
    socklen_t size;
};

#define ADDRESS_TEXT 64 /* bytes that address_format needs at most */

/* Reads "127.0.0.1:8080", "[::1]:8080" or "localhost:8080" (which is 127.0.0.1); port 0 lets the system
 * choose. Names are not looked up.  ERR_INVALID with what was wrong. */
enum status address_parse(const char *text, struct address *address, struct error *error) MUST_CHECK;
/* True for 127.0.0.0/8 and ::1. */
bool address_is_loopback(const struct address *address);
/* The form that address_parse reads back. */
void address_format(const struct address *address, char out[ADDRESS_TEXT]);

/* A listening socket (close-on-exec, non-blocking) bound to *address, in which port 0 is replaced by the one
 * chosen. ERR_IO with the system's reason. */
enum status listen_open(struct address *address, int *listener, struct error *error) MUST_CHECK;

#endif
