/* Dates as pages write them. */
#include "article/page_date.h"

#include "tests/cmocka.h"

static void test_dates(void **state)
{
    static const struct {
        const char *text;
        const char *expected; /* as instant_format writes it; NULL: not taken */
    } cases[] = {
        {"2024-12-17", "2024-12-17"},
        {" 2024-12-17\n", "2024-12-17"},
        {"2024/12/17", "2024-12-17"},
        {"2024.12.17", "2024-12-17"},
        {"2024/2/7", "2024-02-07"},
        {"20241217", "2024-12-17"},
        {"2024-12-17T10:20:30Z", "2024-12-17T10:20:30Z"},
        {"2024-12-17T10:20:30.123Z", "2024-12-17T10:20:30Z"},
        {"2024-12-17T10:20:30.123456789012+05:30", "2024-12-17T10:20:30+05:30"},
        {"2024-12-17T10:20:30+0100", "2024-12-17T10:20:30+01:00"},
        {"2024-12-17T10:20:30-08", "2024-12-17T10:20:30-08:00"},
        {"2024-12-17T10:20", "2024-12-17T10:20:00"},
        {"2024-12-17T10:20Z", "2024-12-17T10:20:00Z"},
        {"2024-12-17 10:20:30", "2024-12-17T10:20:30"},
        {"2024-12-17 10:20:30 +0200", "2024-12-17T10:20:30+02:00"},
        {"2024-12-17 10:20:30 UTC", "2024-12-17T10:20:30Z"},
        {"20241217T102030Z", NULL},
        {"Tue, 17 Dec 2024 10:20:30 GMT", "2024-12-17T10:20:30Z"},
        {"Tue, 17 Dec 2024 10:20:30 +0100", "2024-12-17T10:20:30+01:00"},
        {"17 Dec 2024 10:20", "2024-12-17T10:20:00"},
        {"17 Dec 2024", "2024-12-17"},
        {"Tue, 17 Dec 2024 22:20:30 EST", "2024-12-17T22:20:30-05:00"},
        {"December 17, 2024", "2024-12-17"},
        {"Dec. 17, 2024", "2024-12-17"},
        {"SEPT 7 2024", "2024-09-07"},
        {"Tuesday, December 17, 2024, 6:30 pm PST", "2024-12-17T18:30:00-08:00"},
        {"17 December 2024 12:05 am", "2024-12-17T00:05:00"},
        {"Tue Dec 17 2024 12:05PM", "2024-12-17T12:05:00"},
        {"2024-12-17 6:30 PM", "2024-12-17T18:30:00"},
        {"2024-12-17 10:20 CET", "2024-12-17T10:20:00"},
        {"2024-12-17T23:59:60Z", "2024-12-17T23:59:59Z"},
        {"", NULL},
        {"2024", NULL},
        {"2024-12", NULL},
        {"2024-13-01", NULL},
        {"2024-02-30", NULL},
        {"2024-12/17", NULL},
        {"2024-12-17T", NULL},
        {"2024-12-17T24:00:00Z", NULL},
        {"2024-12-17T10:60:00Z", NULL},
        {"2024-12-17T10:20:30+25:00", NULL},
        {"2024-12-17 and more", NULL},
        {"17.12.2024", NULL}, /* day or month first: nobody knows */
        {"12/17/2024", NULL},
        {"17 Foo 2024", NULL},
        {"December 2024", NULL},
        {"December 17", NULL},
        {"Decem 17, 2024", NULL},
        {"17 December 17 2024", NULL},
        {"December 17, 2024 13:05 pm", NULL},
        {"December 17, 2024 6:30 pm today", NULL},
        {"two days ago", NULL},
        {"1734429600", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct instant instant;
        char text[32];
        bool taken = page_date_parse(str_from(cases[i].text), &instant);
        if (taken != (cases[i].expected != NULL)) {
            print_error("%s\n", cases[i].text);
        }
        assert_int_equal(taken, cases[i].expected != NULL);
        if (taken) {
            instant_format(&instant, text);
            assert_string_equal(text, cases[i].expected);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
