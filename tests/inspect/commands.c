/* The commands of dateline-rules, on folders of rules made for these tests and on the English ones. */
#include "inspect/inspect.h"

#include "tests/cmocka.h"

#include <stdlib.h>
#include <string.h>

#define FOLDER DATELINE_SOURCE_DIR "/tests/inspect/"
#define GOOD FOLDER "good/xx"
#define FAILING FOLDER "failing/xx"

/* The same as arguments. */
static const char good[] = GOOD;
static const char failing[] = FAILING;
static const char lengthy[] = FOLDER "long/xx";
static const char mixed[] = FOLDER "mixed/xx";
static const char corpus[] = FOLDER "corpus";
static const char bad_corpus[] = FOLDER "bad-corpus";

/* What a run gave; release with run_release. */
struct run {
    enum inspect_status status;
    struct buffer out;
    struct buffer messages;
};

static void run_release(struct run *run)
{
    buffer_release(&run->out);
    buffer_release(&run->messages);
}

/* Runs the program on the arguments, which end with NULL, and on that input. */
static struct run run_on(const char *input, const char *const *arguments)
{
    struct run run;
    int count = 0;
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(strlen(input), fwrite(input, 1, strlen(input), file));
    rewind(file);
    while (arguments[count] != NULL) {
        count++;
    }
    buffer_init(&run.out, 1 << 26);
    buffer_init(&run.messages, 1 << 26);
    run.status = inspect_run(count, arguments, file, &run.out, &run.messages);
    assert_int_equal(OK, buffer_status(&run.out));
    assert_int_equal(OK, buffer_status(&run.messages));
    fclose(file);
    return run;
}

#define RUN(...) run_on("", (const char *const[]){__VA_ARGS__, NULL})

static void expect_in(struct str text, const char *part)
{
    if (str_find(text, str_from(part), 0) == SIZE_MAX) {
        fail_msg("expected: %s\nin: %.*s", part, STR_ARG(text));
    }
}

/* What is said, and nothing else. */
static void expect_all(struct str text, const char *all)
{
    if (!str_equal(text, str_from(all)) && !(text.size == 0 && all[0] == '\0')) {
        fail_msg("expected: %s\nfound: %.*s", all, STR_ARG(text));
    }
}

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
}

static void checks_folders(void **state)
{
    (void)state;
    static const struct {
        const char *folder;
        enum inspect_status status;
        const char *out;
        const char *messages;
    } cases[] = {
        {GOOD, INSPECT_OK, GOOD "/time.rules: 10 rules, 11 examples, all hold\n", ""},
        {GOOD "/", INSPECT_OK, GOOD "/time.rules: 10 rules, 11 examples, all hold\n", ""},
        {FOLDER "bare/xx", INSPECT_OK, FOLDER "bare/xx: no rules there\n", ""},
        {FOLDER "broken/xx", INSPECT_FINDINGS, "",
         FOLDER
         "broken/xx/time.rules:7:35: error: unknown action spin: time-actions.def declares them\n"
         "    length       COUNT UNIT => LENGTH spin(COUNT, UNIT)\n"
         "                                      ^\n" FOLDER
         "broken/xx/time.rules:5:14: error: unknown class WEKDAY: no word has it and no rule makes it\n"
         "    weekday      WEKDAY => DAY named(week, WEKDAY)\n"
         "                 ^\n"},
        {FAILING, INSPECT_FINDINGS,
         FAILING "/time.rules: 2 rules, 4 examples, 3 fail\n" FAILING
                 "/report.rules: 1 rules, 4 examples, 3 fail\n",
         FAILING
         "/time.rules:6:14: error: an example of weekday fails: it gives 2024-12-16 (\"Monday\", by "
         "weekday)\n"
         "    + \"on Monday\"\t2024-12-17\n"
         "    ^\n" FAILING "/time.rules:7:14: error: an example of weekday fails: it gives 2024-12-13 "
         "(\"Friday\", by weekday)\n"
         "    + \"on Friday\" 2024-12-20\n"
         "    ^\n" FAILING
         "/time.rules:8:14: error: an example of weekday fails: it gives 2024-12-16 from \"Monday\" by this "
         "rule, 2024-12-13 from \"Friday\" by this rule\n"
         "    - \"no Monday, no Friday\"\n"
         "    ^\n" FAILING "/report.rules:4:14: error: an example of counted fails: it gives nothing\n"
         "    + \"two\" count=2\n"
         "    ^\n" FAILING
         "/report.rules:5:14: error: an example of counted fails: it expects size=2, and there is no size\n"
         "    + \"two\" size=2\n"
         "    ^\n" FAILING "/report.rules:7:14: error: an example of counted fails: it gives nothing\n"
         "    + \"two\" reports=none\n"
         "    ^\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct run run = RUN("check", cases[i].folder);
        assert_int_equal(cases[i].status, run.status);
        expect_all(buffer_str(&run.out), cases[i].out);
        expect_all(buffer_str(&run.messages), cases[i].messages);
        run_release(&run);
    }
}

static void runs_the_examples_compiled_in(void **state)
{
    (void)state;
    struct run run = RUN("check");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "time.rules: ");
    expect_in(buffer_str(&run.out), "report.rules: ");
    run_release(&run);
}

static void lists_uncovered_rules(void **state)
{
    (void)state;
    struct run run = RUN("uncovered", good);
    assert_int_equal(INSPECT_FINDINGS, run.status);
    expect_all(buffer_str(&run.out), GOOD "/time.rules:10: weekday.too: fires in no example\n" GOOD
                                          "/time.rules:18: later: fires in no example\n"
                                          "2 of 10 rules are uncovered\n");
    run_release(&run);
    run = RUN("uncovered", "--corpus", corpus, good);
    assert_int_equal(INSPECT_FINDINGS, run.status);
    expect_all(buffer_str(&run.out), GOOD "/time.rules:10: weekday.too: fires in no example\n"
                                          "1 of 10 rules are uncovered\n");
    run_release(&run);
    run = RUN("uncovered", failing);
    assert_int_equal(INSPECT_OK, run.status);
    expect_all(buffer_str(&run.out), "0 of 2 rules are uncovered\n");
    run_release(&run);
    run = RUN("uncovered", "--report", failing);
    assert_int_equal(INSPECT_OK, run.status);
    expect_all(buffer_str(&run.out), "0 of 1 rules are uncovered\n");
    run_release(&run);
}

static void lists_rules(void **state)
{
    (void)state;
    struct run run = RUN("list", good);
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "pass words: 7 rules\n" GOOD "/time.rules:5:  trap.paper "
                                    "                 1 example   => NOTIME\n" GOOD
                                    "/time.rules:7:  weekday                     2 examples  => DAY\n");
    expect_in(buffer_str(&run.out), "\npass relations keep: 1 rules\n");
    run_release(&run);
}

static void says_how_it_is_used(void **state)
{
    (void)state;
    static const char *const commands[] = {"explain", "check", "uncovered", "list"};
    struct run run = RUN("--help");
    assert_int_equal(INSPECT_OK, run.status);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char usage[64];
        expect_in(buffer_str(&run.out), commands[i]);
        (void)snprintf(usage, sizeof usage, "Usage: dateline-rules %s ", commands[i]);
        struct run help = RUN(commands[i], "--help");
        assert_int_equal(INSPECT_OK, help.status);
        assert_true(str_starts(buffer_str(&help.out), str_from(usage)));
        expect_in(buffer_str(&help.out), "Exit status: 0");
        run_release(&help);
    }
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

static void refuses_wrong_usage(void **state)
{
    (void)state;
    static const struct {
        const char *arguments[6];
        const char *message;
    } cases[] = {
        {{"exclaim"}, "there is no command exclaim; see dateline-rules --help\n"},
        {{"explain"}, "explain needs a text; see dateline-rules explain --help\n"},
        {{"explain", "a", "b"},
         "explain takes one argument, and here are 2; put the text in quotation marks\n"},
        {{"explain", "--publisher", "x", "a"},
         "explain has no option --publisher; see dateline-rules explain --help\n"},
        {{"explain", "a", "--published"}, "--published needs a value\n"},
        {{"explain", "a", "--published="}, "--published : expected a date"},
        {{"explain", "a", "--json=no"}, "--json takes no value\n"},
        {{"explain", "a", "--jso=no"}, "explain has no option --jso; see"},
        {{"explain", "--published", "2024-02-30", "a"},
         "--published 2024-02-30: there is no day 2024-02-30\n"},
        {{"explain", "on \xff Monday"}, "the text is not UTF-8\n"},
        {{"explain", ""}, "the text is empty\n"},
        {{"explain", "--json", " \n"}, "the text is empty\n"},
        {{"explain", "-"}, "the text is empty\n"},
        {{"explain", "/dev/null"}, "the text is empty\n"},
        {{"explain", "--title", " ", ""}, "the text is empty, and so is the title\n"},
        {{"explain", "noted.txt"},
         "noted.txt: No such file or directory; if it is no file but a text, give it on standard input "
         "(-)\n"},
        {{"explain", FOLDER "noted"}, FOLDER "noted: No such file or directory; if "},
        {{"explain", good}, GOOD ": Is a directory\n"},
        {{"check", "--json"}, "check has no option --json; see dateline-rules check --help\n"},
        {{"check", FOLDER "none"}, FOLDER "none: No such file or directory\n"},
        {{"check", FOLDER "bad-corpus"},
         "the folder of a language is named by its tag in lower-case letters"},
        {{"check", FOLDER "corpus"}, FOLDER "corpus: no words and no rules there\n"},
        {{"uncovered", "--corpus", "/no/folder", good}, "/no/folder: No such file or directory\n"},
        {{"uncovered", "--corpus", good, good}, GOOD "/words.tsv:2: expected a publication date"},
        {{"uncovered", "--corpus", bad_corpus, good},
         FOLDER "bad-corpus/later.tsv:1: expected a text, a tab and its publication date\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct run run = run_on("", cases[i].arguments);
        assert_int_equal(INSPECT_USAGE, run.status);
        assert_true(str_starts(buffer_str(&run.messages), STR("dateline-rules: ")));
        expect_in(buffer_str(&run.messages), cases[i].message);
        assert_int_equal(0, run.out.size);
        run_release(&run);
    }
    struct run run = run_on("", (const char *const[]){NULL});
    assert_int_equal(INSPECT_USAGE, run.status);
    expect_in(buffer_str(&run.messages), "Usage: dateline-rules COMMAND");
    run_release(&run);
}

/* An operand may begin with a dash behind "--", and nothing is an option there. */
static void takes_operands_behind_dashes(void **state)
{
    (void)state;
    struct run run = RUN("explain", "--rules", good, "--", "--help Monday");
    assert_int_equal(INSPECT_OK, run.status);
    expect_in(buffer_str(&run.out), "    --help Monday\n           ^^^^^^\n");
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

static void tells_of_failures_too_long_to_show(void **state)
{
    (void)state;
    struct run run = RUN("check", lengthy);
    expect_all(buffer_str(&run.out), FOLDER "long/xx/time.rules: 1 rules, 2 examples, 1 fail\n");
    expect_in(buffer_str(&run.messages),
              "long/xx/time.rules:8:8: error: an example of named fails: it gives ");
    assert_int_equal(INSPECT_FINDINGS, run.status);
    run_release(&run);
}

/* Rules may give their items any class: an action that gets one of another type makes nothing of it. */
static void reads_values_by_their_type(void **state)
{
    (void)state;
    struct run run = RUN("check", mixed);
    expect_all(buffer_str(&run.out), FOLDER "mixed/xx/report.rules: 12 rules, 12 examples, all hold\n");
    expect_all(buffer_str(&run.messages), "");
    assert_int_equal(INSPECT_OK, run.status);
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
        cmocka_unit_test(says_in_json_what_makes_no_sense),
        cmocka_unit_test(tells_which_pass_came_first),
        cmocka_unit_test(tells_of_sentences_without_seeds),
        cmocka_unit_test(reads_title_and_language),
        cmocka_unit_test(explains_english),
        cmocka_unit_test(checks_folders),
        cmocka_unit_test(tells_of_failures_too_long_to_show),
        cmocka_unit_test(reads_values_by_their_type),
        cmocka_unit_test(runs_the_examples_compiled_in),
        cmocka_unit_test(lists_uncovered_rules),
        cmocka_unit_test(lists_rules),
        cmocka_unit_test(says_how_it_is_used),
        cmocka_unit_test(says_what_its_lines_mean),
        cmocka_unit_test(refuses_wrong_usage),
        cmocka_unit_test(takes_operands_behind_dashes),
        cmocka_unit_test(explains_long_texts),
        cmocka_unit_test(shows_no_control_characters),
        cmocka_unit_test(reads_files),
        cmocka_unit_test(reads_single_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
