/* Whether a time expression stands in a relative clause beside the claim, and of what that tells. */
#include "report/clause.h"

/* So many words may stand between "during" and "that": "during a new wave of terror that hit". */
#define CAUSE_WORDS 7

/* True for the "that" of "killed in a storm of rockets that hit Brask": what it tells of did the harm. */
static bool relates_cause(const struct text *text, uint32_t from, uint32_t token)
{
    uint32_t least = token > from + CAUSE_WORDS ? token - CAUSE_WORDS : from;
    bool head = true;

    if (!token_is(text, token + 1, CLASS_HITS)) {
        return false;
    }
    for (; token > least && is_small(text, token - 1); token--) {
        if (head && (token_is(text, token - 1, CLASS_PERSON) || token_is(text, token - 1, CLASS_PERSONS))) {
            return false;
        }
        head = token_has(text, token - 1, CLASS_PREPOSITION, "of"); /* "a terrorist wave of arson" */
        if (token_is(text, token - 1, CLASS_PREPOSITION) &&
            !token_has(text, token - 1, CLASS_PREPOSITION, "of")) {
            /* "in", "during", not "a raid on a gang that attacked" */
            return token_has(text, token - 1, CLASS_PREPOSITION, "place") ||
                   token_value(text, token - 1, CLASS_PREPOSITION) == NULL;
        }
    }
    return false;
}

/* So many words behind "who" its verb may stand. */
#define RELATIVE_WORDS 3

/* True when the relative clause that begins at `token` tells of the harm itself: "the attack that hit
 * Tarrow", "the murder of a judge who was gunned down". */
static bool relates_harm(const struct text *text, uint32_t from, uint32_t token, uint32_t to)
{
    uint32_t end = token + 1 + RELATIVE_WORDS < to ? token + 1 + RELATIVE_WORDS : to;
    bool attack = token > from && token_is(text, token - 1, CLASS_HAPPENING);
    uint32_t noun = token > from + 1 && token_is_sign(text, token - 1, ",") ? 2 : 1;
    bool one_attack = token > from && token_has(text, token - noun, CLASS_HAPPENING, "one");
    const char *deed = from > 0 ? token_value(text, from - 1, CLASS_DEED) : NULL;
    bool victim = deed != NULL && !token_is(text, token - 1, CLASS_AND);

    if (relates_cause(text, from, token)) {
        return true;
    }
    for (token++; token < end; token++) {
        if (token_is(text, token, CLASS_TOOK_PLACE) || (attack && tells_of_harm(text, token)) ||
            ((attack || one_attack) && carried_out(text, token)) ||
            (one_attack && token_has(text, token, CLASS_CARRIED_OUT, "began")) ||
            (victim && token_has(text, token, CLASS_DONE, deed))) {
            return true;
        }
    }
    return false;
}

bool in_relative_clause(const struct text *text, uint32_t from, uint32_t to, bool *since)
{
    uint32_t token;

    *since = false;
    for (token = from; token < to; token++) {
        if (token_is(text, token, CLASS_RELATIVE) && !relates_harm(text, from, token, to)) {
            return true;
        }
        *since = *since || token_has(text, token, CLASS_PREPOSITION, "since");
    }
    return false;
}

bool in_clause_before(const struct extraction *extraction, const struct draft *draft,
                      const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t begin = text->sentences[extraction->sentence].first_token;
    uint32_t comma = timex->end_token;
    uint32_t token = timex->first_token;

    if (comma + 1 >= draft->trigger.words.first || !token_is_sign(text, comma, ",") ||
        !token_is(text, comma + 1, CLASS_AND)) {
        return false;
    }
    while (token > begin && text->tokens[token - 1].type != TOKEN_PUNCT) {
        token--;
        if (token_is(text, token, CLASS_RELATIVE)) {
            return !relates_harm(text, begin, token, timex->first_token);
        }
    }
    return false;
}

/* So many words may stand before the noun: "northern Velian forces". */
#define ADJECTIVES 2

bool of_toll_clause(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    uint32_t token = draft->trigger.words.end;
    uint32_t limit = timex->first_token;

    if (!token_is(text, token - 1, CLASS_TOLL) || comma_between(text, token, limit) ||
        has_between(text, token, limit, CLASS_SAID) || has_between(text, token, limit, CLASS_NEUTRAL_CUE) ||
        has_between(text, token, limit, CLASS_FUTURE_CUE)) {
        return false;
    }
    token += token_is(text, token, CLASS_RELATIVE) ? 1 : 0;
    token += token_is(text, token, CLASS_DETERMINER) ? 1 : 0;
    /* whose the harm is, by the rule: not "casualties that the army took to hospital" */
    return draft->group != NULL && draft->group->words.first >= draft->trigger.words.end &&
           draft->group->words.first <= token + ADJECTIVES;
}
