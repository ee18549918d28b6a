#include "tests/report/expectation.h"

#include "base/utf8.h"

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
    return analysis;
}

static bool is_text(struct str have, const char *want)
{
    return strcmp(want, "-") == 0 ? have.data == NULL : str_equal(have, str_from(want));
}

static bool is_number(int64_t have, const char *want)
{
    return strcmp(want, "-") == 0 ? have == COUNT_NONE : have == strtoll(want, NULL, 10);
}

static bool is_day(int32_t have, const char *want)
{
    char written[11];

    if (have == DAY_NONE || strcmp(want, "-") == 0) {
        return have == DAY_NONE && strcmp(want, "-") == 0;
    }
    day_format(have, written);
    return strcmp(written, want) == 0;
}

static bool names_place(const struct report *report, const char *want)
{
    size_t i;

    for (i = 0; i < report->place_count; i++) {
        if (str_equal(report->places[i].name, str_from(want))) {
            return true;
        }
    }
    return strcmp(want, "-") == 0 && report->place_count == 0;
}

static bool count_is(const struct count *count, const char *want)
{
    if (strcmp(want, "-") == 0) {
        return count->text.text.data == NULL;
    }
    return is_number(count->min, want) && is_number(count->max, want);
}

static bool holds(const struct report *report, const char *key, const char *value)
{
    if (strcmp(key, "kind") == 0) {
        return strcmp(report_kind_name(report->kind), value) == 0;
    }
    if (strcmp(key, "subtype") == 0) {
        return strcmp(report_subtype_name(report->subtype), value) == 0;
    }
    if (strcmp(key, "scope") == 0) {
        return strcmp(report_scope_name(report->scope), value) == 0;
    }
    if (strcmp(key, "status") == 0) {
        return strcmp(report_status_name(report->status), value) == 0;
    }
    if (strcmp(key, "min") == 0) {
        return is_number(report->count.min, value);
    }
    if (strcmp(key, "max") == 0) {
        return is_number(report->count.max, value);
    }
    if (strcmp(key, "count") == 0) {
        return count_is(&report->count, value);
    }
    if (strcmp(key, "words") == 0) {
        return is_text(report->count.text.text, value);
    }
    if (strcmp(key, "qualifier") == 0) {
        return is_text(report->count.qualifier, value);
    }
    if (strcmp(key, "actor") == 0) {
        return is_text(report->actor, value);
    }
    if (strcmp(key, "counterpart") == 0) {
        return is_text(report->counterpart, value);
    }
    if (strcmp(key, "place") == 0) {
        return names_place(report, value);
    }
    if (strcmp(key, "country") == 0) {
        return report->place_count > 0 && str_equal(report->places[0].country, str_from(value));
    }
    if (strcmp(key, "places") == 0) {
        return is_number((int64_t)report->place_count, value);
    }
    if (strcmp(key, "first") == 0) {
        return is_day(report->date.first, value);
    }
    if (strcmp(key, "last") == 0) {
        return is_day(report->date.last, value);
    }
    if (strcmp(key, "basis") == 0) {
        return is_text(report->basis.text, value);
    }
    if (strcmp(key, "said") == 0) {
        return is_day(report->said.last, value);
    }
    if (strcmp(key, "source") == 0) {
        return is_text(report->source_name, value);
    }
    if (strcmp(key, "rule") == 0) {
        return is_text(report->rule, value);
    }
    fail_msg("unknown key \"%s\"", key);
    return false;
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
        if (!holds(report, key, value)) {
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
