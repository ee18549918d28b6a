/* What dateline-rules explains, by folders of rules made for these tests and by the English ones. */
#include "tests/inspect/run.h"

#include "tests/cmocka.h"

static const char good[] = GOOD;

static void explains_a_text(void **state)
{
    (void)state;
    struct run run = RUN("explain", "--rules", good, "--published", "2024-12-17",
                         "The Monday Times said it fell two days after Friday.");
    assert_int_equal(INSPECT_OK, run.status);
    expect_all(
        buffer_str(&run.out),
        "published 2024-12-17, a Tuesday; time rules of " GOOD "\n"
        "\n"
        "text, sentence 1\n"
        "    The Monday Times said it fell two days after Friday.\n"
        "        ............              ^^^^^^^^^^^^^^^^^^^^^\n"
        "\n"
        "  \"Monday Times\"  no time expression\n"
        "      made by  trap.paper             words      time.rules:5  \"Monday Times\" => NOTIME\n"
        "      lost     weekday                words      time.rules:7  \"Monday\": shorter than trap.paper "
        "(\"Monday Times\")\n"
        "               weekday.too            words      time.rules:10  \"Monday\": shorter than trap.paper "
        "(\"Monday Times\")\n"
        "\n"
        "  \"two days after Friday\"  DATE 2024-12-22\n"
        "      days     2024-12-22 (day)\n"
        "      anchor   2024-12-17, the day of publication; by way of \"Friday\"\n"
        "      tense    past: told by \"fell\" before it\n"
        "      made by  length                 words      time.rules:16  \"two days\" => LENGTH "
        "span(COUNT=2, "
        "UNIT=day)\n"
        "               weekday                words      time.rules:7  \"Friday\" => DAY named(week, "
        "WEEKDAY=5)\n"
        "               after                  phrases    time.rules:23  \"two days after Friday\" => DAY "
        "beyond(LENGTH='two days', DAY='Friday')\n"
        "      lost     weekday.too            words      time.rules:10  \"Friday\": as long as weekday, "
        "which "
        "stands before it in line 7\n"
        "               days                   phrases    time.rules:25  \"days after\": pass words came "
        "first: length (\"two days\")\n");
    run_release(&run);
}

static void tells_why_rules_lost(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *said;
    } cases[] = {
        {"on 31 February", "date                   words      time.rules:12  \"31 February\": refused by its "
                           "action: day(MONTH=2, NUMBER=31)\n"},
        {"on 3 May",
         "month                  words      time.rules:14  \"May\": begins inside date (\"3 May\")"},
        {"two days later", "later                  words      time.rules:18  \"days later\": begins inside "
                           "length (\"two days\")"},
        {"it will end on Monday", "tense    future: told by \"will\" before it\n"},
        {"on Monday it fell", "tense    past: told by \"fell\" behind it\n"},
        {"it is on Monday", "tense    unknown: no verb tells\n      or else  2024-12-23, 2024-12-23 (day)\n"},
        {"it said in the long long long while on Monday",
         "tense    unknown: \"said\" before it leaves it open"},
        {"it fell in the long long long while before Monday",
         "tense    unknown: \"fell\" before it is too far"},
        {"the long while until Monday", "tense    future: a term lies ahead when no verb tells\n"},
        {"nothing of it", "    nothing of it\n  no rule matches\n"},
        {"9999999 days after Friday",
         "    9999999 days after Friday\n    .........................\n\n"
         "  \"9999999 days after Friday\"  no time expression: it has no sensible value\n"},
        {"the while until Monday",
         "related  until                  relations  time.rules:30  \"until Monday\" "
         "=> LINK relate(until, DAY='Monday')\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct run run = RUN("explain", "--rules", good, cases[i].text);
        assert_int_equal(INSPECT_OK, run.status);
        expect_in(buffer_str(&run.out), "published 2024-12-17, a Tuesday (the date of the rules' examples)");
        expect_in(buffer_str(&run.out), cases[i].said);
        run_release(&run);
    }
}

/* Marks lie below the words they are about, whatever the letters and however long the sentence. */
static void underlines_the_places(void **state)
{
    (void)state;
    static const char text[] =
        "\u00c9t\u00e9 fell on  Monday\tnear the village, and a good many other villages "
        "along the river to the sea said Friday was quiet.";
    struct run run = RUN("explain", "--rules", good, text);
    expect_in(
        buffer_str(&run.out),
        "    \u00c9t\u00e9 fell on Monday near the village, and a good many other villages along the river "
        "to the sea\n"
        "                ^^^^^^\n"
        "    said Friday was quiet.\n"
        "         ^^^^^^\n");
    run_release(&run);
}

static void explains_title_and_text(void **state)
{
    (void)state;
    const char *const arguments[] = {"explain", "--rules",     good,         "--title", "Tower fell Monday",
                                     "-",       "--published", "2024-05-10", NULL};
    struct run run = run_on("It fell on Friday.", arguments);
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "title, sentence 1\n    Tower fell Monday\n               ^^^^^^\n");
    expect_in(buffer_str(&run.out), "\"Monday\"  DATE 2024-05-06\n");
    expect_in(buffer_str(&run.out), "text, sentence 1\n    It fell on Friday.\n");
    expect_in(buffer_str(&run.out), "\"Friday\"  DATE 2024-05-10\n");
    run_release(&run);
}

static void shows_items(void **state)
{
    (void)state;
    struct run run = RUN("explain", "--rules", good, "--items", "The two Monday Times, 31");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out),
              "      items    The                    WORD CAPITALIZED STARTER\n"
              "               two                    WORD CARDINAL=2 COUNT=2\n"
              "               Monday                 WORD CAPITALIZED WEEKDAY=1\n"
              "               Times                  WORD CAPITALIZED PAPER\n"
              "               ,                      PUNCT\n"
              "               31                     NUMBER=31 PLAIN DIGITS2 COUNT=31\n");
    run_release(&run);
    run = RUN("explain", "--rules", good, "--items", "--json", "Monday");
    expect_in(buffer_str(&run.out), "\"items\":[{\"begin\":0,\"end\":6,\"text\":\"Monday\","
                                    "\"classes\":\"WORD CAPITALIZED WEEKDAY=1\"}]");
    run_release(&run);
}

static void explains_as_json(void **state)
{
    (void)state;
    struct run run = RUN("explain", "--rules", good, "--json", "\u00c9t\u00e9 fell on 31 February.");
    assert_int_equal(INSPECT_OK, run.status);
    expect_all(
        buffer_str(&run.out),
        "{\"published\":\"2024-12-17\",\"language\":\"xx\",\"folder\":\"" GOOD "\",\"sentences\":["
        "{\"field\":\"text\",\"begin\":0,\"end\":24,\"text\":\"\u00c9t\u00e9 fell on 31 "
        "February.\",\"clutter\":false,"
        "\"places\":[{\"begin\":15,\"end\":23,\"text\":\"February\",\"timex\":{\"field\":\"text\",\"begin\":"
        "15,"
        "\"end\":23,\"text\":\"February\",\"type\":\"DATE\",\"value\":\"2024-02\",\"mod\":null,"
        "\"date\":{\"first\":\"2024-02-01\",\"last\":\"2024-02-29\",\"precision\":\"month\","
        "\"edtf\":\"2024-02\"},\"anchor\":\"published\",\"rule\":\"month\"},\"anchor_day\":\"2024-12-17\","
        "\"tense\":{\"value\":\"past\",\"why\":\"told by \\\"fell\\\" before it\","
        "\"cue\":{\"begin\":4,\"end\":8,\"text\":\"fell\"}},"
        "\"fired\":[{\"rule\":\"month\",\"pass\":\"words\",\"file\":\"" GOOD "/time.rules\",\"line\":14,"
        "\"begin\":15,\"end\":23,\"text\":\"February\",\"makes\":\"PERIOD\",\"calls\":\"month(MONTH=2)\","
        "\"outcome\":\"fired\",\"winner\":null}],"
        "\"lost\":[{\"rule\":\"date\",\"pass\":\"words\",\"file\":\"" GOOD "/time.rules\",\"line\":12,"
        "\"begin\":12,\"end\":23,\"text\":\"31 February\",\"makes\":\"DAY\","
        "\"calls\":\"day(MONTH=2, NUMBER=31)\",\"outcome\":\"refused\","
        "\"why\":\"refused by its action: day(MONTH=2, NUMBER=31)\",\"winner\":null}]}]}]}\n");
    run_release(&run);
}

static void explains_reports_as_json(void **state)
{
    (void)state;
    struct run run =
        RUN("explain", "--report", "--json", "--published", "2025-03-02",
            "\u00c9t\u00e9 came. Nine men were killed in Tolm. Two women were wounded in Brask. It rained.");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "\"text\":\"\u00c9t\u00e9 came.\",\"clutter\":false,\"reports\":[],");
    expect_in(buffer_str(&run.out),
              "\"text\":\"Nine men were killed in Tolm.\",\"clutter\":false,\"reports\":[{\"id\":null,");
    expect_in(buffer_str(&run.out), "\"min\":9,\"max\":9,");
    expect_in(buffer_str(&run.out), "\"text\":\"Two women were wounded in Brask.\",\"clutter\":false,"
                                    "\"reports\":[{\"id\":null,");
    expect_in(buffer_str(&run.out), "\"text\":\"It rained.\",\"clutter\":false,\"reports\":[],");
    run_release(&run);
}

/* Of report rules too: what they would match had an earlier pass not made one item of the words. */
static void tells_which_pass_came_first(void **state)
{
    (void)state;
    static const char passes[] = FOLDER "passes/xx";
    struct run run = RUN("explain", "--report", "--published", "2024-12-17", "--rules", passes,
                         "It cost two or $3, not two. It cost $3.");
    assert_int_equal(INSPECT_OK, run.status);
    expect_all(
        buffer_str(&run.out),
        "published 2024-12-17, a Tuesday; report rules of " FOLDER "passes/xx\n"
        "\n"
        "text, sentence 1\n"
        "    It cost two or $3, not two.\n"
        "            ...    ..      ...\n"
        "\n"
        "  \"two\"\n"
        "      made by  number                 numbers    report.rules:8  \"two\" => QUANTITY "
        "count(COUNT=2)\n"
        "\n"
        "  \"$3\"\n"
        "      made by  money                  measures   report.rules:3  \"$3\" => MEASURED\n"
        "      lost     number                 numbers    report.rules:8  \"3\": pass measures came first: "
        "money (\"$3\")\n"
        "\n"
        "  \"two\"\n"
        "      made by  number                 numbers    report.rules:8  \"two\" => QUANTITY "
        "count(COUNT=2)\n"
        "\n"
        "text, sentence 2\n"
        "    It cost $3.\n"
        "            ..\n"
        "\n"
        "  \"$3\"\n"
        "      made by  money                  measures   report.rules:3  \"$3\" => MEASURED\n"
        "      lost     number                 numbers    report.rules:8  \"3\": pass measures came first: "
        "money (\"$3\")\n");
    run_release(&run);
}

/* The English rules declare seeds; those of the tests do not. */
static void tells_of_sentences_without_seeds(void **state)
{
    (void)state;
    struct run run = RUN("explain", "The mayor of Tolm was not there.");
    expect_in(buffer_str(&run.out), "    The mayor of Tolm was not there.\n"
                                    "  no rule is tried: none of their seeds is in it\n");
    run_release(&run);
}

static void says_in_json_what_makes_no_sense(void **state)
{
    (void)state;
    struct run run = RUN("explain", "--rules", good, "--json", "9999999 days after Friday");
    expect_in(buffer_str(&run.out),
              "\"text\":\"9999999 days after Friday\",\"timex\":null,\"senseless\":true,");
    run_release(&run);
    run = RUN("explain", "--rules", good, "--json", "the Monday Times");
    expect_in(buffer_str(&run.out), "\"text\":\"Monday Times\",\"timex\":null,\"senseless\":false,");
    run_release(&run);
}

/* As the server reads it: the region tells day from month, and so does the other field. */
static void reads_title_and_language(void **state)
{
    (void)state;
    struct run run = RUN("explain", "Kolna fell on 04/05/2024.");
    expect_in(buffer_str(&run.out), "  DATE 2024-04-05\n");
    run_release(&run);
    run = RUN("explain", "--language=en-GB", "Kolna fell on 04/05/2024.");
    expect_in(buffer_str(&run.out), "  DATE 2024-05-04\n");
    run_release(&run);
    run = RUN("explain", "--title", "Brask fell on 25/12/2024", "Kolna fell on 04/05/2024.");
    expect_in(buffer_str(&run.out), "  DATE 2024-05-04\n");
    run_release(&run);
    run = RUN("explain", "--title", "Brask fell on 04/05/2024", "Kolna fell on 25/12/2024.");
    expect_in(buffer_str(&run.out), "  DATE 2024-05-04\n");
    run_release(&run);
}

/* The rules that are compiled in, and those for reports. */
static void explains_english(void **state)
{
    (void)state;
    struct run run = RUN("explain", "--published", "2025-03-02",
                         "The guards left Tolm on Monday. The next day rain fell.");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "published 2025-03-02, a Sunday; time rules of en, as compiled in\n");
    expect_in(buffer_str(&run.out), "\"Monday\"  DATE 2025-02-24\n");
    expect_in(buffer_str(&run.out), "      tense    past: told by \"left\" before it\n");
    expect_in(buffer_str(&run.out), "\"The next day\"  DATE 2025-02-25\n");
    expect_in(buffer_str(&run.out), "      anchor   2025-02-24, spoken of before (narrative)\n");
    run_release(&run);
    run = RUN("explain", "--report", "--published", "2025-03-02",
              "Nine Norland soldiers were killed in Tolm on Friday.");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "  report killed, confirmed, 9 to 9 of Norland, 2025-02-28 (day)  by ");
    expect_in(buffer_str(&run.out), " => GROUP group(");
    expect_in(buffer_str(&run.out), "lost     ");
    run_release(&run);
    run = RUN("explain", "--report", "--published", "2025-03-19",
              "Nine Norland soldiers were killed in Tolm last Tuesday.");
    expect_in(buffer_str(&run.out), " of Norland, 2025-03-18 (day) or 2025-03-11 (day)  by ");
    run_release(&run);
}

/* Every word that begins a line of an explanation. */
static void says_what_its_lines_mean(void **state)
{
    (void)state;
    static const char *const labels[] = {"days",    "anchor",  "tense", "or else",
                                         "made by", "related", "lost",  "^^^ ..."};
    struct run run = RUN("explain", "--help");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        char line[32];
        (void)snprintf(line, sizeof line, "\n  %-10s ", labels[i]);
        expect_in(buffer_str(&run.out), line);
    }
    run_release(&run);
}

/* What is noted of a text takes more memory than the server has for it. */
static void explains_long_texts(void **state)
{
    (void)state;
    static const char paragraph[] =
        "The guards left Tolm on Monday. The next day, 3 May 2024, rain fell.\n\n";
    struct buffer text;
    buffer_init(&text, 1 << 20);
    for (unsigned i = 0; i < 2000; i++) {
        buffer_append_str(&text, str_from(paragraph));
    }
    buffer_append_char(&text, '\0');
    assert_int_equal(OK, buffer_status(&text));
    struct run run = run_on(text.data, (const char *const[]){"explain", "-", NULL});
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "text, sentence 4000\n");
    run_release(&run);
    buffer_release(&text);
}

/* A terminal obeys what is in no text of a newspaper. */
static void shows_no_control_characters(void **state)
{
    (void)state;
    struct run run = RUN("explain", "--rules", good, "on 31\x1b\xc2\x9b February");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "    on 31 February\n");
    expect_in(buffer_str(&run.out), "\"31 February\": refused by its action");
    for (size_t i = 0; i < run.out.size; i++) {
        assert_true((unsigned char)run.out.data[i] < 0x7f &&
                    (run.out.data[i] >= ' ' || run.out.data[i] == '\n'));
    }
    run_release(&run);
}

/* A word that could be a file's name and is none. */
static void reads_single_words(void **state)
{
    (void)state;
    static const char *const words[] = {"Monday",   "25/12/2024", "2024.12.25", "10.5", "U.S.",
                                        "Monday\t", "5/6",        "...",        "p.m",  "On/off 3.txt"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct run run = RUN("explain", "--rules", good, words[i]);
        expect_all(buffer_str(&run.messages), "");
        assert_int_equal(INSPECT_OK, run.status);
        run_release(&run);
    }
    struct run run = RUN("explain", "--rules", good, "--title", "Monday", "");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "title, sentence 1\n    Monday\n");
    run_release(&run);
}

static void reads_files(void **state)
{
    (void)state;
    static const char file[] = FOLDER "corpus/later.tsv";
    struct run run = RUN("explain", "--rules", good, file);
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "days later it fell");
    run_release(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(explains_a_text),
        cmocka_unit_test(tells_why_rules_lost),
        cmocka_unit_test(underlines_the_places),
        cmocka_unit_test(explains_title_and_text),
        cmocka_unit_test(shows_items),
        cmocka_unit_test(explains_as_json),
        cmocka_unit_test(explains_reports_as_json),
        cmocka_unit_test(tells_which_pass_came_first),
        cmocka_unit_test(tells_of_sentences_without_seeds),
        cmocka_unit_test(says_in_json_what_makes_no_sense),
        cmocka_unit_test(reads_title_and_language),
        cmocka_unit_test(explains_english),
        cmocka_unit_test(says_what_its_lines_mean),
        cmocka_unit_test(explains_long_texts),
        cmocka_unit_test(shows_no_control_characters),
        cmocka_unit_test(reads_single_words),
        cmocka_unit_test(reads_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
