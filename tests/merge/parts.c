/* A total that tells its parts, and a part that is told alone. */
#include "tests/merge/pairs.h"

#define TOLD(people, count, date, place, paper, text, number)                                                \
    {                                                                                                        \
        people, SUBTYPE_KILLED, count, count, date, place, "", "2031-03-06", paper, text, .words = (number)  \
    }
#define DAY "2031-03-05"
#define TOTAL(text, count, number) TOLD("people", count, DAY, "Port Sol", "north", text, number)
#define PART(people, count, number, text) TOLD(people, count, DAY, "Port Sol", "south", text, number)

static const struct pair pairs[] = {
    {"a part behind \"including\"", true,
     TOTAL("Twelve people were killed in Port Sol on Wednesday, including three children.", 12, "Twelve"),
     PART("children", 3, "Three", "Three children were killed in Port Sol on Wednesday, the mayor said.")},
    {"\"three of them\"", true,
     TOTAL("Twelve people were killed in Port Sol, three of them children.", 12, "Twelve"),
     PART("children", 3, "3", "3 children were killed in Port Sol at dawn.")},
    {"one of the people listed, who have a name", true,
     TOTAL("A blast in Port Sol killed seven: four Bergians, an Arlander and two others.", 7, "seven"),
     PART("Bergia", 4, "Four", "Four Bergians were killed in a blast in Port Sol on Wednesday.")},
    {"the civilians among them", true,
     TOTAL("Twelve people were killed in Port Sol: eight soldiers and four civilians.", 12, "Twelve"),
     PART("civilians", 4, "Four", "Four civilians were killed in Port Sol on Wednesday.")},
    {"so many, but of others", false,
     TOTAL("Twelve people were killed in Port Sol on Wednesday, including three children.", 12, "Twelve"),
     PART("farmers", 3, "Three", "Three farmers were killed in Port Sol on Wednesday.")},
    {"the same people, but not so many", false,
     TOTAL("Twelve people were killed in Port Sol on Wednesday, including three children.", 12, "Twelve"),
     PART("children", 2, "Two", "Two children were killed in Port Sol on Wednesday.")},
    {"somewhere else", false,
     TOTAL("Twelve people were killed in Port Sol on Wednesday, including three children.", 12, "Twelve"),
     TOLD("children", 3, DAY, "Varnau", "south", "Three children were killed in Varnau.", "Three")},
    {"on another day", false,
     TOTAL("Twelve people were killed in Port Sol on Wednesday, including three children.", 12, "Twelve"),
     TOLD("children", 3, "2031-03-04", "Port Sol", "south", "Three children were killed in Port Sol.",
          "Three")},
    {"three of something else", false,
     TOTAL("Twelve people were killed in Port Sol on Wednesday, and three schools destroyed.", 12, "Twelve"),
     PART("children", 3, "Three", "Three children were killed in Port Sol on Wednesday.")},
    {"two parts", false, PART("soldiers", 8, "Eight", "Eight soldiers were killed in Port Sol on Wednesday."),
     TOLD("civilians", 4, DAY, "Port Sol", "north", "Four civilians were killed in Port Sol on Wednesday.",
          "Four")},
};

int main(void)
{
    return run_pairs(pairs, sizeof pairs / sizeof *pairs);
}
