/* What corrections hold on to when articles are read again, and what the writer keeps of them. */
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

/* Sets the lower and upper bound of a report's count. */
static int64_t set_count(const struct fixture *fixture, int64_t report, int64_t count, bool dry_run)
{
    const struct report_change change = {.fields = CHANGE_BIT(CHANGE_COUNT), .min = count, .max = count};
    struct store_correcting correcting = {
        .kind = CORRECTION_REPORT, .target = report, .change = &change, .dry_run = dry_run, .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_CORRECT, &correcting, NULL), OK);
    assert_int_equal(correcting.report->report->count.min, count);
    return correcting.correction.id;
}

static enum status join(const struct fixture *fixture, int64_t first, int64_t second)
{
    const int64_t events[] = {first, second};
    struct store_correcting correcting = {
        .kind = CORRECTION_JOIN, .others = events, .other_count = 2, .arena = &arena};
    return correct(fixture->store, STORE_CORRECT, &correcting, NULL);
}

static enum status undo(const struct fixture *fixture, int64_t id)
{
    struct store_correcting correcting = {.target = id, .arena = &arena};
    return correct(fixture->store, STORE_UNDO, &correcting, NULL);
}

/* The lower bounds of the counts of an article's reports: "12 30". */
static void expect_counts(const struct fixture *fixture, const char *article, const char *expected)
{
    struct store_article stored;
    char found[64] = "";
    assert_int_equal(store_article(fixture->store, &arena, str_from(article), &stored, NULL), OK);
    for (size_t i = 0; i < stored.report_count; i++) {
        size_t size = strlen(found);
        snprintf(found + size, sizeof found - size, "%s%lld", i > 0 ? " " : "",
                 (long long)stored.reports[i].count.min);
    }
    assert_string_equal(found, expected);
}

/* The same article when other rules have read it. */
static void test_other_rules(void **state)
{
    struct fixture *fixture = *state;
    struct result result = write_one(fixture->store, &courier);
    int64_t id = set_count(fixture, result.report_ids[0], 13, false);
    fixture_reopen_with(fixture, "fedcba9876543210");
    result = write_one(fixture->store, &courier);
    assert_int_equal(result.outcome, STORE_DERIVED);
    expect_counts(fixture, "courier-1", "13");
    expect_all_events(fixture, "casualty Norland 13/13 13-13 x1\n");
    assert_int_equal(undo(fixture, id), OK);
    expect_counts(fixture, "courier-1", "12");
}

/* Claims of one sentence and figure are told apart by what was found of them. */
static void test_claims_of_one_sentence(void **state)
{
    struct fixture *fixture = *state;
    struct draft both = courier;
    struct draft turned;
    both.reports[1] = (struct draft_report)KILLED("Sudmark", "Weissau", "Norland ministry", 12, 13);
    struct result result = write_one(fixture->store, &both);
    (void)set_count(fixture, result.report_ids[1], 30, false);
    expect_counts(fixture, "courier-1", "12 30");
    turned = both;
    turned.reports[0] = both.reports[1];
    turned.reports[1] = both.reports[0];
    turned.second = 1;
    (void)write_one(fixture->store, &turned);
    expect_counts(fixture, "courier-1", "12 30"); /* that place counts more than the actor */
    turned.text = "Much else happened. Twelve Norland soldiers were killed.";
    (void)write_one(fixture->store, &turned);
    expect_counts(fixture, "courier-1", "12 12");
}

/* What is only tried leaves no trace in what the writer keeps from one transaction to the next. */
static void test_trial_and_caches(void **state)
{
    struct fixture *fixture = *state;
    struct result first = write_one(fixture->store, &courier);
    struct result second = write_one(fixture->store, &other);
    struct draft third = mail;
    (void)set_count(fixture, first.report_ids[0], 500, true);
    (void)write_one(fixture->store, &mail); /* is compared with it */
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x2\n");
    const int64_t events[] = {first.event_ids[0], second.event_ids[0]};
    struct store_correcting trial = {
        .kind = CORRECTION_JOIN, .others = events, .other_count = 2, .dry_run = true, .arena = &arena};
    assert_int_equal(correct(fixture->store, STORE_CORRECT, &trial, NULL), OK);
    assert_int_equal(trial.event_count, 1);
    assert_int_equal(trial.events[0].report_count, 3);
    assert_int_equal(trial.removed_count, 1);
    third.id = "mail-9";
    third.url = NULL;
    (void)write_one(fixture->store, &third);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x3\n");
    assert_int_equal(join(fixture, events[0], events[1]), OK);
    expect_all_events(fixture, "casualty Norland 0/13 3-12 x4\n");
    assert_int_equal(undo(fixture, 1), OK);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x3\n");
    assert_int_equal(undo(fixture, 1), ERR_NOT_FOUND);
}

/* A component that was taken in has its name again when the claims of both are corrected: what comes later
 * finds it under that. */
static void test_a_name_comes_back(void **state)
{
    struct fixture *fixture = *state;
    struct draft both = courier;
    both.reports[1] = other.reports[0];
    struct result result = write_one(fixture->store, &both);
    assert_int_equal(join(fixture, result.event_ids[0], result.event_ids[1]), OK);
    (void)set_count(fixture, result.report_ids[0], 13, false);
    (void)write_one(fixture->store, &other);
    (void)write_one(fixture->store, &mail);
    expect_all_events(fixture, "casualty Norland 0/13 3-13 x4\n");
    assert_int_equal(undo(fixture, 1), OK);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x2\ncasualty Norland 13/13 12-13 x2\n");
}

/* Corrections queue with articles and are seen by those behind them. */
static void test_order_of_the_queue(void **state)
{
    struct fixture *fixture = *state;
    struct result first = write_one(fixture->store, &courier);
    uint64_t commits = info_of(fixture).commits;
    (void)set_count(fixture, first.report_ids[0], 13, true);
    assert_int_equal(info_of(fixture).commits, commits); /* a trial is none */
    (void)set_count(fixture, first.report_ids[0], 13, false);
    assert_int_equal(info_of(fixture).commits, commits + 1);
    fixture_reopen(fixture);
    expect_counts(fixture, "courier-1", "13");
    assert_int_equal(info_of(fixture).reports, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_other_rules, setup, teardown),
        cmocka_unit_test_setup_teardown(test_claims_of_one_sentence, setup, teardown),
        cmocka_unit_test_setup_teardown(test_trial_and_caches, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_name_comes_back, setup, teardown),
        cmocka_unit_test_setup_teardown(test_order_of_the_queue, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
