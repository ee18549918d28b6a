#include "server/request.h"

#include <string.h>

#include "tests/cmocka.h"

static void percent_encoding_is_read_strictly(void **state)
{
    (void)state;
    static const struct {
        struct str raw, decoded; /* absent: refused */
    } cases[] = {
        {STR(""), STR("")},
        {STR("Kyiv"), STR("Kyiv")},
        {STR("a%20b+c"), STR("a b+c")},
        {STR("%D0%9A"), STR("\xD0\x9A")},
        {STR("%d0%9a"), STR("\xD0\x9A")},
        {STR("100%25"), STR("100%")},
        {STR("%"), {0}},
        {STR("%4"), {0}},
        {STR("%4g"), {0}},
        {STR("%zz"), {0}},
        {STR("a%00b"), {0}},
        {STR("%ff"), {0}},
        {STR("%C0%AF"), {0}},
        {STR("%ED%A0%80"), {0}},
        {STR("\xff"), {0}},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena;
        struct str decoded = {0};
        arena_init(&arena, 1 << 16);
        enum status status = percent_decode(&arena, cases[i].raw, &decoded);
        assert_int_equal(cases[i].decoded.data ? OK : ERR_INVALID, status);
        if (status == OK) {
            assert_true(str_equal(cases[i].decoded, decoded));
        }
        arena_release(&arena);
    }
}

static void what_is_encoded_decodes_to_itself(void **state)
{
    (void)state;
    char all[255];
    size_t size = 0;
    for (int c = 1; c < 128; c++) {
        all[size++] = (char)c;
    }
    struct arena arena;
    struct buffer encoded;
    struct str decoded;
    arena_init(&arena, 1 << 16);
    buffer_init(&encoded, 4096);
    percent_encode(&encoded, (struct str){all, size});
    for (size_t i = 0; i < encoded.size; i++) {
        assert_null(memchr("&=+# <>\"", encoded.data[i], 8));
    }
    assert_int_equal(OK, percent_decode(&arena, buffer_str(&encoded), &decoded));
    assert_true(str_equal((struct str){all, size}, decoded));
    buffer_release(&encoded);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(percent_encoding_is_read_strictly),
        cmocka_unit_test(what_is_encoded_decodes_to_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
