#include "text/segment_lines.h"

#include <string.h>

/* Lines broken at a width are at least this long, and at most that. */
#define WIDTH_MIN 40
#define WIDTH_MAX 130
/* No page has more lines; what is behind them is taken as one, so that memory stays bounded. */
#define LINES_MAX 65536
/* A line of more words is not just an address. */
#define ADDRESS_WORDS 4
/* Blocks of this many lines show their width themselves; shorter ones follow the others. */
#define WRAPPED_LINES 4

struct line {
    uint32_t begin;
    uint32_t end; /* behind its newline */
    struct str content;
    uint32_t first_word; /* bytes */
    bool blank;
};

static struct line *read_lines(struct arena *arena, struct str text, size_t *count)
{
    size_t lines = 1;
    for (size_t at = 0; at < text.size && lines < LINES_MAX; at++) {
        const char *newline = memchr(text.data + at, '\n', text.size - at);
        if (newline == NULL) {
            break;
        }
        at = (size_t)(newline - text.data);
        lines++;
    }
    struct line *items = arena_array(arena, lines, sizeof(*items));
    if (items == NULL) {
        return NULL;
    }
    *count = 0;
    size_t at = 0;
    while (at < text.size) {
        const char *newline = memchr(text.data + at, '\n', text.size - at);
        size_t end =
            newline == NULL || *count + 1 == LINES_MAX ? text.size : (size_t)(newline - text.data) + 1;
        struct line *line = &items[(*count)++];
        line->begin = (uint32_t)at;
        line->end = (uint32_t)end;
        line->content = str_trim(str_slice(text, at, end));
        while (line->content.size >= 2 && memcmp(line->content.data, "\xC2\xA0", 2) == 0) {
            line->content = str_trim(str_slice(line->content, 2, line->content.size));
        }
        line->blank = line->content.size == 0;
        const char *space = line->blank ? NULL : memchr(line->content.data, ' ', line->content.size);
        line->first_word =
            (uint32_t)(space == NULL ? line->content.size : (size_t)(space - line->content.data));
        at = end;
    }
    return items;
}

static struct str without_closers(struct str content)
{
    static const char *const closers[] = {"\"",           "'",        ")",           "]", "\xE2\x80\x9D",
                                          "\xE2\x80\x99", "\xC2\xBB", "\xE2\x80\x9C"};
    bool again = true;
    while (again) {
        again = false;
        for (size_t i = 0; i < sizeof(closers) / sizeof(closers[0]); i++) {
            struct str closer = str_from(closers[i]);
            if (str_ends(content, closer)) {
                content.size -= closer.size;
                again = true;
            }
        }
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

/* Each line but the last is so full that the next one's first word had no room, and some break is inside a
 * sentence. */
static bool broken_at_width(const struct line *lines, size_t count, uint32_t width)
{
    bool inside = false;
    for (size_t i = 0; i + 1 < count; i++) {
        if (lines[i].content.size > width || lines[i].content.size + 1 + lines[i + 1].first_word <= width) {
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

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

static void count_words(struct paragraph *paragraph)
{
    struct str content = paragraph->content;
    size_t at = 0;
    while (at < content.size) {
        while (at < content.size && (unsigned char)content.data[at] <= ' ') {
            at++;
        }
        size_t begin = at;
        size_t letters = 0;
        bool number = false;
        char first = '\0';
        while (at < content.size && (unsigned char)content.data[at] > ' ') {
            char c = content.data[at++];
            if (letter(c)) {
                if (letters == 0) {
                    first = c;
                }
                letters++;
            } else if (ascii_digit(c)) {
                number = true;
            }
        }
        if (begin == at) {
            break;
        }
        paragraph->words += letters > 0 || number ? 1 : 0;
        paragraph->digits = paragraph->digits || number;
        if (letters >= 4) {
            paragraph->long_words++;
            paragraph->long_capitals += first >= 'A' && first <= 'Z' ? 1 : 0;
        }
    }
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

static uint64_t hash_content(struct str content)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t i = 0; i < content.size; i++) {
        hash = (hash ^ (unsigned char)content.data[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

static void describe(struct paragraph *paragraph, const struct clutter_language *clutter, struct str text,
                     const struct line *first, const struct line *last, bool is_wrapped)
{
    size_t begin = (size_t)(first->content.data - text.data);
    size_t end = (size_t)(last->content.data - text.data) + last->content.size;
    *paragraph = (struct paragraph){.begin = first->begin, .end = last->end, .hard_wrapped = is_wrapped};
    paragraph->content = str_slice(text, begin, end);
    count_words(paragraph);
    paragraph->address = paragraph->words <= ADDRESS_WORDS && address(paragraph->content);
    paragraph->hash = paragraph->words <= PARAGRAPH_LABEL_WORDS ? hash_content(paragraph->content) : 0;
    paragraph->terminated = terminated(paragraph->content);
    paragraph->full_stop = full_stop(paragraph->content);
    paragraph->bullet = bullet(paragraph->content);
    paragraph->colon = str_ends(paragraph->content, STR(":"));
    paragraph->mark = clutter_match(clutter, paragraph->content, paragraph->words);
}

enum status segment_paragraphs(struct arena *arena, const struct clutter_language *clutter, struct str text,
                               struct paragraph **paragraphs, size_t *count)
{
    *paragraphs = NULL;
    *count = 0;
    size_t line_count = 0;
    struct line *lines = read_lines(arena, text, &line_count);
    struct paragraph *items = lines == NULL ? NULL : arena_array(arena, line_count, sizeof(*items));
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
    return OK;
}
