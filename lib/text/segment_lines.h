/* A text as paragraphs, with what their shape tells; the first half of the segmenter. */
#ifndef TEXT_SEGMENT_LINES_H
#define TEXT_SEGMENT_LINES_H

#include "text/clutter.h"
#include "text/line_words.h"
#include "text/segment.h"

/* Labels of a page, such as buttons, have at most so many words. */
#define PARAGRAPH_LABEL_WORDS 6
/* A paragraph of so many words that ends as a sentence is certainly prose. */
#define PARAGRAPH_PROSE_WORDS 8

/* A line, or a block of lines that were broken at a width. */
struct paragraph {
    uint32_t begin;           /* of its first line */
    uint32_t end;             /* behind the blank lines that follow it */
    struct str content;       /* trimmed */
    uint64_t hash;            /* of a label's content, else 0 */
    uint32_t words;           /* more than any rule asks for are not counted, of prose but a few */
    struct first_words first; /* not looked at in what is plain */
    bool hard_wrapped;
    bool terminated; /* ends as a sentence does */
    bool full_stop;  /* ... with a full stop, as headlines do not */
    bool plain;      /* its words and its end show it to be prose, whatever has a capital */
    bool bullet;     /* begins with a list's sign or is a list's number */
    bool colon;      /* ends with a colon */
    bool address;    /* an e-mail address or a URL and hardly anything else */
    enum clutter_mark_kind mark;
    enum segment_kind kind; /* for the second half to decide; BODY at first */
};

/* Most long words have a capital, as in headlines. */
bool paragraph_title_case(const struct paragraph *paragraph);

/* Divides `text` into paragraphs that cover it.  ERR_NO_MEMORY. */
enum status segment_paragraphs(struct arena *arena, const struct clutter_language *clutter, struct str text,
                               struct paragraph **paragraphs, size_t *count) MUST_CHECK;

#endif
