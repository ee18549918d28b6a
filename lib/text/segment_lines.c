#include "text/segment_lines.h"

#include <string.h>

/* Lines broken at a width are at least this long, and at most that. */
#define WIDTH_MIN 40
#define WIDTH_MAX 130
/* No page has more lines than these, and one more for so many bytes; what is behind them is taken as one, so
 * that memory stays bounded. */
#define LINES_FREE 512
#define LINE_BYTES 8
/* A line of more words is not just an address. */
#define ADDRESS_WORDS 4
/* Blocks of this many lines show their width themselves; shorter ones follow the others. */
#define WRAPPED_LINES 4
/* No rule tells apart paragraphs of so many words and more. */
#define WORDS_MAX (3 * PARAGRAPH_PROSE_WORDS)

struct line {
    uint32_t begin;
    uint32_t end; /* behind its newline */
    struct str content;
    bool blank;
};

/* The index of the next newline, or the text's size; between two paragraphs it is often the next byte. */
static size_t newline_from(struct str text, size_t at)
{
    if (text.data[at] == '\n') {
        return at;
    }
    const char *newline = memchr(text.data + at, '\n', text.size - at);
    return newline == NULL ? text.size : (size_t)(newline - text.data);
}

static struct line *read_lines(struct arena *arena, struct str text, size_t *count)
{
    const size_t most = LINES_FREE + text.size / LINE_BYTES;
    size_t lines = 1;
    for (size_t at = 0; at < text.size && lines < most; at++) {
        at = newline_from(text, at);
        lines += at < text.size;
    }
    struct line *items = arena_room(arena, lines, sizeof(*items));
    if (items == NULL) {
        return NULL;
    }
    *count = 0;
    size_t at = 0;
    while (at < text.size) {
        size_t newline = newline_from(text, at);
        size_t end = newline == text.size || *count + 1 == most ? text.size : newline + 1;
        struct line *line = &items[(*count)++];
        line->begin = (uint32_t)at;
        line->end = (uint32_t)end;
        line->content = newline == at ? str_slice(text, at, at) : str_trim(str_slice(text, at, end));
        while (line->content.size >= 2 && memcmp(line->content.data, "\xC2\xA0", 2) == 0) {
            line->content = str_trim(str_slice(line->content, 2, line->content.size));
        }
        line->blank = line->content.size == 0;
        at = end;
    }
    return items;
}

/* How many bytes the closing quote or bracket at the end takes, or 0. */
static size_t closer_size(struct str content)
{
    size_t size = content.size;
    if (size == 0) {
        return 0;
    }
    switch ((unsigned char)content.data[size - 1]) {
    case '"':
    case '\'':
    case ')':
    case ']':
        return 1;
    case 0xBB: /* » */
        return str_ends(content, STR("\xC2\xBB")) ? 2 : 0;
    case 0x99: /* ’ */
    case 0x9C: /* “ */
    case 0x9D: /* ” */
        return size >= 3 && memcmp(content.data + size - 3, "\xE2\x80", 2) == 0 ? 3 : 0;
    default:
        return 0;
    }
}

static struct str without_closers(struct str content)
{
    size_t size;
    while ((size = closer_size(content)) > 0) {
        content.size -= size;
    }
    return content;
}

/* Behind closing quotes and brackets there is a full stop, an exclamation or a question mark, or an ellipsis.
 */
static bool terminated(struct str content)
{
    content = without_closers(content);
    return str_ends(content, STR(".")) || str_ends(content, STR("!")) || str_ends(content, STR("?")) ||
           str_ends(content, STR("\xE2\x80\xA6")) || str_ends(content, STR("\xE3\x80\x82"));
}

/* A full stop alone, as headlines do not have it. */
static bool full_stop(struct str content)
{
    content = without_closers(content);
    return str_ends(content, STR(".")) && !str_ends(content, STR("..."));
}

/* In bytes. */
static size_t first_word(struct str content)
{
    const char *space = memchr(content.data, ' ', content.size);
    return space == NULL ? content.size : (size_t)(space - content.data);
}

/* Each line but the last is so full that the next one's first word had no room, and some break is inside a
 * sentence. */
static bool broken_at_width(const struct line *lines, size_t count, uint32_t width)
{
    bool inside = false;
    for (size_t i = 0; i + 1 < count; i++) {
        if (lines[i].content.size > width ||
            lines[i].content.size + 1 + first_word(lines[i + 1].content) <= width) {
            return false;
        }
        inside = inside || !terminated(lines[i].content);
    }
    return inside && lines[count - 1].content.size <= width;
}

static uint32_t longest(const struct line *lines, size_t count)
{
    size_t width = 0;
    for (size_t i = 0; i < count; i++) {
        width = lines[i].content.size > width ? lines[i].content.size : width;
    }
    return (uint32_t)(width > WIDTH_MAX ? WIDTH_MAX + 1 : width);
}

static size_t block_length(const struct line *lines, size_t count)
{
    size_t length = 0;
    while (length < count && !lines[length].blank) {
        length++;
    }
    return length;
}

/* The width at which the text's lines are broken, shown by its longer blocks; 0 when they are not. */
static uint32_t text_width(const struct line *lines, size_t count)
{
    uint32_t width = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = block_length(lines + i, count - i);
        uint32_t own = longest(lines + i, length);
        if (length >= WRAPPED_LINES && own >= WIDTH_MIN && own <= WIDTH_MAX &&
            broken_at_width(lines + i, length, own) && own > width) {
            width = own;
        }
        i += length;
    }
    return width;
}

/* A block of two or three lines shows no width, but a line end between two words of a sentence is telling. */
static bool continues_in_lower_case(const struct line *lines, size_t count)
{
    for (size_t i = 0; i + 1 < count; i++) {
        char next = lines[i + 1].content.data[0];
        if (lines[i].content.size < WIDTH_MIN || terminated(lines[i].content) || next < 'a' || next > 'z') {
            return false;
        }
    }
    return true;
}

static bool wrapped(const struct line *lines, size_t count, uint32_t width)
{
    if (count < 2) {
        return false;
    }
    uint32_t own = longest(lines, count);
    if (own < WIDTH_MIN || own > WIDTH_MAX) {
        return false;
    }
    if (width > 0 && broken_at_width(lines, count, width)) {
        return true;
    }
    if (count >= WRAPPED_LINES) {
        return broken_at_width(lines, count, own);
    }
    return continues_in_lower_case(lines, count);
}

static bool ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The sign of a list, or a number of up to three digits with a full stop or bracket, or such a number alone.
 */
static bool bullet(struct str content)
{
    static const char *const signs[] = {
        "*",        "+", "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6",
        "\xC2\xB7", ">", "\xC2\xBB",     "\xE2\x80\xBA", "\xE2\x96\xBA", "\xE2\x96\xB6", "\xE2\x86\x92"};
    if (ascii_is_letter(content.data[0])) {
        return false;
    }
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (str_starts(content, str_from(signs[i]))) {
            return true;
        }
    }
    if (content.size > 2 && content.data[0] == '-' && content.data[1] == ' ') {
        return true;
    }
    size_t digits = 0;
    while (digits < content.size && ascii_digit(content.data[digits])) {
        digits++;
    }
    if (digits == 0 || digits > 3) {
        return false;
    }
    return digits == content.size || ((content.data[digits] == '.' || content.data[digits] == ')') &&
                                      digits + 1 < content.size && content.data[digits + 1] == ' ');
}

bool paragraph_title_case(const struct paragraph *paragraph)
{
    struct first_words first = paragraph->plain ? line_first_words(paragraph->content) : paragraph->first;
    return first.long_words >= 2 && first.capitals * 4 >= first.long_words * 3;
}

/* An e-mail address or a URL is in it. */
static bool address(struct str content)
{
    size_t at = str_find(content, STR("@"), 0);
    bool mail = at != SIZE_MAX && at > 0 && !str_ends(str_slice(content, 0, at), STR(" ")) &&
                str_find(content, STR("."), at) != SIZE_MAX;
    return mail || str_find(content, STR("http://"), 0) != SIZE_MAX ||
           str_find(content, STR("https://"), 0) != SIZE_MAX || str_find(content, STR("www."), 0) != SIZE_MAX;
}

static void describe(struct paragraph *paragraph, const struct clutter_language *clutter, struct str text,
                     const struct line *first, const struct line *last, bool is_wrapped)
{
    size_t begin = (size_t)(first->content.data - text.data);
    size_t end = (size_t)(last->content.data - text.data) + last->content.size;
    *paragraph = (struct paragraph){.begin = first->begin, .end = last->end, .hard_wrapped = is_wrapped};
    paragraph->content = str_slice(text, begin, end);
    paragraph->terminated = terminated(paragraph->content);
    paragraph->full_stop = full_stop(paragraph->content);
    paragraph->words =
        line_words(paragraph->content, paragraph->full_stop ? PARAGRAPH_PROSE_WORDS : WORDS_MAX);
    paragraph->address = paragraph->words <= ADDRESS_WORDS && address(paragraph->content);
    paragraph->hash = paragraph->words <= PARAGRAPH_LABEL_WORDS ? str_hash(paragraph->content) : 0;
    paragraph->bullet = bullet(paragraph->content);
    paragraph->plain = paragraph->terminated && paragraph->words >= 3 &&
                       !(paragraph->bullet && paragraph->words < PARAGRAPH_PROSE_WORDS) &&
                       (paragraph->full_stop || paragraph->words >= 3 * PARAGRAPH_PROSE_WORDS);
    if (!paragraph->plain) { /* in news hardly any is not */
        paragraph->first = line_first_words(paragraph->content);
    }
    paragraph->colon = str_ends(paragraph->content, STR(":"));
    paragraph->mark = clutter_match(clutter, paragraph->content);
}

enum status segment_paragraphs(struct arena *arena, const struct clutter_language *clutter, struct str text,
                               struct paragraph **paragraphs, size_t *count)
{
    *paragraphs = NULL;
    *count = 0;
    size_t line_count = 0;
    struct line *lines = read_lines(arena, text, &line_count);
    struct paragraph *items = lines == NULL ? NULL : arena_room(arena, line_count, sizeof(*items));
    if (items == NULL) {
        return ERR_NO_MEMORY;
    }
    uint32_t width = text_width(lines, line_count);
    size_t at = 0;
    while (at < line_count) {
        size_t length = block_length(lines + at, line_count - at);
        bool block_wrapped = wrapped(lines + at, length, width);
        for (size_t i = 0; i < length; i++) {
            const struct line *last = block_wrapped ? &lines[at + length - 1] : &lines[at + i];
            describe(&items[(*count)++], clutter, text, &lines[at + i], last, block_wrapped);
            if (block_wrapped) {
                break;
            }
        }
        at += length;
        while (at < line_count && lines[at].blank) {
            at++;
        }
        if (*count > 0) {
            items[*count - 1].end = at < line_count ? lines[at].begin : (uint32_t)text.size;
        }
    }
    if (*count > 0) {
        items[0].begin = 0;
    } else if (text.size > 0) { /* nothing but white space */
        items[(*count)++] = (struct paragraph){.end = (uint32_t)text.size, .content = str_slice(text, 0, 0)};
    }
    *paragraphs = items;
    arena_drop(arena, lines);
    return OK;
}
