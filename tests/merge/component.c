/* What a component becomes when claims come and go is what its claims would become at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>

#include "merge/compare.h"
#include "merge/component.h"
#include "tests/merge/claims.h"

#define CLAIMS 64
#define STEPS 120

struct held {
    struct claim claims[CLAIMS];
    bool present[CLAIMS];
    uint32_t slots[CLAIMS];
};

struct pair {
    int32_t total;
    uint32_t a, b;
};

static int compare_pairs(const void *left, const void *right)
{
    const struct pair *a = left;
    const struct pair *b = right;
    if (a->total != b->total) {
        return a->total > b->total ? -1 : 1;
    }
    return a->a != b->a ? (a->a < b->a ? -1 : 1) : a->b < b->b ? -1 : 1;
}

static int compare_traits(const void *left, const void *right)
{
    return traits_order(left, right);
}

static struct relation relations[CLAIMS][CLAIMS];
static bool refused[CLAIMS][CLAIMS]; /* their groups did not fit */
static struct traits traits[CLAIMS];

static bool is_kept_apart(const uint32_t *number, size_t count, uint32_t a, uint32_t b)
{
    bool apart = false;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count; k++) {
            apart =
                apart || (number[i] == a && number[k] == b && (relations[i][k].exclusive || refused[i][k]));
        }
    }
    return apart;
}

/* The groups of denials alone join the one group that they deny, and those of a toll that has risen and of
 * claims without a day the one that it may have risen from. */
static void join_late_plainly(uint32_t *number, size_t count)
{
    uint32_t denied[CLAIMS];
    uint32_t before[CLAIMS];
    for (size_t i = 0; i < count; i++) {
        bool all_denied = true;
        bool toll = false;
        bool undated = true;
        bool first = true;
        uint32_t found = UINT32_MAX;
        uint32_t named = UINT32_MAX;
        bool several = false;
        bool several_named = false;
        before[i] = number[i];
        for (size_t k = 0; k < count; k++) {
            bool mine = number[k] == number[i];
            all_denied = all_denied && (!mine || traits[k].claim->report.status == STATUS_DENIED);
            toll = toll || (mine && is_late_toll(&traits[k]));
            undated = undated && !(mine && traits[k].dated);
            first = first && !(mine && k < i);
            for (size_t m = 0; mine && m < count; m++) {
                if (relations[k][m].late && !is_kept_apart(number, count, number[i], number[m])) {
                    several = several || (found != UINT32_MAX && found != number[m]);
                    found = number[m];
                    if (denies_by_name(&traits[k], &traits[m])) {
                        several_named = several_named || (named != UINT32_MAX && named != number[m]);
                        named = number[m];
                    }
                }
            }
        }
        found = !several ? found : !several_named ? named : UINT32_MAX;
        denied[i] = (all_denied || (toll && undated)) && first ? found : UINT32_MAX;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t into = UINT32_MAX;
        for (size_t k = 0; k < count; k++) {
            into = denied[i] != UINT32_MAX && before[k] == denied[i] ? number[k] : into;
        }
        uint32_t mine = number[i];
        if (into == UINT32_MAX || is_kept_apart(number, count, mine, into)) {
            continue;
        }
        for (size_t k = 0; k < count; k++) {
            number[k] = number[k] == mine ? into : number[k];
        }
    }
}

static bool is_plain_part(size_t part, size_t total)
{
    return relations[part][total].part && is_part(&traits[part], &traits[total]);
}

/* The greatest figure of the group that is a part of the total; whether that tells it, and lies around it. */
static int64_t part_figure(const uint32_t *number, size_t count, uint32_t a, size_t total, bool *told,
                           bool *wide)
{
    int64_t figure = COUNT_NONE;
    for (size_t i = 0; i < count; i++) {
        if (number[i] == a && is_plain_part(i, total)) {
            bool spot = traits[i].spot.size > 0 && str_equal_nocase(traits[i].spot, traits[total].spot);
            figure = traits[i].figure > figure ? traits[i].figure : figure;
            *told = *told || tells_part(&traits[total], &traits[i]);
            *wide = *wide || !spot;
        }
    }
    return figure;
}

/* A part of the total in the group lies in a narrower place. */
static bool is_elsewhere_plainly(const uint32_t *number, size_t count, uint32_t a, size_t total)
{
    const struct report *whole = &traits[total].claim->report;
    bool elsewhere = false;
    for (size_t i = 0; i < count; i++) {
        const struct report *part = &traits[i].claim->report;
        elsewhere =
            elsewhere || (number[i] == a && is_plain_part(i, total) && part->place_count > 0 &&
                          !places_cover(part->places, part->place_count, whole->places, whole->place_count));
    }
    return elsewhere;
}

/* A claim of the total's group gives its figure as that of one blow. */
static bool is_one_blow_plainly(const uint32_t *number, size_t count, size_t total)
{
    bool one = false;
    for (size_t i = 0; i < count; i++) {
        one = one || (number[i] == number[total] && traits[i].happening.single &&
                      traits[i].figure == traits[total].figure);
    }
    return one;
}

/* Without a day, and no more than the group counts of the total. */
static bool repeats_plainly(const uint32_t *number, size_t count, size_t i, size_t total)
{
    bool none = false;
    return !traits[i].dated && traits[i].figure != COUNT_NONE &&
           traits[i].figure <= part_figure(number, count, number[i], total, &none, &none);
}

/* The claims of group `a` are all parts of the claim, or not against it. */
static bool is_part_plainly(const uint32_t *number, size_t count, uint32_t a, size_t total)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        bool counted = traits[i].figure != COUNT_NONE && traits[i].claim->report.status != STATUS_DENIED &&
                       traits[i].claim->report.subtype == traits[total].claim->report.subtype;
        bool against = relations[i][total].exclusive && !is_within(&traits[i], &traits[total]);
        if (number[i] == a && !is_plain_part(i, total) && !repeats_plainly(number, count, i, total) &&
            (counted || against)) {
            return false;
        }
        found = found || (number[i] == a && is_plain_part(i, total));
    }
    return found;
}

/* Nothing but parts of the total is held against the group. */
static bool may_be_joined_plainly(const uint32_t *number, size_t count, uint32_t a, size_t total)
{
    for (size_t k = 0; k < count; k++) {
        bool excluded = false;
        bool apart = false;
        for (size_t i = 0; i < count; i++) {
            if (number[i] == a && number[k] == number[total]) {
                if (relations[i][k].exclusive && !is_plain_part(i, k) &&
                    !repeats_plainly(number, count, i, total) && !is_within(&traits[k], &traits[total])) {
                    return false;
                }
            }
            if (number[k] == a && number[i] == number[total]) {
                excluded = excluded || relations[i][k].exclusive;
                apart = apart || refused[i][k];
            }
        }
        if (apart && !excluded) {
            return false;
        }
    }
    return true;
}

static bool are_others_plainly(const uint32_t *number, size_t count, uint32_t a, uint32_t b, size_t total)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count; k++) {
            if (number[i] == a && number[k] == b && relations[i][k].exclusive && is_plain_part(i, total) &&
                is_plain_part(k, total)) {
                return true;
            }
        }
    }
    return false;
}

/* The group of the nearest total of the group `a`. */
static uint32_t whole_plainly(const uint32_t *number, size_t count, uint32_t a)
{
    size_t best = SIZE_MAX;
    bool several = false;
    for (size_t t = 0; t < count; t++) {
        if (number[t] == a || !is_part_plainly(number, count, a, t) ||
            (best != SIZE_MAX && number[best] == number[t])) {
            continue;
        }
        if (best == SIZE_MAX || is_plain_part(t, best)) {
            best = t;
        } else {
            several = several || !is_plain_part(best, t);
        }
    }
    return best == SIZE_MAX || several ? UINT32_MAX : number[best];
}

/* The parts without a day, of the total's group and of those that add to it, were told on one day or the
 * next.
 */
static bool told_within_a_day(const uint32_t *number, size_t count, const bool *adds, size_t total)
{
    int32_t first = DAY_MAX;
    int32_t last = DAY_MIN;
    for (size_t i = 0; i < count; i++) {
        bool taken = number[i] == number[total];
        for (size_t k = 0; k < count; k++) {
            taken = taken || (adds[k] && number[k] == number[i]);
        }
        if (taken && is_plain_part(i, total) && !traits[i].dated) {
            first = traits[i].told < first ? traits[i].told : first;
            last = traits[i].told > last ? traits[i].told : last;
        }
    }
    return last <= first + 1;
}

/* The groups of parts join that of their total. */
static bool join_parts_plainly(uint32_t *number, size_t count)
{
    uint32_t before[CLAIMS];
    uint32_t whole[CLAIMS]; /* of each group, by the first of its claims */
    bool joins[CLAIMS] = {false};
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        size_t first = 0;
        before[i] = number[i];
        while (number[first] != number[i]) {
            first++;
        }
        whole[i] = first == i ? whole_plainly(number, count, number[i]) : UINT32_MAX;
    }
    for (size_t t = 0; t < count; t++) {
        int64_t figures[CLAIMS];
        bool told[CLAIMS] = {false};
        bool wides[CLAIMS] = {false};
        bool adds[CLAIMS] = {false};
        bool wide = false;
        int64_t own = part_figure(number, count, number[t], t, &told[0], &wide);
        bool elsewhere = is_elsewhere_plainly(number, count, number[t], t);
        int64_t sum = own == COUNT_NONE ? 0 : own;
        size_t adding = own == COUNT_NONE ? 0 : 1;
        told[0] = false;
        for (size_t i = 0; i < count; i++) {
            figures[i] = COUNT_NONE;
            if (whole[i] == number[t] && is_part_plainly(number, count, number[i], t) &&
                may_be_joined_plainly(number, count, number[i], t)) {
                figures[i] = part_figure(number, count, number[i], t, &told[i], &wides[i]);
            }
        }
        for (;;) {
            size_t next = SIZE_MAX;
            for (size_t i = 0; i < count; i++) {
                next =
                    figures[i] != COUNT_NONE && (next == SIZE_MAX || figures[i] > figures[next]) ? i : next;
            }
            if (next == SIZE_MAX) {
                break;
            }
            bool other = own == COUNT_NONE || are_others_plainly(number, count, number[next], number[t], t);
            for (size_t i = 0; i < count; i++) {
                other = other && (!adds[i] || are_others_plainly(number, count, number[next], number[i], t));
            }
            if (other) {
                adds[next] = true;
                sum += figures[next];
                wide = wide || wides[next];
                elsewhere = elsewhere || is_elsewhere_plainly(number, count, number[next], t);
                adding++;
            }
            figures[next] = COUNT_NONE;
        }
        int64_t most = traits[t].max;
        int64_t all = traits[t].figure;
        bool within = most == COUNT_NONE || sum <= most;
        bool many = elsewhere ? all > 9 && !is_one_blow_plainly(number, count, t) : all > 5;
        bool fits = in_village(&traits[t]) && !wide
                        ? within
                        : within && adding > 1 && many && !traits[t].vague && sum >= all &&
                              10 * sum <= 11 * all && told_within_a_day(number, count, adds, t);
        for (size_t i = 0; i < count; i++) {
            joins[i] = joins[i] || told[i] || (adds[i] && fits);
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (joins[i]) {
            uint32_t from = number[i];
            uint32_t to = UINT32_MAX;
            for (size_t k = 0; k < count; k++) {
                to = before[k] == whole[i] ? number[k] : to;
            }
            for (size_t k = 0; k < count; k++) {
                any = any || from != to;
                number[k] = number[k] == from ? to : number[k];
            }
        }
    }
    return any;
}

/* The division in its plainest form: every pair is compared, the likeliest first, and every claim of the one
 * group with every claim of the other. */
static uint32_t divide_plainly(const struct claim *claims, size_t count, uint32_t *group)
{
    static struct pair pairs[CLAIMS * CLAIMS];
    uint32_t number[CLAIMS]; /* of the group, the canonical place of one of its claims */
    uint32_t groups = 0;
    size_t pair_count = 0;
    for (size_t i = 0; i < count; i++) {
        traits_of(&claims[i], &traits[i]);
        number[i] = (uint32_t)i;
    }
    if (count > 1) {
        qsort(traits, count, sizeof traits[0], compare_traits);
    }
    for (uint32_t a = 0; a < count; a++) {
        for (uint32_t b = 0; b < count; b++) {
            refused[a][b] = false;
            traits_compare(&traits[a], &traits[b], &relations[a][b]);
            if (a < b && relations[a][b].why.total >= MERGE_LINK && !relations[a][b].late &&
                !relations[a][b].by_part) {
                pairs[pair_count++] = (struct pair){relations[a][b].why.total, a, b};
            }
        }
    }
    if (pair_count > 1) {
        qsort(pairs, pair_count, sizeof pairs[0], compare_pairs);
    }
    for (size_t p = 0; p < pair_count; p++) {
        uint32_t a = number[pairs[p].a];
        uint32_t b = number[pairs[p].b];
        bool exclusive = a == b;
        bool vague[2] = {true, true};
        int64_t sum = 0;
        int64_t all = 0;
        for (size_t i = 0; i < count; i++) {
            bool told = traits[i].figure != COUNT_NONE || traits[i].dated;
            vague[0] = vague[0] && !(number[i] == a && told);
            vague[1] = vague[1] && !(number[i] == b && told);
            for (size_t k = 0; number[i] == a && k < count; k++) {
                if (number[k] == b) {
                    exclusive = exclusive || relations[i][k].exclusive || refused[i][k];
                    sum += relations[i][k].why.total;
                    all++;
                }
            }
        }
        bool fits = vague[0] == vague[1] || sum >= 80 * all;
        for (size_t i = 0; i < count && !exclusive; i++) {
            for (size_t k = 0; k < count && !fits; k++) {
                if (number[i] == a && number[k] == b) {
                    refused[i][k] = refused[k][i] = true;
                }
            }
        }
        for (size_t i = 0; i < count && !exclusive && fits; i++) {
            number[i] = number[i] == b ? a : number[i];
        }
    }
    join_late_plainly(number, count);
    if (join_parts_plainly(number, count)) {
        join_late_plainly(number, count);
    }
    for (size_t i = 0; i < count; i++) {
        size_t first = 0;
        while (number[first] != number[i]) {
            first++;
        }
        uint32_t *here = &group[traits[i].claim - claims];
        *here = first == i ? groups++ : group[traits[first].claim - claims];
    }
    return groups;
}

static void check(struct merge_component *component, const struct held *held)
{
    struct claim claims[CLAIMS];
    uint32_t slots[CLAIMS];
    uint32_t group[CLAIMS];
    uint32_t expected[CLAIMS];
    uint32_t groups;
    size_t count = 0;
    for (size_t i = 0; i < CLAIMS; i++) {
        if (held->present[i]) {
            slots[count] = held->slots[i];
            claims[count++] = held->claims[i];
        }
    }
    assert_true(merge_component_slots(component) <= CLAIMS);
    assert_int_equal(merge_component_divide(component, group, &groups), OK);
    assert_int_equal(groups, divide_plainly(claims, count, expected));
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(group[slots[i]], expected[i]); /* the numbers are canonical too */
    }
}

typedef struct claim make_random(uint32_t *seed, int64_t id);

static void add(struct merge_component *component, struct held *held, make_random *make, uint32_t *seed,
                size_t i)
{
    held->claims[i] = make(seed, (int64_t)i + 1);
    held->present[i] = true;
    assert_int_equal(merge_component_add(component, &held->claims[i], &held->slots[i]), OK);
}

/* MERGE_ROUNDS in the environment makes them more. */
static uint32_t rounds(void)
{
    const char *more = getenv("MERGE_ROUNDS");
    return more == NULL ? 8 : (uint32_t)strtoul(more, NULL, 10);
}

static void come_and_go(make_random *make, uint32_t most)
{
    for (uint32_t round = 1; round <= rounds(); round++) {
        struct held held = {.present = {false}};
        struct merge_component *component = merge_component_new();
        uint32_t seed = round;
        assert_non_null(component);
        for (int step = 0; step < STEPS; step++) {
            /* one at a time, a few, many; now and then one goes */
            uint32_t some = 1 + (random_next(&seed) % 8 == 0 ? random_next(&seed) % 12 : 0);
            for (uint32_t k = 0; k < some; k++) {
                size_t i = random_next(&seed) % most;
                if (!held.present[i]) {
                    add(component, &held, make, &seed, i);
                } else if (random_next(&seed) % 4 == 0) {
                    merge_component_remove(component, held.slots[i]);
                    held.present[i] = false;
                }
            }
            check(component, &held);
        }
        merge_component_free(component);
    }
}

static void claims_that_come_and_go(void **state)
{
    (void)state;
    come_and_go(crowded_claim, CLAIMS);
}

static void parts_and_totals_that_come_and_go(void **state)
{
    (void)state;
    come_and_go(partial_claim, 12);
    come_and_go(partial_claim, CLAIMS);
}

#define MANY 200

/* Hundreds come, a third of them goes and comes again: one by one, or at once. */
static void divide_many(const struct claim *claims, bool one_by_one, uint32_t group[MANY])
{
    struct merge_component *component = merge_component_new();
    uint32_t groups;
    uint32_t slot;
    assert_non_null(component);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(merge_component_add(component, &claims[i], &slot), OK);
        assert_int_equal(slot, i);
        if (one_by_one) {
            assert_int_equal(merge_component_divide(component, group, &groups), OK);
        }
    }
    for (uint32_t i = 0; i < MANY; i += 3) {
        merge_component_remove(component, i);
    }
    for (uint32_t i = 0; i < MANY; i += 3) {
        assert_int_equal(merge_component_add(component, &claims[i], &slot), OK);
        assert_int_equal(slot, i);
        if (one_by_one) {
            assert_int_equal(merge_component_divide(component, group, &groups), OK);
        }
    }
    assert_int_equal(merge_component_divide(component, group, &groups), OK);
    merge_component_free(component);
}

static void many_come_at_once(void **state)
{
    (void)state;
    static struct claim claims[MANY];
    uint32_t grown[MANY];
    uint32_t group[MANY];
    uint32_t seed = 1;
    for (size_t i = 0; i < MANY; i++) {
        claims[i] = crowded_claim(&seed, (int64_t)i + 1);
    }
    divide_many(claims, true, grown);
    divide_many(claims, false, group);
    assert_memory_equal(group, grown, sizeof group);
}

/* Two crowds that one claim holds together. */
static void parts_come_apart(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", SUBTYPE_KILLED, 30, 30, "2031-03-03", "Varnau", "Arland army", "2031-03-04", "a"},
        {"Bergia", SUBTYPE_KILLED, 30, NONE, "", "Lower Ost", "Arland army", "2031-03-07", "b"},
        {"Bergia", SUBTYPE_KILLED, 30, 30, "2031-03-06", "Little Brook", "Arland army", "2031-03-07", "c"},
    };
    struct claim claims[3];
    uint32_t slots[3];
    uint32_t part[3];
    uint32_t parts;
    struct merge_component *component = merge_component_new();
    assert_non_null(component);
    for (size_t i = 0; i < 3; i++) {
        claims[i] = make_claim(lines[i], (int64_t)i + 1);
        assert_int_equal(merge_component_add(component, &claims[i], &slots[i]), OK);
    }
    assert_int_equal(merge_component_parts(component, part, &parts), OK);
    assert_int_equal(parts, 1);
    merge_component_remove(component, slots[1]);
    assert_int_equal(merge_component_parts(component, part, &parts), OK);
    assert_int_equal(parts, 2);
    assert_int_not_equal(part[slots[0]], part[slots[2]]);
    merge_component_free(component);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_that_come_and_go),
        cmocka_unit_test(parts_and_totals_that_come_and_go),
        cmocka_unit_test(many_come_at_once),
        cmocka_unit_test(parts_come_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
