/* The words of a line or a paragraph, counted without a look at what they are. */
#ifndef TEXT_LINE_WORDS_H
#define TEXT_LINE_WORDS_H

#include "base/str.h"

/* What the first words of a paragraph look like. */
struct first_words {
    uint32_t long_words; /* of four letters and more */
    uint32_t capitals;   /* of these, how many with a capital */
    bool digits;         /* one holds a digit */
};

/* How many words have a letter or a digit; where there are more than `enough`, those behind need not count.
 */
uint32_t line_words(struct str content, uint32_t enough);

struct first_words line_first_words(struct str content);

#endif
