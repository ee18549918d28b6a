#include "server/reply.h"

#include <jansson.h>
#include <string.h>

#include "tests/cmocka.h"

/* The body as JSON; fails the test when it is not. */
static json_t *body_of(const struct reply *reply)
{
    json_t *body = json_loadb(reply->body.data, reply->body.size, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(body);
    return body;
}

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void each_failure_has_its_status(void **state)
{
    (void)state;
    static const struct {
        enum status status;
        unsigned http;
    } cases[] = {{ERR_INVALID, 400},   {ERR_NOT_FOUND, 404},   {ERR_GONE, 410},      {ERR_CONFLICT, 409},
                 {ERR_TOO_LARGE, 413}, {ERR_UNSUPPORTED, 422}, {ERR_NO_MEMORY, 503}, {ERR_FULL, 507},
                 {ERR_BUSY, 503},      {ERR_IO, 503}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct reply reply;
        reply_init(&reply);
        reply_error(&reply, cases[i].status, &(struct error){0});
        assert_int_equal(cases[i].http, reply.status);
        json_t *body = body_of(&reply);
        assert_int_equal(cases[i].http, json_integer_value(json_object_get(body, "status")));
        assert_string_equal("about:blank", text_of(body, "type"));
        assert_true(strlen(text_of(body, "title")) > 0);
        assert_string_equal(status_text(cases[i].status), text_of(body, "detail"));
        assert_int_equal(cases[i].http == 503, reply.header_count);
        json_decref(body);
        reply_release(&reply);
    }
}

static void a_field_is_told_by_its_pointer_and_a_parameter_by_its_name(void **state)
{
    (void)state;
    static const struct {
        const char *place, *member;
    } cases[] = {{"/published", "pointer"}, {"from", "parameter"}, {"Origin", "parameter"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct reply reply;
        reply_init(&reply);
        reply_problem(&reply, 400, cases[i].place, "is %s", "wrong");
        json_t *body = body_of(&reply);
        json_t *fault = json_array_get(json_object_get(body, "errors"), 0);
        assert_string_equal(cases[i].place, text_of(fault, cases[i].member));
        assert_string_equal("is wrong", text_of(fault, "detail"));
        assert_string_equal("is wrong", text_of(body, "detail"));
        json_decref(body);
        reply_release(&reply);
    }
}

static void malformed_json_is_told_by_line_and_column(void **state)
{
    (void)state;
    struct reply reply;
    reply_init(&reply);
    reply_error(&reply, ERR_INVALID, &(struct error){.line = 3, .column = 14, .message = "unexpected token"});
    json_t *body = body_of(&reply);
    assert_string_equal("line 3, column 14: unexpected token", text_of(body, "detail"));
    assert_int_equal(3, json_integer_value(json_object_get(body, "line")));
    assert_int_equal(14, json_integer_value(json_object_get(body, "column")));
    assert_null(json_object_get(body, "errors"));
    json_decref(body);
    reply_release(&reply);
}

static void a_problem_replaces_what_was_begun(void **state)
{
    (void)state;
    struct reply reply;
    struct json_writer writer;
    reply_init(&reply);
    reply_json(&reply, 200, &writer);
    json_object_begin(&writer);
    json_key(&writer, "events");
    json_array_begin(&writer);
    reply_error(&reply, ERR_IO, &(struct error){.message = "disk \xff failed"});
    assert_int_equal(503, reply.status);
    assert_string_equal("application/problem+json", reply.content_type);
    json_t *body = body_of(&reply);
    assert_string_equal("disk \xef\xbf\xbd failed", text_of(body, "detail"));
    json_decref(body);
    reply_release(&reply);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_failure_has_its_status),
        cmocka_unit_test(a_field_is_told_by_its_pointer_and_a_parameter_by_its_name),
        cmocka_unit_test(malformed_json_is_told_by_line_and_column),
        cmocka_unit_test(a_problem_replaces_what_was_begun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
