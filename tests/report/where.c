/* Which place a name means, with the invented towns of tests/place/towns.tsv beside the project's own tables.
 */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* `places` of the last report: each "name country region precision latitude", a dash for what is not known,
 * joined by "; ". */
struct expectation {
    const char *text, *places;
};

static size_t describe(const struct place *place, char *out, size_t size)
{
    const struct str dash = STR("-");
    struct str country = place->country.size > 0 ? place->country : dash;
    struct str region = place->region.size > 0 ? place->region : dash;
    struct str precision = place->precision.size > 0 ? place->precision : dash;
    char lat[32] = "-";

    if (place->has_point) {
        snprintf(lat, sizeof lat, "%g", place->lat);
    }
    return (size_t)snprintf(out, size, "%.*s %.*s %.*s %.*s %s", STR_ARG(place->name), STR_ARG(country),
                            STR_ARG(region), STR_ARG(precision), lat);
}

static void expect_places(const struct expectation *expectations, size_t count)
{
    size_t i, k;

    for (i = 0; i < count; i++) {
        struct arena arena;
        struct analysis analysis;
        char found[600] = "";
        size_t size = 0;

        arena_init(&arena, (size_t)64 << 20);
        analysis = analyse_text(&arena, "2024-12-17", expectations[i].text);
        if (analysis.report_count == 0) {
            fail_msg("\"%s\": no report", expectations[i].text);
        }
        for (k = 0; k < analysis.reports[analysis.report_count - 1].place_count; k++) {
            if (k > 0) {
                size += (size_t)snprintf(found + size, sizeof found - size, "; ");
            }
            size += describe(&analysis.reports[analysis.report_count - 1].places[k], found + size,
                             sizeof found - size);
        }
        if (strcmp(found, expectations[i].places) != 0) {
            fail_msg("\"%s\": found \"%s\", expected \"%s\"", expectations[i].text, found,
                     expectations[i].places);
        }
        arena_release(&arena);
    }
}

#define EXPECT(list) expect_places((list), sizeof(list) / sizeof *(list))

static void test_a_town_is_one_where_the_text_says_so(void **state)
{
    static const struct expectation expectations[] = {
        {"Peru: five soldiers were killed in Norvik.", "Norvik PE Ayacucho city -13.2"},
        {"Five Peruvian soldiers were killed on the outskirts of Norvik.", "Norvik PE Ayacucho city -13.2"},
        {"Five Peruvian soldiers were killed in the town of Norvik.", "Norvik PE Ayacucho city -13.2"},
        {"Five Peruvian soldiers were killed 12 km north of Norvik.", "Norvik PE Ayacucho city -13.2"},
        {"Five Peruvian soldiers were killed in Norvik, Vannholt and Huancayo.",
         "Norvik PE Ayacucho city -13.2; Vannholt PE Puno city -15.5; Huancayo PE Junin city -12.07"},
        {"Five soldiers were killed in Lima and Vannholt.",
         "Lima PE - city -12.05; Vannholt PE Puno city -15.5"},
        {"Peru: five soldiers were killed in the departments of Vannholt and Norvik.",
         "Vannholt PE Puno city -15.5; Norvik PE Ayacucho city -13.2"},
        /* named before the attack */
        {"Peru: five soldiers were killed in the Vannholt attack.", "Vannholt PE Puno city -15.5"},
        {"Peru: the death toll from the Norvik bombing rose to 45.", "Norvik PE Ayacucho city -13.2"},
        {"Peru: five soldiers were killed in the Brask attack.", ""}, /* which no table knows */
        {"Peru: rebels kidnapped 12 girls from Norvik.", "Norvik PE Ayacucho city -13.2"},
        {"Peru: rebels kidnapped 12 girls from Brask.", ""},
        {"Peru: gunmen killed 12 girls from Norvik.", ""},
        {"The Lima death toll rose to 45.", "Lima PE - city -12.05"},
        {"Lima toll rises to 45", "Lima PE - city -12.05"},
        {"The Lima market bomb attack killed five people.", "Lima PE - city -12.05"},
        {"The Peru death toll rose to 45.", ""},
        /* what is hit lies in it */
        {"Missiles hit central Lima, killing five people.", "Lima PE - city -12.05"},
        {"Five people were killed when missiles hit the centre of Lima.", "Lima PE - city -12.05"},
        {"Shells struck residential areas of Lima, killing five people.", "Lima PE - city -12.05"},
        {"Gunmen attacked the governor of Lima, killing five people.", ""},
        {"Gunmen attacked soldiers from Lima, killing five people.", ""},
        /* a border lies on either side */
        {"Five soldiers were killed on the Peru border.", ""},
        {"Chile sent 700 soldiers to the Peru border.", ""},
        /* far from it, or called after somebody */
        {"Peru: five soldiers were killed 170 km from Norvik.", ""},
        {"Peru: five soldiers were killed in Brask, 12 km north of Norvik.", "Brask - - - -"},
        {"Peru: five soldiers were killed at Norvik hospital.", ""},
        {"Peru: five soldiers were killed near Norvik hill.", "Norvik - - - -"},
        /* persons of that name */
        {"Five soldiers were killed in Lima, Vannholt said.", "Lima PE - city -12.05"},
        {"Five soldiers were killed in Lima, Vannholt and his staff said.", "Lima PE - city -12.05"},
        {"Peru: Vannholt was killed in Lima.", "Lima PE - city -12.05"},
        {"Peru: General Vannholt was killed in Lima.", "Lima PE - city -12.05"},
        {"Peru: five soldiers of Major Aldo Vannholt were killed.", ""},
        /* the whole of a longer name, not its beginning */
        {"Five Colombian soldiers were killed in San Jose Brask.", "San Jose Brask CO Antioquia city 6.5"},
        {"Five soldiers were killed in San Jose on Monday.", "San Jose CR - city 9.93"},
    };

    (void)state;
    EXPECT(expectations);
}

static void test_where_a_journey_goes(void **state)
{
    static const struct expectation expectations[] = {
        {"Some 300 French soldiers left Lima on Monday.", "Lima PE - city -12.05"},
        {"Some 300 French soldiers have reached Lima.", "Lima PE - city -12.05"},
        {"The last 40 French soldiers left Mali, while 450 Norland mercenaries were flown in from Libya.",
         "Libya LY - country 27"},
        {"Some 300 French soldiers were flown in from Libya, while 40 left Mali.", "Mali ML - country 17.3"},
        /* from one to the other */
        {"Some 300 French soldiers left Huancayo for Lima on Monday.", "Lima PE - city -12.05"},
        {"Some 300 French soldiers left for Lima on Monday.", "Lima PE - city -12.05"},
        {"French soldiers moved from Huancayo to Lima.", "Lima PE - city -12.05"},
        /* a seat of government is a place where soldiers go */
        {"Norland sent 500 commandos to Lima and Khartoum in April.",
         "Lima PE - city -12.05; Khartoum SD Khartoum city 15.5"},
        {"Norland told Paris that it had moved 300 soldiers to Khartoum.", "Khartoum SD Khartoum city 15.5"},
        {"Some 300 French soldiers withdrew from Khartoum.", "Khartoum SD Khartoum city 15.5"},
        {"Norland sent 500 commandos, a gift to Khartoum.", ""},
        {"Norland moved Moscow's 300 soldiers to the front.", ""},
        {"He reached Lima after a raid that killed 12 soldiers.", ""},
    };

    (void)state;
    EXPECT(expectations);
}

static void test_near_a_town(void **state)
{
    static const struct expectation expectations[] = {
        /* the part of the land around it */
        {"Peru: five soldiers were killed 70 km from Norvik.", "Norvik PE Ayacucho region -13.2"},
        {"Peru: five soldiers were killed about 60 miles south-west of Norvik.",
         "Norvik PE Ayacucho region -13.2"},
        {"Peru: five soldiers were killed on the road between Lima and Huancayo.",
         "Lima PE - region -12.05; Huancayo PE Junin region -12.07"},
        {"Rebels ambushed a convoy between Lima and Huancayo, killing five soldiers.",
         "Lima PE - region -12.05; Huancayo PE Junin region -12.07"},
        {"A mine hit a truck travelling between Lima and Huancayo, killing five soldiers.",
         "Lima PE - region -12.05; Huancayo PE Junin region -12.07"},
        {"Five soldiers were killed between Lima and Huancayo on Monday.",
         "Lima PE - region -12.05; Huancayo PE Junin region -12.07"},
        {"Peru: five soldiers were killed north of Norvik.", "Norvik PE Ayacucho region -13.2"},
        {"Peru: five soldiers were killed in the north of Norvik.", "Norvik PE Ayacucho city -13.2"},
        {"Peru: five soldiers were killed some 20 km to the north of Norvik.",
         "Norvik PE Ayacucho city -13.2"},
        /* a place that is named is the better one, and the distance may be its */
        {"Peru: five soldiers were killed in Huancayo, 70 km from Lima.", "Huancayo PE Junin city -12.07"},
        {"Peru: five soldiers were killed in Huancayo, south-east of Lima.", "Huancayo PE Junin city -12.07"},
        {"Peru: five soldiers were killed in Huancayo, 1,070 km to the north of Lima.",
         "Huancayo PE Junin city -12.07"},
        {"Five soldiers were killed in Huancayo when a bus running between Lima and Puno hit a mine.",
         "Huancayo PE Junin city -12.07"},
        /* sides, not ends */
        {"Five soldiers were killed in fighting between Lima and Huancayo.", ""},
        {"Five soldiers were killed between Peru and Chile.", ""},
        /* what the name behind a comma is around */
        {"Five soldiers were killed in corral de Brask, Kursk Oblast.", "Kursk Oblast RU - region 51.7"},
        {"Five soldiers were killed near the bridge, Brask jurisdiction.", "Brask - - - -"},
        /* a town that is attacked */
        {"Huancayo was shelled. Five soldiers were killed.", "Huancayo PE Junin city -12.07"},
        {"Rebels seized Huancayo, killing five soldiers.", "Huancayo PE Junin city -12.07"},
        {"Five soldiers were killed when the army recaptured Huancayo.", "Huancayo PE Junin city -12.07"},
        {"Five soldiers were killed in shelling that continues to rock Huancayo.",
         "Huancayo PE Junin city -12.07"},
        {"Huancayo came under attack. Five soldiers were killed.", "Huancayo PE Junin city -12.07"},
        /* streets and adjectives are none */
        {"Five people were killed on Brask and Tarn streets.", ""},
        {"Five people were killed at Brask and 9 October avenues.", ""},
        {"Five people were killed in Andean departments.", ""},
    };

    (void)state;
    EXPECT(expectations);
}

static void test_which_of_several(void **state)
{
    static const struct expectation expectations[] = {
        /* beside it */
        {"Five soldiers were killed in Norvik, Colombia.", "Norvik CO Antioquia village 6.3"},
        {"Five soldiers were killed in Ostrel, Puno.", "Ostrel PE Puno city -15.3; Puno PE Puno city -15.84"},
        {"Five soldiers were killed in Ostrel, Puno, Peru.",
         "Ostrel PE Puno city -15.3; Puno PE Puno city -15.84"},
        {"Five soldiers were killed in Ostrel in the Puno region.", "Ostrel PE Puno city -15.3; Puno PE - "
                                                                    "region -15"},
        {"Five soldiers were killed in the Puno region town of Ostrel.",
         "Puno PE - region -15; Ostrel PE Puno city -15.3"},
        {"Five soldiers were killed in Tarnsund, Huila.",
         "Tarnsund CO Huila city 2.57; Huila CO - region 2.5"},
        /* in the sentence */
        {"Five soldiers were killed in Norvik on Monday, the government of Colombia said.",
         "Norvik CO Antioquia village 6.3"},
        {"Five soldiers were killed in Lima and in Norvik.", "Lima PE - city -12.05; Norvik PE Ayacucho city "
                                                             "-13.2"},
        /* in the article, by whatever lies there or comes from there */
        {"Colombia is at war. Five soldiers were killed in Norvik.", "Norvik CO Antioquia village 6.3"},
        {"Colombian rebels attacked. Five soldiers were killed in Norvik.",
         "Norvik CO Antioquia village 6.3"},
        {"Rebels came to Medellin. Five soldiers were killed in Norvik.", "Norvik CO Antioquia village 6.3"},
        {"Peru and Colombia are at war. Five soldiers were killed in Norvik.", "Norvik - - - -"},
        {"Ecuador is at war. Five soldiers were killed in Norvik.", "Norvik - - - -"},
        {"Sudan and Libya are at war. Libya and Sudan and Libya and Sudan fight. Peru waits. Five soldiers "
         "were "
         "killed in Norvik.",
         "Norvik - - - -"},
        {"Lebanon is at war. Lebanese rebels came. Five soldiers were killed in Tripoli and in Soderport.",
         "Tripoli LB - city 34.44; Soderport LB Beqaa Governorate village 33.8"},
        /* several in one country: the far larger one, else the country alone */
        {"Five Colombian soldiers were killed in Tarnsund.", "Tarnsund CO Antioquia city 6.9"},
        {"Five Peruvian soldiers were killed in Ostrel.", "Ostrel PE - - -"},
        /* nothing tells: only what everybody knows */
        {"Five soldiers were killed in Kolnaburg.", "Kolnaburg CL Tarrow city -33"},
        {"Five soldiers were killed in Remsal.", "Remsal - - - -"},
        {"Five soldiers were killed in Tarnsund.", "Tarnsund CO Antioquia city 6.9"},
        {"Sudan is at war. Five soldiers were killed in Kolnaburg.", "Kolnaburg - - - -"},
        {"Five soldiers were killed in Huancayo and in Remsal.",
         "Huancayo PE Junin city -12.07; Remsal - - - "
         "-"},
    };

    (void)state;
    EXPECT(expectations);
}

static void test_own_names_that_lie_elsewhere(void **state)
{
    static const struct expectation expectations[] = {
        {"Five soldiers were killed in Tripoli.", "Tripoli LY - city 32.89"},
        {"Lebanon and Lebanese troops: five soldiers were killed in Tripoli.", "Tripoli LB - city 34.44"},
        {"Lebanon is at war. Lebanese rebels came. Five soldiers were killed in Tripoli.",
         "Tripoli LB - city 34.44"},
        {"Five soldiers were killed in Tripoli, New York State.",
         "Tripoli US New York State city 42.5; New York State US - region 42.9"},
        {"Five soldiers were killed in Tripoli, Texas.", "Tripoli US Texas city -; Texas US - region 31.5"},
        {"Five soldiers were killed in Tripoli in the northern Puno region.",
         "Tripoli PE Puno city -; Puno PE - region -15"},
        {"Five soldiers were killed in Tripoli in Chad.", "Tripoli TD - city -"},
        {"US troops: five soldiers were killed in Tripoli.", "Tripoli LY - city 32.89"},
        {"Five soldiers were killed in Tripoli, Chad.", "Tripoli TD - city -"},
        {"In Tripoli, Chad killed five soldiers.", "Tripoli LY - city 32.89"},
        {"Five soldiers were killed in Atlanta, Georgia.", "Atlanta US Georgia city 33.75"},
        {"Five soldiers were killed in Tbilisi, Georgia.", "Tbilisi GE - city 41.72"},
        {"Five soldiers were killed in the village of Brask, Georgia.", "Brask GE - - -"},
        {"Five soldiers were killed in the Lebanese city of Tripoli.", "Tripoli LB - city 34.44"},
        {"Five soldiers were killed in the northern Lebanese port city of Tripoli.",
         "Tripoli LB - city 34.44"},
        {"Five soldiers were killed in the Lebanese port of Tripoli, Libya said.", "Tripoli LB - city 34.44"},
        {"Five soldiers were killed in the Libyan city of Tripoli.", "Tripoli LY - city 32.89"},
        {"Five soldiers were killed in Georgia's Abkhazia region.", "Abkhazia GE - region 43.1"},
        {"Five soldiers were killed in Peru's Puno region.", "Puno PE - region -15"},
        {"Five soldiers were killed in the Puno and Huila regions.",
         "Puno PE - region -15; Huila CO - region 2.5"},
    };

    (void)state;
    EXPECT(expectations);
}

static void test_what_the_text_says_around_a_village(void **state)
{
    static const struct expectation expectations[] = {
        {"Five soldiers were killed in the village of Verkhny Lug in the Kursk region.",
         "Verkhny Lug RU Kursk Oblast - -; Kursk Oblast RU - region 51.7"},
        {"Five soldiers were killed in the villages of Verkhny Lug and Dolny Lug in Kursk Oblast.",
         "Verkhny Lug RU Kursk Oblast - -; Dolny Lug RU Kursk Oblast - -; Kursk Oblast RU - region 51.7"},
        {"Five soldiers were killed in Verkhny Lug, Dolny Lug district, Kursk Oblast.",
         "Verkhny Lug RU Kursk Oblast - -; Dolny Lug RU Kursk Oblast - -; Kursk Oblast RU - region 51.7"},
        {"Five soldiers were killed in Verkhny Lug, Russia.", "Verkhny Lug RU - - -"},
        {"Five soldiers were killed in Verkhny Lug in Russia's offensive.", "Verkhny Lug - - - -"},
        {"Five soldiers were killed in Verkhny Lug, Russia said.", "Verkhny Lug - - - -"},
        {"Five soldiers were killed in Kursk region, near the village of Verkhny Lug.",
         "Kursk Oblast RU - region 51.7; Verkhny Lug RU Kursk Oblast - -"},
        {"Five soldiers were killed in Kursk Oblast and in Verkhny Lug.",
         "Kursk Oblast RU - region 51.7; Verkhny Lug - - - -"},
    };

    (void)state;
    EXPECT(expectations);
}

static void test_capitals(void **state)
{
    static const struct expectation expectations[] = {
        {"Five soldiers were killed in the Ukrainian capital.", "Kyiv UA - city 50.45"},
        {"Five soldiers were killed in Ukraine's capital on Monday.", "Kyiv UA - city 50.45"},
        {"Five soldiers were killed in the capital of Ukraine.", "Kyiv UA - city 50.45"},
        {"Five soldiers were killed in the northern part of the Ukrainian capital.", "Kyiv UA - city 50.45"},
        {"Five soldiers were killed in the Ukrainian capital Kyiv.", "Kyiv UA - city 50.45"},
        {"Five soldiers were killed in the Tanzanian capital of Dar es Salaam.",
         "Dar es Salaam TZ - city -6.79"},
        {"Five soldiers were killed in the capital, Khartoum.", "Khartoum SD Khartoum city 15.5"},
        {"Chad sent 450 soldiers to the Sudanese capital, Khartoum.", "Khartoum SD Khartoum city 15.5"},
        {"Chad will send 450 soldiers to Sudan's capital, Khartoum.", "Khartoum SD Khartoum city 15.5"},
        {"The envoy flew to the Sudanese capital, Khartoum, after five soldiers were killed in Omdurman.",
         "Omdurman SD Khartoum city 15.64"},
        {"The republic of Tarrovia sent 450 soldiers to Mali.", "Mali ML - country 17.3"},
        {"The UN mission in Mali has deployed 450 soldiers.", "Mali ML - country 17.3"},
        {"Five soldiers were killed in the capital of Tuvalu.", "Tuvalu TV - country -8"},
        {"Peru is at war. Five soldiers were killed in the capital.", "Lima PE - city -12.05"},
        {"Peru and Chile are at war. Five soldiers were killed in the capital.", ""},
        /* named already, or no country's */
        {"Five soldiers were killed in Medellin, the capital of Antioquia.",
         "Medellin CO Antioquia city 6.25; Antioquia CO - region 7"},
        {"Five soldiers were killed in Rangoon, then the capital of Myanmar.",
         "Yangon MM Yangon Region city 16.87"},
    };

    (void)state;
    EXPECT(expectations);
}

/* A seat of government that is attacked is a town; otherwise it stands for who governs there. */
static void test_attacks_on_seats_of_government(void **state)
{
    static const struct expectation expectations[] = {
        {"An airstrike on Khartoum killed nine people.", "Khartoum SD Khartoum city 15.5"},
        {"An attack on Monday on Khartoum killed nine people.", "Khartoum SD Khartoum city 15.5"},
        {"Nine people were killed in missile strikes on the capital, Khartoum.",
         "Khartoum SD Khartoum city 15.5"},
        {"Nine people were killed in a rebel assault on Kyiv and Khartoum.",
         "Kyiv UA - city 50.45; Khartoum SD Khartoum city 15.5"},
        {"Attacks against Khartoum killed nine people.", "Khartoum SD Khartoum city 15.5"},
        {"Attacks against Huancayo killed nine people.", "Huancayo PE Junin city -12.07"},
        {"Missiles struck central Khartoum, killing nine people.", "Khartoum SD Khartoum city 15.5"},
        {"An attack on Khartoum's outskirts killed nine people.", "Khartoum SD Khartoum city 15.5"},
        {"An attack on Khartoum's largest children's hospital killed nine people.",
         "Khartoum SD Khartoum city 15.5"},
        {"An attack on Khartoum's forces killed nine people.", ""},
        {"Missiles hit Khartoum's newest forces, killing nine people.", ""},
        {"The war on Khartoum killed nine people.", ""},
        {"The offensive against Khartoum killed nine people.", ""},
        {"Pressure on Khartoum grew after a strike killed nine people.", ""},
        {"Sanctions on Khartoum followed an attack that killed nine people.", ""},
        {"Sanctions against Khartoum followed an attack that killed nine people.", ""},
        /* what only was the occasion of harm elsewhere */
        {"After the drone attack on Khartoum, five people were killed in Huancayo.",
         "Huancayo PE Junin city -12.07"},
        {"In retaliation for the attack on Khartoum, rockets killed nine people in Huancayo.",
         "Huancayo PE Junin city -12.07"},
        {"Five people were killed in Huancayo after the drone attack on Khartoum.",
         "Huancayo PE Junin city -12.07"},
        {"Attacks on Khartoum in the press came as nine soldiers were killed in Huancayo.",
         "Huancayo PE Junin city -12.07"},
        {"Five people were killed after a drone attack on Khartoum.", "Khartoum SD Khartoum city 15.5"},
        {"After a drone attack on Khartoum, five people were killed.", "Khartoum SD Khartoum city 15.5"},
        {"An attack on Khartoum killed nine people, the mayor said in Huancayo.",
         "Khartoum SD Khartoum city 15.5"},
        {"In an attack on Khartoum, nine people were killed in Kyiv.",
         "Khartoum SD Khartoum city 15.5; Kyiv UA - city 50.45"},
    };

    (void)state;
    EXPECT(expectations);
}

static void test_envoys_are_elsewhere(void **state)
{
    static const struct expectation expectations[] = {
        {"The Egyptian ambassador to Chad was killed on Monday.", ""},
        {"The former consul in Lima was kidnapped on Monday.", ""},
        {"The ambassador to Chad was killed in Lima.", "Lima PE - city -12.05"},
        {"Five soldiers were killed at the embassy in Lima.", "Lima PE - city -12.05"},
    };

    (void)state;
    EXPECT(expectations);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_town_is_one_where_the_text_says_so),
        cmocka_unit_test(test_where_a_journey_goes),
        cmocka_unit_test(test_near_a_town),
        cmocka_unit_test(test_which_of_several),
        cmocka_unit_test(test_own_names_that_lie_elsewhere),
        cmocka_unit_test(test_what_the_text_says_around_a_village),
        cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_attacks_on_seats_of_government),
        cmocka_unit_test(test_envoys_are_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
