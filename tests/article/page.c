/* Pages in tests/article/pages: name.html and, in name.txt, what is to be read out of it.  And pages made to
 * hurt. */
#include "article/article.h"
#include "base/buffer.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"

#define PAGES DATELINE_SOURCE_DIR "/tests/article/pages/"

static struct buffer read_file(const char *path)
{
    struct buffer buffer;
    char piece[4096];
    size_t size = 0;
    buffer_init(&buffer, 1 << 24);
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fail_msg("%s cannot be opened", path);
    }
    while ((size = fread(piece, 1, sizeof(piece), file)) > 0) {
        buffer_append(&buffer, piece, size);
    }
    (void)fclose(file);
    buffer_append_char(&buffer, '\0');
    assert_int_equal(buffer_status(&buffer), OK);
    return buffer;
}

static void write_field(struct buffer *out, const char *name, struct str value)
{
    if (value.data != NULL) {
        buffer_printf(out, "%s: %.*s\n", name, STR_ARG(value));
    }
}

/* The article in the form of the expected files: the fields that the page gives, a blank line, the text. */
static struct buffer describe(const struct article *article)
{
    struct buffer out;
    char published[32];
    buffer_init(&out, 1 << 24);
    write_field(&out, "title", article->title);
    write_field(&out, "url", article->url);
    write_field(&out, "publisher", article->publisher);
    write_field(&out, "author", article->author);
    write_field(&out, "language", article->language);
    if (article->published.day != DAY_NONE) {
        instant_format(&article->published, published);
        buffer_printf(&out, "published: %s\n", published);
    }
    buffer_printf(&out, "\n%.*s\n", STR_ARG(article->text));
    buffer_append_char(&out, '\0');
    assert_int_equal(buffer_status(&out), OK);
    return out;
}

static void check_page(const char *name)
{
    char path[512];
    struct arena arena;
    struct article article;
    struct error error = {0};
    (void)snprintf(path, sizeof(path), PAGES "%s.html", name);
    struct buffer html = read_file(path);
    (void)snprintf(path, sizeof(path), PAGES "%s.txt", name);
    struct buffer expected = read_file(path);
    arena_init(&arena, 16 << 20);
    struct str page = {html.data, html.size - 1};
    assert_int_equal(article_from_html(&arena, page, &article, &error), OK);
    struct buffer actual = describe(&article);
    if (strcmp(actual.data, expected.data) != 0) {
        print_error("%s:\n%s", name, actual.data);
    }
    assert_string_equal(actual.data, expected.data);
    arena_release(&arena);
    buffer_release(&html);
    buffer_release(&expected);
    buffer_release(&actual);
}

static void test_pages(void **state)
{
    DIR *folder = opendir(PAGES);
    const struct dirent *entry = NULL;
    int pages = 0;
    (void)state;
    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL) { // NOLINT(concurrency-mt-unsafe)
        char name[256];
        size_t size = strlen(entry->d_name);
        if (size > 5 && strcmp(entry->d_name + size - 5, ".html") == 0) {
            (void)snprintf(name, sizeof(name), "%.*s", (int)(size - 5), entry->d_name);
            check_page(name);
            pages++;
        }
    }
    (void)closedir(folder);
    assert_true(pages >= 8);
}

/* `count` times `piece`, between `before` and `after`. */
static struct buffer repeated(const char *before, const char *piece, size_t count, const char *after)
{
    struct buffer page;
    buffer_init(&page, 64 << 20);
    buffer_append(&page, before, strlen(before));
    for (size_t i = 0; i < count; i++) {
        buffer_append(&page, piece, strlen(piece));
    }
    buffer_append(&page, after, strlen(after));
    assert_int_equal(buffer_status(&page), OK);
    return page;
}

/* Each of these would cost gumbo time or memory quadratic in the page's size, or the stack. */
static void test_hostile_pages(void **state)
{
    static const struct {
        const char *before;
        const char *piece;
        size_t count;
        const char *after;
        enum status expected;
    } cases[] = {
        {"", "<div>", 390, "<p>deep, but not too deep", OK},
        {"", "<div>", 410, "x", ERR_TOO_LARGE},
        {"", "<div>", 1000000, "x", ERR_TOO_LARGE},
        {"", "<b><i></b>", 40000, "x", ERR_TOO_LARGE},
        {"", "<a href=x>", 50000, "x", ERR_TOO_LARGE},
        {"", "<div></span>", 49000, "x", ERR_TOO_LARGE},
        {"", "<svg></b>", 49000, "x", ERR_TOO_LARGE},
        {"", "<span><div></span></div>", 24000, "x", ERR_TOO_LARGE},
        {"", "<b/>", 90000, "x", ERR_TOO_LARGE},
        {"", "<path/>", 90000, "x", ERR_TOO_LARGE},
        {"<svg>", "<path d=x />", 9000, "</svg><p>a drawing", OK},
        {"<svg><style><!--</style>", "<g>", 90000, "x", ERR_TOO_LARGE},
        {"<p ", "a ", 900, ">some text", OK},
        {"<p ", "a='b' ", 200000, ">some text", ERR_TOO_LARGE},
        {"", "<br>", 200000, "x", ERR_TOO_LARGE},
        {"", "a", (16 << 20) + 1, "", ERR_TOO_LARGE},
        {"", "<p>not closed", 4000, "", OK},
        {"<table>", "<p>not in a cell", 4000, "", OK},
        {"", "<font>sloppy", 300, "", OK},
        {"<ul>", "<li>item <b>bold", 300, "</ul>", OK},
        {"", "</div></p></b></table>", 20000, "text", OK},
        {"<!--", "-", 100000, "", OK},
        {"<script>", "<div>", 100000, "", OK},
        {"<p title='", "<div>", 100000, "'>text", OK},
        {"<", "<", 100000, "p>", OK},
        {"", "&", 100000, "", OK},
        {"", "&#x41;", 100000, "", OK},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena;
        struct article article;
        struct error error = {0};
        struct buffer page = repeated(cases[i].before, cases[i].piece, cases[i].count, cases[i].after);
        arena_init(&arena, 64 << 20);
        enum status status = article_from_html(&arena, buffer_str(&page), &article, &error);
        if (status != cases[i].expected) {
            print_error("%s%s...: %s\n", cases[i].before, cases[i].piece, error.message);
        }
        assert_int_equal(status, cases[i].expected);
        assert_int_equal(status == OK, error.message[0] == '\0');
        arena_release(&arena);
        buffer_release(&page);
    }
}

/* Elements that are closed for others grow back in every paragraph: a tree quadratic in the page's size. */
static void test_growing_tree(void **state)
{
    struct arena arena;
    struct article article;
    struct error error = {0};
    struct buffer page;
    (void)state;
    buffer_init(&page, 64 << 20);
    for (int i = 0; i < 30000; i++) {
        buffer_printf(&page, "<p><b id=%d>x</p>", i);
    }
    arena_init(&arena, 64 << 20);
    assert_int_equal(article_from_html(&arena, buffer_str(&page), &article, &error), ERR_TOO_LARGE);
    arena_release(&arena);
    buffer_release(&page);
}

/* A reference to a code point that no number holds gives U+FFFD, as one to a code point that there is not. */
static void test_long_references(void **state)
{
    static const char *const references[] = {
        "&#1114112;", "&#999999999999999992;", "&#00099999999999999999992;",
        "&#x110000;", "&#xFFFFFFFFF41;",       "&#XfffffffffFFFFFFFF;"};
    (void)state;
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        struct arena arena;
        struct article article;
        struct error error = {0};
        struct buffer page;
        buffer_init(&page, 1 << 16);
        buffer_printf(&page,
                      "<p>The mill burned %s for hours, and &#65; wall of it fell &#x42; day later.</p>",
                      references[i]);
        arena_init(&arena, 64 << 20);
        assert_int_equal(article_from_html(&arena, buffer_str(&page), &article, &error), OK);
        struct str want = STR("The mill burned \xEF\xBF\xBD for hours, and A wall of it fell B day later.");
        if (!str_equal(article.text, want)) {
            fail_msg("%s: %.*s", references[i], STR_ARG(article.text));
        }
        arena_release(&arena);
        buffer_release(&page);
    }
}

static void test_no_memory(void **state)
{
    static const char page[] = "<title>A title</title><p>Some text that is long enough to be kept.</p>";
    struct arena arena;
    struct article article;
    struct error error = {0};
    (void)state;
    arena_init(&arena, 0);
    assert_int_equal(article_from_html(&arena, str_from(page), &article, &error), ERR_NO_MEMORY);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),        cmocka_unit_test(test_hostile_pages),
        cmocka_unit_test(test_growing_tree), cmocka_unit_test(test_long_references),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
