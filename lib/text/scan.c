#include "text/scan.h"

#include "base/utf8.h"
#include "lang/letters.h"
#include "text/ascii_run.h"
#include "text/scanner.h"

#include <string.h>

/* What a byte can be the start of.  Bytes of 0x80 and above need decoding. */
enum byte_kind { BYTE_SPACE, BYTE_SMALL, BYTE_CAPITAL, BYTE_DIGIT, BYTE_SIGN, BYTE_HIGH };

static const uint8_t byte_kinds[256] = {
    ['!' ... '/'] = BYTE_SIGN,    ['0' ... '9'] = BYTE_DIGIT,  [':' ... '@'] = BYTE_SIGN,
    ['A' ... 'Z'] = BYTE_CAPITAL, ['[' ... '`'] = BYTE_SIGN,   ['a' ... 'z'] = BYTE_SMALL,
    ['{' ... '~'] = BYTE_SIGN,    [0x80 ... 0xff] = BYTE_HIGH,
};

/* The bytes behind ASCII letters that may belong to the same word. */
static const bool may_join[256] = {['.'] = true, ['\''] = true, ['0' ... '9'] = true, [0x80 ... 0xff] = true};

/* One code point of the source, classified. */
struct sign {
    uint32_t code_point;
    uint32_t folded;
    size_t size; /* bytes; 0 at the end */
    enum letter_kind kind;
};

static struct sign sign_at(const struct scanner *scanner, size_t at)
{
    if (at >= scanner->size) {
        return (struct sign){.kind = LETTER_SPACE};
    }
    struct sign sign;
    if (scanner->bytes[at] < 0x80) {
        sign.code_point = scanner->bytes[at];
        sign.size = 1;
    } else {
        sign.code_point = utf8_decode(scanner->source, at, &sign.size);
    }
    sign.kind = letter_kind(sign.code_point);
    sign.folded = letter_fold(sign.code_point);
    return sign;
}

bool letter_at(const struct scanner *scanner, size_t at)
{
    return at < scanner->size && sign_at(scanner, at).kind == LETTER_WORD;
}

/* As clitic_end, of whatever code points. */
static size_t any_clitic_end(const struct scanner *scanner, size_t at, uint16_t *word)
{
    struct form form;
    form_start(&form);
    struct sign sign = sign_at(scanner, at);
    if (sign.folded != '\'') {
        return 0;
    }
    form_add(&form, '\'');
    at += sign.size;
    unsigned letters = 0;
    for (; letters <= LONGEST_CLITIC && at < scanner->size; letters++) {
        sign = sign_at(scanner, at);
        if (sign.kind != LETTER_WORD) {
            break;
        }
        form_add_code_point(&form, sign.code_point);
        at += sign.size;
    }
    if (letters == 0 || letters > LONGEST_CLITIC) {
        return 0;
    }
    *word = form_find(scanner->lang, &form);
    return word_has(scanner, *word, CLASS_CLITIC) ? at : 0;
}

/* The end of the clitic that begins with the apostrophe at `at`, or 0 when none
 * does: a form of the lexicon of class CLITIC with nothing of a word behind it.
 */
static size_t clitic_end(const struct scanner *scanner, size_t at, uint16_t *word)
{
    uint64_t bytes = letter_chunk(scanner->bytes + at, scanner->size - at);
    uint64_t folded = bytes | EVERY_BYTE(0x20);
    uint64_t others = chunk_letters_end(bytes, folded) & ~UINT64_C(0xff);
    size_t size = others == 0 ? 8 : (size_t)__builtin_ctzll(others) / 8;

    if ((uint8_t)bytes != '\'' || size == 8 || (bytes >> 8 * size & 0x80) != 0) {
        return any_clitic_end(scanner, at, word);
    }
    if (size == 1) {
        return 0;
    }
    *word = find_short(scanner->lang, folded & chunk_below(others));
    return word_has(scanner, *word, CLASS_CLITIC) ? at + size : 0;
}

/* What is known of a word while it is read. */
struct word_state {
    struct form form;
    size_t at;
    uint32_t letters;
    uint32_t capitals;
    uint32_t run;  /* letters and digits since the last full stop */
    bool stops;    /* full stops inside */
    bool initials; /* one letter before each of them */
    bool capitalized;
};

/* Reads letters and digits. */
static void read_run(const struct scanner *scanner, struct word_state *word, size_t limit)
{
    word->run = 0;
    while (word->at < limit) {
        uint8_t byte = scanner->bytes[word->at];
        enum byte_kind kind = (enum byte_kind)byte_kinds[byte];
        if (kind == BYTE_SMALL || kind == BYTE_DIGIT) {
            form_add(&word->form, byte);
            word->letters += kind == BYTE_SMALL;
            word->at++;
        } else if (kind == BYTE_CAPITAL) {
            form_add(&word->form, byte | 0x20);
            word->letters++;
            word->capitals++;
            word->at++;
        } else if (kind == BYTE_HIGH) {
            struct sign sign = sign_at(scanner, word->at);
            if (sign.kind != LETTER_WORD) {
                return;
            }
            form_add_code_point(&word->form, sign.code_point);
            word->letters++;
            word->capitals += letter_is_capital(sign.code_point);
            word->at += sign.size;
        } else {
            return;
        }
        word->run++;
    }
}

static bool digit_follows(const struct scanner *scanner, size_t at)
{
    for (unsigned i = 0; i < 3 && at < scanner->size && byte_kinds[scanner->bytes[at]] == BYTE_SPACE; i++) {
        at++;
    }
    return at < scanner->size && byte_kinds[scanner->bytes[at]] == BYTE_DIGIT;
}

/* True when the word and the full stop behind it are an abbreviation. */
static bool keeps_stop(const struct scanner *scanner, const struct word_state *word, uint16_t *flags)
{
    struct form with_stop = word->form;
    form_add(&with_stop, '.');
    uint16_t number = form_find(scanner->lang, &with_stop);
    if (number != 0) {
        const struct lang_word *entry = &scanner->lang->words[number];
        if (entry->abbreviation != ABBREVIATION_NONE &&
            (word->capitalized || !entry->abbreviation_capitalized) &&
            (entry->abbreviation != ABBREVIATION_NUMBER || digit_follows(scanner, word->at + 1))) {
            return true;
        }
    }
    if (word->stops) {
        return word->initials;
    }
    if (word->letters == 1 && word->capitals == 1 && word->run == 1) {
        size_t next = word->at + 1;
        if (next < scanner->size && byte_kinds[scanner->bytes[next]] == BYTE_SPACE) {
            struct sign sign = sign_at(scanner, next + 1);
            if (sign.size > 0 && letter_is_capital(sign.code_point)) {
                *flags |= TOKEN_INITIAL;
                return true;
            }
        }
    }
    return false;
}

/* Reads the word at `at` into `token`; the index behind it. */
static size_t read_long_word(const struct scanner *scanner, size_t at, struct token *token)
{
    struct word_state word = {.at = at, .initials = true};
    form_start(&word.form);
    size_t limit = scanner->size - at > LONGEST_PIECE ? at + LONGEST_PIECE : scanner->size;
    token->type = TOKEN_WORD;
    bool first = true;
    for (;;) {
        read_run(scanner, &word, limit);
        if (first) {
            struct sign sign = sign_at(scanner, at);
            word.capitalized = letter_is_capital(sign.code_point);
            first = false;
        }
        if (word.at >= limit || byte_kinds[scanner->bytes[word.at]] < BYTE_SIGN) {
            break;
        }
        uint8_t byte = scanner->bytes[word.at];
        if (byte == '.') {
            word.initials = word.initials && word.run == 1;
            struct sign next = sign_at(scanner, word.at + 1);
            bool joins = next.size > 0 && next.kind == LETTER_WORD && word.at + 1 < limit &&
                         (!letter_is_capital(next.code_point) ||
                          (word.initials && !letter_at(scanner, word.at + 1 + next.size)));
            if (joins) {
                form_add(&word.form, '.');
                word.at++;
                word.stops = true;
                continue;
            }
            if (keeps_stop(scanner, &word, &token->flags)) {
                form_add(&word.form, '.');
                word.at++;
                token->flags |= TOKEN_ABBREVIATED | TOKEN_BORDER;
            }
            break;
        }
        if (byte != '\'' && byte < 0x80) {
            break;
        }
        struct sign sign = sign_at(scanner, word.at);
        uint16_t clitic;
        if (sign.folded != '\'' || sign.kind != LETTER_SIGN || word.at + sign.size >= limit ||
            !letter_at(scanner, word.at + sign.size) || clitic_end(scanner, word.at, &clitic) != 0) {
            break;
        }
        form_add(&word.form, '\'');
        word.at += sign.size;
    }
    if (word.capitalized) {
        token->flags |= TOKEN_CAPITALIZED;
    }
    if (word.capitals == word.letters && word.letters >= 2) {
        token->flags |= TOKEN_ALL_CAPS;
    }
    token->word = form_find(scanner->lang, &word.form);
    return word.at;
}

/* False when no abbreviation ends in the byte before `end` and has so many bytes. */
static inline bool may_be_abbreviation(const struct scanner *scanner, size_t end, size_t size)
{
    size_t row = size < ABBREVIATION_SIZES ? size : ABBREVIATION_SIZES - 1;
    return (scanner->lang->abbreviations[row] >> (scanner->bytes[end - 1] & 31) & 1) != 0;
}

/* Whether the full stop at `end` has something of a word behind it. */
static inline bool stop_joins(const struct scanner *scanner, size_t end)
{
    enum byte_kind next =
        end + 1 < scanner->size ? (enum byte_kind)byte_kinds[scanner->bytes[end + 1]] : BYTE_SPACE;
    return next != BYTE_SPACE && next != BYTE_SIGN && next != BYTE_DIGIT;
}

/* Whether what follows at `end` could belong to the word of `size` bytes before it. */
static inline bool may_go_on(const struct scanner *scanner, size_t end, size_t size)
{
    uint8_t byte = scanner->bytes[end];
    if (byte == '.') {
        return size == 1 || may_be_abbreviation(scanner, end, size) || stop_joins(scanner, end);
    }
    if (byte == '\'') {
        uint16_t clitic;
        return letter_at(scanner, end + 1) && clitic_end(scanner, end, &clitic) == 0;
    }
    return byte >= 0x80;
}

/* The letters between the digits of a date without white space end before the second ones: "18MAR2025",
 * "181530ZMAR25".  The end of the word that begins there, of whatever else the end of the text. */
static size_t word_limit(const struct scanner *scanner, size_t begin)
{
    enum { FEWEST = 3, MOST = 4, DIGITS = 2 };
    size_t end = begin;

    if (begin == 0 || !digit_at(scanner, begin - 1)) {
        return scanner->size;
    }
    while (end < scanner->size && end - begin <= MOST && byte_kinds[scanner->bytes[end]] == BYTE_CAPITAL) {
        end++;
    }
    size_t digits = digits_end(scanner, end, scanner->size - end > 4 ? end + 4 : scanner->size) - end;
    return end - begin >= FEWEST && end - begin <= MOST && digits >= DIGITS &&
                   !letter_at(scanner, end + digits)
               ? end
               : scanner->size;
}

/* Any word: what the usual readers below do not read. */
static size_t read_any_word(const struct scanner *scanner, size_t begin, struct token *token)
{
    size_t limit = (token->flags & TOKEN_SPACE_BEFORE) != 0 ? scanner->size : word_limit(scanner, begin);
    if (limit == scanner->size) {
        return read_long_word(scanner, begin, token);
    }
    struct ascii_run month = ascii_run_of(letter_chunk(scanner->bytes + begin, limit - begin));
    token->type = TOKEN_WORD;
    token->word = find_short(scanner->lang, month.folded);
    token->flags |= TOKEN_CAPITALIZED | TOKEN_ALL_CAPS;
    return limit;
}

/* Whether a word of ASCII letters, fewer than eight when `head` is not 0, ends with them. */
static inline bool ends_word(const struct scanner *scanner, size_t end, size_t size, uint64_t head)
{
    uint8_t byte = scanner->bytes[end];
    if (!may_join[byte]) {
        return true;
    }
    if (byte == '.' && head != 0 && size > 1 && size < 7) {
        /* The full stop of a sentence, mostly. */
        return !stop_joins(scanner, end) &&
               (!may_be_abbreviation(scanner, end, size) ||
                find_short(scanner->lang, head | (uint64_t)'.' << 8 * size) == 0);
    }
    return (byte == '.' || byte == '\'') && !may_go_on(scanner, end, size);
}

/* A word of eight ASCII letters and more, and a byte that ends it. */
static size_t read_longer_word(const struct scanner *scanner, size_t begin, struct token *token)
{
    const uint8_t *bytes = scanner->bytes + begin;
    const size_t room = scanner->size - begin < LONGEST_FORM ? scanner->size - begin : LONGEST_FORM;
    uint64_t hash = 0;
    uint64_t small = 0;
    uint32_t rest = 0;
    for (size_t size = 0; size + 8 <= room; size += 8) {
        struct ascii_run run = ascii_run_of(letter_chunk(bytes + size, 8));
        rest = size == 8 ? (uint32_t)run.folded : rest;
        hash = letter_hash_add(hash, run.folded);
        small |= run.small;
        if (run.size < 8) {
            size += run.size;
            if (!ends_word(scanner, begin + size, size, 0)) {
                break;
            }
            token->type = TOKEN_WORD;
            token->word = find_long(scanner->lang, (uint32_t)hash, bytes, size, rest);
            token->flags |= ascii_flags(bytes[0], small, size);
            return begin + size;
        }
    }
    return read_any_word(scanner, begin, token);
}

/* The usual word: fewer than eight ASCII letters and a byte that ends it. */
static inline size_t read_word(const struct scanner *scanner, size_t begin, struct token *token)
{
    if (begin + 8 > scanner->size ||
        ((token->flags & TOKEN_SPACE_BEFORE) == 0 && begin > 0 && digit_at(scanner, begin - 1))) {
        return read_any_word(scanner, begin, token);
    }
    uint64_t bytes = letter_chunk(scanner->bytes + begin, 8);
    struct ascii_run run = ascii_run_of(bytes);
    if (run.size == 8) {
        return read_longer_word(scanner, begin, token);
    }
    if (!ends_word(scanner, begin + run.size, run.size, run.folded)) {
        return read_any_word(scanner, begin, token);
    }
    token->type = TOKEN_WORD;
    token->word = find_short(scanner->lang, run.folded);
    token->flags |= ascii_flags(bytes, run.small, run.size);
    return begin + run.size;
}

/* The end of the clitic that the sign at `at` begins, an apostrophe; 0 when it is a token of its own. */
static inline size_t begin_sign(const struct scanner *scanner, size_t at, bool apostrophe,
                                struct token *token)
{
    size_t end = 0;
    if (apostrophe && (token->flags & TOKEN_SPACE_BEFORE) == 0) {
        end = clitic_end(scanner, at, &token->word);
    }
    token->type = end != 0 ? TOKEN_WORD : TOKEN_PUNCT;
    token->flags |= end != 0 ? 0 : TOKEN_BORDER;
    return end;
}

static size_t read_ascii_sign(const struct scanner *scanner, size_t at, struct token *token)
{
    uint8_t byte = scanner->bytes[at];
    size_t end = begin_sign(scanner, at, byte == '\'', token);
    if (end != 0) {
        return end;
    }
    token->word = scanner->lang->signs[byte];
    return at + 1;
}

static size_t read_sign(const struct scanner *scanner, size_t at, const struct sign *sign,
                        struct token *token)
{
    struct form form;
    size_t end = begin_sign(scanner, at, sign->folded == '\'', token);
    if (end != 0) {
        return end;
    }
    if (sign->folded < 0x80) {
        token->word = scanner->lang->signs[sign->folded];
    } else {
        form_start(&form);
        form_add_code_point(&form, sign->code_point);
        token->word = form_find(scanner->lang, &form);
    }
    return at + sign->size;
}

/* No more tokens than this can begin at byte `at` or behind. */
static size_t most_tokens(const struct scanner *scanner, size_t at)
{
    size_t count = (scanner->size - at) / LONGEST_PIECE + 2;
    uint8_t before = BYTE_SPACE;
    for (; at < scanner->size; at++) {
        uint8_t byte = scanner->bytes[at];
        uint8_t kind = byte_kinds[byte] == BYTE_CAPITAL ? BYTE_SMALL : byte_kinds[byte];
        count += (kind == BYTE_SIGN) | (byte >= 0xc0) |
                 (kind != before && (kind == BYTE_SMALL || kind == BYTE_DIGIT));
        before = kind;
    }
    return count;
}

/* Reads the token at `at`, whose first byte is of that kind; the index behind
 * it, or `at` when there is white space that is no ASCII: *size is then its
 * length. */
static inline size_t read_token(const struct scanner *scanner, size_t at, enum byte_kind kind,
                                struct token *token, size_t *size)
{
    if (kind == BYTE_SMALL || kind == BYTE_CAPITAL) {
        return read_word(scanner, at, token);
    }
    if (kind == BYTE_DIGIT) {
        return read_number(scanner, at, token);
    }
    if (kind == BYTE_SIGN) {
        return read_ascii_sign(scanner, at, token);
    }
    struct sign sign = sign_at(scanner, at);
    *size = sign.size;
    if (sign.kind == LETTER_SPACE) {
        return at;
    }
    return sign.kind == LETTER_WORD ? read_long_word(scanner, at, token)
                                    : read_sign(scanner, at, &sign, token);
}

enum status scan_tokens(struct arena *arena, const struct lang *lang, struct str source,
                        struct token **tokens, size_t *count)
{
    const struct scanner scanner = {
        .lang = lang, .source = source, .bytes = (const uint8_t *)source.data, .size = source.size};
    const uint8_t *const bytes = scanner.bytes;
    /* Prose has a token every five bytes; when that is not enough, what is left
     * is counted. */
    size_t capacity = source.size / 4 + 17;
    struct token *out = arena_room(arena, capacity, sizeof *out);
    if (out == NULL) {
        return ERR_NO_MEMORY;
    }
    struct token *token = out;
    const struct token *last = out + capacity - 1;
    uint16_t flags = TOKEN_SPACE_BEFORE | TOKEN_LINE_START | TOKEN_PARAGRAPH_START | TOKEN_BORDER;
    for (size_t at = 0; at < source.size;) {
        enum byte_kind kind = (enum byte_kind)byte_kinds[bytes[at]];
        if (kind == BYTE_SPACE) {
            if (bytes[at] == '\n') {
                flags |= TOKEN_BORDER;
                flags |= (flags & TOKEN_LINE_START) != 0 ? TOKEN_PARAGRAPH_START : TOKEN_LINE_START;
            }
            flags |= TOKEN_SPACE_BEFORE;
            at++;
            continue;
        }
        if (token == last) {
            size_t used = (size_t)(token - out);
            capacity = used + most_tokens(&scanner, at) + 1;
            out = arena_grow(arena, out, used, capacity, sizeof *out);
            if (out == NULL) {
                return ERR_NO_MEMORY;
            }
            token = out + used;
            last = out + capacity - 1;
        }
        *token = (struct token){.begin = (uint32_t)at, .flags = flags};
        size_t size = 0;
        size_t end = read_token(&scanner, at, kind, token, &size);
        if (end == at) {
            flags |= TOKEN_SPACE_BEFORE;
            at += size;
            continue;
        }
        token->size = (uint16_t)(end - at);
        token++;
        /* Mostly one space follows: without a branch, as a processor would guess it wrong. */
        bool space = end < source.size && bytes[end] == ' ';
        flags = space ? TOKEN_SPACE_BEFORE : 0;
        at = end + space;
    }
    *token = (struct token){.begin = (uint32_t)source.size, .type = TOKEN_PUNCT};
    *tokens = out;
    *count = (size_t)(token - out);
    return OK;
}
