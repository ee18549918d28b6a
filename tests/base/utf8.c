#include "base/utf8.h"

#include "tests/cmocka.h"

static void finds_the_first_wrong_byte(void **state)
{
    (void)state;
    static const struct {
        struct str text;
        size_t wrong_at;
    } cases[] = {
        {{"", 0}, 0},
        {{"Kyiv", 4}, 4},
        {{"Bremmer\xE2\x80\x99s brigade", 18}, 18},
        {{"\xF0\x9F\x98\x80", 4}, 4},
        {{"\xF4\x8F\xBF\xBF", 4}, 4},
        {{"a\x80", 2}, 1},             /* continuation alone */
        {{"12345678\xC0\xAF", 10}, 8}, /* overlong */
        {{"\xE0\x9F\xBF", 3}, 0},      /* overlong */
        {{"\xF0\x8F\xBF\xBF", 4}, 0},  /* overlong */
        {{"\xED\xA0\x80", 3}, 0},      /* surrogate */
        {{"\xF4\x90\x80\x80", 4}, 0},  /* over U+10FFFF */
        {{"\xF5\x80\x80\x80", 4}, 0},
        {{"abc\xE2\x80", 5}, 3}, /* cut */
        {{"abc\xE2\x80zz", 7}, 3},
        {{"a\0b", 3}, 3}, /* NUL is a character */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(cases[i].wrong_at, utf8_invalid_at(cases[i].text));
    }
}

static void measures_sequences(void **state)
{
    (void)state;
    struct str text = STR("a\u00e9\u2019\U0001F600\xC3");
    assert_int_equal(1, utf8_sequence(text, 0));
    assert_int_equal(2, utf8_sequence(text, 1));
    assert_int_equal(0, utf8_sequence(text, 2));
    assert_int_equal(3, utf8_sequence(text, 3));
    assert_int_equal(4, utf8_sequence(text, 6));
    assert_int_equal(0, utf8_sequence(text, 10));
}

static void decodes_what_it_encodes(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c += c < 0x1000 ? 1 : 97) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        char bytes[4];
        size_t size = utf8_encode(c, bytes);
        struct str text = {bytes, size};
        size_t read = 0;
        assert_int_equal(size, utf8_invalid_at(text));
        assert_int_equal(c, utf8_decode(text, 0, &read));
        assert_int_equal(size, read);
        assert_int_equal(1, utf8_length(text));
    }
}

static void counts_code_points_of_any_length(void **state)
{
    (void)state;
    char bytes[40];
    struct str text = {bytes, 0};
    for (size_t count = 1; text.size + 4 <= sizeof bytes; count++) {
        static const uint32_t signs[] = {'a', 0xE9, 0x20AC, 0x1F600, 0xBF, 'z', 0x7FF};
        text.size += utf8_encode(signs[count % (sizeof signs / sizeof *signs)], bytes + text.size);
        for (size_t from = 0; from < text.size; from++) {
            struct str rest = str_slice(text, from, text.size);
            size_t length = 0;
            for (size_t i = 0; i < rest.size; i++) {
                length += ((unsigned char)rest.data[i] & 0xC0) != 0x80;
            }
            assert_int_equal(length, utf8_length(rest));
        }
        assert_int_equal(count, utf8_length(text));
    }
}

static void converts_offsets_both_ways(void **state)
{
    (void)state;
    /* a(1) e-acute(2) euro(3) emoji(4) z(1) */
    struct str text = STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z");
    static const size_t bytes[] = {0, 1, 3, 6, 10, 11};
    struct utf8_cursor forward = {.text = text};
    struct utf8_cursor backward = {.text = text};
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(i, utf8_code_points(&forward, bytes[i]));
        assert_int_equal(bytes[i], utf8_bytes(&backward, i));
    }
    assert_int_equal(1, utf8_code_points(&forward, 1)); /* back again */
    assert_int_equal(1, utf8_bytes(&backward, 1));
    assert_int_equal(5, utf8_code_points(&forward, 99));
    assert_int_equal(11, utf8_bytes(&backward, 99));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_first_wrong_byte), cmocka_unit_test(measures_sequences),
        cmocka_unit_test(decodes_what_it_encodes),    cmocka_unit_test(counts_code_points_of_any_length),
        cmocka_unit_test(converts_offsets_both_ways),
    };
    return cmocka_run_group_tests_name("base/utf8", tests, NULL, NULL);
}
