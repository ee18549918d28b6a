#include "server/log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

const char *const log_level_names[] = {"error", "warning", "info", "debug", NULL};

void log_write(const struct log *log, enum log_level level, const char *format, ...)
{
    if (level > log->level) {
        return;
    }
    char line[1100];
    time_t now = time(NULL);
    struct tm utc = {0};
    gmtime_r(&now, &utc);
    size_t size = strftime(line, 32, "%Y-%m-%dT%H:%M:%SZ", &utc);
    int printed = snprintf(line + size, 16, " %s ", log_level_names[level]);
    size += printed > 0 ? (size_t)printed : 0;

    va_list arguments;
    va_start(arguments, format);
    size_t room = sizeof(line) - size - 1;
    printed = vsnprintf(line + size, room, format, arguments);
    va_end(arguments);
    size_t begin = size;
    if (printed > 0) {
        size += (size_t)printed < room ? (size_t)printed : room - 1;
    }
    for (size_t i = begin; i < size; i++) {
        unsigned char byte = (unsigned char)line[i];
        if (byte < 0x20 || byte == 0x7f) {
            line[i] = '?';
        }
    }
    line[size++] = '\n';
    if (write(STDERR_FILENO, line, size) < 0) {
        return; /* nowhere left to say so */
    }
}
