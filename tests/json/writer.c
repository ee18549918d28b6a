/* What the JSON writer makes of values. */
#include "json/json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/cmocka.h"

static void assert_written(const struct buffer *out, const char *expected)
{
    struct str text = buffer_str(out);
    assert_int_equal(buffer_status(out), OK);
    assert_int_equal(text.size, strlen(expected));
    assert_memory_equal(text.data, expected, text.size);
}

static void test_strings(void **state)
{
    static const struct {
        struct str text;
        const char *expected;
    } cases[] = {
        {STR(""), "\"\""},
        {{NULL, 0}, "null"},
        {STR("plain"), "\"plain\""},
        {STR("longer than eight bytes"), "\"longer than eight bytes\""},
        {STR("say \"no\""), "\"say \\\"no\\\"\""},
        {STR("a\\b"), "\"a\\\\b\""},
        {STR("a/b"), "\"a/b\""},
        {STR("eight by\"tes"), "\"eight by\\\"tes\""},
        {STR("\b\t\n\f\r"), "\"\\b\\t\\n\\f\\r\""},
        {STR("\x01\x1f\x7f"), "\"\\u0001\\u001f\x7f\""},
        {STR("nul\0inside"), "\"nul\\u0000inside\""},
        {STR("Zażółć gęślą jaźń"), "\"Zażółć gęślą jaźń\""},
        {STR("Київ and more"), "\"Київ and more\""},
        {STR("\xF0\x9F\x97\x93 day"), "\"\xF0\x9F\x97\x93 day\""},
        {STR("a\xE2\x80\xA8\xE2\x80\xA9z"), "\"a\\u2028\\u2029z\""},
        {STR("\xE2\x80\xA6\xE2\x80\x99"), "\"\xE2\x80\xA6\xE2\x80\x99\""},
        /* not UTF-8: a replacement character for each byte that is none */
        {STR("\xFF"), "\"\xEF\xBF\xBD\""},
        {STR("cut \xE2\x80"), "\"cut \xEF\xBF\xBD\xEF\xBF\xBD\""},
        {STR("overlong \xC0\xAF"), "\"overlong \xEF\xBF\xBD\xEF\xBF\xBD\""},
        {STR("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {STR("\xF4\x90\x80\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {STR("\xE0\x9F\xBFok"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDok\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buffer out;
        struct json_writer writer;
        buffer_init(&out, 1000);
        json_writer_init(&writer, &out);
        json_str(&writer, cases[i].text);
        assert_written(&out, cases[i].expected);
        buffer_release(&out);
    }
}

/* How a byte is written, by the plainest rule. */
static void escape(int byte, char out[8])
{
    static const char *const short_forms[] = {
        ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"};
    if (byte <= '\r' && short_forms[byte] != NULL) {
        (void)snprintf(out, 8, "%s", short_forms[byte]);
    } else if (byte < 0x20) {
        (void)snprintf(out, 8, "\\u%04x", (unsigned)byte);
    } else if (byte == '"' || byte == '\\') {
        (void)snprintf(out, 8, "\\%c", byte);
    } else if (byte < 0x80) {
        (void)snprintf(out, 8, "%c", byte);
    } else {
        (void)snprintf(out, 8, "\xEF\xBF\xBD");
    }
}

/* Every byte at every place of a run of nine: the fast path of eight bytes agrees with the slow one. */
static void test_every_byte_at_every_place(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        for (int place = 0; place < 9; place++) {
            char text[9];
            char escaped[8];
            char expected[40];
            struct buffer out;
            struct json_writer writer;
            memset(text, 'x', sizeof(text));
            text[place] = (char)byte;
            escape(byte, escaped);
            (void)snprintf(expected, sizeof(expected), "\"%.*s%s%.*s\"", place, "xxxxxxxxx", escaped,
                           8 - place, "xxxxxxxxx");
            buffer_init(&out, 1000);
            json_writer_init(&writer, &out);
            json_str(&writer, (struct str){text, sizeof(text)});
            assert_written(&out, expected);
            buffer_release(&out);
        }
    }
}

static void test_numbers(void **state)
{
    static const struct {
        int64_t value;
        const char *expected;
    } integers[] = {{0, "0"},
                    {7, "7"},
                    {-1, "-1"},
                    {10000, "10000"},
                    {INT64_MAX, "9223372036854775807"},
                    {INT64_MIN, "-9223372036854775808"}};
    static const struct {
        double value;
        const char *expected;
    } doubles[] = {{0.0, "0"},
                   {51.73, "51.73"},
                   {-0.000001, "-0.000001"},
                   {1234567.5, "1234567.5"},
                   {100, "100"},
                   {-7.25, "-7.25"},
                   {-0.1, "-0.1"},
                   {36.190001, "36.190001"},
                   {1e300, "1e+300"},
                   {(double)NAN, "null"},
                   {(double)INFINITY, "null"},
                   {0.1 + 0.2, "0.30000000000000004"}};
    (void)state;
    for (size_t i = 0; i < sizeof(integers) / sizeof(integers[0]); i++) {
        struct buffer out;
        struct json_writer writer;
        buffer_init(&out, 1000);
        json_writer_init(&writer, &out);
        json_int(&writer, integers[i].value);
        assert_written(&out, integers[i].expected);
        buffer_release(&out);
    }
    for (size_t i = 0; i < sizeof(doubles) / sizeof(doubles[0]); i++) {
        struct buffer out;
        struct json_writer writer;
        buffer_init(&out, 1000);
        json_writer_init(&writer, &out);
        json_double(&writer, doubles[i].value);
        assert_written(&out, doubles[i].expected);
        buffer_release(&out);
    }
}

static void test_structure(void **state)
{
    struct buffer out;
    struct json_writer writer;
    (void)state;
    buffer_init(&out, 1000);
    json_writer_init(&writer, &out);
    json_object_begin(&writer);
    json_key(&writer, "empty");
    json_object_begin(&writer);
    json_object_end(&writer);
    json_key(&writer, "list");
    json_array_begin(&writer);
    json_int(&writer, 1);
    json_bool(&writer, true);
    json_array_begin(&writer);
    json_array_end(&writer);
    json_object_begin(&writer);
    json_key(&writer, "a");
    json_bool(&writer, false);
    json_key(&writer, "b");
    json_write_null(&writer);
    json_object_end(&writer);
    json_text(&writer, NULL);
    json_array_end(&writer);
    json_key(&writer, "last");
    json_text(&writer, "x");
    json_object_end(&writer);
    assert_int_equal(writer.depth, 0);
    assert_written(&out, "{\"empty\":{},\"list\":[1,true,[],{\"a\":false,\"b\":null},null],\"last\":\"x\"}");
    buffer_release(&out);
}

static void test_failure_stays(void **state)
{
    struct buffer out;
    struct json_writer writer;
    (void)state;
    buffer_init(&out, 8);
    json_writer_init(&writer, &out);
    json_array_begin(&writer);
    json_text(&writer, "longer than the limit");
    json_array_end(&writer);
    assert_int_equal(buffer_status(&out), ERR_TOO_LARGE);
    buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings),       cmocka_unit_test(test_every_byte_at_every_place),
        cmocka_unit_test(test_numbers),       cmocka_unit_test(test_structure),
        cmocka_unit_test(test_failure_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
