#include "base/utf8.h"

#include <string.h>

/* RFC 3629, section 4. */
size_t utf8_sequence(struct str s, size_t at)
{
    const unsigned char *data = (const unsigned char *)s.data + at;
    unsigned char lead = data[0];
    if (lead < 0x80) {
        return 1;
    }
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || s.size - at < length) {
        return 0;
    }
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead == 0xE0) {
        low = 0xA0; /* overlong */
    } else if (lead == 0xED) {
        high = 0x9F; /* surrogates */
    } else if (lead == 0xF0) {
        low = 0x90; /* overlong */
    } else if (lead == 0xF4) {
        high = 0x8F; /* over U+10FFFF */
    }
    if (data[1] < low || data[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < length; i++) {
        if ((data[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

/* Bytes that are looked at together. */
#define BLOCK 32

static bool is_ascii_block(const unsigned char *bytes)
{
    uint64_t all = 0;
    for (size_t i = 0; i < BLOCK; i += sizeof all) {
        uint64_t chunk;
        memcpy(&chunk, bytes + i, sizeof chunk);
        all |= chunk;
    }
    return (all & 0x8080808080808080u) == 0;
}

size_t utf8_invalid_at(struct str s)
{
    const unsigned char *data = (const unsigned char *)s.data;
    size_t at = 0;
    while (at < s.size) {
        /* Blocks of ASCII bytes, and eight at a time: most of a news text. */
        while (s.size - at >= BLOCK && is_ascii_block(data + at)) {
            at += BLOCK;
        }
        uint64_t chunk;
        while (s.size - at >= sizeof chunk) {
            memcpy(&chunk, data + at, sizeof chunk);
            if ((chunk & 0x8080808080808080u) != 0) {
                break;
            }
            at += sizeof chunk;
        }
        if (at == s.size) {
            break;
        }
        size_t length = utf8_sequence(s, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return s.size;
}

uint32_t utf8_decode(struct str s, size_t at, size_t *size)
{
    const unsigned char *data = (const unsigned char *)s.data + at;
    if (data[0] < 0x80) {
        *size = 1;
        return data[0];
    }
    if (data[0] < 0xE0) {
        *size = 2;
        return ((uint32_t)(data[0] & 0x1F) << 6) | (data[1] & 0x3Fu);
    }
    if (data[0] < 0xF0) {
        *size = 3;
        return ((uint32_t)(data[0] & 0x0F) << 12) | ((uint32_t)(data[1] & 0x3F) << 6) | (data[2] & 0x3Fu);
    }
    *size = 4;
    return ((uint32_t)(data[0] & 0x07) << 18) | ((uint32_t)(data[1] & 0x3F) << 12) |
           ((uint32_t)(data[2] & 0x3F) << 6) | (data[3] & 0x3Fu);
}

size_t utf8_encode(uint32_t code_point, char out[4])
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = (char)(0xC0 | (code_point >> 6));
        out[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = (char)(0xE0 | (code_point >> 12));
        out[1] = (char)(0x80 | ((code_point >> 6) & 0x3F));
        out[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | (code_point >> 18));
    out[1] = (char)(0x80 | ((code_point >> 12) & 0x3F));
    out[2] = (char)(0x80 | ((code_point >> 6) & 0x3F));
    out[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

static bool starts_code_point(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

size_t utf8_length(struct str s)
{
    const uint64_t lowest = 0x0101010101010101u; /* bit of each byte */
    size_t length = s.size;
    size_t at = 0;
    uint64_t chunk;
    for (; s.size - at >= sizeof chunk; at += sizeof chunk) {
        memcpy(&chunk, s.data + at, sizeof chunk);
        if ((chunk & lowest << 7) != 0) {
            length -= (chunk >> 7 & ~(chunk >> 6) & lowest) * lowest >> 56; /* bytes 10xxxxxx */
        }
    }
    for (; at < s.size; at++) {
        length -= !starts_code_point(s.data[at]);
    }
    return length;
}

size_t utf8_code_points(struct utf8_cursor *cursor, size_t byte)
{
    if (byte > cursor->text.size) {
        byte = cursor->text.size;
    }
    if (byte < cursor->byte) {
        cursor->byte = 0;
        cursor->code_point = 0;
    }
    cursor->code_point += utf8_length(str_slice(cursor->text, cursor->byte, byte));
    cursor->byte = byte;
    return cursor->code_point;
}

size_t utf8_bytes(struct utf8_cursor *cursor, size_t code_point)
{
    if (code_point < cursor->code_point) {
        cursor->byte = 0;
        cursor->code_point = 0;
    }
    while (cursor->code_point < code_point && cursor->byte < cursor->text.size) {
        cursor->byte++;
        while (cursor->byte < cursor->text.size && !starts_code_point(cursor->text.data[cursor->byte])) {
            cursor->byte++;
        }
        cursor->code_point++;
    }
    return cursor->byte;
}
