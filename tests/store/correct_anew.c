/* Corrections hold when everything is derived anew: by the present rules alone, and where all claims are
 * linked anew because another merging made the events. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

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

/* Its one claim is rejected. */
static const struct draft herald = {
    .id = "herald-2",
    .publisher = "The Herald",
    .text = "The agency says seven Norland civilians died in Drau on Monday.",
    .published = 3,
    .reports = {KILLED("Norland", "Drau", "the agency", 7, 1)},
};
/* Of its two claims one is. */
static const struct draft gazette = {
    .id = "gazette-5",
    .publisher = "The Gazette",
    .text = "A shell fell on Hochwald, and 4 and 9 of the guard died.",
    .published = 6,
    .reports = {KILLED("Norland", "Hochwald", "the guard", 4, 5),
                KILLED("Norland", "Hochwald", "the guard", 9, 5)},
};

enum { COURIER, MAIL, OTHER, HERALD, GAZETTE, DRAFTS };

/* The articles, as the present rules read them. */
struct articles {
    struct draft drafts[DRAFTS];
    int64_t reports[DRAFTS];
};

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

static int64_t event_of(const struct fixture *fixture, int64_t report)
{
    char sql[64];
    snprintf(sql, sizeof sql, "SELECT event FROM report WHERE id = %lld", (long long)report);
    return number_of(fixture, sql);
}

static void change(const struct fixture *fixture, int64_t report, struct report_change change)
{
    struct store_correcting correcting = {
        .kind = CORRECTION_REPORT, .target = report, .change = &change, .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_CORRECT, &correcting, NULL), OK);
}

static void reject(const struct fixture *fixture, int64_t report)
{
    change(fixture, report, (struct report_change){.fields = CHANGE_BIT(CHANGE_REJECTED), .rejected = true});
}

/* Joins the events of two reports, or splits the second off from the event of the first. */
static void rule(const struct fixture *fixture, enum correction_kind kind, int64_t first, int64_t second)
{
    int64_t events[] = {event_of(fixture, first), event_of(fixture, second)};
    struct store_correcting correcting = {.kind = kind,
                                          .target = events[0],
                                          .others = kind == CORRECTION_JOIN ? events : &second,
                                          .other_count = kind == CORRECTION_JOIN ? 2 : 1,
                                          .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_CORRECT, &correcting, NULL), OK);
}

static void put_all(const struct fixture *fixture, struct articles *articles)
{
    *articles = (struct articles){.drafts = {courier, mail, other, herald, gazette}};
    for (size_t i = 0; i < DRAFTS; i++) {
        articles->reports[i] = write_one(fixture->store, &articles->drafts[i]).report_ids[0];
    }
}

/* As a program with other rules, and with another merging too. */
static struct store_reprocessing derive(struct fixture *fixture, struct articles *articles, bool anew)
{
    struct rederivation rederivation = {.drafts = articles->drafts, .count = DRAFTS};
    struct store_reprocessing state;
    fixture_reopen_with(fixture, "fedcba9876543210");
    if (anew) {
        fixture_execute(fixture, "UPDATE merging SET version = 'other'");
        fixture_reopen_with(fixture, "fedcba9876543210");
    }
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    assert_int_equal(store_reprocess_state(fixture->store, &state, NULL), OK);
    return state;
}

/* The count of one, a join, a split, and two reports that are none. */
static void correct_all(const struct fixture *fixture, const struct articles *articles)
{
    const int64_t *reports = articles->reports;
    change(fixture, reports[COURIER],
           (struct report_change){.fields = CHANGE_BIT(CHANGE_COUNT), .min = 14, .max = 14});
    rule(fixture, CORRECTION_SPLIT, reports[COURIER], reports[MAIL]);
    rule(fixture, CORRECTION_JOIN, reports[COURIER], reports[OTHER]);
    reject(fixture, reports[HERALD]);
    reject(fixture, reports[GAZETTE]);
    expect_all_events(fixture, "casualty Norland 0/13 3-14 x2\n"
                               "casualty Norland 5/5 9-9 x1\n"
                               "casualty Norland 13/13 12-12 x1\n");
}

/* Each corrected report is found again, a little otherwise. */
static void they_hold(struct fixture *fixture, bool anew)
{
    struct articles articles;
    put_all(fixture, &articles);
    struct draft *drafts = articles.drafts;
    correct_all(fixture, &articles);
    drafts[COURIER].reports[0].status = STATUS_CONFIRMED;
    drafts[COURIER].reports[1] = (struct draft_report)KILLED("civilians", "Brask", "witnesses", 2, 9);
    drafts[MAIL].reports[0].source = "the ministry";
    drafts[OTHER].reports[0].place = NULL;
    drafts[HERALD].reports[0].first = drafts[HERALD].reports[0].last = 2;
    drafts[GAZETTE].reports[0] = gazette.reports[1];
    drafts[GAZETTE].reports[1] = gazette.reports[0];
    assert_int_equal(derive(fixture, &articles, anew).changed, DRAFTS);
    expect_all_events(fixture, "casualty Norland 0/13 3-14 x2\n"
                               "casualty Norland 5/5 9-9 x1\n"
                               "casualty civilians 9/9 2-2 x1\n"
                               "casualty Norland 13/13 12-12 x1\n");
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE component = 0 AND event = 0"), 2);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE count_min = 4 AND component = 0"),
                     1);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM correction_claim WHERE report IS NULL"), 0);
    /* the rules of before are back: what was corrected is what it was */
    memcpy(drafts, (struct draft[]){courier, mail, other, herald, gazette}, sizeof articles.drafts);
    assert_int_equal(derive(fixture, &articles, anew).changed, DRAFTS);
    expect_all_events(fixture, "casualty Norland 0/13 3-14 x2\n"
                               "casualty Norland 5/5 9-9 x1\n"
                               "casualty Norland 13/13 12-12 x1\n");
}

static void test_they_hold(void **state)
{
    they_hold(*state, false);
}

static void test_they_hold_where_all_is_linked_anew(void **state)
{
    they_hold(*state, true);
}

/* What analysts made of a report is not what the rules find: it does not count as a difference. */
static void they_are_no_difference(struct fixture *fixture, bool anew)
{
    struct articles articles;
    put_all(fixture, &articles);
    correct_all(fixture, &articles);
    int64_t revisions = number_of(fixture, "SELECT sum(id * revision) FROM event");
    int64_t updated = number_of(fixture, "SELECT max(updated) FROM event");
    int64_t latest = number_of(fixture, "SELECT max(id) FROM report");
    assert_int_equal(derive(fixture, &articles, anew).changed, 0);
    assert_int_equal(number_of(fixture, "SELECT sum(id * revision) FROM event"), revisions);
    assert_int_equal(number_of(fixture, "SELECT max(updated) FROM event"), updated);
    assert_int_equal(number_of(fixture, "SELECT max(id) FROM report"), latest);
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE component = 0"), 2);
}

static void test_they_are_no_difference(void **state)
{
    they_are_no_difference(*state, false);
}

static void test_they_are_no_difference_where_all_is_linked_anew(void **state)
{
    they_are_no_difference(*state, true);
}

/* One that is made while articles are read is not lost, nor is one that is undone then still there. */
static void correct_meanwhile(struct rederivation *rederivation)
{
    const struct fixture *fixture = rederivation->context;
    if (rederivation->calls != 3) {
        return;
    }
    struct store_correcting undone = {.target = 1, .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_UNDO, &undone, NULL), OK);
    reject(fixture, number_of(fixture, "SELECT id FROM report WHERE article_id = 'courier-1'"));
    reject(fixture, number_of(fixture, "SELECT id FROM report WHERE article_id = 'herald-2'"));
}

static void test_corrected_meanwhile(void **state)
{
    struct fixture *fixture = *state;
    struct articles articles;
    struct rederivation rederivation = {
        .drafts = articles.drafts, .count = DRAFTS, .before = correct_meanwhile, .context = fixture};
    put_all(fixture, &articles);
    reject(fixture, articles.reports[MAIL]);
    fixture_reopen_with(fixture, "fedcba9876543210");
    for (size_t i = 0; i < DRAFTS; i++) {
        articles.drafts[i].reports[0].status = STATUS_CONFIRMED;
    }
    assert_int_equal(rederive(fixture->store, &rederivation), OK);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\n"
                               "casualty Norland 5/5 4-4 x1\n"
                               "casualty Norland 5/5 9-9 x1\n"
                               "casualty Norland 13/13 12-12 x1\n");
    assert_int_equal(number_of(fixture, "SELECT count(*) FROM report WHERE status <> 0"), 1);
}

/* What is rejected links nothing: two claims that only an undated one between them brings together. */
static void test_what_is_rejected_links_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct articles articles = {0};
    static const int32_t days[] = {1, 7, DAY_NONE};
    static const char *const ids[] = {"early", "late", "undated"};
    for (size_t i = 0; i < 3; i++) {
        articles.drafts[i] = (struct draft){.id = ids[i],
                                            .text = "12 fell",
                                            .published = 10,
                                            .reports = {KILLED("Norland", "Weissau", NULL, 12, days[i])}};
        articles.drafts[i].reports[0].said = 7;
        articles.reports[i] = write_one(fixture->store, &articles.drafts[i]).report_ids[0];
    }
    assert_int_equal(number_of(fixture, "SELECT count(DISTINCT component) FROM report"), 1);
    reject(fixture, articles.reports[2]);
    assert_int_equal(number_of(fixture, "SELECT count(DISTINCT component) FROM report WHERE component > 0"),
                     2);
    (void)derive(fixture, &articles, true);
    assert_int_equal(number_of(fixture, "SELECT count(DISTINCT component) FROM report WHERE component > 0"),
                     2);
}

/* A component may be named after a report that a correction took elsewhere: what comes apart from there does
 * not get that name. */
static void test_the_name_of_a_component_is_taken(void **state)
{
    struct fixture *fixture = *state;
    struct articles articles;
    struct place place = {.name = STR("Ostburg"), .country = STR("XA"), .precision = STR("city")};
    put_all(fixture, &articles);
    change(fixture, articles.reports[COURIER],
           (struct report_change){.fields = CHANGE_BIT(CHANGE_ACTOR) | CHANGE_BIT(CHANGE_COUNT) |
                                            CHANGE_BIT(CHANGE_DATE) | CHANGE_BIT(CHANGE_PLACES),
                                  .actor = STR("Sudmark"),
                                  .min = 3,
                                  .max = 3,
                                  .date = {DAY_0, DAY_0, PRECISION_DAY, false},
                                  .places = &place,
                                  .place_count = 1});
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x2\n"
                               "casualty Norland 1/1 7-7 x1\n"
                               "casualty Norland 5/5 4-4 x1\n"
                               "casualty Norland 5/5 9-9 x1\n"
                               "casualty Norland 13/13 12-12 x1\n");
    /* as if another merging had linked what is in Drau to what is in Ostburg */
    fixture_execute(fixture,
                    "UPDATE report SET component = (SELECT component FROM report WHERE actor = 'Sudmark')"
                    " WHERE article_id = 'herald-2';"
                    "UPDATE event SET component = (SELECT component FROM report WHERE event = event.id)");
    (void)derive(fixture, &articles, true);
    assert_int_equal(number_of(fixture, "SELECT count(DISTINCT component) FROM report"),
                     number_of(fixture, "SELECT count(*) FROM event"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_they_hold),
        TEST(test_they_hold_where_all_is_linked_anew),
        TEST(test_they_are_no_difference),
        TEST(test_they_are_no_difference_where_all_is_linked_anew),
        TEST(test_corrected_meanwhile),
        TEST(test_what_is_rejected_links_nothing),
        TEST(test_the_name_of_a_component_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
