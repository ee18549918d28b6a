/* Which tallies are points of one series. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/merge/claims.h"

static void tallies_of_one_people_are_one_series(void **state)
{
    (void)state;
    static const struct {
        struct line line;
        const char *series; /* NULL for none */
    } cases[] = {
        {{"Bergia", SUBTYPE_KILLED, 90, 90, "", "Varnau", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:bergia"},
        {{"Bergia", SUBTYPE_CAPTURED, 9, NONE, "2031-01-01/2031-03-06", "", "t", "2031-03-06", "b",
          .scope = SCOPE_CUMULATIVE},
         "casualty:bergia"},
        {{"BERGIA", SUBTYPE_KILLED, 90, 90, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:bergia"},
        {{"Bergia", SUBTYPE_SENT, 900, 900, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "deployment:bergia"},
        {{"South Bergia", SUBTYPE_KILLED, 9, 9, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:south-bergia"},
        {{"\u00c9taria", SUBTYPE_KILLED, 9, 9, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:\u00e9taria"},
        /* what means something in a URL does not stand in it */
        {{"A+B", SUBTYPE_KILLED, 9, 9, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:a-b"},
        {{"V9/ARL", SUBTYPE_KILLED, 9, 9, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:v9-arl"},
        {{"Tarn's Sons & Co (50%)", SUBTYPE_KILLED, 9, 9, "", "", "s", "2031-03-06", "a",
          .scope = SCOPE_CUMULATIVE},
         "casualty:tarn-s-sons-co-50"},
        {{"Civilians@xa", SUBTYPE_KILLED, 9, 9, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:civilians-xa"},
        {{"+&#", SUBTYPE_KILLED, 9, 9, "", "Varnau", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         NULL},
        /* people without a name are those of the country where they are */
        {{"civilians", SUBTYPE_KILLED, 9, 9, "", "Varnau", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:civilians@xa"},
        {{"", SUBTYPE_KILLED, 9, 9, "", "Varnau", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         "casualty:people@xa"},
        {{"civilians", SUBTYPE_KILLED, 9, 9, "", "", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         NULL},
        {{"civilians", SUBTYPE_KILLED, 9, 9, "", "Kolna", "s", "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
         NULL},
        {{"Bergia", SUBTYPE_KILLED, 90, 90, "2031-03-05", "Varnau", "s", "2031-03-06", "a"}, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct claim claim = make_claim(cases[i].line, 1);
        struct event event;
        struct arena arena;
        arena_init(&arena, 1 << 20);
        assert_int_equal(merge_summarise(&arena, &claim, 1, &event), OK);
        if (!str_equal(event.series, cases[i].series == NULL ? STR("") : str_from(cases[i].series))) {
            fail_msg("case %zu: %.*s", i, STR_ARG(event.series));
        }
        arena_release(&arena);
    }
}

/* Two countries, so that nobody knows of which one they are. */
static void people_of_two_countries_are_no_series(void **state)
{
    (void)state;
    struct claim claim = make_claim((struct line){"civilians", SUBTYPE_KILLED, 9, 9, "", "", "s",
                                                  "2031-03-06", "a", .scope = SCOPE_CUMULATIVE},
                                    1);
    struct place places[] = {{.name = STR("Varnau"), .country = STR("XA"), .precision = STR("village")},
                             {.name = STR("Kolna"), .precision = STR("village")},
                             {.name = STR("Port Sol"), .country = STR("XB"), .precision = STR("city")}};
    struct arena arena;
    struct event event;
    arena_init(&arena, 1 << 20);
    claim.report.places = places;
    claim.report.place_count = 3;
    assert_int_equal(merge_summarise(&arena, &claim, 1, &event), OK);
    assert_null(event.series.data);
    claim.report.place_count = 2;
    assert_int_equal(merge_summarise(&arena, &claim, 1, &event), OK);
    assert_true(str_equal(event.series, STR("casualty:civilians@xa")));
    arena_release(&arena);
}

#define SAID(count, date, scope_of, paper)                                                                   \
    {                                                                                                        \
        "Bergia", SUBTYPE_KILLED, count, count, date, "", "s", "2031-03-06", paper, .scope = (scope_of)      \
    }
#define TALLY(date, paper) SAID(100, date, SCOPE_CUMULATIVE, paper)
#define BLOW(date, paper) SAID(100, date, SCOPE_INCIDENT, paper)

/* Whether what an event counts is a total is told by who tells when it began. */
static void a_figure_without_a_beginning_leaves_a_tally_one(void **state)
{
    (void)state;
    static const struct {
        struct line lines[5];
        size_t count;
        enum report_scope scope;
    } cases[] = {
        {{TALLY("2031-01-01/2031-03-06", "a"), TALLY("2031-01-01/2031-03-06", "b"), BLOW("", "c"),
          BLOW("../2031-03-06", "d"), BLOW("", "e")},
         5,
         SCOPE_CUMULATIVE},
        {{TALLY("2031-01-01/2031-03-06", "a"), BLOW("", "b"), BLOW("", "c")}, 3, SCOPE_CUMULATIVE},
        /* "so far" is said of one blow too */
        {{TALLY("", "a"), BLOW("", "b"), BLOW("", "c")}, 3, SCOPE_INCIDENT},
        {{TALLY("../2031-03-06", "a"), BLOW("", "b"), BLOW("", "c")}, 3, SCOPE_INCIDENT},
        {{TALLY("", "a"), TALLY("", "b"), BLOW("", "c")}, 3, SCOPE_CUMULATIVE},
        {{TALLY("", "a"), TALLY("", "b"), BLOW("2031-03-05", "c")}, 3, SCOPE_INCIDENT},
        {{TALLY("2031-03-03/2031-03-06", "a"), BLOW("2031-03-05", "b"), BLOW("", "c")}, 3, SCOPE_INCIDENT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct claim claims[5];
        struct event event;
        struct arena arena;
        arena_init(&arena, 1 << 20);
        for (size_t k = 0; k < cases[i].count; k++) {
            claims[k] = make_claim(cases[i].lines[k], (int64_t)k + 1);
        }
        assert_int_equal(merge_summarise(&arena, claims, cases[i].count, &event), OK);
        if (event.scope != cases[i].scope) {
            fail_msg("case %zu: %s", i, report_scope_name(event.scope));
        }
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tallies_of_one_people_are_one_series),
        cmocka_unit_test(people_of_two_countries_are_no_series),
        cmocka_unit_test(a_figure_without_a_beginning_leaves_a_tally_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
