/* What an analyst may ask for, what it means, and how it is told back; e2e/corrections.py has what is
 * refused. */
#include "base/buffer.h"
#include "json/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"

/* The change that a body asks for, as it is written again; "pointer: message" when it is refused.  Freed by
 * the caller. */
static char *change_of(const char *body)
{
    struct arena arena;
    struct buffer out;
    struct json_writer writer;
    struct report_change change;
    struct str note = {NULL, 0};
    struct error error = {0};
    size_t size;
    arena_init(&arena, 1 << 20);
    buffer_init(&out, 1 << 20);
    json_writer_init(&writer, &out);
    if (json_read_change(&arena, str_from(body), &change, &note, &error) == OK) {
        json_write_change(&writer, &change);
        if (note.data != NULL) {
            buffer_printf(&out, " # %.*s", STR_ARG(note));
        }
    } else {
        buffer_printf(&out, "%s: %s", error.pointer, error.message);
    }
    arena_release(&arena);
    assert_int_equal(buffer_status(&out), OK);
    return buffer_take(&out, &size);
}

static void test_changes(void **state)
{
    static const struct {
        const char *body, *expected;
    } cases[] = {
        {"{\"subtype\":\"missing\",\"scope\":\"incident\",\"status\":\"denied\",\"note\":\" why \"}",
         "{\"subtype\":\"missing\",\"scope\":\"incident\",\"status\":\"denied\"} # why"},
        {"{\"count\":{\"min\":0,\"max\":3}}", "{\"count\":{\"min\":0,\"max\":3}}"},
        {"{\"count\":{\"max\":3}}", "{\"count\":{\"min\":null,\"max\":3}}"},
        {"{\"count\":null,\"actor\":null,\"counterpart\":null,\"places\":null,\"date\":null,\"said\":null,"
         "\"source\":null}",
         "{\"count\":null,\"actor\":null,\"counterpart\":null,\"places\":[],\"date\":null,\"said\":null,"
         "\"source\":null}"},
        {"{\"actor\":\" Norland \",\"source\":{\"name\":\"Ivo Tarn\"}}",
         "{\"actor\":\"Norland\",\"source\":\"Ivo Tarn\"}"},
        {"{\"date\":{\"first\":\"2025-03-01\",\"last\":\"2025-03-31\",\"precision\":\"month\"}}",
         "{\"date\":{\"first\":\"2025-03-01\",\"last\":\"2025-03-31\",\"precision\":\"month\",\"edtf\":"
         "\"2025-03\"}}"},
        {"{\"said\":{\"first\":\"2025-03-01\",\"approximate\":true}}",
         "{\"said\":{\"first\":\"2025-03-01\",\"last\":null,\"precision\":\"day\",\"edtf\":\"2025-03-01~/"
         "..\","
         "\"approximate\":true}}"},
        {"{\"places\":[{\"name\":\"Brask\",\"country\":\"NO\",\"precision\":\"village\"}],\"rejected\":"
         "false}",
         "{\"places\":[{\"name\":\"Brask\",\"country\":\"NO\",\"country_name\":\"Norway\",\"region\":null,"
         "\"lat\":null,"
         "\"lon\":null,\"precision\":\"village\"}],\"rejected\":false}"},
        {"{\"places\":[\"Kharkov\"]}",
         "{\"places\":[{\"name\":\"Kharkiv\",\"country\":\"UA\",\"country_name\":\"Ukraine\",\"region\":"
         "\"Kharkiv "
         "Oblast\",\"lat\":49.99,\"lon\":36.23,\"precision\":\"city\"}]}"},
        {"{\"places\":[\"vannholt\"]}", "{\"places\":[{\"name\":\"Vannholt\",\"country\":\"PE\",\"country_"
                                        "name\":\"Peru\",\"region\":\"Puno\","
                                        "\"lat\":-15.5,\"lon\":-70.3,\"precision\":\"city\"}]}"},
        {"{\"places\":[\"San Jose Brask\",{\"name\":\"Norvik\",\"country\":\"CL\"}]}",
         "{\"places\":[{\"name\":\"San Jose "
         "Brask\",\"country\":\"CO\",\"country_name\":\"Colombia\",\"region\":"
         "\"Antioquia\",\"lat\":6.5,\"lon\":-75.2,\"precision\":\"city\"},"
         "{\"name\":\"Norvik\",\"country\":\"CL\",\"country_name\":\"Chile\",\"region\":null,\"lat\":null,"
         "\"lon\":null,\"precision\":null}]}"},
        {"{\"a/b\":1}",
         "/a~1b: there is no such member; of a report can be corrected: subtype scope status count "
         "actor counterpart places date said source rejected; beside them a note"},
        {"{\"places\":[\"x\",{\"name\":\"y\",\"lat\":1,\"lon\":\"2\"}]}",
         "/places/1/lon: expected degrees from -180 to 180"},
        {"{\"note\":\"x\"}", ": changes nothing: name a field that can be corrected"},
        {"{\"actor\":\"x\",\"actor\":\"y\"}", ": malformed JSON: duplicate object key"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *found = change_of(cases[i].body);
        if (strncmp(found, cases[i].expected, strlen(cases[i].expected)) != 0) {
            fail_msg("%s\ngives  %s\nand not %s", cases[i].body, found, cases[i].expected);
        }
        free(found);
    }
}

static void test_ids(void **state)
{
    static const struct {
        const char *body;
        enum status status;
        const char *pointer;
        size_t count;
    } cases[] = {
        {"{\"events\":[\"e1\",\"e23\"],\"note\":\"one attack\"}", OK, "", 2},
        {"{\"events\":[]}", OK, "", 0},
        {"{\"events\":[\"e1\",\"r2\"]}", ERR_INVALID, "/events/1", 0},
        {"{\"events\":[\"e01\"]}", ERR_INVALID, "/events/0", 0},
        {"{\"events\":[\"e9999999999999999999\"]}", ERR_INVALID, "/events/0", 0},
        {"{\"events\":\"e1\"}", ERR_INVALID, "/events", 0},
        {"{}", ERR_INVALID, "/events", 0},
        {"{\"events\":[\"e1\"],\"reports\":[]}", ERR_INVALID, "/reports", 0},
        {"[\"e1\"]", ERR_INVALID, "", 0},
        {"{\"events\":[\"e1\"}", ERR_INVALID, "", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct error error = {0};
        struct str note = {NULL, 0};
        int64_t *ids = NULL;
        size_t count = 0;
        arena_init(&arena, 1 << 20);
        assert_int_equal(
            json_read_ids(&arena, str_from(cases[i].body), "events", 'e', &ids, &count, &note, &error),
            cases[i].status);
        assert_string_equal(error.pointer, cases[i].pointer);
        if (cases[i].status == OK) {
            assert_int_equal(count, cases[i].count);
            assert_true(count < 2 || (ids[0] == 1 && ids[1] == 23));
        }
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_changes), cmocka_unit_test(test_ids)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
