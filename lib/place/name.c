#include "place/name.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* One character of the text as a name sees it. */
enum character { OTHER, LETTER, MARK, APOSTROPHE };

struct glyph {
    enum character class;
    size_t size;    /* bytes in the text */
    char folded[8]; /* of a letter or digit */
    size_t folded_size;
    bool capital;
    bool small;
};

void name_reader_init(struct name_reader *reader, struct str text, size_t begin, size_t end)
{
    /* not `folded`, of which only what was read counts: most names end with their first word */
    reader->text = text;
    reader->at = begin;
    reader->end = end;
    reader->name_end = begin;
    reader->size = 0;
    reader->words = 0;
    reader->capitalized = 0;
    reader->capitals = true;
    reader->possessive = false;
}

/* Letters that Unicode does not take apart into a base letter and a mark. */
static const char *undecomposed(uint32_t code_point)
{
    switch (code_point) {
    case 0x00D8:
    case 0x00F8:
        return "o";
    case 0x0110:
    case 0x0111:
        return "d";
    case 0x0131:
        return "i";
    case 0x0141:
    case 0x0142:
        return "l";
    case 0x00C6:
    case 0x00E6:
        return "ae";
    default:
        return NULL;
    }
}

static void fold_letter(uint32_t code_point, struct glyph *glyph)
{
    const char *plain = undecomposed(code_point);
    if (plain != NULL) {
        for (; *plain != '\0'; plain++) {
            glyph->folded[glyph->folded_size++] = *plain;
        }
        return;
    }
    int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (int32_t)code_point, parts, 8,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 8; i++) {
        if (glyph->folded_size + 4 > sizeof glyph->folded) {
            return;
        }
        glyph->folded_size += utf8_encode((uint32_t)parts[i], glyph->folded + glyph->folded_size);
    }
}

static struct glyph wide_glyph(struct str text, size_t at)
{
    struct glyph glyph = {.class = OTHER};
    uint32_t code_point = utf8_decode(text, at, &glyph.size);
    if (code_point == 0x2019 || code_point == 0x2018 || code_point == 0x02BC || code_point == 0x02BB) {
        glyph.class = APOSTROPHE;
        return glyph;
    }
    if (code_point == 0x00AD) { /* soft hyphen */
        glyph.class = MARK;
        return glyph;
    }
    switch (utf8proc_category((int32_t)code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        glyph.class = LETTER;
        glyph.capital = true;
        break;
    case UTF8PROC_CATEGORY_LL:
        glyph.class = LETTER;
        glyph.small = true;
        break;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        glyph.class = LETTER;
        break;
    case UTF8PROC_CATEGORY_MN:
        glyph.class = MARK;
        return glyph;
    default:
        return glyph;
    }
    fold_letter(code_point, &glyph);
    return glyph;
}

static inline bool is_small(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool is_capital(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static struct glyph glyph_at(const struct name_reader *reader, size_t at)
{
    if (at >= reader->end) {
        return (struct glyph){.class = OTHER};
    }
    unsigned char c = (unsigned char)reader->text.data[at];
    if (c >= 0x80) {
        return wide_glyph(reader->text, at);
    }
    struct glyph glyph = {.class = OTHER, .size = 1};
    if (c == '\'' || c == '`') {
        glyph.class = APOSTROPHE;
    } else if (is_capital(c)) {
        glyph = (struct glyph){.class = LETTER, .size = 1, .folded_size = 1, .capital = true};
        glyph.folded[0] = (char)(c - 'A' + 'a');
    } else if (is_small(c) || is_digit(c)) {
        glyph = (struct glyph){.class = LETTER, .size = 1, .folded_size = 1, .small = is_small(c)};
        glyph.folded[0] = (char)c;
    }
    return glyph;
}

static bool byte_is(const struct name_reader *reader, size_t at, char c)
{
    return at < reader->end && reader->text.data[at] == c;
}

/* Letters and digits of ASCII, folded; 0 for anything else. */
static const char plain[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7',
    ['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f',
    ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n',
    ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v',
    ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd',
    ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l',
    ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
    ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* Of the folded letters of the word read last. */
static size_t last_word_size(const struct name_reader *reader)
{
    size_t last = reader->size;
    while (last > 0 && reader->folded[last - 1] != ' ') {
        last--;
    }
    return reader->size - last;
}

/* Where the next word begins, or SIZE_MAX when what follows does not continue a name. */
static size_t skip_separator(const struct name_reader *reader)
{
    size_t at = reader->at;
    if (byte_is(reader, at, ' ') && at + 1 < reader->end &&
        plain[(unsigned char)reader->text.data[at + 1]] != 0) {
        return at + 1; /* so nearly all words are parted */
    }
    if (byte_is(reader, at, '.') && last_word_size(reader) <= 3) {
        at++;
        if (!byte_is(reader, at, ' ')) {
            return SIZE_MAX;
        }
    }
    if (byte_is(reader, at, '-')) {
        return at + 1;
    }
    /* U+00A0 no-break space; U+2010 and U+2011 hyphens */
    if (at + 2 <= reader->end && str_equal(str_slice(reader->text, at, at + 2), STR("\xC2\xA0"))) {
        return at + 2;
    }
    if (at + 3 <= reader->end && (str_equal(str_slice(reader->text, at, at + 3), STR("\xE2\x80\x90")) ||
                                  str_equal(str_slice(reader->text, at, at + 3), STR("\xE2\x80\x91")))) {
        return at + 3;
    }
    size_t begin = at;
    uint32_t breaks = 0;
    while (at < reader->end && at - begin < 8 &&
           (byte_is(reader, at, ' ') || byte_is(reader, at, '\n') || byte_is(reader, at, '\r'))) {
        breaks += byte_is(reader, at, '\n');
        at++;
    }
    return at == begin || breaks > 1 ? SIZE_MAX : at;
}

static bool append(struct name_reader *reader, const struct glyph *glyph)
{
    if (reader->size + glyph->folded_size > NAME_SIZE) {
        return false;
    }
    for (size_t i = 0; i < glyph->folded_size; i++) {
        reader->folded[reader->size++] = glyph->folded[i];
    }
    reader->capitals = reader->capitals && !glyph->small;
    return true;
}

/* True when an apostrophe of `size` bytes at `at` begins a possessive 's. */
static bool is_possessive(const struct name_reader *reader, size_t at, size_t size)
{
    size_t s = at + size;
    return (byte_is(reader, s, 's') || byte_is(reader, s, 'S')) && glyph_at(reader, s + 1).class == OTHER;
}

/* Reads "U.S." from its second letter on; at the first full stop. */
static bool read_initials(struct name_reader *reader)
{
    while (byte_is(reader, reader->at, '.')) {
        struct glyph letter = glyph_at(reader, reader->at + 1);
        size_t behind = reader->at + 1 + letter.size;
        if (letter.class != LETTER || glyph_at(reader, behind).class == LETTER) {
            break;
        }
        if (!append(reader, &letter)) {
            return false;
        }
        reader->at = behind;
    }
    if (byte_is(reader, reader->at, '.')) {
        reader->at++;
    }
    return true;
}

static bool begins_initials(const struct name_reader *reader)
{
    if (!byte_is(reader, reader->at, '.')) {
        return false;
    }
    struct glyph letter = glyph_at(reader, reader->at + 1);
    return letter.class == LETTER && glyph_at(reader, reader->at + 1 + letter.size).class != LETTER;
}

/* Appends the letters and digits of ASCII that follow: most of what is read.  False when there is no room for
 * all of them. */
static inline bool append_plain(struct name_reader *reader)
{
    const unsigned char *bytes = (const unsigned char *)reader->text.data;
    size_t room = NAME_SIZE - reader->size;
    size_t limit = reader->end - reader->at < room ? reader->end : reader->at + room;
    size_t at = reader->at;
    size_t size = reader->size;
    bool small = false;

    for (char letter; at < limit && (letter = plain[bytes[at]]) != 0; at++) {
        reader->folded[size++] = letter;
        small |= bytes[at] >= 'a';
    }
    reader->size = size;
    reader->at = at;
    reader->capitals = reader->capitals && !small;
    return at == reader->end || plain[bytes[at]] == 0;
}

/* Reads a word of two and more ASCII letters and digits that ends where the text does or before a sign that
 * takes no part in names: so most of them are.  False, with nothing read, for another. */
static bool read_plain_word(struct name_reader *reader)
{
    const unsigned char *bytes = (const unsigned char *)reader->text.data;
    const size_t begin = reader->at;
    const size_t size = reader->size;
    const bool capitals = reader->capitals;
    bool whole = append_plain(reader);
    size_t end = reader->at;

    if (!whole || end < begin + 2 ||
        (end < reader->end && (bytes[end] >= 0x80 || bytes[end] == '\'' || bytes[end] == '`'))) {
        reader->at = begin;
        reader->size = size;
        reader->capitals = capitals;
        return false;
    }
    reader->capitalized |= (uint32_t)is_capital(bytes[begin]) << reader->words;
    reader->words++;
    reader->name_end = end;
    return true;
}

bool name_read_word(struct name_reader *reader)
{
    if (reader->possessive) {
        struct glyph apostrophe = glyph_at(reader, reader->at);
        struct glyph s = glyph_at(reader, reader->at + apostrophe.size);
        reader->possessive = false;
        reader->at += apostrophe.size + s.size;
        reader->name_end = reader->at;
        return append(reader, &s);
    }
    if (reader->words == NAME_WORDS) {
        return false;
    }
    if (reader->words > 0) {
        size_t next = skip_separator(reader);
        if (next == SIZE_MAX || reader->size == NAME_SIZE) {
            return false;
        }
        reader->at = next;
        reader->folded[reader->size++] = ' ';
    }
    if (read_plain_word(reader)) {
        return true;
    }
    size_t begin = reader->at;
    struct glyph glyph = glyph_at(reader, begin);
    if (glyph.class != LETTER) {
        return false;
    }
    reader->capitalized |= (uint32_t)glyph.capital << reader->words;
    reader->words++;
    for (; glyph.class != OTHER; glyph = glyph_at(reader, reader->at)) {
        if (glyph.class == APOSTROPHE) {
            if (is_possessive(reader, reader->at, glyph.size)) {
                reader->possessive = true;
                break;
            }
            if (glyph_at(reader, reader->at + glyph.size).class != LETTER) {
                break;
            }
        }
        /* Marks fold to nothing, so the folded name alone does not bound the work. */
        if (!append(reader, &glyph) || reader->at - begin > (size_t)4 * NAME_SIZE) {
            return false;
        }
        reader->at += glyph.size;
        if (reader->at == begin + glyph.size && begins_initials(reader)) {
            if (!read_initials(reader)) {
                return false;
            }
            break;
        }
        if (!append_plain(reader)) {
            return false;
        }
    }
    reader->name_end = reader->at;
    return true;
}

uint32_t name_opening(const char *folded, size_t size)
{
    uint64_t letters = 0;

    for (size_t i = 0; i < size && i < NAME_OPENING && folded[i] != ' '; i++) {
        letters |= (uint64_t)(unsigned char)folded[i] << (8 * i);
    }
    return name_opening_bit(letters);
}

/* So many bytes as a number, at most 8; the same on every machine. */
static uint64_t read_bytes(const char *bytes, size_t size)
{
    uint64_t chunk = 0;
    for (size_t i = 0; i < size; i++) {
        chunk |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    }
    return chunk;
}

uint32_t name_hash(const char *folded, size_t size)
{
    uint64_t hash = size;
    for (; size >= 8; folded += 8, size -= 8) {
        hash = (hash ^ read_bytes(folded, 8)) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    hash = (hash ^ read_bytes(folded, size)) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(hash ^ hash >> 32);
}
