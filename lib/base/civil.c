#include "base/civil.h"

#include <stdio.h>

/* The most bytes of a refused date that its message repeats. */
#define CIVIL_QUOTED 40

/* Days between 0000-03-01 and 1970-01-01.  Counting from March makes the leap day the last of the year; the
 * method is Hinnant's days_from_civil (chrono-Compatible Low-Level Date Algorithms). */
#define DAYS_TO_EPOCH 719468
#define DAYS_PER_ERA 146097 /* 400 years */

int32_t civil_to_day(int32_t year, int32_t month, int32_t day)
{
    int64_t months = (int64_t)year * 12 + (month - 1);
    int64_t y = months >= 0 ? months / 12 : -((11 - months) / 12);
    int32_t m = (int32_t)(months - y * 12) + 1;
    y -= m <= 2;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t year_of_era = y - era * 400;
    int64_t day_of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + (int64_t)day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    int64_t result = era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
    if (result < DAY_MIN) {
        return DAY_MIN;
    }
    return result > DAY_MAX ? DAY_MAX : (int32_t)result;
}

struct civil civil_from_day(int32_t day)
{
    int64_t z = (int64_t)day + DAYS_TO_EPOCH;
    int64_t era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int64_t day_of_era = z - era * DAYS_PER_ERA;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t march_month = (5 * day_of_year + 2) / 153;
    int32_t month = (int32_t)(march_month < 10 ? march_month + 3 : march_month - 9);
    return (struct civil){
        .year = (int32_t)(year_of_era + era * 400 + (month <= 2)),
        .month = month,
        .day = (int32_t)(day_of_year - (153 * march_month + 2) / 5 + 1),
    };
}

static bool is_leap(int32_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t civil_month_length(int32_t year, int32_t month)
{
    static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

bool civil_valid(int32_t year, int32_t month, int32_t day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= civil_month_length(year, month);
}

void civil_fault(int32_t year, int32_t month, int32_t day, char out[CIVIL_FAULT])
{
    if (year < 1 || year > 9999) {
        snprintf(out, CIVIL_FAULT, "the year is %d", year);
    } else if (month < 1 || month > 12) {
        snprintf(out, CIVIL_FAULT, "the month is %d", month);
    } else {
        snprintf(out, CIVIL_FAULT, "the day is %d, and that month has %d", day,
                 civil_month_length(year, month));
    }
}

enum status civil_refuse(struct str given, const char *why, const char *expected, struct error *error)
{
    size_t size = given.size < CIVIL_QUOTED ? given.size : CIVIL_QUOTED;
    while (size < given.size && size > 0 && ((unsigned char)given.data[size] & 0xC0) == 0x80) {
        size--; /* no part of a code point */
    }
    return error_set(error, ERR_INVALID, NULL, "\"%.*s%s\" is not a date%s%s; expected %s", (int)size,
                     given.data == NULL ? "" : given.data, size < given.size ? "\xE2\x80\xA6" : "",
                     why == NULL ? "" : ": ", why == NULL ? "" : why, expected);
}

int32_t civil_weekday(int32_t day)
{
    /* 1970-01-01 was a Thursday. */
    int32_t since_monday = (int32_t)(((int64_t)day + 3) % 7);
    return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

void civil_week(int32_t day, int32_t *iso_year, int32_t *week)
{
    /* ISO 8601: a week belongs to the year that holds its Thursday. */
    int32_t thursday = day - civil_weekday(day) + 4;
    *iso_year = civil_from_day(thursday).year;
    *week = (thursday - civil_to_day(*iso_year, 1, 1)) / 7 + 1;
}

int32_t civil_week_start(int32_t iso_year, int32_t week)
{
    int32_t fourth = civil_to_day(iso_year, 1, 4); /* always in week 1 */
    return fourth - (civil_weekday(fourth) - 1) + (week - 1) * 7;
}

/* Reads exactly `digits` digits at *at into *value. */
static bool read_digits(struct str s, size_t *at, size_t digits, int32_t *value)
{
    if (s.size - *at < digits) {
        return false;
    }
    int32_t sum = 0;
    for (size_t i = 0; i < digits; i++) {
        char c = s.data[*at + i];
        if (c < '0' || c > '9') {
            *at += i;
            return false;
        }
        sum = sum * 10 + (c - '0');
    }
    *at += digits;
    *value = sum;
    return true;
}

static bool read_char(struct str s, size_t *at, const char *any_of)
{
    for (; *any_of != '\0' && *at < s.size; any_of++) {
        if (s.data[*at] == *any_of) {
            (*at)++;
            return true;
        }
    }
    return false;
}

/* hh:mm[:ss[.fraction]] */
static bool read_clock(struct str s, size_t *at, int32_t *second)
{
    int32_t hour = 0;
    int32_t minute = 0;
    int32_t seconds = 0;
    if (!read_digits(s, at, 2, &hour) || !read_char(s, at, ":") || !read_digits(s, at, 2, &minute)) {
        return false;
    }
    if (read_char(s, at, ":")) {
        if (!read_digits(s, at, 2, &seconds)) {
            return false;
        }
        if (read_char(s, at, ".")) {
            int32_t digit = 0;
            if (!read_digits(s, at, 1, &digit)) {
                return false;
            }
            while (*at < s.size && read_digits(s, at, 1, &digit)) {
            }
        }
    }
    if (hour > 23 || minute > 59 || seconds > 60) {
        return false;
    }
    int32_t sum = hour * 3600 + minute * 60 + seconds;
    *second = sum > 86399 ? 86399 : sum;
    return true;
}

/* Z, +hh:mm or +hhmm */
static bool read_offset(struct str s, size_t *at, int16_t *offset_minutes)
{
    if (read_char(s, at, "Zz")) {
        *offset_minutes = 0;
        return true;
    }
    bool west = *at < s.size && s.data[*at] == '-';
    int32_t hours = 0;
    int32_t minutes = 0;
    if (!read_char(s, at, "+-") || !read_digits(s, at, 2, &hours)) {
        return false;
    }
    (void)read_char(s, at, ":");
    if (!read_digits(s, at, 2, &minutes) || hours > 23 || minutes > 59) {
        return false;
    }
    int32_t sum = hours * 60 + minutes;
    *offset_minutes = (int16_t)(west ? -sum : sum);
    return true;
}

enum status instant_parse(struct str s, struct instant *instant, struct error *error)
{
    static const char expected[] = "YYYY-MM-DD, or RFC 3339 such as 2024-12-14T09:30:00+02:00";
    struct instant result = {.second = -1};
    int32_t year = 0;
    int32_t month = 0;
    int32_t day = 0;
    size_t at = 0;
    if (!read_digits(s, &at, 4, &year) || !read_char(s, &at, "-") || !read_digits(s, &at, 2, &month) ||
        !read_char(s, &at, "-") || !read_digits(s, &at, 2, &day)) {
        return civil_refuse(s, NULL, expected, error);
    }
    if (!civil_valid(year, month, day)) {
        char why[CIVIL_FAULT];
        civil_fault(year, month, day, why);
        return civil_refuse(s, why, expected, error);
    }
    result.day = civil_to_day(year, month, day);
    if (at < s.size) {
        if (!read_char(s, &at, "Tt ") || !read_clock(s, &at, &result.second)) {
            return civil_refuse(s, "what follows the day is no time of day", expected, error);
        }
        if (at < s.size) {
            if (!read_offset(s, &at, &result.offset_minutes) || at != s.size) {
                return civil_refuse(s, "what follows the time is no offset from UTC", expected, error);
            }
            result.has_offset = true;
        }
    }
    *instant = result;
    return OK;
}

void day_format(int32_t day, char out[11])
{
    struct civil civil = civil_from_day(day < DAY_MIN ? DAY_MIN : day > DAY_MAX ? DAY_MAX : day);
    /* By hand: an answer holds thousands of dates, and printf would take most of the time to write it. */
    const int32_t parts[] = {civil.year / 100, civil.year % 100, civil.month, civil.day};
    static const int places[] = {0, 2, 5, 8};
    for (int i = 0; i < 4; i++) {
        out[places[i]] = (char)('0' + parts[i] / 10);
        out[places[i] + 1] = (char)('0' + parts[i] % 10);
    }
    out[4] = '-';
    out[7] = '-';
    out[10] = '\0';
}

void instant_format(const struct instant *instant, char out[32])
{
    day_format(instant->day, out);
    if (instant->second < 0) {
        return;
    }
    unsigned second = (unsigned)instant->second > 86399u ? 86399u : (unsigned)instant->second;
    int written = snprintf(out + 10, 22, "T%02u:%02u:%02u", second / 3600, second / 60 % 60, second % 60);
    if (!instant->has_offset || written < 0) {
        return;
    }
    unsigned minutes =
        (unsigned)(instant->offset_minutes < 0 ? -instant->offset_minutes : instant->offset_minutes);
    if (minutes == 0) {
        snprintf(out + 10 + written, (size_t)(22 - written), "Z");
    } else {
        snprintf(out + 10 + written, (size_t)(22 - written), "%c%02u:%02u",
                 instant->offset_minutes < 0 ? '-' : '+', minutes / 60 % 100, minutes % 60);
    }
}
