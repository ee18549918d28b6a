/* The body of a posted article: our own field names, or schema.org's. */
#include "article/json_tree.h"
#include "json/json.h"
#include "json/read.h"

#include <stdio.h>
#include <string.h>

struct reader {
    struct arena *arena;
    json_t *root;
    struct error *error;
};

/* The member called `name`, or else `schema_name` (which may be NULL), and its pointer.  A null is as good as
 * none. */
static const json_t *find(const struct reader *reader, const char *name, const char *schema_name,
                          char pointer[32])
{
    const char *names[2] = {name, schema_name};
    for (int i = 0; i < 2 && names[i] != NULL; i++) {
        const json_t *value = json_object_get(reader->root, names[i]);
        if (value != NULL && !json_is_null(value)) {
            (void)snprintf(pointer, 32, "/%s", names[i]);
            return value;
        }
    }
    (void)snprintf(pointer, 32, "/%s", name);
    return NULL;
}

static enum status copy(const struct reader *reader, struct str from, struct str *to)
{
    *to = arena_copy(reader->arena, from);
    if (from.data != NULL && to->data == NULL) {
        return error_set(reader->error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    return OK;
}

/* A field that is a string; absent when it is missing, null or empty. */
static enum status read_string(const struct reader *reader, const char *name, const char *schema_name,
                               size_t code_points, char pointer[32], struct str *out)
{
    *out = (struct str){0};
    const json_t *value = find(reader, name, schema_name, pointer);
    if (value == NULL) {
        return OK;
    }
    if (!json_is_string(value)) {
        return error_set(reader->error, ERR_INVALID, pointer, "expected a string, got %s",
                         read_type_name(value));
    }
    struct str text = {.data = json_string_value(value), .size = json_string_length(value)};
    if (text.size == 0) {
        return OK;
    }
    size_t length = code_points == SIZE_MAX ? 0 : utf8_length(text);
    if (length > code_points) {
        return error_set(reader->error, ERR_INVALID, pointer, "%zu characters; at most %zu are taken", length,
                         code_points);
    }
    return copy(reader, text, out);
}

static enum status read_names(const struct reader *reader, const char *name, struct str *out)
{
    char pointer[32];
    *out = (struct str){0};
    const json_t *value = find(reader, name, NULL, pointer);
    if (value == NULL) {
        return OK;
    }
    enum status status = json_tree_names(reader->arena, value, pointer, out, reader->error);
    if (status == OK && out->data != NULL && utf8_length(*out) > ARTICLE_NAME_MAX) {
        return error_set(reader->error, ERR_INVALID, pointer, "%zu characters; at most %d are taken",
                         utf8_length(*out), ARTICLE_NAME_MAX);
    }
    return status;
}

static enum status read_id(const struct reader *reader, struct article *article)
{
    char pointer[32];
    const json_t *value = find(reader, "id", NULL, pointer);
    if (value == NULL) {
        return OK;
    }
    enum status status = read_string(reader, "id", NULL, SIZE_MAX, pointer, &article->id);
    if (status == OK && !article_id_valid(article->id)) {
        return error_set(reader->error, ERR_INVALID, pointer,
                         "expected 1 to %d characters out of A-Z a-z 0-9 . _ : -", ARTICLE_ID_MAX);
    }
    return status;
}

/* A url that is given must be right; schema.org's mainEntityOfPage, which has other forms too, counts when it
 * is. */
static enum status read_url(const struct reader *reader, struct article *article)
{
    char pointer[32];
    enum status status = read_string(reader, "url", NULL, SIZE_MAX, pointer, &article->url);
    if (status != OK) {
        return status;
    }
    if (article->url.data != NULL) {
        if (!article_url_valid(article->url)) {
            return error_set(reader->error, ERR_INVALID, pointer,
                             "expected an absolute http or https URL of at most %d bytes", ARTICLE_URL_MAX);
        }
        return OK;
    }
    struct str page = json_tree_string(json_object_get(reader->root, "mainEntityOfPage"), "@id");
    if (page.data != NULL && article_url_valid(page)) {
        return copy(reader, page, &article->url);
    }
    return OK;
}

static enum status read_language(const struct reader *reader, struct article *article)
{
    char pointer[32];
    const json_t *value = find(reader, "language", "inLanguage", pointer);
    if (value == NULL) {
        return OK;
    }
    struct str language = json_tree_string(value, "alternateName");
    if (language.data == NULL) {
        return error_set(reader->error, ERR_INVALID, pointer, "expected a string, got %s",
                         read_type_name(value));
    }
    if (!article_language_valid(language)) {
        return error_set(reader->error, ERR_INVALID, pointer,
                         "\"%.*s\" is not a language tag; expected one of BCP 47, such as \"en\" for English",
                         language.size < 40 ? (int)language.size : 40, language.data);
    }
    return copy(reader, language, &article->language);
}

/* The publication moment; day DAY_NONE when it is not given. */
static enum status read_published(const struct reader *reader, struct article *article)
{
    char pointer[32];
    struct str text;
    enum status status = read_string(reader, "published", "datePublished", SIZE_MAX, pointer, &text);
    if (status != OK || text.data == NULL) {
        return status;
    }
    struct error fault = {0};
    if (instant_parse(text, &article->published, &fault) != OK) {
        return error_set(reader->error, ERR_INVALID, pointer, "%s", fault.message);
    }
    return OK;
}

static bool blank(struct str s)
{
    return str_trim(s).size == 0;
}

/* What the page says of itself fills what the request leaves out. */
static enum status read_page(const struct reader *reader, struct str html, struct article *article)
{
    struct article page = {.published.day = DAY_NONE};
    struct error fault = {0};
    enum status status = article_from_html(reader->arena, html, &page, &fault);
    if (status != OK) {
        return error_set(reader->error, status, "/html", "%s", fault.message);
    }
    article->text = page.text;
    struct str *mine[] = {&article->title, &article->publisher, &article->author, &article->language,
                          &article->url};
    const struct str *its[] = {&page.title, &page.publisher, &page.author, &page.language, &page.url};
    for (size_t i = 0; i < sizeof(mine) / sizeof(mine[0]); i++) {
        if (mine[i]->data == NULL) {
            *mine[i] = *its[i];
        }
    }
    if (article->published.day == DAY_NONE) {
        article->published = page.published;
    }
    if (blank(article->text) && blank(article->title)) {
        return error_set(reader->error, ERR_INVALID, "/html", "no text was found in the page");
    }
    return OK;
}

/* The article's text, from `text` or from the page in `html`: one of the two. */
static enum status read_content(const struct reader *reader, struct article *article)
{
    char pointer[32];
    struct str html;
    enum status status = read_string(reader, "text", "articleBody", SIZE_MAX, pointer, &article->text);
    bool text_given = find(reader, "text", "articleBody", pointer) != NULL;
    bool html_given = find(reader, "html", NULL, pointer) != NULL;
    if (status == OK) {
        status = read_string(reader, "html", NULL, SIZE_MAX, pointer, &html);
    }
    if (status != OK) {
        return status;
    }
    if (html.data != NULL && text_given) {
        return error_set(reader->error, ERR_INVALID, "/html", "give either text or html, not both");
    }
    if (html.data != NULL) {
        return read_page(reader, html, article);
    }
    if (article->text.data == NULL) {
        article->text = STR("");
    }
    if (html_given && !text_given) {
        return error_set(reader->error, ERR_INVALID, "/html", "empty");
    }
    if (blank(article->text) && (blank(article->title) || !text_given)) {
        return error_set(reader->error, ERR_INVALID, "/text",
                         text_given ? "empty, and so is the title" : "missing: give text or html");
    }
    return OK;
}

/* A misspelt member would be left out without a word.  A NewsArticle has many more than are read here. */
static enum status check_members(const struct reader *reader)
{
    static const char *const ours[] = {"id",       "url",       "title", "publisher", "author",
                                       "language", "published", "text",  "html",      NULL};
    static const char *const of_schema[] = {"@context",    "@type",      "headline",         "datePublished",
                                            "articleBody", "inLanguage", "mainEntityOfPage", NULL};
    const char *unknown = NULL;
    const char *name;
    json_t *value;
    json_object_foreach(reader->root, name, value)
    {
        if (read_is_named(of_schema, name)) {
            return OK;
        }
        if (unknown == NULL && !read_is_named(ours, name)) {
            unknown = name;
        }
    }
    if (unknown != NULL) {
        char pointer[128];
        read_pointer("", unknown, pointer);
        return error_set(reader->error, ERR_INVALID, pointer,
                         "there is no such member; an article has: id url title publisher author language "
                         "published text html");
    }
    return OK;
}

static enum status read_members(const struct reader *reader, struct article *article)
{
    char pointer[32];
    enum status status = check_members(reader);
    if (status == OK) {
        status = read_id(reader, article);
    }
    if (status == OK) {
        status = read_url(reader, article);
    }
    if (status == OK) {
        status = read_string(reader, "title", "headline", ARTICLE_TITLE_MAX, pointer, &article->title);
    }
    if (status == OK) {
        status = read_names(reader, "publisher", &article->publisher);
    }
    if (status == OK) {
        status = read_names(reader, "author", &article->author);
    }
    if (status == OK) {
        status = read_language(reader, article);
    }
    if (status == OK) {
        status = read_published(reader, article);
    }
    if (status == OK) {
        status = read_content(reader, article);
    }
    return status;
}

/* A host name says nothing by its case, so that it is given in one. */
static enum status default_publisher(const struct reader *reader, struct article *article)
{
    struct str host = article_url_host(article->url);
    char *name = arena_alloc(reader->arena, host.size + 1);
    if (name == NULL) {
        return error_set(reader->error, ERR_NO_MEMORY, NULL, "out of memory");
    }
    for (size_t i = 0; i < host.size; i++) {
        char c = host.data[i];
        name[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    article->publisher = (struct str){.data = name, .size = host.size};
    return OK;
}

static enum status complete(const struct reader *reader, struct article *article)
{
    if (article->published.day == DAY_NONE) {
        bool page = json_object_get(reader->root, "html") != NULL;
        return error_set(reader->error, ERR_INVALID, "/published",
                         "missing%s: expected YYYY-MM-DD, or RFC 3339 such as 2024-12-14T09:30:00+02:00",
                         page ? ", and the page does not tell" : "");
    }
    if (article->language.data == NULL) {
        article->language = STR("en");
        article->language_assumed = true;
    }
    if (article->publisher.data == NULL && article->url.data != NULL) {
        return default_publisher(reader, article);
    }
    return OK;
}

enum status json_read_article(struct arena *arena, struct str body, struct article *article,
                              struct error *error)
{
    *article = (struct article){.published.day = DAY_NONE};
    json_t *root = NULL;
    enum status status = json_tree_load(body, &root, error);
    if (status != OK) {
        return status;
    }
    struct reader reader = {.arena = arena, .root = root, .error = error};
    if (!json_is_object(root)) {
        status = error_set(error, ERR_INVALID, NULL,
                           "expected an object with the fields of an article, got %s", read_type_name(root));
    } else {
        status = read_members(&reader, article);
    }
    if (status == OK) {
        status = complete(&reader, article);
    }
    json_decref(root);
    return status;
}
