/* Whole texts: what one sentence takes from another, what stands around an article, and the invariant of
 * quotes. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const char *const articles[] = {
    "Shells hit a market in Khartoum on Sunday. Twelve traders were killed in the attack, and 30 more people "
    "were "
    "wounded, the health ministry said. The figures could not be independently verified.",
    "“Our troops have suffered losses,” Colonel Aldo Bremmer said on Monday. “At least 40 French soldiers "
    "were killed "
    "in Chad. Nine are missing.” He gave no names.",
    "Norland’s army — which entered Chad in October — has lost 400 troops, according to the Norvik Herald. "
    "“If more "
    "troops are sent,” it wrote, “thousands will die.”",
    "Home\nNews\nSport\n\nFOTO: Soldiers killed 30 rebels / Herald\n\nRebels killed five villagers near "
    "Khartoum on "
    "Friday, the governor of the state said in a statement.\n\nLatest stories\n\n  • Car maker recalls "
    "210,136 cars\n  • "
    "Ten killed in crash\n",
};

static struct analysis analyse(struct arena *arena, const char *text)
{
    struct analysis analysis = analyse_text(arena, PUBLISHED, text);

    check_quotes(&analysis, str_from(text));
    return analysis;
}

static bool has(const struct analysis *analysis, const char *pairs)
{
    size_t i;

    for (i = 0; i < analysis->report_count; i++) {
        if (report_is(&analysis->reports[i], pairs)) {
            return true;
        }
    }
    return false;
}

/* "the attack" is the one of the sentence before: its day and place; the doubt is about the figures before
 * it. */
static void test_same_happening(void **state)
{
    struct arena arena;
    struct analysis analysis;

    (void)state;
    arena_init(&arena, (size_t)64 << 20);
    analysis = analyse(&arena, articles[0]);
    assert_int_equal(analysis.report_count, 2);
    assert_true(has(&analysis,
                    "count=12 subtype=killed first=2024-12-15 last=2024-12-15 basis=Sunday place=Khartoum"));
    assert_true(has(&analysis, "count=30 subtype=wounded first=2024-12-15 status=unverified"));
    arena_release(&arena);
}

/* A quotation goes on over sentences: its claims are the speaker's. */
static void test_quotation(void **state)
{
    struct arena arena;
    struct analysis analysis;

    (void)state;
    arena_init(&arena, (size_t)64 << 20);
    analysis = analyse(&arena, articles[1]);
    assert_true(
        has(&analysis, "min=40 subtype=killed actor=France source=\"Colonel Aldo Bremmer\" place=Chad"));
    assert_true(has(&analysis, "count=9 subtype=missing source=\"Colonel Aldo Bremmer\""));
    arena_release(&arena);
}

/* Navigation, captions and lists of other stories give nothing. */
static void test_clutter(void **state)
{
    struct arena arena;
    struct analysis analysis;

    (void)state;
    arena_init(&arena, (size_t)64 << 20);
    analysis = analyse(&arena, articles[3]);
    assert_int_equal(analysis.report_count, 1);
    assert_true(has(&analysis, "count=5 subtype=killed place=Khartoum first=2024-12-13"));
    arena_release(&arena);
}

/* Cuts and splices of the texts, also in the middle of words: whatever is found stands in the text. */
static void test_quotes_hold_everywhere(void **state)
{
    size_t i, k, cut;

    (void)state;
    for (i = 0; i < sizeof articles / sizeof articles[0]; i++) {
        for (k = 0; k < sizeof articles / sizeof articles[0]; k++) {
            size_t size = strlen(articles[i]);

            for (cut = 0; cut < size; cut += 37) {
                struct arena arena;
                size_t rest = strlen(articles[k]);
                char *text = malloc(size + rest + 1);

                assert_non_null(text);
                /* never inside a code point */
                while (cut > 0 && ((unsigned char)articles[i][cut] & 0xC0) == 0x80) {
                    cut--;
                }
                memcpy(text, articles[i], cut);
                memcpy(text + cut, articles[k], rest + 1);
                arena_init(&arena, (size_t)64 << 20);
                analyse(&arena, text);
                arena_release(&arena);
                free(text);
                cut = cut == 0 ? 1 : cut;
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_happening),
        cmocka_unit_test(test_quotation),
        cmocka_unit_test(test_clutter),
        cmocka_unit_test(test_quotes_hold_everywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
