#include "text/line_words.h"

#include "base/byte_chunk.h"

/* So many words tell whether most are capitalised. */
#define FIRST_WORDS 64
/* Of so many bytes the words are counted roughly, which nearly always tells that there are enough of them. */
#define ROUGH 96

/* Sixty-four bytes of a text as bits, the first the lowest. */
struct byte_bits {
    uint64_t blanks;
    uint64_t known; /* letters and digits */
    /* not of all texts: */
    uint64_t letters;  /* the bytes behind the first of a letter beyond ASCII are none: so it is one */
    uint64_t capitals; /* of ASCII */
};

/* What is behind `size` is blank. */
static inline struct byte_bits read_bits(const char *at, size_t size, bool letters_too)
{
    struct byte_bits bits = {0};
    for (size_t i = 0; i < 64 && i < size; i += 8) {
        uint64_t bytes = letter_chunk(at + i, size - i);
        uint64_t low = bytes & ~HIGH_BITS;
        uint64_t ascii = ~bytes & HIGH_BITS;
        uint64_t capital_or_not = chunk_letters(bytes);
        uint64_t beyond = (low + EVERY_BYTE(0x80 - 0x43)) & bytes & HIGH_BITS; /* from 0xc3 on */
        uint64_t letters = capital_or_not | beyond;
        bits.blanks |= chunk_gather(chunk_between(low, 0, ' ') & ascii) << i;
        bits.known |= chunk_gather(letters | (chunk_between(low, '0', '9') & ascii)) << i;
        if (letters_too) {
            bits.letters |= chunk_gather(letters) << i;
            bits.capitals |= chunk_gather(capital_or_not & ~(bytes << 2)) << i;
        }
    }
    bits.blanks |= size >= 64 ? 0 : UINT64_MAX << size;
    return bits;
}

static size_t blank_behind(struct str content, size_t at)
{
    while (at < content.size && (unsigned char)content.data[at] > ' ') {
        at++;
    }
    return at;
}

/* The bits of the word that begins with that one. */
static uint64_t word_bits(uint64_t blanks, uint64_t begin)
{
    uint64_t behind = blanks & ~(begin - 1);
    return behind == 0 ? ~(begin - 1) : (behind & -behind) - begin;
}

/* Reads the bits of whole words from byte *at on, with blanks behind them; *at is moved behind these words.
 * Of a word that fills all of the bits the end is passed over: no rule looks at it. */
static inline struct byte_bits next_words(struct str content, size_t *at, bool letters_too)
{
    struct byte_bits bits = read_bits(content.data + *at, content.size - *at, letters_too);
    bool goes_on = *at + 64 < content.size && bits.blanks >> 63 == 0;
    if (!goes_on) {
        *at += 64;
    } else if (bits.blanks == 0) {
        *at = blank_behind(content, *at + 64);
    } else {
        unsigned begin = 64 - (unsigned)__builtin_clzll(bits.blanks); /* of the last word */
        bits.blanks |= UINT64_MAX << begin;
        *at += begin;
    }
    return bits;
}

/* No more than there are: words with a letter first and a space before it.  Written for a compiler that takes
 * many bytes at a time. */
static uint32_t rough_words(const char at[ROUGH])
{
    unsigned char words = ascii_is_letter(at[0]);
    for (size_t i = 1; i < ROUGH; i++) {
        unsigned char letter = (unsigned char)((unsigned char)(at[i] | 0x20) - 'a');
        words += (unsigned char)((at[i - 1] == ' ') & (letter <= 'z' - 'a'));
    }
    return words;
}

uint32_t line_words(struct str content, uint32_t enough)
{
    uint32_t words = content.size >= ROUGH ? rough_words(content.data) : 0;
    if (words >= enough) {
        return words;
    }
    words = 0;
    for (size_t at = 0; at < content.size && words < enough;) {
        struct byte_bits bits = next_words(content, &at, false);
        uint64_t first = ~bits.blanks & (bits.blanks << 1 | 1);
        words += (uint32_t)__builtin_popcountll(first & bits.known);
        for (uint64_t signs = first & ~bits.known; signs != 0; signs &= signs - 1) { /* that begin a word */
            words += (word_bits(bits.blanks, signs & -signs) & bits.known) != 0;
        }
    }
    return words;
}

struct first_words line_first_words(struct str content)
{
    struct first_words first = {0};
    uint32_t words = 0;
    for (size_t at = 0; at < content.size && words < FIRST_WORDS;) {
        struct byte_bits bits = next_words(content, &at, true);
        first.digits = first.digits || (bits.known & ~bits.letters & ~bits.blanks) != 0;
        for (uint64_t rest = ~bits.blanks; rest != 0;) {
            uint64_t word = word_bits(bits.blanks, rest & -rest);
            uint64_t letters = bits.letters & word;
            words += (bits.known & word) != 0;
            uint64_t fourth = letters & (letters - 1);
            fourth &= fourth - 1;
            fourth &= fourth - 1;
            first.long_words += fourth != 0;
            first.capitals += fourth != 0 && (letters & -letters & bits.capitals) != 0;
            rest &= ~word;
        }
    }
    return first;
}
