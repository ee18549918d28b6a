/* The titles of events. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/merge/claims.h"

#define KILLED SUBTYPE_KILLED
#define WOUNDED SUBTYPE_WOUNDED
#define HURT SUBTYPE_KILLED_OR_WOUNDED

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)16 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void check_title(const char *expected, const struct line *lines, size_t count)
{
    struct event event = sum_up(&arena, lines, count);
    char title[200];
    snprintf(title, sizeof title, "%.*s", STR_ARG(event.title));
    assert_string_equal(title, expected);
}

/* Whatever the order of the claims. */
static void writes_titles(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        struct line lines[4];
    } titles[] = {
        {"At least 30 North Korean troops killed or wounded in Varnau",
         {{"North Korea", HURT, 30, NONE, "2031-03-05", "Varnau", "s", "2031-03-06", "a",
           "30 North Korean soldiers"}}},
        {"30\u201347 North Koreans killed or wounded in Varnau",
         {{"North Korea", HURT, 30, NONE, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
          {"North Korea", HURT, 47, 47, "2031-03-05", "Varnau", "t", "2031-03-06", "b"}}},
        {"At least 1,500 Chinese killed",
         {{"China", KILLED, 1500, NONE, "2031-03-05", "", "s", "2031-03-06", "a"}}},
        {"Up to 12,000 British troops sent to Arland",
         {{"United Kingdom", SUBTYPE_SENT, NONE, 12000, "", "Arland", "s", "2031-03-06", "a"}}},
        {"12 civilians killed and at least 30 wounded in Port Sol",
         {{"civilians", KILLED, 12, 12, "2031-03-05", "Port Sol", "s", "2031-03-06", "a"},
          {"civilians", WOUNDED, 30, NONE, "2031-03-05", "Port Sol", "s", "2031-03-06", "a"}}},
        {"12 people killed in Port Sol", /* a part does not count beside its total */
         {{"people", KILLED, 12, 12, "2031-03-05", "Port Sol", "s", "2031-03-06", "a",
           "Twelve people were killed, including three children.", .words = "Twelve"},
          {"children", KILLED, 3, 3, "2031-03-05", "Port Sol", "t", "2031-03-06", "b",
           "Three children were killed.", .words = "Three"}}},
        {"12 people killed in Port Sol", /* nor do two that add up to it */
         {{"people", KILLED, 12, 12, "2031-03-05", "Port Sol", "s", "2031-03-06", "a"},
          {"soldiers", KILLED, 9, 9, "2031-03-05", "Port Sol", "t", "2031-03-06", "b"},
          {"civilians", KILLED, 3, 3, "2031-03-05", "Port Sol", "t", "2031-03-06", "c"}}},
        {"9\u201312 people killed in Port Sol", /* one may be a rival */
         {{"people", KILLED, 12, 12, "2031-03-05", "Port Sol", "s", "2031-03-06", "a"},
          {"soldiers", KILLED, 9, 9, "2031-03-05", "Port Sol", "t", "2031-03-06", "b"}}},
        {"3\u201312 people killed in Port Sol", /* a rival does */
         {{"people", KILLED, 12, 12, "2031-03-05", "Port Sol", "s", "2031-03-06", "a",
           "Twelve people were killed, including three children.", .words = "Twelve"},
          {"people", KILLED, 3, 3, "2031-03-05", "Port Sol", "t", "2031-03-06", "b",
           "Three people were killed.", .words = "Three"}}},
        {"60 people killed in Port Sol", /* nor does what came to it */
         {{"people", KILLED, 60, 60, "2031-03-05", "Port Sol", "s", "2031-03-06", "a",
           "60 people were killed", .words = "60"},
          {"people", KILLED, 2, 2, "2031-03-05", "Port Sol", "t", "2031-03-06", "b",
           "Two more bodies were found.", .words = "Two"}}},
        {"2 people killed in Port Sol", /* which alone is what is known */
         {{"people", KILLED, 2, 2, "2031-03-05", "Port Sol", "t", "2031-03-06", "b",
           "Two more bodies were found.", .words = "Two"}}},
        {"9 people killed and 5\u20136 wounded in Port Sol", /* who suffered something else are no such
                                                                addition */
         {{"people", KILLED, 9, 9, "2031-03-05", "Port Sol", "s", "2031-03-06", "a",
           "Nine people were killed and five others wounded.", .words = "Nine"},
          {"people", WOUNDED, 5, 5, "2031-03-05", "Port Sol", "s", "2031-03-06", "a",
           "Nine people were killed and five others wounded.", .words = "five", .at = 28},
          {"people", WOUNDED, 6, 6, "2031-03-05", "Port Sol", "t", "2031-03-06", "b",
           "Six people were wounded.", .words = "Six"}}},
        {"80\u201384 people killed in Port Sol", /* no side is open when each bound rules the other out */
         {{"people", KILLED, 84, NONE, "2031-03-05", "Port Sol", "s", "2031-03-06", "a"},
          {"people", KILLED, NONE, 80, "2031-03-05", "Port Sol", "t", "2031-03-06", "b"},
          {"people", KILLED, 84, 84, "2031-03-05", "Port Sol", "u", "2031-03-06", "c"}}},
        {"Hypothetical: 650 Norland troops withdrawn from Varnau",
         {{"Norland", SUBTYPE_WITHDRAWN, 650, 650, "", "Varnau", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT,
           STATUS_HYPOTHETICAL}}},
        {"Norland troops withdrawn from Varnau", /* the figure is nobody's who says that they were */
         {{"Norland", SUBTYPE_WITHDRAWN, 650, 650, "", "Varnau", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT,
           STATUS_HYPOTHETICAL},
          {"Norland", SUBTYPE_WITHDRAWN, NONE, NONE, "", "Varnau", "s", "2031-03-06", "b"}}},
        {"People killed in Port Sol",
         {{"", KILLED, NONE, NONE, "2031-03-05", "Port Sol", "s", "2031-03-06", "a"}}},
        {"9 people killed in Little Brook and Varnau",
         {{"", KILLED, 9, 9, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
          {"", KILLED, 9, 9, "2031-03-05", "Little Brook", "s", "2031-03-06", "b"}}},
        {"4,000 Ukrainians killed in all in Lower Ost",
         {{"Ukraine", KILLED, 4000, 4000, "", "Lower Ost", "s", "2031-03-06", "a", NULL, SCOPE_CUMULATIVE}}},
        {"200 casualties among North Korean and Russian troops in Lower Ost",
         {{"North Korea; Russia", SUBTYPE_UNSPECIFIED, 200, 200, "", "Lower Ost", "s", "2031-03-06", "a",
           "200 North Korean soldiers and Russian marines"}}},
        {"Casualties among RSF fighters",
         {{"RSF fighters", SUBTYPE_UNSPECIFIED, NONE, NONE, "", "", "s", "2031-03-06", "a"}}},
        {"30 people killed in Lower Ost",
         {{"", KILLED, 30, 30, "2031-03-05", "Varnau", "s", "2031-03-06", "a"},
          {"", KILLED, 30, 30, "2031-03-05", "Little Brook", "s", "2031-03-06", "b"},
          {"", KILLED, 30, 30, "2031-03-05", "Lower Ost", "s", "2031-03-06", "c"},
          {"", KILLED, 30, 30, "2031-03-05", "Marsh End", "s", "2031-03-06", "d"}}},
        {"12 people killed in Lower Ost",
         {{"people", KILLED, 12, 12, "2031-03-05", "Lower Ost", "s", "2031-03-06", "a"},
          {"people", KILLED, 7, 7, "2031-03-05", "Varnau", "s", "2031-03-06", "b"}}},
        {"12 people killed in Lower Ost",
         {{"people", KILLED, 12, 12, "2031-03-05", "Lower Ost", "s", "2031-03-06", "a"},
          {"people", KILLED, 7, 7, "2031-03-05", "Varnau", "s", "2031-03-06", "b"},
          {"people", KILLED, 5, 5, "2031-03-05", "Little Brook", "s", "2031-03-06", "c"}}},
        {"12 people killed in Varnau",
         {{"people", KILLED, 12, 12, "2031-03-05", "Lower Ost", "s", "2031-03-06", "a"},
          {"people", KILLED, 12, 12, "2031-03-05", "Varnau", "s", "2031-03-06", "b"}}},
        {"50 Bergia troops killed in Port Sol",
         {{"Bergia", KILLED, 50, 50, "", "Port Sol", "s", "2031-03-06", "a",
           "of 100 Bergia soldiers 50 fell"},
          {"Bergia", SUBTYPE_UNSPECIFIED, 100, 100, "", "Port Sol", "s", "2031-03-06", "a"}}},
        {"8 people killed and 3 missing in Port Sol",
         {{"", KILLED, 8, 8, "", "Port Sol", "s", "2031-03-06", "a"},
          {"", SUBTYPE_UNSPECIFIED, 12, 12, "", "Port Sol", "s", "2031-03-06", "a"},
          {"", SUBTYPE_MISSING, 3, 3, "", "Port Sol", "s", "2031-03-06", "a"}}},
        {"1 soldier killed in Port Sol",
         {{"soldiers", KILLED, 1, 1, "", "Port Sol", "s", "2031-03-06", "a"}}},
        {"1 person missing", {{"", SUBTYPE_MISSING, 1, 1, "", "", "s", "2031-03-06", "a"}}},
        {"1 Thai killed in Port Sol", {{"Thailand", KILLED, 1, 1, "", "Port Sol", "s", "2031-03-06", "a"}}},
        {"11 Velian troops missing in Varnau", /* the name that stands before a noun */
         {{"Velia", SUBTYPE_MISSING, 11, 11, "", "Varnau", "s", "2031-03-06", "a",
           "Velia said that 11 of its soldiers were missing", .words = "11", .at = 16},
          {"Velian", SUBTYPE_MISSING, 11, 11, "", "Varnau", "t", "2031-03-06", "b",
           "11 Velian soldiers are missing"},
          {"Velia", SUBTYPE_MISSING, 11, 11, "", "Varnau", "u", "2031-03-06", "c",
           "Velia said that 11 of its soldiers were missing", .words = "11", .at = 16}}},
        {"11 Velian troops missing in Varnau", /* not as in the headline */
         {{"VELIAN", SUBTYPE_MISSING, 11, 11, "", "Varnau", "s", "2031-03-06", "a",
           "11 VELIAN SOLDIERS MISSING"},
          {"Velian", SUBTYPE_MISSING, 11, 11, "", "Varnau", "t", "2031-03-06", "b",
           "11 Velian soldiers are missing"},
          {"Velia", SUBTYPE_MISSING, 11, 11, "", "Varnau", "u", "2031-03-06", "c",
           "Velia said that 11 of its soldiers were missing", .words = "11", .at = 16},
          {"Velia", SUBTYPE_MISSING, 11, 11, "", "Varnau", "v", "2031-03-06", "d",
           "Velia said that 11 of its soldiers were missing", .words = "11", .at = 16}}},
        {"9 Norland troops killed in Varnau", /* what the number counts */
         {{"Norland", KILLED, 9, 9, "", "Varnau", "s", "2031-03-06", "a", "Norland lost nine servicemen",
           .words = "nine", .at = 13},
          {"Norland", KILLED, 9, 9, "", "Varnau", "t", "2031-03-06", "b",
           "Norland said nine of its own soldiers died", .words = "nine", .at = 13}}},
        {"9 members of Norland killed in Varnau", /* by several nouns */
         {{"Norland", KILLED, 9, 9, "", "Varnau", "s", "2031-03-06", "a", "Norland lost nine servicemen",
           .words = "nine", .at = 13},
          {"Norland", KILLED, 9, 9, "", "Varnau", "t", "2031-03-06", "b", "Norland buried nine mercenaries",
           .words = "nine", .at = 15}}},
        {"2 members of Hezbollah killed", {{"Hezbollah", KILLED, 2, 2, "", "", "s", "2031-03-06", "a"}}},
        {"30 Norland troops killed in Varnau",
         {{"Norland", KILLED, 30, 30, "", "Varnau", "s", "2031-03-06", "a", "killed 30 Norland soldiers"}}},
        {"700 Norland troops withdrawn from Varnau",
         {{"Norland", SUBTYPE_WITHDRAWN, 700, 700, "", "Varnau", "s", "2031-03-06", "a"}}},
        {"2 UN peacekeepers wounded", {{"UN peacekeepers", WOUNDED, 2, 2, "", "", "s", "2031-03-06", "a"}}},
        {"Dozens of soldiers killed in Port Sol",
         {{"soldiers", KILLED, 24, 99, "", "Port Sol", "s", "2031-03-06", "a", .words = "Dozens"},
          {"soldiers", KILLED, 30, 30, "", "Port Sol", "t", "2031-03-06", "b", .words = "30"}}},
        {"20\u201399 soldiers killed",
         {{"soldiers", KILLED, 24, 99, "", "", "s", "2031-03-06", "a", .words = "Dozens"},
          {"soldiers", KILLED, 20, 20, "", "", "t", "2031-03-06", "b", .words = "20"}}},
        {"Nearly 300 soldiers killed in Port Sol",
         {{"soldiers", KILLED, NONE, 300, "", "Port Sol", "s", "2031-03-06", "a", .words = "Nearly 300",
           .qualifier = "Nearly"},
          {"soldiers", KILLED, NONE, 300, "", "Port Sol", "t", "2031-03-06", "b", .words = "nearly 300",
           .qualifier = "nearly"}}},
        {"Up to 300 soldiers killed",
         {{"soldiers", KILLED, NONE, 300, "", "", "s", "2031-03-06", "a", .words = "nearly 300",
           .qualifier = "nearly"},
          {"soldiers", KILLED, NONE, 300, "", "", "t", "2031-03-06", "b", .words = "as many as 300",
           .qualifier = "as many as"}}},
        {"At least 40 soldiers killed",
         {{"soldiers", KILLED, 40, NONE, "", "", "s", "2031-03-06", "a", .words = "40 or more",
           .qualifier = "or more"}}},
        {"14\u201319 people killed in Port Sol",
         {{"Norland", KILLED, 14, 14, "2031-03-05", "Port Sol", "s", "2031-03-05", "a",
           "14 Norland soldiers"},
          {"", KILLED, 19, 19, "2031-03-05", "Port Sol", "s", "2031-03-06", "b", "the toll rose to 19"}}},
        {"14\u201319 Norland troops killed in Port Sol",
         {{"Norland", KILLED, 14, 14, "2031-03-05", "Port Sol", "s", "2031-03-05", "a",
           "14 Norland soldiers"},
          {"soldiers", KILLED, 19, 19, "2031-03-05", "Port Sol", "s", "2031-03-06", "b", "19 soldiers"}}},
        {"3 people killed and 7 wounded",
         {{"soldiers", KILLED, 3, 3, "2031-03-05", "", "s", "2031-03-06", "a"},
          {"rescuers", WOUNDED, 7, 7, "2031-03-05", "", "s", "2031-03-06", "a"}}},
        {"Several casualties among civilians",
         {{"civilians", SUBTYPE_UNSPECIFIED, 3, 20, "", "", "s", "2031-03-06", "a", .words = "several"}}},
        {"Several hundred Chinese killed and hundreds wounded",
         {{"China", KILLED, 200, 999, "", "", "s", "2031-03-06", "a", .words = "Several hundred"},
          {"China", WOUNDED, 100, 999, "", "", "s", "2031-03-06", "a", .words = "hundreds"}}},
        {"Tens of thousands of Norland troops sent to Arland",
         {{"Norland", SUBTYPE_SENT, 10000, 99999, "", "Arland", "s", "2031-03-06", "a",
           .words = "tens of thousands"}}},
        {"At least several dozen people missing",
         {{"", SUBTYPE_MISSING, 24, NONE, "", "", "s", "2031-03-06", "a", .words = "At least several dozen",
           .qualifier = "At least"}}},
        {"Up to a few hundred people missing",
         {{"", SUBTYPE_MISSING, NONE, 999, "", "", "s", "2031-03-06", "a", .words = "up to a few hundred",
           .qualifier = "up to"}}},
        {"Up to 12 people missing", /* "a dozen" is no vague number */
         {{"", SUBTYPE_MISSING, NONE, 12, "", "", "s", "2031-03-06", "a", .words = "up to a dozen",
           .qualifier = "up to"}}},
        {"A handful of people killed",
         {{"", KILLED, 3, 9, "", "", "s", "2031-03-06", "a", .words = "a handful of"}}},
        {"1 police officer killed", {{"police", KILLED, 1, 1, "", "", "s", "2031-03-06", "a"}}},
        {"5\u201322 people killed", /* words that are more than a number are no part of a title */
         {{"", KILLED, 5, 22, "", "", "s", "2031-03-06", "a", .words = "two priests and several pilgrims"}}},
        {"About 400 Norland troops deployed in Arland",
         {{"Norland", SUBTYPE_DEPLOYED, 400, 400, "", "Arland", "s", "2031-03-06", "a", .words = "Some 400",
           .qualifier = "Some"},
          {"Norland", SUBTYPE_DEPLOYED, 400, 400, "", "Arland", "t", "2031-03-06", "b", .words = "about 400",
           .qualifier = "about"}}},
        {"400 Norland troops deployed in Arland", /* one says so outright */
         {{"Norland", SUBTYPE_DEPLOYED, 400, 400, "", "Arland", "s", "2031-03-06", "a", .words = "Some 400",
           .qualifier = "Some"},
          {"Norland", SUBTYPE_DEPLOYED, 400, 400, "", "Arland", "t", "2031-03-06", "b", .words = "400"}}},
        {"400 people killed",
         {{"", KILLED, 400, 400, "", "", "s", "2031-03-06", "a", .words = "A total of 400",
           .qualifier = "A total of"}}},
        {"300 Kenyan police deployed in Arland",
         {{"Kenya", SUBTYPE_DEPLOYED, 300, 300, "", "Arland", "s", "2031-03-06", "a",
           "300 Kenyan police officers landed"},
          {"Kenya", SUBTYPE_DEPLOYED, 300, 300, "", "Arland", "t", "2031-03-06", "b",
           "the Kenyan riot police, 300 of them, landed"},
          {"Kenya", SUBTYPE_DEPLOYED, 300, 300, "", "Arland", "t", "2031-03-06", "c", "Kenya sent 300"}}},
        {"300 Kenyan personnel deployed in Arland", /* the claims do not agree who they are */
         {{"Kenya", SUBTYPE_DEPLOYED, 300, 300, "", "Arland", "s", "2031-03-06", "a", "300 Kenyan police"},
          {"Kenya", SUBTYPE_DEPLOYED, 300, 300, "", "Arland", "t", "2031-03-06", "b",
           "300 Kenyan soldiers"}}},
        {"9 Kenyans killed",
         {{"Kenya", KILLED, 9, 9, "", "", "s", "2031-03-06", "a", "killed nine Kenyan police"},
          {"Kenya", KILLED, 9, 9, "", "", "t", "2031-03-06", "b", "killed nine Kenyan soldiers"}}},
        {"1 Kenyan police officer killed",
         {{"Kenya", KILLED, 1, 1, "", "", "s", "2031-03-06", "a", "killed a Kenyan police sergeant"}}},
        {"40 Colombian mercenaries sent to Arland",
         {{"Colombia", SUBTYPE_SENT, 40, 40, "", "Arland", "s", "2031-03-06", "a",
           "40 mercenaries from Colombia were sent"}}},
        {"200 Kenyan police sent to Arland",
         {{"Kenya", SUBTYPE_SENT, 200, 200, "", "Arland", "s", "2031-03-06", "a",
           "A contingent of 200 police officers from Kenya landed"}}},
        {"8 Ostwall mercenaries killed",
         {{"Ostwall", KILLED, 8, 8, "", "", "s", "2031-03-06", "a", "8 Ostwall mercenaries were killed"}}},
        {"2 Kenyans killed", /* they only told it */
         {{"Kenya", KILLED, 2, 2, "", "", "Kenyan police", "2031-03-06", "a",
           "Kenyan police said two Kenyans were killed"}}},
        {"Denied that 12 people were killed in Port Sol",
         {{"", KILLED, 12, 12, "", "Port Sol", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT, STATUS_DENIED}}},
        {"Denied that people were killed",
         {{"", KILLED, NONE, NONE, "", "", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT, STATUS_DENIED}}},
        {"Denied that 1 soldier was captured",
         {{"soldiers", SUBTYPE_CAPTURED, 1, 1, "", "", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT,
           STATUS_DENIED}}},
        {"Denied that Norland troops were sent to Arland",
         {{"Norland", SUBTYPE_SENT, NONE, NONE, "", "Arland", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT,
           STATUS_DENIED}}},
        {"Denied that there were casualties among civilians in Port Sol",
         {{"civilians", SUBTYPE_UNSPECIFIED, NONE, NONE, "", "Port Sol", "s", "2031-03-06", "a", NULL,
           SCOPE_INCIDENT, STATUS_DENIED}}},
        {"Denied that 12 civilians were killed and 30 wounded",
         {{"civilians", KILLED, 12, 12, "2031-03-05", "", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT,
           STATUS_DENIED},
          {"civilians", WOUNDED, 30, 30, "2031-03-05", "", "s", "2031-03-06", "a", NULL, SCOPE_INCIDENT,
           STATUS_DENIED}}},
        {"2 casualties in Port Sol", /* whom it befell says nothing */
         {{"people", SUBTYPE_UNSPECIFIED, 2, 2, "", "Port Sol", "s", "2031-03-06", "a"}}},
        {"1 casualty in Port Sol", {{"", SUBTYPE_UNSPECIFIED, 1, 1, "", "Port Sol", "s", "2031-03-06", "a"}}},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        size_t count = 1;
        while (count < 4 && titles[i].lines[count].actor != NULL) {
            count++;
        }
        struct line reversed[4];
        for (size_t k = 0; k < count; k++) {
            reversed[k] = titles[i].lines[count - 1 - k];
        }
        check_title(titles[i].title, titles[i].lines, count);
        check_title(titles[i].title, reversed, count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_titles),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
