/* What becomes of articles, reports and events when articles come, change and go. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/cmocka.h"
#include "tests/store/drafts.h"

static enum status event_status(const struct fixture *fixture, int64_t id, int64_t *successor);

static void test_put(void **state)
{
    struct fixture *fixture = *state;
    struct result result = write_one(fixture->store, &courier);
    struct store_info info = info_of(fixture);
    assert_int_equal(result.outcome, STORE_CREATED);
    assert_string_equal(result.article_id, "courier-1");
    assert_true(result.report_ids[0] > 0);
    assert_true(result.event_ids[0] > 0);
    assert_int_equal(info.articles, 1);
    assert_int_equal(info.reports, 1);
    assert_int_equal(info.events, 1);
    assert_int_equal(info.schema, 11);
    assert_int_equal(info.commits, 1);
    expect_all_events(fixture, "casualty Norland 13/13 12-12 x1\n");
}

static void test_two_articles_one_event(void **state)
{
    struct fixture *fixture = *state;
    struct result first = write_one(fixture->store, &courier);
    struct result second = write_one(fixture->store, &mail);
    struct result third = write_one(fixture->store, &other);
    assert_int_equal(first.event_ids[0], second.event_ids[0]);
    assert_int_not_equal(first.event_ids[0], third.event_ids[0]);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x2\n");
    fixture_reopen(fixture);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x2\n");
}

/* They are filed under other keys, people of a country and people of nowhere. */
static void test_claim_without_place_joins_the_one_before_it(void **state)
{
    struct fixture *fixture = *state;
    struct draft draft = {
        .id = "courier-2",
        .text = "Police counted twelve dead in Weissau on Saturday. Thirteen had died that day, police said.",
        .published = 14,
        .reports = {KILLED("people", "Weissau", "police", 12, 13), KILLED("people", NULL, "police", 13, 13)},
    };
    struct result result = write_one(fixture->store, &draft);
    assert_int_equal(result.report_count, 2);
    assert_int_equal(result.event_ids[0], result.event_ids[1]);
}

/* "Twelve people" and "twelve Norland soldiers" are filed under different actors, but under one figure. */
static void test_one_figure_of_unlike_actors(void **state)
{
    struct fixture *fixture = *state;
    struct draft unnamed = mail;
    unnamed.reports[0].actor = "people";
    struct result named = write_one(fixture->store, &courier);
    struct result joined = write_one(fixture->store, &unnamed);
    assert_int_equal(named.event_ids[0], joined.event_ids[0]);
}

static const struct draft toll = {
    .id = "weekly-2",
    .publisher = "Weekly",
    .text = "The toll of Saturday's attack on Weissau has risen to 17, the mayor said.",
    .published = 15,
    .reports = {KILLED("people", "Weissau", "mayor", 17, 13)},
};

/* Neither people nor figure are the same: found by town and day, from either side. */
static void test_toll_of_a_town(void **state)
{
    for (int way = 0; way < 2; way++) {
        struct fixture *fixture = *state;
        struct result first = write_one(fixture->store, way == 0 ? &courier : &toll);
        struct result second = write_one(fixture->store, way == 0 ? &toll : &courier);
        assert_int_equal(first.event_ids[0], second.event_ids[0]);
        expect_all_events(fixture, "casualty Norland 13/13 12-17 x2\n");
        write_all(fixture->store, (struct draft[]){{.id = courier.id}, {.id = toll.id}}, 2, NULL);
    }
}

/* What was stored before there were keys of towns is found by them, too. */
static void test_toll_of_a_town_in_an_older_database(void **state)
{
    struct fixture *fixture = *state;
    struct result first = write_one(fixture->store, &courier);
    fixture_go_back(fixture, 3);
    fixture_reopen(fixture);
    struct result second = write_one(fixture->store, &toll);
    assert_int_equal(first.event_ids[0], second.event_ids[0]);
}

/* The first claim of an article and its last one, which tell of one happening, with others between them. */
static void write_far_apart(struct fixture *fixture, const char *text, struct draft_report last)
{
    struct draft draft = courier;
    struct result result;
    draft.text = text;
    for (size_t i = 1; i + 1 < MOST_REPORTS; i++) {
        draft.reports[i] = (struct draft_report)KILLED("Sudmark", "Ostburg", "witnesses", 3, 0);
        draft.reports[i].subtype = SUBTYPE_CAPTURED;
    }
    draft.reports[MOST_REPORTS - 1] = last;
    result = write_one(fixture->store, &draft);
    assert_int_equal(result.report_count, MOST_REPORTS);
    assert_int_equal(result.event_ids[MOST_REPORTS - 1], result.event_ids[0]);
    assert_int_not_equal(result.event_ids[1], result.event_ids[0]);
}

/* "The army denied that any soldiers were killed", at the end of an article that told of many things since.
 */
static void test_denial_far_behind_what_it_denies(void **state)
{
    struct draft_report denial = KILLED("soldiers", NULL, "army", COUNT_NONE, 13);
    denial.status = STATUS_DENIED;
    write_far_apart(*state, courier.text, denial);
}

static void test_toll_far_behind_what_it_replaces(void **state)
{
    static const struct draft_report toll_of_later = KILLED("people", NULL, "mayor", 17, 13);
    write_far_apart(*state, "The toll has risen.", toll_of_later);
}

static void test_delete(void **state)
{
    struct fixture *fixture = *state;
    const struct draft removal = {.id = "courier-1"};
    struct result first = write_one(fixture->store, &courier);
    struct result removed = write_one(fixture->store, &removal);
    struct result again;
    struct arena arena;
    struct store_article stored;
    int64_t successor;
    assert_int_equal(removed.outcome, STORE_DELETED);
    expect_all_events(fixture, "");
    write_all(fixture->store, &removal, 1, &again);
    assert_int_equal(again.status, ERR_NOT_FOUND);
    assert_int_equal(event_status(fixture, first.event_ids[0], &successor), ERR_GONE);
    assert_int_equal(event_status(fixture, first.event_ids[0] + 1000, &successor), ERR_NOT_FOUND);
    arena_init(&arena, 1 << 20);
    assert_int_equal(store_article(fixture->store, &arena, STR("courier-1"), &stored, NULL), ERR_NOT_FOUND);
    arena_release(&arena);
    assert_int_equal(info_of(fixture).articles, 0);
    assert_int_equal(info_of(fixture).reports, 0);
    assert_int_equal(info_of(fixture).events, 0);

    /* Ids are never given twice. */
    struct result anew = write_one(fixture->store, &courier);
    assert_true(anew.report_ids[0] > first.report_ids[0]);
    assert_true(anew.event_ids[0] > first.event_ids[0]);
}

static void test_delete_of_one_of_two(void **state)
{
    struct fixture *fixture = *state;
    const struct draft removal = {.id = "courier-1"};
    struct result first = write_one(fixture->store, &courier);
    struct result second = write_one(fixture->store, &mail);
    (void)write_one(fixture->store, &removal);
    assert_int_equal(first.event_ids[0], second.event_ids[0]);
    expect_all_events(fixture, "casualty Norland 13/13 12-12 x1\n");
}

static bool count_event(void *context, const struct event *event)
{
    (void)event;
    ++*(int *)context;
    return true;
}

static bool count_report(void *context, const struct store_report *report)
{
    (void)report;
    ++*(int *)context;
    return true;
}

static enum status event_status(const struct fixture *fixture, int64_t id, int64_t *successor)
{
    int calls = 0;
    struct query query = query_all();
    struct query_cursor next;
    return store_event(fixture->store, id, &query, count_event, count_report, &calls, &next, successor, NULL);
}

/* Two claims that nothing links, and a third that repeats the figure of one and the words of the other: the
 * younger event is merged into the older one, and comes apart from it again under its id. */
static void test_successor(void **state)
{
    struct fixture *fixture = *state;
    static const struct draft vague = {
        .id = "vague",
        .publisher = "Weekly",
        .text =
            "Families in the northern provinces mourn sons who never returned from the frontier garrison.",
        .published = 16,
        .reports = {{KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, "Norland", "Weissau",
                     "XA", NULL, COUNT_NONE, COUNT_NONE, DAY_NONE, DAY_NONE, DAY_NONE}},
    };
    static const struct draft removal = {.id = "bridge"};
    struct draft bridge = courier;
    struct result first = write_one(fixture->store, &courier);
    struct result second = write_one(fixture->store, &vague);
    struct result third;
    int64_t successor;
    assert_int_not_equal(first.event_ids[0], second.event_ids[0]);
    bridge.id = "bridge";
    bridge.url = NULL;
    bridge.text = vague.text;
    third = write_one(fixture->store, &bridge);
    assert_int_equal(third.event_ids[0], first.event_ids[0]);
    assert_int_equal(event_status(fixture, second.event_ids[0], &successor), ERR_CONFLICT);
    assert_int_equal(successor, first.event_ids[0]);
    expect_all_events(fixture, "casualty Norland 13/13 12-12 x3\n");

    (void)write_one(fixture->store, &removal);
    assert_int_equal(info_of(fixture).events, 2);
    assert_int_equal(event_status(fixture, first.event_ids[0], &successor), OK);
    assert_int_equal(event_status(fixture, second.event_ids[0], &successor), OK);
    expect_all_events(fixture, "casualty Norland 13/13 12-12 x1\ncasualty Norland undated -1--1 x1\n");
}

/* A claim that a correction drops takes its event with it: the event is not merged into that of the claim
 * which stays, for that one holds nothing of it. */
static void test_dropped_claim(void **state)
{
    struct fixture *fixture = *state;
    static const struct draft both = {
        .id = "beeld-1",
        .publisher = "Beeld",
        .text = "Raiders killed 26 farmers in Weissau on Tuesday, the mayor said. Police said 4 had died.",
        .published = 14,
        .reports = {KILLED("farmers", "Weissau", "mayor", 26, 10),
                    KILLED("herders", "Ostburg", "police", 4, 2)},
    };
    static const struct draft second = {
        .id = "wire-2",
        .publisher = "Wire",
        .text = "Gunmen killed 26 farmers in Weissau, the Interior Ministry said.",
        .published = 14,
        .reports = {KILLED("farmers", "Weissau", "ministry", 26, 10)},
    };
    struct draft corrected = both;
    struct result first = write_one(fixture->store, &both);
    struct result other_paper = write_one(fixture->store, &second);
    struct result again;
    int64_t successor;
    assert_int_not_equal(first.event_ids[0], first.event_ids[1]);
    assert_int_equal(other_paper.event_ids[0], first.event_ids[0]);
    corrected.text = "Raiders killed 26 farmers in Weissau on Tuesday, the mayor said.";
    corrected.reports[1].actor = NULL;
    again = write_one(fixture->store, &corrected);
    assert_int_equal(again.event_ids[0], first.event_ids[0]);
    assert_int_equal(event_status(fixture, first.event_ids[1], &successor), ERR_GONE);
    expect_all_events(fixture, "casualty farmers 10/10 26-26 x2\n");
}

/* A new claim put before the old one does not take its event: each goes to the likest. */
static void test_claim_added_before(void **state)
{
    struct fixture *fixture = *state;
    struct draft longer = courier;
    struct result first = write_one(fixture->store, &courier);
    struct result second;
    longer.text = "Four Sudmark soldiers were killed in Ostburg; twelve of Norland in Weissau on Saturday.";
    longer.reports[0] = (struct draft_report)KILLED("Sudmark", "Ostburg", "witnesses", 4, 2);
    longer.reports[1] = courier.reports[0];
    second = write_one(fixture->store, &longer);
    assert_int_equal(second.event_ids[1], first.event_ids[0]);
    assert_true(second.event_ids[0] > first.event_ids[0]);
}

static void test_article_comes_back_as_it_was(void **state)
{
    struct fixture *fixture = *state;
    struct draft draft = courier;
    struct arena arena;
    struct store_article stored;
    struct result result;
    draft.reports[1] = (struct draft_report){KIND_DEPLOYMENT,
                                             SUBTYPE_SENT,
                                             SCOPE_CUMULATIVE,
                                             STATUS_DENIED,
                                             "Sudmark",
                                             NULL,
                                             NULL,
                                             NULL,
                                             COUNT_NONE,
                                             COUNT_NONE,
                                             DAY_NONE,
                                             4,
                                             DAY_NONE};
    result = write_one(fixture->store, &draft);
    arena_init(&arena, 1 << 20);
    assert_int_equal(store_article(fixture->store, &arena, STR("courier-1"), &stored, NULL), OK);
    assert_true(str_equal(stored.article.id, STR("courier-1")));
    assert_true(str_equal(stored.article.url, str_from(draft.url)));
    assert_true(str_equal(stored.article.title, STR("A title")));
    assert_true(str_equal(stored.article.text, str_from(draft.text)));
    assert_true(str_equal(stored.article.publisher, STR("The Courier")));
    assert_null(stored.article.author.data);
    assert_true(str_equal(stored.article.language, STR("en")));
    assert_int_equal(stored.article.published.day, DAY_0 + 14);
    assert_int_equal(stored.article.published.second, 43200);
    assert_int_equal(stored.article.published.offset_minutes, 120);
    assert_true(stored.article.published.has_offset);
    assert_int_equal(stored.revision, 1);

    assert_int_equal(stored.timexes.count, 1);
    const struct timex *timex = &stored.timexes.items[0];
    assert_int_equal(timex->field, FIELD_TEXT);
    assert_int_equal(timex->begin, 2);
    assert_int_equal(timex->end, 9);
    assert_string_equal(timex->value, "2024-12-14");
    assert_int_equal(timex->mod, MOD_START);
    assert_string_equal(timex->rule, "weekday.on");
    assert_int_equal(timex->date.first, DAY_0 + 13);
    assert_int_equal(timex->date.precision, PRECISION_DAY);
    assert_int_equal(timex->anchor, ANCHOR_PUBLISHED);
    assert_int_equal(timex->relation, RELATION_BY);
    assert_int_equal(timex->partner, -1);

    assert_int_equal(stored.report_count, 2);
    assert_int_equal(stored.report_ids[1], result.report_ids[1]);
    assert_int_equal(stored.event_ids[1], result.event_ids[1]);
    const struct report *report = &stored.reports[0];
    assert_int_equal(report->kind, KIND_CASUALTY);
    assert_int_equal(report->subtype, SUBTYPE_KILLED);
    assert_int_equal(report->count.min, 12);
    assert_int_equal(report->count.max, 12);
    assert_true(str_equal(report->count.text.text, STR("12 to 12")));
    assert_int_equal(report->count.text.begin, 3);
    assert_int_equal(report->count.text.end, 8);
    assert_null(report->count.qualifier.data);
    assert_int_equal(report->place_count, 1);
    assert_true(str_equal(report->places[0].name, STR("Weissau")));
    assert_true(report->places[0].has_point);
    assert_true(report->places[0].lat == 51.5 && report->places[0].lon == -0.25);
    assert_null(report->places[0].region.data);
    assert_true(str_equal(report->evidence.text, str_from(draft.text)));
    assert_true(str_equal(report->prefix, STR("")));
    assert_non_null(report->prefix.data);
    assert_true(str_equal(report->suffix, STR(" And so on.")));
    assert_true(str_equal(report->rule, STR("test.rule")));
    assert_int_equal(report->basis_timex, -1);
    assert_null(report->basis.text.data);
    report = &stored.reports[1];
    assert_int_equal(report->count.min, COUNT_NONE);
    assert_int_equal(report->date.first, DAY_NONE);
    assert_int_equal(report->date.last, DAY_0 + 4);
    assert_int_equal(report->said.precision, PRECISION_NONE);
    assert_int_equal(report->scope, SCOPE_CUMULATIVE);
    assert_int_equal(report->status, STATUS_DENIED);
    assert_int_equal(report->place_count, 0);
    arena_release(&arena);
}

struct seen {
    struct store_report reports[4];
    int64_t ids[4];
    size_t count;
};

static bool see_event(void *context, const struct event *event)
{
    (void)context;
    assert_int_equal(event->reports, 2);
    assert_int_equal(event->publishers, 2);
    assert_int_equal(event->revision, 2);
    assert_true(event->updated > INT64_C(1700000000000));
    return true;
}

static bool see_report(void *context, const struct store_report *report)
{
    struct seen *seen = context;
    seen->reports[seen->count++] = *report;
    return true;
}

static void test_why(void **state)
{
    struct fixture *fixture = *state;
    struct seen seen = {.count = 0};
    struct result first = write_one(fixture->store, &courier);
    struct result second = write_one(fixture->store, &mail);
    struct query query = query_all();
    struct query_cursor next;
    int64_t successor;
    assert_int_equal(store_event(fixture->store, first.event_ids[0], &query, see_event, see_report, &seen,
                                 &next, &successor, NULL),
                     OK);
    assert_false(next.set);
    assert_int_equal(seen.count, 2);
    assert_int_equal(seen.reports[0].id, first.report_ids[0]);
    assert_int_equal(seen.reports[0].joined_to, second.report_ids[0]);
    assert_int_equal(seen.reports[1].joined_to, first.report_ids[0]);
    assert_true(seen.reports[1].why.total >= MERGE_LINK);
    assert_int_equal(seen.reports[1].copy_of, 0);
    assert_int_equal(seen.reports[1].published, DAY_0 + 14);
}

/* The queue refuses what it has no room for, and a bad write leaves the others of its transaction alone. */
static void test_bad_write_among_good_ones(void **state)
{
    struct fixture *fixture = *state;
    const struct draft drafts[] = {courier, {.id = "nobody"}, mail, {.id = "nobody-2"}, other};
    struct result results[5];
    write_all(fixture->store, drafts, 5, results);
    assert_int_equal(results[0].status, OK);
    assert_int_equal(results[1].status, ERR_NOT_FOUND);
    assert_int_equal(results[2].status, OK);
    assert_int_equal(results[3].status, ERR_NOT_FOUND);
    assert_int_equal(results[4].status, OK);
    expect_all_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x2\n");
}

/* One transaction may create, change and delete one article. */
static void test_all_in_one_batch(void **state)
{
    struct fixture *fixture = *state;
    struct draft changed = courier;
    changed.reports[0].min = changed.reports[0].max = 13;
    changed.text = "Thirteen.";
    const struct draft drafts[] = {courier, changed, {.id = "courier-1"}, courier, mail, {.id = "courier-1"}};
    write_all(fixture->store, drafts, 6, NULL);
    expect_all_events(fixture, "casualty Norland 13/13 12-12 x1\n");
    assert_int_equal(info_of(fixture).articles, 1);
    assert_int_equal(info_of(fixture).reports, 1);
    assert_int_equal(info_of(fixture).events, 1);
}

/* A story that hundreds of papers print word for word is one event, found and counted without comparing every
 * copy with every other. */
static void test_syndicated_copies(void **state)
{
    enum { COPIES = 600 };
    struct fixture *fixture = *state;
    static struct draft copies[COPIES];
    static char ids[COPIES][16];
    static struct result results[COPIES];
    for (size_t i = 0; i < COPIES; i++) {
        snprintf(ids[i], sizeof ids[i], "copy-%zu", i);
        copies[i] = courier;
        copies[i].id = ids[i];
        copies[i].url = NULL;
        copies[i].publisher = ids[i];
    }
    for (size_t i = 0; i < COPIES; i += 100) {
        write_all(fixture->store, copies + i, 100, results + i);
    }
    for (size_t i = 1; i < COPIES; i++) {
        assert_int_equal(results[i].event_ids[0], results[0].event_ids[0]);
    }
    (void)write_one(fixture->store, &mail);
    expect_all_events(fixture, "casualty Norland 13/13 12-12 x601\n");
    assert_int_equal(info_of(fixture).events, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_put),
        TEST(test_two_articles_one_event),
        TEST(test_claim_without_place_joins_the_one_before_it),
        TEST(test_one_figure_of_unlike_actors),
        TEST(test_toll_of_a_town),
        TEST(test_toll_of_a_town_in_an_older_database),
        TEST(test_denial_far_behind_what_it_denies),
        TEST(test_toll_far_behind_what_it_replaces),
        TEST(test_delete),
        TEST(test_delete_of_one_of_two),
        TEST(test_successor),
        TEST(test_dropped_claim),
        TEST(test_claim_added_before),
        TEST(test_article_comes_back_as_it_was),
        TEST(test_why),
        TEST(test_bad_write_among_good_ones),
        TEST(test_all_in_one_batch),
        TEST(test_syndicated_copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
