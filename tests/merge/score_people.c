/* Which two claims count the same people: a toll and those who were counted before, one person by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/merge/pairs.h"

#define KILLED SUBTYPE_KILLED

static const struct pair pairs[] = {
    {"the toll that was given before",
     true,
     {"", KILLED, 19, 19, "2031-03-05", "Port Sol", "", "2031-03-06", "north", "The toll has risen to 19",
      .begin = 100},
     {"", KILLED, 9, 9, "2031-03-05", "", "reports", "2031-03-06", "north",
      "Earlier reports had put the toll at nine", .begin = 181}},
    {"another happening earlier that day",
     false,
     {"", KILLED, 19, 19, "2031-03-05", "Port Sol", "", "2031-03-06", "north", "A strike killed 19 people",
      .begin = 100},
     {"", KILLED, 9, 9, "2031-03-05", "", "police", "2031-03-06", "north",
      "Earlier on Wednesday, nine people were killed, police said", .begin = 181}},
    {"the toll of before, somewhere else in the article",
     true,
     {"", KILLED, 19, 19, "2031-03-05", "Port Sol", "", "2031-03-06", "north", "The toll has risen to 19",
      .begin = 100},
     {"", KILLED, 9, 9, "2031-03-05", "", "reports", "2031-03-06", "north",
      "Earlier reports had put the toll at nine", .begin = 900}},

    {"a toll that has risen, without people and place",
     true,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-06", "north",
      "A missile killed at least 14 soldiers", .begin = 100},
     {"", KILLED, 29, 29, "2031-03-05", "", "the mayor", "2031-03-06", "north", "The toll has risen to 29",
      .begin = 900}},
    {"a toll that has risen out of reach",
     false,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-06", "north",
      "A missile killed at least 14 soldiers", .begin = 100},
     {"", KILLED, 490, 490, "2031-03-05", "", "the mayor", "2031-03-06", "north", "The toll has risen to 490",
      .begin = 181}},
    {"what the next speaker counts of a country's soldiers",
     true,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-06", "north",
      "At least 14 soldiers were killed", .begin = 100},
     {"", KILLED, 16, 16, "2031-03-05", "", "a hospital", "2031-03-06", "north", "A hospital counted 16",
      .begin = 181}},
    {"two figures of one day in a city, of other people by two speakers",
     false,
     {"soldiers", KILLED, 14, 14, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"people", KILLED, 6, 6, "2031-03-05", "Port Sol", "the mayor", "2031-03-05", "south"}},

    /* One day in one town, of people with and without a name. */
    {"the soldiers of a country, and the toll a day later",
     true,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"", KILLED, 19, 19, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", "south"}},
    {"the same in a region with the name of its town",
     true,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Diffa", "Arland army", "2031-03-05", "north"},
     {"soldiers", KILLED, 19, 19, "2031-03-05", "Diffa", "", "2031-03-06", "south"}},
    {"a toll that has doubled when it is told",
     true,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"people", KILLED, 35, 35, "2031-03-05", "Port Sol", "the mayor", "2031-03-07", "south"}},
    {"a toll of half as many that is told later",
     false,
     {"Bergia", KILLED, 35, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"", KILLED, 14, 14, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", "south"}},
    {"the soldiers of a country, and civilians",
     false,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"civilians", KILLED, 19, 19, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", "south"}},
    {"a few soldiers and a few people in a town",
     false,
     {"Bergia", KILLED, 3, 3, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"", KILLED, 4, 4, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", "south"}},
    {"a few of them in a village",
     true,
     {"Bergia", KILLED, 3, 3, "2031-03-05", "Varnau", "Arland army", "2031-03-05", "north"},
     {"", KILLED, 4, 4, "2031-03-05", "Varnau", "the mayor", "2031-03-06", "south"}},
    {"the toll of the day after",
     false,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"", KILLED, 19, 19, "2031-03-06", "Port Sol", "the mayor", "2031-03-06", "south"}},
    {"the toll of all weeks so far",
     false,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north"},
     {"", KILLED, 19, 19, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", "south", NULL,
      SCOPE_CUMULATIVE}},
    {"the soldiers killed by a rocket, and the toll of a crash",
     false,
     {"Bergia", KILLED, 14, NONE, "2031-03-05", "Port Sol", "Arland army", "2031-03-05", "north",
      "A rocket killed at least 14 soldiers"},
     {"", KILLED, 19, 19, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", "south",
      "The toll of the bus crash has risen to 19"}},

    {"one person, by name",
     true,
     {"", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "Senator Ana Morel"},
     {"civilians", KILLED, 1, 1, "2031-03-05", "", "", "2031-03-07", "south", NULL, SCOPE_INCIDENT,
      STATUS_CLAIMED, "Morel, a senator"}},
    {"one person, by his two surnames",
     true,
     {"", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "the priest Franco Amil"},
     {"", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-07", "south", NULL, SCOPE_INCIDENT,
      STATUS_CLAIMED, "Franco Amil Ferrero"}},
    {"one person, shot in one place and dead in another",
     true,
     {"", KILLED, 1, 1, "2031-03-05", "Varnau", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "Senator Ana Morel"},
     {"", KILLED, 1, 1, "2031-03-05", "Little Brook", "", "2031-03-06", "south", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "Ana Morel"}},
    {"two numbers that agree",
     true,
     {"people", KILLED, 8, 8, "2031-03-05", "", "", "2031-03-06", "north",
      .words = "six priests and two women"},
     {"people", KILLED, 8, 8, "2031-03-05", "", "", "2031-03-09", "south",
      .words = "Six clerics and two of their guards"}},
    {"two that make the same sum",
     false,
     {"people", KILLED, 8, 8, "2031-03-05", "", "", "2031-03-06", "north",
      .words = "six priests and two women"},
     {"people", KILLED, 8, 8, "2031-03-05", "", "", "2031-03-09", "south", .words = "a nun and seven women"}},
    {"the same figure of one day, again in one article",
     true,
     {"people", KILLED, 8, 8, "2031-03-05", "", "", "2031-03-06", "north", .begin = 100},
     {"people", KILLED, 8, 8, "2031-03-05", "", "", "2031-03-06", "north", .begin = 900}},
    {"a few of one day, again in one article",
     false,
     {"people", KILLED, 3, 3, "2031-03-05", "", "", "2031-03-06", "north", .begin = 100},
     {"people", KILLED, 3, 3, "2031-03-05", "", "", "2031-03-06", "north", .begin = 900}},
    {"two persons with a given name in common",
     false,
     {"", KILLED, 1, 1, "", "Port Sol", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT, STATUS_CONFIRMED,
      "Senator Ana Morel"},
     {"", KILLED, 1, 1, "", "Port Sol", "", "2031-03-06", "south", NULL, SCOPE_INCIDENT, STATUS_CONFIRMED,
      "Judge Ana Tarrow-Holm"}},
    {"two of one country are not one for its name",
     false,
     {"Kenya", KILLED, 1, 1, "", "", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT, STATUS_CONFIRMED,
      "a Kenyan judge"},
     {"Kenya", KILLED, 1, 1, "", "", "", "2031-03-11", "south", NULL, SCOPE_INCIDENT, STATUS_CONFIRMED,
      "a Kenyan woman"}},
    {"two of one town are not one for its name",
     false,
     {"", KILLED, 1, 1, "", "", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT, STATUS_CONFIRMED,
      "the mayor of Hollin"},
     {"", KILLED, 1, 1, "", "", "", "2031-03-06", "south", NULL, SCOPE_INCIDENT, STATUS_CONFIRMED,
      "a guard of Hollin"}},
    {"two persons, by name, on one day in one town",
     false,
     {"", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "Senator Ana Morel"},
     {"", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "south", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "Judge Iven Tarr-Holm"}},
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
