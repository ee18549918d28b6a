/* The names of the HTTP contract, there and back. */
#include "report/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_kinds(void **state)
{
    enum report_kind kind;
    size_t i;

    (void)state;
    for (i = 0; i < KIND_COUNT; i++) {
        assert_true(report_kind_from_name(str_from(report_kind_name((enum report_kind)i)), &kind));
        assert_int_equal(kind, i);
    }
    assert_string_equal(report_kind_name(KIND_DEPLOYMENT), "deployment");
    assert_false(report_kind_from_name(STR("Casualty"), &kind));
}

static void test_subtypes(void **state)
{
    enum report_subtype subtype;
    size_t i;

    (void)state;
    for (i = 0; i < SUBTYPE_COUNT; i++) {
        assert_true(
            report_subtype_from_name(str_from(report_subtype_name((enum report_subtype)i)), &subtype));
        assert_int_equal(subtype, i);
    }
    assert_string_equal(report_subtype_name(SUBTYPE_KILLED_OR_WOUNDED), "killed_or_wounded");
    assert_string_equal(report_subtype_name(SUBTYPE_ENTERED_COMBAT), "entered_combat");
    assert_false(report_subtype_from_name(STR(""), &subtype));
}

static void test_scopes_and_statuses(void **state)
{
    enum report_scope scope;
    enum report_status status;
    size_t i;

    (void)state;
    for (i = 0; i < SCOPE_COUNT; i++) {
        assert_true(report_scope_from_name(str_from(report_scope_name((enum report_scope)i)), &scope));
        assert_int_equal(scope, i);
    }
    for (i = 0; i < STATUS_COUNT; i++) {
        assert_true(report_status_from_name(str_from(report_status_name((enum report_status)i)), &status));
        assert_int_equal(status, i);
    }
    assert_string_equal(report_status_name(STATUS_HYPOTHETICAL), "hypothetical");
    assert_false(report_scope_from_name(STR("total"), &scope));
    assert_false(report_status_from_name(STR("claimed "), &status));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_subtypes),
        cmocka_unit_test(test_scopes_and_statuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
