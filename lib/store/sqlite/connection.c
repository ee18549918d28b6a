#include "connection.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

/* How long a statement waits for the other connections, which hold locks only for moments. */
#define BUSY_MILLISECONDS 10000

enum status connection_error(struct connection *connection, struct error *error)
{
    int number = errno; /* of the system, when SQLite does not keep it: use_row clears it before each step */
    int code = connection->handle == NULL ? SQLITE_NOMEM : sqlite3_extended_errcode(connection->handle);
    const char *message = connection->handle == NULL ? "out of memory" : sqlite3_errmsg(connection->handle);
    switch (code & 0xff) {
    case SQLITE_FULL:
        return error_set(error, ERR_FULL, NULL, "no space left for the database");
    case SQLITE_NOMEM:
        return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(error, ERR_BUSY, NULL, "the database is busy");
    case SQLITE_TOOBIG:
        return error_set(error, ERR_TOO_LARGE, NULL, "too large for the database");
    case SQLITE_IOERR:
        if (sqlite3_system_errno(connection->handle) != 0) {
            number = sqlite3_system_errno(connection->handle);
        }
        if (number == ENOSPC || number == EDQUOT || number == EFBIG) {
            return error_set(error, ERR_FULL, NULL, "no space left for the database: %s", strerror(number));
        }
        return error_set(error, ERR_IO, NULL, "the database cannot be read or written: %s (code %d%s%s)",
                         message, code, number != 0 ? ", " : "", number != 0 ? strerror(number) : "");
    default:
        return error_set(error, ERR_IO, NULL, "the database failed: %s (code %d)", message, code);
    }
}

enum status connection_execute(struct connection *connection, const char *text, struct error *error)
{
    if (sqlite3_exec(connection->handle, text, NULL, NULL, NULL) != SQLITE_OK) {
        return connection_error(connection, error);
    }
    return OK;
}

enum status connection_open(struct connection *connection, const char *path, bool writing,
                            struct error *error)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE | (writing ? SQLITE_OPEN_CREATE : 0);
    enum status status;
    memset(connection, 0, sizeof *connection);
    if (sqlite3_open_v2(path, &connection->handle, flags, NULL) != SQLITE_OK) {
        status = connection_error(connection, error);
        connection_close(connection);
        return status;
    }
    sqlite3_busy_timeout(connection->handle, BUSY_MILLISECONDS);
    sqlite3_extended_result_codes(connection->handle, 1);
    status =
        connection_execute(connection, sql_text[writing ? SQL_CONNECT_WRITER : SQL_CONNECT_READER], error);
    if (status != OK) {
        connection_close(connection);
    }
    return status;
}

void connection_close(struct connection *connection)
{
    for (size_t i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(connection->statements[i]);
        connection->statements[i] = NULL;
    }
    sqlite3_close(connection->handle);
    connection->handle = NULL;
}

void use_begin(struct use *use, struct connection *connection, enum sql sql)
{
    sqlite3_stmt **statement = &connection->statements[sql];
    *use = (struct use){.connection = connection, .code = SQLITE_OK};
    if (*statement == NULL) {
        use->code = sqlite3_prepare_v3(connection->handle, sql_text[sql], -1, SQLITE_PREPARE_PERSISTENT,
                                       statement, NULL);
    }
    use->statement = *statement;
}

static void note(struct use *use, int code)
{
    if (use->code == SQLITE_OK) {
        use->code = code;
    }
}

void use_int64(struct use *use, int64_t value)
{
    use->bound++;
    if (use->code == SQLITE_OK) {
        note(use, sqlite3_bind_int64(use->statement, use->bound, value));
    }
}

void use_optional(struct use *use, int64_t value, int64_t none)
{
    use->bound++;
    if (use->code == SQLITE_OK) {
        note(use, value == none ? sqlite3_bind_null(use->statement, use->bound)
                                : sqlite3_bind_int64(use->statement, use->bound, value));
    }
}

void use_day(struct use *use, int32_t day)
{
    use_optional(use, day, DAY_NONE);
}

void use_str(struct use *use, struct str s)
{
    use->bound++;
    if (use->code == SQLITE_OK) {
        note(use, s.data == NULL ? sqlite3_bind_null(use->statement, use->bound)
                                 : sqlite3_bind_text64(use->statement, use->bound, s.data, s.size,
                                                       SQLITE_STATIC, SQLITE_UTF8));
    }
}

void use_blob(struct use *use, const void *data, size_t size)
{
    use->bound++;
    if (use->code == SQLITE_OK) {
        note(use, size == 0 ? sqlite3_bind_zeroblob(use->statement, use->bound, 0)
                            : sqlite3_bind_blob64(use->statement, use->bound, data, size, SQLITE_STATIC));
    }
}

enum status use_row(struct use *use, bool *found, struct error *error)
{
    *found = false;
    if (use->code == SQLITE_OK) {
        int code;
        errno = 0;
        code = sqlite3_step(use->statement);
        if (code == SQLITE_ROW) {
            use->column = 0;
            *found = true;
            return OK;
        }
        if (code == SQLITE_DONE) {
            return OK;
        }
        use->code = code;
    }
    return connection_error(use->connection, error);
}

enum status use_run(struct use *use, struct error *error)
{
    bool found;
    enum status status = use_row(use, &found, error);
    use_end(use);
    return status;
}

void use_end(struct use *use)
{
    if (use->statement != NULL) {
        sqlite3_reset(use->statement);
    }
}

int64_t column_int64(struct use *use)
{
    return sqlite3_column_int64(use->statement, use->column++);
}

int32_t column_int32(struct use *use)
{
    return sqlite3_column_int(use->statement, use->column++);
}

int64_t column_optional(struct use *use, int64_t none)
{
    int column = use->column++;
    return sqlite3_column_type(use->statement, column) == SQLITE_NULL
               ? none
               : sqlite3_column_int64(use->statement, column);
}

int32_t column_day(struct use *use)
{
    return (int32_t)column_optional(use, DAY_NONE);
}

struct str column_str(struct use *use)
{
    int column = use->column++;
    struct str s;
    s.data = (const char *)sqlite3_column_text(use->statement, column);
    s.size = (size_t)sqlite3_column_bytes(use->statement, column);
    return s;
}

struct str column_blob(struct use *use)
{
    int column = use->column++;
    struct str s;
    s.data = sqlite3_column_blob(use->statement, column);
    s.size = (size_t)sqlite3_column_bytes(use->statement, column);
    return s;
}

enum status connection_run(struct connection *connection, enum sql sql, struct error *error)
{
    struct use use;
    use_begin(&use, connection, sql);
    return use_run(&use, error);
}
