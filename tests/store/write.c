/* What becomes of articles, reports and events when articles come, change and go. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/cmocka.h"
#include "tests/store/support.h"

#define KILLED(actor, place, source, count, day)                                                             \
    {                                                                                                        \
        KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, actor, place, "XA", source, count,    \
            count, day, day, day                                                                             \
    }

static const struct draft courier = {
    .id = "courier-1",
    .url = "https://courier.example/1",
    .publisher = "The Courier",
    .text = "Twelve Norland soldiers were killed in Weissau on Saturday, the ministry said.",
    .published = 14,
    .reports = {KILLED("Norland", "Weissau", "Norland ministry", 12, 13)},
};
static const struct draft mail = {
    .id = "mail-7",
    .url = "https://mail.example/7",
    .publisher = "Morning Mail",
    .text = "The ministry of Norland confirmed on Sunday that 12 of its soldiers fell at Weissau.",
    .published = 14,
    .reports = {KILLED("Norland", "Weissau", "Norland ministry", 12, 13)},
};
static const struct draft other = {
    .id = "mail-8",
    .publisher = "Morning Mail",
    .text = "Three Sudmark soldiers were killed in Ostburg on the first day of the month.",
    .published = 3,
    .reports = {KILLED("Sudmark", "Ostburg", "witnesses", 3, 0)},
};

static int setup(void **state)
{
    static struct fixture fixture;
    fixture_open(&fixture);
    *state = &fixture;
    return 0;
}

static int teardown(void **state)
{
    fixture_close(*state);
    return 0;
}

static struct store_info info_of(const struct fixture *fixture)
{
    struct store_info info;
    assert_int_equal(store_info(fixture->store, &info, NULL), OK);
    return info;
}

static void expect_events(const struct fixture *fixture, const char *expected)
{
    struct query query = query_all();
    char *events = list_events(fixture->store, &query, NULL);
    assert_string_equal(events, expected);
    free(events);
}

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
    assert_int_equal(info.schema, 1);
    assert_int_equal(info.commits, 1);
    expect_events(fixture, "casualty Norland 13/13 12-12 x1\n");
}

static void test_two_articles_one_event(void **state)
{
    struct fixture *fixture = *state;
    struct result first = write_one(fixture->store, &courier);
    struct result second = write_one(fixture->store, &mail);
    struct result third = write_one(fixture->store, &other);
    assert_int_equal(first.event_ids[0], second.event_ids[0]);
    assert_int_not_equal(first.event_ids[0], third.event_ids[0]);
    expect_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x2\n");
    fixture_reopen(fixture);
    expect_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x2\n");
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
    expect_events(fixture, "casualty Norland 13/13 13-13 x1\n");
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
    expect_events(fixture, "");
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
    expect_events(fixture, "");
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
    expect_events(fixture, "casualty Norland 13/13 12-12 x1\n");
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
 * younger event is merged into the older one, and comes apart from it again as a new one. */
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
    expect_events(fixture, "casualty Norland 13/13 12-12 x3\n");

    (void)write_one(fixture->store, &removal);
    assert_int_equal(info_of(fixture).events, 2);
    assert_int_equal(event_status(fixture, first.event_ids[0], &successor), OK);
    assert_int_equal(event_status(fixture, second.event_ids[0], &successor), ERR_CONFLICT);
    expect_events(fixture, "casualty Norland 13/13 12-12 x1\ncasualty Norland undated -1--1 x1\n");
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
    expect_events(fixture, "casualty farmers 10/10 26-26 x2\n");
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
    assert_string_equal(timex->mod, "START");
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
    expect_events(fixture, "casualty Sudmark 0/0 3-3 x1\ncasualty Norland 13/13 12-12 x2\n");
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
    expect_events(fixture, "casualty Norland 13/13 12-12 x1\n");
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
    expect_events(fixture, "casualty Norland 13/13 12-12 x601\n");
    assert_int_equal(info_of(fixture).events, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_put),
        TEST(test_two_articles_one_event),
        TEST(test_claim_without_place_joins_the_one_before_it),
        TEST(test_one_figure_of_unlike_actors),
        TEST(test_same_content_writes_nothing),
        TEST(test_replace),
        TEST(test_replace_by_url),
        TEST(test_a_chosen_id_and_the_url_of_another),
        TEST(test_a_conflict_within_a_batch),
        TEST(test_the_same_content_under_other_rules),
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
