#include "report/scene.h"

#include "report/assault.h"
#include "report/clause.h"

#include <string.h>

/* True when a place that lies in another country than `state` is told. */
static bool elsewhere_told(const struct extraction *extraction, const struct spot *state)
{
    struct str country = place_candidate(&state->match, 0).country;

    for (size_t i = 0; i < extraction->spot_count; i++) {
        const struct spot *spot = extraction->spots[i];

        if (spot != state && spot->match.count > 0 && stands_as_place(extraction, spot->words.first) &&
            !str_equal(place_candidate(&spot->match, 0).country, country)) {
            return true;
        }
    }
    return false;
}

/* So many words may stand between the country and what happened: "a Mali bus attack". */
#define SCENE_WORDS 2

/* The end of "blast", "bus attack", "air strike" from `token` on, when what follows lets it be a noun: not
 * "attacks a camp"; `token` itself for anything else. */
static uint32_t scene_end(const struct text *text, uint32_t token)
{
    uint32_t end = token;

    while (end < token + SCENE_WORDS && !token_is(text, end, CLASS_HAPPENING) &&
           text->tokens[end].type == TOKEN_WORD && !(text->tokens[end].flags & TOKEN_CAPITALIZED) &&
           !token_is(text, end, CLASS_PREPOSITION) && !token_is(text, end, CLASS_DETERMINER) &&
           !token_is(text, end, CLASS_AND) && !token_is(text, end, CLASS_RELATIVE) &&
           !token_is(text, end, CLASS_GENITIVE) && !token_is(text, end, CLASS_FIGHTER) &&
           !token_is(text, end, CLASS_SPEAKER) && !tells_of_harm(text, end) && !other_verb(text, end)) {
        end++;
    }
    return token_is(text, end, CLASS_HAPPENING) && !token_is(text, end, CLASS_PAST_CUE) &&
                   (tells_of_harm(text, end + 1) || token_is(text, end + 1, CLASS_HAVE) ||
                    token_is(text, end + 1, CLASS_CUE) || token_is(text, end + 1, CLASS_PREPOSITION))
               ? end + 1
               : token;
}

/* "A Ukraine drone attack killed nine, Russia said": another state tells of it, and that it was no attack on
 * Ukraine, which a bare "attack" might be. */
static bool blames_state(const struct extraction *extraction, const struct mark *mark,
                         const struct draft *draft)
{
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);

    if (attribution == NULL || token_is(extraction->text, mark->words.end, CLASS_HAPPENING) ||
        !names_attack(extraction->text, mark)) {
        return false;
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *teller = &extraction->marks[i];
        struct place_match place;

        if (span_holds(attribution->speaker, teller->words.first) && teller->actor != NULL) {
            return strcmp(teller->actor, mark->actor) != 0 && place_find(str_from(teller->actor), &place) &&
                   place_is_country(&place);
        }
    }
    return false;
}

/* True for the name of a country, no adjective, which tells before "attack" where it was or who did it:
 * where, unless another country is told, "an Israel strike killed nine in Gaza". */
static bool may_name_scene(const struct extraction *extraction, const struct mark *mark,
                           const struct draft *draft)
{
    for (size_t i = 0; i < extraction->spot_count && !mark->adjective; i++) {
        const struct spot *spot = extraction->spots[i];

        if (spot->words.first == mark->words.first) {
            return (spot->state || spot->seat != NULL) &&
                   (extraction->text->tokens[mark->words.first].flags & (TOKEN_ALL_CAPS | TOKEN_INITIAL)) ==
                       0 &&
                   !elsewhere_told(extraction, spot) && !blames_state(extraction, mark, draft);
        }
    }
    return false;
}

bool names_scene(const struct extraction *extraction, const struct mark *mark, const struct draft *draft)
{
    uint32_t end = scene_end(extraction->text, mark->words.end);

    if (end == mark->words.end) {
        return false;
    }
    return mark->adjective
               ? token_value(extraction->text, end - 1, CLASS_ATTACK) != NULL /* "a Malian blast" */
               : may_name_scene(extraction, mark, draft);
}

bool strikes(const struct extraction *extraction, const struct mark *mark, const struct draft *draft)
{
    return names_attack(extraction->text, mark) && !may_name_scene(extraction, mark, draft);
}
