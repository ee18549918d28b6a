/* Items that no rule can find: time expressions, places of the gazetteer, and peoples. */
#include "report/draft.h"

#include <string.h>

/* The index of the token that ends at byte `end`, plus one; 0 when none does before `limit`. */
static uint32_t token_behind(const struct text *text, uint32_t token, uint32_t limit, size_t end)
{
    while (token < limit && token_end(&text->tokens[token]) < end) {
        token++;
    }
    return token < limit && token_end(&text->tokens[token]) == end ? token + 1 : 0;
}

const char *token_value(const struct text *text, uint32_t token, unsigned class_id)
{
    const struct lang_word *word = &text->lang->words[text->tokens[token].word];
    uint32_t i;

    if (!class_set_has(&word->classes, class_id)) {
        return NULL;
    }
    for (i = 0; i < word->reading_count; i++) {
        const struct lang_reading *reading = &text->lang->readings[word->first_reading + i];

        if (reading->class_id == class_id && reading->value.kind == VALUE_TEXT) {
            return reading->value.text;
        }
    }
    return NULL;
}

bool token_has(const struct text *text, uint32_t token, unsigned class_id, const char *value)
{
    const char *has = token_value(text, token, class_id);

    return has != NULL && strcmp(has, value) == 0;
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
    if (!unlisted) {
        spot->match = *match;
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
    } else if (!unlisted && place_candidate(match, 0).kind == PLACE_COUNTRY) {
        add_mark(extraction, words, keep_name(extraction, place_candidate(match, 0).name), false);
    }
}

/* True for a word, and for a hyphen without space around it. */
static bool glued(const struct text *text, uint32_t token)
{
    return text->tokens[token].type == TOKEN_WORD ||
           (!(text->tokens[token].flags & TOKEN_SPACE_BEFORE) && token + 1 < text->token_count &&
            !(text->tokens[token + 1].flags & TOKEN_SPACE_BEFORE));
}

/* Names behind "in", "near", "the village of" that no table knows: a run of capitalised words that the
 * lexicon does not know either.  Gives the token behind it, or `token` when there is none. */
static uint32_t unlisted_end(const struct text *text, uint32_t token, uint32_t limit)
{
    uint32_t end = token;

    while (end < limit && end - token < 5) {
        const struct token *next = &text->tokens[end];
        bool name = next->type == TOKEN_WORD && (next->flags & TOKEN_CAPITALIZED) &&
                    !(next->flags & TOKEN_ALL_CAPS) && !(next->flags & TOKEN_INITIAL) &&
                    (!token_is_listed(text, end) || token_is(text, end, CLASS_COMMON) ||
                     token_is(text, end, CLASS_NAME_PARTICLE));
        bool joined = next->type == TOKEN_WORD ? token_is(text, end, CLASS_NAME_PARTICLE)
                                               : str_equal(text_span(text, end, end + 1), STR("-"));
        bool inner =
            end > token && glued(text, end) && joined && end + 1 < limit &&
            (text->tokens[end + 1].flags & TOKEN_CAPITALIZED || text->tokens[end + 1].type == TOKEN_PUNCT);

        if (!name && !inner) {
            break;
        }
        end++;
    }
    if (end > token && end < limit && token_is(text, end, CLASS_NO_PLACE)) {
        return token;
    }
    return end;
}

/* True when "in", "near", "on" stands before the name. */
static bool wants_place(const struct extraction *extraction, uint32_t token, uint32_t first)
{
    return token > first && leads_to_place(extraction->text, token - 1);
}

/* How far before "to" or "from" the verb of sending stands at most: "sent about 1,500 more troops to". */
#define VERB_REACH 10

/* True when the preposition at `token` leads to where an attack or a deployment was: "a strike on", "sent 300
 * troops to", "withdrew from". */
static bool reached(const struct text *text, uint32_t token, uint32_t first)
{
    bool on = str_equal_nocase(text_span(text, token, token + 1), STR("on"));
    uint32_t steps;

    if (on) {
        return token > first && token_is(text, token - 1, CLASS_HAPPENING);
    }
    for (steps = 0; token > first && steps < VERB_REACH; steps++) {
        static const unsigned classes[] = {CLASS_DONE, CLASS_DOING, CLASS_BEFELL};
        size_t i;

        token--;
        if (text->tokens[token].type == TOKEN_PUNCT) {
            return false;
        }
        for (i = 0; i < sizeof classes / sizeof classes[0]; i++) {
            const char *name = token_value(text, token, classes[i]);
            enum report_subtype subtype;

            if (name != NULL && report_subtype_from_name(str_from(name), &subtype)) {
                return subtype >= SUBTYPE_SENT;
            }
        }
    }
    return false;
}

/* True when the name from `token` to `end` is that of a place even though no table knows it: "in Norvik",
 * "the village of Norvik", "in the Norvik area". */
static bool named_as_place(const struct extraction *extraction, uint32_t token, uint32_t end,
                           const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    uint32_t before = token - sentence->first_token;

    if (before >= 1 && token_has(text, token - 1, CLASS_PREPOSITION, "place")) {
        return true;
    }
    if (before >= 1 && token_is(text, token - 1, CLASS_HITS)) {
        return true;
    }
    if (before >= 1 && leads_to_place(text, token - 1) && reached(text, token - 1, sentence->first_token)) {
        return true;
    }
    /* "pulled its troops out of" */
    if (before >= 3 && token_has(text, token - 1, CLASS_PREPOSITION, "of") &&
        leads_to_place(text, token - 2) &&
        (token_is(text, token - 3, CLASS_FIGHTER) || reached(text, token - 2, sentence->first_token))) {
        return true;
    }
    if (end < sentence->end_token && text->tokens[end].type == TOKEN_WORD &&
        (token_has(text, end, CLASS_PLACE_NOUN, "region") ||
         token_has(text, end, CLASS_PLACE_NOUN, "town"))) {
        return true;
    }
    if (before >= 2 && token_is(text, token - 2, CLASS_PLACE_NOUN) &&
        token_has(text, token - 1, CLASS_PREPOSITION, "of")) {
        return true;
    }
    return before >= 2 && end < sentence->end_token && token_is(text, token - 1, CLASS_DETERMINER) &&
           leads_to_place(text, token - 2) && token_is(text, end, CLASS_PLACE_NOUN);
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
        if (!token_is(text, at, CLASS_AND) && !str_equal(text_span(text, at, at + 1), STR(","))) {
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
    return end + 1 < limit && str_equal(text_span(text, end, end + 1), STR("-")) && glued(text, end) &&
           text->tokens[end + 1].type == TOKEN_WORD && !(text->tokens[end + 1].flags & TOKEN_CAPITALIZED);
}

static void mark_names(struct extraction *extraction, const struct sentence *sentence)
{
    const struct text *text = extraction->text;
    size_t limit = token_end(&text->tokens[sentence->end_token - 1]);
    uint32_t token = sentence->first_token;

    while (token < sentence->end_token) {
        const struct token *at = &text->tokens[token];
        struct place_match people;
        struct place_match place;
        size_t spots = extraction->spot_count;
        bool goes_on;
        bool is_people, is_place;
        uint32_t end = 0;

        if (at->type != TOKEN_WORD ||
            (!(at->flags & TOKEN_CAPITALIZED) && !token_is(text, token, CLASS_NAME_PARTICLE))) {
            token++;
            continue;
        }
        goes_on = goes_on_listing(extraction, token);
        place_match_either(text->source, at->begin, limit, &people, &place);
        is_people = people.end > 0;
        is_place = place.end > 0;
        if (is_place && place.common && !wants_place(extraction, token, sentence->first_token)) {
            is_place = false;
        }
        if (is_people && (!is_place || people.end >= place.end)) {
            end = token_behind(text, token, sentence->end_token, people.end);
            if (end != 0 && !tells_of_other(text, end, sentence->end_token)) {
                put_nation(extraction, &people, (struct span){token, end});
            }
        } else if (is_place) {
            end = token_behind(text, token, sentence->end_token, place.end);
            /* "London Road"; but "a London road" */
            if (end != 0 && !(end < sentence->end_token && token_is(text, end, CLASS_NO_PLACE) &&
                              (text->tokens[end].flags & TOKEN_CAPITALIZED))) {
                put_place(extraction, &place, (struct span){token, end}, false);
            }
        } else if (token > sentence->first_token && (at->flags & TOKEN_CAPITALIZED)) {
            end = unlisted_end(text, token, sentence->end_token);
            if (end > token && (goes_on || named_as_place(extraction, token, end, sentence))) {
                put_place(extraction, NULL, (struct span){token, end}, true);
            }
        }
        if (extraction->spot_count > spots) {
            extraction->spots[spots]->listing =
                opens_listing(extraction, token, sentence->first_token) || goes_on;
        }
        token = end > token ? end : token + 1;
    }
}

/* The forces that the lexicon names. */
static void mark_forces(struct extraction *extraction)
{
    size_t i;

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
