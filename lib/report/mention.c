#include "report/mention.h"

#include "report/anchor.h"
#include "report/clause.h"
#include "report/deixis.h"
#include "report/elsewhere.h"
#include "report/reaction.h"

#include <string.h>

static bool sentence_tells_of_harm(const struct extraction *extraction)
{
    static const unsigned harm[] = {CLASS_DEED, CLASS_DONE, CLASS_BEFELL, CLASS_HITS};
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    if (may_have_any(extraction, harm, sizeof harm / sizeof harm[0])) {
        for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
            if (token_is_any(extraction->text, token, harm, sizeof harm / sizeof harm[0])) {
                return true;
            }
        }
    }
    return extraction->report_count > extraction->sentence_reports;
}

/* True when the claims of the sentence at hand lie in different places. */
static bool places_differ(const struct extraction *extraction)
{
    for (size_t i = extraction->sentence_reports + 1; i < extraction->report_count; i++) {
        const struct report *first = &extraction->reports[extraction->sentence_reports];
        const struct report *report = &extraction->reports[i];

        if (report->place_count != first->place_count ||
            (first->place_count > 0 && !str_equal(report->places[0].name, first->places[0].name))) {
            return true;
        }
    }
    return false;
}

/* True when a place that no table knows is one by what stands before it, "in Norvik": behind other words it
 * may be the name of whom an attack was on. */
static bool put_somewhere(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    for (size_t i = 0; i < extraction->spot_count; i++) {
        uint32_t token = extraction->spots[i]->words.first;

        while (token > first &&
               (token_is(text, token - 1, CLASS_PLACE_NOUN) || token_is(text, token - 1, CLASS_DETERMINER) ||
                token_has(text, token - 1, CLASS_PREPOSITION, "of"))) {
            token--;
        }
        if (token > first &&
            (token_has(text, token - 1, CLASS_PREPOSITION, "place") ||
             token_has(text, token - 1, CLASS_PREPOSITION, "between") ||
             token_is(text, token - 1, CLASS_MEASURE)) && /* "12 km north of" */
            !is_elsewhere(extraction, NULL, extraction->spots[i])) {
            return true;
        }
    }
    return false;
}

/* True when the gazetteer knows one of them. */
static bool on_map(const struct place *places, size_t count)
{
    size_t i = 0;

    while (i < count && !places[i].has_point) {
        i++;
    }
    return i < count;
}

/* So many words behind "the attack" its day may begin. */
#define DAY_WORDS 3
/* So many words may stand between "the" and "attack". */
#define ATTACK_WORDS 2
/* More places than these tell of several attacks. */
#define ATTACK_PLACES 3

/* True for the word behind "the attack" or "the killing" that begins whom it befell: it is told apart then,
 * and need not be the one last told of. */
static bool describes(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct timex_list *timexes = extraction->input->timexes;

    if (token_has(text, token, CLASS_PREPOSITION, "way")) { /* "the attack on Brask", not "on Monday" */
        for (size_t i = extraction->next_timex;
             i < timexes->count && timexes->items[i].first_token <= token + 1; i++) {
            if (timexes->items[i].end_token > token) {
                return false;
            }
        }
        return true;
    }
    return token_has(text, token, CLASS_PREPOSITION, "of") ||
           token_has(text, token, CLASS_PREPOSITION, "against");
}

/* The expression that begins right behind the word at `token`, as in "The raid, on Monday, hit"; -1: none. */
static int32_t timex_beside(const struct extraction *extraction, uint32_t token)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t end = extraction->text->sentences[extraction->sentence].end_token;

    end = token + DAY_WORDS + 1 < end ? token + DAY_WORDS + 1 : end;
    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < end; i++) {
        if (timexes->items[i].first_token > token && interval_known(timexes->items[i].date) &&
            !said_with(extraction, &timexes->items[i])) {
            return (int32_t)i;
        }
    }
    return -1;
}

/* Notes that the sentence tells again of the attack or deed whose noun stands at `token`. */
static void note_noun(const struct extraction *extraction, uint32_t token, struct mention *mention)
{
    int32_t timex = timex_beside(extraction, token);

    if (timex >= 0) {
        mention->timex = timex;
        mention->happened = true;
    }
}

/* The expression that "Monday's ambush was the third" opens with; -1: none. */
static int32_t opening_day_of_noun(const struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    size_t i = extraction->next_timex;

    return i < timexes->count && timexes->items[i].field == extraction->input->field &&
                   timexes->items[i].first_token == sentence->first_token &&
                   token_is(extraction->text, timexes->items[i].end_token, CLASS_GENITIVE) &&
                   token_has(extraction->text, timexes->items[i].end_token + 1, CLASS_HAPPENING, "one")
               ? (int32_t)i
               : -1;
}

/* Sets what the sentence at hand tells as known: one attack, or one deed that is not followed by whom it
 * befell. */
static void note_known(const struct extraction *extraction, struct mention *mention)
{
    const struct text *text = extraction->text;
    static const unsigned classes[] = {CLASS_DETERMINER, CLASS_RELATIVE, CLASS_CARRIED_OUT, CLASS_HAPPENING,
                                       CLASS_DEED};
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t known = 0; /* the words behind "the" end here */
    int32_t day;

    if (!may_have(extraction, CLASS_HAPPENING) && !may_have(extraction, CLASS_DEED) &&
        !may_have(extraction, CLASS_CARRIED_OUT)) {
        return;
    }
    day = opening_day_of_noun(extraction);
    if (day >= 0) {
        mention->known = true;
        mention->happened = true;
        mention->timex = day;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (!token_is_any(text, token, classes, sizeof classes / sizeof classes[0])) {
            continue;
        }
        mention->happened = mention->happened || carried_out(text, token);
        if (is_known_mark(text, token)) {
            known = token + 2 + ATTACK_WORDS;
        } else if (carried_out(text, token) && token > sentence->first_token &&
                   ((token_is(text, token - 1, CLASS_THING) && token_is(text, token - 1, CLASS_PRONOUN)) ||
                    (token == sentence->first_token + 1 &&
                     token_has(text, token - 1, CLASS_THERE, "here")))) {
            mention->known = true; /* "it happened", "this happened" */
        } else if (token_is(text, token, CLASS_HAPPENING)) {
            bool again = token < known && token_has(text, token, CLASS_HAPPENING, "one") &&
                         !describes(extraction, token + 1);
            mention->known = mention->known || again;
            if (again) {
                /* "the strike hit a market on Sunday" */
                mention->happened = mention->happened || token_is(text, token + 1, CLASS_HITS);
                note_noun(extraction, token, mention);
            }
            known = 0;
        } else if (token < known && token_is(text, token, CLASS_DEED) && !describes(extraction, token + 1)) {
            mention->deed = token_value(text, token, CLASS_DEED);
            note_noun(extraction, token, mention);
            known = 0;
        }
    }
    if (mention->known && day < 0 && mention->timex >= 0 &&
        token_is(text, extraction->input->timexes->items[mention->timex].end_token, CLASS_GENITIVE)) {
        mention->timex = -2; /* "the raid followed Saturday's attack": of another one */
    }
    /* "the ambush came after a raid that killed nine": of which is not sure */
    mention->another = mention->another || (mention->known && tells_fresh_attack(extraction));
}

/* True for a sentence that opens with "one of them", "two of the officers": it tells of a part of those told
 * of before. */
static bool opens_with_part(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct item *items = extraction->matcher.items;
    uint32_t of = extraction->text->sentences[extraction->sentence].first_token + 1;

    return extraction->matcher.item_count > 1 &&
           (item_is(&items[0], CLASS_QUANTITY) || item_is(&items[0], CLASS_COUNT)) &&
           (item_is(&items[1], CLASS_OF_THEM) ||
            (token_has(text, of, CLASS_PREPOSITION, "of") && is_known_mark(text, of + 1)));
}

/* Room for one more mention; NULL when there is no memory. */
static struct mention *add_mention(struct extraction *extraction)
{
    if (extraction->mention_count == extraction->mention_capacity) {
        size_t capacity = extraction->mention_capacity == 0 ? 4 : extraction->mention_capacity * 2;
        struct mention *grown = arena_grow(extraction->arena, extraction->mentions, extraction->mention_count,
                                           capacity, sizeof *grown);

        if (grown == NULL) {
            return NULL;
        }
        extraction->mentions = grown;
        extraction->mention_capacity = capacity;
    }
    return &extraction->mentions[extraction->mention_count++];
}

/* "In response to the attack in Norvik": where that was which is answered, not where the answer is. */
static bool answers_another(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    for (uint32_t token = sentence->first_token;
         may_have(extraction, CLASS_AFTERMATH) && token + 1 < sentence->end_token; token++) {
        if (token_has(text, token, CLASS_AFTERMATH, "of") &&
            (token_is(text, token + 1, CLASS_INFINITIVE_MARK) ||
             token_has(text, token + 1, CLASS_PREPOSITION, "for"))) {
            return true;
        }
    }
    return false;
}

/* "Condemned in Norvik the raid that killed nine": the place is that of the reaction, and no claim of the
 * sentence lies in it. */
static bool only_reacts_there(const struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    uint32_t token = sentence->first_token;
    size_t i = extraction->sentence_reports;

    while (i < extraction->report_count && extraction->reports[i].kind == KIND_CASUALTY &&
           extraction->reports[i].place_count == 0) {
        i++;
    }
    if (i == extraction->sentence_reports || i < extraction->report_count ||
        !may_have(extraction, CLASS_AFTERMATH) || !may_have(extraction, CLASS_HAPPENING)) {
        return false;
    }
    while (token < sentence->end_token && !reacts(extraction->text, token)) {
        token++;
    }
    return token < sentence->end_token;
}

enum status mention_note(struct extraction *extraction)
{
    extraction->here_timex = happening_timex(extraction);

    struct mention mention = {
        .sentence = (uint32_t)extraction->sentence,
        .first_report = extraction->sentence_reports,
        .end_report = extraction->report_count,
        .timex = extraction->here_timex,
        .told = extraction->told,
        .taken = extraction->told == ATTACK_NEW && !may_have(extraction, CLASS_HAPPENING) &&
                 !may_have(extraction, CLASS_HITS) && !may_have(extraction, CLASS_BURST),
    };
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];

    if (extraction->sentence > 0 && sentence[-1].paragraph == sentence->paragraph) {
        if (!town_named(extraction, 1, &mention.beside) && extraction->place_count > 0 &&
            extraction->place_sentence + 1 == extraction->sentence) {
            mention.beside = extraction->places[0];
        }
    }
    const struct place *found;
    struct mention *added;
    size_t count = 0;

    note_known(extraction, &mention);
    anchor_note(extraction, &mention);
    if (mention.told == ATTACK_NONE && !mention.known && mention.noun_timex < 0 &&
        !sentence_tells_of_harm(extraction)) {
        return OK;
    }
    mention.turns = turns_elsewhere(extraction);
    /* the first attack is another than those of before, of which the text tells nothing */
    mention.another = mention.another || (extraction->mention_count > 0 && tells_another(extraction));
    found = places_differ(extraction) ? NULL : places_of_sentence(extraction, &count);
    mention.places = arena_array(extraction->arena, count, sizeof *mention.places);
    added = mention.places == NULL ? NULL : add_mention(extraction);
    if (added == NULL) {
        return ERR_NO_MEMORY;
    }
    if (count > 0) {
        memcpy(mention.places, found, count * sizeof found[0]);
    }
    if (count <= ATTACK_PLACES && !opens_with_part(extraction) && !answers_another(extraction) &&
        !only_reacts_there(extraction) &&
        (on_map(mention.places, count) || (mention.known && mention.happened && put_somewhere(extraction)))) {
        mention.place_count = count;
    }
    *added = mention;
    return OK;
}

const struct mention *mention_of(const struct extraction *extraction, size_t sentence)
{
    size_t low = 0;
    size_t high = extraction->mention_count;

    /* noted in the order of their sentences, and many claims of a long article ask */
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (extraction->mentions[middle].sentence < sentence) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < extraction->mention_count && extraction->mentions[low].sentence == sentence
               ? &extraction->mentions[low]
               : NULL;
}

static struct str region_of(const struct place *place)
{
    return str_equal(place->precision, STR("region")) ? place->name : place->region;
}

static bool differ(struct str a, struct str b)
{
    return a.size > 0 && b.size > 0 && !str_equal(a, b);
}

bool mention_spread(const struct mention *mention)
{
    for (size_t i = 0; i < mention->place_count; i++) {
        const struct place *first = &mention->places[0];
        const struct place *other = &mention->places[i];

        if (differ(first->country, other->country) || differ(region_of(first), region_of(other))) {
            return true;
        }
    }
    return false;
}

bool mention_in_town(const struct mention *mention)
{
    for (size_t i = 0; i < mention->place_count; i++) {
        struct str precision = mention->places[i].precision;

        if (!str_equal(precision, STR("country")) && !str_equal(precision, STR("region"))) {
            return true;
        }
    }
    return false;
}

bool mention_in_other_town(const struct mention *a, const struct mention *b)
{
    bool same = !mention_in_town(a) || !mention_in_town(b);

    for (size_t i = 0; i < a->place_count; i++) {
        for (size_t k = 0; k < b->place_count; k++) {
            same = same || str_equal(a->places[i].name, b->places[k].name);
        }
    }
    return !same;
}
