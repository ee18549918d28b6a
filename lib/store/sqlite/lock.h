/* One process a database: a lock on a file beside it, which the system gives back however the process ends.
 */
#ifndef STORE_SQLITE_LOCK_H
#define STORE_SQLITE_LOCK_H

#include "base/status.h"

/* Takes the lock of the database at `path` and returns in *lock what lock_release takes.  ERR_BUSY when
 * somebody has it, this process included; ERR_IO when the file cannot be made. */
enum status lock_take(const char *path, int *lock, struct error *error) MUST_CHECK;
void lock_release(int lock);

#endif
