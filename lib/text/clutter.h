/* Words that mark what is not the article, from lib/lang/<tag>/clutter.txt; compiled by lib/tools/clutter. */
#ifndef TEXT_CLUTTER_H
#define TEXT_CLUTTER_H

#include "base/str.h"

/* What the marked line is. */
enum clutter_mark_kind {
    MARK_NONE,
    MARK_CLUTTER, /* the site's furniture, anywhere */
    MARK_LIST,    /* the title of a list of other stories: "You may also like" */
    MARK_END,     /* behind it nothing belongs to the article: "Comments" */
    MARK_CAPTION,
    MARK_BYLINE,
};

/* Where in the line the words stand. */
enum clutter_mark_place {
    PLACE_LINE,   /* they are the line, but for signs and digits around them */
    PLACE_BEGINS, /* first */
    PLACE_ENDS,   /* last */
    PLACE_HOLDS,  /* anywhere, from the beginning of a word on */
    PLACE_NAMES,  /* first, and names are all that follows */
};

struct clutter_mark {
    const char *words; /* lower case, straight apostrophes, single spaces; two bytes and more */
    uint64_t head;     /* as letter_chunk (lang/letters.h) reads them */
    uint16_t size;
    uint8_t key;   /* of PLACE_HOLDS: where in the words their key stands */
    uint8_t kind;  /* enum clutter_mark_kind */
    uint8_t place; /* enum clutter_mark_place */
};

/* What is looked for first in a line. */
struct clutter_key {
    char text[4]; /* a sign, or three letters in a row */
    uint16_t first_mark, end_mark;
};

/* So many keys of a language are letters: a line is searched for all at once. */
#define CLUTTER_LETTER_KEYS 3
/* Kinds of two bytes in a row; clutter_pair. */
#define CLUTTER_PAIRS (27 * 27)

struct clutter_language {
    const char *tag; /* "en" */
    const struct clutter_mark *marks;
    /* Those that begin a line (LINE, BEGINS, NAMES) with pair k are begins[k] to begins[k + 1] - 1, those
     * that end one with byte k ends[k] to ends[k + 1] - 1. */
    const uint16_t *begins;
    const uint16_t *ends;
    /* Of those anywhere (HOLDS): first the letters, of which some may be wanting and are empty, then the
     * signs, then an empty one; 32 at most. */
    const struct clutter_key *inside;
};

/* Which pair of bytes folded marks begin with; signs are all one. */
static inline unsigned clutter_pair(char first, char second)
{
    unsigned a = ascii_is_lower(first) ? (unsigned)(first - 'a' + 1) : 0;
    unsigned b = ascii_is_lower(second) ? (unsigned)(second - 'a' + 1) : 0;
    return a * 27 + b;
}

extern const struct clutter_language clutter_languages[];
extern const size_t clutter_language_count;

/* The marks of a language; NULL when it has none. */
const struct clutter_language *clutter_find(const char *tag);

/* What `line` (trimmed) is by its words: the mark of the longest words that fit. */
enum clutter_mark_kind clutter_match(const struct clutter_language *language, struct str line);

#endif
