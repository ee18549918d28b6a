#include "server/routes.h"

#include <ctype.h>
#include <jansson.h>
#include <string.h>

#include "tests/cmocka.h"

static void each_request_finds_its_handler(void **state)
{
    (void)state;
    static const struct {
        const char *method, *path;
        void (*handle)(struct request *request); /* NULL: none */
        const char *tail;                        /* NULL: none */
        const char *allow;                       /* when the method is wrong */
    } cases[] = {
        {"POST", "/api/v1/articles", handle_post_article, NULL, ""},
        {"GET", "/api/v1/articles", handle_list_articles, NULL, ""},
        {"HEAD", "/api/v1/articles", handle_list_articles, NULL, ""},
        {"GET", "/api/v1/articles/a%20b", handle_get_article, "a%20b", ""},
        {"DELETE", "/api/v1/articles/a", handle_delete_article, "a", ""},
        {"GET", "/api/v1/events/e1", handle_get_event, "e1", ""},
        {"POST", "/api/v1/events/e1/split", handle_split_event, "e1", ""},
        {"POST", "/api/v1/events/join", handle_join_events, NULL, ""},
        {"GET", "/api/v1/events/join", handle_get_event, "join", ""},
        {"PATCH", "/api/v1/reports/r1", handle_patch_report, "r1", ""},
        {"GET", "/api/v1/corrections/c1", handle_get_correction, "c1", ""},
        {"DELETE", "/api/v1/corrections/c1", handle_delete_correction, "c1", ""},
        {"GET", "/", handle_web, NULL, ""},
        {"GET", "/assets/a/b.js", handle_web, "a/b.js", ""},
        {"GET", "/openapi.json", handle_openapi, NULL, ""},
        {"PUT", "/api/v1/articles", NULL, NULL, "POST, GET, HEAD"},
        {"POST", "/api/v1/articles/a", NULL, NULL, "GET, HEAD, DELETE"},
        {"GET", "/api/v1/annotate", NULL, NULL, "POST"},
        {"get", "/healthz", NULL, NULL, "GET, HEAD"},
        {"GET", "/api/v1/events/e1/split", NULL, NULL, "POST"},
        {"POST", "/api/v1/corrections/c1", NULL, NULL, "GET, HEAD, DELETE"},
        {"DELETE", "/api/v1/events/join", NULL, NULL, "GET, HEAD, POST"},
        {"POST", "/api/v1/events//split", NULL, NULL, ""},
        {"POST", "/api/v1/events/e1/splits", NULL, NULL, ""},
        {"POST", "/api/v1/events/e1/split/", NULL, NULL, ""},
        {"POST", "/api/v1/events/a/b/split", NULL, NULL, ""},
        {"GET", "/api/v1/articles/", NULL, NULL, ""},
        {"GET", "/api/v1/articles/a/", NULL, NULL, ""},
        {"GET", "/api/v1/articles/a/b", NULL, NULL, ""},
        {"GET", "/api/v1/article", NULL, NULL, ""},
        {"GET", "/api/v1/eventsx", NULL, NULL, ""},
        {"GET", "/assets/", NULL, NULL, ""},
        {"GET", "", NULL, NULL, ""},
        {"GET", "//", NULL, NULL, ""},
        {"GET", "*", NULL, NULL, ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct route_match match = route_find(cases[i].method, cases[i].path);
        assert_true((match.route ? match.route->handle : NULL) == cases[i].handle);
        assert_int_equal(cases[i].allow[0] != '\0', match.method_wrong);
        assert_string_equal(cases[i].allow, match.allow);
        if (match.route) {
            assert_int_equal(cases[i].tail != NULL, match.tail.data != NULL);
            assert_true(str_equal(match.tail, str_from(cases[i].tail)));
        }
    }
}

static json_t *load_description(void)
{
    json_error_t error;
    json_t *document =
        json_load_file(DATELINE_SOURCE_DIR "/server/openapi.json", JSON_REJECT_DUPLICATES, &error);
    if (!document) {
        fail_msg("openapi.json:%d: %s", error.line, error.text);
    }
    return document;
}

/* As the description writes it: the rest of a path is a parameter, too. */
static void described_path(const struct route *route, char out[128])
{
    size_t size = strcspn(route->path, "*");
    snprintf(out, 128, "%.*s%s", (int)size, route->path, route->path[size] ? "{path}" : "");
}

static void every_route_is_described(void **state)
{
    (void)state;
    json_t *document = load_description();
    json_t *paths = json_object_get(document, "paths");
    for (size_t i = 0; i < route_count; i++) {
        char path[128];
        char method[16] = "";
        described_path(&routes[i], path);
        for (size_t c = 0; method_names[routes[i].method][c]; c++) {
            method[c] = (char)tolower(method_names[routes[i].method][c]);
        }
        if (!json_object_get(json_object_get(paths, path), method)) {
            fail_msg("openapi.json does not describe %s %s", method_names[routes[i].method], path);
        }
    }
    json_decref(document);
}

static void every_description_has_its_route(void **state)
{
    (void)state;
    json_t *document = load_description();
    const char *path = NULL;
    json_t *methods = NULL;
    size_t operations = 0;
    json_object_foreach(json_object_get(document, "paths"), path, methods)
    {
        const char *method = NULL;
        json_t *operation = NULL;
        json_object_foreach(methods, method, operation)
        {
            char upper[16] = "";
            for (size_t c = 0; method[c] && c + 1 < sizeof(upper); c++) {
                upper[c] = (char)toupper(method[c]);
            }
            if (!route_find(upper, path).route) {
                fail_msg("there is no route for %s %s of openapi.json", upper, path);
            }
            operations++;
        }
    }
    assert_int_equal(route_count, operations);
    json_decref(document);
}

/* The parameters that query_parse takes for a route are those that the description names. */
static void described_parameters_are_those_accepted(void **state)
{
    (void)state;
    static const struct {
        const char *name, *value;
    } all[] = {
        {"from", "2024"},     {"to", "2024"},        {"open", "1"},
        {"kind", "casualty"}, {"subtype", "killed"}, {"scope", "incident"},
        {"status", "denied"}, {"actor", "x"},        {"place", "x"},
        {"country", "UA"},    {"source", "x"},       {"publisher", "x"},
        {"min_count", "1"},   {"max_count", "1"},    {"said_from", "2024"},
        {"said_to", "2024"},  {"sort", "date"},      {"interval", "day"},
        {"limit", "1"},       {"nonsense", "1"},     {"updated_since", "2024-12-01"},
        {"explain", "1"},     {"dry_run", "1"},      {"series", "casualty:x"},
    };
    json_t *document = load_description();
    json_t *paths = json_object_get(document, "paths");
    for (size_t i = 0; i < route_count; i++) {
        if (routes[i].method != METHOD_GET || routes[i].accepts == ACCEPTS_ANYTHING) {
            continue;
        }
        char path[128];
        described_path(&routes[i], path);
        json_t *described =
            json_object_get(json_object_get(json_object_get(paths, path), "get"), "parameters");
        for (size_t p = 0; p < sizeof(all) / sizeof(all[0]); p++) {
            char reference[128];
            snprintf(reference, sizeof(reference), "#/components/parameters/%s", all[p].name);
            bool named = false;
            size_t index = 0;
            json_t *parameter = NULL;
            json_array_foreach(described, index, parameter)
            {
                const char *value = json_string_value(json_object_get(parameter, "$ref"));
                named |= value && strcmp(value, reference) == 0;
            }
            struct arena arena;
            struct query query;
            struct query_parameter one = {str_from(all[p].name), str_from(all[p].value)};
            arena_init(&arena, 1 << 16);
            bool taken = query_parse(&arena, &one, 1, routes[i].accepts, &query, NULL) == OK;
            arena_release(&arena);
            if (taken != named) {
                fail_msg("%s: %s is %s but %s", path, all[p].name, taken ? "taken" : "refused",
                         named ? "described" : "not described");
            }
        }
    }
    json_decref(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_request_finds_its_handler),
        cmocka_unit_test(every_route_is_described),
        cmocka_unit_test(every_description_has_its_route),
        cmocka_unit_test(described_parameters_are_those_accepted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
