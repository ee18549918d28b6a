/* How many claims are left of an article that comes back to what it told. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct row {
    const char *text;
    size_t reports;
} rows[] = {
    {"Rebels shot dead Senator Aldo Vanti on Monday. Unions protested the murder of Senator Vanti.", 1},
    {"France condemned the murder of Senator Aldo Vanti. Senator Aldo Vanti was shot dead on Monday.", 1},
    {"Raiders killed six nurses on Monday. A court looks into the killing of the nurses.", 1},
    {"Raiders killed six nurses on Monday. The murder of the six nurses shocked France. He deplored the "
     "murder of the nurses.",
     1},
    {"A court looks into the murder of Senator Aldo Vanti. Vanti's death shocked France.", 1},
    {"Raiders killed six nurses on Monday. France mourned the nurses who were killed.", 1},
    {"Raiders killed six nurses on Monday. The names of the six nurses killed are known.", 1},
    {"Raiders killed six nurses on Monday. The six nurses died in Norvik, the mayor said.", 2},
    {"Raiders killed six nurses on Monday. France mourned nurses who were killed in May.", 2},
    /* somebody else */
    {"Rebels shot dead Senator Aldo Vanti on Monday. Unions protested the murder of Orm Bremmer.", 2},
    {"Raiders killed six nurses on Monday. A court looks into the killing of the priests.", 2},
    {"Raiders killed six nurses on Monday. A court looks into the killing of nine nurses.", 2},
    /* harm of another kind, on another day, elsewhere */
    {"Rebels kidnapped Senator Aldo Vanti on Monday. Unions protested the murder of Senator Vanti.", 2},
    {"Raiders killed six nurses on Monday. He recalled the murder of six nurses in May.", 2},
    {"Raiders killed six nurses in Khartoum. He recalled the murder of six nurses in Kassala.", 2},
    /* what the first does not tell: how many, by whom, the whole name */
    {"He deplored the murder of Aldo Vanti. The murder of Dr Vanti and his companion, Ann Reed, shocked "
     "France.",
     2},
    {"Nurses were killed on Monday. He deplored the murder of six nurses.", 2},
    {"Vanti was shot dead on Monday. He deplored the murder of Senator Vanti by French soldiers.", 2},
    /* not as a fact */
    {"If rebels killed Senator Aldo Vanti on Monday, there will be war. Unions protested the murder of "
     "Senator "
     "Aldo Vanti.",
     2},
    /* told by a verb, and by what an attack did */
    {"Raiders killed six nurses on Monday. Six nurses were killed, the mayor said.", 2},
    {"Raiders killed six nurses on Monday. Shells hit a clinic, killing six nurses.", 2},
    {"Nothing happened.", 0},
};

static size_t reports_of(const char *text)
{
    struct arena arena;
    size_t count;

    arena_init(&arena, (size_t)64 << 20);
    count = analyse_text(&arena, PUBLISHED, text).report_count;
    arena_release(&arena);
    return count;
}

static void nouns_tell_once(void **state)
{
    bool failed = false;

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count = reports_of(rows[i].text);

        if (count != rows[i].reports) {
            print_error("%s\n  reports: %zu, expected: %zu\n", rows[i].text, count, rows[i].reports);
            failed = true;
        }
    }
    assert_false(failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nouns_tell_once),
    };
    return cmocka_run_group_tests_name("presupposed", tests, NULL, NULL);
}
