/* What URL parameters mean, and how wrong ones are refused. */
#include "query/query.h"

#include <stdio.h>
#include <string.h>

#include "tests/cmocka.h"

enum { MOST = 12 };
#define ALL (QUERY_DATES | QUERY_FILTERS | QUERY_PAGE | QUERY_SORT | QUERY_SAID | QUERY_INTERVAL)
#define PAIRS(...) ((const char *[2 *MOST]){__VA_ARGS__})

static enum status parse(struct arena *arena, const char *const *pairs, uint32_t accepts, struct query *query,
                         struct error *error)
{
    struct query_parameter parameters[MOST];
    size_t count = 0;
    while (count < MOST && pairs[2 * count] != NULL) {
        parameters[count] =
            (struct query_parameter){str_from(pairs[2 * count]), str_from(pairs[2 * count + 1])};
        count++;
    }
    return query_parse(arena, parameters, count, accepts, query, error);
}

static void test_nothing_asked(void **state)
{
    struct arena arena;
    struct query query;
    (void)state;
    arena_init(&arena, 1 << 16);
    assert_int_equal(query_parse(&arena, NULL, 0, ALL, &query, NULL), OK);
    assert_int_equal(query.from, DAY_NONE);
    assert_int_equal(query.to, DAY_NONE);
    assert_int_equal(query.said_from, DAY_NONE);
    assert_int_equal(query.said_to, DAY_NONE);
    assert_int_equal(query.min_count, COUNT_NONE);
    assert_int_equal(query.max_count, COUNT_NONE);
    assert_int_equal(query.limit, QUERY_LIMIT_DEFAULT);
    assert_int_equal(query.sort, SORT_DATE);
    assert_int_equal(query.interval, BUCKET_DAY);
    assert_int_equal(query.kinds | query.subtypes | query.scopes | query.statuses, 0);
    assert_false(query.open);
    assert_false(query.cursor.set);
    arena_release(&arena);
}

static void test_everything_asked(void **state)
{
    struct arena arena;
    struct query query;
    (void)state;
    arena_init(&arena, 1 << 16);
    assert_int_equal(parse(&arena, PAIRS("from", "2024-02", "to", "2024-02", "open", "1", "interval", "week"),
                           ALL, &query, NULL),
                     OK);
    assert_int_equal(query.from, civil_to_day(2024, 2, 1));
    assert_int_equal(query.to, civil_to_day(2024, 2, 29));
    assert_true(query.open);
    assert_int_equal(query.interval, BUCKET_WEEK);

    assert_int_equal(
        parse(&arena,
              PAIRS("kind", "casualty", "kind", "deployment", "subtype", "wounded", "scope", "cumulative",
                    "status", "denied", "status", "claimed", "min_count", "3", "max_count", "3000"),
              ALL, &query, NULL),
        OK);
    assert_int_equal(query.kinds, 1U << KIND_CASUALTY | 1U << KIND_DEPLOYMENT);
    assert_int_equal(query.subtypes, 1U << SUBTYPE_WOUNDED);
    assert_int_equal(query.scopes, 1U << SCOPE_CUMULATIVE);
    assert_int_equal(query.statuses, 1U << STATUS_DENIED | 1U << STATUS_CLAIMED);
    assert_int_equal(query.min_count, 3);
    assert_int_equal(query.max_count, 3000);

    assert_int_equal(
        parse(&arena,
              PAIRS("actor", "Norland", "actor", "Sudmark", "place", "Weissau", "country", "ua", "source",
                    "the ministry", "publisher", "The Courier", "publisher", "Weekly", "publisher", "Mail"),
              ALL, &query, NULL),
        OK);
    assert_int_equal(query.actors.count, 2);
    assert_true(str_equal(query.actors.items[1], STR("Sudmark")));
    assert_int_equal(query.places.count, 1);
    assert_int_equal(query.countries.count, 1);
    assert_int_equal(query.sources.count, 1);
    assert_int_equal(query.publishers.count, 6); /* each with and without "The" */
    assert_true(str_equal(query.publishers.items[4], STR("Mail")));

    assert_int_equal(
        parse(&arena, PAIRS("said_from", "2024-12-30", "said_to", "2025", "sort", "-count", "limit", "1000"),
              ALL, &query, NULL),
        OK);
    assert_int_equal(query.said_from, civil_to_day(2024, 12, 30));
    assert_int_equal(query.said_to, civil_to_day(2025, 12, 31));
    assert_int_equal(query.sort, SORT_COUNT_DESCENDING);
    assert_int_equal(query.updated_since, 0);
    assert_int_equal(query.limit, 1000);
    arena_release(&arena);
}

static bool has(const struct query_values *values, const char *name)
{
    for (size_t i = 0; i < values->count; i++) {
        if (str_equal(values->items[i], str_from(name))) {
            return true;
        }
    }
    return false;
}

/* What a force is called, and the country that it is stored under. */
static void test_actor_by_demonym(void **state)
{
    struct arena arena;
    struct query query;

    (void)state;
    arena_init(&arena, 4096);
    assert_int_equal(parse(&arena, PAIRS("actor", "Ukrainian", "actor", "Ukrainian army"), ALL, &query, NULL),
                     OK);
    assert_int_equal(query.actors.count, 3);
    assert_true(str_equal(query.actors.items[0], STR("Ukrainian")));
    assert_true(str_equal(query.actors.items[1], STR("Ukraine")));
    assert_true(str_equal(query.actors.items[2], STR("Ukrainian army")));
    assert_int_equal(parse(&arena, PAIRS("actor", "north korean"), ALL, &query, NULL), OK);
    assert_int_equal(query.actors.count, 2);
    assert_true(str_equal(query.actors.items[1], STR("North Korea")));
    arena_release(&arena);
}

/* A publisher is found under the other names that its articles have. */
static void test_publishers(void **state)
{
    static const struct {
        const char *asked;
        const char *stored;
        bool found;
    } cases[] = {
        {"AP", "Associated Press", true},
        {"ap", "The Associated Press", true},
        {"The Associated Press", "AP", true},
        {"AFP", "Agence France-Presse", true},
        {"bbc", "BBC News", true},
        {"New York Times", "The New York Times", true},
        {"The Daily Holm", "Daily Holm", true},
        {"Daily Holm", "The Daily Holm", true},
        {"ABC News", "Australian Broadcasting Corporation", false},
        {"Daily Holm", "AP", false},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 16);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct query query;
        assert_int_equal(parse(&arena, PAIRS("publisher", cases[i].asked), ALL, &query, NULL), OK);
        if (has(&query.publishers, cases[i].stored) != cases[i].found) {
            fail_msg("publisher=%s, stored as %s", cases[i].asked, cases[i].stored);
        }
    }
    arena_release(&arena);
}

/* A place is searched for under every name it has, a country by what lies in it. */
static void test_places(void **state)
{
    static const struct {
        const char *asked;
        const char *name;    /* NULL: no further one */
        const char *country; /* NULL: none */
    } cases[] = {
        {"ukraine", "Ukraine", "UA"},
        {"UA", NULL, "UA"},
        {"ua", NULL, "UA"},
        {"Haiti", NULL, "HT"},
        {"kiev", "Kyiv", NULL},
        {"Kursk", "Kursk Oblast", NULL},
        {"UK", "United Kingdom", "GB"},
        {"Georgia", NULL, "GE"},
        {"Gránd Tärn", "Grand Tarn", NULL}, /* of tests/place/towns.tsv */
        {"Brask", NULL, NULL},
        {"xx", NULL, NULL},
        {"Ukrainian", NULL, NULL},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 16);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct query query;
        assert_int_equal(parse(&arena, PAIRS("place", cases[i].asked), ALL, &query, NULL), OK);
        if (!has(&query.places, cases[i].asked) ||
            (cases[i].name != NULL ? !has(&query.places, cases[i].name) : query.places.count != 1) ||
            (cases[i].country != NULL ? !has(&query.place_countries, cases[i].country)
                                      : query.place_countries.count > 0)) {
            fail_msg("place=%s", cases[i].asked);
        }
    }
    arena_release(&arena);
}

static void test_moments(void **state)
{
    static const struct {
        const char *text;
        int64_t milliseconds;
    } cases[] = {
        {"1970-01-02", 86400000},
        {"1970-01-02T00:00:01Z", 86401000},
        {"1970-01-02T00:00:01", 86401000},
        {"1970-01-02T02:00:00+02:00", 86400000},
        {"1970-01-01T23:00:00-01:00", 86400000},
        {"1969-12-31", 0},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 16);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct query query;
        assert_int_equal(parse(&arena, PAIRS("updated_since", cases[i].text), QUERY_UPDATED, &query, NULL),
                         OK);
        assert_int_equal(query.updated_since, cases[i].milliseconds);
    }
    arena_release(&arena);
}

static void test_refused(void **state)
{
    static const struct {
        const char *pairs[2 * MOST];
        uint32_t accepts;
        const char *pointer;
        const char *message; /* a part of it */
    } cases[] = {
        {{"form", "2024"}, ALL, "form", "no such parameter"},
        {{"updated_since", "2024-12-01"}, ALL, "updated_since", "no such parameter"},
        {{"updated_since", "2024"},
         QUERY_UPDATED,
         "updated_since",
         "\"2024\" is not a date; expected YYYY-MM-DD, or RFC 3339"},
        {{"", "2024"}, ALL, "", "no such parameter"},
        {{"place", "Kol\xC3"}, ALL, "place", "not UTF-8"},
        {{"said_from", "2024"}, QUERY_DATES, "said_from", "no such parameter"},
        {{"kind", "casualty"}, QUERY_PUBLISHER, "kind", "no such parameter"},
        {{"from", ""}, ALL, "from", "\"\" is not a date; expected a day, month or year such as"},
        {{"from", "14 December"}, ALL, "from", "expected a day, month or year"},
        {{"from", "2024-12-1x"}, ALL, "from", "\"2024-12-1x\" is not a date; expected a day, month or year"},
        {{"from", "2024/12/14"}, ALL, "from", "\"2024/12/14\" is not a date; expected"},
        {{"to", "2023-02-29"},
         ALL,
         "to",
         "\"2023-02-29\" is not a date: the day is 29, and that month has 28; expected"},
        {{"to", "2023-13"}, ALL, "to", "\"2023-13\" is not a date: the month is 13; expected"},
        {{"to", "2023-00"}, ALL, "to", "the month is 0"},
        {{"to", "0000"}, ALL, "to", "the year is 0"},
        {{"from", "2024-12-15", "to", "2024-12-14"}, ALL, "to", "before"},
        {{"said_from", "2025", "said_to", "2024"}, ALL, "said_to", "before"},
        {{"from", "2024", "from", "2024"}, ALL, "from", "twice"},
        {{"open", "yes"}, ALL, "open", "0 or 1"},
        {{"kind", "Casualty"}, ALL, "kind", "casualty, deployment"},
        {{"subtype", "dead"}, ALL, "subtype", "killed, wounded"},
        {{"scope", ""}, ALL, "scope", "incident, cumulative"},
        {{"status", "true"}, ALL, "status", "hypothetical"},
        {{"country", "UKR"}, ALL, "country", "two letters"},
        {{"country", "U1"}, ALL, "country", "two letters"},
        {{"country", "xx"}, ALL, "country", "no country xx"},
        {{"country", ""}, ALL, "country", "empty"},
        {{"actor", ""}, ALL, "actor", "empty"},
        {{"kind", "deployment", "subtype", "killed"},
         ALL,
         "subtype",
         "killed is no subtype of the kind deployment"},
        {{"subtype", "sent", "subtype", "killed", "kind", "casualty"},
         ALL,
         "subtype",
         "sent is no subtype of the kind casualty"},
        {{"min_count", "-1"}, ALL, "min_count", "whole number"},
        {{"min_count", "many"}, ALL, "min_count", "whole number"},
        {{"min_count", "4", "max_count", "3"}, ALL, "max_count", "lower"},
        {{"limit", "0"}, ALL, "limit", "1 to 1000"},
        {{"limit", "1001"}, ALL, "limit", "1 to 1000"},
        {{"sort", "date,"}, ALL, "sort", "date, -date, -updated, -count"},
        {{"interval", "decade"}, ALL, "interval", "day, week, month, year"},
        {{"cursor", ""}, ALL, "cursor", "not a cursor"},
        {{"cursor", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}, ALL, "cursor", "not a cursor"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena arena;
        struct query query;
        struct error error = {0};
        arena_init(&arena, 1 << 16);
        if (parse(&arena, cases[i].pairs, cases[i].accepts, &query, &error) != ERR_INVALID ||
            strcmp(error.pointer, cases[i].pointer) != 0 || strstr(error.message, cases[i].message) == NULL) {
            fail_msg("%s=%s gave \"%s\": %s", cases[i].pairs[0], cases[i].pairs[1], error.pointer,
                     error.message);
        }
        arena_release(&arena);
    }
}

static void test_out_of_memory(void **state)
{
    struct arena arena;
    struct query query;
    struct error error = {0};
    (void)state;
    arena_init(&arena, 0);
    assert_int_equal(parse(&arena, PAIRS("actor", "Norland"), ALL, &query, &error), ERR_NO_MEMORY);
    assert_string_equal(error.pointer, "actor");
    arena_release(&arena);
}

static void test_date(void **state)
{
    static const struct {
        const char *value;
        const char *first, *last;
    } cases[] = {
        {"2024-12-14", "2024-12-14", "2024-12-14"}, {"2024-12", "2024-12-01", "2024-12-31"},
        {"2024-02", "2024-02-01", "2024-02-29"},    {"1900-02", "1900-02-01", "1900-02-28"},
        {"2024", "2024-01-01", "2024-12-31"},       {"0001", "0001-01-01", "0001-12-31"},
        {"9999-12-31", "9999-12-31", "9999-12-31"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int32_t first, last;
        char text[2][11];
        assert_int_equal(query_date(str_from(cases[i].value), &first, &last, NULL), OK);
        day_format(first, text[0]);
        day_format(last, text[1]);
        assert_string_equal(text[0], cases[i].first);
        assert_string_equal(text[1], cases[i].last);
    }
}

/* A cursor comes back as it was, in the list it was made for only, and no changed character goes unnoticed.
 */
static void test_cursor(void **state)
{
    static const struct query_cursor cursors[] = {
        {true, 0, 1}, {true, -719162, 9007199254740993}, {true, INT64_MAX, INT64_MAX}, {true, INT64_MIN, 0}};
    static const char *const sorts[] = {"date", "-date", "-updated", "-count"};
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 16);
    for (size_t i = 0; i < sizeof cursors / sizeof cursors[0]; i++) {
        for (unsigned made = 0; made < 4; made++) {
            char text[48];
            struct query query;
            query_cursor_format(&cursors[i], &(struct query){.sort = (enum query_sort)made, .accepts = ALL},
                                text);
            assert_int_equal(
                parse(&arena, PAIRS("cursor", text, "sort", sorts[made]), ALL & ~QUERY_SAID, &query, NULL),
                ERR_INVALID);
            for (unsigned asked = 0; asked < 4; asked++) {
                enum status status =
                    parse(&arena, PAIRS("cursor", text, "sort", sorts[asked]), ALL, &query, NULL);
                assert_int_equal(status, asked == made ? OK : ERR_INVALID);
                if (status == OK) {
                    assert_true(query.cursor.set);
                    assert_int_equal(query.cursor.key, cursors[i].key);
                    assert_int_equal(query.cursor.id, cursors[i].id);
                }
            }
            for (size_t at = 0; text[at] != '\0'; at++) {
                char kept = text[at];
                text[at] = kept == 'A' ? 'B' : 'A';
                assert_int_equal(parse(&arena, PAIRS("cursor", text, "sort", sorts[made]), ALL, &query, NULL),
                                 ERR_INVALID);
                text[at] = kept;
            }
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_asked),    cmocka_unit_test(test_everything_asked),
        cmocka_unit_test(test_actor_by_demonym), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_out_of_memory),    cmocka_unit_test(test_date),
        cmocka_unit_test(test_cursor),           cmocka_unit_test(test_moments),
        cmocka_unit_test(test_publishers),       cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
