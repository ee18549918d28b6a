/* What becomes of an article that is posted again: unchanged, changed, under another id, under other rules.
 */
#include "tests/cmocka.h"
#include "tests/store/drafts.h"

static void test_same_content_writes_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct result first = write_one(fixture->store, &courier);
    struct result second = write_one(fixture->store, &courier);
    struct draft renamed = courier; /* known by its url */
    struct result third;
    renamed.id = "courier-other";
    third = write_one(fixture->store, &renamed);
    assert_int_equal(second.outcome, STORE_UNCHANGED);
    assert_int_equal(third.outcome, STORE_UNCHANGED);
    assert_string_equal(third.article_id, "courier-1");
    assert_int_equal(second.report_ids[0], first.report_ids[0]);
    assert_int_equal(second.event_ids[0], first.event_ids[0]);
    assert_int_equal(info_of(fixture).articles, 1);
    assert_int_equal(info_of(fixture).reports, 1);
}

/* A changed article keeps its events' ids as far as it still makes the same claims. */
static void test_replace(void **state)
{
    struct fixture *fixture = *state;
    struct result first = write_one(fixture->store, &courier);
    struct draft changed = courier;
    struct arena arena;
    struct store_article stored;
    struct result second;
    changed.text = "Thirteen Norland soldiers were killed in Weissau on Saturday, the ministry said.";
    changed.reports[0].min = changed.reports[0].max = 13;
    second = write_one(fixture->store, &changed);
    assert_int_equal(second.outcome, STORE_REPLACED);
    assert_int_not_equal(second.report_ids[0], first.report_ids[0]);
    assert_int_equal(second.event_ids[0], first.event_ids[0]);
    expect_all_events(fixture, "casualty Norland 13/13 13-13 x1\n");
    assert_int_equal(info_of(fixture).reports, 1);
    assert_int_equal(info_of(fixture).events, 1);

    arena_init(&arena, 1 << 20);
    assert_int_equal(store_article(fixture->store, &arena, STR("courier-1"), &stored, NULL), OK);
    assert_int_equal(stored.revision, 2);
    assert_true(str_equal(stored.article.text, str_from(changed.text)));
    arena_release(&arena);
}

static void test_replace_by_url(void **state)
{
    struct fixture *fixture = *state;
    struct draft changed = courier;
    struct result result;
    (void)write_one(fixture->store, &courier);
    changed.id = "courier-2";
    changed.text = "No soldiers were killed, the ministry said.";
    changed.reports[0].actor = NULL;
    result = write_one(fixture->store, &changed);
    assert_int_equal(result.outcome, STORE_REPLACED);
    assert_string_equal(result.article_id, "courier-1");
    expect_all_events(fixture, "");
    assert_int_equal(info_of(fixture).articles, 1);
}

static void expect_conflict(const struct fixture *fixture, const struct draft *draft, const char *pointer,
                            const char *message)
{
    struct result result;
    write_all(fixture->store, draft, 1, &result);
    assert_int_equal(result.status, ERR_CONFLICT);
    assert_string_equal(result.error.pointer, pointer);
    assert_string_equal(result.error.message, message);
}

/* Who names an article must not get another one replaced because of its url. */
static void test_a_chosen_id_and_the_url_of_another(void **state)
{
    struct fixture *fixture = *state;
    struct draft second = courier;
    struct draft moved = other;
    (void)write_one(fixture->store, &courier);
    (void)write_one(fixture->store, &other);
    second.id = "courier-2";
    second.id_chosen = true;
    expect_conflict(fixture, &second, "/id", "the url is that of article \"courier-1\"");
    second.text = "Thirteen Norland soldiers were killed in Weissau on Saturday, the ministry said.";
    expect_conflict(fixture, &second, "/id", "the url is that of article \"courier-1\"");
    moved.url = courier.url;
    expect_conflict(fixture, &moved, "/url", "is that of article \"courier-1\"");
    assert_int_equal(info_of(fixture).articles, 2);
    second.id = "courier-1";
    assert_int_equal(write_one(fixture->store, &second).outcome, STORE_REPLACED);
    second.url = "https://courier.example/moved";
    assert_int_equal(write_one(fixture->store, &second).outcome, STORE_REPLACED);
    moved.url = "https://courier.example/1";
    assert_int_equal(write_one(fixture->store, &moved).outcome, STORE_REPLACED);
}

/* Two of one batch, of which the second is refused: the first is stored. */
static void test_a_conflict_within_a_batch(void **state)
{
    struct fixture *fixture = *state;
    struct draft drafts[3] = {courier, courier, mail};
    struct result results[3];
    drafts[1].id = "courier-2";
    drafts[1].id_chosen = true;
    write_all(fixture->store, drafts, 3, results);
    assert_int_equal(results[0].status, OK);
    assert_int_equal(results[1].status, ERR_CONFLICT);
    assert_int_equal(results[2].status, OK);
    assert_int_equal(results[2].event_ids[0], results[0].event_ids[0]);
    assert_int_equal(info_of(fixture).articles, 2);
    assert_int_equal(info_of(fixture).reports, 2);
}

/* Reports that other rules found are no answer to an article that is posted again. */
static void test_the_same_content_under_other_rules(void **state)
{
    struct fixture *fixture = *state;
    struct draft now = courier;
    struct result before = write_one(fixture->store, &courier);
    struct result after;
    struct arena arena;
    struct store_article stored;
    now.reports[1] = (struct draft_report)KILLED("Sudmark", "Ostburg", "witnesses", 3, 0);
    fixture_reopen_with(fixture, "fedcba9876543210");
    after = write_one(fixture->store, &now);
    assert_int_equal(after.outcome, STORE_DERIVED);
    assert_int_equal(after.report_count, 2);
    assert_int_not_equal(after.report_ids[0], before.report_ids[0]);
    assert_int_equal(after.event_ids[0], before.event_ids[0]); /* the same claim */
    assert_int_not_equal(after.event_ids[1], 0);
    assert_int_equal(info_of(fixture).reports, 2);
    assert_int_equal(write_one(fixture->store, &now).outcome, STORE_UNCHANGED);
    fixture_reopen_with(fixture, "0000000000000001"); /* as many claims may be others */
    assert_int_equal(write_one(fixture->store, &now).outcome, STORE_DERIVED);

    arena_init(&arena, 1 << 20);
    assert_int_equal(store_article(fixture->store, &arena, STR("courier-1"), &stored, NULL), OK);
    assert_int_equal(stored.revision, 1); /* of the content */
    assert_int_equal(stored.report_count, 2);
    arena_release(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_same_content_writes_nothing),
        TEST(test_replace),
        TEST(test_replace_by_url),
        TEST(test_a_chosen_id_and_the_url_of_another),
        TEST(test_a_conflict_within_a_batch),
        TEST(test_the_same_content_under_other_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
