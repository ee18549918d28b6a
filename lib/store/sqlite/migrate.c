#include "migrate.h"

#include "readings.h"
#include "series.h"
#include "town.h"

#include <sodium.h>
#include <string.h>
#include <time.h>

enum { HASH_SIZE = 16, CHECKSUM_SIZE = 2 * HASH_SIZE + 1 };

static void checksum(const char *text, char out[CHECKSUM_SIZE])
{
    uint8_t hash[HASH_SIZE];
    (void)crypto_generichash(hash, sizeof hash, (const unsigned char *)text, strlen(text), NULL, 0);
    sodium_bin2hex(out, CHECKSUM_SIZE, hash, sizeof hash);
}

/* Refuses a file with tables that are not ours: nobody wants another program's database changed. */
static enum status check_owner(struct connection *connection, struct error *error)
{
    struct use use;
    bool found;
    int64_t tables = 0;
    int64_t ours = 0;
    enum status status;
    use_begin(&use, connection, SQL_SCHEMA_TABLES);
    status = use_row(&use, &found, error);
    if (status == OK && found) {
        tables = column_int64(&use);
        ours = column_int64(&use);
    }
    use_end(&use);
    if (status == OK && tables > 0 && ours == 0) {
        status = error_set(error, ERR_CONFLICT, NULL, "the file is a database of another program");
    }
    return status;
}

/* Compares what was applied with what the program has; *count is how many were. */
static enum status check_applied(struct connection *connection, const struct sql_migration *migrations,
                                 uint32_t *count, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    *count = 0;
    use_begin(&use, connection, SQL_MIGRATION_LIST);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        int64_t number = column_int64(&use);
        struct str name = column_str(&use);
        struct str applied = column_str(&use);
        const struct sql_migration *migration = &migrations[*count];
        char expected[CHECKSUM_SIZE];
        if (migration->number == 0 || number != migration->number) {
            status = error_set(error, ERR_CONFLICT, NULL,
                               "the database is newer than this program: it has migration %lld (%.*s)",
                               (long long)number, STR_ARG(name));
            break;
        }
        checksum(migration->text, expected);
        if (!str_equal(applied, str_from(expected))) {
            status =
                error_set(error, ERR_CONFLICT, NULL,
                          "migration %s of the database differs from this program's: checksum %.*s, not %s",
                          migration->name, STR_ARG(applied), expected);
            break;
        }
        ++*count;
    }
    use_end(&use);
    return status;
}

static enum status record(struct connection *connection, const struct sql_migration *migration,
                          struct error *error)
{
    char text[CHECKSUM_SIZE];
    struct use use;
    checksum(migration->text, text);
    use_begin(&use, connection, SQL_MIGRATION_INSERT);
    use_int64(&use, migration->number);
    use_str(&use, str_from(migration->name));
    use_str(&use, str_from(text));
    use_int64(&use, (int64_t)time(NULL) * 1000);
    return use_run(&use, error);
}

static enum status apply(struct connection *connection, const struct sql_migration *migration,
                         struct error *error)
{
    enum status status = connection_run(connection, SQL_BEGIN_WRITE, error);
    if (status != OK) {
        return status;
    }
    status = connection_execute(connection, migration->text, error);
    if (status == OK) {
        status = record(connection, migration, error);
    }
    if (status == OK) {
        status = connection_run(connection, SQL_COMMIT, error);
    }
    if (status != OK && sqlite3_get_autocommit(connection->handle) == 0) {
        (void)!connection_run(connection, SQL_ROLLBACK, NULL);
    }
    return status;
}

enum status migrate(struct connection *connection, const struct sql_migration *migrations, uint32_t *latest,
                    struct error *error)
{
    uint32_t count = 0;
    enum status status = check_owner(connection, error);
    if (status == OK) {
        status = connection_run(connection, SQL_MIGRATION_CREATE, error);
    }
    if (status == OK) {
        status = check_applied(connection, migrations, &count, error);
    }
    if (status == OK && migrations[count].number != 0) {
        status = readings_offer(connection, error);
    }
    if (status == OK && migrations[count].number != 0) {
        status = town_offer(connection, error);
    }
    if (status == OK && migrations[count].number != 0) {
        status = series_offer(connection, error);
    }
    for (; status == OK && migrations[count].number != 0; count++) {
        status = apply(connection, &migrations[count], error);
    }
    *latest = count;
    return status;
}
