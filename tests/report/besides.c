/* Who says it when it stands in another line or behind a participle: one line an expectation.  All are
 * published on Tuesday, 17 December 2024. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct report_row led_in[] = {
    {"According to a communique from the army:\nNine soldiers were killed near Kolna. Twelve were wounded.",
     "count=12 source=army status=claimed"},
    {"The ministry gave this account:\nNine soldiers were killed near Kolna on Monday. Twelve others were "
     "wounded in Brask.",
     "count=9 source=ministry status=claimed"},
    {"The ministry said:\n- 12 soldiers were killed in Kolna\n- 30 soldiers were wounded in Brask",
     "count=30 source=ministry status=claimed"},
    {"The governor gave these figures:\n1. Twelve men were killed in Kolna\n2. Nine men died in Brask",
     "count=9 source=governor status=claimed"},
    {"The Health Ministry's daily update:\nFour men were killed in Kolna. Eleven were wounded.",
     "count=4 source=\"Health Ministry\" status=claimed"},
    {"The army's claims:\n- Nine soldiers were killed in Kolna", "count=9 source=army status=claimed"},
    {"The Health Ministry's latest figures:\n- Nine soldiers were killed in Kolna",
     "count=9 source=\"Health Ministry\" status=claimed"},
    {"The ministry told reporters on Monday:\n- Nine soldiers were killed in Kolna",
     "count=9 source=ministry status=claimed"},
    {"In a statement on Monday, the army said:\nNine soldiers were killed in Kolna.",
     "count=9 source=army status=claimed"},
    {"The rebels issued the following update:\n- Nine soldiers were killed in Kolna",
     "count=9 source=rebels status=claimed"},
    {"The mayor said he had one wish:\nTwelve people died in a fire in Kolna on Monday.",
     "count=12 source=- status=confirmed"},
    {"Related reading from the ministry's report:\n\nA bomb killed nine people in Kolna on Monday.",
     "count=9 source=- status=confirmed"},
    {"She asked what the army said:\nNine people were killed in Kolna on Monday.",
     "count=9 source=- status=confirmed"},
    {"Read more on what the minister told us:\nNine people were killed in Kolna on Monday.",
     "count=9 source=- status=confirmed"},
    {"The mayor gave this account:\nShells hit Kolna.\nNine men died in Brask on Monday.",
     "count=9 source=- status=confirmed"},
    {"The army said:\n- Nine soldiers were killed in Kolna\n\nTwelve farmers died in Brask.",
     "count=12 source=- status=confirmed"},
    {"The facts so far:\n- Nine soldiers were killed in Kolna", "count=9 source=- status=confirmed"},
};

static const struct report_row besides[] = {
    {"Miners fought the police in Kolna, with the union putting the toll at 12.",
     "count=12 source=union status=claimed"},
    {"Shells hit Kolna, the mayor putting the death toll at 12.", "count=12 source=mayor"},
    {"Gunmen attacked Kolna, with residents reporting nine deaths.", "count=9 source=residents actor=-"},
    {"Estimates vary, with the army counting nine dead and rebels claiming 30 were killed in Kolna.",
     "count=30 source=rebels"},
    {"The army said it shelled Kolna, with the mayor putting the toll at 12.", "count=12 source=mayor"},
    {"Tolls differ, with the ministry speaking of nine dead in Kolna.", "count=9 source=ministry"},
    {"Guards fired, with soldiers giving chase and killing nine rebels.", "count=9 source=-"},
    {"The army attacked Kolna, with the rebels giving up nine dead soldiers.", "count=9 source=-"},
    {"A gunman opened fire, the army putting down nine rebels killed in Kolna.", "count=9 source=-"},
    {"Nine men were killed in Kolna, the army putting on a parade for three dead officers.",
     "count=3 source=-"},
    {"Rebels attacked a school, with troops reporting for duty and nine killed in Kolna.",
     "count=9 source=-"},
    {"The rebels shelled Kolna, announcing themselves with nine dead civilians.", "count=9 source=-"},
    {"The rebels shelled Kolna, announcing that nine civilians died.", "count=9 source=rebels"},
    {"Shells hit Kolna, with medics putting the number of dead at about 12.", "count=12 source=medics"},
    {"The rebels left Kolna, the mayor giving them food, and killed nine soldiers.", "count=9 source=-"},
    {"Nurses put the dead at 20, but the army said nine were killed in Norvik.", "count=9 source=army"},
    {"Shells fell on Kolna. Medics there report 12 dead.", "count=12 source=Medics"},
    {"Residents of Kolna say nine men were killed. They add that 12 were wounded.",
     "count=12 source=\"Residents of Kolna\""},
};

static void who_opens_a_list_tells_it(void **state)
{
    (void)state;
    check_rows("2024-12-17", led_in, sizeof led_in / sizeof led_in[0]);
}

static void who_is_named_beside_a_toll_tells_it(void **state)
{
    (void)state;
    check_rows("2024-12-17", besides, sizeof besides / sizeof besides[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_opens_a_list_tells_it),
        cmocka_unit_test(who_is_named_beside_a_toll_tells_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
