/* The parts of a total are one event with it, in any order of the claims and as long as somebody tells the
 * total; without one they stay apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "tests/merge/claims.h"

#define KILLED SUBTYPE_KILLED
#define HURT SUBTYPE_WOUNDED
#define MOST 8

/* Lines and the event each belongs to, as a letter, whichever line comes first. */
static void expect_events(const struct line *lines, const char *events)
{
    size_t count = strlen(events);
    for (size_t turn = 0; turn < 2 * count; turn++) {
        struct claim claims[MOST] = {0};
        size_t line[MOST];
        uint32_t group[MOST];
        uint32_t groups;
        for (size_t i = 0; i < count; i++) {
            line[i] = (i + turn) % count;
            line[i] = turn < count ? line[i] : count - 1 - line[i];
            claims[i] = make_claim(lines[line[i]], (int64_t)line[i] + 1);
        }
        assert_int_equal(merge_partition(claims, count, group, &groups), OK);
        for (size_t i = 0; i < count; i++) {
            for (size_t k = 0; k < i; k++) {
                bool one = events[line[i]] == events[line[k]];
                if ((group[i] == group[k]) != one) {
                    fail_msg("%s: claims %zu and %zu should be %s", events, line[k], line[i],
                             one ? "one event" : "apart");
                }
            }
        }
    }
}

#define DAY "2031-03-05"
#define TOLD(people, count, place, paper)                                                                    \
    {                                                                                                        \
        people, KILLED, count, count, DAY, place, "", "2031-03-06", paper                                    \
    }

static void people_of_several_kinds(void **state)
{
    (void)state;
    static const struct line parts[] = {
        TOLD("soldiers", 7, "Port Sol", "a"),
        TOLD("civilians", 5, "Port Sol", "b"),
        TOLD("people", 12, "Port Sol", "c"),
        TOLD("soldiers", 7, "Port Sol", "d"),
    };
    expect_events(parts, "AB");
    expect_events(parts, "AAA");
    expect_events(parts, "AAAA");
    static const struct line named[] = {
        {"Bergia", KILLED, 7, 7, DAY, "Port Sol", "", "2031-03-06", "a",
         "Seven Bergian soldiers died in Port Sol.", .words = "Seven"},
        TOLD("civilians", 5, "Port Sol", "b"),
        TOLD("", 12, "Port Sol", "c"),
    };
    expect_events(named, "AAA");
    static const struct line perhaps_civilians[] = {
        TOLD("Bergia", 7, "Port Sol", "a"),
        TOLD("civilians", 5, "Port Sol", "b"),
        TOLD("", 12, "Port Sol", "c"),
    };
    expect_events(perhaps_civilians, "ABC");
    static const struct line more[] = {
        TOLD("soldiers", 7, "Port Sol", "a"),
        TOLD("civilians", 6, "Port Sol", "b"),
        TOLD("people", 12, "Port Sol", "c"),
    };
    expect_events(more, "ABC");
    static const struct line fewer[] = {
        TOLD("soldiers", 5, "Port Sol", "a"), /* and 12 people somewhere else in the town */
        TOLD("civilians", 4, "Port Sol", "b"),
        TOLD("people", 12, "Port Sol", "c"),
        TOLD("people", 30, "Port Sol", "d"),
    };
    expect_events(fewer, "ABC");
    expect_events(fewer + 2, "AB");
    static const struct line at_least[] = {
        TOLD("soldiers", 7, "Port Sol", "a"),
        TOLD("civilians", 5, "Port Sol", "b"),
        {"people", KILLED, 11, NONE, DAY, "Port Sol", "", "2031-03-06", "c"},
    };
    expect_events(at_least, "AAA");
    static const struct line small[] = {
        TOLD("soldiers", 1, "Port Sol", "a"),
        TOLD("civilians", 1, "Port Sol", "b"),
        TOLD("people", 2, "Port Sol", "c"),
    };
    expect_events(small, "ABC");
    static const struct line village[] = {
        TOLD("soldiers", 1, "Varnau", "a"),
        TOLD("civilians", 1, "Varnau", "b"),
        TOLD("people", 3, "Varnau", "c"),
    };
    expect_events(village, "AAA");
}

static void a_part_that_the_total_has_already(void **state)
{
    (void)state;
    static const struct line lines[] = {
        TOLD("soldiers", 9, "Port Sol", "a"), /* as a rival figure of it */
        TOLD("people", 12, "Port Sol", "b"),
        TOLD("civilians", 3, "Port Sol", "c"),
    };
    expect_events(lines, "AAA");
    static const char sentence[] =
        "Twelve people were killed in Port Sol: seven soldiers and five civilians.";
    static const struct line told[] = {
        {"soldiers", KILLED, 7, 7, DAY, "Port Sol", "", "2031-03-06", "a",
         "Seven soldiers were killed in Port Sol.", .words = "Seven"},
        {"people", KILLED, 12, 12, DAY, "Port Sol", "", "2031-03-06", "b", sentence, .words = "Twelve"},
        {"civilians", KILLED, 5, 5, DAY, "Port Sol", "", "2031-03-06", "c",
         "Five civilians were killed in Port Sol.", .words = "Five"},
    };
    expect_events(told, "AAA");
}

static void places_of_a_region(void **state)
{
    (void)state;
    static const struct line lines[] = {
        TOLD("people", 7, "Varnau", "a"),
        TOLD("people", 5, "Little Brook", "b"),
        TOLD("people", 12, "Lower Ost", "c"),
    };
    expect_events(lines, "AB");
    expect_events(lines, "AAA");
    static const struct line fewer[] = {
        TOLD("people", 7, "Varnau", "a"),
        TOLD("people", 4, "Little Brook", "b"),
        TOLD("people", 12, "Lower Ost", "c"),
    };
    expect_events(fewer, "ABC"); /* of the region somebody else may be counted, or others altogether */
    static const struct line few[] = {
        TOLD("people", 5, "Varnau", "a"),
        TOLD("people", 3, "Little Brook", "b"),
        TOLD("people", 8, "Lower Ost", "c"),
    };
    expect_events(few, "ABC"); /* by chance */
    static const char *const blows[] = {"A car bomb killed twelve people in Lower Ost.",
                                        "Twelve people were killed in an attack in Lower Ost.",
                                        "Attacks in Lower Ost killed twelve people.",
                                        "A day of shelling in Lower Ost killed twelve people."};
    for (size_t i = 0; i < 4; i++) {
        const struct line blow[] = {
            TOLD("people", 7, "Varnau", "a"),
            TOLD("people", 5, "Little Brook", "b"),
            {"people", KILLED, 12, 12, DAY, "Lower Ost", "", "2031-03-06", "c", blows[i]},
        };
        expect_events(blow, i < 2 ? "ABC" : "AAA");
    }
    static const struct line land[] = {
        TOLD("people", 7, "Varnau", "a"),
        TOLD("people", 5, "Hollin", "b"),
        TOLD("people", 12, "Arland", "c"),
    };
    expect_events(land, "ABC");
    static const struct line elsewhere[] = {
        TOLD("people", 7, "Varnau", "a"),
        TOLD("people", 5, "Hollin", "b"),
        TOLD("people", 12, "Lower Ost", "c"),
    };
    expect_events(elsewhere, "ABC");
    static const struct line days[] = {
        TOLD("people", 7, "Varnau", "a"),
        {"people", KILLED, 5, 5, "2031-03-04", "Little Brook", "", "2031-03-06", "b"},
        TOLD("people", 12, "Lower Ost", "c"),
    };
    expect_events(days, "ABC");
}

static void a_place_that_the_total_tells(void **state)
{
    (void)state;
    static const char sentence[] = "Twelve people were killed in Lower Ost, seven of them in Varnau.";
    static const struct line lines[] = {
        TOLD("people", 7, "Varnau", "a"),
        {"people", KILLED, 12, 12, DAY, "Lower Ost", "", "2031-03-06", "b", sentence},
        TOLD("people", 3, "Little Brook", "c"),
    };
    expect_events(lines, "AAB");
}

/* What its words count beside the total is no part of it. */
static void what_suffered_something_else(void **state)
{
    (void)state;
    static const char *const others[] = {
        "A blast killed twelve people and wounded three children in Port Sol.",
        "Shelling of Port Sol killed twelve people and left three children wounded.",
        "Twelve people were killed and three children were injured in Port Sol.",
        "Three children are missing after a blast that killed twelve people in Port Sol.",
    };
    static const char *const parts[] = {
        "A blast killed twelve people, including three children, and wounded 30 in Port Sol.",
        "A blast wounded 30 and killed twelve people, three of them children, in Port Sol.",
        "Twelve people were killed in Port Sol, and three were children.",
        "Thirty were wounded, and twelve people, including three children, were killed in Port Sol.",
    };
    for (size_t i = 0; i < 8; i++) {
        const char *sentence = i < 4 ? others[i] : parts[i - 4];
        bool capital = sentence[0] == 'T' && sentence[1] == 'w';
        const struct line lines[] = {
            {"children", KILLED, 3, 3, DAY, "Port Sol", "", "2031-03-06", "a",
             "Three children were killed in Port Sol.", .words = "Three"},
            {"people", KILLED, 12, 12, DAY, "Port Sol", "", "2031-03-06", "b", sentence,
             .words = capital ? "Twelve" : "twelve"},
        };
        expect_events(lines, i < 4 ? "AB" : "AA");
    }
    const struct line places[] = {
        TOLD("people", 7, "Varnau", "a"),
        {"people", KILLED, 12, 12, DAY, "Lower Ost", "", "2031-03-06", "b",
         "Twelve people were killed in Lower Ost, and seven people were wounded in Varnau."},
    };
    expect_events(places, "AB");
}

static void parts_of_parts(void **state)
{
    (void)state;
    static const struct line lines[] = {
        TOLD("people", 20, "Lower Ost", "a"), TOLD("people", 8, "Little Brook", "b"),
        TOLD("people", 12, "Varnau", "c"),    TOLD("soldiers", 7, "Varnau", "d"),
        TOLD("civilians", 5, "Varnau", "e"),
    };
    expect_events(lines, "AAAAA");
    expect_events(lines + 1, "ABBB");
}

/* Nobody knows of which of two totals they are a part. */
static void two_totals(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"people", KILLED, 12, 12, DAY, "Lower Ost", "", "2031-03-06", "a", .counterpart = "Bergia"},
        {"people", KILLED, 12, 12, DAY, "Lower Ost", "", "2031-03-06", "b", .counterpart = "Cerland"},
        TOLD("people", 7, "Varnau", "c"),
        TOLD("people", 5, "Little Brook", "d"),
    };
    expect_events(lines, "ABCD");
}

static void the_wounded_go_with_their_part(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"soldiers", KILLED, 7, 7, DAY, "Port Sol", "", "2031-03-06", "a", .begin = 100},
        {"soldiers", HURT, 9, 9, DAY, "Port Sol", "", "2031-03-06", "a", .begin = 100},
        {"civilians", KILLED, 5, 5, DAY, "Port Sol", "", "2031-03-06", "b", .begin = 100},
        {"civilians", HURT, 20, 20, DAY, "Port Sol", "", "2031-03-06", "b", .begin = 100},
        TOLD("people", 12, "Port Sol", "c"),
    };
    expect_events(lines, "AABB");
    expect_events(lines, "AAAAA");
}

static void told_on_the_day_after_without_a_day(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"soldiers", KILLED, 7, 7, "", "Port Sol", "the army", "2031-03-06", "a"},
        {"civilians", KILLED, 5, 5, "", "Port Sol", "a doctor", "2031-03-06", "b"},
        {"people", KILLED, 12, 12, DAY, "Port Sol", "officials", "2031-03-06", "c"},
    };
    expect_events(lines, "AAA");
    static const struct line none[] = {
        {"people", KILLED, 7, 7, "", "Varnau", "the army", "2031-03-06", "a"},
        {"people", KILLED, 5, 5, "", "Little Brook", "a doctor", "2031-03-06", "b"},
        {"people", KILLED, 12, 12, "", "Lower Ost", "officials", "2031-03-06", "c"},
    };
    expect_events(none, "AAA");
    static const struct line around[] = {
        /* each within a day of the total, but not of each other */
        {"people", KILLED, 7, 7, "", "Varnau", "the army", "2031-03-04", "a"},
        {"people", KILLED, 5, 5, "", "Little Brook", "a doctor", "2031-03-06", "b"},
        {"people", KILLED, 12, 12, "", "Lower Ost", "officials", "2031-03-05", "c"},
    };
    expect_events(around, "ABC");
    static const struct line later[] = {
        {"soldiers", KILLED, 7, 7, "", "Port Sol", "the army", "2031-03-07", "a"},
        {"civilians", KILLED, 5, 5, "", "Port Sol", "a doctor", "2031-03-07", "b"},
        {"people", KILLED, 12, 12, DAY, "Port Sol", "officials", "2031-03-06", "c"},
    };
    expect_events(later, "ABC");
    static const struct line repeated[] = {
        {"soldiers", KILLED, 7, 7, DAY, "Port Sol", "the army", "2031-03-06", "a"},
        {"soldiers", KILLED, 7, 7, "", "Port Sol", "the army", "2031-03-08", "b"},
        {"civilians", KILLED, 5, 5, DAY, "Port Sol", "a doctor", "2031-03-06", "c"},
        {"people", KILLED, 12, 12, DAY, "Port Sol", "officials", "2031-03-06", "d"},
    };
    expect_events(repeated, "AAB");
    expect_events(repeated, "AAAA");
}

static const struct line kinds[] = {
    TOLD("soldiers", 7, "Port Sol", "a"),
    TOLD("civilians", 5, "Port Sol", "b"),
    TOLD("people", 12, "Port Sol", "c"),
};

/* A component that holds the claims of `kinds`, and the number of its events as each came. */
static struct merge_component *component_of_kinds(struct claim claims[3], uint32_t slots[3],
                                                  uint32_t events[3])
{
    struct merge_component *component = merge_component_new();
    uint32_t group[3];
    assert_non_null(component);
    for (size_t i = 0; i < 3; i++) {
        claims[i] = make_claim(kinds[i], (int64_t)i + 1);
        assert_int_equal(merge_component_add(component, &claims[i], &slots[i]), OK);
        assert_int_equal(merge_component_divide(component, group, &events[i]), OK);
    }
    return component;
}

static void without_the_total_they_come_apart(void **state)
{
    (void)state;
    struct claim claims[3];
    uint32_t slots[3];
    uint32_t events[3];
    uint32_t group[3];
    uint32_t groups;
    struct merge_component *component = component_of_kinds(claims, slots, events);
    assert_int_equal(events[0], 1);
    assert_int_equal(events[1], 2);
    assert_int_equal(events[2], 1);
    merge_component_remove(component, slots[2]);
    assert_int_equal(merge_component_divide(component, group, &groups), OK);
    assert_int_equal(groups, 2);
    assert_int_equal(merge_component_add(component, &claims[2], &slots[2]), OK);
    assert_int_equal(merge_component_divide(component, group, &groups), OK);
    assert_int_equal(groups, 1);
    merge_component_free(component);
}

/* Who ruled that a part is of something else is not contradicted. */
static void analysts_keep_a_part_apart(void **state)
{
    (void)state;
    struct claim claims[3];
    uint32_t slots[3];
    uint32_t events[3];
    uint32_t group[3];
    uint32_t groups;
    struct merge_component *component = component_of_kinds(claims, slots, events);
    const struct merge_ruling rulings[] = {{1, slots[0], false}, {1, slots[2], true}};
    assert_int_equal(merge_component_rule(component, rulings, 2), OK);
    assert_int_equal(merge_component_divide(component, group, &groups), OK);
    assert_int_not_equal(group[slots[0]], group[slots[2]]);
    merge_component_free(component);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_of_several_kinds),
        cmocka_unit_test(a_part_that_the_total_has_already),
        cmocka_unit_test(places_of_a_region),
        cmocka_unit_test(a_place_that_the_total_tells),
        cmocka_unit_test(what_suffered_something_else),
        cmocka_unit_test(parts_of_parts),
        cmocka_unit_test(two_totals),
        cmocka_unit_test(the_wounded_go_with_their_part),
        cmocka_unit_test(told_on_the_day_after_without_a_day),
        cmocka_unit_test(without_the_total_they_come_apart),
        cmocka_unit_test(analysts_keep_a_part_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
