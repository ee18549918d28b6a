/* The actions of report.rules: phrases and triggers out of items, and drafts out of these. */
#include "report/draft.h"

#include <string.h>

static void *keep(struct extraction *extraction, const void *value, size_t size)
{
    void *copy = arena_alloc(extraction->arena, size);

    if (copy == NULL) {
        extraction->out_of_memory = true;
        return NULL;
    }
    memcpy(copy, value, size);
    return copy;
}

static bool give(struct extraction *extraction, const void *object, size_t size, struct value *value)
{
    void *copy = keep(extraction, object, size);

    *value = (struct value){.kind = VALUE_OBJECT, .denominator = 1, .object = copy};
    return copy != NULL;
}

static const struct match_argument *argument(const struct match_call *call, size_t index)
{
    return index < call->argument_count && call->arguments[index].present ? &call->arguments[index] : NULL;
}

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
    if (qualifier != NULL) {
        quantity->qualifier = (struct span){qualifier->first_token, qualifier->end_token};
    }
    if (strcmp(how, "at least") == 0 || strcmp(how, "more than") == 0) {
        quantity->max = COUNT_NONE;
    } else if (strcmp(how, "up to") == 0) {
        quantity->min = COUNT_NONE;
    }
    return true;
}

static struct span match_words(const struct match *match)
{
    return (struct span){match->first_token, match->end_token};
}

/* count(NUMBER, QUALIFIER or SCALE?): a number, multiplied by the scale behind a hyphen ("15-hundred"). */
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
    return bound(&quantity, second) && give(extraction, &quantity, sizeof quantity, value);
}

/* range(NUMBER, NUMBER, QUALIFIER?) */
static bool act_range(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    struct quantity quantity = {.words = match_words(match)};

    if (!whole_number(argument(call, 0), &quantity.min) || !whole_number(argument(call, 1), &quantity.max) ||
        quantity.max > PEOPLE_MAX) {
        return false;
    }
    if (quantity.min >= quantity.max) {
        return false;
    }
    return give(extraction, &quantity, sizeof quantity, value);
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

static const char *text_value(struct value value)
{
    return value.kind == VALUE_TEXT ? value.text : NULL;
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

/* The canonical name of the state or force that the words of `span` begin to name, from the marks. */
static void add_marked_actors(const struct extraction *extraction, struct span span, struct group *group)
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

static const struct group *group_of(const struct match_argument *from)
{
    return from != NULL && from->item != NULL && item_is(from->item, CLASS_GROUP) &&
                   from->item->value.kind == VALUE_OBJECT
               ? from->item->value.object
               : NULL;
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

/* Which classes of words name what a report turns on. */
static const unsigned trigger_classes[] = {CLASS_DONE, CLASS_DOING,    CLASS_BEFELL, CLASS_STATE,
                                           CLASS_TOLL, CLASS_TOLLWORD, CLASS_DEED};

static enum report_kind kind_of(enum report_subtype subtype)
{
    return subtype < SUBTYPE_SENT ? KIND_CASUALTY : KIND_DEPLOYMENT;
}

/* The trigger that the words of `from` are by themselves. */
static bool word_trigger(const struct match_argument *from, struct trigger *trigger)
{
    size_t i;

    for (i = 0; i < sizeof trigger_classes / sizeof trigger_classes[0]; i++) {
        const char *name = NULL;

        if (from->class_id != CLASS_ANY && from->class_id != trigger_classes[i]) {
            continue;
        }
        if (from->item != NULL && item_is(from->item, trigger_classes[i])) {
            name = text_value(item_value(from->item, trigger_classes[i]));
        }
        if (name != NULL && report_subtype_from_name(str_from(name), &trigger->subtype)) {
            trigger->kind = kind_of(trigger->subtype);
            trigger->words = (struct span){from->first_token, from->end_token};
            return true;
        }
    }
    return false;
}

static void note_auxiliary(struct trigger *trigger, const struct item *item)
{
    const char *mood = item_is(item, CLASS_MOOD) ? text_value(item_value(item, CLASS_MOOD)) : NULL;

    trigger->negated = trigger->negated || item_is(item, CLASS_NEGATION);
    trigger->perfect = trigger->perfect || (trigger->modal && item_is(item, CLASS_HAVE));
    if (mood == NULL) {
        return;
    }
    trigger->modal = trigger->modal || strcmp(mood, "modal") == 0;
    trigger->future = trigger->future || strcmp(mood, "future") == 0;
    trigger->expected = trigger->expected || strcmp(mood, "expected") == 0;
    trigger->hedged = trigger->hedged || strcmp(mood, "hedged") == 0;
    trigger->planned = trigger->planned || strcmp(mood, "planned") == 0;
    trigger->condition = trigger->condition || strcmp(mood, "condition") == 0;
    trigger->infinitive = trigger->infinitive || strcmp(mood, "infinitive") == 0;
}

static void note_auxiliaries(struct trigger *trigger, const struct match *match)
{
    size_t i;
    bool finite = false;

    trigger->bare = match->end_item - match->first_item == 1;
    for (i = match->first_item; i < match->end_item; i++) {
        const struct item *item = &match->items[i];

        /* "were said to be", "has begun to": the infinitive hangs on a finite verb */
        finite = finite || ((item_is(item, CLASS_BE) || item_is(item, CLASS_HAVE)) && !trigger->infinitive);
        note_auxiliary(trigger, item);
    }
    trigger->infinitive = trigger->infinitive && !finite;
}

/* verb(WORD): a verb of harm or deployment; the span holds its auxiliaries. */
static bool act_verb(struct extraction *extraction, const struct match *match, const struct match_call *call,
                     struct value *value)
{
    const struct match_argument *named = argument(call, 0);
    struct trigger trigger = {0};

    if (named == NULL) {
        return false;
    }
    if (!named->captured && named->value.kind == VALUE_TEXT) {
        if (!report_subtype_from_name(str_from(named->value.text), &trigger.subtype)) {
            return false;
        }
        trigger.kind = kind_of(trigger.subtype);
        trigger.words = match_words(match);
    } else if (!word_trigger(named, &trigger)) {
        return false;
    }
    note_auxiliaries(&trigger, match);
    return give(extraction, &trigger, sizeof trigger, value);
}

static bool trigger_of(const struct match_argument *from, struct trigger *trigger)
{
    if (from == NULL || from->item == NULL) {
        return false;
    }
    if (item_is(from->item, CLASS_VERB) && from->item->value.kind == VALUE_OBJECT) {
        *trigger = *(const struct trigger *)from->item->value.object;
        return true;
    }
    return word_trigger(from, trigger);
}

/* True for what ends the clause in which a condition or a plan holds. */
static bool ends_clause(const struct match *match, const struct item *item)
{
    struct str sign;

    if (!item_is(item, CLASS_PUNCT)) {
        return false;
    }
    sign = text_span(match->text, item->first_token, item->end_token);
    return str_equal(sign, STR(";")) || str_equal(sign, STR(":")) || str_equal(sign, STR("\""));
}

/* What stands before a verb in its clause and makes it less than a statement: "if", "is expected to", "no".
 */
static void note_clause(struct trigger *trigger, const struct match *match)
{
    size_t i = match->first_item;
    size_t seen = 0;
    bool infinitive = trigger->infinitive;

    while (i > 0 && seen < 24 && !ends_clause(match, &match->items[i - 1])) {
        const struct item *item = &match->items[--i];

        if (item_is(item, CLASS_SAID) && !item_is(item, CLASS_NOUNLIKE)) {
            return;
        }
        if (item_is(item, CLASS_CONDITION)) {
            trigger->condition = true;
        }
        if (seen < 3 && item_is(item, CLASS_MOOD)) {
            note_auxiliary(trigger, item);
            trigger->infinitive = infinitive;
        }
        seen++;
    }
}

/* What stands between a noun that counts and its number: "the toll is expected to reach 50". */
static void note_between(struct trigger *trigger, const struct match *match,
                         const struct match_argument *number)
{
    bool infinitive = trigger->infinitive;
    size_t i;

    if (number == NULL || !number->captured) {
        return;
    }
    for (i = match->end_item; i < match->item_count && match->items[i].first_token < number->first_token;
         i++) {
        note_auxiliary(trigger, &match->items[i]);
    }
    trigger->infinitive = infinitive;
}

static void add_draft(struct extraction *extraction, const struct match *match, const struct trigger *trigger,
                      const struct match_argument *who, const struct match_argument *number)
{
    struct draft draft = {.trigger = *trigger, .rule = match->rule->name};
    const struct group *group = group_of(who);
    const struct group *counted;

    if (extraction->draft_count == SENTENCE_DRAFTS) {
        return;
    }
    if (group == NULL && who != NULL && who->item != NULL && !item_is(who->item, CLASS_QUANTITY)) {
        /* "North Korean casualties": nobody but a nation is named */
        struct group nation = {.words = {who->first_token, who->end_token}, .fighters = true};

        add_marked_actors(extraction, nation.words, &nation);
        if (nation.actor_count > 0) {
            group = keep(extraction, &nation, sizeof nation);
        }
        who = NULL;
    }
    draft.group = group;
    if (group != NULL) {
        draft.quantity = group->quantity;
    }
    if (number == NULL && who != NULL && group == NULL) {
        number = who;
    }
    counted = group_of(number);
    if (number != NULL && number->item != NULL && item_is(number->item, CLASS_QUANTITY) &&
        number->item->value.kind == VALUE_OBJECT) {
        draft.quantity = *(const struct quantity *)number->item->value.object;
    } else if (counted != NULL) {
        draft.quantity = counted->quantity;
    }
    extraction->drafts[extraction->draft_count++] = draft;
}

/* report(TRIGGER, PEOPLE?, NUMBER?): the trigger is a word, a verb item or a subtype as a string; the number
 * is that of the people unless it is given. */
static bool act_report(struct extraction *extraction, const struct match *match,
                       const struct match_call *call)
{
    struct trigger trigger = {0};
    const struct match_argument *named = argument(call, 0);
    const struct match_argument *who = argument(call, 1);
    const struct match_argument *limit = argument(call, 2);

    if (named != NULL && !named->captured && named->value.kind == VALUE_TEXT) {
        if (!report_subtype_from_name(str_from(named->value.text), &trigger.subtype)) {
            return false;
        }
        trigger.kind = kind_of(trigger.subtype);
        trigger.words = match_words(match);
        note_auxiliaries(&trigger, match);
    } else if (!trigger_of(named, &trigger)) {
        return false;
    }
    if (trigger.subtype == SUBTYPE_CAPTURED && group_of(who) != NULL &&
        (group_of(who)->unlisted ||
         (group_of(who)->named && group_of(who)->words.end - group_of(who)->words.first == 1))) {
        /* what is captured may be a town */
        return false;
    }
    if (trigger.kind == KIND_DEPLOYMENT && group_of(who) != NULL && !group_of(who)->fighters &&
        !group_of(who)->several) {
        return false;
    }
    note_clause(&trigger, match);
    note_between(&trigger, match, limit != NULL ? limit : who);
    add_draft(extraction, match, &trigger, who, limit);
    return true;
}

bool report_act(void *context, const struct match *match, struct value *value)
{
    struct extraction *extraction = context;
    size_t drafts = extraction->draft_count;
    size_t i;

    for (i = 0; i < match->call_count; i++) {
        const struct match_call *call = &match->calls[i];
        bool done = false;

        switch ((enum report_action)call->action) {
        case REPORT_COUNT:
            done = act_count(extraction, match, call, value);
            break;
        case REPORT_RANGE:
            done = act_range(extraction, match, call, value);
            break;
        case REPORT_VAGUE:
            done = act_vague(extraction, match, call, value);
            break;
        case REPORT_GROUP:
            done = act_group(extraction, match, call, value);
            break;
        case REPORT_SAME:
            done = act_same(extraction, match, call, value);
            break;
        case REPORT_SUM:
            done = act_sum(extraction, match, call, value);
            break;
        case REPORT_VERB:
            done = act_verb(extraction, match, call, value);
            break;
        case REPORT_REPORT:
            done = act_report(extraction, match, call);
            break;
        case REPORT_ACTION_COUNT:
            break;
        }
        if (!done) {
            extraction->draft_count = drafts;
            return false;
        }
    }
    return true;
}
