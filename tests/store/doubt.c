/* Dates that may be others: kept of claims, summed up of events, and found in a database of before. */
#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"
#include "tests/store/support.h"

/* An article of day 14 on day 12, or else on day `other`. */
static struct draft article(const char *name, enum report_status status, int32_t other)
{
    return (struct draft){
        .id = name,
        .publisher = name,
        .text = name,
        .published = 14,
        .reports = {{KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, status, "Norland", "Weissau", "XA",
                     "ministry", 12, 12, 12, 12, 14, other}},
    };
}

/* That the one event has that date and other readings, and those reports. */
static void expect(const struct fixture *fixture, const char *date, const char *reports)
{
    char *events = describe_events(fixture->store);
    if (strstr(events, date) == NULL || strstr(events, reports) == NULL) {
        fail_msg("%s lacks \"%s\" or \"%s\"", events, date, reports);
    }
    free(events);
}

static void test_a_claim_and_its_event(void **state)
{
    const struct draft doubtful = article("a", STATUS_CLAIMED, 5);
    (void)write_one(((struct fixture *)*state)->store, &doubtful);
    expect(*state, " 12/12 or 2024-12-XX 5/5 as of", " a[0] or 2024-12-XX 5/5\n");
    fixture_reopen(*state);
    expect(*state, " 12/12 or 2024-12-XX 5/5 as of", " a[0] or 2024-12-XX 5/5\n");
}

/* Its event is sure of the day for as long as one of its claims is. */
static void test_a_claim_that_is_sure(void **state)
{
    struct store *store = ((struct fixture *)*state)->store;
    const struct draft doubtful = article("a", STATUS_CLAIMED, 5);
    const struct draft certain = article("c", STATUS_CLAIMED, 0);
    const struct draft gone = {.id = "c"};
    (void)write_one(store, &doubtful);
    (void)write_one(store, &certain);
    expect(*state, " 12/12 as of", " a[0] or 2024-12-XX 5/5 c[0]\n");
    (void)write_one(store, &gone);
    expect(*state, " 12/12 or 2024-12-XX 5/5 as of", " a[0] or 2024-12-XX 5/5\n");
}

static void test_an_article(void **state)
{
    struct store_article stored;
    struct arena arena;
    const struct draft doubtful = article("a", STATUS_CLAIMED, 5);
    (void)write_one(((struct fixture *)*state)->store, &doubtful);
    arena_init(&arena, (size_t)1 << 20);
    assert_int_equal(store_article(((struct fixture *)*state)->store, &arena, STR("a"), &stored, NULL), OK);
    assert_int_equal(stored.reports[0].alternative_count, 1);
    assert_string_equal(stored.reports[0].alternatives[0].value, "2024-12-XX");
    assert_int_equal(stored.reports[0].alternatives[0].date.first, DAY_0 + 5);
    assert_int_equal(stored.reports[0].alternatives[0].date.precision, PRECISION_DAY);
    arena_release(&arena);
}

/* What was stored before other readings were kept gets them from the expressions of its article. */
static void expect_after_migration(struct fixture *fixture, const struct draft *drafts, size_t count,
                                   const char *date, const char *reports)
{
    write_all(fixture->store, drafts, count, NULL);
    fixture_go_back(fixture, 2);
    fixture_reopen(fixture);
    expect(fixture, date, reports);
}

static void test_older_database(void **state)
{
    const struct draft drafts[] = {article("a", STATUS_CLAIMED, 5), article("b", STATUS_CLAIMED, 5)};
    expect_after_migration(*state, drafts, 2, " 12/12 or 2024-12-XX 5/5 as of",
                           " a[0] or 2024-12-XX 5/5 b[0] or 2024-12-XX 5/5\n");
}

static void test_older_database_with_a_sure_claim(void **state)
{
    const struct draft drafts[] = {article("a", STATUS_CLAIMED, 5), article("c", STATUS_CLAIMED, 0)};
    expect_after_migration(*state, drafts, 2, " 12/12 as of", " a[0] or 2024-12-XX 5/5 c[0]\n");
}

/* What has happened did not happen behind its article; what is expected may. */
static void test_older_database_with_days_ahead(void **state)
{
    const struct draft ahead = article("d", STATUS_CLAIMED, 19);
    expect_after_migration(*state, &ahead, 1, " 12/12 as of", " d[0]\n");
}

static void test_older_database_with_what_is_expected(void **state)
{
    const struct draft expected = article("e", STATUS_EXPECTED, 19);
    expect_after_migration(*state, &expected, 1, " 12/12 or 2024-12-XX 19/19 as of",
                           " e[0] or 2024-12-XX 19/19\n");
}

/* Days that are not those of the words: what others would make of them, only the analysis can tell. */
static void test_older_database_with_made_days(void **state)
{
    struct draft made = article("a", STATUS_CLAIMED, 5);
    made.reports[1] = made.reports[0]; /* the article's expression has its days */
    made.reports[0].first = 11;
    made.reports[1].actor = "Sudmark";
    made.reports[1].place = "Ostburg";
    expect_after_migration(*state, &made, 1, " 11/12 as of", " a[0]\n");
    expect(*state, " 12/12 or 2024-12-XX 5/5 as of", " a[1] or 2024-12-XX 5/5\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_claim_and_its_event),
        TEST(test_a_claim_that_is_sure),
        TEST(test_an_article),
        TEST(test_older_database),
        TEST(test_older_database_with_a_sure_claim),
        TEST(test_older_database_with_days_ahead),
        TEST(test_older_database_with_what_is_expected),
        TEST(test_older_database_with_made_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
