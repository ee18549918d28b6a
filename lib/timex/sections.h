/* Which sentences a line of a chronology dates.  Private to lib/timex. */
#ifndef TIMEX_SECTIONS_H
#define TIMEX_SECTIONS_H

#include "timex/timex.h"

struct sections {
    struct arena *arena;
    const struct text *text;
    struct timex_list *list; /* which gets them */
    size_t capacity;
    int32_t line;  /* the expression that is a line of its own above the sentence at hand, or -1 */
    int32_t entry; /* that which opens its paragraph, or -1 */
    int32_t day;   /* of the first line of all; DAY_NONE: there was none */
    bool several;  /* there were lines of several days */
};

/* None yet; they go into `list` and live in `arena`.  The text is borrowed. */
void sections_init(struct sections *sections, struct arena *arena, const struct text *text,
                   struct timex_list *list);
/* Sentence number `sentence` begins, and with it perhaps a paragraph.  ERR_NO_MEMORY. */
enum status sections_begin_sentence(struct sections *sections, size_t sentence, bool paragraph) MUST_CHECK;
/* The latest expression of the list, in that sentence, opens an entry, or is a line of its own.
 * ERR_NO_MEMORY. */
enum status sections_open(struct sections *sections, size_t sentence, bool line) MUST_CHECK;
/* A line of its own that is no date stands here: the section is over. */
void sections_close(struct sections *sections);
/* The text is read.  A single line that is a date, above an article, may say when the page was made: it dates
 * nothing.  Below the last line of several stand no more paragraphs of it than below the longest before:
 * behind them the text speaks of other things. */
void sections_finish(struct sections *sections);

#endif
