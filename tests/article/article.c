/* Ids, urls, languages and the hashes of an article. */
#include "article/article.h"

#include <stdio.h>
#include <string.h>

#include "tests/cmocka.h"

static void test_ids(void **state)
{
    static const struct {
        const char *id;
        bool valid;
    } cases[] = {
        {"a", true},    {"A-Z.a_z:09", true}, {"", false},
        {"a b", false}, {"a/b", false},       {"caf\xC3\xA9", false},
        {"a\n", false}, {"https://", false},  {"..", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_int_equal(article_id_valid(str_from(cases[i].id)), cases[i].valid);
    }
    char id[201];
    memset(id, 'x', sizeof(id));
    assert_true(article_id_valid((struct str){id, 200}));
    assert_false(article_id_valid((struct str){id, 201}));
    assert_false(article_id_valid((struct str){NULL, 0}));
}

static void test_urls(void **state)
{
    static const struct {
        const char *url;
        const char *host; /* NULL: not valid */
    } cases[] = {
        {"https://norland.example/a/b?c=d#e", "norland.example"},
        {"HTTP://WWW.Norland.example", "Norland.example"},
        {"https://norland.example:8443", "norland.example"},
        {"https://www.norland.example:80?x", "norland.example"},
        {"http://[2001:db8::1]:8080/x", "[2001:db8::1]"},
        {"http://127.0.0.1/x", "127.0.0.1"},
        {"https://\xD0\xBF\xD1\x80.example/\xD1\x84", "\xD0\xBF\xD1\x80.example"},
        {"https://www.", "www."},
        {"", NULL},
        {"norland.example/a", NULL},
        {"//norland.example/a", NULL},
        {"/a", NULL},
        {"https:/norland.example", NULL},
        {"https://", NULL},
        {"https:///a", NULL},
        {"https://:80/", NULL},
        {"https://user@norland.example/", NULL},
        {"https://norland.example/a b", NULL},
        {"https://norland.example/\"onclick", NULL},
        {"https://norland.example/<b>", NULL},
        {"https://norland.example/\t", NULL},
        {"javascript:alert(1)//https://a.example", NULL},
        {"data:text/html,x", NULL},
        {"file:///etc/motd", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str url = str_from(cases[i].url);
        assert_int_equal(article_url_valid(url), cases[i].host != NULL);
        if (cases[i].host != NULL) {
            assert_true(str_equal(article_url_host(url), str_from(cases[i].host)));
        }
    }
}

static void test_languages(void **state)
{
    static const struct {
        const char *language;
        bool valid;
    } cases[] = {
        {"en", true},     {"en-GB", true},      {"zh-Hant-TW", true},
        {"es-419", true}, {"x-klingon", false}, {"e", false},
        {"", false},      {"en-", false},       {"-en", false},
        {"en_GB", false}, {"english!", false},  {"english", false},
        {"1n", false},    {"de-1996", true},    {"en-abcdefghi", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_int_equal(article_language_valid(str_from(cases[i].language)), cases[i].valid);
    }
}

static struct article sample(void)
{
    return (struct article){
        .url = STR("https://norland.example/1"),
        .title = STR("A title"),
        .text = STR("Two died."),
        .publisher = STR("Norland Post"),
        .author = STR("M. Holt"),
        .language = STR("en"),
        .published = {.day = 20000, .second = 3600, .offset_minutes = 60, .has_offset = true},
    };
}

/* Every field but the id counts. */
static void test_content_hash(void **state)
{
    struct article changed[9];
    uint8_t hash[16];
    uint8_t other[16];
    struct article article = sample();
    (void)state;
    article_content_hash(&article, hash);
    article.id = STR("something");
    article_content_hash(&article, other);
    assert_memory_equal(hash, other, sizeof(hash));
    for (size_t i = 0; i < 9; i++) {
        changed[i] = sample();
    }
    changed[0].url = STR("https://norland.example/2");
    changed[1].title.data = NULL;
    changed[1].title.size = 0;
    changed[2].text = STR("Two died");
    changed[3].publisher = STR("norland Post");
    changed[4].author = STR("");
    changed[5].language = STR("fr");
    changed[6].published.day++;
    changed[7].published.has_offset = false;
    changed[8].title = STR("A titleT"); /* a letter moves from one field to the next */
    changed[8].text = STR("wo died.");
    for (size_t i = 0; i < 9; i++) {
        article_content_hash(&changed[i], other);
        assert_memory_not_equal(hash, other, sizeof(hash));
    }
}

static void test_made_ids(void **state)
{
    struct arena arena;
    struct article article = sample();
    struct article same = sample();
    struct article with_id = sample();
    (void)state;
    arena_init(&arena, 1 << 16);
    assert_int_equal(article_make_id(&article, &arena), OK);
    assert_int_equal(article.id.size, 32);
    assert_true(article_id_valid(article.id));
    same.author = STR("somebody else"); /* an article whose author is corrected stays the same article */
    assert_int_equal(article_make_id(&same, &arena), OK);
    assert_true(str_equal(article.id, same.id));
    same = sample();
    same.text = STR("Three died.");
    assert_int_equal(article_make_id(&same, &arena), OK);
    assert_false(str_equal(article.id, same.id));
    with_id.id = STR("mine");
    assert_int_equal(article_make_id(&with_id, &arena), OK);
    assert_true(str_equal(with_id.id, STR("mine")));
    arena_release(&arena);
    struct article homeless = sample();
    arena_init(&arena, 0);
    assert_int_equal(article_make_id(&homeless, &arena), ERR_NO_MEMORY);
    arena_release(&arena);
}

static void test_fields(void **state)
{
    struct article article = sample();
    (void)state;
    assert_string_equal(article_field_name(FIELD_TITLE), "title");
    assert_string_equal(article_field_name(FIELD_TEXT), "text");
    assert_true(str_equal(article_field_text(&article, FIELD_TITLE), STR("A title")));
    assert_true(str_equal(article_field_text(&article, FIELD_TEXT), STR("Two died.")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids),       cmocka_unit_test(test_urls),
        cmocka_unit_test(test_languages), cmocka_unit_test(test_content_hash),
        cmocka_unit_test(test_made_ids),  cmocka_unit_test(test_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
