/* Chronologies: the days of entries, and what an entry says of its day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "found.h"

static const struct {
    const char *published;
    const char *text;
    const char *values; /* of all expressions in it, in their order */
} chronologies[] = {
    /* The heading gives the year, and the next begins where the entries go back in it. */
    {"2024-01-02",
     "Chronology of the Nimbar war, 2023\n\nJan. 3 - Rebels seize Kasindo.\n\nFeb. 4 - Leaders meet in "
     "Bujara and "
     "order a truce by Feb. 28.\n\nDec. 20 - Voters go to the polls; the court has until Jan. 10.\n\nJan. 1 "
     "- The "
     "court meets.",
     "2023 2023-01-03 2023-02-04 2023-02-28 2023-12-20 2024-01-10 2024-01-01"},
    {"2024-03-09", "2022\n\n3 June: The mill burns.\n\n2023\n\n4 May: It is rebuilt.",
     "2022 2022-06-03 2023 2023-05-04"},
    {"2024-01-02",
     "2023\n\nMarch 7 - A truce.\n\nLate March - Troops reach Kasindo; by mid-April rebels have left four "
     "towns.\n\nJune 12 - A raid on Velm.",
     "2023 2023-03-07 2023-03 2023-04 2023-06-12"},
    /* An entry that names its year does too. */
    {"2024-01-02",
     "Feb. 24, 2022: Troops cross the Sem.\n\nSept. 6: A push begins; by November it is over.\n\nJan. 14: A "
     "block of "
     "flats is hit.",
     "2022-02-24 2022-09-06 2022-11 2023-01-14"},
    {"2024-01-02",
     "5 March 2023 - Kolna falls.\n\n20 February - Kolna is shelled.\n\n30 December - Envoys meet.",
     "2023-03-05 2023-02-20 2022-12-30"},
    /* Nothing names a year: the entries of a chronology are over, those of a programme are soon. */
    {"2022-12-31", "Feb. 24: Troops cross the Sem.\n\nMarch 2: Kolna falls.\n\nDec. 21: Envoys meet.",
     "2022-02-24 2022-03-02 2022-12-21"},
    {"2022-12-31", "Jan. 5: Envoys meet.\n\nJan. 20: The court rules.", "2023-01-05 2023-01-20"},
    {"2022-12-31", "Feb. 24: The president will visit Kolna.", "2023-02-24"},
    /* What is ahead of the publication does not become another year. */
    {"2023-05-02", "Dec. 20, 2022 - Envoys meet.\n\nMarch 3 - They part.\n\nJan. 4 - A raid on Velm.",
     "2022-12-20 2023-03-03 2023-01-04"},
    /* The times of an entry are of its day, until the paragraph ends. */
    {"2023-04-27",
     "April 15: Gunfire breaks out at 9 a.m. near the palace. The guard takes the airport by noon.\n\nThe "
     "palace "
     "gate is opened at 4 p.m.",
     "2023-04-15 2023-04-15T09:00 2023-04-15T12:00 2023-04-27T16:00"},
    /* What an entry says is seen from its day. */
    {"2024-12-17",
     "2022\n\nFeb. 24 - Troops cross the Sem. On Saturday they had denied it; last week they "
     "drilled.\n\nEnvoys met on "
     "Saturday.",
     "2022 2022-02-24 2022-02-19 2022-W07 2024-12-14"},
    /* A programme of weekdays ends where the text looks back. */
    {"2024-12-17",
     "Wednesday: Minutes of the bank.\n\nThursday: Figures for trade.\n\nLast week in Kolna:\n\nMonday: "
     "Shells "
     "on the market.\n\nFriday: A truce.",
     "2024-12-18 2024-12-19 2024-W50 2024-12-16 2024-12-13"},
    {"2024-12-17",
     "Wednesday: Minutes of the bank.\n\nShares fell last week.\n\nThursday: Figures for trade.\n\nMonday: "
     "The court rules.",
     "2024-12-18 2024-W50 2024-12-19 2024-12-23"},
    {"2024-12-17", "Wednesday: Minutes of the bank.\n\nMonday: The army stormed Kolna.\n\nFriday: A truce.",
     "2024-12-18 2024-12-16 2024-12-13"},
    /* No chronology: a year at the end of a title far above, a programme of weekdays, a date in a sentence.
     */
    {"2024-12-17",
     "The war in 2022\n\nVelm lies on the Sem.\n\nIt has two bridges.\n\nBoth were hit.\n\nRoads are "
     "cut.\n\nJan. 3 - "
     "Envoys will meet.",
     "2022 2025-01-03"},
    {"2024-12-17", "The war in 2022\n\nOn Jan. 3 envoys will meet.", "2022 2025-01-03"},
    {"2024-12-17", "The war in 2022\n\nFriday: Envoys will meet.", "2022 2024-12-20"},
    {"2024-12-17", "Envoys met in 2022.\n\nJan. 3 - Envoys will meet.", "2022 2025-01-03"},
};

static void entries_have_their_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof chronologies / sizeof *chronologies; i++) {
        struct found found;
        char values[400] = "";

        found_in(&found, chronologies[i].published, NULL, chronologies[i].text);
        for (size_t k = 0; k < found.list.count; k++) {
            size_t used = strlen(values);
            (void)snprintf(values + used, sizeof values - used, "%s%s", k == 0 ? "" : " ",
                           found.list.items[k].value);
        }
        assert_string_equal(values, chronologies[i].values);
        arena_release(&found.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_have_their_days),
    };
    return cmocka_run_group_tests_name("chronology", tests, NULL, NULL);
}
