#include "report/assault.h"

#include "report/agent.h"
#include "report/clause.h"
#include "report/owner.h"
#include "report/phrase.h"

#include <string.h>

/* So many words may stand between "launched" and "drones", "attacks". */
#define LAUNCHED_WORDS 6

bool ends_words(const struct text *text, uint32_t token)
{
    return text->tokens[token].type == TOKEN_PUNCT || token_is(text, token, CLASS_CLAUSE) ||
           token_is(text, token, CLASS_RELATIVE) || token_is(text, token, CLASS_AND);
}

/* True for "launched 120 drones", "carried out an air strike", "fired rockets at": the verb at `token` is an
 * attack by what stands behind it. */
static bool launches(const struct text *text, uint32_t token, uint32_t end)
{
    uint32_t limit = token + 1 + LAUNCHED_WORDS < end ? token + 1 + LAUNCHED_WORDS : end;

    for (uint32_t i = token + 1; i < limit && !ends_words(text, i) && !token_is(text, i, CLASS_AGENT); i++) {
        if (token_has(text, i, CLASS_THING, "weapon") ||
            (token_is(text, i, CLASS_HAPPENING) && token_value(text, i, CLASS_ATTACK) == NULL &&
             !token_has(text, i, CLASS_HAPPENING, "war") && !token_has(text, i, CLASS_COMBAT, "both"))) {
            return true;
        }
    }
    return false;
}

/* So many words on "struck" the "deal" may stand. */
#define DEAL_WORDS 4

/* True for a verb at `token` by which its subject attacks: "stormed", "opened fire", "fired rockets". */
static bool attacks(const struct text *text, uint32_t token, uint32_t end)
{
    if (!token_is(text, token, CLASS_HITS) && !token_is(text, token, CLASS_BURST) &&
        !token_is(text, token, CLASS_CARRIED_OUT)) {
        return token_is(text, token + 1, CLASS_COMBAT) && token_is(text, token, CLASS_PAST_CUE) &&
               token_has(text, token + 1, CLASS_HAPPENING, "one"); /* "opened fire" */
    }
    if (token_is(text, token, CLASS_THING) || token_is(text, token, CLASS_ENGAGED)) {
        return token_is(text, token, CLASS_CARRIED_OUT) && launches(text, token, end);
    }
    if (token_is(text, token, CLASS_HAPPENING)) {
        return token_is(text, token, CLASS_HITS) && token_is(text, token + 1, CLASS_DETERMINER);
    }
    if (token_is(text, token, CLASS_HITS)) {
        return !has_between(text, token + 1, token + DEAL_WORDS, CLASS_LINK); /* "struck a deal" */
    }
    if (token_is(text, token, CLASS_BURST)) {
        if (token_has(text, token, CLASS_BURST, "fired") && !token_is(text, token + 1, CLASS_PREPOSITION)) {
            return launches(text, token, end); /* not "fired its minister" */
        }
        if (token_has(text, token + 1, CLASS_COMPARED, "down")) {
            return false; /* "shot down 40 drones": of who was attacked */
        }
        return !token_has(text, token, CLASS_BURST, "both") &&
               (!token_is(text, token, CLASS_DONE) || launches(text, token, end));
    }
    return token_is(text, token, CLASS_CARRIED_OUT) && launches(text, token, end);
}

/* True for a word that can be the last of "Malian jets", "Mali's army": who or what fights for that state. */
static bool fights_for(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_FIGHTER) || token_is(text, token, CLASS_SPEAKER) ||
           token_is(text, token, CLASS_FORMATION) || token_is(text, token, CLASS_RANKS) ||
           token_is(text, token, CLASS_BODY) || token_value(text, token, CLASS_THING) != NULL ||
           token_is(text, token, CLASS_HAPPENING);
}

const char *doers(const struct text *text, const struct item *item)
{
    const struct group *group = item_group(item);
    bool formation = token_is(text, item->end_token - 1, CLASS_FORMATION); /* "units": of anybody */
    struct value value;

    if (group != NULL) {
        return (group->fighters || group->irregular) && group->actor_count == 0 && !group->own &&
                       !group->pronoun && !group->named && !formation
                   ? group->people
                   : NULL;
    }
    if (!item_is(item, CLASS_PERSONS) || !(item_is(item, CLASS_FIGHTER) || item_is(item, CLASS_IRREGULAR))) {
        return NULL;
    }
    value = item_value(item, CLASS_PERSONS);
    return value.kind == VALUE_TEXT ? value.text : NULL;
}

/* True when the mark is the side of the phrase that ends at `to`: not that of "Malian rebels", of "a Malian
 * bus" and of "Malian-backed fighters". */
static bool is_side_of(const struct text *text, const struct mark *mark, uint32_t to)
{
    if (mark->words.end == to) {
        return !mark->adjective;
    }
    for (uint32_t token = mark->words.end; token < to && mark->adjective; token++) {
        if (token_is(text, token, CLASS_IRREGULAR)) {
            return false;
        }
    }
    return (fights_for(text, to - 1) || (!mark->adjective && token_is(text, to - 1, CLASS_PERSONS))) &&
           !token_is_sign(text, mark->words.end, "-"); /* "PKK members", "FARC dissidents" */
}

/* "Rebel rockets", "an army helicopter", "the junta's air force": what those are called whose they are; NULL
 * for any other words. */
static const char *arms_of(const struct text *text, uint32_t from, uint32_t to)
{
    const char *name = NULL;

    if (token_value(text, to - 1, CLASS_THING) == NULL && !token_is(text, to - 1, CLASS_SPEAKER) &&
        !token_is(text, to - 1, CLASS_FORMATION) && !token_is(text, to - 1, CLASS_FIGHTER)) {
        return NULL;
    }
    for (uint32_t token = from; token + 1 < to && name == NULL; token++) {
        name = token_value(text, token, CLASS_BODY);
        if (name == NULL && token_is(text, token, CLASS_IRREGULAR)) {
            name = token_value(text, token, CLASS_PERSON);
        }
    }
    return name;
}

/* "Norland troops", "the Norland air force": the name that no table knows of whose they are; absent for none.
 */
static struct str unlisted_side(const struct extraction *extraction, uint32_t from, uint32_t to)
{
    const struct text *text = extraction->text;
    uint32_t head = to - 1;
    struct span name;

    if (!fights_for(text, head) || (text->tokens[head].flags & TOKEN_CAPITALIZED)) {
        return (struct str){NULL, 0};
    }
    while (head > from && !(text->tokens[head - 1].flags & TOKEN_CAPITALIZED) &&
           !token_is(text, head - 1, CLASS_GENITIVE)) {
        head--;
    }
    name = unlisted_force(extraction, from, head);
    for (size_t i = 0; i < extraction->mark_count; i++) {
        if (span_holds(name, extraction->marks[i].words.first)) {
            return (struct str){NULL, 0};
        }
    }
    return span_empty(name) || (name.end > name.first + 1 && token_is(text, name.end, CLASS_GENITIVE))
               ? (struct str){NULL, 0} /* "Anna Bremmer's guards" */
               : text_span(text, name.first, name.end);
}

struct str side_in(const struct extraction *extraction, uint32_t from, uint32_t to)
{
    struct str unlisted;
    const struct text *text = extraction->text;
    const struct mark *side = NULL;

    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.first >= from && mark->words.end <= to && mark->actor != NULL &&
            is_side_of(text, mark, to)) {
            side = mark;
        }
    }
    if (side != NULL) {
        return str_from(side->actor);
    }
    unlisted = unlisted_side(extraction, from, to);
    if (unlisted.data != NULL) {
        return unlisted;
    }
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->end_token == to && item->first_token >= from && doers(extraction->text, item) != NULL) {
            return str_from(doers(extraction->text, item));
        }
    }
    if (token_is(text, to - 1, CLASS_PERSONS) && !token_is(text, to - 1, CLASS_FORMATION) &&
        !has_between(text, from, to, CLASS_POSSESSIVE) &&
        (token_is(text, to - 1, CLASS_FIGHTER) || token_is(text, to - 1, CLASS_IRREGULAR))) {
        return str_from(token_value(text, to - 1, CLASS_PERSONS)); /* a rule took the group for an oblique */
    }
    if (armed_body(text, to - 1) == NULL && to > from + 1 && arms_of(text, from, to) != NULL) {
        return str_from(arms_of(text, from, to));
    }
    return armed_body(text, to - 1) != NULL ? str_from(armed_body(text, to - 1)) : (struct str){NULL, 0};
}

/* Where the phrase that ends at `end` begins, not before `from`. */
static uint32_t phrase_begin(const struct text *text, uint32_t from, uint32_t end)
{
    while (end > from && (!ends_words(text, end - 1) || token_is_sign(text, end - 1, "-")) &&
           !token_is(text, end - 1, CLASS_PREPOSITION) && !token_is(text, end - 1, CLASS_SAID) &&
           !token_is(text, end - 1, CLASS_HAVE) && !token_is(text, end - 1, CLASS_BE)) {
        end--;
    }
    return end;
}

/* "France and the United States": both, when `side` stands in a phrase behind the "and" that ends at `begin`.
 */
static struct str with_other(const struct extraction *extraction, uint32_t begin, struct str side)
{
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.end + 1 == begin && mark->actor != NULL &&
            token_is(extraction->text, mark->words.end, CLASS_AND) &&
            opens_clause(extraction, mark->words.first) && !stands_as_place(extraction, mark->words.first) &&
            !str_equal(side, str_from(mark->actor))) {
            return arena_printf(extraction->arena, "%s; %.*s", mark->actor, (int)side.size, side.data);
        }
    }
    return side;
}

struct str side_meant(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, token);
    bool means = token_is(text, token, CLASS_POSSESSIVE) ||
                 (token_is(text, token, CLASS_PRONOUN) &&
                  (token_is(text, token, CLASS_THING) || token_has(text, token, CLASS_PRONOUN, "several")));

    return attribution != NULL && means ? body_speaking(extraction, attribution) : (struct str){NULL, 0};
}

/* So many phrases with a preposition may stand between a subject and its verb: "gunmen on motorcycles". */
#define SUBJECT_PHRASES 3

/* So many words an aside may have: "who seized the town last week". */
#define ASIDE_WORDS 14

/* Where the subject ends that has an aside before its verb, "the rebels, who seized Norvik, shelled"; `end`
 * itself for any other. */
static uint32_t before_aside(const struct text *text, uint32_t from, uint32_t end)
{
    uint32_t token = end;

    if (end <= from + 2 || !token_is_sign(text, end - 1, ",")) {
        return end;
    }
    for (token = end - 1; token > from + 1 && token + ASIDE_WORDS > end; token--) {
        if (token_is_sign(text, token - 1, ",")) {
            return token_is(text, token, CLASS_RELATIVE) ? token - 1 : end;
        }
    }
    return end;
}

/* "Backed by the state and the army": true for what begins at `begin`, no subject. */
static bool second_behind_preposition(const struct text *text, uint32_t from, uint32_t begin)
{
    uint32_t before;

    if (begin <= from + 1 || !token_is(text, begin - 1, CLASS_AND)) {
        return false;
    }
    before = phrase_begin(text, from, begin - 1);
    return before > from && before < begin - 1 && token_is(text, before - 1, CLASS_PREPOSITION);
}

/* Where the subject ends of what it does beside, "a bus carrying soldiers hit": `end` itself for any other.
 */
static uint32_t before_doing(const struct text *text, uint32_t begin, uint32_t end)
{
    for (uint32_t token = begin + 1; token + 1 < end; token++) {
        if (!(text->tokens[token - 1].flags & TOKEN_CAPITALIZED) &&
            !token_is(text, token - 1, CLASS_DETERMINER) && !token_is(text, token - 1, CLASS_POSSESSIVE) &&
            !token_is(text, token - 1, CLASS_GENITIVE) && !token_is(text, token - 1, CLASS_MODIFIER) &&
            !(text->tokens[token].flags & TOKEN_CAPITALIZED) && has_doing_form(text, token) &&
            !token_is(text, token, CLASS_HAPPENING) && !token_is(text, token, CLASS_MODIFIER)) {
            return token;
        }
    }
    return end;
}

struct str subject_side(const struct extraction *extraction, uint32_t from, uint32_t verb)
{
    const struct text *text = extraction->text;
    uint32_t end = verb;
    struct str whose = {NULL, 0}; /* M23 of "fighters of the M23" */

    if (token_is(text, verb + 1, CLASS_AGENT)) {
        return (struct str){NULL, 0};
    }
    while (end > from && (token_is(text, end - 1, CLASS_HAVE) || token_is(text, end - 1, CLASS_ADVERB))) {
        end--;
    }
    end = before_aside(text, from, end);
    for (uint32_t steps = 0; end > from && steps < SUBJECT_PHRASES; steps++) {
        uint32_t begin = phrase_begin(text, from, end);
        struct str side = {NULL, 0};

        if (steps == 0) {
            end = before_doing(text, begin, end);
        }
        if (begin == end || second_behind_preposition(text, from, begin)) {
            return side;
        }
        if (steps == 0 &&
            (begin + 1 == end || (token_is(text, begin, CLASS_POSSESSIVE) && fights_for(text, end - 1)))) {
            side = side_meant(extraction, begin);
        }
        side = side.data != NULL ? side : side_in(extraction, begin, end);
        if (side.data == NULL && end > begin + 1 && !fights_for(text, end - 1)) {
            side = side_in(extraction, begin, end - 1); /* "fighters loyal to the king" */
        }
        if (begin == from || !token_is(text, begin - 1, CLASS_PREPOSITION)) {
            return side.data == NULL    ? side
                   : whose.data != NULL ? whose
                                        : with_other(extraction, begin, side);
        }
        whose = token_has(text, begin - 1, CLASS_PREPOSITION, "of") ? side : (struct str){NULL, 0};
        end = begin - 1;
    }
    return (struct str){NULL, 0};
}

struct str unlisted_subject_side(const struct extraction *extraction, uint32_t from, uint32_t verb)
{
    const struct text *text = extraction->text;
    uint32_t begin = phrase_begin(text, from, verb);
    struct str side = {NULL, 0};

    if (begin == verb || (begin > from && token_is(text, begin - 1, CLASS_PREPOSITION))) {
        return side;
    }
    side = unlisted_side(extraction, begin, verb);
    /* not one that a table knows better */
    return side.data == side_in(extraction, begin, verb).data ? side : (struct str){NULL, 0};
}

/* So many words may stand between who attacks and the noun of it: "an Israeli drone and missile attack". */
#define ATTACK_WORDS 3

/* True when the words from `token` on are those of an attack; `irregular` lets fighters stand among them. */
static bool is_attack(const struct text *text, uint32_t token, bool irregular)
{
    uint32_t noun = token;

    while (noun < token + ATTACK_WORDS && !token_is(text, noun, CLASS_HAPPENING) &&
           (irregular || !token_is(text, noun, CLASS_IRREGULAR)) &&
           (token_is(text, noun, CLASS_MODIFIER) || token_value(text, noun, CLASS_THING) != NULL ||
            token_is(text, noun, CLASS_AND) || token_is(text, noun, CLASS_SUPERLATIVE))) {
        noun++;
    }
    return token_is(text, noun, CLASS_HAPPENING) && !token_is(text, noun, CLASS_PAST_CUE) &&
           !token_has(text, noun, CLASS_HAPPENING, "war") && !token_has(text, noun, CLASS_COMBAT, "both") &&
           token_value(text, noun, CLASS_ATTACK) == NULL;
}

bool names_attack(const struct text *text, const struct mark *mark)
{
    return is_attack(text, mark->words.end, !mark->adjective); /* of "Malian rebel attack" not Mali */
}

bool is_offensive(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_COMBAT) && token_is(text, token, CLASS_HAPPENING) &&
           !token_is(text, token, CLASS_HITS) && token_value(text, token, CLASS_HAPPENING) == NULL;
}

/* "A rebel attack", "army shelling": what those are called whom the word at `token`, before the noun of an
 * attack, tells of; NULL for any other word. */
static const char *attackers_before(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    const char *name = token_value(text, token, CLASS_BODY);

    if (name == NULL && (token_is(text, token, CLASS_FIGHTER) || token_is(text, token, CLASS_IRREGULAR))) {
        name = token_value(text, token, CLASS_PERSON);
        name = name == NULL ? token_value(text, token, CLASS_PERSONS) : name;
    }
    return name != NULL && !(token > 0 && token_is(text, token - 1, CLASS_HITS)) &&
                   !ends_as_plural(text, token) && strcmp(name, "fighters") != 0 &&
                   !is_offensive(text, token + 1) && is_attack(text, token + 1, false)
               ? name
               : NULL;
}

bool is_short_name(const struct text *text, const struct mark *mark)
{
    return mark->words.end == mark->words.first + 1 &&
           (text->tokens[mark->words.first].flags & (TOKEN_ALL_CAPS | TOKEN_INITIAL)) != 0;
}

/* True when the words at `by` tell who attacks, behind the attack at `token`: "ambushed by", "an attack by",
 * "under fire from". */
static bool leads_to_attacker(const struct text *text, uint32_t token, uint32_t by)
{
    return token_is(text, by, CLASS_AGENT) ||
           (token_is(text, token, CLASS_HAPPENING) && token_is(text, token - 1, CLASS_PREPOSITION) &&
            is_from(text, by));
}

/* So many words may stand between "was attacked" and "by". */
#define BY_WORDS 6

/* Who attacks behind "was ambushed by", "a bomb planted by", "an attack by" at `token`; absent for nobody. */
static struct str side_behind_by(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;

    if (!token_is(text, token, CLASS_HITS) && !token_is(text, token, CLASS_BURST) &&
        !token_is(text, token, CLASS_HAPPENING) && !token_is(text, token, CLASS_CARRIED_OUT)) {
        return (struct str){NULL, 0};
    }
    if (leads_to_attacker(text, token, token + 1)) {
        return side_at(extraction, token + 2);
    }
    for (uint32_t by = token + 1; token_is(text, token, CLASS_HITS) && token_is(text, token - 1, CLASS_BE) &&
                                  by <= token + BY_WORDS && !ends_words(text, by);
         by++) {
        if (token_is(text, by, CLASS_AGENT)) {
            return side_at(extraction, by + 1); /* "was attacked on Friday by" */
        }
    }
    return (struct str){NULL, 0};
}

struct str attacker_in(const struct extraction *extraction, uint32_t from, uint32_t to)
{
    static const unsigned classes[] = {CLASS_HITS, CLASS_BURST, CLASS_HAPPENING, CLASS_CARRIED_OUT,
                                       CLASS_PAST_CUE};
    const struct text *text = extraction->text;
    struct str side = {NULL, 0};

    if (extraction->mark_count == 0 && !may_have(extraction, CLASS_FIGHTER) &&
        !may_have(extraction, CLASS_IRREGULAR) && !may_have(extraction, CLASS_BODY)) {
        return side;
    }
    for (uint32_t token = from; token < to && side.data == NULL; token++) {
        if (!token_is_any(text, token, classes, sizeof classes / sizeof classes[0])) {
            continue;
        }
        if (attacks(text, token, to)) {
            side = subject_side(extraction, from, token);
        }
        side = side.data != NULL ? side : side_behind_by(extraction, token);
    }
    for (size_t i = 0; i < extraction->mark_count && side.data == NULL; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.first >= from && mark->words.end < to && mark->actor != NULL &&
            (mark->adjective || is_short_name(text, mark)) && names_attack(text, mark)) {
            side = str_from(mark->actor);
        }
    }
    for (uint32_t token = from + 1; token < to && side.data == NULL && may_have(extraction, CLASS_HAPPENING);
         token++) {
        uint32_t before = token_is(text, token, CLASS_HAPPENING) ? token : from;

        for (uint32_t steps = 0; before > from && steps < ATTACK_WORDS && side.data == NULL; steps++) {
            before--;
            side = attackers_before(extraction, before) == NULL
                       ? side
                       : str_from(attackers_before(extraction, before));
        }
    }
    return side;
}

uint32_t phrase_end(const struct text *text, uint32_t begin, uint32_t limit)
{
    uint32_t end = begin;
    bool opened = false; /* before that stands nothing but "the", "unidentified", "suspected" */

    while (end < limit && (!ends_words(text, end) || token_is_sign(text, end, "-")) &&
           !token_is(text, end, CLASS_PREPOSITION) && !token_is(text, end, CLASS_BE) &&
           !token_is(text, end, CLASS_HAVE) && !token_is(text, end, CLASS_SAID) &&
           !(opened && (other_verb(text, end) || tells_of_harm(text, end)))) {
        opened = opened || (!other_verb(text, end) && !token_is(text, end, CLASS_DETERMINER));
        end++;
    }
    return end;
}

struct str side_at(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t end = phrase_end(text, token, text->sentences[extraction->sentence].end_token);

    return token == end ? (struct str){NULL, 0} : side_in(extraction, token, end);
}
