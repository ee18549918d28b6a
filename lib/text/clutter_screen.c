#include "text/clutter_screen.h"

#include "base/byte_chunk.h"

#include <string.h>

/* So many bytes are searched for letters at a time, and with them those behind that a key reaches to. */
#define BLOCK 64
#define BLOCK_READ (BLOCK + 2)

/* Of the first eight bytes of a line the folded form.  False when what is folded as more than a byte, which
 * marks have none of but in their midst, may be among them. */
static bool fold_head(struct str line, uint64_t *head)
{
    const uint64_t two = 0xFFFF;
    const uint64_t no_break_space = 0xA0C2;
    if (line.size < 8) {
        return false;
    }
    uint64_t bytes = letter_chunk(line.data, line.size);
    uint64_t high = bytes & HIGH_BITS;
    uint64_t spaces = chunk_between(bytes & ~HIGH_BITS, ' ', ' ') & ~bytes;
    uint64_t visible = chunk_between(bytes & ~HIGH_BITS, ' ', 0x7f) | high;
    bool single = (spaces & spaces << 8) == 0 && visible == HIGH_BITS;
    bool quote = (bytes & 0xFFFFFF) == 0x9980E2;
    bool space = (bytes & two) == no_break_space || (bytes >> 8 & two) == no_break_space;
    *head = bytes | chunk_letters(bytes) >> 2;
    return single && high >> 24 == 0 && !quote && !space;
}

/* Whether a line that begins so may begin with a mark. */
static bool may_begin(const struct clutter_language *language, struct str line)
{
    uint64_t head;
    if (!fold_head(line, &head)) {
        return true;
    }
    const uint16_t *starts = language->begins + clutter_pair((char)(head & 0xFF), (char)(head >> 8 & 0xFF));
    for (size_t i = starts[0]; i < starts[1]; i++) {
        const struct clutter_mark *mark = &language->marks[i];
        uint64_t size = mark->size < 8 ? mark->size : 8;
        if ((head ^ mark->head) << (64 - 8 * size) == 0) {
            return true;
        }
    }
    return false;
}

/* The same behind bullets, numbers, quotes. */
static bool may_begin_behind(const struct clutter_language *language, struct str line)
{
    size_t skip = 0;
    while (line.size > 0 && (skip = clutter_sign(line)) > 0) {
        line = str_slice(line, skip, line.size);
    }
    return line.size > 0 && may_begin(language, line);
}

static bool may_end(const struct clutter_language *language, char last)
{
    unsigned char byte = (unsigned char)clutter_fold_byte(last);
    /* the last bytes of a no-break space and of an apostrophe, which are folded */
    return byte <= ' ' || byte == 0xA0 || byte == 0x99 || language->ends[byte] < language->ends[byte + 1];
}

/* Whether the byte that the mark has beside its key is there, too; the key, a sign, stands at byte `at`. */
static bool has_beside(const struct clutter_mark *mark, struct str line, size_t at)
{
    bool before = mark->key > 0;
    char beside = mark->words[before ? mark->key - 1 : 1];
    if (beside <= ' ' || beside == '\'' || (unsigned char)beside >= 0x80) {
        return true; /* may be folded */
    }
    if (before ? at == 0 : at + 1 == line.size) {
        return false;
    }
    return clutter_fold_byte(line.data[before ? at - 1 : at + 1]) == beside;
}

static bool may_hold_sign(const struct clutter_language *language, const struct clutter_key *key,
                          struct str line)
{
    const char *end = line.data + line.size;
    const char *hit = memchr(line.data, key->text[0], line.size);
    for (; hit != NULL; hit = memchr(hit + 1, key->text[0], (size_t)(end - hit - 1))) {
        for (size_t i = key->first_mark; i < key->end_mark; i++) {
            if (has_beside(&language->marks[i], line, (size_t)(hit - line.data))) {
                return true;
            }
        }
    }
    return false;
}

/* 0 when the key stands there, in whichever case. */
static inline unsigned char differs(const struct clutter_key *key, const char at[3])
{
    return (unsigned char)((at[0] ^ key->text[0]) | (at[1] ^ key->text[1]) | (at[2] ^ key->text[2])) & 0xDF;
}

/* 0 when one of the keys stands in the block.  Written for a compiler that takes many bytes at a time. */
static inline unsigned char least_differs(const struct clutter_key *keys, size_t count,
                                          const char at[BLOCK_READ])
{
    unsigned char least = 0xFF;
    for (size_t i = 0; i < BLOCK; i++) {
        for (size_t k = 0; k < count; k++) {
            unsigned char found = differs(&keys[k], at + i);
            least = found < least ? found : least;
        }
    }
    return least;
}

/* Nearly always none of the keys does. */
static inline uint32_t block_holds(const struct clutter_key *keys, const char at[BLOCK_READ])
{
    uint32_t hold = 0;
    if (least_differs(keys, CLUTTER_LETTER_KEYS, at) != 0) {
        return 0;
    }
    for (size_t k = 0; k < CLUTTER_LETTER_KEYS; k++) {
        hold |= (uint32_t)(least_differs(keys + k, 1, at) == 0) << k;
    }
    return hold;
}

static uint32_t may_hold_letters(const struct clutter_key *keys, struct str line)
{
    if (line.size < BLOCK_READ) {
        char padded[BLOCK_READ] = {0};
        memcpy(padded, line.data, line.size);
        return block_holds(keys, padded);
    }
    uint32_t hold = 0;
    for (size_t at = 0; line.size - at > BLOCK_READ; at += BLOCK) {
        hold |= block_holds(keys, line.data + at);
    }
    return hold | block_holds(keys, line.data + line.size - BLOCK_READ);
}

static uint32_t may_hold(const struct clutter_language *language, struct str line)
{
    uint32_t hold = may_hold_letters(language->inside, line);
    for (unsigned i = CLUTTER_LETTER_KEYS; language->inside[i].text[0] != '\0'; i++) {
        hold |= (uint32_t)may_hold_sign(language, &language->inside[i], line) << i;
    }
    return hold;
}

struct clutter_screen clutter_screen(const struct clutter_language *language, struct str line)
{
    bool sign = clutter_sign(line) > 0;
    return (struct clutter_screen){
        .begin =
            line.data[0] == '[' || may_begin(language, line) || (sign && may_begin_behind(language, line)),
        .end = may_end(language, line.data[line.size - 1]),
        .hold = may_hold(language, line),
    };
}
