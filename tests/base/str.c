#include "base/str.h"

#include "tests/cmocka.h"

static void absent_is_not_empty(void **state)
{
    (void)state;
    assert_null(str_from(NULL).data);
    assert_non_null(str_from("").data);
    assert_true(str_equal(str_from(NULL), STR("")));
    assert_null(str_slice(str_from(NULL), 0, 0).data);
}

static void compares_by_bytes(void **state)
{
    (void)state;
    assert_true(str_compare(STR("Kursk"), STR("Kyiv")) < 0);
    assert_true(str_compare(STR("Kursk"), STR("Kurs")) > 0);
    assert_int_equal(0, str_compare(STR(""), STR("")));
    assert_true(str_compare(STR("\xC3\xA9"), STR("z")) > 0);
}

static void ignores_the_case_of_ascii_only(void **state)
{
    (void)state;
    assert_true(str_equal_nocase(STR("Content-TYPE"), STR("content-type")));
    assert_false(str_equal_nocase(STR("\xC3\x89"), STR("\xC3\xA9")));
    assert_false(str_equal_nocase(STR("@"), STR("`")));
}

static void knows_the_letters_of_ascii(void **state)
{
    (void)state;
    for (int i = 0; i < 256; i++) {
        char c = (char)i;
        bool upper = i >= 'A' && i <= 'Z';
        bool lower = i >= 'a' && i <= 'z';
        assert_int_equal(upper, ascii_is_upper(c));
        assert_int_equal(lower, ascii_is_lower(c));
        assert_int_equal(upper || lower, ascii_is_letter(c));
        assert_int_equal(upper ? (char)(i + 0x20) : c, ascii_lower(c));
    }
}

/* Published values of FNV-1a. */
static void hashes(void **state)
{
    (void)state;
    assert_true(str_hash(STR("")) == UINT64_C(0xcbf29ce484222325));
    assert_true(str_hash(str_from(NULL)) == UINT64_C(0xcbf29ce484222325));
    assert_true(str_hash(STR("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(str_hash(STR("foobar")) == UINT64_C(0x85944171f73967e8));
}

static void finds(void **state)
{
    (void)state;
    assert_int_equal(6, str_find(STR("at least 30"), STR("st "), 0));
    assert_true(str_find(STR("at least 30"), STR("st "), 7) == SIZE_MAX);
    assert_int_equal(2, str_find(STR("ab"), STR(""), 2));
    assert_true(str_find(STR("ab"), STR("abc"), 0) == SIZE_MAX);
    assert_true(str_find(STR("ab"), STR("a"), 9) == SIZE_MAX);
}

static void trims(void **state)
{
    (void)state;
    assert_true(str_equal(STR("a b"), str_trim(STR(" \t\r\na b\v\f "))));
    assert_int_equal(0, str_trim(STR("  ")).size);
}

static void reads_integers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool valid;
        int64_t value;
    } cases[] = {
        {"0", true, 0},         {"-17", true, -17},
        {"+5", true, 5},        {"999999999999999999", true, 999999999999999999},
        {"", false, 0},         {"-", false, 0},
        {"1 ", false, 0},       {"1000000000000000000", false, 0},
        {"0x1", false, 0},      {"1e3", false, 0},
        {"\xD9\xA1", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t value = 0;
        assert_int_equal(cases[i].valid, str_to_int64(str_from(cases[i].text), &value));
        assert_int_equal(cases[i].value, value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absent_is_not_empty),
        cmocka_unit_test(compares_by_bytes),
        cmocka_unit_test(ignores_the_case_of_ascii_only),
        cmocka_unit_test(knows_the_letters_of_ascii),
        cmocka_unit_test(hashes),
        cmocka_unit_test(finds),
        cmocka_unit_test(trims),
        cmocka_unit_test(reads_integers),
    };
    return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
