/* How the places of two claims stand to each other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "merge/traits.h"

/* Names alone; what is known of them stands in the table below, nothing of those that are not in it. */
#define MOST 4
struct pair {
    const char *a[MOST], *b[MOST];
    enum nearness nearness;
};

static const struct {
    const char *name, *precision, *region, *country;
} known[] = {
    {"Arland", "country", "", "XA"},          {"Lower Ost", "region", "", "XA"},
    {"Upper Ost", "region", "", "XA"},        {"Tarrow", "city", "Lower Ost", "XA"},
    {"Weissau", "city", "Lower Ost", "XA"},   {"Ostburg", "city", "Upper Ost", "XA"},
    {"Varnau", "village", "Lower Ost", "XA"},
};

static const struct pair pairs[] = {
    {{"Tarrow"}, {"Tarrow"}, PLACES_TOWN},
    {{"Tarrow"}, {"Weissau"}, PLACES_NEAR},
    {{"Tarrow"}, {"Ostburg"}, PLACES_APART},
    {{"Tarrow"}, {"Lower Ost"}, PLACES_SAME},
    {{"Tarrow"}, {"Arland"}, PLACES_COUNTRY},
    /* A region or country beside a town only tells where that lies. */
    {{"Tarrow", "Lower Ost"}, {"Weissau", "Lower Ost"}, PLACES_NEAR},
    {{"Tarrow", "Lower Ost"}, {"Lower Ost"}, PLACES_SAME},
    {{"Tarrow", "Arland"}, {"Ostburg", "Arland"}, PLACES_APART},
    {{"Lower Ost", "Arland"}, {"Upper Ost", "Arland"}, PLACES_APART},
    {{"Tarrow", "Upper Ost"}, {"Ostburg"}, PLACES_SAME},
    /* Names that no gazetteer has. */
    {{"Brask"}, {"Brask"}, PLACES_SPOT},
    {{"Brask"}, {"Kolna"}, PLACES_NEAR},
    {{"Brask"}, {"Braske"}, PLACES_UNKNOWN}, /* may be one, spelt in two ways */
    {{"Vorobna"}, {"Vorovna"}, PLACES_UNKNOWN},
    {{"Brask"}, {"Alto Brask"}, PLACES_UNKNOWN},
    {{"Brask"}, {"Tarrow"}, PLACES_DOUBTFUL}, /* may lie there, or anywhere else */
    {{"Brask"}, {"Varnau"}, PLACES_UNKNOWN},
    {{"Tarrow Heights"}, {"Tarrow"}, PLACES_UNKNOWN}, /* in all likelihood a part of it */
    {{"Brask"}, {}, PLACES_UNKNOWN},
    {{"Brask", "Kolna"}, {"Kolna"}, PLACES_SPOT},
    {{"Brask", "Kolna"}, {"Orlow", "Kolna"}, PLACES_NEAR}, /* villages of one district, or two lists */
    {{"Brask", "Kolna"}, {"Braske", "Kolna"}, PLACES_SPOT},
    /* They lie where the place beside them says. */
    {{"Brask", "Lower Ost"}, {"Brask"}, PLACES_SPOT},
    {{"Brask", "Lower Ost"}, {"Kolna", "Lower Ost"}, PLACES_NEAR},
    {{"Brask", "Lower Ost"}, {"Kolna", "Upper Ost"}, PLACES_APART},
    {{"Brask", "Lower Ost"}, {"Lower Ost"}, PLACES_SAME},
    {{"Brask", "Lower Ost"}, {"Tarrow"}, PLACES_NEAR},
    {{"Brask", "Arland"}, {"Lower Ost"}, PLACES_UNKNOWN},
    {{"Brask", "Arland"}, {"Kolna", "Arland"}, PLACES_NEAR},
};

static size_t read_places(const char *const names[MOST], struct place places[MOST])
{
    size_t count = 0;
    for (; count < MOST && names[count] != NULL; count++) {
        places[count] = (struct place){.name = str_from(names[count])};
        for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
            if (str_equal(places[count].name, str_from(known[i].name))) {
                places[count].precision = str_from(known[i].precision);
                places[count].region = str_from(known[i].region);
                places[count].country = str_from(known[i].country);
            }
        }
    }
    return count;
}

static void compares_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct place a[MOST];
        struct place b[MOST];
        size_t a_count = read_places(pairs[i].a, a);
        size_t b_count = read_places(pairs[i].b, b);
        enum nearness forth = places_compare(a, a_count, b, b_count);
        enum nearness back = places_compare(b, b_count, a, a_count);
        if (forth != pairs[i].nearness || back != forth) {
            fail_msg("%s and %s: %d, %d and not %d", pairs[i].a[0],
                     pairs[i].b[0] == NULL ? "-" : pairs[i].b[0], (int)forth, (int)back,
                     (int)pairs[i].nearness);
        }
    }
}

static const struct {
    const char *a[MOST], *b[MOST];
    bool alike;
} areas[] = {
    {{"Tarrow"}, {"Tarrow"}, true},
    {{"Tarrow"}, {"Tarrow", "Weissau"}, false},
    {{"Tarrow", "Weissau"}, {"Weissau", "Tarrow"}, true},
    {{"Tarrow", "Weissau"}, {"Lower Ost"}, true},
    {{"Tarrow", "Lower Ost"}, {"Tarrow"}, true},
    {{"Tarrow", "Ostburg"}, {"Lower Ost"}, false},
    {{"Tarrow", "Ostburg"}, {"Arland"}, true},
    {{"Tarrow"}, {}, true},
};

static void tells_one_area_from_another(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        struct place a[MOST];
        struct place b[MOST];
        size_t a_count = read_places(areas[i].a, a);
        size_t b_count = read_places(areas[i].b, b);
        assert_int_equal(places_alike(a, a_count, b, b_count), areas[i].alike);
        assert_int_equal(places_alike(b, b_count, a, a_count), areas[i].alike);
    }
}

static const struct {
    const char *outer[MOST], *inner[MOST];
    bool covered;
} wholes[] = {
    {{"Lower Ost"}, {"Tarrow"}, true},
    {{"Tarrow"}, {"Lower Ost"}, false},
    {{"Lower Ost"}, {"Tarrow", "Weissau"}, true},
    {{"Lower Ost"}, {"Tarrow", "Ostburg"}, false},
    {{"Lower Ost"}, {"Ostburg"}, false},
    {{"Tarrow", "Weissau"}, {"Weissau"}, true},
    {{"Weissau"}, {"Tarrow", "Weissau"}, false},
    {{"Lower Ost"}, {"Brask", "Lower Ost"}, true},
    {{"Lower Ost"}, {"Brask"}, false},
    {{"Kolna"}, {"Brask", "Kolna"}, true}, /* "Brask in Kolna district" */
    {{"Brask", "Kolna"}, {"Kolna"}, false},
    {{"Arland"}, {"Tarrow"}, false},
    {{"Lower Ost"}, {}, false},
};

static void knows_what_lies_within(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        struct place outer[MOST];
        struct place inner[MOST];
        size_t outer_count = read_places(wholes[i].outer, outer);
        size_t inner_count = read_places(wholes[i].inner, inner);
        if (places_cover(outer, outer_count, inner, inner_count) != wholes[i].covered) {
            fail_msg("%s and %s", wholes[i].outer[0], inner_count == 0 ? "-" : wholes[i].inner[0]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_places),
        cmocka_unit_test(tells_one_area_from_another),
        cmocka_unit_test(knows_what_lies_within),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
