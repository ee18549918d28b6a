/* What the claims of one event come to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/merge/claims.h"

#define KILLED SUBTYPE_KILLED
#define WOUNDED SUBTYPE_WOUNDED
#define HURT SUBTYPE_KILLED_OR_WOUNDED

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)16 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void expect_bounds(struct bounds bounds, int64_t min, int64_t max)
{
    assert_int_equal(bounds.min, min);
    assert_int_equal(bounds.max, max);
}

static void dates_an_event(void **state)
{
    (void)state;
    static const struct {
        const char *because;
        const char *dates[4];
        const char *first, *last;
        enum report_subtype subtype;
    } cases[] = {
        {"what the dates have in common",
         {"2031-03-08/2031-03-09", "2031-03-09", NULL},
         "2031-03-09",
         "2031-03-09"},
        {"a bound from above and a season",
         {"../2031-10-31", "2031-09-01/2031-11-30", NULL},
         "2031-09-01",
         "2031-10-31"},
        {"dates that exclude each other: their hull",
         {"2031-03-08", "2031-03-09", NULL},
         "2031-03-08",
         "2031-03-09"},
        {"a bound from below, one from above before it, and a day between: nothing holds them",
         {"2031-03-05/..", "../2031-03-03", "2031-03-04", NULL},
         "",
         ""},
        {"the same in another order", {"2031-03-04", "2031-03-05/..", "../2031-03-03", NULL}, "", ""},
        {"undated claims leave it alone", {"2031-03-08", "", NULL}, "2031-03-08", "2031-03-08"},
        {"all undated: before the first of them was made", {"", "", NULL}, "", "2031-12-30"},
        {"undated, and a bound behind it: before it was made", {"", "../2032-01-31", NULL}, "", "2031-12-30"},
        {"fighting of a week and of days that reach out of it: nobody said just the days of both",
         {"2031-12-05/2031-12-11", "2031-12-10/2031-12-13", NULL},
         "2031-12-05",
         "2031-12-13",
         SUBTYPE_ENTERED_COMBAT},
        {"a presence, in whatever order it is told",
         {"2031-12-10/2031-12-13", "2031-12-05/2031-12-11", NULL},
         "2031-12-05",
         "2031-12-13",
         SUBTYPE_DEPLOYED},
        {"a day of the fighting that one claim gives",
         {"2031-12-05/2031-12-11", "2031-12-10", NULL},
         "2031-12-10",
         "2031-12-10",
         SUBTYPE_ENTERED_COMBAT},
        {"a bound from above stays one",
         {"../2031-10-31", "2031-09-01/2031-11-30", NULL},
         "2031-09-01",
         "2031-10-31",
         SUBTYPE_DEPLOYED},
        {"a dispatch happens once",
         {"2031-12-05/2031-12-11", "2031-12-10/2031-12-13", NULL},
         "2031-12-10",
         "2031-12-11",
         SUBTYPE_SENT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct line lines[4];
        size_t count = 0;
        for (; cases[i].dates[count] != NULL; count++) {
            lines[count] = (struct line){"",
                                         cases[i].subtype,
                                         9,
                                         9,
                                         cases[i].dates[count],
                                         "Varnau",
                                         "s",
                                         count == 0 ? "2031-12-30" : "2031-12-31",
                                         "a"};
        }
        struct event event = sum_up(&arena, lines, count);
        char first[11] = "";
        char last[11] = "";
        if (event.date.first != DAY_NONE) {
            day_format(event.date.first, first);
        }
        if (event.date.last != DAY_NONE) {
            day_format(event.date.last, last);
        }
        if (strcmp(first, cases[i].first) != 0 || strcmp(last, cases[i].last) != 0) {
            fail_msg("%s: %s/%s", cases[i].because, first, last);
        }
    }
}

/* "In combat last week" and "for three days": never the one day of both as if somebody had named it. */
static void calls_no_date_finer_than_a_claim_does(void **state)
{
    (void)state;
    static const enum report_subtype subtypes[] = {SUBTYPE_ENTERED_COMBAT, SUBTYPE_SENT};
    static const enum precision expected[] = {PRECISION_MONTH, PRECISION_WEEK};
    for (size_t i = 0; i < 2; i++) {
        struct claim claims[] = {
            make_claim((struct line){"Bergia", subtypes[i], NONE, NONE, "2031-03-03/2031-03-09", "", "s",
                                     "2031-04-06", "a"},
                       1),
            make_claim((struct line){"Bergia", subtypes[i], NONE, NONE, "2031-03-08/2031-04-07", "", "s",
                                     "2031-04-06", "b"},
                       2),
        };
        struct event event;
        claims[0].report.date.precision = PRECISION_WEEK;
        claims[1].report.date.precision = PRECISION_MONTH;
        assert_int_equal(merge_summarise(&arena, claims, 2, &event), OK);
        assert_int_equal(event.date.precision, expected[i]);
    }
}

/* The first of an event's other readings as its day, or DAY_NONE; `others` are those of its claims, "" for
 * none, and the claims come in either order. */
static int32_t other_day(const char *const dates[3], const char *const others[3], size_t count)
{
    int32_t days[2];
    for (size_t turn = 0; turn < 2; turn++) {
        struct claim claims[3];
        struct timex_reading readings[3];
        struct event event;
        for (size_t i = 0; i < count; i++) {
            size_t from = turn == 0 ? i : count - 1 - i;
            struct line other = {"Bergia", KILLED, 9, 9, others[from], "", "s", "2031-03-12", "a"};
            struct line line = other;
            line.date = dates[from];
            claims[i] = make_claim(line, (int64_t)i + 1);
            readings[i] = (struct timex_reading){"2031-03-04", make_claim(other, 1).report.date};
            claims[i].report.alternatives = &readings[i];
            claims[i].report.alternative_count = others[from][0] != '\0';
        }
        assert_int_equal(merge_summarise(&arena, claims, count, &event), OK);
        assert_int_equal(event.alternatives == NULL, event.alternative_count == 0);
        days[turn] = event.alternatives == NULL ? DAY_NONE : event.alternatives[0].date.first;
    }
    assert_int_equal(days[0], days[1]);
    return days[0];
}

static void tells_what_else_its_date_may_be(void **state)
{
    (void)state;
    static const struct {
        const char *dates[3];
        const char *others[3];
        const char *other; /* of the event */
    } cases[] = {
        {{"2031-03-11"}, {"2031-03-04"}, "2031-03-04"},
        {{"2031-03-11", "2031-03-11"}, {"2031-03-04", "2031-03-04"}, "2031-03-04"},
        /* who is sure of the day, or of days that hold both; who dates nothing but by having said it */
        {{"2031-03-11", "2031-03-11"}, {"2031-03-04", ""}, ""},
        {{"2031-03-11", "2031-03-10"}, {"2031-03-04", ""}, ""},
        {{"2031-03-11", "2031-03-01/2031-03-31"}, {"2031-03-04", ""}, "2031-03-04"},
        {{"2031-03-11", "2031-03-10/2031-03-14"}, {"2031-03-04", ""}, ""},
        {{"2031-03-11", ""}, {"2031-03-04", ""}, "2031-03-04"},
        {{"2031-03-11", ""}, {"2031-03-18", ""}, ""},
        {{"2031-03-11", "", "2031-03-11"}, {"2031-03-04", "", "2031-03-04"}, "2031-03-04"},
        /* two that are in doubt, but not of the same */
        {{"2031-03-11", "2031-03-11"}, {"2031-03-04", "2031-03-18"}, ""},
        {{"2031-03-11", "2031-03-01/2031-03-31"}, {"2030-03-11", "2030-03-01/2030-03-31"}, "2030-03-11"},
        /* who takes the one for what the other may mean: the event is of both days anyway */
        {{"2031-03-11", "2031-03-04"}, {"2031-03-04", "2031-03-11"}, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count = cases[i].dates[1] == NULL ? 1 : cases[i].dates[2] == NULL ? 2 : 3;
        struct instant day = {.day = DAY_NONE};
        if (cases[i].other[0] != '\0') {
            assert_int_equal(instant_parse(str_from(cases[i].other), &day, NULL), OK);
        }
        if (other_day(cases[i].dates, cases[i].others, count) != day.day) {
            fail_msg("case %zu", i);
        }
    }
}

static void spans_its_counts(void **state)
{
    (void)state;
    static const struct line rivals[] = {
        {"Bergia", KILLED, 50, 50, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
        {"Bergia", WOUNDED, 47, NONE, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
        {"Bergia", SUBTYPE_UNSPECIFIED, 100, 100, "2031-03-05", "Varnau", "s", "2031-03-06", "b"},
    };
    struct event event = sum_up(&arena, rivals, 3);
    assert_int_equal(event.subtype, HURT);
    expect_bounds(event.count, 50, 50);
    expect_bounds(event.killed, 50, 50);
    expect_bounds(event.wounded, 47, COUNT_NONE);
    expect_bounds(event.missing, COUNT_NONE, COUNT_NONE);

    static const struct line parts[] = {
        {"Bergia", SUBTYPE_MISSING, 4, 4, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
        {"Bergia", WOUNDED, 11, 11, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
        {"Bergia", KILLED, 21, 21, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
        {"Bergia", KILLED, 23, 23, "2031-03-05", "Varnau", "t", "2031-03-06", "b"},
        {"Bergia", HURT, 40, NONE, "2031-03-05", "Varnau", "s", "2031-03-06", "c"},
        {"Bergia", SUBTYPE_UNSPECIFIED, 90, 90, "2031-03-05", "Varnau", "s", "2031-03-06", "c"},
    };
    expect_bounds(sum_up(&arena, parts, 1).count, 4, 4);
    expect_bounds(sum_up(&arena, parts, 2).count, 11, 11);
    expect_bounds(sum_up(&arena, parts, 4).count, 21, 23);
    expect_bounds(sum_up(&arena, parts, 5).count, 40, COUNT_NONE);
    expect_bounds(sum_up(&arena, parts, 6).count, 40, COUNT_NONE);
    expect_bounds(sum_up(&arena, parts + 5, 1).count, 90, 90);

    static const struct line sides[] = {
        {"Bergia", KILLED, 30, NONE, "", "", "s", "2031-03-06", "a"},
        {"Bergia", KILLED, 30, 30, "", "", "s", "2031-03-06", "b"},
    };
    expect_bounds(sum_up(&arena, sides, 2).count, 30, COUNT_NONE);

    static const struct line deployments[] = {
        {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "", "s", "2031-03-06", "a"},
        {"Bergia", SUBTYPE_SENT, NONE, 12000, "", "", "s", "2031-03-06", "b"},
    };
    expect_bounds(sum_up(&arena, deployments, 2).count, 10000, 12000);

    static const struct line doubts[] = {
        {"Bergia", KILLED, 12, 12, "", "", "s", "2031-03-06", "a"},
        {"Bergia", KILLED, 500, 500, "", "", "s", "2031-03-06", "b", NULL, SCOPE_INCIDENT,
         STATUS_HYPOTHETICAL},
        {"Bergia", KILLED, NONE, NONE, "", "", "s", "2031-03-06", "c", NULL, SCOPE_INCIDENT, STATUS_DENIED},
    };
    event = sum_up(&arena, doubts, 3);
    expect_bounds(event.count, 12, 12);
    assert_int_equal(event.statuses[STATUS_DENIED], 1);
    assert_int_equal(event.statuses[STATUS_HYPOTHETICAL], 1);

    /* The figure that is denied is nobody's, where others give one. */
    static const struct line denied[] = {
        {"Bergia", KILLED, 63, 63, "", "", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT, STATUS_DENIED},
        {"Bergia", KILLED, 60, 60, "", "", "t", "2031-03-06", "b", NULL, SCOPE_INCIDENT, STATUS_CLAIMED},
    };
    expect_bounds(sum_up(&arena, denied, 1).count, 63, 63);
    expect_bounds(sum_up(&arena, denied, 2).count, 60, 60);
    expect_bounds(sum_up(&arena, denied, 2).killed, 60, 60);
}

static void counts_who_says_it(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", KILLED, 9, 9, "2031-03-05", "Varnau", "The army", "2031-03-07", "a"},
        {"Bergia", KILLED, 9, 9, "2031-03-05", "Arland", "A governor", "2031-03-06", "b"},
        {"Bergia", KILLED, 9, 9, "2031-03-05", "Lower Ost", "The army", "2031-03-09", "a"},
        {"Bergia", KILLED, 9, 9, "2031-03-05", "Varnau", "", "2031-03-08", "c"},
    };
    struct claim claims[4];
    struct event event;
    for (size_t i = 0; i < 4; i++) {
        claims[i] = make_claim(lines[i], (int64_t)i + 1);
        claims[i].voice = i == 1 || i == 3 ? 0xABCDEF0123456789U : 0x1111222233334444U;
    }
    assert_int_equal(merge_summarise(&arena, claims, 4, &event), OK);
    assert_int_equal(event.reports, 4);
    assert_int_equal(event.articles, 3);
    assert_int_equal(event.publishers, 3);
    assert_int_equal(event.voices, 2);
    assert_int_equal(event.source_count, 2);
    assert_true(str_equal(event.sources[0], STR("A governor")));
    assert_true(str_equal(event.sources[1], STR("The army")));
    assert_int_equal(event.first_reported, claims[1].published);
    assert_int_equal(event.as_of, claims[2].published);
    assert_int_equal(event.place_count, 3);
    assert_true(str_equal(event.places[0].name, STR("Varnau")));
    assert_true(str_equal(event.places[1].name, STR("Lower Ost")));
    assert_true(str_equal(event.places[2].name, STR("Arland")));
    assert_true(str_equal(event.actor, STR("Bergia")));
    assert_null(event.counterpart.data);
}

/* A name whose country one claim does not tell is no second place. */
static void folds_a_place_of_an_unknown_country(void **state)
{
    (void)state;
    static const struct {
        const char *countries[3];
        size_t places;
    } cases[] = {{{"", "XA", "XA"}, 1}, {{"XA", "", ""}, 1}, {{"", "XA", "XB"}, 3}, {{"", "", ""}, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct claim claims[3];
        struct place places[3];
        struct event event;
        for (size_t k = 0; k < 3; k++) {
            static const struct line line = {"Bergia", KILLED, 9, 9, "2031-03-05", "", "", "2031-03-07", "a"};
            claims[k] = make_claim(line, (int64_t)k + 1);
            places[k] = (struct place){.name = STR("Tarn"), .country = str_from(cases[i].countries[k])};
            claims[k].report.places = &places[k];
            claims[k].report.place_count = 1;
        }
        assert_int_equal(merge_summarise(&arena, claims, 3, &event), OK);
        assert_int_equal(event.place_count, cases[i].places);
        assert_true(event.place_count > 1 || (event.places[0].country.size == 0) == (i == 3));
    }
}

static void takes_the_people_from_those_who_assert_it(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", KILLED, NONE, 60, "", "", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT, STATUS_CLAIMED},
        {"soldiers", KILLED, NONE, NONE, "", "", "t", "2031-03-06", "b", NULL, SCOPE_INCIDENT, STATUS_DENIED,
         .counterpart = "Arland"},
        {"soldiers", KILLED, NONE, NONE, "", "", "t", "2031-03-06", "c", NULL, SCOPE_INCIDENT, STATUS_DENIED},
    };
    struct event event = sum_up(&arena, lines, 3);
    assert_true(str_equal(event.actor, STR("Bergia")));
    assert_true(str_equal(event.counterpart, STR("Arland"))); /* nobody else tells */
    assert_true(str_equal(sum_up(&arena, lines + 1, 2).actor, STR("soldiers")));
}

static void lets_no_nameless_people_outvote_a_side(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", KILLED, 17, 17, "", "", "s", "2031-03-06", "a"},
        {"Bergia", KILLED, 52, 52, "", "", "s", "2031-03-06", "b"},
        {"people", KILLED, 20, 20, "", "", "t", "2031-03-06", "c"},
        {"people", KILLED, 25, 25, "", "", "t", "2031-03-06", "d"},
        {"people", KILLED, 30, 30, "", "", "t", "2031-03-06", "e"},
    };
    static const struct line civil[] = {
        {"Bergia", KILLED, 17, 17, "", "", "s", "2031-03-06", "a"},
        {"civilians", KILLED, 17, 17, "", "", "t", "2031-03-06", "b"},
        {"civilians", KILLED, 17, 17, "", "", "t", "2031-03-06", "c"},
    };
    assert_true(str_equal(sum_up(&arena, lines, 5).actor, STR("Bergia")));
    assert_true(str_equal(sum_up(&arena, lines + 2, 3).actor, STR("people")));
    assert_true(str_equal(sum_up(&arena, civil, 3).actor, STR("civilians")));
}

static void counts_a_country_and_its_adjective_as_one(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergian", KILLED, 30, 30, "", "Varnau", "s", "2031-03-06", "a"},
        {"Bergia", KILLED, 12, 12, "", "Varnau", "s", "2031-03-06", "b"},
        {"civilians", KILLED, 30, 30, "", "Varnau", "t", "2031-03-06", "c"},
        {"civilians", KILLED, 30, 30, "", "Varnau", "t", "2031-03-06", "d"},
        {"Bergian", KILLED, 30, 30, "", "Varnau", "s", "2031-03-06", "e"},
    };
    assert_true(str_equal(sum_up(&arena, lines, 4).actor, STR("Bergia")));
    assert_true(str_equal(sum_up(&arena, lines, 5).actor, STR("Bergian")));
    static const struct line headline[] = {
        {"BERGIAN", KILLED, 30, 30, "", "Varnau", "s", "2031-03-06", "a"},
        {"Bergian", KILLED, 30, 30, "", "Varnau", "s", "2031-03-06", "b"},
        {"BERGIAN", KILLED, 30, 30, "", "Varnau", "s", "2031-03-06", "c"},
        {"Bergia", KILLED, 30, 30, "", "Varnau", "s", "2031-03-06", "d"},
    };
    assert_true(str_equal(sum_up(&arena, headline, 2).actor, STR("Bergian")));
    assert_true(str_equal(sum_up(&arena, headline + 2, 2).actor, STR("Bergia")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_an_event),
        cmocka_unit_test(calls_no_date_finer_than_a_claim_does),
        cmocka_unit_test(tells_what_else_its_date_may_be),
        cmocka_unit_test(spans_its_counts),
        cmocka_unit_test(counts_who_says_it),
        cmocka_unit_test(folds_a_place_of_an_unknown_country),
        cmocka_unit_test(takes_the_people_from_those_who_assert_it),
        cmocka_unit_test(lets_no_nameless_people_outvote_a_side),
        cmocka_unit_test(counts_a_country_and_its_adjective_as_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
