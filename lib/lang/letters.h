/* What a code point is to a word, and how words are folded and hashed.  The rule compiler and the scanner
 * share it, so that a word of the tables is found in a text. */
#ifndef LANG_LETTERS_H
#define LANG_LETTERS_H

#include "base/byte_chunk.h"

#include <stdbool.h>

enum letter_kind { LETTER_SIGN, LETTER_SPACE, LETTER_WORD, LETTER_DIGIT };

/* Of any code point.  Digits are 0-9 only: the other numbers of Unicode are letters. */
enum letter_kind letter_kind(uint32_t code_point);
/* Lower case; quotation marks, apostrophes, hyphens and dashes of one kind made one (’ is ', “ is ", ‑ is -).
 */
uint32_t letter_fold(uint32_t code_point);
bool letter_is_capital(uint32_t code_point);

/* Mixes a chunk of the folded form into a hash that began as 0. */
static inline uint64_t letter_hash_add(uint64_t hash, uint64_t chunk)
{
    hash = (hash ^ chunk) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

/* The hash of a folded form; its lower bits are as good as any.  Its last chunk has fewer than eight bytes,
 * perhaps none: so a word of less than eight bytes has one and a longer word mostly two. */
static inline uint32_t letter_hash(const char *form, size_t size)
{
    uint64_t hash = 0;
    size_t at = 0;
    for (; size - at >= 8; at += 8) {
        hash = letter_hash_add(hash, letter_chunk(form + at, 8));
    }
    hash = letter_hash_add(hash, at < size ? letter_chunk(form + at, size - at) : 0);
    return (uint32_t)hash;
}

#endif
