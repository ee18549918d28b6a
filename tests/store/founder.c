/* Which events go on under which ids: when corrections are undone, and when articles are posted again. */
#include <sqlite3.h>
#include <stdio.h>

#include "tests/cmocka.h"
#include "tests/store/drafts.h"

static struct arena arena;

static int setup(void **state)
{
    arena_init(&arena, SIZE_MAX);
    return fixture_setup(state);
}

static int teardown(void **state)
{
    arena_release(&arena);
    return fixture_teardown(state);
}

/* Three happenings that nothing links. */
static const struct draft weissau = {
    .id = "a",
    .text = "Twelve Norland soldiers were killed in Weissau on Saturday.",
    .published = 14,
    .reports = {KILLED("Norland", "Weissau", NULL, 12, 13)},
};
static const struct draft ostburg = {
    .id = "b",
    .text = "Twenty Norland soldiers were killed in Ostburg on the first day of the month.",
    .published = 14,
    .reports = {KILLED("Norland", "Ostburg", NULL, 20, 1)},
};
static const struct draft drau = {
    .id = "c",
    .text = "Nine Norland soldiers were killed in Drau on the seventh.",
    .published = 14,
    .reports = {KILLED("Norland", "Drau", NULL, 9, 7)},
};

/* A number that a query about the article, whose one report is meant, gives. */
static int64_t number_of(const struct fixture *fixture, const char *what, const char *article)
{
    sqlite3 *handle;
    sqlite3_stmt *statement;
    char sql[128];
    snprintf(sql, sizeof sql, "SELECT %s FROM report WHERE article_id = '%s'", what, article);
    assert_int_equal(sqlite3_open_v2(fixture->path, &handle, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return number;
}

/* That the reports of the articles "a", "b", "c" are in these events; 0 ends the list or says: in none. */
static void expect_events(const struct fixture *fixture, int64_t a, int64_t b, int64_t c)
{
    const int64_t expected[] = {a, b, c};
    const size_t count = sizeof expected / sizeof *expected;
    const size_t articles = (size_t)info_of(fixture).articles;
    for (size_t i = 0; i < articles && i < count; i++) {
        const char article[] = {(char)('a' + (int)i), '\0'};
        assert_int_equal(number_of(fixture, "event", article), expected[i]);
    }
}

static int64_t change(const struct fixture *fixture, const char *article, struct report_change change)
{
    struct store_correcting correcting = {.kind = CORRECTION_REPORT,
                                          .target = number_of(fixture, "id", article),
                                          .change = &change,
                                          .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_CORRECT, &correcting, NULL), OK);
    return correcting.correction.id;
}

static int64_t reject(const struct fixture *fixture, const char *article)
{
    return change(fixture, article,
                  (struct report_change){.fields = CHANGE_BIT(CHANGE_REJECTED), .rejected = true});
}

static int64_t set_day(const struct fixture *fixture, const char *article, int32_t day)
{
    return change(fixture, article,
                  (struct report_change){.fields = CHANGE_BIT(CHANGE_DATE),
                                         .date = {DAY_0 + day, DAY_0 + day, PRECISION_DAY, false}});
}

static int64_t join(const struct fixture *fixture, size_t count)
{
    static const int64_t events[] = {1, 2, 3};
    struct store_correcting correcting = {
        .kind = CORRECTION_JOIN, .others = events, .other_count = count, .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_CORRECT, &correcting, NULL), OK);
    return correcting.correction.id;
}

static void undo(const struct fixture *fixture, int64_t id)
{
    struct store_correcting correcting = {.target = id, .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_UNDO, &correcting, NULL), OK);
}

static bool see_event(void *context, const struct event *event)
{
    (void)context;
    (void)event;
    return true;
}

static bool see_report(void *context, const struct store_report *report)
{
    (void)context;
    (void)report;
    return true;
}

/* ERR_CONFLICT: it was merged into *successor. */
static enum status status_of(const struct fixture *fixture, int64_t event, int64_t *successor)
{
    struct query query = query_all();
    struct query_cursor next;
    *successor = 0;
    return store_event(fixture->store, event, &query, see_event, see_report, NULL, &next, successor, NULL);
}

/* A changed day that brings two events together. */
static void test_a_changed_day(void **state)
{
    struct fixture *fixture = *state;
    struct draft later = weissau;
    later.id = "b";
    later.text = "Twelve soldiers of Norland fell at Weissau, the mayor told the agency.";
    later.reports[0].first = later.reports[0].last = 8;
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &later);
    expect_events(fixture, 1, 2, 0);
    int64_t changed = set_day(fixture, "a", 8);
    expect_events(fixture, 1, 1, 0);
    undo(fixture, changed);
    expect_events(fixture, 1, 2, 0);
    changed = set_day(fixture, "b", 13);
    expect_events(fixture, 1, 1, 0);
    undo(fixture, changed);
    expect_events(fixture, 1, 2, 0);
}

/* The reports of one event, rejected one after the other, come back in any order. */
static void test_rejected_one_by_one(void **state)
{
    struct fixture *fixture = *state;
    struct draft again = weissau;
    int64_t successor;
    again.id = "b";
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &again);
    for (int order = 0; order < 4; order++) {
        int64_t first = reject(fixture, order % 2 == 0 ? "a" : "b");
        expect_events(fixture, order % 2 == 0 ? 0 : 1, order % 2 == 0 ? 1 : 0, 0);
        int64_t second = reject(fixture, order % 2 == 0 ? "b" : "a");
        expect_events(fixture, 0, 0, 0);
        assert_int_equal(status_of(fixture, 1, &successor), ERR_GONE);
        undo(fixture, order < 2 ? first : second);
        undo(fixture, order < 2 ? second : first);
        expect_events(fixture, 1, 1, 0);
    }
}

static void test_rejected_and_posted_again(void **state)
{
    struct fixture *fixture = *state;
    struct draft again = weissau;
    again.second = 1;
    (void)write_one(fixture->store, &weissau);
    int64_t rejected = reject(fixture, "a");
    (void)write_one(fixture->store, &again);
    expect_events(fixture, 0, 0, 0);
    undo(fixture, rejected);
    expect_events(fixture, 1, 0, 0);
}

/* Of events that were joined one loses its report: the join is undone before, or after that comes back. */
static void test_joined_and_rejected(void **state)
{
    struct fixture *fixture = *state;
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &ostburg);
    for (int order = 0; order < 4; order++) {
        int64_t joined = join(fixture, 2);
        expect_events(fixture, 1, 1, 0);
        int64_t rejected = reject(fixture, order < 2 ? "a" : "b");
        undo(fixture, order % 2 == 0 ? joined : rejected);
        undo(fixture, order % 2 == 0 ? rejected : joined);
        expect_events(fixture, 1, 2, 0);
    }
}

/* Articles of joined events are posted again with other words around, and after, what they claim. */
static void test_joined_and_posted_again(void **state)
{
    struct fixture *fixture = *state;
    struct draft first = weissau;
    struct draft second = ostburg;
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &ostburg);
    (void)write_one(fixture->store, &drau);
    int64_t joined = join(fixture, 3);
    first.second = 1;
    (void)write_one(fixture->store, &first);
    expect_events(fixture, 1, 1, 1);
    second.text = "Twenty Norland soldiers were killed in Ostburg on the first day of the month, it is said.";
    (void)write_one(fixture->store, &second); /* the join waits for its words */
    expect_events(fixture, 1, 2, 1);
    (void)write_one(fixture->store, &ostburg);
    expect_events(fixture, 1, 1, 1);
    undo(fixture, joined);
    expect_events(fixture, 1, 2, 3);
}

/* What was split off waits while its words are others, and is the same event again. */
static void test_split_and_posted_again(void **state)
{
    struct fixture *fixture = *state;
    struct draft again = weissau;
    struct draft changed;
    int64_t successor;
    again.id = "b";
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &again);
    int64_t report = number_of(fixture, "id", "b");
    struct store_correcting split = {
        .kind = CORRECTION_SPLIT, .target = 1, .others = &report, .other_count = 1, .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_CORRECT, &split, NULL), OK);
    expect_events(fixture, 1, 2, 0);
    changed = again;
    changed.text = "Twelve Norland soldiers were killed in Weissau on Saturday, it is said.";
    (void)write_one(fixture->store, &changed);
    expect_events(fixture, 1, 1, 0);
    assert_int_equal(status_of(fixture, 2, &successor), ERR_CONFLICT);
    assert_int_equal(successor, 1);
    (void)write_one(fixture->store, &again);
    expect_events(fixture, 1, 2, 0);
}

/* An event goes on with what is left of it when the article that founded it is deleted. */
static void test_the_founder_is_deleted(void **state)
{
    static const struct draft removal = {.id = "a"};
    struct fixture *fixture = *state;
    struct draft again = weissau;
    again.id = "b";
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &again);
    (void)write_one(fixture->store, &removal);
    assert_int_equal(number_of(fixture, "event", "b"), 1);
    (void)write_one(fixture->store, &weissau);
    expect_events(fixture, 1, 1, 0);
}

/* An article that is replaced by a text on something else tells of another event; one whose day or figure is
 * corrected goes on with its own. */
static void test_another_text(void **state)
{
    struct fixture *fixture = *state;
    struct draft text = weissau;
    int64_t successor;
    (void)write_one(fixture->store, &weissau);
    text.text = "Thirteen Norland soldiers were killed in Weissau on Saturday.";
    text.reports[0].min = text.reports[0].max = 13;
    (void)write_one(fixture->store, &text);
    expect_events(fixture, 1, 0, 0);
    text.text = "Thirteen Norland soldiers were killed in Weissau on Friday.";
    text.reports[0].first = text.reports[0].last = 12;
    (void)write_one(fixture->store, &text);
    expect_events(fixture, 1, 0, 0);
    text = ostburg;
    text.id = "a";
    (void)write_one(fixture->store, &text);
    expect_events(fixture, 2, 0, 0);
    assert_int_equal(status_of(fixture, 1, &successor), ERR_GONE);
    (void)write_one(fixture->store, &weissau);
    expect_events(fixture, 3, 0, 0);
}

/* What is left of an event keeps its id, when another article moves its claim to another day. */
static void test_a_corrected_claim_leaves(void **state)
{
    struct fixture *fixture = *state;
    struct draft again = weissau;
    struct draft moved = weissau;
    again.id = "b";
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &again);
    moved.text = "Twelve Norland soldiers were killed in Weissau a week ago.";
    moved.reports[0].first = moved.reports[0].last = 7;
    (void)write_one(fixture->store, &moved);
    expect_events(fixture, 2, 1, 0);
    (void)write_one(fixture->store, &weissau);
    expect_events(fixture, 1, 1, 0);
}

/* One whose day is corrected so that another event tells of it is merged into that, or that into it. */
static void test_a_corrected_claim_joins(void **state)
{
    struct fixture *fixture = *state;
    struct draft later = weissau;
    struct draft moved = weissau;
    int64_t successor;
    later.id = "b";
    later.text = "Twelve soldiers of Norland fell at Weissau, the mayor told the agency.";
    later.reports[0].first = later.reports[0].last = 7;
    (void)write_one(fixture->store, &weissau);
    (void)write_one(fixture->store, &later);
    expect_events(fixture, 1, 2, 0);
    moved.text = "Twelve Norland soldiers were killed in Weissau a week ago.";
    moved.reports[0].first = moved.reports[0].last = 7;
    (void)write_one(fixture->store, &moved);
    expect_events(fixture, 1, 1, 0);
    assert_int_equal(status_of(fixture, 2, &successor), ERR_CONFLICT);
    assert_int_equal(successor, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_a_changed_day),
        TEST(test_rejected_one_by_one),
        TEST(test_rejected_and_posted_again),
        TEST(test_joined_and_rejected),
        TEST(test_joined_and_posted_again),
        TEST(test_split_and_posted_again),
        TEST(test_the_founder_is_deleted),
        TEST(test_another_text),
        TEST(test_a_corrected_claim_leaves),
        TEST(test_a_corrected_claim_joins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
