#include "timex/actions.h"

/* What a symbol of the rules means; 0 where it is no such thing. */
static enum unit unit_of(enum lang_symbol symbol)
{
    switch (symbol) {
    case SYMBOL_SECOND:
        return UNIT_SECOND;
    case SYMBOL_MINUTE:
        return UNIT_MINUTE;
    case SYMBOL_HOUR:
        return UNIT_HOUR;
    case SYMBOL_DAY:
        return UNIT_DAY;
    case SYMBOL_WEEKEND:
        return UNIT_WEEKEND;
    case SYMBOL_WEEK:
        return UNIT_WEEK;
    case SYMBOL_MONTH:
        return UNIT_MONTH;
    case SYMBOL_SEASON:
        return UNIT_SEASON;
    case SYMBOL_QUARTER:
        return UNIT_QUARTER;
    case SYMBOL_HALF:
        return UNIT_HALF;
    case SYMBOL_YEAR:
        return UNIT_YEAR;
    case SYMBOL_DECADE:
        return UNIT_DECADE;
    case SYMBOL_CENTURY:
        return UNIT_CENTURY;
    case SYMBOL_MILLENNIUM:
        return UNIT_MILLENNIUM;
    default:
        return UNIT_NONE;
    }
}

static enum day_part part_of(enum lang_symbol symbol)
{
    return symbol >= SYMBOL_MORNING && symbol <= SYMBOL_OVERNIGHT
               ? (enum day_part)(PART_MORNING + (symbol - SYMBOL_MORNING))
               : PART_NONE;
}

static enum holiday holiday_of(enum lang_symbol symbol)
{
    return symbol >= SYMBOL_EASTER && symbol <= SYMBOL_FATHERS_DAY
               ? (enum holiday)(HOLIDAY_EASTER + (symbol - SYMBOL_EASTER))
               : HOLIDAY_NONE;
}

static enum choice choice_of(enum lang_symbol symbol, enum choice otherwise)
{
    switch (symbol) {
    case SYMBOL_TENSE:
        return CHOICE_TENSE;
    case SYMBOL_NEAREST:
        return CHOICE_NEAREST;
    case SYMBOL_BEFORE:
        return CHOICE_BEFORE;
    case SYMBOL_AFTER:
        return CHOICE_AFTER;
    case SYMBOL_THIS:
        return CHOICE_THIS;
    default:
        return otherwise;
    }
}

/* Arguments by kind; what is absent or of another kind gives the neutral answer. */
static const struct match_argument *argument(const struct match_call *call, unsigned i)
{
    return i < call->argument_count && call->arguments[i].present ? &call->arguments[i] : NULL;
}

static bool number_argument(const struct match_call *call, unsigned i, int64_t *number, int64_t *denominator)
{
    const struct match_argument *given = argument(call, i);

    if (given == NULL || given->value.kind != VALUE_INT) {
        return false;
    }
    *number = given->value.number;
    *denominator = given->value.denominator;
    return *denominator > 0;
}

/* A whole number between -limit and limit. */
static bool int_argument(const struct match_call *call, unsigned i, int32_t limit, int32_t *number)
{
    int64_t value;
    int64_t denominator;

    if (!number_argument(call, i, &value, &denominator) || denominator != 1 || value > limit ||
        value < -limit) {
        return false;
    }
    *number = (int32_t)value;
    return true;
}

static enum lang_symbol symbol_argument(const struct match_call *call, unsigned i)
{
    const struct match_argument *given = argument(call, i);

    return given != NULL && given->value.kind == VALUE_SYMBOL ? (enum lang_symbol)given->value.number
                                                              : SYMBOL_NONE;
}

static struct expression *expression_argument(const struct match_call *call, unsigned i)
{
    const struct match_argument *given = argument(call, i);

    return given != NULL && given->value.kind == VALUE_OBJECT ? given->value.object : NULL;
}

struct expression *time_expression(const struct item *item)
{
    return item->rule != NULL && item->value.kind == VALUE_OBJECT ? item->value.object : NULL;
}

/* "98" is 1998 and "24" 2024: two digits mean a year of the hundred that ends 2049. */
static int32_t full_year(int32_t year)
{
    if (year < 0 || year > 99) {
        return year;
    }
    return year < 50 ? 2000 + year : 1900 + year;
}

static bool set_day(struct expression *e, int32_t month, int32_t day, int32_t year)
{
    /* Without a year every day that some year has is allowed. */
    if (!civil_valid(year == 0 ? 2000 : year, month, day)) {
        return false;
    }
    e->base = year == 0 ? BASE_PUBLISHED : BASE_NONE;
    e->unit = UNIT_DAY;
    e->choice = CHOICE_NEAREST;
    e->month = month;
    e->day = day;
    e->year = year;
    return true;
}

static bool make_day(const struct match_call *call, struct expression *e)
{
    int32_t month;
    int32_t day;
    int32_t year = 0;

    if (!int_argument(call, 0, 12, &month) || !int_argument(call, 1, 31, &day)) {
        return false;
    }
    if (argument(call, 2) != NULL && (!int_argument(call, 2, 9999, &year) || full_year(year) < 1)) {
        return false;
    }
    return set_day(e, month, day, argument(call, 2) == NULL ? 0 : full_year(year));
}

static bool make_numeric(const struct match_call *call, struct expression *e)
{
    int32_t a;
    int32_t b;
    int32_t year;

    if (!int_argument(call, 0, 31, &a) || !int_argument(call, 1, 31, &b) ||
        !int_argument(call, 2, 9999, &year) || full_year(year) < 1) {
        return false;
    }
    if (a > 12) {
        return set_day(e, b, a, full_year(year));
    }
    e->swapped = b <= 12 && a != b;
    return set_day(e, a, b, full_year(year));
}

static bool make_compact(const struct match_call *call, struct expression *e)
{
    int32_t number;

    if (!int_argument(call, 0, 99999999, &number) || number < 10000000) {
        return false;
    }
    return set_day(e, number / 100 % 100, number % 100, number / 10000);
}

static bool make_month(const struct match_call *call, struct expression *e)
{
    int32_t year = 0;

    if (!int_argument(call, 0, 12, &e->month) || e->month < 1) {
        return false;
    }
    if (argument(call, 1) != NULL && symbol_argument(call, 1) == SYMBOL_NONE) {
        if (!int_argument(call, 1, 9999, &year) || full_year(year) < 1) {
            return false;
        }
        e->year = full_year(year);
    }
    e->base = e->year == 0 ? BASE_PUBLISHED : BASE_NONE;
    e->unit = UNIT_MONTH;
    e->choice = choice_of(symbol_argument(call, 1), CHOICE_TENSE);
    return true;
}

static bool make_year(const struct match_call *call, struct expression *e)
{
    int32_t year;

    if (!int_argument(call, 0, 9999, &year) || full_year(year) == 0) {
        return false;
    }
    e->base = BASE_NONE;
    e->unit = UNIT_YEAR;
    e->year = full_year(year);
    return true;
}

static bool make_decade(const struct match_call *call, struct expression *e)
{
    int32_t year;

    if (!int_argument(call, 0, 9990, &year) || year < 10 || year % 10 != 0) {
        return false;
    }
    e->base = BASE_NONE;
    e->unit = UNIT_DECADE;
    e->year = year < 100 ? 1900 + year : year;
    return true;
}

static bool make_century(const struct match_call *call, struct expression *e)
{
    int32_t number;

    if (!int_argument(call, 0, 99, &number) || number < 2) {
        return false;
    }
    e->base = BASE_NONE;
    e->unit = UNIT_CENTURY;
    e->year = (number - 1) * 100;
    return true;
}

static bool make_named(const struct match_call *call, struct expression *e)
{
    int32_t number;

    e->base = BASE_PUBLISHED;
    e->choice = choice_of(symbol_argument(call, 2), CHOICE_TENSE);
    if (!int_argument(call, 1, 12, &number) || number < 1) {
        return false;
    }
    if (int_argument(call, 2, 9999, &e->year)) {
        e->year = full_year(e->year);
        e->base = BASE_NONE;
    }
    switch (symbol_argument(call, 0)) {
    case SYMBOL_WEEK:
        e->unit = UNIT_DAY;
        e->weekday = number;
        return number <= 7;
    case SYMBOL_MONTH:
        e->unit = UNIT_MONTH;
        e->month = number;
        return number <= 12;
    case SYMBOL_SEASON:
        e->unit = UNIT_SEASON;
        e->season = (enum season)number;
        return number <= 4;
    case SYMBOL_QUARTER:
        e->unit = UNIT_QUARTER;
        e->quarter = number;
        return number <= 4;
    case SYMBOL_HALF:
        e->unit = UNIT_HALF;
        e->half = number;
        return number <= 2;
    default:
        return false;
    }
}

/* "Dec. 14 and 15": another day of the month of a day. */
static bool make_day_beside(const struct match_call *call, struct expression *e)
{
    const struct expression *day = expression_argument(call, 0);
    int32_t number;
    int32_t year = 0;

    if (day == NULL || day->kind != KIND_POINT || day->month == 0 || day->day == 0 ||
        day->part != PART_NONE || !int_argument(call, 1, 31, &number) || number == day->day) {
        return false;
    }
    if (int_argument(call, 2, 9999, &year) && day->year == 0) {
        return set_day(e, day->month, number, year);
    }
    if ((number < day->day) != (call->arguments[1].first_token < day->first_token) ||
        !set_day(e, day->month, number, day->year)) {
        return false;
    }
    if (day->year == 0) {
        e->base = BASE_EXPRESSION;
        e->other = day;
        e->choice = CHOICE_INSIDE;
    }
    return true;
}

static bool make_holiday(const struct match_call *call, struct expression *e)
{
    int32_t number;

    if (int_argument(call, 0, 1231, &number)) {
        if (!set_day(e, number / 100, number % 100, 0)) {
            return false;
        }
    } else {
        e->holiday = holiday_of(symbol_argument(call, 0));
        e->base = BASE_PUBLISHED;
        e->unit = UNIT_DAY;
        if (e->holiday == HOLIDAY_NONE) {
            return false;
        }
    }
    e->choice = choice_of(symbol_argument(call, 1), CHOICE_NEAREST);
    if (int_argument(call, 1, 9999, &number)) {
        e->year = full_year(number);
        e->base = BASE_NONE;
    }
    return true;
}

/* What fractions of a unit are counted in. */
static const struct subdivision {
    enum unit unit;
    int32_t count;
} subdivisions[] = {
    [UNIT_MINUTE] = {UNIT_SECOND, 60},     [UNIT_HOUR] = {UNIT_MINUTE, 60}, [UNIT_DAY] = {UNIT_HOUR, 24},
    [UNIT_WEEK] = {UNIT_DAY, 7},           [UNIT_MONTH] = {UNIT_DAY, 30},   [UNIT_QUARTER] = {UNIT_MONTH, 3},
    [UNIT_YEAR] = {UNIT_MONTH, 12},        [UNIT_DECADE] = {UNIT_YEAR, 10}, [UNIT_CENTURY] = {UNIT_YEAR, 100},
    [UNIT_MILLENNIUM] = {UNIT_YEAR, 1000},
};

#define NUMBER_LIMIT 1000000000

/* Divides a count of units into whole ones and a rest in a smaller unit: 5/2 years are 2 years and 6 months.
 */
static bool divide(int64_t number, int64_t denominator, enum unit unit, struct expression *e)
{
    struct subdivision smaller = subdivisions[unit];

    if (number < 0 || number > NUMBER_LIMIT || denominator > NUMBER_LIMIT) {
        return false;
    }
    e->amount = number / denominator;
    e->amount_unit = unit;
    if (number % denominator == 0) {
        return true;
    }
    int64_t rest = number % denominator * smaller.count / denominator;
    if (rest == 0) {
        return false;
    }
    if (e->amount == 0) {
        e->amount = rest;
        e->amount_unit = smaller.unit;
    } else {
        e->rest = rest;
        e->rest_unit = smaller.unit;
    }
    return true;
}

static bool make_span(const struct match_call *call, struct expression *e)
{
    int64_t number;
    int64_t denominator;
    enum unit unit = unit_of(symbol_argument(call, 1));

    if (unit == UNIT_NONE || !number_argument(call, 0, &number, &denominator) || number > NUMBER_LIMIT) {
        return false;
    }
    if (symbol_argument(call, 2) == SYMBOL_HALF) {
        number = number * 2 + denominator;
        denominator *= 2;
    }
    if (!divide(number, denominator, unit, e)) {
        return false;
    }
    if (argument(call, 3) != NULL) {
        enum unit rest = unit_of(symbol_argument(call, 3));
        if (e->rest_unit != UNIT_NONE || rest == UNIT_NONE || rest >= unit ||
            !number_argument(call, 2, &number, &denominator) || denominator != 1 || number < 0 ||
            number > NUMBER_LIMIT) {
            return false;
        }
        e->rest = number;
        e->rest_unit = rest;
    }
    return true;
}

/* Where a shift starts. */
static void set_base(const struct match_call *call, unsigned i, struct expression *e)
{
    const struct expression *from = expression_argument(call, i);

    if (from != NULL) {
        e->base = BASE_EXPRESSION;
        e->other = from;
    } else {
        e->base = symbol_argument(call, i) == SYMBOL_NARRATIVE ? BASE_NARRATIVE : BASE_PUBLISHED;
    }
}

static bool make_shift(const struct match_call *call, bool exact, struct expression *e)
{
    int64_t number;
    int64_t denominator;

    e->shift_unit = unit_of(symbol_argument(call, 1));
    if (e->shift_unit == UNIT_NONE || !number_argument(call, 0, &number, &denominator) ||
        number > NUMBER_LIMIT || number < -NUMBER_LIMIT) {
        return false;
    }
    e->shift = number;
    if (denominator != 1) { /* "two and a half years ago" is counted in months */
        struct subdivision smaller = subdivisions[e->shift_unit];
        if (smaller.count == 0) {
            return false;
        }
        e->shift = number * smaller.count / denominator;
        e->shift_unit = smaller.unit;
    }
    /* A shift by years says the year only, by decades too: "a decade ago". */
    if (!exact && (e->shift_unit == UNIT_DECADE || e->shift_unit == UNIT_CENTURY) && e->shift != 0 &&
        argument(call, 0)->captured) {
        e->shift *= e->shift_unit == UNIT_DECADE ? 10 : 100;
        e->shift_unit = UNIT_YEAR;
    }
    e->exact = exact;
    set_base(call, 2, e);
    return true;
}

static bool make_clock(const struct match_call *call, struct expression *e)
{
    int32_t hour;
    int32_t minute = 0;
    enum lang_symbol half = symbol_argument(call, 2);

    if (!int_argument(call, 0, 2400, &hour) || hour < 0) {
        return false;
    }
    if (argument(call, 1) != NULL && !int_argument(call, 1, 59, &minute)) {
        return false;
    }
    if (hour > 24) { /* 1730 */
        minute = hour % 100;
        hour /= 100;
    }
    if (minute < 0 || minute > 59 || hour > 24 || (hour == 24 && minute > 0)) {
        return false;
    }
    if (half == SYMBOL_FORENOON || half == SYMBOL_PAST_NOON) {
        if (hour > 12 || hour == 0) {
            return false;
        }
        hour = hour % 12 + (half == SYMBOL_PAST_NOON ? 12 : 0);
    }
    e->base = BASE_PUBLISHED;
    e->recall = RECALL_SENTENCE;
    e->hour = hour;
    e->minute = minute;
    return true;
}

static bool make_repeat(const struct match_call *call, struct expression *e)
{
    const struct expression *what = expression_argument(call, 0);
    enum unit unit = unit_of(symbol_argument(call, 0));
    int64_t number = 1;
    int64_t denominator = 1;

    e->part = part_of(symbol_argument(call, 0));
    if (argument(call, 1) != NULL && !number_argument(call, 1, &number, &denominator)) {
        return false;
    }
    if (what != NULL && what->kind == KIND_POINT) {
        e->other = what;
        return true;
    }
    if (what != NULL && what->kind == KIND_LENGTH) {
        e->amount = what->amount;
        e->amount_unit = what->amount_unit;
        e->rest = what->rest;
        e->rest_unit = what->rest_unit;
        e->vague = what->vague;
        return true;
    }
    return e->part != PART_NONE || (unit != UNIT_NONE && divide(number, denominator, unit, e));
}

static bool make_within(const struct match_call *call, struct expression *e)
{
    const struct expression *inner = expression_argument(call, 0);
    const struct expression *outer = expression_argument(call, 1);

    if (inner == NULL || outer == NULL || inner->kind != KIND_POINT || outer->kind != KIND_POINT ||
        inner->year != 0 || inner->unit == UNIT_NONE) {
        return false;
    }
    enum unit whole = outer->unit != UNIT_NONE ? outer->unit : outer->shift_unit;
    if (whole <= inner->unit) {
        return false;
    }
    *e = *inner;
    e->base = BASE_EXPRESSION;
    e->other = outer;
    e->choice = CHOICE_INSIDE;
    e->shift_unit = UNIT_NONE;
    e->recall = RECALL_NONE;
    return true;
}

static bool set_edge(enum lang_symbol symbol, struct expression *e)
{
    e->narrow = symbol == SYMBOL_EARLY || symbol == SYMBOL_MIDDLE || symbol == SYMBOL_LATE;
    e->so_far = symbol == SYMBOL_SO_FAR;
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

    if (e == NULL) {
        return false;
    }
    switch (symbol_argument(call, 0)) {
    case SYMBOL_SINCE:
        e->relation = RELATION_SINCE;
        return true;
    case SYMBOL_UNTIL:
        e->relation = RELATION_UNTIL;
        return true;
    case SYMBOL_BY:
        e->relation = RELATION_BY;
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

/* The two of a range or list share a year that only one of them names; the second of a range comes after the
 * first. */
static bool tie(const struct match_call *call, bool range)
{
    struct expression *first = expression_argument(call, 0);
    struct expression *second = expression_argument(call, 1);

    if (first == NULL || second == NULL || first == second || first->kind != KIND_POINT ||
        second->kind != KIND_POINT || first->partner != NULL || second->partner != NULL) {
        return false;
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
    } else if ((range && weekdays) || (weekdays && second->weekday % 7 == (first->weekday + 1) % 7)) {
        second->base = BASE_EXPRESSION;
        second->other = first;
        second->choice = CHOICE_INSIDE;
    } else if (range && lacks_year(first) && lacks_year(second)) {
        second->base = BASE_EXPRESSION;
        second->other = first;
        second->choice = CHOICE_AFTER;
    }
    if (range) {
        first->relation = RELATION_FROM;
        second->relation = RELATION_TO;
    }
    first->partner = second;
    second->partner = first;
    return true;
}

static bool set_time(const struct expression *from, struct expression *e)
{
    if (from == NULL || e->kind == KIND_LENGTH || e->hour != CLOCK_NONE) {
        return false;
    }
    e->part = from->part;
    e->hour = from->hour;
    e->minute = from->minute;
    return true;
}

/* A time of day mentioned beside its day ("8 p.m. on Friday") is of that day. */
static bool set_day_of_time(const struct match_call *call)
{
    struct expression *time = expression_argument(call, 0);
    const struct expression *day = expression_argument(call, 1);

    if (time == NULL || day == NULL || time->kind != KIND_POINT || day->kind != KIND_POINT ||
        time->recall != RECALL_SENTENCE) {
        return false;
    }
    time->base = BASE_EXPRESSION;
    time->other = day;
    return true;
}

static bool carry_out(const struct match_call *call, struct expression *e)
{
    const struct expression *given = expression_argument(call, 0);
    enum lang_symbol symbol = symbol_argument(call, 0);

    switch ((enum time_action)call->action) {
    case TIME_DAY:
        return make_day(call, e);
    case TIME_MONTH:
        return make_month(call, e);
    case TIME_YEAR:
        return make_year(call, e);
    case TIME_NUMERIC:
        return make_numeric(call, e);
    case TIME_COMPACT:
        return make_compact(call, e);
    case TIME_DECADE:
        return make_decade(call, e);
    case TIME_CENTURY:
        return make_century(call, e);
    case TIME_NAMED:
        return make_named(call, e);
    case TIME_DAY_BESIDE:
        return make_day_beside(call, e);
    case TIME_HOLIDAY:
        return make_holiday(call, e);
    case TIME_SHIFT:
        return make_shift(call, false, e);
    case TIME_MOVE:
        return make_shift(call, true, e);
    case TIME_WITHIN:
        return make_within(call, e);
    case TIME_LATEST:
        e->recall = RECALL_LATEST;
        e->unit = unit_of(symbol);
        return e->unit != UNIT_NONE;
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
    case TIME_REPEATED:
        e->kind = KIND_REPEAT;
        return true;
    case TIME_PART:
        e->part = part_of(symbol);
        return e->part != PART_NONE;
    case TIME_TIME_OF:
        return set_time(given, e);
    case TIME_EDGE:
        return set_edge(symbol, e);
    case TIME_MOD:
        return set_mod(symbol, e);
    case TIME_WINDOW:
        e->window = symbol == SYMBOL_PAST ? WINDOW_PAST : WINDOW_FUTURE;
        return e->kind == KIND_LENGTH;
    case TIME_AT:
    case TIME_RELATE:
    case TIME_RANGE:
    case TIME_LIST:
    case TIME_ACTION_COUNT:
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
        case TIME_AT:
            done = set_day_of_time(call);
            break;
        case TIME_RELATE:
            done = set_relation(call);
            break;
        case TIME_RANGE:
            done = tie(call, true);
            break;
        case TIME_LIST:
            done = tie(call, false);
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
        *value = (struct value){.kind = VALUE_OBJECT, .denominator = 1, .object = e};
    }
    return true;
}
