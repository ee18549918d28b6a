/* What the compiler of the gazetteer refuses, and where it says that the fault is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COMMAND                                                                                              \
    EMBED_GAZETTEER " gazetteer-countries.tsv gazetteer-places.tsv gazetteer-towns.tsv gazetteer-out.c 2>&1"
#define COUNTRIES "KI\tKiribati\t1.4\t173.0\t120\t\tI-Kiribati\n"
#define REGION "region\tTarrow\tKI\t\t1.0\t173.0\t5\t\n"

static void write_table(const char *name, const char *rows)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_true(fputs(rows, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The first line of what it says; "" when the tables are well. */
static void expect_complaint(const char *countries, const char *places, const char *towns,
                             const char *expected)
{
    char said[300] = "";
    write_table("gazetteer-countries.tsv", countries);
    write_table("gazetteer-places.tsv", places);
    write_table("gazetteer-towns.tsv", towns);
    FILE *program = popen(COMMAND, "r"); /* NOLINT(cert-env33-c) */
    assert_non_null(program);
    if (fgets(said, sizeof said, program) != NULL) {
        said[strcspn(said, "\n")] = '\0';
    }
    assert_int_equal(pclose(program) == 0, *expected == '\0');
    assert_string_equal(said, expected);
}

static void takes_good_tables(void **state)
{
    (void)state;
    expect_complaint(COUNTRIES, REGION "capital\tBrask\tKI\tTarrow\t1.1\t173.1\t5\tBraskburg|~Brass\n",
                     "seat\tNorvik\tKI\tTarrow\t1.2\t173.2\t3\t\nregion\tTarrow\tKI\t\t1\t173\t5\t\n", "");
    expect_complaint(COUNTRIES, "# nothing\n", "", "");
}

static void tells_the_line_of_a_bad_row(void **state)
{
    (void)state;
    expect_complaint(COUNTRIES COUNTRIES, "", "", "gazetteer-countries.tsv:2: two countries of one code: KI");
    expect_complaint("KIR\tKiribati\t1.4\t173.0\t120\t\t\n", "", "",
                     "gazetteer-countries.tsv:1: expected a country code: KIR");
    expect_complaint(COUNTRIES, "hamlet\tBrask\tKI\t\t1\t1\t0\t\n", "",
                     "gazetteer-places.tsv:1: expected region, area, capital, seat, city or village: hamlet");
    expect_complaint(COUNTRIES, "city\tBrask\tKI\t\t91\t1\t0\t\n", "",
                     "gazetteer-places.tsv:1: expected degrees: 91");
    expect_complaint(COUNTRIES, "city\tBrask\tKI\t\t1\tx\t0\t\n", "",
                     "gazetteer-places.tsv:1: expected degrees: x");
    expect_complaint(COUNTRIES, "city\tBrask\tKI\t\t1\t1\tmany\t\n", "",
                     "gazetteer-places.tsv:1: expected a population in thousands: many");
    expect_complaint(COUNTRIES, REGION "city\tBrask\tKI\tNorland\t1\t1\t0\t\n", "",
                     "gazetteer-places.tsv:2: no such region in that country: Norland");
    expect_complaint(COUNTRIES, "city\tBrask (old)\tKI\t\t1\t1\t0\t\n", "",
                     "gazetteer-places.tsv:1: not a name that can be looked up: Brask (old)");
    expect_complaint(COUNTRIES, REGION "capital\tBrask\tKI\t\t1\t1\t0\t\ncapital\tKolna\tKI\t\t2\t1\t0\t\n",
                     "", "gazetteer-places.tsv:3: two capitals of one country: Kolna");
    expect_complaint(COUNTRIES, REGION, "city\tBrask\tKI\tTarrow\t1\t1\t0\t\n",
                     "gazetteer-towns.tsv:1: no such region in that country: Tarrow");
    expect_complaint(COUNTRIES, "", "city\tBrask;\tKI\t\t1\t1\t0\t\n",
                     "gazetteer-towns.tsv:1: not a name that can be looked up: Brask;");
}

static void wants_its_files(void **state)
{
    (void)state;
    FILE *program = popen(EMBED_GAZETTEER " 2>&1", "r"); /* NOLINT(cert-env33-c) */
    char said[200] = "";
    assert_non_null(program);
    assert_non_null(fgets(said, sizeof said, program));
    assert_true(pclose(program) != 0);
    assert_string_equal(said, "usage: embed_gazetteer countries.tsv places.tsv towns.tsv out.c\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_good_tables),
        cmocka_unit_test(tells_the_line_of_a_bad_row),
        cmocka_unit_test(wants_its_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
