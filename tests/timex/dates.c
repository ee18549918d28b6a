/* From expressions to calendar days: the EDTF of an expression's own date, and of the date of a claim that
 * rests on it under its preposition and with its partner. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "found.h"
#include "timex/timex.h"

static const struct {
    const char *published;
    const char *text; /* the first expression in it counts */
    const char *own, *claim;
    const char *mod; /* NULL: none */
} dates[] = {
    {"2024-12-17", "It fell on Saturday.", "2024-12-14", "2024-12-14", NULL},
    {"2024-12-17", "It burned over the weekend.", "2024-12-14/2024-12-15", "2024-12-14/2024-12-15", NULL},
    {"2024-12-17", "It fell last week.", "2024-12-09/2024-12-15", "2024-12-09/2024-12-15", NULL},
    {"2024-12-17", "It fell on Saturday night.", "2024-12-14", "2024-12-14", NULL},
    {"2024-12-17", "It fell at 3 p.m. Saturday.", "2024-12-14", "2024-12-14", NULL},
    {"2024-12-17", "It fell overnight.", "2024-12-16/2024-12-17", "2024-12-16/2024-12-17", NULL},
    {"2024-12-17", "It fell this month.", "2024-12", "2024-12", NULL},
    {"2024-12-17", "It fell in early December.", "2024-12-01~/2024-12-10~", "2024-12-01~/2024-12-10~",
     "START"},
    {"2024-12-17", "It fell around Dec. 14.", "2024-12-14~", "2024-12-14~", "APPROX"},
    {"2024-12-17", "It fell about three years ago.", "2021~", "2021~", "APPROX"},
    {"2024-12-17", "It fell two weeks ago.", "2024-12-02/2024-12-08", "2024-12-02/2024-12-08", NULL},
    {"2024-12-17", "It fell in the third quarter.", "2024-07/2024-09", "2024-07/2024-09", NULL},
    {"2024-12-17", "It fell in the first half of 2024.", "2024-01/2024-06", "2024-01/2024-06", NULL},
    {"2024-12-17", "It fell last summer.", "2024-22", "2024-22", NULL},
    {"2024-12-17", "It fell in the winter of 2023.", "2023-24", "2023-24", NULL},
    {"2024-12-17", "It fell in 1994.", "1994", "1994", NULL},
    {"2024-12-17", "It fell in the 1980s.", "198X", "198X", NULL},
    {"2024-12-17", "It fell in the late 1980s.", "1987~/1989~", "1987~/1989~", "END"},
    {"2024-12-17", "It fell in the 20th century.", "19XX", "19XX", NULL},
    {"2024-12-17", "It fell by the end of 2023.", "2023", "../2023", "END"},
    {"2024-12-17", "It was earlier this year.", "2024-01-01/2024-12-17", "2024-01-01/2024-12-17", "START"},
    {"2024-12-17", "It has burned since Saturday.", "2024-12-14", "2024-12-14/..", NULL},
    {"2024-12-17", "It has burned since August.", "2024-08", "2024-08/..", NULL},
    {"2024-12-17", "It fell before October.", "2024-10", "../2024-09", NULL},
    {"2024-12-17", "The truce holds until Friday.", "2024-12-20", "../2024-12-20", NULL},
    {"2024-12-17", "It was held as of Saturday.", "2024-12-14", "../2024-12-14", NULL},
    {"2024-12-17", "It will be held as of Saturday.", "2024-12-21", "2024-12-21/..", NULL},
    {"2024-12-17", "It fell over the past week.", "2024-12-11/2024-12-17", "2024-12-11/2024-12-17", NULL},
    {"2024-12-17", "It fell over the past day.", "2024-12-16/2024-12-17", "2024-12-16/2024-12-17", NULL},
    {"2024-12-17", "Dec. 12-14 - It burned.", "2024-12-12", "2024-12-12/2024-12-14", NULL},
    {"2024-12-17", "Since 2022", "2022", "2022/..", NULL},
    {"2024-12-17", "It fell in the past year.", "2023-12-18/2024-12-17", "2023-12-18/2024-12-17", NULL},
    {"2024-12-17", "It fell after Dec. 14.", "2024-12-14", "2024-12-15/..", NULL},
    {"2024-12-17", "They must go by Dec. 20.", "2024-12-20", "../2024-12-20", NULL},
    {"2024-12-17", "Over the past three days it burned.", "2024-12-15/2024-12-17", "2024-12-15/2024-12-17",
     NULL},
    {"2024-12-17", "Over the next two weeks it will burn.", "2024-12-18/2024-12-31", "2024-12-18/2024-12-31",
     NULL},
    {"2024-12-17", "It burned from Dec. 9 to 13.", "2024-12-09", "2024-12-09/2024-12-13", NULL},
    {"2024-12-17", "It burned between Oct. 30 and Nov. 2.", "2024-10-30", "2024-10-30/2024-11-02", NULL},
    {"2024-12-17", "It burned on Saturday and Sunday.", "2024-12-14", "2024-12-14/2024-12-15", NULL},
    {"2024-12-17", "It burned on Dec. 14 and 15.", "2024-12-14", "2024-12-14/2024-12-15", NULL},
    {"2024-12-17", "It burned from 1991 to 1997.", "1991", "1991/1997", NULL},
    {"2024-12-17", "It burned from November to February 2023.", "2022-11", "2022-11/2023-02", NULL},
    {"2025-09-12", "It burned on Friday, Saturday and Sunday.", "2025-09-05", "2025-09-05/2025-09-07", NULL},
    {"2024-12-17", "It burned on Dec. 9, 10 and 11.", "2024-12-09", "2024-12-09/2024-12-11", NULL},
    {"2024-12-17", "It burned in May, June, July and August.", "2024-05", "2024-05/2024-08", NULL},
    {"2024-12-17", "It fell in the first week of August.", "2024-08-01~/2024-08-07~",
     "2024-08-01~/2024-08-07~", "START"},
    {"2024-12-17", "It fell in the last week of July.", "2024-07-25~/2024-07-31~", "2024-07-25~/2024-07-31~",
     "END"},
    {"2024-12-17", "It fell in the first half of November.", "2024-11-01/2024-11-15", "2024-11-01/2024-11-15",
     "START"},
    {"2024-12-17", "It fell in mid-to-late November.", "2024-11-11~/2024-11-30~", "2024-11-11~/2024-11-30~",
     NULL},
    {"2024-12-17", "It fell early in 2023.", "2023-01~/2023-04~", "2023-01~/2023-04~", "START"},
    {"2024-12-17", "It fell at the turn of the century.", "1999~/2001~", "1999~/2001~", "START"},
    {"2025-03-02", "It fell at the turn of the year.", "2024-12~/2025-01~", "2024-12~/2025-01~", "START"},
    {"2024-12-17", "It fell in the last days of May.", "2024-05-22~/2024-05-31~", "2024-05-22~/2024-05-31~",
     "END"},
    {"2024-12-17", "It fell late last week.", "2024-12-12~/2024-12-15~", "2024-12-12~/2024-12-15~", "END"},
    {"2024-12-17", "It fell in the first three months of 2024.", "2024-01/2024-03", "2024-01/2024-03", NULL},
    {"2024-12-17", "It fell in the first decade of the 20th century.", "190X", "190X", NULL},
    {"2024-12-17", "It fell in the winter of 2022/23.", "2022-24", "2022-24", NULL},
    {"2024-12-17", "It fell on the last Friday of October.", "2024-10-25", "2024-10-25", NULL},
    {"2024-12-17", "It fell on the fifth Friday of October.", NULL, NULL, NULL},
    {"2024-12-17", "It fell before the end of March.", "2024-03", "../2024-03", "END"},
    {"2024-12-17", "It fell before late March.", "2024-03-21~/2024-03-31~", "../2024-03-20~", "END"},
    {"2024-12-17", "It burned from 2014 onwards.", "2014", "2014/..", NULL},
    {"2024-12-17", "It burned on the night of 3 to 4 March.", "2024-03-03", "2024-03-03/2024-03-04", NULL},
    {"2024-12-17", "It burned between 9 p.m. on Friday and 3 a.m. on Saturday.", "2024-12-13",
     "2024-12-13/2024-12-14", NULL},
    {"2024-12-17", "It fell late on Sunday.", "2024-12-15", "2024-12-15", "END"},
    {"2024-06-17", "It fell on Eid al-Fitr.", "2024-04-09~/2024-04-11~", "2024-04-09~/2024-04-11~", "APPROX"},
    {"2024-06-17", "It fell in Ramadan.", "2024-03-11~/2024-04-09~", "2024-03-11~/2024-04-09~", "APPROX"},
    {"2024-06-17", "It fell after Ramadan.", "2024-03-11~/2024-04-09~", "2024-04-10~/..", "APPROX"},
    {"2024-06-17", "It fell the day before Eid al-Fitr.", "2024-04-09~", "2024-04-09~", "APPROX"},
    {"2024-06-17", "It fell in Holy Week.", "2024-03-25/2024-03-31", "2024-03-25/2024-03-31", NULL},
    {"2024-06-17", "It fell over Passover.", "2024-04-23/2024-04-29", "2024-04-23/2024-04-29", NULL},
    {"2025-01-17", "It fell over the Christmas holidays.", "2024-12-25~", "2024-12-25~", "APPROX"},
    {"2024-12-17", "It was recently mined.", "", "", NULL},
    {"2024-12-17", "It burned the following Monday.", "", "", NULL},
    {"2024-12-17", "It will burn the following Monday.", "2024-12-23", "2024-12-23", NULL},
    {"2024-12-17", "It burned for weeks.", "", "", NULL},
    {"2024-12-17", "It burned for three days.", "", "", NULL},
    {"2024-12-17", "It burns every Friday.", "", "", NULL},
    {"2024-12-17", "It burned for nearly three weeks.", "", "", "LESS_THAN"},
    {"2024-12-17", "It was built in 44 B.C. by them.", "", "", NULL},
    {"0001-01-02", "It fell last year.", NULL, NULL, NULL},
    {"0001-01-02", "It closed in late January.", NULL, NULL, NULL},
    {"9999-12-31", "It falls next year.", NULL, NULL, NULL},
};

static void days_are_right(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct found found;
        char own[32];
        char claim[32];

        found_in(&found, dates[i].published, NULL, dates[i].text);
        if (dates[i].own == NULL) { /* out of the calendar: no expression rather than a wrong one */
            assert_int_equal(found.list.count, 0);
            arena_release(&found.arena);
            continue;
        }
        assert_true(found.list.count >= 1);
        interval_edtf(found.list.items[0].date, own);
        interval_edtf(timex_claim_date(&found.list, 0), claim);
        if (strcmp(own, dates[i].own) != 0 || strcmp(claim, dates[i].claim) != 0) {
            fail_msg("%s: %s and %s, not %s and %s", dates[i].text, own, claim, dates[i].own, dates[i].claim);
        }
        assert_int_equal(found.list.items[0].mod, timex_mod_from_name(str_from(dates[i].mod)));
        arena_release(&found.arena);
    }
}

/* What is said of each expression beside its value. */
static void anchors_partners_and_alternatives(void **state)
{
    (void)state;
    struct found found;

    found_in(&found, "2024-12-17", NULL,
             "It fell on Monday and burned on 4/5/1999. The day before, in 1998, it rained "
             "from Dec. 9 to Dec. 13.");
    assert_int_equal(found.list.count, 6);

    assert_int_equal(found.list.items[0].anchor, ANCHOR_PUBLISHED);
    assert_int_equal(found.list.items[0].alternative_count, 0); /* it fell: not on the Monday to come */
    assert_string_equal(found.list.items[0].rule, "day.weekday");
    assert_int_equal(found.list.items[0].partner, -1);

    assert_int_equal(found.list.items[1].anchor, ANCHOR_NONE);
    assert_int_equal(found.list.items[1].alternative_count, 1);
    assert_string_equal(found.list.items[1].alternatives[0].value, "1999-05-04");

    assert_int_equal(found.list.items[2].anchor, ANCHOR_NARRATIVE);
    assert_string_equal(found.list.items[2].value, "1999-04-04");
    assert_int_equal(found.list.items[3].anchor, ANCHOR_NONE);
    assert_int_equal(found.list.items[3].alternative_count, 0);

    assert_int_equal(found.list.items[4].relation, RELATION_FROM);
    assert_int_equal(found.list.items[4].partner, 5);
    assert_int_equal(found.list.items[5].relation, RELATION_TO);
    assert_int_equal(found.list.items[5].partner, 4);
    arena_release(&found.arena);
}

/* A list goes round; a length behind a day spoken of is anchored there. */
static void lists_go_round_and_lengths_are_anchored(void **state)
{
    (void)state;
    struct found found;

    found_in(&found, "2024-12-17", NULL,
             "It burned on Monday, Tuesday and Wednesday. A week earlier, it rained.");
    assert_int_equal(found.list.count, 4);
    assert_int_equal(found.list.items[0].partner, 1);
    assert_int_equal(found.list.items[1].partner, 2);
    assert_int_equal(found.list.items[2].partner, 0);
    for (size_t i = 0; i < 3; i++) {
        char claim[32];
        interval_edtf(timex_claim_date(&found.list, i), claim);
        assert_string_equal(claim, "2024-12-09/2024-12-11");
    }
    assert_int_equal(found.list.items[3].type, TIMEX_DURATION);
    assert_int_equal(found.list.items[3].anchor, ANCHOR_NARRATIVE);
    assert_int_equal(found.list.items[3].date.first, found.list.items[2].date.first - 7);
    arena_release(&found.arena);
}

/* What else the last expression may mean; NULL: nothing. */
static void other_readings(void **state)
{
    static const struct {
        const char *published, *text, *value, *other;
        size_t before; /* so many expressions */
    } readings[] = {
        {"2024-12-18", "last Tuesday", "2024-12-17", "2024-12-10"},
        {"2024-12-17", "last Friday", "2024-12-13", NULL},
        {"2024-12-17", "next Friday", "2024-12-20", "2024-12-27"},
        {"2024-12-17", "next Monday", "2024-12-23", NULL},
        {"2024-12-17", "It fell on Friday", "2024-12-13", NULL},
        {"2024-12-17", "It will fall on Friday", "2024-12-20", NULL},
        {"2024-12-17", "the fair on Friday", "2024-12-13", "2024-12-20"},
        {"2024-12-17", "Early on Friday, it fell", "2024-12-13", NULL},
        {"2024-12-17", "He said Friday", "2024-12-13", NULL},
        {"2024-12-17", "It was torched on Friday", "2024-12-13", NULL},
        {"2024-12-17", "The council was to meet on Friday", "2024-12-13", "2024-12-20"},
        {"2024-12-17", "the fair on Dec. 20", "2024-12-20", "2023-12-20"},
        {"2024-12-17", "the fair on Dec. 10", "2024-12-10", NULL},
        {"2024-12-17", "It was torched on Dec. 20", "2023-12-20", NULL},
        {"2024-12-17", "the fair in March", "2024-03", "2025-03"},
        {"2024-12-17", "the fair in January", "2025-01", "2024-01"},
        {"2024-12-17", "the fair in November", "2024-11", NULL},
        {"2024-12-17", "the fair in March will be the last", "2024-03", "2025-03"},
        {"2024-12-17", "the fair of March 2023", "2023-03", NULL},
        {"2024-12-17", "signed 3/4/2024", "2024-03-04", "2024-04-03"},
        {"2025-09-12", "He was killed on 10/09/2025", "2025-09-10", "2025-10-09"},
        {"2025-09-12", "It will be shut on 10/09/2025", "2025-10-09", "2025-09-10"},
        {"2024-12-17", "signed 3/14/2024", "2024-03-14", NULL},
        {"2024-12-17", "It began in May 2022. On 20 May it was torched.", "2022-05-20", "2024-05-20", 1},
        {"2024-12-17", "It began in May 2022. On 2 Dec. it was torched.", "2024-12-02", "2022-12-02", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        struct found found;

        found_in(&found, readings[i].published, NULL, readings[i].text);
        assert_int_equal(found.list.count, readings[i].before + 1);
        const struct timex *last = &found.list.items[readings[i].before];
        assert_string_equal(last->value, readings[i].value);
        if ((last->alternative_count == 0) != (readings[i].other == NULL)) {
            fail_msg("%s: another reading is missing or too many", readings[i].text);
        }
        if (readings[i].other != NULL) {
            assert_string_equal(last->alternatives[0].value, readings[i].other);
        }
        arena_release(&found.arena);
    }
}

/* The hour of publication counts for hours and minutes only. */
static void hours_cross_midnight(void **state)
{
    static const struct {
        const char *published, *text, *value;
    } hours[] = {
        {"2024-12-17T01:30:00+02:00", "It fell two hours ago.", "2024-12-16"},
        {"2024-12-17T02:30:00+02:00", "It fell two hours ago.", "2024-12-17"},
        {"2024-12-17T00:04:00Z", "It fell five minutes ago.", "2024-12-16"},
        {"2024-12-17", "It fell five minutes ago.", "2024-12-17"},
        {"2024-12-17", "It fell 48 hours ago.", "2024-12-15"},
        {"2024-12-17T23:59:00-08:00", "It fell yesterday.", "2024-12-16"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof hours / sizeof *hours; i++) {
        struct found found;

        found_in(&found, hours[i].published, NULL, hours[i].text);
        assert_int_equal(found.list.count, 1);
        assert_string_equal(found.list.items[0].value, hours[i].value);
        arena_release(&found.arena);
    }
}

/* By the scanner or by the search, wherever it runs out. */
static void too_little_memory_is_told(void **state)
{
    (void)state;
    static const char sentence[] = "It fell on Saturday, Dec. 14, two weeks after 1998. ";
    size_t size = (sizeof sentence - 1) * 1000;
    char *source = malloc(size);
    struct instant published = {.day = 20074, .second = -1};
    struct arena arena;
    struct text text;
    struct timex_list list;

    assert_non_null(source);
    for (size_t i = 0; i < size; i++) {
        source[i] = sentence[i % (sizeof sentence - 1)];
    }
    for (size_t limit = 1000; limit < 3000000; limit = limit * 3 / 2) {
        arena_init(&arena, limit);
        enum status status = text_scan(&arena, lang_find(STR("en")), (struct str){source, size}, &text);
        if (status == OK) {
            status = timex_find(&arena, &text, &published, &list);
        }
        assert_true(status == OK || status == ERR_NO_MEMORY);
        arena_release(&arena);
    }
    free(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_go_round_and_lengths_are_anchored),
        cmocka_unit_test(days_are_right),
        cmocka_unit_test(anchors_partners_and_alternatives),
        cmocka_unit_test(other_readings),
        cmocka_unit_test(hours_cross_midnight),
        cmocka_unit_test(too_little_memory_is_told),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
