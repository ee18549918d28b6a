#include "text/ascii_run.h"
#include "text/scanner.h"

static bool is_letter(uint8_t byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
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
    while (end < scanner->size && end - at <= LONGEST_CLITIC && is_letter(scanner->bytes[end])) {
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

size_t read_number(const struct scanner *scanner, size_t begin, struct token *token)
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
    if (at - begin < 8) {
        uint64_t bytes = letter_chunk(scanner->bytes + begin, scanner->size - begin);
        uint64_t kept = (UINT64_C(1) << 8 * (at - begin)) - 1;
        token->word = find_short(scanner->lang, (bytes | EVERY_BYTE(0x20)) & kept);
    } else if (at - begin <= LONGEST_FORM) {
        struct form form;
        form_start(&form);
        for (size_t i = begin; i < at; i++) {
            uint8_t byte = scanner->bytes[i];
            form_add(&form, is_letter(byte) ? byte | 0x20 : byte);
        }
        token->word = form_find(scanner->lang, &form);
    }
    return at;
}
