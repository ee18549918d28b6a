/* When it happened, and when it was said.  The day on which somebody spoke is never the day of the happening.
 */
#include "report/background.h"
#include "report/clause.h"
#include "report/figure.h"
#include "report/length.h"
#include "report/modifier.h"
#include "report/reaction.h"
#include "report/tlink.h"
#include "report/total.h"

#include <string.h>

/* Other readings of its words that are kept of one claim. */
#define REPORT_ALTERNATIVES 4

/* True for a day that is told of the speaker: "the mayor, who took office in May, said", "the mayor, elected
 * in May, said". */
static bool of_speaker(const struct text *text, struct span speaker, const struct timex *timex)
{
    uint32_t token = timex->first_token;

    while (token > 0 && text->tokens[token - 1].type == TOKEN_WORD) {
        token--;
    }
    if (token > 0 && token < timex->first_token && timex->end_token < text->token_count &&
        comma_between(text, token - 1, token) &&
        comma_between(text, timex->end_token, timex->end_token + 1) && other_verb(text, token) &&
        !token_is(text, token, CLASS_SAID)) {
        return true;
    }

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
        if (!span_holds(attribution->words, timex->first_token) || of_noun(extraction->text, timex) ||
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

static bool lies_ahead(const struct report *report)
{
    return report->subtype == SUBTYPE_PLANNED || report->status == STATUS_EXPECTED ||
           report->status == STATUS_HYPOTHETICAL;
}

/* How the days of a claim follow from those of the expression that dates it. */
struct resting {
    int32_t published;
    int32_t day; /* the last on which the claim can have been known */
    bool own;    /* the expression's own days, without its preposition */
    bool since;  /* from the expression on */
    bool ahead;  /* it need not have happened yet */
};

/* True for "the week to 17 November", which ended then. */
static bool ends_before_now(const struct timex *timex, const struct resting *resting)
{
    return interval_known(timex->date) && timex->date.last != DAY_NONE &&
           timex->date.last < resting->published;
}

/* The days of a claim that rests on expression `index`; unknown when they lie ahead and it does not. */
static struct interval days_resting(const struct extraction *extraction, const struct timex_list *timexes,
                                    size_t index, const struct resting *resting)
{
    const struct timex *timex = &timexes->items[index];
    struct interval date = timex_claim_date(timexes, index);

    if (resting->own ||
        (attributive(extraction->text, timex) && interval_known(timex->date) && timex->partner < 0)) {
        date = timex->date;
    }
    if (timex->up_to_now && date.first != DAY_NONE && date.last != DAY_NONE &&
        resting->day < resting->published) {
        date.first += resting->day - resting->published; /* up to the day on which it was said */
        date.last += resting->day - resting->published;
    }
    if (timex->type == TIMEX_DURATION && word_before_is_for(extraction, timex) &&
        !ends_before_now(timex, resting)) {
        date = duration_before(timex, resting->day);
    } else if (timex->type == TIMEX_DURATION && is_since_then(extraction, timex)) {
        date.first = resting->day - duration_days(timex->value);
        date.last = date.first;
        date.precision = PRECISION_DAY;
    }
    if (resting->since && interval_known(date) && date.first != DAY_NONE) {
        date.last = DAY_NONE;
    }
    if (!resting->ahead && interval_known(date)) {
        if (date.first != DAY_NONE && date.first > resting->published) {
            date = INTERVAL_UNKNOWN;
        } else if (date.last == DAY_NONE || date.last > resting->published) {
            date.last = resting->since ? resting->day : resting->published;
        }
        if (interval_known(date) && date.first != DAY_NONE && date.last < date.first) {
            date.last = date.first;
        }
    }
    return date;
}

/* Makes `pair` the expression, and its partner if it has one, each in its other reading number `k`.  False
 * when neither has one, when the expression is one of more than two, of which nobody can tell what goes with
 * what, and when the readings make a range that ends before it begins. */
static bool read_otherwise(const struct timex_list *timexes, int32_t index, unsigned k, struct timex pair[2])
{
    bool other = false;
    int32_t partner = timexes->items[index].partner;
    size_t count = partner < 0 ? 1 : 2;
    size_t i;

    pair[0] = timexes->items[index];
    if (partner >= 0) {
        pair[1] = timexes->items[partner];
        if (pair[1].partner != index) {
            return false;
        }
        pair[0].partner = 1;
        pair[1].partner = 0;
    }
    for (i = 0; i < count; i++) {
        if (k < pair[i].alternative_count) {
            pair[i].value = pair[i].alternatives[k].value;
            pair[i].date = pair[i].alternatives[k].date;
            other = true;
        }
    }
    if (count == 2 && (pair[0].relation == RELATION_FROM || pair[0].relation == RELATION_TO)) {
        const struct timex *from = &pair[pair[0].relation == RELATION_FROM ? 0 : 1];
        const struct timex *to = &pair[pair[0].relation == RELATION_FROM ? 1 : 0];

        other = other && from->date.first <= to->date.last;
    }
    return other;
}

/* More days than this make a range that was not half as long one of two years: only one of its ends was read
 * otherwise, and the other would have to be, too. */
#define READ_APART 180

/* Whether the claim, which is of `days`, may as well be of `date`: not of days behind that on which it was
 * told. */
static bool may_be(struct interval date, struct interval days, const struct resting *resting)
{
    bool told = resting->ahead || date.first == DAY_NONE || date.first <= resting->day;
    bool bounded =
        date.first != DAY_NONE && date.last != DAY_NONE && days.first != DAY_NONE && days.last != DAY_NONE;
    bool apart = bounded && date.last - date.first > READ_APART && days.last - days.first < READ_APART / 2;

    return told && !apart && (date.first != days.first || date.last != days.last);
}

/* Gives the report, dated by expression `index`, the days that other readings of the words would give it. */
static void add_alternatives(struct extraction *extraction, int32_t index, const struct resting *resting,
                             struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    struct timex_reading readings[REPORT_ALTERNATIVES];
    struct timex_reading *kept;
    struct timex pair[2];
    uint8_t count = 0;
    unsigned k;

    for (k = 0; k < REPORT_ALTERNATIVES && read_otherwise(timexes, index, k, pair); k++) {
        struct timex_list list = {pair, pair[0].partner < 0 ? 1 : 2};
        struct interval date = days_resting(extraction, &list, 0, resting);

        if (interval_known(date) && may_be(date, report->date, resting)) {
            readings[count++] = (struct timex_reading){pair[0].value, date};
        }
    }
    report->alternatives = NULL;
    report->alternative_count = count;
    if (count > 0) {
        kept = arena_array(extraction->arena, count, sizeof *kept);
        if (kept == NULL) {
            extraction->out_of_memory = true;
            report->alternative_count = 0;
            return;
        }
        memcpy(kept, readings, count * sizeof *kept);
        report->alternatives = kept;
    }
}

/* Lets the report's days, however the words are read, go on up to `day`: "since then". */
static void go_on_until(struct extraction *extraction, int32_t day, struct report *report)
{
    struct timex_reading *readings =
        arena_array(extraction->arena, report->alternative_count, sizeof *readings);
    size_t i;

    report->date.last = day;
    if (readings == NULL) {
        extraction->out_of_memory = true;
        return;
    }
    for (i = 0; i < report->alternative_count; i++) {
        readings[i] = report->alternatives[i];
        readings[i].date.last = day > readings[i].date.first ? day : readings[i].date.first;
    }
    report->alternatives = report->alternative_count == 0 ? NULL : readings;
}

void rest_on(struct extraction *extraction, int32_t index, struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    int32_t published = extraction->input->article->published.day;
    struct resting resting = {.published = published, .day = published};

    report->date = days_resting(extraction, timexes, (size_t)index, &resting);
    if (!interval_known(report->date)) {
        report->date = (struct interval){.first = DAY_NONE, .last = published, .precision = PRECISION_DAY};
    }
    report->basis = quote_timex(extraction, &timexes->items[index]);
    report->basis_timex = index;
    add_alternatives(extraction, index, &resting, report);
}

/* True when the words of a speech behind the expression may belong to what was told: "breaking a truce the
 * council announced on Sunday". */
static bool day_is_doubtful(const struct extraction *extraction, const struct attribution *attribution,
                            size_t timex)
{
    const struct text *text = extraction->text;
    uint32_t token = attribution == NULL ? 0 : attribution->words.first;
    uint32_t end = attribution == NULL ? 0 : attribution->words.end;

    if (token < extraction->input->timexes->items[timex].end_token) {
        return false;
    }
    while (end > token && !token_is(text, end - 1, CLASS_SAID)) {
        end--; /* "according to the army" has no verb */
    }
    while (end > token && token > 0 && text->tokens[token - 1].type == TOKEN_WORD) {
        token--;
    }
    for (; token < end; token++) {
        if (has_doing_form(text, token) || token_is(text, token, CLASS_PREPOSITION)) {
            return true;
        }
    }
    return false;
}

/* What was told on `day` did not happen later: takes another reading of the words that is over by then, else
 * only that it was no later. */
static void keep_before(struct report *report, int32_t day)
{
    uint8_t i;

    if (report->date.first == DAY_NONE || report->date.first <= day) {
        if (report->date.first != DAY_NONE && report->date.last > day &&
            (report->alternative_count > 0 || report->date.precision == PRECISION_TIME)) {
            report->date.last = day; /* "last week", of which the rest was yet to come; "overnight" */
        }
        return;
    }
    for (i = 0; i < report->alternative_count; i++) {
        if (report->alternatives[i].date.last != DAY_NONE && report->alternatives[i].date.last <= day) {
            report->date = report->alternatives[i].date;
            report->alternatives = NULL;
            report->alternative_count = 0;
            return;
        }
    }
    report->date = (struct interval){.first = DAY_NONE, .last = day, .precision = PRECISION_DAY};
    report->basis = (struct quote){0};
    report->basis_timex = -1;
    report->alternatives = NULL;
    report->alternative_count = 0;
}

/* The days that another reading of the words gives a claim that is no matter of the days ahead: "taken on 7
 * October", told in May. */
static struct interval days_past(const struct extraction *extraction, int32_t index,
                                 const struct resting *resting)
{
    struct interval date = INTERVAL_UNKNOWN;
    struct timex pair[2];

    for (unsigned k = 0; !interval_known(date) && k < REPORT_ALTERNATIVES &&
                         read_otherwise(extraction->input->timexes, index, k, pair);
         k++) {
        struct timex_list list = {pair, pair[0].partner < 0 ? 1 : 2};

        date = days_resting(extraction, &list, 0, resting);
    }
    return date;
}

#define ONE_HAPPENING_DAYS 31 /* none lasts so long */

/* True for the days of "from February to June", which are more than those of either month. */
static bool is_long_range(const struct timex_list *timexes, const struct timex *timex, struct interval date)
{
    const struct timex *partner = timex->partner >= 0 ? &timexes->items[timex->partner] : timex;
    int64_t days = (int64_t)date.last - date.first;

    return partner != timex && interval_known(date) && date.first != DAY_NONE && days >= ONE_HAPPENING_DAYS &&
           days > (int64_t)timex->date.last - timex->date.first &&
           days > (int64_t)partner->date.last - partner->date.first;
}

/* Dates the report by the expression that was found for it, as told on `day`. */
static void date_by(struct extraction *extraction, const struct candidate *found,
                    const struct attribution *attribution, int32_t day, struct report *report)
{
    const struct timex_list *timexes = extraction->input->timexes;
    int32_t published = extraction->input->article->published.day;
    const struct timex *timex = &timexes->items[found->timex];
    struct resting resting = {
        .published = published,
        .day = day,
        .own = found->then,
        .since = !found->then && (found->since || timex->relation == RELATION_SINCE),
        .ahead = lies_ahead(report),
    };
    struct interval date = days_resting(extraction, timexes, found->timex, &resting);

    if (!interval_known(date) && !resting.ahead && found->rank == 0) {
        date = days_past(extraction, (int32_t)found->timex, &resting);
    }
    /* "will send 300 soldiers after Monday's raid", "would withdraw and closed its embassy on Monday" */
    if (resting.ahead && date.last != DAY_NONE && date.last < day) {
        return;
    }
    if (resting.since && interval_known(timex->date) && timex->date.first != DAY_NONE) {
        report->scope = SCOPE_CUMULATIVE;
    }
    /* "this year", "this month": a total up to now; "earlier this month" was a day of it, and so is "a month
     * later" */
    if (!lies_ahead(report) && timex->anchor != ANCHOR_NARRATIVE &&
        !token_is(extraction->text, timex->first_token, CLASS_ADVERB) && interval_known(timex->date) &&
        timex->date.precision >= PRECISION_MONTH && timex->date.first != DAY_NONE &&
        timex->date.first < published && timex->date.last >= published) {
        report->scope = SCOPE_CUMULATIVE;
    }
    /* "as of Monday, 12 had died": so many were known then */
    if (!resting.ahead && (is_long_range(timexes, timex, date) ||
                           (timex->relation == RELATION_AS_OF && report->count.max != 1 &&
                            (report->kind == KIND_CASUALTY || report->subtype == SUBTYPE_SENT)))) {
        report->scope = SCOPE_CUMULATIVE;
    }
    if (interval_known(date)) {
        extraction->tie = found->rank < 2 ? TIE_CLAUSE : TIE_SENTENCE;
        report->date = date;
        report->basis_timex = (int32_t)found->timex;
        report->basis = quote_timex(extraction, timex);
        add_alternatives(extraction, report->basis_timex, &resting, report);
        if (!resting.ahead && !day_is_doubtful(extraction, attribution, found->timex)) {
            keep_before(report, day);
        }
    }
}

/* The expression that dates the section of a chronology in which the sentence at hand stands; -1: none. */
static int32_t section_timex(struct extraction *extraction)
{
    const struct timex_list *timexes = extraction->input->timexes;
    const struct timex_section *section;

    while (extraction->next_section < timexes->section_count &&
           timexes->sections[extraction->next_section].end_sentence <= extraction->sentence) {
        extraction->next_section++;
    }
    if (extraction->input->field != FIELD_TEXT || extraction->next_section == timexes->section_count) {
        return -1;
    }
    section = &timexes->sections[extraction->next_section];
    return section->first_sentence <= extraction->sentence ? (int32_t)section->timex : -1;
}

/* Dates a report by the line above it, or by that line as the latest day of a total. */
static void rest_on_section(struct extraction *extraction, int32_t timex, struct report *report)
{
    rest_on(extraction, timex, report);
    if (report->scope == SCOPE_CUMULATIVE) {
        report->date.first = DAY_NONE;
        report->alternatives = NULL;
        report->alternative_count = 0;
    }
}

/* Dates a total by the day or the period told before that it begins with, and that of a war by its end; false
 * when it names none. */
static bool date_by_total(struct extraction *extraction, enum total total, int32_t day, struct report *report)
{
    const struct report *period = total == TOTAL_SAME_PERIOD ? period_before(extraction) : NULL;
    int32_t end = total == TOTAL_WAR ? end_of_war(extraction) : -1;

    if (end >= 0) {
        extraction->tie = TIE_SENTENCE;
        rest_on(extraction, end, report);
        report->date.first = DAY_NONE;
        report->alternatives = NULL;
        report->alternative_count = 0;
        return true;
    }
    if (period != NULL) {
        extraction->tie = TIE_SENTENCE_BEFORE;
        report->date = period->date;
        report->basis = period->basis;
        report->basis_timex = period->basis_timex;
        return true;
    }
    if (total != TOTAL_SINCE_THEN || extraction->happening_timex < 0) {
        return false;
    }
    extraction->tie = TIE_SENTENCE_BEFORE;
    rest_on(extraction, extraction->happening_timex, report);
    go_on_until(extraction, day, report);
    return true;
}

/* Dates a report without an expression of its own by what was told before it, by the line above it, else by
 * the day on which it was told. */
static void date_by_context(struct extraction *extraction, const struct draft *draft,
                            const struct attribution *attribution, bool apart, int32_t day,
                            struct report *report)
{
    apart = apart || moved_since(extraction, draft);

    const struct report *same = apart ? NULL : same_happening(extraction, draft, attribution);
    enum date_tie same_by = same != NULL ? TIE_HAPPENING : TIE_PERSON;
    int32_t attack = apart ? -1 : attack_told_before(extraction, draft, report);
    int32_t section = apart ? -1 : section_timex(extraction);

    if (same == NULL) {
        same = same_person(extraction, draft);
    }
    if (same != NULL) {
        extraction->tie = same_by;
        report->date = same->date;
        report->basis = same->basis;
        report->basis_timex = same->basis_timex;
        report->alternatives = same->alternatives;
        report->alternative_count = same->alternative_count;
    } else if (!apart && follows_attack(extraction) && extraction->happening_timex >= 0 &&
               goes_on_about_day(extraction, draft, attribution)) {
        /* the sentence before told what happened, and when, without a figure */
        extraction->tie = TIE_SENTENCE_BEFORE;
        rest_on(extraction, extraction->happening_timex, report);
    } else if (attack >= 0) {
        extraction->tie = TIE_ATTACK;
        rest_on(extraction, attack, report);
    } else if (section >= 0) {
        extraction->tie = TIE_SECTION;
        rest_on_section(extraction, section, report);
        return;
    } else {
        report->date = (struct interval){.first = DAY_NONE, .last = day, .precision = PRECISION_DAY};
    }
    if (report->scope == SCOPE_CUMULATIVE && report->date.first != DAY_NONE) {
        go_on_until(extraction, day, report);
    }
}

/* Dates a report by "two days after rebels killed nine" and the day beside that; false when it has neither.
 */
static bool date_by_length(struct extraction *extraction, const struct draft *draft, struct report *report)
{
    size_t length = 0;
    int32_t day = lies_ahead(report) ? DAY_NONE : day_at_length(extraction, draft, &length);

    if (day == DAY_NONE || day < DAY_MIN || day > extraction->input->article->published.day) {
        return false;
    }
    extraction->tie = TIE_SENTENCE;
    report->date = (struct interval){.first = day, .last = day, .precision = PRECISION_DAY};
    report->basis = quote_timex(extraction, &extraction->input->timexes->items[length]);
    report->basis_timex = (int32_t)length;
    return true;
}

void date_report(struct extraction *extraction, const struct draft *draft,
                 const struct attribution *attribution, struct report *report)
{
    struct candidate found = best_timex(extraction, toll_of(extraction, draft));
    enum total total;
    int32_t day;

    if (found.rank == NO_CANDIDATE && !found.apart && is_retold(extraction, draft)) {
        found = best_timex(extraction, draft->repeat);
    }
    extraction->ranks = found.ranks;
    extraction->tie = TIE_NONE;
    report->date = INTERVAL_UNKNOWN;
    report->said = said_when(extraction, attribution);
    report->basis_timex = -1;
    day = interval_known(report->said) ? report->said.last : extraction->input->article->published.day;
    if (found.known != DAY_NONE && found.known < day) {
        day = found.known;
    }
    if (found.rank < NO_CANDIDATE) {
        date_by(extraction, &found, attribution, day, report);
    }
    total = total_told(extraction, draft, report);
    if (total != TOTAL_NONE || draft->tally) {
        report->scope = SCOPE_CUMULATIVE;
    }
    if (!interval_known(report->date) && !lies_ahead(report) && !date_by_length(extraction, draft, report) &&
        !date_by_total(extraction, total, day, report)) {
        bool apart = found.apart || total > TOTAL_SINCE_START ||
                     is_occasion(extraction->text, draft,
                                 extraction->text->sentences[extraction->sentence].first_token);
        date_by_context(extraction, draft, attribution, apart, day, report);
    }
    if (report->basis.text.data == NULL && extraction->tie != TIE_HAPPENING &&
        extraction->tie != TIE_PERSON) {
        extraction->tie = interval_known(report->date) ? TIE_TOLD : TIE_NONE;
    }
}

void date_by_ranks(struct extraction *extraction)
{
    for (size_t i = 0; i < extraction->report_count; i++) {
        struct report *report = &extraction->reports[i];
        int32_t ranks = extraction->origins[i].ranks;
        int32_t known = report->date.last;

        if (ranks < 0 || report->basis.text.data != NULL || report->date.first != DAY_NONE ||
            report->scope != SCOPE_INCIDENT || lies_ahead(report)) {
            continue;
        }
        rest_on(extraction, ranks, report);
        report->date.last = known != DAY_NONE && known >= report->date.first && known < report->date.last
                                ? known
                                : report->date.last;
        if (extraction->input->reasons != NULL) {
            extraction->reasons[i].tie = TIE_SENTENCE;
        }
    }
}
