#include "report/voice.h"

#include "report/clause.h"
#include "report/naming.h"

#include <string.h>

/* So many words may name the fighters: "a new rebel coalition", "Malian Islamist rebel group". */
#define FIGHTER_WORDS 4

/* True for "rebel", "militia", "opposition": a word for who does not fight for the state. */
static bool is_opposed(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_IRREGULAR) || token_has(text, token, CLASS_COMMON, "opposed");
}

/* True for "group", "militia", and for the "coalition" in a state, which need not be its own; not for "the
 * French coalition", "the French group of forces". */
static bool is_side(const struct text *text, uint32_t token, bool of_state)
{
    return token_has(text, token, CLASS_BODY_NOUN, "force") &&
           !(of_state &&
             (token_is(text, token, CLASS_MODIFIER) || token_has(text, token + 1, CLASS_PREPOSITION, "of")));
}

/* True for a word that ends the noun phrase on either side: "the", "of", "said", a sign. */
static bool bounds_phrase(const struct text *text, uint32_t token)
{
    static const unsigned classes[] = {CLASS_DETERMINER, CLASS_PREPOSITION, CLASS_SAID,     CLASS_BE,
                                       CLASS_HAVE,       CLASS_AND,         CLASS_RELATIVE, CLASS_CLAUSE};

    return text->tokens[token].type != TOKEN_WORD ||
           token_is_any(text, token, classes, sizeof classes / sizeof classes[0]);
}

bool lodges_fighters(const struct text *text, const struct mark *mark)
{
    uint32_t token = mark->words.first;
    uint32_t limit;

    if (mark->adjective) {
        limit = mark->words.end + FIGHTER_WORDS;
        for (token = mark->words.end;
             token < limit && token < text->token_count && !bounds_phrase(text, token); token++) {
            if (is_opposed(text, token) || is_side(text, token, true)) {
                return true;
            }
        }
        return false;
    }
    while (token > 0 && token + 3 > mark->words.first &&
           (token_is(text, token - 1, CLASS_DETERMINER) || token_is(text, token - 1, CLASS_PLACE_NOUN))) {
        token--;
    }
    if (token == 0 || !(token_has(text, token - 1, CLASS_PREPOSITION, "place") || is_from(text, token - 1))) {
        return false;
    }
    token--;
    limit = token > FIGHTER_WORDS ? token - FIGHTER_WORDS : 0;
    for (; token > limit && !bounds_phrase(text, token - 1); token--) {
        if (is_opposed(text, token - 1) || is_side(text, token - 1, false)) {
            return true;
        }
    }
    return false;
}

struct str state_speaking(const struct extraction *extraction, const struct attribution *attribution)
{
    for (size_t i = 0; attribution != NULL && i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->actor != NULL && span_holds(attribution->speaker, mark->words.first) &&
            !lodges_fighters(extraction->text, mark)) {
            return str_from(mark->actor);
        }
    }
    return (struct str){NULL, 0};
}

struct str country_of(struct str side)
{
    struct place_match match;
    struct gazetteer_entry country;

    return side.size > 0 && !(side.data[0] >= 'a' && side.data[0] <= 'z') && place_find(side, &match) &&
                   place_choose(&match, (struct str){NULL, 0}, PLACE_BIT(PLACE_COUNTRY), &country)
               ? country.country
               : (struct str){NULL, 0};
}

/* True when the people of the report, told before, are of that state or may be: by their name, else by where
 * they came to harm, unless that is land which the state holds of `side`, who attacked there. */
static bool may_be_of_state(const struct report *report, struct str state, struct str side)
{
    struct str home = country_of(state);
    struct str actor = country_of(report->actor);

    if (str_equal(report->actor, state) || home.size == 0) {
        return true;
    }
    if (actor.size > 0) {
        return false;
    }
    for (size_t i = 0; i < report->place_count; i++) {
        struct str country = report->places[i].country;

        if (country.size == 0 || str_equal(country, home) || str_equal(country, country_of(side))) {
            return true;
        }
    }
    return report->place_count == 0;
}

bool tells_of_other_state(const struct extraction *extraction, const struct draft *draft)
{
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    struct str state = state_speaking(extraction, attribution);
    bool others = false;

    if (str_equal(state, extraction->assailant)) {
        return false;
    }
    for (size_t i = extraction->sentence_reports; i > 0 && state.size > 0; i--) {
        if (extraction->origins[i - 1].sentence != extraction->assailant_sentence) {
            break;
        }
        if (may_be_of_state(&extraction->reports[i - 1], state, extraction->assailant)) {
            return false;
        }
        others = true;
    }
    return others && extraction->told != ATTACK_KNOWN;
}

struct str side_speaking(const struct extraction *extraction, const struct attribution *attribution)
{
    const struct text *text = extraction->text;
    struct span speaker = attribution->speaker;
    const char *side = NULL;
    uint32_t token;

    if (span_empty(speaker)) {
        return (struct str){NULL, 0};
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];
        uint32_t first = mark->words.first;

        /* also the short name in brackets behind */
        if (mark->actor == NULL || (!span_holds(speaker, first) && first != speaker.end + 1) ||
            lodges_fighters(text, mark)) {
            continue;
        }
        if (side != NULL && strcmp(side, mark->actor) != 0 && token_is(text, first - 1, CLASS_AND)) {
            return (struct str){NULL, 0}; /* "Ugandan and Congolese troops": not one alone */
        }
        side = side == NULL ? mark->actor : side;
    }
    if (side == NULL) { /* "the military", which was "the Israeli military" before */
        side = side_of_speaker(extraction, speaker);
    }
    if (side != NULL) {
        return str_from(side);
    }
    for (token = speaker.first; token <= speaker.end && token + 1 < text->token_count; token++) {
        if (token_is_sign(text, token, "(") && (text->tokens[token + 1].flags & TOKEN_ALL_CAPS)) {
            return text_span(text, token + 1, token + 2); /* "Front of Norvik (FN)" */
        }
    }
    if (token_is(text, speaker.first, CLASS_DETERMINER)) {
        speaker.first++;
    }
    for (token = speaker.first; token < speaker.end; token++) {
        if (!(text->tokens[token].flags & TOKEN_CAPITALIZED) || token_is(text, token, CLASS_PERSON) ||
            (token == speaker.first && token_is_listed(text, token))) {
            return (struct str){NULL, 0};
        }
    }
    return text_span(text, speaker.first, speaker.end);
}
