#include "article/page_date.h"

#include <stdio.h>
#include <string.h>

struct scan {
    struct str text;
    size_t at;
};

static char peek(const struct scan *scan)
{
    if (scan->at == scan->text.size) {
        return '\0';
    }
    return scan->text.data[scan->at];
}

static bool skip(struct scan *scan, char c)
{
    if (peek(scan) != c || c == '\0') {
        return false;
    }
    scan->at++;
    return true;
}

static void skip_spaces(struct scan *scan)
{
    while (peek(scan) == ' ') {
        scan->at++;
    }
}

/* `fewest` to `most` digits. */
static bool number(struct scan *scan, int fewest, int most, int *value)
{
    int digits = 0;
    *value = 0;
    while (digits < most && peek(scan) >= '0' && peek(scan) <= '9') {
        *value = *value * 10 + (peek(scan) - '0');
        scan->at++;
        digits++;
    }
    return digits >= fewest;
}

struct parts {
    int year, month, day;
    int hour, minute, second; /* hour -1: no time of day */
    int offset;               /* minutes */
    bool has_offset;
};

/* "Z", "GMT", "UTC", "+01:00", "+0100", "+01" or nothing. */
static bool read_zone(struct scan *scan, struct parts *parts)
{
    skip_spaces(scan);
    if (skip(scan, 'Z') || skip(scan, 'z')) {
        parts->has_offset = true;
        return true;
    }
    struct str rest = str_slice(scan->text, scan->at, scan->text.size);
    if (str_starts(rest, STR("GMT")) || str_starts(rest, STR("UTC"))) {
        scan->at += 3;
        parts->has_offset = true;
        return true;
    }
    int sign = peek(scan) == '-' ? -1 : 1;
    if (!skip(scan, '+') && !skip(scan, '-')) {
        return true;
    }
    int hours = 0;
    int minutes = 0;
    if (!number(scan, 2, 2, &hours) || hours > 23) {
        return false;
    }
    (void)skip(scan, ':');
    if (scan->at < scan->text.size && (!number(scan, 2, 2, &minutes) || minutes > 59)) {
        return false;
    }
    parts->offset = sign * (hours * 60 + minutes);
    parts->has_offset = true;
    return true;
}

/* "10:00", "10:00:30", "10:00:30.123", and the zone. */
static bool read_clock(struct scan *scan, struct parts *parts)
{
    if (!number(scan, 1, 2, &parts->hour) || !skip(scan, ':') || !number(scan, 2, 2, &parts->minute)) {
        return false;
    }
    if (skip(scan, ':')) {
        int fraction = 0;
        if (!number(scan, 2, 2, &parts->second)) {
            return false;
        }
        if (skip(scan, '.') || skip(scan, ',')) {
            while (number(scan, 1, 9, &fraction)) {
            }
        }
    }
    return read_zone(scan, parts);
}

/* The month of the first three letters, as RFC 5322 and RFC 9110 write it. */
static int month_number(struct scan *scan)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (scan->text.size - scan->at < 3) {
        return 0;
    }
    for (int i = 0; i < 12; i++) {
        struct str name = {.data = names + (size_t)3 * (size_t)i, .size = 3};
        if (str_equal(name, str_slice(scan->text, scan->at, scan->at + 3))) {
            scan->at += 3;
            return i + 1;
        }
    }
    return 0;
}

/* "Tue, 17 Dec 2024 10:00:00 GMT" */
static bool read_mail_date(struct scan *scan, struct parts *parts)
{
    size_t comma = str_find(scan->text, STR(","), 0);
    if (comma != SIZE_MAX && comma <= 9) {
        scan->at = comma + 1;
    }
    skip_spaces(scan);
    if (!number(scan, 1, 2, &parts->day) || !skip(scan, ' ')) {
        return false;
    }
    parts->month = month_number(scan);
    if (parts->month == 0 || !skip(scan, ' ') || !number(scan, 4, 4, &parts->year)) {
        return false;
    }
    skip_spaces(scan);
    return scan->at == scan->text.size || read_clock(scan, parts);
}

static bool read_numeric_date(struct scan *scan, struct parts *parts)
{
    if (!number(scan, 4, 4, &parts->year)) {
        return false;
    }
    char separator = peek(scan);
    if (separator == '-' || separator == '/' || separator == '.') {
        scan->at++;
        if (!number(scan, 1, 2, &parts->month) || !skip(scan, separator) ||
            !number(scan, 1, 2, &parts->day)) {
            return false;
        }
    } else if (!number(scan, 2, 2, &parts->month) || !number(scan, 2, 2, &parts->day)) {
        return false;
    }
    if (scan->at == scan->text.size) {
        return true;
    }
    if (!skip(scan, 'T') && !skip(scan, 't') && !skip(scan, ' ')) {
        return false;
    }
    skip_spaces(scan);
    return read_clock(scan, parts);
}

bool page_date_parse(struct str text, struct instant *instant)
{
    struct scan scan = {.text = str_trim(text)};
    struct parts parts = {.hour = -1};
    bool numeric = read_numeric_date(&scan, &parts) && scan.at == scan.text.size;
    if (!numeric) {
        scan.at = 0;
        parts = (struct parts){.hour = -1};
        if (!read_mail_date(&scan, &parts) || scan.at != scan.text.size) {
            return false;
        }
    }
    if (!civil_valid(parts.year, parts.month, parts.day) || parts.hour > 23 || parts.minute > 59 ||
        parts.second > 60) {
        return false;
    }
    *instant = (struct instant){.day = civil_to_day(parts.year, parts.month, parts.day),
                                .second = -1,
                                .offset_minutes = (int16_t)parts.offset,
                                .has_offset = parts.has_offset};
    if (parts.hour >= 0) {
        int second = parts.second > 59 ? 59 : parts.second;
        instant->second = parts.hour * 3600 + parts.minute * 60 + second;
    }
    return true;
}
