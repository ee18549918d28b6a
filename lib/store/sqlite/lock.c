#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum status lock_take(const char *path, int *lock, struct error *error)
{
    char file[PATH_MAX + 8];
    char *real = realpath(
        path, NULL); /* so that two names of one database share a lock; NULL when there is none yet */
    int length = snprintf(file, sizeof file, "%s-lock", real != NULL ? real : path);
    int descriptor;
    free(real);
    if (length < 0 || (size_t)length >= sizeof file) {
        return error_set(error, ERR_INVALID, NULL, "the path of the database is too long");
    }
    /* Not a lock on the database file itself: closing a second descriptor of it would drop SQLite's own
     * locks. */
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) {
        return error_set(error, ERR_IO, NULL, "no file can be made or opened beside it: %s", strerror(errno));
    }
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        int number = errno;
        close(descriptor);
        if (number == EWOULDBLOCK) {
            return error_set(error, ERR_BUSY, NULL, "%s is in use by another process", path);
        }
        return error_set(error, ERR_IO, NULL, "%s: %s", file, strerror(number));
    }
    *lock = descriptor;
    return OK;
}

void lock_release(int lock)
{
    close(lock);
}
