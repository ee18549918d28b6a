#include "tests/text/language.h"

#include "tests/cmocka.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* What fired, as "words:rule(arguments)" with spaces between. */
struct record {
    char text[512];
    size_t used;
};

static void add(struct record *record, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(struct record *record, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    record->used +=
        (size_t)vsnprintf(record->text + record->used, sizeof record->text - record->used, format, arguments);
    va_end(arguments);
    assert_true(record->used < sizeof record->text);
}

static void add_value(struct record *record, const struct value *value)
{
    switch (value->kind) {
    case VALUE_INT:
        add(record, "%" PRId64, value->number);
        if (value->denominator != 1) {
            add(record, "/%d", value->denominator);
        }
        break;
    case VALUE_SYMBOL:
        add(record, "%s", lang_symbol_name((enum lang_symbol)value->number));
        break;
    case VALUE_TEXT:
        add(record, "%s", value->text);
        break;
    default:
        add(record, "*");
        break;
    }
}

/* Writes the match down; refuses the action `vague`. */
static bool note(void *context, const struct match *match, struct value *value)
{
    struct record *record = context;
    if (match->calls[0].action == TIME_VAGUE) {
        return false;
    }
    add(record, "%s%.*s:", record->used == 0 ? "" : " ",
        STR_ARG(text_span(match->text, match->first_token, match->end_token)));
    for (size_t i = 0; i < match->calls[0].argument_count; i++) {
        const struct match_argument *argument = &match->calls[0].arguments[i];
        add(record, "%s", i == 0 ? "" : ",");
        if (!argument->present) {
            add(record, "-");
        } else if (argument->captured && argument->value.kind == VALUE_NONE) {
            add(record, "[%.*s]",
                STR_ARG(text_span(match->text, argument->first_token, argument->end_token)));
        } else {
            add_value(record, &argument->value);
        }
    }
    *value = VALUE_OF_INT((int64_t)match->end_item - (int64_t)match->first_item);
    return true;
}

static void run(struct arena *arena, const char *source, const char *const *passes, struct record *record,
                struct matcher *matcher)
{
    struct text *text = arena_alloc(arena, sizeof *text);
    assert_non_null(text);
    assert_int_equal(OK, text_scan(arena, &lang_xx, str_from(source), text));
    assert_int_equal(OK, matcher_init(matcher, arena, text));
    record->used = 0;
    record->text[0] = '\0';
    for (size_t sentence = 0; sentence < text->sentence_count; sentence++) {
        match_sentence(matcher, sentence);
        for (const char *const *pass = passes; *pass != NULL; pass++) {
            size_t number = lang_pass(lang_xx.time, str_from(*pass));
            assert_true(number != SIZE_MAX);
            match_run(matcher, lang_xx.time, number, note, record);
        }
    }
}

static void matches_patterns(void **state)
{
    (void)state;
    static const struct {
        const char *pass;
        const char *text;
        const char *fired;
    } cases[] = {
        {"literal", "Ago AGO agog", "Ago:word AGO:word"},
        {"literal", "at last, at least", "at last:words"},
        {"literal", "by and large", "by and large:string"},
        {"literal", "5% more", "%:sign"},
        {"literal", "over more than above", "over:alternatives more than:alternatives above:alternatives"},

        {"class", "May may MAY", "May:5 MAY:5"},
        {"class", "us US united states United States", "US:US united states:US United States:US"},
        {"class", "United States Army", "United States Army:army"},
        {"class", "White House, white house", "White House:house"},
        {"class", "a week", "week:week"},

        {"constraint", "0 1 31 32", "1:1..31 31:1..31"},
        {"constraint", "40 49 50 59 60", "40:40|50..59 50:40|50..59 59:40|50..59"},
        {"constraint", "999 1000 1,000,000", "1000:1000.. 1,000,000:1000.."},
        {"constraint", "dark", "dark:dark"},
        {"constraint", "day week second", "week:week|second second:week|second"},

        {"conjunction", "second first day", "second:second"},
        {"conjunction", "Bob US The bob", "Bob:capitalized"},

        {"quantifier", "y, x y, x", "y:x?y x y:x?y"},
        {"quantifier", "k m, k l m, k l l m, k l l l m", "k m:kl*2m k l m:kl*2m k l l m:kl*2m"},
        {"quantifier", "q q q q", "q q q:q+3 q:q+3"},

        {"gap", "from to", "from to:from..3to"},
        {"gap", "from here now to there to", "from here now to:from..3to"},
        {"gap", "from a b c d to", ""},
        {"gap", "from. To be", ""},
        {"gap", "if so then", "if so then:if..5then"},
        {"gap", "if so stop then", ""},
        {"gap", "if so; then", ""},

        {"glue", "1-2", "1-2:glued"},
        {"glue", "1 - 2", ""},
        {"glue", "5%", ""},
        {"glue", "5 %", "5 %:apart"},

        {"edge", "red then red", "red:first red:last"},
        {"edge", "so red it is", ""},

        {"not", "red paint, blue", "blue:no paint"},
        {"not", "not now, now", "now:not not"},
        {"not", "ever so, never ever so", "so:ever so"},

        {"context", "on a red day", "red:crimson"},
        {"context", "on a red night", ""},
        {"context", "a red day", ""},
        {"context", "on red day on blue day", "red:crimson blue:azure"},
        {"context", "dark day", "day:-1"},

        {"choice", "Long way, Long", "Long way:long Long:short"},
        {"choice", "same", "same:first"},

        {"refuse", "red herring", "red:fallback"},

        {"capture", "about two days", "about two days:[about],2,day"},
        {"capture", "more than 2.5 days", "more than 2.5 days:[more than],25/10,day"},
        {"capture", "two days", "two days:-,2,day"},
        {"capture", "minus two and a half", "minus two and a half:-5/2"},
        {"capture", "May 5, 6 May", "May 5:5,5 6 May:5,6"},
        {"capture", "pair day and week", "pair day and week:day,week"},
        {"capture", "May of", "May of:5"},
        {"capture", "May x, May x of", "May x:5 May x:5"},
        {"capture", "May day y", "May day y:5"},
        {"capture", "week of", "week of:week"},
        {"capture", "constants", "constants:-3,day,text"},

        {"let", "paint red, paint dark blue", "paint red:crimson paint dark blue:azure"},

        {"either", "red z, even z, day z, odd z, a b z, a z",
         "red z:either even z:either day z:either odd z:either a b z:either"},
        {"either", "very dark odd w, w", "very dark odd w:repeated"},

        {"block", "red cross, red", "red:red"},

        {"several", "red, blue and green day",
         "red, blue and green day:crimson blue and green day:azure green day:[green]"},

        {"backtrack", "n n n n n n n n n n n n n n n n end", "n n n n n n n n n n n n n n n n end:end"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct matcher matcher;
        struct record record;
        const char *const passes[] = {cases[i].pass, NULL};
        arena_init(&arena, 1 << 20);
        run(&arena, cases[i].text, passes, &record, &matcher);
        assert_string_equal(cases[i].fired, record.text);
        arena_release(&arena);
    }
}

static void replaces_the_span_by_one_item(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *fired; /* by the pass behind the one that makes AMOUNTs */
    } cases[] = {
        {"value two of", "value two of:2"},
        {"text", "text:constant"},
        {"nothing", "nothing:[nothing]"},
        {"many", "many:[many]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct matcher matcher;
        struct record record;
        const char *const passes[] = {"value", "chain", NULL};
        arena_init(&arena, 1 << 20);
        run(&arena, cases[i].text, passes, &record, &matcher);
        assert_string_equal(cases[i].fired, record.text);
        assert_int_equal(1, matcher.item_count);
        assert_true(item_is(&matcher.items[0], lang_class(&lang_xx, STR("FOUND"))));
        assert_true(item_is(&matcher.items[0], CLASS_ANY));
        assert_false(item_is(&matcher.items[0], CLASS_WORD));
        assert_string_equal("chain.amount", matcher.items[0].rule->name);
        arena_release(&arena);
    }
}

/* Writes events down as "words:rule outcome". */
static void write_event(void *context, const struct match_event *event)
{
    static const char *const outcomes[] = {"fired", "refused", "beaten", "covered"};
    struct record *record = context;
    add(record, "%s%s %s[%u..%u]", record->used == 0 ? "" : ", ", event->rule->name, outcomes[event->outcome],
        event->first_token, event->end_token);
    if (event->winner != NULL) {
        add(record, " by %s[%u..%u]", event->winner->name, event->winner_first_token,
            event->winner_end_token);
    }
}

static void tells_what_became_of_each_match(void **state)
{
    (void)state;
    static const struct {
        const char *pass;
        const char *text;
        const char *events;
    } cases[] = {
        {"choice", "the long way",
         "choice.long fired[1..3], choice.short beaten[1..2] by choice.long[1..3], "
         "choice.second beaten[1..2] by choice.long[1..3], choice.second covered[2..3] by choice.long[1..3]"},
        {"choice", "same", "choice.first fired[0..1], choice.second beaten[0..1] by choice.first[0..1]"},
        {"refuse", "red herring", "refuse.long refused[0..2], refuse.short fired[0..1]"},
        {"block", "red cross red",
         "block.trap fired[0..2], block.open beaten[0..1] by block.trap[0..2], block.open fired[2..3]"},
        {"several", "red day blue day", "several.pair fired[0..2], several.pair fired[2..4]"},
        {"literal", "a day", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct matcher matcher;
        struct text text;
        struct record fired = {.used = 0};
        struct record events = {.used = 0};
        arena_init(&arena, 1 << 24);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        assert_int_equal(OK, matcher_init(&matcher, &arena, &text));
        matcher.observer = write_event;
        matcher.observer_context = &events;
        match_sentence(&matcher, 0);
        size_t pass = lang_pass(lang_xx.time, str_from(cases[i].pass));
        match_run(&matcher, lang_xx.time, pass, note, &fired);
        assert_string_equal(cases[i].events, events.text);
        arena_release(&arena);
    }
}

static void takes_items_from_outside(void **state)
{
    (void)state;
    struct arena arena;
    struct matcher matcher;
    struct record record;
    const char *const none[] = {NULL};
    arena_init(&arena, 1 << 20);
    run(&arena, "on the united states army day", none, &record, &matcher);
    assert_int_equal(4, matcher.item_count);
    assert_false(match_put(&matcher, 2, 4, CLASS_PLACE, VALUE_OF_INT(1))); /* across the phrase */
    assert_int_equal(4, matcher.item_count);
    assert_true(match_put(&matcher, 1, 5, CLASS_PLACE, VALUE_OF_INT(7)));
    assert_int_equal(3, matcher.item_count);
    assert_int_equal(1, matcher.items[1].first_token);
    assert_int_equal(5, matcher.items[1].end_token);
    assert_int_equal(7, item_value(&matcher.items[1], CLASS_PLACE).number);
    assert_int_equal(5, matcher.items[2].first_token);
    assert_true(match_tag(&matcher, 5, 6, CLASS_TIMEX));
    assert_true(item_is(&matcher.items[2], CLASS_TIMEX));
    assert_false(match_tag(&matcher, 1, 2, CLASS_TIMEX));
    assert_false(match_put(&matcher, 3, 9, CLASS_PLACE, VALUE_OF_INT(1)));
    arena_release(&arena);
}

/* What is put and tagged after a pass of the same rules meets their needs in the next, and can begin them. */
static void tries_rules_at_items_from_outside(void **state)
{
    (void)state;
    struct arena arena;
    struct matcher matcher;
    struct record record;
    const char *const passes[] = {"outside", NULL};
    size_t outside = lang_pass(lang_xx.time, STR("outside"));
    arena_init(&arena, 1 << 20);
    run(&arena, "so day and here it was once", passes, &record, &matcher);
    assert_string_equal("", record.text);
    assert_true(match_put(&matcher, 3, 5, CLASS_PLACE, VALUE_OF_INT(7)));
    match_run(&matcher, lang_xx.time, outside, note, &record);
    assert_string_equal("here it:7", record.text);

    run(&arena, "so day and here it was once", passes, &record, &matcher);
    assert_true(match_tag(&matcher, 5, 6, CLASS_TIMEX));
    match_run(&matcher, lang_xx.time, outside, note, &record);
    assert_string_equal("day:before", record.text);

    run(&arena, "so now and here it was once", passes, &record, &matcher);
    assert_true(match_put(&matcher, 3, 5, CLASS_PLACE, VALUE_OF_INT(7)));
    assert_true(match_tag(&matcher, 5, 6, CLASS_TIMEX));
    match_run(&matcher, lang_xx.time, outside, note, &record);
    assert_string_equal("here it was:beside", record.text);
    arena_release(&arena);
}

/* A phrase is one item only where one of its classes is looked at. */
static void limits_phrases_to_a_dimension(void **state)
{
    (void)state;
    static const struct {
        const struct lang_rules *const *rules;
        const char *text;
        size_t items;
    } cases[] = {
        {NULL, "bird strike", 1},
        {&lang_xx.time, "bird strike", 2},
        {&lang_xx.report, "bird strike", 1},
        {&lang_xx.time, "early bird", 1},
        {&lang_xx.report, "early bird", 2},
        {NULL, "united states", 1},
        {&lang_xx.time, "united states", 1},
        {&lang_xx.report, "united states", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        struct matcher matcher;
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        assert_int_equal(OK, matcher_init(&matcher, &arena, &text));
        matcher_limit(&matcher, cases[i].rules == NULL ? NULL : *cases[i].rules);
        match_sentence(&matcher, 0);
        assert_int_equal(cases[i].items, matcher.item_count);
        arena_release(&arena);
    }
}

/* Patterns with many ways to fail are given up after a bounded number of steps. */
static void bounds_the_work(void **state)
{
    (void)state;
    struct arena arena;
    struct matcher matcher;
    struct record record;
    const char *const passes[] = {"backtrack", NULL};
    char source[SENTENCE_TOKENS * 2];
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof source - 1; i++) {
        source[i] = "n g "[i % 4];
    }
    source[sizeof source - 1] = '\0';
    run(&arena, source, passes, &record, &matcher);
    assert_string_equal("", record.text);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_patterns),
        cmocka_unit_test(replaces_the_span_by_one_item),
        cmocka_unit_test(takes_items_from_outside),
        cmocka_unit_test(limits_phrases_to_a_dimension),
        cmocka_unit_test(tries_rules_at_items_from_outside),
        cmocka_unit_test(bounds_the_work),
        cmocka_unit_test(tells_what_became_of_each_match),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
