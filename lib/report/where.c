/* The places of a report: those that its clause names, the finer ones before the country around them. */
#include "report/clause.h"
#include "report/coordinate.h"
#include "report/country_tally.h"
#include "report/deixis.h"
#include "report/draft.h"
#include "report/elsewhere.h"
#include "report/locative.h"
#include "report/owner.h"
#include "report/said_place.h"
#include "report/wanting.h"

#include "article/whitespace.h"

#include <string.h>

bool stands_as_place(const struct extraction *extraction, uint32_t token)
{
    size_t i;

    for (i = 0; i < extraction->spot_count; i++) {
        if (span_holds(extraction->spots[i]->words, token)) {
            return locative_of(extraction, extraction->spots[i]) != LOCATIVE_NONE;
        }
    }
    return false;
}

static bool listed_with(const struct extraction *extraction, const struct spot *before,
                        const struct spot *spot)
{
    const struct text *text = extraction->text;
    uint32_t token;

    if (spot->words.first < before->words.end || spot->words.first - before->words.end > 4) {
        return false;
    }
    for (token = before->words.end; token < spot->words.first; token++) {
        if (!token_is_sign(text, token, ",") && !token_is(text, token, CLASS_AND) &&
            !token_is(text, token, CLASS_PLACE_NOUN) && !token_is(text, token, CLASS_DETERMINER) &&
            !token_is(text, token, CLASS_ADVERB) && !token_has(text, token, CLASS_PREPOSITION, "of")) {
            return false;
        }
    }
    return true;
}

static unsigned wished_kinds(const struct extraction *extraction, const struct spot *spot)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token;

    for (token = spot->words.end;
         token < sentence->end_token && token < spot->words.end + 3 && !token_is(text, token, CLASS_GENITIVE);
         token++) {
        if (token_has(text, token, CLASS_PLACE_NOUN, "region")) {
            return PLACE_BIT(PLACE_REGION) | PLACE_BIT(PLACE_AREA);
        }
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_PREPOSITION)) {
            break;
        }
    }
    if (spot->words.first >= sentence->first_token + 2 &&
        token_has(text, spot->words.first - 1, CLASS_PREPOSITION, "of")) {
        if (token_has(text, spot->words.first - 2, CLASS_PLACE_NOUN, "town")) {
            return PLACE_BIT(PLACE_CITY) | PLACE_BIT(PLACE_VILLAGE);
        }
        /* a known town also stands for the region that is called after it */
        if (spot->unlisted && token_has(text, spot->words.first - 2, CLASS_PLACE_NOUN, "region")) {
            return PLACE_BIT(PLACE_REGION) | PLACE_BIT(PLACE_AREA);
        }
    }
    return PLACE_ANY;
}

/* The country that the sentence names beside its places; absent when it names none. */
static struct str named_country(const struct extraction *extraction)
{
    size_t i;

    for (i = 0; i < extraction->spot_count; i++) {
        const struct spot *spot = extraction->spots[i];

        if (spot->state && spot->seat == NULL) {
            return place_candidate(&spot->match, 0).country;
        }
    }
    return (struct str){NULL, 0};
}

static struct place place_from(const struct extraction *extraction, size_t index, struct str country)
{
    const struct spot *spot = extraction->spots[index];
    struct gazetteer_entry entry, around;
    struct place_match towns;
    struct place place = {0};
    unsigned kinds = wished_kinds(extraction, spot);

    place.name = whitespace_in_name(extraction->arena,
                                    text_span(extraction->text, spot->words.first, spot->words.end));
    if (spot->unlisted) {
        settle_town(extraction, index, kinds, &place);
    } else if (lies_elsewhere(extraction, index, &around, &towns)) {
        place.precision = str_from(place_kind_precision(place_candidate(&spot->match, 0).kind));
        settle_in(&towns, &around, kinds, &place);
    } else {
        if (!spot->state && nation_before(extraction, index, &around)) {
            country = around.country;
        } else if (country.size == 0) {
            country = country_of_article(extraction, spot);
        }
        if (!place_choose(&spot->match, country, kinds, &entry)) {
            entry = place_candidate(&spot->match, 0);
        }
        take_entry(&entry, &place);
    }
    return place;
}

struct place place_named(const struct extraction *extraction, size_t index)
{
    return place_from(extraction, index, named_country(extraction));
}

bool is_country(const struct place *place)
{
    return str_equal(place->precision, STR("country"));
}

/* Where to look for places in the sentence. */
struct scope {
    const struct draft *draft; /* in its part of the sentence; NULL for all of it */
    bool clause;               /* in its clause */
    bool opening;              /* also where the sentence opens, before a speaker */
    enum locative locative;    /* those that are named so */
};

/* What was found out of each spot for one draft, and is asked for in every scope. */
struct bearings {
    enum { UNKNOWN, HERE, ELSEWHERE } side[SENTENCE_SPOTS];
    enum locative locative[SENTENCE_SPOTS]; /* where `located` */
    bool located[SENTENCE_SPOTS];
};

static bool lies_apart(const struct extraction *extraction, const struct draft *draft, size_t i,
                       struct bearings *bearings)
{
    if (bearings->side[i] == UNKNOWN) {
        bearings->side[i] = is_elsewhere(extraction, draft, extraction->spots[i]) ? ELSEWHERE : HERE;
    }
    return bearings->side[i] == ELSEWHERE;
}

static enum locative locative_at(const struct extraction *extraction, size_t i, struct bearings *bearings)
{
    if (!bearings->located[i]) {
        bearings->located[i] = true;
        bearings->locative[i] = locative_of(extraction, extraction->spots[i]);
    }
    return bearings->locative[i];
}

/* True for "the Chadian border", which is long. */
static bool is_border(const struct text *text, const struct spot *spot)
{
    return spot->unlisted && token_has(text, spot->words.end - 1, CLASS_PLACE_NOUN, "border");
}

/* True for "the Sahel", which lies in several countries and is no finer than one. */
static bool is_wide_area(const struct spot *spot, const struct place *place)
{
    return !spot->unlisted && place->country.size == 0 && !is_country(place);
}

/* The places that the words of the sentence put something in.  Finer ones push out the countries around them,
 * and the borders that they are near. */
static size_t gather_places(const struct extraction *extraction, struct scope scope,
                            struct bearings *bearings, struct place found[REPORT_PLACES])
{
    const struct draft *draft = scope.draft;
    const struct spot *last = NULL;
    enum locative locative = LOCATIVE_NONE;
    struct str country = named_country(extraction);
    size_t count = 0, kept = 0, finer = 0;
    bool wide[REPORT_PLACES];
    size_t i, k;

    for (i = 0; i < extraction->spot_count && count < REPORT_PLACES; i++) {
        const struct spot *spot = extraction->spots[i];
        enum locative own;

        if ((draft != NULL && parted_from(extraction, draft, spot->words.first)) ||
            (scope.clause && !within_clause_of(extraction, draft, spot->words.first)) ||
            (draft != NULL && spot->words.first != 0 && home_of(extraction, draft) == spot->words.first) ||
            (draft != NULL && draft != &extraction->drafts[0] &&
             state_acts_behind(extraction, draft, spot->words.first))) {
            continue;
        }
        own = locative_at(extraction, i, bearings);
        if ((own == LOCATIVE_NONE && (last == NULL || !listed_with(extraction, last, spot))) ||
            (lies_apart(extraction, draft, i, bearings) &&
             !(scope.opening && opens_speech(extraction, spot)))) {
            continue;
        }
        last = spot;
        locative = own == LOCATIVE_NONE ? locative : own;
        if (locative != scope.locative && !(locative == LOCATIVE_BETWEEN && scope.locative == LOCATIVE_IN)) {
            continue;
        }
        found[count] = place_from(extraction, i, country);
        if (locative == LOCATIVE_BETWEEN && !is_country(&found[count])) {
            found[count].precision = STR("region");
        }
        for (k = 0; k < count && !str_equal(found[k].name, found[count].name); k++) {
        }
        if (k == count) {
            wide[count] = is_country(&found[count]) || is_border(extraction->text, spot);
            finer += wide[count] || is_wide_area(spot, &found[count]) ? 0 : 1;
            count++;
        }
    }
    for (i = 0; i < count; i++) {
        if (finer == 0 || !wide[i]) {
            found[kept++] = found[i];
        }
    }
    return kept;
}

/* The places that the draft or, without one, the sentence is near, when it names none that it is in: that
 * part of the land. */
static size_t gather_near(const struct extraction *extraction, const struct draft *draft,
                          struct bearings *bearings, struct place found[REPORT_PLACES])
{
    size_t count =
        gather_places(extraction, (struct scope){.draft = draft, .locative = LOCATIVE_NEAR}, bearings, found);

    for (size_t i = 0; i < count; i++) {
        if (!is_country(&found[i])) {
            found[i].precision = STR("region");
        }
    }
    return count;
}

/* The places of the draft's own clause, else those of the sentence. */
static size_t find_places(const struct extraction *extraction, const struct draft *draft,
                          struct place found[REPORT_PLACES])
{
    struct scope scope = {.draft = draft, .locative = LOCATIVE_IN, .clause = true};
    struct bearings bearings;
    size_t count;

    if (extraction->spot_count == 0) {
        return 0;
    }
    memset(bearings.side, 0, extraction->spot_count * sizeof *bearings.side);
    memset(bearings.located, 0, extraction->spot_count * sizeof *bearings.located);
    count =
        draft != NULL && extraction->draft_count > 1 ? gather_places(extraction, scope, &bearings, found) : 0;
    scope.clause = false;
    count = count > 0 ? count : gather_places(extraction, scope, &bearings, found);
    scope.opening = true;
    count = count > 0 ? count : gather_places(extraction, scope, &bearings, found);
    return count > 0 ? count : gather_near(extraction, draft, &bearings, found);
}

struct span words_of_place(const struct extraction *extraction, const struct place *place)
{
    struct str country = named_country(extraction);
    size_t i;

    for (i = 0; i < extraction->spot_count; i++) {
        if (str_equal(place_from(extraction, i, country).name, place->name)) {
            return extraction->spots[i]->words;
        }
    }
    return (struct span){0, 0};
}

/* True when the sentence names a place where more is done than speaking. */
static bool names_place(const struct extraction *extraction)
{
    size_t i = 0;

    while (i < extraction->spot_count && said_here(extraction, extraction->spots[i])) {
        i++;
    }
    return i < extraction->spot_count;
}

/* True when the sentence goes on about an attack that the one right before told of, and where it was: "A bomb
 * exploded in Norvik. Five people were wounded."  Its own words of place or time, and totals, say otherwise.
 */
static bool continues(const struct extraction *extraction, const struct draft *draft,
                      const struct attribution *attribution)
{
    const struct text *text = extraction->text;
    uint32_t word = draft->trigger.words.end - 1;

    if (draft->trigger.kind != KIND_CASUALTY || !extraction->struck ||
        (attribution != NULL && attribution->scope.first > attribution->words.first) ||
        span_empty(draft->quantity.words) || draft->quantity.min == COUNT_NONE ||
        draft->quantity.min > ATTACK_TOLL || names_place(extraction) || token_is(text, word, CLASS_DEED) ||
        token_is(text, word, CLASS_TOLL) || token_is(text, word, CLASS_TOLLWORD) ||
        extraction->place_sentence + 1 != extraction->sentence || happening_timex(extraction) != -1 ||
        tells_fresh_attack(extraction) || turns_elsewhere(extraction)) {
        return false;
    }
    return !sentence_has(extraction, CLASS_TOTAL);
}

/* True when the sentence tells of an attack or of casualties. */
static bool strikes(const struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    size_t i;

    for (i = extraction->sentence_reports; i < extraction->report_count; i++) {
        if (extraction->reports[i].kind == KIND_CASUALTY) {
            return true;
        }
    }
    if (extraction->told == ATTACK_NEW && takes_town(extraction)) {
        return true;
    }
    if (!may_have(extraction, CLASS_HAPPENING) && !may_have(extraction, CLASS_HITS)) {
        return false;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (token_has(extraction->text, token, CLASS_PREPOSITION, "under") &&
            token_is(extraction->text, token + 1, CLASS_HAPPENING)) {
            return true; /* "came under fire" */
        }
    }
    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if ((item_is(item, CLASS_HAPPENING) && item_value(item, CLASS_HAPPENING).kind == VALUE_TEXT) ||
            item_is(item, CLASS_HITS)) {
            return true;
        }
    }
    return false;
}

/* So many words a dateline has at most: "PORT SOL, Norland, Dec. 7 (Wire) -". */
#define DATELINE_WORDS 12

/* True when the sentence opens with the place where it was written: "KHARTOUM (AP) -". */
static bool opens_with_dateline(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token;

    if (extraction->spot_count == 0 || extraction->spots[0]->words.first != sentence->first_token) {
        return false;
    }
    for (token = extraction->spots[0]->words.end;
         token < sentence->end_token && token < sentence->first_token + DATELINE_WORDS; token++) {
        struct str word = text_span(text, token, token + 1);
        bool open = (text->tokens[token].flags & TOKEN_SPACE_BEFORE) != 0; /* no hyphen in a name */

        if (open &&
            (str_equal(word, STR("-")) || str_equal(word, STR("\u2013")) || str_equal(word, STR("\u2014")))) {
            return true;
        }
        if (text->tokens[token].type == TOKEN_WORD && (text->tokens[token].flags & TOKEN_CAPITALIZED) == 0) {
            return false;
        }
    }
    return false;
}

/* Where the article was written, when its first sentence is the one at hand and tells. */
static void note_dateline(struct extraction *extraction)
{
    if (!extraction->begun && opens_with_dateline(extraction)) {
        extraction->dateline = place_from(
            extraction, 0, named_country(extraction)); /* "PARIS, France" has a country beside it */
    }
}

/* So many sentences back the place of "there" may only have been named. */
#define THERE_REACH 2

enum status place_report(struct extraction *extraction, const struct draft *draft,
                         const struct attribution *attribution, struct report *report)
{
    struct place found[REPORT_PLACES];
    size_t count = find_places(extraction, draft, found);
    const struct place *places = found;

    note_dateline(extraction);
    if (count == 0 && place_pointed_to(extraction, draft, &found[0])) {
        count = 1;
    }
    if (count == 0 && says_there(extraction, draft) && town_named(extraction, THERE_REACH, &found[0])) {
        count = 1;
    }
    if (count == 0 && extraction->place_count > 0 &&
        !in_other_section(extraction, extraction->place_sentence, extraction->sentence) &&
        (goes_on(extraction, draft, attribution) || continues(extraction, draft, attribution) ||
         says_there(extraction, draft))) {
        places = extraction->places;
        count = extraction->place_count;
    }
    if (count == 0 && same_person(extraction, draft) != NULL) {
        places = same_person(extraction, draft)->places;
        count = same_person(extraction, draft)->place_count;
    }
    report->places = arena_array(extraction->arena, count, sizeof *report->places);
    if (report->places == NULL) {
        return ERR_NO_MEMORY;
    }
    memcpy(report->places, places, count * sizeof *places);
    report->place_count = count;
    return OK;
}

bool places_may_be_one(const struct place *a, const struct place *b)
{
    return str_equal(a->name, b->name) ||
           (a->country.size > 0 && str_equal(a->country, b->country) &&
            (is_country(a) || is_country(b) || (a->region.size > 0 && str_equal(a->region, b->region))));
}

bool places_may_be(const struct place *a, size_t a_count, const struct place *b, size_t b_count)
{
    for (size_t i = 0; i < a_count; i++) {
        for (size_t k = 0; k < b_count; k++) {
            if (places_may_be_one(&a[i], &b[k])) {
                return true;
            }
        }
    }
    return a_count == 0 || b_count == 0;
}

bool elsewhere(const struct extraction *extraction, const struct draft *draft, bool strict)
{
    struct place found[REPORT_PLACES];
    size_t count = find_places(extraction, draft, found);
    size_t i, k;

    for (i = 0; i < count; i++) {
        for (k = 0; k < extraction->place_count; k++) {
            const struct place *before = &extraction->places[k];
            bool wide = is_country(before) || str_equal(before->precision, STR("region"));

            if (places_may_be_one(&found[i], before) || (!strict && wide && found[i].country.size == 0)) {
                return false;
            }
        }
    }
    return count > 0;
}

const struct place *places_of_sentence(struct extraction *extraction, size_t *count)
{
    if (!extraction->whole_known) {
        extraction->whole_count = find_places(extraction, NULL, extraction->whole);
        extraction->whole_known = true;
    }
    *count = extraction->whole_count;
    return extraction->whole;
}

/* The place that the sentence names and nothing is told to be in, "visited Norvik", when it is the only one
 * and no government's seat: "there" may mean it. */
static void note_named(struct extraction *extraction, bool placed)
{
    size_t town = extraction->spot_count;
    bool one = !placed;

    for (size_t i = 0; one && i < extraction->spot_count; i++) {
        const struct spot *spot = extraction->spots[i];

        if (!spot->state) {
            one = town == extraction->spot_count && spot->seat == NULL &&
                  !in_attribution(extraction, spot->words.first);
            town = i;
        }
    }
    if (one && town < extraction->spot_count) {
        extraction->named.place = place_from(extraction, town, named_country(extraction));
        extraction->named.sentence = extraction->sentence;
    } else if (placed || extraction->spot_count > 0) {
        extraction->named = (struct antecedent){0};
    }
}

void remember_places(struct extraction *extraction)
{
    size_t count;
    const struct place *found = places_of_sentence(extraction, &count);

    note_dateline(extraction);
    note_antecedents(extraction, found, count);
    note_named(extraction, count > 0);
    extraction->begun = true;
    extraction->placed = extraction->placed || count > 0;
    /* "there" may look back over one sentence that names no place */
    if (count > 0) {
        memcpy(extraction->places, found, count * sizeof found[0]);
        extraction->place_count = count;
        extraction->place_sentence = extraction->sentence;
    } else if (extraction->place_sentence + 1 < extraction->sentence) {
        extraction->place_count = 0;
    }
    extraction->struck = strikes(extraction);
}
