/* Which claims of one component stay together, and that no order of claims changes it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/merge/claims.h"

#define CLAIMS 160

#define KILLED SUBTYPE_KILLED
#define HURT SUBTYPE_KILLED_OR_WOUNDED

/* Divides claims as the store does: components of links, each partitioned.  group[i] is a number per event.
 */
static uint32_t divide(const struct claim *claims, size_t count, uint32_t *group)
{
    struct arena arena;
    uint32_t part[CLAIMS];
    uint32_t total = 0;
    arena_init(&arena, (size_t)16 << 20);
    for (size_t i = 0; i < count; i++) {
        part[i] = (uint32_t)i;
        for (size_t k = 0; k < i; k++) {
            uint32_t old = part[i];
            if (part[k] != old && merge_score(&claims[i], &claims[k], NULL) >= MERGE_LINK) {
                for (size_t j = 0; j <= i; j++) {
                    part[j] = part[j] == old ? part[k] : part[j];
                }
            }
        }
    }
    for (uint32_t root = 0; root < count; root++) {
        struct claim members[CLAIMS];
        uint32_t indices[CLAIMS];
        uint32_t groups[CLAIMS];
        uint32_t size = 0;
        uint32_t parts = 0;
        for (uint32_t i = 0; i < count; i++) {
            if (part[i] == root) {
                indices[size] = i;
                members[size++] = claims[i];
            }
        }
        if (size == 0) {
            continue;
        }
        assert_int_equal(merge_partition(members, size, groups, &parts), OK);
        for (uint32_t i = 0; i < size; i++) {
            assert_true(groups[i] < parts);
            group[indices[i]] = total + groups[i];
        }
        total += parts;
    }
    arena_release(&arena);
    return total;
}

/* Lines and the event each belongs to, as a letter. */
static void expect_events(const struct line *lines, const char *events)
{
    struct claim claims[CLAIMS] = {0};
    uint32_t group[CLAIMS];
    size_t count = strlen(events);
    for (size_t i = 0; i < count; i++) {
        claims[i] = make_claim(lines[i], (int64_t)i + 1);
    }
    (void)divide(claims, count, group);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            if ((group[i] == group[k]) != (events[i] == events[k])) {
                fail_msg("claims %zu and %zu should be %s", k, i,
                         events[i] == events[k] ? "one event" : "apart");
            }
        }
    }
}

static void one_blow_told_by_many(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Varnau", "Arland army", "2031-03-10", "a"},
        {"Bergia", HURT, 30, NONE, "2031-03-08/2031-03-09", "Lower Ost", "Arland army", "2031-03-10", "b"},
        {"Bergia", HURT, 30, 30, "2031-03-08", "Varnau", "a governor", "2031-03-11", "c"},
        {"Bergia", HURT, 30, NONE, "", "Lower Ost", "Arland army", "2031-03-12", "d"},
        {"Bergia", SUBTYPE_UNSPECIFIED, NONE, NONE, "2031-03-08/2031-03-09", "Varnau", "Arland army",
         "2031-03-10", "e"},
    };
    expect_events(lines, "AAAAA");
}

static void two_blows_that_one_vague_claim_lies_between(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", KILLED, 30, 30, "2031-03-03", "Varnau", "Arland army", "2031-03-04", "a"},
        {"Bergia", KILLED, 30, 30, "2031-03-03", "Varnau", "Arland army", "2031-03-05", "b"},
        {"Bergia", KILLED, 30, NONE, "", "Lower Ost", "Arland army", "2031-03-07", "c"},
        {"Bergia", KILLED, 30, 30, "2031-03-06", "Little Brook", "Arland army", "2031-03-07", "d"},
        {"Bergia", KILLED, 30, 30, "2031-03-06", "Little Brook", "Arland army", "2031-03-08", "e"},
    };
    struct claim claims[5];
    uint32_t group[5];
    for (size_t i = 0; i < 5; i++) {
        claims[i] = make_claim(lines[i], (int64_t)i + 1);
    }
    assert_int_equal(divide(claims, 5, group), 2);
    assert_int_equal(group[0], group[1]);
    assert_int_equal(group[3], group[4]);
    assert_int_not_equal(group[0], group[3]);
}

/* It links to the claim that names the place, but not to most; of two forces it may be either. */
static void a_force_without_a_figure(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "", "Western officials", "2031-03-06", "a"},
        {"Bergia", SUBTYPE_SENT, 11000, 11000, "", "Bergia", "Cerland envoys", "2031-03-08", "b"},
        {"Bergia", SUBTYPE_DEPLOYED, 12000, 12000, "", "Lower Ost", "Arland army", "2031-03-12", "c"},
        {"Bergia", SUBTYPE_DEPLOYED, NONE, NONE, "", "Lower Ost", "a lawmaker", "2031-03-20", "d"},
        {"Bergia", SUBTYPE_DEPLOYED, 900, 900, "", "Lower Ost", "a governor", "2031-03-20", "e"},
    };
    expect_events(lines, "AAAA");
    expect_events(lines, "AAABC");
}

static void a_toll_that_rises_is_one_event_whatever_is_on_file(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"people", KILLED, 10, NONE, "2031-03-03", "Hollin", "officials", "2031-03-04", "a"},
        {"people", KILLED, 31, 31, "2031-03-03", "Hollin", "rescuers", "2031-03-06", "b"},
        {"people", KILLED, 25, 25, "2031-03-03", "Hollin", "officials", "2031-03-05", "c"},
    };
    expect_events(lines, "AA");
    expect_events(lines, "AAA");
}

/* A loose figure that goes with one of two rivals does not hold them apart. */
static void rivals_and_what_the_next_sentences_say(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"tourists", KILLED, 26, 26, "2031-03-05", "Port Sol", "", "2031-03-07", "a", .begin = 100},
        {"tourists", KILLED, 24, 24, "", "", "police", "2031-03-07", "a", .begin = 181},
        {"tourists", KILLED, 28, 28, "", "", "a hospital", "2031-03-07", "a", .begin = 262},
        {"tourists", KILLED, 5, 5, "2031-03-05", "Port Sol", "a minister", "2031-03-06", "b"},
    };
    expect_events(lines, "AAAA");
}

/* Who repeats one of two rival figures without the day does not part them. */
static void rivals_of_whom_one_is_repeated(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", HURT, 30, NONE, "2031-03-05", "Kolna", "Arland army", "2031-03-06", "a"},
        {"Bergia", KILLED, 20, 20, "2031-03-05", "Kolna", "a spy agency", "2031-03-07", "b", .begin = 100},
        {"Bergia", SUBTYPE_WOUNDED, 60, NONE, "2031-03-05", "Kolna", "a spy agency", "2031-03-07", "b",
         .begin = 100},
        {"Bergia", HURT, 30, 30, "../2031-03-05", "Kolna", "Arland army", "2031-03-07", "c"},
        {"Bergia", HURT, 30, 30, "", "Kolna", "Arland army", "2031-03-08", "d"},
    };
    expect_events(lines, "AAA");
    expect_events(lines, "AAAA");
    expect_events(lines, "AAAAA");
    static const struct line around[] = {
        {"Bergia", HURT, 30, NONE, "2031-03-05", "Varnau", "Arland army", "2031-03-06", "a"},
        {"Bergia", SUBTYPE_WOUNDED, 60, NONE, "2031-03-05", "Varnau", "a spy agency", "2031-03-07", "b"},
        {"Bergia", HURT, 30, 30, "", "Lower Ost", "Arland army", "2031-03-07", "c"},
    };
    expect_events(around, "AAA");
    static const struct line figures[] = {
        {"soldiers", KILLED, 5, 5, "2031-03-05", "Port Sol", "the army", "2031-03-06", "a"},
        {"soldiers", KILLED, 30, 30, "2031-03-05", "Port Sol", "the Free Front", "2031-03-06", "b"},
        {"soldiers", KILLED, 30, 30, "", "Port Sol", "the Free Front", "2031-03-07", "c"},
        {"soldiers", KILLED, 5, 5, "", "Port Sol", "the army", "2031-03-06", "d"},
    };
    expect_events(figures, "AAA");
    expect_events(figures, "AAAA");
    static const struct line beside[] = {
        {"Bergia", HURT, 30, NONE, "2031-03-05", "Kolna", "Arland army", "2031-03-06", "a"},
        {"Bergia", KILLED, 20, 20, "2031-03-05", "Kolna", "a spy agency", "2031-03-07", "b", .begin = 100},
        {"Bergia", SUBTYPE_WOUNDED, 60, NONE, "2031-03-05", "Kolna", "a spy agency", "2031-03-07", "b",
         .begin = 100},
        {"Bergia", HURT, 30, 30, "", "Kolna", "Arland army", "2031-03-07", "b", .begin = 181},
    };
    expect_events(beside, "AAAA");
}

static void a_denial_joins_the_one_event_that_it_denies(void **state)
{
    (void)state;
    static const struct line one[] = {
        {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "a", NULL,
         SCOPE_INCIDENT, STATUS_CLAIMED},
        {"Bergia", KILLED, NONE, NONE, "", "", "the ministry", "2031-03-07", "b", NULL, SCOPE_INCIDENT,
         STATUS_DENIED},
        {"Bergia", KILLED, 60, 60, "2031-03-05", "Hollin", "a governor", "2031-03-07", "c", NULL,
         SCOPE_INCIDENT, STATUS_CLAIMED},
    };
    expect_events(one, "AAA");
    static const struct line two[] = {
        {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "a", NULL,
         SCOPE_INCIDENT, STATUS_CLAIMED},
        {"Bergia", KILLED, NONE, NONE, "", "", "the ministry", "2031-03-07", "b", NULL, SCOPE_INCIDENT,
         STATUS_DENIED},
        {"Bergia", KILLED, 9, 9, "2031-03-06", "Port Sol", "Arland army", "2031-03-07", "c", NULL,
         SCOPE_INCIDENT, STATUS_CLAIMED},
    };
    expect_events(two, "ABC"); /* nobody knows which */
    static const struct line named[] = {
        {"fighters", KILLED, 14, 14, "2031-03-05", "Port Sol", "the army", "2031-03-06", "a", NULL,
         SCOPE_INCIDENT, STATUS_CLAIMED},
        {"Bergia", KILLED, 4, 4, "2031-03-05", "Port Sol", "the army", "2031-03-06", "b", NULL,
         SCOPE_INCIDENT, STATUS_CLAIMED},
        {"fighters", KILLED, NONE, NONE, "2031-03-05", "Port Sol", "the front", "2031-03-06", "b", NULL,
         SCOPE_INCIDENT, STATUS_DENIED},
    };
    expect_events(named, "ABA"); /* whom it names tells which */
    /* Two papers tell the denial. */
    static const struct line told_twice[] = {
        {"Bergia", KILLED, NONE, 60, "2031-03-05", "Hollin", "Arland army", "2031-03-06", "a", NULL,
         SCOPE_INCIDENT, STATUS_CLAIMED},
        {"Bergia", KILLED, NONE, NONE, "", "", "Bergia ministry", "2031-03-07", "b", NULL, SCOPE_INCIDENT,
         STATUS_DENIED},
        {"Bergia", KILLED, NONE, NONE, "", "", "Bergia ministry", "2031-03-07", "c", NULL, SCOPE_INCIDENT,
         STATUS_DENIED},
    };
    expect_events(told_twice, "AAA");
}

static void a_toll_without_a_day_joins_the_one_event_that_it_may_have_risen_from(void **state)
{
    (void)state;
    static const char bomb[] = "A bomb killed people in Port Sol";
    static const char risen[] = "The toll from a bomb in Port Sol rose";
    const struct line one[] = {
        {"people", KILLED, 9, 9, "2031-03-05", "Port Sol", "police", "2031-03-05", "a", bomb},
        {"", KILLED, 14, 14, "", "Port Sol", "officials", "2031-03-06", "b", risen},
        {"", SUBTYPE_WOUNDED, 30, 30, "", "Port Sol", "officials", "2031-03-06", "b", risen},
        {"", KILLED, 21, 21, "", "Port Sol", "officials", "2031-03-07", "c", risen},
    };
    expect_events(one, "AAAA");
    const struct line series[] = {
        {"people", KILLED, 9, 9, "2031-03-05", "Port Sol", "police", "2031-03-05", "a", bomb},
        {"", KILLED, 14, 14, "", "Port Sol", "officials", "2031-03-06", "b", risen},
        {"", KILLED, 31, 31, "", "Port Sol", "officials", "2031-03-07", "c", risen},
    };
    expect_events(series, "AAA");
    const struct line two[] = {
        {"people", KILLED, 9, 9, "2031-03-05", "Port Sol", "police", "2031-03-05", "a", bomb},
        {"people", KILLED, 4, 4, "2031-03-04", "Port Sol", "police", "2031-03-04", "d", bomb},
        {"", KILLED, 14, 14, "", "Port Sol", "officials", "2031-03-06", "b", risen},
    };
    expect_events(two, "ABC"); /* nobody knows which */
    static const char plain[] = "The toll in Port Sol rose";
    const struct line no_means[] = {
        {"people", KILLED, 9, 9, "2031-03-05", "Port Sol", "police", "2031-03-05", "a", bomb},
        {"", KILLED, 12, 12, "", "Port Sol", "officials", "2031-03-06", "b", plain},
    };
    expect_events(no_means, "AA");
    const struct line far_off[] = {
        {"people", KILLED, 9, 9, "2031-03-05", "Port Sol", "police", "2031-03-05", "a", bomb},
        {"", KILLED, 21, 21, "", "Port Sol", "officials", "2031-03-06", "b", plain},
    };
    expect_events(far_off, "AB");
}

static void what_was_lost_in_a_day_is_told_day_by_day(void **state)
{
    (void)state;
    const struct line lines[] = {
        {"Bergia", SUBTYPE_UNSPECIFIED, 1120, 1120, "2031-03-04/2031-03-05", "", "Arland army", "2031-03-05",
         "a"},
        {"Bergia", SUBTYPE_UNSPECIFIED, 1120, 1120, "2031-03-04/2031-03-05", "", "Arland army", "2031-03-05",
         "b"},
        {"Bergia", SUBTYPE_UNSPECIFIED, 1010, 1010, "2031-03-05/2031-03-06", "", "Arland army", "2031-03-06",
         "c"},
        {"Bergia", SUBTYPE_UNSPECIFIED, 1120, 1120, "2031-03-06/2031-03-07", "", "Arland army", "2031-03-07",
         "d"},
    };
    expect_events(lines, "AABC");
}

static void a_series_of_tallies_is_a_series_of_events(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", KILLED, 4000, 4000, "2031-01-01/2031-03-06", "Lower Ost", "Arland army", "2031-03-06", "a",
         NULL, SCOPE_CUMULATIVE},
        {"Bergia", KILLED, 4000, 4000, "2031-01-01/2031-03-06", "Lower Ost", "Arland army", "2031-03-07", "b",
         NULL, SCOPE_CUMULATIVE},
        {"Bergia", KILLED, 4100, 4100, "2031-01-01/2031-03-09", "Lower Ost", "Arland army", "2031-03-09", "c",
         NULL, SCOPE_CUMULATIVE},
        {"Bergia", KILLED, 4200, 4200, "2031-01-01/2031-03-12", "Lower Ost", "Arland army", "2031-03-12", "d",
         NULL, SCOPE_CUMULATIVE},
    };
    expect_events(lines, "AABC");
}

static void contingents_stay_apart(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"Bergia", SUBTYPE_SENT, 1500, 1500, "2031-03-01/2031-03-05", "Arland", "spies", "2031-03-06", "a"},
        {"Bergia", SUBTYPE_SENT, NONE, NONE, "2031-03-01", "Arland", "spies", "2031-03-06", "a"},
        {"Bergia", SUBTYPE_SENT, 10000, 10000, "", "Arland", "Western officials", "2031-03-26", "b"},
        {"Bergia", SUBTYPE_SENT, 11000, 11000, "", "", "Cerland envoys", "2031-03-30", "c"},
        {"Bergia", SUBTYPE_DEPLOYED, 12000, 12000, "", "Arland", "Arland army", "2031-04-12", "d"},
    };
    expect_events(lines, "AABBB");
}

/* More copies of two wordings than a claim offers links: they are one event all the same. */
static void many_copies_of_two_wordings(void **state)
{
    (void)state;
    struct claim claims[CLAIMS];
    uint32_t group[CLAIMS];
    char articles[CLAIMS][8];
    for (size_t i = 0; i < CLAIMS; i++) {
        snprintf(articles[i], sizeof articles[i], "a%zu", i);
        struct line line = {"Bergia", KILLED,        30,           30,         "2031-03-05",
                            "Varnau", "Arland army", "2031-03-06", articles[i]};
        line.sentence = i % 2 == 0
                            ? "Thirty soldiers of Bergia were killed on Wednesday in the village of Varnau"
                            : "Arland's army reported thirty Bergian deaths after heavy fighting near Varnau";
        claims[i] = make_claim(line, (int64_t)i + 1);
    }
    assert_int_equal(divide(claims, CLAIMS, group), 1);
}

/* Losses that are told of day after day, never with a figure: no day brings all of them together. */
static void what_is_told_every_day_is_not_one_event(void **state)
{
    (void)state;
    static const char *const days[] = {"2031-03-01", "2031-03-02", "2031-03-03", "2031-03-04", "2031-03-05",
                                       "2031-03-06", "2031-03-07", "2031-03-08", "2031-03-09", "2031-03-10",
                                       "2031-03-11", "2031-03-12", "2031-03-13", "2031-03-14", "2031-03-15"};
    struct claim claims[15];
    uint32_t group[15];
    for (size_t i = 0; i < 15; i++) {
        claims[i] = make_claim(
            (struct line){"Bergia", KILLED, NONE, NONE, "", "Lower Ost", "Arland army", days[i], days[i]},
            (int64_t)i + 1);
    }
    (void)divide(claims, 15, group);
    assert_int_equal(group[0], group[1]);
    for (size_t i = 0; i + 8 < 15; i++) {
        assert_int_not_equal(group[i], group[i + 8]);
    }
}

static void check_same_groups(const uint32_t *a, const uint32_t *b, const uint32_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_int_equal(b[i] == b[k], a[order[i]] == a[order[k]]);
        }
    }
}

static void no_order_changes_the_events(void **state)
{
    (void)state;
    uint32_t seed = 20310305;
    for (int round = 0; round < 24; round++) {
        struct claim claims[CLAIMS];
        struct claim shuffled[CLAIMS];
        uint32_t order[CLAIMS];
        uint32_t group[CLAIMS];
        uint32_t again[CLAIMS];
        size_t count = 2 + random_next(&seed) % (CLAIMS - 2);
        for (size_t i = 0; i < count; i++) {
            claims[i] = random_claim(&seed, (int64_t)i + 1);
            order[i] = (uint32_t)i;
        }
        for (size_t i = count - 1; i > 0; i--) {
            size_t k = random_next(&seed) % (i + 1);
            uint32_t kept = order[i];
            order[i] = order[k];
            order[k] = kept;
        }
        for (size_t i = 0; i < count; i++) {
            shuffled[i] = claims[order[i]];
        }
        uint32_t events = divide(claims, count, group);
        assert_int_equal(divide(shuffled, count, again), events);
        check_same_groups(group, again, order, count);
    }
}

/* Two claims of one event never exclude each other by date: their days are at most a day apart. */
static void no_event_holds_days_that_exclude_each_other(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 12; round++) {
        struct claim claims[CLAIMS];
        uint32_t group[CLAIMS];
        for (size_t i = 0; i < CLAIMS; i++) {
            claims[i] = random_claim(&seed, (int64_t)i + 1);
        }
        (void)divide(claims, CLAIMS, group);
        for (size_t i = 0; i < CLAIMS; i++) {
            for (size_t k = 0; k < i; k++) {
                struct interval a = claims[i].report.date;
                struct interval b = claims[k].report.date;
                if (group[i] != group[k]) {
                    continue;
                }
                assert_int_equal(claims[i].report.kind, claims[k].report.kind);
                if (a.first != DAY_NONE && b.last != DAY_NONE && claims[k].report.basis.text.data != NULL) {
                    assert_true(a.first - b.last <= 1);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_blow_told_by_many),
        cmocka_unit_test(two_blows_that_one_vague_claim_lies_between),
        cmocka_unit_test(a_force_without_a_figure),
        cmocka_unit_test(a_toll_that_rises_is_one_event_whatever_is_on_file),
        cmocka_unit_test(rivals_and_what_the_next_sentences_say),
        cmocka_unit_test(rivals_of_whom_one_is_repeated),
        cmocka_unit_test(a_denial_joins_the_one_event_that_it_denies),
        cmocka_unit_test(a_toll_without_a_day_joins_the_one_event_that_it_may_have_risen_from),
        cmocka_unit_test(what_was_lost_in_a_day_is_told_day_by_day),
        cmocka_unit_test(a_series_of_tallies_is_a_series_of_events),
        cmocka_unit_test(contingents_stay_apart),
        cmocka_unit_test(many_copies_of_two_wordings),
        cmocka_unit_test(what_is_told_every_day_is_not_one_event),
        cmocka_unit_test(no_order_changes_the_events),
        cmocka_unit_test(no_event_holds_days_that_exclude_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
