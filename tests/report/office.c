/* Where those came to harm who are in office somewhere. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    {"The mayor of Velmar was shot dead outside her home.", "count=1 place=Velmar"},
    {"Ann Reed, mayor of the town of Velmar, was killed by gunmen.", "count=1 place=Velmar"},
    {"Medellin Mayor Ann Reed was shot dead on her way home.", "count=1 place=Medellin"},
    {"Gunmen shot dead a councillor from Velmar.", "count=1 place=Velmar"},
    {"Velmar is quiet, the king said. The mayor of Norvik was killed a month ago, and the governor of "
     "Antioquia was kidnapped yesterday.",
     "subtype=captured place=Antioquia"},
    /* who was harmed somewhere else, as far as the text tells */
    {"The mayor of Velmar was shot dead in Bogota on Monday.", "count=1 places=1 place=Bogota"},
    {"The mayor of Velmar was shot dead on Monday. The attack took place in Bogota.",
     "count=1 places=1 place=Bogota"},
    {"Gunmen kidnapped two councillors in Kabul on Monday.", "count=2 places=1 place=Kabul"},
    /* who is not in office */
    {"The mayor of Velmar said that a soldier was killed.", "count=1 places=0"},
    {"Two sons of the mayor of Velmar were killed.", "count=2 places=0"},
    {"A relative of the mayor of Velmar was killed.", "count=1 places=0"},
    {"The Velmar mayor's brother was killed.", "count=1 places=0"},
    {"The former mayor of Norvik, Ann Reed, was shot dead by gunmen on Sunday.", "count=1 places=0"},
    {"The ex-mayor of Norvik was shot dead on Sunday.", "count=1 places=0"},
};

static void who_is_in_office_is_there(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_in_office_is_there),
    };
    return cmocka_run_group_tests_name("office", tests, NULL, NULL);
}
