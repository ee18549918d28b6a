/* The table of towns beside the project's own, with invented rows: towns.tsv. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "place/place.h"

/* Each candidate as "name, region, country precision latitude longitude", joined by "; "; "" for none. */
static void expect_town(const char *name, const char *expected)
{
    struct place_match match;
    char found[500] = "";
    size_t size = 0;
    bool known = place_find_town(str_from(name), &match);
    for (uint32_t i = 0; known && i < match.count; i++) {
        struct gazetteer_entry entry = place_candidate(&match, i);
        size +=
            (size_t)snprintf(found + size, sizeof found - size, "%s%.*s, %.*s, %.*s %s %g %g",
                             i == 0 ? "" : "; ", STR_ARG(entry.name), STR_ARG(entry.region),
                             STR_ARG(entry.country), place_kind_precision(entry.kind), entry.lat, entry.lon);
    }
    assert_string_equal(found, expected);
}

static void finds_all_towns_of_a_name(void **state)
{
    (void)state;
    expect_town("Norvik", "Norvik, Ayacucho, PE city -13.2 -74.3; Norvik, Antioquia, CO village 6.3 -75.6");
    expect_town("NORVIK", "Norvik, Ayacucho, PE city -13.2 -74.3; Norvik, Antioquia, CO village 6.3 -75.6");
    expect_town("grand-tarn", "Grand Tarn, New York State, US city 42.1 -76.3");
    expect_town("Grand", "");
    expect_town("Norvik Alto", "");
    expect_town("", "");
}

static void lets_own_rows_win(void **state)
{
    (void)state;
    /* the same town, and another of its name far away */
    expect_town("Kursk", "Kursk, Omsk Oblast, RU city 55 73");
    /* regions that the own table has, by this or a longer name */
    expect_town("Kursk Oblast", "");
    expect_town("Ayacucho", "");
    expect_town("New York", "");
    expect_town("Gilbert Islands", "Gilbert Islands, , KI region 1.4 173");
}

static void keeps_them_apart_from_names_that_stand_alone(void **state)
{
    (void)state;
    struct place_match match;
    assert_false(place_match(STR("Norvik was quiet"), 0, 16, &match));
    assert_false(place_find(STR("Norvik"), &match));
}

static void knows_capitals(void **state)
{
    (void)state;
    struct place_match match;
    assert_true(place_capital(STR("UA"), &match));
    assert_int_equal(match.count, 1);
    assert_true(str_equal(place_candidate(&match, 0).name, STR("Kyiv")));
    assert_int_equal(place_candidate(&match, 0).seat, SEAT_OF_COUNTRY);
    assert_true(place_capital(STR("KI"), &match));
    assert_true(str_equal(place_candidate(&match, 0).name, STR("Fort Brask")));
    assert_false(place_capital(STR("TV"), &match));
    assert_false(place_capital(STR("XX"), &match));
    assert_false(place_capital(STR(""), &match));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_all_towns_of_a_name),
        cmocka_unit_test(lets_own_rows_win),
        cmocka_unit_test(keeps_them_apart_from_names_that_stand_alone),
        cmocka_unit_test(knows_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
