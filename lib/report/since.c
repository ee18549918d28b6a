/* What the word "since" before a time expression tells of a claim. */
#include "report/since.h"

#include "report/draft.h"

/* How many words may stand between "the deadliest" and "since". */
#define COMPARISON_WORDS 9

bool compares(const struct text *text, uint32_t token)
{
    uint32_t steps;

    for (steps = 0; token > 0 && steps < COMPARISON_WORDS; steps++) {
        token--;
        if (token_is(text, token, CLASS_SUPERLATIVE)) {
            return true;
        }
        if (text->tokens[token].type == TOKEN_PUNCT) {
            break;
        }
    }
    return false;
}

/* So many words may stand between "since" and its day: "since clashes erupted last Sunday". */
#define SINCE_WORDS 6

uint32_t since_before(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;
    uint32_t steps;

    for (steps = 0; token > sentence && steps < SINCE_WORDS; steps++) {
        token--;
        if (token_has(text, token, CLASS_PREPOSITION, "since")) {
            return token + 1;
        }
        if (text->tokens[token].type == TOKEN_PUNCT) {
            break;
        }
    }
    return 0;
}
