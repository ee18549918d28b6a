/* Places that a sentence points to without naming them: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* where the article was written */
    {"KASSALA, Sudan (Wire) - A judge was shot dead on this city's west side. The minister spoke in "
     "Omdurman.",
     "count=1 place=Kassala places=1"},
    {"KASSALA, Sudan (Wire) - A judge was shot dead here. The minister spoke in Omdurman.",
     "count=1 place=Kassala places=1"},
    {"A judge was shot dead in the southern part of this city. He was on his way to his home in Kassala.",
     "count=1 place=Kassala"},
    {"A judge was shot dead by gunmen here today. He was born in Omdurman. He had a house in Kassala. "
     "Kassala is "
     "quiet.",
     "count=1 place=Kassala"},
    {"A judge was shot dead in this city. He had houses in Kassala and in Omdurman.", "count=1 places=0"},
    {"A judge was shot dead in this city. He was known.", "count=1 places=0"},
    /* the one named before */
    {"Rebels were seen near Kassala. Twelve people were killed in the town on Sunday.",
     "count=12 place=Kassala"},
    {"Rebels were seen in Kassala and in Omdurman. Twelve people were killed in the town on Sunday.",
     "count=12 places=0"},
    {"Rebels were seen near Kassala. Shops closed. Crowds ran. It rained. Then it was night. Twelve people "
     "were "
     "killed in the town.",
     "count=12 places=0"},
    {"A bomb went off in Kassala. Shells hit Omdurman. Shops closed. Twelve people were killed in the city.",
     "count=12 places=0"},
    {"Rebels were seen in Kassala. Residents found the bodies of 22 men in a quarry on the edge of town.",
     "count=22 place=Kassala"},
    {"Rebels were seen in Kassala. It rained. On Friday nine men were shot dead in town.",
     "count=9 place=Kassala"},
    {"Rebels burned farms in Kursk Oblast. Twelve people were killed in the province.",
     "count=12 place=\"Kursk Oblast\""},
    /* not another, nor one that is said to be elsewhere */
    {"Rebels were seen near Kassala. Twelve people were killed in a town on Sunday.", "count=12 places=0"},
    {"Rebels were seen near Kassala. Twelve people were killed in the village of Brask.",
     "count=12 place=Brask places=1"},
    {"Rebels were seen near Kassala. Twelve people were killed 60 km north of this town.",
     "count=12 places=0"},
};

static void places_are_pointed_to(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_pointed_to),
    };
    return cmocka_run_group_tests_name("deixis", tests, NULL, NULL);
}
