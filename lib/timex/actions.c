#include "timex/actions.h"

#include "timex/make.h"

#define NOON 12

/* 0 early, 1 middle, 2 late; -1: none of them. */
static int32_t third_of(enum lang_symbol symbol)
{
    return symbol == SYMBOL_EARLY ? 0 : symbol == SYMBOL_MIDDLE ? 1 : symbol == SYMBOL_LATE ? 2 : -1;
}

static bool set_edge(enum lang_symbol symbol, enum lang_symbol to, struct expression *e)
{
    enum unit unit = e->unit != UNIT_NONE ? e->unit : e->shift_unit;
    int32_t third = third_of(symbol);

    e->third_first = third;
    e->third_end = third + 1;
    e->so_far = symbol == SYMBOL_SO_FAR;
    e->turn = symbol == SYMBOL_TURN;
    if (to != SYMBOL_NONE) { /* TIMEX3 has no word for two thirds */
        e->third_end = third_of(to) + 1;
        return third >= 0 && e->third_end > third;
    }
    switch (symbol) {
    case SYMBOL_EARLY:
    case SYMBOL_START:
    case SYMBOL_SO_FAR:
        e->mod = MOD_START;
        return true;
    case SYMBOL_MIDDLE:
        e->mod = MOD_MID;
        return true;
    case SYMBOL_LATE:
    case SYMBOL_END:
        e->mod = MOD_END;
        return true;
    case SYMBOL_TURN:
        e->mod = MOD_START;
        return unit == UNIT_YEAR || unit == UNIT_DECADE || unit == UNIT_CENTURY;
    default:
        return false;
    }
}

/* "More than" a length is more of it, "more than" three days ago is before that day. */
static bool set_mod(enum lang_symbol symbol, struct expression *e)
{
    bool length = e->kind == KIND_LENGTH;

    switch (symbol) {
    case SYMBOL_ABOUT:
        e->mod = MOD_APPROX;
        return true;
    case SYMBOL_NEARLY:
        e->mod = length ? MOD_LESS_THAN : MOD_APPROX;
        return true;
    case SYMBOL_LESS:
        e->mod = length ? MOD_LESS_THAN : MOD_AFTER;
        return true;
    case SYMBOL_MORE:
        e->mod = length ? MOD_MORE_THAN : MOD_BEFORE;
        return true;
    case SYMBOL_AT_MOST:
        e->mod = length ? MOD_EQUAL_OR_LESS : MOD_ON_OR_AFTER;
        return true;
    case SYMBOL_AT_LEAST:
        e->mod = length ? MOD_EQUAL_OR_MORE : MOD_ON_OR_BEFORE;
        return true;
    default:
        return false;
    }
}

static bool set_relation(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 1);

    if (e == NULL || e->relation != RELATION_DURING) {
        return false;
    }
    switch (symbol_argument(call, 0)) {
    case SYMBOL_ONWARD:
        e->onward = true;
        e->relation = RELATION_SINCE;
        return true;
    case SYMBOL_SINCE:
        e->relation = RELATION_SINCE;
        return true;
    case SYMBOL_UNTIL:
        e->relation = RELATION_UNTIL;
        return true;
    case SYMBOL_BY:
        e->relation = RELATION_BY;
        return true;
    case SYMBOL_AS_OF:
        e->relation = RELATION_AS_OF;
        return true;
    case SYMBOL_BEFORE:
        e->relation = RELATION_BEFORE;
        return true;
    case SYMBOL_AFTER:
        e->relation = RELATION_AFTER;
        return true;
    default:
        return false;
    }
}

/* True for a month or a day of one that lacks its year. */
static bool lacks_year(const struct expression *e)
{
    return e->month != 0 && e->year == 0 && e->base == BASE_PUBLISHED;
}

static int32_t order_in_year(const struct expression *e)
{
    return e->month * 32 + e->day;
}

/* True for "from 9 p.m. to 5 a.m.", where the second has no day of its own. */
static bool runs_into_morning(const struct expression *first, const struct expression *second)
{
    return first->hour != CLOCK_NONE && second->hour != CLOCK_NONE && second->recall == RECALL_SENTENCE &&
           second->base == BASE_PUBLISHED && first->hour >= NOON && second->hour < NOON &&
           (second->half_told || first->hour > NOON);
}

/* The two of a range or list share a year that only one of them names; the second of a range comes after the
 * first. */
static void tie_pair(struct expression *first, struct expression *second, bool range)
{
    if (range && runs_into_morning(first, second)) {
        second->base = BASE_EXPRESSION;
        second->other = first;
        second->shift = 1;
        second->shift_unit = UNIT_DAY;
        second->exact = true;
        return;
    }
    bool backwards = first->month != 0 && second->month != 0 && order_in_year(first) > order_in_year(second);
    bool weekdays = first->weekday != 0 && second->weekday != 0 && second->month == 0 &&
                    second->base == BASE_PUBLISHED && second->choice == CHOICE_TENSE;

    if (lacks_year(first) && second->month != 0 && second->year > 0) {
        first->year = second->year - (range && backwards ? 1 : 0);
        first->base = BASE_NONE;
    } else if (first->month != 0 && first->year > 0 && lacks_year(second)) {
        second->year = first->year + (range && backwards ? 1 : 0);
        second->base = BASE_NONE;
    } else if (first->weekday != 0 && first->choice == CHOICE_TENSE && second->weekday != 0 &&
               second->choice == CHOICE_INSIDE) { /* "between Tuesday and Sunday of last week" */
        first->base = BASE_EXPRESSION;
        first->other = second->other;
        first->choice = CHOICE_INSIDE;
    } else if (first->unit > UNIT_DAY && first->unit == second->unit && first->base == BASE_PUBLISHED &&
               first->choice == CHOICE_TENSE &&
               second->choice == CHOICE_INSIDE) { /* "the spring and summer of 2023" */
        first->base = BASE_EXPRESSION;
        first->other = second->other;
        first->choice = CHOICE_INSIDE;
    } else if ((range && weekdays) || (weekdays && second->weekday % 7 == (first->weekday + 1) % 7)) {
        first->reach = (second->weekday - first->weekday + 7) % 7 + second->reach;
        second->base = BASE_EXPRESSION;
        second->other = first;
        second->choice = CHOICE_INSIDE;
    } else if (first->month != 0 && first->base == BASE_EXPRESSION && first->choice == CHOICE_INSIDE &&
               lacks_year(second) && !backwards) { /* "in 2019, in June and July" */
        (void)set_inside(second, first->other);
    } else if (lacks_year(first) && lacks_year(second) &&
               (range || (first->unit == UNIT_MONTH && second->unit == UNIT_MONTH &&
                          second->month == first->month % 12 + 1))) {
        second->base = BASE_EXPRESSION;
        second->other = first;
        second->choice = CHOICE_AFTER;
    }
}

/* Ties the expressions of a range or list, the later ones first: what the last says of the year or the week
 * goes to those before it. */
static bool tie(const struct match_call *call, bool range)
{
    struct expression *tied[4];
    unsigned count = 0;

    for (; count < 4 && count < call->argument_count; count++) {
        struct expression *e = expression_argument(call, count);
        if (e == NULL || e->kind != KIND_POINT || e->partner != NULL || (count > 0 && e == tied[0])) {
            return false;
        }
        tied[count] = e;
    }
    if (count < 2) {
        return false;
    }
    for (unsigned i = count - 1; i > 0; i--) {
        tie_pair(tied[i - 1], tied[i], range);
    }
    for (unsigned i = 0; i < count; i++) {
        tied[i]->partner = tied[(i + 1) % count];
    }
    if (range) {
        tied[0]->relation = RELATION_FROM;
        tied[1]->relation = RELATION_TO;
    }
    return true;
}

/* "The first week of August": a run of days of the period. */
static bool set_slice(const struct match_call *call, struct expression *e)
{
    enum unit whole = e->unit != UNIT_NONE ? e->unit : e->shift_unit;

    e->slice_unit = unit_of(symbol_argument(call, 1));
    if (e->kind != KIND_POINT || e->mod != MOD_NONE || whole < UNIT_MONTH ||
        !int_argument(call, 0, 100, &e->slice_count) || e->slice_count < 1 ||
        !int_argument(call, 2, 10, &e->slice) || e->slice == 0) {
        return false;
    }
    e->slice_vague = symbol_argument(call, 3) == SYMBOL_ABOUT;
    bool last = e->slice < 0 || (e->slice_unit == UNIT_HALF && e->slice == 2);
    e->mod = last ? MOD_END : e->slice == 1 ? MOD_START : MOD_MID;
    return e->slice_unit == UNIT_DAY || e->slice_unit == UNIT_WEEK || e->slice_unit == UNIT_HALF;
}

/* "The first three months of 2024". */
static bool set_portion(const struct match_call *call)
{
    struct expression *length = expression_argument(call, 0);
    const struct expression *whole = expression_argument(call, 1);

    if (length == NULL || whole == NULL || length->kind != KIND_LENGTH || whole->kind != KIND_POINT ||
        length->vague || !int_argument(call, 2, 1, &length->slice)) {
        return false;
    }
    length->other = whole;
    return true;
}

/* "A week earlier". */
static bool set_offset(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);

    if (e == NULL || e->kind != KIND_LENGTH) {
        return false;
    }
    e->offset = symbol_argument(call, 1) == SYMBOL_PAST ? -1 : 1;
    return true;
}

static bool set_time(const struct expression *from, struct expression *e)
{
    if (from == NULL || e->kind == KIND_LENGTH || e->hour != CLOCK_NONE) {
        return false;
    }
    bool late = e->part == PART_AFTERNOON || e->part == PART_EVENING || e->part == PART_NIGHT;
    bool past_noon = late && !from->half_told && from->hour < 12 &&
                     from->hour >= (e->part == PART_NIGHT ? 6 : 1); /* "10 o'clock last night" */
    e->part = from->part;
    e->hour = from->hour + (past_noon ? 12 : 0);
    e->minute = from->minute;
    return true;
}

/* A time of day mentioned beside its day ("8 p.m. on Friday") is of that day, a weekday beside its week
 * ("last week on Monday") in that week, a month in its year. */
static bool set_day_of_time(const struct match_call *call)
{
    struct expression *time = expression_argument(call, 0);
    const struct expression *day = expression_argument(call, 1);

    if (time == NULL || day == NULL || time->kind != KIND_POINT || day->kind != KIND_POINT) {
        return false;
    }
    bool month = time->unit == UNIT_MONTH && time->base == BASE_PUBLISHED && time->choice == CHOICE_TENSE &&
                 (day->shift_unit == UNIT_YEAR || day->recall == RECALL_YEAR_AGO);
    bool weekday = is_bare_weekday(time) && day->shift_unit == UNIT_WEEK;
    if ((month || weekday) && day->window == WINDOW_NONE) {
        return set_inside(time, day);
    }
    if (time->recall != RECALL_SENTENCE) {
        return false;
    }
    time->base = BASE_EXPRESSION;
    time->other = day;
    time->shift = 0;
    time->shift_unit = UNIT_NONE;
    time->exact = false;
    /* "at 1 a.m. local time (2200 GMT Saturday)": the two tell one moment, and hours so far apart lie on
     * either side of midnight */
    if (time->hour != CLOCK_NONE && day->hour != CLOCK_NONE &&
        (time->hour - day->hour >= NOON || day->hour - time->hour >= NOON)) {
        time->shift = time->hour < day->hour ? 1 : -1;
        time->shift_unit = UNIT_DAY;
        time->exact = true;
    }
    return true;
}

/* Only a month, a day of one or a weekday opens an entry; what it dates is seen in the text as a whole. */
static bool set_label(const struct match_call *call, enum label label)
{
    struct expression *e = expression_argument(call, 0);
    bool dated = e != NULL && (label == LABEL_HEADING ? e->year > 0 : e->month != 0 || e->weekday != 0);

    if (!dated || e->kind != KIND_POINT) {
        return false;
    }
    e->label = label;
    return true;
}

/* "9 p.m. local time (0200 GMT Tuesday)": zones are less than half a day apart, so that may be of a day
 * beside it. */
static bool set_same_time(const struct match_call *call)
{
    struct expression *time = expression_argument(call, 0);
    const struct expression *other = expression_argument(call, 1);

    if (!set_day_of_time(call)) {
        return false;
    }
    if (time->hour != CLOCK_NONE && other->hour != CLOCK_NONE) {
        int32_t later = time->hour - other->hour;
        time->shift_unit = UNIT_DAY;
        time->shift = later > 12 ? -1 : later < -12 ? 1 : 0;
        time->exact = true;
    }
    return true;
}

/* "In 2019, in June": the year that opens the sentence is that of the month or day behind it. */
static bool set_frame(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);
    const struct expression *year = expression_argument(call, 1);

    if (e == NULL || year == NULL || e == year || e->kind != KIND_POINT || !lacks_year(e) ||
        year->slice != 0 || (year->unit != UNIT_NONE ? year->unit : year->shift_unit) != UNIT_YEAR) {
        return false;
    }
    return set_inside(e, year);
}

static bool set_choice(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);

    if (e == NULL || e->kind != KIND_POINT || e->base != BASE_PUBLISHED) {
        return false;
    }
    e->choice = choice_of(symbol_argument(call, 1), e->choice);
    return true;
}

/* "On May 5 in 2022". */
static bool set_year(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);
    const struct expression *year = expression_argument(call, 1);

    if (e == NULL || e->kind != KIND_POINT || e->base != BASE_PUBLISHED || e->year != 0 || e->weekday != 0 ||
        e->unit < UNIT_DAY || e->unit >= UNIT_YEAR || year == NULL || year->unit != UNIT_YEAR ||
        year->year <= 0) {
        return false;
    }
    e->base = BASE_NONE;
    e->year = year->year;
    return true;
}

static bool set_dateline(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);

    if (e == NULL || e->kind != KIND_POINT || e->unit != UNIT_DAY || e->month == 0) {
        return false;
    }
    e->dateline = true;
    return true;
}

static bool carry_out(const struct match_call *call, struct expression *e)
{
    const struct expression *given = expression_argument(call, 0);
    enum lang_symbol symbol = symbol_argument(call, 0);

    switch ((enum time_action)call->action) {
    case TIME_DAY:
        return make_day(call, e);
    case TIME_KNOWN_DAY:
        return make_known_day(call, e);
    case TIME_EVENT_DAY:
        return make_event_day(call, e);
    case TIME_MONTH:
        return make_month(call, e);
    case TIME_YEAR:
        return make_year(call, e);
    case TIME_JOINED_YEAR:
        return make_joined_year(call, e);
    case TIME_NUMERIC:
        return make_numeric(call, e);
    case TIME_ISO_WEEK:
        return make_iso_week(call, e);
    case TIME_COMPACT:
        return make_compact(call, e);
    case TIME_DECADE:
        return make_decade(call, e);
    case TIME_CENTURY:
        return make_century(call, e);
    case TIME_NAMED:
        return make_named(call, e);
    case TIME_DAY_OF_MONTH:
        return make_day_of_month(call, e);
    case TIME_NTH:
        return make_nth(call, e);
    case TIME_COUNTED:
        return make_counted(call, e);
    case TIME_DAY_BESIDE:
        return make_day_beside(call, e);
    case TIME_HOLIDAY:
        return make_holiday(call, e);
    case TIME_SHIFT:
        return make_shift(call, false, e);
    case TIME_MOVE:
        return make_shift(call, true, e);
    case TIME_BEYOND:
        return make_beyond(call, e);
    case TIME_WITHIN:
        if (given == NULL) {
            return false;
        }
        *e = *given;
        return set_inside(e, expression_argument(call, 1));
    case TIME_INSIDE:
        return set_inside(e, given);
    case TIME_LATEST:
        e->recall = RECALL_LATEST;
        e->unit = unit_of(symbol);
        return e->unit != UNIT_NONE && (argument(call, 1) == NULL || int_argument(call, 1, 9999, &e->year));
    case TIME_YEAR_AGO:
        e->recall = RECALL_YEAR_AGO;
        e->unit = unit_of(symbol);
        return true;
    case TIME_CLOCK:
        return make_clock(call, e);
    case TIME_DAY_PART:
        e->base = BASE_PUBLISHED;
        e->recall = RECALL_SENTENCE;
        e->part = part_of(symbol);
        return e->part != PART_NONE;
    case TIME_SPAN:
        e->kind = KIND_LENGTH;
        return make_span(call, e);
    case TIME_VAGUE:
        e->kind = KIND_LENGTH;
        e->vague = true;
        e->amount_unit = unit_of(symbol);
        return true;
    case TIME_EVERY:
        e->kind = KIND_REPEAT;
        return make_repeat(call, e);
    case TIME_REFER:
        e->kind = KIND_REFERENCE;
        e->reference = symbol == SYMBOL_PAST     ? REFERENCE_PAST
                       : symbol == SYMBOL_FUTURE ? REFERENCE_FUTURE
                                                 : REFERENCE_PRESENT;
        return true;
    case TIME_SAME:
        if (given == NULL) {
            return false;
        }
        *e = *given;
        return true;
    case TIME_ON_WEEKDAY:
        return argument(call, 0) == NULL || int_argument(call, 0, 7, &e->named_weekday);
    case TIME_REPEATED:
        e->kind = KIND_REPEAT;
        return true;
    case TIME_SEEN:
        return set_seen(call, e);
    case TIME_SURE:
        e->sure = true;
        return true;
    case TIME_UNTOLD:
        e->untold = true;
        return true;
    case TIME_PART:
        e->part = part_of(symbol);
        return e->part != PART_NONE;
    case TIME_TIME_OF:
        return set_time(given, e);
    case TIME_EDGE:
        return set_edge(symbol, symbol_argument(call, 1), e);
    case TIME_SLICE:
        return set_slice(call, e);
    case TIME_MOD:
        return set_mod(symbol, e);
    case TIME_WINDOW:
        e->window = symbol == SYMBOL_PAST ? WINDOW_PAST : WINDOW_FUTURE;
        return e->kind == KIND_LENGTH || (e->kind == KIND_POINT && e->shift_unit != UNIT_NONE);
    default:
        break;
    }
    return false;
}

bool time_build(void *context, const struct match *match, struct value *value)
{
    struct time_builder *builder = context;
    struct expression *e = NULL;

    for (size_t i = 0; i < match->call_count; i++) {
        const struct match_call *call = &match->calls[i];
        bool done;
        switch ((enum time_action)call->action) {
        case TIME_IMPOSSIBLE:
            done = day_is_impossible(call);
            break;
        case TIME_AT:
            done = set_day_of_time(call);
            break;
        case TIME_RELATE:
            done = set_relation(call);
            break;
        case TIME_HEADING:
            done = set_label(call, LABEL_HEADING);
            break;
        case TIME_ENTRY:
            done = set_label(call, LABEL_ENTRY);
            break;
        case TIME_CHOOSE:
            done = set_choice(call);
            break;
        case TIME_SAME_TIME:
            done = set_same_time(call);
            break;
        case TIME_DATELINE:
            done = set_dateline(call);
            break;
        case TIME_IN_YEAR:
            done = set_year(call);
            break;
        case TIME_RANGE:
            done = tie(call, true);
            break;
        case TIME_LIST:
            done = tie(call, false);
            break;
        case TIME_PORTION:
            done = set_portion(call);
            break;
        case TIME_FRAME:
            done = set_frame(call);
            break;
        case TIME_OFFSET:
            done = set_offset(call);
            break;
        default:
            if (e == NULL) {
                e = expression_new(builder->pool, KIND_POINT);
                if (e == NULL) {
                    builder->out_of_memory = true;
                    return false;
                }
            }
            done = carry_out(call, e);
            break;
        }
        if (!done) {
            return false;
        }
    }
    if (e != NULL) {
        e->first_token = match->first_token;
        e->end_token = match->end_token;
        e->rule = match->rule->name;
        builder->needs_survey |= e->swapped || e->event;
        *value = (struct value){.kind = VALUE_OBJECT, .denominator = 1, .object = e};
    }
    return true;
}
