/* Every example of every English time rule is a test: a `+` text gives the expected values in their order, a
 * `-` text gives nothing by its rule. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "inspect/examples.h"

static void example_holds(void **state)
{
    const struct lang_example *example = *state;
    struct arena arena;
    struct trace trace;
    struct str why;

    arena_init(&arena, 64 << 20);
    assert_int_equal(time_example(&arena, lang_find(STR("en")), example, &trace, &why), OK);
    if (why.data != NULL) {
        fail_msg("line %u: \"%s\" %.*s", example->line, example->text, STR_ARG(why));
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
