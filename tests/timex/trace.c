/* What timex_find tells of itself: from which day an expression was reckoned and which word decided its
 * tense. */
#include "timex/trace.h"

#include "tests/cmocka.h"

#include <stdio.h>
#include <string.h>

struct record {
    const struct text *text;
    char resolved[512];
    size_t used;
    unsigned matches;
};

static void count_match(void *context, const struct match_event *event)
{
    struct record *record = context;
    assert_true(event->first_token < event->end_token);
    record->matches++;
}

static void write_resolution(void *context, const struct timex_resolution *resolution)
{
    static const char *const tenses[] = {"unknown", "past", "future"};
    struct record *record = context;
    size_t cue = timex_tense_cue(resolution);
    char day[11] = "-";
    struct str word = STR("-");
    if (timex_anchor_day(resolution) != DAY_NONE) {
        day_format(timex_anchor_day(resolution), day);
    }
    if (cue != SIZE_MAX) {
        const struct item *item = &resolution->clause->items[cue];
        word = text_span(record->text, item->first_token, item->end_token);
    }
    record->used += (size_t)snprintf(record->resolved + record->used, sizeof record->resolved - record->used,
                                     "%s%s %s %s %.*s", record->used == 0 ? "" : ", ",
                                     resolution->timex != NULL ? resolution->timex->value : "none", day,
                                     tenses[resolution->tense], STR_ARG(word));
    assert_true(record->used < sizeof record->resolved);
}

static void tells_anchor_and_cue(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *resolved;
    } cases[] = {
        {"The bridge at Tolm fell on Monday.", "2024-12-16 2024-12-17 past fell"},
        {"The bridge at Tolm will open on Monday.", "2024-12-23 2024-12-17 future will"},
        {"On Monday the bridge at Tolm will open.", "2024-12-23 2024-12-17 future will"},
        {"The mayor said Friday will be quiet.", "2024-12-20 2024-12-17 future will"},
        {"The mayor said Friday that it was quiet.", "2024-12-13 2024-12-17 past said"},
        {"Nobody on Monday.", "2024-12-16 2024-12-17 unknown -"},
        {"The bridge fell on 3 May 2021. The next day it rained.",
         "2021-05-03 - past fell, 2021-05-04 2021-05-03 past rained"},
        {"The guards left for the past three days.", "P3D 2024-12-17 past left"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        struct timex_list list;
        struct instant published;
        struct record record = {.text = &text};
        const struct timex_observer observer = {&record, count_match, write_resolution};
        arena_init(&arena, 64 << 20);
        assert_int_equal(OK, instant_parse(STR("2024-12-17"), &published, NULL));
        assert_int_equal(OK, text_scan(&arena, lang_find(STR("en")), str_from(cases[i].text), &text));
        assert_int_equal(OK, timex_find_observed(&arena, &text, &published, &observer, &list));
        assert_string_equal(cases[i].resolved, record.resolved);
        assert_true(record.matches > 0);
        arena_release(&arena);
    }
}

/* The same expressions with and without somebody who looks on. */
static void finds_the_same_unobserved(void **state)
{
    (void)state;
    struct arena arena;
    struct text text;
    struct timex_list seen;
    struct timex_list unseen;
    struct instant published;
    struct record record = {.text = &text};
    const struct timex_observer observer = {&record, count_match, write_resolution};
    arena_init(&arena, 64 << 20);
    assert_int_equal(OK, instant_parse(STR("2024-12-17"), &published, NULL));
    assert_int_equal(OK,
                     text_scan(&arena, lang_find(STR("en")),
                               STR("From Monday to Wednesday, three days after 3 May, Saturday and Sunday "
                                   "last week were quiet until 31 February."),
                               &text));
    assert_int_equal(OK, timex_find_observed(&arena, &text, &published, &observer, &seen));
    assert_int_equal(OK, timex_find(&arena, &text, &published, &unseen));
    assert_true(seen.count > 3);
    assert_int_equal(unseen.count, seen.count);
    for (size_t i = 0; i < seen.count; i++) {
        assert_string_equal(unseen.items[i].value, seen.items[i].value);
        assert_int_equal(unseen.items[i].begin, seen.items[i].begin);
        assert_int_equal(unseen.items[i].partner, seen.items[i].partner);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_anchor_and_cue),
        cmocka_unit_test(finds_the_same_unobserved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
