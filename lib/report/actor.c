/* Whose people a report is about. */
#include "report/draft.h"

#include <string.h>

/* How many sentences later "the soldiers" may still be those spoken of. */
#define KNOWN_PEOPLE_REACH 4

static struct str join_actors(struct extraction *extraction, const struct group *group)
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

/* The first soldiers of a named side in the sentence before `token`; NULL for none. */
static const struct group *earlier_group(const struct extraction *extraction, uint32_t token)
{
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        const struct group *group = item_group(item);

        if (group != NULL && item->end_token <= token && group->fighters && group->actor_count > 0 &&
            !in_attribution(extraction, item->first_token)) {
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

/* "Nine were wounded", "Another nine were wounded": the number is the subject, and goes on about people
 * before.
 */
static bool opens_sentence(const struct extraction *extraction, struct span number)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;

    while (extraction->text->tokens[first].type == TOKEN_PUNCT && first < number.first) {
        first++; /* a quotation mark */
    }
    return span_empty(number) || number.first <= first + 1;
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

/* The people whom a claim without a noun of its own is about: those of the claim before it in the sentence,
 * else those last spoken of. */
const struct group *people_of(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *group = draft->group;
    size_t i;

    if (group != NULL && !group->pronoun && (group->actor_count > 0 || group->people != NULL)) {
        return group;
    }
    if (has_owner(extraction, draft)) {
        return NULL;
    }
    for (i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other != draft && other->group != NULL && !other->group->pronoun &&
            other->trigger.kind == draft->trigger.kind &&
            other->group->words.first < draft->trigger.words.first) {
            group = other->group;
        }
    }
    if (group != NULL && !group->pronoun &&
        !(group == draft->group && group->batch && draft->trigger.kind == KIND_DEPLOYMENT)) {
        return group;
    }
    group = earlier_group(extraction, draft->trigger.words.first);
    if (group != NULL) {
        return group;
    }
    if (draft->group == NULL && !opens_sentence(extraction, draft->quantity.words)) {
        /* "hospitals treat 2,000 wounded": a number inside a sentence may be of anybody */
        return NULL;
    }
    group = spoken_of(extraction);
    return exceeds(draft, group) ? NULL : group;
}

bool about_fighters(const struct extraction *extraction, const struct draft *draft)
{
    const struct group *group = draft->group;

    if (draft->trigger.to_front) {
        return true;
    }
    if (group != NULL && group->specialists && draft->trigger.subtype == SUBTYPE_DEPLOYED) {
        return !sentence_has(extraction, CLASS_BUSINESS);
    }
    if (group != NULL && !group->pronoun && !group->batch) {
        return group->fighters;
    }
    group = people_of(extraction, draft);
    return group != NULL && group->fighters;
}

/* The state or force named last before `token`: whose soldiers "its soldiers" are, who sends or loses some.
 */
static struct str named_before(const struct extraction *extraction, uint32_t token, bool own)
{
    struct str actor = {NULL, 0};
    uint32_t last = 0;
    size_t i;

    for (i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.end <= token && mark->words.first >= last && mark->actor != NULL &&
            !stands_as_place(extraction, mark->words.first) &&
            (own || (!mark->adjective && !in_attribution(extraction, mark->words.first)))) {
            actor = str_from(mark->actor);
            last = mark->words.first;
        }
    }
    return actor;
}

/* True when soldiers that are only counted ("870 soldiers") may be of the people last spoken of: no other
 * side and no other place is named beside them, they are no more, and those were there, not merely to be
 * sent. */
static bool still_those(const struct extraction *extraction, const struct draft *draft)
{
    bool moves = false;
    size_t i;

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

static bool has_spoken(const struct extraction *extraction, struct str name)
{
    size_t i;

    for (i = 0; i < extraction->speaker_count; i++) {
        struct span speaker = extraction->speakers[i];

        if (str_find(text_span(extraction->text, speaker.first, speaker.end), name, 0) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

/* Where the verb of the draft begins, with what belongs to it: "has sent". */
static uint32_t verb_begin(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = draft->trigger.words.first;

    while (token > first &&
           (token_is(text, token - 1, CLASS_HAVE) || token_is(text, token - 1, CLASS_MOOD) ||
            token_is(text, token - 1, CLASS_BE) || token_is(text, token - 1, CLASS_ADVERB))) {
        token--;
    }
    return token;
}

/* Who says "it lost 40 soldiers" of itself: the state, or the one name that no table knows. */
static struct str itself(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    uint32_t verb = verb_begin(extraction, draft);
    struct span speaker;
    size_t i;

    if (attribution == NULL || verb == text->sentences[extraction->sentence].first_token ||
        !token_is(text, verb - 1, CLASS_PRONOUN) || !token_is(text, verb - 1, CLASS_THING)) {
        return (struct str){NULL, 0};
    }
    speaker = attribution->speaker;
    for (i = 0; i < extraction->mark_count; i++) {
        if (span_holds(speaker, extraction->marks[i].words.first)) {
            return str_from(extraction->marks[i].actor);
        }
    }
    if (speaker.end - speaker.first == 1 && !token_is_listed(text, speaker.first) &&
        (text->tokens[speaker.first].flags & TOKEN_CAPITALIZED)) {
        return text_span(text, speaker.first, speaker.end);
    }
    return (struct str){NULL, 0};
}

/* The name right before the verb that no table knows: "Norland has sent"; absent for a place, for one with a
 * title or of several words, and for a person who spoke: these are people. */
static struct str unlisted_subject(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;
    uint32_t token = verb_begin(extraction, draft);
    struct str name;
    size_t i;

    if (token == first || token_is_listed(text, token - 1) || text->tokens[token - 1].type != TOKEN_WORD ||
        !(text->tokens[token - 1].flags & TOKEN_CAPITALIZED) ||
        (token - 1 > first &&
         ((text->tokens[token - 2].flags & TOKEN_CAPITALIZED) || token_is(text, token - 2, CLASS_SPEAKER) ||
          token_is(text, token - 2, CLASS_PERSON) || token_is(text, token - 2, CLASS_PREPOSITION)))) {
        return (struct str){NULL, 0};
    }
    for (i = 0; i < extraction->spot_count; i++) {
        if (span_holds(extraction->spots[i]->words, token - 1)) {
            return (struct str){NULL, 0};
        }
    }
    name = text_span(text, token - 1, token);
    if (name.size < 2 || str_ends(name, STR("s")) || has_spoken(extraction, name)) {
        /* "I"; and the first word of a sentence may be any plural */
        return (struct str){NULL, 0};
    }
    return name;
}

/* "Norland said nine of its soldiers died": who speaks, when it is "it" and no table knows it; absent
 * otherwise. */
static struct str speaking_owner(const struct extraction *extraction, const struct draft *draft)
{
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    const struct text *text = extraction->text;
    bool its = false;
    uint32_t token;

    if (attribution == NULL || span_empty(attribution->speaker)) {
        return (struct str){NULL, 0};
    }
    for (token = draft->group->words.first; token < draft->group->words.end; token++) {
        its = its || (token_is(text, token, CLASS_POSSESSIVE) && token_is(text, token, CLASS_THING));
    }
    for (token = attribution->speaker.first; token < attribution->speaker.end && its; token++) {
        if (token > attribution->speaker.first && token_is(text, token, CLASS_GENITIVE)) {
            break; /* "Norland's defence ministry" */
        }
        its = (text->tokens[token].flags & TOKEN_CAPITALIZED) && !token_is(text, token, CLASS_SPEAKER) &&
              !token_is(text, token, CLASS_PERSON);
    }
    return its ? text_span(text, attribution->speaker.first, token) : (struct str){NULL, 0};
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
    if (token + 1 >= limit || !str_equal_nocase(text_span(text, token, token + 1), STR("from"))) {
        return 0;
    }
    return token_is(text, token + 1, CLASS_DETERMINER) ? token + 2 : token + 1;
}

/* The state that soldiers are from: "peacekeepers from Chad"; NULL for none. */
static const char *home_state(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t home = home_of(extraction, draft);
    size_t i;

    for (i = 0; home != 0 && draft->group->fighters && i < extraction->mark_count; i++) {
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

/* "Belgium will contribute 800", "Belgium lost three": the state right before the verb sends or loses its
 * own, whoever was spoken of. */
static const char *sender(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t verb = verb_begin(extraction, draft);
    size_t i;

    if (draft->group != NULL ||
        (draft->trigger.kind != KIND_DEPLOYMENT && !loses(extraction->text, &draft->trigger))) {
        return NULL;
    }
    for (i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.end == verb && !mark->adjective && !stands_as_place(extraction, mark->words.first)) {
            return mark->actor;
        }
    }
    return NULL;
}

/* "Belgium said France had killed two of its soldiers": those of who speaks, not of who killed; absent when
 * they are "its own" or no side speaks. */
static struct str harmed_of_speaker(const struct extraction *extraction, const struct draft *draft,
                                    const struct group *group)
{
    const struct text *text = extraction->text;
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    uint32_t token;
    size_t i;

    if (!group->own || draft->group != group || attribution == NULL || draft->trigger.kind != KIND_CASUALTY ||
        draft->trigger.subtype == SUBTYPE_UNSPECIFIED || group->words.first <= draft->trigger.words.first) {
        return (struct str){NULL, 0};
    }
    for (token = group->words.first; token < group->words.end; token++) {
        if (str_equal(text_span(text, token, token + 1), STR("own"))) {
            return (struct str){NULL, 0};
        }
    }
    for (i = 0; i < extraction->mark_count; i++) {
        if (span_holds(attribution->speaker, extraction->marks[i].words.first)) {
            return str_from(extraction->marks[i].actor);
        }
    }
    return (struct str){NULL, 0};
}

/* "France announced the deployment of 400 soldiers": the state that speaks of its own; absent when a body of
 * it or anybody else speaks. */
static struct str announcer(const struct extraction *extraction, const struct draft *draft)
{
    const struct attribution *attribution = attribution_of(extraction, draft->trigger.words.first);
    size_t i;

    if (attribution == NULL || draft->trigger.kind != KIND_DEPLOYMENT ||
        !token_is(extraction->text, draft->trigger.words.first, CLASS_DEED)) {
        return (struct str){NULL, 0};
    }
    for (i = 0; i < extraction->mark_count; i++) {
        if (!extraction->marks[i].adjective &&
            attribution->speaker.first == extraction->marks[i].words.first) {
            return str_from(extraction->marks[i].actor);
        }
    }
    return (struct str){NULL, 0};
}

/* Whose soldiers "its soldiers" are, and whose those that somebody sends or loses; absent when the text does
 * not tell. */
static struct str owner_of(struct extraction *extraction, const struct draft *draft,
                           const struct group *group)
{
    uint32_t trigger = draft->trigger.words.first;
    struct str owner;

    if (!group->own &&
        (group->words.first <= trigger ||
         (draft->trigger.subtype != SUBTYPE_UNSPECIFIED && !loses(extraction->text, &draft->trigger) &&
          (draft->trigger.kind != KIND_DEPLOYMENT ||
           (!group->fighters && !about_fighters(extraction, draft)))))) {
        return (struct str){NULL, 0};
    }
    owner = harmed_of_speaker(extraction, draft, group);
    if (owner.data == NULL) {
        owner = itself(extraction, draft);
    }
    if (owner.data == NULL) {
        owner = unlisted_subject(extraction, draft);
    }
    if (owner.data == NULL && token_is(extraction->text, trigger, CLASS_WAR_ONLY) &&
        !token_is(extraction->text, trigger, CLASS_TOLL) && earlier_group(extraction, trigger) != NULL) {
        /* "Iranian guards lost two generals" */
        return join_actors(extraction, earlier_group(extraction, trigger));
    }
    if (owner.data == NULL) {
        owner = named_before(extraction, group->words.first, group->own);
    }
    if (owner.data == NULL) {
        owner = announcer(extraction, draft);
    }
    if (owner.data == NULL && group->own && draft->group == group) { /* not those of a sentence before */
        return speaking_owner(extraction, draft);
    }
    return owner;
}

struct str actor_of(struct extraction *extraction, const struct draft *draft)
{
    const struct group *group = people_of(extraction, draft);
    const struct draft *about = draft->group == NULL ? draft_about(extraction, group) : NULL;
    struct str owner;

    if (group == NULL) {
        return (struct str){NULL, 0};
    }
    if (sender(extraction, draft) != NULL) {
        return str_from(sender(extraction, draft));
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
    if (group->known && group->fighters && extraction->people != NULL &&
        extraction->people->actor_count > 0 &&
        extraction->people_sentence + KNOWN_PEOPLE_REACH >= extraction->sentence) {
        return join_actors(extraction, extraction->people);
    }
    owner = owner_of(extraction, draft, group);
    if (owner.data != NULL) {
        return owner;
    }
    if (group->others && !group->fighters && group->people != NULL && strcmp(group->people, "people") == 0) {
        /* "nine others": more of those */
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
        extraction->people_sentence + 1 >= extraction->sentence) {
        return join_actors(extraction, extraction->people);
    }
    return str_from(group->people);
}
