/* When it happened, and when it was said.  The day on which somebody spoke is never the day of the happening.
 */
#include "report/tlink.h"

/* True for a day that is told of the speaker: "the mayor, who took office in May, said". */
static bool of_speaker(const struct text *text, struct span speaker, const struct timex *timex)
{
    uint32_t token;

    for (token = speaker.first; span_holds(speaker, timex->first_token) && token < timex->first_token;
         token++) {
        if (token_is(text, token, CLASS_RELATIVE)) {
            return true;
        }
    }
    return false;
}

struct interval said_when(const struct extraction *extraction, const struct attribution *attribution)
{
    const struct timex_list *timexes = extraction->input->timexes;
    int32_t published = extraction->input->article->published.day;
    size_t i;

    if (attribution == NULL) {
        return INTERVAL_UNKNOWN;
    }
    for (i = extraction->next_timex; i < timexes->count; i++) {
        const struct timex *timex = &timexes->items[i];
        struct interval date;

        if (timex->field != extraction->input->field || timex->first_token >= attribution->words.end) {
            break;
        }
        if (!span_holds(attribution->words, timex->first_token) ||
            of_speaker(extraction->text, attribution->speaker, timex)) {
            continue;
        }
        date = timex_claim_date(timexes, i);
        if (!interval_known(date) || date.last == DAY_NONE || timex->type == TIMEX_SET) {
            continue;
        }
        if (date.precision == PRECISION_DAY || date.precision == PRECISION_TIME) {
            date.first = date.last;
        }
        if (date.first != DAY_NONE && date.first <= published) {
            date.last = date.last < published ? date.last : published;
            return date;
        }
    }
    return !span_empty(attribution->speaker) && attribution->speaker.first == extraction->speaker.first &&
                   attribution->speaker.end == extraction->speaker.end
               ? extraction->said
               : INTERVAL_UNKNOWN;
}

static struct quote quote_timex(const struct extraction *extraction, const struct timex *timex)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct timex *partner = timex->partner < 0 ? timex : &timexes->items[timex->partner];
    uint32_t first = timex->first_token < partner->first_token ? timex->first_token : partner->first_token;
    uint32_t end = timex->end_token > partner->end_token ? timex->end_token : partner->end_token;

    /* "Saturday and Sunday", when both stand in one sentence */
    if (partner->field != timex->field ||
        text_sentence_of(extraction->text, first) != text_sentence_of(extraction->text, end - 1)) {
        return quote_span(extraction, (struct span){timex->first_token, timex->end_token});
    }
    return quote_span(extraction, (struct span){first, end});
}

/* "for three days", said on `day`: the days up to it. */
static struct interval duration_before(const struct timex *timex, int32_t day)
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

static bool lies_ahead(const struct report *report)
{
    return report->subtype == SUBTYPE_PLANNED || report->status == STATUS_EXPECTED ||
           report->status == STATUS_HYPOTHETICAL;
}

static bool total_words(const struct extraction *extraction, const struct draft *draft)
{
    uint32_t limit = extraction->text->sentences[extraction->sentence].end_token;
    uint32_t token;

    /* "since the war began" */
    for (token = draft->trigger.words.end; token < limit; token++) {
        if (token_is(extraction->text, token, CLASS_RELATIVE) ||
            token_is(extraction->text, token, CLASS_TOLLWORD) ||
            token_is(extraction->text, token, CLASS_TOLL)) {
            break;
        }
        if (token_has(extraction->text, token, CLASS_PREPOSITION, "since") &&
            !compares(extraction->text, token)) {
            return true;
        }
    }

    return sentence_has(extraction, CLASS_TOTAL);
}

/* The part of `date` up to the day of publication; an upper bound there when nothing is left. */
static struct interval clamp(struct interval date, int32_t published)
{
    if (date.first != DAY_NONE && date.first > published) {
        return (struct interval){.first = DAY_NONE, .last = published, .precision = PRECISION_DAY};
    }
    if (date.last == DAY_NONE || date.last > published) {
        date.last = published;
    }
    return date;
}

bool attributive(const struct text *text, const struct timex *timex)
{
    uint32_t token = timex->end_token;
    uint32_t steps;

    if (token < text->token_count && token_is(text, token, CLASS_GENITIVE)) {
        token++;
    }
    for (steps = 0; token < text->token_count && steps < 3; token++, steps++) {
        if (token_is(text, token, CLASS_HAPPENING) || token_is(text, token, CLASS_DEED)) {
            return true;
        }
        if (text->tokens[token].type != TOKEN_WORD || token_is(text, token, CLASS_DETERMINER) ||
            token_is(text, token, CLASS_PREPOSITION) || token_is(text, token, CLASS_CLAUSE) ||
            token_is(text, token, CLASS_RELATIVE) || token_is(text, token, CLASS_BE) ||
            token_is(text, token, CLASS_HAVE)) {
            break;
        }
    }
    return false;
}

void rest_on(const struct extraction *extraction, int32_t index, struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct timex *timex = &timexes->items[index];
    struct interval date = attributive(extraction->text, timex) && interval_known(timex->date)
                               ? timex->date
                               : timex_claim_date(timexes, (size_t)index);

    report->date = clamp(date, extraction->input->article->published.day);
    report->basis = quote_timex(extraction, timex);
    report->basis_timex = index;
}

/* Dates the report by the expression that was found for it, as told on `day`. */
static void date_by(const struct extraction *extraction, const struct candidate *found, int32_t day,
                    struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    int32_t published = extraction->input->article->published.day;
    const struct timex *timex = &timexes->items[found->timex];
    struct interval date = timex_claim_date(timexes, found->timex);
    bool since = !found->then && (found->since || timex->relation == RELATION_SINCE);

    if (found->then || (attributive(extraction->text, timex) && interval_known(timex->date))) {
        date = timex->date;
    }
    if (timex->up_to_now && interval_known(date) && day < published) {
        date.first += day - published; /* up to the day on which it was said */
        date.last += day - published;
    }
    if (timex->type == TIMEX_DURATION && word_before_is_for(extraction, timex)) {
        date = duration_before(timex, day);
    }
    if (since && interval_known(date) && date.first != DAY_NONE) {
        date.last = DAY_NONE;
        report->scope = SCOPE_CUMULATIVE;
    }
    if (!lies_ahead(report) && interval_known(date)) {
        if (date.first != DAY_NONE && date.first > published) {
            date = INTERVAL_UNKNOWN;
        } else if (date.last == DAY_NONE || date.last > published) {
            date.last = since ? day : published;
        }
        if (interval_known(date) && date.first != DAY_NONE && date.last < date.first) {
            date.last = date.first;
        }
    }
    /* "this year", "this month": a total up to now */
    if (!lies_ahead(report) && interval_known(timex->date) && timex->date.precision >= PRECISION_MONTH &&
        timex->date.first != DAY_NONE && timex->date.first < published && timex->date.last >= published) {
        report->scope = SCOPE_CUMULATIVE;
    }
    if (interval_known(date)) {
        report->date = date;
        report->basis_timex = (int32_t)found->timex;
        report->basis = quote_timex(extraction, timex);
    }
}

/* Dates a report without an expression of its own by what was told before it, else by the day on which it was
 * told. */
static void date_by_context(struct extraction *extraction, const struct draft *draft,
                            const struct attribution *attribution, bool apart, int32_t day,
                            struct report *report)
{
    const struct report *same = apart ? NULL : same_happening(extraction, draft, attribution);
    int32_t attack = apart ? -1 : attack_told_before(extraction, draft);

    if (same == NULL) {
        same = same_person(extraction, draft);
    }
    if (same != NULL) {
        report->date = same->date;
        report->basis = same->basis;
        report->basis_timex = same->basis_timex;
    } else if (!apart && extraction->happening_timex >= 0 &&
               goes_on_about_day(extraction, draft, attribution)) {
        /* the sentence before told what happened, and when, without a figure */
        rest_on(extraction, extraction->happening_timex, report);
    } else if (attack >= 0) {
        rest_on(extraction, attack, report);
    } else {
        report->date = (struct interval){.first = DAY_NONE, .last = day, .precision = PRECISION_DAY};
    }
    if (report->scope == SCOPE_CUMULATIVE && report->date.first != DAY_NONE) {
        report->date.last = day; /* "since then" */
    }
}

void date_report(struct extraction *extraction, const struct draft *draft,
                 const struct attribution *attribution, struct report *report)
{
    struct candidate found = best_timex(extraction, draft);
    int32_t day;

    report->date = INTERVAL_UNKNOWN;
    report->said = said_when(extraction, attribution);
    report->basis_timex = -1;
    day = interval_known(report->said) ? report->said.last : extraction->input->article->published.day;
    if (found.known != DAY_NONE && found.known < day) {
        day = found.known;
    }
    if (found.rank < NO_CANDIDATE) {
        date_by(extraction, &found, day, report);
    }
    if (report->scope == SCOPE_INCIDENT && total_words(extraction, draft)) {
        report->scope = SCOPE_CUMULATIVE;
    }
    if (!interval_known(report->date) && !lies_ahead(report)) {
        date_by_context(extraction, draft, attribution, found.apart, day, report);
    }
}
