/* Reading a place name word by word in folded form.  Private to the gazetteer and to the program that
 * compiles it: both must fold alike. */
#ifndef PLACE_NAME_H
#define PLACE_NAME_H

#include "base/str.h"

/* The longest folded name in bytes, and the most words of one. */
#define NAME_SIZE 96
#define NAME_WORDS 12

/*     struct name_reader reader;
 *     name_reader_init(&reader, text, begin, end);
 *     while (name_read_word(&reader)) { ... reader.folded, reader.size: the name so far ... }
 * Folding: lower case, accents and apostrophes dropped, words joined by one space whatever stood between them
 * (a space, a hyphen, one line break), full stops of abbreviations dropped ("U.S." is "us", "St. Malo" "st
 * malo"). */
struct name_reader {
    struct str text;
    size_t at; /* the next byte to read */
    size_t end;
    size_t name_end;        /* behind the last word read, without a possessive 's */
    char folded[NAME_SIZE]; /* of all words read so far */
    size_t size;
    uint32_t words;       /* how many */
    uint32_t capitalized; /* bit n: word n began with a capital */
    bool capitals;        /* every letter so far was a capital */
    bool possessive; /* the last word is followed by 's, which the next call joins to it ("Cox's Bazar") */
};

void name_reader_init(struct name_reader *reader, struct str text, size_t begin, size_t end);
/* Reads one more word.  False when none follows, or the name gets longer than a name can be. */
bool name_read_word(struct name_reader *reader);
/* Of a folded name: the same everywhere. */
uint32_t name_hash(const char *folded, size_t size);

/* So many letters tell most words apart from those that names begin with. */
#define NAME_OPENING 8
/* A set of what names open with holds so many bits. */
#define NAME_OPENINGS ((uint32_t)1 << 16)

/* The bit that stands for a name whose first word has those letters, the first in the lowest byte and 0
 * behind the last; of a longer word the first ones. */
static inline uint32_t name_opening_bit(uint64_t letters)
{
    return (uint32_t)(letters * UINT64_C(0x9e3779b97f4a7c15) / (UINT64_MAX / NAME_OPENINGS + 1));
}

/* ... for a folded name. */
uint32_t name_opening(const char *folded, size_t size);

#endif
