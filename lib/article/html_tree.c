#include "article/html_tree.h"

#include "article/whitespace.h"

#include <setjmp.h>
#include <string.h>

#define TAGS_MAX 100000
/* gumbo looks through the open elements at a tag, and through a tag's attributes at each of them.  The sums
 * of these looks stay far below this in real pages; beyond it a page would take seconds. */
#define LOOKS_MAX 30000000
/* More open elements reach LOOKS_MAX in any case. */
#define OPEN_MAX 8000
/* What the tree of a page of n bytes may take: real ones stay below half of it. */
#define MEMORY_BASE (32U << 20)
#define MEMORY_PER_BYTE 24U

static bool ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Where the tag whose name ends at `at` ends, and how many attributes it can have at most. */
static size_t tag_end(struct str html, size_t at, size_t *attributes)
{
    char before = ' '; /* the last character that is no white space */
    *attributes = 0;
    while (at < html.size && html.data[at] != '>') {
        char c = html.data[at];
        if ((c == '"' || c == '\'') && before == '=') {
            const char *close = memchr(html.data + at + 1, c, html.size - at - 1);
            if (close == NULL) {
                return html.size;
            }
            at = (size_t)(close - html.data);
            ++*attributes;
        } else if (space(c) || c == '/') {
            *attributes += at > 0 && !space(html.data[at - 1]) ? 1 : 0;
        }
        if (!space(c)) {
            before = c;
        }
        at++;
    }
    return at < html.size ? at + 1 : at;
}

/* How a tag changes the open elements. */
enum nesting {
    NESTING_NONE,   /* no end tag, or one that people leave out */
    NESTING_INLINE, /* its end tag closes inline elements that are still open in it */
    NESTING_BLOCK,  /* ... and blocks, too */
    NESTING_OTHER,  /* its end tag counts only where it belongs */
};

static enum nesting nesting_of(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
        return NESTING_NONE;
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
        return NESTING_INLINE;
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
        return NESTING_BLOCK;
    default:
        return NESTING_OTHER;
    }
}

/* The elements that are open as far as a look at the tags can tell: never fewer than gumbo will have, but for
 * corners that cost little. */
struct open_elements {
    uint16_t tags[OPEN_MAX]; /* GumboTag */
    size_t count;
    bool drawing; /* in <svg> or <math>, where "/>" closes an element */
};

static void close_element(struct open_elements *open, GumboTag tag)
{
    enum { FARTHEST = 64 };
    enum nesting own = nesting_of(tag);
    open->drawing = open->drawing && tag != GUMBO_TAG_SVG && tag != GUMBO_TAG_MATH;
    size_t lowest = open->count > FARTHEST ? open->count - FARTHEST : 0;
    for (size_t i = open->count; i-- > lowest;) {
        if (open->tags[i] == tag) {
            open->count = i;
            return;
        }
        enum nesting other = nesting_of((GumboTag)open->tags[i]);
        bool closes = own != NESTING_OTHER && other != NESTING_OTHER && other <= own;
        if (!closes) {
            return;
        }
    }
}

/* Behind the end tag of an element whose content is not markup. */
static size_t raw_end(struct str html, size_t at, struct str name)
{
    while ((at = str_find(html, STR("</"), at)) != SIZE_MAX) {
        at += 2;
        if (html.size - at >= name.size && str_equal_nocase(str_slice(html, at, at + name.size), name)) {
            return at;
        }
    }
    return html.size;
}

static bool raw_text(GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA ||
           tag == GUMBO_TAG_TITLE;
}

static void open_element(struct open_elements *open, GumboTag tag, bool slash)
{
    enum nesting nesting = nesting_of(tag);
    bool drawing = tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH;
    if (slash && (drawing || (open->drawing && nesting == NESTING_OTHER))) {
        return;
    }
    open->drawing =
        drawing || (open->drawing && nesting == NESTING_OTHER); /* HTML's own elements end a drawing */
    if (nesting != NESTING_NONE && open->count < OPEN_MAX) {
        open->tags[open->count++] = (uint16_t)tag;
    }
}

/* One look at the tags before gumbo builds anything, for what would cost it time quadratic in the page's
 * size. */
static enum status check_tags(struct str html, struct error *error)
{
    struct open_elements open = {.count = 0};
    size_t tags = 0;
    size_t looks = 0;
    size_t at = 0;
    while ((at = str_find(html, STR("<"), at)) != SIZE_MAX && at + 1 < html.size) {
        if (html.size - at >= 4 && memcmp(html.data + at, "<!--", 4) == 0) {
            size_t close = str_find(html, STR("-->"), at + 4);
            at = close == SIZE_MAX ? html.size : close + 3;
            continue;
        }
        bool end_tag = html.data[at + 1] == '/';
        size_t begin = at + (end_tag ? 2 : 1);
        if (begin >= html.size || !ascii_letter(html.data[begin])) {
            at++;
            continue;
        }
        size_t end = begin;
        while (end < html.size && !space(html.data[end]) && html.data[end] != '>' && html.data[end] != '/') {
            end++;
        }
        struct str name = str_slice(html, begin, end);
        GumboTag tag = gumbo_tagn_enum(name.data, (unsigned)name.size);
        size_t attributes = 0;
        at = tag_end(html, end, &attributes);
        tags++;
        looks += open.count + attributes * attributes;
        if (end_tag) {
            close_element(&open, tag);
        } else if (raw_text(tag)) {
            at = raw_end(html, at, name);
        } else {
            open_element(&open, tag, html.data[at - 2] == '/');
        }
        if (tags > TAGS_MAX) {
            return error_set(error, ERR_TOO_LARGE, NULL, "more than %d tags", TAGS_MAX);
        }
        if (looks > LOOKS_MAX) {
            return error_set(error, ERR_TOO_LARGE, NULL,
                             "elements nested too deep, or tags with too many attributes");
        }
    }
    return OK;
}

/* gumbo cannot bear an allocation that fails, and markup can be made of which it builds a tree quadratic in
 * its size. So all its memory comes from one arena, and when that is used up the parse is left by a jump. */
struct budget {
    struct arena *arena;
    jmp_buf exhausted;
};

static void *allocate(void *context, size_t size)
{
    struct budget *budget = context;
    void *memory = arena_alloc(budget->arena, size);
    if (memory == NULL) {
        longjmp(budget->exhausted, 1);
    }
    return memory;
}

static void deallocate(void *context, void *memory)
{
    (void)context;
    (void)memory;
}

static const GumboOutput *parse_within(struct budget *budget, struct str html)
{
    if (setjmp(budget->exhausted) != 0) {
        return NULL;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = budget;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, html.data, html.size);
}

/* Whether the tree is deeper than allowed; looks no deeper than that itself. */
static bool too_deep(const GumboNode *node, int depth)
{
    if (depth > HTML_DEPTH_MAX) {
        return true;
    }
    const GumboVector *children = html_children(node);
    for (unsigned i = 0; children != NULL && i < children->length; i++) {
        if (too_deep(children->data[i], depth + 1)) {
            return true;
        }
    }
    return false;
}

/* The digits of the numeric character reference that begins at `at` ("&#1234", "&#x4D2"), from the first that
 * is no leading zero on: sets *end behind them, *hex; SIZE_MAX when it is none. */
static size_t reference_digits(struct str html, size_t at, size_t *end, bool *hex)
{
    if (html.data[at] != '&' || at + 2 >= html.size || html.data[at + 1] != '#') {
        return SIZE_MAX;
    }
    *hex = (html.data[at + 2] | 0x20) == 'x';
    size_t digit = at + 2 + *hex;
    while (digit < html.size && html.data[digit] == '0') {
        digit++;
    }
    *end = digit;
    while (*end < html.size &&
           ((html.data[*end] >= '0' && html.data[*end] <= '9') ||
            (*hex && (html.data[*end] | 0x20) >= 'a' && (html.data[*end] | 0x20) <= 'f'))) {
        (*end)++;
    }
    return digit;
}

/* gumbo's arithmetic wraps around in a reference with more digits than a code point has, and what it then
 * writes is no UTF-8: such a one becomes one as long that is just out of range, for which it writes U+FFFD.
 * A copy in the arena where there is one, else `html`; data is NULL when there is no memory. */
static struct str bound_references(struct arena *arena, struct str html)
{
    char *copy = NULL;

    for (size_t at = 0; at < html.size; at++) {
        size_t end = at;
        bool hex = false;
        size_t digit = reference_digits(html, at, &end, &hex);
        if (digit == SIZE_MAX) {
            continue;
        }
        const struct str last = hex ? STR("110000") : STR("1114112");
        if (end - digit <= last.size) {
            continue;
        }
        if (copy == NULL) {
            copy = arena_room(arena, html.size, 1);
            if (copy == NULL) {
                return (struct str){0};
            }
            memcpy(copy, html.data, html.size);
        }
        memset(copy + digit, '0', end - digit);
        memcpy(copy + end - last.size, last.data, last.size);
        at = end - 1;
    }
    return copy == NULL ? html : (struct str){copy, html.size};
}

enum status html_tree_parse(struct str html, struct html_tree *tree, struct error *error)
{
    *tree = (struct html_tree){0};
    if (html.size > HTML_SIZE_MAX) {
        return error_set(error, ERR_TOO_LARGE, NULL, "a page of more than %d MB", HTML_SIZE_MAX >> 20);
    }
    enum status status = check_tags(html, error);
    if (status != OK) {
        return status;
    }
    arena_init(&tree->memory, MEMORY_BASE + MEMORY_PER_BYTE * html.size);
    struct budget budget = {.arena = &tree->memory};
    struct str bounded = bound_references(&tree->memory, html);
    const GumboOutput *output = bounded.data == NULL && html.size > 0 ? NULL : parse_within(&budget, bounded);
    if (output == NULL) {
        return error_set(error, ERR_TOO_LARGE, NULL, "the page's markup takes too much memory");
    }
    tree->root = output->root;
    if (too_deep(tree->root, 0)) {
        return error_set(error, ERR_TOO_LARGE, NULL, "elements nested more than %d levels deep",
                         HTML_DEPTH_MAX);
    }
    return OK;
}

/* Not gumbo_destroy_output: it calls itself once a level, and the arena gives everything back at once. */
void html_tree_release(struct html_tree *tree)
{
    arena_release(&tree->memory);
    tree->root = NULL;
}

bool html_is_element(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

const GumboVector *html_children(const GumboNode *node)
{
    return html_is_element(node) ? &node->v.element.children : NULL;
}

struct str html_attribute(const GumboNode *element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element->v.element.attributes, name);
    return attribute == NULL ? (struct str){0} : str_from(attribute->value);
}

bool html_attribute_has(const GumboNode *element, const char *name, struct str word)
{
    struct str value = html_attribute(element, name);
    size_t at = 0;
    while (at < value.size) {
        size_t begin = at;
        while (at < value.size && !space(value.data[at])) {
            at++;
        }
        if (str_equal_nocase(str_slice(value, begin, at), word)) {
            return true;
        }
        at++;
    }
    return false;
}

static size_t text_size(const GumboNode *node)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
        node->type == GUMBO_NODE_WHITESPACE) {
        return strlen(node->v.text.text);
    }
    size_t size = 1; /* for a space between blocks */
    const GumboVector *children = html_children(node);
    for (unsigned i = 0; children != NULL && i < children->length; i++) {
        size += text_size(children->data[i]);
    }
    return size;
}

static char *append_text(const GumboNode *node, char *out)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
        node->type == GUMBO_NODE_WHITESPACE) {
        size_t size = strlen(node->v.text.text);
        memcpy(out, node->v.text.text, size);
        return out + size;
    }
    const GumboVector *children = html_children(node);
    for (unsigned i = 0; children != NULL && i < children->length; i++) {
        out = append_text(children->data[i], out);
    }
    return out;
}

struct str html_text(struct arena *arena, const GumboNode *node)
{
    char *raw = arena_alloc(arena, text_size(node));
    if (raw == NULL) {
        return (struct str){0};
    }
    char *end = append_text(node, raw);
    return whitespace_normalise(raw, (size_t)(end - raw));
}
