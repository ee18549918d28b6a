/* What a code point is to a word, and how words are folded and hashed.  The rule compiler and the scanner
 * share it, so that a word of the tables is found in a text. */
#ifndef LANG_LETTERS_H
#define LANG_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum letter_kind { LETTER_SIGN, LETTER_SPACE, LETTER_WORD, LETTER_DIGIT };

/* Of any code point.  Digits are 0-9 only: the other numbers of Unicode are letters. */
enum letter_kind letter_kind(uint32_t code_point);
/* Lower case; quotation marks, apostrophes, hyphens and dashes of one kind made one (’ is ', “ is ", ‑ is -).
 */
uint32_t letter_fold(uint32_t code_point);
bool letter_is_capital(uint32_t code_point);

#define LETTER_HASH_START UINT32_C(2166136261)

/* FNV-1a over the bytes of the folded form. */
static inline uint32_t letter_hash(uint32_t hash, uint8_t byte)
{
    return (hash ^ byte) * UINT32_C(16777619);
}

/* From the hash to a bucket of a table of a power of two. */
static inline uint32_t letter_bucket(uint32_t hash, uint32_t mask)
{
    return (hash ^ hash >> 15) & mask;
}

#endif
