/* test_value.c - joining values, and printing them for people. */
#include "data/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "data/date.h"

static const char *shown(const Units *units, Value value, Lang lang) {
    Buf buf = { 0 };
    value_write(&buf, &value, units, lang, 4);
    return buf_text(&buf).at;
}

#define assert_shown(value, zh, en)                                                                \
    (assert_string_equal(shown(units, value, LANG_ZH), zh),                                        \
     assert_string_equal(shown(units, value, LANG_EN), en))

static Value percent(int64_t lo, int64_t hi, bool lo_open, bool hi_open) {
    Range range = range_closed(rat_of(lo, 100), rat_of(hi, 100));
    range.lo_open = lo_open;
    range.hi_open = hi_open;
    return value_range(range, UNIT_PERCENT, VALUE_EVIDENCE);
}

static void test_write_numbers(void **state) {
    (void)state;
    Units *units = units_new();
    assert_shown(value_number(RAT_INT(800000), UNIT_WAN_YUAN), "80万元", "80万元");
    assert_shown(value_number(rat_of(2, 3), UNIT_NONE), "0.6666…", "0.6666…");
    assert_shown(value_number(rat_of(19, 20), UNIT_PERCENT), "95%", "95%");
    assert_shown(value_number(RAT_INT(432000), unit_find(units, TEXT("days"))), "5 days", "5 days");
    assert_shown(percent(80, 90, false, false), "80% ~ 90%", "80% ~ 90%");
    assert_shown(percent(80, 90, false, true), "80% ~ 90%（不含上端）",
                 "80% ~ 90% (upper end excluded)");
    assert_shown(percent(80, 90, true, false), "80% ~ 90%（不含下端）",
                 "80% ~ 90% (lower end excluded)");
    assert_shown(percent(80, 90, true, true), "80% ~ 90%（不含两端）", "80% ~ 90% (ends excluded)");
    assert_shown(value_range(range_closed(RAT_INT(6), RAT_INT(9)), UNIT_MONTH, 0), "6 ~ 9月",
                 "6 ~ 9月");
    assert_shown(value_range(range_at_least(RAT_INT(10), false), UNIT_NONE, 0), "不少于10",
                 "at least 10");
    assert_shown(value_range(range_at_least(RAT_INT(10), true), UNIT_NONE, 0), "大于10",
                 "above 10");
    assert_shown(value_range(range_at_most(RAT_INT(10), false), UNIT_NONE, 0), "不超过10",
                 "at most 10");
    assert_shown(value_range(range_at_most(RAT_INT(10), true), UNIT_NONE, 0), "不到10", "below 10");
    assert_shown(value_range(RANGE_ALL, UNIT_NONE, VALUE_FROM_MISSING), "缺", "missing");
    assert_shown(value_range(RANGE_ALL, UNIT_NONE, 0), "不明", "unknown");
}

static Value days(int64_t from, int64_t to) {
    return value_range(range_closed(RAT_INT(from), RAT_INT(to)), UNIT_DATE, 0);
}

static void test_write_dates(void **state) {
    (void)state;
    Units *units = units_new();
    int64_t first = date_of(2021, 6, 1), last = date_of(2021, 6, 30);
    assert_shown(days(last, last), "2021-06-30", "2021-06-30");
    assert_shown(days(first, last), "2021-06", "2021-06");
    assert_shown(days(date_of(2021, 1, 1), date_of(2021, 12, 31)), "2021", "2021");
    assert_shown(days(date_of(2021, 4, 1), last), "2021-04-01 ~ 2021-06-30",
                 "2021-04-01 ~ 2021-06-30");
    assert_shown(value_range(range_at_most(RAT_INT(last), false), UNIT_DATE, 0), "不晚于2021-06-30",
                 "by 2021-06-30");
    assert_shown(value_range(range_at_most(RAT_INT(last), true), UNIT_DATE, 0), "不晚于2021-06-29",
                 "by 2021-06-29");
    assert_shown(value_range(range_at_least(RAT_INT(first), false), UNIT_DATE, 0),
                 "不早于2021-06-01", "not before 2021-06-01");
    assert_shown(value_range(RANGE_ALL, UNIT_DATE, 0), "不明", "unknown");
    assert_shown(value_number(RAT_INT(99999999), UNIT_DATE), "不明", "unknown");
}

static void test_write_others(void **state) {
    (void)state;
    Units *units = units_new();
    assert_shown(value_missing(), "缺", "missing");
    assert_shown(value_na(), "不适用", "not applicable");
    assert_shown(value_truth(TRUTH_YES), "是", "yes");
    assert_shown(value_truth(TRUTH_UNKNOWN), "不明", "unknown");
    assert_shown(value_text(TEXT("持续影响")), "持续影响", "持续影响");
    assert_shown(value_error(ERROR_ZERO_DIVISOR), "除数为零", "division by zero");
    Target target = { .sense = TARGET_AT_LEAST,
                      .value = value_number(RAT_INT(60), unit_find(units, TEXT("场"))) };
    assert_shown(value_target(&target), "≥ 60场", "≥ 60场");
    target.strict = target.each = target.about = true;
    assert_shown(value_target(&target), "各 > 约60场", "each > about 60场");
    Target by = { .sense = TARGET_DEADLINE,
                  .value = value_number(RAT_INT(date_of(2022, 12, 31)), UNIT_DATE) };
    assert_shown(value_target(&by), "不晚于2022-12-31", "by 2022-12-31");
    Target vague = { .sense = TARGET_DEADLINE,
                     .value = value_missing(),
                     .text = TEXT("一年内完成") };
    assert_shown(value_target(&vague), "一年内完成", "一年内完成");
    ValueList *list = mem_new(sizeof(ValueList) + 2 * sizeof(Value));
    list->count = 2;
    list->at[0] = value_number(RAT_INT(1), UNIT_NONE);
    list->at[1] = value_missing();
    Value value = { .kind = VALUE_LIST };
    value.list = list;
    assert_shown(value, "1、缺", "1, missing");
    assert_false(value_is_certain(&value));
}

static Scale *two_levels(void) {
    Scale *scale = mem_new(sizeof(Scale) + 2 * sizeof(ScaleLevel));
    scale->count = 2;
    scale->at[0].name = TEXT("好");
    scale->at[1].name = TEXT("差");
    return scale;
}

static void test_hull(void **state) {
    (void)state;
    Units *units = units_new();
    Value five = value_number(RAT_INT(5), UNIT_YUAN), eight = value_number(RAT_INT(8), UNIT_YUAN);
    Value zero = value_number(RAT_ZERO, UNIT_NONE), na = value_na(), missing = value_missing();
    Value error = value_error(ERROR_ZERO_DIVISOR), text = value_text(TEXT("甲")),
          other = value_text(TEXT("乙"));
    assert_shown(value_hull(&five, &eight), "5 ~ 8元", "5 ~ 8元");
    assert_shown(value_hull(&zero, &five), "0 ~ 5元", "0 ~ 5元");
    assert_shown(value_hull(&na, &five), "0 ~ 5元", "0 ~ 5元");
    assert_shown(value_hull(&five, &na), "0 ~ 5元", "0 ~ 5元");
    assert_shown(value_hull(&five, &error), "5元", "5元");
    assert_shown(value_hull(&error, &five), "5元", "5元");
    assert_int_equal(value_hull(&error, &error).kind, VALUE_ERROR);
    assert_int_equal(value_hull(&na, &na).kind, VALUE_NA);
    assert_int_equal(value_hull(&five, &missing).kind, VALUE_MISSING);
    assert_int_equal(value_hull(&five, &text).kind, VALUE_MISSING);
    assert_int_equal(value_hull(&text, &other).kind, VALUE_MISSING);
    assert_int_equal(value_hull(&text, &text).kind, VALUE_TEXT);
    Value day = value_number(RAT_INT(5), UNIT_DATE);
    assert_int_equal(value_hull(&day, &five).kind, VALUE_MISSING);
    Value yes = value_truth(TRUTH_YES), no = value_truth(TRUTH_NO);
    assert_int_equal(value_hull(&yes, &no).truth, TRUTH_UNKNOWN);
    Scale *scale = two_levels();
    Value good = value_level(scale, 0, 0, 0), bad = value_level(scale, 1, 1, VALUE_EVIDENCE);
    Value both = value_hull(&bad, &good);
    assert_int_equal(both.level.best, 0);
    assert_int_equal(both.level.worst, 1);
    assert_int_equal(both.flags, VALUE_EVIDENCE);
    assert_shown(both, "好 ~ 差", "好 ~ 差");
    assert_false(value_is_certain(&both));
    assert_true(value_is_certain(&five));
    assert_false(value_is_certain(&missing));
    assert_true(value_is_certain(&na) && value_is_certain(&error));
    assert_true(value_same(&five, &five) && !value_same(&five, &eight) && !value_same(&five, &na));
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write_numbers),
        cmocka_unit_test(test_write_dates),
        cmocka_unit_test(test_write_others),
        cmocka_unit_test(test_hull),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
