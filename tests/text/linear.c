/* Texts made to be slow: each is scanned and matched at two sizes, and the bigger one may take but its share
 * more of the processor's time, with a margin for what else the machine does. */
#include "text/match.h"

#include "tests/cmocka.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static bool accept(void *context, const struct match *match, struct value *value)
{
    (void)context;
    (void)match;
    *value = VALUE_OF_INT(1);
    return true;
}

/* Seconds of processor time; *bytes is what the arena took. */
static double measure(const char *unit, size_t size, size_t *bytes)
{
    struct arena arena;
    struct text text;
    struct matcher matcher;
    const struct lang *lang = lang_find(STR("en"));
    char *source = malloc(size);
    assert_non_null(source);
    size_t unit_size = strlen(unit);
    size -= size % unit_size; /* no code point is cut */
    for (size_t i = 0; i < size; i++) {
        source[i] = unit[i % unit_size];
    }
    arena_init(&arena, (size_t)1 << 30);
    clock_t begin = clock();
    assert_int_equal(OK, text_scan(&arena, lang, (struct str){source, size}, &text));
    assert_int_equal(OK, matcher_init(&matcher, &arena, &text));
    for (size_t sentence = 0; sentence < text.sentence_count; sentence++) {
        match_sentence(&matcher, sentence);
        for (size_t pass = 0; pass < lang->time->pass_count; pass++) {
            assert_int_equal(OK, match_run(&matcher, lang->time, pass, accept, NULL));
        }
    }
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    *bytes = text.token_count * sizeof *text.tokens + text.sentence_count * sizeof *text.sentences;
    arena_release(&arena);
    free(source);
    return seconds;
}

static void takes_time_in_proportion(void **state)
{
    (void)state;
    static const char *const units[] = {
        "x",      "\n",         "a\n",          "a\n\n",   "(",      "A.",      "A. ", "1.",
        "1,111,", "a'",         "'s",           "1-",      "\u2019", "\u00e9",  "X! ", "one hundred and ",
        "two ",   "from 1 to ", "of the last ", "May 5, ", "Sept. ", "united ", "\"",
    };
    const size_t small = 1 << 12;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t bytes;
        double base = measure(units[i], small, &bytes);
        double large = measure(units[i], small * 16, &bytes);
        /* 16 times as long; quadratic work would be 256 times. */
        assert_true(large < base * 64 + 0.5);
        assert_true(bytes < small * 16 * 16 + (1 << 20));
    }
}

/* Seconds for prose, `lists` titles of lists and prose. */
static double measure_lists(size_t lists, size_t sentences_before, size_t sentences_behind)
{
    static const char sentence[] =
        "The bridge over the river was hit three times, residents of the town say. ";
    static const char title[] = "Related articles\n";
    struct arena arena;
    struct text text;
    size_t size = 0;
    char *source =
        malloc((sentences_before + sentences_behind) * strlen(sentence) + lists * strlen(title) + 2);
    assert_non_null(source);
    for (size_t i = 0; i < sentences_before + lists + sentences_behind; i++) {
        const char *piece = i >= sentences_before && i < sentences_before + lists ? title : sentence;
        if (i == sentences_before) {
            source[size++] = '\n';
        }
        for (; *piece != '\0'; piece++) {
            source[size++] = *piece;
        }
    }
    arena_init(&arena, (size_t)1 << 30);
    clock_t begin = clock();
    assert_int_equal(OK, text_scan(&arena, lang_find(STR("en")), (struct str){source, size}, &text));
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    arena_release(&arena);
    free(source);
    return seconds;
}

/* Each list's title looks for where its list ends. */
static void takes_time_in_proportion_to_lists(void **state)
{
    (void)state;
    static const size_t sentences[][2] = {{1, 200}, {30000, 25000}};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        double base = measure_lists(15000, sentences[i][0], sentences[i][1]);
        double large = measure_lists(60000, sentences[i][0], sentences[i][1]);
        assert_true(large < base * 8 + 0.1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(takes_time_in_proportion),
                                       cmocka_unit_test(takes_time_in_proportion_to_lists)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
