/* Whose people a report is about. */
#include "report/agent.h"
#include "report/antecedent.h"
#include "report/clause.h"
#include "report/owner.h"
#include "report/voice.h"

#include <string.h>

/* How many sentences later "the soldiers" may still be those spoken of. */
#define KNOWN_PEOPLE_REACH 4

struct str join_actors(struct extraction *extraction, const struct group *group)
{
    struct str joined = str_from(group->actors[0]);
    uint32_t i;

    for (i = 1; i < group->actor_count; i++) {
        joined = arena_printf(extraction->arena, "%.*s; %s", STR_ARG(joined), group->actors[i]);
        if (joined.data == NULL) {
            extraction->out_of_memory = true;
        }
    }
    return joined;
}

bool in_attribution(const struct extraction *extraction, uint32_t token)
{
    size_t i;

    for (i = 0; i < extraction->attribution_count; i++) {
        if (span_holds(extraction->attributions[i].words, token) ||
            span_holds(extraction->attributions[i].speaker, token)) {
            return true;
        }
    }
    return false;
}

/* As what the people of a claim that only counts them may stand before its verb. */
static enum part part_of(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;

    if (draft->trigger.kind != KIND_CASUALTY || loses(text, &draft->trigger)) {
        return PART_ANY;
    }
    if (draft->group != NULL || draft->trigger.words.first >= draft->quantity.words.first) {
        return PART_HARMED;
    }
    if (token_is(text, draft->trigger.words.end - 1, CLASS_DOING)) {
        /* "Norland's forces shelled Norvik, killing three" */
        return PART_OBJECT;
    }
    /* "French troops killed three" */
    return token_is(text, draft->trigger.words.end - 1, CLASS_DONE) ? PART_NO_SUBJECT : PART_HARMED;
}

/* So many words may stand between people and what they do: "French soldiers in two lorries had then". */
#define DEED_REACH 8

/* True for a verb that those before it do to others: "shelled", "shot dead", "opened fire", "launched a
 * raid". Not for a participle of what befell them: "hit by", "killed in". The sentence ends at `end`. */
static bool strikes_others(const struct text *text, uint32_t token, uint32_t end)
{
    uint32_t noun = token + 1;

    if (noun >= end || token_is(text, noun, CLASS_AGENT)) {
        return false;
    }
    if (token_is(text, token, CLASS_HITS)) {
        return !token_is(text, token, CLASS_THING) && !token_is(text, token, CLASS_HAPPENING);
    }
    if (token_has(text, token, CLASS_DONE, "killed") || token_has(text, token, CLASS_DONE, "wounded") ||
        token_has(text, token, CLASS_DONE, "captured") || token_is(text, token, CLASS_BURST)) {
        return text->tokens[noun].type != TOKEN_PUNCT && !token_is(text, noun, CLASS_AND) &&
               !token_has(text, noun, CLASS_PREPOSITION, "place");
    }
    if (token_is(text, token, CLASS_PAST_CUE) && token_is(text, noun, CLASS_COMBAT)) {
        return token_is(text, noun, CLASS_HAPPENING);
    }
    for (; token_is(text, token, CLASS_CARRIED_OUT) && noun < end && noun <= token + 4; noun++) {
        if (token_is(text, noun, CLASS_HAPPENING)) {
            return true;
        }
    }
    return false;
}

/* The end of the sentence that names them, which may be one before: a line need not end with a full stop. */
static uint32_t end_around(const struct text *text, const struct group *group)
{
    return text->sentences[text_sentence_of(text, group->words.first)].end_token;
}

/* "French troops shelled Norvik", "the soldiers, who raided a farm": they do it, and what comes of it befalls
 * others. */
static bool does_harm(const struct text *text, const struct group *group)
{
    uint32_t token = group->words.end;
    uint32_t limit = end_around(text, group);
    uint32_t end = token + DEED_REACH < limit ? token + DEED_REACH : limit;

    token +=
        token + 1 < end && token_is(text, token + 1, CLASS_RELATIVE) ? 1 : 0; /* the comma before "who" */
    for (; token < end; token++) {
        if (strikes_others(text, token, limit)) {
            return true;
        }
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_BE) ||
            token_is(text, token, CLASS_AND) || token_is(text, token, CLASS_CLAUSE) ||
            token_is(text, token, CLASS_SAID)) {
            return false;
        }
    }
    return false;
}

/* "Shelled the French troops", "a raid on French troops", "French troops were shelled": of people of the
 * sentence at hand, before a verb of it. */
static bool is_object(const struct extraction *extraction, const struct group *group)
{
    const struct text *text = extraction->text;
    uint32_t token = group->words.first;

    return token_is(text, group->words.end, CLASS_BE) ||
           (token > text->sentences[extraction->sentence].first_token &&
            (token_is(text, token - 1, CLASS_HITS) || token_is(text, token - 1, CLASS_PREPOSITION)));
}

static bool plays(const struct extraction *extraction, const struct group *group, enum part part)
{
    if (part == PART_ANY || is_object(extraction, group)) {
        return true;
    }
    return part != PART_OBJECT && !does_harm(extraction->text, group) &&
           (part != PART_NO_SUBJECT || !opens_clause(extraction, group->words.first));
}

const struct group *earlier_group(const struct extraction *extraction, uint32_t token, enum part part)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        const struct group *group = item_group(item);

        if (group != NULL && item->end_token <= token && group->fighters &&
            !group->part && /* "74, including eight Americans, were killed" */
            group->actor_count > 0 && !in_attribution(extraction, item->first_token) &&
            plays(extraction, group, part)) {
            return group;
        }
    }
    return NULL;
}

bool actor_named(const struct group *group, const char *actor)
{
    uint32_t i;

    for (i = 0; group != NULL && i < group->actor_count; i++) {
        if (strcmp(group->actors[i], actor) == 0) {
            return true;
        }
    }
    return false;
}

/* The people last spoken of: for two sentences, and for two more when no other side is named meanwhile. */
static const struct group *spoken_of(const struct extraction *extraction)
{
    const struct group *people = extraction->people;
    size_t i;

    if (people == NULL || extraction->people_sentence + KNOWN_PEOPLE_REACH < extraction->sentence) {
        return NULL;
    }
    for (i = 0; i < extraction->mark_count && extraction->people_sentence + 2 < extraction->sentence; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->actor != NULL && !actor_named(people, mark->actor) &&
            !in_attribution(extraction, mark->words.first)) {
            return NULL;
        }
    }
    return people;
}

/* "French troops killed three. Two were wounded": the people last spoken of did that. */
static bool did_harm(const struct extraction *extraction, const struct group *people)
{
    for (size_t i = extraction->before; i < extraction->sentence_reports; i++) {
        const struct report *report = &extraction->reports[i];

        if (extraction->before_sentence + 1 == extraction->sentence && report->kind == KIND_CASUALTY &&
            report->counterpart.data != NULL && people->actor_count > 0 &&
            str_equal(report->counterpart, str_from(people->actors[0]))) {
            return true;
        }
    }
    return false;
}

/* "Nine were wounded", "Another nine were wounded": the number goes on about people before. */
static bool opens_sentence(const struct extraction *extraction, struct span number)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;

    while (extraction->text->tokens[first].type == TOKEN_PUNCT && first < number.first) {
        first++; /* a quotation mark */
    }
    if (token_is(extraction->text, first, CLASS_DETERMINER) &&
        token_is(extraction->text, first + 1, CLASS_SAME)) {
        first++; /* "A further 200" */
    }
    return span_empty(number) || number.first <= first + 1;
}

/* "Said the remaining 200 would follow": of those spoken of. */
static bool is_rest(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t first = draft->quantity.words.first;

    return token_has(extraction->text, first - 1, CLASS_MODIFIER, "rest");
}

/* More than were spoken of: "15,000 soldiers crossed; 500,000 have been killed" are others. */
static bool exceeds(const struct draft *draft, const struct group *group)
{
    return draft->group == NULL && group != NULL && !span_empty(draft->quantity.words) &&
           !span_empty(group->quantity.words) && group->quantity.max != COUNT_NONE &&
           draft->quantity.min > group->quantity.max;
}

/* "Its own losses": whose they are, the words before tell. */
static bool has_owner(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t token = draft->trigger.words.first;
    uint32_t steps;

    for (steps = 0; draft->group == NULL && token > 0 && steps < 3; steps++) {
        token--;
        if (token_is(text, token, CLASS_POSSESSIVE)) {
            return token_is(text, draft->trigger.words.first, CLASS_TOLL) ||
                   token_is(text, draft->trigger.words.first, CLASS_TOLLWORD);
        }
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_PREPOSITION)) {
            break;
        }
    }
    return false;
}

/* True for "the enemy's losses", "85 enemy soldiers", "the attackers lost 40 men": of none of those whom the
 * text has named for their side. */
static bool of_enemy(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t verb = verb_begin(extraction, draft);
    uint32_t token = verb;

    if (draft->trigger.kind != KIND_CASUALTY) {
        return false;
    }
    if (draft->group != NULL &&
        value_between(text, draft->group->words.first, draft->group->words.end, CLASS_MODIFIER, "enemy")) {
        return true;
    }
    while (token > first && verb - token < 3 && text->tokens[token - 1].type == TOKEN_WORD &&
           !token_is(text, token - 1, CLASS_PREPOSITION) && !token_is(text, token - 1, CLASS_AND)) {
        token--;
        if (token_has(text, token, CLASS_MODIFIER, "enemy") ||
            (loses(text, &draft->trigger) && token + 1 == verb && token_is(text, token, CLASS_PERSONS) &&
             !token_is(text, token, CLASS_FIGHTER) && !token_is(text, token, CLASS_RANKS))) {
            return true;
        }
    }
    /* "losses of the enemy" */
    token = draft->trigger.words.end;
    return token + 2 < text->token_count && token_has(text, token, CLASS_PREPOSITION, "of") &&
           (token_has(text, token + 1, CLASS_MODIFIER, "enemy") ||
            token_has(text, token + 2, CLASS_MODIFIER, "enemy"));
}

/* "Killed a suspect in the attack that left 12 dead": those whom that attack harmed are none of the people
 * before it. */
static bool of_related_attack(const struct text *text, const struct draft *draft, const struct group *before)
{
    for (uint32_t token = before->words.end; draft->group == NULL && token + 1 < draft->trigger.words.first;
         token++) {
        if (token_is(text, token, CLASS_HAPPENING) && token_is(text, token + 1, CLASS_RELATIVE)) {
            return true;
        }
    }
    return false;
}

/* The people whom a claim without a noun of its own is about: those of the claim before it in the sentence,
 * else those last spoken of. */
const struct group *people_of(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *group = draft->group;
    enum part part = part_of(extraction, draft);
    size_t i;

    if (group != NULL && !group->pronoun && (group->actor_count > 0 || group->people != NULL)) {
        return group;
    }
    if (has_owner(extraction, draft) || of_enemy(extraction, draft)) {
        return NULL;
    }
    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other != draft && other->group != NULL && !other->group->pronoun &&
            other->trigger.kind == draft->trigger.kind &&
            other->group->words.first < draft->trigger.words.first &&
            !of_related_attack(extraction->text, draft, other->group)) {
            group = other->group;
        }
        if (other != draft && !other->dropped && part <= PART_HARMED && draft->group == NULL &&
            other->trigger.kind == draft->trigger.kind &&
            other->quantity.words.first < draft->quantity.words.first) {
            part = part_of(extraction, other); /* "French troops killed three on Monday and two on Sunday" */
        }
    }
    if (group != NULL && !group->pronoun &&
        !(group == draft->group && group->batch && draft->trigger.kind == KIND_DEPLOYMENT)) {
        return group;
    }
    group = earlier_group(extraction, draft->trigger.words.first, part);
    if (group != NULL) {
        return group;
    }
    group = struck_before(extraction, draft);
    if (group != NULL && !exceeds(draft, group)) {
        return group;
    }
    if (draft->trigger.subtype == SUBTYPE_PLANNED && is_rest(extraction, draft)) {
        return spoken_of(extraction);
    }
    if (draft->group == NULL && !opens_sentence(extraction, draft->quantity.words)) {
        /* "hospitals treat 2,000 wounded": a number inside a sentence may be of anybody */
        return NULL;
    }
    group = spoken_of(extraction);
    if (group != NULL && part != PART_ANY && does_harm(extraction->text, group)) {
        return NULL;
    }
    return exceeds(draft, group) || (group != NULL && draft->group == NULL &&
                                     draft->trigger.kind == KIND_CASUALTY && did_harm(extraction, group))
               ? NULL
               : group;
}

/* "French soldiers attacked": they are not plainly those whom it befell. */
static bool attacked(const struct text *text, const struct group *group)
{
    uint32_t token = group->words.end;

    return token_is(text, token, CLASS_HITS) && !token_is(text, token, CLASS_THING) &&
           !token_is(text, token, CLASS_HAPPENING) && token < end_around(text, group);
}

/* True when soldiers that are only counted ("870 soldiers") may be of the people last spoken of: no other
 * side and no other place is named beside them, they are no more, and those were there, not merely to be
 * sent. */
static bool still_those(const struct extraction *extraction, const struct draft *draft)
{
    bool moves = false;
    size_t i;

    if (extraction->people != NULL && draft->group != NULL &&
        (draft->group->irregular != extraction->people->irregular ||
         (draft->trigger.kind == KIND_CASUALTY && attacked(extraction->text, extraction->people)))) {
        return false; /* policemen are no guerrillas, nor need they be of those who attacked */
    }
    for (i = extraction->before; i < extraction->sentence_reports; i++) {
        const struct report *report = &extraction->reports[i];

        moves = moves || (report->kind == KIND_DEPLOYMENT && report->subtype != SUBTYPE_ENTERED_COMBAT);
        if (report->subtype == SUBTYPE_PLANNED || report->status == STATUS_EXPECTED ||
            report->status == STATUS_HYPOTHETICAL ||
            (report->kind == KIND_DEPLOYMENT && report->count.max != COUNT_NONE &&
             draft->quantity.min > report->count.max)) {
            return false;
        }
    }
    for (i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->actor != NULL && !actor_named(extraction->people, mark->actor) &&
            !in_attribution(extraction, mark->words.first)) {
            return false;
        }
    }
    return !elsewhere(extraction, draft, moves);
}

/* The people of the claim before it of the same kind: in the sentence, else in the one before. */
static const struct group *people_before(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *before = NULL;
    uint32_t first = draft->group != NULL ? draft->group->words.first : draft->trigger.words.first;
    size_t i;

    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other != draft && !other->dropped && other->group != NULL && !other->group->pronoun &&
            other->group != draft->group && other->trigger.kind == draft->trigger.kind &&
            other->group->words.first < first) {
            before = other->group;
        }
    }
    if (before == NULL && extraction->people != NULL && draft->trigger.kind == KIND_CASUALTY &&
        extraction->people_sentence + 1 == extraction->sentence &&
        extraction->before_sentence + 1 == extraction->sentence &&
        extraction->before < extraction->report_count &&
        extraction->reports[extraction->before].kind == KIND_CASUALTY) {
        before = extraction->people;
    }
    return before;
}

uint32_t home_of(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t limit = text->sentences[extraction->sentence].end_token;
    uint32_t token;

    if (draft->group == NULL || draft->group->pronoun || draft->trigger.subtype == SUBTYPE_CAPTURED ||
        draft->trigger.subtype == SUBTYPE_WITHDRAWN ||
        (draft->trigger.kind == KIND_DEPLOYMENT && draft->group->words.first > draft->trigger.words.first)) {
        return 0;
    }
    token = draft->group->words.end;
    if (token + 1 >= limit || !is_from(text, token)) {
        return 0;
    }
    return token_is(text, token + 1, CLASS_DETERMINER) ? token + 2 : token + 1;
}

/* The state that soldiers are from: "peacekeepers from Chad"; NULL for none, and for "rebels from Chad". */
static const char *home_state(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t home = home_of(extraction, draft);
    bool opposed =
        home != 0 && token_value(extraction->text, draft->group->words.end - 1, CLASS_IRREGULAR) != NULL;
    size_t i;

    for (i = 0; home != 0 && !opposed && draft->group->fighters && i < extraction->mark_count; i++) {
        if (extraction->marks[i].words.first == home && !extraction->marks[i].adjective) {
            return extraction->marks[i].actor;
        }
    }
    return NULL;
}

/* The claim of the sentence that tells of this group; NULL for none. */
static const struct draft *draft_about(const struct extraction *extraction, const struct group *group)
{
    size_t i;

    for (i = 0; i < extraction->draft_count; i++) {
        if (!extraction->drafts[i].dropped && extraction->drafts[i].group == group) {
            return &extraction->drafts[i];
        }
    }
    return NULL;
}

/* "Rebel fighters", "police reinforcements": none of the soldiers spoken of. */
static bool of_other_branch(const struct group *group, const struct group *people)
{
    return group->branch && !(group->irregular && people->irregular) &&
           (people->people == NULL || strcmp(group->people, people->people) != 0);
}

/* True when a side that those last spoken of are not of is named before the draft's verb, and no place there.
 */
static bool other_side_before(const struct extraction *extraction, const struct draft *draft)
{
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->actor != NULL && !mark->adjective && mark->words.end <= draft->trigger.words.first &&
            extraction->people != NULL && !actor_named(extraction->people, mark->actor) &&
            !stands_as_place(extraction, mark->words.first)) {
            return true;
        }
    }
    return false;
}

/* "UN troops left Norvik. The army has since moved a battalion there", "... NATO sent reinforcements": these
 * are of who sends them, even when the sentence does not say whose that is. */
static bool sent_by_other(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = draft->trigger.words.first;

    if (draft->trigger.kind != KIND_DEPLOYMENT || draft->group == NULL || draft->group->words.first < token) {
        return false;
    }
    if (other_side_before(extraction, draft)) {
        return true;
    }
    token = verb_begin(extraction, draft);
    if (token > first && text->tokens[token - 1].type == TOKEN_WORD && !token_is_listed(text, token - 1) &&
        (text->tokens[token - 1].flags & TOKEN_CAPITALIZED)) {
        return true; /* "Norland moved": whoever that is */
    }
    return token > first && token_is(text, token - 1, CLASS_SPEAKER) &&
           !token_is(text, token - 1, CLASS_PERSONS) && !token_is(text, token - 1, CLASS_PERSON) &&
           (token_is(text, token - 1, CLASS_BODY) || token_is(text, token - 1, CLASS_MODIFIER));
}

struct str actor_of(struct extraction *extraction, const struct draft *draft)
{
    const struct group *group = people_of(extraction, draft);
    const struct draft *about = draft->group == NULL ? draft_about(extraction, group) : NULL;
    struct str owner;

    if ((group == NULL || (draft->group == group && group->actor_count == 0 &&
                           (group->ranks || (group->fighters && !group->irregular)))) &&
        force_hit(extraction, draft) != NULL && !loses(extraction->text, &draft->trigger)) {
        return str_from(force_hit(extraction, draft));
    }
    if (sender_of(extraction, draft) != NULL && (group != NULL || draft->trigger.kind == KIND_DEPLOYMENT)) {
        return str_from(sender_of(extraction, draft));
    }
    if (group == NULL) {
        return loser_speaking(extraction, draft);
    }
    if (about != NULL) {
        /* "lost 40 soldiers on Monday and five on Tuesday": whose the five are, its verb tells */
        draft = about;
    }
    if (group->actor_count > 0) {
        return join_actors(extraction, group);
    }
    if (draft->group == group && home_state(extraction, draft) != NULL) {
        return str_from(home_state(extraction, draft));
    }
    if (of_enemy(extraction, draft)) {
        return str_from(group->people);
    }
    if (lost_by(extraction, draft) != NULL) {
        return join_actors(extraction, lost_by(extraction, draft));
    }
    if (group->known && group->fighters && extraction->people != NULL &&
        extraction->people->actor_count > 0 && !fights_apart(extraction->text, group, extraction->people) &&
        extraction->people_sentence + KNOWN_PEOPLE_REACH >= extraction->sentence) {
        return join_actors(extraction, extraction->people);
    }
    owner = owner_of(extraction, draft, group);
    if (owner.data == NULL) {
        owner = fighters_losing(extraction, draft, group);
    }
    if (owner.data == NULL && draft->group == group) {
        owner = loser_speaking(extraction, draft);
    }
    if (owner.data != NULL) {
        return owner;
    }
    if (group->others && !group->fighters && group->people != NULL && strcmp(group->people, "people") == 0 &&
        token_is(extraction->text, group->words.end - 1, CLASS_SAME)) {
        /* "nine others", not "nine other people": more of those */
        const struct group *before = people_before(extraction, draft);

        if (before != NULL && (before->actor_count > 0 || before->people != NULL)) {
            return before->actor_count > 0 ? join_actors(extraction, before) : str_from(before->people);
        }
    }
    /* "the soldiers" behind "North Korean troops" are North Korean */
    if (group->fighters &&
        (span_empty(group->quantity.words) || group->others || group->known ||
         still_those(extraction, draft)) &&
        extraction->people != NULL && extraction->people->actor_count > 0 && extraction->people->fighters &&
        !of_other_branch(group, extraction->people) &&
        !fights_apart(extraction->text, group, extraction->people) && !sent_by_other(extraction, draft) &&
        extraction->people_sentence + 1 >= extraction->sentence) {
        return join_actors(extraction, extraction->people);
    }
    return str_from(group->people);
}
