#include "base/civil.h"

#include <stdio.h>
#include <string.h>

#include "tests/cmocka.h"

static void days_follow_each_other(void **state)
{
    (void)state;
    int32_t weekday = 1; /* 0001-01-01 was a Monday */
    int32_t day = DAY_MIN;
    for (int32_t year = 1; year <= 9999; year++) {
        for (int32_t month = 1; month <= 12; month++) {
            int32_t length = civil_month_length(year, month);
            assert_int_equal(day, civil_to_day(year, month, 1));
            for (int32_t of_month = 1; of_month <= length; of_month++, day++) {
                struct civil civil = civil_from_day(day);
                if (civil.year != year || civil.month != month || civil.day != of_month ||
                    civil_weekday(day) != weekday) {
                    fail_msg("%d-%d-%d", year, month, of_month);
                }
                weekday = weekday % 7 + 1;
            }
        }
    }
    assert_int_equal(DAY_MAX + 1, day);
}

static void months_and_days_carry_over(void **state)
{
    (void)state;
    static const struct {
        int32_t year, month, day;
        const char *same_as;
    } cases[] = {
        {2024, 13, 1, "2025-01-01"},  {2024, 0, 1, "2023-12-01"},   {2024, -11, 1, "2023-01-01"},
        {2024, -12, 1, "2022-12-01"}, {2024, 25, 31, "2026-01-31"}, {2024, 3, 0, "2024-02-29"},
        {2023, 2, 30, "2023-03-02"},  {0, 1, 1, "0001-01-01"},      {12000, 1, 1, "9999-12-31"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[11];
        day_format(civil_to_day(cases[i].year, cases[i].month, cases[i].day), text);
        assert_string_equal(cases[i].same_as, text);
    }
}

static void iso_weeks(void **state)
{
    (void)state;
    static const struct {
        int32_t year, month, day, iso_year, week;
    } cases[] = {
        {2024, 12, 17, 2024, 51}, {2024, 12, 30, 2025, 1},  {2025, 1, 1, 2025, 1},  {2021, 1, 3, 2020, 53},
        {2021, 1, 4, 2021, 1},    {2020, 12, 31, 2020, 53}, {2016, 1, 3, 2015, 53}, {2012, 1, 1, 2011, 52},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = civil_to_day(cases[i].year, cases[i].month, cases[i].day);
        int32_t iso_year = 0;
        int32_t week = 0;
        civil_week(day, &iso_year, &week);
        assert_int_equal(cases[i].iso_year, iso_year);
        assert_int_equal(cases[i].week, week);
        int32_t monday = civil_week_start(iso_year, week);
        assert_int_equal(1, civil_weekday(monday));
        assert_in_range(day - monday, 0, 6);
    }
}

static void instants(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *read_back; /* NULL: refused */
    } cases[] = {
        {"2024-12-17", "2024-12-17"},
        {"2024-12-17T09:30:00Z", "2024-12-17T09:30:00Z"},
        {"2024-12-17t09:30:00.123456z", "2024-12-17T09:30:00Z"},
        {"2024-12-17 09:30", "2024-12-17T09:30:00"},
        {"2024-12-17T23:59:60+09:00", "2024-12-17T23:59:59+09:00"},
        {"2024-12-17T09:30:00-0330", "2024-12-17T09:30:00-03:30"},
        {"0001-01-01", "0001-01-01"},
        {"9999-12-31T00:00:00-23:59", "9999-12-31T00:00:00-23:59"},
        {"", NULL},
        {"2024", NULL},
        {"2024-13-01", NULL},
        {"2023-02-29", NULL},
        {"0000-01-01", NULL},
        {"2024-12-17T", NULL},
        {"2024-12-17T24:00:00Z", NULL},
        {"2024-12-17T09:30:00.Z", NULL},
        {"2024-12-17T09:30:00+24:00", NULL},
        {"2024-12-17T09:30:00Zulu", NULL},
        {"17.12.2024", NULL},
        {"2024-12-17 ", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct instant instant;
        struct error error = {.status = OK};
        enum status status = instant_parse(str_from(cases[i].text), &instant, &error);
        if (cases[i].read_back == NULL) {
            assert_int_equal(ERR_INVALID, status);
            assert_true(error.message[0] != '\0');
            continue;
        }
        assert_int_equal(OK, status);
        char text[32];
        instant_format(&instant, text);
        assert_string_equal(cases[i].read_back, text);
    }
}

static void a_fault_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *message; /* up to what is expected */
    } cases[] = {
        {"2024-12/17", "\"2024-12/17\" is not a date"},
        {"", "\"\" is not a date"},
        {"2025-13-01", "\"2025-13-01\" is not a date: the month is 13"},
        {"2025-00-01", "\"2025-00-01\" is not a date: the month is 0"},
        {"2023-02-29", "\"2023-02-29\" is not a date: the day is 29, and that month has 28"},
        {"0000-01-01", "\"0000-01-01\" is not a date: the year is 0"},
        {"2024-12-17T25:00", "\"2024-12-17T25:00\" is not a date: what follows the day is no time of day"},
        {"2024-12-17T09:30 CET",
         "\"2024-12-17T09:30 CET\" is not a date: what follows the time is no offset from UTC"},
        {"on the day of the great flood of the Voo, by noon",
         "\"on the day of the great flood of the Voo\xE2\x80\xA6\" is not a date"},
        {"on the day of the great flood of the Vo\xC4\x81, by noon",
         "\"on the day of the great flood of the Vo\xE2\x80\xA6\" is not a date"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct instant instant;
        struct error error;
        char message[200];
        snprintf(message, sizeof message,
                 "%s; expected YYYY-MM-DD, or RFC 3339 such as 2024-12-14T09:30:00+02:00", cases[i].message);
        assert_int_equal(ERR_INVALID, instant_parse(str_from(cases[i].text), &instant, &error));
        assert_string_equal(message, error.message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_follow_each_other),
        cmocka_unit_test(months_and_days_carry_over),
        cmocka_unit_test(iso_weeks),
        cmocka_unit_test(instants),
        cmocka_unit_test(a_fault_is_named),
    };
    return cmocka_run_group_tests_name("base/civil", tests, NULL, NULL);
}
