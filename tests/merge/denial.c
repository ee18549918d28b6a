/* Which claims a denial may speak of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "tests/merge/pairs.h"

#define KILLED SUBTYPE_KILLED
#define HURT SUBTYPE_KILLED_OR_WOUNDED

static const struct pair pairs[] = {
    {"a denial without figure and place, of what was told the day before",
     true,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, NONE, NONE, "", "", "the ministry", "2031-03-07", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
    {"of the day that it names",
     true,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", HURT, NONE, NONE, "2031-03-05", "", "the ministry", "2031-03-09", "south", NULL,
      SCOPE_INCIDENT, STATUS_DENIED}},
    {"of another day",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, NONE, NONE, "2031-03-08", "", "the ministry", "2031-03-09", "south", NULL,
      SCOPE_INCIDENT, STATUS_DENIED}},
    {"of another place",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, NONE, NONE, "", "Port Sol", "the ministry", "2031-03-07", "south", NULL,
      SCOPE_INCIDENT, STATUS_DENIED}},
    {"of another figure",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, 20, 20, "", "", "the ministry", "2031-03-07", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
    {"of the missing",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", SUBTYPE_MISSING, NONE, NONE, "", "", "the ministry", "2031-03-07", "south", NULL,
      SCOPE_INCIDENT, STATUS_DENIED}},
    {"days later, of no day, place and figure",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, NONE, NONE, "", "", "the ministry", "2031-03-09", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
    {"days later, of the same place",
     true,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, NONE, NONE, "", "Hollin", "the ministry", "2031-03-09", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
    {"weeks later",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, NONE, NONE, "", "", "the ministry", "2031-03-15", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
    {"told before it happened, a denial is of something else",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", KILLED, NONE, NONE, "", "", "the ministry", "2031-03-04", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
    {"what might have been is not denied",
     false,
     {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_HYPOTHETICAL},
     {"Bergia", KILLED, NONE, NONE, "", "", "the ministry", "2031-03-07", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
    {"a denial of a figure, whosever they are",
     true,
     {"Bergia", KILLED, 40, 40, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"soldiers", KILLED, 40, 40, "", "", "", "2031-03-07", "south", NULL, SCOPE_INCIDENT, STATUS_DENIED}},
    {"a country that denies that soldiers were killed speaks of its own",
     true,
     {"Kenya", KILLED, 40, 40, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"soldiers", KILLED, NONE, NONE, "", "", "Kenyan general staff", "2031-03-07", "south", NULL,
      SCOPE_INCIDENT, STATUS_DENIED}},
    {"not of another's",
     false,
     {"Chad", KILLED, 40, 40, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"soldiers", KILLED, NONE, NONE, "", "", "Kenyan general staff", "2031-03-07", "north", NULL,
      SCOPE_INCIDENT, STATUS_DENIED}},
    {"nor of civilians",
     false,
     {"civilians", KILLED, 40, 40, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED, .begin = 100},
     {"soldiers", KILLED, NONE, NONE, "", "", "a general", "2031-03-06", "north", NULL, SCOPE_INCIDENT,
      STATUS_DENIED, .begin = 600}},
    {"in one article of people that need not be named again",
     true,
     {"Bergia", KILLED, 40, 40, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED, .begin = 100},
     {"soldiers", KILLED, NONE, NONE, "", "", "a general", "2031-03-06", "north", NULL, SCOPE_INCIDENT,
      STATUS_DENIED, .begin = 600}},
    {"of a dispatch",
     true,
     {"Bergia", SUBTYPE_SENT, 1000, 1000, "2031-03-05", "Arland", "spies", "2031-03-06", "north", NULL,
      SCOPE_INCIDENT, STATUS_CLAIMED},
     {"Bergia", SUBTYPE_SENT, NONE, NONE, "", "", "the ministry", "2031-03-07", "south", NULL, SCOPE_INCIDENT,
      STATUS_DENIED}},
};

static void links_a_denial_to_what_it_denies(void **state)
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
        cmocka_unit_test(links_a_denial_to_what_it_denies),
        cmocka_unit_test(is_symmetric_and_stays_inside_the_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
