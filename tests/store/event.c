/* One event and the pages of its reports. */
#include <string.h>

#include "tests/cmocka.h"
#include "tests/store/support.h"

enum { CLAIMS = 7 };

/* Seven articles on one happening; two of them say it on the 14th, three on the 15th, two on the 16th. */
static const int32_t said[CLAIMS] = {16, 14, 15, 15, 14, 16, 15};

static struct fixture fixture;
static struct result results[CLAIMS];

static int setup(void **state)
{
    static const char *const ids[CLAIMS] = {"a", "b", "c", "d", "e", "f", "g"};
    (void)state;
    fixture_open(&fixture);
    for (size_t i = 0; i < CLAIMS; i++) {
        const struct draft draft = {
            .id = ids[i],
            .publisher = ids[i],
            .text = ids[i],
            .published = said[i],
            .reports = {{KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, "Norland", "Weissau",
                         "XA", "ministry", 12, 12, 13, 13, said[i]}}};
        results[i] = write_one(fixture.store, &draft);
        assert_int_equal(results[i].event_ids[0], results[0].event_ids[0]);
    }
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* The ids of articles, each of one letter, in the order of the answer. */
struct seen {
    char articles[2 * CLAIMS + 1];
    uint32_t reports; /* as the event says */
};

/* The links of the claims of an event, in the order of the answer. */
struct ties {
    int64_t from[CLAIMS], to[CLAIMS];
    size_t count;
};

static bool see_event(void *context, const struct event *event)
{
    ((struct seen *)context)->reports = event->reports;
    return true;
}

static bool see_report(void *context, const struct store_report *report)
{
    struct seen *seen = context;
    size_t size = strlen(seen->articles);
    assert_true(size + 1 < sizeof seen->articles);
    seen->articles[size] = report->article.data[0];
    assert_int_not_equal(report->joined_to, 0);
    return true;
}

static struct seen see(uint32_t limit, struct query_cursor start, struct query_cursor *next)
{
    struct seen seen = {.reports = 0};
    struct query query = query_all();
    int64_t successor;
    query.limit = limit;
    query.cursor = start;
    assert_int_equal(store_event(fixture.store, results[0].event_ids[0], &query, see_event, see_report, &seen,
                                 next, &successor, NULL),
                     OK);
    return seen;
}

/* Page by page, every report comes once, earliest said first. */
static void test_pages(void **state)
{
    (void)state;
    for (uint32_t limit = 1; limit <= CLAIMS + 1; limit++) {
        struct query_cursor next = {0};
        char all[CLAIMS + 1] = "";
        size_t pages = 0;
        do {
            struct seen page = see(limit, next, &next);
            assert_int_equal(page.reports, CLAIMS);
            assert_true(strlen(page.articles) <= limit && strlen(all) + strlen(page.articles) <= CLAIMS);
            memcpy(all + strlen(all), page.articles, strlen(page.articles) + 1);
            pages++;
        } while (next.set);
        assert_string_equal(all, "becdgaf");
        assert_int_equal(pages, (CLAIMS + limit - 1) / limit);
    }
}

/* When the report that a page ended with is deleted, the next page leaves none out. */
static void test_cursor_of_a_deleted_report(void **state)
{
    static const struct draft gone = {.id = "d"};
    struct query_cursor next;
    struct query_cursor end;
    (void)state;
    assert_string_equal(see(4, (struct query_cursor){0}, &next).articles, "becd");
    (void)write_one(fixture.store, &gone);
    assert_string_equal(see(CLAIMS, next, &end).articles, "cgaf");
    assert_false(end.set);
}

/* The two claims of an article are more like each other than like those of the other article; all the same
 * the links that are told lead from each claim to the earliest one. */
static bool see_tie(void *context, const struct store_report *report)
{
    struct ties *ties = context;
    ties->from[ties->count] = report->id;
    ties->to[ties->count++] = report->joined_to;
    return true;
}

static bool see_any(void *context, const struct event *event)
{
    (void)context;
    (void)event;
    return true;
}

static bool leads_to_first(const struct ties *ties, size_t i)
{
    for (size_t step = 0; i > 0 && step < ties->count; step++) {
        for (size_t k = 0; k < ties->count; k++) {
            if (ties->from[k] == ties->to[i]) {
                i = k;
                break;
            }
        }
    }
    return i == 0;
}

static void test_ties_of_two_articles(void **state)
{
    static const struct draft_report killed = {KIND_CASUALTY,
                                               SUBTYPE_KILLED,
                                               SCOPE_INCIDENT,
                                               STATUS_CLAIMED,
                                               "Sudmark",
                                               "Harrow",
                                               "XA",
                                               "governor",
                                               15,
                                               15,
                                               20,
                                               20,
                                               20};
    struct draft drafts[] = {
        {.id = "x", .publisher = "x", .text = "x", .published = 20, .reports = {killed, killed}},
        {.id = "y", .publisher = "y", .text = "y", .published = 21, .reports = {killed, killed}}};
    struct query query = query_all();
    struct query_cursor next;
    struct ties ties = {.count = 0};
    struct result result;
    int64_t successor;
    (void)state;
    drafts[0].reports[1].subtype = drafts[1].reports[1].subtype = SUBTYPE_WOUNDED;
    drafts[0].reports[1].min = drafts[0].reports[1].max = 40;
    drafts[1].reports[0].min = drafts[1].reports[0].max = 17;
    drafts[1].reports[1].min = drafts[1].reports[1].max = 44;
    drafts[1].reports[0].source = drafts[1].reports[1].source = "police";
    (void)write_one(fixture.store, &drafts[0]);
    result = write_one(fixture.store, &drafts[1]);
    assert_int_equal(store_event(fixture.store, result.event_ids[0], &query, see_any, see_tie, &ties, &next,
                                 &successor, NULL),
                     OK);
    assert_int_equal(ties.count, 4);
    for (size_t i = 0; i < ties.count; i++) {
        assert_true(leads_to_first(&ties, i));
    }
}

/* How often claims were compared.  The linker puts this function in place of merge's own. */
static size_t compared;

int32_t real_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                            struct merge_why *why) __asm__("__real_merge_score_prepared");
int32_t counted_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                               struct merge_why *why) __asm__("__wrap_merge_score_prepared");

int32_t counted_score_prepared(const struct merge_prepared *a, const struct merge_prepared *b,
                               struct merge_why *why)
{
    compared++;
    return real_score_prepared(a, b, why);
}

static struct ties tie_page(uint32_t limit, struct query_cursor start, struct query_cursor *next)
{
    struct query query = query_all();
    struct ties ties = {.count = 0};
    int64_t successor;
    query.limit = limit;
    query.cursor = start;
    compared = 0;
    assert_int_equal(store_event(fixture.store, results[0].event_ids[0], &query, see_any, see_tie, &ties,
                                 next, &successor, NULL),
                     OK);
    return ties;
}

/* A page tells the links that the whole tells, and compares no claims that it does not need. */
static void test_ties_of_a_page(void **state)
{
    (void)state;
    for (uint32_t limit = 1; limit <= CLAIMS; limit++) {
        struct query_cursor next = {0};
        struct ties whole = tie_page(CLAIMS, next, &next);
        size_t all = compared;
        size_t told = 0;
        do {
            struct ties page = tie_page(limit, next, &next);
            for (size_t i = 0; i < page.count; i++, told++) {
                assert_int_equal(page.from[i], whole.from[told]);
                assert_int_equal(page.to[i], whole.to[told]);
            }
            /* the first claim of all has its tie from what it is compared with itself */
            assert_true(told > limit || limit > 1 || compared == CLAIMS - 1);
            assert_true(compared <= all);
        } while (next.set);
        assert_int_equal(told, CLAIMS);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_pages), TEST(test_cursor_of_a_deleted_report),
                                       TEST(test_ties_of_two_articles), TEST(test_ties_of_a_page)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
