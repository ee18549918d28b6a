/* Which two claims count other victims: those of another clause, and people who are told apart by what they
 * are. */
#include "tests/merge/pairs.h"

#define KILLED SUBTYPE_KILLED
#define WOUNDED SUBTYPE_WOUNDED
#define SENT SUBTYPE_SENT

/* One of two figures that a single sentence gives. */
#define CLAUSE(subtype, count, date, place, source)                                                          \
    {                                                                                                        \
        "soldiers", subtype, count, count, date, place, source, "2031-03-06", "north",                       \
            "Three soldiers and so on, and so on", .begin = 100                                              \
    }
/* One of what two papers tell of one town and day. */
#define VICTIM(people, count, text, paper)                                                                   \
    {                                                                                                        \
        people, KILLED, count, count, "2031-03-05", "Port Sol", "the mayor", "2031-03-06", paper, text,      \
            .words = (text)                                                                                  \
    }
/* "Five soldiers", "Another five soldiers": of one article, the number standing at `at`. */
#define COUNTED(text, number, start, where)                                                                  \
    {                                                                                                        \
        "soldiers", KILLED, 5, 5, "2031-03-05", "Varnau", "", "2031-03-06", "north", text,                   \
            .words = (number), .begin = (start), .at = (where)                                               \
    }

static const struct pair pairs[] = {
    /* Clauses of one sentence. */
    {"as many in two places", false, CLAUSE(KILLED, 3, "2031-03-05", "Hollin", "the army"),
     CLAUSE(KILLED, 3, "2031-03-05", "Marsh End", "the army")},
    {"as many on two days", false, CLAUSE(KILLED, 3, "2031-03-04", "Varnau", "the army"),
     CLAUSE(KILLED, 3, "2031-03-05", "Varnau", "the army")},
    {"as many on a day and in the night behind it", false,
     CLAUSE(KILLED, 3, "2031-03-04", "Varnau", "the army"),
     CLAUSE(KILLED, 3, "2031-03-04/2031-03-05", "Varnau", "the army")},
    {"about as many in a place and around it", false,
     CLAUSE(KILLED, 8, "2031-03-05", "Lower Ost", "the army"),
     CLAUSE(KILLED, 9, "2031-03-05", "Varnau", "the army")},
    {"what two speakers tell, who may name the place otherwise", true,
     CLAUSE(KILLED, 8, "2031-03-05", "Lower Ost", "the army"),
     CLAUSE(KILLED, 8, "2031-03-05", "Varnau", "residents")},
    {"the dead and the wounded", true, CLAUSE(KILLED, 8, "2031-03-05", "Varnau", "the army"),
     CLAUSE(WOUNDED, 9, "2031-03-05", "Varnau", "the army")},
    {"one figure, of which a clause leaves the place out", true,
     CLAUSE(KILLED, 8, "2031-03-05", "Varnau", "the army"), CLAUSE(KILLED, 8, "2031-03-05", "", "the army")},
    {"as many who are sent to two places", false, CLAUSE(SENT, 500, "2031-03-05", "Varnau", "the army"),
     CLAUSE(SENT, 500, "2031-03-05", "Little Brook", "the army")},

    /* More of them. */
    {"another five in the next sentence", false, COUNTED("Five soldiers were killed", "Five", 100, 0),
     COUNTED("Another five soldiers were killed", "five", 181, 8)},
    {"five more", false, COUNTED("Five soldiers were killed", "Five", 100, 0),
     COUNTED("Five more soldiers were killed", "Five", 181, 0)},
    {"five more than the army had said", true, COUNTED("Five soldiers were killed", "Five", 100, 0),
     COUNTED("Five more than expected, the five soldiers fell", "five", 181, 29)},
    {"five more, told twice", true, COUNTED("A further five soldiers were killed", "five", 100, 10),
     COUNTED("Five more soldiers were killed", "Five", 181, 0)},
    {"five more, of whom another paper tells without a word of those before",
     true,
     {"soldiers", KILLED, 5, 5, "2031-03-05", "Varnau", "", "2031-03-06", "south",
      "Five soldiers were killed"},
     COUNTED("Five more soldiers were killed", "Five", 181, 0)},

    /* What they are. */
    {"a man and a woman", false, VICTIM("people", 1, "A man", "north"),
     VICTIM("women", 1, "A woman", "south")},
    {"a man and a person of whom nothing is told", true, VICTIM("people", 1, "A man", "north"),
     VICTIM("people", 1, "One person", "south")},
    {"a boy and an old man", false, VICTIM("children", 1, "A 12-year-old boy", "north"),
     VICTIM("people", 1, "A 70-year-old man", "south")},
    {"a child, who may be a girl", true, VICTIM("children", 1, "A child", "north"),
     VICTIM("children", 1, "A 12-year-old girl", "south")},
    {"an old woman and a young one", false, VICTIM("women", 1, "A 71-year-old woman", "north"),
     VICTIM("women", 1, "A 28-year-old woman", "south")},
    {"one whose birthday is near", true, VICTIM("women", 1, "A 71-year-old woman", "north"),
     VICTIM("women", 1, "A 70-year-old woman", "south")},
    {"a man and a woman, and two men", true, VICTIM("people", 2, "A man and a woman", "north"),
     VICTIM("people", 2, "Two people", "south")},
    {"two men and two women", false, VICTIM("people", 2, "Two men", "north"),
     VICTIM("women", 2, "Two women", "south")},
    {"a journalist and a rescuer", false, VICTIM("journalists", 1, "A journalist", "north"),
     VICTIM("rescuers", 1, "A firefighter", "south")},
    {"a journalist, who may be a woman", true, VICTIM("journalists", 1, "A journalist", "north"),
     VICTIM("women", 1, "A woman", "south")},
    {"two who have names",
     false,
     {"journalists", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "north",
      "Reporter Ana Morel was killed", .words = "Reporter Ana Morel"},
     {"journalists", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "south",
      "A photographer, Ivo Tarn, was killed", .words = "A photographer"}},
    {"one who is named behind what he is",
     true,
     {"journalists", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "north",
      "Reporter Ivo Tarn was killed", .words = "Reporter Ivo Tarn"},
     {"journalists", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "south",
      "A photographer, Ivo Tarn, was killed", .words = "A photographer"}},
    {"one of whom somebody speaks",
     true,
     {"journalists", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "north",
      "Reporter Ivo Tarn was killed", .words = "Reporter Ivo Tarn"},
     {"journalists", KILLED, 1, 1, "2031-03-05", "Port Sol", "", "2031-03-06", "south",
      "A photographer, Mayor Ana Morel said, was killed", .words = "A photographer"}},
    {"a teacher and a child", false, VICTIM("teachers", 1, "A teacher", "north"),
     VICTIM("children", 1, "A child", "south")},
};

int main(void)
{
    return run_pairs(pairs, sizeof pairs / sizeof *pairs);
}
