/* The actions of report.rules that make claims: triggers out of verbs and nouns, and drafts. */
#include "report/phrase.h"
#include "report/screen.h"

/* Which classes of words name what a report turns on. */
static const unsigned trigger_classes[] = {CLASS_DONE, CLASS_DOING,    CLASS_BEFELL, CLASS_STATE,
                                           CLASS_TOLL, CLASS_TOLLWORD, CLASS_DEED,   CLASS_AMONG};

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
    /* "were reported wounded"; but "recalled" is the verb itself */
    trigger->hedged = trigger->hedged || (item_is(item, CLASS_SAID) && !item_is(item, CLASS_DONE));
    trigger->perfect = trigger->perfect || ((trigger->modal || trigger->would) && item_is(item, CLASS_HAVE));
    if (mood == NULL) {
        return;
    }
    trigger->could = trigger->could || strcmp(mood, "could") == 0;
    trigger->modal = trigger->modal || trigger->could || strcmp(mood, "modal") == 0;
    trigger->future = trigger->future || strcmp(mood, "future") == 0;
    trigger->expected = trigger->expected || strcmp(mood, "expected") == 0;
    trigger->hedged = trigger->hedged || strcmp(mood, "hedged") == 0;
    trigger->feared = trigger->feared || strcmp(mood, "feared") == 0;
    trigger->planned = trigger->planned || strcmp(mood, "planned") == 0;
    trigger->condition = trigger->condition || strcmp(mood, "condition") == 0;
    trigger->would = trigger->would || strcmp(mood, "would") == 0;
    trigger->infinitive = trigger->infinitive || strcmp(mood, "infinitive") == 0;
}

static void note_auxiliaries(struct trigger *trigger, const struct match *match)
{
    size_t i;
    bool finite = false;

    trigger->bare = match->end_item - match->first_item == 1;
    for (i = match->first_item; i < match->end_item; i++) {
        const struct item *item = &match->items[i];

        /* "were said to be", "claims to be": the infinitive hangs on a finite verb; or "to have killed": it
         * is over */
        finite = finite || item_is(item, CLASS_HAVE) ||
                 ((item_is(item, CLASS_BE) || item_is(item, CLASS_SAID)) && !trigger->infinitive);
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
    return give(extraction, &(struct phrase){.kind = PHRASE_VERB, .trigger = trigger}, value);
}

static bool trigger_of(const struct match_argument *from, struct trigger *trigger)
{
    const struct phrase *verb;

    if (from == NULL || from->item == NULL) {
        return false;
    }
    verb = item_phrase(from->item, CLASS_VERB, PHRASE_VERB);
    if (verb != NULL) {
        *trigger = verb->trigger;
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

/* "the planned force has landed": the participle at item `i` tells of a noun, and not of what the verb does;
 * not "the plan to". */
static bool names_planned(const struct match *match, size_t i)
{
    return i > 0 && !item_is(&match->items[i], CLASS_NOUNLIKE) &&
           (item_is(&match->items[i - 1], CLASS_DETERMINER) ||
            item_is(&match->items[i - 1], CLASS_POSSESSIVE));
}

/* "would be taken and killed": between the mood at item `i` and the match an auxiliary stands that both verbs
 * share; of "would wait and deployed" the second has neither. */
static bool has_auxiliary(const struct match *match, size_t i)
{
    bool auxiliary = false;

    for (i++; i < match->first_item; i++) {
        auxiliary = auxiliary || item_is(&match->items[i], CLASS_BE) ||
                    item_is(&match->items[i], CLASS_HAVE) || item_is(&match->items[i], CLASS_PASSIVE);
    }
    return auxiliary;
}

/* "But" before a verb. */
static bool contrasts(const struct item *item)
{
    const char *clause = item_is(item, CLASS_CLAUSE) ? text_value(item_value(item, CLASS_CLAUSE)) : NULL;

    return clause != NULL && strcmp(clause, "contrast") == 0;
}

/* "Authorised and sent": the plan at item `i` is a verb of its own; not "will be authorised and sent". */
static bool is_done_plan(const struct match *match, size_t i)
{
    const char *mood = text_value(item_value(&match->items[i], CLASS_MOOD));

    return mood != NULL && strcmp(mood, "planned") == 0 &&
           (i == 0 || !item_is(&match->items[i - 1], CLASS_BE));
}

/* What stands before a verb in its clause and makes it less than a statement: "if", "is expected to", "no".
 */
static void note_clause(struct trigger *trigger, const struct match *match)
{
    size_t i = match->first_item;
    size_t seen = 0;
    bool infinitive = trigger->infinitive;
    bool aside = false;
    bool joined = i > 0 && (item_is(&match->items[i - 1], CLASS_AND) || contrasts(&match->items[i - 1])) &&
                  token_is(match->text, trigger->words.end - 1, CLASS_DONE) &&
                  !token_is(match->text, trigger->words.end - 1, CLASS_DOING);

    while (i > 0 && seen < 24 && !ends_clause(match, &match->items[i - 1])) {
        const struct item *item = &match->items[--i];

        /* "accused of killing"; not "who was accused of theft, was killed" */
        trigger->hedged = trigger->hedged || (item_is(item, CLASS_ACCUSED) && !aside);
        aside = aside || item_is(item, CLASS_PUNCT);
        if (item_is(item, CLASS_SAID) && !item_is(item, CLASS_NOUNLIKE)) {
            return;
        }
        if (item_is(item, CLASS_CONDITION)) {
            trigger->condition = true;
        }
        if (seen < 3 && item_is(item, CLASS_MOOD) && !(seen > 0 && names_planned(match, i)) &&
            !(joined && (seen > 1 || is_done_plan(match, i)) && !has_auxiliary(match, i))) {
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

/* "Sent to the front": within so many words behind the verb. */
#define FRONT_REACH 8

static bool leads_to_front(const struct match *match)
{
    bool towards = false;
    size_t i;

    for (i = match->end_item; i < match->item_count && i < match->end_item + FRONT_REACH; i++) {
        const struct item *item = &match->items[i];

        if (towards && item_is(item, CLASS_FRONT_LINE)) {
            return true;
        }
        if (item_is(item, CLASS_PUNCT) || item_is(item, CLASS_SAID)) {
            return false;
        }
        towards = item_is(item, CLASS_PREPOSITION) || (towards && !item_is(item, CLASS_GROUP));
    }
    return false;
}

/* True when the verb that the match begins with tells of several: "were killed". */
static bool several_verb(const struct match *match)
{
    uint32_t token;

    for (token = match->first_token; token < match->end_token; token++) {
        if (token_has(match->text, token, CLASS_BE, "several")) {
            return item_is(&match->items[match->first_item], CLASS_PASSIVE);
        }
    }
    return false;
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
    if (quantity_of(number) != NULL) {
        draft.quantity = *quantity_of(number);
    } else if (counted != NULL) {
        draft.quantity = counted->quantity;
    }
    if (group != NULL && draft.quantity.min == 1 && draft.quantity.max == 1 && several_verb(match) &&
        match->call_count == 1) {
        /* "Aldo Vanti, a clerk; and a cook were killed": not one; "six rebels and one soldier were" each are
         */
        draft.quantity = (struct quantity){0};
    }
    extraction->drafts[extraction->draft_count++] = draft;
}

/* "The rebels", but not "a column of rebels", "one in three soldiers", "the crew". */
static bool bare_plural(const struct text *text, const struct group *group)
{
    uint32_t token;

    for (token = group->words.first; token < group->words.end; token++) {
        if (token_is(text, token, CLASS_FORMATION) || token_is(text, token, CLASS_KINDRED) ||
            token_is(text, token, CLASS_PREPOSITION)) {
            return false;
        }
    }
    return span_empty(group->quantity.words) && !group->pronoun && !group->named &&
           token_is(text, group->words.end - 1, CLASS_PERSONS) && ends_as_plural(text, group->words.end - 1);
}

/* True when the verb, far behind the people in their sentence, is one of another number than they are: "the
 * workers of a farm, whose owner was killed".  A name may be the last of a list. */
static bool disagrees(const struct match *match, const struct trigger *trigger, const struct group *group)
{
    const struct text *text = match->text;
    const struct quantity *quantity = &group->quantity;
    bool one = !span_empty(quantity->words) && quantity->min == 1 && quantity->max == 1;
    bool several = !span_empty(quantity->words) && quantity->min != COUNT_NONE && quantity->min > 1;
    bool far = false;
    uint32_t token;

    if (!item_is(&match->items[match->first_item], CLASS_PASSIVE)) {
        return false;
    }
    if (bare_plural(text, group)) {
        /* "the judge who sentenced the rebels was killed" */
        several = true;
        far = true;
    }
    for (token = group->words.end; token < match->first_token && !far; token++) {
        far = text->tokens[token].type == TOKEN_PUNCT;
    }
    for (token = match->first_token; far && token < trigger->words.end; token++) {
        const char *number = token_value(text, token, CLASS_BE);

        number = number != NULL ? number : token_value(text, token, CLASS_HAVE);
        if (number != NULL) {
            return strcmp(number, "one") == 0 ? several : one && !group->named;
        }
    }
    return false;
}

/* True for people whom the verb or "has" right before them has for its object, when the trigger goes on
 * behind a comma or "and": "Norland, which has 900 troops in Chad, suffered losses", "the rebels seized 12
 * guards and withdrew".  Not "had 12 soldiers, some of whom were killed". */
static bool of_verb_before(const struct extraction *extraction, const struct match *match,
                           const struct trigger *trigger, const struct group *group)
{
    const struct text *text = match->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    bool parted = false;
    uint32_t token = group->words.first;

    if (token <= first + 1 || group->pronoun ||
        !(token_is(text, token - 1, CLASS_HAVE) ||
          (token_is(text, token - 1, CLASS_DONE) && !token_is(text, token - 2, CLASS_DETERMINER) &&
           !token_is(text, token - 2, CLASS_POSSESSIVE)))) {
        return false; /* "two of the murdered victims" */
    }
    for (token = group->words.end; token < trigger->words.first; token++) {
        if (token_is(text, token, CLASS_RELATIVE) || token_is(text, token, CLASS_CLAUSE)) {
            return false;
        }
        parted = parted || token_is(text, token, CLASS_AND) || token_is_sign(text, token, ",");
    }
    return parted;
}

/* "According to the rebels, nine men were killed": who speaks is not whom it befell, when others stand behind
 * the comma. */
static bool speaks_of_next(struct extraction *extraction, const struct match *match,
                           const struct group *group)
{
    size_t i;

    for (i = 0; i + 2 < match->item_count && match->items[i].first_token < group->words.end; i++) {
    }
    return i + 1 < match->item_count &&
           str_equal(text_span(match->text, match->items[i].first_token, match->items[i].end_token),
                     STR(",")) &&
           (item_group(&match->items[i + 1]) != NULL || (item_is(&match->items[i + 1], CLASS_CAPITALIZED) &&
                                                         !item_is(&match->items[i + 1], CLASS_RELATIVE))) &&
           rule_in_attribution(extraction, group->words.first);
}

/* "Bremmer was shot dead along with two guards": three.  False when one of the numbers is none or vague: then
 * it tells of the first alone. */
static bool add_companions(struct draft *draft, const struct group *companions)
{
    const struct quantity *more = &companions->quantity;
    struct quantity *quantity = &draft->quantity;

    if (span_empty(quantity->words) || span_empty(more->words) || quantity->min == COUNT_NONE ||
        quantity->min != quantity->max || more->min == COUNT_NONE || more->min != more->max ||
        companions->pronoun) {
        return false;
    }
    quantity->min += more->min;
    quantity->max = quantity->min;
    quantity->words.end = companions->words.end;
    return true;
}

/* So many words may stand between people and what became of them: "Afghans who had been evacuated". */
#define RESCUED_WORDS 3

/* True for "300 evacuated Afghans", "Afghans rescued from Norvik": people of a nation who are no soldiers. */
static bool are_rescued(const struct text *text, const struct group *group)
{
    uint32_t behind = group->words.end;
    bool rescued = false;

    for (uint32_t token = group->words.first; token < group->words.end; token++) {
        if (token_is(text, token, CLASS_FIGHTER)) {
            return false;
        }
        rescued = rescued || token_has(text, token, CLASS_COMMON, "rescued");
    }
    while (behind < group->words.end + RESCUED_WORDS &&
           (token_is(text, behind, CLASS_HUMAN) || token_is(text, behind, CLASS_BE) ||
            token_is(text, behind, CLASS_HAVE))) {
        behind++;
    }
    return rescued || token_has(text, behind, CLASS_COMMON, "rescued");
}

/* report(TRIGGER, PEOPLE?, NUMBER?): the trigger is a word, a verb item or a subtype as a string; the number
 * is that of the people unless it is given.  together(TRIGGER, PEOPLE, PEOPLE): those and the ones with them.
 */
static bool act_report(struct extraction *extraction, const struct match *match,
                       const struct match_call *call)
{
    struct trigger trigger = {0};
    const struct match_argument *named = argument(call, 0);
    const struct match_argument *who = argument(call, 1);
    const struct match_argument *limit = call->action == REPORT_REPORT ? argument(call, 2) : NULL;

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
        !token_is(match->text, trigger.words.end - 1, CLASS_OF_PERSONS) &&
        (group_of(who)->unlisted ||
         (group_of(who)->named && group_of(who)->words.end - group_of(who)->words.first == 1))) {
        /* what is captured may be a town */
        return false;
    }
    if (group_of(who) != NULL && !group_of(who)->fighters &&
        (token_has(match->text, trigger.words.end - 1, CLASS_OF_PERSONS, "ranks") ||
         (token_is(match->text, trigger.words.end - 1, CLASS_WAR_ONLY) &&
          token_is(match->text, trigger.words.end - 1, CLASS_DONE)))) {
        /* a post is "eliminated" without harm, a candidate too; only soldiers "fall" */
        return false;
    }
    if (group_of(who) != NULL && speaks_of_next(extraction, match, group_of(who))) {
        return false;
    }
    if (group_of(who) != NULL && disagrees(match, &trigger, group_of(who))) {
        return false;
    }
    if (group_of(who) != NULL && of_verb_before(extraction, match, &trigger, group_of(who))) {
        return false;
    }
    trigger.to_front = trigger.kind == KIND_DEPLOYMENT && leads_to_front(match);
    if (trigger.kind == KIND_DEPLOYMENT && group_of(who) != NULL && are_rescued(match->text, group_of(who))) {
        return false;
    }
    if (trigger.kind == KIND_DEPLOYMENT && group_of(who) != NULL && !group_of(who)->fighters &&
        !group_of(who)->batch && !group_of(who)->several && !group_of(who)->specialists &&
        !group_of(who)->ranks && !trigger.to_front) {
        return false;
    }
    if (trigger.words.end <= match->first_token) {
        /* "and five on Tuesday": it is told again here, with what belongs to it */
        trigger.words = match_words(match);
    }
    note_clause(&trigger, match);
    note_between(&trigger, match, limit != NULL ? limit : who);
    add_draft(extraction, match, &trigger, who, limit);
    if (trigger.subtype == SUBTYPE_REINFORCED && who != NULL && who->end_token <= trigger.words.first &&
        token_is(match->text, trigger.words.end - 1, CLASS_DONE) && extraction->draft_count > 0) {
        /* "the 300 men in Gao were reinforced": by how many, nobody says; "300 joined" says it */
        extraction->drafts[extraction->draft_count - 1].quantity = (struct quantity){0};
    }
    if (call->action == REPORT_TOGETHER && extraction->draft_count > 0) {
        return group_of(argument(call, 2)) != NULL &&
               add_companions(&extraction->drafts[extraction->draft_count - 1], group_of(argument(call, 2)));
    }
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
        case REPORT_VERB:
            done = act_verb(extraction, match, call, value);
            break;
        case REPORT_REPORT:
        case REPORT_TOGETHER:
            done = act_report(extraction, match, call);
            break;
        default:
            done = people_act(extraction, match, call, value);
            break;
        }
        if (!done) {
            extraction->draft_count = drafts;
            return false;
        }
    }
    return true;
}
