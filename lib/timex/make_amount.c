/* The actions that make an expression of amounts of time, and of what is counted off by them. */
#include "timex/make.h"

#include "timex/tie.h"

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
    if (unit >= UNIT_DECADE && number % denominator != 0) { /* written in years as a whole: P150Y */
        number *= smaller.count;
        unit = smaller.unit;
        smaller = subdivisions[unit];
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

/* Reads the count and the unit of a rest from the arguments `i` and behind it, when there are two: the unit
 * must be smaller than that before it, and no fraction have filled its place. */
static bool add_rest(const struct match_call *call, unsigned i, enum unit before, int64_t *rest,
                     enum unit *rest_unit)
{
    int64_t denominator;
    enum unit unit = unit_of(symbol_argument(call, i + 1));

    if (argument(call, i + 1) == NULL) {
        return true;
    }
    if (*rest_unit != UNIT_NONE || unit == UNIT_NONE || unit >= before ||
        !number_argument(call, i, rest, &denominator) || denominator != 1 || *rest < 0 ||
        *rest > NUMBER_LIMIT) {
        return false;
    }
    *rest_unit = unit;
    return true;
}

bool make_span(const struct match_call *call, struct expression *e)
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
    if (number == 0 || !divide(number, denominator, unit, e)) {
        return false;
    }
    return add_rest(call, 2, unit, &e->rest, &e->rest_unit) &&
           (e->rest_unit == UNIT_NONE || add_rest(call, 4, e->rest_unit, &e->last_rest, &e->last_unit));
}

bool make_shift(const struct match_call *call, bool exact, struct expression *e)
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

/* "A week ago Friday": a weekday, or today or yesterday; years back only behind the years. */
static bool make_before(const struct match_call *call, const struct expression *ago, struct expression *e)
{
    const struct expression *day = expression_argument(call, 1);
    bool year_ago = ago->recall == RECALL_YEAR_AGO && ago->unit == UNIT_NONE;

    if (day == NULL || day->kind != KIND_POINT || ago->mod != MOD_NONE ||
        !(is_bare_weekday(day) || (day->unit == UNIT_NONE && day->shift_unit == UNIT_DAY))) {
        return false;
    }
    e->shift = year_ago ? -1 : ago->shift;
    e->shift_unit = year_ago ? UNIT_YEAR : ago->shift_unit;
    e->exact = true;
    set_base(call, 1, e);
    bool behind = ago->first_token < day->first_token;
    return e->shift < 0 && (e->shift_unit == UNIT_WEEK || (behind && e->shift_unit > UNIT_WEEK));
}

/* "A week from Friday", "a week ago Friday". */
bool make_beyond(const struct match_call *call, struct expression *e)
{
    const struct expression *length = expression_argument(call, 0);

    if (length != NULL && length->kind == KIND_POINT) {
        return make_before(call, length, e);
    }
    if (length == NULL || length->kind != KIND_LENGTH || length->vague || length->rest_unit != UNIT_NONE ||
        length->amount_unit == UNIT_NONE || expression_argument(call, 1) == NULL) {
        return false;
    }
    e->shift = length->amount;
    e->shift_unit = length->amount_unit;
    e->exact = true;
    set_base(call, 1, e);
    return true;
}

bool make_clock(const struct match_call *call, struct expression *e)
{
    int32_t hour;
    int32_t minute = 0;
    enum lang_symbol half = symbol_argument(call, 2);

    int64_t number;
    int64_t denominator;
    if (!number_argument(call, 0, &number, &denominator) || number < 0 || number > 2400) {
        return false;
    }
    hour = (int32_t)number;
    if (denominator == 100) { /* 4.30 */
        hour = (int32_t)number / 100;
        minute = (int32_t)number % 100;
    } else if (denominator != 1 || (argument(call, 1) != NULL && !int_argument(call, 1, 59, &minute))) {
        return false;
    }
    if (hour > 24) { /* 1730 */
        minute = hour % 100;
        hour /= 100;
    }
    if (minute < 0) { /* a quarter to five */
        minute += 60;
        hour = (hour + 23) % 24;
    }
    if (minute < 0 || minute > 59 || hour > 24 || (hour == 24 && minute > 0)) {
        return false;
    }
    if (half == SYMBOL_FORENOON || half == SYMBOL_PAST_NOON) {
        if (hour > 12 || hour == 0) {
            return false;
        }
        int32_t end;
        bool other_half = int_argument(call, 3, 12, &end) && hour % 12 > end % 12; /* "11 to 1 p.m." */
        hour = hour % 12 + ((half == SYMBOL_PAST_NOON) != other_half ? 12 : 0);
        e->half_told = true;
    }
    if (e->unit == UNIT_NONE && e->shift_unit == UNIT_NONE) { /* it has no day yet */
        e->base = BASE_PUBLISHED;
        e->recall = RECALL_SENTENCE;
    }
    e->hour = hour;
    e->minute = minute;
    return true;
}

bool make_repeat(const struct match_call *call, struct expression *e)
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
        e->last_rest = what->last_rest;
        e->last_unit = what->last_unit;
        e->vague = what->vague;
        return true;
    }
    if (unit == UNIT_WEEKEND && number == denominator) { /* a name of the calendar: XXXX-WXX-WE */
        e->unit = unit;
        return true;
    }
    return e->part != PART_NONE || (unit != UNIT_NONE && divide(number, denominator, unit, e));
}
