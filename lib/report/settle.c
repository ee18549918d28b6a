/* Which drafts of a sentence are claims: what is no claim is dropped, and what repeats another one. */
#include "report/clause.h"
#include "report/generic.h"
#include "report/owner.h"
#include "report/phrase.h"

static bool same_words(struct span a, struct span b)
{
    return a.first == b.first && a.end == b.end;
}

/* "He" is one, but no figure: it tells of nobody else than the words before. */
static bool has_figure(const struct draft *draft)
{
    return !span_empty(draft->quantity.words) &&
           !(draft->group != NULL && draft->group->pronoun &&
             same_words(draft->group->words, draft->quantity.words)) &&
           (draft->quantity.min != COUNT_NONE || draft->quantity.max != COUNT_NONE);
}

static bool covers(enum report_subtype wide, enum report_subtype narrow)
{
    return wide == narrow || wide == SUBTYPE_UNSPECIFIED || narrow == SUBTYPE_UNSPECIFIED ||
           (wide == SUBTYPE_KILLED_OR_WOUNDED && (narrow == SUBTYPE_KILLED || narrow == SUBTYPE_WOUNDED)) ||
           (narrow == SUBTYPE_KILLED_OR_WOUNDED && (wide == SUBTYPE_KILLED || wide == SUBTYPE_WOUNDED));
}

/* "Rebels withdrew from Goma and entered Bukavu": the same people moved again; that they moved up and fought
 * is one claim. */
static bool moves_on(const struct text *text, const struct draft *a, const struct draft *b)
{
    uint32_t token = b->trigger.words.first;

    if (a->trigger.subtype == b->trigger.subtype || a->trigger.subtype == SUBTYPE_ENTERED_COMBAT ||
        b->trigger.subtype == SUBTYPE_ENTERED_COMBAT || token <= a->trigger.words.end || a->group == NULL ||
        a->group->words.first > a->trigger.words.first) {
        return false;
    }
    while (token > a->trigger.words.end && token_is(text, token - 1, CLASS_ADVERB)) {
        token--;
    }
    return token_is(text, token - 1, CLASS_AND);
}

bool is_gapped(const struct draft *draft)
{
    return strncmp(draft->rule, "gapped.", strlen("gapped.")) == 0 || strcmp(draft->rule, "has.gapped") == 0;
}

/* True when `b` says nothing beside `a`: the same figure twice, or harm named again without one. */
static bool repeats(const struct text *text, const struct draft *a, const struct draft *b)
{
    if (a->trigger.kind != b->trigger.kind) {
        return false;
    }
    if (same_words(a->trigger.words, b->trigger.words) && a->trigger.subtype == b->trigger.subtype &&
        same_words(a->quantity.words, b->quantity.words)) {
        return true;
    }
    if (has_figure(a) && has_figure(b)) {
        return same_words(a->quantity.words, b->quantity.words) &&
               covers(a->trigger.subtype, b->trigger.subtype);
    }
    if (has_figure(b)) {
        return false;
    }
    if (a->trigger.kind == KIND_DEPLOYMENT) {
        return (a->trigger.subtype == b->trigger.subtype && !is_gapped(b)) ||
               (a->group == b->group && !moves_on(text, a, b) && !moves_on(text, b, a)) ||
               (b->group != NULL && b->group->pronoun);
    }
    return covers(a->trigger.subtype, b->trigger.subtype);
}

/* A group that is harmed in this sentence is not also told to be deployed by the words that only say which it
 * is. */
static bool presupposed(const struct extraction *extraction, const struct draft *draft)
{
    size_t i;

    if (draft->trigger.kind != KIND_DEPLOYMENT || draft->group == NULL || !draft->trigger.bare ||
        draft->group->words.first > draft->trigger.words.first) {
        return false;
    }
    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other->trigger.kind == KIND_CASUALTY && other->group == draft->group) {
            return true;
        }
    }
    return false;
}

bool sentence_has(const struct extraction *extraction, unsigned class_id)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        if (item_is(&extraction->matcher.items[i], class_id)) {
            return true;
        }
    }
    return false;
}

/* True when the sentence speaks of soldiers or of an attack, or goes on about soldiers. */
static bool speaks_of_war(const struct extraction *extraction)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        const struct group *people = item_group(item);

        if (item_is(item, CLASS_FORCE) || item_is(item, CLASS_HAPPENING) || item_is(item, CLASS_FIGHTER) ||
            (people != NULL && people->fighters)) {
            return true;
        }
    }
    return extraction->people != NULL && extraction->people->fighters &&
           extraction->people_sentence + 2 >= extraction->sentence;
}

static bool tells_toll(const struct extraction *extraction)
{
    size_t i;

    for (i = 0; i < extraction->draft_count; i++) {
        if (token_is(extraction->text, extraction->drafts[i].trigger.words.end - 1, CLASS_TOLLWORD)) {
            return true;
        }
    }
    return false;
}

static bool tells_casualty(const char *name)
{
    enum report_subtype subtype;

    return name != NULL && report_subtype_from_name(str_from(name), &subtype) && subtype < SUBTYPE_SENT;
}

/* "Helicopters carried the wounded soldiers to Norvik", "sent home 300 captured soldiers": nobody deploys
 * them. */
static bool is_out_of_action(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t token;

    if (draft->group == NULL) {
        return false;
    }
    for (token = draft->group->words.first; token < draft->group->words.end; token++) {
        if (tells_casualty(token_value(text, token, CLASS_STATE)) ||
            tells_casualty(token_value(text, token, CLASS_DONE))) {
            return true;
        }
    }
    return false;
}

/* A crew that lands or moves is where its craft is: nobody deployed it. */
static bool is_crew(const struct draft *draft)
{
    return draft->group != NULL && draft->group->people != NULL && strcmp(draft->group->people, "crew") == 0;
}

/* True when fighters beside those who were harmed are named: "gunmen killed two nurses of a cancer ward". */
static bool by_fighters(const struct extraction *extraction, const struct draft *draft)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        const struct group *people = item_group(item);

        if (people != NULL && people != draft->group && people->fighters &&
            item->first_token < draft->trigger.words.first &&
            !in_attribution(extraction, item->first_token)) {
            return true;
        }
    }
    return false;
}

/* At most twice the one or the other: two figures for one thing. */
static bool may_be_rivals(const struct draft *draft, const struct count *told)
{
    int64_t now = draft->quantity.min != COUNT_NONE ? draft->quantity.min : draft->quantity.max;
    int64_t then = told->min != COUNT_NONE ? told->min : told->max;

    return now != COUNT_NONE && then != COUNT_NONE && now <= 2 * then && then <= 2 * now;
}

/* No toll becomes so many times another: "the figure rose to 30 million". */
#define MOST_TIMES 100

static bool is_beyond(const struct draft *draft, const struct count *told)
{
    int64_t now = draft->quantity.min != COUNT_NONE ? draft->quantity.min : draft->quantity.max;
    int64_t then = told->max != COUNT_NONE ? told->max : told->min;

    return now != COUNT_NONE && then != COUNT_NONE && now / MOST_TIMES > then;
}

/* True for "prices rose; the figure reached 300": another figure than that of the sentence before. */
static bool behind_semicolon(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t token = draft->trigger.words.first;

    while (token > extraction->text->sentences[extraction->sentence].first_token) {
        if (token_is_sign(extraction->text, --token, ";")) {
            return true;
        }
    }
    return false;
}

/* The last claim before the draft that has a figure, in the sentence, else in the one before: its kind and
 * people are those of "the number" that the draft puts otherwise.  Drops the draft when there is none. */
static void take_toll_before(struct extraction *extraction, struct draft *draft)
{
    const struct draft *before = draft;
    const struct report *told = NULL;
    struct group people = {.fighters = true};
    size_t i;

    while (before > extraction->drafts) {
        before--;
        if (!before->dropped && has_figure(before)) {
            draft->trigger.kind = before->trigger.kind;
            draft->trigger.subtype = before->trigger.subtype;
            draft->group = before->group;
            return;
        }
    }
    for (i = extraction->before;
         extraction->before_sentence + 1 == extraction->sentence && i < extraction->report_count; i++) {
        if (extraction->reports[i].count.text.text.data != NULL) {
            told = &extraction->reports[i];
        }
    }
    if (told == NULL || is_beyond(draft, &told->count) || behind_semicolon(extraction, draft)) {
        draft->dropped = true;
        return;
    }
    draft->trigger.kind = told->kind;
    draft->trigger.subtype = told->subtype;
    draft->tally = told->scope == SCOPE_CUMULATIVE && may_be_rivals(draft, &told->count);
    if (told->actor.data != NULL) {
        people.people = arena_copy(extraction->arena, told->actor).data;
        people.words = draft->trigger.words;
        draft->group = keep(extraction, &people, sizeof people);
    }
}

/* "We have lost 12 people in Goma", says who governs or commands: dead, and no members or customers. */
static bool lost_by_rulers(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    uint32_t verb = verb_begin(extraction, draft);

    if (attribution == NULL || draft->group == NULL || draft->group->people == NULL || verb == 0 ||
        (strcmp(draft->group->people, "people") != 0 && strcmp(draft->group->people, "civilians") != 0) ||
        !token_is(text, verb - 1, CLASS_PRONOUN) || token_is(text, verb - 1, CLASS_THING) ||
        token_has(text, draft->group->words.end, CLASS_MOOD, "infinitive")) {
        return false; /* "lost 12 people to a rival" */
    }
    for (uint32_t token = attribution->speaker.first; token < attribution->speaker.end; token++) {
        if (token_has(text, token, CLASS_PERSON, "officials") ||
            token_has(text, token, CLASS_PERSON, "politicians") || token_is(text, token, CLASS_FIGHTER)) {
            return true;
        }
    }
    return false;
}

/* Losses of a nation in so many are of money, not of people. */
#define SUM_OF_MONEY 1000000

/* "Norland's losses exceeded 200", "we lost 16 men", "went down with the loss of six hands": said of soldiers
 * and crews, unless a firm or a team lost them. */
static bool lost_from_ranks(const struct extraction *extraction, const struct draft *draft)
{
    bool hands = draft->group == NULL && strcmp(draft->rule, "deed.hands") == 0;
    bool nation = draft->group != NULL && draft->group->people == NULL && draft->group->actor_count > 0 &&
                  draft->quantity.max < SUM_OF_MONEY;

    return (hands || nation || (draft->group != NULL && draft->group->ranks) ||
            lost_by_rulers(extraction, draft)) &&
           has_figure(draft) && !sentence_has(extraction, CLASS_BUSINESS);
}

/* So many men whom a country sends are no delegation. */
#define MEN_OF_AN_ARMY 100

/* False for what behind the men tells of something else than war: "to the games", "to work", "home". */
static bool sent_to_fight(const struct text *text, const struct draft *draft)
{
    uint32_t behind = draft->group->words.end;

    if (!token_is(text, behind, CLASS_INFINITIVE_MARK)) {
        return !(
            token_has(text, behind, CLASS_MODIFIER, "home") && /* "brought 300 men home" is another thing */
            token_is(text, draft->trigger.words.end - 1, CLASS_ENGAGED));
    }
    if (token_is(text, behind + 1, CLASS_DETERMINER)) {
        behind++;
    }
    if (behind + 1 >= text->token_count) {
        return false;
    }
    return (text->tokens[behind + 1].flags & TOKEN_CAPITALIZED) != 0 ||
           token_is(text, behind + 1, CLASS_PLACE_NOUN) || token_is(text, behind + 1, CLASS_FRONT_LINE) ||
           token_is(text, behind + 1, CLASS_COMBAT) || token_has(text, behind + 1, CLASS_COMMON, "aid");
}

bool sent_by_army(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = draft->trigger.words.first;

    if (draft->trigger.kind != KIND_DEPLOYMENT || draft->group == NULL || !draft->group->ranks ||
        !has_figure(draft) || draft->group->words.first < token) {
        return false;
    }
    while (token > first &&
           (token_is(text, token - 1, CLASS_HAVE) || token_is(text, token - 1, CLASS_ADVERB) ||
            token_is(text, token - 1, CLASS_MOOD))) {
        token--;
    }
    if (token > first && token_is(text, token - 1, CLASS_SPEAKER) && token_is(text, token - 1, CLASS_BODY)) {
        return true;
    }
    /* "Norland sent 11,000 men": no team and no embassy are so many */
    if (!sent_to_fight(text, draft)) {
        return false;
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.end == token && !mark->adjective) { /* not "the church in Norland sent" */
            return !token_is(text, mark->words.first - 1, CLASS_PREPOSITION) &&
                   draft->quantity.max >= MEN_OF_AN_ARMY && draft->quantity.min >= MEN_OF_AN_ARMY;
        }
    }
    return false;
}

/* What the sentence tells that makes claims of its words or none. */
struct scene {
    bool exercise;
    bool illness;
    bool ill_before; /* "40 people had the flu. Two died." */
    bool fiction;
    bool toll; /* of which bodies found are a part */
    bool war;
};

/* True for "to kill", and for a plan to kill: nobody is dead. */
static bool is_idle(const struct trigger *trigger)
{
    bool casualty = trigger->kind == KIND_CASUALTY;
    bool planned = trigger->planned || trigger->subtype == SUBTYPE_PLANNED;

    return (trigger->infinitive && !trigger->expected && (casualty || !planned)) ||
           (trigger->planned && casualty);
}

/* "Police captured two traffickers": an arrest for a crime. */
static bool is_arrest(const struct draft *draft)
{
    const char *people = draft->group == NULL ? NULL : draft->group->people;

    return draft->trigger.subtype == SUBTYPE_CAPTURED && people != NULL &&
           (strcmp(people, "criminals") == 0 || strcmp(people, "suspects") == 0);
}

/* "The army did not kill 30 farmers, its spokesman said": who says that denies the deed.  "The 30 were not
 * killed by shells" may deny the shells. */
static bool is_deed_denied(const struct extraction *extraction, const struct draft *draft)
{
    const struct trigger *trigger = &draft->trigger;
    const struct attribution *attribution = attribution_of(extraction, trigger->words.first);

    return trigger->negated && trigger->kind == KIND_CASUALTY && strcmp(draft->rule, "object") == 0 &&
           draft->quantity.min > 1 && !trigger->would && !trigger->could && !trigger->future &&
           attribution != NULL && attribution->status == STATUS_CLAIMED && !span_empty(attribution->speaker);
}

/* True when the words of the draft tell of no harm done and of nobody sent. */
static bool is_no_claim(const struct extraction *extraction, const struct draft *draft,
                        const struct scene *scene)
{
    const struct trigger *trigger = &draft->trigger;
    bool casualty = trigger->kind == KIND_CASUALTY;
    bool illness = scene->illness || (scene->ill_before && draft->group == NULL);
    /* "lost", "losses"; not "lost their lives" */
    bool peace = trigger->words.end - trigger->words.first == 1 &&
                 token_is(extraction->text, trigger->words.first, CLASS_WAR_ONLY) && !scene->war &&
                 !lost_from_ranks(extraction, draft);

    return (trigger->negated && !is_deed_denied(extraction, draft)) || is_idle(trigger) || peace ||
           scene->fiction ||
           (draft->quantity.max == 0 && !span_empty(draft->quantity.words)) || /* "0 casualties" */
           (scene->toll && token_is(extraction->text, trigger->words.first, CLASS_CORPSE)) ||
           (!casualty && (scene->exercise || is_crew(draft) || is_out_of_action(extraction, draft) ||
                          !about_fighters(extraction, draft))) ||
           (casualty && illness && !about_fighters(extraction, draft) && !by_fighters(extraction, draft)) ||
           (draft->group != NULL && draft->group->part) || presupposed(extraction, draft) ||
           (casualty && is_generic(extraction, draft)) || is_arrest(draft);
}

/* "France sent 300 soldiers, Belgium 150": true when nothing is left of the claim that the draft goes on, or
 * that one was of harm, which befell no Belgians. */
static bool hangs_in_air(const struct extraction *extraction, const struct draft *draft)
{
    if (!is_gapped(draft)) {
        return false;
    }
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other != draft && !other->dropped && other->trigger.kind == KIND_DEPLOYMENT &&
            other->trigger.words.first < draft->trigger.words.first) {
            return draft->trigger.kind != KIND_DEPLOYMENT;
        }
    }
    return true;
}

/* Drops the drafts that say nothing beside another one. */
static void drop_repeated(struct extraction *extraction)
{
    const struct text *text = extraction->text;
    size_t i, k;

    for (i = 0; i < extraction->draft_count; i++) {
        for (k = 0; k < extraction->draft_count; k++) {
            struct draft *a = &extraction->drafts[i];
            struct draft *b = &extraction->drafts[k];

            if (i != k && !a->dropped && !b->dropped && repeats(text, a, b) &&
                (i < k || !repeats(text, b, a))) {
                b->dropped = true;
                a->repeat = a->repeat == NULL ? b : a->repeat;
                if (has_figure(a) && has_figure(b) && a->trigger.subtype == SUBTYPE_UNSPECIFIED) {
                    a->trigger.subtype = b->trigger.subtype; /* "losses at nine dead" */
                }
            }
        }
    }
}

/* "France, which sent 300 soldiers to Mali in May, said": the clause about who speaks is the draft's, which
 * it is then parted from the words for the speaker; false when it is none. */
static bool part_aside(struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t begin = draft->trigger.words.first;
    uint32_t end = draft->group->words.end;

    if (draft->trigger.kind != KIND_DEPLOYMENT || draft->group->words.first < begin) {
        return false;
    }
    for (size_t i = 0; i < extraction->attribution_count; i++) {
        struct attribution *attribution = &extraction->attributions[i];

        if (!span_holds(attribution->words, begin)) {
            continue;
        }
        while (begin > attribution->words.first && !token_is(text, begin, CLASS_RELATIVE)) {
            begin--;
        }
        while (end < attribution->words.end && !comma_between(text, end, end + 1)) {
            end++;
        }
        if (begin <= attribution->words.first || !comma_between(text, begin - 1, begin) ||
            end + 1 >= attribution->words.end) {
            return false;
        }
        attribution->words.first = end + 1;
        attribution->speaker.end =
            attribution->speaker.end < begin - 1 ? attribution->speaker.end : begin - 1;
        return true;
    }
    return false;
}

/* So many words may stand between a picture and what it shows: "a video that the army released shows". */
#define PICTURE_WORDS 8

/* "A video released by the army showing 12 soldiers killed in Goma": they are none of those who speak, though
 * the words for the speaker hold the picture and all that it shows. */
static bool shown(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = draft->group->words.first;
    uint32_t least = token > first + PICTURE_WORDS ? token - PICTURE_WORDS : first;

    if (draft->trigger.words.first != draft->group->words.end || token == first ||
        token_is(text, token - 1, CLASS_IMAGE)) {
        return false;
    }
    while (token > least && !token_is(text, token, CLASS_IMAGE)) {
        token--;
    }
    return token_is(text, token, CLASS_IMAGE);
}

void settle(struct extraction *extraction)
{
    bool illness = may_have(extraction, CLASS_ILLNESS) && sentence_has(extraction, CLASS_ILLNESS) &&
                   !sentence_has(extraction, CLASS_HAPPENING);

    if (extraction->draft_count == 0) {
        extraction->ill = illness ? extraction->sentence + 1 : 0;
        return;
    }
    const struct scene scene = {
        .exercise = sentence_has(extraction, CLASS_EXERCISE),
        .illness = illness,
        .ill_before = extraction->ill == extraction->sentence && extraction->ill > 0,
        .fiction = sentence_has(extraction, CLASS_SCENE),
        .toll = tells_toll(extraction),
        .war = speaks_of_war(extraction),
    };
    size_t i, k;

    extraction->ill = scene.illness ? extraction->sentence + 1 : 0;
    for (i = 0; i < extraction->draft_count; i++) {
        struct draft *draft = &extraction->drafts[i];

        settle_mood(extraction, draft);
        draft->rate = is_rate(extraction, draft);
        if (token_is(extraction->text, draft->trigger.words.first, CLASS_FIGURE) ||
            strncmp(draft->rule, "figure.", strlen("figure.")) == 0) {
            take_toll_before(extraction, draft);
        }
        if (draft->group != NULL && in_attribution(extraction, draft->group->words.first) &&
            !shown(extraction, draft) && !part_aside(extraction, draft)) {
            /* who speaks is not whom it befell */
            draft->group = NULL;
        }
        draft->dropped = draft->dropped || is_no_claim(extraction, draft, &scene);
    }
    for (i = 0; i < extraction->draft_count; i++) {
        struct draft *draft = &extraction->drafts[i];

        draft->dropped = draft->dropped || hangs_in_air(extraction, draft);
    }
    for (i = 0; i < extraction->draft_count; i++) {
        for (k = 0; k < extraction->draft_count; k++) {
            struct draft *draft = &extraction->drafts[i];

            /* "100 of the soldiers sent there were killed": the number is that of the killed */
            if (draft->group != NULL && draft->trigger.kind == KIND_DEPLOYMENT &&
                !extraction->drafts[k].dropped && extraction->drafts[k].trigger.kind == KIND_CASUALTY &&
                extraction->drafts[k].group == draft->group) {
                draft->quantity = (struct quantity){0};
            }
        }
    }
    drop_repeated(extraction);
}
