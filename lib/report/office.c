#include "report/office.h"

#include "report/clause.h"
#include "report/phrase.h"

/* So many words behind those who came to harm their office may be named. */
#define OFFICE_BEHIND 6

/* The token of the office that the name at `token` belongs to by the words before it; `token` for none. */
static uint32_t office_before(const struct text *text, uint32_t token, uint32_t first)
{
    uint32_t of = token;

    while (of > first &&
           (token_is(text, of - 1, CLASS_PLACE_NOUN) || token_is(text, of - 1, CLASS_DETERMINER) ||
            (of > first + 1 && token_has(text, of - 1, CLASS_PREPOSITION, "of") &&
             token_is(text, of - 2, CLASS_PLACE_NOUN)))) {
        of--;
    }
    return of >= first + 2 && token_has(text, of - 2, CLASS_ENVOY, "office") &&
                   (token_has(text, of - 1, CLASS_PREPOSITION, "of") ||
                    token_has(text, of - 1, CLASS_PREPOSITION, "place") ||
                    token_is(text, of - 1, CLASS_ORIGIN))
               ? of - 2
               : token;
}

bool behind_office(const struct text *text, uint32_t token, uint32_t first)
{
    return office_before(text, token, first) < token;
}

/* True for "the former mayor", "an ex-mayor", who need not live there any more, and for the mayor's own
 * people: "a relative of the mayor", "the mayor's son". */
static bool is_not_held(const struct text *text, struct span people, uint32_t token, uint32_t end)
{
    uint32_t before = token - (token_is_sign(text, token - 1, "-") ? 2 : 1);

    for (uint32_t word = people.first; word < token && word < people.end; word++) {
        if (token_has(text, word, CLASS_PREPOSITION, "of")) {
            return true;
        }
    }
    return token_has(text, before, CLASS_MODIFIER, "former") || token_is(text, end, CLASS_GENITIVE);
}

/* True when the office at `token` is that of those whom the draft tells of: one in their words, right before
 * them, or in the aside behind them. */
static bool is_theirs(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    const struct text *text = extraction->text;
    struct span people = draft->group->words;
    uint32_t end = people.end + OFFICE_BEHIND;

    if (token + 1 < people.first || token >= end ||
        (people.first < draft->trigger.words.first ? token >= draft->trigger.words.first
                                                   : token < draft->trigger.words.end)) {
        return false;
    }
    for (uint32_t between = people.end; between < token; between++) {
        if (other_verb(text, between) || tells_of_harm(text, between) || token_is(text, between, CLASS_BE) ||
            token_is(text, between, CLASS_AND) || token_is(text, between, CLASS_PREPOSITION)) {
            return false;
        }
    }
    return true;
}

struct place *place_of_office(struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    if (!may_have(extraction, CLASS_ENVOY) || draft->trigger.kind != KIND_CASUALTY || draft->group == NULL ||
        (!span_empty(draft->quantity.words) && draft->quantity.max != 1)) {
        return NULL;
    }
    for (size_t i = 0; i < extraction->spot_count; i++) {
        struct span name = extraction->spots[i]->words;
        uint32_t office = office_before(text, name.first, first);

        if (office == name.first && token_has(text, name.end, CLASS_ENVOY, "office")) {
            office = name.end; /* "Norvik Mayor", "the Norvik mayor" */
        }
        if (office != name.first && is_theirs(extraction, draft, office) &&
            !is_not_held(text, draft->group->words, office, office < name.first ? name.end : office + 1)) {
            struct place place = place_named(extraction, i);

            return keep(extraction, &place, sizeof place);
        }
    }
    return NULL;
}
