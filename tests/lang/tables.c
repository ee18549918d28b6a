/* The tables of the languages as they are compiled in: they hold together, and the scanner finds every word
 * of them. */
#include "text/match.h"

#include "tests/cmocka.h"

#include <stdio.h>
#include <string.h>

static void finds_languages_by_tag(void **state)
{
    (void)state;
    const struct lang *english = lang_find(STR("en"));
    assert_non_null(english);
    assert_string_equal("en", english->tag);
    assert_ptr_equal(english, lang_find(STR("EN")));
    assert_ptr_equal(english, lang_find(STR("en-GB")));
    assert_ptr_equal(english, lang_find(STR("en_US")));
    assert_ptr_equal(english, lang_find(STR("")));
    assert_ptr_equal(english, lang_find((struct str){NULL, 0}));
    assert_null(lang_find(STR("eng")));
    assert_null(lang_find(STR("e")));
    assert_null(lang_find(STR("-en")));
    assert_null(lang_find(STR("qq")));
}

static void names_things(void **state)
{
    (void)state;
    const struct lang *english = lang_find(STR("en"));
    assert_int_equal(CLASS_NUMBER, lang_class(english, STR("NUMBER")));
    assert_int_equal(CLASS_LIMIT, lang_class(english, STR("NO_SUCH_CLASS")));
    assert_int_equal(0, lang_word(english, STR("no such word")));
    assert_int_equal(0, lang_word(english, (struct str){NULL, 0}));
    for (size_t i = 1; i < english->word_count; i++) {
        assert_int_equal(i, lang_word(english, str_from(lang_form(english, i))));
    }
    assert_true(lang_word(english, STR("the")) != 0);
    assert_int_equal(0, lang_word(english, STR("The"))); /* forms are folded */
    assert_true(lang_pass(english->time, STR("no such pass")) == SIZE_MAX);
    assert_string_equal("second", lang_symbol_name(SYMBOL_SECOND));
    assert_int_equal(16, strlen(lang_version()));
    assert_int_equal(16, strspn(lang_version(), "0123456789abcdef"));
}

/* Appends a word as its reading wants it written. */
static size_t write_word(char *out, size_t used, const char *form, bool capitalized, bool all_caps)
{
    if (used > 0 && form[0] != '\'') {
        out[used++] = ' ';
    }
    for (size_t i = 0; form[i] != '\0'; i++) {
        bool small = form[i] >= 'a' && form[i] <= 'z';
        out[used] = form[i];
        if (small && (all_caps || (capitalized && i == 0))) {
            out[used] = (char)(form[i] - 'a' + 'A');
        }
        used++;
    }
    return used;
}

/* The first item of `source` covers all but the last `behind` tokens of it and has the class. */
static void expect_class(const struct lang *lang, const char *source, size_t behind, unsigned class_id)
{
    struct arena arena;
    struct text text;
    struct matcher matcher;
    arena_init(&arena, 1 << 20);
    assert_int_equal(OK, text_scan(&arena, lang, str_from(source), &text));
    assert_int_equal(OK, matcher_init(&matcher, &arena, &text));
    match_sentence(&matcher, 0);
    /* A clitic only is one behind a word. */
    const struct item *item = &matcher.items[source[0] == 'x' && source[1] == '\''];
    if (item->end_token + behind != text.token_count || !item_is(item, class_id)) {
        fail_msg("\"%s\" is not found as %s", source, lang->class_names[class_id]);
    }
    arena_release(&arena);
}

/* A word that no line has, but for the ending, has the class by that. */
static void expect_ending(const struct lang *lang, const char *form, unsigned class_id)
{
    struct arena arena;
    struct text text;
    char source[64];

    (void)snprintf(source, sizeof source, "xyzzy%s and xyzzy", form + 1);
    arena_init(&arena, 1 << 20);
    assert_int_equal(OK, text_scan(&arena, lang, str_from(source), &text));
    assert_true(token_ends_as(&text, 0, class_id));
    assert_false(token_ends_as(&text, 2, class_id));
    assert_false(token_ends_as(&text, 0, CLASS_CLITIC));
    arena_release(&arena);
}

static void finds_every_word(void **state)
{
    (void)state;
    const struct lang *lang = lang_find(STR("en"));
    for (size_t i = 1; i < lang->word_count; i++) {
        const struct lang_word *word = &lang->words[i];
        const char *form = lang_form(lang, i);
        assert_int_equal(i, lang_word(lang, str_from(form)));
        if (form[0] == '*') { /* an ending, no word of a text */
            continue;
        }
        for (unsigned k = 0; k < word->reading_count; k++) {
            const struct lang_reading *reading = &lang->readings[word->first_reading + k];
            assert_true(class_set_has(&word->classes, reading->class_id));
            if (form[0] == '*' && form[1] != '\0') {
                expect_ending(lang, form, reading->class_id);
                continue;
            }
            bool number = word->abbreviation == ABBREVIATION_NUMBER;
            char source[256] = "x";
            size_t used = form[0] == '\'' ? 1 : 0;
            used = write_word(source, used, form, reading->capitalized != 0 || word->abbreviation_capitalized,
                              reading->all_caps != 0);
            snprintf(source + used, sizeof source - used, "%s", number ? " 5" : "");
            expect_class(lang, source, number, reading->class_id);
        }
    }
}

static void finds_every_phrase(void **state)
{
    (void)state;
    const struct lang *lang = lang_find(STR("en"));
    for (size_t i = 1; i < lang->word_count; i++) {
        const struct lang_word *word = &lang->words[i];
        for (unsigned k = 0; k < word->phrase_count; k++) {
            const struct lang_phrase *phrase = &lang->phrases[word->first_phrase + k];
            for (unsigned r = 0; r < phrase->reading_count; r++) {
                const struct lang_reading *reading = &lang->readings[phrase->first_reading + r];
                char source[512];
                size_t used = write_word(source, 0, lang_form(lang, i), (reading->capitalized & 1) != 0,
                                         (reading->all_caps & 1) != 0);
                for (unsigned w = 0; w <= phrase->word_count; w++) {
                    size_t at = w == 0 ? word->first_phrase + k : phrase->first_word + w - 1;
                    const char *form = lang_form(lang, lang->phrase_words[at]);
                    used = write_word(source, used, form, (reading->capitalized >> (w + 1) & 1) != 0,
                                      (reading->all_caps >> (w + 1) & 1) != 0);
                }
                source[used] = '\0';
                expect_class(lang, source, 0, reading->class_id);
            }
        }
    }
}

/* The scanner splits a clitic off; a phrase that holds one is found all the same. */
static void finds_phrases_with_a_clitic(void **state)
{
    (void)state;
    const struct lang *lang = lang_find(STR("en"));
    expect_class(lang, "Lord's Resistance Army", 0, CLASS_FORCE);
    expect_class(lang, "Lord\u2019s Resistance Army", 0, CLASS_FORCE);
    expect_class(lang, "Mother's Day", 0, (unsigned)lang_class(lang, STR("HOLIDAY")));
}

static void orders_passes_and_rules(void **state)
{
    (void)state;
    const struct lang *lang = lang_find(STR("en"));
    const struct lang_rules *dimensions[] = {lang->time, lang->report};
    for (size_t d = 0; d < 2; d++) {
        const struct lang_rules *rules = dimensions[d];
        size_t next = 0;
        for (size_t i = 0; i < rules->pass_count; i++) {
            assert_int_equal(next, rules->passes[i].first_rule);
            assert_int_equal(i, lang_pass(rules, str_from(rules->passes[i].name)));
            next += rules->passes[i].rule_count;
        }
        assert_int_equal(next, rules->rule_count);
        assert_true(rules->example_count >= rules->rule_count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_languages_by_tag),
        cmocka_unit_test(names_things),
        cmocka_unit_test(finds_every_word),
        cmocka_unit_test(finds_every_phrase),
        cmocka_unit_test(finds_phrases_with_a_clitic),
        cmocka_unit_test(orders_passes_and_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
