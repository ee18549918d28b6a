#include "article/whitespace.h"

#include <string.h>

enum whitespace_kind whitespace_at(const char *text, size_t size, size_t at, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)text + at;
    size_t left = size - at;
    *length = 1;
    if (bytes[0] > 0x20 && bytes[0] != 0x7F && bytes[0] != 0xC2 && bytes[0] != 0xE2 && bytes[0] != 0xE3 &&
        bytes[0] != 0xEF) {
        return WHITESPACE_NONE;
    }
    if (bytes[0] == ' ' || (bytes[0] >= '\t' && bytes[0] <= '\r')) {
        return WHITESPACE_SPACE;
    }
    if (bytes[0] < 0x20 || bytes[0] == 0x7F) {
        return WHITESPACE_INVISIBLE;
    }
    if (bytes[0] == 0xC2 && left >= 2) {
        *length = 2;
        bool control = bytes[1] < 0xA0; /* U+0080 to U+009F */
        return bytes[1] == 0xA0              ? WHITESPACE_SPACE
               : control || bytes[1] == 0xAD ? WHITESPACE_INVISIBLE
                                             : WHITESPACE_NONE;
    }
    if (left < 3) {
        return WHITESPACE_NONE;
    }
    uint32_t code_point = ((bytes[0] & 0x0Fu) << 12) | ((bytes[1] & 0x3Fu) << 6) | (bytes[2] & 0x3Fu);
    *length = 3;
    if ((code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x2028 || code_point == 0x2029 ||
        code_point == 0x202F || code_point == 0x205F || code_point == 0x3000) {
        return WHITESPACE_SPACE;
    }
    bool direction_mark = code_point >= 0x202A && code_point <= 0x202E;
    if (code_point == 0x200B || code_point == 0x200E || code_point == 0x200F || code_point == 0x2060 ||
        code_point == 0xFEFF || direction_mark) {
        return WHITESPACE_INVISIBLE;
    }
    return WHITESPACE_NONE;
}

struct str whitespace_normalise(char *text, size_t size)
{
    size_t out = 0;
    bool gap = false;
    size_t length = 0;
    for (size_t at = 0; at < size; at += length) {
        enum whitespace_kind kind = whitespace_at(text, size, at, &length);
        if (kind == WHITESPACE_SPACE) {
            gap = out > 0;
        } else if (kind == WHITESPACE_NONE) {
            if (gap) {
                text[out++] = ' ';
                gap = false;
            }
            memmove(text + out, text + at, length);
            out += length;
        }
    }
    return (struct str){.data = text, .size = out};
}

struct str whitespace_in_name(struct arena *arena, struct str name)
{
    size_t length = 1;
    bool normal = true;
    for (size_t at = 0; at < name.size && normal; at += length) {
        normal = whitespace_at(name.data, name.size, at, &length) == WHITESPACE_NONE ||
                 (name.data[at] == ' ' && at > 0 && name.data[at - 1] != ' ');
    }
    char *copy = normal ? NULL : arena_alloc(arena, name.size);
    if (copy == NULL) {
        return name;
    }
    memcpy(copy, name.data, name.size);
    return whitespace_normalise(copy, name.size);
}
