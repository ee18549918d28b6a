/* TIMEX3 values (TimeML 1.2.1). */
#include "timex/value.h"

#include <stdio.h>
#include <string.h>

static const char part_names[][4] = {
    [PART_NONE] = "",       [PART_MORNING] = "TMO", [PART_MIDDAY] = "TMI",  [PART_AFTERNOON] = "TAF",
    [PART_EVENING] = "TEV", [PART_NIGHT] = "TNI",   [PART_DAYTIME] = "TDT", [PART_OVERNIGHT] = "TNI",
};

static const char *const season_names[] = {
    [SEASON_SPRING] = "SP",
    [SEASON_SUMMER] = "SU",
    [SEASON_AUTUMN] = "FA",
    [SEASON_WINTER] = "WI",
};

static const char *const mod_names[] = {
    [MOD_NONE] = NULL,
    [MOD_START] = "START",
    [MOD_MID] = "MID",
    [MOD_END] = "END",
    [MOD_APPROX] = "APPROX",
    [MOD_LESS_THAN] = "LESS_THAN",
    [MOD_MORE_THAN] = "MORE_THAN",
    [MOD_EQUAL_OR_LESS] = "EQUAL_OR_LESS",
    [MOD_EQUAL_OR_MORE] = "EQUAL_OR_MORE",
    [MOD_BEFORE] = "BEFORE",
    [MOD_AFTER] = "AFTER",
    [MOD_ON_OR_BEFORE] = "ON_OR_BEFORE",
    [MOD_ON_OR_AFTER] = "ON_OR_AFTER",
};

const char *timex_mod_name(enum mod mod)
{
    return mod_names[mod];
}

enum mod timex_mod_from_name(struct str name)
{
    for (unsigned i = MOD_NONE + 1; i < sizeof mod_names / sizeof *mod_names; i++) {
        if (str_equal(name, str_from(mod_names[i]))) {
            return (enum mod)i;
        }
    }
    return MOD_NONE;
}

/* Two digits, by hand as in day_format: printf would take most of the time that a date takes. */
static void write_two(unsigned number, char *out)
{
    out[0] = (char)('0' + number / 10 % 10);
    out[1] = (char)('0' + number % 10);
}

/* The time of day behind a date: "T15:00", "TMO" or nothing. */
static void write_time(const struct expression *expression, char out[8])
{
    if (expression->hour != CLOCK_NONE) {
        unsigned minute = expression->minute == CLOCK_NONE ? 0 : (unsigned)expression->minute % 60;
        memcpy(out, "T00:00", sizeof "T00:00");
        write_two((unsigned)expression->hour % 25, out + 1);
        write_two(minute, out + 4);
    } else {
        memcpy(out, part_names[expression->part], sizeof part_names[expression->part]);
    }
}

/* Of the longer units that have no letter the value is the beginning of that of their days; and day_format is
 * many times as fast as printf. */
static void value_cut(int32_t day, size_t size, char out[VALUE_SIZE])
{
    day_format(day, out);
    out[size] = '\0';
}

/* "2024-W51", "2024-W51-WE": the year of a week is that of its Thursday. */
static void write_week(struct point point, char out[VALUE_SIZE])
{
    int32_t iso_year;
    int32_t week;

    civil_week(point.day, &iso_year, &week);
    day_format(point.day - civil_weekday(point.day) + 4, out);
    out[strlen("2024-")] = 'W';
    write_two((unsigned)week, out + strlen("2024-W"));
    if (point.unit == UNIT_WEEKEND) {
        memcpy(out + strlen("2024-W51"), "-WE", sizeof "-WE");
    } else {
        out[strlen("2024-W51")] = '\0';
    }
}

static void write_part_of_year(struct point point, char out[VALUE_SIZE])
{
    struct civil date = civil_from_day(point.day);
    unsigned year = (unsigned)date.year % 10000;
    unsigned month = (unsigned)date.month % 100;

    if (point.unit == UNIT_SEASON) {
        (void)snprintf(out, VALUE_SIZE, "%04u-%s", year,
                       season_names[(date.month % 12 == 0) ? 4 : date.month / 3]);
    } else if (point.unit == UNIT_QUARTER) {
        (void)snprintf(out, VALUE_SIZE, "%04u-Q%u", year, (month + 2) / 3);
    } else {
        (void)snprintf(out, VALUE_SIZE, "%04u-H%u", year, (month + 5) / 6);
    }
}

void value_of_point(struct point point, const struct expression *expression, char out[VALUE_SIZE])
{
    if (point.unit == UNIT_DAY && holiday_unit(expression->holiday) != UNIT_DAY) {
        point.unit = holiday_unit(expression->holiday);
        point.day +=
            holiday_length(expression->holiday) / 2; /* "Ramadan": the month that most of it lies in */
    }
    switch (point.unit) {
    case UNIT_WEEKEND:
    case UNIT_WEEK:
        write_week(point, out);
        break;
    case UNIT_MONTH:
        value_cut(point.day, strlen("2024-12"), out);
        break;
    case UNIT_SEASON:
    case UNIT_QUARTER:
    case UNIT_HALF:
        write_part_of_year(point, out);
        break;
    case UNIT_YEAR:
        value_cut(point.day, strlen("2024"), out);
        break;
    case UNIT_DECADE:
        value_cut(point.day, strlen("202"), out);
        break;
    case UNIT_CENTURY:
        value_cut(point.day, strlen("20"), out);
        break;
    default:
        day_format(point.day, out);
        write_time(expression, out + strlen("2024-12-17"));
        break;
    }
}

void value_before_christ(const struct expression *expression, char out[VALUE_SIZE])
{
    (void)snprintf(out, VALUE_SIZE, "BC%04lld", -(long long)expression->year);
}

/* How a unit is written in a period: its letter, how many of them it is, and whether it follows a T. */
struct designator {
    const char *letter;
    int32_t factor;
    bool time;
};

static const struct designator designators[] = {
    [UNIT_NONE] = {"X", 1, false},          [UNIT_SECOND] = {"S", 1, true},
    [UNIT_MINUTE] = {"M", 1, true},         [UNIT_HOUR] = {"H", 1, true},
    [UNIT_DAY] = {"D", 1, false},           [UNIT_WEEKEND] = {"WE", 1, false},
    [UNIT_WEEK] = {"W", 1, false},          [UNIT_MONTH] = {"M", 1, false},
    [UNIT_SEASON] = {"M", 3, false},        [UNIT_QUARTER] = {"Q", 1, false},
    [UNIT_HALF] = {"M", 6, false},          [UNIT_YEAR] = {"Y", 1, false},
    [UNIT_DECADE] = {"Y", 10, false},       [UNIT_CENTURY] = {"Y", 100, false},
    [UNIT_MILLENNIUM] = {"Y", 1000, false},
};

/* Appends so much of a smaller unit behind that of `before`, if any; returns the length written. */
static int append_rest(char out[VALUE_SIZE], int length, const struct designator *before, int64_t rest,
                       enum unit unit)
{
    const struct designator *own = &designators[unit];

    if (unit == UNIT_NONE || rest <= 0 || length <= 0 || length >= VALUE_SIZE) {
        return length;
    }
    return length + snprintf(out + length, VALUE_SIZE - (size_t)length, "%s%lld%s",
                             own->time && !before->time ? "T" : "", (long long)rest * own->factor,
                             own->letter);
}

/* "PT12H"; returns the length written. */
static int write_short_length(const struct designator *unit, unsigned amount, char out[VALUE_SIZE])
{
    size_t size = strlen(unit->letter);
    int length = 0;

    out[length++] = 'P';
    if (unit->time) {
        out[length++] = 'T';
    }
    if (amount >= 10) {
        out[length++] = (char)('0' + amount / 10);
    }
    out[length++] = (char)('0' + amount % 10);
    memcpy(out + length, unit->letter, size + 1);
    return length + (int)size;
}

void value_of_length(const struct expression *expression, char out[VALUE_SIZE])
{
    const struct designator *main = &designators[expression->amount_unit];

    if (expression->vague) {
        const char *letter = expression->amount_unit == UNIT_CENTURY ? "C" : main->letter;
        (void)snprintf(out, VALUE_SIZE, "P%sX%s", main->time ? "T" : "", letter);
        return;
    }
    int64_t amount = expression->amount * main->factor;
    int length;
    if (amount >= 0 && amount < 100) { /* nearly all, and printf is slow */
        length = write_short_length(main, (unsigned)amount, out);
    } else {
        length =
            snprintf(out, VALUE_SIZE, "P%s%lld%s", main->time ? "T" : "", (long long)amount, main->letter);
    }
    length = append_rest(out, length, main, expression->rest, expression->rest_unit);
    append_rest(out, length, &designators[expression->rest_unit], expression->last_rest,
                expression->last_unit);
}

void value_of_unknown_day(const struct expression *e, char out[VALUE_SIZE])
{
    char time[8];

    write_time(e, time);
    if (e->weekday != 0) {
        (void)snprintf(out, VALUE_SIZE, "XXXX-WXX-%d%s", (int)e->weekday, time);
    } else {
        (void)snprintf(out, VALUE_SIZE, "XXXX-XX-XX%s", time);
    }
}

/* What recurs, with X for what changes: "XXXX-WXX-2TNI". */
static void write_pattern(const struct expression *point, const struct expression *repeat,
                          char out[VALUE_SIZE])
{
    char time[8];

    write_time(repeat->part != PART_NONE || repeat->hour != CLOCK_NONE ? repeat : point, time);
    if (point->weekday != 0) {
        (void)snprintf(out, VALUE_SIZE, "XXXX-WXX-%d%s", (int)point->weekday, time);
    } else if (point->month != 0 && point->day != 0) {
        (void)snprintf(out, VALUE_SIZE, "XXXX-%02u-%02u%s", (unsigned)point->month % 100,
                       (unsigned)point->day % 100, time);
    } else if (point->month != 0) {
        (void)snprintf(out, VALUE_SIZE, "XXXX-%02u", (unsigned)point->month % 100);
    } else if (point->quarter != 0) {
        (void)snprintf(out, VALUE_SIZE, "XXXX-Q%d", (int)point->quarter);
    } else if (point->season != 0) {
        (void)snprintf(out, VALUE_SIZE, "XXXX-%s", season_names[point->season]);
    } else if (point->unit == UNIT_WEEKEND) {
        (void)snprintf(out, VALUE_SIZE, "XXXX-WXX-WE");
    } else if (time[0] != '\0') {
        (void)snprintf(out, VALUE_SIZE, "XXXX-XX-XX%s", time);
    } else {
        (void)snprintf(out, VALUE_SIZE, "XXXX");
    }
}

void value_of_repeat(const struct expression *expression, char out[VALUE_SIZE])
{
    if (expression->other != NULL && expression->other->kind == KIND_POINT) {
        write_pattern(expression->other, expression, out);
    } else if (expression->amount_unit == UNIT_NONE) {
        write_pattern(expression, expression, out);
    } else {
        value_of_length(expression, out);
    }
}
