/* Brings the schema of a database up to date. */
#ifndef STORE_SQLITE_MIGRATE_H
#define STORE_SQLITE_MIGRATE_H

#include "connection.h"

/* Applies the migrations that the database lacks, each in a transaction of its own, and gives the number of
 * the latest. ERR_CONFLICT when the database has one that this program does not know or that differs from the
 * program's, or when the file is some other program's database. */
enum status migrate(struct connection *connection, const struct sql_migration *migrations, uint32_t *latest,
                    struct error *error) MUST_CHECK;

#endif
