/* What the word "since" before a time expression tells of a claim. */
#include "report/since.h"

/* How many words may stand between "the deadliest" and "since". */
#define COMPARISON_WORDS 9

/* True for the hyphen of "full-scale", which ends nothing. */
static bool is_hyphen(const struct text *text, uint32_t token)
{
    return token_is_sign(text, token, "-") && (text->tokens[token].flags & TOKEN_SPACE_BEFORE) == 0;
}

bool compares(const struct text *text, uint32_t token)
{
    uint32_t steps;

    for (steps = 0; token > 0 && steps < COMPARISON_WORDS; steps++) {
        token--;
        if (token_is(text, token, CLASS_SUPERLATIVE) ||
            (token > 0 && token_is(text, token, CLASS_ORDINAL) &&
             (token_is(text, token - 1, CLASS_DETERMINER) || token_is(text, token - 1, CLASS_POSSESSIVE)))) {
            return true; /* also "the fifth such blast since" */
        }
        if (text->tokens[token].type == TOKEN_PUNCT && !is_hyphen(text, token)) {
            break;
        }
    }
    return false;
}

bool ranks_within(const struct text *text, const struct timex *timex, int32_t published)
{
    uint32_t token = timex->first_token;
    uint32_t least = token > COMPARISON_WORDS ? token - COMPARISON_WORDS : 1;

    if (timex->date.precision <= PRECISION_DAY || timex->relation != RELATION_DURING ||
        !interval_known(timex->date) || timex->date.first > published || timex->date.last < published) {
        return false;
    }
    for (; token > least && text->tokens[token - 1].type == TOKEN_WORD; token--) {
        uint32_t word = token - 1;
        bool ordinal = token_is(text, word, CLASS_ORDINAL) && token_is(text, word - 1, CLASS_DETERMINER);

        if (token_is(text, word, CLASS_SUPERLATIVE) || ordinal) {
            return true;
        }
        if ((token_is(text, word, CLASS_DONE) || token_is(text, word, CLASS_BEFELL) ||
             token_is(text, word, CLASS_BE) || token_is(text, word, CLASS_HAVE)) &&
            !token_is(text, word - 1, CLASS_INFINITIVE_MARK)) {
            break; /* "the first lady was killed this year" */
        }
    }
    return false;
}

/* So many words may stand between "since" and its day: "since clashes erupted last Sunday", "since the start
 * of the full-scale war against Norland in". */
#define SINCE_WORDS 12

uint32_t since_before(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;
    uint32_t steps;

    for (steps = 0; token > sentence && steps < SINCE_WORDS; steps++) {
        token--;
        if (token_has(text, token, CLASS_PREPOSITION, "since")) {
            return token + 1;
        }
        bool joint = token_is(text, token, CLASS_AND) && token_is(text, token + 1, CLASS_PREPOSITION);
        if (joint || (text->tokens[token].type == TOKEN_PUNCT && !is_hyphen(text, token))) {
            break; /* "since January and on Friday" */
        }
    }
    return 0;
}

uint32_t since_word(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t behind = since_before(text, timex, sentence);

    return behind > 0 ? behind - 1 : timex->first_token;
}

bool in_present_perfect(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t token = draft->trigger.words.first;

    if (timex->end_token <= token) {
        token = timex->end_token;
    }
    while (token > 0 && (token_is(text, token - 1, CLASS_BE) || token_is(text, token - 1, CLASS_HAVE) ||
                         token_is(text, token - 1, CLASS_ADVERB))) {
        token--;
    }
    for (; token < draft->trigger.words.end; token++) {
        if (token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_PAST_CUE)) {
            return true;
        }
    }
    return false;
}

/* So many words may stand between "which" and "began". */
#define BEGINNING_WORDS 3

/* True for "the offensive launched on 11 November has killed 4,834": more than one attack does. */
static bool of_campaign(const struct text *text, uint32_t verb, const struct draft *draft)
{
    return draft->quantity.min > ATTACK_TOLL && !span_empty(draft->quantity.words) &&
           (token_is(text, verb, CLASS_CARRIED_OUT) || token_has(text, verb, CLASS_CARRIED_OUT, "began")) &&
           token_is(text, verb - 1, CLASS_HAPPENING);
}

bool since_beginning(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t verb = timex->first_token;
    uint32_t least;

    while (verb > 0 && (token_is(text, verb - 1, CLASS_DAY_MARK) || token_is(text, verb - 1, CLASS_ADVERB) ||
                        token_is(text, verb - 1, CLASS_PREPOSITION))) {
        verb--; /* "in", "out on" */
    }
    if (verb < 2 || !in_present_perfect(text, timex, draft)) {
        return false;
    }
    if (of_campaign(text, verb - 1, draft)) {
        return true;
    }
    if (!token_has(text, verb - 1, CLASS_CARRIED_OUT, "began")) {
        return false;
    }
    least = verb > BEGINNING_WORDS ? verb - BEGINNING_WORDS : 1;
    for (verb--; verb >= least; verb--) {
        if (token_is(text, verb - 1, CLASS_RELATIVE)) {
            return true;
        }
    }
    return false;
}

/* True when the sentence tells of the same harm before `token`: what it tells behind that is another
 * figure. */
static bool told_already(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (!other->dropped && other->trigger.words.end <= token &&
            other->trigger.kind == draft->trigger.kind && other->trigger.subtype == draft->trigger.subtype) {
            return true;
        }
    }
    return false;
}

bool up_to_now(const struct extraction *extraction, const struct timex *timex, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t token = timex->end_token;
    uint32_t end = draft->trigger.words.end;

    token += str_equal(text_span(text, token, token + 1), STR(",")) ? 1 : 0;
    if (timex->relation == RELATION_SINCE || token >= end || !token_is(text, token, CLASS_AND)) {
        return false;
    }
    token++;
    if (draft->quantity.words.first == token ||
        (draft->group != NULL && draft->group->words.first == token)) {
        if (!told_already(extraction, draft, timex->first_token)) {
            return false;
        }
        token = draft->group != NULL ? draft->group->words.end : draft->quantity.words.end;
    }
    while (token < end && token_is(text, token, CLASS_ADVERB)) {
        token++;
    }
    return token < end && token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_PAST_CUE);
}
