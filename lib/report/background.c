/* Days of the background that a sentence tells beside what it is about. */
#include "report/background.h"

#include "report/clause.h"
#include "report/owner.h"
#include "report/since.h"

/* So many words of its phrase may stand before the day of a happening: "the bombing of a market in Norvik
 * on". */
#define EVENT_WORDS 10

bool tells_day_of_event(const struct text *text, const struct timex *timex, uint32_t trigger)
{
    uint32_t token = timex->end_token;
    uint32_t since = timex->first_token;
    bool event = false;

    if (token < text->token_count && token_is_sign(text, token, ",")) {
        token++;
    }
    if (token < text->token_count && token_is(text, token, CLASS_PREPOSITION)) {
        token++; /* "in which" */
    }
    if (token >= trigger || !token_is(text, token, CLASS_RELATIVE) || comma_between(text, token, trigger)) {
        return false;
    }
    while (since > 0 && timex->first_token - since < EVENT_WORDS &&
           text->tokens[since - 1].type != TOKEN_PUNCT) {
        since--;
        if (token_has(text, since, CLASS_PREPOSITION, "since")) {
            return event && compares(text, since);
        }
        event = event || token_is(text, since, CLASS_HAPPENING) || tells_of_harm(text, since);
    }
    return false;
}

/* The token behind the comma that closes the aside which "," and a relative open before the expression: 0
 * when there is none.  `opening` gets the relative's. */
static uint32_t aside_around(const struct text *text, const struct timex *timex,
                             const struct sentence *sentence, uint32_t *opening)
{
    uint32_t token = timex->first_token;
    uint32_t end = timex->end_token;

    while (token > sentence->first_token && text->tokens[token - 1].type != TOKEN_PUNCT) {
        token--;
    }
    while (end < sentence->end_token && text->tokens[end].type == TOKEN_WORD) {
        end++;
    }
    *opening = token;
    return token > sentence->first_token + 1 && token_is(text, token, CLASS_RELATIVE) &&
                   end < sentence->end_token && token_is_sign(text, token - 1, ",") &&
                   token_is_sign(text, end, ",")
               ? end + 1
               : 0;
}

/* True for the words of "came after France sent", between a relative and a day: what they tell of is no part
 * of the attack before the relative. */
static bool tells_of_before(const struct text *text, uint32_t token, uint32_t end)
{
    bool clause = false;

    for (; token < end; token++) {
        if (clause && (token_is(text, token, CLASS_DONE) || token_is(text, token, CLASS_BEFELL) ||
                       token_is(text, token, CLASS_HITS) || other_verb(text, token))) {
            return true;
        }
        clause = clause || (token_is(text, token, CLASS_CLAUSE) && token_is(text, token, CLASS_AFTERMATH));
    }
    return false;
}

bool of_deed_aside(const struct extraction *extraction, const struct draft *draft, const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t opening;
    uint32_t end = aside_around(text, timex, &text->sentences[extraction->sentence], &opening);

    if (end == 0 || draft->trigger.words.first < end) {
        return false;
    }
    if (tells_of_before(text, opening, timex->first_token)) {
        return true;
    }
    if (token_is(text, opening - 2, CLASS_HAPPENING) || tells_of_harm(text, opening - 2)) {
        return false; /* "the raid, which killed nine on Monday, left 12 hurt" */
    }
    for (size_t i = 0; i < extraction->draft_count; i++) {
        const struct draft *other = &extraction->drafts[i];

        if (!other->dropped && other->trigger.words.first > opening && other->trigger.words.end < end) {
            return true;
        }
    }
    return false;
}

/* So many words may stand between what remembers and its day: "the memorial to the victims of the". */
#define MEMORY_WORDS 8

/* True when the expression stands in the phrase of an anniversary or a memorial before it; not for the day of
 * the anniversary itself, "on the anniversary on Monday". */
static bool is_remembered(const struct text *text, const struct timex *timex, uint32_t sentence)
{
    uint32_t token = timex->first_token;
    uint32_t least = token > sentence + MEMORY_WORDS ? token - MEMORY_WORDS : sentence;
    bool own_year = timex->anchor == ANCHOR_NONE;
    bool happening = false;

    while (token > least && token_is(text, token - 1, CLASS_DETERMINER)) {
        token--;
    }
    bool linked = token > least && token_is(text, token - 1, CLASS_PREPOSITION) &&
                  !token_is(text, token - 1, CLASS_DAY_MARK) &&
                  !token_has(text, token - 1, CLASS_PREPOSITION, "place");
    for (; token > least && text->tokens[token - 1].type == TOKEN_WORD; token--) {
        happening =
            happening || token_is(text, token - 1, CLASS_HAPPENING) || token_is(text, token - 1, CLASS_DEED);
        if (token_is(text, token - 1, CLASS_MEMORY)) {
            return linked || (happening && own_year);
        }
    }
    return false;
}

bool of_memory(const struct text *text, const struct timex *timex, const struct draft *draft,
               uint32_t sentence)
{
    uint32_t trigger = draft->trigger.words.first;
    uint32_t token = timex->end_token;

    if (!is_remembered(text, timex, sentence)) {
        return false;
    }
    while (timex->anchor == ANCHOR_NONE && token < trigger && !token_is(text, token, CLASS_RELATIVE)) {
        token++;
    }
    return timex->anchor != ANCHOR_NONE || token >= trigger || comma_between(text, token, trigger);
}

bool of_known_scene(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    const struct group *group = draft->group;
    uint32_t token = group == NULL || group->words.first == 0 ? 0 : group->words.first - 1;

    if (group == NULL || !group->known || group->pronoun || draft->trigger.kind != KIND_CASUALTY ||
        group->words.first >= draft->trigger.words.first || token <= timex->end_token ||
        !token_has(text, token, CLASS_RELATIVE, "place") || !harmless(text, timex->end_token, token)) {
        return false;
    }
    for (uint32_t verb = timex->end_token; verb < token; verb++) {
        if (other_verb(text, verb)) {
            return true;
        }
    }
    return false;
}

bool of_length_clause(const struct extraction *extraction, const struct draft *draft,
                      const struct timex *timex)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;

    for (size_t i = extraction->next_timex;
         i < timexes->count && timexes->items[i].first_token < timex->first_token; i++) {
        const struct timex *length = &timexes->items[i];
        uint32_t after = length->end_token;

        bool hours = str_starts(str_from(length->value), STR("PT"));

        if (length->type == TIMEX_DURATION && !hours && token_is(text, after, CLASS_CLAUSE) &&
            token_is(text, after, CLASS_PREPOSITION) && after < timex->first_token &&
            !comma_between(text, after, timex->first_token) &&
            comma_between(text, timex->end_token, draft->trigger.words.first)) {
            return true;
        }
    }
    return false;
}

static bool is_aux(const struct text *text, uint32_t token)
{
    return token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE);
}

/* True for the "was" of "a soldier who was wounded". */
static bool opens_relative(const struct text *text, uint32_t token, uint32_t sentence)
{
    while (token > sentence && is_aux(text, token)) {
        token--;
    }
    return token > sentence && token_is(text, token, CLASS_RELATIVE) &&
           text->tokens[token - 1].type == TOKEN_WORD;
}

bool of_other_harm(const struct text *text, const struct timex *timex, const struct draft *draft,
                   uint32_t sentence)
{
    uint32_t verb = timex->first_token;
    uint32_t token;

    if (verb > sentence &&
        (token_is(text, verb - 1, CLASS_DAY_MARK) || token_has(text, verb - 1, CLASS_PREPOSITION, "place"))) {
        verb--;
    }
    if (verb < sentence + 2 ||
        (!token_is(text, verb - 1, CLASS_DONE) &&
         !(other_verb(text, verb - 1) &&
           has_between(text, timex->end_token, draft->trigger.words.first, CLASS_BE))) ||
        (is_aux(text, verb - 2) && !opens_relative(text, verb - 2, sentence)) ||
        text->tokens[verb - 2].type != TOKEN_WORD || span_holds(draft->trigger.words, verb - 1)) {
        return false;
    }
    for (token = timex->end_token; token < draft->trigger.words.first; token++) {
        if (!token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_BE) &&
            !token_is(text, token, CLASS_ADVERB)) {
            return false;
        }
    }
    return true;
}

bool of_verb_of_object(const struct text *text, const struct draft *draft, const struct timex *timex)
{
    const struct group *group = draft->group;
    bool verb = false;

    if (group == NULL || group->pronoun || group->words.first <= timex->end_token ||
        group->words.end >= draft->trigger.words.first ||
        !token_has(text, group->words.end, CLASS_RELATIVE, "person") ||
        !harmless(text, timex->end_token, group->words.end)) {
        return false;
    }
    for (uint32_t token = timex->end_token; token < group->words.first; token++) {
        verb = verb || other_verb(text, token);
    }
    return verb;
}

/* So many words may stand between "who" or "where" and the verb: "where the union leader was". */
#define RELATIVE_REACH 6

bool is_retold(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t token;
    uint32_t steps;

    if (draft->repeat == NULL || draft->trigger.kind != KIND_CASUALTY ||
        draft->repeat->trigger.words.first < draft->trigger.words.end) {
        return false;
    }
    token = draft->repeat->trigger.words.first;
    for (steps = 0; steps < RELATIVE_REACH && token > draft->trigger.words.end; steps++) {
        token--;
        if (token_is(extraction->text, token, CLASS_RELATIVE)) {
            return true;
        }
    }
    return false;
}

bool moved_since(const struct extraction *extraction, const struct draft *draft)
{
    return draft->trigger.kind == KIND_DEPLOYMENT && draft->trigger.subtype != SUBTYPE_ENTERED_COMBAT &&
           has_between(extraction->text, verb_begin(extraction, draft), draft->trigger.words.end,
                       CLASS_HAVE) &&
           extraction->report_count > 0 &&
           extraction->reports[extraction->report_count - 1].kind == KIND_CASUALTY;
}
