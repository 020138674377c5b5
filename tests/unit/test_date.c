/* test_date.c - the calendar against known days and against itself. */
#include "data/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"

static void test_known_days(void **state) {
    (void)state;
    assert_int_equal(date_of(1970, 1, 1), 0);
    assert_int_equal(date_of(1969, 12, 31), -1);
    assert_int_equal(date_of(2000, 3, 1),
                     11017); /* 30 years of 365 days, 7 leap days, 31 + 29 days */
    assert_int_equal(date_of(2022, 12, 31), 19357);
    assert_int_equal(date_of(1, 1, 1), -719162);
    assert_int_equal(date_of(9999, 12, 31), 2932896);
}

static void test_valid(void **state) {
    (void)state;
    assert_true(date_is_valid(2020, 2, 29));
    assert_true(date_is_valid(2000, 2, 29));
    assert_false(date_is_valid(1900, 2, 29));
    assert_false(date_is_valid(2021, 2, 29));
    assert_false(date_is_valid(2021, 4, 31));
    assert_false(date_is_valid(2021, 13, 1));
    assert_false(date_is_valid(2021, 0, 1));
    assert_false(date_is_valid(2021, 1, 0));
    assert_false(date_is_valid(0, 1, 1));
    assert_false(date_is_valid(10000, 1, 1));
    assert_int_equal(date_month_days(2024, 2), 29);
    assert_int_equal(date_month_days(2023, 2), 28);
    assert_int_equal(date_month_days(2023, 12), 31);
}

/* Every day of the calendar: there and back, and one after the other. */
static void test_every_day(void **state) {
    (void)state;
    int64_t expected = date_of(1, 1, 1);
    for (int year = 1; year <= 9999; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= date_month_days(year, month); day++, expected++) {
                int y, m, d;
                date_parts(expected, &y, &m, &d);
                if (date_of(year, month, day) != expected || y != year || m != month || d != day)
                    fail_msg("%04d-%02d-%02d", year, month, day);
            }
        }
    }
}

static void test_add_months(void **state) {
    (void)state;
    assert_int_equal(date_add_months(date_of(2022, 1, 31), 1), date_of(2022, 2, 28));
    assert_int_equal(date_add_months(date_of(2024, 1, 31), 1), date_of(2024, 2, 29));
    assert_int_equal(date_add_months(date_of(2022, 3, 31), -1), date_of(2022, 2, 28));
    assert_int_equal(date_add_months(date_of(2022, 11, 15), 3), date_of(2023, 2, 15));
    assert_int_equal(date_add_months(date_of(2022, 1, 15), -13), date_of(2020, 12, 15));
    assert_int_equal(date_add_months(date_of(2020, 2, 29), 12), date_of(2021, 2, 28));
    assert_int_equal(date_add_months(date_of(9999, 12, 31), 1), date_of(9999, 12, 31));
    assert_int_equal(date_add_months(date_of(1, 1, 1), -5), date_of(1, 1, 1));
}

static void test_write(void **state) {
    (void)state;
    Buf buf = { 0 };
    date_write(&buf, date_of(2022, 1, 31));
    buf_char(&buf, ' ');
    date_write(&buf, date_of(33, 4, 3));
    assert_string_equal(buf_text(&buf).at, "2022-01-31 0033-04-03");
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_days), cmocka_unit_test(test_valid),
        cmocka_unit_test(test_every_day),  cmocka_unit_test(test_add_months),
        cmocka_unit_test(test_write),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
