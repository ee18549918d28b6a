/* Bytes to sentences and typed tokens, in one pass and in time linear in the text. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/arena.h"
#include "lang/lang.h"
#include "text/segment.h"

enum token_type { TOKEN_WORD, TOKEN_NUMBER, TOKEN_PUNCT };

enum token_flag {
    TOKEN_CAPITALIZED = 1 << 0, /* the first letter is a capital */
    TOKEN_ALL_CAPS = 1 << 1,    /* two letters or more, all capitals */
    TOKEN_SPACE_BEFORE =
        1 << 2, /* white space (or the start of the text) before it; else glued to the one before */
    TOKEN_LINE_START = 1 << 3,      /* the first of its line */
    TOKEN_PARAGRAPH_START = 1 << 4, /* the first behind a blank line, or of the text */
    TOKEN_SENTENCE_START = 1 << 5,
    TOKEN_ABBREVIATED = 1 << 6, /* ends with a full stop of its own: "Sept." "U.S." "J." */
    TOKEN_INITIAL = 1 << 7,     /* one capital and a full stop */
    TOKEN_ORDINAL = 1 << 8,     /* a number with a suffix: "14th" */
    TOKEN_DECADE = 1 << 9,      /* "1980s" */
    TOKEN_DECIMAL = 1 << 10,    /* "1.5" */
    TOKEN_SEPARATED = 1 << 11,  /* "10,000" */
    TOKEN_BORDER = 1 << 12,     /* a sign, an abbreviation or the first of its line: a sentence begins or ends
                                   at few others */
};

/* A word: letters and marks of any script with inner apostrophes ("o'clock"), the full stops of an
 * abbreviation
 *     ("Sept." "U.S." "p.m."); a clitic of the lexicon is a token of its own ("Friday" "'s").
 * A number: digits with separators, decimals and the suffix of an ordinal or decade ("14th" "1980s").
 * A punct: one code point of anything else but white space; hyphens too.
 * A piece of more than 65,535 bytes is cut. */
struct token {
    uint32_t begin; /* byte offset */
    uint16_t size;  /* bytes */
    uint16_t word;  /* number of the folded form in the lexicon, or 0 */
    uint16_t flags; /* enum token_flag */
    uint8_t type;   /* enum token_type */
    uint8_t digits; /* of a number: how many digits stand before the decimal point, at most 255 */
};

/* Never spans a paragraph or a segment.  One that would be longer than SENTENCE_TOKENS is cut. */
struct sentence {
    uint32_t first_token;
    uint32_t end_token; /* exclusive; sentences have no gaps between them */
    uint32_t paragraph; /* counts from 0 */
    uint8_t kind;       /* enum segment_kind */
};

#define SENTENCE_TOKENS 512

struct text {
    struct str source; /* borrowed */
    const struct lang *lang;
    struct str language; /* the BCP 47 tag that the text is given under; text_scan leaves it absent */
    const struct text
        *beside; /* another text of the same document, which may tell what this one does not; or NULL */
    struct token *tokens; /* behind the last stands one more, empty and in no class: what looks at the next
                             word may look there */
    size_t token_count;
    struct sentence *sentences;
    size_t sentence_count;
    size_t memory; /* bytes that the arena has taken for all of this */
};

/* Scans `source`, which must live as long as `text`.  ERR_INVALID when it is not well-formed UTF-8,
 * ERR_TOO_LARGE for more than 1 GiB, ERR_NO_MEMORY. */
enum status text_scan(struct arena *arena, const struct lang *lang, struct str source,
                      struct text *text) MUST_CHECK;

static inline uint32_t token_end(const struct token *token)
{
    return token->begin + token->size;
}

/* The bytes from the first token to the one before `end_token`; first_token < end_token. */
static inline struct str text_span(const struct text *text, size_t first_token, size_t end_token)
{
    return str_slice(text->source, text->tokens[first_token].begin, token_end(&text->tokens[end_token - 1]));
}

/* The sentence that holds token `token`: its index. */
size_t text_sentence_of(const struct text *text, size_t token);

/* True when the lexicon has the class for an ending ("*ed") of the word at `token`, which is to be in small
 * letters. */
bool token_ends_as(const struct text *text, size_t token, unsigned class_id);

/* False when the lexicon has no ending with the last byte of the word at `token`. */
static inline bool token_may_end(const struct text *text, size_t token)
{
    uint32_t end = token_end(&text->tokens[token]);
    return (text->lang->endings >> (text->source.data[end - 1] & 31) & 1) != 0;
}

/* True when the lexicon knows the word at `token`; the names of countries that it has for their holidays only
 * do not count. */
bool token_is_listed(const struct text *text, size_t token);

/* The value of a number token, VALUE_INT; VALUE_NONE for other tokens and for numbers beyond 10^15. */
struct value token_number(const struct text *text, const struct token *token);

#endif
