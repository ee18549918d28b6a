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
    assert_int_equal(holiday_day(HOLIDAY_NONE, 2024), DAY_NONE);
}

/* Days as almanacs give them, over many years. */
static void holidays_of_other_calendars_fall(void **state)
{
    static const struct {
        enum holiday holiday;
        int32_t days[12];
    } known[] = {
        {HOLIDAY_EASTER, {19610402, 19700329, 19810419, 19990404, 20000423, 20080323, 20110424, 20380425}},
        {HOLIDAY_ORTHODOX_EASTER,
         {19910407, 20000430, 20080427, 20100404, 20210502, 20220424, 20230416, 20240505, 20250420}},
        {HOLIDAY_ORTHODOX_GOOD_FRIDAY, {20220422, 20240503}},
        {HOLIDAY_SHROVE_TUESDAY, {20230221, 20240213}},
        {HOLIDAY_HOLY_WEEK, {20230403, 20240325}},
        {HOLIDAY_WHIT_MONDAY, {20230529, 20240520}},
        {HOLIDAY_THANKSGIVING, {19891123, 19981126, 20131128, 20221124, 20231123}},
        {HOLIDAY_CANADIAN_THANKSGIVING, {20231009, 20241014}},
        {HOLIDAY_REMEMBRANCE_SUNDAY, {20181111, 20231112, 20241110}},
        {HOLIDAY_ROSH_HASHANAH,
         {19730927, 19890930, 19990911, 20130905, 20190930, 20200919, 20210907, 20220926, 20230916, 20241003,
          20250923}},
        {HOLIDAY_YOM_KIPPUR, {19731006, 19891009, 20191009, 20230925, 20241012, 20251002}},
        {HOLIDAY_SUKKOT, {20230930, 20241017}},
        {HOLIDAY_SIMCHAT_TORAH, {20231007, 20241024}},
        {HOLIDAY_HANUKKAH, {19891223, 20131128, 20191223, 20221219, 20231208, 20241226, 20251215}},
        {HOLIDAY_PASSOVER, {19890420, 20000420, 20190420, 20220416, 20230406, 20240423, 20250413}},
        {HOLIDAY_PURIM, {19890321, 20230307, 20240324, 20250314}},
        {HOLIDAY_SHAVUOT, {20230526, 20240612}},
    };
    static const struct { /* of the moon that was sighted in Mecca or reckoned there; a day either way is
                             allowed */
        enum holiday holiday;
        int32_t days[12];
    } sighted[] = {
        {HOLIDAY_RAMADAN,
         {19981219, 20011116, 20100811, 20200424, 20210413, 20220402, 20230323, 20240311, 20250301}},
        {HOLIDAY_EID_AL_FITR, {20190604, 20200524, 20210513, 20220502, 20230421, 20240410, 20250330}},
        {HOLIDAY_EID_AL_ADHA, {20190811, 20200731, 20210720, 20220709, 20230628, 20240616, 20250606}},
        {HOLIDAY_ASHURA, {20210818, 20220808, 20230728, 20240716}},
        {HOLIDAY_ARBAEEN, {20220917, 20230906, 20240825}},
        {HOLIDAY_ISLAMIC_NEW_YEAR, {20220730, 20230719, 20240707}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        for (size_t k = 0; k < 12 && known[i].days[k] != 0; k++) {
            assert_day(holiday_day(known[i].holiday, known[i].days[k] / 10000), known[i].days[k]);
        }
    }
    for (size_t i = 0; i < sizeof sighted / sizeof *sighted; i++) {
        assert_true(holiday_is_sighted(sighted[i].holiday));
        for (size_t k = 0; k < 12 && sighted[i].days[k] != 0; k++) {
            int32_t date = sighted[i].days[k];
            int32_t off = holiday_day(sighted[i].holiday, date / 10000) -
                          civil_to_day(date / 10000, date / 100 % 100, date % 100);
            assert_in_range(off + 1, 0, 2);
        }
    }
    /* Twice in one year, and never none. */
    assert_day(holiday_day(HOLIDAY_RAMADAN, 2030), 20300106);
    assert_day(holiday_second_day(HOLIDAY_RAMADAN, 2030), 20301226);
    assert_int_equal(holiday_second_day(HOLIDAY_RAMADAN, 2024), DAY_NONE);
    assert_int_equal(holiday_second_day(HOLIDAY_EASTER, 2024), DAY_NONE);
    for (int32_t year = 1900; year < 2100; year++) {
        for (enum holiday h = HOLIDAY_EASTER; h <= HOLIDAY_EID_AL_ADHA; h++) {
            int32_t day = holiday_day(h, year);
            assert_in_range(day, civil_to_day(year, 1, 1), civil_to_day(year, 12, 31));
            if (h == HOLIDAY_PASSOVER || h == HOLIDAY_ROSH_HASHANAH) { /* never on these weekdays */
                int32_t weekday = civil_weekday(day);
                assert_true(h == HOLIDAY_PASSOVER ? weekday != 1 && weekday != 3 && weekday != 5
                                                  : weekday != 7 && weekday != 3 && weekday != 5);
            }
        }
    }
    assert_int_equal(holiday_length(HOLIDAY_HANUKKAH), 8);
    assert_int_equal(holiday_length(HOLIDAY_EASTER), 1);
    assert_int_equal(holiday_unit(HOLIDAY_RAMADAN), UNIT_MONTH);
    assert_int_equal(holiday_unit(HOLIDAY_NONE), UNIT_DAY);
    assert_false(holiday_is_sighted(HOLIDAY_PASSOVER));
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
        cmocka_unit_test(holidays_of_other_calendars_fall),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
