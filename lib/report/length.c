/* Lengths of time among the time expressions: "for three days". */
#include "report/length.h"

#include "report/clause.h"
#include "report/since.h"

int32_t duration_days(const char *value)
{
    int32_t number = 0;
    const char *at = value;

    if (*at++ != 'P') {
        return 0;
    }
    while (*at >= '0' && *at <= '9' && number < 10000) {
        number = number * 10 + (*at++ - '0');
    }
    if (at[0] == '\0' || at[1] != '\0') {
        return 0;
    }
    switch (*at) {
    case 'D':
        return number;
    case 'W':
        return number * 7;
    case 'M':
        return number * 30;
    default:
        return 0;
    }
}

bool word_before_is_for(const struct extraction *extraction, const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t token = timex->first_token;
    uint32_t steps;

    for (steps = 0; token > 0 && steps < 4; steps++) {
        token--;
        if (token_has(text, token, CLASS_PREPOSITION, "for")) {
            return true;
        }
        if (!token_is(text, token, CLASS_ADVERB) && !token_is(text, token, CLASS_DETERMINER)) {
            break;
        }
    }
    return false;
}

bool is_stay_ahead(const struct extraction *extraction, const struct draft *draft, const struct timex *timex)
{
    bool goes_on =
        draft->trigger.subtype == SUBTYPE_DEPLOYED && in_present_perfect(extraction->text, timex, draft);

    return draft->trigger.kind == KIND_DEPLOYMENT && draft->trigger.subtype != SUBTYPE_ENTERED_COMBAT &&
           !goes_on && word_before_is_for(extraction, timex);
}

/* True for the "had been" and "were" of those who were taken or missing: no more when it is told. */
static bool in_past(const struct text *text, const struct timex *timex, const struct draft *draft)
{
    uint32_t token = draft->trigger.words.first;
    bool past = false;

    while (token > 0 && (token_is(text, token - 1, CLASS_BE) || token_is(text, token - 1, CLASS_HAVE) ||
                         token_is(text, token - 1, CLASS_ADVERB))) {
        token--;
    }
    for (; token < draft->trigger.words.end; token++) {
        past = past || ((token_is(text, token, CLASS_BE) || token_is(text, token, CLASS_HAVE)) &&
                        token_is(text, token, CLASS_PAST_CUE));
    }
    return past && !in_present_perfect(text, timex, draft);
}

bool is_stay_over(const struct extraction *extraction, const struct draft *draft, size_t length)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    const struct timex *timex = &timexes->items[length];
    const struct timex *next = length + 1 < timexes->count ? timex + 1 : timex;
    uint32_t token = timex->end_token;

    if (timex->type != TIMEX_DURATION || !word_before_is_for(extraction, timex)) {
        return false;
    }
    token += token < next->first_token && token_is(text, token, CLASS_PREPOSITION) ? 1 : 0;
    return (next->field == timex->field && next->first_token == token && next->type == TIMEX_DATE &&
            next->relation == RELATION_DURING && interval_known(next->date)) ||
           ((draft->trigger.subtype == SUBTYPE_CAPTURED || draft->trigger.subtype == SUBTYPE_MISSING) &&
            in_past(text, timex, draft));
}

/* Lengths of weeks and months tell no day. */
#define EXACT_DAYS 20

bool is_since_then(const struct extraction *extraction, const struct timex *timex)
{
    const struct text *text = extraction->text;
    uint32_t first = timex->first_token;
    uint32_t next = timex->end_token;
    bool been = first > 0 && token_is(text, first - 1, CLASS_BE);

    if (!been && token_is(text, next, CLASS_HAVE)) { /* "have passed" */
        next += 2;
    } else if (!been) {
        return false;
    }
    return next < text->token_count && token_has(text, next, CLASS_PREPOSITION, "since") &&
           str_ends(str_from(timex->value), STR("D")) && duration_days(timex->value) <= EXACT_DAYS;
}

/* True when the trigger stands in the clause that begins at token `from`: no comma between, or but the one
 * before "killing". */
static bool in_clause_of(const struct text *text, const struct trigger *trigger, uint32_t from)
{
    uint32_t end = trigger->words.first;

    if (end > from && comma_between(text, end - 1, end) && token_is(text, end, CLASS_DOING)) {
        end--;
    }
    return trigger->words.first > from && !comma_between(text, from, end);
}

/* The expression with the day that the sentence tells beside the clause of a length: before it, or behind the
 * comma that ends it; -1 for none. */
static int32_t day_beside(const struct extraction *extraction, const struct draft *draft, size_t length)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    uint32_t limit = text->sentences[extraction->sentence].end_token;
    int32_t found = -1;

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < limit;
         i++) {
        const struct timex *timex = &timexes->items[i];
        bool day = interval_known(timex->date) && timex->date.precision == PRECISION_DAY &&
                   timex->date.first == timex->date.last && timex->type == TIMEX_DATE;
        bool before = i < length;
        bool behind = found == -1 && timex->first_token > draft->trigger.words.end &&
                      comma_between(text, draft->trigger.words.end, timex->first_token);

        if (day && timex->field == extraction->input->field && !timex->bound && timex->partner < 0 &&
            timex->relation == RELATION_DURING && (before || behind)) {
            found = (int32_t)i;
        }
    }
    return found;
}

int32_t day_at_length(const struct extraction *extraction, const struct draft *draft, size_t *length)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct text *text = extraction->text;
    uint32_t limit = draft->trigger.words.first;

    for (size_t i = extraction->next_timex; i < timexes->count && timexes->items[i].first_token < limit;
         i++) {
        const struct timex *timex = &timexes->items[i];
        int32_t days = timex->type == TIMEX_DURATION ? duration_days(timex->value) : 0;
        int32_t base;

        if (days == 0 || days > EXACT_DAYS || !str_ends(str_from(timex->value), STR("D")) ||
            timex->mod != MOD_NONE || !token_has(text, timex->end_token, CLASS_AFTERMATH, "of") ||
            !token_is(text, timex->end_token, CLASS_CLAUSE) ||
            !in_clause_of(text, &draft->trigger, timex->end_token)) {
            continue;
        }
        base = day_beside(extraction, draft, i);
        if (base >= 0) {
            *length = i;
            return timexes->items[base].date.first - days;
        }
    }
    return DAY_NONE;
}

struct interval duration_before(const struct timex *timex, int32_t day)
{
    int32_t days = duration_days(timex->value);
    struct interval date = INTERVAL_UNKNOWN;

    if (days > 0 && day - days + 1 >= DAY_MIN) {
        date.first = day - days + 1;
        date.last = day;
        date.precision = PRECISION_DAY;
        date.approximate = timex->mod != MOD_NONE;
        if (timex->mod != MOD_NONE) {
            /* "just over a week" said on Monday 16 began about 8 */
            date.first -= days >= 7 ? 2 : 0;
        }
    }
    return date;
}

bool some_time_before(const struct text *text, const struct draft *draft, const struct timex *timex,
                      const struct timex *length)
{
    uint32_t of = length->end_token;

    return length->type == TIMEX_DURATION && length->first_token >= draft->trigger.words.end &&
           of + 1 < timex->first_token && token_is(text, of, CLASS_ORIGIN) &&
           token_is(text, of + 1, CLASS_POSSESSIVE) && !str_starts(str_from(length->value), STR("PT")) &&
           !comma_between(text, of, timex->first_token);
}
