/* The commands of dateline-rules but for what explain tells, on folders of rules made for these tests and on
 * the English ones. */
#include "tests/inspect/run.h"

#include "tests/cmocka.h"

#include <stdio.h>
#include <string.h>

#define FAILING FOLDER "failing/xx"

/* The same as arguments. */
static const char good[] = GOOD;
static const char failing[] = FAILING;
static const char lengthy[] = FOLDER "long/xx";
static const char mixed[] = FOLDER "mixed/xx";
static const char corpus[] = FOLDER "corpus";
static const char bad_corpus[] = FOLDER "bad-corpus";

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
        {{"explain", "a", "--published="}, "--published: \"\" is not a date; expected YYYY-MM-DD"},
        {{"explain", "a", "--json=no"}, "--json takes no value\n"},
        {{"explain", "a", "--jso=no"}, "explain has no option --jso; see"},
        {{"explain", "--published", "2024-02-30", "a"},
         "--published: \"2024-02-30\" is not a date: the day is 30, and that month has 29; expected "},
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
        cmocka_unit_test(checks_folders),
        cmocka_unit_test(runs_the_examples_compiled_in),
        cmocka_unit_test(lists_uncovered_rules),
        cmocka_unit_test(lists_rules),
        cmocka_unit_test(says_how_it_is_used),
        cmocka_unit_test(refuses_wrong_usage),
        cmocka_unit_test(takes_operands_behind_dashes),
        cmocka_unit_test(tells_of_failures_too_long_to_show),
        cmocka_unit_test(reads_values_by_their_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
