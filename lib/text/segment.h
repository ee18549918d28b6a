/* The parts of a page's text as it was copied: the article, and what stood around it.
 *
 * Text comes to the program as people get it: selected in a browser, or written by a feed.  Between and
 * around the article's paragraphs there are then the site's navigation, share bars, photo captions, author
 * lines, lists of other stories.  Nothing must be reported out of those, and nothing of the article must be
 * lost: what is not plainly one of them is BODY. */
#ifndef TEXT_SEGMENT_H
#define TEXT_SEGMENT_H

#include "base/arena.h"

struct lang;

enum segment_kind {
    SEGMENT_BODY,    /* the article's own sentences */
    SEGMENT_HEADING, /* the headline or a heading between paragraphs */
    SEGMENT_CAPTION, /* words under a picture, its credit line */
    SEGMENT_BYLINE,  /* who wrote it, when it was put online, with whose help */
    SEGMENT_CLUTTER, /* the site's, not the article's */
};

/* Bytes begin..end-1 of the text. */
struct segment {
    uint32_t begin;
    uint32_t end;
    enum segment_kind kind;
    bool hard_wrapped; /* its lines are broken at a width: a single line end in it is a space */
};

/* Divides `text` (well-formed UTF-8, at most 4 GB) into segments: whole lines, in order, together covering
 * all of it, so that each begins where the one before ends.  An empty text has none.  Linear in the text.
 * ERR_NO_MEMORY. */
enum status text_segment(struct arena *arena, const struct lang *lang, struct str text,
                         struct segment **segments, size_t *count) MUST_CHECK;

#endif
