#include "tests/report/expectation.h"

#include "base/utf8.h"
#include "inspect/report_pairs.h"
#include "tests/report/same_reports.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct analysis analyse_text(struct arena *arena, const char *published, const char *text)
{
    struct article article = {.text = str_from(text)};
    struct analysis analysis = {0};
    struct error error = {0};

    assert_int_equal(instant_parse(str_from(published), &article.published, &error), OK);
    assert_int_equal(ingest_analyse(arena, &article, &analysis, &error), OK);
    /* Who asks for reasons has every sentence read, who does not those that lib/report/screen.h leaves. */
    struct analysis explained = {0};
    struct report_reason *reasons;
    assert_int_equal(ingest_explain(arena, &article, &explained, &reasons, &error), OK);
    if (!same_reports(&analysis, &explained)) {
        fail_msg("explained it tells something else: %s", text);
    }
    return analysis;
}

bool report_is(const struct report *report, const char *pairs)
{
    const char *at = pairs;

    while (*at != '\0') {
        char key[32], value[128];
        size_t size = strcspn(at, "=");

        assert_true(size < sizeof key && at[size] == '=');
        memcpy(key, at, size);
        key[size] = '\0';
        at += size + 1;
        if (*at == '"') {
            at++;
            size = strcspn(at, "\"");
        } else {
            size = strcspn(at, " ");
        }
        assert_true(size < sizeof value);
        memcpy(value, at, size);
        value[size] = '\0';
        at += size;
        at += strspn(at, "\" ");
        enum pair_holds holds = report_pair_holds(report, key, value);
        if (holds == PAIR_UNKNOWN) {
            fail_msg("unknown key \"%s\"", key);
        }
        if (holds != PAIR_HOLDS) {
            return false;
        }
    }
    return true;
}

static void check_quote(const struct quote *quote, struct str text)
{
    struct utf8_cursor cursor = {.text = text};
    size_t begin, end;

    if (quote->text.data == NULL) {
        return;
    }
    assert_true(quote->begin < quote->end);
    begin = utf8_bytes(&cursor, quote->begin);
    end = utf8_bytes(&cursor, quote->end);
    assert_true(str_equal(str_slice(text, begin, end), quote->text));
}

void check_quotes(const struct analysis *analysis, struct str text)
{
    size_t i;

    for (i = 0; i < analysis->report_count; i++) {
        const struct report *report = &analysis->reports[i];

        check_quote(&report->count.text, text);
        check_quote(&report->basis, text);
        check_quote(&report->source, text);
        check_quote(&report->evidence, text);
        assert_true(report->evidence.text.data != NULL);
        assert_true(report->basis_timex < (int32_t)analysis->timexes.count);
        assert_int_equal(report->basis_timex < 0, report->basis.text.data == NULL);
    }
}

bool text_reports(const char *published, const char *text, const char *pairs)
{
    struct arena arena;
    bool found = false;

    arena_init(&arena, (size_t)64 << 20);
    struct analysis analysis = analyse_text(&arena, published, text);
    check_quotes(&analysis, str_from(text));
    for (size_t i = 0; i < analysis.report_count; i++) {
        found = found || report_is(&analysis.reports[i], pairs);
    }
    arena_release(&arena);
    if (!found) {
        print_error("%s: %s\n  expected: %s\n", published, text, pairs);
    }
    return found;
}

void check_rows(const char *published, const struct report_row *rows, size_t count)
{
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        failed = !text_reports(published, rows[i].text, rows[i].expected) || failed;
    }
    assert_false(failed);
}

void check_dated_rows(const struct dated_row *rows, size_t count)
{
    bool failed = false;
    for (size_t i = 0; i < count; i++) {
        failed = !text_reports(rows[i].published, rows[i].text, rows[i].expected) || failed;
    }
    assert_false(failed);
}
