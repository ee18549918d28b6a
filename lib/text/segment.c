/* Which paragraphs are the article's.  Shape and position decide, and the words of clutter.txt; whatever
 * stays open is body, because a lost sentence is worse than a line of navigation that says nothing. */
#include "text/segment.h"

#include "lang/lang.h"
#include "text/line_shape.h"
#include "text/segment_lines.h"

#include <string.h>

#define PROSE_WORDS PARAGRAPH_PROSE_WORDS
/* Lines without a sentence's end that stand in a run of this many are a list. */
#define RUN 3
/* Labels are looked for in so many slots: more are taken only when lines were made to have one hash. */
#define PROBES 128
/* No list of other stories is longer. */
#define TEASERS 300

struct page {
    struct paragraph *items;
    size_t count;
};

/* Reads as one or more sentences, or as a part of one that is too long for a title. */
static bool prose(const struct paragraph *paragraph)
{
    if (paragraph->kind != SEGMENT_BODY) {
        return false;
    }
    if (paragraph->plain || (paragraph->words >= 2 * PROSE_WORDS &&
                             paragraph->first.capitals * 2 <= paragraph->first.long_words)) {
        return true;
    }
    return paragraph->terminated && paragraph->words >= 3 &&
           !(paragraph->bullet && paragraph->words < PROSE_WORDS) &&
           !(paragraph_title_case(paragraph) && !paragraph->full_stop && paragraph->words < 3 * PROSE_WORDS);
}

static bool strong_prose(const struct paragraph *paragraph)
{
    return prose(paragraph) && paragraph->words >= PROSE_WORDS;
}

/* The article goes on: a question may as well be the title of another story. */
static bool resumes(const struct paragraph *paragraph)
{
    return prose(paragraph) && (paragraph->full_stop || paragraph->words >= 2 * PROSE_WORDS);
}

static uint64_t prose_bytes(const struct page *page, size_t from, size_t to)
{
    uint64_t bytes = 0;
    for (size_t i = from; i < to; i++) {
        bytes += strong_prose(&page->items[i]) ? page->items[i].content.size : 0;
    }
    return bytes;
}

static void mark_kinds(struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        struct paragraph *paragraph = &page->items[i];
        switch (paragraph->mark) {
        case MARK_CLUTTER:
        case MARK_LIST:
        case MARK_END:
            paragraph->kind = SEGMENT_CLUTTER;
            break;
        case MARK_CAPTION:
            paragraph->kind = SEGMENT_CAPTION;
            break;
        case MARK_BYLINE:
            paragraph->kind = SEGMENT_BYLINE;
            break;
        case MARK_NONE:
            paragraph->kind = paragraph->address ? SEGMENT_BYLINE : SEGMENT_BODY;
            break;
        }
    }
}

/* What the form of a line tells when no words do.  A date without a time of day counts before the article's
 * first sentence, paragraph `first`, alone: within it may be a signature's. */
static void shape_kinds(struct page *page, size_t first)
{
    for (size_t i = 0; i < page->count; i++) {
        struct paragraph *paragraph = &page->items[i];
        bool clock = false;
        if (paragraph->kind != SEGMENT_BODY || paragraph->full_stop) {
            continue;
        }
        if (line_photo_credit(paragraph->content) || line_gallery(paragraph->content)) {
            paragraph->kind = SEGMENT_CAPTION;
        } else if (line_hashtags(paragraph->content)) {
            paragraph->kind = SEGMENT_CLUTTER;
        } else if (line_time_stamp(paragraph->content, &clock) && (clock || i < first)) {
            paragraph->kind = SEGMENT_BYLINE;
        }
    }
}

static bool same_content(const struct paragraph *a, const struct paragraph *b)
{
    return a->hash == b->hash && str_equal(a->content, b->content);
}

/* A line and at once the same again: a picture's alternative text and the caption under it. */
static void doubled_captions(struct page *page)
{
    for (size_t i = 0; i + 1 < page->count; i++) {
        struct paragraph *here = &page->items[i];
        struct paragraph *next = &page->items[i + 1];
        if (here->words >= PROSE_WORDS && (here->terminated || here->words >= 3 * PROSE_WORDS) &&
            same_content(here, next)) {
            here->kind = next->kind = SEGMENT_CAPTION;
        }
    }
}

/* Short lines that stand there three times and more: labels of a section, buttons. */
static enum status repeated_labels(struct arena *arena, struct page *page)
{
    size_t size = 16;
    while (size < 2 * page->count) {
        size *= 2;
    }
    struct slot {
        uint32_t first; /* the paragraph, from 1 on */
        uint32_t count;
    } *slots = arena_array(arena, size, sizeof(*slots));
    uint32_t *of = arena_array(arena, page->count, sizeof(*of)); /* the slot of each paragraph, from 1 on */
    if (slots == NULL || of == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < page->count; i++) {
        const struct paragraph *paragraph = &page->items[i];
        if (paragraph->terminated || paragraph->colon || paragraph->words > PARAGRAPH_LABEL_WORDS) {
            continue;
        }
        size_t at = paragraph->hash & (size - 1);
        unsigned probes = 0;
        while (slots[at].first != 0 && !same_content(&page->items[slots[at].first - 1], paragraph) &&
               probes < PROBES) {
            at = (at + 1) & (size - 1);
            probes++;
        }
        if (probes == PROBES) {
            continue;
        }
        slots[at].first = (uint32_t)i + 1;
        slots[at].count++;
        of[i] = (uint32_t)at + 1;
    }
    for (size_t i = 0; i < page->count; i++) {
        if (of[i] != 0 && slots[of[i] - 1].count >= RUN && page->items[i].kind == SEGMENT_BODY) {
            page->items[i].kind = SEGMENT_CLUTTER;
        }
    }
    arena_drop(arena, of);
    arena_drop(arena, slots);
    return OK;
}

/* From `begin` on, titles and single sentences take turns: links to other stories with a line about each. As
 * far as TEASERS paragraphs tell, for a page may have as many lists as lines. */
static bool teasers(const struct page *page, size_t begin)
{
    size_t sentences = 0;
    for (size_t i = begin; i < page->count && i < begin + TEASERS; i++) {
        if (strong_prose(&page->items[i])) {
            if (i > begin && strong_prose(&page->items[i - 1])) {
                return false;
            }
            sentences++;
        }
    }
    return sentences >= 2;
}

/* Lists of other stories, comments and what follows them.  `first` is the first prose of the page: before it
 * a title of that kind belongs to the site's head.  A list in the middle of an article ends at the next
 * paragraph of prose. */
static void lists(struct page *page, size_t first)
{
    uint64_t before = 0;
    uint64_t after = prose_bytes(page, first, page->count);
    size_t listed = first; /* paragraphs before it belong to lists that were looked through */
    for (size_t i = first; i < page->count; i++) {
        const struct paragraph *paragraph = &page->items[i];
        if (strong_prose(paragraph)) {
            before += paragraph->content.size;
            after -= paragraph->content.size;
        }
        if (paragraph->mark != MARK_END && paragraph->mark != MARK_LIST) {
            continue;
        }
        uint64_t rest = page->items[page->count - 1].end - paragraph->end;
        bool over =
            after <= before && (paragraph->mark == MARK_END || after * 2 < rest || teasers(page, i + 1));
        if (over) {
            for (size_t j = i; j < page->count; j++) {
                page->items[j].kind = SEGMENT_CLUTTER;
            }
            return;
        }
        listed = listed > i ? listed : i + 1;
        for (; listed < page->count && !resumes(&page->items[listed]); listed++) {
            if (page->items[listed].kind == SEGMENT_BODY) {
                page->items[listed].kind = SEGMENT_CLUTTER;
            }
        }
    }
}

/* The site's head, paragraphs 0 to first-1: the headline is what stands nearest to the prose, and a long line
 * above it may be one that has its subtitle below; short labels, and many lines of anything, are navigation.
 */
static void head(struct page *page, size_t first)
{
    size_t open = 0;
    for (size_t i = 0; i < first; i++) {
        open += page->items[i].kind == SEGMENT_BODY ? 1 : 0;
    }
    uint32_t fewest_above = open > RUN ? 6 : 3; /* words of the line above, which may as well be a link */
    size_t headings = 0;
    for (size_t i = first; i-- > 0;) {
        struct paragraph *paragraph = &page->items[i];
        uint32_t fewest = headings == 0 ? 3 : fewest_above;
        if (paragraph->kind == SEGMENT_BODY && headings < 2 && paragraph->words >= fewest &&
            !paragraph->bullet && !paragraph->colon) {
            paragraph->kind = SEGMENT_HEADING;
            headings++;
            open--;
        }
    }
    for (size_t i = 0; i < first; i++) {
        struct paragraph *paragraph = &page->items[i];
        bool dateline = i + 1 == first; /* "LONDON (AP) --" */
        bool label = paragraph->words <= 2 && !paragraph->first.digits;
        if (paragraph->kind != SEGMENT_BODY || dateline || paragraph->colon) {
            continue;
        }
        paragraph->kind = label || open >= RUN ? SEGMENT_CLUTTER : SEGMENT_HEADING;
    }
}

/* True when a colon in lines begin..end-1, or before them, says that a list or table follows. */
static bool announced(const struct page *page, size_t begin, size_t end)
{
    bool colon = begin > 0 && page->items[begin - 1].colon;
    for (size_t i = begin; i < end && !colon; i++) {
        colon = page->items[i].colon && page->items[i].kind == SEGMENT_BODY;
    }
    return colon;
}

/* Behind the last prose: names next to an author's line are one, too; what follows the first marked line is
 * the site's, and so are labels and titles that stand in a run.  Other lines of a run may be the article's
 * own list without full stops, or the date of a signature. */
static void tail(struct page *page, size_t begin)
{
    bool marked = false;
    bool run = page->count - begin >= RUN && !announced(page, begin, page->count);
    for (size_t i = begin; i < page->count; i++) {
        struct paragraph *paragraph = &page->items[i];
        if (paragraph->kind != SEGMENT_BODY) {
            marked = true;
            continue;
        }
        bool byline_next = i + 1 < page->count && page->items[i + 1].kind == SEGMENT_BYLINE;
        bool label = paragraph->words <= 3 && !(paragraph->first.digits && paragraph->words > 1);
        bool title = paragraph_title_case(paragraph) && !(paragraph->first.digits && paragraph->words <= 6);
        if (byline_next && paragraph->words <= 4 &&
            paragraph->first.long_words == paragraph->first.capitals) {
            paragraph->kind = SEGMENT_BYLINE;
        } else if (marked || (run && (label || title))) {
            paragraph->kind = SEGMENT_CLUTTER;
        }
    }
}

/* Lines begin..end-1 stand between two paragraphs of prose: one alone is a heading, three and more in title
 * case are links, and short ones beside the site's furniture are a part of it.  A list that a colon announces
 * is the article's. */
static void between(struct page *page, size_t begin, size_t end)
{
    size_t titles = 0;
    bool marked = false;
    bool article_list = announced(page, begin, end);
    for (size_t i = begin; i < end; i++) {
        titles += paragraph_title_case(&page->items[i]) && page->items[i].words >= 4 ? 1 : 0;
        marked = marked || page->items[i].kind == SEGMENT_BYLINE || page->items[i].kind == SEGMENT_CLUTTER;
    }
    bool links = end - begin >= RUN && !article_list && titles * 5 >= (end - begin) * 3;
    for (size_t i = begin; i < end; i++) {
        struct paragraph *paragraph = &page->items[i];
        if (paragraph->kind != SEGMENT_BODY) {
            continue;
        }
        if (links || (marked && paragraph->words <= 4)) {
            paragraph->kind = SEGMENT_CLUTTER;
        } else if (end - begin == 1 && !article_list && !paragraph->bullet &&
                   paragraph->words <= (paragraph_title_case(paragraph) ? 16 : 9)) {
            paragraph->kind = SEGMENT_HEADING;
        }
    }
}

static void middle(struct page *page, size_t first, size_t last)
{
    size_t begin = first + 1;
    for (size_t i = first + 1; i <= last; i++) {
        if (!prose(&page->items[i])) {
            continue;
        }
        if (begin < i) {
            between(page, begin, i);
        }
        begin = i + 1;
    }
}

static size_t first_prose(const struct page *page)
{
    size_t first = 0;
    while (first < page->count && !prose(&page->items[first])) {
        first++;
    }
    return first;
}

static void classify(struct page *page)
{
    shape_kinds(page, first_prose(page));
    size_t first = first_prose(page);
    if (first == page->count) {
        return; /* no sentence anywhere: whatever it is, it is all there is */
    }
    lists(page, first);
    size_t last = page->count - 1;
    while (last > first && !prose(&page->items[last])) {
        last--;
    }
    head(page, first);
    middle(page, first, last);
    tail(page, last + 1);
}

enum status text_segment(struct arena *arena, const struct lang *lang, struct str text,
                         struct segment **segments, size_t *count)
{
    *segments = NULL;
    *count = 0;
    if (text.size == 0) {
        return OK;
    }
    struct page page;
    enum status status = segment_paragraphs(arena, clutter_find(lang->tag), text, &page.items, &page.count);
    if (status != OK) {
        return status;
    }
    mark_kinds(&page);
    doubled_captions(&page);
    status = repeated_labels(arena, &page);
    if (status != OK) {
        return status;
    }
    classify(&page);
    struct segment *items = arena_room(arena, page.count, sizeof(*items));
    if (items == NULL) {
        return ERR_NO_MEMORY;
    }
    for (size_t i = 0; i < page.count; i++) {
        const struct paragraph *paragraph = &page.items[i];
        items[i] = (struct segment){.begin = paragraph->begin,
                                    .end = paragraph->end,
                                    .kind = paragraph->kind,
                                    .hard_wrapped = paragraph->hard_wrapped};
    }
    *segments = items;
    *count = page.count;
    arena_drop(arena, page.items);
    return OK;
}
