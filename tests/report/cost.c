/* Texts made to be dear: none may need more than its share of work to be read to reports.  Work is counted
 * and not timed, as in tests/timex/cost.c: how often a piece of code of lib/text, lib/timex, lib/report and
 * lib/ingest without a branch in it was run. */
#include "ingest/ingest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SMALL ((size_t)1 << 15)
/* What twice as long a text may cost: 2 but for what every text costs, for where its end falls, and for how
 * far back the words of its beginning could look. */
#define TWICE(work) ((work)*21 / 10 + 400000)
/* What a byte may cost: several times what one of the dearest costs, a sentence being read as long as it may
 * be. */
#define BYTE ((uint64_t)4000)

/* Of what dear texts are made, repeated: a sentence without end or ever new ones, of what a claim, its
 * people, its day, its place and its source are looked for in.  "@" is a name that stood nowhere before, "#"
 * a number. */
static const char *const pieces[] = {
    /* signs, and sentences that do not end */
    ",",
    "(",
    "\"",
    "\"Nine were killed ",
    "Nine soldiers were killed, ",
    "Nine soldiers were killed; ",
    "Nine soldiers (French) were killed (in @), ",
    "nine soldiers, ",
    "9, ",
    "# killed, ",
    "French soldiers, ",
    "were killed, were wounded, ",
    "shelled, ",
    "a boy, a nurse and # soldiers, ",
    "in @, @ and @, ",
    "the villages of @, ",
    "killed in @ by French soldiers, ",
    "on Monday, in May, ",
    "who were killed by rebels who ",
    "and those who were in the town ",
    "((((Nine were killed)))) ",
    "nine and ten, respectively, ",
    /* sayings */
    "said ",
    "said, he said ",
    "The army said that nine French soldiers were killed in Norvik, and ",
    "Nine were killed, the ministry said on Monday, ",
    "according to the army, citing @ @, ",
    "he denied that nine were killed, and ",
    "\"Nine were killed,\" he said. ",
    "@ @ said nine were killed. She denied it. ",
    "Colonel @ @ said on Monday that # soldiers were killed in @. ",
    "The group, @, claimed the attack. ",
    "The claim was false. ",
    "Claim: # were killed. Verdict: False. ",
    "Correction: an earlier version said nine were killed. ",
    "The figures could not be verified. ",
    /* names, places and days of which there are ever more */
    "@ @ was killed in @. ",
    "Nine were killed in @ (@), a town in @ known as @. ",
    "The village of @ was hit. Nine were killed there. ",
    "Nine were killed on May #. They were killed in the attack. ",
    "The toll rose to #. Since Monday # have been killed. ",
    "An attack hit @. ",
    "After the attack on @, # were wounded. Elsewhere, # were killed. ",
    "The murder of a judge shocked @. The judge was killed. ",
    "The hostages were captured in @. # of them were freed. ",
    "The army of @ sent # troops to @. The troops were withdrawn. ",
    "We lost nine. They were killed. ",
    /* lines of a page */
    "@ Monday\n\n",
    "# killed in @\n\n",
    "\u2022 # were killed\n",
    "@ (Herald) - Nine were killed\n\n",
};

#define LONGEST_PIECE 256 /* bytes of one, names and all */

static char buffer[2 * SMALL + LONGEST_PIECE];
static uint64_t work;

/* The counted copies call this one wherever a branch leads to: see tests/CMakeLists.txt. */
void __wrap___sanitizer_cov_trace_pc(void); /* NOLINT(bugprone-reserved-identifier) */
void __wrap___sanitizer_cov_trace_pc(void)  /* NOLINT(bugprone-reserved-identifier) */
{
    work++;
}

/* Writes a name of five letters, another for each number. */
static size_t spell(unsigned number, char *name)
{
    static const char letters[] = "aeioubdgklmnprst";

    *name++ = (char)('A' + number % 26);
    number /= 26;
    for (size_t i = 0; i < 4; i++) {
        *name++ = letters[number % 16];
        number /= 16;
    }
    return 5;
}

/* Fills about `size` bytes of the buffer with the units, one behind the other and each again and again. */
static struct str fill(const char *const *units, size_t count, size_t size)
{
    unsigned number = 0;
    size_t written = 0;

    for (size_t i = 0; i < count; i++) {
        size_t end = size * (i + 1) / count;
        const char *next = units[i];

        while (written < end || next != units[i]) {
            if (*next == '@') {
                written += spell(number++, buffer + written);
            } else if (*next == '#') {
                written += (size_t)snprintf(buffer + written, 4, "%u", 3 + number++ % 900); /* no year */
            } else {
                buffer[written++] = *next;
            }
            next = next[1] == '\0' ? units[i] : next + 1;
        }
    }
    return (struct str){buffer, written};
}

static uint64_t cost_of(struct str text, size_t *found)
{
    struct article article = {.text = text, .language = STR("en"), .published = {.day = 20074, .second = -1}};
    struct analysis analysis = {0};
    struct error error = {0};
    struct arena arena;
    uint64_t before = work;

    arena_init(&arena, SIZE_MAX);
    assert_int_equal(OK, ingest_analyse(&arena, &article, &analysis, &error));
    *found = analysis.report_count;
    arena_release(&arena);
    return work - before;
}

/* Compares what such a text costs with what one twice as long does.  All that is wrong is told before the
 * test fails. */
static bool costs_its_share(const char *const *units, size_t count)
{
    size_t found;
    uint64_t small = cost_of(fill(units, count, SMALL), &found);
    uint64_t large = cost_of(fill(units, count, 2 * SMALL), &found);

    if (large > TWICE(small) || large > 2 * SMALL * BYTE) {
        print_error("\"%s\" ... \"%s\": %llu steps, but %llu for twice as much\n", units[0], units[count - 1],
                    (unsigned long long)small, (unsigned long long)large);
        return false;
    }
    return true;
}

static void twice_the_text_costs_twice(void **state)
{
    bool right = true;

    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        right = costs_its_share(&pieces[i], 1) && right;
    }
    assert_true(right);
}

/* Much of one and then much of another: what is behind looks for what it goes on about in all before it. */
static void what_looks_back_costs_its_share(void **state)
{
    static const char *const pairs[][2] = {
        {"@ @ said it. ", "Nine were killed, he said. "},
        {"@ @ was killed. ", "She was killed. "},
        {"An attack hit @. ", "Nine were wounded in the attack. "},
        {"In @, it rained. ", "Nine were killed in the town. "},
        {"In @, # were killed. ", "The toll rose to #. "},
        {"Nine were killed in @. ", "The ministry denied the claim. "},
        {"French soldiers shelled @. ", "The troops were withdrawn. "},
        {"The hostages were captured in @. ", "# of them were freed. "},
        {"Nine were killed. ", "Correction: an earlier version said nine were killed. "},
        {"the town of @, ", "Nine were killed in @. "},
    };
    bool right = true;

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        right = costs_its_share(pairs[i], 2) && right;
    }
    assert_true(right);
}

/* All of it at once. */
static void a_mixture_costs_its_share(void **state)
{
    (void)state;
    assert_true(costs_its_share(pieces, sizeof pieces / sizeof *pieces));
}

/* The counter counts, and what is read is more than its time expressions: otherwise nothing above could fail.
 */
static void work_is_counted(void **state)
{
    static const char *const many[] = {"Nine were killed. "};
    size_t none, some;

    (void)state;
    uint64_t empty = cost_of(STR(""), &none);
    uint64_t full = cost_of(fill(many, 1, SMALL), &some);

    assert_int_equal(0, none);
    assert_true(some > SMALL / 20);
    assert_true(full > empty + SMALL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_is_counted),
        cmocka_unit_test(twice_the_text_costs_twice),
        cmocka_unit_test(what_looks_back_costs_its_share),
        cmocka_unit_test(a_mixture_costs_its_share),
    };
    return cmocka_run_group_tests_name("report/cost", tests, NULL, NULL);
}
