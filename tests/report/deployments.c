/* Who was sent, deployed or withdrawn, by whom, and when: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row moves[] = {
    {"The Malian army withdrew from Gao on Monday. Rebel fighters entered the town on Tuesday.",
     "actor=rebels subtype=deployed count=-"},
    {"Malian soldiers withdrew from Gao. Twelve militia fighters were killed.", "count=12 actor=fighters"},
    {"French troops pushed into Mali on Monday.", "actor=France subtype=deployed place=Mali"},
    {"French naval infantry has taken up positions near Gao.", "actor=France subtype=deployed place=Gao"},
    {"French troops have rejoined the front near Gao.", "actor=France subtype=entered_combat"},
};

static void a_move_has_a_force(void **state)
{
    (void)state;
    check_rows(PUBLISHED, moves, sizeof moves / sizeof *moves);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_move_has_a_force),
    };
    return cmocka_run_group_tests_name("deployments", tests, NULL, NULL);
}
