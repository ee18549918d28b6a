/* How functions of this project report failure.
 *
 * A function that can fail returns enum status and is marked MUST_CHECK; one that takes a `struct error *`
 * also says there what was wrong and where.  The pointer may be NULL when the caller does not care.  On OK
 * the error is left as it was. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#include <stddef.h>
#include <stdint.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(format_at, first_at) __attribute__((format(printf, format_at, first_at)))

enum status {
    OK = 0,
    ERR_INVALID,     /* the input is malformed: the caller's fault */
    ERR_NOT_FOUND,   /* no such thing */
    ERR_GONE,        /* there was such a thing, it was removed */
    ERR_CONFLICT,    /* contradicts what is stored */
    ERR_TOO_LARGE,   /* over a limit */
    ERR_UNSUPPORTED, /* well-formed, but not something this program does */
    ERR_NO_MEMORY,
    ERR_FULL, /* no space left on the device */
    ERR_BUSY, /* try again later */
    ERR_IO,   /* the system or the database failed */
};

/* One failure.  `pointer` is an RFC 6901 JSON pointer into the request when the input was JSON, else the name
 * of the parameter or field; empty when the failure is about the whole input.  `line` and `column` count from
 * 1 and are 0 when they do not apply; `column` counts bytes. */
struct error {
    enum status status;
    uint32_t line;
    uint32_t column;
    char pointer[128];
    char message[384];
};

/* Fills `error` (which may be NULL) and returns `status`, so that a failure is one statement:
 *     return error_set(error, ERR_INVALID, "/published", "expected a date such as 2024-12-14");
 * `pointer` may be NULL, which means empty.  Texts that are too long are cut. */
enum status error_set(struct error *error, enum status status, const char *pointer, const char *format, ...)
    PRINTF_LIKE(4, 5);

/* The name of a status in words, for messages: "not found".  Static storage. */
const char *status_text(enum status status);

#endif
