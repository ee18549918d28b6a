/* Days of what a sentence tells beside what it is about: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* what the attack before did, not what happened since */
    {"It was the deadliest attack since the Norvik bombing of February 14, 2019, in which 40 people were "
     "killed.",
     "count=40 first=2019-02-14 last=2019-02-14 scope=incident"},
    {"This was the worst raid since the shelling of Kolna in March 2019, which killed 40 villagers.",
     "count=40 first=2019-03-01 last=2019-03-31 scope=incident"},
    /* the day of a claim in an aside */
    {"France, which sent 300 soldiers in July 2021, now has 900 troops in Chad.",
     "count=900 first=- last=2024-12-17"},
    {"The attack, which killed nine on Monday, left 12 people wounded.",
     "count=12 first=2024-12-16 last=2024-12-16"},
    /* so many were known then */
    {"On Monday the ministry raised the death toll to 38.", "count=38 first=- last=2024-12-16"},
    {"The council on Monday lowered its estimate to 20 dead.", "count=20 first=- last=2024-12-16"},
    {"Officials raised the death toll to 38 on Monday.", "count=38 first=- last=2024-12-16"},
    {"Officials on Monday raised the toll from Saturday's attack to 38.",
     "count=38 first=2024-12-14 last=2024-12-14"},
};

static void background_has_its_own_days(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(background_has_its_own_days),
    };
    return cmocka_run_group_tests_name("background", tests, NULL, NULL);
}
