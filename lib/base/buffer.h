/* A growing run of bytes on the heap, for output that is built piece by piece.
 *
 * Failure is sticky: after the first append that finds no memory or passes the limit, every further append
 * does nothing, and buffer_status tells; so a writer appends freely and asks once at the end. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/status.h"
#include "base/str.h"

struct buffer {
    char *data; /* `size` bytes and a NUL; NULL while nothing was appended */
    size_t size;
    size_t capacity;
    size_t limit;
    enum status status;
};

/* An empty buffer that will hold at most `limit` bytes; allocates nothing yet. */
void buffer_init(struct buffer *buffer, size_t limit);
/* Frees the bytes; the buffer is as after buffer_init with the same limit. */
void buffer_release(struct buffer *buffer);
/* Makes it empty, keeps the memory, clears a failure. */
void buffer_clear(struct buffer *buffer);
void buffer_append(struct buffer *buffer, const void *data, size_t size);
void buffer_append_str(struct buffer *buffer, struct str s);
void buffer_append_char(struct buffer *buffer, char c);
void buffer_printf(struct buffer *buffer, const char *format, ...) PRINTF_LIKE(2, 3);
/* OK, ERR_NO_MEMORY or ERR_TOO_LARGE: the first failure since buffer_init or buffer_clear. */
enum status buffer_status(const struct buffer *buffer) MUST_CHECK;
/* What it holds; valid until the next change. */
struct str buffer_str(const struct buffer *buffer);
/* Hands the bytes to the caller, who frees them with free(); the buffer is empty afterwards.  NULL when it
 * failed or holds nothing. */
char *buffer_take(struct buffer *buffer, size_t *size);

#endif
