#include "report/generic.h"

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

/* "Killing", "kills" in one word, said of who does so or of what one is against. */
static bool tells_of_doing(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = draft->trigger.words.first, end = draft->trigger.words.end;

    return token_is(text, first, CLASS_DOING) && end == first + 1 &&
           !token_has(text, end, CLASS_PREPOSITION, "of") &&
           (!token_is(text, first, CLASS_DEED) || draft->group != NULL) &&
           first > text->sentences[extraction->sentence].first_token &&
           (token_is(text, first - 1, CLASS_PREPOSITION) || token_is(text, first - 1, CLASS_BE) ||
            token_is(text, first - 1, CLASS_RELATIVE) || goes_on_before(extraction, first) ||
            people_before(extraction, first));
}

/* "There has been much war, many deaths"; not "the raid caused many deaths". */
static bool tells_of_many(const struct extraction *extraction, const struct draft *draft)
{
    return draft->group == NULL && token_is(extraction->text, draft->trigger.words.end - 1, CLASS_TOLL) &&
           !span_empty(draft->quantity.words) && draft->quantity.min == COUNT_NONE &&
           draft->quantity.max == COUNT_NONE && !sentence_has(extraction, CLASS_HAPPENING) &&
           extraction->spot_count == 0 && !has_own_time(extraction);
}

bool is_generic(const struct extraction *extraction, const struct draft *draft)
{
    if (tells_of_many(extraction, draft)) {
        return true;
    }
    return (befalls(extraction, draft) || tells_of_doing(extraction, draft)) && draft->group != NULL &&
           span_empty(draft->quantity.words) && span_empty(draft->group->quantity.words) &&
           !draft->group->named && !draft->group->pronoun && !draft->group->known &&
           !draft->trigger.expected && extraction->spot_count == 0 && !has_own_time(extraction);
}
