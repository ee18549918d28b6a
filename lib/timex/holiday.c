/* The holidays that move. */
#include "timex/calendar.h"

/* Western Easter Sunday, by the algorithm of Meeus, Jones and Butcher. */
static int32_t easter(int32_t year)
{
    int32_t a = year % 19;
    int32_t b = year / 100;
    int32_t c = year % 100;
    int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int32_t m = (a + 11 * h + 22 * l) / 451;
    int32_t n = h + l - 7 * m + 114;

    return civil_to_day(year, n / 31, n % 31 + 1);
}

/* The first `weekday` on or after a day of a year. */
static int32_t weekday_from(int32_t year, int32_t month, int32_t day, int32_t weekday)
{
    int32_t from = civil_to_day(year, month, day);

    return from + (weekday - civil_weekday(from) + 7) % 7;
}

int32_t holiday_day(enum holiday holiday, int32_t year)
{
    enum { MONDAY = 1, TUESDAY = 2, THURSDAY = 4, SUNDAY = 7 };

    if (year < 1583 || year > 9999) {
        return DAY_NONE;
    }
    switch (holiday) {
    case HOLIDAY_EASTER:
        return easter(year);
    case HOLIDAY_GOOD_FRIDAY:
        return easter(year) - 2;
    case HOLIDAY_EASTER_MONDAY:
        return easter(year) + 1;
    case HOLIDAY_PALM_SUNDAY:
        return easter(year) - 7;
    case HOLIDAY_ASH_WEDNESDAY:
        return easter(year) - 46;
    case HOLIDAY_ASCENSION:
        return easter(year) + 39;
    case HOLIDAY_PENTECOST:
        return easter(year) + 49;
    case HOLIDAY_THANKSGIVING:
        return weekday_from(year, 11, 22, THURSDAY);
    case HOLIDAY_LABOR_DAY:
        return weekday_from(year, 9, 1, MONDAY);
    case HOLIDAY_MEMORIAL_DAY:
        return weekday_from(year, 5, 25, MONDAY);
    case HOLIDAY_MARTIN_LUTHER_KING_DAY:
        return weekday_from(year, 1, 15, MONDAY);
    case HOLIDAY_PRESIDENTS_DAY:
        return weekday_from(year, 2, 15, MONDAY);
    case HOLIDAY_COLUMBUS_DAY:
        return weekday_from(year, 10, 8, MONDAY);
    case HOLIDAY_ELECTION_DAY:
        return weekday_from(year, 11, 2, TUESDAY);
    case HOLIDAY_MOTHERS_DAY:
        return weekday_from(year, 5, 8, SUNDAY);
    case HOLIDAY_FATHERS_DAY:
        return weekday_from(year, 6, 15, SUNDAY);
    default:
        return DAY_NONE;
    }
}
