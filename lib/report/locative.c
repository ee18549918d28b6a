#include "report/locative.h"

#include "report/clause.h"
#include "report/elsewhere.h"
#include "report/journey.h"
#include "report/toponym.h"
#include "report/total.h"

/* So many steps back from a name its preposition stands at most. */
#define PHRASE_REACH 8

static const struct spot *spot_ending(const struct extraction *extraction, uint32_t end)
{
    size_t i;

    for (i = 0; i < extraction->spot_count; i++) {
        if (extraction->spots[i]->words.end == end) {
            return extraction->spots[i];
        }
    }
    return NULL;
}

/* So many kilometres or miles from a place are still there ... */
#define NOT_FAR 30
/* ... and so many are in the part of the land that it stands for. */
#define NEAR 100

static enum locative within(int64_t distance)
{
    return distance <= NOT_FAR ? LOCATIVE_IN : distance <= NEAR ? LOCATIVE_NEAR : LOCATIVE_NONE;
}

/* The number of "12 km north" or "12 km", whose unit stands before `token`, or -1. */
static int64_t distance_before(const struct text *text, uint32_t token, uint32_t first)
{
    int64_t distance = -1;

    if (token < first + 2 || text->tokens[token - 2].type != TOKEN_NUMBER ||
        !token_is(text, token - 1, CLASS_MEASURE) ||
        !str_to_int64(text_span(text, token - 2, token - 1), &distance)) {
        return -1;
    }
    return distance;
}

/* So many words before the comma of ", 12 km north of Norvik" may stand the place of which that is told. */
#define APART_WORDS 12

/* True when the phrase that ends at `end` names a place itself; a road is everywhere along it. */
static bool place_within(const struct extraction *extraction, uint32_t end)
{
    const struct text *text = extraction->text;

    for (size_t i = 0; i < extraction->spot_count; i++) {
        const struct spot *spot = extraction->spots[i];

        if (spot->words.end <= end && spot->words.end + APART_WORDS > end &&
            !token_is(text, spot->words.end, CLASS_ROUTE)) {
            return true;
        }
    }
    return false;
}

/* How the place is named that is as far off as the words before `token` say: "12 km" before "from", with
 * "north" before "of".  NONE when they say nothing, and when they only tell where a place named before them
 * lies. */
static enum locative distant(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    int64_t distance = distance_before(text, token, first);
    uint32_t number = distance < 0 ? 0 : token - 2;

    if (distance < 0) {
        return LOCATIVE_NONE;
    }
    if (number > first && token_is(text, number - 1, CLASS_QUALIFIER)) {
        number--;
    }
    if (number > first && token_is_sign(text, number - 1, ",")) {
        number--;
        if (distance > NOT_FAR || place_within(extraction, number)) {
            return LOCATIVE_NONE;
        }
    }
    return number > first && text->tokens[number - 1].type != TOKEN_PUNCT &&
                   spot_ending(extraction, number) == NULL
               ? within(distance)
               : LOCATIVE_NONE;
}

/* True for "U.S. embassies", "UK forces": the short name of a state before a noun tells whose that is. */
static bool attributive_state(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t next = spot->words.end;

    if (!spot->state || next >= text->sentences[extraction->sentence].end_token ||
        (text->tokens[spot->words.first].flags & (TOKEN_ALL_CAPS | TOKEN_INITIAL)) == 0 ||
        text->tokens[next].type != TOKEN_WORD) {
        return false;
    }
    bool article = spot->words.first > 0 && token_is(text, spot->words.first - 1, CLASS_DETERMINER);
    for (size_t i = 0; !article && token_is(text, next, CLASS_AND) && i < extraction->mark_count; i++) {
        if (extraction->marks[i].words.first == next + 1 && extraction->marks[i].adjective) {
            next = extraction->marks[i].words.end; /* "US and British jets" */
        }
    }
    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token <= next;
         i++) {
        if (timexes->items[i].first_token == next) {
            return false;
        }
    }
    return !token_is(text, next, CLASS_PREPOSITION) && !token_is(text, next, CLASS_CLAUSE) &&
           !token_is(text, next, CLASS_AND) && !token_is(text, next, CLASS_ADVERB) &&
           !token_is(text, next, CLASS_BE) && !token_is(text, next, CLASS_HAVE) &&
           !token_is(text, next, CLASS_PLACE_NOUN) && !token_is(text, next, CLASS_RELATIVE) &&
           !token_is(text, next, CLASS_DETERMINER) && !tells_of_harm(text, next) && !other_verb(text, next);
}

/* True for the two places behind "between" at `token`, and what stands before it does not make them sides:
 * "killed between Norvik and Tarn", "a convoy between", not "clashes between Norvik and
 * Tarn". */
static bool lies_between(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    const struct spot *a = NULL, *b = NULL;
    bool border = token > first && token_is(text, token - 1, CLASS_PLACE_NOUN);

    for (size_t i = 0; i < extraction->spot_count && b == NULL; i++) {
        const struct spot *spot = extraction->spots[i];

        if (a != NULL) {
            b = spot;
        } else if (spot->words.first == token + 1) {
            a = spot;
        }
    }
    if (b == NULL || (!border && (a->state || b->state)) || b->words.first != a->words.end + 1 ||
        !token_is(text, a->words.end, CLASS_AND)) {
        return false;
    }
    return token == first || token_is(text, token - 1, CLASS_ROUTE) ||
           token_is(text, token - 1, CLASS_FORMATION) || token_is(text, token - 1, CLASS_THING) ||
           token_is(text, token - 1, CLASS_PLACE_NOUN) || token_is(text, token - 1, CLASS_BE) ||
           token_is(text, token - 1, CLASS_ADVERB) || tells_of_harm(text, token - 1);
}

/* "12 km south-west of", "200 km to the north of", "north of": what the distance or the direction before the
 * "of" at `token` makes of the name.  *told when there is one. */
static enum locative off(const struct extraction *extraction, uint32_t token, bool *told)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    bool compass = token > first && token_has(text, token - 1, CLASS_PLACE_NOUN, "compass");
    uint32_t unit = token;

    while (unit > first &&
           (token_is(text, unit - 1, CLASS_PLACE_NOUN) || token_is_sign(text, unit - 1, "-"))) {
        unit--;
    }
    if (unit >= first + 2 && token_is(text, unit - 1, CLASS_DETERMINER) &&
        token_has(text, unit - 2, CLASS_PREPOSITION, "way")) {
        unit -= 2;
    }
    *told = unit < token && unit > first && token_is(text, unit - 1, CLASS_MEASURE);
    if (*told) {
        return distant(extraction, unit);
    }
    /* "in the north of" is a part of it */
    *told = compass && !token_has(text, unit, CLASS_PREPOSITION, "way") &&
            !(unit + 1 == token && unit >= first + 2 && token_is(text, unit - 1, CLASS_DETERMINER) &&
              token_has(text, unit - 2, CLASS_PREPOSITION, "place"));
    return *told ? LOCATIVE_NEAR : LOCATIVE_NONE;
}

/* "the city of", "shelling of", "12 km north of": what the words before the "of" at `token` make of the name.
 * *on tells that those before them decide. */
static enum locative behind_of(const struct extraction *extraction, uint32_t token, bool *on)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    bool told;
    enum locative far = off(extraction, token, &told);

    *on = false;
    if (told || token == first) {
        return far;
    }
    if (token >= first + 2 && numbered_zone(text, token - 1)) {
        token--;
    }
    if (token_is(text, token - 1, CLASS_HAPPENING) || token_has(text, token - 1, CLASS_PLACE_NOUN, "town") ||
        token_has(text, token - 1, CLASS_PLACE_NOUN, "region")) {
        return LOCATIVE_IN;
    }
    *on = token_is(text, token - 1, CLASS_PLACE_NOUN) || /* "part of" */
          token_has(text, token - 1, CLASS_PREPOSITION, "way");
    return LOCATIVE_NONE;
}

/* So many words may stand between "during" and the journey: "on his first visit". */
#define JOURNEY_WORDS 3

/* True for the journey at `token` on which something happens, "during a visit to"; the envoy to a place may
 * be anywhere, and a visit that is only spoken of may be to come. */
static bool on_journey(const struct text *text, uint32_t token, uint32_t first)
{
    if (!token_has(text, token, CLASS_ENVOY, "journey")) {
        return false;
    }
    for (uint32_t steps = 0; token > first && steps <= JOURNEY_WORDS; steps++) {
        token--;
        if (token_is(text, token, CLASS_PREPOSITION)) {
            return !token_is(text, token, CLASS_INFINITIVE_MARK) && !token_is(text, token, CLASS_CLAUSE) &&
                   !token_has(text, token, CLASS_PREPOSITION, "for") &&
                   !token_has(text, token, CLASS_PREPOSITION, "of") &&
                   !token_has(text, token, CLASS_PREPOSITION, "against");
        }
    }
    return false;
}

/* True for the "deploy" of "soldiers will deploy to". */
static bool turns_on(const struct extraction *extraction, uint32_t token)
{
    for (size_t i = 0; i < extraction->draft_count; i++) {
        if (!extraction->drafts[i].dropped && span_holds(extraction->drafts[i].trigger.words, token)) {
            return true;
        }
    }
    return false;
}

/* What a preposition of place or way at `token` makes of the name behind it. */
static enum locative behind_preposition(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    /* "a deal signed in" */
    if (token > first + 1 && token_is(text, token - 2, CLASS_LINK) &&
        (token_is(text, token - 1, CLASS_PAST_CUE) || token_is(text, token - 1, CLASS_NEUTRAL_CUE))) {
        return LOCATIVE_NONE;
    }
    /* "so that he could travel to" */
    if (token > first + 1 && token_is(text, token, CLASS_INFINITIVE_MARK) &&
        token_is(text, token - 2, CLASS_MOOD) && text->tokens[token - 1].type == TOKEN_WORD &&
        !token_is(text, token - 1, CLASS_BE) && !tells_of_harm(text, token - 1) &&
        !turns_on(extraction, token - 1)) {
        return LOCATIVE_NONE;
    }
    if (token > first && token_is(text, token - 1, CLASS_ENVOY) &&
        !token_has(text, token - 1, CLASS_ENVOY, "office")) { /* "shot a councillor in" */
        return on_journey(text, token - 1, first) ? LOCATIVE_IN : LOCATIVE_NONE;
    }
    return token_has(text, token, CLASS_PREPOSITION, "way") && distance_before(text, token, first) >= 0
               ? distant(extraction, token)
               : LOCATIVE_IN;
}

/* True when a phrase ends before the word at `token`: not in "Norvik's mayor", "Norvik officials". */
static bool ends_name(const struct text *text, uint32_t token, uint32_t end)
{
    return token >= end ||
           (text->tokens[token].type == TOKEN_PUNCT && !token_is(text, token, CLASS_GENITIVE)) ||
           token_is(text, token, CLASS_PREPOSITION) || token_is(text, token, CLASS_AND) ||
           token_is(text, token, CLASS_CLAUSE) || token_is(text, token, CLASS_ADVERB) ||
           token_is(text, token, CLASS_DAY_MARK);
}

bool town_taken(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t verb = spot->words.first;
    uint32_t end = spot->words.end;

    if (spot->state) {
        return false;
    }
    if (end < sentence->end_token && token_has(text, end, CLASS_PAST_CUE, "fell")) {
        /* not "prices in Norvik fell", "fell by 12" */
        return !(verb > sentence->first_token && token_has(text, verb - 1, CLASS_PREPOSITION, "place")) &&
               ends_name(text, end + 1, sentence->end_token) &&
               (end + 2 >= sentence->end_token || text->tokens[end + 2].type != TOKEN_NUMBER);
    }
    while (verb > sentence->first_token &&
           (token_is(text, verb - 1, CLASS_PLACE_NOUN) || token_is(text, verb - 1, CLASS_DETERMINER) ||
            token_has(text, verb - 1, CLASS_PREPOSITION, "of"))) {
        verb--;
    }
    if (verb == sentence->first_token || !token_is(text, verb - 1, CLASS_PAST_CUE) ||
        (end < sentence->end_token &&
         (token_is(text, end, CLASS_INFINITIVE_MARK) || token_has(text, end, CLASS_PREPOSITION, "for")))) {
        return false; /* also "took Norvik to court", "took Norvik for his home" */
    }
    return ends_name(text, end, sentence->end_token) && (token_has(text, verb - 1, CLASS_PAST_CUE, "taken") ||
                                                         token_has(text, verb - 1, CLASS_PAST_CUE, "took"));
}

/* True for a town that undergoes an attack: "captured Norvik", "Norvik was shelled", "Norvik came under
 * attack".
 */
static bool undergoes(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t verb = spot->words.end;

    if (spot->state) {
        return false;
    }
    if ((spot->words.first > first && token_has(text, spot->words.first - 1, CLASS_PAST_CUE, "taken")) ||
        town_taken(extraction, spot)) {
        return true;
    }
    if (verb + 2 >= end) {
        return false;
    }
    if (token_has(text, verb + 1, CLASS_PREPOSITION, "under") && token_is(text, verb + 2, CLASS_HAPPENING)) {
        return true;
    }
    while (verb < end && (token_is(text, verb, CLASS_HAVE) || token_is(text, verb, CLASS_BE) ||
                          token_is(text, verb, CLASS_ADVERB))) {
        verb++;
    }
    if (verb >= end || !token_is(text, verb - 1, CLASS_BE)) {
        return false;
    }
    /* "Norvik was left in darkness after a raid" */
    return token_is(text, verb, CLASS_HITS) ||
           (str_equal(text_span(text, verb, verb + 1), STR("left")) &&
            token_is(text, verb + 1, CLASS_PREPOSITION) && sentence_has(extraction, CLASS_HAPPENING));
}

/* True for ", Norvik Province" behind another name: where that lies. */
static bool lies_around(const struct text *text, const struct spot *spot, uint32_t first, uint32_t end)
{
    uint32_t token = spot->words.first;
    uint32_t next = spot->words.end;

    return token >= first + 2 && next > token + 1 && token_has(text, next - 1, CLASS_PLACE_NOUN, "region") &&
           token_is_sign(text, token - 1, ",") && (text->tokens[token - 2].flags & TOKEN_CAPITALIZED) &&
           (next >= end || text->tokens[next].type != TOKEN_WORD || token_is(text, next, CLASS_PREPOSITION) ||
            token_is(text, next, CLASS_CLAUSE));
}

/* True for "a native of" before the name. */
static bool of_origin(const struct text *text, uint32_t token, uint32_t first)
{
    return token >= first + 2 && token_has(text, token - 1, CLASS_PREPOSITION, "of") &&
           token_is(text, token - 2, CLASS_ENVOY);
}

/* So many words may stand between the name and its happening: "the Norvik market bomb attack". */
#define HAPPENING_WORDS 2

/* True for "the Norvik bombing", "the Norvik missile strike", "the Norvik death toll"; "U.S. strikes" tells
 * who. */
static bool names_happening(const struct text *text, const struct spot *spot)
{
    uint32_t token = spot->words.end;

    for (uint32_t steps = 0; steps < HAPPENING_WORDS; steps++) {
        bool toll = token_is(text, token, CLASS_DEED) && token_is(text, token + 1, CLASS_TOLLWORD);

        if (token_is(text, token, CLASS_HAPPENING) ||
            !(toll || token_is(text, token, CLASS_THING) || token_is(text, token, CLASS_PLACE_NOUN))) {
            break;
        }
        token++;
    }
    return !spot->state && (token_is(text, token, CLASS_HAPPENING) || token_is(text, token, CLASS_TOLLWORD));
}

/* True for "Norvik community: 3 killed" at the beginning of a line: a table tells how many in each place. */
static bool heads_line(const struct text *text, const struct spot *spot, uint32_t first, uint32_t end)
{
    uint32_t colon = spot->words.end;

    while (first < spot->words.first && text->tokens[first].type == TOKEN_PUNCT) {
        first++; /* the mark of a list */
    }
    while (colon < end && token_is(text, colon, CLASS_PLACE_NOUN)) {
        colon++;
    }
    return first == spot->words.first && !spot->state && spot->seat == NULL && colon + 1 < end &&
           token_is_sign(text, colon, ":") && text->tokens[colon + 1].type == TOKEN_NUMBER;
}

/* So many words may stand between whose a building is and the building: "Norvik's largest children's
 * hospital". */
#define BUILDING_WORDS 5

/* True for "Norvik" and "Norvik's suburbs", not for "Norvik's forces". */
static bool is_ground(const struct text *text, uint32_t token, uint32_t end)
{
    uint32_t stop = token + BUILDING_WORDS < end ? token + BUILDING_WORDS : end;

    if (token >= end || !token_is(text, token, CLASS_GENITIVE)) {
        return true;
    }
    while (token < stop && text->tokens[token].type == TOKEN_WORD &&
           !token_is(text, token, CLASS_PLACE_NOUN) && !token_is(text, token, CLASS_PREPOSITION)) {
        token++;
    }
    return token < stop && token_is(text, token, CLASS_PLACE_NOUN);
}

/* True for a word that begins another clause, or a comma. */
static bool parts_clauses(const struct text *text, uint32_t token)
{
    return comma_between(text, token, token + 1) || token_is(text, token, CLASS_CLAUSE);
}

/* True when the clause from `token` on tells of harm, and then of a place where that was: "five people were
 * killed in Norvik". */
static bool harmed_there(const struct extraction *extraction, uint32_t token, uint32_t end)
{
    const struct text *text = extraction->text;
    bool harm = false;

    for (; token < end && !parts_clauses(text, token) && !token_is(text, token, CLASS_RELATIVE); token++) {
        harm = harm || tells_of_harm(text, token);
        for (size_t i = 0; harm && i < extraction->spot_count; i++) {
            if (extraction->spots[i]->words.first == token && leads_to_place(text, token - 1)) {
                return true;
            }
        }
    }
    return false;
}

/* True for the attack, told by the noun at `noun`, that is only the occasion of what the sentence tells:
 * "after the attack on Norvik, five people were killed in Tarrow".  Not for "in an attack on Norvik, ...". */
static bool is_occasion(const struct extraction *extraction, const struct spot *spot, uint32_t noun)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token = spot->words.end;

    while (token < sentence->end_token && !parts_clauses(text, token)) {
        if (tells_of_harm(text, token++)) {
            return false;
        }
    }
    while (noun > sentence->first_token && !token_is(text, noun, CLASS_PREPOSITION) &&
           !parts_clauses(text, noun)) {
        noun--;
    }
    if (token_is(text, noun, CLASS_CLAUSE) && noun > sentence->first_token) {
        uint32_t first = noun; /* "five people were killed in Tarrow after the attack on" */

        while (first > sentence->first_token && !parts_clauses(text, first - 1)) {
            first--;
        }
        return harmed_there(extraction, first, noun);
    }
    return !token_has(text, noun, CLASS_PREPOSITION, "place") &&
           harmed_there(extraction, token + 1, sentence->end_token);
}

/* True when the preposition at `token` is that of an attack: "the strike on", "raids on Monday on", "attacks
 * against".  What else is on or against a seat of government concerns who governs: "pressure on", "war on".
 */
static bool of_attack(const struct extraction *extraction, const struct spot *spot, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    bool on = token_is(text, token, CLASS_DAY_MARK);
    uint32_t noun;

    if (spot->state || token == sentence->first_token ||
        !(on || str_equal_nocase(text_span(text, token, token + 1), STR("against")))) {
        return false;
    }
    noun = before_timex(extraction, token);
    return noun > sentence->first_token && token_is(text, --noun, CLASS_HAPPENING) &&
           !token_has(text, noun, CLASS_HAPPENING, "war") &&
           (on || !token_is(text, noun, CLASS_COMBAT) || token_is(text, noun, CLASS_HITS)) &&
           is_ground(text, spot->words.end, sentence->end_token) && !is_occasion(extraction, spot, noun);
}

enum locative locative_of(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t token = spot->words.first;
    bool stranger = false;

    if (of_origin(text, token, first) || attributive_state(extraction, spot) ||
        /* "to the Belarus border": from this side of it */
        (spot->state && spot->words.end < end &&
         token_has(text, spot->words.end, CLASS_PLACE_NOUN, "border"))) {
        return LOCATIVE_NONE;
    }
    if ((token > first && token_is(text, token - 1, CLASS_HITS)) || undergoes(extraction, spot) ||
        lies_around(text, spot, first, end) || (fought_for(text, token) && !spot->state) ||
        end_of_journey(extraction, spot) || leads_to_war(extraction, spot->words.end) ||
        heads_line(text, spot, first, end)) {
        return LOCATIVE_IN;
    }
    if (names_happening(text, spot) ||
        (spot->words.end < end && token_has(text, spot->words.end, CLASS_PLACE_NOUN, "region"))) {
        return LOCATIVE_IN;
    }
    token = before_naming(text, token, first);
    for (uint32_t steps = 0; token > first && steps < PHRASE_REACH; steps++) {
        const struct spot *other;

        token--;
        if (spot->seat != NULL ? token_has(text, token, CLASS_PREPOSITION, "place")
                               : leads_to_place(text, token)) {
            return behind_preposition(extraction, token);
        }
        if (of_attack(extraction, spot, token)) {
            return LOCATIVE_IN;
        }
        if (token_has(text, token, CLASS_PREPOSITION, "between")) {
            return lies_between(extraction, token) ? LOCATIVE_BETWEEN : LOCATIVE_NONE;
        }
        if (token_is(text, token, CLASS_HITS) && !token_is(text, token, CLASS_HAPPENING) && !spot->state &&
            (spot->seat == NULL || is_ground(text, spot->words.end, end))) {
            return LOCATIVE_IN; /* "hit central Norvik", "struck the outskirts of Norvik" */
        }
        other = spot_ending(extraction, token + 1);
        if (other != NULL) {
            token = other->words.first;
            continue;
        }
        if (token_is(text, token, CLASS_PLACE_NOUN) || token_is(text, token, CLASS_DETERMINER) ||
            token_is_possessive(text, token) || token_is_sign(text, token, "-") ||
            numbered_zone(text, token) ||
            (token > first && token_is_sign(text, token, ",") && token_is(text, token - 1, CLASS_CAPITAL))) {
            continue; /* also "in the capital, Norvik" */
        }
        if (token_has(text, token, CLASS_PREPOSITION, "of")) {
            bool on;
            enum locative of = behind_of(extraction, token, &on);

            if (!on) {
                return of;
            }
            continue;
        }
        if (stranger || text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_PREPOSITION) ||
            token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE)) {
            return LOCATIVE_NONE;
        }
        stranger = true;
    }
    return LOCATIVE_NONE;
}

/* So many words may stand between "to" and the place: "to the main military hospital in". */
#define HOSPITAL_WORDS 7

/* True for the "flown" of "flown to a hospital in Norvik": not for "close to", "a road to", "damage to" it.
 */
static bool is_carried(const struct text *text, uint32_t token)
{
    return text->tokens[token].type == TOKEN_WORD &&
           (token_is(text, token, CLASS_DONE) || token_is(text, token, CLASS_PAST_CUE) ||
            token_is(text, token, CLASS_NEUTRAL_CUE) ||
            str_equal(text_span(text, token, token + 1), STR("taken")) ||
            token_ends_as(text, token, CLASS_PAST_CUE));
}

bool healed_there(const struct text *text, const struct spot *spot)
{
    uint32_t token = spot->words.first;

    if (token < 4 || !token_is(text, token - 1, CLASS_PREPOSITION) ||
        !token_has(text, token - 2, CLASS_SPEAKER, "healer")) {
        return false;
    }
    for (token -= 2; token > 1 && spot->words.first - token < HOSPITAL_WORDS &&
                     text->tokens[token - 1].type == TOKEN_WORD;
         token--) {
        if (token_is(text, token - 1, CLASS_PREPOSITION)) {
            return token_is(text, token - 1, CLASS_INFINITIVE_MARK) && is_carried(text, token - 2);
        }
    }
    return false;
}
