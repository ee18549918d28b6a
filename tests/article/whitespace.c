/* White space as a page shows it. */
#include "article/whitespace.h"

#include <string.h>

#include "tests/cmocka.h"

static void test_normalise(void **state)
{
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"", ""},
        {"  \n\t ", ""},
        {"a", "a"},
        {"  two\n   words\t", "two words"},
        {"no\xC2\xA0"
         "break",
         "no break"},
        {"thin\xE2\x80\x89space \xE2\x80\xAF narrow", "thin space narrow"},
        {"ideo\xE3\x80\x80graphic", "ideo graphic"},
        {"soft\xC2\xADhyphen", "softhyphen"},
        {"zero\xE2\x80\x8Bwidth\xEF\xBB\xBF", "zerowidth"},
        {"bell\x07 and \x7F"
         "del",
         "bell and del"},
        {"caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xE3\x81\x82 \xEF\xBC\x81 \xC2\xA9",
         "caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D \xE3\x81\x82 \xEF\xBC\x81 \xC2\xA9"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char buffer[100];
        size_t size = strlen(cases[i].text);
        memcpy(buffer, cases[i].text, size);
        struct str result = whitespace_normalise(buffer, size);
        assert_int_equal(result.size, strlen(cases[i].expected));
        assert_memory_equal(result.data, cases[i].expected, result.size);
    }
}

static void test_names(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"a b", "a b"},
        {"caf\xC3\xA9 b", "caf\xC3\xA9 b"},
        {"a\nb", "a b"},
        {"a \r\n b", "a b"},
        {"a  b", "a b"},
        {" a b ", "a b"},
        {"a\xC2\xA0"
         "b",
         "a b"},
        {"a\xC2\xAD"
         "b",
         "ab"},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str name = str_from(cases[i][0]);
        struct str plain = whitespace_in_name(&arena, name);
        assert_true(str_equal(plain, str_from(cases[i][1])));
        assert_int_equal(plain.data == name.data, str_equal(plain, name));
    }
    arena_release(&arena);
    arena_init(&arena, 0);
    assert_true(str_equal(whitespace_in_name(&arena, STR("a\nb")), STR("a\nb")));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_normalise), cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
