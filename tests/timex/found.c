#include "found.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void found_in(struct found *found, const char *published, const char *language, const char *text)
{
    struct instant instant;

    arena_init(&found->arena, 64 << 20);
    assert_int_equal(instant_parse(str_from(published), &instant, NULL), OK);
    assert_int_equal(text_scan(&found->arena, lang_find(STR("en")), str_from(text), &found->text), OK);
    if (language != NULL) {
        found->text.language = str_from(language);
    }
    assert_int_equal(timex_find(&found->arena, &found->text, &instant, &found->list), OK);
}
