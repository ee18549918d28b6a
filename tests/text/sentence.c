#include "tests/text/language.h"

#include "tests/cmocka.h"

#include <string.h>

/* Each sentence from its first to its last token, with a bar between. */
static void write_sentences(const struct text *text, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < text->sentence_count; i++) {
        struct str words = text_span(text, text->sentences[i].first_token, text->sentences[i].end_token);
        assert_true(used + words.size + 2 < room);
        if (i > 0) {
            out[used++] = '|';
        }
        memcpy(out + used, words.data, words.size);
        used += words.size;
        out[used] = '\0';
    }
}

static void splits_into_sentences(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *sentences;
    } cases[] = {
        {"It rained. We left.", "It rained.|We left."},
        {"Did it rain? Yes! We left.", "Did it rain?|Yes!|We left."},
        {"It rained\u2026 We left.", "It rained\u2026|We left."},
        {"It rained ... we left.", "It rained ... we left."},
        {"It ended. 12 died.", "It ended.|12 died."},
        /* what closes stays with its sentence */
        {"\u201cIt rained.\u201d We left.", "\u201cIt rained.\u201d|We left."},
        {"(It rained.) We left.", "(It rained.)|We left."},
        {"It rained. \u201cWe left.\u201d", "It rained.|\u201cWe left.\u201d"},
        {"\u201cDid it?\u201d he asked.", "\u201cDid it?\u201d he asked."},
        /* no end */
        {"about 1.5 days", "about 1.5 days"},
        {"Gen. Low spoke.", "Gen. Low spoke."},
        {"Maj. Gen. J. Smith spoke.", "Maj.|Gen. J. Smith spoke."}, /* maj. is no word of xx */
        {"The U.S. Army left.", "The U.S. Army left."},
        {"at 5 p.m. on foot", "at 5 p.m. on foot"},
        {"at 5 p.m. Moscow time", "at 5 p.m. Moscow time"},
        {"J. K. Low left.", "J. K. Low left."},
        /* an abbreviation that ends one */
        {"They left the U.S. The army came.", "They left the U.S.|The army came."},
        {"It was 5 p.m. And so on.", "It was 5 p.m.|And so on."},
        {"It was posted on X. Low left.", "It was posted on X.|Low left."},
        {"Ana X. Low left. By X. Low.", "Ana X. Low left.|By X. Low."},
        /* signs behind an end mark that close nothing, and closers without one */
        {"Asked \"why?\", Low left.", "Asked \"why?\", Low left."},
        {"Asked why?, Low left.", "Asked why?, Low left."},
        {"The army (the old) Low led.", "The army (the old) Low led."},
        {"It ended.) The army came.", "It ended.)|The army came."},
        {"It ended. ) The army came.", "It ended.|) The army came."},
        /* a lost space */
        {"It ended.The next day came.", "It ended.|The next day came."},
        {"See Example.Org now.", "See Example.Org now."},
        /* paragraphs and lines */
        {"Rain came\n\nand went", "Rain came|and went"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        char sentences[256];
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        write_sentences(&text, sentences, sizeof sentences);
        assert_string_equal(cases[i].sentences, sentences);
        arena_release(&arena);
    }
}

static void finds_the_sentence_of_a_token(void **state)
{
    (void)state;
    struct arena arena;
    struct text text;
    arena_init(&arena, 1 << 20);
    assert_int_equal(OK, text_scan(&arena, &lang_xx, STR("One two. Three.\n\nFour five. Six."), &text));
    assert_int_equal(4, text.sentence_count);
    static const unsigned paragraphs[] = {0, 0, 1, 1};
    for (size_t i = 0; i < text.sentence_count; i++) {
        assert_int_equal(paragraphs[i], text.sentences[i].paragraph);
        for (size_t token = text.sentences[i].first_token; token < text.sentences[i].end_token; token++) {
            assert_int_equal(i, text_sentence_of(&text, token));
            assert_int_equal(token == text.sentences[i].first_token,
                             (text.tokens[token].flags & TOKEN_SENTENCE_START) != 0);
        }
    }
    arena_release(&arena);
}

static void cuts_what_never_ends(void **state)
{
    (void)state;
    struct arena arena;
    struct text text;
    char source[SENTENCE_TOKENS * 6];
    for (size_t i = 0; i < sizeof source; i++) {
        source[i] = i % 2 == 0 ? 'x' : ' ';
    }
    arena_init(&arena, 1 << 20);
    assert_int_equal(OK, text_scan(&arena, &lang_xx, (struct str){source, sizeof source}, &text));
    assert_int_equal(3, text.sentence_count);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(SENTENCE_TOKENS, text.sentences[i].end_token - text.sentences[i].first_token);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_into_sentences),
        cmocka_unit_test(finds_the_sentence_of_a_token),
        cmocka_unit_test(cuts_what_never_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
