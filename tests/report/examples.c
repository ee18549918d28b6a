/* The examples that stand under the rules in report.rules, each a test of its own. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void print_reports(const struct analysis *analysis)
{
    size_t i;

    for (i = 0; i < analysis->report_count; i++) {
        const struct report *report = &analysis->reports[i];
        char first[11] = "-", last[11] = "-";

        if (report->date.first != DAY_NONE) {
            day_format(report->date.first, first);
        }
        if (report->date.last != DAY_NONE) {
            day_format(report->date.last, last);
        }
        print_message("  found: kind=%s subtype=%s status=%s min=%lld max=%lld words=\"%.*s\" actor=\"%.*s\" "
                      "counterpart=\"%.*s\" first=%s last=%s source=\"%.*s\" rule=%.*s\n",
                      report_kind_name(report->kind), report_subtype_name(report->subtype),
                      report_status_name(report->status), (long long)report->count.min,
                      (long long)report->count.max, STR_ARG(report->count.text.text), STR_ARG(report->actor),
                      STR_ARG(report->counterpart), first, last, STR_ARG(report->source_name),
                      STR_ARG(report->rule));
    }
}

/* All pairs of the example but "reports=N" must hold for one report. */
static bool expected(const struct analysis *analysis, const struct lang_example *example)
{
    char pairs[512] = "";
    size_t used = 0;
    size_t i;

    for (i = 0; i < example->expected_count; i++) {
        const char *pair = example->expected[i];
        const char *value = strchr(pair, '=');
        int written;

        assert_non_null(value);
        if (strncmp(pair, "reports=", 8) == 0) {
            if (analysis->report_count != (size_t)strtoul(value + 1, NULL, 10)) {
                return false;
            }
            continue;
        }
        written = snprintf(pairs + used, sizeof pairs - used, "%.*s=%s%s%s ", (int)(value - pair), pair,
                           value[1] == '"' ? "" : "\"", value + 1, value[1] == '"' ? "" : "\"");
        assert_true(written > 0 && used + (size_t)written < sizeof pairs);
        used += (size_t)written;
    }
    for (i = 0; i < analysis->report_count; i++) {
        if (report_is(&analysis->reports[i], pairs)) {
            return true;
        }
    }
    return used == 0;
}

/* cmocka hands a test a pointer to what it may change: an example is not, a slot that points to one is. */
struct slot {
    const struct lang_example *example;
};

static void test_example(void **state)
{
    const struct slot *slot = *state;
    const struct lang_example *example = slot->example;
    struct arena arena;
    struct analysis analysis;
    size_t i;

    arena_init(&arena, (size_t)64 << 20);
    analysis =
        analyse_text(&arena, example->anchor[0] != '\0' ? example->anchor : "2024-12-17", example->text);
    check_quotes(&analysis, str_from(example->text));
    if (example->positive) {
        if (!expected(&analysis, example)) {
            print_reports(&analysis);
            fail_msg("%s: not as expected", example->name);
        }
    } else {
        for (i = 0; i < analysis.report_count; i++) {
            if (str_equal(analysis.reports[i].rule, str_from(example->rule))) {
                print_reports(&analysis);
                fail_msg("%s: the rule fired", example->name);
            }
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct lang_rules *rules = lang_find(STR("en"))->report;
    struct CMUnitTest *tests = calloc(rules->example_count, sizeof *tests);
    struct slot *slots = calloc(rules->example_count, sizeof *slots);
    int failed;
    size_t i;

    if (tests == NULL || slots == NULL) {
        free(tests);
        free(slots);
        return 1;
    }
    for (i = 0; i < rules->example_count; i++) {
        tests[i].name = rules->examples[i].name;
        tests[i].test_func = test_example;
        slots[i].example = &rules->examples[i];
        tests[i].initial_state = &slots[i];
    }
    failed = _cmocka_run_group_tests("report examples", tests, rules->example_count, NULL, NULL);
    free(tests);
    free(slots);
    return failed;
}
