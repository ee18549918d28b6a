/* Whose "its soldiers" are, and those whom somebody sends or loses. */
#include "report/owner.h"

#include "report/agent.h"
#include "report/antecedent.h"
#include "report/clause.h"
#include "report/naming.h"
#include "report/voice.h"

#include <string.h>

uint32_t verb_begin(const struct extraction *extraction, const struct draft *draft)
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

/* True for a word of a time expression, and for the preposition before one: "on Monday". */
static bool in_timex(const struct extraction *extraction, uint32_t token)
{
    const struct timex_list *timexes = extraction->input->timexes;
    size_t i = extraction->next_timex;

    for (; i < timexes->count && timexes->items[i].first_token <= token + 1; i++) {
        if (token < timexes->items[i].end_token && (token >= timexes->items[i].first_token ||
                                                    token_is(extraction->text, token, CLASS_PREPOSITION))) {
            return true;
        }
    }
    return false;
}

bool opens_clause(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;
    uint32_t first = text->sentences[extraction->sentence].first_token;

    while (token > first &&
           (token_is(text, token - 1, CLASS_DETERMINER) || token_is(text, token - 1, CLASS_MODIFIER))) {
        token--;
    }
    return token == first || text->tokens[token - 1].type == TOKEN_PUNCT ||
           token_is(text, token - 1, CLASS_CLAUSE) || token_is(text, token - 1, CLASS_AND) ||
           token_is(text, token - 1, CLASS_RELATIVE) || token_is(text, token - 1, CLASS_SAID) ||
           in_timex(extraction, token - 1);
}

/* So many words may stand behind the adjective: "defence minister Aldo Bremmer". */
#define BODY_WORDS 5

/* Behind the body of its state that the adjective `mark` tells of, "the Malian army", "the Syrian defence
 * ministry", and behind the name of whoever heads it; 0 for none. */
static uint32_t body_end(const struct text *text, const struct mark *mark, uint32_t limit)
{
    static const unsigned others[] = {CLASS_PREPOSITION, CLASS_DETERMINER, CLASS_AND,  CLASS_BE,
                                      CLASS_HAVE,        CLASS_RELATIVE,   CLASS_HITS, CLASS_CLAUSE};
    uint32_t token, end = 0;

    for (token = mark->words.end; token < limit && token < mark->words.end + BODY_WORDS; token++) {
        if (text->tokens[token].type != TOKEN_WORD) {
            break;
        }
        for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
            if (token_is(text, token, others[i])) {
                return end;
            }
        }
        if (token_is(text, token, CLASS_SPEAKER) ||
            (end == token && (text->tokens[token].flags & TOKEN_CAPITALIZED))) {
            end = token + 1;
        }
    }
    return end;
}

/* "The Malian army has sent": the adjective and a word for a body of its state are the subject of the draft's
 * verb, as the state's name would be.  The verb may be the second of two, or that of a relative clause. */
static bool state_acts(const struct extraction *extraction, const struct mark *mark,
                       const struct draft *draft)
{
    const struct text *text = extraction->text;
    uint32_t verb = verb_begin(extraction, draft);
    uint32_t token = body_end(text, mark, verb);

    if (token == 0 || !opens_clause(extraction, mark->words.first)) {
        return false;
    }
    while (token < verb && in_timex(extraction, token)) {
        token++;
    }
    return token == verb || token_is(text, verb - 1, CLASS_AND) ||
           (token + 2 == verb && comma_between(text, token, token + 1) &&
            token_is(text, verb - 1, CLASS_RELATIVE));
}

/* "Norland, which has sent 300 soldiers to Chad, said". */
static bool relative_acts(const struct extraction *extraction, const struct mark *mark,
                          const struct draft *draft)
{
    uint32_t verb = verb_begin(extraction, draft);

    return verb == mark->words.end + 2 && token_is(extraction->text, verb - 1, CLASS_RELATIVE) &&
           comma_between(extraction->text, verb - 2, verb - 1);
}

/* "Norland said it would wait and sent 300 soldiers": what the speaker says ends before its deed. */
static bool speaker_acts(const struct extraction *extraction, const struct mark *mark,
                         const struct draft *draft)
{
    uint32_t verb = verb_begin(extraction, draft);

    for (size_t i = 0; i < extraction->attribution_count; i++) {
        if (extraction->attributions[i].speaker.first == mark->words.first &&
            extraction->attributions[i].scope.end + 1 == verb &&
            token_is(extraction->text, verb - 1, CLASS_AND)) {
            return true;
        }
    }
    return false;
}

/* True for "A and B sent 150 soldiers and 70 marines respectively". */
static bool told_apart(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t end = extraction->text->sentences[extraction->sentence].end_token;

    return draft->group != NULL &&
           value_between(extraction->text, draft->group->words.end, end, CLASS_ADVERB, "each");
}

/* True for the 150 soldiers of these, and for the 150 of "150 and 70 soldiers": they are A's. */
static bool first_of_pair(const struct extraction *extraction, const struct draft *draft)
{
    return draft->group != NULL &&
           (token_is(extraction->text, draft->group->words.end, CLASS_AND) ||
            token_is(extraction->text, draft->quantity.words.end, CLASS_AND)) &&
           told_apart(extraction, draft);
}

/* The state or force, no adjective, whose name ends before token `end`; NULL for none. */
static const struct mark *mark_ending(const struct extraction *extraction, uint32_t end)
{
    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.end == end && mark->actor != NULL && !mark->adjective) {
            return mark;
        }
    }
    return NULL;
}

/* So many words belong to a verb at most: "have since promised to send". */
#define VERB_WORDS 6

/* True when nothing but words of the draft's verb stand between it and the name. */
static bool side_acts(const struct extraction *extraction, const struct draft *draft, const struct mark *mark)
{
    const struct text *text = extraction->text;
    uint32_t token = mark->words.end;

    if (token > draft->trigger.words.first || draft->trigger.words.first - token > VERB_WORDS) {
        return false;
    }
    while (token < draft->trigger.words.first && text->tokens[token].type == TOKEN_WORD &&
           !token_is(text, token, CLASS_AND) && !token_is(text, token, CLASS_RELATIVE) &&
           !token_is(text, token, CLASS_CLAUSE) && !token_is(text, token, CLASS_GENITIVE)) {
        token++;
    }
    return token == draft->trigger.words.first;
}

/* "France, Belgium and Chad sent 300 soldiers": all who are the subject of the draft's verb, of which `last`
 * is the last one named; absent when it is the only one. */
static struct str subjects(struct extraction *extraction, const struct draft *draft, const struct mark *last)
{
    const struct text *text = extraction->text;
    struct group all = {.actors = {last->actor}, .actor_count = 1};
    uint32_t first = last->words.first;
    bool listed = false; /* behind the "and" only commas part them */
    const struct mark *mark;

    if (!side_acts(extraction, draft, last) || told_apart(extraction, draft)) {
        return (struct str){NULL, 0};
    }
    while (all.actor_count < GROUP_ACTORS) {
        uint32_t end = first;

        if (end > 0 && token_is(text, end - 1, CLASS_DETERMINER)) {
            end--;
        }
        if (!listed && (end == 0 || !token_is(text, end - 1, CLASS_AND))) {
            break;
        }
        end -= listed ? 0 : 1;
        if (end > 0 && comma_between(text, end - 1, end)) {
            end--;
        } else if (listed) {
            break;
        }
        mark = mark_ending(extraction, end);
        if (mark == NULL) {
            break;
        }
        memmove(&all.actors[1], &all.actors[0], all.actor_count * sizeof all.actors[0]);
        all.actors[0] = mark->actor;
        all.actor_count++;
        first = mark->words.first;
        listed = true;
    }
    return all.actor_count > 1 && opens_clause(extraction, first) ? join_actors(extraction, &all)
                                                                  : (struct str){NULL, 0};
}

/* True for "A, B and C sent 150 soldiers, 70 marines and 30 pilots respectively" and every other shape of it
 * than that of first_of_pair: whose each are, nobody can tell. */
static bool shared_out(const struct extraction *extraction, const struct draft *draft)
{
    const struct text *text = extraction->text;
    const struct sentence *sentence = &text->sentences[extraction->sentence];
    uint32_t verb = verb_begin(extraction, draft);
    uint32_t last = verb - 1;
    size_t told = 0;
    size_t pair = 0;

    if (verb < sentence->first_token + 3 ||
        !value_between(text, verb, sentence->end_token, CLASS_ADVERB, "each")) {
        return false;
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        last = extraction->marks[i].words.end == verb ? extraction->marks[i].words.first : last;
    }
    if (last < sentence->first_token + 2 || !token_is(text, last - 1, CLASS_AND)) {
        return false; /* "A sent 150 soldiers and 70 marines to Norvik and Brask respectively" */
    }
    for (size_t i = 0; i < extraction->mark_count; i++) {
        struct span words = extraction->marks[i].words;

        pair += words.first == last ||
                        (words.end + 1 == last && (words.first == sentence->first_token ||
                                                   !comma_between(text, words.first - 1, words.first)))
                    ? 1
                    : 0;
    }
    for (size_t i = 0; i < extraction->draft_count; i++) {
        told += extraction->drafts[i].dropped ? 0 : 1;
    }
    return pair != 2 || told != 2 || draft->group == NULL;
}

/* The state or force named last before `token`: whose "its soldiers" are, who sends or loses some. */
static struct str named_before(struct extraction *extraction, const struct draft *draft, uint32_t token,
                               bool own)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;
    struct str actor = {NULL, 0};
    bool paired = first_of_pair(extraction, draft);
    uint32_t last = 0;

    for (size_t i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.end <= token && mark->words.first >= last && mark->actor != NULL &&
            !stands_as_place(extraction, mark->words.first) && !is_other_side(extraction, draft, mark) &&
            !in_apposition(extraction->text, mark->words.first, first, token) &&
            (own || ((!mark->adjective || state_acts(extraction, mark, draft)) &&
                     (!in_attribution(extraction, mark->words.first) ||
                      relative_acts(extraction, mark, draft) || speaker_acts(extraction, mark, draft)))) &&
            !lodges_fighters(extraction->text, mark)) {
            if (paired && i + 1 < extraction->mark_count &&
                extraction->marks[i + 1].words.first == mark->words.end + 1 &&
                token_is(extraction->text, mark->words.end, CLASS_AND)) {
                return str_from(mark->actor);
            }
            actor = subjects(extraction, draft, mark);
            actor = actor.data != NULL ? actor : str_from(mark->actor);
            last = mark->words.first;
        }
    }
    return actor;
}

/* "Norland's army", "Norland's general staff": bodies that states have, not people. */
static bool is_body_of_state(const struct text *text, struct span speaker, struct str name)
{
    uint32_t last = speaker.end - 1;
    uint32_t token = speaker.first;

    while (token < last && !token_is(text, token, CLASS_GENITIVE)) {
        token++;
    }
    if (token == speaker.first || token >= last || !str_equal(text_span(text, token - 1, token), name)) {
        return false;
    }
    return token_value(text, last, CLASS_BODY) != NULL ||
           (token_is(text, last, CLASS_BODY) && token_is(text, last, CLASS_SPEAKER) &&
            (!token_is(text, last, CLASS_PERSONS) || token + 1 < last)); /* not "Bremmer's staff" */
}

/* True for the name of a person who spoke before. */
static bool has_spoken(const struct extraction *extraction, struct str name)
{
    size_t i;

    for (i = 0; i < extraction->speaker_count; i++) {
        struct span speaker = extraction->speakers[i];

        if (str_find(text_span(extraction->text, speaker.first, speaker.end), name, 0) != SIZE_MAX &&
            !is_body_of_state(extraction->text, speaker, name)) {
            return true;
        }
    }
    return false;
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
        if (span_holds(speaker, extraction->marks[i].words.first) &&
            !lodges_fighters(text, &extraction->marks[i])) {
            return str_from(extraction->marks[i].actor);
        }
    }
    if (side_of_speaker(extraction, speaker) != NULL) {
        return str_from(side_of_speaker(extraction, speaker));
    }
    if (token_is(text, speaker.first, CLASS_DETERMINER)) {
        return side_speaking(extraction, attribution); /* "the Front of Norvik": no person */
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
    uint32_t token = before_speech(extraction, verb_begin(extraction, draft));
    struct str name;
    size_t i;

    if (token > first + 2 && token_is(text, token - 1, CLASS_RELATIVE) &&
        comma_between(text, token - 2, token - 1)) {
        token -= 2; /* "Norland, which has sent" */
    }
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
    uint32_t token, first;

    if (attribution == NULL || span_empty(attribution->speaker)) {
        return (struct str){NULL, 0};
    }
    for (token = draft->group->words.first; token < draft->group->words.end; token++) {
        its = its || (token_is(text, token, CLASS_POSSESSIVE) && token_is(text, token, CLASS_THING));
    }
    if (its && side_of_speaker(extraction, attribution->speaker) != NULL) {
        return str_from(side_of_speaker(extraction, attribution->speaker));
    }
    for (token = attribution->speaker.first; token < attribution->speaker.end && its; token++) {
        if (token > attribution->speaker.first &&
            (token_is(text, token, CLASS_GENITIVE) || comma_between(text, token, token + 1))) {
            break; /* "Norland's defence ministry", "the Front, a rebel group" */
        }
        its = (text->tokens[token].flags & TOKEN_CAPITALIZED) && !token_is(text, token, CLASS_SPEAKER) &&
              !token_is(text, token, CLASS_PERSON);
    }
    first =
        attribution->speaker.first + (token_is(text, attribution->speaker.first, CLASS_DETERMINER) ? 1 : 0);
    return its && first < token ? text_span(text, first, token) : (struct str){NULL, 0};
}

/* "France sent 300 to Mali and Chad sent 200": the name at `token` is no second place, but opens a clause. */
static bool opens_second(const struct extraction *extraction, const struct draft *draft, uint32_t token)
{
    bool open = token > 0 && (token_is(extraction->text, token - 1, CLASS_AND) ||
                              token_is(extraction->text, token - 1, CLASS_CLAUSE));

    for (size_t i = 0; open && i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (other != draft && !other->dropped && other->trigger.words.first < token) {
            return true;
        }
    }
    return false;
}

const char *sender_of(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t verb = verb_begin(extraction, draft);
    size_t i;

    if (draft->group != NULL ||
        (draft->trigger.kind != KIND_DEPLOYMENT && !loses(extraction->text, &draft->trigger))) {
        return NULL;
    }
    for (i = 0; i < extraction->mark_count; i++) {
        const struct mark *mark = &extraction->marks[i];

        if (mark->words.end == verb && !mark->adjective &&
            (!stands_as_place(extraction, mark->words.first) ||
             opens_second(extraction, draft, mark->words.first))) {
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
    size_t i;

    if (!group->own || draft->group != group || attribution == NULL || draft->trigger.kind != KIND_CASUALTY ||
        draft->trigger.subtype == SUBTYPE_UNSPECIFIED || group->words.first <= draft->trigger.words.first ||
        value_between(text, group->words.first, group->words.end, CLASS_MODIFIER, "own")) {
        return (struct str){NULL, 0};
    }
    for (i = 0; i < extraction->mark_count; i++) {
        if (span_holds(attribution->speaker, extraction->marks[i].words.first) &&
            !lodges_fighters(text, &extraction->marks[i])) {
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

/* "Norland admitted the loss of five soldiers": its own; absent for any other claim. */
static struct str admitting(const struct extraction *extraction, const struct draft *draft,
                            const struct group *group)
{
    const struct text *text = extraction->text;
    uint32_t trigger = draft->trigger.words.first;
    const struct attribution *attribution = attribution_of(extraction, trigger);
    bool loss = token_is(text, trigger, CLASS_WAR_ONLY) && token_is(text, trigger, CLASS_DEED) &&
                !token_is(text, trigger, CLASS_TOLL);

    return loss && attribution != NULL && attribution->status == STATUS_CONFIRMED && draft->group == group &&
                   group->fighters && group->words.first > trigger
               ? side_speaking(extraction, attribution)
               : (struct str){NULL, 0};
}

/* "Inflicted 150 casualties on the soldiers": these are others than whoever stands before the toll. */
static bool inflicted(const struct text *text, const struct draft *draft, const struct group *group)
{
    uint32_t toll = draft->trigger.words.end - 1;
    uint32_t verb =
        span_empty(draft->quantity.words) ? draft->trigger.words.first : draft->quantity.words.first - 1;

    return token_is(text, toll, CLASS_TOLL) &&
           (token_is(text, verb, CLASS_HITS) || has_between(text, toll + 1, group->words.first, CLASS_HITS));
}

struct str owner_of(struct extraction *extraction, const struct draft *draft, const struct group *group)
{
    uint32_t trigger = draft->trigger.words.first;
    struct str owner;

    if (shared_out(extraction, draft)) {
        return (struct str){NULL, 0};
    }
    owner = admitting(extraction, draft, group);
    if (owner.data != NULL) {
        return owner;
    }
    if (!group->own &&
        (group->words.first <= trigger || inflicted(extraction->text, draft, group) ||
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
        owner = speaker_acting(extraction, draft);
    }
    if (owner.data == NULL) {
        owner = unlisted_subject(extraction, draft);
    }
    if (owner.data == NULL && token_is(extraction->text, trigger, CLASS_WAR_ONLY) &&
        !token_is(extraction->text, trigger, CLASS_TOLL) &&
        earlier_group(extraction, trigger, PART_ANY) != NULL &&
        !was_harmed(extraction, draft, earlier_group(extraction, trigger, PART_ANY)->words.first)) {
        /* "Iranian guards lost two generals" */
        return join_actors(extraction, earlier_group(extraction, trigger, PART_ANY));
    }
    if (owner.data == NULL) {
        owner = named_before(extraction, draft, group->words.first, group->own);
    }
    if (owner.data == NULL) {
        owner = announcer(extraction, draft);
    }
    if (owner.data == NULL && group->own && draft->group == group) { /* not those of a sentence before */
        return speaking_owner(extraction, draft);
    }
    return owner;
}
