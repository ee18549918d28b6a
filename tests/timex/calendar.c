/* Units of the calendar and the holidays that move. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "timex/calendar.h"

static int32_t day(int32_t date)
{
    return civil_to_day(date / 10000, date / 100 % 100, date % 100);
}

static void assert_day(int32_t actual, int32_t date)
{
    char text[11];
    char expected[11];

    assert_int_not_equal(actual, DAY_NONE);
    day_format(actual, text);
    day_format(day(date), expected);
    assert_string_equal(text, expected);
}

/* The unit that holds a day, and the one `count` units on. */
static const struct {
    enum unit unit;
    int32_t date, first, last;
    int32_t count, shifted;
} units[] = {
    {UNIT_DAY, 20241217, 20241217, 20241217, -3, 20241214},
    {UNIT_HOUR, 20241217, 20241217, 20241217, 0, 20241217},
    {UNIT_WEEK, 20241217, 20241216, 20241222, -1, 20241209},
    {UNIT_WEEK, 20241222, 20241216, 20241222, -1, 20241209}, /* a Sunday ends its week */
    {UNIT_WEEK, 20241231, 20241230, 20250105, 1, 20250106},
    {UNIT_WEEKEND, 20241217, 20241221, 20241222, -1, 20241214},
    {UNIT_MONTH, 20240229, 20240201, 20240229, 12, 20250201},
    {UNIT_MONTH, 20241217, 20241201, 20241231, -12, 20231201},
    {UNIT_QUARTER, 20241217, 20241001, 20241231, -1, 20240701},
    {UNIT_HALF, 20240630, 20240101, 20240630, 1, 20240701},
    {UNIT_SEASON, 20240115, 20231201, 20240229, 1, 20240301},
    {UNIT_SEASON, 20241201, 20241201, 20250228, -1, 20240901},
    {UNIT_YEAR, 20241217, 20240101, 20241231, -2024 + 1, 10101},
    {UNIT_DECADE, 19891231, 19800101, 19891231, 1, 19900101},
    {UNIT_CENTURY, 19991231, 19000101, 19991231, 1, 20000101},
};

static void units_hold_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        int32_t of = day(units[i].date);
        assert_day(unit_first(units[i].unit, of), units[i].first);
        assert_day(unit_last(units[i].unit, of), units[i].last);
        assert_day(unit_shift(units[i].unit, of, units[i].count), units[i].shifted);
    }
}

static void days_keep_their_number(void **state)
{
    (void)state;
    assert_day(day_shift(UNIT_MONTH, day(20240131), 1), 20240229);
    assert_day(day_shift(UNIT_YEAR, day(20240229), -1), 20230228);
    assert_day(day_shift(UNIT_WEEK, day(20241217), -2), 20241203);
    assert_day(day_shift(UNIT_DECADE, day(20241217), 1), 20341217);
}

static void nothing_leaves_the_calendar(void **state)
{
    (void)state;
    for (int unit = UNIT_NONE; unit <= UNIT_MILLENNIUM; unit++) {
        assert_int_equal(unit_shift((enum unit)unit, DAY_NONE, 1), DAY_NONE);
        assert_int_equal(unit_shift((enum unit)unit, day(20241217), INT64_MAX), DAY_NONE);
        assert_int_equal(unit_shift((enum unit)unit, day(20241217), INT64_MIN), DAY_NONE);
        assert_int_equal(day_shift((enum unit)unit, day(20241217), 3999999), DAY_NONE);
        int32_t first = unit_first((enum unit)unit, DAY_MIN);
        int32_t last = unit_last((enum unit)unit, DAY_MAX);
        assert_true(first == DAY_NONE || first >= DAY_MIN);
        assert_true(last <= DAY_MAX); /* DAY_NONE lies below every day */
    }
}

/* Every day lies in its unit, and the next unit begins behind the last day. */
static void units_tile_the_calendar(void **state)
{
    (void)state;
    for (int32_t at = day(18991201); at < day(21010301); at += 3) {
        for (int unit = UNIT_WEEK; unit <= UNIT_CENTURY; unit++) {
            int32_t first = unit_first((enum unit)unit, at);
            int32_t last = unit_last((enum unit)unit, at);
            assert_true(first <= at && at <= last);
            assert_int_equal(unit_shift((enum unit)unit, at, 1), last + 1);
            assert_int_equal(unit_first((enum unit)unit, last), first);
        }
    }
}

static void holidays_fall(void **state)
{
    (void)state;
    assert_day(holiday_day(HOLIDAY_EASTER, 2024), 20240331);
    assert_day(holiday_day(HOLIDAY_EASTER, 2025), 20250420);
    assert_day(holiday_day(HOLIDAY_EASTER, 1943), 19430425);
    assert_day(holiday_day(HOLIDAY_GOOD_FRIDAY, 2024), 20240329);
    assert_day(holiday_day(HOLIDAY_ASH_WEDNESDAY, 2024), 20240214);
    assert_day(holiday_day(HOLIDAY_PENTECOST, 2024), 20240519);
    assert_day(holiday_day(HOLIDAY_THANKSGIVING, 2024), 20241128);
    assert_day(holiday_day(HOLIDAY_LABOR_DAY, 2024), 20240902);
    assert_day(holiday_day(HOLIDAY_MEMORIAL_DAY, 2024), 20240527);
    assert_day(holiday_day(HOLIDAY_ELECTION_DAY, 2024), 20241105);
    assert_day(holiday_day(HOLIDAY_MARTIN_LUTHER_KING_DAY, 2024), 20240115);
    assert_int_equal(holiday_day(HOLIDAY_EASTER, 1500), DAY_NONE);
}

static void weekdays_are_counted(void **state)
{
    int32_t december = civil_to_day(2024, 12, 17);
    int32_t february = civil_to_day(2024, 2, 1);

    (void)state;
    assert_day(unit_weekday(UNIT_MONTH, december, 7, 1), 20241201);
    assert_day(unit_weekday(UNIT_MONTH, december, 7, 5), 20241229);
    assert_day(unit_weekday(UNIT_MONTH, december, 7, -1), 20241229);
    assert_day(unit_weekday(UNIT_MONTH, december, 6, 1), 20241207);
    assert_day(unit_weekday(UNIT_MONTH, february, 4, 5), 20240229);
    assert_day(unit_weekday(UNIT_YEAR, december, 1, 1), 20240101);
    assert_day(unit_weekday(UNIT_YEAR, december, 2, -1), 20241231);
    assert_int_equal(unit_weekday(UNIT_MONTH, february, 5, 5), DAY_NONE);
    assert_int_equal(unit_weekday(UNIT_MONTH, DAY_NONE, 5, 1), DAY_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_hold_days),
        cmocka_unit_test(days_keep_their_number),
        cmocka_unit_test(nothing_leaves_the_calendar),
        cmocka_unit_test(units_tile_the_calendar),
        cmocka_unit_test(holidays_fall),
        cmocka_unit_test(weekdays_are_counted),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
