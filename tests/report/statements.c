/* Who says it, where a statement, a count or a semicolon stands between the speaker and the claim.  One line
 * an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row statements[] = {
    {"General Aldo Vanti provided the following statement:\n\n\"Nine soldiers have been killed in Norvik. "
     "Twelve others were wounded on Monday.\n\n\"Another 40 soldiers were sent to Kolna.\"",
     "count=40 source=\"General Aldo Vanti\" status=claimed"},
    {"The army's spokesman, in a statement seen by Reuters, said 400 soldiers had been sent to Mali.",
     "count=400 source=\"army's spokesman\""},
    {"According to the ministry, 26 rebels were killed; the police lost 18 men, while nine farmers were "
     "hurt.",
     "count=9 source=ministry status=claimed"},
    {"[Reporter Lind] Colonel Roth said nine farmers were killed in Kolna.",
     "count=9 source=\"Colonel Roth\""},
    {"According to [Radio] Fari sources, nine farmers were killed in Kolna.",
     "count=9 source=\"Fari sources\""},
    {"The ministry said 26 rebels were killed; the police lost 18 men near Norvik.",
     "count=18 source=- status=confirmed"},
    {"Tour guides who specialise in hikes, which take a week, say nine monks died in Norvik.",
     "count=9 source=\"Tour guides\""},
    {"He and others who oppose the law say that nine monks died in Norvik.",
     "count=9 source=\"He and others\""},
};

/* A text without paragraphs goes on behind the note about it. */
static const struct report_row notes[] = {
    {"Correction: An earlier version of this article misspelt Kolna. It is a town. We regret the error. Nine "
     "soldiers were killed in Norvik on Monday, the army said.",
     "count=9 source=army first=2024-12-16"},
    {"Nine soldiers were killed in Norvik. Correction: It was wrong to speak of a raid, the army said. "
     "Twelve "
     "others are missing.",
     "count=12 subtype=missing"},
};

static const struct report_row counts[] = {
    {"At least 46 mercenaries have died in Mali, by the count of the Norvik Institute.",
     "min=46 source=\"Norvik Institute\" status=claimed"},
    {"The army raised to 13 the number of its troops killed in Goma, adding that four had died on Monday.",
     "count=13 source=army status=claimed"},
    {"The army raised to 13 the number of its troops killed in Goma, adding that four had died on Monday.",
     "count=4 source=army first=2024-12-16"},
    {"The raid raised to 13 the number of soldiers killed in Goma.", "count=13 source=- status=confirmed"},
};

static void a_statement_has_a_speaker(void **state)
{
    (void)state;
    check_rows(PUBLISHED, statements, sizeof statements / sizeof *statements);
}

static void a_note_ends(void **state)
{
    (void)state;
    check_rows(PUBLISHED, notes, sizeof notes / sizeof *notes);
}

static void a_count_is_somebodys(void **state)
{
    (void)state;
    check_rows(PUBLISHED, counts, sizeof counts / sizeof *counts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_statement_has_a_speaker),
        cmocka_unit_test(a_count_is_somebodys),
        cmocka_unit_test(a_note_ends),
    };
    return cmocka_run_group_tests_name("statements", tests, NULL, NULL);
}
