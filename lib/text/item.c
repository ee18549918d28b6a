#include "text/match.h"
#include "text/match_state.h"
#include "text/numeral.h"

#include <string.h>

struct value item_value(const struct item *item, unsigned class_id)
{
    for (unsigned i = 0; i < item->reading_count; i++) {
        if (item->readings[i].class_id == class_id) {
            return item->readings[i].value;
        }
    }
    return item->value;
}

/* The rules of the pass that has the most of them. */
static size_t largest_pass(const struct lang_rules *rules)
{
    size_t most = 0;
    for (size_t i = 0; i < rules->pass_count; i++) {
        most = rules->passes[i].rule_count > most ? rules->passes[i].rule_count : most;
    }
    return most;
}

enum status matcher_init(struct matcher *matcher, struct arena *arena, const struct text *text)
{
    const struct lang_rules *time = text->lang->time;
    const struct lang_rules *report = text->lang->report;
    const size_t in_time = largest_pass(time);
    const size_t in_report = largest_pass(report);
    const size_t rules = in_time > in_report ? in_time : in_report;
    const size_t needs = time->needs.count > report->needs.count ? time->needs.count : report->needs.count;
    *matcher = (struct matcher){.text = text, .arena = arena};
    size_t longest = 0; /* sentence, in tokens: a short text shall not pay for the longest there can be */
    for (size_t i = 0; i < text->sentence_count; i++) {
        size_t tokens = text->sentences[i].end_token - text->sentences[i].first_token;
        longest = tokens > longest ? tokens : longest;
    }
    matcher->items = arena_room(arena, longest, sizeof *matcher->items);
    matcher->spare = arena_room(arena, longest, sizeof *matcher->spare);
    /* Short articles are many: what is written before it is read is not cleared for each. */
    struct match_state *state = arena_room(arena, 1, sizeof *state);
    matcher->state = state;
    if (matcher->items == NULL || matcher->spare == NULL || state == NULL) {
        return ERR_NO_MEMORY;
    }
    state->rules = NULL;
    state->attempt.serial = 0;
    memset(state->attempt.failures, 0, sizeof state->attempt.failures);
    state->met = arena_room(arena, needs + MET_ROOM, 1);
    state->possible = arena_room(arena, rules + 1, sizeof *state->possible);
    state->found = arena_room(arena, rules + 1, sizeof *state->found);
    state->begins = arena_room(arena, longest + 1, sizeof *state->begins);
    state->candidates = arena_room(arena, rules, sizeof *state->candidates);
    return state->met == NULL || state->possible == NULL || state->begins == NULL || state->found == NULL ||
                   state->candidates == NULL
               ? ERR_NO_MEMORY
               : OK;
}

/* True when tokens[0 ..] are written as the reading wants them. */
static bool case_holds(const struct lang_reading *reading, const struct token *tokens)
{
    unsigned mask = reading->capitalized | reading->all_caps;
    for (unsigned i = 0; mask >> i != 0; i++) {
        if ((reading->capitalized >> i & 1) != 0 && (tokens[i].flags & TOKEN_CAPITALIZED) == 0) {
            return false;
        }
        if ((reading->all_caps >> i & 1) != 0 && (tokens[i].flags & TOKEN_ALL_CAPS) == 0) {
            return false;
        }
    }
    return true;
}

/* Adds the classes of the readings that hold; false when none does. */
static bool add_readings(struct item *item, const struct lang_reading *readings, unsigned count,
                         const struct token *tokens)
{
    bool any = false;
    for (unsigned i = 0; i < count; i++) {
        if (case_holds(&readings[i], tokens)) {
            class_set_add(&item->classes, readings[i].class_id);
            any = true;
        }
    }
    item->readings = readings;
    item->reading_count = (uint8_t)count;
    return any;
}

#define CLASS_BIT(name) (UINT64_C(1) << CLASS_##name)
_Static_assert(CLASS_COUNT < 64, "the classes of the scanner and of numerals are in the first 64");

/* Each numeral has an item of one of these. */
#define NUMERAL_CLASSES (CLASS_BIT(SCALE) | CLASS_BIT(CARDINAL) | CLASS_BIT(FRACTION) | CLASS_BIT(COUNT))

/* The classes that the scanner gives to a word. */
static inline uint64_t word_classes(const struct token *token)
{
    return CLASS_BIT(ANY) | CLASS_BIT(WORD) |
           ((token->flags & TOKEN_CAPITALIZED) != 0 ? CLASS_BIT(CAPITALIZED) : 0) |
           ((token->flags & TOKEN_ALL_CAPS) != 0 ? CLASS_BIT(ALLCAPS) : 0) |
           ((token->flags & TOKEN_INITIAL) != 0 ? CLASS_BIT(INITIAL) : 0);
}

static bool is_chained(const struct text *text, const struct token *token)
{
    return token - text->tokens >= 2 && ((token[0].flags | token[-1].flags) & TOKEN_SPACE_BEFORE) == 0 &&
           token[-1].type == TOKEN_PUNCT && token[-2].type == TOKEN_NUMBER;
}

static bool is_elided(const struct text *text, const struct token *token)
{
    return token > text->tokens && (token->flags & TOKEN_SPACE_BEFORE) == 0 &&
           token[-1].word == text->lang->signs['\''] && token[-1].word != 0;
}

static void add_number_classes(const struct text *text, struct item *item, const struct token *token)
{
    item->value = token_number(text, token);
    if (item->value.kind == VALUE_NONE) {
        return;
    }
    if ((token->flags & TOKEN_ORDINAL) != 0) {
        class_set_add(&item->classes, CLASS_ORDINAL);
    } else if ((token->flags & TOKEN_DECADE) != 0) {
        class_set_add(&item->classes, CLASS_DECADE);
    } else {
        class_set_add(&item->classes, CLASS_COUNT);
        if ((token->flags & TOKEN_DECIMAL) != 0) {
            class_set_add(&item->classes, CLASS_DECIMAL);
            return;
        }
        class_set_add(&item->classes, CLASS_NUMBER);
        if (is_chained(text, token)) {
            class_set_add(&item->classes, CLASS_CHAINED);
        }
        if (is_elided(text, token)) {
            class_set_add(&item->classes, CLASS_ELIDED);
        }
        if ((token->flags & TOKEN_SEPARATED) == 0) {
            class_set_add(&item->classes, CLASS_PLAIN);
            if (token->digits == 2) {
                class_set_add(&item->classes, CLASS_DIGITS2);
            } else if (token->digits == 4) {
                class_set_add(&item->classes, CLASS_DIGITS4);
            } else if (token->digits == 8) {
                class_set_add(&item->classes, CLASS_DIGITS8);
            }
        }
    }
}

void matcher_limit(struct matcher *matcher, const struct lang_rules *rules)
{
    matcher->phrases_of = rules;
}

/* Fills `item` with the longest phrase that begins with tokens[first]; the index behind it, or `first`.  Not
 * inline: few words begin one, and all pass through read_item. */
__attribute__((noinline)) static uint32_t read_phrase(const struct matcher *matcher, uint32_t first,
                                                      uint32_t end, struct item *item)
{
    const struct lang *lang = matcher->text->lang;
    const struct token *tokens = &matcher->text->tokens[first];
    const struct lang_word *word = &lang->words[tokens[0].word];
    const uint16_t *seconds = &lang->phrase_words[word->first_phrase];
    for (unsigned i = 0; i < word->phrase_count; i++) {
        if (seconds[i] != tokens[1].word) {
            continue;
        }
        const struct lang_phrase *phrase = &lang->phrases[word->first_phrase + i];
        const uint16_t *words = &lang->phrase_words[phrase->first_word];
        if (phrase->word_count + 2U > end - first ||
            (matcher->phrases_of != NULL &&
             !class_set_overlaps(&phrase->classes, &matcher->phrases_of->used))) {
            continue;
        }
        unsigned k = 0;
        while (k < phrase->word_count && tokens[2 + k].word == words[k]) {
            k++;
        }
        if (k < phrase->word_count) {
            continue;
        }
        *item = (struct item){.first_token = first, .end_token = first + 2 + k};
        if (add_readings(item, &lang->readings[phrase->first_reading], phrase->reading_count, tokens)) {
            item->classes.bits[0] |= word_classes(tokens);
            return item->end_token;
        }
    }
    return first;
}

static bool number_seeds(const struct text *text, const struct token *token, const struct lang_rules *rules)
{
    const struct class_set *seeds = &rules->seeds;
    if ((token->flags & TOKEN_ORDINAL) != 0) {
        int64_t number = token_number(text, token).number;
        return class_set_has(seeds, CLASS_ORDINAL) && number >= rules->seed_ordinals.low &&
               number <= rules->seed_ordinals.high;
    }
    if ((token->flags & TOKEN_DECADE) != 0) {
        return class_set_has(seeds, CLASS_DECADE);
    }
    if ((token->flags & TOKEN_DECIMAL) != 0) {
        return false;
    }
    if (class_set_has(seeds, CLASS_NUMBER) ||
        (class_set_has(seeds, CLASS_CHAINED) && is_chained(text, token)) ||
        (class_set_has(seeds, CLASS_ELIDED) && is_elided(text, token))) {
        return true;
    }
    if ((token->flags & TOKEN_SEPARATED) != 0) {
        return false;
    }
    return class_set_has(seeds, CLASS_PLAIN) || (token->digits == 2 && class_set_has(seeds, CLASS_DIGITS2)) ||
           (token->digits == 4 && class_set_has(seeds, CLASS_DIGITS4)) ||
           (token->digits == 8 && class_set_has(seeds, CLASS_DIGITS8));
}

bool match_possible(const struct text *text, const struct lang_rules *rules, size_t sentence)
{
    if (rules->seed_words == NULL) {
        return true;
    }
    const struct token *token = &text->tokens[text->sentences[sentence].first_token];
    const struct token *end = &text->tokens[text->sentences[sentence].end_token];
    for (; token < end; token++) {
        enum lang_seed seed = (enum lang_seed)rules->seed_words[token->word];
        if (seed == SEED_WORD ||
            (seed == SEED_PHRASE && token + 1 < end &&
             lang_begins_phrase(text->lang, token->word, token[1].word, &rules->seeds)) ||
            (seed == SEED_CAPITALIZED && (token->flags & TOKEN_CAPITALIZED) != 0) ||
            (token->type == TOKEN_NUMBER && number_seeds(text, token, rules))) {
            return true;
        }
    }
    return false;
}

/* Reads what the scanner and the case of a cased word add to an item, which has the classes of its word. */
static inline void finish_item(const struct text *text, const struct token *token,
                               const struct lang_word *word, struct item *item)
{
    if (word->cased) {
        item->classes = (struct class_set){{0}};
        add_readings(item, item->readings, word->reading_count, token);
    }
    if ((item->classes.bits[0] & CLASS_BIT(CARDINAL)) != 0) {
        item->classes.bits[0] |= CLASS_BIT(COUNT);
        item->value = item_value(item, CLASS_CARDINAL);
    }
    if (token->type == TOKEN_WORD) {
        item->classes.bits[0] |= word_classes(token);
    } else if (token->type == TOKEN_PUNCT) {
        item->classes.bits[0] |= CLASS_BIT(ANY) | CLASS_BIT(PUNCT);
    } else {
        item->classes.bits[0] |= CLASS_BIT(ANY);
        add_number_classes(text, item, token);
    }
}

/* What every word is looked up in. */
struct lexicon {
    const struct lang_word *words;
    const struct lang_reading *readings;
    size_t literal_count;
};

/* So many tokens ahead the lexicon's words are fetched, which are in no near cache. */
#define FETCH_AHEAD 8

/* Makes `item` of the token, or of the phrase that begins with it; the index behind that. */
static inline uint32_t read_item(const struct matcher *matcher, const struct lexicon *lexicon,
                                 const struct token *tokens, uint32_t at, uint32_t end, struct item *item)
{
    const struct token *token = &tokens[at];
    const struct lang_word *word = &lexicon->words[token->word]; /* one without anything for word 0 */
    if (lang_may_begin_phrase(word, token[1].word)) {
        uint32_t behind = read_phrase(matcher, at, end, item);
        if (behind > at) {
            return behind;
        }
    }
    item->first_token = at;
    item->end_token = at + 1;
    item->word = token->word;
    item->literal = (uint64_t)((size_t)token->word - 1 < lexicon->literal_count - 1) << (token->word & 63);
    item->classes = word->classes;
    item->readings = &lexicon->readings[word->first_reading];
    item->reading_count = (uint8_t)word->reading_count;
    item->value = (struct value){.kind = VALUE_NONE};
    item->rule = NULL;
    finish_item(matcher->text, token, word, item);
    return at + 1;
}

void match_sentence(struct matcher *matcher, size_t sentence)
{
    const struct text *text = matcher->text;
    const struct lexicon lexicon = {text->lang->words, text->lang->readings, text->lang->literal_count};
    const struct token *const tokens = text->tokens;
    const uint32_t end = text->sentences[sentence].end_token;
    struct item *items = matcher->items;
    uint64_t classes = 0;
    size_t count = 0;
    for (uint32_t i = text->sentences[sentence].first_token; i < end;) {
        struct item *item = &items[count++];
        if (i + FETCH_AHEAD < end) {
            __builtin_prefetch(&lexicon.words[tokens[i + FETCH_AHEAD].word]);
        }
        i = read_item(matcher, &lexicon, tokens, i, end, item);
        classes |= item->classes.bits[0];
    }
    matcher->item_count = (classes & NUMERAL_CLASSES) != 0 ? numerals_join(text, items, count) : count;
    matcher->sentence = (uint32_t)sentence;
    matcher->state->rules = NULL;
}

/* The items that cover exactly the tokens; false when an item stands across an
 * end. */
static bool find_items(const struct matcher *matcher, uint32_t first_token, uint32_t end_token, size_t *first,
                       size_t *end)
{
    const struct item *items = matcher->items;
    if (matcher->item_count == 0 || first_token < items[0].first_token) {
        return false;
    }
    size_t i = first_token - items[0].first_token; /* if each item before it is a single token */
    i = i < matcher->item_count ? i : matcher->item_count - 1;
    while (items[i].first_token > first_token) {
        i--;
    }
    *first = i;
    while (i < matcher->item_count && items[i].end_token <= end_token) {
        i++;
    }
    *end = i;
    return *end > *first && items[*first].first_token == first_token &&
           items[*end - 1].end_token == end_token;
}

bool match_put(struct matcher *matcher, uint32_t first_token, uint32_t end_token, unsigned class_id,
               struct value value)
{
    size_t first;
    size_t end;
    if (!find_items(matcher, first_token, end_token, &first, &end)) {
        return false;
    }
    struct item item = {.first_token = first_token, .end_token = end_token, .value = value};
    class_set_add(&item.classes, CLASS_ANY);
    class_set_add(&item.classes, class_id);
    matcher->items[first] = item;
    matcher->state->rules = NULL;
    if (end > first + 1) {
        memmove(&matcher->items[first + 1], &matcher->items[end],
                (matcher->item_count - end) * sizeof *matcher->items);
        matcher->item_count -= end - first - 1;
    }
    return true;
}

bool match_tag(struct matcher *matcher, uint32_t first_token, uint32_t end_token, unsigned class_id)
{
    size_t first;
    size_t end;
    if (!find_items(matcher, first_token, end_token, &first, &end) || end != first + 1) {
        return false;
    }
    class_set_add(&matcher->items[first].classes, class_id);
    matcher->state->rules = NULL;
    return true;
}
