#include "report/journey.h"

#include "report/clause.h"

/* So many words stand between a verb and the preposition at most: "sent about 1,500 more of its soldiers
 * to". */
#define VERB_REACH 12

static bool is_preposition(const struct text *text, uint32_t token, const char *kind)
{
    return token_has(text, token, CLASS_PREPOSITION, kind);
}

/* True for "left Norvik", "entered northern Mali"; what "left Norvik for Tarn" tells of is Tarn. */
static bool object_of(const struct text *text, const struct draft *draft, const struct spot *spot)
{
    const struct trigger *trigger = &draft->trigger;
    uint32_t part = spot->words.first; /* which of its parts it was */

    while (part > trigger->words.end && (token_has(text, part - 1, CLASS_PLACE_NOUN, "adjective") ||
                                         token_has(text, part - 1, CLASS_PLACE_NOUN, "compass"))) {
        part--;
    }
    return trigger->words.end == part &&
           (draft->group == NULL || draft->group->words.end <= trigger->words.first) &&
           (trigger->subtype != SUBTYPE_MOVED || is_preposition(text, spot->words.first - 1, "for"));
}

/* True when nothing but the words of one phrase stand between the verb and the preposition at `token`. */
static bool reaches(const struct text *text, const struct draft *draft, uint32_t token)
{
    uint32_t at = draft->trigger.words.end;

    if (at > token || token - at > VERB_REACH) {
        return false;
    }
    for (; at < token; at++) {
        if (text->tokens[at].type == TOKEN_PUNCT || token_is(text, at, CLASS_SAID) ||
            token_is(text, at, CLASS_AND) || token_is(text, at, CLASS_CLAUSE) ||
            token_is(text, at, CLASS_RELATIVE)) {
            return false;
        }
    }
    return true;
}

/* So many words may stand between "to" and "capital": "the Malian". */
#define CAPITAL_WORDS 2

/* The word that leads to the place: also the "to" of "to the Malian capital, Bamako". */
static uint32_t lead_of(const struct text *text, const struct draft *draft, const struct spot *spot)
{
    uint32_t lead = spot->words.first - 1;
    uint32_t first = draft->trigger.words.end;

    if (lead < first + 2 || !token_is_sign(text, lead, ",") || !token_is(text, lead - 1, CLASS_CAPITAL)) {
        return lead;
    }
    lead -= 2;
    for (uint32_t steps = 0;
         steps < CAPITAL_WORDS && lead > first && !token_is(text, lead, CLASS_PREPOSITION); steps++) {
        lead--;
    }
    return lead;
}

static bool behind_way(const struct text *text, const struct draft *draft, const struct spot *spot)
{
    uint32_t token = lead_of(text, draft, spot);

    return (is_preposition(text, token, "for") ? draft->trigger.subtype == SUBTYPE_MOVED
                                               : spot->seat != NULL && leads_to_place(text, token)) &&
           reaches(text, draft, token);
}

bool end_of_journey(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;

    if (spot->words.first == text->sentences[extraction->sentence].first_token) {
        return false;
    }
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *draft = &extraction->drafts[i];

        if (!draft->dropped && draft->trigger.kind == KIND_DEPLOYMENT &&
            (object_of(text, draft, spot) || behind_way(text, draft, spot))) {
            return true;
        }
    }
    return false;
}

/* True for what is in both places: "clashes from Norvik to Tarrow", and a road, a front. */
static bool is_all_along(const struct text *text, uint32_t token)
{
    static const unsigned classes[] = {CLASS_HAPPENING, CLASS_HITS,       CLASS_COMBAT,     CLASS_BURST,
                                       CLASS_ATTACK,    CLASS_PLACE_NOUN, CLASS_FRONT_LINE, CLASS_AND,
                                       CLASS_BE,        CLASS_TOLL,       CLASS_STATE};

    return text->tokens[token].type != TOKEN_WORD ||
           token_is_any(text, token, classes, sizeof classes / sizeof classes[0]) ||
           tells_of_harm(text, token);
}

/* So many words may stand between "trying" and the place: "to get the boy and herself to". */
#define EFFORT_WORDS 8

/* True for the Norvik of "died trying to reach Norvik", "drowned trying to get her son to Norvik", which the
 * dead did not come to; `lead` is the word before it. */
static bool is_aim(const struct text *text, uint32_t lead, uint32_t first)
{
    uint32_t token = lead;
    uint32_t least = lead > first + EFFORT_WORDS ? lead - EFFORT_WORDS : first + 1;

    if (token_has(text, lead, CLASS_AMOUNT, "goal")) {
        return true;
    }
    if (!token_is(text, lead, CLASS_INFINITIVE_MARK)) {
        return false;
    }
    for (; token > least && text->tokens[token - 1].type == TOKEN_WORD; token--) {
        if (token_has(text, token - 1, CLASS_COMMON, "striving")) {
            return token < lead && token_is(text, token, CLASS_INFINITIVE_MARK);
        }
    }
    return false;
}

bool only_headed_for(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t to = spot->words.first - 1;

    if (spot->words.first < first + 3) {
        return false;
    }
    to -= token_is(text, to, CLASS_DETERMINER) ? 1 : 0;
    if (is_aim(text, to, first)) {
        return true;
    }
    if (is_preposition(text, to, "for")) {
        return token_is(text, to - 1, CLASS_ROUTE);
    }
    for (size_t i = 0; token_is(text, to, CLASS_INFINITIVE_MARK) && i < extraction->spot_count; i++) {
        struct span from = extraction->spots[i]->words;

        if (from.end == to && from.first > first + 1 && token_is(text, from.first - 1, CLASS_ORIGIN)) {
            return !is_all_along(text, from.first - 2);
        }
    }
    return false;
}
