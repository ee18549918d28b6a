#include "tests/text/language.h"

#include "tests/cmocka.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* The values of all items of class COUNT, and those of ORDINAL with a # before, with their words. */
static void write_numbers(const struct matcher *matcher, char *out, size_t room)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < matcher->item_count; i++) {
        const struct item *item = &matcher->items[i];
        bool count = item_is(item, CLASS_COUNT);
        if (!count && !item_is(item, CLASS_ORDINAL)) {
            continue;
        }
        struct value value = item_value(item, count ? CLASS_COUNT : CLASS_ORDINAL);
        struct str words = text_span(matcher->text, item->first_token, item->end_token);
        used += (size_t)snprintf(out + used, room - used, "%s%.*s=%s%" PRId64, used == 0 ? "" : " ",
                                 STR_ARG(words), count ? "" : "#", value.number);
        if (value.denominator != 1) {
            used += (size_t)snprintf(out + used, room - used, "/%d", value.denominator);
        }
    }
}

static void reads_numerals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *numbers;
    } cases[] = {
        {"two", "two=2"},
        {"twenty-five", "twenty-five=25"},
        {"twenty five", "twenty five=25"},
        {"five twenty", "five=5 twenty=20"},
        {"one two", "one=1 two=2"},
        {"twenty twenty-five", "twenty=20 twenty-five=25"},
        {"two hundred", "two hundred=200"},
        {"a hundred", "a hundred=100"},
        {"hundred", ""},
        {"two hundred and sixty-five", "two hundred and sixty-five=265"},
        {"five hundred thousand", "five hundred thousand=500000"},
        {"one million two hundred thousand and five", "one million two hundred thousand and five=1200005"},
        {"two thousand three million", "two thousand three=2003"},
        {"sixty dozen", "sixty dozen=720"},
        {"a dozen", "a dozen=12"},
        {"twenty hundred", "twenty hundred=2000"},
        {"15-hundred", "15-hundred=1500"},
        {"1.5 million", "1.5 million=1500000"},
        {"3 thousand", "3 thousand=3000"},
        {"10,000", "10,000=10000"},
        {"12,34,567", "12,34,567=1234567"},
        {"two and a half", "two and a half=5/2"},
        {"two and a half million", "two and a half million=2500000"},
        {"2 1/2", "2 1/2=5/2"},
        {"12/14", "12=12 14=14"},
        {"5 12/14", "5 12/14=41/7"},
        {"5 14/12", "5=5 14=14 12=12"},
        {"half a million", "half a million=500000"},
        {"half a day", ""},
        {"two-thirds", "two-thirds=2/3"},
        {"two and three", "two=2 three=3"},
        {"twenty-first", "twenty-first=#21"},
        {"twenty first", "twenty=20 first=#1"},
        {"14th", "14th=#14"},
        {"second", "second=#2"},
        {"2003 five", "2003=2003 five=5"},
        {"999999999 million", "999999999 million=999999999000000"},
        {"999999999999 million", "999999999999=999999999999"},
        {"million million", ""},
        {"1.5", "1.5=15/10"},
        /* one letter multiplies only when nothing stands between */
        {"10k", "10k=10000"},
        {"3.5K", "3.5K=3500"},
        {"10 k", "10=10"},
        {"10-k", "10=10"},
        {"a k", ""},
        {"10kg", "10=10"},
        /* a decimal comma */
        {"1,5 million", "1,5 million=1500000"},
        {"2,75 thousand", "2,75 thousand=2750"},
        {"1,5 days", "1=1 5=5"},
        {"1, 5 million", "1=1 5 million=5000000"},
        /* spaces between the groups: any that cannot break, or one that can */
        {"1\u00a0500", "1\u00a0500=1500"},
        {"1\u202f234\u2009567", "1\u202f234\u2009567=1234567"},
        {"2 000", "2 000=2000"},
        {"the 2 000 days", "2 000=2000"},
        {"the 1 500 days", "1 500=1500"},
        {"1 500 million", "1 500 million=1500000000"},
        {"1 500, three", "1 500=1500 three=3"},
        {"the May 12 300 days", "12=12 300=300"},
        {"the May 12 000 days", "12 000=12000"},
        {"the 5 155-day", "5=5 155=155"},
        {"1  500", "1=1 500=500"},
        {"the (1 500)", "1 500=1500"},
        {"2003 500", "2003=2003 500=500"},
        {"12 30", "12=12 30=30"},
        {"1 5000", "1=1 5000=5000"},
        {"0 500", "0=0 500=500"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct text text;
        struct matcher matcher;
        char numbers[256];
        arena_init(&arena, 1 << 20);
        assert_int_equal(OK, text_scan(&arena, &lang_xx, str_from(cases[i].text), &text));
        assert_int_equal(OK, matcher_init(&matcher, &arena, &text));
        match_sentence(&matcher, 0);
        write_numbers(&matcher, numbers, sizeof numbers);
        assert_string_equal(cases[i].numbers, numbers);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_numerals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
