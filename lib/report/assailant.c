#include "report/assailant.h"

#include "report/assault.h"
#include "report/clause.h"
#include "report/mention.h"
#include "report/owner.h"
#include "report/voice.h"

#include <string.h>

/* True for a state and for its armed forces, whose soldiers may be among those harmed; the sentence at hand
 * names them. */
static bool is_regular(const struct extraction *extraction, struct str side)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    struct place_match place;

    if (side.data[0] < 'a' || side.data[0] > 'z') {
        return place_find(side, &place) && place_is_country(&place);
    }
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (doers(extraction->text, item) != NULL &&
            str_equal(side, str_from(doers(extraction->text, item)))) {
            return item_group(item) != NULL ? !item_group(item)->irregular : !item_is(item, CLASS_IRREGULAR);
        }
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        if (token_is(text, token, CLASS_IRREGULAR) && token_is(text, token, CLASS_PERSONS) &&
            str_equal(side, str_from(token_value(text, token, CLASS_PERSONS)))) {
            return false; /* a rule took them for an oblique */
        }
    }
    return !str_equal(side, STR("militia"));
}

static uint32_t last_of_draft(const struct draft *draft)
{
    return draft->group != NULL && draft->group->words.end > draft->trigger.words.end
               ? draft->group->words.end
               : draft->trigger.words.end;
}

/* Where those harmed are named, or their number. */
static uint32_t harmed_at(const struct draft *draft)
{
    return draft->group != NULL ? draft->group->words.first : draft->quantity.words.first;
}

/* True for a verb that tells what its subject did to those behind it, not for "the death of nine". */
static bool is_active(const struct text *text, const struct draft *draft)
{
    uint32_t word = draft->trigger.words.end - 1;

    return harmed_at(draft) > draft->trigger.words.first &&
           (!token_is(text, word, CLASS_STATE) || token_is(text, word, CLASS_DONE)) &&
           !(token_is(text, word, CLASS_DEED) &&
             (!token_is(text, word, CLASS_DOING) || token_has(text, word + 1, CLASS_PREPOSITION, "of")));
}

/* "Were killed in clashes with the army", "fighting the rebels", "at the hands of militants": who stands
 * behind that, with no other verb between. */
static struct str opponent(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    bool lost = loses(text, &draft->trigger);
    bool fought = lost || (draft->group != NULL && (draft->group->fighters || draft->group->irregular));

    for (uint32_t token = last_of_draft(draft); token < end && (lost || !is_active(text, draft)); token++) {
        if ((token_has(text, token, CLASS_PREPOSITION, "against") && /* not villagers "in a raid against" */
             token_is(text, token - 1, CLASS_HAPPENING) && fought) ||
            (lost && token_is(text, token, CLASS_INFINITIVE_MARK))) {
            return side_at(extraction, token + 1);
        }
        if (token_is(text, token, CLASS_COMBAT) && has_doing_form(text, token) &&
            !token_is(text, token - 1, CLASS_PREPOSITION) && !token_is(text, token - 1, CLASS_DETERMINER)) {
            return side_at(extraction, token + 1);
        }
        if (token_has(text, token, CLASS_PREPOSITION, "of") && token_is(text, token - 1, CLASS_RANKS) &&
            token_is(text, token - 2, CLASS_DETERMINER)) {
            return side_at(extraction, token + 1);
        }
        if (text->tokens[token].type == TOKEN_PUNCT || token_is(text, token, CLASS_RELATIVE) ||
            token_is(text, token, CLASS_CLAUSE) || token_is(text, token, CLASS_AND) ||
            other_verb(text, token) ||
            (tells_of_harm(text, token) && !token_is(text, token, CLASS_HAPPENING))) {
            break;
        }
    }
    return (struct str){NULL, 0};
}

/* True when another claim of the sentence begins at `token`: "35 wounded". */
static bool opens_draft(const struct extraction *extraction, uint32_t token)
{
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *draft = &extraction->drafts[i];

        if (!draft->dropped && (draft->trigger.words.first == token || draft->quantity.words.first == token ||
                                (draft->group != NULL && draft->group->words.first == token))) {
            return true;
        }
    }
    return false;
}

/* "Were killed in a rebel attack", "in a US air strike": who attacks with the noun that stands behind. */
static struct str attacker_of_noun(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t from = last_of_draft(draft);
    uint32_t to = from;

    while (to < end && (!other_verb(text, to) || token_is(text, to + 1, CLASS_AGENT)) &&
           (!ends_words(text, to) || (token_is(text, to, CLASS_AND) && opens_draft(extraction, to + 1)))) {
        to++;
    }
    return has_between(text, from, to, CLASS_HAPPENING) || has_between(text, from, to, CLASS_CARRIED_OUT)
               ? attacker_in(extraction, from, to)
               : (struct str){NULL, 0};
}

/* True when those harmed may well be of that side themselves. */
static bool may_be_of(const struct group *group, const struct report *report, struct str side, bool regular)
{
    if (str_equal(report->actor, side)) {
        return true;
    }
    if (group == NULL || (group->actor_count > 0 && (side.data[0] < 'a' || side.data[0] > 'z'))) {
        return false;
    }
    return group->pronoun || (group->irregular ? !regular : group->fighters && regular);
}

/* True for the word behind which a clause tells what came before or went on: "when", "after", "as". */
static bool opens_cause(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_CLAUSE) &&
           (token_has(text, token, CLASS_CLAUSE, "when") || token_has(text, token, CLASS_AFTERMATH, "of") ||
            token_is(text, token, CLASS_NAME_PARTICLE));
}

/* Who the subject of the first verb in the words is, when they are fighters of no named side: whatever they
 * did, "invaded a village, killing nine", those killed were killed by them. */
static struct str doer_in(const struct extraction *extraction, uint32_t from, uint32_t to, bool regular)
{
    const struct text *text = extraction->text;
    struct str side;

    for (uint32_t token = from; token < to; token++) {
        if (!other_verb(text, token) &&
            !(token_has(text, token, CLASS_BURST, "both") && token_is(text, to, CLASS_AND))) {
            continue;
        }
        if (token_is(text, token - 1, CLASS_BE) || token_is(text, token, CLASS_SAID) ||
            token_has(text, token, CLASS_PAST_CUE, "away") || token_is(text, token, CLASS_HAPPENING)) {
            break; /* "fled the town", "crashed" */
        }
        side = subject_side(extraction, from, token);
        if (side.data != NULL) {
            return side.data[0] >= 'a' && side.data[0] <= 'z' && (regular || !is_regular(extraction, side))
                       ? side
                       : (struct str){NULL, 0};
        }
    }
    return (struct str){NULL, 0};
}

/* "Were killed when gunmen opened fire", "after French jets bombed": who attacks in the clause behind. */
static struct str attacker_behind(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t end = text->sentences[extraction->sentence].end_token;
    uint32_t token = last_of_draft(draft);
    uint32_t behind;
    struct str side;

    while (token < end && !token_is(text, token, CLASS_CLAUSE)) {
        if (token_is(text, token, CLASS_AND) || token_is(text, token, CLASS_RELATIVE) ||
            token_is(text, token, CLASS_SAID) || token_is_sign(text, token, ";")) {
            return (struct str){NULL, 0};
        }
        token++;
    }
    if (token == end || !opens_cause(text, token)) {
        return (struct str){NULL, 0};
    }
    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < token;
         i++) {
        if (timexes->items[i].end_token == token && timexes->items[i].type == TIMEX_DURATION) {
            return (struct str){NULL, 0}; /* "two days after" */
        }
    }
    behind = token + 1;
    while (behind < end && !token_is(text, behind, CLASS_CLAUSE) && !token_is_sign(text, behind, ";")) {
        behind++;
    }
    side = attacker_in(extraction, token + 1, behind);
    return side.data == NULL && token_has(text, token, CLASS_CLAUSE, "when")
               ? doer_in(extraction, token + 1, behind, false)
               : side;
}

/* Where the verb begins whose object those harmed are: of "killing 12", "left 12 dead", "shot 12 people
 * dead". */
static uint32_t outcome_verb(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t harmed = span_empty(draft->quantity.words) ? UINT32_MAX : draft->quantity.words.first;

    if (draft->group != NULL && draft->group->words.first < harmed) {
        harmed = draft->group->words.first;
    }
    return harmed < draft->trigger.words.first && harmed > 0 &&
                   token_is(extraction->text, draft->trigger.words.end - 1, CLASS_STATE)
               ? harmed - 1
               : verb_begin(extraction, draft);
}

/* "Gunmen opened fire on a bus, killing 12", "raided the village and shot 12": who attacks in the clause that
 * the draft's verb goes on. */
static struct str attacker_before(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t verb = outcome_verb(extraction, draft);
    uint32_t begin = verb;
    struct str side = {NULL, 0};

    if (verb <= first + 1) {
        return (struct str){NULL, 0};
    }
    if (comma_between(text, verb - 1, verb)) {
        while (begin > first && !token_is(text, begin - 1, CLASS_CLAUSE) &&
               !token_is_sign(text, begin - 1, ";")) {
            begin--;
        }
    } else if (is_active(text, draft) || verb < verb_begin(extraction, draft)) {
        begin -= token_is(text, verb - 1, CLASS_AND) ? 1 : 0; /* "stormed a bar and shot 12" */
        while (begin > first && !ends_words(text, begin - 1) && !token_is(text, begin - 1, CLASS_SAID)) {
            begin--;
        }
    }
    if (begin == verb) {
        return side;
    }
    side = attacker_in(extraction, begin, verb);
    if (side.data == NULL && !comma_between(text, verb - 1, verb) && is_active(text, draft)) {
        side = unlisted_subject_side(extraction, begin, verb);
    }
    return side.data == NULL && is_active(text, draft) &&
                   (token_is(text, verb - 1, CLASS_AND) || token_is(text, verb, CLASS_DOING))
               ? doer_in(extraction, begin, verb - 1, true)
               : side;
}

/* What the draft's verb has for a subject in "they killed nine", "it killed nine". */
static bool has_pronoun(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t verb = verb_begin(extraction, draft);

    return verb > 0 && token_is(text, verb - 1, CLASS_PRONOUN) &&
           (token_has(text, verb - 1, CLASS_PRONOUN, "several") || token_is(text, verb - 1, CLASS_THING)) &&
           !in_attribution(extraction, verb - 1) && opens_clause(extraction, verb - 1);
}

/* True for those whom a claim of the sentence is about. */
static bool is_harmed(const struct extraction *extraction, uint32_t token)
{
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *draft = &extraction->drafts[i];

        if (!draft->dropped && draft->group != NULL && span_holds(draft->group->words, token)) {
            return true;
        }
    }
    return false;
}

/* True when the sentence at hand names other sides or fighters than `side` and those harmed, who may have
 * done it. */
static bool others_told(const struct extraction *extraction, struct str side)
{
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->actor != NULL && !str_equal(side, str_from(mark->actor)) &&
            !in_attribution(extraction, mark->words.first) &&
            !stands_as_place(extraction, mark->words.first) && !is_harmed(extraction, mark->words.first)) {
            return true;
        }
    }
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (doers(extraction->text, item) != NULL &&
            !str_equal(side, str_from(doers(extraction->text, item))) &&
            !in_attribution(extraction, item->first_token) && !is_harmed(extraction, item->first_token)) {
            return true;
        }
    }
    return false;
}

/* True when the claim may be of another place or time than the attack last told of. */
static bool is_apart(const struct extraction *extraction, const struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct mention *mention = mention_of(extraction, extraction->assailant_sentence);
    struct mention there = {0};
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;

    if (mention == NULL) {
        return report->basis_timex >= 0 && timexes->items[report->basis_timex].first_token >= first;
    }
    there.places = report->places;
    there.place_count = report->place_count;
    if (!places_may_be(report->places, report->place_count, mention->places, mention->place_count) ||
        (report->place_count > 0 && mention->place_count > 0 && mention_in_other_town(&there, mention))) {
        return true;
    }
    if (report->basis_timex < 0 || timexes->items[report->basis_timex].first_token < first) {
        return false;
    }
    return mention->timex < 0 || timexes->items[mention->timex].date.first != report->date.first;
}

/* So many words may stand between "killed in a" and "village". */
#define PLACE_WORDS 3

/* True for "killed in a landslide", "in the crush", "by floods", "when a bridge fell": of something else than
 * the attack told before; not for "in a village". */
static bool died_of_other(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t token = draft->trigger.words.end;

    if (token_is(text, token, CLASS_AGENT) || token_has(text, token, CLASS_PREPOSITION, "of")) {
        return true;
    }
    if (token_has(text, token, CLASS_CLAUSE, "when")) {
        uint32_t end = text->sentences[extraction->sentence].end_token;

        return !has_between(text, token, end, CLASS_HITS) && !has_between(text, token, end, CLASS_BURST) &&
               !has_between(text, token, end, CLASS_HAPPENING) && !has_between(text, token, end, CLASS_THING);
    }
    if (token_is(text, token, CLASS_PREPOSITION) &&
        value_between(text, token + 1, token + 2 + PLACE_WORDS, CLASS_ATTACK, "accident")) {
        return true;
    }
    return token_is(text, token, CLASS_PREPOSITION) && token_is(text, token + 1, CLASS_DETERMINER) &&
           !is_known_mark(text, token + 1) &&
           !has_between(text, token + 2, token + 2 + PLACE_WORDS, CLASS_PLACE_NOUN);
}

/* So many are not killed in one attack. */
#define WAR_TOLL 1999
/* So many sentences behind an attack "the attack" may be told of again. */
#define KNOWN_ATTACK_REACH 3

/* True when the verbs of the sentence's claims are all that tells of an attack in it: "31 had been shot
 * dead". */
static bool only_harmed(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];

    if (may_have(extraction, CLASS_HAPPENING)) {
        return false;
    }
    for (uint32_t token = sentence->first_token; token < sentence->end_token; token++) {
        bool harmed = false;

        for (size_t i = 0; i < extraction->draft_count; i++) {
            harmed = harmed || span_holds(extraction->drafts[i].trigger.words, token);
        }
        if (!harmed && (token_is(text, token, CLASS_HITS) || token_is(text, token, CLASS_BURST))) {
            return false;
        }
    }
    return true;
}

/* True for "have killed 300", which may be what a whole war did. */
static bool tells_war_toll(const struct extraction *extraction, const struct draft *draft,
                           const struct report *report)
{
    uint32_t verb = verb_begin(extraction, draft);

    return report->count.min > ATTACK_TOLL &&
           (report->count.min > WAR_TOLL || (token_is(extraction->text, verb, CLASS_HAVE) &&
                                             !token_is(extraction->text, verb, CLASS_PAST_CUE)));
}

/* True when the claim of the sentence at hand goes on about the attack last told of. */
static bool goes_on_about_attack(const struct extraction *extraction, const struct draft *draft,
                                 const struct report *report)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    enum attack_told told =
        extraction->told == ATTACK_NEW && only_harmed(extraction) ? ATTACK_NONE : extraction->told;
    size_t reach = told == ATTACK_KNOWN ? KNOWN_ATTACK_REACH : 1;

    if (told == ATTACK_NEW || extraction->assailant_sentence + reach < extraction->sentence ||
        opens_elsewhere(extraction) ||
        (token_is(text, first, CLASS_PREPOSITION) && token_is(text, first + 1, CLASS_ONE_MORE)) ||
        died_of_other(extraction, draft)) {
        return false;
    }
    if (told == ATTACK_NONE &&
        (span_empty(draft->quantity.words) || tells_war_toll(extraction, draft, report) ||
         (is_active(text, draft) && !names_toll(text, draft->trigger.words.end - 1)))) {
        return false;
    }
    return !is_apart(extraction, report);
}

/* True for harm that somebody may have done. */
static bool has_doer(const struct report *report)
{
    return report->kind == KIND_CASUALTY && report->subtype != SUBTYPE_MISSING;
}

/* ... and that one attack did. */
static bool of_one_attack(const struct report *report)
{
    return has_doer(report) && report->scope == SCOPE_INCIDENT && report->subtype != SUBTYPE_UNSPECIFIED &&
           report->status != STATUS_HYPOTHETICAL && report->status != STATUS_EXPECTED;
}

/* "Killed 12 and abducted eight", "leaving nine dead and 12 injured": who did the one did the other. */
static struct str doer_of_verb_before(const struct extraction *extraction, const struct draft *draft)
{
    const struct report *before;
    uint32_t verb = is_active(extraction->text, draft) ? verb_begin(extraction, draft)
                    : draft->trigger.bare              ? harmed_at(draft)
                                                       : 0;

    if (extraction->report_count == extraction->sentence_reports || verb == 0 ||
        !token_is(extraction->text, verb - 1, CLASS_AND)) {
        return (struct str){NULL, 0};
    }
    before = &extraction->reports[extraction->report_count - 1];
    return before->kind == KIND_CASUALTY ? before->counterpart : (struct str){NULL, 0};
}

/* Who did it, as the other words of the sentence tell. */
static struct str told_in_sentence(const struct extraction *extraction, const struct draft *draft)
{
    struct str side = doer_of_verb_before(extraction, draft);

    side = side.data != NULL ? side : opponent(extraction, draft);
    side = side.data != NULL ? side : attacker_of_noun(extraction, draft);
    side = side.data != NULL ? side : attacker_behind(extraction, draft);
    side = side.data != NULL ? side : attacker_before(extraction, draft);
    side = side.data != NULL ? side : culprit(extraction);
    return side.data != NULL && done_by_another(extraction, side) ? (struct str){NULL, 0} : side;
}

/* True for "they were killed", "ten of them died": the attackers themselves, as like as not. */
static bool spoken_of(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t verb = verb_begin(extraction, draft);

    return verb > 0 && token_has(extraction->text, verb - 1, CLASS_PRONOUN, "several") &&
           !is_active(extraction->text, draft);
}

struct str assailant_of(struct extraction *extraction, const struct draft *draft, const struct report *report)
{
    const struct str none = {NULL, 0};
    const struct group *group;
    struct str side;

    if (!has_doer(report)) {
        return none;
    }
    group = people_of(extraction, draft);
    side = told_in_sentence(extraction, draft);
    if (side.data != NULL) {
        return may_be_of(group, report, side, is_regular(extraction, side)) ? none : side;
    }
    side = extraction->assailant;
    if (side.data == NULL || !of_one_attack(report) || spoken_of(extraction, draft) ||
        (extraction->assailant_battle && (group == NULL || !group->fighters)) ||
        may_be_of(group, report, side, extraction->assailant_regular)) {
        return none;
    }
    if (has_pronoun(extraction, draft)) {
        return extraction->assailant_sentence + 1 == extraction->sentence ? side : none;
    }
    return goes_on_about_attack(extraction, draft, report) && !others_told(extraction, side) &&
                   !tells_of_other_state(extraction, draft)
               ? side
               : none;
}

/* The one side that the claims of the sentence at hand name; absent for none or several. */
static struct str side_of_claims(const struct extraction *extraction)
{
    struct str side = {NULL, 0};

    for (size_t i = extraction->sentence_reports; i < extraction->report_count; i++) {
        const struct report *report = &extraction->reports[i];

        if (report->kind != KIND_CASUALTY || report->counterpart.data == NULL) {
            continue;
        }
        if (side.data != NULL && !str_equal(side, report->counterpart)) {
            return (struct str){NULL, 0};
        }
        side = report->counterpart;
    }
    return side;
}

/* So many sentences behind an attack somebody may be said to have done it. */
#define CULPRIT_REACH 3

static bool told_shortly_before(const struct extraction *extraction)
{
    return extraction->report_count > 0 &&
           extraction->origins[extraction->report_count - 1].sentence + CULPRIT_REACH >= extraction->sentence;
}

/* Gives the claims before who is said in the sentence at hand to have done it. */
static void give_culprit(struct extraction *extraction, struct str side, bool regular)
{
    for (size_t i = extraction->sentence_reports; i > 0; i--) {
        struct report *report = &extraction->reports[i - 1];

        if (extraction->origins[i - 1].sentence + CULPRIT_REACH < extraction->sentence) {
            break;
        }
        if (of_one_attack(report) && report->counterpart.data == NULL &&
            !told_of_before(extraction, report) &&
            !may_be_of(extraction->origins[i - 1].group, report, side, regular)) {
            report->counterpart = side;
        }
    }
}

/* True for "launched drones", which no word tells to be an attack. */
static bool may_launch(const struct extraction *extraction)
{
    return may_have(extraction, CLASS_CARRIED_OUT) && may_have(extraction, CLASS_THING);
}

/* True for "the army launched an offensive": whoever else is killed, the other side may have done it. */
static bool tells_offensive(const struct extraction *extraction)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t token = sentence->first_token;

    while (token < sentence->end_token && !is_offensive(text, token)) {
        token++;
    }
    return token < sentence->end_token;
}

void note_assailant(struct extraction *extraction)
{
    const struct sentence *sentence = &extraction->text->sentences[extraction->sentence];
    struct str side = side_of_claims(extraction);
    bool claims = extraction->sentence_reports < extraction->report_count;

    if (side.data == NULL && !claims && told_shortly_before(extraction)) {
        side = culprit(extraction);
        if (side.data != NULL && !of_other_attack(extraction)) {
            give_culprit(extraction, side, is_regular(extraction, side));
        }
    }
    if (side.data == NULL && !claims && (extraction->told == ATTACK_NEW || may_launch(extraction))) {
        side = attacker_in(extraction, sentence->first_token, sentence->end_token);
    }
    if (side.data == NULL && extraction->told != ATTACK_NEW) {
        return;
    }
    extraction->assailant = side;
    extraction->assailant_sentence = extraction->sentence;
    extraction->assailant_battle = side.data != NULL && tells_offensive(extraction);
    extraction->assailant_regular = side.data != NULL && is_regular(extraction, side);
}
