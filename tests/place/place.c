/* Names of places: what is found in a text, what a name can mean, what is not a place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "place/place.h"

/* Both look-ups at once find what each does alone. */
static void expect_both(const char *text, size_t begin)
{
    struct str all = str_from(text);
    struct place_match people = {0}, place = {0}, both_people, both_place;

    (void)place_match_demonym(all, begin, all.size, &people);
    (void)place_match(all, begin, all.size, &place);
    place_match_either(all, begin, all.size, &both_people, &both_place);
    assert_int_equal(both_people.end, people.end);
    assert_int_equal(both_people.first, people.first);
    assert_int_equal(both_place.end, place.end);
    assert_int_equal(both_place.first, place.first);
}

/* The longest match at byte `begin`: how much text it takes, and the likeliest place as "name, region,
 * country". */
static void expect_match(const char *text, size_t begin, const char *matched, const char *place)
{
    struct place_match match = {0};
    expect_both(text, begin);
    if (!place_match(str_from(text), begin, strlen(text), &match)) {
        if (matched != NULL) {
            fail_msg("\"%s\": nothing found at %zu, expected \"%s\"", text, begin, matched);
        }
        return;
    }
    char found[200];
    snprintf(found, sizeof found, "%.*s", (int)(match.end - begin), text + begin);
    if (matched == NULL) {
        fail_msg("\"%s\": found \"%s\", expected nothing", text, found);
    }
    assert_string_equal(found, matched);
    struct gazetteer_entry entry = place_candidate(&match, 0);
    char described[200];
    snprintf(described, sizeof described, "%.*s, %.*s, %.*s", STR_ARG(entry.name), STR_ARG(entry.region),
             STR_ARG(entry.country));
    assert_string_equal(described, place);
}

static void finds_the_longest_name(void **state)
{
    (void)state;
    expect_match("fighting in Kursk on Monday", 12, "Kursk", "Kursk, Kursk Oblast, RU");
    expect_match("in the Kursk region", 7, "Kursk region", "Kursk Oblast, , RU");
    expect_match("Kursk border region", 0, "Kursk border region", "Kursk Oblast, , RU");
    expect_match("Khan Younis", 0, "Khan Younis", "Khan Yunis, Gaza Strip, PS");
    expect_match("Khan\n  Yunis was hit", 0, "Khan\n  Yunis", "Khan Yunis, Gaza Strip, PS");
    expect_match("Rio de Janeiro", 0, "Rio de Janeiro", "Rio de Janeiro, , BR");
    expect_match("Guinea-Bissau", 0, "Guinea-Bissau", "Guinea-Bissau, , GW");
    expect_match("Guinea and Bissau", 0, "Guinea", "Guinea, , GN");
    expect_match("South Korea", 0, "South Korea", "South Korea, , KR");
    expect_match("Deir ez-Zor province", 0, "Deir ez-Zor province", "Deir ez-Zor Governorate, , SY");
    expect_match("the Gaza Strip", 4, "Gaza Strip", "Gaza Strip, , PS");
    expect_match("North Darfur state", 0, "North Darfur state", "North Darfur, , SD");
    expect_match("southern Lebanon", 0, "southern Lebanon", "Southern Lebanon, , LB");
}

static void finds_both_in_one_look(void **state)
{
    (void)state;
    const char *texts[] = {
        "Ukraine",
        "Ukrainians in Kyiv",
        "a Dane's house",
        "the Danes' houses",
        "Cox's Bazar, a port",
        "U.S. troops",
        "US-backed",
        "UK, France",
        "U",
        "Côte d'Ivoire is",
        "St. Lucia, it",
        "Congo\xE2\x80\x99s war",
        "Argentin. 7 are there",
        "Argentinian9 is",
        "Saudi Arabia's king",
        "Afghanistan9 is",
        "Afghan) and other",
        "Afghans' and others",
        "Mali\n\nPeru now",
        "Mali.Peru and",
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        for (size_t at = 0; texts[i][at] != '\0'; at++) {
            expect_both(texts[i], at);
        }
    }
}

static void folds_spelling(void **state)
{
    (void)state;
    expect_match("Ar-Raqqah", 0, "Ar-Raqqah", "Raqqa, Raqqa Governorate, SY");
    expect_match("al-Raqqa", 0, "al-Raqqa", "Raqqa, Raqqa Governorate, SY");
    expect_match("Kiev", 0, "Kiev", "Kyiv, , UA");
    expect_match("KYIV, Ukraine", 0, "KYIV", "Kyiv, , UA");
    expect_match("Bogotá", 0, "Bogotá", "Bogota, , CO");
    expect_match("Bogota\xCC\x81 said", 0, "Bogota\xCC\x81", "Bogota, , CO");
    expect_match("Łódź", 0, "Łódź", "Lodz, , PL");
    expect_match("Sana’a", 0, "Sana’a", "Sanaa, , YE");
    expect_match("Sana'a", 0, "Sana'a", "Sanaa, , YE");
    expect_match("N’Djamena", 0, "N’Djamena", "N'Djamena, , TD");
    expect_match("St. Petersburg", 0, "St. Petersburg", "Saint Petersburg, , RU");
    expect_match("D.R. Congo", 0, "D.R. Congo", "Democratic Republic of the Congo, , CD");
    expect_match("Khar\u00adkiv said", 0, "Khar\u00adkiv", "Kharkiv, Kharkiv Oblast, UA");
    expect_match("Niger State, Nigeria", 0, "Niger State", "Niger State, , NG");
    expect_match("Lagos state", 0, "Lagos state", "Lagos State, , NG");
    expect_match("Cox's Bazar", 0, "Cox's Bazar", "Cox's Bazar, , BD");
}

static void leaves_the_possessive(void **state)
{
    (void)state;
    expect_match("Ukraine's army", 0, "Ukraine", "Ukraine, , UA");
    expect_match("Ukraine’s army", 0, "Ukraine", "Ukraine, , UA");
    expect_match("the U.S.'s troops", 4, "U.S.", "United States, , US");
}

static void keeps_initialisms_and_words_apart(void **state)
{
    (void)state;
    expect_match("the US army", 4, "US", "United States, , US");
    expect_match("the U.S. army", 4, "U.S.", "United States, , US");
    expect_match("told us that", 5, NULL, NULL);
    expect_match("Us and them", 0, NULL, NULL);
    expect_match("a turkey sandwich", 2, NULL, NULL);
    expect_match("china plates", 0, NULL, NULL);
    expect_match("Malicious", 0, NULL, NULL);
    expect_match("Omani", 0, NULL, NULL);
    expect_match("Parish", 0, NULL, NULL);
}

static void stops_at_sentences_and_paragraphs(void **state)
{
    (void)state;
    expect_match("in Mexico. City officials", 3, "Mexico", "Mexico, , MX");
    expect_match("Gaza\n\nCity officials", 0, "Gaza", "Gaza Strip, , PS");
    expect_match("Gaza, City", 0, "Gaza", "Gaza Strip, , PS");
    expect_match("Guinea-", 0, "Guinea", "Guinea, , GN");
    expect_match("Kursk", 0, "Kursk", "Kursk, Kursk Oblast, RU");
}

static void stays_inside_the_given_end(void **state)
{
    (void)state;
    struct place_match match;
    struct str text = STR("Gaza City");
    assert_true(place_match(text, 0, 4, &match));
    assert_int_equal(match.end, 4);
    assert_false(place_match(text, 0, 3, &match));
    assert_false(place_match(text, 9, 9, &match));
}

static void demonyms_are_not_places(void **state)
{
    (void)state;
    static const struct {
        const char *text, *country;
    } demonyms[] = {{"Ukrainian troops", "UA"}, {"North Koreans", "KP"}, {"Emirati jets", "AE"},
                    {"British", "GB"},          {"Filipino", "PH"},      {"Congolese", "CD"},
                    {"Saudis", "SA"},           {"Thai worker", "TH"}};
    for (size_t i = 0; i < sizeof demonyms / sizeof *demonyms; i++) {
        struct place_match match;
        struct str text = str_from(demonyms[i].text);
        assert_false(place_match(text, 0, text.size, &match));
        assert_true(place_match_demonym(text, 0, text.size, &match));
        assert_true(str_equal(place_candidate(&match, 0).country, str_from(demonyms[i].country)));
    }
    struct place_match match;
    struct gazetteer_entry country;
    assert_true(place_country_of_people(STR("north korean"), &country));
    assert_true(str_equal(country.name, STR("North Korea")));
    assert_false(place_country_of_people(STR("North Korean soldiers"), &country));
    assert_false(place_country_of_people(STR("Ukraine"), &country));
    assert_false(place_match_demonym(STR("polish the brass"), 0, 16, &match));
    assert_false(place_match_demonym(STR("Ukraine"), 0, 7, &match));
}

static void knows_what_people_are_called(void **state)
{
    (void)state;
    static const struct {
        const char *country, *adjective, *people;
    } expected[] = {{"North Korea", "North Korean", "North Koreans"},
                    {"China", "Chinese", "Chinese"},
                    {"Denmark", "Danish", "Danes"},
                    {"United Kingdom", "British", "Britons"}};
    struct str adjective;
    struct str people;
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        assert_true(place_people(str_from(expected[i].country), &adjective, &people));
        assert_true(str_equal(adjective, str_from(expected[i].adjective)));
        assert_true(str_equal(people, str_from(expected[i].people)));
    }
    assert_false(place_people(STR("Kursk"), &adjective, &people));
    assert_false(place_people(STR("Antarctica"), &adjective, &people));
    assert_false(place_people(STR("civilians"), &adjective, &people));
}

static void a_name_can_mean_several_places(void **state)
{
    (void)state;
    struct place_match match;
    struct gazetteer_entry entry;
    assert_true(place_find(STR("kursk"), &match));
    assert_int_equal(match.count, 2);
    assert_true(place_choose(&match, (struct str){NULL, 0}, PLACE_ANY, &entry));
    assert_int_equal(entry.kind, PLACE_CITY);
    assert_true(place_choose(&match, (struct str){NULL, 0}, PLACE_BIT(PLACE_REGION), &entry));
    assert_true(str_equal(entry.name, STR("Kursk Oblast")));
    assert_false(place_choose(&match, (struct str){NULL, 0}, PLACE_BIT(PLACE_VILLAGE), &entry));

    assert_true(place_find(STR("Georgia"), &match));
    assert_true(place_choose(&match, (struct str){NULL, 0}, PLACE_ANY, &entry));
    assert_true(str_equal(entry.country, STR("GE")));
    assert_true(place_choose(&match, STR("US"), PLACE_ANY, &entry));
    assert_true(str_equal(entry.country, STR("US")));
    assert_int_equal(entry.kind, PLACE_REGION);
    assert_true(place_choose(&match, STR("BR"), PLACE_ANY, &entry));
    assert_true(str_equal(entry.country, STR("GE")));

    assert_true(place_find(STR("Tripoli"), &match));
    assert_true(place_choose(&match, STR("LB"), PLACE_ANY, &entry));
    assert_true(str_equal(entry.country, STR("LB")));
}

static void says_which_names_are_everyday_words(void **state)
{
    (void)state;
    struct place_match match;
    assert_true(place_find(STR("Chad"), &match));
    assert_true(match.common);
    assert_true(place_find(STR("Nice"), &match));
    assert_true(match.common);
    assert_true(place_find(STR("Odesa"), &match));
    assert_false(match.common);
}

static void finds_whole_names_only(void **state)
{
    (void)state;
    struct place_match match;
    assert_true(place_find(STR("khan yunis"), &match));
    assert_false(place_find(STR("khan"), &match));
    assert_false(place_find(STR("Kursk."), &match));
    assert_false(place_find(STR(""), &match));
    assert_false(place_find(STR("-"), &match));
    assert_false(place_find(STR("Ukraine's"), &match));
}

static void knows_countries_by_code(void **state)
{
    (void)state;
    struct gazetteer_entry entry;
    assert_true(place_country(STR("KP"), &entry));
    assert_true(str_equal(entry.name, STR("North Korea")));
    assert_true(place_country(STR("AD"), &entry));
    assert_true(place_country(STR("ZW"), &entry));
    assert_true(str_equal(entry.name, STR("Zimbabwe")));
    assert_int_equal(entry.kind, PLACE_COUNTRY);
    assert_false(place_country(STR("XX"), &entry));
    assert_false(place_country(STR("kp"), &entry));
    assert_false(place_country(STR("K"), &entry));
}

/* Every code of the standard, in two letters each. */
static void knows_every_country_of_the_standard(void **state)
{
    (void)state;
    static const char codes[] = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCA"
                                "CCCDCFCGCHCICKCLCMCNCOCRCUCVCWCX"
                                "CYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGU"
                                "GWGYHKHMHNHRHTHUIDIEILIMINIOIQIRIS"
                                "ITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMN"
                                "MOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNG"
                                "NINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSK"
                                "SLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJ"
                                "TKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";
    assert_int_equal(strlen(codes), 249 * 2);
    for (size_t i = 0; i < strlen(codes); i += 2) {
        struct gazetteer_entry entry;
        if (!place_country((struct str){codes + i, 2}, &entry)) {
            fail_msg("no country %.2s", codes + i);
        }
        struct place_match match;
        assert_true(place_find(entry.name, &match));
        assert_true(str_equal(place_candidate(&match, 0).country, (struct str){codes + i, 2}));
        assert_int_equal(place_is_country(&match), place_candidate(&match, 0).kind == PLACE_COUNTRY);
    }
}

static void tells_countries_from_what_lies_in_them(void **state)
{
    (void)state;
    static const char *const countries[] = {"Ukraine", "Mali", "El Salvador"};
    static const char *const others[] = {"Kyiv", "Donetsk", "Bamako", "Crimea"};
    struct place_match match;
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++) {
        assert_true(place_find(str_from(countries[i]), &match));
        assert_true(place_is_country(&match));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_true(place_find(str_from(others[i]), &match));
        assert_false(place_is_country(&match));
    }
}

static void describes_places_that_no_table_knows(void **state)
{
    (void)state;
    struct place_match match;
    struct gazetteer_entry around;
    assert_true(place_find(STR("Kursk Oblast"), &match));
    assert_true(place_choose(&match, (struct str){NULL, 0}, PLACE_ANY, &around));
    struct gazetteer_entry village = place_unlisted(STR("Verkhny Lug"), PLACE_VILLAGE, &around);
    assert_true(str_equal(village.region, STR("Kursk Oblast")));
    assert_true(str_equal(village.country, STR("RU")));
    assert_string_equal(place_kind_precision(village.kind), "village");
    village = place_unlisted(STR("Verkhny Lug"), PLACE_VILLAGE, NULL);
    assert_null(village.country.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_longest_name),
        cmocka_unit_test(folds_spelling),
        cmocka_unit_test(leaves_the_possessive),
        cmocka_unit_test(keeps_initialisms_and_words_apart),
        cmocka_unit_test(stops_at_sentences_and_paragraphs),
        cmocka_unit_test(stays_inside_the_given_end),
        cmocka_unit_test(demonyms_are_not_places),
        cmocka_unit_test(knows_what_people_are_called),
        cmocka_unit_test(a_name_can_mean_several_places),
        cmocka_unit_test(says_which_names_are_everyday_words),
        cmocka_unit_test(finds_both_in_one_look),
        cmocka_unit_test(finds_whole_names_only),
        cmocka_unit_test(knows_countries_by_code),
        cmocka_unit_test(knows_every_country_of_the_standard),
        cmocka_unit_test(tells_countries_from_what_lies_in_them),
        cmocka_unit_test(describes_places_that_no_table_knows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
