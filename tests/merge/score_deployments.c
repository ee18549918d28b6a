/* Which two claims speak of one deployment, or of one battle. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/merge/pairs.h"

static const struct pair pairs[] = {
    {"estimates of the size of one force",
     true,
     {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "", "Western officials", "2031-03-06", "north"},
     {"Bergia", SUBTYPE_DEPLOYED, 12000, 12000, "", "Lower Ost", "Arland army", "2031-04-20", "south"}},
    {"a force in a region, and its size",
     true,
     {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "Lower Ost", "Western officials", "2031-03-06", "north"},
     {"Bergia", SUBTYPE_DEPLOYED, NONE, NONE, "", "Lower Ost", "a lawmaker", "2031-03-20", "south"}},
    {"a force of a day, and its size",
     false,
     {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "Lower Ost", "Western officials", "2031-03-06", "north"},
     {"Bergia", SUBTYPE_DEPLOYED, NONE, NONE, "2031-03-18", "Lower Ost", "a lawmaker", "2031-03-20",
      "south"}},
    {"a first contingent and the whole",
     false,
     {"Bergia", SUBTYPE_SENT, 1500, 1500, "2031-03-01", "Arland", "spies", "2031-03-06", "north"},
     {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "Arland", "spies", "2031-03-20", "south"}},
    {"the dispatch is not the first battle",
     false,
     {"Bergia", SUBTYPE_SENT, 10000, 10000, "2031-03-05", "Lower Ost", "Arland army", "2031-03-06", "north"},
     {"Bergia", SUBTYPE_ENTERED_COMBAT, 10000, 10000, "2031-03-05", "Lower Ost", "Arland army", "2031-03-06",
      "south"}},
    {"first battle, seen by two",
     true,
     {"Bergia", SUBTYPE_ENTERED_COMBAT, NONE, NONE, "2031-03-03/2031-03-09", "Lower Ost", "Arland army",
      "2031-03-10", "north"},
     {"Bergia", SUBTYPE_ENTERED_COMBAT, NONE, NONE, "2031-03-02/2031-03-09", "Lower Ost", "Cerland envoys",
      "2031-03-10", "south"}},
    {"fighting that goes on was known before the last days of it",
     true,
     {"Bergia", SUBTYPE_ENTERED_COMBAT, NONE, NONE, "", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", SUBTYPE_ENTERED_COMBAT, NONE, NONE, "2031-03-12/2031-03-14", "Lower Ost", "a general",
      "2031-03-15", "south"}},
    {"what was told of a dispatch before it",
     false,
     {"Bergia", SUBTYPE_SENT, 500, 500, "", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", SUBTYPE_SENT, 500, 500, "2031-03-12/2031-03-14", "Lower Ost", "Arland army", "2031-03-15",
      "south"}},
    {"a force and the places it is in, by one speaker of one article",
     true,
     {"soldiers", SUBTYPE_SENT, 1500, 1500, "", "Varnau", "Cerland envoys", "2031-03-10", "north",
      "Ships brought the soldiers", .begin = 100},
     {"soldiers", SUBTYPE_DEPLOYED, NONE, NONE, "", "Varnau", "Cerland envoys", "2031-03-10", "north",
      "They are housed there", .begin = 700}},
    {"battles months apart",
     false,
     {"Bergia", SUBTYPE_ENTERED_COMBAT, NONE, NONE, "", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", SUBTYPE_ENTERED_COMBAT, NONE, NONE, "", "Lower Ost", "Arland army", "2031-05-01", "south"}},
};

static void links_what_speaks_of_one_happening(void **state)
{
    (void)state;
    check_links(pairs, sizeof pairs / sizeof *pairs);
}

static void is_symmetric_and_stays_inside_the_window(void **state)
{
    (void)state;
    check_symmetry(pairs, sizeof pairs / sizeof *pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_what_speaks_of_one_happening),
        cmocka_unit_test(is_symmetric_and_stays_inside_the_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
