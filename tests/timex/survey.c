/* What a text as a whole tells of its dates: the order of day and month, and the years of days that are known
 * by their date. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "found.h"

struct reading {
    const char *published, *language, *text, *value,
        *other; /* of the first expression; other: NULL for none */
};

static void check(const struct reading *readings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct found found;

        found_in(&found, readings[i].published, readings[i].language, readings[i].text);
        assert_true(found.list.count >= 1);
        const struct timex *timex = &found.list.items[0];
        const char *other = timex->alternative_count == 0 ? NULL : timex->alternatives[0].value;
        if (strcmp(timex->value, readings[i].value) != 0 || (other == NULL) != (readings[i].other == NULL) ||
            (other != NULL && strcmp(other, readings[i].other) != 0)) {
            fail_msg("%s (%s): %s or %s, not %s or %s", readings[i].text, readings[i].language, timex->value,
                     other == NULL ? "nothing" : other, readings[i].value,
                     readings[i].other == NULL ? "nothing" : readings[i].other);
        }
        arena_release(&found.arena);
    }
}

static void order_of_day_and_month_is_settled(void **state)
{
    static const struct reading readings[] = {
        {"2025-01-06", "en", "It fell on 04/05/2024.", "2024-04-05", "2024-05-04"},
        {"2025-01-06", "en-US", "It fell on 04/05/2024.", "2024-04-05", NULL},
        {"2025-01-06", "en-ph", "It fell on 04/05/2024.", "2024-04-05", NULL},
        {"2025-01-06", "en-GB", "It fell on 04/05/2024.", "2024-05-04", NULL},
        {"2025-01-06", "en-Latn-NG", "It fell on 04/05/2024.", "2024-05-04", NULL},
        {"2025-01-06", "en-001", "It fell on 04/05/2024.", "2024-05-04", NULL},
        {"2025-01-06", "en-CA", "It fell on 04/05/2024.", "2024-04-05", "2024-05-04"},
        {"2025-01-06", "en-x-gb", "It fell on 04/05/2024.", "2024-04-05", "2024-05-04"},
        {"2025-01-06", "en-US", "It fell on 25/05/2024.", "2024-05-25", NULL},
        {"2025-01-06", "en", "It fell on 05/05/2024.", "2024-05-05", NULL},
        /* the weekday, when it is that of one of them */
        {"2025-01-06", "en", "It fell on Saturday, 04/05/2024.", "2024-05-04", NULL},
        {"2025-01-06", "en-GB", "It fell on Fri 04/05/2024.", "2024-04-05", NULL},
        {"2025-01-06", "en", "It fell on Monday 04/05/2024.", "2024-04-05", "2024-05-04"},
        {"2025-01-06", "en", "It fell on Sunday 07/04/2024.", "2024-04-07", NULL}, /* 4 July: a Thursday */
        {"2025-01-06", "en", "It fell on Wednesday 01/10/2024.", "2024-01-10", NULL},
        /* neighbours before and behind; what the text writes counts for more than the region */
        {"2025-01-06", "en", "It fell on 04/05/2024, not on 25/12/2024.", "2024-05-04", NULL},
        {"2025-01-06", "en", "It fell on 04/05/2024, not on 12/25/2024.", "2024-04-05", NULL},
        {"2025-01-06", "en", "It fell on 04/05/2024.\n\nBrask held until 25.12.24.", "2024-05-04", NULL},
        {"2025-01-06", "en-US", "It fell on 04/05/2024, not on 25/12/2024.", "2024-05-04", NULL},
        {"2025-01-06", "en-GB", "It fell on 04/05/2024, not on 12-25-2024.", "2024-04-05", NULL},
        /* neighbours that contradict each other, or are no dates, tell nothing */
        {"2025-01-06", "en", "It fell on 04/05/2024, 25/12/2024 or 12/25/2024.", "2024-04-05", "2024-05-04"},
        {"2025-01-06", "en", "It fell on 04/05/2024; the score was 25/12.", "2024-04-05", "2024-05-04"},
        {"2025-01-06", "en", "It fell on 04/05/2024; the file is 31/02/2024.", "2024-04-05", "2024-05-04"},
        {"2025-01-06", "en", "It fell on 04/05/2024; the file is 25 / 12 / 2024.", "2024-04-05",
         "2024-05-04"},
        {"2025-01-06", "en", "It fell on 04/05/2024; the file is 25/12/824.", "2024-04-05", "2024-05-04"},
        /* what is told as past does not lie ahead, unless the neighbours say so */
        {"2025-09-12", "en-US", "He was killed on 10/09/2025.", "2025-09-10", "2025-10-09"},
        {"2025-09-12", "en-US", "It will be shut on 10/09/2025.", "2025-10-09", NULL},
        {"2025-09-12", "en-GB", "It was due on 09/10/2025.", "2025-09-10", "2025-10-09"},
        {"2025-09-12", "en", "The fair of 10/09/2025 and of 10/31/2025.", "2025-10-09", NULL},
        /* within another expression too */
        {"2025-01-06", "en-GB", "It fell the day before 04/05/2024.", "2024-05-03", NULL},
        {"2025-01-06", "en-US", "It fell the day before 04/05/2024.", "2024-04-04", NULL},
    };
    (void)state;
    check(readings, sizeof readings / sizeof *readings);
}

static void year_of_an_attack_is_told(void **state)
{
    static const struct reading readings[] = {
        {"2024-05-05", "en", "The 3 March attack was denied. It fell on 3 March 2022.", "2022-03-03", NULL},
        {"2024-05-05", "en", "The Mar. 3 attack was denied. It fell on March 3rd, 2022.", "2022-03-03", NULL},
        {"2024-05-05", "en", "The 3 March attack was denied. It fell in March 2022.", "2022-03-03", NULL},
        {"2024-05-05", "en", "The 3 March attack, not that of 3 March 2023 or 3 March 2022.", "2022-03-03",
         NULL},
        {"2024-05-05", "en", "The 3 March attack was denied. It fell on 4 March 2022.", "2024-03-03",
         "2023-03-03"},
        {"2024-05-05", "en", "The 3 March attack was denied. It fell on 3 May 2022.", "2024-03-03",
         "2023-03-03"},
        {"2024-02-05", "en", "The 3 March attack was denied.", "2023-03-03", "2022-03-03"},
        {"2024-02-05", "en", "The 3 March fair was denied. It fell on 3 March 2022.", "2023-03-03", NULL},
        /* a year in which the day has not come yet is not meant */
        {"2024-02-05", "en", "The 3 March attack was denied. He goes free on 3 March 2030.", "2023-03-03",
         "2022-03-03"},
        {"2024-02-05", "en", "The 29 February attack was denied. It fell in February 2023.", "2020-02-29",
         NULL},
    };
    (void)state;
    check(readings, sizeof readings / sizeof *readings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_of_day_and_month_is_settled),
        cmocka_unit_test(year_of_an_attack_is_told),
    };
    return cmocka_run_group_tests_name("survey", tests, NULL, NULL);
}
