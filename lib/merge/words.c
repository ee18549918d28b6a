#include "merge/words.h"

#include <stdlib.h>

#define STEM 5

static bool is_letter(char c)
{
    return ascii_is_letter(c) || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* General punctuation (U+2000 to U+206F) and Latin-1 signs (U+0080 to U+00BF) are no letters. */
static size_t punctuation_size(struct str text, size_t at)
{
    unsigned char c = (unsigned char)text.data[at];
    unsigned char next = at + 1 < text.size ? (unsigned char)text.data[at + 1] : 0;
    if (c == 0xE2 && (next == 0x80 || next == 0x81)) {
        return text.size - at < 3 ? text.size - at : 3;
    }
    return c == 0xC2 ? (at + 1 < text.size ? 2 : 1) : 0;
}

static uint32_t add_byte(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619U;
}

bool word_among(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal_nocase(word, str_from(words[i]))) {
            return true;
        }
    }
    return false;
}

bool word_next(struct str text, size_t *at, struct word *word)
{
    size_t i = *at;
    while (i < text.size && (!is_letter(text.data[i]) || punctuation_size(text, i) > 0)) {
        size_t skip = punctuation_size(text, i);
        i += skip > 0 ? skip : 1;
    }
    if (i >= text.size) {
        *at = text.size;
        return false;
    }
    *word = (struct word){.hash = 2166136261U, .stem = 2166136261U};
    word->capital = !ascii_is_lower(text.data[i]);
    word->capitals = true;
    for (; i < text.size && punctuation_size(text, i) == 0; i++) {
        char c = text.data[i];
        if (c == '.' && word->size <= 3 && word->capitals && i + 1 < text.size &&
            ascii_is_upper(text.data[i + 1])) {
            continue;
        }
        if (!is_letter(c)) {
            break;
        }
        word->capitals = word->capitals && ascii_is_upper(c);
        word->hash = add_byte(word->hash, ascii_lower(c));
        if (word->size < STEM) {
            word->stem = add_byte(word->stem, ascii_lower(c));
        }
        word->size++;
    }
    word->capitals = word->capitals && word->size >= 2;
    *at = i;
    return true;
}

static int compare_hashes(const void *a, const void *b)
{
    const uint32_t *left = a;
    const uint32_t *right = b;
    return (*left > *right) - (*left < *right);
}

static size_t sort_unique(uint32_t *hashes, size_t count)
{
    size_t kept = 0;
    if (count > 1) {
        qsort(hashes, count, sizeof *hashes, compare_hashes);
    }
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || hashes[kept - 1] != hashes[i]) {
            hashes[kept++] = hashes[i];
        }
    }
    return kept;
}

size_t words_of_names(struct str first, struct str second, uint32_t *hashes, size_t limit)
{
    size_t count = 0;
    for (int part = 0; part < 2; part++) {
        struct str text = part == 0 ? first : second;
        size_t at = 0;
        struct word word;
        while (count < limit && word_next(text, &at, &word)) {
            if (word.capital && (word.size > 3 || word.capitals)) {
                hashes[count++] = word.stem;
            }
        }
    }
    return sort_unique(hashes, count);
}

uint32_t words_last_name(struct str text)
{
    uint32_t last = 0;
    size_t at = 0;
    struct word word;
    while (word_next(text, &at, &word)) {
        last = word.capital && word.size > 3 ? word.stem : last;
    }
    return last;
}

struct word_set words_of_text(struct str text)
{
    struct word_set set = {{0}};
    size_t at = 0;
    struct word word;
    while (word_next(text, &at, &word)) {
        if (word.size >= STEM || word.capital) {
            uint32_t bit = (word.hash ^ word.hash >> 16) % 512;
            set.bits[bit / 64] |= (uint64_t)1 << (bit % 64);
        }
    }
    return set;
}

size_t word_sets_compare(const struct word_set *a, const struct word_set *b, size_t *either)
{
    size_t shared = 0;
    *either = 0;
    for (size_t i = 0; i < 8; i++) {
        shared += bits_set(a->bits[i] & b->bits[i]);
        *either += bits_set(a->bits[i] | b->bits[i]);
    }
    return shared;
}

size_t words_shared(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count)
{
    size_t shared = 0;
    for (size_t i = 0, k = 0; i < a_count && k < b_count;) {
        if (a[i] == b[k]) {
            shared++;
            i++;
            k++;
        } else if (a[i] < b[k]) {
            i++;
        } else {
            k++;
        }
    }
    return shared;
}

struct str words_next(struct str text, size_t *at)
{
    while (*at < text.size && !ascii_is_letter(text.data[*at]) &&
           !(text.data[*at] >= '0' && text.data[*at] <= '9')) {
        ++*at;
    }
    size_t begin = *at;
    while (*at < text.size && (ascii_is_letter(text.data[*at]) || text.data[*at] == '-' ||
                               (text.data[*at] >= '0' && text.data[*at] <= '9'))) {
        ++*at;
    }
    return str_slice(text, begin, *at);
}
