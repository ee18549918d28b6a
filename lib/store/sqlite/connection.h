/* One SQLite connection with its prepared statements.  Used by one thread at a time. */
#ifndef STORE_SQLITE_CONNECTION_H
#define STORE_SQLITE_CONNECTION_H

#include <sqlite3.h>

#include "base/civil.h"
#include "base/status.h"
#include "base/str.h"
#include "sql.h"

struct connection {
    sqlite3 *handle;
    sqlite3_stmt *statements[SQL_COUNT]; /* prepared when first used */
    struct connection *next;             /* the pool's */
};

/* Opens the database at `path` and sets it up for writing or for reading; the file is made only for writing.
 */
enum status connection_open(struct connection *connection, const char *path, bool writing,
                            struct error *error) MUST_CHECK;
/* Closes it; one that was never opened is left alone. */
void connection_close(struct connection *connection);
/* The failure that SQLite reports, as ours: ERR_FULL, ERR_NO_MEMORY, ERR_BUSY, ERR_IO. */
enum status connection_error(struct connection *connection, struct error *error) MUST_CHECK;
/* Runs every statement of a text that takes no values. */
enum status connection_execute(struct connection *connection, const char *text,
                               struct error *error) MUST_CHECK;

/* One use of a statement: begin, bind the values in order, then run it or step through its rows.
 *
 *     struct use use;
 *     use_begin(&use, connection, SQL_ARTICLE_FIND_ID);
 *     use_str(&use, id);
 *     status = use_row(&use, &found, error);
 *     ... column_int64(&use) ...
 *     use_end(&use);
 *
 * Bound bytes must live until use_end.  The first failure sticks and comes out of use_row or use_run. */
struct use {
    struct connection *connection;
    sqlite3_stmt *statement; /* NULL when it could not be prepared */
    int bound;
    int column; /* the next one to read */
    int code;   /* of SQLite, the first failure */
};

void use_begin(struct use *use, struct connection *connection, enum sql sql);
void use_int64(struct use *use, int64_t value);
/* NULL for DAY_NONE. */
void use_day(struct use *use, int32_t day);
/* NULL for `none`. */
void use_optional(struct use *use, int64_t value, int64_t none);
/* NULL when absent. */
void use_str(struct use *use, struct str s);
void use_blob(struct use *use, const void *data, size_t size);
/* Steps to the next row, *found tells whether there is one. */
enum status use_row(struct use *use, bool *found, struct error *error) MUST_CHECK;
/* Runs a statement without rows, and ends. */
enum status use_run(struct use *use, struct error *error) MUST_CHECK;
/* Must follow use_row, also after a failure. */
void use_end(struct use *use);

/* The columns of the present row, one after the other.  Strings are borrowed until the next step or use_end.
 */
int64_t column_int64(struct use *use);
int32_t column_int32(struct use *use);
int32_t column_day(struct use *use);
int64_t column_optional(struct use *use, int64_t none);
struct str column_str(struct use *use);
struct str column_blob(struct use *use);

/* Runs a statement that takes no values and gives no rows: BEGIN, COMMIT, ROLLBACK. */
enum status connection_run(struct connection *connection, enum sql sql, struct error *error) MUST_CHECK;

#endif
