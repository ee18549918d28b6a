/* The tree becomes two flat lists in the order of the document: blocks (runs of text between the edges of
 * block elements) and the elements that hold them.  An element covers a range of blocks, so that how much
 * prose it holds is a difference of prefix sums, and choosing the content is arithmetic on ranges. */
#include "article/html_content.h"

#include "article/html_roles.h"
#include "article/whitespace.h"

#include <string.h>

/* A block this long, and not mostly links, is a paragraph of prose. */
#define PROSE_SIZE 60

struct block {
    uint32_t begin; /* into the text */
    uint32_t end;
    uint32_t link_bytes;
    bool heading;
    bool linked; /* the link is around the block, not in it */
    bool comment;
    bool dropped;
};

struct element {
    uint32_t parent; /* index of the element around it */
    uint32_t first_block;
    uint32_t end_block;
    struct html_role role;
};

struct page {
    struct arena *arena;
    char *text;
    size_t text_size;
    size_t text_room;
    struct block *blocks;
    size_t block_count;
    size_t block_room;
    struct element *elements;
    size_t element_count;
    size_t element_room;
    size_t title_block; /* where the first <h1> begins; SIZE_MAX when there is none */
    uint64_t *prose;    /* prose[i]: bytes of prose in the blocks before i */
    /* while collecting */
    struct block open;
    bool gap;     /* white space stands before the next character */
    bool newline; /* a <br> does */
    unsigned links;
    unsigned preformatted;
    bool heading;
    bool failed;
};

static bool grow(struct arena *arena, void **items, size_t count, size_t *room, size_t needed, size_t size)
{
    if (needed <= *room) {
        return true;
    }
    size_t more = *room * 2 > needed ? *room * 2 : needed + 64;
    void *longer = arena_grow(arena, *items, count, more, size);
    if (longer == NULL) {
        return false;
    }
    *items = longer;
    *room = more;
    return true;
}

static void append(struct page *page, const char *bytes, size_t size)
{
    void *text = page->text;
    if (!grow(page->arena, &text, page->text_size, &page->text_room, page->text_size + size, 1)) {
        page->failed = true;
        return;
    }
    page->text = text;
    if (page->text == NULL) { /* nothing was to be appended */
        return;
    }
    memcpy(page->text + page->text_size, bytes, size);
    page->text_size += size;
}

static void end_block(struct page *page)
{
    page->gap = false;
    page->newline = false;
    page->open.end = (uint32_t)page->text_size;
    if (page->open.end > page->open.begin) {
        void *blocks = page->blocks;
        if (!grow(page->arena, &blocks, page->block_count, &page->block_room, page->block_count + 1,
                  sizeof(struct block))) {
            page->failed = true;
            return;
        }
        page->blocks = blocks;
        page->open.heading = page->heading;
        page->blocks[page->block_count++] = page->open;
    }
    page->open = (struct block){.begin = (uint32_t)page->text_size, .linked = page->links > 0};
}

/* A second line break in a row makes a paragraph. */
static void break_line(struct page *page)
{
    if (page->newline) {
        end_block(page);
    } else {
        page->newline = page->text_size > page->open.begin;
    }
}

static void add_text(struct page *page, const char *text)
{
    size_t size = strlen(text);
    size_t length = 0;
    size_t at = 0;
    while (at < size && !page->failed) {
        enum whitespace_kind kind = whitespace_at(text, size, at, &length);
        if (kind == WHITESPACE_SPACE && page->preformatted > 0 && text[at] == '\n') {
            break_line(page);
        } else if (kind == WHITESPACE_SPACE) {
            page->gap = true;
        }
        if (kind != WHITESPACE_NONE) {
            at += length;
            continue;
        }
        size_t run = at;
        while (at < size && whitespace_at(text, size, at, &length) == WHITESPACE_NONE) {
            at += length;
        }
        if (page->text_size > page->open.begin && (page->gap || page->newline)) {
            append(page, page->newline ? "\n" : " ", 1);
        }
        page->gap = page->newline = false;
        append(page, text + run, at - run);
        page->open.link_bytes += page->links > 0 ? (uint32_t)(at - run) + 1 : 0;
    }
}

static size_t begin_element(struct page *page, size_t parent, struct html_role role)
{
    void *elements = page->elements;
    if (!grow(page->arena, &elements, page->element_count, &page->element_room, page->element_count + 1,
              sizeof(struct element))) {
        page->failed = true;
        return parent;
    }
    page->elements = elements;
    page->elements[page->element_count] = (struct element){
        .parent = (uint32_t)parent, .first_block = (uint32_t)page->block_count, .role = role};
    return page->element_count++;
}

static void collect(struct page *page, const GumboNode *node, size_t parent);

static void collect_children(struct page *page, const GumboNode *node, size_t parent)
{
    const GumboVector *children = html_children(node);
    for (unsigned i = 0; children != NULL && i < children->length && !page->failed; i++) {
        collect(page, children->data[i], parent);
    }
}

/* Recursive; the tree is at most HTML_DEPTH_MAX deep. */
static void collect(struct page *page, const GumboNode *node, size_t parent)
{
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
        node->type == GUMBO_NODE_WHITESPACE) {
        add_text(page, node->v.text.text);
        return;
    }
    if (!html_is_element(node)) {
        return;
    }
    struct html_role role = html_role(node);
    if (role.never_shown) {
        return;
    }
    if (role.line_break) {
        break_line(page);
        return;
    }
    if (role.is_inline && !role.optional) {
        page->links += role.link ? 1 : 0;
        collect_children(page, node, parent);
        page->links -= role.link ? 1 : 0;
        return;
    }
    end_block(page);
    bool outer_heading = page->heading;
    page->heading = page->heading || role.heading;
    page->links += role.link ? 1 : 0;
    page->preformatted += role.preformatted ? 1 : 0;
    size_t element = begin_element(page, parent, role);
    if (page->title_block == SIZE_MAX && node->v.element.tag == GUMBO_TAG_H1) {
        page->title_block = page->block_count;
    }
    collect_children(page, node, element);
    end_block(page);
    page->preformatted -= role.preformatted ? 1 : 0;
    page->links -= role.link ? 1 : 0;
    page->heading = outer_heading;
    if (!page->failed) {
        page->elements[element].end_block = (uint32_t)page->block_count;
    }
}

static struct str text_of(const struct page *page, const struct block *block)
{
    return (struct str){.data = page->text + block->begin, .size = block->end - block->begin};
}

/* A paragraph rather than a headline or a line about the author. */
static bool ends_sentence(const struct page *page, const struct block *block)
{
    static const char *const ends[] = {".", "!", "?", ".\"", ".\xE2\x80\x9D", ".\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (str_ends(text_of(page, block), str_from(ends[i]))) {
            return block->end - block->begin >= PROSE_SIZE && !block->heading;
        }
    }
    return false;
}

static void sum_prose(struct page *page)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct block *block = &page->blocks[i];
        uint32_t size = block->end - block->begin;
        page->prose[i] = sum;
        bool prose = size >= PROSE_SIZE && !block->heading && !block->comment && !block->dropped &&
                     block->link_bytes * 2ULL < size;
        sum += prose ? size : 0;
    }
    page->prose[page->block_count] = sum;
}

static uint64_t prose_of(const struct page *page, const struct element *element)
{
    return page->prose[element->end_block] - page->prose[element->first_block];
}

static bool holds_title(const struct page *page, const struct element *element)
{
    return element->first_block <= page->title_block && page->title_block < element->end_block;
}

/* Readers often write more than the author did, so that how much prose their comments hold tells nothing.
 * They stand behind the article, without its headline.  A page with hardly anything but them means something
 * else by the word. */
static void mark_comments(struct page *page)
{
    uint64_t all = page->prose[page->block_count];
    for (size_t i = 0; i < page->element_count; i++) {
        const struct element *element = &page->elements[i];
        if (element->role.comments && !holds_title(page, element) && page->prose[element->first_block] > 0) {
            for (size_t k = element->first_block; k < element->end_block; k++) {
                page->blocks[k].comment = true;
            }
        }
    }
    sum_prose(page);
    if (page->prose[page->block_count] * 20 < all) {
        for (size_t i = 0; i < page->block_count; i++) {
            page->blocks[i].comment = false;
        }
        sum_prose(page);
    }
}

/* Links to other pages, but for a paragraph all of which is one: that is the article's. */
static bool mostly_links(const struct page *page, const struct block *block)
{
    bool links = (uint64_t)block->link_bytes * 10 >= (uint64_t)(block->end - block->begin) * 8;
    return links && (block->linked || !ends_sentence(page, block));
}

/* The <header> of the article, not of the site: it has the headline, and stands in <article> or <main> or
 * has the page's title for it. */
static bool article_header(const struct page *page, const struct element *element, struct str title)
{
    if (!element->role.header || !holds_title(page, element)) {
        return false;
    }
    for (const struct element *around = element; around != page->elements;
         around = &page->elements[around->parent]) {
        if (around->role.hint != HINT_NONE) {
            return true;
        }
    }
    return str_equal(text_of(page, &page->blocks[page->title_block]), title);
}

/* Drops the blocks of elements that are no content by their tag, or also by their class, unless they hold
 * more than a third of the page's prose (when hidden: two thirds): then the page uses the tag or word for
 * something else.  The sentences of the article's own header are kept: they are its first. */
static enum status drop_optional(struct page *page, struct str title, bool by_class)
{
    int32_t *edges = arena_array(page->arena, page->block_count + 1, sizeof(*edges));
    if (edges == NULL) {
        return ERR_NO_MEMORY;
    }
    uint64_t third = page->prose[page->block_count] / 3;
    for (size_t i = 0; i < page->element_count; i++) {
        const struct element *element = &page->elements[i];
        bool wanted = element->role.optional && (by_class || !element->role.by_class);
        if (!wanted || prose_of(page, element) > (element->role.hidden ? 2 : 1) * third) {
            continue;
        }
        bool own_header = article_header(page, element, title);
        for (size_t k = element->first_block; own_header && k < element->end_block; k++) {
            edges[k] += ends_sentence(page, &page->blocks[k]) ? 0 : 1;
            edges[k + 1] -= ends_sentence(page, &page->blocks[k]) ? 0 : 1;
        }
        if (!own_header) {
            edges[element->first_block]++;
            edges[element->end_block]--;
        }
    }
    int32_t depth = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        depth += edges[i];
        page->blocks[i].dropped = depth > 0;
    }
    return OK;
}

/* The element with the most prose that says by its markup that it is `content`; NULL when none holds any. */
static const struct element *richest(const struct page *page, enum html_content_hint hint)
{
    const struct element *best = NULL;
    for (size_t i = 0; i < page->element_count; i++) {
        const struct element *element = &page->elements[i];
        if (element->role.hint == hint && prose_of(page, element) > 0 &&
            (best == NULL || prose_of(page, element) > prose_of(page, best))) {
            best = element;
        }
    }
    return best;
}

/* The content by the page's own word, when that holds a good part of the prose; else from the outermost
 * element down as long as one child holds three quarters of what its parent holds. */
static const struct element *choose(const struct page *page)
{
    const struct element *body = richest(page, HINT_BODY);
    uint64_t all = page->prose[page->block_count];
    if (body != NULL && prose_of(page, body) * 5 >= all) {
        return body;
    }
    const struct element *article = richest(page, HINT_ARTICLE);
    if (article != NULL && prose_of(page, article) * 5 >= all * 2) {
        return article;
    }
    const struct element *chosen = richest(page, HINT_MAIN);
    if (chosen == NULL || prose_of(page, chosen) * 5 < all * 2) {
        chosen = &page->elements[0];
    }
    for (const struct element *element = chosen + 1; element < page->elements + page->element_count;
         element++) {
        bool inside = element->first_block >= chosen->first_block && element->end_block <= chosen->end_block;
        bool single = element->end_block - element->first_block <= 1;
        if (inside && &page->elements[element->parent] == chosen && !single && all > 0 &&
            prose_of(page, element) * 4 >= prose_of(page, chosen) * 3) {
            chosen = element;
        }
    }
    return chosen;
}

static struct str join(struct page *page, const struct element *content, struct str title)
{
    char *out = arena_alloc(page->arena, page->text_size + 2 * page->block_count + 1);
    if (out == NULL) {
        return (struct str){0};
    }
    size_t size = 0;
    for (size_t i = content->first_block; i < content->end_block; i++) {
        const struct block *block = &page->blocks[i];
        struct str text = text_of(page, block);
        if (block->dropped || block->comment || mostly_links(page, block) ||
            (size == 0 && str_equal(text, title))) {
            continue;
        }
        if (size > 0) {
            out[size++] = '\n';
            out[size++] = '\n';
        }
        memcpy(out + size, text.data, text.size);
        size += text.size;
    }
    return (struct str){.data = out, .size = size};
}

enum status html_content(struct arena *arena, const struct html_tree *tree, struct str title,
                         struct str *text)
{
    struct arena memory;
    arena_init(&memory, SIZE_MAX / 2);
    struct page page = {.arena = &memory, .title_block = SIZE_MAX};
    enum status status = ERR_NO_MEMORY;
    (void)begin_element(&page, 0, (struct html_role){0});
    collect(&page, tree->root, 0);
    page.prose = page.failed ? NULL : arena_array(&memory, page.block_count + 1, sizeof(*page.prose));
    if (page.prose == NULL) {
        goto done;
    }
    page.elements[0].end_block = (uint32_t)page.block_count;
    sum_prose(&page);
    mark_comments(&page);
    uint64_t all = page.prose[page.block_count];
    status = drop_optional(&page, title, true);
    if (status != OK) {
        goto done;
    }
    sum_prose(&page);
    if (page.prose[page.block_count] * 3 < all) { /* the classes mean something else on this page */
        for (size_t i = 0; i < page.block_count; i++) {
            page.blocks[i].dropped = false;
        }
        sum_prose(&page);
        status = drop_optional(&page, title, false);
        if (status != OK) {
            goto done;
        }
        sum_prose(&page);
    }
    *text = arena_copy(arena, join(&page, choose(&page), title));
    status = text->data == NULL ? ERR_NO_MEMORY : OK;
done:
    arena_release(&memory);
    return status;
}
