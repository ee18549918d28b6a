/* The table of settings in README.md, between two comments, is the one of server/options.c. */
#include "server/options.h"

#include "base/buffer.h"

#include <string.h>

#include "tests/cmocka.h"

#define BEGIN "<!-- settings -->\n"
#define END "<!-- /settings -->"

static void write_table(struct buffer *out)
{
    buffer_append_str(out,
                      STR("| flag and key | variable | default | meaning |\n| --- | --- | --- | --- |\n"));
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        char variable[64];
        option_variable(option, variable);
        buffer_printf(out, "| `%s` | `%s` | ", option->name, variable);
        buffer_printf(out, option->fallback[0] ? "`%s`" : "%s", option->fallback);
        buffer_printf(out, " | %s |\n", option->help);
    }
}

static void readme_has_the_table(void **state)
{
    (void)state;
    struct buffer expected;
    struct buffer readme;
    buffer_init(&expected, 1 << 16);
    buffer_init(&readme, 1 << 20);
    write_table(&expected);
    FILE *file = fopen(DATELINE_SOURCE_DIR "/README.md", "r");
    assert_non_null(file);
    for (int c = fgetc(file); c != EOF; c = fgetc(file)) {
        buffer_append_char(&readme, (char)c);
    }
    fclose(file);
    assert_int_equal(OK, buffer_status(&readme));
    size_t begin = str_find(buffer_str(&readme), STR(BEGIN), 0);
    size_t end = str_find(buffer_str(&readme), STR(END), 0);
    bool same =
        begin != SIZE_MAX && end != SIZE_MAX && end > begin &&
        str_equal(str_slice(buffer_str(&readme), begin + sizeof(BEGIN) - 1, end), buffer_str(&expected));
    if (!same) {
        printf("README.md should hold:\n" BEGIN "%s" END "\n", expected.data);
    }
    buffer_release(&expected);
    buffer_release(&readme);
    assert_true(same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(readme_has_the_table)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
