/* Intervals and their EDTF forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "timex/interval.h"

static int32_t day(const char *text)
{
    struct instant instant;

    if (strcmp(text, "") == 0) {
        return DAY_NONE;
    }
    assert_int_equal(instant_parse(str_from(text), &instant, NULL), OK);
    return instant.day;
}

static const struct {
    const char *first, *last;
    enum precision precision;
    bool approximate;
    const char *edtf;
} forms[] = {
    {"2024-12-14", "2024-12-14", PRECISION_DAY, false, "2024-12-14"},
    {"2024-12-14", "2024-12-14", PRECISION_TIME, false, "2024-12-14"},
    {"2024-12-16", "2024-12-17", PRECISION_TIME, false, "2024-12-16/2024-12-17"},
    {"2024-12-14", "2024-12-15", PRECISION_DAY, false, "2024-12-14/2024-12-15"},
    {"2024-12-09", "2024-12-15", PRECISION_WEEK, false, "2024-12-09/2024-12-15"},
    {"2024-12-01", "2024-12-31", PRECISION_MONTH, false, "2024-12"},
    {"2024-12-01", "2024-12-31", PRECISION_DAY, false, "2024-12-01/2024-12-31"},
    {"2024-12-01", "2024-12-10", PRECISION_MONTH, true, "2024-12-01~/2024-12-10~"},
    {"2024-12-14", "2024-12-14", PRECISION_DAY, true, "2024-12-14~"},
    {"2021-01-01", "2021-12-31", PRECISION_YEAR, true, "2021~"},
    {"2024-07-01", "2024-09-30", PRECISION_QUARTER, false, "2024-07/2024-09"},
    {"2024-01-01", "2024-06-30", PRECISION_HALF, false, "2024-01/2024-06"},
    {"2024-06-01", "2024-08-31", PRECISION_SEASON, false, "2024-22"},
    {"2023-12-01", "2024-02-29", PRECISION_SEASON, false, "2023-24"},
    {"2024-06-01", "2024-08-31", PRECISION_SEASON, true, "2024-06~/2024-08~"},
    {"1994-01-01", "1994-12-31", PRECISION_YEAR, false, "1994"},
    {"1994-01-01", "1995-12-31", PRECISION_YEAR, false, "1994/1995"},
    {"1980-01-01", "1989-12-31", PRECISION_DECADE, false, "198X"},
    {"1987-01-01", "1989-12-31", PRECISION_DECADE, true, "1987~/1989~"},
    {"1900-01-01", "1999-12-31", PRECISION_CENTURY, false, "19XX"},
    {"0066-01-01", "0066-12-31", PRECISION_YEAR, false, "0066"},
    {"2024-12-14", "", PRECISION_DAY, false, "2024-12-14/.."},
    {"", "2024-09-30", PRECISION_MONTH, false, "../2024-09"},
    {"", "2024-12-20", PRECISION_DAY, false, "../2024-12-20"},
    {"", "", PRECISION_NONE, false, ""},
};

static void edtf_is_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct interval interval = {day(forms[i].first), day(forms[i].last), forms[i].precision,
                                    forms[i].approximate};
        char edtf[32];
        interval_edtf(interval, edtf);
        assert_string_equal(edtf, forms[i].edtf);
    }
}

/* Reads one end of an EDTF form independently of how it was written: its earliest and latest day. */
static void read_end(const char *text, size_t size, int32_t *first, int32_t *last)
{
    char digits[9] = "";
    size_t count = 0;

    if (size == 2 && memcmp(text, "..", 2) == 0) {
        *first = *last = DAY_NONE;
        return;
    }
    for (size_t i = 0; i < size; i++) {
        if ((text[i] >= '0' && text[i] <= '9') || text[i] == 'X') {
            assert_true(count < 8);
            digits[count++] = text[i];
        } else {
            assert_true(text[i] == '-' || (text[i] == '~' && i == size - 1));
        }
    }
    digits[count] = '\0';
    char low[9];
    char high[9];
    for (size_t i = 0; i <= count; i++) {
        low[i] = (char)(digits[i] == 'X' ? '0' : digits[i]);
        high[i] = (char)(digits[i] == 'X' ? '9' : digits[i]);
    }
    long a = strtol(low, NULL, 10);
    long b = strtol(high, NULL, 10);
    if (count == 4) {
        *first = civil_to_day((int32_t)a, 1, 1);
        *last = civil_to_day((int32_t)b, 12, 31);
    } else if (count == 6) {
        *first = civil_to_day((int32_t)(a / 100), (int32_t)(a % 100), 1);
        *last = civil_to_day((int32_t)(a / 100), (int32_t)(a % 100) + 1, 1) - 1;
    } else {
        assert_int_equal(count, 8);
        *first = *last = civil_to_day((int32_t)(a / 10000), (int32_t)(a / 100 % 100), (int32_t)(a % 100));
    }
}

static void edtf_says_the_days(void **state)
{
    (void)state;
    uint64_t random = 88172645463325252U;
    for (int i = 0; i < 200000; i++) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        struct interval interval = {
            .first = (int32_t)(random % 200000) - 100000,
            .precision = (enum precision)(PRECISION_TIME + (random >> 20) % 10),
            .approximate = (random >> 30) % 2 != 0,
        };
        struct civil date = civil_from_day(interval.first);
        switch ((random >> 32) % 6) {
        case 0:
            interval.last = interval.first + (int32_t)((random >> 40) % 1000);
            break;
        case 1: /* whole months */
            interval.first = civil_to_day(date.year, date.month, 1);
            interval.last = civil_to_day(date.year, date.month + 1 + (int32_t)((random >> 40) % 8), 1) - 1;
            break;
        case 2: /* whole years */
            interval.first = civil_to_day(date.year, 1, 1);
            interval.last = civil_to_day(date.year + (int32_t)((random >> 40) % 8), 12, 31);
            break;
        case 3: /* decades */
            interval.first = civil_to_day(date.year - date.year % 10, 1, 1);
            interval.last = civil_to_day(date.year - date.year % 10 + 9, 12, 31);
            break;
        case 4:
            interval.last = DAY_NONE;
            break;
        default:
            interval.last = interval.first;
            interval.first = DAY_NONE;
            break;
        }
        char edtf[32];
        interval_edtf(interval, edtf);
        if (interval.precision == PRECISION_SEASON && strlen(edtf) == 7 && edtf[5] == '2') {
            continue; /* a season code defines no days */
        }
        int32_t first;
        int32_t last;
        const char *slash = strchr(edtf, '/');
        if (slash == NULL) {
            read_end(edtf, strlen(edtf), &first, &last);
        } else {
            int32_t unused;
            read_end(edtf, (size_t)(slash - edtf), &first, &unused);
            read_end(slash + 1, strlen(slash + 1), &unused, &last);
        }
        if (first != interval.first || last != interval.last) {
            fail_msg("%s stands for days %d to %d", edtf, interval.first, interval.last);
        }
    }
}

static void sets_of_days(void **state)
{
    (void)state;
    struct interval week = {day("2024-12-09"), day("2024-12-15"), PRECISION_WEEK, false};
    struct interval month = {day("2024-12-01"), day("2024-12-31"), PRECISION_MONTH, true};
    struct interval since = {day("2024-12-14"), DAY_NONE, PRECISION_DAY, false};
    struct interval until = {DAY_NONE, day("2024-12-10"), PRECISION_DAY, false};
    struct interval both = interval_intersect(week, month);

    assert_int_equal(both.first, week.first);
    assert_int_equal(both.last, week.last);
    assert_int_equal(both.precision, PRECISION_WEEK);
    assert_true(both.approximate);
    both = interval_intersect(week, since);
    assert_int_equal(both.first, since.first);
    assert_int_equal(both.last, week.last);
    assert_false(interval_known(interval_intersect(since, until)));
    assert_false(interval_known(interval_intersect(week, INTERVAL_UNKNOWN)));
    assert_true(interval_overlaps(week, until));
    assert_false(interval_overlaps(since, until));
    assert_false(interval_overlaps(INTERVAL_UNKNOWN, INTERVAL_UNKNOWN));
    both = interval_hull(week, month);
    assert_int_equal(both.first, month.first);
    assert_int_equal(both.last, month.last);
    assert_int_equal(both.precision, PRECISION_MONTH);
    both = interval_hull(week, since);
    assert_int_equal(both.first, week.first);
    assert_int_equal(both.last, DAY_NONE);
    assert_false(interval_known(interval_hull(since, until)));
    assert_int_equal(interval_hull(INTERVAL_UNKNOWN, week).first, week.first);
}

static void precision_names(void **state)
{
    (void)state;
    for (int i = PRECISION_TIME; i <= PRECISION_CENTURY; i++) {
        assert_int_equal(precision_from_name(str_from(precision_name((enum precision)i))), i);
    }
    assert_int_equal(precision_from_name(STR("none")), PRECISION_NONE);
    assert_int_equal(precision_from_name(STR("fortnight")), PRECISION_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edtf_is_written),
        cmocka_unit_test(edtf_says_the_days),
        cmocka_unit_test(sets_of_days),
        cmocka_unit_test(precision_names),
    };
    return cmocka_run_group_tests_name("interval", tests, NULL, NULL);
}
