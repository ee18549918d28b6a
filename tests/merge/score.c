/* Which two claims speak of one happening. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "tests/merge/claims.h"

#define KILLED SUBTYPE_KILLED
#define WOUNDED SUBTYPE_WOUNDED
#define HURT SUBTYPE_KILLED_OR_WOUNDED
#define LOST SUBTYPE_UNSPECIFIED

struct pair {
    const char *because;
    bool linked;
    struct line a, b;
};

static const struct pair pairs[] = {
    /* The same figure, day and place. */
    {"same words of two papers",
     true,
     {"Bergia", KILLED, 30, NONE, "2031-03-05", "Varnau", "Arland army", "2031-03-06", "north"},
     {"Bergia", KILLED, 30, NONE, "2031-03-05", "Varnau", "Arland army", "2031-03-06", "south"}},
    {"a village lies in its region",
     true,
     {"Bergia", KILLED, 30, NONE, "2031-03-05", "Varnau", "Arland army", "2031-03-06", "north"},
     {"Bergia", KILLED, 30, 30, "2031-03-05", "Lower Ost", "a governor", "2031-03-06", "south"}},
    {"a town that gives its name to its oblast stands for it",
     true,
     {"Bergia", KILLED, 30, NONE, "2031-03-05", "Marsh End", "Arland army", "2031-03-06", "north"},
     {"Bergia", KILLED, 30, NONE, "2031-03-05", "Hollin", "a governor", "2031-03-06", "south"}},
    {"a weekend holds its Sunday",
     true,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", HURT, 30, NONE, "2031-03-09", "Varnau", "a governor", "2031-03-10", "south"}},
    {"killed and wounded of one sentence",
     true,
     {"Bergia", KILLED, 50, 50, "2031-03-05/2031-03-07", "", "Arland army", "2031-03-08", "north",
      "50 killed, 47 hurt"},
     {"Bergia", WOUNDED, 47, NONE, "2031-03-05/2031-03-07", "", "Arland army", "2031-03-08", "north",
      "50 killed, 47 hurt"}},
    {"the dead and the wounded of one blow in one article",
     true,
     {"civilians", KILLED, 32, NONE, "2031-03-05", "Port Sol", "", "2031-03-06", "north"},
     {"people", WOUNDED, 17, 17, "2031-03-05", "Port Sol", "", "2031-03-06", "north"}},
    {"the dead of one place and the wounded of another",
     false,
     {"civilians", KILLED, 32, NONE, "2031-03-05", "Port Sol", "", "2031-03-06", "north"},
     {"people", WOUNDED, 17, 17, "2031-03-05", "Hollin", "", "2031-03-06", "north"}},
    {"a total and its part on one day in one place",
     true,
     {"Bergia", LOST, 100, 100, "2031-03-05", "Varnau", "Arland army", "2031-03-08", "north"},
     {"Bergia", KILLED, 50, 50, "2031-03-05", "Varnau", "Arland army", "2031-03-08", "south"}},
    {"a toll that rises within the day",
     true,
     {"", KILLED, 12, 12, "2031-03-05", "Port Sol", "police", "2031-03-05", "north"},
     {"", KILLED, 17, 17, "2031-03-05", "Port Sol", "a hospital", "2031-03-06", "south"}},
    {"rivals about one day in one village",
     true,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Varnau", "Arland army", "2031-03-10", "north"},
     {"Bergia", HURT, NONE, 200, "2031-03-08", "Varnau", "Cerland envoys", "2031-03-09", "south"}},
    {"a denial of what others counted",
     true,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Varnau", "Arland army", "2031-03-10", "north"},
     {"Bergia", KILLED, NONE, NONE, "2031-03-08/2031-03-09", "Varnau", "Bergia's ministry", "2031-03-10",
      "south", NULL, SCOPE_INCIDENT, STATUS_DENIED}},
    {"thirty people, or thirty soldiers of Bergia",
     true,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Varnau", "Arland army", "2031-03-10", "north"},
     {"", LOST, 30, NONE, "2031-03-08/2031-03-09", "Lower Ost", "Arland army", "2031-03-10", "south"}},
    {"civilians, or people who are not named",
     true,
     {"civilians", KILLED, 70, 70, "2031-03-05", "Port Sol", "doctors", "2031-03-06", "north"},
     {"", KILLED, 67, 67, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", "south"}},

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
    {"two persons, by name, on one day in one town",
     false,
     {"", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "north", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "Senator Ana Morel"},
     {"", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "south", NULL, SCOPE_INCIDENT,
      STATUS_CONFIRMED, "Judge Iven Tarr-Holm"}},

    /* Undated claims. */
    {"an undated claim repeats source and figure",
     true,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", HURT, 30, NONE, "", "Lower Ost", "Arland army", "2031-03-11", "south"}},
    {"an undated claim repeats figure, place and people within days",
     true,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", HURT, 30, NONE, "", "Lower Ost", "a lawmaker", "2031-03-12", "south"}},
    {"the same figure weeks later is another one",
     false,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", HURT, 30, NONE, "", "Lower Ost", "a lawmaker", "2031-03-29", "south"}},
    {"told before it happened",
     false,
     {"Bergia", HURT, 30, NONE, "2031-03-08", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", HURT, 30, NONE, "", "Lower Ost", "Arland army", "2031-03-06", "south"}},
    {"no number, no date, another speaker",
     false,
     {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", KILLED, NONE, NONE, "", "Lower Ost", "Cerland envoys", "2031-03-10", "south"}},
    {"no number and nothing else",
     false,
     {"Bergia", KILLED, NONE, NONE, "", "", "", "2031-03-10", "north"},
     {"Bergia", KILLED, NONE, NONE, "", "", "", "2031-03-10", "south"}},

    /* Without a day. */
    {"the same figure and place in two papers of one day",
     true,
     {"soldiers", KILLED, 2, 2, "", "Kolna", "", "2031-03-10", "north", "Two soldiers died in Kolna."},
     {"soldiers", KILLED, 2, 2, "", "Kolna", "", "2031-03-10", "south", "Two soldiers died in Kolna."}},
    {"a day later",
     true,
     {"soldiers", KILLED, 2, 2, "", "Kolna", "", "2031-03-10", "north"},
     {"soldiers", KILLED, 2, 2, "", "Kolna", "", "2031-03-11", "south"}},
    {"three days later",
     false,
     {"soldiers", KILLED, 2, 2, "", "Kolna", "", "2031-03-10", "north"},
     {"soldiers", KILLED, 2, 2, "", "Kolna", "", "2031-03-13", "south"}},
    {"another small figure",
     false,
     {"soldiers", KILLED, 2, 2, "", "Kolna", "", "2031-03-10", "north"},
     {"soldiers", KILLED, 3, 3, "", "Kolna", "", "2031-03-10", "south"}},
    {"of other people",
     false,
     {"Bergia", KILLED, 2, 2, "", "Kolna", "", "2031-03-10", "north"},
     {"Arland", KILLED, 2, 2, "", "Kolna", "", "2031-03-10", "south"}},
    {"in a region there may be two",
     false,
     {"soldiers", KILLED, 2, 2, "", "Lower Ost", "", "2031-03-10", "north"},
     {"soldiers", KILLED, 2, 2, "", "Lower Ost", "", "2031-03-10", "south"}},
    {"losses without a figure at one front, in the news on one day",
     true,
     {"Bergia", KILLED, NONE, NONE, "", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", LOST, NONE, NONE, "", "Varnau", "a lawmaker", "2031-03-11", "south"}},
    {"by one speaker, who need not name the place again",
     true,
     {"Bergia", KILLED, NONE, NONE, "", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", KILLED, NONE, NONE, "", "", "Arland army", "2031-03-10", "south"}},
    {"days later",
     false,
     {"Bergia", KILLED, NONE, NONE, "", "Lower Ost", "Arland army", "2031-03-10", "north"},
     {"Bergia", LOST, NONE, NONE, "", "Lower Ost", "a lawmaker", "2031-03-13", "south"}},
    {"in two places",
     false,
     {"Bergia", KILLED, NONE, NONE, "", "Little Brook", "Arland army", "2031-03-10", "north"},
     {"Bergia", KILLED, NONE, NONE, "", "Varnau", "a lawmaker", "2031-03-10", "south"}},
    {"who said it then says the same figure again, of people that he need not name",
     true,
     {"Bergia", WOUNDED, NONE, 1000, "", "Lower Ost", "the lawmaker Tamsin Ord", "2031-03-10", "north"},
     {"", WOUNDED, NONE, 1000, "", "", "Tamsin Ord", "2031-03-11", "south"}},
    {"an article that says a figure twice, once of people that it does not name",
     true,
     {"Bergia", KILLED, 100, 100, "", "Lower Ost", "the lawmaker Tamsin Ord", "2031-03-10", "north",
      .begin = 100},
     {"", KILLED, 100, NONE, "", "", "an agency", "2031-03-10", "north", .begin = 600}},
    {"the dead and the wounded are not one figure",
     false,
     {"Bergia", KILLED, 100, 100, "", "Lower Ost", "the lawmaker Tamsin Ord", "2031-03-10", "north",
      .begin = 100},
     {"", WOUNDED, 100, 100, "", "Lower Ost", "an agency", "2031-03-10", "north", .begin = 600}},
    {"nor are two small ones",
     false,
     {"Bergia", KILLED, 3, 3, "", "Lower Ost", "the lawmaker Tamsin Ord", "2031-03-10", "north",
      .begin = 100},
     {"", KILLED, 3, 3, "", "Lower Ost", "an agency", "2031-03-10", "north", .begin = 600}},
    {"another figure of his",
     false,
     {"Bergia", WOUNDED, NONE, 1000, "", "Lower Ost", "the lawmaker Tamsin Ord", "2031-03-10", "north"},
     {"", WOUNDED, NONE, 1100, "", "", "Tamsin Ord", "2031-03-11", "south"}},
    {"the same figure of somebody else",
     false,
     {"Bergia", WOUNDED, NONE, 1000, "", "Lower Ost", "the lawmaker Tamsin Ord", "2031-03-10", "north"},
     {"", WOUNDED, NONE, 1000, "", "", "Ruven Salt", "2031-03-11", "south"}},

    /* Apart. */
    {"other people",
     false,
     {"Bergia", KILLED, 30, NONE, "2031-03-05", "Varnau", "Arland army", "2031-03-06", "north"},
     {"Cerland", KILLED, 30, NONE, "2031-03-05", "Varnau", "Arland army", "2031-03-06", "south"}},
    {"other days",
     false,
     {"", KILLED, 9, 9, "2031-03-05", "Port Sol", "police", "2031-03-06", "north"},
     {"", KILLED, 9, 9, "2031-03-07", "Port Sol", "police", "2031-03-08", "south"}},
    {"other towns",
     false,
     {"", KILLED, 9, 9, "2031-03-05", "Port Sol", "police", "2031-03-06", "north"},
     {"", KILLED, 9, 9, "2031-03-05", "Hollin", "police", "2031-03-06", "south"}},
    {"other villages of one region",
     false,
     {"", KILLED, 9, 9, "2031-03-05", "Varnau", "police", "2031-03-06", "north"},
     {"", KILLED, 9, 9, "2031-03-05", "Little Brook", "police", "2031-03-06", "south"}},
    {"rival tallies of a front without a common day",
     false,
     {"Bergia", LOST, 200, NONE, "", "Lower Ost", "Arland army", "2031-03-12", "north"},
     {"Bergia", LOST, 100, 100, "", "Lower Ost", "Arland army", "2031-03-12", "south"}},
    {"a part greater than the total",
     false,
     {"Bergia", HURT, 30, NONE, "2031-03-05/2031-03-06", "Lower Ost", "Arland army", "2031-03-08", "north"},
     {"Bergia", KILLED, 80, 80, "2031-03-06/2031-03-07", "Lower Ost", "Arland army", "2031-03-08", "south"}},
    {"two figures of one article",
     false,
     {"soldiers", LOST, 3, 3, "2031-03-05", "Varnau", "", "2031-03-06", "north"},
     {"soldiers", HURT, NONE, 200, "2031-03-05", "Varnau", "Arland army", "2031-03-06", "north"}},
    {"two blows on one town within a day",
     false,
     {"civilians", KILLED, 3, 3, "2031-03-05", "Port Sol", "police", "2031-03-06", "north"},
     {"civilians", KILLED, 40, 40, "2031-03-05", "Port Sol", "police", "2031-03-06", "south"}},
    {"a blow and a total since the beginning",
     false,
     {"Bergia", KILLED, 12, 12, "2031-03-05", "Lower Ost", "Arland army", "2031-03-06", "north"},
     {"Bergia", KILLED, 4000, 4000, "2031-01-01/2031-03-06", "Lower Ost", "Arland army", "2031-03-06",
      "south", NULL, SCOPE_CUMULATIVE}},
    {"each tally of a series",
     false,
     {"Bergia", KILLED, 4000, 4000, "2031-01-01/2031-03-06", "Lower Ost", "Arland army", "2031-03-06",
      "north", NULL, SCOPE_CUMULATIVE},
     {"Bergia", KILLED, 4100, 4100, "2031-01-01/2031-03-09", "Lower Ost", "Arland army", "2031-03-09",
      "south", NULL, SCOPE_CUMULATIVE}},

    /* Rival figures, far apart. */
    {"two sides count the dead of one day in one village",
     true,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Varnau", "the army", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Varnau", "the Free Front", "2031-03-07", "south"}},
    {"in one town",
     true,
     {"soldiers", KILLED, 12, 12, "2031-03-05", "Port Sol", "the army", "2031-03-06", "north"},
     {"soldiers", KILLED, 40, 40, "2031-03-05", "Port Sol", "the Free Front", "2031-03-06", "south"}},
    {"in a town that gives its name to its oblast",
     true,
     {"", KILLED, 10, 10, "2031-03-05", "Hollin", "police", "2031-03-06", "north"},
     {"people", KILLED, 25, 25, "2031-03-05", "Hollin", "rescuers", "2031-03-07", "south"}},
    {"in a region that may be the town of its name",
     true,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Diffa", "the army", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Diffa", "the Free Front", "2031-03-07", "south"}},
    {"in one article by two speakers",
     true,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Varnau", "the army", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Varnau", "the Free Front", "2031-03-06", "north"}},
    {"in one article by nobody",
     false,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Varnau", "", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Varnau", "", "2031-03-06", "north"}},
    {"in two papers of one day by nobody",
     false,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Port Sol", "", "2031-03-06", "north"},
     {"soldiers", KILLED, 12, 12, "2031-03-05", "Port Sol", "", "2031-03-06", "south"}},
    {"of a people with a name, in much the same words",
     false,
     {"Bergia", KILLED, 7, 7, "2031-03-05", "Port Sol", "", "2031-03-06", "north",
      "Seven soldiers from Bergia were killed in Port Sol on Wednesday."},
     {"Bergia", KILLED, 12, 12, "2031-03-05", "Port Sol", "", "2031-03-06", "south",
      "Twelve soldiers from Bergia were killed in Port Sol on Wednesday."}},
    {"in two papers of one day by nobody, in a place of unknown size",
     false,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Kolna", "", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Kolna", "", "2031-03-06", "south"}},
    {"in two papers of one day by nobody, but much the same figure",
     true,
     {"soldiers", KILLED, 9, 9, "2031-03-05", "Port Sol", "", "2031-03-06", "north"},
     {"soldiers", KILLED, 12, 12, "2031-03-05", "Port Sol", "", "2031-03-06", "south"}},
    {"in two papers by nobody, a day apart: the toll rises",
     true,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Kolna", "", "2031-03-06", "north"},
     {"soldiers", KILLED, 12, 12, "2031-03-05", "Kolna", "", "2031-03-07", "south"}},
    {"a speaker does not gainsay himself within the day",
     false,
     {"", KILLED, 3, 3, "2031-03-05", "Port Sol", "police", "2031-03-06", "north"},
     {"", KILLED, 40, 40, "2031-03-05", "Port Sol", "police", "2031-03-06", "south"}},
    {"in a region",
     false,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Lower Ost", "the army", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Lower Ost", "the Free Front", "2031-03-07", "south"}},
    {"over days",
     false,
     {"soldiers", KILLED, 5, 5, "2031-03-05/2031-03-07", "Port Sol", "the army", "2031-03-08", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05/2031-03-07", "Port Sol", "the Free Front", "2031-03-08",
      "south"}},
    {"by a day",
     false,
     {"soldiers", KILLED, 5, 5, "../2031-03-05", "Port Sol", "the army", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Port Sol", "the Free Front", "2031-03-07", "south"}},
    {"soldiers of the one, civilians of the other",
     false,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Port Sol", "the army", "2031-03-06", "north"},
     {"civilians", KILLED, 30, 30, "2031-03-05", "Port Sol", "the Free Front", "2031-03-07", "south"}},
    {"a blow and a tally",
     false,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Port Sol", "the army", "2031-03-06", "north"},
     {"soldiers", KILLED, 30, 30, "2031-03-05", "Port Sol", "the Free Front", "2031-03-07", "south", NULL,
      SCOPE_CUMULATIVE}},

    /* The next sentence. */
    {"the next sentence counts the same dead without day and place",
     true,
     {"tourists", KILLED, 26, 26, "2031-03-05", "Port Sol", "", "2031-03-07", "north", .begin = 100},
     {"tourists", KILLED, 24, 24, "", "", "police", "2031-03-07", "north", .begin = 181}},
    {"and the one after it",
     true,
     {"tourists", KILLED, 24, 24, "", "", "police", "2031-03-07", "north", .begin = 181},
     {"tourists", KILLED, 28, 28, "", "", "a hospital", "2031-03-07", "north", .begin = 262}},
    {"far behind",
     false,
     {"tourists", KILLED, 20, 20, "2031-03-05", "Port Sol", "", "2031-03-07", "north", .begin = 100},
     {"tourists", KILLED, 24, 24, "", "", "police", "2031-03-07", "north", .begin = 900}},
    {"with a figure that cannot be compared",
     false,
     {"tourists", KILLED, 26, 26, "2031-03-05", "Port Sol", "", "2031-03-07", "north", .begin = 100},
     {"tourists", KILLED, 90, 90, "", "", "police", "2031-03-07", "north", .begin = 181}},
    {"of other people",
     false,
     {"tourists", KILLED, 26, 26, "2031-03-05", "Port Sol", "", "2031-03-07", "north", .begin = 100},
     {"soldiers", KILLED, 24, 24, "", "", "police", "2031-03-07", "north", .begin = 181}},
    {"as a tally",
     false,
     {"tourists", KILLED, 20, 20, "2031-03-05", "Port Sol", "", "2031-03-07", "north", .begin = 100},
     {"tourists", KILLED, 24, 24, "", "", "police", "2031-03-07", "north", NULL, SCOPE_CUMULATIVE,
      .begin = 181}},
    {"without another speaker",
     false,
     {"tourists", KILLED, 20, 20, "2031-03-05", "Port Sol", "", "2031-03-07", "north", .begin = 100},
     {"tourists", KILLED, 24, 24, "", "", "", "2031-03-07", "north", .begin = 181}},

    /* Figure, day and place agree, and it is another happening. */
    {"other armies did it",
     false,
     {"Bergia", KILLED, 3, 3, "2031-03-05", "Varnau", "", "2031-03-06", "north", .counterpart = "Arland"},
     {"Bergia", KILLED, 3, 3, "2031-03-05", "Varnau", "", "2031-03-06", "south", .counterpart = "Cerland"}},
    {"one does not tell which",
     true,
     {"Bergia", KILLED, 3, 3, "2031-03-05", "Varnau", "", "2031-03-06", "north", .counterpart = "Arland"},
     {"Bergia", KILLED, 3, 3, "2031-03-05", "Varnau", "", "2031-03-06", "south", .counterpart = "rebels"}},
    {"a strike and a crash",
     false,
     {"people", KILLED, 6, 6, "2031-03-05", "Hollin", "", "2031-03-06", "north",
      "A strike on Hollin killed six"},
     {"people", KILLED, 6, 6, "2031-03-05", "Hollin", "", "2031-03-06", "south", "A bus crash killed six"}},
    {"a crash for the one, a rocket for the other",
     true,
     {"people", KILLED, 6, 6, "2031-03-05", "Hollin", "", "2031-03-06", "north",
      "A rocket brought down a helicopter, killing six"},
     {"people", KILLED, 6, 6, "2031-03-05", "Hollin", "", "2031-03-06", "south",
      "Six died when a helicopter crashed"}},
    {"a second ambush in one article",
     false,
     {"soldiers", KILLED, 4, 4, "2031-03-05", "Varnau", "", "2031-03-06", "north",
      "Four soldiers were killed in an ambush near Varnau", .begin = 100},
     {"soldiers", KILLED, 4, 4, "2031-03-05", "Varnau", "", "2031-03-06", "north",
      "Four soldiers were killed in a second ambush near Varnau", .begin = 181}},
    {"the same one told again",
     true,
     {"soldiers", KILLED, 4, 4, "2031-03-05", "Varnau", "", "2031-03-06", "north",
      "Four soldiers were killed in a second ambush near Varnau", .begin = 100},
     {"soldiers", KILLED, 4, 4, "2031-03-05", "Varnau", "", "2031-03-06", "north",
      "All four soldiers in the convoy near Varnau died", .begin = 181}},

    /* Deployments. */
    {"estimates of the size of one force",
     true,
     {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "", "Western officials", "2031-03-06", "north"},
     {"Bergia", SUBTYPE_DEPLOYED, 12000, 12000, "", "Lower Ost", "Arland army", "2031-04-20", "south"}},
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
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct claim a = make_claim(pairs[i].a, 1);
        struct claim b = make_claim(pairs[i].b, 2);
        struct merge_why why;
        int32_t score = merge_score(&a, &b, &why);
        if ((score >= MERGE_LINK) != pairs[i].linked) {
            fail_msg("%s: %d = actor %d date %d place %d count %d source %d words %d", pairs[i].because,
                     score, why.actor, why.date, why.place, why.count, why.source, why.words);
        }
    }
}

static void is_symmetric_and_stays_inside_the_window(void **state)
{
    (void)state;
    const size_t count = sizeof pairs / sizeof *pairs;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < 4 * count * count; i++) {
        size_t left = i / (2 * count);
        size_t right = i % (2 * count);
        struct claim a = make_claim(left % 2 == 0 ? pairs[left / 2].a : pairs[left / 2].b, 1);
        struct claim b = make_claim(right % 2 == 0 ? pairs[right / 2].a : pairs[right / 2].b, 2);
        struct merge_why why[2];
        assert_int_equal(merge_score(&a, &b, &why[0]), merge_score(&b, &a, &why[1]));
        assert_memory_equal(&why[0], &why[1], sizeof *why);
        if (why[0].total < MERGE_LINK) {
            continue;
        }
        assert_int_equal(why[0].total, why[0].actor + why[0].date + why[0].place + why[0].count +
                                           why[0].source + why[0].words);
        struct merge_window seen = merge_window(&a, &arena);
        struct merge_window own = merge_window(&b, &arena);
        assert_int_equal(seen.kind, own.kind);
        assert_true(str_equal(seen.actor_key, own.actor_key) ||
                    (seen.figure != COUNT_NONE && seen.figure == own.figure) ||
                    str_equal(a.article, b.article));
        /* As the store files b: its date, with an open begin its end, undated its publication. */
        struct interval date = b.report.date;
        int32_t lo = !interval_known(date) ? b.published : date.first != DAY_NONE ? date.first : date.last;
        int32_t hi = !interval_known(date) ? b.published : date.last;
        assert_true(seen.first <= hi && lo <= seen.last);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_what_speaks_of_one_happening),
        cmocka_unit_test(is_symmetric_and_stays_inside_the_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
