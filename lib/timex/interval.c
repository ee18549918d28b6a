#include "timex/interval.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {
    [PRECISION_NONE] = "none",       [PRECISION_TIME] = "time",       [PRECISION_DAY] = "day",
    [PRECISION_WEEK] = "week",       [PRECISION_MONTH] = "month",     [PRECISION_SEASON] = "season",
    [PRECISION_QUARTER] = "quarter", [PRECISION_HALF] = "half",       [PRECISION_YEAR] = "year",
    [PRECISION_DECADE] = "decade",   [PRECISION_CENTURY] = "century",
};

const char *precision_name(enum precision precision)
{
    return names[precision];
}

enum precision precision_from_name(struct str name)
{
    for (int i = PRECISION_TIME; i <= PRECISION_CENTURY; i++) {
        if (str_equal(name, str_from(names[i]))) {
            return (enum precision)i;
        }
    }
    return PRECISION_NONE;
}

bool interval_known(struct interval interval)
{
    return interval.precision != PRECISION_NONE && (interval.first != DAY_NONE || interval.last != DAY_NONE);
}

/* The ends as numbers that compare: an open end lies beyond every day. */
static int32_t lower(struct interval interval)
{
    return interval.first == DAY_NONE ? INT32_MIN : interval.first;
}

static int32_t upper(struct interval interval)
{
    return interval.last == DAY_NONE ? INT32_MAX : interval.last;
}

bool interval_overlaps(struct interval a, struct interval b)
{
    return interval_known(a) && interval_known(b) && lower(a) <= upper(b) && lower(b) <= upper(a);
}

struct interval interval_intersect(struct interval a, struct interval b)
{
    if (!interval_overlaps(a, b)) {
        return INTERVAL_UNKNOWN;
    }
    return (struct interval){
        .first = lower(a) > lower(b) ? a.first : b.first,
        .last = upper(a) < upper(b) ? a.last : b.last,
        .precision = a.precision < b.precision ? a.precision : b.precision,
        .approximate = a.approximate || b.approximate,
    };
}

struct interval interval_hull(struct interval a, struct interval b)
{
    if (!interval_known(a)) {
        return interval_known(b) ? b : INTERVAL_UNKNOWN;
    }
    if (!interval_known(b)) {
        return a;
    }
    struct interval hull = {
        .first = lower(a) < lower(b) ? a.first : b.first,
        .last = upper(a) > upper(b) ? a.last : b.last,
        .precision = a.precision > b.precision ? a.precision : b.precision,
        .approximate = a.approximate || b.approximate,
    };
    return interval_known(hull) ? hull : INTERVAL_UNKNOWN;
}

/* How many parts of a date an end shows: 1 year, 2 year and month, 3 year, month and day. */
static int parts_needed(struct interval interval, struct civil first, struct civil last)
{
    bool month_begins = interval.first == DAY_NONE || first.day == 1;
    bool month_ends = interval.last == DAY_NONE || last.day == civil_month_length(last.year, last.month);
    bool year_begins = interval.first == DAY_NONE || (month_begins && first.month == 1);
    bool year_ends = interval.last == DAY_NONE || (month_ends && last.month == 12);

    if (interval.precision >= PRECISION_YEAR && year_begins && year_ends) {
        return 1;
    }
    if (interval.precision >= PRECISION_MONTH && month_begins && month_ends) {
        return 2;
    }
    return 3;
}

static void write_end(struct civil date, int parts, bool approximate, char out[13])
{
    /* A year has four digits by the contract of civil.h; the remainders only prove it to the compiler. */
    unsigned year = (unsigned)date.year % 10000;
    unsigned month = (unsigned)date.month % 100;
    unsigned day = (unsigned)date.day % 100;
    const char *mark = approximate ? "~" : "";

    if (parts == 1) {
        (void)snprintf(out, 13, "%04u%s", year, mark);
    } else if (parts == 2) {
        (void)snprintf(out, 13, "%04u-%02u%s", year, month, mark);
    } else {
        (void)snprintf(out, 13, "%04u-%02u-%02u%s", year, month, day, mark);
    }
}

/* Writes the forms that stand for one whole unit; false when the interval is none. */
static bool write_whole(struct interval interval, struct civil first, char out[32])
{
    unsigned year = (unsigned)first.year % 10000;

    /* Readers take a qualifier behind these forms only behind a switch; so those become intervals. */
    if (interval.approximate) {
        return false;
    }
    if (interval.precision == PRECISION_SEASON && first.day == 1 && first.month % 3 == 0 &&
        interval.last == civil_to_day(first.year, first.month + 3, 1) - 1) {
        unsigned code = 20 + (unsigned)first.month / 3;
        (void)snprintf(out, 32, "%04u-%u", year, code);
        return true;
    }
    if (interval.precision == PRECISION_DECADE && year % 10 == 0 &&
        interval.first == civil_to_day(first.year, 1, 1) &&
        interval.last == civil_to_day(first.year + 9, 12, 31)) {
        (void)snprintf(out, 32, "%03uX", year / 10);
        return true;
    }
    if (interval.precision == PRECISION_CENTURY && year % 100 == 0 &&
        interval.first == civil_to_day(first.year, 1, 1) &&
        interval.last == civil_to_day(first.year + 99, 12, 31)) {
        (void)snprintf(out, 32, "%02uXX", year / 100);
        return true;
    }
    return false;
}

void interval_edtf(struct interval interval, char out[32])
{
    out[0] = '\0';
    if (!interval_known(interval)) {
        return;
    }
    struct civil first = {0};
    struct civil last = {0};
    char left[13] = "..";
    char right[13] = "..";

    if (interval.first != DAY_NONE) {
        first = civil_from_day(interval.first);
    }
    if (interval.last != DAY_NONE) {
        last = civil_from_day(interval.last);
    }
    if (interval.first != DAY_NONE && interval.last != DAY_NONE && write_whole(interval, first, out)) {
        return;
    }
    int parts = parts_needed(interval, first, last);
    if (interval.first != DAY_NONE) {
        write_end(first, parts, interval.approximate, left);
    }
    if (interval.last != DAY_NONE) {
        write_end(last, parts, interval.approximate, right);
    }
    if (strcmp(left, right) == 0) {
        (void)snprintf(out, 32, "%s", left);
    } else {
        (void)snprintf(out, 32, "%s/%s", left, right);
    }
}
