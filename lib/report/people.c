/* The actions of report.rules that make people: groups, and what says more about them. */
#include "report/clause.h"
#include "report/phrase.h"

void add_actor(struct group *group, const char *actor)
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

/* The word behind the match, or behind the age and the "who" that stand there: "was" of "Bremmer, 45, who
 * was". */
static uint32_t next_word(const struct match *match)
{
    const struct text *text = match->text;
    uint32_t token = match->end_token;

    if (token + 3 < text->token_count && text->tokens[token + 1].type == TOKEN_NUMBER &&
        comma_between(text, token, token + 1) && comma_between(text, token + 2, token + 3)) {
        token += 3;
    } else if (token + 2 < text->token_count && comma_between(text, token, token + 1) &&
               token_is(text, token + 1, CLASS_HUMAN)) {
        token++;
    }
    return token + (token > match->end_token && token_is(text, token, CLASS_HUMAN) ? 1 : 0);
}

/* True when the verb of the name that the match is tells of one: "was". */
static bool singular_verb(const struct match *match)
{
    uint32_t verb = next_word(match);

    return verb < match->text->token_count &&
           (token_has(match->text, verb, CLASS_BE, "one") || token_has(match->text, verb, CLASS_HAVE, "one"));
}

/* ... of several: "were", "have". */
static bool plural_verb(const struct match *match)
{
    uint32_t verb = next_word(match);

    return verb < match->text->token_count &&
           (token_has(match->text, verb, CLASS_BE, "several") ||
            (token_is(match->text, verb, CLASS_HAVE) && !token_is(match->text, verb, CLASS_PAST_CUE) &&
             !singular_verb(match)));
}

/* True when the name may mean several: it ends as a plural does, unless its verb is one of a single person,
 * or its verb is one of several. */
static bool may_be_plural(const struct match *match)
{
    return !singular_verb(match) && (plural_verb(match) || ends_as_plural(match->text, match->end_token - 1));
}

/* "Twelve Hazara died", "killed 40 Hazara", "the murder of 40 Hazara": a name that is counted is that of
 * several, however it ends. */
static bool counts_several(const struct match *match, const struct quantity *number)
{
    const struct item *next = match->end_item < match->item_count ? &match->items[match->end_item] : NULL;
    const struct item *last = match->first_item > 0 ? &match->items[match->first_item - 1] : NULL;

    return number->min > 1 && ((next != NULL && item_is(next, CLASS_BEFELL)) ||
                               (last != NULL && (item_is(last, CLASS_DONE) || item_is(last, CLASS_DOING))) ||
                               (last != NULL && match->first_item > 1 &&
                                token_has(match->text, last->first_token, CLASS_PREPOSITION, "of") &&
                                item_is(last - 1, CLASS_DEED)));
}

/* Makes it a group of those that the last word of the match names; false when that is no plural, counted
 * (NULL: not at all) or by its looks. */
static bool name_unlisted(struct extraction *extraction, const struct match *match,
                          const struct quantity *number, struct group *group)
{
    struct str name = text_span(match->text, match->end_token - 1, match->end_token);
    struct str copy;

    if (!may_be_plural(match) && (number == NULL || !counts_several(match, number))) {
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

/* True when the number counts units, not the people in them: "two battalions", but not "400-strong units" and
 * "a battalion of 400". */
static bool counts_units(const struct match *match, const struct match_argument *head,
                         const struct match_argument *number)
{
    return head != NULL && head->item != NULL && number->first_token < head->first_token &&
           (item_is(head->item, CLASS_FORMATION) || item_is(head->item, CLASS_KINDRED)) &&
           !token_is_sign(match->text, number->end_token, "-");
}

/* "They" means several, "he" one; "we" is open. */
static bool pronoun_means(const struct item *item, const char *number)
{
    const char *value = text_value(item_value(item, CLASS_PRONOUN));

    return value != NULL && strcmp(value, number) == 0;
}

/* What the head noun tells of them. */
static void note_head(struct group *group, const struct item *item)
{
    unsigned noun = item_is(item, CLASS_PERSONS)  ? CLASS_PERSONS
                    : item_is(item, CLASS_PERSON) ? CLASS_PERSON
                                                  : CLASS_FORMATION;

    group->people = text_value(item_value(item, noun));
    group->fighters =
        item_is(item, CLASS_FIGHTER) || item_is(item, CLASS_NATIONALS) || item_is(item, CLASS_FORMATION);
    group->irregular = item_is(item, CLASS_IRREGULAR);
    group->ranks = item_is(item, CLASS_RANKS);
    group->specialists = item_is(item, CLASS_SPECIALIST);
    group->pronoun = item_is(item, CLASS_PRONOUN);
    group->several = group->pronoun && pronoun_means(item, "several");
}

/* True for those who fight a state: "rebels", "guerrilla forces". */
static bool tells_opposed(const struct text *text, struct span words)
{
    for (uint32_t token = words.first; token < words.end; token++) {
        if (token_value(text, token, CLASS_IRREGULAR) != NULL) {
            return true;
        }
    }
    return false;
}

/* "Syrian rebels", "rebel fighters": their own side, not that of the state whose adjective stands before. */
static bool opposes_state(const struct extraction *extraction, struct span words)
{
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->adjective && mark->words.first >= words.first && mark->words.end <= words.end) {
            return tells_opposed(extraction->text, words);
        }
    }
    return false;
}

/* "Rebel fighters", "police reinforcements": the word at item `i` before the head tells who they are. */
static void note_branch(struct group *group, const struct match *match, size_t i)
{
    const struct item *item = &match->items[i];
    const unsigned noun = item_is(item, CLASS_PERSON) ? CLASS_PERSON : CLASS_PERSONS;

    if (i + 1 == match->end_item || group->people == NULL || !item_is(item, CLASS_MODIFIER) ||
        !item_is(item, CLASS_FIGHTER) || !item_is(item, noun) ||
        (noun == CLASS_PERSON && !item_is(item, CLASS_IRREGULAR))) { /* not "private" */
        return;
    }
    group->branch = true;
    group->people = text_value(item_value(item, noun));
    group->irregular = item_is(item, CLASS_IRREGULAR);
}

/* What the words of the whole phrase tell of them. */
static void note_phrase(struct group *group, const struct match *match)
{
    bool opposed = tells_opposed(match->text, match_words(match));
    size_t i;

    for (i = match->first_item; i < match->end_item; i++) {
        const char *actor = item_actor(&match->items[i]);

        if (actor != NULL && (!opposed || !item_is(&match->items[i], CLASS_NATION))) {
            add_actor(group, actor);
        }
        /* "reinforcements of 2,000 men" */
        group->fighters =
            group->fighters || (item_is(&match->items[i], CLASS_FIGHTER) && i + 1 < match->end_item &&
                                item_is(&match->items[i + 1], CLASS_PREPOSITION));
        note_branch(group, match, i);
        group->known = group->known || determiner_known(&match->items[i]);
        group->own = group->own || item_is(&match->items[i], CLASS_POSSESSIVE);
        group->others = group->others || item_is(&match->items[i], CLASS_SAME);
        group->batch = group->batch || (group->people == NULL && !group->named && !group->pronoun &&
                                        item_is(&match->items[i], CLASS_FORMATION) &&
                                        !item_is(&match->items[i], CLASS_FIGHTER));
    }
}

/* "25 soldiers and civilians", "ten women and children": nobody says how many were of the last. */
static void note_mixture(struct group *group, const struct match *match)
{
    for (size_t i = match->first_item; i + 2 < match->end_item && group->people != NULL; i++) {
        const struct item *item = &match->items[i];
        const char *people =
            item_is(item, CLASS_PERSONS) ? text_value(item_value(item, CLASS_PERSONS)) : NULL;

        if (people != NULL && item_is(&match->items[i + 1], CLASS_AND) &&
            strcmp(people, group->people) != 0) {
            group->people = "people";
            group->fighters = group->fighters && item_is(item, CLASS_FIGHTER);
        }
    }
}

/* group(HEAD?, QUANTITY?, QUANTITY?): the head noun and the number of people, or two to add; who they are
 * comes from the nations and forces in the span.  A head that is no noun for people is a name: one person;
 * one that the rule spells out is what fighters are called whom a noun for a body names, "the army". */
static bool act_group(struct extraction *extraction, const struct match *match, const struct match_call *call,
                      struct value *value)
{
    const struct match_argument *head = argument(call, 0);
    const struct match_argument *number = argument(call, 1);
    const struct match_argument *more = argument(call, 2);
    uint32_t between = more == NULL ? 0 : more->first_token - match->first_token; /* tokens before it */
    bool opposed = opposes_state(extraction, match_words(match));
    struct group group = {.words = match_words(match)};

    if (head != NULL && head->item != NULL) {
        note_head(&group, head->item);
    } else if (head != NULL && head->value.kind == VALUE_TEXT) {
        group.people = text_value(head->value);
        group.fighters = true;
    }
    if (group.pronoun && pronoun_means(head->item, "one")) {
        number = head;
    } else if (head != NULL && head->item != NULL && number == NULL && !item_is(head->item, CLASS_PERSONS) &&
               !item_is(head->item, CLASS_PERSON) && !item_is(head->item, CLASS_NATIONALS) &&
               !group.pronoun) {
        group.named = item_is(head->item, CLASS_CAPITALIZED);
        if (!group.named || match->end_token - match->first_token > 1 ||
            !name_unlisted(extraction, match, NULL, &group)) {
            number = head;
        }
    } else if (head != NULL && head->item != NULL && number != NULL &&
               item_is(head->item, CLASS_CAPITALIZED) && !item_is(head->item, CLASS_PERSONS) &&
               !item_is(head->item, CLASS_PERSON) && !item_is(head->item, CLASS_NATIONALS) &&
               !item_is(head->item, CLASS_FORMATION) &&
               !name_unlisted(extraction, match, quantity_of(number), &group)) {
        return false;
    }
    if (quantity_of(number) != NULL) {
        /* "two battalions" are no two people */
        if (!counts_units(match, head, number)) {
            group.quantity = *quantity_of(number);
        }
        if (more != NULL && ((between >= 2 && ends_as_plural(match->text, more->first_token - 2)) ||
                             !add_quantity(&group.quantity, quantity_of(more)))) {
            /* "six Veldars and two women" are not six and two women */
            return false;
        }
    } else if (number != NULL && (number->item == NULL || !item_is(number->item, CLASS_FORMATION))) {
        /* "a soldier", "the mayor", a name: one, in these words */
        group.quantity = (struct quantity){.min = 1, .max = 1, .words = match_words(match)};
    }
    note_phrase(&group, match);
    note_mixture(&group, match);
    if (group.actor_count == 0 && !opposed) {
        add_marked_actors(extraction, group.words, &group);
    }
    if (group.actor_count == 0 && !opposed && group.fighters && !group.named && head != NULL) {
        if (between >= 1) {
            name_force(extraction, more->first_token - 1, &group);
        }
        name_force(extraction, head->first_token < match->end_token ? head->first_token : match->end_token,
                   &group);
    }
    if (more != NULL && group.fighters && group.actor_count > 1) {
        /* "three French and two Belgian soldiers": two forces, each with a number of its own */
        return false;
    }
    if (match->first_item > 0 && item_is(&match->items[match->first_item - 1], CLASS_PART)) {
        group.part = true;
    }
    return give_group(extraction, &group, value);
}

/* Makes of people by name those that the words before their names call them: "priests A, B and C", and as
 * many as those say, "three of the priests". */
static void call_them(struct group *names, const struct group *who)
{
    uint32_t i;

    names->people = who->people;
    names->fighters = who->fighters;
    names->irregular = who->irregular;
    names->actor_count = who->actor_count;
    for (i = 0; i < who->actor_count; i++) {
        names->actors[i] = who->actors[i];
    }
    if (!span_empty(who->quantity.words)) {
        names->quantity = who->quantity;
    }
}

/* "Nine members of the security forces" are of these. */
static void take_members(struct group *members, const struct match *match)
{
    if (members->people == NULL || strcmp(members->people, "members") != 0) {
        return;
    }
    for (size_t i = match->first_item + 1; i < match->end_item; i++) {
        const struct group *body = item_group(&match->items[i]);

        if (body != NULL && body->fighters && !body->named && body->people != NULL) {
            members->people = body->people;
            members->fighters = true;
            members->irregular = body->irregular;
        }
    }
}

/* same(GROUP, GROUP?): the group, over a wider span; a nation named in the rest of it is theirs when they
 * have none. */
static bool act_same(struct extraction *extraction, const struct match *match, const struct match_call *call,
                     struct value *value)
{
    const struct group *group = group_of(argument(call, 0));
    struct group wider;
    size_t i;

    if (group == NULL || group->pronoun) {
        return false;
    }
    wider = *group;
    wider.words = match_words(match);
    if (group_of(argument(call, 1)) != NULL) {
        call_them(&wider, group_of(argument(call, 1)));
    }
    take_members(&wider, match);
    for (i = match->first_item; i < match->end_item; i++) {
        /* "a column of 200 men", not "a regiment of accountants" */
        wider.fighters = wider.fighters || ((group->ranks || group->specialists || group->people == NULL) &&
                                            item_is(&match->items[i], CLASS_FORMATION) &&
                                            item_is(&match->items[i], CLASS_FIGHTER));
    }
    if (wider.actor_count == 0 && !opposes_state(extraction, wider.words)) {
        add_marked_actors(extraction, wider.words, &wider);
    }
    return give_group(extraction, &wider, value);
}

bool people_act(struct extraction *extraction, const struct match *match, const struct match_call *call,
                struct value *value)
{
    switch ((enum report_action)call->action) {
    case REPORT_GROUP:
        return act_group(extraction, match, call, value);
    case REPORT_SAME:
        return act_same(extraction, match, call, value);
    case REPORT_SUM:
        return sum_act(extraction, match, call, value);
    default:
        return quantity_act(extraction, match, call, value);
    }
}
