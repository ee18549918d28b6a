#include "tests/inspect/run.h"

#include "tests/cmocka.h"

#include <string.h>

void run_release(struct run *run)
{
    buffer_release(&run->out);
    buffer_release(&run->messages);
}

struct run run_on(const char *input, const char *const *arguments)
{
    struct run run;
    int count = 0;
    FILE *file = tmpfile();
    assert_non_null(file);
    assert_int_equal(strlen(input), fwrite(input, 1, strlen(input), file));
    rewind(file);
    while (arguments[count] != NULL) {
        count++;
    }
    buffer_init(&run.out, 1 << 26);
    buffer_init(&run.messages, 1 << 26);
    run.status = inspect_run(count, arguments, file, &run.out, &run.messages);
    assert_int_equal(OK, buffer_status(&run.out));
    assert_int_equal(OK, buffer_status(&run.messages));
    fclose(file);
    return run;
}

void expect_in(struct str text, const char *part)
{
    if (str_find(text, str_from(part), 0) == SIZE_MAX) {
        fail_msg("expected: %s\nin: %.*s", part, STR_ARG(text));
    }
}

void expect_all(struct str text, const char *all)
{
    if (!str_equal(text, str_from(all)) && !(text.size == 0 && all[0] == '\0')) {
        fail_msg("expected: %s\nfound: %.*s", all, STR_ARG(text));
    }
}
