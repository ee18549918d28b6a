/* UTF-8 (RFC 3629): validation, decoding, and the conversion between byte offsets, which are used inside, and
 * code point offsets, which stand at every boundary of the system. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

/* The offset of the first byte that is not part of well-formed UTF-8 (overlong forms, surrogates and values
 * over U+10FFFF are not), or s.size when all of it is. */
size_t utf8_invalid_at(struct str s);
/* The length (1 to 4) of the well-formed sequence that begins at byte `at`, or 0 when none does. at < s.size.
 */
size_t utf8_sequence(struct str s, size_t at);
/* The code point at byte `at` of well-formed text, and its length in bytes (1 to 4) in *size. at < s.size. */
uint32_t utf8_decode(struct str s, size_t at, size_t *size);
/* Writes `code_point` (a Unicode scalar value) to `out` and returns its length, 1 to 4. */
size_t utf8_encode(uint32_t code_point, char out[4]);
/* How many code points well-formed `s` holds. */
size_t utf8_length(struct str s);

/* Converts ascending offsets in one pass over the text.
 *     struct utf8_cursor cursor = {.text = text};
 *     utf8_code_points(&cursor, byte_offset)
 * An offset lower than the one before starts again from the beginning: right, but slow. */
struct utf8_cursor {
    struct str text;
    size_t byte;
    size_t code_point;
};

/* The number of code points before byte offset `byte` (at most text.size). */
size_t utf8_code_points(struct utf8_cursor *cursor, size_t byte);
/* The byte offset of the code point numbered `code_point`, or text.size when the text is shorter. */
size_t utf8_bytes(struct utf8_cursor *cursor, size_t code_point);

#endif
