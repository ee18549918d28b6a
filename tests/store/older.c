/* Databases as other programs leave them; those of before a migration: undoes what each did. */
#include <sqlite3.h>

#include "tests/cmocka.h"
#include "tests/store/support.h"

static const struct {
    uint32_t number;
    const char *sql;
} undone[] = {
    {11, "DROP INDEX report_town_of_day;"
         "CREATE INDEX report_town ON report (town_key, lo, actor_key, twin) WHERE town_key IS NOT NULL"},
    {10, "DROP INDEX event_series; ALTER TABLE event DROP COLUMN series"},
    {9, "DROP TABLE founder; ALTER TABLE event_gone ADD COLUMN founder INTEGER;"
        "CREATE INDEX event_gone_founder ON event_gone (founder, id) WHERE founder IS NOT NULL"},
    {8, "DROP INDEX event_gone_founder; ALTER TABLE event_gone DROP COLUMN founder;"
        "ALTER TABLE event_gone DROP COLUMN revision"},
    {7, "ALTER TABLE correction_claim DROP COLUMN ordinal; ALTER TABLE correction_claim DROP COLUMN equals"},
    {6, "DROP TRIGGER analysis_inserted; DROP TRIGGER analysis_deleted; DROP TRIGGER analysis_updated;"
        "DROP TABLE staged; DROP TABLE reprocess; DROP TABLE rules_size; DROP TABLE merging"},
    /* the views need not be those of then: what replaces them only drops them */
    {5, "DROP VIEW claim; DROP VIEW claim_with_article;"
        "DROP TABLE correction; DROP TABLE correction_claim;"
        "ALTER TABLE report DROP COLUMN corrected;"
        "CREATE VIEW claim AS SELECT 1; CREATE VIEW claim_with_article AS SELECT 1"},
    {4, "DROP INDEX report_town; ALTER TABLE report DROP COLUMN town_key"},
    {3, "DROP VIEW claim; DROP VIEW claim_with_article;"
        "ALTER TABLE report DROP COLUMN alternatives;"
        "ALTER TABLE event DROP COLUMN alternatives;"
        "CREATE VIEW claim AS SELECT 1; CREATE VIEW claim_with_article AS SELECT 1"},
    {2, "UPDATE event_term SET facets = facets & ~(8191 << 2) | (SELECT 1 << subtype + 2"
        " FROM event WHERE id = event);"
        "ALTER TABLE event DROP COLUMN subtypes"},
};

void fixture_go_back(struct fixture *fixture, uint32_t schema)
{
    sqlite3 *handle;
    store_close(fixture->store);
    fixture->store = NULL;
    assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
    for (size_t i = 0; i < sizeof undone / sizeof *undone; i++) {
        if (undone[i].number > schema) {
            char *sql = sqlite3_mprintf("%s; DELETE FROM migration WHERE number = %u", undone[i].sql,
                                        undone[i].number);
            assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
            sqlite3_free(sql);
        }
    }
    sqlite3_close(handle);
}

void fixture_execute(struct fixture *fixture, const char *sql)
{
    sqlite3 *handle;
    store_close(fixture->store);
    fixture->store = NULL;
    assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(handle);
    fixture_reopen(fixture);
}
