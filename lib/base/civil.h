/* The proleptic Gregorian calendar (ISO 8601): days, civil dates, weekdays, ISO weeks, instants.
 *
 * A day is an int32_t that counts from 1970-01-01 = 0 in some civil calendar: which zone's is up to the
 * caller, and in this project it is always the article's own.  Years run from 0001 to 9999.  Nothing here
 * reads a clock or a locale. */
#ifndef BASE_CIVIL_H
#define BASE_CIVIL_H

#include "base/status.h"
#include "base/str.h"

/* Stands for "no day": an open or unknown end. */
#define DAY_NONE INT32_MIN
#define DAY_MIN (-719162) /* 0001-01-01 */
#define DAY_MAX 2932896   /* 9999-12-31 */

struct civil {
    int32_t year;
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 31 */
};

/* The day of year-month-day; the month may be any integer and carries into the year, so that adding months
 * needs no care; day is 1-based and may run over likewise. */
int32_t civil_to_day(int32_t year, int32_t month, int32_t day);
struct civil civil_from_day(int32_t day);
/* True for a date of the calendar with a year from 1 to 9999. */
bool civil_valid(int32_t year, int32_t month, int32_t day);
/* What is wrong with a date that is not valid, for a message: "the month is 13". */
#define CIVIL_FAULT 64
void civil_fault(int32_t year, int32_t month, int32_t day, char out[CIVIL_FAULT]);
/* Fills `error` for what was given as a date and is none, and returns ERR_INVALID: `"2024-13-01" is not a
 * date: the month is 13; expected YYYY-MM-DD`.  `given` is UTF-8, and cut when it is long; `why` may be NULL.
 */
enum status civil_refuse(struct str given, const char *why, const char *expected,
                         struct error *error) MUST_CHECK;
/* 28 to 31. month 1 to 12. */
int32_t civil_month_length(int32_t year, int32_t month);
/* 1 = Monday ... 7 = Sunday (ISO 8601). */
int32_t civil_weekday(int32_t day);
/* The ISO 8601 week that holds `day`; the ISO year can differ from the civil one. */
void civil_week(int32_t day, int32_t *iso_year, int32_t *week);
/* The Monday of an ISO week; week 1 to 53, and 53 of a year with 52 is week 1 of the next. */
int32_t civil_week_start(int32_t iso_year, int32_t week);

/* A moment as an article gives it: a civil day, and as far as known the second of the day and the offset from
 * UTC. */
struct instant {
    int32_t day;            /* in the zone of `offset_minutes` */
    int32_t second;         /* 0 to 86400 (a leap second counts as 86399), or -1: only the day is known */
    int16_t offset_minutes; /* east of UTC; 0 when unknown */
    bool has_offset;
};

/* Parses an RFC 3339 date-time, a date-time without offset, or a plain date (YYYY-MM-DD).  ERR_INVALID with
 * pointer empty and a message that repeats it, names the fault and tells what is expected. */
enum status instant_parse(struct str s, struct instant *instant, struct error *error) MUST_CHECK;
/* Writes the form that instant_parse reads back, at most 32 bytes with the NUL. */
void instant_format(const struct instant *instant, char out[32]);
/* "2024-12-14", 11 bytes with the NUL; day from DAY_MIN to DAY_MAX. */
void day_format(int32_t day, char out[11]);

#endif
