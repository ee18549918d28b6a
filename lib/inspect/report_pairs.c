#include "inspect/report_pairs.h"

#include <string.h>

static bool is_text(struct str have, const char *want)
{
    return strcmp(want, "-") == 0 ? have.data == NULL : str_equal(have, str_from(want));
}

static bool is_number(int64_t have, const char *want)
{
    int64_t number;
    return strcmp(want, "-") == 0 ? have == COUNT_NONE
                                  : str_to_int64(str_from(want), &number) && have == number;
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
    for (size_t i = 0; i < report->place_count; i++) {
        if (str_equal(report->places[i].name, str_from(want))) {
            return true;
        }
    }
    return strcmp(want, "-") == 0 && report->place_count == 0;
}

/* "2024-12-07/2024-12-08", the days of the first other reading. */
static bool other_days_are(const struct report *report, const char *want)
{
    const char *slash = strchr(want, '/');
    char first[11] = "";
    if (report->alternative_count == 0 || slash == NULL || slash - want >= (ptrdiff_t)sizeof first) {
        return report->alternative_count == 0 && strcmp(want, "-") == 0;
    }
    memcpy(first, want, (size_t)(slash - want));
    return is_day(report->alternatives[0].date.first, first) &&
           is_day(report->alternatives[0].date.last, slash + 1);
}

static bool count_is(const struct count *count, const char *want)
{
    if (strcmp(want, "-") == 0) {
        return count->text.text.data == NULL;
    }
    return is_number(count->min, want) && is_number(count->max, want);
}

enum pair_holds report_pair_holds(const struct report *report, const char *key, const char *value)
{
    const struct {
        const char *key;
        bool holds;
    } pairs[] = {
        {"kind", strcmp(report_kind_name(report->kind), value) == 0},
        {"subtype", strcmp(report_subtype_name(report->subtype), value) == 0},
        {"scope", strcmp(report_scope_name(report->scope), value) == 0},
        {"status", strcmp(report_status_name(report->status), value) == 0},
        {"min", is_number(report->count.min, value)},
        {"max", is_number(report->count.max, value)},
        {"count", count_is(&report->count, value)},
        {"words", is_text(report->count.text.text, value)},
        {"qualifier", is_text(report->count.qualifier, value)},
        {"actor", is_text(report->actor, value)},
        {"counterpart", is_text(report->counterpart, value)},
        {"place", names_place(report, value)},
        {"country", report->place_count > 0 && str_equal(report->places[0].country, str_from(value))},
        {"places", is_number((int64_t)report->place_count, value)},
        {"first", is_day(report->date.first, value)},
        {"last", is_day(report->date.last, value)},
        {"or", other_days_are(report, value)},
        {"basis", is_text(report->basis.text, value)},
        {"said", is_day(report->said.last, value)},
        {"source", is_text(report->source_name, value)},
        {"rule", is_text(report->rule, value)},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (strcmp(pairs[i].key, key) == 0) {
            return pairs[i].holds ? PAIR_HOLDS : PAIR_FAILS;
        }
    }
    return PAIR_UNKNOWN;
}

bool report_pair_split(const char *pair, char key[32], char value[128])
{
    struct str all = {pair, strlen(pair)};
    size_t equals = str_find(all, STR("="), 0);
    if (equals == SIZE_MAX || equals >= 32) {
        return false;
    }
    struct str right = str_slice(all, equals + 1, all.size);
    if (right.size >= 2 && right.data[0] == '"' && right.data[right.size - 1] == '"') {
        right = str_slice(right, 1, right.size - 1);
    }
    if (right.size >= 128) {
        return false;
    }
    memcpy(key, all.data, equals);
    key[equals] = '\0';
    memcpy(value, right.data, right.size);
    value[right.size] = '\0';
    return true;
}
