#include "tests/text/language.h"

#include "tests/cmocka.h"

#include <stdlib.h>
#include <string.h>

/* The tokens with a bar between them; ~ stands before a token that is glued to the one before. */
static void write_tokens(const struct text *text, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < text->token_count && used + text->tokens[i].size + 3 < room; i++) {
        if (i > 0) {
            out[used++] = '|';
            if ((text->tokens[i].flags & TOKEN_SPACE_BEFORE) == 0) {
                out[used++] = '~';
            }
        }
        memcpy(out + used, text->source.data + text->tokens[i].begin, text->tokens[i].size);
        used += text->tokens[i].size;
        out[used] = '\0';
    }
}

static void splits_into_tokens(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *tokens;
    } cases[] = {
        {"", ""},
        {" \n\t ", ""},
        {"at last", "at|last"},
        {"no-one, here.", "no|~-|~one|~,|here|~."},
        /* apostrophes */
        {"Friday's", "Friday|~'s"},
        {"Friday\u2019s end", "Friday|~\u2019s|end"},
        {"o'clock", "o'clock"},
        {"weren\u2019t", "weren\u2019t"},
        {"soldiers' pay", "soldiers|~'|pay"},
        {"'so' it's", "'|~so|~'|it|~'s"},
        {"'80s", "'|~80s"},
        {"O'Brien's", "O'Brien|~'s"},
        /* full stops */
        {"the end.", "the|end|~."},
        {"Gen. Low", "Gen.|Low"},
        {"gen. Low", "gen.|Low"},
        {"in sept.", "in|sept."},
        {"They sat. Sat. 5", "They|sat|~.|Sat.|5"},
        {"No. 5", "No.|5"},
        {"No. He", "No|~.|He"},
        {"at 5 p.m.", "at|5|p.m."},
        {"the U.S. Army", "the|U.S.|Army"},
        {"the U.S.-led", "the|U.S.|~-|~led"},
        {"J. Smith", "J.|Smith"},
        {"plan B.", "plan|B|~."},
        {"example.org is", "example.org|is"},
        {"it ended.The next", "it|ended|~.|~The|next"},
        {"wait...", "wait|~.|~.|~."},
        /* numbers */
        {"10,000", "10,000"},
        {"1,234,567.5", "1,234,567.5"},
        {"12,34,567 1,00,000", "12,34,567|1,00,000"},
        {"123,45,678 1,00,00 1,00,0000", "123|~,|~45,678|1|~,|~00|~,|~00|1|~,|~00|~,|~0000"},
        {"1,23", "1|~,|~23"},
        {"1234,567", "1234|~,|~567"},
        {"1,2345", "1|~,|~2345"},
        {"12,000-15,000", "12,000|~-|~15,000"},
        {"14th 5TH", "14th|5TH"},
        {"14the", "14|~the"},
        {"1980s 80s 1985s", "1980s|80s|1985|~s"},
        {"5pm", "5|~pm"},
        {"1.5", "1.5"},
        {"14.12.2024", "14|~.|~12|~.|~2024"},
        {"2024-12-14", "2024|~-|~12|~-|~14"},
        {"10:30", "10|~:|~30"},
        {"$5.", "$|~5|~."},
        {"MH17 crashed", "MH17|crashed"},
        {"Su-25", "Su|~-|~25"},
        /* other scripts and signs */
        {"Курск, 5", "Курск|~,|5"},
        {"caf\u00e9 na\u00efve", "caf\u00e9|na\u00efve"},
        {"a\u00a0b\u2003c", "a|b|c"},
        {"\u201cso\u201d \u2014 2\u20133", "\u201c|~so|~\u201d|\u2014|2|~\u2013|~3"},
        {"2\u00bd", "2|~\u00bd"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        char tokens[256];
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        write_tokens(&text, tokens, sizeof tokens);
        assert_string_equal(cases[i].tokens, tokens);
        arena_release(&arena);
    }
}

static void knows_types_and_flags(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t token;
        enum token_type type;
        unsigned flags; /* but for SPACE_BEFORE and the starts of things */
    } cases[] = {
        {"may", 0, TOKEN_WORD, 0},
        {"May", 0, TOKEN_WORD, TOKEN_CAPITALIZED},
        {"US", 0, TOKEN_WORD, TOKEN_CAPITALIZED | TOKEN_ALL_CAPS},
        {"A", 0, TOKEN_WORD, TOKEN_CAPITALIZED},
        {"U.S.", 0, TOKEN_WORD, TOKEN_CAPITALIZED | TOKEN_ALL_CAPS | TOKEN_ABBREVIATED},
        {"Gen. X", 0, TOKEN_WORD, TOKEN_CAPITALIZED | TOKEN_ABBREVIATED},
        {"J. Low", 0, TOKEN_WORD, TOKEN_CAPITALIZED | TOKEN_ABBREVIATED | TOKEN_INITIAL},
        {"MH17", 0, TOKEN_WORD, TOKEN_CAPITALIZED | TOKEN_ALL_CAPS},
        {"\u041a\u0443\u0440\u0441\u043a", 0, TOKEN_WORD, TOKEN_CAPITALIZED},
        {"17", 0, TOKEN_NUMBER, 0},
        {"17th", 0, TOKEN_NUMBER, TOKEN_ORDINAL},
        {"1980s", 0, TOKEN_NUMBER, TOKEN_DECADE},
        {"1.5", 0, TOKEN_NUMBER, TOKEN_DECIMAL},
        {"1,500", 0, TOKEN_NUMBER, TOKEN_SEPARATED},
        {"1,50,000", 0, TOKEN_NUMBER, TOKEN_SEPARATED},
        {"1,500.5", 0, TOKEN_NUMBER, TOKEN_SEPARATED | TOKEN_DECIMAL},
        {"%", 0, TOKEN_PUNCT, 0},
        {"a's", 1, TOKEN_WORD, 0},
        {"'s", 1, TOKEN_WORD, 0}, /* behind a space it is no clitic */
    };
    const unsigned places =
        TOKEN_SPACE_BEFORE | TOKEN_LINE_START | TOKEN_PARAGRAPH_START | TOKEN_SENTENCE_START | TOKEN_BORDER;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        assert_true(text.token_count > cases[i].token);
        const struct token *token = &text.tokens[cases[i].token];
        assert_int_equal(cases[i].type, token->type);
        assert_int_equal(cases[i].flags, token->flags & ~places);
        arena_release(&arena);
    }
}

static void knows_lines_and_paragraphs(void **state)
{
    (void)state;
    struct arena arena;
    struct text text;
    arena_init(&arena, 1 << 20);
    assert_int_equal(OK, text_scan(&arena, &lang_xx, STR("a b\nc\r\n \r\nd\n\n\n\ne"), &text));
    static const unsigned expected[] = {
        TOKEN_LINE_START | TOKEN_PARAGRAPH_START,
        0,
        TOKEN_LINE_START,
        TOKEN_LINE_START | TOKEN_PARAGRAPH_START,
        TOKEN_LINE_START | TOKEN_PARAGRAPH_START,
    };
    assert_int_equal(5, text.token_count);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(expected[i], text.tokens[i].flags & (TOKEN_LINE_START | TOKEN_PARAGRAPH_START));
        assert_true((text.tokens[i].flags & TOKEN_SPACE_BEFORE) != 0);
    }
    arena_release(&arena);
}

static void looks_words_up(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *form; /* NULL: not in the lexicon */
    } cases[] = {
        {"Week", "week"},
        {"WEEK", "week"},
        {"weeks", NULL},
        {"We\u00adek", "week"},
        {"Sept.", "sept."},
        {"sept", NULL},
        {"\u2019s", NULL},
        {"%", "%"},
        {"17", NULL},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        assert_true(text.token_count > 0);
        uint16_t word = text.tokens[0].word;
        if (cases[i].form == NULL) {
            assert_int_equal(0, word);
        } else {
            assert_string_equal(cases[i].form, lang_form(&lang_xx, word));
        }
        arena_release(&arena);
    }
}

/* Words are read eight bytes at a time: each length is tried at the very end of the text, before a sign, a
 * letter that is no ASCII and a full stop, small, capitalised and in capitals. */
static void reads_words_of_any_length(void **state)
{
    (void)state;
    static const char *const endings[] = {"", " x", ",", ".", "-", "5", "\u00e9", "'"};
    for (size_t length = 1; length <= 80; length++) {
        for (size_t i = 0; i < sizeof endings / sizeof *endings * 3; i++) {
            const char *ending = endings[i / 3];
            size_t size = length + strlen(ending);
            char *source = malloc(size); /* so that a byte read behind it is noticed */
            assert_non_null(source);
            for (size_t at = 0; at < length; at++) {
                char letter = (char)('a' + at % 26);
                bool capital = i % 3 == 2 || (i % 3 == 1 && at == 0);
                source[at] = (char)(letter - (capital ? 'a' - 'A' : 0));
            }
            memcpy(source + length, ending, size - length);
            bool longer = ending[0] == '5' || ending[0] == '\xc3';
            struct arena arena;
            struct text text;
            arena_init(&arena, 1 << 20);
            assert_int_equal(OK, text_scan(&arena, &lang_xx, (struct str){source, size}, &text));
            const struct token *token = &text.tokens[0];
            assert_int_equal(longer ? size : length, token->size);
            assert_int_equal(i % 3 != 0, (token->flags & TOKEN_CAPITALIZED) != 0);
            bool all_caps = i % 3 == 2 && ending[0] != '\xc3' && length > 1;
            assert_int_equal(all_caps, (token->flags & TOKEN_ALL_CAPS) != 0);
            bool known =
                !longer && (length == 8 || length == 9 || length == 16 || length == 17 || length == 64);
            assert_int_equal(known || (length == 1 && !longer), token->word != 0);
            if (known) {
                assert_int_equal(length, strlen(lang_form(&lang_xx, token->word)));
            }
            arena_release(&arena);
            free(source);
        }
    }
}

static void values_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t number;
        int32_t denominator;
        enum value_kind kind;
    } cases[] = {
        {"0", 0, 1, VALUE_INT},
        {"007", 7, 1, VALUE_INT},
        {"10,000", 10000, 1, VALUE_INT},
        {"1.25", 125, 100, VALUE_INT},
        {"14th", 14, 1, VALUE_INT},
        {"1980s", 1980, 1, VALUE_INT},
        {"1000000000000000", 1000000000000000, 1, VALUE_INT},
        {"99999999999999999999", 0, 1, VALUE_NONE},
        {"3.14159265358979", 3141592, 1000000, VALUE_INT},
        {"word", 0, 1, VALUE_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        struct value value = token_number(&text, &text.tokens[0]);
        assert_int_equal(cases[i].kind, value.kind);
        assert_int_equal(cases[i].denominator, value.denominator);
        if (value.kind == VALUE_INT) {
            assert_int_equal(cases[i].number, value.number);
        }
        arena_release(&arena);
    }
}

/* Signs alone make more tokens than room is made for at first. */
static void ends_with_an_empty_token(void **state)
{
    (void)state;
    for (size_t size = 0; size < 64; size++) {
        char source[64];
        struct arena arena;
        struct text text;
        memset(source, '.', size);
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, (struct str){source, size}, &text));
        assert_int_equal(size, text.token_count);
        const struct token *behind = &text.tokens[text.token_count];
        assert_int_equal(TOKEN_PUNCT, behind->type);
        assert_int_equal(size, behind->begin);
        assert_int_equal(0, behind->size);
        assert_int_equal(0, behind->word);
        assert_int_equal(0, behind->flags);
        arena_release(&arena);
    }
}

static void refuses_what_is_no_text(void **state)
{
    (void)state;
    struct arena arena;
    struct text text;
    arena_init(&arena, 1 << 20);
    assert_int_equal(ERR_INVALID, text_scan(&arena, &lang_xx, STR("a \xff b"), &text));
    assert_int_equal(ERR_INVALID, text_scan(&arena, &lang_xx, STR("cut \xe2\x80"), &text));
    arena_release(&arena);
    arena_init(&arena, 64);
    assert_int_equal(ERR_NO_MEMORY,
                     text_scan(&arena, &lang_xx, STR("a b c d e f g h i j k l m n o p q"), &text));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_into_tokens),         cmocka_unit_test(reads_words_of_any_length),
        cmocka_unit_test(knows_types_and_flags),      cmocka_unit_test(looks_words_up),
        cmocka_unit_test(knows_lines_and_paragraphs), cmocka_unit_test(values_numbers),
        cmocka_unit_test(refuses_what_is_no_text),    cmocka_unit_test(ends_with_an_empty_token),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
