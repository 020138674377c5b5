/* test_decision.c - rows of conditions over columns: gaps, masked rows, rows that never hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/decision.h"
#include "front/syntax.h"

static const Range everything = RANGE_ALL;

static const Test *at(Decision *d, int column, int comparison, int edge) {
    return decision_compare(d, column, comparison, RAT_INT(edge));
}

/* >= 80, >= 60: what is below 60 has no row. */
static void test_gap_below(void **state) {
    Decision *d = decision_new();
    int x = decision_numbers(d, everything);
    decision_row(d, at(d, x, CMP_GE, 80));
    decision_row(d, at(d, x, CMP_GE, 60));
    Reach *reach = decision_solve(d, 1000);
    assert_int_equal(decision_cells(d, x), 5);
    assert_true(reach->first[0] && reach->first[1]);
    assert_int_equal(reach->gaps.count, 1);
    Range low = decision_cell(d, x, reach->gaps.at[0].from[x]), high = decision_cell(d, x, reach->gaps.at[0].to[x]);
    assert_true(low.lo_infinite && high.hi_open && rat_equal(high.hi, RAT_INT(60)));
}

/* >= 60 first takes all that >= 80 could. */
static void test_masked(void **state) {
    Decision *d = decision_new();
    int x = decision_numbers(d, everything);
    decision_row(d, at(d, x, CMP_GE, 60));
    decision_row(d, at(d, x, CMP_GE, 80));
    decision_row(d, at(d, x, CMP_LT, 60));
    Reach *reach = decision_solve(d, 1000);
    assert_true(reach->holds[1] && !reach->first[1]);
    assert_int_equal(reach->masked_by[1], 0);
    assert_int_equal(reach->gaps.count, 0);
}

/* Two rows together mask a third: none of them alone. */
static void test_masked_by_two(void **state) {
    Decision *d = decision_new();
    int x = decision_numbers(d, everything);
    decision_row(d, at(d, x, CMP_LE, 5));
    decision_row(d, at(d, x, CMP_GT, 5));
    decision_row(d, decision_within(d, x, range_closed(RAT_INT(4), RAT_INT(6))));
    Reach *reach = decision_solve(d, 1000);
    assert_true(reach->holds[2] && !reach->first[2]);
    assert_int_equal(reach->masked_by[2], -1);
}

/* Outside the column's own bounds, and in contradiction with itself. */
static void test_never(void **state) {
    Decision *d = decision_new();
    int x = decision_numbers(d, range_closed(RAT_ZERO, RAT_ONE));
    decision_row(d, at(d, x, CMP_GE, 80));
    decision_row(d, decision_both(d, at(d, x, CMP_LT, 0), at(d, x, CMP_GT, 0)));
    decision_row(d, at(d, x, CMP_GE, 0));
    Reach *reach = decision_solve(d, 1000);
    assert_false(reach->holds[0] || reach->holds[1]);
    assert_true(reach->first[2]);
    assert_int_equal(reach->gaps.count, 0);
}

/* The edge between 0 ..< 5 and 5 >.. 9 belongs to neither. */
static void test_edge_of_none(void **state) {
    Decision *d = decision_new();
    int x = decision_numbers(d, range_closed(RAT_ZERO, RAT_INT(9)));
    decision_row(d, at(d, x, CMP_LT, 5));
    decision_row(d, at(d, x, CMP_GT, 5));
    Reach *reach = decision_solve(d, 1000);
    assert_int_equal(reach->gaps.count, 1);
    Range cell = decision_cell(d, x, reach->gaps.at[0].from[x]);
    assert_true(range_is_point(&cell) && rat_equal(cell.lo, RAT_INT(5)));
}

/* x >= 1 and y = a; x < 1; the rest is one rectangle: x >= 1, y other than a. */
static void test_rectangle(void **state) {
    Decision *d = decision_new();
    int x = decision_numbers(d, everything), y = decision_choices(d, 3);
    decision_row(d, decision_both(d, at(d, x, CMP_GE, 1), decision_equals(d, y, 0)));
    decision_row(d, at(d, x, CMP_LT, 1));
    Reach *reach = decision_solve(d, 1000);
    assert_int_equal(reach->gaps.count, 1);
    Gap gap = reach->gaps.at[0];
    assert_int_equal(gap.from[y], 1);
    assert_int_equal(gap.to[y], 2);
    Range low = decision_cell(d, x, gap.from[x]), high = decision_cell(d, x, gap.to[x]);
    assert_true(rat_equal(low.lo, RAT_ONE) && !low.lo_open && high.hi_infinite);
}

/* An unknown masks nothing, and is no gap. */
static void test_unknown(void **state) {
    Decision *d = decision_new();
    int x = decision_numbers(d, everything);
    decision_row(d, decision_constant(d, TRUTH_UNKNOWN));
    decision_row(d, at(d, x, CMP_GE, 0));
    Reach *reach = decision_solve(d, 1000);
    assert_true(reach->first[1]);
    assert_int_equal(reach->gaps.count, 0);
}

static void test_too_many(void **state) {
    Decision *d = decision_new();
    for (int i = 0; i < 20; i++)
        decision_row(d, at(d, decision_numbers(d, everything), CMP_GE, 0));
    assert_null(decision_solve(d, 100000)); /* 3 to the 20th */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gap_below), cmocka_unit_test(test_masked), cmocka_unit_test(test_masked_by_two),
        cmocka_unit_test(test_never), cmocka_unit_test(test_edge_of_none), cmocka_unit_test(test_rectangle),
        cmocka_unit_test(test_unknown), cmocka_unit_test(test_too_many),
    };
    mem_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
