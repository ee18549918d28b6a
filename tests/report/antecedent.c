/* Whose the people are whom "they" and "the soldiers" stand for: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* those who were struck */
    {"Kenyan troops arrived in Haiti on Sunday. The soldiers were ambushed on Monday and five were killed.",
     "count=5 actor=Kenya first=2024-12-16"},
    {"Kenyan troops arrived in Haiti on Sunday. They were shelled by rebels, and five of them died.",
     "count=5 actor=Kenya"},
    {"Kenyan troops arrived in Haiti on Sunday. They have been attacked twice, leaving 14 dead.",
     "count=14 actor=Kenya"},
    /* those who struck, others, and more than there were */
    {"Kenyan troops arrived in Haiti on Sunday. They attacked a village on Monday and 14 were killed.",
     "count=14 actor=-"},
    {"Kenyan troops arrived in Haiti on Sunday. The villagers were shelled on Monday and 14 were killed.",
     "count=14 actor=-"},
    {"Kenyan troops arrived in Haiti on Sunday. They were attacked by Ugandan troops and 14 were killed.",
     "count=14 actor=-"},
    {"Kenyan troops arrived in Haiti on Sunday. Nobody came. They were attacked and 14 were killed.",
     "count=14 actor=-"},
    {"Ten Kenyan soldiers arrived in Haiti on Sunday. They were attacked on Monday and 14 were killed.",
     "count=14 actor=-"},
    /* those who lost some */
    {"Kenyan troops arrived in Haiti on Sunday. They lost five men in an ambush on Monday.",
     "count=5 actor=Kenya subtype=unspecified"},
    {"Kenyan troops arrived in Haiti on Sunday. The contingent has lost five men since then.",
     "count=5 actor=Kenya subtype=unspecified"},
    {"Kenyan troops arrived in Haiti on Sunday. The rebels lost five men on Monday.", "count=5 actor=rebels"},
    {"They lost five men in an ambush on Monday.", "count=5 actor=people"},
};

static void test_antecedents(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_antecedents),
    };
    return cmocka_run_group_tests_name("antecedent", tests, NULL, NULL);
}
