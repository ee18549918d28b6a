/* The whole pipeline: title and text, their time expressions and reports. */
#include "ingest/ingest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct article article_of(const char *title, const char *text)
{
    struct article article = {.title = str_from(title), .text = str_from(text)};
    struct error error = {0};

    assert_int_equal(instant_parse(STR("2024-12-17T08:00:00Z"), &article.published, &error), OK);
    return article;
}

static int setup(void **state)
{
    static struct arena arena;

    arena_init(&arena, (size_t)64 << 20);
    *state = &arena;
    return 0;
}

static int teardown(void **state)
{
    arena_release(*state);
    return 0;
}

/* Time expressions of the title come first; a report's basis is an index into the whole list. */
static void test_title_and_text(void **state)
{
    struct article article =
        article_of("Four killed on Sunday", "Shells killed four farmers on Sunday, not on Monday.");
    struct analysis analysis;
    const struct report *report;

    assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
    assert_true(analysis.timexes.count >= 2);
    assert_int_equal(analysis.timexes.items[0].field, FIELD_TITLE);
    assert_int_equal(analysis.timexes.items[1].field, FIELD_TEXT);
    assert_int_equal(analysis.report_count, 1);
    report = &analysis.reports[0];
    assert_int_equal(report->evidence.field, FIELD_TEXT);
    assert_int_equal(report->basis_timex, 1);
    assert_int_equal(report->date.first, civil_to_day(2024, 12, 15));
}

/* Without a body the headline is all there is. */
static void test_title_alone(void **state)
{
    struct article article = article_of("Four soldiers killed in Khartoum on Sunday", " \n");
    struct analysis analysis;

    assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
    assert_int_equal(analysis.report_count, 1);
    assert_int_equal(analysis.reports[0].evidence.field, FIELD_TITLE);
    assert_int_equal(analysis.reports[0].count.min, 4);
}

/* The region of the language settles which number of a date is the month. */
static void test_region_of_the_language(void **state)
{
    struct article article = article_of("Depot burns on 03/04/2024", "The depot burned on 03/04/2024.");
    struct analysis analysis;

    for (int british = 0; british < 2; british++) {
        article.language = british ? STR("en-GB") : STR("en-US");
        assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
        assert_int_equal(analysis.timexes.count, 2);
        for (size_t i = 0; i < 2; i++) {
            assert_string_equal(analysis.timexes.items[i].value, british ? "2024-04-03" : "2024-03-04");
            assert_int_equal(analysis.timexes.items[i].alternative_count, 0);
        }
    }
}

/* What the title leaves open the text may tell, and the other way round. */
static void test_title_and_text_tell_of_each_other(void **state)
{
    struct article article =
        article_of("Since the 3 March attack and 04/05/2024",
                   "Brask burned on 3 March 2022, Kolna on 25/08/2024 and on 05/06/2024.");
    struct analysis analysis;
    static const char *const values[] = {"2022-03-03", "2024-05-04", "2022-03-03", "2024-08-25",
                                         "2024-06-05"};

    assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
    assert_int_equal(analysis.timexes.count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_string_equal(analysis.timexes.items[i].value, values[i]);
    }
    article = article_of("Brask burned on 25/08/2024", "Kolna burned on 04/05/2024.");
    assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
    assert_int_equal(analysis.timexes.count, 2);
    assert_string_equal(analysis.timexes.items[1].value, "2024-05-04");
}

/* A claim without a day or place takes those that the headline tells with the same figure. */
static void test_headline_of_a_claim(void **state)
{
    static const struct {
        const char *title, *text, *place; /* of the last claim; NULL: none */
        int day;                          /* of December; 0: none */
    } cases[] = {
        {"14 killed in attack on Kharkiv on Sunday", "Fourteen people were killed, the governor said.",
         "Kharkiv", 15},
        {"Norland Strike On Kharkiv Kills 14 On Sunday", "At least 14 people were killed.", "Kharkiv", 15},
        {"Blast in Kolna kills 14", "Fourteen people were killed in a market on Sunday.", "Kolna", 15},
        {"Dozens killed in Kolna on Sunday", "The town is small. Dozens of people were killed by shells.",
         "Kolna", 15},
        /* what stands beside it was then and there, too */
        {"14 killed in Kolna on Sunday", "Fourteen people were killed and 30 wounded, the governor said.",
         "Kolna", 15},
        /* what the text says itself wins, and says that it is another */
        {"14 killed in Kolna on Sunday", "Fourteen people were killed on Monday.", NULL, 16},
        {"14 killed in attack on Kharkiv on Sunday", "Fourteen people were killed in Goma, he said.", "Goma",
         0},
        {"14 killed in Kolna on Sunday", "In November, 14 people were killed in a raid.", NULL, 0},
        {"In 2012 rebels killed 14 in Kolna", "On Monday 14 people were killed in a raid.", NULL, 16},
        {"Rebels killed 14 in Kolna in May", "On Monday 14 people were killed in a raid.", NULL, 16},
        {"14 killed in Kolna", "On 1 December 14 people were killed in a raid.", NULL, 1},
        {"14 killed in Kolna on Sunday", "Another 14 people were killed in a raid.", NULL, 0},
        {"14 killed in Kolna on Sunday", "Nine people were killed in a raid.", NULL, 0},
        {"14 killed in Kolna on Sunday", "Fourteen people were wounded in a raid.", NULL, 0},
        {"14 soldiers killed in Kolna on Sunday", "Fourteen farmers were killed in a raid.", NULL, 0},
        {"Soldier killed in Kolna on Sunday", "A soldier was killed in a raid.", NULL, 0},
        {"14 killed in Kolna, 14 in Sumy on Sunday", "Fourteen people were killed.", NULL, 0},
        {"Army denies killing 14 in Kolna on Sunday", "Fourteen people were killed, he said.", NULL, 0},
        {"What we know of Kolna on Sunday", "Fourteen people were killed, he said.", NULL, 0},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct article article = article_of(cases[i].title, cases[i].text);
        struct analysis analysis;
        const struct report *report;

        assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
        assert_true(analysis.report_count > 0);
        report = &analysis.reports[analysis.report_count - 1];
        if (report->place_count != (cases[i].place == NULL ? 0 : 1) ||
            (cases[i].place != NULL && !str_equal(report->places[0].name, str_from(cases[i].place)))) {
            fail_msg("\"%s\" below \"%s\": not in %s", cases[i].text, cases[i].title,
                     cases[i].place == NULL ? "no place" : cases[i].place);
        }
        if (cases[i].day == 0 ? report->date.first == civil_to_day(2024, 12, 15)
                              : report->date.first != civil_to_day(2024, 12, cases[i].day)) {
            fail_msg("\"%s\" below \"%s\": another day", cases[i].text, cases[i].title);
        }
        assert_int_equal(report->evidence.field, FIELD_TEXT);
    }
}

/* The words that a date of the headline rests on stand there. */
static void test_words_in_the_headline(void **state)
{
    struct article article = article_of("14 killed in Kolna on Sunday", "Fourteen people were killed.");
    struct analysis analysis;

    assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
    assert_int_equal(analysis.report_count, 1);
    assert_int_equal(analysis.reports[0].basis_timex, 0);
    assert_int_equal(analysis.reports[0].basis.field, FIELD_TITLE);
    assert_int_equal(analysis.reports[0].basis.begin, 22);
}

static void test_nothing_at_all(void **state)
{
    struct article article = article_of(NULL, "");
    struct analysis analysis;

    assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
    assert_int_equal(analysis.report_count, 0);
    assert_int_equal(analysis.timexes.count, 0);
}

static void test_unknown_language(void **state)
{
    struct article article = article_of(NULL, "Cuatro soldados murieron el domingo.");
    struct analysis analysis;
    struct error error = {0};

    article.language = STR("es");
    assert_int_equal(ingest_analyse(*state, &article, &analysis, &error), ERR_UNSUPPORTED);
    assert_string_equal(error.pointer, "/language");
    assert_non_null(strstr(error.message, "es"));
}

/* A language that is only assumed is doubted when next to no word is one of its own. */
static void test_assumed_language(void **state)
{
    static const struct {
        const char *text;
        bool taken;
    } cases[] = {
        {"Bei einem Angriff auf die Stadt Kolna wurden am Sonntag mindestens zwölf Soldaten aus Norland "
         "getötet, wie "
         "der Gouverneur in der Nacht sagte. Nach seinen Worten war zunächst nicht klar, was in dem Dorf "
         "Brask so "
         "plötzlich geschehen war; also blieb die Straße gesperrt, und an eine Rückkehr der Bewohner war "
         "noch nicht "
         "zu denken.",
         false},
        {"Pelo menos doze soldados de Norland foram mortos no domingo num ataque a uma base perto da cidade "
         "de Kolna, "
         "disse a polícia. A estrada no norte ficou fechada e as tropas foram enviadas a outras aldeias, "
         "como o "
         "governador já tinha pedido em Brask.",
         false},
        {"Щонайменше дванадцять солдатів загинули в неділю під час нападу на базу біля міста Колна, "
         "повідомила поліція. "
         "Губернатор сказав, що дорогу на північ закрито, а війська відправлено до інших сіл, і що про "
         "повернення "
         "мешканців поки що не йдеться.",
         false},
        {"At least twelve Norland soldiers were killed on Sunday in an attack on a base close to Kolna, "
         "police said. "
         "Governor Arno Lind said roads had been closed and troops sent to villages further north, and that "
         "nobody "
         "could return yet.",
         true},
        /* next to no word that leads to another one */
        {"A car bomb exploded outside a police station in Kolna on Monday, killing five officers, police "
         "said. "
         "The explosion damaged several shops. Hospital officials said 17 people were wounded. Hours later, "
         "gunmen opened fire on a checkpoint in Brask. Three soldiers died. The attackers escaped.",
         true},
        /* words that English has, too */
        {"Le général commandant la mission a indiqué que trois positions avaient été reprises pendant la "
         "nuit. "
         "Quatre journalistes sont portés disparus depuis mardi; une commission internationale doit enquêter "
         "sur ces incidents, et six civils blessés restent dans un hôpital sous protection de la police.",
         false},
        {"Bij een aanval op de stad Kolna zijn zondag zeker twaalf soldaten uit Norland gedood, aldus de "
         "politie. "
         "De weg over de brug was dicht; het leger had maar weinig water en moest een week wachten op hulp "
         "van "
         "de marine, die onder vuur lag.",
         false},
        /* names and figures */
        {"Missing: Arno Lind (34), Brask; Mira Holt (29), Kolna; Jon Tarrow (41), Kolna; Ada Lind (7), "
         "Brask.",
         true},
        {"Zwölf Soldaten starben am Sonntag bei Kolna.", true}, /* too short to tell */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct article article = article_of(NULL, cases[i].text);
        struct analysis analysis;
        struct error error = {0};
        article.language = STR("en");
        article.language_assumed = true;
        enum status status = ingest_analyse(*state, &article, &analysis, &error);
        if (status != (cases[i].taken ? OK : ERR_UNSUPPORTED)) {
            fail_msg("%s", cases[i].text);
        }
        assert_string_equal(error.pointer, cases[i].taken ? "" : "/language");
        article.language_assumed = false; /* whoever says it is believed */
        assert_int_equal(ingest_analyse(*state, &article, &analysis, &error), OK);
    }
}

/* Who asserts what nobody is cited for: the publisher. */
static void test_publisher_is_the_source(void **state)
{
    struct article article = article_of(NULL, "Four soldiers were killed. Two were wounded, the army said.");
    struct analysis analysis;

    article.publisher = STR("Norvik Herald");
    assert_int_equal(ingest_analyse(*state, &article, &analysis, NULL), OK);
    assert_int_equal(analysis.report_count, 2);
    assert_true(str_equal(analysis.reports[0].source_name, STR("Norvik Herald")));
    assert_null(analysis.reports[0].source.text.data);
    assert_true(str_equal(analysis.reports[1].source_name, STR("army")));
}

/* Any limit of memory gives an error, never a wrong answer. */
/* A list of nothing but the shortest time expressions takes more memory than its length allows. */
static void test_little_but_time_expressions(void **state)
{
    static char text[1000001];
    struct article article = article_of("", "");
    struct analysis analysis;
    struct error error = {0};

    for (size_t at = 0; at < sizeof text - 1; at++) {
        text[at] = "now "[at % 4];
    }
    article.text = (struct str){text, 40000};
    assert_int_equal(ingest_analyse(*state, &article, &analysis, &error), OK);
    assert_int_equal(analysis.timexes.count, 10000);
    article.text.size = sizeof text - 1;
    assert_int_equal(ingest_analyse(*state, &article, &analysis, &error), ERR_TOO_LARGE);
    assert_false(((struct arena *)*state)->full);
}

static void test_out_of_memory(void **state)
{
    struct article article =
        article_of("Four killed", "Shells killed four farmers in Khartoum on Sunday, the army said. "
                                  "Nine more people were wounded in the attack.");
    size_t limit;
    enum status status = ERR_NO_MEMORY;

    (void)state;
    for (limit = 1024; status != OK; limit += limit / 8) {
        struct arena arena;
        struct analysis analysis;

        arena_init(&arena, limit);
        status = ingest_analyse(&arena, &article, &analysis, NULL);
        assert_true(status == OK || status == ERR_NO_MEMORY);
        if (status == OK) {
            assert_int_equal(analysis.report_count, 2);
        }
        arena_release(&arena);
        assert_true(limit < (size_t)64 << 20);
    }
}

static void test_rules_version(void **state)
{
    (void)state;
    assert_int_equal(strlen(ingest_rules_version()), 16);
    assert_int_equal(strspn(ingest_rules_version(), "0123456789abcdef"), 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_title_and_text, setup, teardown),
        cmocka_unit_test_setup_teardown(test_title_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(test_region_of_the_language, setup, teardown),
        cmocka_unit_test_setup_teardown(test_title_and_text_tell_of_each_other, setup, teardown),
        cmocka_unit_test_setup_teardown(test_headline_of_a_claim, setup, teardown),
        cmocka_unit_test_setup_teardown(test_words_in_the_headline, setup, teardown),
        cmocka_unit_test_setup_teardown(test_nothing_at_all, setup, teardown),
        cmocka_unit_test_setup_teardown(test_unknown_language, setup, teardown),
        cmocka_unit_test_setup_teardown(test_assumed_language, setup, teardown),
        cmocka_unit_test_setup_teardown(test_publisher_is_the_source, setup, teardown),
        cmocka_unit_test_setup_teardown(test_little_but_time_expressions, setup, teardown),
        cmocka_unit_test(test_out_of_memory),
        cmocka_unit_test(test_rules_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
