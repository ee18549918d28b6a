/* The server's log: one line an entry on standard error. */
#ifndef SERVER_LOG_H
#define SERVER_LOG_H

#include "base/status.h"

enum log_level { LOG_LEVEL_ERROR, LOG_LEVEL_WARNING, LOG_LEVEL_INFO, LOG_LEVEL_DEBUG, LOG_LEVEL_COUNT };

struct log {
    enum log_level level; /* entries of a higher one are dropped */
};

/* "error" ... "debug", in the order of the enum and with a NULL behind. */
extern const char *const log_level_names[];

/* Writes "2026-11-22T03:00:00Z info text\n" in one write.  Control characters become '?', so that what a
 * client sent cannot make up an entry.  A text over 1000 bytes is cut.  Any thread. */
void log_write(const struct log *log, enum log_level level, const char *format, ...) PRINTF_LIKE(3, 4);

#endif
