#include "report/elsewhere.h"

#include "report/clause.h"
#include "report/journey.h"
#include "report/locative.h"
#include "report/other_verb.h"
#include "report/owner.h"
#include "report/reaction.h"
#include "report/said_place.h"
#include "report/total.h"

#include <string.h>

bool token_is_possessive(const struct text *text, uint32_t token)
{
    struct str word = text_span(text, token, token + 1);

    /* "'s", or the lone apostrophe of a plural */
    return token_is(text, token, CLASS_GENITIVE) || str_equal(word, STR("'")) ||
           str_equal(word, STR("\u2019"));
}

/* True for "from" before the place, also "from the town of": where those who are sent, and what is fired,
 * came from; but "12 km from", "across from". */
static bool origin(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = spot->words.first;

    if (spot->words.end < text->sentences[extraction->sentence].end_token &&
        token_is(text, spot->words.end, CLASS_HAPPENING)) {
        return false; /* "the toll from the Norvik bombing" */
    }
    while (
        token > first + 1 &&
        (token_is(text, token - 1, CLASS_PLACE_NOUN) || token_is(text, token - 1, CLASS_DETERMINER) ||
         token_has(text, token - 1, CLASS_PREPOSITION, "of") ||
         (token_has(text, token - 1, CLASS_PREPOSITION, "place") && /* "from bases in" */
          text->tokens[token - 2].type == TOKEN_WORD &&
          !(text->tokens[token - 2].flags & TOKEN_CAPITALIZED) && token_is(text, token - 3, CLASS_ORIGIN)))) {
        token -= token_has(text, token - 1, CLASS_PREPOSITION, "place") ? 2 : 1;
    }
    return token > first && token_is(text, token - 1, CLASS_ORIGIN) &&
           (token == first + 1 || (!token_is(text, token - 2, CLASS_MEASURE) &&
                                   (!token_is(text, token - 2, CLASS_PREPOSITION) ||
                                    token_has(text, token - 2, CLASS_COMMON, "off")))); /* "took off from" */
}

/* True for "kidnapped nine girls from Norvik": where they were taken. */
static bool taken_from(const struct text *text, const struct draft *draft, const struct spot *spot)
{
    return draft->trigger.subtype == SUBTYPE_CAPTURED && !spot->state && spot->seat == NULL &&
           spot->words.first > draft->trigger.words.end &&
           token_has(text, spot->words.first - 1, CLASS_PREPOSITION, "way");
}

/* "the Norvik road", "on the road to Norvik", "towards the town of Norvik": where a road leads is not where
 * those are who move on it. */
static bool on_route(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t name = spot->words.first;

    while (name > first + 1 &&
           (token_is(text, name - 1, CLASS_DETERMINER) || token_is(text, name - 1, CLASS_PLACE_NOUN) ||
            token_has(text, name - 1, CLASS_PREPOSITION, "of"))) {
        name--;
    }
    return (name > first && token_is(text, name - 1, CLASS_ROUTE) &&
            token_has(text, name - 1, CLASS_PREPOSITION, "way")) ||
           (spot->words.end < text->sentences[extraction->sentence].end_token &&
            token_is(text, spot->words.end, CLASS_ROUTE) &&
            !token_is(text, spot->words.end, CLASS_PREPOSITION)) ||
           (spot->words.first >= first + 2 && token_is(text, spot->words.first - 2, CLASS_ROUTE) &&
            token_has(text, spot->words.first - 1, CLASS_PREPOSITION, "way"));
}

static bool sends(const struct draft *draft)
{
    return draft != NULL && draft->trigger.kind == KIND_DEPLOYMENT &&
           draft->trigger.subtype != SUBTYPE_WITHDRAWN && draft->trigger.subtype != SUBTYPE_ENTERED_COMBAT;
}

/* "The state of Tarrow will send 450 soldiers": who sends them, and not where they are. */
static bool is_sender(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    return sends(draft) && draft->group != NULL && draft->group->words.first >= draft->trigger.words.end &&
           verb_begin(extraction, draft) == spot->words.end &&
           !(spot->words.first > 0 &&
             token_has(extraction->text, spot->words.first - 1, CLASS_PREPOSITION, "place"));
}

/* True for "in Norvik's old town": what a town owns lies in it, where no government sits that acts. */
static bool in_a_town(const struct text *text, const struct spot *spot)
{
    return !spot->unlisted && spot->seat == NULL && spot->words.first > 0 &&
           place_candidate(&spot->match, 0).kind >= PLACE_CITY &&
           (token_has(text, spot->words.first - 1, CLASS_PREPOSITION, "place") ||
            token_has(text, spot->words.first - 1, CLASS_PREPOSITION, "of"));
}

/* "Russia's offensive": a state that owns something is no place, unless what it owns is one. */
static bool owns(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t limit = text->sentences[extraction->sentence].end_token;
    uint32_t token;

    if (spot->words.end >= limit || !token_is_possessive(text, spot->words.end) || in_a_town(text, spot) ||
        leads_to_war(extraction, spot->words.end)) {
        return false;
    }
    /* "Sudan's El Obeid airport" */
    for (token = spot->words.end + 1; token < limit && token < spot->words.end + 7; token++) {
        if (token_is(text, token, CLASS_PLACE_NOUN)) {
            return false;
        }
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_PREPOSITION)) {
            break;
        }
    }
    return true;
}

uint32_t before_timex(const struct extraction *extraction, uint32_t end)
{
    const struct timex_list *timexes = extraction->input->timexes;

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < end; i++) {
        if (timexes->items[i].end_token == end) {
            end = timexes->items[i].first_token;
            return end > 0 && token_is(extraction->text, end - 1, CLASS_DAY_MARK) ? end - 1 : end;
        }
    }
    return end;
}

uint32_t behind_timex(const struct extraction *extraction, uint32_t first)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t day = first + (token_is(extraction->text, first, CLASS_DAY_MARK) ? 1 : 0);

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token <= day; i++) {
        if (timexes->items[i].first_token == first || timexes->items[i].first_token == day) {
            return timexes->items[i].end_token;
        }
    }
    return first;
}

/* True when the sentence tells of two happenings, the one so long before or after the other, and names the
 * place for the one and the claim, or with NULL what the sentence is about, for the other: "killed four in
 * Norvik on Sunday, two days after a bomb in Tarrow". */
static bool long_before(const struct extraction *extraction, const struct draft *draft,
                        const struct spot *spot)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t trigger = draft != NULL ? draft->trigger.words.first : sentence->first_token;

    for (size_t i = extraction->next_timex;
         i < timexes->count && timexes->items[i].first_token < sentence->end_token; i++) {
        const struct timex *timex = &timexes->items[i];
        uint32_t link = timex->end_token;

        if (timex->type == TIMEX_DURATION && timex->field == extraction->input->field &&
            timex->first_token > sentence->first_token &&
            (token_has(text, link, CLASS_AFTERMATH, "of") ||
             token_has(text, link, CLASS_AFTERMATH, "ahead")) &&
            (spot->words.first > link) != (trigger > link)) {
            return true;
        }
    }
    return false;
}

/* "A year after a raid on Norvik, gunmen killed nine in Tarrow": the sentence opens with the other happening,
 * and a place is named beside the claim, or before NULL: what the sentence is about. */
static bool in_opening_before(const struct extraction *extraction, const struct draft *draft,
                              const struct spot *spot)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    const struct timex *timex;
    uint32_t trigger = draft != NULL ? draft->trigger.words.first : sentence->end_token;
    uint32_t comma;

    if (extraction->next_timex >= timexes->count) {
        return false;
    }
    timex = &timexes->items[extraction->next_timex];
    if (timex->type != TIMEX_DURATION || timex->field != extraction->input->field ||
        timex->first_token > sentence->first_token + 1 ||
        !(token_has(text, timex->end_token, CLASS_AFTERMATH, "of") ||
          token_has(text, timex->end_token, CLASS_AFTERMATH, "ahead"))) {
        return false;
    }
    for (comma = timex->end_token; comma < sentence->end_token && !token_is_sign(text, comma, ","); comma++) {
    }
    if (comma == sentence->end_token || (spot->words.first > comma) == (trigger > comma)) {
        return false;
    }
    for (size_t i = 0; i < extraction->spot_count; i++) {
        const struct spot *other = extraction->spots[i];

        if ((other->words.first > comma) == (trigger > comma) &&
            locative_of(extraction, other) == LOCATIVE_IN) {
            return true;
        }
    }
    return false;
}

/* "Talks resumed in Doha after a raid that killed nine", "a court in Norvik jailed a man for killing nine".
 */
static bool of_reaction(const struct extraction *extraction, const struct draft *draft,
                        const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    bool verb = false;

    /* "seized Norvik after fighting that killed nine" */
    if (draft == NULL || draft->trigger.kind != KIND_CASUALTY || !may_have(extraction, CLASS_AFTERMATH) ||
        value_between(text, first, spot->words.first, CLASS_PAST_CUE, "taken")) {
        return false;
    }
    for (uint32_t token = first; token < draft->trigger.words.first; token++) {
        uint32_t trigger = draft->trigger.words.first;
        bool reaction = reacts(text, token) && !begins_anew(text, token, trigger);
        bool before = token > spot->words.first;

        /* also "prayed in Doha for the nine killed"; not "to protest in Norvik, where nine were killed" */
        if ((reaction &&
             (before || (spot->words.first == token + 2 &&
                         !value_between(text, spot->words.end, trigger, CLASS_RELATIVE, "place")))) ||
            (before && (verb && token_has(text, token, CLASS_AFTERMATH, "of") &&
                        !comma_between(text, token, draft->trigger.words.first)))) {
            return harmless(text, first, token);
        }
        verb = verb || other_verb(text, token);
    }
    return false;
}

/* "The guard, who had served in Khartoum, was killed": where somebody was at another time. */
static bool of_past(const struct text *text, const struct draft *draft, const struct spot *spot,
                    uint32_t first)
{
    uint32_t token = spot->words.first;
    bool verb = false;

    if (draft == NULL || draft->trigger.words.first < spot->words.end) {
        return false;
    }
    while (token > first && text->tokens[token - 1].type != TOKEN_PUNCT) {
        token--;
        if (token_is(text, token, CLASS_HAPPENING) || tells_of_harm(text, token)) {
            return false;
        }
        verb = verb || other_verb(text, token);
    }
    /* also "the brigade, trained in France, lost 12 men" */
    return verb && token > first &&
           (token_is(text, token, CLASS_HUMAN) ||
            (other_verb(text, token) && !token_is(text, token, CLASS_DONE))) &&
           comma_between(text, token - 1, token) &&
           comma_between(text, spot->words.end, draft->trigger.words.first);
}

/* "Rebels, who killed nine people in Norvik, freed two in Khartoum": where the main clause is, which goes on
 * behind the aside that tells of the harm; "Belgium, which has 400 soldiers in Chad, moved some to Norvik".
 */
static bool behind_aside(const struct text *text, const struct draft *draft, const struct spot *spot,
                         uint32_t first)
{
    if (draft == NULL || draft->trigger.words.end > spot->words.first) {
        return false;
    }
    for (uint32_t token = draft->trigger.words.end; token + 1 < spot->words.first; token++) {
        if (comma_between(text, token, token + 1) &&
            (other_verb(text, token + 1) || tells_of_harm(text, token + 1) ||
             token_is(text, token + 1, CLASS_BE) || token_is(text, token + 1, CLASS_HAVE))) {
            return aside_closed(text, draft, first, token + 1);
        }
    }
    return false;
}

/* "NATO reinforced its mission in Kosovo after a clash in Brask": where that was which they came for. */
static bool behind_occasion(const struct text *text, const struct draft *draft, const struct spot *spot)
{
    if (draft == NULL || draft->trigger.kind != KIND_DEPLOYMENT ||
        draft->trigger.subtype == SUBTYPE_ENTERED_COMBAT) {
        return false;
    }
    for (uint32_t token = draft->trigger.words.end; token < spot->words.first; token++) {
        if (token_has(text, token, CLASS_AFTERMATH, "of")) {
            return has_between(text, token, spot->words.first, CLASS_HAPPENING);
        }
    }
    return false;
}

/* "France sent 300 soldiers to Mali and closed its base in Niger": where the same one did something else. */
static bool of_second_verb(const struct extraction *extraction, const struct draft *draft,
                           const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t token;

    if (draft == NULL || draft->trigger.kind != KIND_DEPLOYMENT || draft->group == NULL) {
        return false;
    }
    token = draft->group->words.end > draft->trigger.words.end ? draft->group->words.end
                                                               : draft->trigger.words.end + 1;
    for (; token + 1 < spot->words.first; token++) {
        uint32_t verb = token + 1;

        if (token_is(text, token, CLASS_AND)) {
            verb = behind_timex(extraction, verb); /* "and on Tuesday closed" */
            if (other_verb(text, verb) || tells_of_harm(text, verb) || token_is(text, verb, CLASS_BE)) {
                return true;
            }
        }
    }
    return false;
}

/* True for the place of "returned the bodies of 40 soldiers to Norvik": there the dead came, or were handed
 * over; not behind "killed in". */
static bool of_return(const struct text *text, const struct draft *draft, const struct spot *spot,
                      uint32_t first)
{
    uint32_t verb = spot->words.first;

    if (draft == NULL || draft->trigger.kind != KIND_CASUALTY ||
        !has_between(text, first, draft->trigger.words.end, CLASS_CORPSE)) {
        return false;
    }
    while (verb > first && !token_has(text, verb - 1, CLASS_AFTERMATH, "return")) {
        verb--;
    }
    return verb > first && !has_between(text, verb, spot->words.first, CLASS_DONE) &&
           !has_between(text, verb, spot->words.first, CLASS_BEFELL);
}

/* True when a place is named at `token`: one that is found, or "the Brem" with nothing of it behind. */
static bool names_place(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t limit = text->sentences[extraction->sentence].end_token;
    uint32_t name = token + (token_is(text, token, CLASS_DETERMINER) ? 1 : 0);
    uint32_t end = name;

    for (size_t i = 0; i < extraction->spot_count; i++) {
        if (extraction->spots[i]->words.first == name) {
            return true;
        }
    }
    while (end < limit && (text->tokens[end].flags & TOKEN_CAPITALIZED) != 0) {
        end++;
    }
    return token_has(text, token, CLASS_DETERMINER, "known") && end > name &&
           (end >= limit || text->tokens[end].type == TOKEN_PUNCT ||
            token_is(text, end, CLASS_PREPOSITION)) &&
           behind_timex(extraction, name) == name;
}

/* "Bells rang in Norvik for the nine soldiers killed in Tarrow", "a museum in Norvik for those killed at the
 * Brem": the participle tells where; not "nine killed in a Norlandic raid". */
static bool before_placed_participle(const struct extraction *extraction, const struct draft *draft,
                                     const struct spot *spot)
{
    struct span people = draft == NULL          ? (struct span){0, 0}
                         : draft->group != NULL ? draft->group->words
                                                : draft->quantity.words;

    return !span_empty(people) && draft->trigger.bare && people.end <= draft->trigger.words.first &&
           spot->words.end <= people.first &&
           token_has(extraction->text, draft->trigger.words.end, CLASS_PREPOSITION, "place") &&
           names_place(extraction, draft->trigger.words.end + 1);
}

/* So many words may stand between "since" and the place: "the siege of the town of". */
#define SINCE_WORDS 7

/* "The worst attack since the one in Norvik", "more than in Norvik": what it is compared with. */
static bool compared_with(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    bool superlative = false;

    if (spot->words.first >= first + 2 && token_is(text, spot->words.first - 2, CLASS_THAN) &&
        leads_to_place(text, spot->words.first - 1)) {
        return true;
    }
    for (uint32_t token = first; may_have(extraction, CLASS_SUPERLATIVE) && token < spot->words.first;
         token++) {
        superlative = superlative || token_is(text, token, CLASS_SUPERLATIVE);
        if (superlative && token_has(text, token, CLASS_PREPOSITION, "since")) {
            return token + SINCE_WORDS > spot->words.first &&
                   !comma_between(text, token, spot->words.first) &&
                   behind_timex(extraction, token + 1) == token + 1;
        }
    }
    return false;
}

/* So many words may stand between "178 of them" and the name of the place: "were killed in the". */
#define PART_WORDS 4

/* True when the words behind "12 of them" tell where those were, not what they are: "12 of them women, in
 * Norvik". */
static bool tells_of_part(const struct text *text, uint32_t token, uint32_t place)
{
    return !comma_between(text, token, place) &&
           (token_is(text, token, CLASS_PREPOSITION) || token_is(text, token, CLASS_ADVERB) ||
            token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE) ||
            tells_of_harm(text, token) || other_verb(text, token));
}

/* "363 people were killed, 178 of them in Norvik", "40 were lost, 12 of whom died near Norvik": where that
 * part of them was. */
static bool of_part(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    for (size_t i = 1;
         draft != NULL && may_have(extraction, CLASS_OF_THEM) && i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->first_token >= spot->words.first) {
            break;
        }
        if (item_is(item, CLASS_OF_THEM) && item->end_token + PART_WORDS > spot->words.first &&
            item->end_token < spot->words.first && draft->trigger.words.end <= item[-1].first_token &&
            item_phrase(&item[-1], CLASS_QUANTITY, PHRASE_QUANTITY) != NULL &&
            draft->quantity.words.first != item[-1].first_token &&
            tells_of_part(extraction->text, item->end_token, spot->words.first)) {
            return true;
        }
    }
    return false;
}

/* True when the sentence puts something in a place before `token`. */
static bool placed_before(const struct extraction *extraction, uint32_t token)
{
    for (size_t i = 0; i < extraction->spot_count; i++) {
        const struct spot *other = extraction->spots[i];

        if (other->words.end < token && locative_of(extraction, other) == LOCATIVE_IN) {
            return true;
        }
    }
    return false;
}

/* "Killed in Norvik, the first deaths since the Tarrow war broke out": the war only tells since when, where
 * another place is named before it. */
static bool since_war(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = spot->words.first;

    if (!token_has(text, spot->words.end, CLASS_HAPPENING, "war")) {
        return false;
    }
    token -= token > first && token_is(text, token - 1, CLASS_DETERMINER) ? 1 : 0;
    if (token == first || !token_is(text, token - 1, CLASS_CLAUSE)) {
        return false;
    }
    return placed_before(extraction, token);
}

/* "Killed in Norvik by rebels based in Tarrow": where those are based who did it, where another place is
 * named before it. */
static bool of_base(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t base = spot->words.first - 2;

    return draft != NULL && draft->trigger.kind == KIND_CASUALTY &&
           spot->words.first >= draft->trigger.words.end + 2 &&
           token_has(text, base, CLASS_DONE, "deployed") &&
           token_has(text, base + 1, CLASS_PREPOSITION, "place") &&
           has_between(text, draft->trigger.words.end, base, CLASS_AGENT) && placed_before(extraction, base);
}

/* So many words may stand between "since" and "war", and between that and "in which": "World", "Two". */
#define WAR_WORDS 4

/* "Sent 300 soldiers to Norvik, the first since World War Two, in which nine million died": of that war. */
static bool before_past_war(const struct extraction *extraction, const struct draft *draft,
                            const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t since = spot->words.end;
    uint32_t end = draft == NULL ? 0 : draft->trigger.words.first;
    uint32_t war, which;

    if (draft == NULL || draft->trigger.kind != KIND_CASUALTY || !may_have(extraction, CLASS_HAPPENING)) {
        return false;
    }
    while (since < end && !token_has(text, since, CLASS_PREPOSITION, "since") &&
           !token_is(text, since, CLASS_AFTERMATH)) {
        since++;
    }
    for (war = since + 1; war < end && war <= since + WAR_WORDS; war++) {
        if (token_has(text, war, CLASS_HAPPENING, "war")) {
            for (which = war + 1; which < end && which <= war + WAR_WORDS; which++) {
                if (token_is(text, which, CLASS_RELATIVE)) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* True for the Belgium of "sent 300 soldiers to Norland, Belgium 150", "lost 30 men in Norland, Belgium 20":
 * whose they are. */
static bool has_its_own(const struct extraction *extraction, const struct spot *spot)
{
    uint32_t next = spot->words.end;

    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *draft = &extraction->drafts[i];
        uint32_t count = draft->quantity.words.first;
        uint32_t people = draft->group == NULL ? count : draft->group->words.first;

        if (!draft->dropped && (count == next || people == next) &&
            (is_gapped(draft) || strcmp(draft->rule, "lost.other") == 0)) {
            return true;
        }
    }
    return false;
}

/* "A verbal attack on Norland", "a cyber attack on Norvik": no blood was shed there. */
static bool of_words(const struct text *text, const struct spot *spot)
{
    uint32_t on = spot->words.first - 1;

    return spot->words.first >= 3 && token_is(text, on, CLASS_PREPOSITION) &&
           token_is(text, on - 1, CLASS_HAPPENING) && token_has(text, on - 2, CLASS_COMMON, "bloodless");
}

/* "Will withdraw from Mali if Chad withdraws from Tarn": where something else is to be done; not "if needed
 * from Mali", "if parliament agrees, to Mali". */
static bool of_condition(const struct text *text, const struct draft *draft, const struct spot *spot)
{
    uint32_t subject = 0;
    bool verb = false;

    if (draft == NULL || draft->trigger.kind != KIND_DEPLOYMENT) {
        return false;
    }
    for (uint32_t token = draft->trigger.words.end; token < spot->words.first; token++) {
        if (token_is(text, token, CLASS_CONDITION)) {
            subject = token + 1;
        } else if (verb && text->tokens[token].type == TOKEN_PUNCT) {
            return false;
        }
        verb = verb || (subject > 0 && token > subject &&
                        (other_verb(text, token) || token_is(text, token, CLASS_DONE) ||
                         token_is(text, token, CLASS_DOING) || token_is(text, token, CLASS_BEFELL)));
    }
    return verb;
}

bool is_elsewhere(const struct extraction *extraction, const struct draft *draft, const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    bool harmed = draft != NULL && draft->trigger.kind == KIND_CASUALTY && !taken_from(text, draft, spot);

    return ((draft == NULL || sends(draft) || harmed) && origin(extraction, spot)) ||
           (sends(draft) && on_route(extraction, spot)) || is_sender(extraction, draft, spot) ||
           ((draft == NULL || harmed) && only_headed_for(extraction, spot)) || said_here(extraction, spot) ||
           owns(extraction, spot) || has_its_own(extraction, spot) || long_before(extraction, draft, spot) ||
           in_opening_before(extraction, draft, spot) || of_reaction(extraction, draft, spot) ||
           of_past(text, draft, spot, first) || behind_aside(text, draft, spot, first) ||
           behind_occasion(text, draft, spot) || of_second_verb(extraction, draft, spot) ||
           (may_have(extraction, CLASS_CORPSE) && of_return(text, draft, spot, first)) ||
           of_part(extraction, draft, spot) || of_other_verb(extraction, draft, spot) ||
           of_words(text, spot) || of_condition(text, draft, spot) || compared_with(extraction, spot) ||
           before_placed_participle(extraction, draft, spot) || since_war(extraction, spot) ||
           of_base(extraction, draft, spot) || healed_there(text, spot) ||
           of_other_speech(extraction, draft, spot) || before_past_war(extraction, draft, spot);
}
