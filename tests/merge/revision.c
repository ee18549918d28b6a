/* What a claim of an article becomes when the article is replaced: the same, a corrected one, another one. */
#include <stdio.h>

#include "tests/cmocka.h"

#include "merge/merge.h"

enum { OTHER, CHANGED, SAME };
static const char *const names[] = {"another claim", "the claim, corrected", "the same claim"};

#define DAYS(day)                                                                                            \
    {                                                                                                        \
        day, day, PRECISION_DAY, false                                                                       \
    }
#define OPEN(day)                                                                                            \
    {                                                                                                        \
        DAY_NONE, day, PRECISION_DAY, false                                                                  \
    }

struct told {
    const char *sentence, *actor, *place;
    int64_t count;
    struct interval date;
};

static const struct row {
    const char *because;
    int is;
    struct told former, now;
} rows[] = {
    {"other words around it",
     SAME,
     {"Twelve soldiers were killed in Kolna on Monday.", "soldiers", "Kolna", 12, DAYS(10)},
     {"On Monday twelve soldiers died in Kolna, the governor said.", "soldiers", "Kolna", 12, DAYS(10)}},
    {"the sentence is the same, the day is another since that of publication is",
     SAME,
     {"Twelve soldiers were killed on Monday.", "soldiers", NULL, 12, DAYS(10)},
     {"Twelve soldiers were killed on Monday.", "soldiers", NULL, 12, DAYS(17)}},
    {"whose soldiers they were",
     SAME,
     {"Twelve soldiers were killed in Kolna on Monday.", "soldiers", "Kolna", 12, DAYS(10)},
     {"Twelve Norland soldiers were killed in Kolna on Monday.", "Norland", "Kolna", 12, DAYS(10)}},
    {"the figure is corrected",
     CHANGED,
     {"Twelve soldiers were killed in Kolna on Monday.", "soldiers", "Kolna", 12, DAYS(10)},
     {"Thirteen soldiers were killed in Kolna on Monday.", "soldiers", "Kolna", 13, DAYS(10)}},
    {"of what has no day, too",
     CHANGED,
     {"Twelve soldiers were killed in Kolna.", "soldiers", "Kolna", 12, OPEN(14)},
     {"Thirteen soldiers were killed in Kolna.", "soldiers", "Kolna", 13, OPEN(14)}},
    {"the day is",
     CHANGED,
     {"Twelve soldiers were killed in Kolna on Monday.", "soldiers", "Kolna", 12, DAYS(10)},
     {"Twelve soldiers were killed in Kolna on Sunday.", "soldiers", "Kolna", 12, DAYS(9)}},
    {"the place is",
     CHANGED,
     {"Twelve soldiers were killed in Kolna on Monday.", "soldiers", "Kolna", 12, DAYS(10)},
     {"Twelve soldiers were killed in Tarrow on Monday.", "soldiers", "Tarrow", 12, DAYS(10)}},
    {"the people are",
     CHANGED,
     {"Twelve soldiers were killed in Kolna on Monday.", "soldiers", "Kolna", 12, DAYS(10)},
     {"Twelve civilians were killed in Kolna on Monday.", "civilians", "Kolna", 12, DAYS(10)}},
    {"nothing is the same",
     OTHER,
     {"Five soldiers were killed in Tarrow on Sunday, the army said.", "soldiers", "Tarrow", 5, DAYS(9)},
     {"Forty soldiers were killed in Kolna on Tuesday.", "soldiers", "Kolna", 40, DAYS(11)}},
    {"as many, on another day in another place",
     OTHER,
     {"Five soldiers were killed in Tarrow on Sunday.", "soldiers", "Tarrow", 5, DAYS(9)},
     {"Five soldiers were killed in Kolna on Tuesday.", "soldiers", "Kolna", 5, DAYS(11)}},
    {"so many, on another day in that place",
     OTHER,
     {"Five soldiers were killed in Kolna on Sunday.", "soldiers", "Kolna", 5, DAYS(9)},
     {"Forty soldiers were killed in Kolna on Tuesday.", "soldiers", "Kolna", 40, DAYS(11)}},
    {"on that day, in another place so many",
     OTHER,
     {"Five soldiers were killed in Tarrow on Sunday.", "soldiers", "Tarrow", 5, DAYS(9)},
     {"In Kolna, a shell killed forty on Sunday.", "soldiers", "Kolna", 40, DAYS(9)}},
    {"no figure and no day, another place",
     OTHER,
     {"Norland troops are in Tarrow.", "Norland", "Tarrow", COUNT_NONE, OPEN(14)},
     {"Norland troops are in Kolna.", "Norland", "Kolna", COUNT_NONE, OPEN(14)}},
    {"that place",
     SAME,
     {"Norland troops are in Tarrow.", "Norland", "Tarrow", COUNT_NONE, OPEN(14)},
     {"Norland troops have been seen in the town of Tarrow.", "Norland", "Tarrow", COUNT_NONE, OPEN(14)}},
};

static struct str text_of(const char *text)
{
    return text == NULL ? (struct str){NULL, 0} : str_from(text);
}

static struct report report_of(const struct told *told, struct place *place)
{
    *place = (struct place){.name = text_of(told->place)};
    return (struct report){.kind = KIND_CASUALTY,
                           .subtype = SUBTYPE_KILLED,
                           .count = {.min = told->count, .max = told->count},
                           .actor = text_of(told->actor),
                           .places = place,
                           .place_count = told->place != NULL,
                           .date = told->date,
                           .evidence = {.text = text_of(told->sentence)}};
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct place places[2];
        struct report former = report_of(&rows[i].former, &places[0]);
        struct report now = report_of(&rows[i].now, &places[1]);
        struct merge_revision there = merge_revision(&former, &now);
        struct merge_revision back = merge_revision(&now, &former);
        int is = there.likeness <= 0 ? OTHER : there.same ? SAME : CHANGED;
        assert_int_equal(there.likeness, back.likeness);
        assert_int_equal(there.same, back.same);
        if (is != rows[i].is) {
            fail_msg("%s: \"%s\" is %s, not %s", rows[i].because, rows[i].now.sentence, names[is],
                     names[rows[i].is]);
        }
    }
}

static void test_another_kind_of_harm(void **state)
{
    (void)state;
    struct place places[2];
    struct report former = report_of(&rows[0].former, &places[0]);
    struct report now = report_of(&rows[0].former, &places[1]);
    now.subtype = SUBTYPE_WOUNDED;
    assert_int_equal(merge_revision(&former, &now).likeness, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_another_kind_of_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
