/* The holidays that move. */
#include "timex/calendar.h"

enum reckoning {
    RECKONED_WEEKDAY,  /* the first weekday on or after a day of a month */
    RECKONED_EASTER,   /* so many days from Easter Sunday, Western ... */
    RECKONED_ORTHODOX, /* ... and Orthodox */
    RECKONED_TISHRI,   /* so many days from the Hebrew new year ... */
    RECKONED_KISLEV,   /* ... from the first of Kislev */
    RECKONED_NISAN,    /* ... from the first of Nisan */
    RECKONED_ISLAMIC,  /* a day of a month of the tabular Islamic calendar: the moon that is sighted may begin
                        * the  month a day sooner or later */
};

enum { MONDAY = 1, TUESDAY = 2, THURSDAY = 4, SUNDAY = 7 };

static const struct holiday_rule {
    enum reckoning reckoning;
    int16_t month, day; /* or 0 and days from what it is reckoned from */
    int16_t weekday;
    int16_t days; /* so many it lasts; 0: one */
    enum unit unit;
} rules[] = {
    [HOLIDAY_EASTER] = {RECKONED_EASTER, 0, 0, 0, 0, UNIT_DAY},
    [HOLIDAY_GOOD_FRIDAY] = {RECKONED_EASTER, 0, -2, 0, 0, UNIT_DAY},
    [HOLIDAY_EASTER_MONDAY] = {RECKONED_EASTER, 0, 1, 0, 0, UNIT_DAY},
    [HOLIDAY_PALM_SUNDAY] = {RECKONED_EASTER, 0, -7, 0, 0, UNIT_DAY},
    [HOLIDAY_ASH_WEDNESDAY] = {RECKONED_EASTER, 0, -46, 0, 0, UNIT_DAY},
    [HOLIDAY_PENTECOST] = {RECKONED_EASTER, 0, 49, 0, 0, UNIT_DAY},
    [HOLIDAY_ASCENSION] = {RECKONED_EASTER, 0, 39, 0, 0, UNIT_DAY},
    [HOLIDAY_SHROVE_TUESDAY] = {RECKONED_EASTER, 0, -47, 0, 0, UNIT_DAY},
    [HOLIDAY_HOLY_WEEK] = {RECKONED_EASTER, 0, -6, 0, 7, UNIT_WEEK},
    [HOLIDAY_MAUNDY_THURSDAY] = {RECKONED_EASTER, 0, -3, 0, 0, UNIT_DAY},
    [HOLIDAY_HOLY_SATURDAY] = {RECKONED_EASTER, 0, -1, 0, 0, UNIT_DAY},
    [HOLIDAY_WHIT_MONDAY] = {RECKONED_EASTER, 0, 50, 0, 0, UNIT_DAY},
    [HOLIDAY_ORTHODOX_EASTER] = {RECKONED_ORTHODOX, 0, 0, 0, 0, UNIT_DAY},
    [HOLIDAY_ORTHODOX_GOOD_FRIDAY] = {RECKONED_ORTHODOX, 0, -2, 0, 0, UNIT_DAY},
    [HOLIDAY_THANKSGIVING] = {RECKONED_WEEKDAY, 11, 22, THURSDAY, 0, UNIT_DAY},
    [HOLIDAY_CANADIAN_THANKSGIVING] = {RECKONED_WEEKDAY, 10, 8, MONDAY, 0, UNIT_DAY},
    [HOLIDAY_LABOR_DAY] = {RECKONED_WEEKDAY, 9, 1, MONDAY, 0, UNIT_DAY},
    [HOLIDAY_MEMORIAL_DAY] = {RECKONED_WEEKDAY, 5, 25, MONDAY, 0, UNIT_DAY},
    [HOLIDAY_MARTIN_LUTHER_KING_DAY] = {RECKONED_WEEKDAY, 1, 15, MONDAY, 0, UNIT_DAY},
    [HOLIDAY_PRESIDENTS_DAY] = {RECKONED_WEEKDAY, 2, 15, MONDAY, 0, UNIT_DAY},
    [HOLIDAY_COLUMBUS_DAY] = {RECKONED_WEEKDAY, 10, 8, MONDAY, 0, UNIT_DAY},
    [HOLIDAY_ELECTION_DAY] = {RECKONED_WEEKDAY, 11, 2, TUESDAY, 0, UNIT_DAY},
    [HOLIDAY_MOTHERS_DAY] = {RECKONED_WEEKDAY, 5, 8, SUNDAY, 0, UNIT_DAY},
    [HOLIDAY_FATHERS_DAY] = {RECKONED_WEEKDAY, 6, 15, SUNDAY, 0, UNIT_DAY},
    [HOLIDAY_REMEMBRANCE_SUNDAY] = {RECKONED_WEEKDAY, 11, 8, SUNDAY, 0, UNIT_DAY},
    [HOLIDAY_ROSH_HASHANAH] = {RECKONED_TISHRI, 0, 0, 0, 2, UNIT_DAY},
    [HOLIDAY_YOM_KIPPUR] = {RECKONED_TISHRI, 0, 9, 0, 0, UNIT_DAY},
    [HOLIDAY_SUKKOT] = {RECKONED_TISHRI, 0, 14, 0, 7, UNIT_DAY},
    [HOLIDAY_SIMCHAT_TORAH] = {RECKONED_TISHRI, 0, 21, 0, 0, UNIT_DAY},
    [HOLIDAY_HANUKKAH] = {RECKONED_KISLEV, 0, 24, 0, 8, UNIT_DAY},
    [HOLIDAY_PURIM] = {RECKONED_NISAN, 0, -16, 0, 0, UNIT_DAY},
    [HOLIDAY_PASSOVER] = {RECKONED_NISAN, 0, 14, 0, 7, UNIT_DAY},
    [HOLIDAY_SHAVUOT] = {RECKONED_NISAN, 0, 64, 0, 0, UNIT_DAY},
    [HOLIDAY_ISLAMIC_NEW_YEAR] = {RECKONED_ISLAMIC, 1, 1, 0, 0, UNIT_DAY},
    [HOLIDAY_ASHURA] = {RECKONED_ISLAMIC, 1, 10, 0, 0, UNIT_DAY},
    [HOLIDAY_ARBAEEN] = {RECKONED_ISLAMIC, 2, 20, 0, 0, UNIT_DAY},
    [HOLIDAY_RAMADAN] = {RECKONED_ISLAMIC, 9, 1, 0, 30, UNIT_MONTH},
    [HOLIDAY_EID_AL_FITR] = {RECKONED_ISLAMIC, 10, 1, 0, 0, UNIT_DAY},
    [HOLIDAY_EID_AL_ADHA] = {RECKONED_ISLAMIC, 12, 10, 0, 0, UNIT_DAY},
};

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

/* Orthodox Easter Sunday, by the algorithm of Meeus for the Julian calendar. */
static int32_t orthodox_easter(int32_t year)
{
    int32_t d = (19 * (year % 19) + 15) % 30;
    int32_t e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int32_t n = d + e + 114;
    int32_t behind = year / 100 - year / 400 - 2; /* days of the Julian calendar behind the Gregorian */

    return civil_to_day(year, n / 31, n % 31 + 1 + behind);
}

/* The first of Tishri of a Hebrew year (Reingold and Dershowitz, Calendrical Calculations): the mean new
 * moon, put off by the four rules. */
static int32_t hebrew_new_year(int32_t year)
{
    int32_t cycle = (year - 1) % 19;
    int32_t months = 235 * ((year - 1) / 19) + 12 * cycle + (7 * cycle + 1) / 19;
    int32_t parts = 204 + 793 * (months % 1080);
    int32_t hours = 5 + 12 * months + 793 * (months / 1080) + parts / 1080;
    int32_t day = 1 + 29 * months + hours / 24;
    int32_t of_day = 1080 * (hours % 24) + parts % 1080;
    bool leap = (7 * year + 1) % 19 < 7;
    bool behind_leap = (7 * (year - 1) + 1) % 19 < 7;

    if (of_day >= 19440 || (day % 7 == 2 && of_day >= 9924 && !leap) ||
        (day % 7 == 1 && of_day >= 16789 && behind_leap)) {
        day++;
    }
    if (day % 7 == 0 || day % 7 == 3 || day % 7 == 5) {
        day++;
    }
    return civil_to_day(1, 1, 1) + day - 1373429;
}

/* Day 1 of Tishri, Kislev or Nisan in a civil year. */
static int32_t hebrew_month(enum reckoning month, int32_t year)
{
    int32_t new_year = hebrew_new_year(year + 3761);
    int32_t length = hebrew_new_year(year + 3762) - new_year;

    switch (month) {
    case RECKONED_KISLEV: /* Heshvan has 30 days in the years that are longest, and else 29 */
        return new_year + (length % 10 == 5 ? 60 : 59);
    case RECKONED_NISAN:
        return new_year - 177;
    default:
        return new_year;
    }
}

/* The day of a month in the tabular Islamic calendar that falls into a civil year; in some years there are
 * two. */
static int32_t islamic_day(int32_t civil_year, const struct holiday_rule *rule, bool second)
{
    int32_t year = (civil_year - 622) * 33 / 32;
    int32_t first = civil_to_day(civil_year, 1, 1);
    int32_t end = civil_to_day(civil_year + 1, 1, 1);

    for (int32_t h = year - 1; h <= year + 2; h++) {
        int32_t day = civil_to_day(1, 1, 1) - 1 + rule->day + 29 * (rule->month - 1) + rule->month / 2 +
                      (h - 1) * 354 + (3 + 11 * h) / 30 + 227014;
        if (h < 1 || day < first || day >= end) {
            continue;
        }
        if (!second) {
            return day;
        }
        second = false;
    }
    return DAY_NONE;
}

static const struct holiday_rule *rule_of(enum holiday holiday)
{
    return holiday > HOLIDAY_NONE && (size_t)holiday < sizeof rules / sizeof *rules ? &rules[holiday] : NULL;
}

/* The first `weekday` on or after a day of a year. */
static int32_t weekday_from(int32_t year, const struct holiday_rule *rule)
{
    int32_t from = civil_to_day(year, rule->month, rule->day);

    return from + (rule->weekday - civil_weekday(from) + 7) % 7;
}

int32_t holiday_day(enum holiday holiday, int32_t year)
{
    const struct holiday_rule *rule = rule_of(holiday);

    if (rule == NULL || year < 1583 || year > 9998) {
        return DAY_NONE;
    }
    switch (rule->reckoning) {
    case RECKONED_WEEKDAY:
        return weekday_from(year, rule);
    case RECKONED_EASTER:
        return easter(year) + rule->day;
    case RECKONED_ORTHODOX:
        return orthodox_easter(year) + rule->day;
    case RECKONED_ISLAMIC:
        return islamic_day(year, rule, false);
    default:
        return hebrew_month(rule->reckoning, year) + rule->day;
    }
}

int32_t holiday_second_day(enum holiday holiday, int32_t year)
{
    const struct holiday_rule *rule = rule_of(holiday);

    if (rule == NULL || rule->reckoning != RECKONED_ISLAMIC || year < 1583 || year > 9998) {
        return DAY_NONE;
    }
    return islamic_day(year, rule, true);
}

int32_t holiday_length(enum holiday holiday)
{
    const struct holiday_rule *rule = rule_of(holiday);

    return rule == NULL || rule->days == 0 ? 1 : rule->days;
}

enum unit holiday_unit(enum holiday holiday)
{
    const struct holiday_rule *rule = rule_of(holiday);

    return rule == NULL ? UNIT_DAY : rule->unit;
}

bool holiday_is_sighted(enum holiday holiday)
{
    const struct holiday_rule *rule = rule_of(holiday);

    return rule != NULL && rule->reckoning == RECKONED_ISLAMIC;
}
