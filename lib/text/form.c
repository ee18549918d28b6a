#include "text/form.h"
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
