/* The words that the merging compares. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "merge/words.h"

/* The words of the text as word_next gives them: how many letters, C for a capital, CC for capitals alone. */
static void check_next(const char *text, const char *expected)
{
    char found[128] = "";
    size_t at = 0;
    struct word word;
    while (word_next(str_from(text), &at, &word)) {
        size_t used = strlen(found);
        (void)snprintf(found + used, sizeof found - used, "%s%u%s", used == 0 ? "" : " ", word.size,
                       word.capitals  ? "CC"
                       : word.capital ? "C"
                                      : "");
    }
    assert_string_equal(expected, found);
}

static void words_and_their_capitals(void **state)
{
    (void)state;
    check_next("", "");
    check_next(" ,.- ", "");
    check_next("the army said", "3 4 4");
    check_next("The Army", "3C 4C");
    check_next("GUR said", "3CC 4");
    check_next("A man", "1C 3");
    check_next("U.S. troops", "2CC 6");
    check_next("the end. Then", "3 3 4C");
    check_next("12 killed", "2C 6"); /* of no case */
    check_next("army\u2019s \u201cplan\u201d", "4 1 4");
}

static void words_as_they_stand(void **state)
{
    static const char *const expected[] = {"Twenty-one", "men", "were", "killed", ""};
    struct str text = STR("Twenty-one men, \u201cwere\u201d killed.");
    size_t at = 0;
    (void)state;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(str_equal(str_from(expected[i]), words_next(text, &at)));
    }
}

static void a_word_among_words(void **state)
{
    static const char *const words[] = {"after", "as", "when"};
    (void)state;
    assert_true(WORD_AMONG(STR("as"), words));
    assert_true(WORD_AMONG(STR("When"), words));
    assert_true(WORD_AMONG(STR("AFTER"), words));
    assert_false(WORD_AMONG(STR("aft"), words));
    assert_false(WORD_AMONG(STR("afterwards"), words));
    assert_false(WORD_AMONG(STR(""), words));
}

static size_t names_of(const char *first, const char *second)
{
    uint32_t hashes[8];
    return words_of_names(str_from(first), str_from(second), hashes, 8);
}

static void names_are_capitalised_words(void **state)
{
    (void)state;
    assert_int_equal(0, names_of("", "the army"));
    assert_int_equal(1, names_of("Arland army", ""));
    assert_int_equal(1, names_of("Arland", "the Arlandic army")); /* of one stem */
    assert_int_equal(2, names_of("Arland", "Bergia"));
    assert_int_equal(1, names_of("The GUR", "said")); /* "The" is too short, capitals are not */
    assert_int_equal(words_last_name(STR("Arland")), words_last_name(STR("General Arlandic of the army")));
    assert_int_equal(0, words_last_name(STR("an official")));
}

static void sets_count_what_they_share(void **state)
{
    size_t either;
    struct word_set few = words_of_text(STR("soldiers were killed in Brask"));
    struct word_set many = words_of_text(STR("In Brask three soldiers died on Sunday"));
    (void)state;
    assert_int_equal(2, word_sets_compare(&few, &many, &either));
    assert_in_range(either, 5, 6); /* soldiers, killed, Brask; In, three, Sunday; two may share a bit */
    assert_int_equal(0, word_sets_compare(&few, &(struct word_set){{0}}, &either));
    assert_int_equal(2, words_shared((uint32_t[]){1, 3, 5}, 3, (uint32_t[]){0, 3, 4, 5}, 4));
    assert_int_equal(0, words_shared((uint32_t[]){1}, 1, (uint32_t[]){2}, 1));
}

static void every_bit_is_counted(void **state)
{
    (void)state;
    assert_int_equal(0, bits_set(0));
    assert_int_equal(64, bits_set(UINT64_MAX));
    assert_int_equal(3, bits_set(UINT64_C(0x8000000100000001)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_their_capitals),   cmocka_unit_test(words_as_they_stand),
        cmocka_unit_test(a_word_among_words),         cmocka_unit_test(names_are_capitalised_words),
        cmocka_unit_test(sets_count_what_they_share), cmocka_unit_test(every_bit_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
