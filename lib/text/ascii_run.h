/* The usual word: a run of ASCII letters, read and looked up eight bytes at a time.  Private to lib/text;
 * inline, because every word of a text passes through here. */
#ifndef TEXT_ASCII_RUN_H
#define TEXT_ASCII_RUN_H

#include "base/byte_chunk.h"
#include "lang/letters.h"
#include "text/form.h"
#include "text/text.h"

/* The letters that a chunk begins with. */
struct ascii_run {
    size_t size;     /* bytes */
    uint64_t folded; /* they, and 0 behind them */
    uint64_t small;  /* bit 0x20 of those in lower case */
};

#define SMALL_BITS EVERY_BYTE(0x20) /* of a letter: set when it is in lower case */

static inline struct ascii_run ascii_run_of(uint64_t bytes)
{
    uint64_t folded = bytes | SMALL_BITS;
    uint64_t end = chunk_letters_end(bytes, folded);
    if (end == 0) {
        return (struct ascii_run){.size = 8, .folded = folded, .small = bytes & SMALL_BITS};
    }
    uint64_t kept = chunk_below(end);
    return (struct ascii_run){.size = (size_t)__builtin_ctzll(end) / 8,
                              .folded = folded & kept,
                              .small = bytes & kept & SMALL_BITS};
}

/* The flags of a word of so many letters, which begins with the chunk `bytes`; `small` is 0 when none of them
 * is in lower case. */
static inline uint16_t ascii_flags(uint64_t bytes, uint64_t small, size_t size)
{
    unsigned capitalized = (~bytes >> 5 & 1) * TOKEN_CAPITALIZED;
    unsigned all_caps = ((small == 0) & (size > 1)) * (unsigned)TOKEN_ALL_CAPS;
    return (uint16_t)(capitalized | all_caps);
}

/* The word whose form has fewer than eight bytes, by its chunk: as no form has a NUL, that tells the size. */
static inline uint16_t find_short(const struct lang *lang, uint64_t head)
{
    uint32_t hash = (uint32_t)letter_hash_add(0, head);
    if (!lang_may_know(lang, hash)) {
        return 0;
    }
    uint32_t at = hash & lang->bucket_mask;
    while (lang->buckets[at].head != head && lang->buckets[at].word != 0) {
        at = (at + 1) & lang->bucket_mask;
    }
    return lang->buckets[at].word;
}

/* Whether the letters bytes[8 ..] folded are the rest of the word's form. */
static inline bool same_rest(const char *form, const uint8_t *bytes, size_t size)
{
    for (size_t at = 8; at + 8 < size; at += 8) {
        if (letter_chunk(form + at, 8) != (letter_chunk(bytes + at, 8) | SMALL_BITS)) {
            return false;
        }
    }
    /* The last eight, of which some were compared before. */
    return letter_chunk(form + size - 8, 8) == (letter_chunk(bytes + size - 8, 8) | SMALL_BITS);
}

/* The word of that many letters, eight or more; `rest` are those behind the eighth, folded, or the first
 * four. */
static inline uint16_t find_long(const struct lang *lang, uint32_t hash, const uint8_t *bytes, size_t size,
                                 uint32_t rest)
{
    if (!lang_may_know(lang, hash)) {
        return 0;
    }
    uint64_t head = letter_chunk(bytes, 8) | SMALL_BITS;
    uint32_t at = hash & lang->bucket_mask;
    for (; lang->buckets[at].word != 0; at = (at + 1) & lang->bucket_mask) {
        const struct lang_bucket *bucket = &lang->buckets[at];
        if (bucket->head == head && bucket->rest == rest && bucket->size == size &&
            (size <= LANG_BUCKET_FORM || same_rest(lang_form(lang, bucket->word), bytes, size))) {
            return bucket->word;
        }
    }
    return 0;
}

#endif
