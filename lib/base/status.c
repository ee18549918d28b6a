#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum status error_set(struct error *error, enum status status, const char *pointer, const char *format, ...)
{
    if (error == NULL) {
        return status;
    }
    error->status = status;
    error->line = 0;
    error->column = 0;
    snprintf(error->pointer, sizeof error->pointer, "%s", pointer == NULL ? "" : pointer);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

const char *status_text(enum status status)
{
    switch (status) {
    case OK:
        return "ok";
    case ERR_INVALID:
        return "invalid";
    case ERR_NOT_FOUND:
        return "not found";
    case ERR_GONE:
        return "gone";
    case ERR_CONFLICT:
        return "conflict";
    case ERR_TOO_LARGE:
        return "too large";
    case ERR_UNSUPPORTED:
        return "unsupported";
    case ERR_NO_MEMORY:
        return "out of memory";
    case ERR_FULL:
        return "no space left";
    case ERR_BUSY:
        return "busy";
    case ERR_IO:
        return "input/output error";
    }
    return "unknown";
}
