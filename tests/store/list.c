/* Which events, reports and articles a query finds, in which order, page by page; and the timeline. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"
#include "tests/store/support.h"

/* Each article makes one event of its own, which its actor names.  Days count from 1 December 2024. */
#define ARTICLE(name, publisher_, published_, ...)                                                           \
    {                                                                                                        \
        .id = name, .publisher = publisher_, .text = name " has a text of its own", .published = published_, \
        .reports = {                                                                                         \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
static const struct draft drafts[] = {
    ARTICLE("day", "The Courier", 14,
            {KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, "Day", "Weissau", "XA",
             "ministry", 12, 12, 13, 13, 14}),
    ARTICLE("weekend", "The Courier", 16,
            {KIND_CASUALTY, SUBTYPE_WOUNDED, SCOPE_INCIDENT, STATUS_CONFIRMED, "Weekend", "Ostburg", "XB",
             "hospital", 30, COUNT_NONE, 13, 14, 15}),
    ARTICLE("month", "Morning Mail", 20,
            {KIND_DEPLOYMENT, SUBTYPE_SENT, SCOPE_INCIDENT, STATUS_EXPECTED, "Month", NULL, NULL, "ministry",
             1000, 2000, 0, 30, 19}),
    ARTICLE("decade", "Morning Mail", 21,
            {KIND_DEPLOYMENT, SUBTYPE_DEPLOYED, SCOPE_CUMULATIVE, STATUS_CLAIMED, "Decade", NULL, NULL, NULL,
             COUNT_NONE, COUNT_NONE, -3000, 600, 20}),
    ARTICLE("since", "Weekly", 18,
            {KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_CUMULATIVE, STATUS_DENIED, "Since", "Weissau", "XA",
             "ministry", 100, COUNT_NONE, 9, DAY_NONE, 17}),
    ARTICLE("until", "Weekly", 19,
            {KIND_CASUALTY, SUBTYPE_MISSING, SCOPE_INCIDENT, STATUS_CLAIMED, "Until", NULL, NULL, "ministry",
             5, 5, DAY_NONE, 16, 17}),
    ARTICLE("undated", "\xc3\x96stliche Post", 22,
            {KIND_CASUALTY, SUBTYPE_CAPTURED, SCOPE_INCIDENT, STATUS_UNVERIFIED, "Undated", NULL, NULL, NULL,
             COUNT_NONE, 8, DAY_NONE, DAY_NONE, DAY_NONE}),
};
enum { COUNT = sizeof drafts / sizeof drafts[0] };

static struct fixture fixture;

static int setup(void **state)
{
    (void)state;
    fixture_open(&fixture);
    write_all(fixture.store, drafts, COUNT, NULL);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static struct query window(int32_t from, int32_t to)
{
    struct query query = query_all();
    query.from = from == DAY_NONE ? DAY_NONE : DAY_0 + from;
    query.to = to == DAY_NONE ? DAY_NONE : DAY_0 + to;
    return query;
}

/* The names of the events that a query finds, in order: their actors. */
static bool put_actor(void *context, const struct event *event)
{
    struct buffer *out = context;
    buffer_printf(out, "%s%.*s", out->size > 0 ? " " : "", STR_ARG(event->actor));
    return true;
}

static void expect_events(const struct query *query, const char *expected)
{
    struct buffer out;
    struct query_cursor next;
    struct error error = {0};
    buffer_init(&out, 1 << 20);
    if (store_events(fixture.store, query, put_actor, &out, &next, &error) != OK) {
        fail_msg("store_events: %s", error.message);
    }
    assert_false(next.set);
    buffer_append_char(&out, '\0');
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

static void expect_reports(const struct query *query, const char *expected)
{
    char *reports = list_reports(fixture.store, query, NULL);
    assert_string_equal(reports, expected);
    free(reports);
}

static void test_overlap(void **state)
{
    static const struct {
        int32_t from, to;
        bool open;
        const char *events;
    } cases[] = {
        {DAY_NONE, DAY_NONE, false, "Decade Month Since Day Weekend Until Undated"},
        {DAY_NONE, DAY_NONE, true, "Decade Month Since Day Weekend Until Undated"},
        {13, 13, false, "Decade Month Since Day Weekend"},
        {14, 14, false, "Decade Month Since Weekend"},
        {14, DAY_NONE, false, "Decade Month Since Weekend Until"},
        {DAY_NONE, 9, false, "Decade Month Since"},
        {DAY_NONE, 8, false, "Decade Month"},
        {15, 15, false, "Decade Month Since"}, /* since the 9th, said on the 17th: up to the 17th */
        {17, 17, false, "Decade Month Since"},
        {18, 18, false, "Decade Month"},
        {18, 18, true, "Decade Month Since"}, /* endless, when asked for */
        {400, 500, true, "Decade Since"},
        {16, 16, false, "Decade Month Since Until"}, /* by the 16th: counts on the 16th only */
        {-20, -10, false, "Decade"},
        {-20, -10, true, "Decade Until"},
        {-4000, -3500, true, "Until"},
        {601, DAY_NONE, false, ""},
        {31, 31, false, "Decade"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct query query = window(cases[i].from, cases[i].to);
        query.open = cases[i].open;
        expect_events(&query, cases[i].events);
    }
}

static void test_report_overlap(void **state)
{
    struct query query = query_all();
    (void)state;
    expect_reports(&query, "decade month since day weekend until undated");
    query = window(14, 14);
    expect_reports(&query, "decade month since weekend");
    query = window(16, 17);
    expect_reports(&query, "decade month since until");
    query = window(400, 500);
    query.open = true;
    expect_reports(&query, "decade since");
    query = window(-20, -10);
    query.open = true;
    expect_reports(&query, "decade until");
    query = query_all();
    query.said_from = DAY_0 + 17;
    query.said_to = DAY_0 + 19;
    expect_reports(&query, "month since until");
}

static void test_filters(void **state)
{
    struct str values[2];
    struct query query = query_all();
    (void)state;
    query.kinds = 1U << KIND_DEPLOYMENT;
    expect_events(&query, "Decade Month");
    query = query_all();
    query.subtypes = 1U << SUBTYPE_KILLED | 1U << SUBTYPE_CAPTURED;
    expect_events(&query, "Since Day Undated");
    query = query_all();
    query.scopes = 1U << SCOPE_CUMULATIVE;
    expect_events(&query, "Decade Since");
    query = query_all();
    query.statuses = 1U << STATUS_DENIED | 1U << STATUS_EXPECTED;
    expect_events(&query, "Month Since");
    expect_reports(&query, "month since");
    query = query_all();
    query.min_count = 30;
    expect_events(&query, "Month Since Weekend");
    query.max_count = 99;
    expect_events(&query, "Weekend");
    query = query_all();
    query.max_count = 8;
    expect_events(&query, "Until Undated");

    query = query_all();
    values[0] = STR("weissau");
    query.places = (struct query_values){values, 1};
    expect_events(&query, "Since Day");
    expect_reports(&query, "since day");
    values[1] = STR("OSTBURG");
    query.places.count = 2;
    expect_events(&query, "Since Day Weekend");
    query.kinds = 1U << KIND_DEPLOYMENT;
    expect_events(&query, "");

    query = query_all();
    values[0] = STR("xa");
    query.countries = (struct query_values){values, 1};
    expect_events(&query, "Since Day");
    query = query_all();
    values[0] = STR("Ministry");
    query.sources = (struct query_values){values, 1};
    expect_events(&query, "Month Since Day Until");
    values[1] = STR("weekly");
    query.publishers = (struct query_values){values + 1, 1};
    expect_events(&query, "Since Until");
    query.from = DAY_0 + 10;
    query.to = DAY_0 + 15;
    expect_events(&query, "Since");
    query = query_all();
    values[0] = STR("\xc3\xb6STLICHE post");
    query.publishers = (struct query_values){values, 1};
    expect_events(&query, "Undated");
    values[0] = STR("nobody");
    expect_events(&query, "");
    expect_reports(&query, "");
    query = query_all();
    values[0] = STR("day");
    values[1] = STR("month");
    query.actors = (struct query_values){values, 2};
    expect_events(&query, "Month Day");
    values[0] = STR("monthian"); /* as if Month were a country */
    query.actors.count = 1;
    expect_events(&query, "Month");
    expect_reports(&query, "month");
}

/* One blow of which an article counts the dead, the wounded and the missing. */
static const struct draft blow = ARTICLE("blow", "Weekly", 24,
                                         {KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED,
                                          "Blow", "Weissau", "XA", "ministry", 21, 23, 22, 22, 23},
                                         {KIND_CASUALTY, SUBTYPE_WOUNDED, SCOPE_INCIDENT, STATUS_CLAIMED,
                                          "Blow", "Weissau", "XA", "ministry", 11, 11, 22, 22, 23},
                                         {KIND_CASUALTY, SUBTYPE_MISSING, SCOPE_INCIDENT, STATUS_CLAIMED,
                                          "Blow", "Weissau", "XA", "ministry", 4, 4, 22, 22, 23});

static void expect_subtype(enum report_subtype subtype, const char *events, const char *reports)
{
    static const enum query_sort sorts[] = {SORT_DATE, SORT_UPDATED_DESCENDING, SORT_COUNT_DESCENDING};
    struct query query = query_all();
    query.subtypes = 1U << subtype;
    query.from = DAY_0 + 22;
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) { /* by the index, and by the rows alone */
        query.sort = sorts[i];
        expect_events(&query, events);
    }
    query.sort = SORT_DATE;
    expect_reports(&query, reports);
}

static void expect_subtypes(void)
{
    expect_subtype(SUBTYPE_KILLED, "Blow", "blow");
    expect_subtype(SUBTYPE_WOUNDED, "Blow", "blow");
    expect_subtype(SUBTYPE_MISSING, "Blow", "blow");
    expect_subtype(SUBTYPE_UNSPECIFIED, "Blow", ""); /* the event's own, which covers them */
    expect_subtype(SUBTYPE_CAPTURED, "", "");
}

static void test_subtypes_of_claims(void **state)
{
    (void)state;
    (void)write_one(fixture.store, &blow);
    expect_subtypes();
}

/* A database of before there were these subtypes finds them all the same. */
static void test_subtypes_of_an_older_database(void **state)
{
    (void)state;
    (void)write_one(fixture.store, &blow);
    fixture_go_back(&fixture, 1);
    fixture_reopen(&fixture);
    expect_subtypes();
}

static void test_sorts(void **state)
{
    struct query query = query_all();
    (void)state;
    query.sort = SORT_DATE_DESCENDING;
    expect_events(&query, "Until Weekend Day Since Month Decade Undated");
    expect_reports(&query, "until weekend day since month decade undated");
    query.sort = SORT_COUNT_DESCENDING;
    expect_events(&query, "Month Since Weekend Day Undated Until Decade");
    expect_reports(&query, "month since weekend day undated until decade");
    query.sort = SORT_UPDATED_DESCENDING;
    expect_reports(&query, "undated until since decade month weekend day");

    struct draft changed = drafts[1];
    changed.text = "changed";
    changed.reports[0].min = 31;
    poll(NULL, 0, 2); /* moments of change have milliseconds; in the same one the ids decide */
    (void)write_one(fixture.store, &changed);
    query.limit = 1;
    struct query_cursor next;
    char *events = list_events(fixture.store, &query, &next);
    assert_string_equal(events, "casualty Weekend 13/14 31--1 x1\n");
    assert_true(next.set);
    free(events);
}

/* Page by page, every row comes once, in the same order as all at once. */
static void test_paging(void **state)
{
    static const enum query_sort sorts[] = {SORT_DATE, SORT_DATE_DESCENDING, SORT_UPDATED_DESCENDING,
                                            SORT_COUNT_DESCENDING};
    char *(*const lists[])(struct store *, const struct query *,
                           struct query_cursor *) = {list_events, list_reports, list_articles};
    (void)state;
    for (size_t list = 0; list < 3; list++) {
        for (size_t sort = 0; sort < (list == 2 ? 2 : 4); sort++) {
            for (uint32_t limit = 1; limit <= COUNT + 1; limit++) {
                struct query query = query_all();
                struct query_cursor next;
                struct buffer joined;
                uint32_t pages = 0;
                query.sort = sorts[sort];
                char *all = lists[list](fixture.store, &query, &next);
                assert_false(next.set);
                buffer_init(&joined, 1 << 20);
                query.limit = limit;
                do {
                    char *page = lists[list](fixture.store, &query, &next);
                    buffer_printf(&joined, "%s%s", list > 0 && joined.size > 0 ? " " : "", page);
                    free(page);
                    query.cursor = next;
                    pages++;
                } while (next.set);
                buffer_append_char(&joined, '\0');
                assert_string_equal(joined.data, all);
                assert_int_equal(pages, (COUNT + limit - 1) / limit);
                buffer_release(&joined);
                free(all);
            }
        }
    }
}

/* Many events of one day: the page is found by id within the day, and a filter with two words gives each
 * once. */
static void test_paging_within_a_day(void **state)
{
    enum { MANY = 300 };
    static struct draft many[MANY];
    static char ids[MANY][16];
    static char actors[MANY][16];
    struct str names[2] = {STR("weissau"), STR("xa")};
    struct query query = window(100, 100);
    struct query_cursor next = {0};
    size_t found = 0;
    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "many-%zu", i);
        snprintf(actors[i], sizeof actors[i], "Force %zu", i);
        many[i] =
            (struct draft){.id = ids[i], .text = ids[i], .published = 100, .reports = {drafts[0].reports[0]}};
        many[i].reports[0].actor = actors[i];
        many[i].reports[0].first = many[i].reports[0].last = 100;
    }
    write_all(fixture.store, many, MANY, NULL);
    query.places = (struct query_values){names, 2};
    query.limit = 7;
    do {
        char *page = list_events(fixture.store, &query, &next);
        for (const char *at = page; (at = strchr(at, '\n')) != NULL; at++) {
            found++;
        }
        free(page);
        query.cursor = next;
    } while (next.set);
    assert_int_equal(found, MANY);
}

static void test_articles(void **state)
{
    struct query query = query_all();
    struct str publisher = STR("weekly");
    char *articles = list_articles(fixture.store, &query, NULL);
    struct query_cursor next;
    struct error error = {0};
    (void)state;
    assert_string_equal(articles, "day weekend since until month decade undated");
    free(articles);
    query = window(16, 19);
    query.sort = SORT_DATE_DESCENDING;
    articles = list_articles(fixture.store, &query, NULL);
    assert_string_equal(articles, "until since weekend");
    free(articles);
    query = query_all();
    query.publishers = (struct query_values){&publisher, 1};
    articles = list_articles(fixture.store, &query, NULL);
    assert_string_equal(articles, "since until");
    free(articles);
    query.sort = SORT_COUNT_DESCENDING;
    assert_int_equal(store_articles(fixture.store, &query, NULL, NULL, &next, &error), ERR_INVALID);
    assert_string_equal(error.pointer, "sort");
}

/* "killed 12-12", or "killed 12-" without an upper end. */
static void put_figure(struct buffer *out, const char *name, struct bounds figure)
{
    if (figure.min != COUNT_NONE) {
        buffer_printf(out, " %s %lld-", name, (long long)figure.min);
        if (figure.max != COUNT_NONE) {
            buffer_printf(out, "%lld", (long long)figure.max);
        }
    }
}

static bool put_bucket(void *context, const struct store_bucket *bucket)
{
    struct buffer *out = context;
    if (bucket->bucket == DAY_NONE) {
        buffer_append_str(out, STR("undated"));
    } else {
        char day[11];
        day_format(bucket->bucket, day);
        buffer_printf(out, "%s", day);
    }
    buffer_printf(out, "%s %s %llu/%llu", bucket->coarse ? " coarse" : "", report_kind_name(bucket->kind),
                  (unsigned long long)bucket->events, (unsigned long long)bucket->reports);
    put_figure(out, "killed", bucket->killed);
    put_figure(out, "wounded", bucket->wounded);
    buffer_append_char(out, '\n');
    return true;
}

static void expect_timeline(const struct query *query, const char *expected)
{
    struct buffer out;
    struct error error = {0};
    buffer_init(&out, 1 << 20);
    if (store_timeline(fixture.store, query, put_bucket, &out, &error) != OK) {
        fail_msg("store_timeline: %s", error.message);
    }
    buffer_append_char(&out, '\0');
    assert_string_equal(out.data, expected);
    buffer_release(&out);
}

static void test_timeline(void **state)
{
    struct query query = window(12, 14);
    (void)state;
    expect_timeline(&query, "2024-12-13 coarse casualty 1/1\n"
                            "2024-12-13 coarse deployment 2/2\n"
                            "2024-12-14 casualty 1/1 killed 12-12\n"
                            "2024-12-14 coarse casualty 2/2 wounded 30-\n"
                            "2024-12-14 coarse deployment 2/2\n"
                            "2024-12-15 coarse casualty 2/2 wounded 30-\n"
                            "2024-12-15 coarse deployment 2/2\n");
    query.kinds = 1U << KIND_CASUALTY;
    query.interval = BUCKET_WEEK;
    expect_timeline(&query, "2024-12-09 casualty 2/2 killed 12-12 wounded 30-\n"
                            "2024-12-09 coarse casualty 1/1\n");
    /* "By 17 December" may have been before it, so it is no event of that day or month. */
    query.from = DAY_0 + 16;
    query.to = DAY_NONE;
    query.interval = BUCKET_DAY;
    expect_timeline(&query, "2024-12-17 coarse casualty 2/2\n2024-12-18 coarse casualty 1/1\n");
    query.interval = BUCKET_MONTH;
    expect_timeline(&query, "2024-12-01 casualty 1/1\n2024-12-01 coarse casualty 1/1\n");
    query = query_all();
    query.interval = BUCKET_MONTH;
    query.statuses = 1U << STATUS_EXPECTED | 1U << STATUS_UNVERIFIED;
    expect_timeline(&query, "2024-12-01 deployment 1/1\nundated casualty 1/1\n");
    query = query_all();
    query.interval = BUCKET_YEAR;
    query.from = DAY_0 + 40;
    expect_timeline(&query, "2025-01-01 coarse deployment 1/1\n2026-01-01 coarse deployment 1/1\n");
}

/* "At least 60" and "2" are at least 62, and nobody says at most how many; the totals and the walk over
 * events agree, also when the open figure is gone again. */
static void test_timeline_upper_end(void **state)
{
    static const struct draft open =
        ARTICLE("open", "Weekly", 60,
                {KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, "Open", "Weissau", "XA",
                 "ministry", 60, COUNT_NONE, 50, 50, 60});
    static const struct draft exact = ARTICLE("exact", "Weekly", 60,
                                              {KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED,
                                               "Exact", "Ostburg", "XB", "hospital", 2, 2, 50, 50, 60});
    struct query totals = window(50, 50);
    struct query walk = totals;
    (void)state;
    totals.kinds = walk.kinds = 1U << KIND_CASUALTY;
    walk.statuses = (1U << STATUS_COUNT) - 1; /* all pass, but the totals do not know it */
    (void)write_one(fixture.store, &open);
    expect_timeline(&totals, "2025-01-20 casualty 1/1 killed 60-\n");
    expect_timeline(&walk, "2025-01-20 casualty 1/1 killed 60-\n");
    (void)write_one(fixture.store, &exact);
    expect_timeline(&totals, "2025-01-20 casualty 2/2 killed 62-\n");
    expect_timeline(&walk, "2025-01-20 casualty 2/2 killed 62-\n");
    (void)write_one(fixture.store, &(struct draft){.id = "open"});
    expect_timeline(&totals, "2025-01-20 casualty 1/1 killed 2-2\n");
    expect_timeline(&walk, "2025-01-20 casualty 1/1 killed 2-2\n");
    (void)write_one(fixture.store, &(struct draft){.id = "exact"});
    expect_timeline(&totals, "");
}

static bool stop_at_second(void *context, const struct event *event)
{
    (void)event;
    return ++*(int *)context < 2;
}

static void test_callback_stops(void **state)
{
    struct query query = query_all();
    struct query_cursor next;
    int calls = 0;
    (void)state;
    assert_int_equal(store_events(fixture.store, &query, stop_at_second, &calls, &next, NULL), OK);
    assert_int_equal(calls, 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_overlap),
        TEST(test_report_overlap),
        TEST(test_filters),
        TEST(test_sorts),
        TEST(test_paging),
        TEST(test_paging_within_a_day),
        TEST(test_articles),
        TEST(test_timeline),
        TEST(test_timeline_upper_end),
        TEST(test_callback_stops),
        TEST(test_subtypes_of_claims),
        TEST(test_subtypes_of_an_older_database),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
