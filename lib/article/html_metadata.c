#include "article/html_metadata.h"

#include "article/html_content.h"
#include "article/html_roles.h"
#include "article/json_tree.h"
#include "article/page_date.h"
#include "base/utf8.h"

#include <string.h>

enum field {
    FIELD_OF_TITLE,
    FIELD_OF_URL,
    FIELD_OF_PUBLISHER,
    FIELD_OF_AUTHOR,
    FIELD_OF_LANGUAGE,
    FIELD_OF_DATE,
    FIELD_COUNT
};

/* How far a place of the page is trusted: the lowest wins, and of equals the first in the page. */
enum rank {
    RANK_SCHEMA = 1,   /* JSON-LD */
    RANK_PROTOCOL = 2, /* OpenGraph, rel=canonical */
    RANK_MICRODATA = 3,
    RANK_META = 4,  /* other <meta> names */
    RANK_TIME = 5,  /* <time> of the article */
    RANK_STRAY = 6, /* <time> that may be about something else */
    RANK_NONE = 9,
};

struct reader {
    struct arena *arena;
    struct str values[FIELD_COUNT];
    int ranks[FIELD_COUNT];
    struct instant published;
    struct str body;
    struct str heading;    /* the first <h1> */
    struct str subheading; /* the first <h2>: the headline of pages that have no <h1> */
    struct str window_title;
    bool no_memory;
    /* how many elements around the present one are ... */
    unsigned articles;
    unsigned asides; /* other stories, navigation, comments: their dates are theirs */
    unsigned doubtful;
};

/* Whether the value is what the field takes; a date goes into *published at once. */
static bool usable(enum field field, struct str value, struct instant *published)
{
    switch (field) {
    case FIELD_OF_DATE:
        return page_date_parse(value, published);
    case FIELD_OF_URL:
        return article_url_valid(value);
    case FIELD_OF_LANGUAGE:
        return article_language_valid(value);
    case FIELD_OF_PUBLISHER:
    case FIELD_OF_AUTHOR:
        return !article_url_valid(value); /* a profile page is no name */
    default:
        return true;
    }
}

static void offer(struct reader *reader, enum field field, int rank, struct str value)
{
    value = str_trim(value);
    if (value.size == 0 || rank >= reader->ranks[field]) {
        return;
    }
    if (!usable(field, value, &reader->published)) {
        return;
    }
    struct str copy = arena_copy(reader->arena, value);
    reader->no_memory = reader->no_memory || copy.data == NULL;
    reader->values[field] = copy;
    reader->ranks[field] = rank;
}

static const struct meta_name {
    const char *name;
    enum field field;
    enum rank rank;
} meta_names[] = {
    {"og:title", FIELD_OF_TITLE, RANK_PROTOCOL},
    {"twitter:title", FIELD_OF_TITLE, RANK_META},
    {"dc.title", FIELD_OF_TITLE, RANK_META},
    {"og:url", FIELD_OF_URL, RANK_META},
    {"og:site_name", FIELD_OF_PUBLISHER, RANK_PROTOCOL},
    {"dc.publisher", FIELD_OF_PUBLISHER, RANK_META},
    {"publisher", FIELD_OF_PUBLISHER, RANK_META},
    {"application-name", FIELD_OF_PUBLISHER, RANK_TIME},
    {"article:author", FIELD_OF_AUTHOR, RANK_PROTOCOL},
    {"author", FIELD_OF_AUTHOR, RANK_META},
    {"dc.creator", FIELD_OF_AUTHOR, RANK_META},
    {"parsely-author", FIELD_OF_AUTHOR, RANK_META},
    {"sailthru.author", FIELD_OF_AUTHOR, RANK_META},
    {"citation_author", FIELD_OF_AUTHOR, RANK_META},
    {"byl", FIELD_OF_AUTHOR, RANK_META},
    {"content-language", FIELD_OF_LANGUAGE, RANK_META},
    {"article:published_time", FIELD_OF_DATE, RANK_PROTOCOL},
    {"og:published_time", FIELD_OF_DATE, RANK_PROTOCOL},
    {"og:article:published_time", FIELD_OF_DATE, RANK_PROTOCOL},
    {"article:published", FIELD_OF_DATE, RANK_META},
    {"article.published", FIELD_OF_DATE, RANK_META},
    {"datepublished", FIELD_OF_DATE, RANK_META},
    {"date.published", FIELD_OF_DATE, RANK_META},
    {"rnews:datepublished", FIELD_OF_DATE, RANK_META},
    {"parsely-pub-date", FIELD_OF_DATE, RANK_META},
    {"sailthru.date", FIELD_OF_DATE, RANK_META},
    {"cxenseparse:recs:publishtime", FIELD_OF_DATE, RANK_META},
    {"publishdate", FIELD_OF_DATE, RANK_META},
    {"publish-date", FIELD_OF_DATE, RANK_META},
    {"publish_date", FIELD_OF_DATE, RANK_META},
    {"publication_date", FIELD_OF_DATE, RANK_META},
    {"pubdate", FIELD_OF_DATE, RANK_META},
    {"pub_date", FIELD_OF_DATE, RANK_META},
    {"citation_publication_date", FIELD_OF_DATE, RANK_META},
    {"citation_date", FIELD_OF_DATE, RANK_META},
    {"originalpublicationdate", FIELD_OF_DATE, RANK_META},
    {"dc.date.issued", FIELD_OF_DATE, RANK_META},
    {"dcterms.issued", FIELD_OF_DATE, RANK_META},
    {"dc.date", FIELD_OF_DATE, RANK_META},
    {"dc.date.created", FIELD_OF_DATE, RANK_META},
    {"dcterms.date", FIELD_OF_DATE, RANK_META},
    {"dcterms.created", FIELD_OF_DATE, RANK_META},
    {"date", FIELD_OF_DATE, RANK_META},
};

/* The text of a value that may hold entities or markup, as JSON-LD's strings sometimes do. */
static struct str plain(struct reader *reader, struct str value)
{
    if (value.size == 0 ||
        (str_find(value, STR("&"), 0) == SIZE_MAX && str_find(value, STR("<"), 0) == SIZE_MAX)) {
        return value;
    }
    struct html_tree tree;
    struct str text = value;
    if (html_tree_parse(value, &tree, NULL) == OK) {
        text = html_text(reader->arena, tree.root);
        reader->no_memory = reader->no_memory || text.data == NULL;
    }
    html_tree_release(&tree);
    return text;
}

/* The paragraphs of an articleBody: plain text, or markup. */
static struct str body_text(struct reader *reader, struct str value)
{
    if (str_find(value, STR("<p"), 0) == SIZE_MAX) {
        return str_find(value, STR("\n"), 0) == SIZE_MAX ? plain(reader, value) : value;
    }
    struct html_tree tree;
    struct str text = {0};
    if (html_tree_parse(value, &tree, NULL) == OK &&
        html_content(reader->arena, &tree, (struct str){0}, &text) == ERR_NO_MEMORY) {
        reader->no_memory = true;
    }
    html_tree_release(&tree);
    return text;
}

static bool is_article(struct str type)
{
    return str_ends(type, STR("Article")) || str_ends(type, STR("BlogPosting")) ||
           str_equal(type, STR("Report"));
}

/* "ItemPage" and "AboutPage" too. */
static bool is_page(struct str type)
{
    return str_ends(type, STR("Page"));
}

static bool json_is(const json_t *type, bool (*is)(struct str type))
{
    return json_is_string(type) &&
           is((struct str){.data = json_string_value(type), .size = json_string_length(type)});
}

/* A thing may be of several types, in any order. */
static bool any_type(const json_t *type, bool (*is)(struct str type))
{
    for (size_t i = 0; json_is_array(type) && i < json_array_size(type); i++) {
        if (json_is(json_array_get(type, i), is)) {
            return true;
        }
    }
    return json_is(type, is);
}

static void read_names(struct reader *reader, enum field field, const json_t *value)
{
    struct str names;
    if (value != NULL && json_tree_names(reader->arena, value, "", &names, NULL) == OK) {
        offer(reader, field, RANK_SCHEMA, plain(reader, names));
    }
}

static void read_schema_article(struct reader *reader, const json_t *object)
{
    offer(reader, FIELD_OF_TITLE, RANK_SCHEMA,
          plain(reader, json_tree_string(json_object_get(object, "headline"), "@value")));
    offer(reader, FIELD_OF_DATE, RANK_SCHEMA,
          json_tree_string(json_object_get(object, "datePublished"), "@value"));
    offer(reader, FIELD_OF_LANGUAGE, RANK_META,
          json_tree_string(json_object_get(object, "inLanguage"), "alternateName"));
    offer(reader, FIELD_OF_URL, RANK_MICRODATA, json_tree_string(json_object_get(object, "url"), "@id"));
    offer(reader, FIELD_OF_URL, RANK_MICRODATA,
          json_tree_string(json_object_get(object, "mainEntityOfPage"), "@id"));
    read_names(reader, FIELD_OF_PUBLISHER, json_object_get(object, "publisher"));
    read_names(reader, FIELD_OF_AUTHOR, json_object_get(object, "author"));
    struct str body = json_tree_string(json_object_get(object, "articleBody"), "@value");
    if (body.size > 0 && reader->body.data == NULL) {
        reader->body = arena_copy(reader->arena, body_text(reader, body));
    }
}

/* Looks for articles in one value: an article, a list of things, or a graph of them.  The first one counts.
 */
static void read_schema(struct reader *reader, const json_t *value)
{
    for (size_t i = 0; json_is_array(value) && i < json_array_size(value); i++) {
        read_schema(reader, json_array_get(value, i));
    }
    if (!json_is_object(value)) {
        return;
    }
    const json_t *type = json_object_get(value, "@type");
    if (any_type(type, is_article)) {
        read_schema_article(reader, value);
        return;
    }
    if (any_type(type, is_page)) { /* the page's date is the article's for want of its own */
        offer(reader, FIELD_OF_DATE, RANK_MICRODATA,
              json_tree_string(json_object_get(value, "datePublished"), "@value"));
    }
    read_schema(reader, json_object_get(value, "@graph"));
    read_schema(reader, json_object_get(value, "mainEntity"));
}

static void read_script(struct reader *reader, const GumboNode *element)
{
    if (!str_equal_nocase(str_trim(html_attribute(element, "type")), STR("application/ld+json"))) {
        return;
    }
    const GumboVector *children = html_children(element);
    if (children->length == 0) {
        return;
    }
    const GumboNode *text = children->data[0];
    if (text->type != GUMBO_NODE_TEXT) {
        return;
    }
    json_t *root = NULL;
    enum status status = json_tree_load_script(reader->arena, str_from(text->v.text.text), &root);
    if (status == OK) {
        read_schema(reader, root);
        json_decref(root);
    }
    reader->no_memory = reader->no_memory || status == ERR_NO_MEMORY;
}

static void read_meta(struct reader *reader, const GumboNode *element)
{
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    struct str content = html_attribute(element, "content");
    for (size_t k = 0; content.size > 0 && k < sizeof(keys) / sizeof(keys[0]); k++) {
        struct str name = html_attribute(element, keys[k]);
        for (size_t i = 0; name.size > 0 && i < sizeof(meta_names) / sizeof(meta_names[0]); i++) {
            if (str_equal_nocase(name, str_from(meta_names[i].name))) {
                offer(reader, meta_names[i].field, meta_names[i].rank, content);
            }
        }
    }
}

/* The date of a change, and a date above the headline, which is often today's, count for want of a better
 * one. */
static enum rank time_rank(const struct reader *reader, const GumboNode *time)
{
    bool changed = html_attribute_has(time, "itemprop", STR("dateModified")) ||
                   html_attribute_has(time, "class", STR("updated")) ||
                   html_attribute_has(time, "class", STR("modified"));
    bool placed = reader->articles > 0 || reader->heading.size > 0;
    return placed && reader->doubtful == 0 && !changed ? RANK_TIME : RANK_STRAY;
}

/* <time datetime> and schema.org's microdata. */
static void read_date(struct reader *reader, const GumboNode *element)
{
    if (reader->asides > 0) {
        return;
    }
    bool published = html_attribute_has(element, "itemprop", STR("datePublished"));
    bool is_time = element->v.element.tag == GUMBO_TAG_TIME;
    if (!published && !is_time) {
        return;
    }
    published = published || html_attribute(element, "pubdate").data != NULL;
    struct str value = html_attribute(element, "datetime");
    if (value.data == NULL) {
        value = html_attribute(element, "content");
    }
    if (value.data == NULL && published) {
        value = html_text(reader->arena, element);
    }
    offer(reader, FIELD_OF_DATE, published ? (int)RANK_MICRODATA : (int)time_rank(reader, element), value);
}

static void read_element(struct reader *reader, const GumboNode *element)
{
    switch (element->v.element.tag) {
    case GUMBO_TAG_HTML:
        offer(reader, FIELD_OF_LANGUAGE, RANK_SCHEMA, html_attribute(element, "lang"));
        break;
    case GUMBO_TAG_TITLE:
        if (reader->window_title.data == NULL) {
            reader->window_title = html_text(reader->arena, element);
        }
        break;
    case GUMBO_TAG_H1:
        if (reader->heading.size == 0) {
            reader->heading = html_text(reader->arena, element);
        }
        break;
    case GUMBO_TAG_H2:
        if (reader->subheading.size == 0 && reader->asides == 0) {
            reader->subheading = html_text(reader->arena, element);
        }
        break;
    case GUMBO_TAG_META:
        read_meta(reader, element);
        break;
    case GUMBO_TAG_LINK:
        if (html_attribute_has(element, "rel", STR("canonical"))) {
            offer(reader, FIELD_OF_URL, RANK_PROTOCOL, html_attribute(element, "href"));
        }
        break;
    case GUMBO_TAG_SCRIPT:
        read_script(reader, element);
        break;
    default:
        break;
    }
    if (element->v.element.attributes.length > 0) {
        read_date(reader, element);
    }
}

/* Comments stand behind the headline; a page may call all of itself so.  What lists other stories may hold a
 * date that looks like the article's own, and a wrong one is worse than none. */
static bool is_aside(const struct reader *reader, const GumboNode *element, const struct html_role *role)
{
    GumboTag tag = element->v.element.tag;
    return tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_NAV || role->stories ||
           (role->comments && reader->heading.size > 0);
}

/* Recursive; the tree is at most HTML_DEPTH_MAX deep. */
static void read_tree(struct reader *reader, const GumboNode *node)
{
    if (!html_is_element(node)) {
        return;
    }
    struct html_role role = html_role(node);
    unsigned article = role.hint == HINT_ARTICLE ? 1 : 0;
    unsigned aside = is_aside(reader, node, &role) ? 1 : 0;
    unsigned doubtful = role.by_class ? 1 : 0;
    reader->articles += article;
    reader->asides += aside;
    reader->doubtful += doubtful;
    read_element(reader, node);
    const GumboVector *children = html_children(node);
    for (unsigned i = 0; children != NULL && i < children->length && !reader->no_memory; i++) {
        read_tree(reader, children->data[i]);
    }
    reader->articles -= article;
    reader->asides -= aside;
    reader->doubtful -= doubtful;
}

/* "Bridge hit again | Norland Post" without the publisher's name. */
static struct str without_publisher(struct str title, struct str publisher)
{
    static const char *const separators[] = {" | ",  " - ",       " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                             " :: ", " \xC2\xBB "};
    for (size_t i = 0; publisher.size > 0 && i < sizeof(separators) / sizeof(separators[0]); i++) {
        struct str separator = str_from(separators[i]);
        size_t end = separator.size + publisher.size;
        if (title.size > end &&
            str_equal_nocase(str_slice(title, title.size - publisher.size, title.size), publisher) &&
            str_equal(str_slice(title, title.size - end, title.size - publisher.size), separator)) {
            return str_slice(title, 0, title.size - end);
        }
    }
    return title;
}

/* The first `code_points` of a text. */
static struct str cut(struct str text, size_t code_points)
{
    struct utf8_cursor cursor = {.text = text};
    return str_slice(text, 0, utf8_bytes(&cursor, code_points));
}

static struct str choose_title(const struct reader *reader)
{
    struct str title = reader->values[FIELD_OF_TITLE];
    if (title.data == NULL) {
        struct str window = reader->window_title;
        bool confirmed = reader->heading.size > 0 &&
                         (window.size == 0 || str_find(window, reader->heading, 0) != SIZE_MAX);
        bool repeated = reader->heading.size == 0 && reader->subheading.size > 0 &&
                        str_find(window, reader->subheading, 0) == 0;
        title = confirmed ? reader->heading : repeated ? reader->subheading : window;
    }
    title = without_publisher(title, reader->values[FIELD_OF_PUBLISHER]);
    return title.size == 0 ? (struct str){0} : cut(title, ARTICLE_TITLE_MAX);
}

enum status html_metadata(struct arena *arena, const struct html_tree *tree, struct article *article,
                          struct str *body)
{
    struct reader reader = {.arena = arena, .published.day = DAY_NONE};
    for (int i = 0; i < FIELD_COUNT; i++) {
        reader.ranks[i] = RANK_NONE;
    }
    read_tree(&reader, tree->root);
    if (reader.no_memory) {
        return ERR_NO_MEMORY;
    }
    article->title = choose_title(&reader);
    article->url = reader.values[FIELD_OF_URL];
    article->language = reader.values[FIELD_OF_LANGUAGE];
    struct str *names[] = {&article->publisher, &article->author};
    for (int i = 0; i < 2; i++) {
        struct str name = reader.values[i == 0 ? FIELD_OF_PUBLISHER : FIELD_OF_AUTHOR];
        *names[i] = name.data == NULL ? name : cut(name, ARTICLE_NAME_MAX);
    }
    article->published = reader.published;
    *body = reader.body;
    return OK;
}
