/* Units of the calendar: which days each covers, and stepping from one to another. */
#ifndef TIMEX_CALENDAR_H
#define TIMEX_CALENDAR_H

#include "timex/interval.h"

#define HALF_A_YEAR 183 /* days */

/* Finest first.  Their names are the symbols that rules and word tables use. */
enum unit {
    UNIT_NONE,
    UNIT_SECOND,
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEKEND,
    UNIT_WEEK,
    UNIT_MONTH,
    UNIT_SEASON,
    UNIT_QUARTER,
    UNIT_HALF,
    UNIT_YEAR,
    UNIT_DECADE,
    UNIT_CENTURY,
    UNIT_MILLENNIUM,
};

/* A point on the calendar: the unit of it and its first day; the day is DAY_NONE when it cannot be told. */
struct point {
    enum unit unit;
    int32_t day;
};

enum season { SEASON_SPRING = 1, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER };

/* The precision that a date of this unit has; TIME for the units below a day, NONE for those above a century.
 */
enum precision unit_precision(enum unit unit);

/* The first day of the unit that holds `day`, and its last.  Weeks begin on Monday; the weekend of a day is
 * that of its week; winter begins in December; decades and centuries begin with the years 0 of ten and
 * hundred.  Units below a day give the day, millennia DAY_NONE, and so does a unit that would begin before
 * DAY_MIN or end after DAY_MAX. */
int32_t unit_first(enum unit unit, int32_t day);
int32_t unit_last(enum unit unit, int32_t day);

/* The first day of the unit that lies `count` units after (before, when negative) the one that holds `day`;
 * for a unit of a day or less that many days.  DAY_NONE when `day` is, or when the result leaves the
 * calendar. */
int32_t unit_shift(enum unit unit, int32_t day, int64_t count);

/* The day `count` units after `day` itself: months and longer keep the day of the month, or take the last one
 * of a shorter month.  DAY_NONE as above. */
int32_t day_shift(enum unit unit, int32_t day, int64_t count);

/* The nth day, or with a negative number the last, of that ISO weekday in the unit that holds `day`. DAY_NONE
 * when it holds not so many, or as above. */
int32_t unit_weekday(enum unit unit, int32_t day, int32_t weekday, int32_t nth);

/* First days of named parts of a year: quarter 1 to 4, half 1 to 2, season by its enum. */
int32_t quarter_first(int32_t year, int32_t quarter);
int32_t half_first(int32_t year, int32_t half);
int32_t season_first(int32_t year, enum season season);

/* Days that have a name and move in the calendar, in the order of the symbols. */
enum holiday {
    HOLIDAY_NONE,
    HOLIDAY_EASTER, /* the Western one */
    HOLIDAY_GOOD_FRIDAY,
    HOLIDAY_EASTER_MONDAY,
    HOLIDAY_PALM_SUNDAY,
    HOLIDAY_ASH_WEDNESDAY,
    HOLIDAY_PENTECOST,
    HOLIDAY_ASCENSION,
    HOLIDAY_THANKSGIVING, /* of the United States */
    HOLIDAY_LABOR_DAY,    /* of the United States */
    HOLIDAY_MEMORIAL_DAY, /* of the United States */
    HOLIDAY_MARTIN_LUTHER_KING_DAY,
    HOLIDAY_PRESIDENTS_DAY,
    HOLIDAY_COLUMBUS_DAY,
    HOLIDAY_ELECTION_DAY, /* of the United States */
    HOLIDAY_MOTHERS_DAY,
    HOLIDAY_FATHERS_DAY,
    HOLIDAY_SHROVE_TUESDAY,
    HOLIDAY_HOLY_WEEK,
    HOLIDAY_MAUNDY_THURSDAY,
    HOLIDAY_HOLY_SATURDAY,
    HOLIDAY_WHIT_MONDAY,
    HOLIDAY_ORTHODOX_EASTER,
    HOLIDAY_ORTHODOX_GOOD_FRIDAY,
    HOLIDAY_CANADIAN_THANKSGIVING,
    HOLIDAY_REMEMBRANCE_SUNDAY,
    HOLIDAY_ROSH_HASHANAH,
    HOLIDAY_YOM_KIPPUR,
    HOLIDAY_SUKKOT,
    HOLIDAY_SIMCHAT_TORAH,
    HOLIDAY_HANUKKAH,
    HOLIDAY_PURIM,
    HOLIDAY_PASSOVER,
    HOLIDAY_SHAVUOT,
    HOLIDAY_ISLAMIC_NEW_YEAR,
    HOLIDAY_ASHURA,
    HOLIDAY_ARBAEEN,
    HOLIDAY_RAMADAN,
    HOLIDAY_EID_AL_FITR,
    HOLIDAY_EID_AL_ADHA,
};

/* The day of a holiday in a year from 1583 to 9998, the first when it lasts longer; DAY_NONE outside of
 * these, and in years in which it does not occur.  Jewish holidays begin on the evening before. */
int32_t holiday_day(enum holiday holiday, int32_t year);
/* The later one of a year in which a holiday of the Islamic calendar occurs twice; else DAY_NONE. */
int32_t holiday_second_day(enum holiday holiday, int32_t year);
/* So many days it lasts: 1 or more. */
int32_t holiday_length(enum holiday holiday);
/* What it is named as: DAY, WEEK (Monday to Sunday) or MONTH (about one). */
enum unit holiday_unit(enum holiday holiday);
/* True when it goes by the sighting of the moon, and may be a day sooner or later. */
bool holiday_is_sighted(enum holiday holiday);

#endif
