/* Deriving everything anew: what changes, what stays, what goes on after an interruption.  That the events
 * are those of a new store is property.c's. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/cmocka.h"
#include "tests/store/drafts.h"

#define OTHER_RULES "fedcba9876543210"

/* More articles than one step stages. */
enum { MANY = 150 };
static struct draft many[MANY];

/* So many articles about as many happenings, `count` killed in each. */
static void make_many(int64_t count)
{
    static char ids[MANY][16];
    for (size_t i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "many-%zu", i);
        many[i] = (struct draft){
            .id = ids[i],
            .text = "Norland soldiers were killed in Weissau, the ministry said.",
            .published = 14 + 3 * (int32_t)i,
            .reports = {KILLED("Norland", "Weissau", "Norland ministry", count, 13 + 3 * (int32_t)i)}};
    }
}

static struct store_reprocessing reprocessing_of(const struct fixture *fixture)
{
    struct store_reprocessing state;
    assert_int_equal(store_reprocess_state(fixture->store, &state, NULL), OK);
    return state;
}

struct moment {
    int64_t id, updated;
    uint32_t revision;
};

static bool take_moment(void *context, const struct event *event)
{
    *(struct moment *)context = (struct moment){event->id, event->updated, event->revision};
    return false;
}

/* The first event of a place. */
static struct moment moment_of(const struct fixture *fixture, const char *place)
{
    struct query query = query_all();
    struct query_cursor next;
    struct moment moment = {0};
    struct str name = str_from(place);
    query.places = (struct query_values){&name, 1};
    assert_int_equal(store_events(fixture->store, &query, take_moment, &moment, &next, NULL), OK);
    return moment;
}

/* One number of the database. */
static int64_t number_of(const struct fixture *fixture, const char *sql)
{
    sqlite3 *handle;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open_v2(fixture->path, &handle, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return number;
}

static void test_the_same_is_found(void **state)
{
    struct fixture *fixture = *state;
    struct draft drafts[] = {courier, mail, other};
    struct rederivation rederivation = {.drafts = drafts, .count = 3};
    assert_int_equal(reprocessing_of(fixture).phase, PHASE_IDLE);
    for (size_t i = 0; i < 3; i++) {
        drafts[i].reports[0].other = 9;
        (void)write_one(fixture->store, &drafts[i]);
    }
    struct moment before = moment_of(fixture, "Weissau");
    int64_t highest = number_of(fixture, "SELECT max(id) FROM report");
    fixture_reopen_with(fixture, OTHER_RULES);
    assert_int_equal(info_of(fixture).older, 3);
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(info_of(fixture).older, 0);
    struct store_reprocessing reprocessing = reprocessing_of(fixture);
    assert_int_equal(reprocessing.phase, PHASE_DONE);
    assert_string_equal(reprocessing.rules, OTHER_RULES);
    assert_int_equal(reprocessing.articles, 3);
    assert_int_equal(reprocessing.done, 3);
    assert_int_equal(reprocessing.changed, 0);
    assert_int_equal(reprocessing.kept, 0);
    assert_true(reprocessing.finished >= reprocessing.started);
    struct moment after = moment_of(fixture, "Weissau");
    assert_memory_equal(&after, &before, sizeof after);
    assert_int_equal(number_of(fixture, "SELECT max(id) FROM report"), highest);
}

static void test_events_without_change_keep_their_revision(void **state)
{
    struct fixture *fixture = *state;
    struct draft drafts[] = {courier, mail, other};
    struct rederivation rederivation = {.drafts = drafts, .count = 3};
    for (size_t i = 0; i < 3; i++) {
        (void)write_one(fixture->store, &drafts[i]);
    }
    struct moment ostburg = moment_of(fixture, "Ostburg");
    struct moment weissau = moment_of(fixture, "Weissau");
    drafts[0].reports[0].min = 11;
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(reprocessing_of(fixture).changed, 1);
    struct moment same = moment_of(fixture, "Ostburg");
    assert_memory_equal(&same, &ostburg, sizeof same);
    struct moment changed = moment_of(fixture, "Weissau");
    assert_int_equal(changed.id, weissau.id);
    assert_int_equal(changed.revision, weissau.revision + 1);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 11-12 x2\n");
}

/* A claim that is no longer made takes its event with it; what is new comes. */
static void test_claims_come_and_go(void **state)
{
    struct fixture *fixture = *state;
    struct draft drafts[] = {courier, other};
    struct rederivation rederivation = {.drafts = drafts, .count = 2};
    for (size_t i = 0; i < 2; i++) {
        (void)write_one(fixture->store, &drafts[i]);
    }
    drafts[0].reports[0].actor = NULL;
    drafts[1].reports[1] = (struct draft_report)KILLED("civilians", "Weissau", "witnesses", 7, 2);
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty civilians 2/2 7-7 x1\n");
    assert_int_equal(info_of(fixture).reports, 2);
    assert_int_equal(info_of(fixture).events, 2);
}

/* Words of time that date no claim are staged without the reports, which keep their ids. */
static void test_only_the_time_expressions_differ(void **state)
{
    struct fixture *fixture = *state;
    struct draft now = courier;
    struct rederivation rederivation = {.drafts = &now, .count = 1};
    struct result before = write_one(fixture->store, &courier);
    struct arena arena;
    struct store_article stored;
    now.reports[1] = (struct draft_report){.actor = NULL};
    now.timex_rule = "weekday.last";
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(reprocessing_of(fixture).changed, 1);
    arena_init(&arena, 1 << 20);
    assert_int_equal(store_article(fixture->store, &arena, STR("courier-1"), &stored, NULL), OK);
    assert_string_equal(stored.timexes.items[0].rule, "weekday.last");
    assert_int_equal(stored.report_ids[0], before.report_ids[0]);
    arena_release(&arena);
}

/* By what its claims are found follows from them, too. */
static void test_only_a_key_differs(void **state)
{
    struct fixture *fixture = *state;
    struct rederivation rederivation = {.drafts = &courier, .count = 1};
    (void)write_one(fixture->store, &courier);
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(reprocessing_of(fixture).changed, 0);
    for (size_t i = 0; i < 2; i++) {
        static const char *const other_keys[] = {"UPDATE report SET town_key = 'elsewhere'",
                                                 "UPDATE report SET actor_key = 'somebody'"};
        fixture_execute(fixture, other_keys[i]);
        assert_int_equal(rederive(fixture->store, &rederivation), OK);
        assert_int_equal(reprocessing_of(fixture).changed, 1);
        assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE town_key = 'elsewhere'"
                                            " OR actor_key = 'somebody'"),
                         0);
    }
}

/* An article that would not be taken any more keeps what it has. */
static void test_a_refused_article(void **state)
{
    struct fixture *fixture = *state;
    struct rederivation rederivation = {.drafts = &other, .count = 1};
    (void)write_one(fixture->store, &courier);
    (void)write_one(fixture->store, &other);
    fixture_reopen_with(fixture, OTHER_RULES);
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(reprocessing_of(fixture).done, 2);
    assert_int_equal(reprocessing_of(fixture).kept, 1);
    assert_int_equal(info_of(fixture).older, 1);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x1\n");
}

static void stop_at_100(struct rederivation *rederivation)
{
    if (rederivation->calls == 100) {
        store_reprocess_stop(rederivation->context);
    }
}

/* Begins to derive 13 killed everywhere, and stops. */
static void interrupt(struct fixture *fixture)
{
    struct rederivation rederivation = {
        .drafts = many, .count = MANY, .before = stop_at_100, .context = fixture->store};
    make_many(12);
    write_all(fixture->store, many, MANY, NULL);
    make_many(13);
    fixture_reopen_with(fixture, OTHER_RULES);
    rederivation.context = fixture->store;
    assert_int_equal(rederive(fixture->store, &rederivation), ERR_BUSY);
    assert_int_equal(reprocessing_of(fixture).phase, PHASE_INTERRUPTED);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM staged"), 101);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE count_min = 12"), MANY);
    assert_int_equal(store_reprocess_begin(fixture->store, NULL), ERR_BUSY);
}

static void expect_13_everywhere(const struct fixture *fixture)
{
    assert_int_equal(reprocessing_of(fixture).phase, PHASE_DONE);
    assert_int_equal(reprocessing_of(fixture).changed, MANY);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE count_min = 13"), MANY);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM event WHERE id > 150 OR revision <> 2"), 0);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM staged"), 0);
    assert_int_equal(info_of(fixture).events, MANY);
    assert_int_equal(info_of(fixture).reports, MANY);
}

static void test_goes_on_where_it_was(void **state)
{
    struct fixture *fixture = *state;
    struct rederivation rederivation = {.drafts = many, .count = MANY};
    interrupt(fixture);
    fixture_reopen_with(fixture, OTHER_RULES);
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(rederivation.calls, MANY - 101);
    expect_13_everywhere(fixture);
}

static void test_begins_again_under_other_rules(void **state)
{
    struct fixture *fixture = *state;
    struct rederivation rederivation = {.drafts = many, .count = MANY};
    interrupt(fixture);
    fixture_reopen_with(fixture, "0000000000000001");
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(rederivation.calls, MANY);
    expect_13_everywhere(fixture);
}

/* While the 101st article is analysed, one of those staged is replaced, one removed, one of those to come
 * replaced, and one comes. */
static void write_meanwhile(struct rederivation *rederivation)
{
    struct store *store = rederivation->context;
    if (rederivation->calls != 100) {
        return;
    }
    assert_int_equal(store_reprocess_begin(store, NULL), ERR_CONFLICT);
    make_many(20);
    struct draft replaced = many[3];
    replaced.second = 1;
    (void)write_one(store, &replaced);
    (void)write_one(store, &(struct draft){.id = many[4].id});
    replaced = many[140];
    replaced.second = 1;
    (void)write_one(store, &replaced);
    replaced = many[100]; /* the one that has just been read */
    replaced.second = 1;
    (void)write_one(store, &replaced);
    (void)write_one(store, &courier);
    make_many(13);
    many[140].reports[0].min = many[140].reports[0].max = 20;
}

static void test_writes_meanwhile(void **state)
{
    struct fixture *fixture = *state;
    struct rederivation rederivation = {.drafts = many, .count = MANY, .before = write_meanwhile};
    make_many(12);
    write_all(fixture->store, many, MANY, NULL);
    make_many(13);
    fixture_reopen_with(fixture, OTHER_RULES);
    rederivation.context = fixture->store;
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(info_of(fixture).articles, MANY);
    assert_int_equal(info_of(fixture).reports, MANY);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE count_min = 20"), 3);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE count_min = 13"), MANY - 4);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE article_id = 'courier-1'"), 1);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM staged"), 0);
    assert_int_equal(reprocessing_of(fixture).kept, 1); /* the new one: it has no draft */
    assert_int_equal(info_of(fixture).older, 0);
}

/* The reports of the article at hand are stored anew meanwhile, but as other rules found them. */
static void renumber(struct rederivation *rederivation)
{
    const struct fixture *fixture = rederivation->context;
    sqlite3 *handle;
    assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
    sqlite3_busy_timeout(handle, 10000);
    assert_int_equal(
        sqlite3_exec(handle, "UPDATE analysis SET first_report = first_report + 1", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(handle);
}

static void test_what_other_rules_found_is_replaced_all_the_same(void **state)
{
    struct fixture *fixture = *state;
    struct draft none = courier;
    struct rederivation rederivation = {
        .drafts = &courier, .count = 1, .before = renumber, .context = fixture};
    none.reports[0].actor = NULL;
    (void)write_one(fixture->store, &none);
    fixture_reopen_with(fixture, OTHER_RULES);
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(info_of(fixture).reports, 1);
    assert_int_equal(info_of(fixture).older, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_the_same_is_found),    TEST(test_events_without_change_keep_their_revision),
        TEST(test_claims_come_and_go),   TEST(test_only_the_time_expressions_differ),
        TEST(test_only_a_key_differs),   TEST(test_a_refused_article),
        TEST(test_goes_on_where_it_was), TEST(test_begins_again_under_other_rules),
        TEST(test_writes_meanwhile),     TEST(test_what_other_rules_found_is_replaced_all_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
