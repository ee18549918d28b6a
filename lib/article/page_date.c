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

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The letters at the present place; the scan stays there. */
static struct str word(const struct scan *scan)
{
    size_t end = scan->at;
    while (end < scan->text.size && letter(scan->text.data[end])) {
        end++;
    }
    return str_slice(scan->text, scan->at, end);
}

static bool skip_word(struct scan *scan, struct str wanted)
{
    struct str found = word(scan);
    if (!str_equal_nocase(found, wanted)) {
        return false;
    }
    scan->at += found.size;
    return true;
}

/* The zones that have names in e-mail (RFC 5322, section 4.3). */
static bool named_zone(struct scan *scan, struct parts *parts)
{
    static const struct {
        const char *name;
        int hours;
    } zones[] = {{"Z", 0},    {"GMT", 0},  {"UTC", 0},  {"UT", 0},   {"EST", -5}, {"EDT", -4},
                 {"CST", -6}, {"CDT", -5}, {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
    for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++) {
        if (skip_word(scan, str_from(zones[i].name))) {
            parts->offset = zones[i].hours * 60;
            parts->has_offset = true;
            return true;
        }
    }
    return false;
}

/* "CET", "IST": days are those of the article's own zone, so that a name which is not known, or which several
 * zones have, takes nothing away. */
static bool unknown_zone(struct scan *scan)
{
    struct str name = word(scan);
    bool capitals = name.size >= 2 && name.size <= 5;
    for (size_t i = 0; i < name.size; i++) {
        capitals = capitals && name.data[i] <= 'Z';
    }
    scan->at += capitals ? name.size : 0;
    return capitals;
}

/* "Z", "GMT", "EST", "+01:00", "+0100", "+01" or nothing. */
static bool read_zone(struct scan *scan, struct parts *parts)
{
    skip_spaces(scan);
    if (named_zone(scan, parts) || unknown_zone(scan)) {
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

/* "pm" makes twelve hours more of one to eleven; false for what is no hour of that clock. */
static bool read_half_of_day(struct scan *scan, struct parts *parts)
{
    skip_spaces(scan);
    bool afternoon = skip_word(scan, STR("pm"));
    if (!afternoon && !skip_word(scan, STR("am"))) {
        return true;
    }
    if (parts->hour < 1 || parts->hour > 12) {
        return false;
    }
    parts->hour = parts->hour % 12 + (afternoon ? 12 : 0);
    return true;
}

/* "10:00", "10:00:30", "10:00:30.123", "6:30 pm", and the zone. */
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
    return read_half_of_day(scan, parts) && read_zone(scan, parts);
}

/* "Dec", "Dec." or "December"; 0 for no month. */
static int month_number(struct scan *scan)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    struct str found = word(scan);
    for (int i = 0; i < 12; i++) {
        struct str name = str_from(names[i]);
        bool short_form = found.size == 3 || (found.size == 4 && i == 8);
        if (found.size <= name.size && (short_form || found.size == name.size) &&
            str_equal_nocase(found, str_slice(name, 0, found.size))) {
            scan->at += found.size;
            (void)skip(scan, '.');
            return i + 1;
        }
    }
    return 0;
}

static void skip_weekday(struct scan *scan)
{
    static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    struct str found = word(scan);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct str name = str_from(names[i]);
        if (found.size >= 3 && found.size <= name.size &&
            str_equal_nocase(found, str_slice(name, 0, found.size))) {
            scan->at += found.size;
            (void)skip(scan, ',');
            break;
        }
    }
    skip_spaces(scan);
}

/* "Tue, 17 Dec 2024 10:00:00 GMT", "17 December 2024", "December 17, 2024 6:30 pm" */
static bool read_written_date(struct scan *scan, struct parts *parts)
{
    skip_weekday(scan);
    bool day_first = number(scan, 1, 2, &parts->day);
    skip_spaces(scan);
    parts->month = month_number(scan);
    skip_spaces(scan);
    if (parts->month == 0 || (!day_first && !number(scan, 1, 2, &parts->day))) {
        return false;
    }
    (void)skip(scan, ',');
    skip_spaces(scan);
    if (!number(scan, 4, 4, &parts->year)) {
        return false;
    }
    (void)skip(scan, ',');
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
        if (!read_written_date(&scan, &parts) || scan.at != scan.text.size) {
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
