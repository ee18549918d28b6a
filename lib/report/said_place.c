#include "report/said_place.h"

#include "report/clause.h"
#include "report/deixis.h"
#include "report/elsewhere.h"
#include "report/phrase.h"

/* So many words may stand between the verb and the place: "told a crowded press conference in". */
#define LISTENER_WORDS 5

/* "said in Abuja on Monday that", "told a press conference in Abuja that". */
static bool said_that(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t preposition = spot->words.first;
    uint32_t that = behind_timex(extraction, spot->words.end);
    uint32_t verb;

    while (preposition > sentence->first_token && (token_is(text, preposition - 1, CLASS_PLACE_NOUN) ||
                                                   token_is(text, preposition - 1, CLASS_DETERMINER))) {
        preposition--;
    }
    if (preposition < sentence->first_token + 2 || that >= sentence->end_token ||
        !token_has(text, preposition - 1, CLASS_PREPOSITION, "place") ||
        !token_is(text, that, CLASS_RELATIVE) || token_is(text, that, CLASS_HUMAN)) {
        return false;
    }
    verb = before_timex(extraction, preposition - 1);
    while (verb > sentence->first_token && preposition - verb <= LISTENER_WORDS &&
           text->tokens[verb - 1].type == TOKEN_WORD && !token_is(text, verb - 1, CLASS_SAID) &&
           !tells_of_harm(text, verb - 1)) {
        verb--;
    }
    return verb > sentence->first_token && token_is(text, verb - 1, CLASS_SAID);
}

bool said_here(const struct extraction *extraction, const struct spot *spot)
{
    size_t i;

    if (said_that(extraction, spot)) {
        return true;
    }
    for (i = 0; i < extraction->attribution_count; i++) {
        if (span_holds(extraction->attributions[i].words, spot->words.first) ||
            span_holds(extraction->attributions[i].speaker, spot->words.first)) {
            return true;
        }
    }
    return false;
}

/* True when the speaker knows of what happened around, even in a capital: no ministry, which speaks of all
 * the country. */
static bool speaks_locally(const struct text *text, struct span speaker)
{
    static const char *const locals[] = {"police",   "residents", "medical staff",
                                         "rescuers", "villagers", "activists"};

    for (uint32_t token = speaker.first; token < speaker.end; token++) {
        for (size_t i = 0; i < sizeof locals / sizeof *locals; i++) {
            if (token_has(text, token, CLASS_PERSONS, locals[i]) ||
                token_has(text, token, CLASS_PERSON, locals[i])) {
                return true;
            }
        }
    }
    return false;
}

bool opens_speech(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token = spot->words.first;
    uint32_t comma = spot->words.end;

    while (comma < sentence->end_token && token_is(text, comma, CLASS_PLACE_NOUN)) {
        comma++;
    }
    while (token > sentence->first_token && !token_has(text, token - 1, CLASS_PREPOSITION, "place")) {
        token--;
        if (text->tokens[token].type != TOKEN_WORD && !token_is_possessive(text, token)) {
            return false;
        }
    }
    if (token == sentence->first_token || !comma_between(text, comma, comma + 1) ||
        before_timex(extraction, token - 1) != sentence->first_token) {
        return false;
    }
    for (size_t i = 0; i < extraction->attribution_count; i++) {
        struct span speaker = extraction->attributions[i].speaker;

        if (span_holds(speaker, spot->words.first) ||
            span_holds(extraction->attributions[i].words, spot->words.first)) {
            speaker.first = speaker.first > comma ? speaker.first : comma;
            return (spot->seat == NULL &&
                    (spot->unlisted || place_candidate(&spot->match, 0).seat != SEAT_OF_COUNTRY)) ||
                   speaks_locally(text, speaker);
        }
    }
    return false;
}

/* A loss counted over more days than these is none of one town's. */
#define WAR_DAYS 180

/* True when the sentence counts behind `token` what was lost since a day long before. */
static bool counts_since_long(const struct extraction *extraction, uint32_t token)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t limit = extraction->text->sentences[extraction->sentence].end_token;

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < limit;
         i++) {
        const struct timex *timex = &timexes->items[i];

        if (timex->first_token >= token && timex->relation == RELATION_SINCE && interval_known(timex->date) &&
            timex->date.first < extraction->input->article->published.day - WAR_DAYS) {
            return true;
        }
    }
    return false;
}

bool of_other_speech(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t token = spot->words.end;
    uint32_t end = draft == NULL ? 0 : draft->quantity.words.first;

    if (draft == NULL || spot->state || draft->trigger.kind != KIND_CASUALTY ||
        span_empty(draft->quantity.words) || spot->words.end >= end ||
        (draft->quantity.min <= ATTACK_TOLL && draft->quantity.max <= ATTACK_TOLL) ||
        leads_to_place(text, text->sentences[extraction->sentence].first_token)) {
        return false;
    }
    while (token < end && !token_is(text, token, CLASS_SAID)) {
        token++;
    }
    return token < end && token > spot->words.end + 1 && !says_there(extraction, draft) &&
           counts_since_long(extraction, draft->trigger.words.end);
}

struct place *place_of_speaker(struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution =
        extraction->spot_count == 0 ? NULL : attribution_of(extraction, draft->trigger.words.first);

    if (draft->trigger.kind != KIND_CASUALTY || attribution == NULL ||
        !speaks_locally(text, attribution->speaker)) {
        return NULL;
    }
    for (size_t i = 0; i < extraction->spot_count; i++) {
        uint32_t name = extraction->spots[i]->words.first;

        if (span_holds(attribution->speaker, name) && !extraction->spots[i]->state &&
            name > attribution->speaker.first &&
            (token_has(text, name - 1, CLASS_PREPOSITION, "of") ||
             token_has(text, name - 1, CLASS_PREPOSITION, "place"))) {
            struct place place = place_named(extraction, i);

            return keep(extraction, &place, sizeof place);
        }
    }
    return NULL;
}
