/* The action of report.rules that adds people: "a monk and eight civilians" are nine. */
#include "report/phrase.h"
#include "report/screen.h"

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

/* "Three people, two women and a man", "two nurses, Aldo Bremmer and Aldo Vanti": the rest says who the first
 * are. */
static bool tells_apart(const struct match_call *call, const struct group *whole)
{
    bool general = whole->people != NULL &&
                   (strcmp(whole->people, "people") == 0 || strcmp(whole->people, "civilians") == 0);
    bool names = !whole->named && !whole->listed;
    int64_t rest = 0;
    size_t i;

    if (call->argument_count < 3 || whole->quantity.min != whole->quantity.max) {
        return false;
    }
    for (i = 1; i < call->argument_count; i++) {
        const struct group *part = group_of(argument(call, i));

        if (argument(call, i) == NULL) {
            continue;
        }
        if (part == NULL || part->quantity.min != part->quantity.max) {
            return false;
        }
        names = names && (part->named || part->listed);
        rest += part->quantity.min;
    }
    return names || (general && rest == whole->quantity.min);
}

/* "Aldo Bremmer, a nurse, and Aldo Vanti": who the first is. */
static bool explains(const struct match *match, const struct match_call *call, const struct group *part)
{
    const struct group *first = group_of(argument(call, 0));

    return call->argument_count > 2 && first != NULL && first->named && part != NULL && !part->named &&
           part->quantity.min == 1 && part->quantity.max == 1 &&
           part->quantity.words.first == part->words.first &&
           token_is(match->text, part->words.first, CLASS_DETERMINER);
}

/* True for a name alone, without a title. */
static bool bare_name(const struct text *text, const struct group *group)
{
    for (uint32_t token = group->words.first; token < group->words.end; token++) {
        if (token_is(text, token, CLASS_PERSON) || token_is(text, token, CLASS_SPEAKER) ||
            token_is(text, token, CLASS_POSSESSIVE)) {
            return false;
        }
    }
    return group->named;
}

/* "The mayor, Aldo Bremmer, and two guards": who the first is, told by his name; `open` when the first may be
 * another one, "a judge, Aldo Bremmer, and two guards". */
static bool is_name_of(const struct match *match, const struct match_call *call, const struct group *part,
                       bool *open)
{
    const struct group *first = group_of(argument(call, 0));

    if (call->argument_count < 3 || first == NULL || first->named || first->listed || part == NULL ||
        first->quantity.min != 1 || first->quantity.max != 1 || !bare_name(match->text, part)) {
        return false;
    }
    *open = *open || !(token_has(match->text, first->words.first, CLASS_DETERMINER, "known") ||
                       token_is(match->text, first->words.first, CLASS_POSSESSIVE));
    return true;
}

static bool same_side(const struct group *a, const struct group *b)
{
    uint32_t i, k;

    for (i = 0; i < a->actor_count; i++) {
        for (k = 0; k < b->actor_count; k++) {
            if (strcmp(a->actors[i], b->actors[k]) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* Two forces that the text tells apart: "six soldiers and four rebels", "three French and two Belgian
 * soldiers". */
static bool two_forces(const struct group *a, const struct group *b)
{
    if (!a->fighters || !b->fighters || same_side(a, b)) {
        return false;
    }
    return a->irregular != b->irregular || (a->actor_count > 0 && b->actor_count > 0);
}

/* Several people, and who fights for no state: "twelve people and three gunmen".  Of a person by name nobody
 * knows: "Aldo Bremmer and 15 rebels"; one may be theirs: "15 rebels and their leader". */
static bool two_sides(const struct group *a, const struct group *b)
{
    const struct group *regular = a->irregular ? b : a;

    return a->irregular != b->irregular && a->people != NULL && b->people != NULL && !a->named && !b->named &&
           !a->listed && !b->listed && regular->quantity.max != 1 && !same_side(a, b);
}

/* The people of a list that the first ones of the match go on with; NULL when none stand before them. */
static const struct group *listed_before(struct extraction *extraction, const struct match *match)
{
    size_t i = match->first_item;
    const struct group *before = i >= 2 && str_equal(text_span(match->text, match->items[i - 1].first_token,
                                                               match->items[i - 1].end_token),
                                                     STR(","))
                                     ? item_group(&match->items[i - 2])
                                     : NULL;

    return before != NULL && rule_in_attribution(extraction, match->items[i - 2].first_token) ? NULL : before;
}

/* "Aldo Bremmer, a nurse, and a cook" may be two or three. */
static void leave_open(const struct match_call *call, struct quantity *quantity)
{
    const struct group *last = group_of(argument(call, 2));

    if (last != NULL && !last->named && quantity->max != COUNT_NONE) {
        quantity->max++;
    }
}

/* True when "respectively" stands at `token`, or behind the comma there. */
static bool told_apart(const struct text *text, uint32_t token)
{
    return (token < text->token_count && token_has(text, token, CLASS_ADVERB, "each")) ||
           (token + 1 < text->token_count && token_has(text, token + 1, CLASS_ADVERB, "each"));
}

/* sum(GROUP, GROUP, ...): "a monk and eight civilians" are nine.  Numbers that are vague are not added: that
 * would make bounds which the text does not give; nor are those of two forces or sides: each has a claim of
 * its own. */
bool sum_act(struct extraction *extraction, const struct match *match, const struct match_call *call,
             struct value *value)
{
    const struct group *before = listed_before(extraction, match);
    struct group sum = {0};
    bool open = false, compared = false, named = false, persons = false;
    size_t i;

    if (told_apart(match->text, match->end_token)) {
        return false; /* "150 soldiers and 70 marines, respectively" */
    }

    for (i = 0; i < call->argument_count; i++) {
        const struct group *part = group_of(argument(call, i));

        if (argument(call, i) == NULL) {
            continue;
        }
        if (i == 1 && explains(match, call, part)) {
            open = true;
            continue;
        }
        if (i == 1 && is_name_of(match, call, part, &named)) {
            continue;
        }
        if (part == NULL || span_empty(part->quantity.words) || part->pronoun ||
            (part->quantity.min == COUNT_NONE && part->quantity.max == COUNT_NONE) ||
            is_vague(&part->quantity) || in_attribution(extraction, part->words.first) ||
            two_forces(&sum, part) || (!persons && i > 0 && two_sides(&sum, part)) ||
            (before != NULL && two_forces(before, part))) {
            return false;
        }
        persons = persons || part->named || part->listed;
        if (sum.people == NULL && sum.words.end == 0) {
            sum = *part;
            continue;
        }
        if (!compared && tells_apart(call, &sum)) {
            break;
        }
        compared = true;
        add_bound(&sum.quantity.min, part->quantity.min);
        add_bound(&sum.quantity.max, part->quantity.max);
        sum.fighters = sum.fighters || part->fighters;
        sum.irregular = sum.irregular && part->irregular;
        sum.listed = (sum.named || sum.listed) && (part->named || part->listed);
        sum.named = false;
        widen(&sum, part);
    }
    sum.words = match_words(match);
    if (i < call->argument_count) {
        if (sum.quantity.min == 1) {
            sum.quantity = (struct quantity){0}; /* "a couple, Aldo Bremmer and Aldo Vanti": not one */
        }
        return give_group(extraction, &sum, value);
    }
    if (open) {
        leave_open(call, &sum.quantity);
    }
    if (named && sum.quantity.max != COUNT_NONE) {
        sum.quantity.max++;
    }
    sum.quantity.words = match_words(match);
    sum.quantity.qualifier = (struct span){0, 0};
    return give_group(extraction, &sum, value);
}
