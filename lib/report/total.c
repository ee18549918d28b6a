/* Claims that count what happened at one time and another: over a war, since a day, so far. */
#include "report/total.h"

#include "report/clause.h"
#include "report/length.h"
#include "report/modifier.h"
#include "report/since.h"

#include <string.h>

/* So many words may stand between "of" and the fighting: "a month of heavy street fighting". */
#define FIGHTING_WORDS 3

/* Shorter fighting is one happening. */
#define CAMPAIGN_DAYS 7

/* True for the length of "two weeks of clashes": what is told of it happened at one time and another. */
static bool is_campaign(const struct text *text, const struct timex *timex)
{
    uint32_t token = timex->end_token;

    return timex->type == TIMEX_DURATION &&
           (duration_days(timex->value) >= CAMPAIGN_DAYS || str_ends(str_from(timex->value), STR("Y"))) &&
           !compares(text, timex->first_token) && token_has(text, token, CLASS_PREPOSITION, "of") &&
           has_between(text, token + 1, token + 1 + FIGHTING_WORDS, CLASS_HAPPENING);
}

/* True for a claim of days of its own, which no "since" of another claim makes a total. */
static bool has_own_days(const struct extraction *extraction, const struct report *report)
{
    return report->basis_timex >= 0 && report->date.first != DAY_NONE &&
           extraction->input->timexes->items[report->basis_timex].relation == RELATION_DURING;
}

/* True for what a length or a beginning in the sentence makes a total. */
static bool has_span(const struct extraction *extraction, const struct draft *draft,
                     const struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;
    uint32_t limit = extraction->text->sentences[extraction->sentence].end_token;
    uint32_t token;
    size_t i;

    /* "since the war began" */
    token = has_own_days(extraction, report) ? limit : draft->trigger.words.end;
    for (; token < limit; token++) {
        if (token_is(extraction->text, token, CLASS_RELATIVE) || names_toll(extraction->text, token)) {
            break;
        }
        if (token_has(extraction->text, token, CLASS_PREPOSITION, "since") &&
            !compares(extraction->text, token) && !leaves_aside(extraction->text, draft, first, token) &&
            !aside_closed(extraction->text, draft, first, token)) {
            return true;
        }
    }

    /* "in a month of fighting" */
    for (i = extraction->next_timex;
         draft->trigger.kind == KIND_CASUALTY && i < timexes->count && timexes->items[i].first_token < limit;
         i++) {
        if (is_campaign(extraction->text, &timexes->items[i]) &&
            !parted_from(extraction, draft, timexes->items[i].first_token)) {
            return true;
        }
    }
    return false;
}

/* Which total an item makes of the claims beside it. */
static enum total total_of_item(const struct text *text, const struct item *item)
{
    struct value value;

    if (!item_is(item, CLASS_TOTAL)) {
        return TOTAL_NONE;
    }
    if (item_is(item, CLASS_HAPPENING)) {
        return TOTAL_WAR;
    }
    value = item_value(item, CLASS_TOTAL);
    if (value.kind != VALUE_TEXT) {
        return TOTAL_SO_FAR;
    }
    if (item->first_token > 0 && token_is(text, item->first_token - 1, CLASS_AND)) {
        return TOTAL_SO_FAR; /* "the town fell in March, and since then": of its own sentence */
    }
    return strcmp(value.text, "then") == 0       ? TOTAL_SINCE_THEN
           : strcmp(value.text, "since") == 0    ? TOTAL_SINCE_START
           : strcmp(value.text, "campaign") == 0 ? TOTAL_CAMPAIGN
           : strcmp(value.text, "many") == 0     ? TOTAL_MANY
                                                 : TOTAL_SAME_PERIOD;
}

/* True for "has killed", "have been killed". */
static bool is_perfect(const struct text *text, struct span trigger)
{
    uint32_t token = trigger.first;

    while (token > 0 && (token_is(text, token - 1, CLASS_BE) || token_is(text, token - 1, CLASS_HAVE) ||
                         token_is(text, token - 1, CLASS_ADVERB))) {
        token--;
    }
    for (; token < trigger.end; token++) {
        if (token_is(text, token, CLASS_HAVE) && !token_is(text, token, CLASS_PAST_CUE)) {
            return true;
        }
    }
    return false;
}

/* True when the claim counts all that the words of its total may count, not those of one attack. */
static bool is_of_all(const struct extraction *extraction, const struct draft *draft, enum total total,
                      const struct report *report)
{
    bool many = draft->quantity.min > ATTACK_TOLL || draft->quantity.max > ATTACK_TOLL;
    bool on_a_day = interval_known(report->date) && report->date.first == report->date.last;

    /* "since the start of the war, 40 on Monday" have a day of their own */
    if (total == TOTAL_SINCE_START) {
        return !interval_known(report->date) || report->scope == SCOPE_CUMULATIVE;
    }
    if (total != TOTAL_WAR && total != TOTAL_CAMPAIGN && total != TOTAL_MANY) {
        return true;
    }
    if (draft->trigger.kind != KIND_CASUALTY || span_empty(draft->quantity.words) || on_a_day) {
        return false;
    }
    if (total == TOTAL_CAMPAIGN) { /* not those of the claim beside it: "ten died, bringing the toll ..." */
        return has_between(extraction->text, draft->trigger.words.first, draft->trigger.words.end,
                           CLASS_TOLLWORD);
    }
    return many || (total == TOTAL_WAR && is_perfect(extraction->text, draft->trigger.words));
}

enum total total_told(const struct extraction *extraction, const struct draft *draft,
                      const struct report *report)
{
    uint32_t first = extraction->text->sentences[extraction->sentence].first_token;

    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];
        enum total total = total_of_item(extraction->text, item);

        if (total == TOTAL_MANY && item->first_token > draft->quantity.words.end) {
            continue; /* "lost 40 men, bringing total losses to 300" */
        }
        if (total != TOTAL_NONE && item->first_token > draft->trigger.words.end &&
            aside_closed(extraction->text, draft, first, item->first_token)) {
            continue; /* "the raid, which killed nine, was the first since May" */
        }
        if (total != TOTAL_NONE && !parted_from(extraction, draft, item->first_token) &&
            is_of_all(extraction, draft, total, report)) {
            return total;
        }
    }
    return has_span(extraction, draft, report) || strcmp(draft->rule, "table.personnel") == 0 ? TOTAL_SO_FAR
                                                                                              : TOTAL_NONE;
}

/* So many words may stand between a name and its war: "'s six-decade civil". */
#define WAR_WORDS 6

/* The first item of the sentence at hand that does not begin before `token`. */
static size_t item_from(const struct extraction *extraction, uint32_t token)
{
    const struct item *items = extraction->matcher.items;
    size_t count = extraction->matcher.item_count;
    /* as many items as there are tokens before it, but for those of several words */
    size_t i = token - extraction->text->sentences[extraction->sentence].first_token;

    i = i < count ? i : count;
    while (i > 0 && items[i - 1].first_token >= token) {
        i--;
    }
    return i;
}

bool leads_to_war(const struct extraction *extraction, uint32_t token)
{
    const struct text *text = extraction->text;

    for (size_t i = item_from(extraction, token); i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->first_token > token + WAR_WORDS) {
            break;
        }
        if (total_of_item(text, item) != TOTAL_WAR || item->end_token >= text->token_count ||
            token_is(text, item->end_token, CLASS_PREPOSITION)) {
            continue;
        }
        for (; token < item->first_token; token++) {
            if (token_is(text, token, CLASS_PREPOSITION) || token_is(text, token, CLASS_AND) ||
                token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE) ||
                comma_between(text, token, token + 1)) {
                return false;
            }
        }
        return true;
    }
    return false;
}

/* So many words may stand between "broke out" and its day, and so many between "war" and "broke". */
#define OUTBREAK_WORDS 12
#define SUBJECT_WORDS 2

/* True when a war is named right before the verb at token `verb`: "war broke", "the conflict then erupted".
 */
static bool war_before(const struct extraction *extraction, uint32_t verb)
{
    for (size_t i = 0; i < extraction->matcher.item_count; i++) {
        const struct item *item = &extraction->matcher.items[i];

        if (item->first_token >= verb) {
            break;
        }
        if (item->end_token + SUBJECT_WORDS >= verb && total_of_item(extraction->text, item) == TOTAL_WAR) {
            return true;
        }
    }
    return false;
}

bool of_outbreak(const struct extraction *extraction, const struct draft *draft, const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t trigger = draft->trigger.words.first;
    uint32_t result = timex->end_token + 1; /* "killing", "leaving" */
    uint32_t verb = timex->first_token;

    if ((draft->quantity.min <= ATTACK_TOLL && timex->date.precision <= PRECISION_DAY) || trigger < result ||
        !comma_between(text, timex->end_token, result) || comma_between(text, result, trigger) ||
        !has_doing_form(text, result)) {
        return false;
    }
    while (verb > 0 && timex->first_token - verb < OUTBREAK_WORDS &&
           !token_has(text, verb, CLASS_CARRIED_OUT, "began") && text->tokens[verb].type != TOKEN_PUNCT) {
        verb--;
    }
    return token_has(text, verb, CLASS_CARRIED_OUT, "began") && war_before(extraction, verb);
}

int32_t end_of_war(const struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    uint32_t limit = text->sentences[extraction->sentence].end_token;
    uint32_t war = limit;
    size_t i;

    for (i = 0; i < extraction->matcher.item_count; i++) {
        if (total_of_item(text, &extraction->matcher.items[i]) == TOTAL_WAR) {
            war = extraction->matcher.items[i].end_token;
            break;
        }
    }
    for (i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < limit; i++) {
        const struct timex *timex = &timexes->items[i];

        if (timex->first_token > war && timex->relation == RELATION_DURING && interval_known(timex->date) &&
            has_between(text, war, timex->first_token, CLASS_RELATIVE) &&
            value_between(text, war, timex->first_token, CLASS_CARRIED_OUT, "ended")) {
            return (int32_t)i;
        }
    }
    return -1;
}

const struct report *period_before(const struct extraction *extraction)
{
    size_t i;

    for (i = extraction->sentence_reports; i > extraction->before; i--) {
        const struct report *report = &extraction->reports[i - 1];

        if (extraction->before_sentence + 1 == extraction->sentence && report->scope == SCOPE_CUMULATIVE &&
            interval_known(report->date) && report->date.first != DAY_NONE) {
            return report;
        }
    }
    return NULL;
}
