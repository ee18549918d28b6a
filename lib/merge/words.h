/* Words as hashes, for comparing who speaks and what a sentence says.  Private to the module. */
#ifndef MERGE_WORDS_H
#define MERGE_WORDS_H

#include "base/str.h"

/* The next word (letters and digits; full stops inside an abbreviation and apostrophes dropped) at or after
 * *at in lower case: its hash, its length in letters, whether it began with a capital.  False at the end of
 * the text. */
struct word {
    uint32_t hash;
    uint32_t stem; /* hash of its first five letters */
    uint32_t size;
    bool capital;  /* or of a script without case */
    bool capitals; /* two letters or more, all capitals: "GUR" */
};
bool word_next(struct str text, size_t *at, struct word *word);

/* The next run of letters, digits and hyphens at or after *at, as it stands there; empty at the end. */
struct str words_next(struct str text, size_t *at);

/* Whether the word, in whatever case, is one of `words`, which are ASCII. */
bool word_among(struct str word, const char *const *words, size_t count);
#define WORD_AMONG(word, words) word_among(word, words, sizeof(words) / sizeof *(words))

/* How many bits are set.  Not the compiler's builtin: without a processor's instruction that is a call. */
static inline unsigned bits_set(uint64_t x)
{
    x -= x >> 1 & UINT64_C(0x5555555555555555);
    x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
    x = (x + (x >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (unsigned)(x * UINT64_C(0x0101010101010101) >> 56);
}

/* Hashes of the stems of the names (capitalised words) in two texts, ascending, each once; at most `limit`.
 */
size_t words_of_names(struct str first, struct str second, uint32_t *hashes, size_t limit);
/* The stem of the last capitalised word of four letters and more; 0 when there is none. */
uint32_t words_last_name(struct str text);

/* The longer words and names of a sentence as a set of bits: two words may share a bit, which matters little
 * where only likeness is asked for. */
struct word_set {
    uint64_t bits[8];
};
struct word_set words_of_text(struct str text);
/* How many words two sets share, and how many are in either. */
size_t word_sets_compare(const struct word_set *a, const struct word_set *b, size_t *either);
/* How many hashes two ascending lists share. */
size_t words_shared(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count);

#endif
