/* The actions of report.rules that make numbers and people: counts, groups, sums. */
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
    return bound(&quantity, second) && give(extraction, &quantity, sizeof quantity, value);
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
    return scale_at(text, low->end_token - 1) == 1 && min > 0 && min < scale && min * scale < max ? scale : 1;
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
    return give(extraction, &quantity, sizeof quantity, value);
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
    return bound(&quantity, argument(call, 2)) && give(extraction, &quantity, sizeof quantity, value);
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
    return bound(&quantity, argument(call, 2)) && give(extraction, &quantity, sizeof quantity, value);
}

/* vague(VAGUE): the value is "24-99", or "" for no figure at all. */
static bool act_vague(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    const struct match_argument *words = argument(call, 0);
    struct quantity quantity = {.min = COUNT_NONE, .max = COUNT_NONE, .words = match_words(match)};
    struct str bounds;
    size_t dash;

    if (words == NULL || words->value.kind != VALUE_TEXT) {
        return false;
    }
    bounds = str_from(words->value.text);
    dash = str_find(bounds, STR("-"), 0);
    if (dash != SIZE_MAX && (!str_to_int64(str_slice(bounds, 0, dash), &quantity.min) ||
                             !str_to_int64(str_slice(bounds, dash + 1, bounds.size), &quantity.max))) {
        return false;
    }
    quantity.words = (struct span){words->first_token, words->end_token};
    return give(extraction, &quantity, sizeof quantity, value);
}

static void add_actor(struct group *group, const char *actor)
{
    uint32_t i;

    for (i = 0; i < group->actor_count; i++) {
        if (strcmp(group->actors[i], actor) == 0) {
            return;
        }
    }
    if (group->actor_count < GROUP_ACTORS) {
        group->actors[group->actor_count++] = actor;
    }
}

static const char *item_actor(const struct item *item)
{
    if (item_is(item, CLASS_NATION)) {
        return text_value(item_value(item, CLASS_NATION));
    }
    if (item_is(item, CLASS_FORCE)) {
        return text_value(item_value(item, CLASS_FORCE));
    }
    return NULL;
}

void add_marked_actors(const struct extraction *extraction, struct span span, struct group *group)
{
    size_t i;

    for (i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.first >= span.first && mark->words.end <= span.end && mark->actor != NULL) {
            add_actor(group, mark->actor);
        }
    }
}

static bool determiner_known(const struct item *item)
{
    const char *value =
        item_is(item, CLASS_DETERMINER) ? text_value(item_value(item, CLASS_DETERMINER)) : NULL;

    return value != NULL && strcmp(value, "known") == 0;
}

/* The word behind the match. */
static struct str next_word(const struct match *match)
{
    return match->end_token < match->text->token_count
               ? text_span(match->text, match->end_token, match->end_token + 1)
               : STR("");
}

static bool plural_verb(const struct match *match)
{
    struct str verb = next_word(match);

    return str_equal(verb, STR("were")) || str_equal(verb, STR("are")) || str_equal(verb, STR("have"));
}

/* True when the name may mean several: it ends as a plural does, unless its verb is one of a single person,
 * or its verb is one of several. */
static bool may_be_plural(const struct match *match)
{
    const struct text *text = match->text;
    struct str name = text_span(text, match->end_token - 1, match->end_token);
    struct str verb = next_word(match);

    if (str_equal(verb, STR("was")) || str_equal(verb, STR("is")) || str_equal(verb, STR("has"))) {
        return false;
    }
    return plural_verb(match) || (str_ends(name, STR("s")) && !str_ends(name, STR("ss")));
}

/* Makes it a group of those that the last word of the match names; false when that is no plural. */
static bool name_unlisted(struct extraction *extraction, const struct match *match, struct group *group)
{
    struct str name = text_span(match->text, match->end_token - 1, match->end_token);
    struct str copy;

    if (!may_be_plural(match)) {
        return false;
    }
    copy = arena_copy(extraction->arena, name);
    if (copy.data == NULL) {
        extraction->out_of_memory = true;
    }
    /* "Torres died" may be one or several: nothing is said of who */
    group->people = match->end_token - match->first_token > 1 || plural_verb(match) ? copy.data : NULL;
    group->unlisted = true;
    return true;
}

static bool is_place(const struct extraction *extraction, uint32_t token)
{
    size_t i;

    for (i = 0; i < extraction->spot_count; i++) {
        if (span_holds(extraction->spots[i]->words, token)) {
            return true;
        }
    }
    return false;
}

/* True for a capitalised word that is no place. */
static bool is_name(const struct extraction *extraction, uint32_t token)
{
    const struct token *at = &extraction->text->tokens[token];

    return at->type == TOKEN_WORD && (at->flags & TOKEN_CAPITALIZED) && !is_place(extraction, token) &&
           !token_is(extraction->text, token, CLASS_DETERMINER) &&
           !token_is(extraction->text, token, CLASS_PREPOSITION) &&
           !token_is(extraction->text, token, CLASS_SPEAKER);
}

/* Soldiers of a force that no table knows: the capitalised words before the head name it, "Norland soldiers",
 * "Norland's elite troops".  The word that opens a sentence is capitalised anyway: alone, or when it is a
 * known word, it names none. */
static void name_force(struct extraction *extraction, uint32_t head, struct group *group)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t end = head;
    uint32_t begin;
    bool owner = false, unknown = false, opens;
    struct str copy;

    if (!span_empty(group->quantity.words) && group->quantity.words.end <= head) {
        first = group->quantity.words.end;
    }
    while (end > first && !(text->tokens[end - 1].flags & TOKEN_CAPITALIZED) &&
           token_is(text, end - 1, CLASS_MODIFIER)) {
        end--;
    }
    if (end > first && token_is(text, end - 1, CLASS_GENITIVE)) {
        owner = true;
        end--;
    }
    for (begin = end; begin > first && end - begin < 4 && is_name(extraction, begin - 1); begin--) {
        unknown = unknown || text->tokens[begin - 1].word == 0;
    }
    opens = begin == text->sentences[extraction->sentence].first_token;
    if (!unknown || (opens && !owner && !(text->tokens[begin].flags & TOKEN_ALL_CAPS) &&
                     (end - begin == 1 || text->tokens[begin].word != 0))) {
        return;
    }
    copy = arena_copy(extraction->arena, text_span(text, begin, end));
    if (copy.data == NULL) {
        extraction->out_of_memory = true;
        return;
    }
    add_actor(group, copy.data);
}

/* True when the number counts units, not the people in them: "two battalions", but not "400-strong units". */
static bool counts_units(const struct match *match, const struct match_argument *head,
                         const struct match_argument *number)
{
    return head != NULL && head->item != NULL && item_is(head->item, CLASS_FORMATION) &&
           !str_equal(text_span(match->text, number->end_token, number->end_token + 1), STR("-"));
}

/* group(HEAD?, QUANTITY?): the head noun and the number of people; who they are comes from the nations and
 * forces in the span.  A head that is no noun for people is a name: one person. */
static bool act_group(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    const struct match_argument *head = argument(call, 0);
    const struct match_argument *number = argument(call, 1);
    struct group group = {.words = match_words(match)};
    size_t i;

    if (head != NULL && head->item != NULL) {
        const struct item *item = head->item;

        group.people =
            text_value(item_value(item, item_is(item, CLASS_PERSONS) ? CLASS_PERSONS : CLASS_PERSON));
        group.fighters = item_is(item, CLASS_FIGHTER);
        group.pronoun = item_is(item, CLASS_PRONOUN);
        group.several = group.pronoun && text_value(item_value(item, CLASS_PRONOUN)) != NULL;
        group.fighters = group.fighters || item_is(item, CLASS_NATIONALS) || item_is(item, CLASS_FORMATION);
    }
    if (head != NULL && head->item != NULL && number == NULL && !item_is(head->item, CLASS_PERSONS) &&
        !item_is(head->item, CLASS_PERSON) && !item_is(head->item, CLASS_NATIONALS) && !group.pronoun) {
        group.named = item_is(head->item, CLASS_CAPITALIZED);
        if (!group.named || match->end_token - match->first_token > 1 ||
            !name_unlisted(extraction, match, &group)) {
            number = head;
        }
    } else if (head != NULL && head->item != NULL && number != NULL &&
               item_is(head->item, CLASS_CAPITALIZED) && !item_is(head->item, CLASS_PERSONS) &&
               !item_is(head->item, CLASS_PERSON) && !item_is(head->item, CLASS_NATIONALS) &&
               !item_is(head->item, CLASS_FORMATION) && !name_unlisted(extraction, match, &group)) {
        return false;
    }
    if (number != NULL && number->item != NULL && item_is(number->item, CLASS_QUANTITY) &&
        number->item->value.kind == VALUE_OBJECT) {
        /* "two battalions" are no two people */
        if (!counts_units(match, head, number)) {
            group.quantity = *(const struct quantity *)number->item->value.object;
        }
    } else if (number != NULL) {
        /* "a soldier", "the mayor", a name: one, in these words */
        group.quantity = (struct quantity){.min = 1, .max = 1, .words = match_words(match)};
    }
    for (i = match->first_item; i < match->end_item; i++) {
        const char *actor = item_actor(&match->items[i]);

        if (actor != NULL) {
            add_actor(&group, actor);
        }
        group.known = group.known || determiner_known(&match->items[i]);
        group.own = group.own || item_is(&match->items[i], CLASS_POSSESSIVE);
        group.others = group.others || item_is(&match->items[i], CLASS_SAME);
    }
    if (group.actor_count == 0) {
        add_marked_actors(extraction, group.words, &group);
    }
    if (group.actor_count == 0 && group.fighters && !group.named && head != NULL) {
        name_force(extraction, head->first_token, &group);
    }
    if (match->first_item > 0 && item_is(&match->items[match->first_item - 1], CLASS_PART)) {
        group.part = true;
    }
    return give(extraction, &group, sizeof group, value);
}

static void add_bound(int64_t *total, int64_t more)
{
    *total = *total == COUNT_NONE || more == COUNT_NONE ? COUNT_NONE : *total + more;
}

/* True for a number that is no single one nor open to one side: "dozens". */
static bool is_vague(const struct quantity *quantity)
{
    return quantity->min != COUNT_NONE && quantity->max != COUNT_NONE && quantity->min != quantity->max;
}

/* Widens what a sum of people is by what `part` is: "soldiers" and "civilians" are people, and a side that
 * only some of them are of is not that of all. */
static void widen(struct group *sum, const struct group *part)
{
    uint32_t k;

    if (sum->people == NULL || part->people == NULL || strcmp(sum->people, part->people) != 0) {
        sum->people = "people";
    }
    if (sum->actor_count == 0 || part->actor_count == 0) {
        sum->actor_count = 0;
        return;
    }
    for (k = 0; k < part->actor_count; k++) {
        add_actor(sum, part->actors[k]);
    }
}

/* sum(GROUP, GROUP, ...): "a monk and eight civilians" are nine.  Numbers that are vague are not added: that
 * would make bounds which the text does not give. */
static bool act_sum(struct extraction *extraction, const struct match *match, const struct match_call *call,
                    struct value *value)
{
    struct group sum = {0};
    size_t i;

    for (i = 0; i < call->argument_count; i++) {
        const struct group *part = group_of(argument(call, i));

        if (argument(call, i) == NULL) {
            continue;
        }
        if (part == NULL || span_empty(part->quantity.words) || part->pronoun ||
            (part->quantity.min == COUNT_NONE && part->quantity.max == COUNT_NONE) ||
            is_vague(&part->quantity) || in_attribution(extraction, part->words.first)) {
            return false;
        }
        if (sum.people == NULL && sum.words.end == 0) {
            sum = *part;
            continue;
        }
        add_bound(&sum.quantity.min, part->quantity.min);
        add_bound(&sum.quantity.max, part->quantity.max);
        sum.fighters = sum.fighters || part->fighters;
        widen(&sum, part);
    }
    sum.words = match_words(match);
    sum.quantity.words = match_words(match);
    sum.quantity.qualifier = (struct span){0, 0};
    return give(extraction, &sum, sizeof sum, value);
}

/* same(GROUP): the group, over a wider span; a nation named in the rest of it is theirs when they have none.
 */
static bool act_same(struct extraction *extraction, const struct match *match, const struct match_call *call,
                     struct value *value)
{
    const struct group *group = group_of(argument(call, 0));
    struct group wider;

    if (group == NULL || group->pronoun) {
        return false;
    }
    wider = *group;
    wider.words = match_words(match);
    if (wider.actor_count == 0) {
        add_marked_actors(extraction, wider.words, &wider);
    }
    return give(extraction, &wider, sizeof wider, value);
}

bool people_act(struct extraction *extraction, const struct match *match, const struct match_call *call,
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
    case REPORT_GROUP:
        return act_group(extraction, match, call, value);
    case REPORT_SAME:
        return act_same(extraction, match, call, value);
    case REPORT_SUM:
        return act_sum(extraction, match, call, value);
    case REPORT_VERB:
    case REPORT_REPORT:
    case REPORT_ACTION_COUNT:
        break;
    }
    return false;
}
