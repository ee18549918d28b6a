#include "text/segment_lines.h"

#include "text/byte_chunk.h"

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
#define WORDS_MAX 31
/* So many words tell whether most are capitalised. */
#define FIRST_WORDS 64

enum byte_kind { BYTE_BLANK, BYTE_SIGN, BYTE_DIGIT, BYTE_SMALL, BYTE_CAPITAL };

/* The bytes behind the first of a letter beyond ASCII count as signs: so it is one letter. */
static const uint8_t byte_kinds[256] = {
    ['!' ... '/'] = BYTE_SIGN,    ['0' ... '9'] = BYTE_DIGIT,   [':' ... '@'] = BYTE_SIGN,
    ['A' ... 'Z'] = BYTE_CAPITAL, ['[' ... '`'] = BYTE_SIGN,    ['a' ... 'z'] = BYTE_SMALL,
    ['{' ... 0xc2] = BYTE_SIGN,   [0xc3 ... 0xff] = BYTE_SMALL,
};

struct line {
    uint32_t begin;
    uint32_t end; /* behind its newline */
    struct str content;
    uint32_t first_word; /* bytes */
    bool blank;
};

static struct line *read_lines(struct arena *arena, struct str text, size_t *count)
{
    const size_t most = LINES_FREE + text.size / LINE_BYTES;
    size_t lines = 1;
    for (size_t at = 0; at < text.size && lines < most; at++) {
        const char *newline = memchr(text.data + at, '\n', text.size - at);
        if (newline == NULL) {
            break;
        }
        at = (size_t)(newline - text.data);
        lines++;
    }
    struct line *items = arena_room(arena, lines, sizeof(*items));
    if (items == NULL) {
        return NULL;
    }
    *count = 0;
    size_t at = 0;
    while (at < text.size) {
        const char *newline = memchr(text.data + at, '\n', text.size - at);
        size_t end = newline == NULL || *count + 1 == most ? text.size : (size_t)(newline - text.data) + 1;
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
    if (byte_kinds[(unsigned char)content.data[0]] >= BYTE_SMALL && (unsigned char)content.data[0] < 0x80) {
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

/* Sixty-four bytes of a text as bits, the first the lowest. */
struct byte_bits {
    uint64_t blanks;
    uint64_t known; /* letters and digits */
    /* not of all texts: */
    uint64_t letters;  /* the bytes behind the first of a letter beyond ASCII are none: so it is one */
    uint64_t capitals; /* of ASCII */
};

/* What is behind `size` is blank. */
static inline struct byte_bits read_bits(const char *at, size_t size, bool letters_too)
{
    struct byte_bits bits = {0};
    for (size_t i = 0; i < 64 && i < size; i += 8) {
        uint64_t bytes = letter_chunk(at + i, size - i);
        uint64_t low = bytes & ~HIGH_BITS;
        uint64_t ascii = ~bytes & HIGH_BITS;
        uint64_t capital_or_not = chunk_letters(bytes);
        uint64_t beyond = (low + EVERY_BYTE(0x80 - 0x43)) & bytes & HIGH_BITS; /* from 0xc3 on */
        uint64_t letters = capital_or_not | beyond;
        bits.blanks |= chunk_gather(chunk_between(low, 0, ' ') & ascii) << i;
        bits.known |= chunk_gather(letters | (chunk_between(low, '0', '9') & ascii)) << i;
        if (letters_too) {
            bits.letters |= chunk_gather(letters) << i;
            bits.capitals |= chunk_gather(capital_or_not & ~(bytes << 2)) << i;
        }
    }
    bits.blanks |= size >= 64 ? 0 : UINT64_MAX << size;
    return bits;
}

static size_t blank_behind(struct str content, size_t at)
{
    while (at < content.size && (unsigned char)content.data[at] > ' ') {
        at++;
    }
    return at;
}

/* The bits of the word that begins with that one. */
static uint64_t word_bits(uint64_t blanks, uint64_t begin)
{
    uint64_t behind = blanks & ~(begin - 1);
    return behind == 0 ? ~(begin - 1) : (behind & -behind) - begin;
}

/* Reads the bits of whole words from byte *at on, with blanks behind them; *at is moved behind these words.
 * Of a word that fills all of the bits the end is passed over: no rule looks at it. */
static inline struct byte_bits next_words(struct str content, size_t *at, bool letters_too)
{
    struct byte_bits bits = read_bits(content.data + *at, content.size - *at, letters_too);
    bool goes_on = *at + 64 < content.size && bits.blanks >> 63 == 0;
    if (!goes_on) {
        *at += 64;
    } else if (bits.blanks == 0) {
        *at = blank_behind(content, *at + 64);
    } else {
        unsigned begin = 64 - (unsigned)__builtin_clzll(bits.blanks); /* of the last word */
        bits.blanks |= UINT64_MAX << begin;
        *at += begin;
    }
    return bits;
}

/* Of words that have a letter or a digit.  All of a text passes through here. */
static uint32_t count_words(struct str content)
{
    uint32_t words = 0;
    for (size_t at = 0; at < content.size && words < WORDS_MAX;) {
        struct byte_bits bits = next_words(content, &at, false);
        uint64_t first = ~bits.blanks & (bits.blanks << 1 | 1);
        words += (uint32_t)__builtin_popcountll(first & bits.known);
        for (uint64_t signs = first & ~bits.known; signs != 0; signs &= signs - 1) { /* that begin a word */
            words += (word_bits(bits.blanks, signs & -signs) & bits.known) != 0;
        }
    }
    return words;
}

static struct first_words look_at_words(struct str content)
{
    struct first_words first = {0};
    uint32_t words = 0;
    for (size_t at = 0; at < content.size && words < FIRST_WORDS;) {
        struct byte_bits bits = next_words(content, &at, true);
        first.digits = first.digits || (bits.known & ~bits.letters & ~bits.blanks) != 0;
        for (uint64_t rest = ~bits.blanks; rest != 0;) {
            uint64_t word = word_bits(bits.blanks, rest & -rest);
            uint64_t letters = bits.letters & word;
            words += (bits.known & word) != 0;
            uint64_t fourth = letters & (letters - 1);
            fourth &= fourth - 1;
            fourth &= fourth - 1;
            first.long_words += fourth != 0;
            first.capitals += fourth != 0 && (letters & -letters & bits.capitals) != 0;
            rest &= ~word;
        }
    }
    return first;
}

bool paragraph_title_case(const struct paragraph *paragraph)
{
    struct first_words first = paragraph->plain ? look_at_words(paragraph->content) : paragraph->first;
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
    paragraph->words = count_words(paragraph->content);
    paragraph->address = paragraph->words <= ADDRESS_WORDS && address(paragraph->content);
    paragraph->hash = paragraph->words <= PARAGRAPH_LABEL_WORDS ? str_hash(paragraph->content) : 0;
    paragraph->terminated = terminated(paragraph->content);
    paragraph->full_stop = full_stop(paragraph->content);
    paragraph->bullet = bullet(paragraph->content);
    paragraph->plain = paragraph->terminated && paragraph->words >= 3 &&
                       !(paragraph->bullet && paragraph->words < PARAGRAPH_PROSE_WORDS) &&
                       (paragraph->full_stop || paragraph->words >= 3 * PARAGRAPH_PROSE_WORDS);
    if (!paragraph->plain) { /* in news hardly any is not */
        paragraph->first = look_at_words(paragraph->content);
    }
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
