#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "tests/cmocka.h"

static void grows_and_stays_terminated(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 1 << 20);
    for (int i = 0; i < 1000; i++) {
        buffer_printf(&buffer, "%d,", i);
        buffer_append_char(&buffer, ' ');
    }
    assert_int_equal(OK, buffer_status(&buffer));
    assert_int_equal(strlen(buffer.data), buffer.size);
    assert_true(str_starts(buffer_str(&buffer), STR("0, 1, 2, ")));
    assert_true(str_ends(buffer_str(&buffer), STR("999, ")));
    buffer_release(&buffer);
}

static void failure_sticks_until_cleared(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 5);
    buffer_append_str(&buffer, STR("12345"));
    assert_int_equal(OK, buffer_status(&buffer));
    buffer_append_char(&buffer, '6');
    buffer_append(&buffer, "", 0);
    assert_int_equal(ERR_TOO_LARGE, buffer_status(&buffer));
    assert_true(str_equal(STR("12345"), buffer_str(&buffer)));
    buffer_clear(&buffer);
    buffer_append_str(&buffer, STR("abc"));
    assert_int_equal(OK, buffer_status(&buffer));
    assert_true(str_equal(STR("abc"), buffer_str(&buffer)));
    buffer_release(&buffer);
}

static void an_empty_one_is_an_empty_string(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 5);
    assert_non_null(buffer_str(&buffer).data);
    assert_int_equal(0, buffer_str(&buffer).size);
    size_t size = 1;
    assert_null(buffer_take(&buffer, &size));
    assert_int_equal(0, size);
}

static void hands_its_bytes_over(void **state)
{
    (void)state;
    struct buffer buffer;
    buffer_init(&buffer, 100);
    buffer_append_str(&buffer, STR("taken"));
    size_t size = 0;
    char *data = buffer_take(&buffer, &size);
    assert_int_equal(5, size);
    assert_string_equal("taken", data);
    free(data);
    assert_null(buffer.data);
    buffer_append_str(&buffer, STR("again"));
    buffer.status = ERR_NO_MEMORY;
    assert_null(buffer_take(&buffer, &size));
    assert_int_equal(0, size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_and_stays_terminated),
        cmocka_unit_test(failure_sticks_until_cleared),
        cmocka_unit_test(an_empty_one_is_an_empty_string),
        cmocka_unit_test(hands_its_bytes_over),
    };
    return cmocka_run_group_tests_name("base/buffer", tests, NULL, NULL);
}
