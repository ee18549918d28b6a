/* What analysts rule holds whatever the points say, the later ruling before the earlier one, and depends on
 * no order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "merge/component.h"
#include "tests/merge/claims.h"

#define BERGIA(number, date, place, article)                                                                 \
    {                                                                                                        \
        "Bergia", SUBTYPE_KILLED, number, number, date, place, "Arland army", "2031-03-09", article          \
    }

/* 0 and 1 are one event, 2 and 3 another, which excludes it; 4 is of other people. */
static const struct line lines[] = {
    BERGIA(30, "2031-03-03", "Varnau", "a"),
    BERGIA(30, "2031-03-03", "Varnau", "b"),
    BERGIA(30, "2031-03-07", "Lower Ost", "c"),
    BERGIA(30, "2031-03-07", "Lower Ost", "d"),
    {"Arland", SUBTYPE_KILLED, 7, 7, "2031-03-03", "Varnau", "", "2031-03-09", "e"},
    BERGIA(30, "2031-03-03", "Varnau", "f"),
    BERGIA(30, "2031-03-07", "Lower Ost", "g"),
};
enum { LINES = sizeof lines / sizeof *lines, MOST_RULINGS = 16 };

/* The events that come of the lines named by digits, in another form: "01 23 4". */
static void expect_events(const char *held, const struct merge_ruling *rulings, size_t count,
                          const char *expected)
{
    for (int backwards = 0; backwards < 2; backwards++) {
        struct merge_component *component = merge_component_new();
        struct claim claims[LINES];
        struct merge_ruling of_slots[MOST_RULINGS];
        uint32_t slots[LINES] = {0};
        uint32_t group[LINES];
        uint32_t groups;
        char found[64] = "";
        size_t size = 0;
        size_t length = strlen(held);
        assert_non_null(component);
        for (size_t i = 0; i < length; i++) {
            size_t line = (size_t)(held[backwards ? length - 1 - i : i] - '0');
            claims[line] = make_claim(lines[line], (int64_t)line + 1);
            assert_int_equal(merge_component_add(component, &claims[line], &slots[line]), OK);
        }
        for (size_t i = 0; i < count; i++) {
            of_slots[i] = rulings[backwards ? count - 1 - i : i];
            of_slots[i].slot = slots[of_slots[i].slot];
        }
        assert_int_equal(merge_component_rule(component, of_slots, count), OK);
        assert_int_equal(merge_component_divide(component, group, &groups), OK);
        for (uint32_t event = 0; event < groups; event++) {
            found[size] = ' ';
            size += event > 0;
            for (size_t i = 0; i < length; i++) {
                found[size] = held[i];
                size += group[slots[held[i] - '0']] == event;
            }
        }
        found[size] = '\0';
        assert_string_equal(found, expected);
        merge_component_free(component);
    }
}

#define EXPECT(held, expected, ...)                                                                          \
    do {                                                                                                     \
        const struct merge_ruling rulings[] = {__VA_ARGS__};                                                 \
        expect_events(held, rulings, sizeof rulings / sizeof *rulings, expected);                            \
    } while (0)
#define TOGETHER(ruling, slot)                                                                               \
    {                                                                                                        \
        ruling, slot, false                                                                                  \
    }
#define APART(ruling, slot)                                                                                  \
    {                                                                                                        \
        ruling, slot, true                                                                                   \
    }

static void rulings_are_stronger_than_points(void **state)
{
    (void)state;
    expect_events("01234", NULL, 0, "01 23 4");
    EXPECT("01234", "0123 4", TOGETHER(1, 0), TOGETHER(1, 2)); /* their groups with them */
    EXPECT("01234", "014 23", TOGETHER(1, 1), TOGETHER(1, 4));
    EXPECT("01234", "0 1 23 4", TOGETHER(1, 0), APART(1, 1));
    EXPECT("01234", "0 12 3 4", TOGETHER(1, 1), TOGETHER(1, 2), TOGETHER(2, 0), APART(2, 1), TOGETHER(3, 3),
           APART(3, 2));
    EXPECT("0", "0", TOGETHER(1, 0));
}

static void a_later_claim_goes_to_what_it_is_like(void **state)
{
    (void)state;
    /* excluded by the other half of the event that an analyst made */
    EXPECT("01235", "01235", TOGETHER(1, 0), TOGETHER(1, 1), TOGETHER(1, 2), TOGETHER(1, 3));
    EXPECT("012356", "012356", TOGETHER(1, 0), TOGETHER(1, 1), TOGETHER(1, 2), TOGETHER(1, 3));
    /* to one of two that are kept apart, and it does not bring these together */
    EXPECT("015", "05 1", TOGETHER(1, 0), APART(1, 1));
    EXPECT("01256", "056 12", TOGETHER(1, 1), TOGETHER(1, 2), APART(2, 1), TOGETHER(2, 0), TOGETHER(3, 5),
           TOGETHER(3, 0), TOGETHER(3, 6));
}

static void the_later_ruling_holds(void **state)
{
    (void)state;
    EXPECT("01", "0 1", TOGETHER(1, 0), TOGETHER(1, 1), TOGETHER(2, 0), APART(2, 1));
    EXPECT("01", "01", TOGETHER(1, 0), APART(1, 1), TOGETHER(2, 0), TOGETHER(2, 1));
    /* of the earlier ruling goes on what the later one leaves */
    EXPECT("0124", "02 1 4", TOGETHER(1, 0), TOGETHER(1, 2), TOGETHER(1, 4), TOGETHER(2, 4), APART(2, 0),
           APART(2, 2), TOGETHER(3, 1), APART(3, 0));
}

static void rulings_come_and_go(void **state)
{
    struct merge_component *component = merge_component_new();
    struct claim claims[4];
    uint32_t slots[4];
    uint32_t group[4];
    uint32_t count;
    struct merge_ruling join[2] = {TOGETHER(1, 0), TOGETHER(1, 0)};
    (void)state;
    assert_non_null(component);
    for (size_t i = 0; i < 4; i++) {
        claims[i] = make_claim(lines[i], (int64_t)i + 1);
        assert_int_equal(merge_component_add(component, &claims[i], &slots[i]), OK);
    }
    join[0].slot = slots[0];
    join[1].slot = slots[2];
    assert_int_equal(merge_component_divide(component, group, &count), OK);
    assert_int_equal(count, 2);
    assert_int_equal(merge_component_rule(component, join, 2), OK);
    assert_int_equal(merge_component_divide(component, group, &count), OK);
    assert_int_equal(count, 1);
    assert_int_equal(merge_component_parts(component, group, &count), OK);
    assert_int_equal(count, 1); /* nothing else connects them */
    assert_int_equal(merge_component_rule(component, NULL, 0), OK);
    assert_int_equal(merge_component_divide(component, group, &count), OK);
    assert_int_equal(count, 2);
    assert_int_equal(merge_component_rule(component, join, 2), OK);
    merge_component_remove(component, slots[0]); /* and the rulings with it */
    assert_int_equal(merge_component_divide(component, group, &count), OK);
    assert_int_equal(count, 2);
    merge_component_free(component);
}

enum { CLAIMS = 40, STEPS = 150, RULED = 24 };

/* Draws rulings on claims that are there; each ruling has a number of its own. */
static size_t draw_rulings(uint32_t *seed, const bool *present, struct merge_ruling *rulings)
{
    size_t count = 0;
    for (size_t i = 0; i < RULED; i++) {
        uint32_t claim = random_next(seed) % CLAIMS;
        if (present[claim]) {
            rulings[count++] =
                (struct merge_ruling){1 + random_next(seed) % 6, claim, random_next(seed) % 3 == 0};
        }
    }
    return count;
}

/* The events of the claims that are there, in a new component. */
static uint32_t divide_afresh(const struct claim *claims, const bool *present,
                              const struct merge_ruling *rulings, size_t count, uint32_t *group)
{
    struct merge_component *component = merge_component_new();
    struct merge_ruling of_slots[RULED];
    uint32_t slots[CLAIMS] = {0};
    uint32_t of_slot[CLAIMS];
    uint32_t events;
    assert_non_null(component);
    for (size_t i = CLAIMS; i-- > 0;) {
        if (present[i]) {
            assert_int_equal(merge_component_add(component, &claims[i], &slots[i]), OK);
        }
    }
    for (size_t i = 0; i < count; i++) {
        of_slots[i] = rulings[i];
        of_slots[i].slot = slots[rulings[i].slot];
    }
    assert_int_equal(merge_component_rule(component, of_slots, count), OK);
    assert_int_equal(merge_component_divide(component, of_slot, &events), OK);
    for (size_t i = 0; i < CLAIMS; i++) {
        group[i] = present[i] ? of_slot[slots[i]] : UINT32_MAX;
    }
    merge_component_free(component);
    return events;
}

/* Claims come and go among claims that are ruled on, and now and then the rulings change: what comes of it is
 * what would come of all of them at once. */
static void claims_come_and_go_between_rulings(void **state)
{
    (void)state;
    for (uint32_t round = 261; round <= 300; round++) { /* in one a new claim brings two sides together */
        struct merge_component *component = merge_component_new();
        struct claim claims[CLAIMS];
        struct merge_ruling rulings[RULED] = {{0}};
        struct merge_ruling of_slots[RULED];
        bool present[CLAIMS] = {false};
        uint32_t slots[CLAIMS] = {0};
        uint32_t seed = round;
        size_t count = 0;
        assert_non_null(component);
        for (int step = 0; step < STEPS; step++) {
            uint32_t i = random_next(&seed) % CLAIMS;
            uint32_t group[CLAIMS];
            uint32_t expected[CLAIMS];
            uint32_t events;
            if (!present[i]) {
                claims[i] = round % 2 == 0 ? partial_claim(&seed, (int64_t)i + 1)
                                           : crowded_claim(&seed, (int64_t)i + 1);
                assert_int_equal(merge_component_add(component, &claims[i], &slots[i]), OK);
                present[i] = true;
            } else if (random_next(&seed) % 6 == 0) {
                merge_component_remove(component, slots[i]);
                present[i] = false;
                size_t kept = 0;
                for (size_t k = 0; k < count; k++) {
                    rulings[kept] = rulings[k];
                    kept += rulings[k].slot != i;
                }
                count = kept;
            } else if (random_next(&seed) % 6 == 0) {
                count = draw_rulings(&seed, present, rulings);
            }
            for (size_t k = 0; k < count; k++) {
                of_slots[k] = rulings[k];
                of_slots[k].slot = slots[rulings[k].slot];
            }
            assert_int_equal(merge_component_rule(component, of_slots, count), OK);
            assert_int_equal(merge_component_divide(component, group, &events), OK);
            assert_int_equal(events, divide_afresh(claims, present, rulings, count, expected));
            for (size_t k = 0; k < CLAIMS; k++) {
                assert_int_equal(present[k] ? group[slots[k]] : UINT32_MAX, expected[k]);
            }
        }
        merge_component_free(component);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rulings_are_stronger_than_points),
        cmocka_unit_test(a_later_claim_goes_to_what_it_is_like),
        cmocka_unit_test(the_later_ruling_holds),
        cmocka_unit_test(rulings_come_and_go),
        cmocka_unit_test(claims_come_and_go_between_rulings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
