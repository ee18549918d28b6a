#include "text/form.h"
#include "text/byte_chunk.h"
#include "text/text.h"

#include "base/utf8.h"
#include "lang/letters.h"

#include <string.h>

/* The bytes that an ending of the lexicon ("*ed") may have. */
#define ENDING_SHORTEST 2
#define ENDING_LONGEST 4

void form_add_code_point(struct form *form, uint32_t code_point)
{
    char encoded[4];
    if (code_point == 0x00ad) { /* a soft hyphen shows only where a line ends */
        return;
    }
    size_t size = utf8_encode(letter_fold(code_point), encoded);
    for (size_t i = 0; i < size; i++) {
        form_add(form, (uint8_t)encoded[i]);
    }
}

uint16_t form_find(const struct lang *lang, const struct form *form)
{
    if (form->size == 0 || form->size > LONGEST_FORM) {
        return 0;
    }
    return lang_word(lang, (struct str){form->bytes, form->size});
}

/* Whether bytes[8 ..] folded are the rest of the word's form. */
static bool same_rest(const char *form, const uint8_t *bytes, size_t size)
{
    for (size_t i = 8; i < size; i++) {
        uint8_t byte = bytes[i];
        if (form[i] != (char)(byte | 0x20)) {
            return false;
        }
    }
    return true;
}

static uint16_t find_ascii(const struct lang *lang, uint32_t hash, uint64_t head, const uint8_t *bytes,
                           size_t size)
{
    if (!lang_may_know(lang, hash)) {
        return 0;
    }
    uint32_t at = hash & lang->bucket_mask;
    for (; lang->buckets[at].word != 0; at = (at + 1) & lang->bucket_mask) {
        const struct lang_bucket *bucket = &lang->buckets[at];
        if (bucket->head == head && bucket->size == size &&
            (size <= 8 || same_rest(lang->words[bucket->word].form, bytes, size))) {
            return bucket->word;
        }
    }
    return 0;
}

static inline bool digit_first(uint64_t bytes)
{
    return (uint8_t)((uint8_t)bytes - '0') < 10;
}

/* Eight bytes of the text, folded, and what they are; a high bit for each byte that is so. */
struct chunk {
    uint64_t folded;
    uint64_t letters;
    uint64_t capitals;
    size_t length; /* of the letters and digits it begins with */
};

static inline struct chunk read_chunk(uint64_t bytes)
{
    uint64_t low = bytes & ~HIGH_BITS;
    uint64_t letter = chunk_letters(bytes);
    uint64_t other = letter ^ HIGH_BITS;
    if (other != 0 && digit_first(bytes >> (__builtin_ctzll(other) & ~7))) {
        other = (letter | (chunk_between(low, '0', '9') & ~bytes)) ^ HIGH_BITS; /* hardly a word has one */
    }
    struct chunk chunk = {.length = other == 0 ? 8 : (size_t)__builtin_ctzll(other) / 8};
    if (chunk.length != 0) {
        uint64_t kept = UINT64_MAX >> (64 - 8 * chunk.length);
        chunk.folded = (bytes | EVERY_BYTE(0x20)) & kept;
        chunk.letters = letter & kept;
        chunk.capitals = chunk.letters & ~(bytes << 2);
    }
    return chunk;
}

struct ascii_run form_read_ascii(const struct lang *lang, const uint8_t *bytes, size_t size)
{
    struct chunk chunk = read_chunk(letter_chunk(bytes, size));
    const uint64_t head = chunk.folded;
    struct ascii_run run = {.size = chunk.length, .capitalized = (chunk.capitals & 0x80) != 0};
    uint64_t hash = letter_hash_add(0, head);
    uint64_t small = chunk.letters ^ chunk.capitals;
    uint64_t several = chunk.letters & (chunk.letters - 1); /* letters: the word begins with one */
    while (chunk.length == 8) {
        if (run.size > LONGEST_FORM - 16) {
            return (struct ascii_run){.size = 0};
        }
        chunk = read_chunk(letter_chunk(bytes + run.size, size - run.size));
        if (chunk.length == 0) {
            break;
        }
        hash = letter_hash_add(hash, chunk.folded);
        small |= chunk.letters ^ chunk.capitals;
        several |= chunk.letters;
        run.size += chunk.length;
    }
    run.all_caps = small == 0 && several != 0;
    run.word = find_ascii(lang, (uint32_t)letter_hash_add(hash, run.size), head, bytes, run.size);
    return run;
}

bool token_is_listed(const struct text *text, size_t token)
{
    const struct lang_word *word = &text->lang->words[text->tokens[token].word];
    struct class_set country = {0};

    class_set_add(&country, CLASS_INDEPENDENCE);
    return text->tokens[token].word != 0 &&
           !(word->reading_count > 0 && class_set_covers(&country, &word->classes));
}

bool token_ends_as(const struct text *text, size_t token, unsigned class_id)
{
    struct str word = text_span(text, token, token + 1);
    char form[ENDING_LONGEST + 2] = "*";
    if (!token_may_end(text, token)) {
        return false;
    }

    for (size_t size = ENDING_SHORTEST; size <= ENDING_LONGEST && size < word.size; size++) {
        memcpy(form + 1, word.data + word.size - size, size);
        uint16_t number = lang_word(text->lang, (struct str){form, size + 1});
        if (number != 0 && class_set_has(&text->lang->words[number].classes, class_id)) {
            return true;
        }
    }
    return false;
}
