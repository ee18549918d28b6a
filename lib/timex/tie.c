/* The actions that tie expressions together, or change one that an earlier rule made. */
#include "timex/tie.h"

bool is_bare_weekday(const struct expression *e)
{
    return e->kind == KIND_POINT && e->unit == UNIT_DAY && e->weekday != 0 && e->month == 0 &&
           e->base == BASE_PUBLISHED && e->choice == CHOICE_TENSE && e->shift_unit == UNIT_NONE &&
           !e->dateless;
}

bool set_seen(const struct match_call *call, struct expression *e)
{
    const struct expression *from = expression_argument(call, 1);

    if (from == NULL || from->kind != KIND_POINT || !is_bare_weekday(e)) {
        return false;
    }
    e->choice = choice_of(symbol_argument(call, 0), e->choice);
    e->base = BASE_EXPRESSION;
    e->other = from;
    return true;
}

bool set_inside(struct expression *e, const struct expression *outer)
{
    if (outer == NULL || e->kind != KIND_POINT || outer->kind != KIND_POINT || e->year != 0 ||
        e->unit == UNIT_NONE) {
        return false;
    }
    enum unit whole = outer->unit != UNIT_NONE           ? outer->unit
                      : outer->recall == RECALL_YEAR_AGO ? UNIT_YEAR
                                                         : outer->shift_unit;
    if (e->weekday != 0 && e->month == 0 && whole > UNIT_WEEK) {
        return false; /* "a Sunday of December" is no day that could be told */
    }
    if (whole <= e->unit || (e->unit == UNIT_DECADE && whole != UNIT_CENTURY) ||
        (whole > UNIT_YEAR && (e->unit == UNIT_HALF || e->unit == UNIT_QUARTER))) {
        return false;
    }
    e->base = BASE_EXPRESSION;
    e->other = outer;
    e->choice = CHOICE_INSIDE;
    e->shift_unit = UNIT_NONE;
    e->recall = RECALL_NONE;
    e->known_year = 0;
    e->event = false;
    return true;
}

bool set_relation(const struct match_call *call)
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

/* True when the first lies in what is named behind the second: "between Tuesday and Sunday of last week",
 * "the spring and summer of 2023". */
static bool shares_outer(const struct expression *first, const struct expression *second)
{
    bool weekdays = first->weekday != 0 && second->weekday != 0;
    bool units = first->unit > UNIT_DAY && first->unit == second->unit && first->base == BASE_PUBLISHED;

    return first->choice == CHOICE_TENSE && second->choice == CHOICE_INSIDE &&
           second->base == BASE_EXPRESSION && (weekdays || units);
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
    } else if (shares_outer(first, second)) {
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
        first->months = first->unit == UNIT_MONTH ? (second->month - first->month + 12) % 12 : 0;
        second->base = BASE_EXPRESSION;
        second->other = first;
        second->choice = CHOICE_AFTER;
    }
}

bool tie(const struct match_call *call, bool range)
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

bool set_portion(const struct match_call *call)
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

bool set_offset(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);

    if (e == NULL || e->kind != KIND_LENGTH) {
        return false;
    }
    if (argument(call, 2) != NULL) {
        const struct expression *from = expression_argument(call, 2);
        if (from == NULL || from->kind != KIND_POINT || from->hour != CLOCK_NONE || e->other != NULL) {
            return false;
        }
        e->other = from;
    }
    e->offset = symbol_argument(call, 1) == SYMBOL_PAST ? -1 : 1;
    return true;
}

bool set_day_of_time(const struct match_call *call)
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
    time->dateless = day->dateless;
    time->weekday = day->dateless ? day->weekday : 0;
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

bool set_same_time(const struct match_call *call)
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

bool set_frame(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);
    const struct expression *year = expression_argument(call, 1);

    if (e == NULL || year == NULL || e == year || e->kind != KIND_POINT || !lacks_year(e) ||
        year->slice != 0 || (year->unit != UNIT_NONE ? year->unit : year->shift_unit) != UNIT_YEAR) {
        return false;
    }
    return set_inside(e, year);
}

bool set_year(const struct match_call *call)
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

bool set_choice(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);

    if (e == NULL || e->kind != KIND_POINT || e->base != BASE_PUBLISHED ||
        (e->choice != CHOICE_TENSE && e->choice != CHOICE_NEAREST)) {
        return false;
    }
    e->choice = choice_of(symbol_argument(call, 1), e->choice);
    return true;
}

bool set_label(const struct match_call *call, enum label label)
{
    struct expression *e = expression_argument(call, 0);
    bool dated = e != NULL && (label == LABEL_HEADING ? e->year > 0 : e->month != 0 || e->weekday != 0);

    if (!dated || e->kind != KIND_POINT) {
        return false;
    }
    e->label = label;
    return true;
}

bool set_role(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);

    if (e == NULL || e->kind != KIND_POINT) {
        return false;
    }
    e->begins |= call->action == TIME_BEGINS;
    e->ends |= call->action == TIME_ENDS;
    e->frames |= call->action == TIME_FRAMES;
    e->aside |= call->action == TIME_ASIDE;
    e->begins_speech |= call->action == TIME_SPOKEN;
    return true;
}

bool set_dateline(const struct match_call *call)
{
    struct expression *e = expression_argument(call, 0);

    if (e == NULL || e->kind != KIND_POINT || e->unit != UNIT_DAY || e->month == 0) {
        return false;
    }
    e->dateline = true;
    return true;
}
