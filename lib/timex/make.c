#include "timex/make.h"

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

/* Month, day and year, or 0 for a year that is not named; false when one is out of all bounds. */
static bool read_day(const struct match_call *call, int32_t *month, int32_t *day, int32_t *year)
{
    *year = 0;
    if (!int_argument(call, 0, 12, month) || !int_argument(call, 1, 31, day)) {
        return false;
    }
    if (argument(call, 2) == NULL) {
        return true;
    }
    if (!int_argument(call, 2, 9999, year) || full_year(*year) < 1) {
        return false;
    }
    *year = full_year(*year);
    return true;
}

bool make_day(const struct match_call *call, struct expression *e)
{
    int32_t month;
    int32_t day;
    int32_t year;

    return read_day(call, &month, &day, &year) && set_day(e, month, day, year);
}

bool make_known_day(const struct match_call *call, struct expression *e)
{
    int32_t month;
    int32_t day;

    return read_day(call, &month, &day, &e->known_year) && e->known_year != 0 && set_day(e, month, day, 0);
}

bool make_event_day(const struct match_call *call, struct expression *e)
{
    int32_t month;
    int32_t day;
    int32_t year;

    e->event = true;
    return read_day(call, &month, &day, &year) && set_day(e, month, day, 0);
}

bool day_is_impossible(const struct match_call *call)
{
    int32_t month;
    int32_t day;
    int32_t year;

    return read_day(call, &month, &day, &year) && !civil_valid(year == 0 ? 2000 : year, month, day);
}

bool make_numeric(const struct match_call *call, struct expression *e)
{
    int32_t a;
    int32_t b;
    int32_t year;
    int32_t weekday;

    if (!int_argument(call, 0, 31, &a) || !int_argument(call, 1, 31, &b) ||
        !int_argument(call, 2, 9999, &year) || full_year(year) < 1) {
        return false;
    }
    bool swap = a > 12;
    e->swapped = a <= 12 && b <= 12 && a != b;
    if (e->swapped && argument(call, 3) != NULL && int_argument(call, 3, 7, &weekday)) {
        /* "Saturday 04/05/2024": at most one of the two is a Saturday, as a rule */
        bool month_first = civil_weekday(civil_to_day(full_year(year), a, b)) == weekday;
        bool day_first = civil_weekday(civil_to_day(full_year(year), b, a)) == weekday;
        swap = day_first && !month_first;
        e->swapped = day_first == month_first;
    }
    if (swap) {
        return set_day(e, b, a, full_year(year));
    }
    return set_day(e, a, b, full_year(year));
}

/* "2024-W50", "2024-W50-6". */
bool make_iso_week(const struct match_call *call, struct expression *e)
{
    int32_t year;
    int32_t week;
    int32_t weekday = 1;
    int32_t iso_year;
    int32_t iso_week;

    if (!int_argument(call, 0, 9998, &year) || !int_argument(call, 1, 53, &week) || week < 1 ||
        (argument(call, 2) != NULL && !int_argument(call, 2, 7, &weekday))) {
        return false;
    }
    int32_t day = civil_week_start(year, week) + weekday - 1;
    civil_week(day, &iso_year, &iso_week);
    struct civil date = civil_from_day(day);
    if (iso_week != week || !set_day(e, date.month, date.day, date.year)) {
        return false; /* a year of 52 weeks has no 53rd */
    }
    e->unit = argument(call, 2) == NULL ? UNIT_WEEK : UNIT_DAY;
    return true;
}

bool make_compact(const struct match_call *call, struct expression *e)
{
    int32_t number;

    if (!int_argument(call, 0, 99999999, &number) || number < 10000000) {
        return false;
    }
    return set_day(e, number / 100 % 100, number % 100, number / 10000);
}

bool make_month(const struct match_call *call, struct expression *e)
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

bool make_year(const struct match_call *call, struct expression *e)
{
    int32_t year;

    int32_t rest = 0;

    if (!int_argument(call, 0, 9999, &year) || full_year(year) == 0) {
        return false;
    }
    if (argument(call, 1) != NULL && !int_argument(call, 1, 99, &rest)) {
        return false;
    }
    e->base = BASE_NONE;
    e->unit = UNIT_YEAR;
    e->year = full_year(year) + rest;
    return true;
}

bool make_joined_year(const struct match_call *call, struct expression *e)
{
    int32_t first;
    int32_t second;
    int32_t which = 0;

    if (!int_argument(call, 0, 9998, &first) || first < 1 || !int_argument(call, 1, 99, &second) ||
        second < 0 || (argument(call, 2) != NULL && !int_argument(call, 2, 2, &which))) {
        return false;
    }
    if (which == 0 ? second <= first % 100 : second != (first + 1) % 100) {
        return false;
    }
    e->base = BASE_NONE;
    e->unit = UNIT_YEAR;
    e->year = which == 0 ? first - first % 100 + second : which == 1 ? first : first + 1;
    return true;
}

bool make_decade(const struct match_call *call, struct expression *e)
{
    int32_t year;

    if (!int_argument(call, 0, 9990, &year) || year < 10 || year % 10 != 0) {
        return false;
    }
    /* "The 1800s" are a century, "the 1900s" more often the decade before the First World War. */
    bool century = year >= 100 && year < 1900 && year % 100 == 0;
    e->base = BASE_NONE;
    e->unit = century ? UNIT_CENTURY : UNIT_DECADE;
    e->year = year < 100 ? 1900 + year : year;
    return true;
}

bool make_century(const struct match_call *call, struct expression *e)
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

/* Where a shift starts, or from where what is named is seen. */
static void set_base(const struct match_call *call, unsigned i, struct expression *e)
{
    const struct expression *from = expression_argument(call, i);

    if (from != NULL) {
        e->base = BASE_EXPRESSION;
        e->other = from;
        if (holiday_is_sighted(from->holiday)) { /* "the day before Eid al-Fitr" is as uncertain */
            e->mod = MOD_APPROX;
        }
    } else {
        e->base = symbol_argument(call, i) == SYMBOL_NARRATIVE ? BASE_NARRATIVE : BASE_PUBLISHED;
    }
}

bool make_named(const struct match_call *call, struct expression *e)
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
    } else if (argument(call, 3) != NULL) {
        set_base(call, 3, e);
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
    case SYMBOL_DECADE:
        e->unit = UNIT_DECADE;
        e->decade = number;
        return number <= 10;
    default:
        return false;
    }
}

/* "On the 16th". */
bool make_day_of_month(const struct match_call *call, struct expression *e)
{
    e->base = BASE_NARRATIVE;
    e->unit = UNIT_DAY;
    e->choice = CHOICE_TENSE;
    return int_argument(call, 0, 31, &e->day) && e->day >= 1;
}

bool make_nth(const struct match_call *call, struct expression *e)
{
    const struct expression *whole = expression_argument(call, 2);

    e->base = BASE_EXPRESSION;
    e->other = whole;
    e->unit = symbol_argument(call, 3) == SYMBOL_WEEKEND ? UNIT_WEEKEND : UNIT_DAY;
    e->choice = CHOICE_INSIDE;
    return whole != NULL && whole->kind == KIND_POINT && int_argument(call, 0, 7, &e->weekday) &&
           int_argument(call, 1, 5, &e->nth) && e->nth != 0 &&
           (whole->unit != UNIT_NONE ? whole->unit : whole->shift_unit) >= UNIT_MONTH;
}

bool make_counted(const struct match_call *call, struct expression *e)
{
    e->base = BASE_NARRATIVE;
    e->unit = UNIT_DAY;
    e->counts = true;
    return int_argument(call, 0, 9999, &e->counted) && e->counted >= 0;
}

/* "Dec. 14 and 15": another day of the month of a day. */
bool make_day_beside(const struct match_call *call, struct expression *e)
{
    const struct expression *day = expression_argument(call, 0);
    int32_t number;

    if (day == NULL || day->kind != KIND_POINT || day->month == 0 || day->day == 0 ||
        day->part != PART_NONE || !int_argument(call, 1, 31, &number) || number == day->day) {
        return false;
    }
    const struct expression *its_year = expression_argument(call, 2);
    if (its_year != NULL && its_year->year > 0 && day->year == 0) {
        return set_day(e, day->month, number, its_year->year);
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

bool make_holiday(const struct match_call *call, struct expression *e)
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
    e->mod = holiday_is_sighted(e->holiday) ? MOD_APPROX : MOD_NONE;
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

bool is_bare_weekday(const struct expression *e)
{
    return e->kind == KIND_POINT && e->unit == UNIT_DAY && e->weekday != 0 && e->month == 0 &&
           e->base == BASE_PUBLISHED && e->choice == CHOICE_TENSE && e->shift_unit == UNIT_NONE && !e->untold;
}

/* "The Friday before Christmas". */
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
    if (minute < 0 || minute > 59 || (denominator == 100 && hour > 12) || hour > 24 ||
        (hour == 24 && minute > 0)) {
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
    return true;
}
