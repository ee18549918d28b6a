/* The day of a claim where the sentence tells it in more than one expression, or by a night or a clock: one
 * line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2026-03-04" /* a Wednesday */

static const struct report_row rows[] = {
    /* a day within the longer time beside it */
    {"Gunmen killed six worshippers after Friday prayers last week.",
     "count=6 first=2026-02-27 last=2026-02-27"},
    {"Gunmen killed six worshippers last week on Friday.", "count=6 first=2026-02-27 last=2026-02-27"},
    {"Gunmen killed six worshippers last week.", "count=6 first=2026-02-23 last=2026-03-01"},
    {"Gunmen killed six worshippers last week and on Monday burned the church.",
     "count=6 first=2026-02-23 last=2026-03-01"},
    /* the hour up to which was counted */
    {"As of 06:00 on Tuesday, 12 people had been killed.", "count=12 first=- last=2026-03-03"},
    {"By 6 a.m. on 3 March, 12 people had been killed.", "count=12 first=- last=2026-03-03"},
    {"As at 3 March, 12 people were killed.", "count=12 first=- last=2026-03-03"},
    {"At 06:00 on Tuesday, 12 people were killed.", "count=12 first=2026-03-03 last=2026-03-03"},
    {"In all, 1,200 people have gone missing by the end of January.", "count=1200 first=- last=2026-01-31"},
    {"At least nine people were killed just over the past day.", "min=9 first=2026-03-03 last=2026-03-04"},
    /* the night before a day */
    {"A drone killed four people in the night to Tuesday.", "count=4 first=2026-03-02 last=2026-03-03"},
    {"On the night to 3 March a drone killed four people.", "count=4 first=2026-03-02 last=2026-03-03"},
};

static void days_beside_days(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_beside_days),
    };
    return cmocka_run_group_tests_name("days", tests, NULL, NULL);
}
