/* Items that no rule can find: time expressions, places of the gazetteer, and peoples. */
#include "report/clause.h"
#include "report/country_tally.h"
#include "report/draft.h"
#include "report/known_name.h"
#include "report/toponym.h"

#include <string.h>

/* The index of the token that ends at byte `end`, plus one; 0 when none does before `limit`. */
static uint32_t token_behind(const struct text *text, uint32_t token, uint32_t limit, size_t end)
{
    while (token < limit && token_end(&text->tokens[token]) < end) {
        token++;
    }
    return token < limit && token_end(&text->tokens[token]) == end ? token + 1 : 0;
}

const char *value_in_class(const struct lang *lang, const struct lang_word *word, unsigned class_id)
{
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct lang_reading *reading = &lang->readings[word->first_reading + i];

        if (reading->class_id == class_id && reading->value.kind == VALUE_TEXT) {
            return reading->value.text;
        }
    }
    return NULL;
}

static void add_mark(struct extraction *extraction, struct span words, const char *actor, bool adjective)
{
    if (extraction->mark_count < SENTENCE_MARKS) {
        extraction->marks[extraction->mark_count++] =
            (struct mark){.words = words, .actor = actor, .adjective = adjective};
    }
}

static const char *keep_name(struct extraction *extraction, struct str name)
{
    struct str copy = arena_copy(extraction->arena, name);

    if (copy.data == NULL) {
        extraction->out_of_memory = true;
    }
    return copy.data;
}

/* "Ukrainian", "North Koreans". */
static void put_nation(struct extraction *extraction, const struct place_match *match, struct span words)
{
    struct gazetteer_entry country = place_candidate(match, 0);
    const char *name = keep_name(extraction, country.name);
    struct str last = text_span(extraction->text, words.end - 1, words.end);
    struct value value = {.kind = VALUE_TEXT, .denominator = 1, .text = name};

    if (name != NULL && match_put(&extraction->matcher, words.first, words.end, CLASS_NATION, value)) {
        add_mark(extraction, words, name, true);
        if (str_ends(last, STR("s")) || str_ends(last, STR("S"))) {
            match_tag(&extraction->matcher, words.first, words.end, CLASS_NATIONALS);
        }
    }
}

/* The state that a seat of government stands for; NULL for none. */
static const char *seat_of(const struct extraction *extraction, struct span words)
{
    return words.end - words.first == 1 ? token_value(extraction->text, words.first, CLASS_SEAT) : NULL;
}

static void put_place(struct extraction *extraction, const struct place_match *match, struct span words,
                      bool unlisted)
{
    struct spot *spot = arena_alloc(extraction->arena, sizeof *spot);
    const struct value value = {.kind = VALUE_NONE, .denominator = 1};

    if (spot == NULL) {
        extraction->out_of_memory = true;
        return;
    }
    spot->words = words;
    spot->unlisted = unlisted;
    spot->seat = seat_of(extraction, words);
    if (match != NULL) {
        spot->match = *match;
        spot->state = !unlisted && place_is_country(match);
        tally_countries(extraction, match);
    } else {
        find_town(extraction, words, &spot->match);
    }
    if (!match_put(&extraction->matcher, words.first, words.end, CLASS_PLACE, value)) {
        return;
    }
    if (extraction->spot_count < SENTENCE_SPOTS) {
        extraction->spots[extraction->spot_count++] = spot;
    }
    if (spot->seat != NULL) {
        match_tag(&extraction->matcher, words.first, words.end, CLASS_SEAT);
        add_mark(extraction, words, spot->seat, false);
    } else if (spot->state) {
        add_mark(extraction, words, keep_name(extraction, place_candidate(match, 0).name), false);
    }
}

/* True when "in", "near", "on" stands before the name, "in northern". */
static bool wants_place(const struct extraction *extraction, uint32_t token, uint32_t first)
{
    if (token > first && (token_has(extraction->text, token - 1, CLASS_PLACE_NOUN, "adjective") ||
                          token_has(extraction->text, token - 1, CLASS_PLACE_NOUN, "compass"))) {
        token--;
    }
    return token > first && leads_to_place(extraction->text, token - 1);
}

/* True for the country of "in Norvik, Chad, on Monday": behind the comma of a place, and closed itself. */
static bool around_place(const struct extraction *extraction, uint32_t token, uint32_t limit,
                         const struct place_match *place)
{
    const struct text *text = extraction->text;
    const struct spot *last =
        extraction->spot_count == 0 ? NULL : extraction->spots[extraction->spot_count - 1];
    uint32_t behind = token_behind(text, token, limit, place->end);

    return last != NULL && last->words.first > 0 && last->words.end + 1 == token &&
           leads_to_place(text, last->words.first - 1) && token_is_sign(text, token - 1, ",") &&
           place_is_country(place) && behind > 0 &&
           (behind >= limit || text->tokens[behind].type == TOKEN_PUNCT);
}

/* True for the state of "France sent 300 soldiers to Mali and Chad sent 200": its name opens a second clause,
 * which deploys; not of "France and Chad sent 200". */
static bool state_sends(const struct text *text, uint32_t token, const struct sentence *sentence,
                        const struct place_match *place)
{
    uint32_t first = sentence->first_token;
    uint32_t verb = token_behind(text, token, sentence->end_token, place->end);

    return token >= first + 3 && verb > 0 && verb < sentence->end_token && place_is_country(place) &&
           (token_is(text, token - 1, CLASS_AND) || token_is(text, token - 1, CLASS_CLAUSE)) &&
           ((text->tokens[token - 2].flags & TOKEN_CAPITALIZED) == 0 ||
            token_is(text, token - 3, CLASS_PREPOSITION)) &&
           has_between(text, first, token, CLASS_DONE) &&
           (token_has(text, verb, CLASS_DONE, "sent") || token_has(text, verb, CLASS_DONE, "deployed") ||
            token_has(text, verb, CLASS_DONE, "withdrawn"));
}

/* True for "province" behind the name at `token` that ends at byte `end`. */
static bool of_region(const struct text *text, uint32_t token, uint32_t limit, size_t end)
{
    uint32_t behind = token_behind(text, token, limit, end);

    return behind > 0 && behind < limit &&
           (token_has(text, behind, CLASS_PLACE_NOUN, "region") ||
            token_has(text, behind, CLASS_PLACE_NOUN, "states"));
}

/* True when only a comma or "and" stands between the last place and `token`: "the villages of Norvik, Ostrel
 * and Tarn". */
static bool goes_on_listing(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct spot *last;
    uint32_t at;

    if (extraction->spot_count == 0) {
        return false;
    }
    last = extraction->spots[extraction->spot_count - 1];
    if (!last->listing || last->words.end >= token || token - last->words.end > 2) {
        return false;
    }
    for (at = last->words.end; at < token; at++) {
        if (!token_is(text, at, CLASS_AND) && !token_is_sign(text, at, ",")) {
            return false;
        }
    }
    return true;
}

static bool opens_listing(const struct extraction *extraction, uint32_t token, uint32_t first)
{
    return token >= first + 2 && token_is(extraction->text, token - 2, CLASS_PLACE_NOUN) &&
           token_has(extraction->text, token - 1, CLASS_PREPOSITION, "of");
}

/* "Iranian-backed fighters", "French-speaking villagers": behind a hyphen stands what that nation does; they
 * are of another. */
static bool tells_of_other(const struct text *text, uint32_t end, uint32_t limit)
{
    return end + 1 < limit && token_is_sign(text, end, "-") && glued(text, end) &&
           text->tokens[end + 1].type == TOKEN_WORD && !(text->tokens[end + 1].flags & TOKEN_CAPITALIZED);
}

/* True when a place is named at `token`, behind a comma or none: "the Ukrainian capital Kyiv". */
static bool named_next(const struct text *text, uint32_t token, const struct sentence *sentence)
{
    size_t limit = token_end(&text->tokens[sentence->end_token - 1]);
    struct place_match match;

    if (token < sentence->end_token && token_is_sign(text, token, ",")) {
        token++;
    }
    return token < sentence->end_token && (text->tokens[token].flags & TOKEN_CAPITALIZED) &&
           place_match(text->source, text->tokens[token].begin, limit, &match);
}

/* True when the capital at `token` is that of a place named before it: "Norvik, the capital of Chad". */
static bool named_before(const struct extraction *extraction, uint32_t token)
{
    const struct spot *last =
        extraction->spot_count == 0 ? NULL : extraction->spots[extraction->spot_count - 1];

    return last != NULL && last->words.end + 2 == token && token_is_sign(extraction->text, token - 2, ",");
}

/* The country whose capital is spoken of at `token`, when the words right before it say: "the Ukrainian
 * capital", "Ukraine's capital"; absent otherwise. */
static struct str owner_of_capital(const struct extraction *extraction, uint32_t token)
{
    const struct mark *mark =
        extraction->mark_count == 0 ? NULL : &extraction->marks[extraction->mark_count - 1];
    struct place_match match;

    if (mark != NULL &&
        (mark->words.end == token ||
         (mark->words.end + 1 == token && token_is(extraction->text, token - 1, CLASS_GENITIVE))) &&
        place_find(str_from(mark->actor), &match)) {
        return place_candidate(&match, 0).country;
    }
    return (struct str){NULL, 0};
}

bool nation_before(const struct extraction *extraction, size_t index, struct gazetteer_entry *around)
{
    const struct text *text = extraction->text;
    uint32_t first = extraction->spots[index]->words.first;
    uint32_t noun;
    struct place_match match;

    if (first < 3 || !token_has(text, first - 1, CLASS_PREPOSITION, "of") ||
        !token_is(text, first - 2, CLASS_PLACE_NOUN) ||
        token_has(text, first - 2, CLASS_PLACE_NOUN, "region") ||
        token_has(text, first - 2, CLASS_PLACE_NOUN, "compass")) {
        return false;
    }
    for (noun = first - 2; noun > 1 && token_is(text, noun - 1, CLASS_PLACE_NOUN); noun--) {
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->adjective && mark->words.end == noun && mark->actor != NULL &&
            place_find(str_from(mark->actor), &match) && place_is_country(&match)) {
            *around = place_candidate(&match, 0);
            return true;
        }
    }
    return false;
}

/* "the Ukrainian capital", "the capital of Ukraine", "in the capital": makes a place of it when the city is
 * not named.  Gives the token behind it, or `token` when there is none. */
static uint32_t put_capital(struct extraction *extraction, uint32_t token, const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    size_t limit = token_end(&text->tokens[sentence->end_token - 1]);
    struct str country;
    struct place_match match;
    uint32_t end = token + 1;

    if (!token_is(text, token, CLASS_CAPITAL) || named_next(text, end, sentence) ||
        named_before(extraction, token)) {
        return token;
    }
    country = owner_of_capital(extraction, token);
    if (end + 1 < sentence->end_token && token_has(text, end, CLASS_PREPOSITION, "of") &&
        (text->tokens[end + 1].flags & TOKEN_CAPITALIZED)) {
        /* not "the Ukrainian capital of Kyiv" */
        if (!place_match(text->source, text->tokens[end + 1].begin, limit, &match) ||
            !place_is_country(&match)) {
            return token;
        }
        country = place_candidate(&match, 0).country;
        end = token_behind(text, end + 1, sentence->end_token, match.end);
    }
    if (country.size > 0
            ? !place_capital(country, &match)
            : !(token > sentence->first_token + 1 && token_is(text, token - 1, CLASS_DETERMINER) &&
                capital_of_text(extraction, &match))) {
        return token;
    }
    if (end > token) {
        put_place(extraction, &match, (struct span){token, end}, false);
    }
    return end;
}

/* The token behind the name at `token`, known or not; `token` when there is none. */
static uint32_t name_end(const struct text *text, uint32_t token, const struct sentence *sentence)
{
    struct place_match match;
    size_t limit = token_end(&text->tokens[sentence->end_token - 1]);
    uint32_t end = token;

    if (token < sentence->end_token && (text->tokens[token].flags & TOKEN_CAPITALIZED)) {
        end = place_match(text->source, text->tokens[token].begin, limit, &match)
                  ? token_behind(text, token, sentence->end_token, match.end)
                  : unlisted_end(text, token, sentence->end_token);
    }
    return end > token ? end : token;
}

/* A list of more names is none of places where one thing happened. */
#define LIST_NAMES 16

/* True when a list of names that goes on behind one that ends at `token` comes to "and" and a last one, and
 * nothing is said of that: "Norvik, Tarn and Kolna on Monday", but not "Norvik, Tarn and Kolna said". */
static bool list_closes(const struct text *text, uint32_t token, bool closed, const struct sentence *sentence)
{
    uint32_t names;

    for (names = 0; !closed && names < LIST_NAMES; names++) {
        bool comma = token < sentence->end_token && token_is_sign(text, token, ",");
        uint32_t name = comma ? token + 1 : token;

        closed = name < sentence->end_token && token_is(text, name, CLASS_AND);
        name += closed ? 1 : 0;
        token = name_end(text, name, sentence);
        if ((!comma && !closed) || token == name) {
            return false;
        }
    }
    return closed && (token >= sentence->end_token || text->tokens[token].type == TOKEN_PUNCT ||
                      token_is(text, token, CLASS_PREPOSITION));
}

/* True when the name from `token` to `end` is one that the table of towns knows, in a list behind a place
 * where something is: "in Norvik, Tarn and Kolna". */
static bool joins_list(struct extraction *extraction, uint32_t token, uint32_t end,
                       const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    const struct spot *last =
        extraction->spot_count == 0 ? NULL : extraction->spots[extraction->spot_count - 1];
    bool comma = token > 0 && token_is_sign(text, token - 1, ",");
    bool closed = token > 0 && token_is(text, token - 1, CLASS_AND);
    struct place_match match;

    if (last == NULL || (!comma && !closed) || last->words.end >= token || token - last->words.end > 2 ||
        (token - last->words.end == 2 && (comma || !token_is_sign(text, token - 2, ",")))) {
        return false;
    }
    return (last->listing ||
            (last->words.first > sentence->first_token && leads_to_place(text, last->words.first - 1))) &&
           list_closes(text, end, closed, sentence) &&
           find_town(extraction, (struct span){token, end}, &match);
}

/* False where a clause begins behind the places: "in the village of Norvik, Velian troops", ", Velia lost".
 */
static bool lists_more(const struct text *text, uint32_t token, uint32_t end, const struct sentence *sentence)
{
    return !token_is_sign(text, token - 1, ",") || end >= sentence->end_token ||
           text->tokens[end].type != TOKEN_WORD || token_is(text, end, CLASS_AND) ||
           token_is(text, end, CLASS_PREPOSITION) || token_is(text, end, CLASS_PLACE_NOUN);
}

/* True for "de" and "del" at `token`: a name goes on, "San Martin de". */
static bool names_on(const struct text *text, uint32_t token)
{
    return token_has(text, token, CLASS_NAME_PARTICLE, "of");
}

/* False for most words and signs that are no part of the name before them: see unlisted_end. */
static bool may_go_on(const struct text *text, uint32_t token, uint32_t limit)
{
    return token < limit && ((text->tokens[token].flags & TOKEN_CAPITALIZED) != 0 ||
                             token_is(text, token, CLASS_NAME_PARTICLE) || token_is_sign(text, token, "-"));
}

/* True when the place that ends at byte `end` is only the beginning of a town's name: "in Santiago de
 * Norvik".
 */
static bool longer_town(struct extraction *extraction, uint32_t token, size_t end,
                        const struct sentence *sentence)
{
    uint32_t behind = token_behind(extraction->text, token, sentence->end_token, end);
    struct place_match match;

    if (behind > 0 && !may_go_on(extraction->text, behind, sentence->end_token)) {
        return false;
    }
    behind = unlisted_end(extraction->text, token, sentence->end_token);
    return behind > token + 1 && token_end(&extraction->text->tokens[behind - 1]) > end &&
           named_as_place(extraction, token, behind, sentence) &&
           (names_on(extraction->text, token_behind(extraction->text, token, sentence->end_token, end)) ||
            find_town(extraction, (struct span){token, behind}, &match));
}

/* True for "the Norvik attack", when a table knows the town. */
static bool names_attack(struct extraction *extraction, uint32_t token, uint32_t end,
                         const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    struct place_match match;

    return end < sentence->end_token && token_is(text, end, CLASS_HAPPENING) &&
           token_is(text, token - 1, CLASS_DETERMINER) && /* the name does not open the sentence */
           find_town(extraction, (struct span){token, end}, &match);
}

/* So many words may stand between the verb and "from": "kidnapped at least nine schoolgirls from". */
#define TAKEN_WORDS 6

/* True for "kidnapped nine girls from Norvik", when a table knows the town. */
static bool taken_from_town(struct extraction *extraction, uint32_t token, uint32_t end,
                            const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    uint32_t verb = token - 1;
    struct place_match match;

    if (!is_from(text, verb)) {
        return false;
    }
    while (verb > sentence->first_token && token - verb < TAKEN_WORDS &&
           text->tokens[verb].type != TOKEN_PUNCT && !token_has(text, verb, CLASS_DONE, "captured")) {
        verb--;
    }
    return token_has(text, verb, CLASS_DONE, "captured") &&
           find_town(extraction, (struct span){token, end}, &match);
}

/* The first word from `token` on that a name may begin with; `limit` when there is none before that, and
 * `token` itself when that lies behind it. */
static uint32_t next_name(const struct text *text, uint32_t token, uint32_t limit)
{
    const struct lang_word *words = text->lang->words;
    const struct token *tokens = text->tokens;

    while (token < limit && !begins_name(words, &tokens[token])) {
        token++;
    }
    return token;
}

/* Where the name at `token` begins: with the "Camp" of "Camp Norvik", the "Port" of "Port Norvik". */
static uint32_t name_begin(const struct text *text, uint32_t token, uint32_t first)
{
    const char *kind = token > first + 1 ? token_value(text, token - 1, CLASS_PLACE_NOUN) : NULL;

    return token > first + 1 && token_is(text, token - 1, CLASS_PLACE_NOUN) &&
                   (text->tokens[token - 1].flags & (TOKEN_CAPITALIZED | TOKEN_ALL_CAPS)) ==
                       TOKEN_CAPITALIZED &&
                   (kind == NULL || strcmp(kind, "town") == 0)
               ? token - 1
               : token;
}

/* True for "along the", "near the" before the name at `token`. */
static bool leads_to_border(const struct text *text, uint32_t token, uint32_t first)
{
    return token > first + 1 && token_has(text, token - 1, CLASS_DETERMINER, "known") &&
           leads_to_place(text, token - 2) && !token_is(text, token - 2, CLASS_ORIGIN);
}

/* True for the border that a people and another share, at `token` behind the people's name: "on the Chadian
 * border"; not for "the Chadian border guards". */
static bool is_border(const struct text *text, uint32_t token, const struct sentence *sentence)
{
    uint32_t next = token + 1;

    return token < sentence->end_token && token_has(text, token, CLASS_PLACE_NOUN, "border") &&
           (next >= sentence->end_token || text->tokens[next].type != TOKEN_WORD ||
            token_is(text, next, CLASS_PREPOSITION) || token_is(text, next, CLASS_AND) ||
            token_is(text, next, CLASS_CLAUSE) || token_is(text, next, CLASS_ADVERB) ||
            token_is(text, next, CLASS_BE) || token_is(text, next, CLASS_HAVE) ||
            token_is(text, next, CLASS_DAY_MARK));
}

static void mark_names(struct extraction *extraction, const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    const struct lang_word *words = text->lang->words;
    const bool capitals = may_have(extraction, CLASS_CAPITAL);
    uint32_t token = sentence->first_token;

    while (token < sentence->end_token) {
        const struct token *at = &text->tokens[token];
        const struct known_name *name;
        size_t spots = extraction->spot_count;
        bool goes_on;
        bool is_people, is_place;
        uint32_t end = 0;

        if (!begins_name(words, at)) {
            end = capitals ? put_capital(extraction, token, sentence) : token;
            token = end > token ? end : next_name(text, token + 1, capitals ? 0 : sentence->end_token);
            continue;
        }
        goes_on = goes_on_listing(extraction, token);
        name = name_at(extraction, token);
        is_people = name != NULL && name->people.end > 0;
        is_place = name != NULL && name->place.end > 0;
        if (is_place && name->place.common && !wants_place(extraction, token, sentence->first_token) &&
            !of_region(text, token, sentence->end_token, name->place.end) &&
            !around_place(extraction, token, sentence->end_token, &name->place) &&
            !state_sends(text, token, sentence, &name->place)) {
            is_place = false;
        }
        if (is_place && longer_town(extraction, token, name->place.end, sentence)) {
            is_place = false;
        }
        if (is_people && (!is_place || name->people.end >= name->place.end)) {
            end = token_behind(text, token, sentence->end_token, name->people.end);
            if (end != 0 && !tells_of_other(text, end, sentence->end_token)) {
                put_nation(extraction, &name->people, (struct span){token, end});
                if (is_border(text, end, sentence) && leads_to_border(text, token, sentence->first_token)) {
                    put_place(extraction, NULL, (struct span){token, end + 1}, true);
                    end++;
                }
            }
        } else if (is_place) {
            end = token_behind(text, token, sentence->end_token, name->place.end);
            /* "London Road"; but "a London road" */
            if (end != 0 && !(end < sentence->end_token && token_is(text, end, CLASS_NO_PLACE) &&
                              (text->tokens[end].flags & TOKEN_CAPITALIZED))) {
                put_place(extraction, &name->place, (struct span){token, end}, false);
            }
        } else if (token > sentence->first_token && (at->flags & TOKEN_CAPITALIZED)) {
            uint32_t begin = name_begin(text, token, sentence->first_token);

            end = unlisted_end(text, token, sentence->end_token);
            goes_on = (goes_on && lists_more(text, token, end, sentence)) ||
                      (end > token && joins_list(extraction, token, end, sentence));
            if (end > token && (goes_on || named_as_place(extraction, begin, end, sentence) ||
                                names_attack(extraction, token, end, sentence) ||
                                taken_from_town(extraction, token, end, sentence))) {
                put_place(extraction, NULL, (struct span){goes_on ? token : begin, end}, true);
            }
        }
        if (extraction->spot_count > spots) {
            extraction->spots[spots]->listing = opens_listing(extraction, token, sentence->first_token) ||
                                                goes_on || names_share_kind(text, end, sentence->end_token);
        }
        token = end > token ? end : token + 1;
    }
}

/* The forces that the lexicon names. */
static void mark_forces(struct extraction *extraction)
{
    size_t i;

    if (!may_have(extraction, CLASS_FORCE) && !may_have(extraction, CLASS_SEAT)) {
        return;
    }
    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        unsigned class_id = item_is(item, CLASS_FORCE) ? CLASS_FORCE : CLASS_SEAT;

        if ((class_id == CLASS_FORCE || item_is(item, CLASS_SEAT)) && !item_is(item, CLASS_PLACE)) {
            struct value value = item_value(item, class_id);

            if (value.kind == VALUE_TEXT) {
                add_mark(extraction, (struct span){item->first_token, item->end_token}, value.text, false);
            }
        }
    }
}

void mark_sentence(struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    const struct timex_list *timexes = extraction->input->timexes;
    size_t i = extraction->next_timex;

    extraction->spot_count = 0;
    extraction->mark_count = 0;
    for (; i < timexes->count; i++) {
        const struct timex *timex = &timexes->items[i];

        if (timex->field != extraction->input->field || timex->end_token <= sentence->first_token) {
            extraction->next_timex = i + 1;
            continue;
        }
        if (timex->first_token >= sentence->end_token) {
            break;
        }
        match_put(&extraction->matcher, timex->first_token, timex->end_token, CLASS_TIMEX,
                  VALUE_OF_INT((int64_t)i));
    }
    mark_names(extraction, sentence);
    mark_forces(extraction);
}
