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

/* Hashes of the stems of the names (capitalised words) in two texts, ascending, each once; at most `limit`.
 */
size_t words_of_names(struct str first, struct str second, uint32_t *hashes, size_t limit);
/* Hashes of the words of five letters and more of a sentence and of its numbers, ascending, each once. */
size_t words_of_text(struct str text, uint32_t *hashes, size_t limit);
/* How many hashes two ascending lists share. */
size_t words_shared(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count);

#endif
