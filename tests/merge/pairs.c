#include "tests/merge/pairs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/* Whether the two are one event when there are no others. */
static bool are_one_event(const struct claim *a, const struct claim *b)
{
    const struct claim claims[] = {*a, *b};
    uint32_t group[2];
    uint32_t groups;
    assert_int_equal(merge_partition(claims, 2, group, &groups), OK);
    return groups == 1;
}

/* Fails the test when one of the pairs is not linked as it says; a part may be linked to a total that it does
 * not join. */
static void check_links(const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct claim a = make_claim(pairs[i].a, 1);
        struct claim b = make_claim(pairs[i].b, 2);
        struct merge_why why;
        int32_t score = merge_score(&a, &b, &why);
        bool linked = score >= MERGE_LINK && are_one_event(&a, &b);
        if (linked != pairs[i].linked) {
            fail_msg("%s: %d = actor %d date %d place %d count %d source %d words %d", pairs[i].because,
                     score, why.actor, why.date, why.place, why.count, why.source, why.words);
        }
    }
}

/* Fails it when the points of any two of their claims depend on which is first, are not the sum of their
 * parts, or link claims that would not be found. */
static void check_symmetry(const struct pair *pairs, size_t count)
{
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
        assert_true(
            str_equal(seen.actor_key, own.actor_key) ||
            (seen.figure != COUNT_NONE && seen.figure == own.figure) ||
            (seen.town_key.size > 0 && str_equal(seen.town_key, own.town_key) && seen.day == own.day) ||
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

struct table {
    const struct pair *pairs;
    size_t count;
};

static void links_what_speaks_of_one_happening(void **state)
{
    const struct table *table = *state;
    check_links(table->pairs, table->count);
}

static void is_symmetric_and_stays_inside_the_window(void **state)
{
    const struct table *table = *state;
    check_symmetry(table->pairs, table->count);
}

int run_pairs(const struct pair *pairs, size_t count)
{
    struct table table = {pairs, count};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(links_what_speaks_of_one_happening, &table),
        cmocka_unit_test_prestate(is_symmetric_and_stays_inside_the_window, &table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
