/* The usual word: a run of ASCII letters and digits, read and looked up eight bytes at a time.  Private to
 * lib/text; inline, because every word of a text passes through here. */
#ifndef TEXT_ASCII_RUN_H
#define TEXT_ASCII_RUN_H

#include "text/byte_chunk.h"
#include "text/form.h"

struct ascii_run {
    size_t size; /* bytes; 0 for LONGEST_FORM - 8 and more: those are read one by one */
    uint16_t word;
    bool capitalized;
    bool all_caps; /* two letters or more, and all are capitals */
};

/* Whether bytes[8 ..] folded are the rest of the word's form. */
static inline bool same_rest(const char *form, const uint8_t *bytes, size_t size)
{
    for (size_t i = 8; i < size; i++) {
        uint8_t byte = bytes[i];
        if (form[i] != (char)(byte | 0x20)) {
            return false;
        }
    }
    return true;
}

static inline uint16_t find_ascii(const struct lang *lang, uint32_t hash, uint64_t head, const uint8_t *bytes,
                                  size_t size)
{
    if (!lang_may_know(lang, hash)) {
        return 0;
    }
    uint32_t at = hash & lang->bucket_mask;
    for (; lang->buckets[at].word != 0; at = (at + 1) & lang->bucket_mask) {
        const struct lang_bucket *bucket = &lang->buckets[at];
        if (bucket->head == head && bucket->size == size &&
            (size <= 8 || same_rest(lang->words[bucket->word].form, bytes, size))) {
            return bucket->word;
        }
    }
    return 0;
}

static inline bool digit_first(uint64_t bytes)
{
    return (uint8_t)((uint8_t)bytes - '0') < 10;
}

/* Eight bytes of the text, folded, and what they are; a high bit for each byte that is so. */
struct chunk {
    uint64_t folded;
    uint64_t letters;
    uint64_t capitals;
    size_t length; /* of the letters and digits it begins with */
};

static inline struct chunk read_chunk(uint64_t bytes)
{
    uint64_t low = bytes & ~HIGH_BITS;
    uint64_t letter = chunk_letters(bytes);
    uint64_t other = letter ^ HIGH_BITS;
    if (other != 0 && digit_first(bytes >> (__builtin_ctzll(other) & ~7))) {
        other = (letter | (chunk_between(low, '0', '9') & ~bytes)) ^ HIGH_BITS; /* hardly a word has one */
    }
    struct chunk chunk = {.length = other == 0 ? 8 : (size_t)__builtin_ctzll(other) / 8};
    if (chunk.length != 0) {
        uint64_t kept = UINT64_MAX >> (64 - 8 * chunk.length);
        chunk.folded = (bytes | EVERY_BYTE(0x20)) & kept;
        chunk.letters = letter & kept;
        chunk.capitals = chunk.letters & ~(bytes << 2);
    }
    return chunk;
}

/* Reads the run that begins with bytes[0], a letter, and looks it up. */
static inline struct ascii_run read_ascii_run(const struct lang *lang, const uint8_t *bytes, size_t size)
{
    struct chunk chunk = read_chunk(letter_chunk(bytes, size));
    const uint64_t head = chunk.folded;
    struct ascii_run run = {.size = chunk.length, .capitalized = (chunk.capitals & 0x80) != 0};
    uint64_t hash = letter_hash_add(0, head);
    uint64_t small = chunk.letters ^ chunk.capitals;
    uint64_t several = chunk.letters & (chunk.letters - 1); /* letters: the word begins with one */
    while (chunk.length == 8) {
        if (run.size > LONGEST_FORM - 16) {
            return (struct ascii_run){.size = 0};
        }
        chunk = read_chunk(letter_chunk(bytes + run.size, size - run.size));
        if (chunk.length == 0) {
            break;
        }
        hash = letter_hash_add(hash, chunk.folded);
        small |= chunk.letters ^ chunk.capitals;
        several |= chunk.letters;
        run.size += chunk.length;
    }
    run.all_caps = small == 0 && several != 0;
    run.word = find_ascii(lang, (uint32_t)letter_hash_add(hash, run.size), head, bytes, run.size);
    return run;
}

#endif
