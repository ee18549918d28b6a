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
    const char *words; /* lower case, straight apostrophes, single spaces */
    uint16_t size;
    uint8_t key;   /* of PLACE_HOLDS: where in the words their key stands */
    uint8_t kind;  /* enum clutter_mark_kind */
    uint8_t place; /* enum clutter_mark_place */
};

/* What is looked for first in a line: a sign, or two letters in a row. */
struct clutter_key {
    uint8_t byte;
    uint8_t next;  /* 0: the byte alone */
    bool captions; /* some of its marks are captions */
    uint16_t first_mark, end_mark;
};

struct clutter_language {
    const char *tag; /* "en" */
    const struct clutter_mark *marks;
    /* Those of key k are starts[group][k] to starts[group][k + 1] - 1.  Group 0 begins a line (LINE, BEGINS,
     * NAMES) and has the first byte of the words as key, group 1 ends it, with the last byte. */
    const uint16_t (*starts)[257];
    const struct clutter_key *inside; /* of those anywhere (HOLDS); behind the last stands an empty one */
};

extern const struct clutter_language clutter_languages[];
extern const size_t clutter_language_count;

/* The marks of a language; NULL when it has none. */
const struct clutter_language *clutter_find(const char *tag);

/* What `line` (trimmed, `words` words long) is by its words: the mark of the longest words that fit. */
enum clutter_mark_kind clutter_match(const struct clutter_language *language, struct str line,
                                     uint32_t words);

#endif
