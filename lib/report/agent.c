#include "report/agent.h"

#include "report/assault.h"
#include "report/clause.h"
#include "report/owner.h"
#include "report/voice.h"

#include <string.h>

/* So many words back the first of two sides may stand: "between the army of Chad and the RSF". */
#define BETWEEN_WORDS 8

/* "Fighting between A and B killed nine": neither is said to have. */
static bool second_of_two(const struct text *text, uint32_t first, uint32_t token)
{
    uint32_t steps;

    if (token == first || !token_is(text, token - 1, CLASS_AND)) {
        return false;
    }
    for (steps = 0; token > first && steps < BETWEEN_WORDS; steps++) {
        token--;
        if (token_has(text, token, CLASS_PREPOSITION, "between")) {
            return true;
        }
        if (text->tokens[token].type == TOKEN_PUNCT) {
            return false;
        }
    }
    return false;
}

bool acts_behind(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t end = text->sentences[extraction->sentence].end_token;

    for (; token < end && text->tokens[token].type == TOKEN_WORD && !token_is(text, token, CLASS_PREPOSITION);
         token++) {
        bool happening = token_is(text, token, CLASS_HAPPENING);

        if (token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE) ||
            (!happening &&
             (token_is(text, token, CLASS_HITS) || tells_of_harm(text, token) || other_verb(text, token)))) {
            return true;
        }
    }
    return false;
}

bool behind_preposition(const struct extraction *extraction, uint32_t token)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;

    if (token > first && token_is(extraction->text, token - 1, CLASS_DETERMINER)) {
        token--;
    }
    if (token > first && token_is(extraction->text, token - 1, CLASS_CLAUSE) &&
        acts_behind(extraction, token)) {
        return false; /* "after rebels killed nine" */
    }
    if (token > first + 1 && token_has(extraction->text, token - 1, CLASS_PREPOSITION, "of") &&
        token_is(extraction->text, token - 2, CLASS_FORMATION)) {
        return false; /* "a group of Belgians" */
    }
    return token > first && (token_is(extraction->text, token - 1, CLASS_PREPOSITION) ||
                             second_of_two(extraction->text, first, token));
}

const char *armed_body(const struct text *text, uint32_t token)
{
    const char *name = token_value(text, token, CLASS_BODY);

    if (name == NULL || token == 0 || !token_is(text, token - 1, CLASS_DETERMINER) ||
        token_is(text, token + 1, CLASS_PERSONS) || token_is(text, token + 1, CLASS_PERSON) ||
        token_is(text, token + 1, CLASS_GENITIVE) ||
        (text->tokens[token + 1].flags & TOKEN_CAPITALIZED) != 0 ||
        (token_has(text, token + 1, CLASS_PREPOSITION, "of") &&
         (text->tokens[token + 2].flags & TOKEN_CAPITALIZED) != 0)) {
        return NULL;
    }
    return name;
}

/* What the fighters are called whose last word stands at `token`: "security forces". */
static struct str name_of_fighters(const struct extraction *extraction, uint32_t token)
{
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->end_token == token + 1 && doers(extraction->text, item) != NULL) {
            return str_from(doers(extraction->text, item));
        }
    }
    return str_from(token_value(extraction->text, token, CLASS_PERSONS));
}

struct str body_speaking(const struct extraction *extraction, const struct attribution *attribution)
{
    struct str side = side_speaking(extraction, attribution);
    const char *body;

    if (side.data != NULL || span_empty(attribution->speaker)) {
        return side;
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        if (span_holds(attribution->speaker, extraction->marks[i].words.first)) {
            return side; /* "Ugandan and Chadian troops" */
        }
    }
    body = armed_body(extraction->text, attribution->speaker.end - 1);
    if (body != NULL) {
        return str_from(body);
    }
    return token_is(extraction->text, attribution->speaker.end - 1, CLASS_FIGHTER) &&
                   token_is(extraction->text, attribution->speaker.end - 1, CLASS_PERSONS)
               ? name_of_fighters(extraction, attribution->speaker.end - 1)
               : side;
}

/* "A raid by its troops": who speaks and has them. */
static struct str force_of_speaker(const struct extraction *extraction, const struct draft *draft,
                                   uint32_t its)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    uint32_t noun = its + 1;

    while (token_is(text, noun, CLASS_MODIFIER)) {
        noun++;
    }
    return attribution != NULL && (token_is(text, noun, CLASS_FIGHTER) || token_is(text, noun, CLASS_RANKS) ||
                                   token_value(text, noun, CLASS_THING) != NULL)
               ? body_speaking(extraction, attribution)
               : (struct str){NULL, 0};
}

/* So many words may stand before the noun of "by a group of suspected rebels". */
#define AGENT_WORDS 5

/* "killed (in Norvik) by suspected gunmen": what those are called who stand behind "by", which nothing parts
 * from the verb. */
static struct str agent_named(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t by = draft->trigger.words.end;
    uint32_t token;

    for (; by < end && !token_is(text, by, CLASS_AGENT); by++) {
        if (text->tokens[by].type != TOKEN_WORD || token_is(text, by, CLASS_AND) ||
            token_is(text, by, CLASS_RELATIVE) || token_is(text, by, CLASS_CLAUSE) ||
            (tells_of_harm(text, by) && !token_is(text, by, CLASS_HAPPENING)) ||
            (!carried_out(text, by) &&
             (token_is(text, by, CLASS_PAST_CUE) || token_ends_as(text, by, CLASS_PAST_CUE)))) {
            return (struct str){NULL, 0}; /* "killed in a village held by rebels" */
        }
    }
    for (token = by + 1; token < end && token <= by + AGENT_WORDS; token++) {
        if (armed_body(text, token) != NULL) {
            return str_from(armed_body(text, token));
        }
        if (token_is(text, token, CLASS_POSSESSIVE)) {
            return force_of_speaker(extraction, draft, token);
        }
        if (token_is(text, token, CLASS_PERSONS)) {
            return (token_is(text, token, CLASS_FIGHTER) || token_is(text, token, CLASS_IRREGULAR)) &&
                           !token_is(text, token + 1, CLASS_GENITIVE)
                       ? side_in(extraction, by + 1, token + 1)
                       : (struct str){NULL, 0};
        }
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_GENITIVE) ||
            token_is(text, token, CLASS_AGENT) ||
            (token_is(text, token, CLASS_PREPOSITION) && !token_has(text, token, CLASS_PREPOSITION, "of"))) {
            break;
        }
    }
    return (struct str){NULL, 0};
}

/* "gunmen killed", "the gunmen who killed", "accused gunmen of killing", "gunmen stormed the town, killing":
 * who stands at `group` did it. */
static bool is_subject(const struct extraction *extraction, const struct draft *draft, struct span group)
{
    const struct text *text = extraction->text;
    uint32_t verb = verb_begin(extraction, draft);
    uint32_t token = group.end;

    if (group.end > verb || behind_preposition(extraction, group.first) ||
        (group.first > 0 && token_is(text, group.first - 1, CLASS_GENITIVE))) {
        return false;
    }
    if (token == verb) {
        return true;
    }
    if (token + 1 == verb) {
        return token_is(text, token, CLASS_RELATIVE) || (token_has(text, token, CLASS_PREPOSITION, "of") &&
                                                         token_is(text, group.first - 1, CLASS_SAID));
    }
    if (!token_is(text, verb, CLASS_DOING) || !comma_between(text, verb - 1, verb) ||
        !opens_clause(extraction, group.first)) {
        return false;
    }
    while (token_is(text, token, CLASS_ADVERB) || token_is(text, token, CLASS_HAVE)) {
        token++;
    }
    if (!token_is(text, token, CLASS_HITS) || token_is(text, token, CLASS_THING) ||
        token_is(text, token, CLASS_HAPPENING)) {
        return false;
    }
    return !has_between(text, token, verb, CLASS_CLAUSE) && !has_between(text, token, verb, CLASS_RELATIVE) &&
           !has_between(text, token, verb, CLASS_SAID) && !has_between(text, token, verb, CLASS_AND);
}

/* "The army" or "the militia" as the subject of the verb: no group of people, but who did it. */
static struct str body_acting(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    for (uint32_t token = first + 1; token < draft->trigger.words.first; token++) {
        struct span body = {token - 1, token + 1};

        if (armed_body(text, token) != NULL && !in_attribution(extraction, token) &&
            is_subject(extraction, draft, body)) {
            return str_from(armed_body(text, token));
        }
    }
    return (struct str){NULL, 0};
}

/* True for "Norland troops": whose they are no table knows, but their name tells. */
static bool is_unlisted(const struct extraction *extraction, const struct item *item)
{
    for (size_t i = 0; i < extraction->mark_count; i++) {
        uint32_t first = extraction->marks[i].words.first;

        if (first >= item->first_token && first < item->end_token) {
            return false;
        }
    }
    return item_group(item)->actor_count == 1 && /* not "Anna Bremmer's guard" */
           (strchr(item_group(item)->actors[0], ' ') == NULL ||
            !has_between(extraction->text, item->first_token, item->end_token, CLASS_GENITIVE));
}

struct str unnamed_side(const struct extraction *extraction, const struct draft *draft, bool active)
{
    struct str side = {NULL, 0};

    for (size_t i = 0; active && i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        const struct group *group = item_group(item);

        if (group == NULL || group == draft->group || !(group->fighters || group->irregular) ||
            (group->actor_count > 0 && !is_unlisted(extraction, item)) || group->people == NULL ||
            group->own || group->pronoun || group->named || in_attribution(extraction, item->first_token) ||
            (draft->group != NULL && span_holds(draft->group->words, item->first_token))) {
            continue;
        }
        if (is_subject(extraction, draft, (struct span){item->first_token, item->end_token})) {
            return str_from(group->actor_count > 0 ? group->actors[0] : group->people);
        }
    }
    side = active ? body_acting(extraction, draft) : side;
    return side.data == NULL && draft->trigger.kind == KIND_CASUALTY ? agent_named(extraction, draft) : side;
}

/* What fighters are called at the last of the words, "the rebels", "the army"; NULL for anybody else. */
static const char *fighters_at(const struct text *text, uint32_t last)
{
    const char *body = armed_body(text, last);

    if (token_is(text, last, CLASS_PERSONS) && token_is(text, last, CLASS_FIGHTER)) {
        return token_value(text, last, CLASS_PERSONS);
    }
    return body != NULL && strcmp(body, "army") == 0 ? "soldiers" : NULL;
}

struct str fighters_losing(const struct extraction *extraction, const struct draft *draft,
                           const struct group *group)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t verb = verb_begin(extraction, draft);
    const char *fighters;

    if (!loses(text, &draft->trigger) || draft->group != group || verb == first || group->people == NULL ||
        group->words.first < draft->trigger.words.end ||
        (strcmp(group->people, "people") != 0 && strcmp(group->people, "fighters") != 0)) {
        return (struct str){NULL, 0};
    }
    if (!token_is(text, verb - 1, CLASS_PRONOUN)) {
        fighters = behind_preposition(extraction, verb - 1) ? NULL : fighters_at(text, verb - 1);
    } else if (attribution == NULL || span_empty(attribution->speaker) || attribution->words.end + 1 < verb) {
        fighters = NULL;
    } else {
        fighters = fighters_at(text, attribution->speaker.end - 1);
    }
    return fighters == NULL ? (struct str){NULL, 0} : str_from(fighters);
}

/* So many words may stand between the verb and the name of what it is done to: "destroyed two big French". */
#define OBJECT_WORDS 3

/* Where ", killing 21 and taking five" of the draft begins, the participles that tell what came of a deed; 0
 * when its verb is none. */
static uint32_t outcome_begin(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t doing = draft->trigger.words.first;
    uint32_t last = draft->trigger.words.end - 1;

    if (doing == 0 || !has_doing_form(text, last)) {
        return 0;
    }
    if (token_is_sign(text, doing - 1, ",")) {
        return doing;
    }
    for (size_t i = 0; token_is(text, doing - 1, CLASS_AND) && i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other->trigger.words.first < doing &&
            !token_is(text, other->trigger.words.first - 1, CLASS_AND) &&
            outcome_begin(extraction, other) > 0) {
            return other->trigger.words.first;
        }
    }
    return 0;
}

bool is_target(const struct extraction *extraction, const struct draft *draft, const struct mark *mark)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = mark->words.first;

    if (draft->trigger.kind != KIND_CASUALTY || outcome_begin(extraction, draft) <= mark->words.end ||
        token_is(text, mark->words.end, CLASS_HAPPENING)) {
        return false; /* "suffered a French attack, killing" */
    }
    for (uint32_t steps = 0; token > first && steps < OBJECT_WORDS; steps++) {
        token--;
        if (token_is(text, token, CLASS_PREPOSITION)) {
            return token_has(text, token, CLASS_PREPOSITION, "against") &&
                   token_is(text, token, CLASS_COMPARED);
        }
        if (text->tokens[token].type == TOKEN_PUNCT || token_is(text, token, CLASS_SAID)) {
            return false;
        }
        if (other_verb(text, token) ||
            (token_is(text, token, CLASS_HITS) && !token_is(text, token, CLASS_HAPPENING) &&
             !token_is(text, token, CLASS_THING))) {
            return token > first && !token_is(text, token - 1, CLASS_BE) &&
                   !token_is(text, token - 1, CLASS_DETERMINER);
        }
    }
    return false;
}

/* So many words may stand between the verb that hits and the one that kills. */
#define HIT_WORDS 10

/* "Hit a base of French troops and killed 60 servicemen": whose the only soldiers are at whom the verb before
 * aims; NULL for any other clause. */
static const char *troops_hit(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t verb = verb_begin(extraction, draft);
    uint32_t token = verb - 1;
    const char *actor = NULL;

    if (draft->trigger.kind != KIND_CASUALTY || verb < first + 3 || !token_is(text, token, CLASS_AND) ||
        !token_is(text, draft->trigger.words.end - 1, CLASS_DONE)) {
        return NULL;
    }
    do {
        token--;
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_SAID) ||
            token_is(text, token, CLASS_RELATIVE) || token_is(text, token, CLASS_CLAUSE) ||
            token_is(text, token, CLASS_AND) || verb - token > HIT_WORDS) {
            return NULL;
        }
    } while (token > first && !(token_is(text, token, CLASS_HITS) && !token_is(text, token, CLASS_THING)));
    if (token <= first || token_is(text, token - 1, CLASS_BE) ||
        token_is(text, token - 1, CLASS_DETERMINER)) {
        return NULL;
    }
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        const struct group *group = item_group(item);

        if (group == NULL || item->first_token <= token || item->end_token > verb) {
            continue;
        }
        if (actor != NULL || !group->fighters || group->irregular || group->actor_count != 1) {
            return NULL;
        }
        actor = group->actors[0];
    }
    return actor;
}

const char *force_hit(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;

    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];
        uint32_t noun = mark->words.end;

        while (noun < mark->words.end + 2 && token_is(text, noun, CLASS_MODIFIER) &&
               !token_is(text, noun, CLASS_FORMATION)) {
            noun++;
        }
        if (mark->actor != NULL && token_is(text, noun, CLASS_FORMATION) &&
            is_target(extraction, draft, mark)) {
            return mark->actor;
        }
    }
    return troops_hit(extraction, draft);
}

/* True for the verb at `verb` of "killed nine and lost two", "but lost two": its subject is that of the verb
 * before. */
static bool joined_to_verb(const struct text *text, uint32_t verb)
{
    return verb > 0 &&
           (token_is(text, verb - 1, CLASS_AND) || token_has(text, verb - 1, CLASS_CLAUSE, "contrast"));
}

bool was_harmed(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other != draft && other->group != NULL && span_holds(other->group->words, token) &&
            other->trigger.kind == KIND_CASUALTY && other->trigger.words.end <= other->group->words.first) {
            return !loses(extraction->text, &other->trigger);
        }
    }
    return false;
}

bool is_other_side(const struct extraction *extraction, const struct draft *draft, const struct mark *mark)
{
    const struct text *text = extraction->text;
    uint32_t verb = verb_begin(extraction, draft);
    bool lost = loses(text, &draft->trigger);
    uint32_t token = mark->words.end;

    if (draft->trigger.kind != KIND_CASUALTY || verb == 0 || token >= verb) {
        return false;
    }
    if (lost && (is_target(extraction, draft, mark) ||
                 (joined_to_verb(text, verb) && was_harmed(extraction, draft, mark->words.first)))) {
        return true;
    }
    while (token < verb - 1 && text->tokens[token].type == TOKEN_WORD &&
           !token_is(text, token, CLASS_PREPOSITION)) {
        token++;
    }
    return !lost && token == verb - 1 && token_is(text, token, CLASS_RELATIVE);
}

/* So many words may stand between a speaker and "its": "has since put". */
#define PUTTING_WORDS 3

struct str loser_speaking(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    uint32_t token;
    size_t said = 0;

    if (attribution == NULL || span_empty(attribution->speaker) ||
        (draft->group != NULL && !(draft->group->fighters || draft->group->ranks))) {
        return (struct str){NULL, 0};
    }
    token = attribution->speaker.end;
    while (token < attribution->speaker.end + PUTTING_WORDS && !token_is(text, token, CLASS_POSSESSIVE)) {
        said += token_is(text, token++, CLASS_SAID) ? 1 : 0;
    }
    if (said > 1 || !token_is(text, token, CLASS_POSSESSIVE) || !token_is(text, token, CLASS_THING)) {
        return (struct str){NULL, 0};
    }
    while (token < draft->trigger.words.first && !token_is(text, token, CLASS_TOLL) &&
           !token_is(text, token, CLASS_TOLLWORD)) {
        if (text->tokens[++token].type != TOKEN_WORD) {
            return (struct str){NULL, 0};
        }
    }
    return draft->group == NULL || token_is(text, token, CLASS_TOLL) || token_is(text, token, CLASS_TOLLWORD)
               ? side_speaking(extraction, attribution)
               : (struct str){NULL, 0};
}
