/* The text while its tokens are read (text/scan.c); private to lib/text. */
#ifndef TEXT_SCANNER_H
#define TEXT_SCANNER_H

#include "text/text.h"

#define LONGEST_PIECE 65000 /* bytes of a token */
#define LONGEST_CLITIC 8    /* letters of a clitic or suffix */

struct scanner {
    const struct lang *lang;
    struct str source;
    const uint8_t *bytes;
    size_t size;
};

static inline bool word_has(const struct scanner *scanner, uint16_t word, unsigned class_id)
{
    return word != 0 && class_set_has(&scanner->lang->words[word].classes, class_id);
}

static inline bool is_digit(uint8_t byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool digit_at(const struct scanner *scanner, size_t at)
{
    return at < scanner->size && is_digit(scanner->bytes[at]);
}

static inline size_t digits_end(const struct scanner *scanner, size_t at, size_t limit)
{
    while (at < limit && is_digit(scanner->bytes[at])) {
        at++;
    }
    return at;
}

/* Whether a letter of whatever script, or a mark of one, begins at `at`. */
bool letter_at(const struct scanner *scanner, size_t at);
/* Reads the number at `begin`, a digit, into `token`; the index behind it. */
size_t read_number(const struct scanner *scanner, size_t begin, struct token *token);

#endif
