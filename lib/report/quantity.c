/* The actions of report.rules that make numbers of people. */
#include "report/phrase.h"

static bool whole_number(const struct match_argument *from, int64_t *number)
{
    if (from == NULL || from->value.kind != VALUE_INT || from->value.number < 0 ||
        from->value.number % from->value.denominator != 0) {
        return false;
    }
    *number = from->value.number / from->value.denominator;
    return true;
}

void add_bound(int64_t *total, int64_t more)
{
    *total = *total == COUNT_NONE || more == COUNT_NONE ? COUNT_NONE : *total + more;
}

bool is_vague(const struct quantity *quantity)
{
    return quantity->min != COUNT_NONE && quantity->max != COUNT_NONE && quantity->min != quantity->max;
}

bool add_quantity(struct quantity *sum, const struct quantity *part)
{
    if (part == NULL || is_vague(sum) || is_vague(part)) {
        return false;
    }
    add_bound(&sum->min, part->min);
    add_bound(&sum->max, part->max);
    sum->words.end = part->words.end;
    sum->qualifier = (struct span){0, 0};
    return true;
}

/* The largest number of people that is believed: more than live on Earth is something else. */
#define PEOPLE_MAX INT64_C(10000000000)

static bool bound(struct quantity *quantity, const struct match_argument *qualifier)
{
    const char *how = qualifier != NULL && qualifier->value.kind == VALUE_TEXT ? qualifier->value.text : "";

    if (quantity->max > PEOPLE_MAX || quantity->min > PEOPLE_MAX) {
        return false;
    }
    if (qualifier != NULL && qualifier->captured) {
        quantity->qualifier = (struct span){qualifier->first_token, qualifier->end_token};
    }
    if (strcmp(how, "at least") == 0 || strcmp(how, "more than") == 0) {
        quantity->max = COUNT_NONE;
    } else if (strcmp(how, "up to") == 0) {
        quantity->min = COUNT_NONE;
    }
    return true;
}

/* count(NUMBER, QUALIFIER or SCALE?, WORDS?): a number, multiplied by the scale behind a hyphen
 * ("15-hundred"). A qualifier behind the number ("or more") is given by what it means and by its words. */
static bool act_count(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    const struct match_argument *second = argument(call, 1);
    struct quantity quantity = {.words = match_words(match)};
    int64_t scale = 1;

    if (!whole_number(argument(call, 0), &quantity.min) || quantity.min > PEOPLE_MAX) {
        return false;
    }
    if (second != NULL && second->value.kind == VALUE_INT) {
        if (!whole_number(second, &scale) || scale < 1 || quantity.min > PEOPLE_MAX / scale) {
            return false;
        }
        second = NULL;
    }
    quantity.min *= scale;
    quantity.max = quantity.min;
    if (argument(call, 2) != NULL) {
        quantity.qualifier = (struct span){argument(call, 2)->first_token, argument(call, 2)->end_token};
    }
    return bound(&quantity, second) && give_quantity(extraction, &quantity, value);
}

/* How many the number word at `token` multiplies by; 1 for every other word. */
static int64_t scale_at(const struct text *text, uint32_t token)
{
    const struct lang_word *word = &text->lang->words[text->tokens[token].word];
    uint32_t i;

    for (i = 0; class_set_has(&word->classes, CLASS_SCALE) && i < word->reading_count; i++) {
        const struct lang_reading *reading = &text->lang->readings[word->first_reading + i];

        if (reading->class_id == CLASS_SCALE && reading->value.kind == VALUE_INT) {
            return reading->value.number;
        }
    }
    return 1;
}

/* What the first number of a range leaves to the second: "two to three thousand", "10-15,000". */
static int64_t shared_scale(const struct text *text, const struct match_argument *low, int64_t min,
                            const struct match_argument *high, int64_t max)
{
    int64_t scale = scale_at(text, high->end_token - 1);

    if (scale == 1 && min < 100 && max >= 10000 && max % 1000 == 0) {
        scale = 1000;
    }
    return scale_at(text, low->end_token - 1) == 1 && min > 0 && min < scale && min <= (max - 1) / scale
               ? scale
               : 1;
}

/* range(NUMBER, NUMBER, QUALIFIER?): a range that does not rise ("12 to 3"), or ends in more digits than a
 * number has, is no figure, nor is one of its ends. */
static bool act_range(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    const struct match_argument *low = argument(call, 0);
    const struct match_argument *high = argument(call, 1);
    const struct match_argument *qualifier = argument(call, 2);
    struct quantity quantity = {.words = match_words(match)};

    if (high == NULL || !whole_number(low, &quantity.min) ||
        match->text->tokens[high->first_token].type == TOKEN_PUNCT) {
        return false;
    }
    if (!whole_number(high, &quantity.max)) {
        if (match->text->tokens[high->first_token].type != TOKEN_NUMBER) {
            return false;
        }
        quantity.max = COUNT_NONE;
    }
    if (quantity.max != COUNT_NONE) {
        quantity.min *= shared_scale(match->text, low, quantity.min, high, quantity.max);
    }
    if (quantity.max == COUNT_NONE || quantity.min >= quantity.max || quantity.max > PEOPLE_MAX) {
        quantity.min = COUNT_NONE;
        quantity.max = COUNT_NONE;
    } else if (qualifier != NULL) {
        quantity.qualifier = (struct span){qualifier->first_token, qualifier->end_token};
    }
    return give_quantity(extraction, &quantity, value);
}

/* twice(NUMBER, NUMBER, QUALIFIER?): one figure written in two ways, "twelve (12)". */
static bool act_twice(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    struct quantity quantity = {.words = match_words(match)};

    if (!whole_number(argument(call, 0), &quantity.min) || !whole_number(argument(call, 1), &quantity.max) ||
        quantity.min != quantity.max) {
        return false;
    }
    return bound(&quantity, argument(call, 2)) && give_quantity(extraction, &quantity, value);
}

/* spaced(NUMBER, NUMBER, QUALIFIER?): thousands parted by a space, "1 200".  What is not written with three
 * digits behind it is no number of people, nor is one of the two. */
static bool act_spaced(struct extraction *extraction, const struct match *match,
                       const struct match_call *call, struct value *value)
{
    const struct match_argument *low = argument(call, 1);
    struct quantity quantity = {.words = match_words(match)};
    int64_t rest;

    if (!whole_number(argument(call, 0), &quantity.min) || !whole_number(low, &rest)) {
        return false;
    }
    if (match->text->tokens[low->first_token].digits != 3 || low->end_token - low->first_token != 1) {
        return false;
    }
    quantity.min = quantity.min * 1000 + rest;
    quantity.max = quantity.min;
    return bound(&quantity, argument(call, 2)) && give_quantity(extraction, &quantity, value);
}

/* Reads the value of a vague number word: "24-99", or "" for no figure at all. */
static bool vague_bounds(const struct match_argument *words, struct quantity *quantity)
{
    struct str bounds;
    size_t dash;

    if (words == NULL || words->value.kind != VALUE_TEXT) {
        return false;
    }
    bounds = str_from(words->value.text);
    dash = str_find(bounds, STR("-"), 0);
    return dash == SIZE_MAX || (str_to_int64(str_slice(bounds, 0, dash), &quantity->min) &&
                                str_to_int64(str_slice(bounds, dash + 1, bounds.size), &quantity->max));
}

/* vague(VAGUE, VAGUE?): "dozens", or from the one to the other: "dozens, perhaps hundreds". */
static bool act_vague(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    const struct match_argument *words = argument(call, 0);
    const struct match_argument *more = argument(call, 1);
    struct quantity quantity = {.min = COUNT_NONE, .max = COUNT_NONE, .words = match_words(match)};
    struct quantity upper = {.min = COUNT_NONE, .max = COUNT_NONE};

    if (!vague_bounds(words, &quantity) || (more != NULL && !vague_bounds(more, &upper))) {
        return false;
    }
    if (more != NULL) {
        quantity.max = upper.max > quantity.min ? upper.max : COUNT_NONE;
    }
    quantity.words = (struct span){words->first_token, (more == NULL ? words : more)->end_token};
    return give_quantity(extraction, &quantity, value);
}

bool quantity_act(struct extraction *extraction, const struct match *match, const struct match_call *call,
                  struct value *value)
{
    switch ((enum report_action)call->action) {
    case REPORT_COUNT:
        return act_count(extraction, match, call, value);
    case REPORT_RANGE:
        return act_range(extraction, match, call, value);
    case REPORT_TWICE:
        return act_twice(extraction, match, call, value);
    case REPORT_SPACED:
        return act_spaced(extraction, match, call, value);
    case REPORT_VAGUE:
        return act_vague(extraction, match, call, value);
    default:
        return false;
    }
}
