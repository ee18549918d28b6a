/* Who stands against the people of a report, or beside them. */
#include "report/agent.h"
#include "report/clause.h"
#include "report/modifier.h"
#include "report/owner.h"
#include "report/scene.h"
#include "report/total.h"

#include <string.h>

/* "backed by" and "a deal with" tell of no deed, nor does "the border with", while what was done "in the
 * village by" somebody is one. */
static bool binds_only(const struct text *text, uint32_t preposition, uint32_t first)
{
    uint32_t before = preposition - 1;

    return preposition > first &&
           (token_is(text, before, CLASS_COMMON) ||
            (!token_is(text, preposition, CLASS_AGENT) &&
             (token_is(text, before, CLASS_PLACE_NOUN) || token_is(text, before, CLASS_LINK))));
}

/* "Killed along with five Malian nurses", "abducted with his Malian driver": in whose company, which harmed
 * nobody. */
static bool in_company(const struct text *text, uint32_t preposition, const struct draft *draft)
{
    return draft->trigger.kind == KIND_CASUALTY && preposition > 0 &&
           !token_is(text, preposition, CLASS_AGENT) &&
           (token_has(text, preposition - 1, CLASS_PREPOSITION, "way") ||
            (draft->trigger.words.end == preposition && token_is(text, preposition + 1, CLASS_POSSESSIVE)));
}

/* True when "by", "with", "against", and for a deployment "alongside", stands at most three words before the
 * mark. */
static bool against(const struct extraction *extraction, const struct mark *mark, const struct draft *draft)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;
    uint32_t token = mark->words.first;

    for (uint32_t steps = 0; token > first && steps < 4; steps++) {
        token--;
        if (token_has(extraction->text, token, CLASS_PREPOSITION, "beside")) {
            return draft->trigger.kind == KIND_DEPLOYMENT;
        }
        if (token_has(extraction->text, token, CLASS_PREPOSITION, "against")) {
            if (token_has(extraction->text, token - 1, CLASS_BURST, "both") &&
                mark->words.end < draft->trigger.words.first) {
                return false; /* "A clashed with B, leaving nine dead" */
            }
            return !binds_only(extraction->text, token, first) && !in_company(extraction->text, token, draft);
        }
        if (extraction->text->tokens[token].type != TOKEN_WORD) {
            return false;
        }
    }
    return false;
}

/* So many words may stand before the country of a dateline: "PORT SOL, Norland:". */
#define DATELINE_NAMES 4

/* "CAIRO, Egypt, Oct. 14 (AP) -": where it was written. */
static bool of_dateline(const struct extraction *extraction, const struct mark *mark)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token = mark->words.end;

    while (token < sentence->end_token &&
           ((text->tokens[token].flags & TOKEN_CAPITALIZED) != 0 ||
            text->tokens[token].type == TOKEN_NUMBER || comma_between(text, token, token + 1))) {
        token++;
    }
    if (token < sentence->end_token && mark->words.first < sentence->first_token + DATELINE_NAMES &&
        (text->tokens[sentence->first_token].flags & TOKEN_PARAGRAPH_START) != 0 &&
        (token_is_sign(text, token, ":") || token_is_sign(text, token, "|"))) {
        return true; /* "CAIRO, Oct. 14: Shells killed nine" */
    }
    return in_dateline(text, token, sentence->first_token);
}

/* "Colombian rebels": the adjective tells where they are from, and that state does not do what they do. */
static bool of_opponents(const struct extraction *extraction, const struct mark *mark)
{
    const struct text *text = extraction->text;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t token = mark->words.end;

    while (token < end && token_is(text, token, CLASS_MODIFIER) && !token_is(text, token, CLASS_IRREGULAR)) {
        token++;
    }
    return mark->adjective && token < end && token_value(text, token, CLASS_IRREGULAR) != NULL;
}

/* "in the northern Ukrainian city of", "near a Malian border post": the adjective tells where that is; not
 * "in the night Malian border guards". */
static bool of_place(const struct extraction *extraction, const struct mark *mark)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token = mark->words.end;
    uint32_t end = sentence->end_token;
    bool place = false;

    if (token < end && token_is(text, token, CLASS_AND) &&
        mark + 1 < extraction->marks + extraction->mark_count && mark[1].adjective &&
        mark[1].words.first == token + 1) {
        token = mark[1].words.end; /* "in the Malian and Chadian capitals" */
    }
    while (token < end &&
           (token_is(text, token, CLASS_PLACE_NOUN) || token_is(text, token, CLASS_MODIFIER))) {
        place =
            token_is(text, token, CLASS_PLACE_NOUN) && !token_has(text, token, CLASS_PLACE_NOUN, "adjective");
        token++;
    }
    if (!place ||
        (token < end && (token_is(text, token, CLASS_PERSON) || token_is(text, token, CLASS_PERSONS) ||
                         token_is(text, token, CLASS_FORMATION) || token_is(text, token, CLASS_HAPPENING)))) {
        return false;
    }
    for (token = mark->words.first; token > sentence->first_token; token--) {
        if (token_is(text, token - 1, CLASS_PREPOSITION)) {
            return true;
        }
        if (comma_between(text, token - 1, token) || tells_of_harm(text, token - 1)) {
            return false;
        }
    }
    return false;
}

/* "a bomb in Norvik, Mali, killed nine": where the place before the comma lies; and that place, were it a
 * capital, which elsewhere stands for its state. */
static bool lies_around(const struct extraction *extraction, const struct mark *mark)
{
    const struct text *text = extraction->text;

    for (size_t i = 0; i < extraction->spot_count && !mark->adjective; i++) {
        const struct spot *spot = extraction->spots[i];
        bool behind = spot->words.first > mark->words.first;
        struct span town = behind ? mark->words : spot->words;
        struct span land = behind ? spot->words : mark->words;

        if ((!behind || spot->state) && town.end + 1 == land.first &&
            comma_between(text, town.end, land.first) && land.end < text->token_count &&
            comma_between(text, land.end, land.end + 1)) {
            return true;
        }
    }
    return false;
}

/* So many words behind "among them" stand some of those who were harmed. */
#define PART_WORDS 3

/* "Nine people, among them two French soldiers, and wounded 12". */
static bool some_of_harmed(const struct extraction *extraction, const struct mark *mark)
{
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item_is(item, CLASS_PART) && item->end_token <= mark->words.first &&
            item->end_token + PART_WORDS > mark->words.first) {
            return true;
        }
    }
    return false;
}

/* "Norland sent troops after an attack killed nine": another subject stands between. */
static bool clause_between(const struct extraction *extraction, const struct mark *mark,
                           const struct draft *draft)
{
    uint32_t token;

    for (token = mark->words.end; token < verb_begin(extraction, draft); token++) { /* "has since killed" */
        if (token_is(extraction->text, token, CLASS_CLAUSE)) {
            return true;
        }
    }
    return false;
}

/* "jets bombed PKK camps": those who were hit did not do it. */
static bool was_hit(const struct extraction *extraction, const struct mark *mark)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = mark->words.first;

    for (uint32_t steps = 0; token > first && steps < 4; steps++) {
        token--;
        if (token_is(text, token, CLASS_HITS)) {
            return !token_is(text, token, CLASS_HAPPENING) && !token_is(text, token, CLASS_THING);
        }
        if (text->tokens[token].type == TOKEN_PUNCT || token_is(text, token, CLASS_PREPOSITION)) {
            break;
        }
    }
    return false;
}

/* "French police arrested two men who killed", "France condemned the attack that killed", "police lead a
 * force against gangs that killed": who or what killed is named behind the mark, in words of its own; not
 * "the French drone attack that". */
static bool relates_other(const struct extraction *extraction, const struct mark *mark,
                          const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t relative = draft->trigger.words.first;
    bool verb = false;
    size_t i;
    uint32_t token;

    while (relative > mark->words.end && !token_is(text, relative - 1, CLASS_RELATIVE)) {
        relative--;
    }
    if (relative <= mark->words.end) {
        return false;
    }
    relative--;
    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item_is(item, CLASS_GROUP) && item->first_token >= mark->words.end &&
            item->end_token == relative) {
            return true;
        }
    }
    if (relative > mark->words.end && token_is(text, relative, CLASS_HUMAN) &&
        (text->tokens[relative - 1].flags & TOKEN_CAPITALIZED) != 0) {
        return true; /* "Mali accused Ukraine of helping Tuaregs who killed" */
    }
    for (token = mark->words.end; token < relative; token++) {
        verb = verb || token_is(text, token, CLASS_SAID) || other_verb(text, token);
        if (verb && token_is(text, token, CLASS_HAPPENING) && comma_between(text, relative - 1, relative)) {
            return true; /* "condemned attacks in Norvik, which killed" */
        }
    }
    for (token = mark->words.end; token < relative; token++) {
        if (token_is(text, token, CLASS_DETERMINER) || token_has(text, token, CLASS_PREPOSITION, "against")) {
            return !comma_between(text, relative - 1, relative);
        }
    }
    return false;
}

/* "A Belgian town was shelled, killing nine", "a Belgian bus crashed", not "a Belgian missile exploded": what
 * befell them is all that is said. */
static bool was_struck(const struct text *text, const struct mark *mark, const struct draft *draft)
{
    for (uint32_t token = mark->words.end;
         token < draft->trigger.words.first && text->tokens[token].type == TOKEN_WORD &&
         !token_is(text, token, CLASS_CLAUSE) && !token_is(text, token, CLASS_RELATIVE);
         token++) {
        if (token_has(text, token, CLASS_BURST, "both")) {
            return true;
        }
        if (token_is(text, token, CLASS_PAST_CUE) && token_is(text, token, CLASS_HAPPENING)) {
            return !token_has(text, token - 1, CLASS_THING, "weapon");
        }
        if (token_is(text, token, CLASS_BE) && token_is(text, token + 1, CLASS_HITS)) {
            return !has_doing_form(text, token + 1);
        }
    }
    return false;
}

/* So many words may stand between "said" and "that": "in a statement on its website". */
#define SAYING_WORDS 7

/* Where the subject of what is said begins: behind "said", "said that", "said in a statement that". */
static uint32_t statement_begin(const struct text *text, const struct attribution *attribution)
{
    uint32_t token = attribution->words.end;
    uint32_t that = token;

    while (that + 1 < text->token_count && that < token + SAYING_WORDS &&
           token_is(text, token, CLASS_PREPOSITION) && text->tokens[that].type == TOKEN_WORD &&
           !token_is(text, that, CLASS_RELATIVE)) {
        that++;
    }
    return that < text->token_count && token_is(text, that, CLASS_RELATIVE) ? that + 1 : token;
}

/* True for people among the words who may have done it themselves: not who were hit, nor "soldiers of". */
static bool other_people(const struct extraction *extraction, uint32_t from, uint32_t to)
{
    const struct text *text = extraction->text;

    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item_group(item) != NULL && item->first_token >= from && item->end_token <= to &&
            !tells_of_harm(text, item->first_token - 1) &&
            !token_is(text, item->first_token - 1, CLASS_DOING) &&
            !token_is(text, item->first_token - 1, CLASS_PREPOSITION)) {
            return true;
        }
    }
    return false;
}

/* "Russia's largest drone attack", "Israel's deadliest strike on Gaza": the genitive at `token` names who
 * attacks.  "Norland's worst attack in years" does not tell. */
static bool owns_attack(const struct extraction *extraction, uint32_t token, uint32_t end)
{
    const struct text *text = extraction->text;

    while (token < end && !token_is(text, token, CLASS_HAPPENING)) {
        token++;
    }
    if (token < end && token_has(text, token - 1, CLASS_THING, "weapon")) {
        return true;
    }
    if (token + 2 >= end || !token_is(text, token + 1, CLASS_DAY_MARK)) {
        return false;
    }
    token += token_is(text, token + 2, CLASS_DETERMINER) ? 3 : 2;
    for (size_t i = 0; i < extraction->spot_count; i++) {
        if (extraction->spots[i]->words.first == token) {
            return true;
        }
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        if (extraction->marks[i].words.first == token) {
            return true; /* "on the Ukrainian capital" */
        }
    }
    return false;
}

/* "Norvik fled shelling that killed nine", "arrested two men for killing nine", "suffered its worst night,
 * with drones killing nine", "Norland's worst attack in years killed nine": somebody or something else did.
 */
static bool names_other(const struct extraction *extraction, const struct mark *mark,
                        const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t trigger = draft->trigger.words.first;
    uint32_t first = mark->words.end;
    bool verb = false, deed = false;

    for (uint32_t token = first; token + 2 < trigger; token++) {
        verb = verb || other_verb(text, token);
        deed = deed || token_is(text, token, CLASS_CARRIED_OUT) || token_is(text, token, CLASS_HITS) ||
               token_is(text, token, CLASS_BURST);
    }
    if (trigger < first + 3 || token_is(text, first, CLASS_GENITIVE)) {
        return token_is(text, first + 1, CLASS_SUPERLATIVE) && !owns_attack(extraction, first, trigger);
    }
    if (token_is(text, trigger - 1, CLASS_RELATIVE)) {
        return verb && !deed && token_is(text, trigger - 2, CLASS_HAPPENING);
    }
    return token_is(text, trigger, CLASS_DOING) &&
           (token_has(text, trigger - 2, CLASS_PREPOSITION, "against") ||
            (token_has(text, trigger - 1, CLASS_PREPOSITION, "for") && verb && !deed &&
             !comma_between(text, first, trigger) && other_people(extraction, first, trigger)));
}

/* So many words may "its air and missile forces" have. */
#define OWN_WORDS 4

/* The end of "its jets", "his unit", "their men" at the possessive `token`: what fights for who speaks;
 * `token` for anybody else, and for "its soldiers" of a rule that knows them. */
static uint32_t own_force_end(const struct text *text, uint32_t token)
{
    uint32_t end = token;

    for (uint32_t i = token + 1; i < text->token_count && i <= token + OWN_WORDS; i++) {
        bool head = token_is(text, i, CLASS_THING) || token_is(text, i, CLASS_FORMATION) ||
                    token_is(text, i, CLASS_RANKS) ||
                    (token_is(text, i, CLASS_FIGHTER) && !token_is(text, i, CLASS_IRREGULAR));

        if (text->tokens[i].type != TOKEN_WORD || token_is(text, i, CLASS_PREPOSITION) ||
            (end > token && !head)) {
            break;
        }
        end = head ? i + 1 : end;
    }
    return end;
}

/* The end of "it", "its fighters", "his unit" at `token`, and of the "they" of several who speak, which mean
 * `speaker` or their men; `token` itself for anything else. */
static uint32_t own_subject_end(const struct extraction *extraction, uint32_t token, struct span speaker)
{
    const struct text *text = extraction->text;

    if (token_is(text, token, CLASS_PRONOUN) &&
        (token_is(text, token, CLASS_THING) ||
         (token_has(text, token, CLASS_PRONOUN, "several") && !span_empty(speaker) &&
          token_is(text, speaker.end - 1, CLASS_PERSONS)))) {
        return token + 1;
    }
    for (size_t i = 0; token_is(text, token, CLASS_POSSESSIVE) && i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item_group(item) != NULL && item_group(item)->fighters && item->first_token == token) {
            return item->end_token;
        }
    }
    return token_is(text, token, CLASS_POSSESSIVE) ? own_force_end(text, token) : token;
}

/* True for the verb at `token` of "its jets destroyed 12 targets", no "crashed". */
static bool takes_object(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_PAST_CUE) && !token_is(text, token, CLASS_HAPPENING) &&
           (text->tokens[token + 1].type == TOKEN_NUMBER || token_is(text, token + 1, CLASS_DETERMINER));
}

/* "Norland said it had killed 12", "said its troops stormed the town, killing 12", "claimed to have killed":
 * who speaks did it, as long as nobody else can have and nothing befell them. */
static bool done_by_speaker(const struct extraction *extraction, const struct draft *draft,
                            const struct attribution *attribution)
{
    const struct text *text = extraction->text;
    uint32_t begin = statement_begin(text, attribution);
    uint32_t trigger = draft->trigger.words.first;
    uint32_t token;

    if (begin >= trigger) {
        return false;
    }
    token = token_has(text, begin, CLASS_MOOD, "infinitive")
                ? begin + 1
                : own_subject_end(extraction, begin, attribution->speaker);
    if (token == begin || other_people(extraction, token, trigger) ||
        (token_is(text, token - 1, CLASS_THING) && !token_is(text, token - 1, CLASS_PRONOUN) &&
         token < trigger && !token_is(text, token, CLASS_HITS) && !token_is(text, token, CLASS_HAVE) &&
         !takes_object(text, token))) {
        return false; /* "its aircraft crashed, killing 12" */
    }
    for (; token < trigger; token++) {
        if (token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_RELATIVE) ||
            token_is(text, token, CLASS_CLAUSE) || token_is(text, token, CLASS_SAID) ||
            token_has(text, token, CLASS_PREPOSITION, "under") || token_is(text, token, CLASS_PRONOUN)) {
            return false;
        }
    }
    return true;
}

/* "Killed by a Syrian", "a Syrian killed nine": one man, who need not have done it for his state; not "a
 * Syrian shell". */
static bool is_one_man(const struct text *text, const struct mark *mark)
{
    static const unsigned ends[] = {CLASS_PREPOSITION, CLASS_RELATIVE, CLASS_AND,     CLASS_CLAUSE,
                                    CLASS_BE,          CLASS_HAVE,     CLASS_DAY_MARK};
    uint32_t next = mark->words.end;

    return mark->adjective && mark->words.first > 0 &&
           token_is(text, mark->words.first - 1, CLASS_DETERMINER) &&
           !token_has(text, mark->words.first - 1, CLASS_DETERMINER, "known") &&
           (next >= text->token_count || text->tokens[next].type != TOKEN_WORD ||
            token_is_any(text, next, ends, sizeof ends / sizeof ends[0]) ||
            (token_is(text, next, CLASS_DONE) && !token_is(text, next, CLASS_HAPPENING) &&
             !token_is(text, next, CLASS_HITS)));
}

/* "Mali, where gunmen killed nine": what happened there, and none of its deeds. */
static bool tells_where(const struct text *text, const struct mark *mark)
{
    uint32_t next = mark->words.end;

    next += token_is_sign(text, next, ",") ? 1 : 0;
    return token_has(text, next, CLASS_RELATIVE, "place");
}

/* "The war, which began when Hamas killed nine, has killed 900": who is named in the aside right before the
 * verb. */
static bool in_aside_before_verb(const struct extraction *extraction, const struct mark *mark,
                                 const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t verb = verb_begin(extraction, draft);

    if (verb == 0 || !token_is_sign(text, verb - 1, ",")) {
        return false;
    }
    for (uint32_t token = mark->words.first; token > first + 1; token--) {
        if (token_is(text, token - 1, CLASS_RELATIVE)) {
            return token_is_sign(text, token - 2, ",");
        }
        if (token_is_sign(text, token - 1, ",")) {
            return false;
        }
    }
    return false;
}

/* So many words may stand between "Malian" and "and": "government soldiers". */
#define FORCE_WORDS 2

/* True for nothing but "and", "and the", a dash or a slash between two marks, and for the fighters of the
 * first: "Malian soldiers and Russian mercenaries". */
static bool joined(const struct text *text, const struct mark *a, const struct mark *b)
{
    uint32_t token = a->words.end;

    while (a->adjective && b->adjective && token < a->words.end + FORCE_WORDS &&
           token_is(text, token, CLASS_FIGHTER)) {
        token++;
    }
    if (!token_is(text, token, CLASS_AND) && !token_is_sign(text, token, "-") &&
        !token_is_sign(text, token, "/")) {
        return false;
    }
    token++;
    return token == b->words.first ||
           (token + 1 == b->words.first && token_is(text, token, CLASS_DETERMINER));
}

/* The side of the mark, with the one beside it that did it too: "by American and British jets". */
static struct str sides_of(const struct extraction *extraction, const struct draft *draft,
                           const struct mark *mark)
{
    for (size_t i = 0; i + 1 < extraction->mark_count; i++) {
        const struct mark *a = &extraction->marks[i];
        const struct mark *b = a + 1;

        if ((a != mark && b != mark) || a->actor == NULL || b->actor == NULL ||
            strcmp(a->actor, b->actor) == 0 || actor_named(people_of(extraction, draft), a->actor) ||
            actor_named(people_of(extraction, draft), b->actor) || !joined(extraction->text, a, b)) {
            continue;
        }
        if (b->words.end <= draft->trigger.words.first ? opens_clause(extraction, a->words.first)
                                                       : !acts_behind(extraction, b->words.end)) {
            return arena_printf(extraction->arena, "%s; %s", a->actor, b->actor);
        }
    }
    return str_from(mark->actor);
}

/* Who did it to them, or whom they joined: who is named behind "by", "against", "alongside", else the
 * subject. */
struct str counterpart_of(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *people = people_of(extraction, draft);
    uint32_t word = draft->trigger.words.end - 1;
    bool noun = token_is(extraction->text, word, CLASS_TOLL) ||
                token_is(extraction->text, word, CLASS_TOLLWORD) ||
                (token_is(extraction->text, word, CLASS_DEED) &&
                 (!token_is(extraction->text, word, CLASS_DOING) ||
                  (word + 1 < extraction->text->token_count &&
                   token_has(extraction->text, word + 1, CLASS_PREPOSITION, "of"))));
    uint32_t harmed = draft->group != NULL ? draft->group->words.first : draft->quantity.words.first;
    bool active = draft->trigger.kind == KIND_CASUALTY && draft->trigger.subtype != SUBTYPE_UNSPECIFIED &&
                  !loses(extraction->text, &draft->trigger) && !noun && harmed > draft->trigger.words.first;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    const struct mark *best = NULL;
    size_t i;

    for (i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (in_attribution(extraction, mark->words.first) || stands_as_place(extraction, mark->words.first) ||
            parted_from(extraction, draft, mark->words.first) || mark->actor == NULL ||
            actor_named(people, mark->actor) || of_dateline(extraction, mark) || of_place(extraction, mark) ||
            of_opponents(extraction, mark) || is_one_man(extraction->text, mark) ||
            lies_around(extraction, mark) || leads_to_war(extraction, mark->words.end) ||
            names_scene(extraction, mark, draft) || (active && is_target(extraction, draft, mark)) ||
            (draft->group != NULL && span_holds(draft->group->words, mark->words.first))) {
            continue;
        }
        if (against(extraction, mark, draft) || strikes(extraction, mark, draft)) {
            return sides_of(extraction, draft, mark);
        }
        if (active && mark->words.first < draft->trigger.words.first &&
            !clause_between(extraction, mark, draft) && !behind_preposition(extraction, mark->words.first) &&
            !tells_where(extraction->text, mark) && !in_aside_before_verb(extraction, mark, draft) &&
            !some_of_harmed(extraction, mark) && !was_hit(extraction, mark) &&
            !relates_other(extraction, mark, draft) && !was_struck(extraction->text, mark, draft) &&
            !names_other(extraction, mark, draft) &&
            (best == NULL || mark->words.first > best->words.first)) {
            best = mark;
        }
    }
    if (best != NULL) {
        return sides_of(extraction, draft, best);
    }
    if (active && attribution != NULL && done_by_speaker(extraction, draft, attribution)) {
        return body_speaking(extraction, attribution);
    }
    return unnamed_side(extraction, draft, active);
}
