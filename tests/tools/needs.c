/* Rules are tried wherever they can match: passes of every length and none, rules that need much, little or
 * nothing. Each case has a language of its own. */
#include "text/match.h"
#include "tools/rules.h"

#include "tests/cmocka.h"

#include <malloc.h>
#include <stdio.h>

static const struct lang *load(struct arena *arena, struct str words, struct str rules)
{
    const struct rules_file files[] = {
        {.kind = RULES_WORDS, .name = "words.tsv", .text = words},
        {.kind = RULES_TIME, .name = "time.rules", .text = rules},
    };
    const struct lang *lang = NULL;
    struct buffer messages;
    buffer_init(&messages, 1 << 20);
    if (rules_load(arena, "xx", files, 2, &lang, &messages) != OK) {
        fail_msg("%.*s", STR_ARG(buffer_str(&messages)));
    }
    buffer_release(&messages);
    return lang;
}

/* Appends the name of the rule. */
static bool note(void *context, const struct match *match, struct value *value)
{
    struct buffer *fired = context;
    buffer_printf(fired, "%s%s", fired->size == 0 ? "" : " ", match->rule->name);
    *value = VALUE_OF_INT(1);
    return true;
}

/* Runs all passes over the text; the rules that fired. */
static void run(struct arena *arena, const struct lang *lang, struct str source, struct buffer *fired)
{
    struct text text;
    struct matcher matcher;
    assert_int_equal(OK, text_scan(arena, lang, source, &text));
    assert_int_equal(OK, matcher_init(&matcher, arena, &text));
    fired->size = 0;
    for (size_t sentence = 0; sentence < text.sentence_count; sentence++) {
        match_sentence(&matcher, sentence);
        for (size_t pass = 0; pass < lang->time->pass_count; pass++) {
            match_run(&matcher, lang->time, pass, note, fired);
        }
    }
}

static void assert_fired(struct arena *arena, const struct lang *lang, struct str source,
                         const char *expected)
{
    struct buffer fired;
    buffer_init(&fired, 1 << 16);
    run(arena, lang, source, &fired);
    if (!str_equal(buffer_str(&fired), str_from(expected))) {
        fail_msg("%.*s: expected: %s\nfired: %.*s", STR_ARG(source), expected, STR_ARG(buffer_str(&fired)));
    }
    buffer_release(&fired);
}

/* A word for each number. */
static void add_word(struct buffer *out, unsigned number)
{
    buffer_printf(out, "x%c%c%c", 'a' + number / 676 % 26, 'a' + number / 26 % 26, 'a' + number % 26);
}

/* The sets of rules and of needs are of 64 each: passes begin, end and are empty before, at and behind the
 * bounds.  Each rule has a need of its own, its trigger. */
static void tries_each_rule_of_passes_of_any_length(void **state)
{
    (void)state;
    static const unsigned sizes[] = {0, 63, 0, 1, 0, 64, 65, 0, 62, 1, 0, 128, 2, 190, 0};
    struct arena arena;
    struct buffer rules;
    arena_init(&arena, 64 << 20);
    buffer_init(&rules, 1 << 20);
    unsigned count = 0;
    unsigned needs = 0;
    for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        needs += (sizes[i] + 63) / 64 * 64;
        buffer_printf(&rules, "pass p%c keep\n", 'a' + i);
        for (unsigned k = 0; k < sizes[i]; k++, count++) {
            buffer_printf(&rules, "r%u \"", count);
            add_word(&rules, count);
            buffer_append_str(&rules, STR("\" => MADE same(1)\n  + \"a\"\n"));
        }
    }
    const struct lang *lang = load(&arena, STR(""), buffer_str(&rules));
    assert_int_equal(count, lang->time->rule_count);
    assert_int_equal(needs, lang->time->needs.count);
    for (unsigned i = 0; i < count; i++) {
        struct buffer source;
        char name[16];
        buffer_init(&source, 64);
        buffer_append_str(&source, STR("So "));
        add_word(&source, i);
        buffer_append_str(&source, STR(" it is"));
        snprintf(name, sizeof name, "r%u", i);
        assert_fired(&arena, lang, buffer_str(&source), name);
        buffer_release(&source);
    }
    buffer_release(&rules);
    arena_release(&arena);
}

/* Likewise by classes; the first and the last of a pass begin at the same item. */
static void tries_the_first_and_the_last_rule_of_a_pass(void **state)
{
    (void)state;
    static const unsigned sizes[] = {1, 63, 64, 65, 127, 128, 129, 200};
    for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (unsigned before = 0; before < 3; before++) {
            struct arena arena;
            struct buffer rules;
            arena_init(&arena, 64 << 20);
            buffer_init(&rules, 1 << 20);
            buffer_append_str(&rules, STR("pass before keep\n"));
            for (unsigned k = 0; k < 62 + before; k++) {
                buffer_printf(&rules, "b%u UNIT \"never\" => MADE same(1)\n  + \"a\"\n", k);
            }
            buffer_append_str(&rules, STR("pass p keep\nfirst UNIT => MADE same(1)\n  + \"a\"\n"));
            for (unsigned k = 2; k < sizes[i]; k++) {
                buffer_printf(&rules, "r%u UNIT \"never\" => MADE same(1)\n  + \"a\"\n", k);
            }
            buffer_append_str(&rules, STR("last UNIT \"old\" => MADE same(1)\n  + \"a\"\n"));
            const struct lang *lang = load(&arena, STR("day\tUNIT=day\n"), buffer_str(&rules));
            assert_fired(&arena, lang, STR("One day, one day old"), "first last");
            buffer_release(&rules);
            arena_release(&arena);
        }
    }
}

static void needs_what_each_match_has(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        const char *text;
        bool fires;
    } cases[] = {
        /* more items than a rule has needs: all are looked for when it is tried */
        {"\"aa\" \"ab\" \"ac\" \"ad\" \"ae\" \"af\" \"ag\" \"ah\" \"ai\" \"aj\" \"ak\" \"al\" \"am\" \"an\" "
         "\"ao\" "
         "\"ap\" \"aq\" \"ar\" \"as\" \"at\"",
         "aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq ar as at", true},
        {"\"aa\" \"ab\" \"ac\" \"ad\" \"ae\" \"af\" \"ag\" \"ah\" \"ai\" \"aj\" \"ak\" \"al\" \"am\" \"an\" "
         "\"ao\" "
         "\"ap\" \"aq\" \"ar\" \"as\" \"at\"",
         "aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq ar as", false},
        {"(\"ship\" | \"boat\")+3 \"sank\"", "boat boat sank", true},
        {"(\"ship\" | \"boat\")*3 \"sank\"", "it sank", true},
        {"(\"ship\"? | \"boat\") \"sank\"", "it sank", true},
        {"(\"ship\" | \"boat\" \"fast\" | UNIT?) \"sank\"", "it sank", true},
        {"(\"ship\" | \"boat\" (\"fast\" | UNIT)) \"sank\"", "boat day sank", true},
        {"((\"ship\" | \"boat\") (\"one\" | \"two\")?)+2", "boat", true},
        {"(\"ship\" \"one\" | \"boat\"):what \"sank\"", "boat sank", true},
        {"\"ship\" ..3!\"boat\"!UNIT \"sank\"", "ship sank", true},
        {"\"ship\" ..3!\"boat\"!UNIT \"sank\"", "ship boat sank", false},
        {"!\"ship\" !UNIT [ \"sank\" ] !(\"boat\" | LAND)", "sank", true},
        {"(!\"ship\" | \"boat\") \"sank\"", "sank", true},
        {"(\"ship\" | UNIT) ..2 [ \"sank\" ] ..2 (LAND | \"boat\")", "day sank us us US", true},
        {"[ \"sank\" ] (LAND | \"boat\")?", "sank", true},
        /* what is repeated takes as much as it can, and gives back what the rest needs */
        {"\"ship\"*2 \"ship\" \"ship\" \"sank\"", "ship ship sank", true},
        {"\"ship\"*2 \"ship\" \"ship\" \"ship\" \"sank\"", "ship ship sank", false},
        {"(\"ship\" | UNIT&!ORDINAL)*3 UNIT:what \"sank\"", "day ship day sank", true},
        {"(\"ship\" | UNIT&!ORDINAL)*3 UNIT:what \"sank\"", "second day ship sank", false},
        {"UNIT? ORDINAL \"sank\"", "second sank", true},
        {"(\"ship\"*2 \"boat\")+2 \"sank\"", "ship boat ship ship boat sank", true},
        {"!(\"ship\"*2 \"boat\") [ \"ship\" ]", "ship ship", true},
        {"!(\"ship\"*2 \"boat\") \"ship\"", "ship ship boat", false},
        {"[ \"sank\" ] \"ship\"*3 $", "sank ship ship", true},
        {"[ \"sank\" ] \"ship\"*3 $", "sank ship it", false},
        {"^ (\"ship\" | \"boat\")*3 [ \"sank\" ]", "boat ship sank", true},
        {"^ (\"ship\" | \"boat\")*3 [ \"sank\" ]", "it boat sank", false},
        {"[ \"sank\" ] (\"ship\"? \"boat\" | \"it\"? $)", "sank it", true},
        {"[ \"sank\" ] (\"ship\"? \"boat\" | \"it\"? $)", "sank ship", false},
        /* as near as what the rule needs can stand, and as far */
        {"UNIT (\"ship\" | \"boat\" \"boat\")? LAND*2 \"sank\"", "day sank", true},
        {"UNIT (\"ship\" | \"boat\" \"boat\")? LAND*2 \"sank\"", "day boat boat US US sank", true},
        {"UNIT (\"ship\" | \"boat\" \"boat\")? LAND*2 \"sank\"", "day boat boat US US US sank", false},
        {"UNIT ((\"it\" | ORDINAL)+2 \"and\")*2 (LAND | \"sank\")", "day it it and second and sank", true},
        {"UNIT ((\"it\" | ORDINAL)+2 \"and\")*2 (LAND | \"sank\")", "day sank", true},
        {"UNIT ..4 (LAND \"ship\" | \"boat\" \"boat\" \"sank\")", "day x x x x boat boat sank", true},
        {"UNIT ..4 (LAND \"ship\" | \"boat\" \"boat\" \"sank\")", "day x x x x US ship", true},
        {"UNIT ..4 (LAND \"ship\" | \"boat\" \"boat\" \"sank\")", "day x x x x x US ship", false},
        {"[ UNIT ..4 ] ..4 \"it\"? \"sank\"", "day x x x x x x x x it sank", true},
        {"\"sank\" ..4 [ UNIT ]", "sank x x day", true},
        {"UNIT ..30 \"sank\"", "day x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x sank", true},
        {"UNIT ..30 ..30 \"sank\"",
         "day x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x sank",
         true},
        /* a class that depends on capitals: what is written otherwise has it not */
        {"LAND \"sank\"", "US sank", true},
        {"LAND \"sank\"", "us sank", false},
        {"UNIT&ORDINAL \"sank\"", "second sank", true},
        {"UNIT&ORDINAL \"sank\"", "day first sank", false},
        {"UNIT&!ORDINAL", "day second", true},
        /* classes that numerals get, in words, digits and several tokens */
        {"COUNT \"sank\"", "two sank", true},
        {"COUNT{22} \"sank\"", "twenty-two sank", true},
        {"COUNT{300} \"sank\"", "3 hundred sank", true},
        {"NUMBER&DIGITS4", "in 2024", true},
        {"NUMBER ~ \"-\" ~ NUMBER&CHAINED", "1-2", true},
        /* words of a phrase are no items, and the phrase meets what its classes do */
        {"FORCE \"sank\"", "rapid force sank", true},
        /* no need at all */
        {"ANY ANY", "so it", true},
        {"CAPITALIZED PUNCT", "so It!", true},
        {"ANY $", "so", true},
        {"^ ..2 ANY", "so", true},
        {"WORD (\"ship\" | \"boat\")?", "so", true},
    };
    static const char words[] =
        "day\tUNIT=day\nsecond\tUNIT=second\tORDINAL=2\nfirst\tORDINAL=1\n^US\tLAND=\"US\"\n"
        "two\tCARDINAL=2\ntwenty\tCARDINAL=20\nhundred\tSCALE=100\n"
        "rapid force\tFORCE\n";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct buffer rules;
        arena_init(&arena, 16 << 20);
        buffer_init(&rules, 1 << 16);
        buffer_printf(&rules, "pass p\nr %s => MADE same(1)\n  + \"a\"\n", cases[i].pattern);
        buffer_append_str(&rules, STR("pass used\nu UNIT | LAND | FORCE | ORDINAL => none\n  - \"a\"\n"));
        const struct lang *lang = load(&arena, str_from(words), buffer_str(&rules));
        struct buffer fired;
        buffer_init(&fired, 1 << 12);
        run(&arena, lang, str_from(cases[i].text), &fired);
        if ((fired.size > 0) != cases[i].fires) {
            fail_msg("%s: %s", cases[i].pattern, cases[i].text);
        }
        buffer_release(&fired);
        buffer_release(&rules);
        arena_release(&arena);
    }
}

/* Around the number of words that a need has at most, each of the alternatives is found. */
static void takes_any_number_of_alternatives(void **state)
{
    (void)state;
    static const unsigned counts[] = {2, 95, 96, 97, 200};
    for (unsigned i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct arena arena;
        struct buffer rules;
        arena_init(&arena, 64 << 20);
        buffer_init(&rules, 1 << 16);
        buffer_append_str(&rules, STR("pass p\nr (UNIT"));
        for (unsigned k = 0; k < counts[i]; k++) {
            buffer_append_str(&rules, STR(" | \""));
            add_word(&rules, k);
            buffer_append_str(&rules, STR("\""));
        }
        buffer_append_str(&rules, STR(") => MADE same(1)\n  + \"a\"\n"));
        const struct lang *lang = load(&arena, STR("day\tUNIT=day\n"), buffer_str(&rules));
        assert_fired(&arena, lang, STR("So a day"), "r");
        assert_fired(&arena, lang, STR("So a night"), "");
        for (unsigned k = 0; k < counts[i]; k++) {
            struct buffer source;
            buffer_init(&source, 64);
            buffer_append_str(&source, STR("so "));
            add_word(&source, k);
            assert_fired(&arena, lang, buffer_str(&source), "r");
            buffer_release(&source);
        }
        buffer_release(&rules);
        arena_release(&arena);
    }
}

/* What rules make meets the needs of later passes, though every item that it was made of is gone. */
static void meets_needs_by_what_rules_make(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 16 << 20);
    const struct lang *lang = load(&arena, STR("day\tUNIT=day\n"),
                                   STR("pass a\na \"x\" => ONE\n  + \"a\"\n"
                                       "pass b\nb ONE \"y\" => TWO ONE\n  + \"a\"\n"
                                       "pass c\nc ONE&TWO => UNIT\n  + \"a\"\n"
                                       "pass d\nd ^ UNIT $ => MADE same(1)\n  + \"a\"\n"));
    assert_fired(&arena, lang, STR("x y"), "d");
    assert_fired(&arena, lang, STR("x. y"), "");
    assert_fired(&arena, lang, STR("day"), "d");
    arena_release(&arena);
}

/* A language and a text without anything. */
static void runs_without_rules_and_without_text(void **state)
{
    (void)state;
    static const char *const rules[] = {"", "pass p\n", "pass p keep\npass q\n",
                                        "pass p\nr ANY => MADE same(1)\n  + \"a\"\npass q\n"};
    static const char *const texts[] = {"", " ", "So it is."};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
            struct arena arena;
            arena_init(&arena, 16 << 20);
            const struct lang *lang = load(&arena, STR(""), str_from(rules[i]));
            assert_fired(&arena, lang, str_from(texts[k]), i == 3 && k == 2 ? "r r r r" : "");
            arena_release(&arena);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tries_each_rule_of_passes_of_any_length),
        cmocka_unit_test(tries_the_first_and_the_last_rule_of_a_pass),
        cmocka_unit_test(needs_what_each_match_has),
        cmocka_unit_test(takes_any_number_of_alternatives),
        cmocka_unit_test(meets_needs_by_what_rules_make),
        cmocka_unit_test(runs_without_rules_and_without_text),
    };
    (void)mallopt(M_PERTURB, 0xa5); /* what nobody has written shall not look like a need that is not met */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
