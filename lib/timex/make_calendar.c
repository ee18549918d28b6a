/* The actions that make an expression of the names of the calendar. */
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

bool make_date_time_group(const struct match_call *call, struct expression *e)
{
    int32_t group;
    int32_t month;
    int32_t year;

    if (!int_argument(call, 0, 312359, &group) || !int_argument(call, 1, 12, &month) ||
        !int_argument(call, 2, 9999, &year) || group % 10000 / 100 > 23 || group % 100 > 59) {
        return false;
    }
    e->hour = group % 10000 / 100;
    e->minute = group % 100;
    return set_day(e, month, group / 10000, full_year(year));
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
    e->dateless = int_argument(call, 0, 9999, &e->counted) && e->counted == 0;
    return e->dateless || e->counted > 0;
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
    e->feast = true;
    e->mod = holiday_is_sighted(e->holiday) ? MOD_APPROX : MOD_NONE;
    e->choice = choice_of(symbol_argument(call, 1), CHOICE_NEAREST);
    if (int_argument(call, 1, 9999, &number)) {
        e->year = full_year(number);
        e->base = BASE_NONE;
    }
    return true;
}
