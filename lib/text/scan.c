#include "text/scan.h"

#include "base/utf8.h"
#include "lang/letters.h"
#include "text/ascii_run.h"

#include <string.h>

/* What a byte can be the start of.  Bytes of 0x80 and above need decoding. */
enum byte_kind { BYTE_SPACE, BYTE_SMALL, BYTE_CAPITAL, BYTE_DIGIT, BYTE_SIGN, BYTE_HIGH };

#define LONGEST_PIECE 65000 /* bytes of a token */
#define LONGEST_CLITIC 8    /* letters of a clitic or suffix */

static const uint8_t byte_kinds[256] = {
    ['!' ... '/'] = BYTE_SIGN,    ['0' ... '9'] = BYTE_DIGIT,  [':' ... '@'] = BYTE_SIGN,
    ['A' ... 'Z'] = BYTE_CAPITAL, ['[' ... '`'] = BYTE_SIGN,   ['a' ... 'z'] = BYTE_SMALL,
    ['{' ... '~'] = BYTE_SIGN,    [0x80 ... 0xff] = BYTE_HIGH,
};

struct scanner {
    const struct lang *lang;
    struct str source;
    const uint8_t *bytes;
    size_t size;
};

static bool word_has(const struct scanner *scanner, uint16_t word, unsigned class_id)
{
    return word != 0 && class_set_has(&scanner->lang->words[word].classes, class_id);
}

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

static bool letter_at(const struct scanner *scanner, size_t at)
{
    return at < scanner->size && sign_at(scanner, at).kind == LETTER_WORD;
}

/* The end of the clitic that begins with the apostrophe at `at`, or 0 when none
 * does: a form of the lexicon of class CLITIC with nothing of a word behind it.
 */
static size_t clitic_end(const struct scanner *scanner, size_t at, uint16_t *word)
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
                token->flags |= TOKEN_ABBREVIATED;
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

/* Whether what follows at `end` could belong to the word of `size` bytes before it. */
static inline bool may_go_on(const struct scanner *scanner, size_t end, size_t size)
{
    uint8_t byte = scanner->bytes[end];
    if (byte == '.') {
        enum byte_kind next =
            end + 1 < scanner->size ? (enum byte_kind)byte_kinds[scanner->bytes[end + 1]] : BYTE_SPACE;
        return size == 1 || may_be_abbreviation(scanner, end, size) ||
               (next != BYTE_SPACE && next != BYTE_SIGN && next != BYTE_DIGIT);
    }
    if (byte == '\'') {
        uint16_t clitic;
        return letter_at(scanner, end + 1) && clitic_end(scanner, end, &clitic) == 0;
    }
    return byte >= 0x80;
}

static bool digit_at(const struct scanner *scanner, size_t at)
{
    return at < scanner->size && byte_kinds[scanner->bytes[at]] == BYTE_DIGIT;
}

static size_t digits_end(const struct scanner *scanner, size_t at, size_t limit)
{
    while (at < limit && byte_kinds[scanner->bytes[at]] == BYTE_DIGIT) {
        at++;
    }
    return at;
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

/* The usual word: ASCII letters and digits, and behind them nothing that could belong to it. */
static inline size_t read_word(const struct scanner *scanner, size_t begin, struct token *token)
{
    size_t limit = (token->flags & TOKEN_SPACE_BEFORE) != 0 ? scanner->size : word_limit(scanner, begin);
    struct ascii_run run = read_ascii_run(scanner->lang, scanner->bytes + begin, limit - begin);
    size_t end = begin + run.size;
    if (run.size == 0 || (end < limit && may_go_on(scanner, end, run.size))) {
        return read_long_word(scanner, begin, token);
    }
    token->type = TOKEN_WORD;
    token->word = run.word;
    token->flags |=
        (uint16_t)((run.capitalized ? TOKEN_CAPITALIZED : 0) | (run.all_caps ? TOKEN_ALL_CAPS : 0));
    return end;
}

/* The end of the decimals behind the digits that end at `at` (a full stop
 * there), or `at` when they are none: 14.12.2024 is three numbers. */
static size_t decimals_end(const struct scanner *scanner, size_t begin, size_t at, size_t limit)
{
    if (begin >= 2 && scanner->bytes[begin - 1] == '.' && digit_at(scanner, begin - 2)) {
        return at;
    }
    size_t end = digits_end(scanner, at + 1, limit);
    if (end == at + 1 || (end < scanner->size && scanner->bytes[end] == '.' && digit_at(scanner, end + 1))) {
        return at;
    }
    return end;
}

/* The end of the letters behind a whole number that make it an ordinal or a
 * decade, or `at`. */
static size_t suffix_end(const struct scanner *scanner, size_t begin, size_t at, struct token *token)
{
    struct form form;
    form_start(&form);
    size_t end = at;
    while (
        end < scanner->size && end - at <= LONGEST_CLITIC &&
        (byte_kinds[scanner->bytes[end]] == BYTE_SMALL || byte_kinds[scanner->bytes[end]] == BYTE_CAPITAL)) {
        form_add(&form, scanner->bytes[end] | 0x20);
        end++;
    }
    if (end == at || end - at > LONGEST_CLITIC || (end < scanner->size && letter_at(scanner, end))) {
        return at;
    }
    uint16_t word = form_find(scanner->lang, &form);
    if (word_has(scanner, word, CLASS_ORDINAL_SUFFIX)) {
        token->flags |= TOKEN_ORDINAL;
        return end;
    }
    size_t digits = at - begin;
    if (word_has(scanner, word, CLASS_DECADE_SUFFIX) && scanner->bytes[at - 1] == '0' &&
        (digits == 2 || digits == 4)) {
        token->flags |= TOKEN_DECADE;
        return end;
    }
    return at;
}

/* Whether a comma at `at` has just so many digits behind it. */
static bool comma_group(const struct scanner *scanner, size_t at, size_t digits)
{
    return at < scanner->size && scanner->bytes[at] == ',' &&
           digits_end(scanner, at + 1, scanner->size - at > 5 ? at + 5 : scanner->size) == at + 1 + digits;
}

/* The end of the groups behind the `digits` digits that end at `at`, or `at` when they are none: "1,234,567",
 * and as India writes it "12,34,567". */
static size_t groups_end(const struct scanner *scanner, size_t at, size_t digits)
{
    enum { LONGEST = 64 };
    size_t end = at;
    while (digits <= 2 && end - at < LONGEST && comma_group(scanner, end, 2)) {
        end += 3;
    }
    if (end > at) {
        return comma_group(scanner, end, 3) ? end + 4 : at;
    }
    while (digits <= 3 && end - at < LONGEST && comma_group(scanner, end, 3)) {
        end += 4;
    }
    return end;
}

static size_t read_number(const struct scanner *scanner, size_t begin, struct token *token)
{
    size_t limit = scanner->size - begin > LONGEST_PIECE ? begin + LONGEST_PIECE : scanner->size;
    size_t at = digits_end(scanner, begin, limit);
    size_t digits = at - begin;
    token->type = TOKEN_NUMBER;
    size_t grouped = groups_end(scanner, at, digits);
    if (grouped > at) {
        token->flags |= TOKEN_SEPARATED;
        for (; at < grouped; at++) {
            digits += scanner->bytes[at] != ',';
        }
    }
    token->digits = (uint8_t)(digits > 255 ? 255 : digits);
    if (at < limit && scanner->bytes[at] == '.' && digit_at(scanner, at + 1)) {
        size_t end = decimals_end(scanner, begin, at, limit);
        if (end > at) {
            token->flags |= TOKEN_DECIMAL;
            at = end;
        }
    } else if (at < limit && (token->flags & TOKEN_SEPARATED) == 0) {
        at = suffix_end(scanner, begin, at, token);
    }
    if (at - begin <= LONGEST_FORM) {
        struct form form;
        form_start(&form);
        for (size_t i = begin; i < at; i++) {
            uint8_t byte = scanner->bytes[i];
            form_add(&form, byte_kinds[byte] == BYTE_CAPITAL ? byte | 0x20 : byte);
        }
        token->word = form_find(scanner->lang, &form);
    }
    return at;
}

static size_t read_sign(const struct scanner *scanner, size_t at, const struct sign *sign,
                        struct token *token)
{
    struct form form;
    if (sign->folded == '\'' && (token->flags & TOKEN_SPACE_BEFORE) == 0) {
        size_t end = clitic_end(scanner, at, &token->word);
        if (end != 0) {
            token->type = TOKEN_WORD;
            return end;
        }
    }
    token->type = TOKEN_PUNCT;
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
    struct scanner scanner = {
        .lang = lang, .source = source, .bytes = (const uint8_t *)source.data, .size = source.size};
    /* Prose has a token every five bytes; when that is not enough, what is left
     * is counted. */
    size_t capacity = source.size / 4 + 17;
    struct token *out = arena_room(arena, capacity, sizeof *out);
    if (out == NULL) {
        return ERR_NO_MEMORY;
    }
    size_t used = 0;
    uint16_t flags = TOKEN_SPACE_BEFORE | TOKEN_LINE_START | TOKEN_PARAGRAPH_START;
    for (size_t at = 0; at < scanner.size;) {
        enum byte_kind kind = (enum byte_kind)byte_kinds[scanner.bytes[at]];
        if (kind == BYTE_SPACE) {
            if (scanner.bytes[at] == '\n') {
                flags |= (flags & TOKEN_LINE_START) != 0 ? TOKEN_PARAGRAPH_START : TOKEN_LINE_START;
            }
            flags |= TOKEN_SPACE_BEFORE;
            at++;
            continue;
        }
        if (used + 1 == capacity) {
            size_t needed = used + most_tokens(&scanner, at) + 1;
            out = arena_grow(arena, out, used, needed, sizeof *out);
            if (out == NULL) {
                return ERR_NO_MEMORY;
            }
            capacity = needed;
        }
        struct token *token = &out[used];
        *token = (struct token){.begin = (uint32_t)at, .flags = flags};
        size_t size = 0;
        size_t end = read_token(&scanner, at, kind, token, &size);
        if (end == at) {
            flags |= TOKEN_SPACE_BEFORE;
            at += size;
            continue;
        }
        token->size = (uint16_t)(end - at);
        at = end;
        used++;
        flags = 0;
    }
    out[used] = (struct token){.begin = (uint32_t)scanner.size, .type = TOKEN_PUNCT};
    *tokens = out;
    *count = used;
    return OK;
}

struct value token_number(const struct text *text, const struct token *token)
{
    struct value value = {.kind = VALUE_NONE, .denominator = 1};
    int64_t number = 0;
    int32_t denominator = 1;
    bool decimals = false;
    if (token->type != TOKEN_NUMBER) {
        return value;
    }
    for (uint32_t i = 0; i < token->size; i++) {
        char c = text->source.data[token->begin + i];
        if (c == '.') {
            decimals = true;
        } else if (c >= '0' && c <= '9') {
            if (number > INT64_C(100000000000000) || (decimals && denominator >= 1000000)) {
                if (decimals) {
                    break; /* further decimals change nothing that matters */
                }
                return value;
            }
            number = number * 10 + (c - '0');
            denominator *= decimals ? 10 : 1;
        }
    }
    value.kind = VALUE_INT;
    value.number = number;
    value.denominator = denominator;
    return value;
}
