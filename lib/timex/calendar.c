#include "timex/calendar.h"

/* Further than any count of any unit in the calendar, so that no product below can overflow. */
#define COUNT_LIMIT 4000000

static const enum precision precisions[] = {
    [UNIT_NONE] = PRECISION_NONE,       [UNIT_SECOND] = PRECISION_TIME,
    [UNIT_MINUTE] = PRECISION_TIME,     [UNIT_HOUR] = PRECISION_TIME,
    [UNIT_DAY] = PRECISION_DAY,         [UNIT_WEEKEND] = PRECISION_DAY,
    [UNIT_WEEK] = PRECISION_WEEK,       [UNIT_MONTH] = PRECISION_MONTH,
    [UNIT_SEASON] = PRECISION_SEASON,   [UNIT_QUARTER] = PRECISION_QUARTER,
    [UNIT_HALF] = PRECISION_HALF,       [UNIT_YEAR] = PRECISION_YEAR,
    [UNIT_DECADE] = PRECISION_DECADE,   [UNIT_CENTURY] = PRECISION_CENTURY,
    [UNIT_MILLENNIUM] = PRECISION_NONE,
};

enum precision unit_precision(enum unit unit)
{
    return precisions[unit];
}

/* The length in months of the units that are made of months, else 0. */
static int32_t unit_months(enum unit unit)
{
    switch (unit) {
    case UNIT_MONTH:
        return 1;
    case UNIT_SEASON:
    case UNIT_QUARTER:
        return 3;
    case UNIT_HALF:
        return 6;
    case UNIT_YEAR:
        return 12;
    case UNIT_DECADE:
        return 120;
    case UNIT_CENTURY:
        return 1200;
    case UNIT_MILLENNIUM:
        return 12000;
    default:
        return 0;
    }
}

/* Months count from January of the year 0. */
static int32_t month_first(int64_t month)
{
    if (month < 12 || month >= 120000) {
        return DAY_NONE;
    }
    return civil_to_day((int32_t)(month / 12), (int32_t)(month % 12) + 1, 1);
}

/* The month in which the unit of `months` months that holds `date` begins. */
static int64_t unit_month(enum unit unit, struct civil date)
{
    int64_t month = (int64_t)date.year * 12 + date.month - 1;
    int64_t length = unit_months(unit);

    if (unit == UNIT_SEASON) { /* seasons begin in December, March, June, September */
        return month - (month + 1) % 3;
    }
    return month - month % length;
}

static int32_t in_calendar(int64_t day)
{
    return day < DAY_MIN || day > DAY_MAX ? DAY_NONE : (int32_t)day;
}

int32_t unit_shift(enum unit unit, int32_t day, int64_t count)
{
    if (day == DAY_NONE || count > COUNT_LIMIT || count < -COUNT_LIMIT || unit == UNIT_MILLENNIUM) {
        return DAY_NONE;
    }
    if (unit == UNIT_WEEK || unit == UNIT_WEEKEND) {
        int32_t monday = day - (civil_weekday(day) - 1);
        return in_calendar(monday + count * 7 + (unit == UNIT_WEEKEND ? 5 : 0));
    }
    if (unit_months(unit) == 0) {
        return in_calendar(day + count);
    }
    return month_first(unit_month(unit, civil_from_day(day)) + count * unit_months(unit));
}

int32_t unit_first(enum unit unit, int32_t day)
{
    return unit_shift(unit, day, 0);
}

int32_t unit_last(enum unit unit, int32_t day)
{
    int32_t first = unit_first(unit, day);

    if (first == DAY_NONE) {
        return DAY_NONE;
    }
    if (unit == UNIT_WEEKEND) {
        return in_calendar((int64_t)first + 1);
    }
    if (unit == UNIT_WEEK) {
        return in_calendar((int64_t)first + 6);
    }
    int32_t months = unit_months(unit);
    if (months == 0) {
        return first;
    }
    struct civil date = civil_from_day(first);
    return in_calendar((int64_t)civil_to_day(date.year, date.month + months, 1) - 1);
}

int32_t day_shift(enum unit unit, int32_t day, int64_t count)
{
    if (day == DAY_NONE || count > COUNT_LIMIT || count < -COUNT_LIMIT) {
        return DAY_NONE;
    }
    int32_t months = unit_months(unit);
    if (months == 0) {
        bool weeks = unit == UNIT_WEEK || unit == UNIT_WEEKEND;
        return in_calendar(day + count * (weeks ? 7 : 1));
    }
    struct civil date = civil_from_day(day);
    int32_t first = month_first((int64_t)date.year * 12 + date.month - 1 + count * months);
    if (first == DAY_NONE) {
        return DAY_NONE;
    }
    struct civil month = civil_from_day(first);
    int32_t length = civil_month_length(month.year, month.month);
    return first + (date.day < length ? date.day : length) - 1;
}

int32_t quarter_first(int32_t year, int32_t quarter)
{
    return month_first((int64_t)year * 12 + (int64_t)(quarter - 1) * 3);
}

int32_t half_first(int32_t year, int32_t half)
{
    return month_first((int64_t)year * 12 + (int64_t)(half - 1) * 6);
}

int32_t season_first(int32_t year, enum season season)
{
    return month_first((int64_t)year * 12 + (int64_t)season * 3 - 1);
}

int32_t unit_weekday(enum unit unit, int32_t day, int32_t weekday, int32_t nth)
{
    int32_t first = unit_first(unit, day);
    int32_t last = unit_last(unit, day);

    if (first == DAY_NONE || last == DAY_NONE) {
        return DAY_NONE;
    }
    if (nth < 0) {
        return last - (civil_weekday(last) - weekday + 7) % 7;
    }
    first += (weekday - civil_weekday(first) + 7) % 7 + 7 * (nth - 1);
    return first <= last ? first : DAY_NONE;
}
