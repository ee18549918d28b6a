#include "report/generic.h"

#include "report/clause.h"

/* "Being killed", "stop killing": of what goes on or is to end. */
static bool goes_on_before(const struct extraction *extraction, uint32_t token)
{
    return token > extraction->text->sentences[extraction->sentence].first_token &&
           token_is(extraction->text, token - 1, CLASS_ONGOING);
}

/* "Are killed", "are immediately executed", "are dying". */
static bool befalls(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = draft->trigger.words.first;

    if (!token_is(text, draft->trigger.words.end - 1, CLASS_DONE) &&
        !token_is(text, draft->trigger.words.end - 1, CLASS_BEFELL)) {
        return false;
    }
    while (token > first && token_is(text, token - 1, CLASS_ADVERB)) {
        token--;
    }
    return (token > first && token_is(text, token - 1, CLASS_PRESENT_BE)) ||
           token_is(text, draft->trigger.words.first, CLASS_ONGOING) ||
           goes_on_before(extraction, draft->trigger.words.first);
}

/* True when people end right before `token`: "rebels kidnap", not "a raid killing". */
static bool people_before(const struct extraction *extraction, uint32_t token)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct group *group = item_group(&extraction->matcher.items[i]);

        if (group != NULL && group->words.end == token) {
            return group->quantity.min == COUNT_NONE || span_empty(group->quantity.words);
        }
    }
    return false;
}

/* "Kill", "kills", not "to kill" or "killing". */
static bool is_plain_present(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = draft->trigger.words.first;

    return token_is(text, first, CLASS_DOING) && draft->trigger.words.end == first + 1 &&
           !token_has(text, first + 1, CLASS_PREPOSITION, "of") && /* "the murder of" */
           (!token_is(text, first, CLASS_DEED) || draft->group != NULL) && !has_doing_form(text, first) &&
           first > text->sentences[extraction->sentence].first_token &&
           !token_is(text, first - 1, CLASS_MOOD);
}

/* "Rebels kill villagers" without a full stop tells of what happened, as a headline does. */
static bool is_headline(const struct extraction *extraction)
{
    const struct text *text = extraction->text;

    return text->tokens[text->sentences[extraction->sentence].end_token - 1].type == TOKEN_WORD;
}

/* "Every year", "each month": the sentence tells of what happens again and again. */
static bool recurs(const struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    for (size_t i = extraction->next_timex;
         i < timexes->count && timexes->items[i].first_token < sentence->end_token; i++) {
        if (timexes->items[i].type == TIMEX_SET && timexes->items[i].first_token >= sentence->first_token) {
            return true;
        }
    }
    return false;
}

/* "Killing", "kills" in one word, said of who does so or of what one is against. */
static bool tells_of_doing(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = draft->trigger.words.first, end = draft->trigger.words.end;

    if (is_plain_present(extraction, draft)) {
        return !is_headline(extraction);
    }
    return token_is(text, first, CLASS_DOING) && end == first + 1 &&
           !token_has(text, end, CLASS_PREPOSITION, "of") &&
           (!token_is(text, first, CLASS_DEED) || draft->group != NULL) &&
           first > text->sentences[extraction->sentence].first_token &&
           (token_is(text, first - 1, CLASS_PREPOSITION) || token_is(text, first - 1, CLASS_BE) ||
            token_is(text, first - 1, CLASS_RELATIVE) || goes_on_before(extraction, first) ||
            people_before(extraction, first));
}

/* "Both sides", who only fight each other. */
static bool names_sides(const struct extraction *extraction)
{
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item_is(item, CLASS_FIGHTER) && item_is(item, CLASS_SPEAKER)) {
            return true;
        }
    }
    return false;
}

/* "There has been much war, many deaths"; not "the raid caused many deaths", "heavy casualties on both
 * sides". */
static bool tells_of_many(const struct extraction *extraction, const struct draft *draft)
{
    return draft->group == NULL && token_is(extraction->text, draft->trigger.words.end - 1, CLASS_TOLL) &&
           !span_empty(draft->quantity.words) && draft->quantity.min == COUNT_NONE &&
           draft->quantity.max == COUNT_NONE && !sentence_has(extraction, CLASS_HAPPENING) &&
           !names_sides(extraction) && extraction->spot_count == 0 && !has_own_time(extraction);
}

/* True for "into" in "a month into the offensive" and "on from" in "a year on from the coup", which say from
 * what the time counts; not for "12 a day on average", "12 a day from hunger". */
static bool counts_from(const struct text *text, uint32_t token)
{
    if (!token_has(text, token, CLASS_PREPOSITION, "way") || token_is(text, token, CLASS_MOOD) ||
        token_is(text, token, CLASS_ORIGIN)) {
        return false;
    }
    return !token_is(text, token, CLASS_DAY_MARK) || token_is(text, token + 1, CLASS_PREPOSITION);
}

/* True where "12 a day" may end: what follows counts no time from something, "a day after the raid". */
static bool rate_ends(const struct text *text, uint32_t token, uint32_t end)
{
    return token >= end || text->tokens[token].type == TOKEN_PUNCT || token_is(text, token, CLASS_BE) ||
           token_is(text, token, CLASS_HAVE) || token_is(text, token, CLASS_AND) ||
           (token_is(text, token, CLASS_PREPOSITION) && !token_is(text, token, CLASS_AFTERMATH) &&
            !token_has(text, token, CLASS_PREPOSITION, "of") && !counts_from(text, token));
}

/* "A day", "per week" at `token`; not "for a year", "in a week". */
static bool tells_rate(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t end = text->sentences[extraction->sentence].end_token;

    return token + 1 < end && token_is(text, token + 1, CLASS_MEASURE) &&
           ((token_is(text, token, CLASS_ONE) &&
             !(token > 0 && (token_has(text, token - 1, CLASS_PREPOSITION, "for") ||
                             token_has(text, token - 1, CLASS_PREPOSITION, "place")))) ||
            token_has(text, token, CLASS_COMMON, "rate")) &&
           rate_ends(text, token + 2, end);
}

/* So many words may stand between the verb and "every day". */
#define RATE_REACH 6

bool is_rate(const struct extraction *extraction, const struct draft *draft)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t people = draft->group != NULL ? draft->group->words.end : draft->quantity.words.end;
    uint32_t begin = draft->group != NULL ? draft->group->words.first : draft->quantity.words.first;
    uint32_t end = people > draft->trigger.words.end ? people : draft->trigger.words.end;

    if (span_empty(draft->quantity.words)) {
        return false;
    }
    for (uint32_t token = people; token < end + RATE_REACH && token < sentence->end_token; token++) {
        if (tells_rate(extraction, token)) {
            return true;
        }
        if (token >= end && (text->tokens[token].type == TOKEN_PUNCT || token_is(text, token, CLASS_AND) ||
                             token_is(text, token, CLASS_CLAUSE) || tells_of_harm(text, token))) {
            break;
        }
    }
    for (size_t i = extraction->next_timex; i < timexes->count; i++) {
        const struct timex *timex = &timexes->items[i];

        if (timex->field != extraction->input->field || timex->first_token >= sentence->end_token) {
            break;
        }
        if (timex->type != TIMEX_SET || !rate_ends(text, timex->end_token, sentence->end_token)) {
            /* "every day 12 died" */
            if (timex->type == TIMEX_SET && timex->end_token == begin) {
                return true;
            }
            continue;
        }
        if ((timex->end_token + 1 == begin && comma_between(text, timex->end_token, begin)) ||
            timex->first_token == people ||
            (timex->first_token >= end && timex->first_token <= end + RATE_REACH &&
             !has_between(text, end, timex->first_token, CLASS_AND) &&
             !has_between(text, end, timex->first_token, CLASS_CLAUSE) &&
             !has_between(text, end, timex->first_token, CLASS_RELATIVE) &&
             !comma_between(text, end, timex->first_token))) {
            return true;
        }
    }
    return false;
}

/* So many words may stand between "who" and its last verb: "who kidnap, torture and murder". */
#define RELATIVE_WORDS 6

/* "The police who kidnap and murder the members": of what they do again and again. */
static bool does_so(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = draft->trigger.words.first;
    uint32_t least = token > first + RELATIVE_WORDS ? token - RELATIVE_WORDS : first + 1;

    while (token > least && !token_is(text, token - 1, CLASS_RELATIVE) &&
           !token_is(text, token - 1, CLASS_SAID)) {
        token--;
    }
    return token > least && token_is(text, token - 1, CLASS_RELATIVE) &&
           !token_is(text, token - 2, CLASS_SAID) && text->tokens[token - 2].type == TOKEN_WORD;
}

bool is_generic(const struct extraction *extraction, const struct draft *draft)
{
    if (tells_of_many(extraction, draft) ||
        (recurs(extraction) && (is_plain_present(extraction, draft) || befalls(extraction, draft)))) {
        return true;
    }
    return (befalls(extraction, draft) || tells_of_doing(extraction, draft)) && draft->group != NULL &&
           span_empty(draft->quantity.words) && span_empty(draft->group->quantity.words) &&
           !draft->group->named && !draft->group->pronoun && !draft->trigger.expected &&
           ((!draft->group->known && extraction->spot_count == 0) ||
            (is_plain_present(extraction, draft) && does_so(extraction, draft))) &&
           !has_own_time(extraction);
}
