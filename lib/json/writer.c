/* The streaming JSON writer: an escaper that copies whole runs, and commas. */
#include "json/json.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ONES 0x0101010101010101u
#define HIGHS 0x8080808080808080u

/* True when none of the eight bytes needs a look of its own: none is a control character, a quote, a
 * backslash or the beginning of a longer code point. */
static bool plain_eight(const char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof(word));
    uint64_t quotes = word ^ (ONES * '"');
    uint64_t backslashes = word ^ (ONES * '\\');
    uint64_t special = word | (word - ONES * 0x20) | (quotes - ONES) | (backslashes - ONES);
    return (special & HIGHS) == 0;
}

static bool continues(struct str s, size_t at)
{
    return at < s.size && ((unsigned char)s.data[at] & 0xC0) == 0x80;
}

/* The length of the well-formed code point of two or more bytes at `at`, or 0 when there is none. */
static size_t sequence_length(struct str s, size_t at)
{
    unsigned char lead = (unsigned char)s.data[at];
    unsigned char next = at + 1 < s.size ? (unsigned char)s.data[at + 1] : 0;
    if (!continues(s, at + 1)) {
        return 0;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
        bool overlong = lead == 0xE0 && next < 0xA0;
        bool surrogate = lead == 0xED && next >= 0xA0;
        return !overlong && !surrogate && continues(s, at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        bool overlong = lead == 0xF0 && next < 0x90;
        bool too_high = lead == 0xF4 && next >= 0x90;
        return !overlong && !too_high && continues(s, at + 2) && continues(s, at + 3) ? 4 : 0;
    }
    return 0;
}

static void write_escape(struct buffer *out, unsigned char byte)
{
    static const char short_form[32] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    static const char digits[] = "0123456789abcdef";
    if (byte >= 0x20) { /* the quote and the backslash */
        char escape[2] = {'\\', (char)byte};
        buffer_append(out, escape, sizeof(escape));
    } else if (short_form[byte] != '\0') {
        char escape[2] = {'\\', short_form[byte]};
        buffer_append(out, escape, sizeof(escape));
    } else {
        char escape[6] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
        buffer_append(out, escape, sizeof(escape));
    }
}

/* Runs that need no escape are copied whole.  U+2028 and U+2029 are escaped because older JavaScript takes
 * them for line ends; a byte that is not UTF-8 becomes U+FFFD, so that an answer is always valid. */
static void write_escaped(struct buffer *out, struct str s)
{
    size_t run = 0;
    size_t at = 0;
    while (at < s.size) {
        if (s.size - at >= 8 && plain_eight(s.data + at)) {
            at += 8;
            continue;
        }
        unsigned char byte = (unsigned char)s.data[at];
        if (byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\') {
            at++;
            continue;
        }
        size_t length = byte < 0x80 ? 1 : sequence_length(s, at);
        bool separator = length == 3 && memcmp(s.data + at, "\xE2\x80", 2) == 0 &&
                         (s.data[at + 2] == '\xA8' || s.data[at + 2] == '\xA9');
        if (length > 1 && !separator) {
            at += length;
            continue;
        }
        buffer_append(out, s.data + run, at - run);
        if (separator) {
            buffer_append_str(out, s.data[at + 2] == '\xA8' ? STR("\\u2028") : STR("\\u2029"));
        } else if (length == 0) {
            buffer_append_str(out, STR("\xEF\xBF\xBD"));
            length = 1;
        } else {
            write_escape(out, byte);
        }
        at += length;
        run = at;
    }
    if (at > run) {
        buffer_append(out, s.data + run, at - run);
    }
}

/* Appends a comma when a value stands before, and `size` bytes, in one piece: most pieces are a few bytes
 * long. */
static void put(struct json_writer *writer, const char *bytes, size_t size)
{
    char piece[64];
    if (writer->comma && size < sizeof(piece)) {
        piece[0] = ',';
        memcpy(piece + 1, bytes, size);
        buffer_append(writer->out, piece, size + 1);
    } else {
        buffer_append(writer->out, ",", writer->comma ? 1 : 0);
        buffer_append(writer->out, bytes, size);
    }
    writer->comma = true;
}

static void begin(struct json_writer *writer, char bracket)
{
    put(writer, &bracket, 1);
    writer->depth++;
    writer->comma = false;
}

static void end(struct json_writer *writer, char bracket)
{
    buffer_append_char(writer->out, bracket);
    writer->depth--;
    writer->comma = true;
}

void json_writer_init(struct json_writer *writer, struct buffer *out)
{
    *writer = (struct json_writer){.out = out};
}

void json_object_begin(struct json_writer *writer)
{
    begin(writer, '{');
}

void json_object_end(struct json_writer *writer)
{
    end(writer, '}');
}

void json_array_begin(struct json_writer *writer)
{
    begin(writer, '[');
}

void json_array_end(struct json_writer *writer)
{
    end(writer, ']');
}

void json_key(struct json_writer *writer, const char *key)
{
    char piece[48];
    struct str name = {key, strlen(key)};
    if (name.size + 3 <= sizeof(piece)) {
        piece[0] = '"';
        memcpy(piece + 1, name.data, name.size);
        piece[name.size + 1] = '"';
        piece[name.size + 2] = ':';
        put(writer, piece, name.size + 3);
    } else {
        put(writer, "\"", 1);
        buffer_append_str(writer->out, name);
        buffer_append_str(writer->out, STR("\":"));
    }
    writer->comma = false;
}

void json_str(struct json_writer *writer, struct str s)
{
    if (s.data == NULL) {
        json_write_null(writer);
        return;
    }
    put(writer, "\"", 1);
    write_escaped(writer->out, s);
    buffer_append_char(writer->out, '"');
}

void json_text(struct json_writer *writer, const char *s)
{
    json_str(writer, str_from(s));
}

void json_int(struct json_writer *writer, int64_t value)
{
    char digits[24];
    size_t at = sizeof(digits);
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0) {
        digits[--at] = '-';
    }
    put(writer, digits + at, sizeof(digits) - at);
}

/* Up to six decimals without rounding, as coordinates have them; 0 when the number needs another form. */
static size_t write_decimal(double value, char digits[40])
{
    const double scale = 1e6;
    if (!(fabs(value) < 1e9)) {
        return 0;
    }
    int64_t scaled = (int64_t)(value * scale + (value < 0 ? -0.5 : 0.5));
    if ((double)scaled / scale != value) {
        return 0;
    }
    uint64_t rest = scaled < 0 ? -(uint64_t)scaled : (uint64_t)scaled;
    char reversed[40];
    size_t size = 0;
    size_t out = 0;
    for (int place = 0; place < 6; place++, rest /= 10) {
        if (size > 0 || rest % 10 != 0) { /* no zeros at the end */
            reversed[size++] = (char)('0' + rest % 10);
        }
    }
    if (size > 0) {
        reversed[size++] = '.';
    }
    do {
        reversed[size++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (scaled < 0) {
        reversed[size++] = '-';
    }
    while (size > 0) {
        digits[out++] = reversed[--size];
    }
    return out;
}

/* The shortest form of the usual precisions that reads back as the same number. */
void json_double(struct json_writer *writer, double value)
{
    if (!isfinite(value)) {
        json_write_null(writer);
        return;
    }
    char digits[40];
    size_t size = write_decimal(value, digits);
    if (size == 0) {
        size = (size_t)snprintf(digits, sizeof(digits), "%.15g", value);
        if (strtod(digits, NULL) != value) {
            size = (size_t)snprintf(digits, sizeof(digits), "%.17g", value);
        }
    }
    put(writer, digits, size);
}

void json_bool(struct json_writer *writer, bool value)
{
    struct str word = value ? STR("true") : STR("false");
    put(writer, word.data, word.size);
}

void json_write_null(struct json_writer *writer)
{
    put(writer, "null", 4);
}

void json_member_str(struct json_writer *writer, const char *key, struct str s)
{
    json_key(writer, key);
    json_str(writer, s);
}

void json_member_text(struct json_writer *writer, const char *key, const char *s)
{
    json_key(writer, key);
    json_text(writer, s);
}

void json_member_int(struct json_writer *writer, const char *key, int64_t value)
{
    json_key(writer, key);
    json_int(writer, value);
}
