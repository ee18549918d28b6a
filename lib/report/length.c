/* Lengths of time among the time expressions: "for three days". */
#include "report/length.h"

int32_t duration_days(const char *value)
{
    int32_t number = 0;
    const char *at = value;

    if (*at++ != 'P') {
        return 0;
    }
    while (*at >= '0' && *at <= '9' && number < 10000) {
        number = number * 10 + (*at++ - '0');
    }
    if (at[0] == '\0' || at[1] != '\0') {
        return 0;
    }
    switch (*at) {
    case 'D':
        return number;
    case 'W':
        return number * 7;
    case 'M':
        return number * 30;
    default:
        return 0;
    }
}

bool word_before_is_for(const struct extraction *extraction, const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t token = timex->first_token;
    uint32_t steps;

    for (steps = 0; token > 0 && steps < 4; steps++) {
        token--;
        if (token_has(text, token, CLASS_PREPOSITION, "for")) {
            return true;
        }
        if (!token_is(text, token, CLASS_ADVERB) && !token_is(text, token, CLASS_DETERMINER)) {
            break;
        }
    }
    return false;
}

/* Lengths of weeks and months tell no day. */
#define EXACT_DAYS 20

bool is_since_then(const struct extraction *extraction, const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t first = timex->first_token;
    uint32_t next = timex->end_token;
    bool been = first > 0 && token_is(text, first - 1, CLASS_BE);

    if (!been && token_is(text, next, CLASS_HAVE)) { /* "have passed" */
        next += 2;
    } else if (!been) {
        return false;
    }
    return next < text->token_count && token_has(text, next, CLASS_PREPOSITION, "since") &&
           str_ends(str_from(timex->value), STR("D")) && duration_days(timex->value) <= EXACT_DAYS;
}
