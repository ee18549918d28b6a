/* Every example of every time rule of every language is a test: a `+` text gives the expected values in their
 * order, a
 * `-` text gives nothing by its rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "timex/timex.h"

static void values_of(const struct timex_list *list, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < list->count && used < size; i++) {
        int length = snprintf(out + used, size - used, "%s%s", i == 0 ? "" : " ", list->items[i].value);
        used += length > 0 ? (size_t)length : 0;
    }
}

static void expected_values(const struct lang_example *example, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < example->expected_count && used < size; i++) {
        int length = snprintf(out + used, size - used, "%s%s", i == 0 ? "" : " ", example->expected[i]);
        used += length > 0 ? (size_t)length : 0;
    }
}

static void example_holds(void **state)
{
    const struct lang_example *example = *state;
    struct instant published;
    struct arena arena;
    struct text text;
    struct timex_list list;
    char found[512];
    char expected[512];

    if (instant_parse(str_from(example->anchor), &published, NULL) != OK) {
        fail_msg("line %u: the example needs a publication date (@)", example->line);
    }
    arena_init(&arena, 64 << 20);
    assert_int_equal(text_scan(&arena, lang_find(STR("en")), str_from(example->text), &text), OK);
    assert_int_equal(timex_find(&arena, &text, &published, &list), OK);
    if (example->positive) {
        values_of(&list, found, sizeof found);
        expected_values(example, expected, sizeof expected);
        if (strcmp(found, expected) != 0) {
            fail_msg("line %u: \"%s\" gives <%s>, not <%s>", example->line, example->text, found, expected);
        }
    } else {
        for (size_t i = 0; i < list.count; i++) {
            if (strcmp(list.items[i].rule, example->rule) == 0) {
                fail_msg("line %u: \"%s\" gives %s", example->line, example->text, list.items[i].value);
            }
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct lang_rules *rules = lang_find(STR("en"))->time;
    struct CMUnitTest *tests = calloc(rules->example_count, sizeof *tests);

    if (tests == NULL || rules->example_count == 0) {
        return 1;
    }
    for (size_t i = 0; i < rules->example_count; i++) {
        /* cmocka passes the state on without looking at it; the example itself is never written to. */
        union {
            const void *constant;
            void *state;
        } example = {.constant = &rules->examples[i]};
        tests[i] = (struct CMUnitTest){
            .name = rules->examples[i].name, .test_func = example_holds, .initial_state = example.state};
    }
    int failed = _cmocka_run_group_tests("time examples", tests, rules->example_count, NULL, NULL);
    free(tests);
    return failed == 0 ? 0 : 1;
}
