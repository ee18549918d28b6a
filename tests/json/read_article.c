/* Which bodies of POST /api/v1/articles are taken, what they mean, and how wrong ones are refused. */
#include "base/buffer.h"
#include "json/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"

static enum status read_body(struct arena *arena, const char *body, struct article *article,
                             struct error *error)
{
    arena_init(arena, 64 << 20);
    *error = (struct error){0};
    return json_read_article(arena, str_from(body), article, error);
}

static void assert_str(struct str actual, const char *expected)
{
    if (expected == NULL) {
        assert_null(actual.data);
        return;
    }
    assert_non_null(actual.data);
    assert_int_equal(actual.size, strlen(expected));
    assert_memory_equal(actual.data, expected, actual.size);
}

static void test_wrong_fields(void **state)
{
    static const struct {
        const char *body;
        const char *pointer;
        const char *message; /* a part of it */
    } cases[] = {
        {"[]", "", "expected an object with the fields of an article, got an array"},
        {"\"text\"", "", "got a string"},
        {"12", "", "got a number"},
        {"null", "", "got null"},
        {"{}", "/text", "missing: give text or html"},
        {"{\"html\":\"\"}", "/html", "empty"},
        {"{\"text\":\"x\"}", "/published", "missing: expected YYYY-MM-DD"},
        {"{\"text\":\"x\",\"published\":null}", "/published", "missing"},
        {"{\"text\":\"x\",\"published\":\"\"}", "/published", "missing"},
        {"{\"text\":\"x\",\"published\":20241214}", "/published", "expected a string, got a number"},
        {"{\"text\":\"x\",\"published\":\"2024-02-30\"}", "/published",
         "\"2024-02-30\" is not a date: the day is 30, and that month has 29"},
        {"{\"text\":\"x\",\"published\":\"14 December\"}", "/published",
         "\"14 December\" is not a date; expected YYYY-MM-DD"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14T25:00:00Z\"}", "/published", "no time of day"},
        {"{\"text\":\"x\",\"datePublished\":\"yesterday\"}", "/datePublished",
         "\"yesterday\" is not a date; expected YYYY"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"publishr\":\"The Wire\"}", "/publishr",
         "no such member"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"a/b~\":null}", "/a~1b~0", "no such member"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"\":1}", "/", "no such member"},
        {"{\"text\":\"x\",\"publishd\":\"2024-12-14\"}", "/publishd", "no such member"},
        {"{\"html\":\"<p>x\",\"published\":\"2024-12-14\",\"Title\":\"x\"}", "/Title", "no such member"},
        {"{\"text\":5,\"published\":\"2024-12-14\"}", "/text", "expected a string, got a number"},
        {"{\"text\":[\"x\"],\"published\":\"2024-12-14\"}", "/text", "got an array"},
        {"{\"text\":true,\"published\":\"2024-12-14\"}", "/text", "got a boolean"},
        {"{\"articleBody\":{},\"published\":\"2024-12-14\"}", "/articleBody", "got an object"},
        {"{\"html\":1,\"published\":\"2024-12-14\"}", "/html", "expected a string, got a number"},
        {"{\"text\":\"x\",\"html\":\"<p>y\",\"published\":\"2024-12-14\"}", "/html", "not both"},
        {"{\"text\":\"\",\"published\":\"2024-12-14\"}", "/text", "empty, and so is the title"},
        {"{\"text\":\" \\n\",\"published\":\"2024-12-14\"}", "/text", "empty, and so is the title"},
        {"{\"title\":\"x\",\"published\":\"2024-12-14\"}", "/text", "missing"},
        {"{\"html\":\"<script>1</script>\",\"published\":\"2024-12-14\"}", "/html", "no text was found"},
        {"{\"html\":\"<p>Some text.\"}", "/published", "missing, and the page does not tell"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"title\":{}}", "/title",
         "expected a string, got an object"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"headline\":3.5}", "/headline", "got a number"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"id\":\"\"}", "/id", "expected 1 to 200 characters"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"id\":\"a b\"}", "/id",
         "expected 1 to 200 characters"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"id\":\"a/b\"}", "/id",
         "expected 1 to 200 characters"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"id\":7}", "/id", "expected a string, got a number"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"url\":\"/news/1\"}", "/url",
         "absolute http or https URL"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"url\":\"ftp://a.example/\"}", "/url",
         "absolute http"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"url\":\"javascript:alert(1)\"}", "/url",
         "absolute http"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"url\":\"https://\"}", "/url", "absolute http"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"url\":\"https://a.example/a b\"}", "/url",
         "absolute http"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"url\":\"https://u:p@a.example/\"}", "/url",
         "absolute http"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"language\":\"English!\"}", "/language", "BCP 47"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"language\":\"e\"}", "/language", "BCP 47"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"language\":\"english\"}", "/language",
         "\"english\" is not a language tag; expected one of BCP 47, such as \"en\" for English"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"inLanguage\":5}", "/inLanguage",
         "expected a string"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"publisher\":5}", "/publisher", "expected a name"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"publisher\":{}}", "/publisher/name", "missing"},
        {"{\"text\":\"x\",\"published\":\"2024-12-14\",\"author\":[\"A\",{\"name\":1}]}", "/author/1/name",
         "expected a string"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena;
        struct article article;
        struct error error;
        enum status status = read_body(&arena, cases[i].body, &article, &error);
        if (status != ERR_INVALID || strcmp(error.pointer, cases[i].pointer) != 0 ||
            strstr(error.message, cases[i].message) == NULL) {
            print_error("%s\n  gave %d \"%s\" \"%s\"\n", cases[i].body, (int)status, error.pointer,
                        error.message);
        }
        assert_int_equal(status, ERR_INVALID);
        assert_string_equal(error.pointer, cases[i].pointer);
        assert_non_null(strstr(error.message, cases[i].message));
        assert_int_equal(error.line, 0);
        arena_release(&arena);
    }
}

/* Brackets that are closed again are not deep, nor are those within strings. */
static void test_many_brackets(void **state)
{
    struct buffer body;
    struct arena arena;
    struct article article;
    struct error error;
    (void)state;
    buffer_init(&body, 1 << 20);
    buffer_printf(&body, "{\"text\":\"[[[\\\"\\\\\",\"published\":\"2024-12-14\",\"author\":[");
    for (int i = 0; i < 100; i++) {
        buffer_printf(&body, "%s{\"name\":\"%s\"}", i > 0 ? "," : "", i > 0 ? "" : "[A");
    }
    buffer_printf(&body, "]}");
    assert_int_equal(read_body(&arena, body.data, &article, &error), OK);
    assert_true(str_equal(article.text, STR("[[[\"\\")));
    arena_release(&arena);
    buffer_release(&body);
}

static void test_malformed_json(void **state)
{
    static const struct {
        struct str body;
        uint32_t line;
        uint32_t column;
        const char *message; /* a part of it */
    } cases[] = {
        {STR(""), 1, 1, "malformed JSON"},
        {STR("{"), 1, 1, "malformed JSON"},
        {STR("{\"text\":\"x\",}"), 1, 13, "malformed JSON"},
        {STR("{\n  \"text\": nope\n}"), 2, 14, "malformed JSON"},
        {STR("{\"text\":\"x\"} trailing"), 1, 21, "malformed JSON"},
        {STR("{\"text\":\"a\nb\"}"), 1, 10, "malformed JSON"},
        {STR("{\"a\":1,\n\"a\":2}"), 2, 3, "duplicate"},
        {STR("{\"text\":\"\xFF\"}"), 1, 10, "byte 0xFF is not UTF-8"},
        {STR("{\n\"text\":\"caf\xE9\"}"), 2, 12, "byte 0xE9 is not UTF-8"},
        {STR("{\"text\":\"\\uD800\"}"), 1, 16, "Unicode"},
        {STR("{\"text\":\"\\uDC00x\"}"), 1, 17, "Unicode"},
        {STR("{\"text\":\"a\\u0000b\"}"), 1, 18, "malformed JSON: \\u0000 is not allowed"},
        {STR("{\"text\":\"a\0b\"}"), 1, 10, "control character 0x0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena;
        struct article article;
        struct error error = {0};
        arena_init(&arena, 1 << 20);
        enum status status = json_read_article(&arena, cases[i].body, &article, &error);
        if (error.line != cases[i].line || error.column != cases[i].column ||
            strstr(error.message, cases[i].message) == NULL) {
            print_error("case %zu: %u:%u %s\n", i, error.line, error.column, error.message);
        }
        assert_int_equal(status, ERR_INVALID);
        assert_string_equal(error.pointer, "");
        assert_int_equal(error.line, cases[i].line);
        assert_int_equal(error.column, cases[i].column);
        assert_non_null(strstr(error.message, cases[i].message));
        assert_null(strstr(error.message, "JSON_")); /* a flag that no client can set */
        arena_release(&arena);
    }
}

static void test_too_large(void **state)
{
    enum { SIZE = 1 << 20 };
    struct arena arena;
    struct article article;
    struct error error = {0};
    char *body = malloc(SIZE);
    (void)state;
    assert_non_null(body);
    arena_init(&arena, 1 << 20);
    memset(body, '[', SIZE);
    assert_int_equal(json_read_article(&arena, (struct str){body, SIZE}, &article, &error), ERR_TOO_LARGE);
    assert_int_equal(error.line, 1);
    assert_int_equal(error.column, 65);
    memset(body, ',', SIZE);
    body[0] = '[';
    assert_int_equal(json_read_article(&arena, (struct str){body, SIZE}, &article, &error), ERR_TOO_LARGE);
    assert_non_null(strstr(error.message, "20000 values"));
    free(body);
    arena_release(&arena);
}

/* A title of 1000 letters of two bytes is taken, one more is not; the same for a url of 2048 bytes. */
static void test_longest_values(void **state)
{
    char body[8192];
    char letters[2100];
    (void)state;
    for (int more = 0; more <= 1; more++) {
        struct arena arena;
        struct article article;
        struct error error;
        size_t size = 0;
        for (int i = 0; i < 1000 + more; i++) {
            letters[size++] = '\xC3';
            letters[size++] = '\xA9';
        }
        (void)snprintf(body, sizeof(body), "{\"text\":\"x\",\"published\":\"2024-12-14\",\"title\":\"%.*s\"}",
                       (int)size, letters);
        assert_int_equal(read_body(&arena, body, &article, &error), more == 0 ? OK : ERR_INVALID);
        assert_string_equal(error.pointer, more == 0 ? "" : "/title");
        arena_release(&arena);
        memset(letters, 'a', sizeof(letters));
        int path = 2048 + more - (int)strlen("https://a.example/");
        (void)snprintf(body, sizeof(body),
                       "{\"text\":\"x\",\"published\":\"2024-12-14\",\"url\":\"https://a.example/%.*s\"}",
                       path, letters);
        assert_int_equal(read_body(&arena, body, &article, &error), more == 0 ? OK : ERR_INVALID);
        assert_string_equal(error.pointer, more == 0 ? "" : "/url");
        arena_release(&arena);
    }
}

static void test_own_fields(void **state)
{
    struct arena arena;
    struct article article;
    struct error error;
    (void)state;
    assert_int_equal(
        read_body(&arena,
                  "{\"text\":\"Two died.\\n\\nThree fled.\",\"published\":\"2031-05-06T18:40:00+02:00\","
                  "\"title\":\"A title\",\"url\":\"HTTPS://www.Norland.example:8443/a?b#c\","
                  "\"author\":\"M. Holt\",\"language\":\"en-GB\",\"id\":\"np:17.a_b-c\"}",
                  &article, &error),
        OK);
    assert_str(article.id, "np:17.a_b-c");
    assert_str(article.url, "HTTPS://www.Norland.example:8443/a?b#c");
    assert_str(article.title, "A title");
    assert_str(article.text, "Two died.\n\nThree fled.");
    assert_str(article.publisher, "norland.example"); /* for want of a name */
    assert_str(article.author, "M. Holt");
    assert_str(article.language, "en-GB");
    assert_int_equal(article.published.day, civil_to_day(2031, 5, 6));
    assert_int_equal(article.published.second, 18 * 3600 + 40 * 60);
    assert_int_equal(article.published.offset_minutes, 120);
    assert_true(article.published.has_offset);
    arena_release(&arena);
}

static void test_fewest_fields(void **state)
{
    struct arena arena;
    struct article article;
    struct error error;
    (void)state;
    assert_int_equal(read_body(&arena, "{\"text\":\"Two died.\",\"published\":\"2031-05-06\",\"title\":null}",
                               &article, &error),
                     OK);
    assert_str(article.id, NULL);
    assert_str(article.url, NULL);
    assert_str(article.title, NULL);
    assert_str(article.publisher, NULL);
    assert_str(article.author, NULL);
    assert_str(article.language, "en");
    assert_int_equal(article.published.second, -1);
    arena_release(&arena);
    /* a headline alone is an article, too */
    assert_int_equal(read_body(&arena, "{\"text\":\"\",\"title\":\"Two died\",\"published\":\"2031-05-06\"}",
                               &article, &error),
                     OK);
    assert_str(article.text, "");
    arena_release(&arena);
}

static void test_schema_org(void **state)
{
    struct arena arena;
    struct article article;
    struct error error;
    (void)state;
    assert_int_equal(
        read_body(
            &arena,
            "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"A headline\","
            "\"datePublished\":\"2031-05-06T18:40:00Z\",\"articleBody\":\"Two died.\",\"inLanguage\":\"fr\","
            "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Norland Post\"},"
            "\"author\":[{\"@type\":\"Person\",\"name\":\"M. Holt\"},\"J. Lind\",null],"
            "\"mainEntityOfPage\":{\"@id\":\"https://norland.example/1\"},"
            "\"wordCount\":2,\"image\":[\"https://norland.example/1.jpg\"],\"isAccessibleForFree\":true}",
            &article, &error),
        OK);
    assert_str(article.title, "A headline");
    assert_str(article.text, "Two died.");
    assert_str(article.publisher, "Norland Post");
    assert_str(article.author, "M. Holt, J. Lind");
    assert_str(article.language, "fr");
    assert_str(article.url, "https://norland.example/1");
    assert_int_equal(article.published.day, civil_to_day(2031, 5, 6));
    arena_release(&arena);
}

/* The pointer to a member of any name is text, cut between its characters. */
static void test_long_unknown_member(void **state)
{
    char body[800];
    struct arena arena;
    struct article article;
    struct error error;
    (void)state;
    for (size_t lead = 0; lead < 4; lead++) {
        size_t used = (size_t)snprintf(body, sizeof body, "{\"text\":\"x\",\"%.*s", (int)lead, "aaa");
        for (size_t i = 0; i < 150; i++) {
            used += (size_t)snprintf(body + used, sizeof body - used, "\xe2\x82\xac");
        }
        (void)snprintf(body + used, sizeof body - used, "\":1}");
        assert_int_equal(read_body(&arena, body, &article, &error), ERR_INVALID);
        assert_true(strlen(error.pointer) > 100);
        assert_int_equal(utf8_invalid_at(str_from(error.pointer)), strlen(error.pointer));
        arena_release(&arena);
    }
}

/* Our own names count before schema.org's. */
static void test_own_before_schema_org(void **state)
{
    struct arena arena;
    struct article article;
    struct error error;
    (void)state;
    assert_int_equal(
        read_body(&arena,
                  "{\"title\":\"mine\",\"headline\":\"its\",\"text\":\"mine\",\"articleBody\":\"its\","
                  "\"published\":\"2031-05-06\",\"datePublished\":\"nonsense\"}",
                  &article, &error),
        OK);
    assert_str(article.title, "mine");
    assert_str(article.text, "mine");
    arena_release(&arena);
}

/* A page fills what the request leaves out; what the request says wins. */
static void test_html(void **state)
{
    static const char page[] = "<html lang='en'><head><title>Its title</title>"
                               "<meta property='article:published_time' content='2031-05-06T18:40:00+02:00'>"
                               "<meta property='og:site_name' content='Norland Post'></head>"
                               "<body><p>Two soldiers died on Monday, the army said in a statement that it "
                               "sent to reporters.</p></body></html>";
    char body[1024];
    struct arena arena;
    struct article article;
    struct error error;
    (void)state;
    (void)snprintf(body, sizeof(body), "{\"html\":\"%s\"}", page);
    assert_int_equal(read_body(&arena, body, &article, &error), OK);
    assert_str(article.title, "Its title");
    assert_str(article.publisher, "Norland Post");
    assert_str(article.text,
               "Two soldiers died on Monday, the army said in a statement that it sent to reporters.");
    assert_int_equal(article.published.day, civil_to_day(2031, 5, 6));
    arena_release(&arena);
    (void)snprintf(body, sizeof(body),
                   "{\"html\":\"%s\",\"title\":\"Mine\",\"publisher\":\"Me\",\"published\":\"2031-06-01\"}",
                   page);
    assert_int_equal(read_body(&arena, body, &article, &error), OK);
    assert_str(article.title, "Mine");
    assert_str(article.publisher, "Me");
    assert_int_equal(article.published.day, civil_to_day(2031, 6, 1));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrong_fields),
        cmocka_unit_test(test_many_brackets),
        cmocka_unit_test(test_malformed_json),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_longest_values),
        cmocka_unit_test(test_own_fields),
        cmocka_unit_test(test_fewest_fields),
        cmocka_unit_test(test_schema_org),
        cmocka_unit_test(test_long_unknown_member),
        cmocka_unit_test(test_own_before_schema_org),
        cmocka_unit_test(test_html),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
