/* When claims happened: one line an expectation, under several publication dates. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct row {
    const char *published;
    const char *text;
    const char *expected; /* of one of the reports */
} rows[] = {
    /* a day and a count side by side */
    {"2024-12-17", "On 5 December 30 soldiers were killed.", "count=30 first=2024-12-05 last=2024-12-05"},
    {"2024-12-17", "On December 5 30 soldiers were killed.", "count=30 first=2024-12-05 last=2024-12-05"},
    {"2024-12-17", "In November 30 soldiers were killed.", "count=30 first=2024-11-01 last=2024-11-30"},
    {"2024-12-17", "In 2023 300 soldiers were killed.", "count=300 first=2023-01-01 last=2023-12-31"},
    {"2024-12-17", "By 5 December 300 villagers had been killed.", "count=300 first=- last=2024-12-05"},
    /* a bound: what was known on that day */
    {"2024-12-17", "As of Friday, 40 soldiers had been killed.", "count=40 first=- last=2024-12-13"},
    {"2024-12-17", "At least 40 soldiers were killed as of Dec. 10.", "min=40 first=- last=2024-12-10"},
    {"2024-12-17", "As of next week, France will deploy 400 troops in Chad.",
     "count=400 first=2024-12-23 last=-"},
    /* the days up to publication */
    {"2024-12-17", "In the past week, 40 soldiers were killed.", "first=2024-12-11 last=2024-12-17"},
    {"2024-12-15", "Over the last month 40 soldiers were killed.", "first=2024-11-16 last=2024-12-15"},
    {"2024-12-17", "Last week, 40 soldiers were killed.", "first=2024-12-09 last=2024-12-15"},
    /* what is no day dates nothing */
    {"2024-12-17", "Four soldiers were killed on 31 November.", "count=4 first=- last=2024-12-17 basis=-"},
};

static void claims_are_dated(void **state)
{
    bool failed = false;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena arena;
        bool found = false;

        arena_init(&arena, (size_t)64 << 20);
        struct analysis analysis = analyse_text(&arena, rows[i].published, rows[i].text);
        check_quotes(&analysis, str_from(rows[i].text));
        for (size_t k = 0; k < analysis.report_count; k++) {
            found = found || report_is(&analysis.reports[k], rows[i].expected);
        }
        arena_release(&arena);
        if (!found) {
            print_error("%s: %s\n  expected: %s\n", rows[i].published, rows[i].text, rows[i].expected);
            failed = true;
        }
    }
    assert_false(failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_are_dated),
    };
    return cmocka_run_group_tests_name("when", tests, NULL, NULL);
}
