/* test_unit.c - units by name, their scales, what fits what, and the units of products and quotients. */
#include "data/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"

static UnitId find(Units *units, const char *name) {
    return unit_find(units, text_of(name));
}

static const char *name_of(const Units *units, UnitId unit) {
    return text_copy(unit_name(units, unit)).at;
}

static void assert_scale(Units *units, const char *name, int64_t numerator, int64_t denominator) {
    UnitId unit = find(units, name);
    if (unit < 0)
        fail_msg("no unit %s", name);
    if (!rat_equal(unit_scale(units, unit), rat_of(numerator, denominator)))
        fail_msg("%s is %s", name, text_copy(rat_text(unit_scale(units, unit))).at);
}

static void test_constants(void **state) {
    (void)state;
    Units *units = units_new();
    static const struct {
        const char *name;
        UnitId unit;
    } cases[] = { { "", UNIT_NONE },       { "%", UNIT_PERCENT },     { "％", UNIT_PERCENT },
                  { "‰", UNIT_PERMILLE },  { "元", UNIT_YUAN },       { "¥", UNIT_YUAN },
                  { "￥", UNIT_YUAN },     { "万元", UNIT_WAN_YUAN }, { "秒", UNIT_SECOND },
                  { "分钟", UNIT_MINUTE }, { "小时", UNIT_HOUR },     { "天", UNIT_DAY },
                  { "月", UNIT_MONTH },    { "年", UNIT_YEAR },       { "分", UNIT_POINT },
                  { "万", UNIT_WAN },      { " 天 ", UNIT_DAY } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(find(units, cases[i].name), cases[i].unit);
}

static void test_scales(void **state) {
    (void)state;
    Units *units = units_new();
    assert_scale(units, "‰", 1, 1000);
    assert_scale(units, "成", 1, 10);
    assert_scale(units, "亿元", 100000000, 1);
    assert_scale(units, "千元", 1000, 1);
    assert_scale(units, "百万元", 1000000, 1);
    assert_scale(units, "角", 1, 10);
    assert_scale(units, "万人次", 10000, 1);
    assert_scale(units, "千册", 1000, 1);
    assert_scale(units, "周", 604800, 1);
    assert_scale(units, "h", 3600, 1);
    assert_scale(units, "Hours", 3600, 1);
    assert_scale(units, "亩", 2000, 3);
    assert_scale(units, "公顷", 10000, 1);
    assert_scale(units, "千米", 1000, 1);
    assert_scale(units, "千克", 1, 1);
    assert_scale(units, "吨", 1000, 1);
    assert_scale(units, "个百分点", 1, 100);
    assert_scale(units, "万元/人.年", 10000, 12); /* a year is twelve months */
    assert_scale(units, "元/人、天", 1, 86400);
    assert_scale(units, "人·次/年", 1, 12);
    assert_scale(units, "万元/每人", 10000, 1);
    assert_scale(units, "万亿元", 1000000000000, 1);
}

static void test_unknown(void **state) {
    (void)state;
    Units *units = units_new();
    static const char *const unknown[] = { "哈", "元/哈", "天哈", "/",   "元/",   "万%",
                                           "G",  "5",     "日期", "个x", "元//册" };
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_int_equal(find(units, unknown[i]), -1);
    assert_true(text_is_z(unit_suggest(units, TEXT("小时时")), "小时"));
    assert_true(text_is_z(unit_suggest(units, TEXT("hous")), "hour") ||
                text_is_z(unit_suggest(units, TEXT("hous")), "hours"));
    assert_int_equal(unit_suggest(units, TEXT("完全不同的东西")).length, 0);
    assert_int_equal(unit_suggest(units, TEXT("哈")).length, 0);
}

static void test_prefix(void **state) {
    (void)state;
    Units *units = units_new();
    static const struct {
        const char *text, *name;
    } cases[] = { { "万人次以上", "万人次" }, { "万余人", "万" },   { "元/册的", "元/册" },
                  { "次/5场", "次" },         { "次、场", "次" },   { "元/人、天", "元/人、天" },
                  { "daysoff", "" },          { "个月内", "个月" }, { "个工作日", "个工作日" },
                  { "千米路", "千米" },       { "手册", "" },       { "小时。", "小时" },
                  { "次.共", "次" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        UnitId unit = UNIT_NONE;
        size_t length = unit_prefix(units, text_of(cases[i].text), &unit);
        assert_int_equal(length, strlen(cases[i].name));
        if (length > 0)
            assert_string_equal(name_of(units, unit), cases[i].name);
    }
}

static void test_fit(void **state) {
    (void)state;
    Units *units = units_new();
    static const struct {
        const char *a, *b;
        UnitFit fit;
    } cases[] = { { "元", "亿元", UNIT_SAME },       { "%", "", UNIT_SAME },
                  { "%", "‰", UNIT_SAME },           { "分", "", UNIT_SAME },
                  { "天", "小时", UNIT_SAME },       { "天", "工作日", UNIT_OTHER },
                  { "天", "月", UNIT_OTHER },        { "月", "年", UNIT_SAME },
                  { "月", "工作日", UNIT_OTHER },    { "次", "场", UNIT_LOOSE },
                  { "次", "个", UNIT_SAME },         { "项", "场", UNIT_SAME },
                  { "次", "", UNIT_LOOSE },          { "", "次", UNIT_LOOSE },
                  { "次", "元", UNIT_OTHER },        { "元", "", UNIT_OTHER },
                  { "人次", "万人次", UNIT_SAME },   { "元", "美元", UNIT_OTHER },
                  { "亩", "平方米", UNIT_SAME },     { "米", "平方米", UNIT_OTHER },
                  { "元/册", "万元/册", UNIT_SAME }, { "元/册", "元/本", UNIT_LOOSE },
                  { "元/册", "元/个", UNIT_SAME },   { "元/册", "元", UNIT_OTHER },
                  { "次/月", "次", UNIT_OTHER },     { "次/月", "次/年", UNIT_SAME },
                  { "公里", "次", UNIT_OTHER } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        UnitId a = find(units, cases[i].a), b = find(units, cases[i].b);
        if (unit_fit(units, a, b) != cases[i].fit || unit_fit(units, b, a) != cases[i].fit)
            fail_msg("%s and %s", cases[i].a, cases[i].b);
    }
    assert_true(unit_is_money(units, find(units, "千元")));
    assert_false(unit_is_money(units, find(units, "元/册")));
    assert_true(unit_is_time(units, find(units, "周")));
    assert_false(unit_is_time(units, find(units, "工作日")));
    assert_false(unit_is_time(units, find(units, "月")));
    assert_true(unit_is_ratio(units, UNIT_WAN) && unit_is_ratio(units, UNIT_POINT) &&
                unit_is_ratio(units, UNIT_NONE));
    assert_true(unit_is_counting(units, find(units, "万人次")));
    assert_false(unit_is_counting(units, find(units, "公里")));
}

static void test_arithmetic(void **state) {
    (void)state;
    Units *units = units_new();
    UnitId yuan = UNIT_YUAN, wan = UNIT_WAN_YUAN, copy = find(units, "册");
    UnitId each = unit_divide(units, wan, copy);
    assert_string_equal(name_of(units, each), "万元/册");
    assert_int_equal(each, find(units, "万元/册"));
    assert_true(rat_equal(unit_scale(units, each), RAT_INT(10000)));
    assert_int_equal(unit_divide(units, wan, yuan), UNIT_NONE);
    assert_int_equal(unit_multiply(units, UNIT_PERCENT, wan), wan);
    assert_int_equal(unit_multiply(units, wan, UNIT_PERCENT), wan);
    assert_int_equal(unit_multiply(units, UNIT_PERCENT, UNIT_NONE), UNIT_NONE);
    assert_int_equal(unit_divide(units, UNIT_PERCENT, UNIT_NONE), UNIT_PERCENT);
    assert_int_equal(unit_divide(units, UNIT_PERCENT, UNIT_PERCENT), UNIT_NONE);
    assert_int_equal(unit_divide(units, wan, UNIT_PERCENT), wan);
    assert_int_equal(unit_multiply(units, each, copy), wan);
    assert_int_equal(unit_multiply(units, copy, unit_divide(units, yuan, copy)), yuan);
    assert_string_equal(name_of(units, unit_divide(units, UNIT_NONE, copy)), "1/册");
    assert_string_equal(name_of(units, unit_divide(units, find(units, "亿元"), copy)), "亿元/册");
    UnitId square = unit_power(units, find(units, "米"), 2);
    assert_string_equal(name_of(units, square), "米^2");
    assert_int_equal(unit_power(units, copy, 1), copy);
    assert_int_equal(unit_power(units, copy, 0), UNIT_NONE);
    assert_int_equal(unit_power(units, UNIT_PERCENT, 2), UNIT_NONE);
    assert_int_equal(unit_power(units, copy, 1000), -1);
}

static void test_define(void **state) {
    (void)state;
    Units *units = units_new();
    UnitId bottle = find(units, "瓶");
    UnitId crate = unit_define(units, TEXT("大箱"), RAT_INT(24), bottle);
    assert_true(crate > 0);
    assert_int_equal(find(units, "大箱"), crate);
    assert_true(rat_equal(unit_scale(units, crate), RAT_INT(24)));
    assert_int_equal(unit_fit(units, crate, bottle), UNIT_SAME);
    assert_int_equal(unit_define(units, TEXT("大箱"), RAT_INT(24), bottle), crate);
    assert_int_equal(unit_define(units, TEXT("大箱"), RAT_INT(12), bottle), -1);
    assert_int_equal(unit_define(units, TEXT("元"), RAT_INT(2), UNIT_YUAN), -1);
    UnitId crowd = unit_define(units, TEXT("牌匾"), RAT_ONE, -1);
    assert_true(unit_is_counting(units, crowd));
    assert_int_equal(unit_define(units, TEXT("牌匾"), RAT_ONE, -1), crowd);
    assert_int_equal(unit_fit(units, crowd, bottle), UNIT_LOOSE);
    UnitId alias = unit_define(units, TEXT("匾"), RAT_ONE, crowd);
    assert_int_equal(unit_fit(units, alias, crowd), UNIT_SAME);
    assert_scale(units, "万牌匾", 10000, 1);
    assert_scale(units, "元/大箱", 1, 24);
}

static void test_words(void **state) {
    (void)state;
    Units *units = units_new();
    static const struct {
        const char *unit, *en, *zh;
    } cases[] = { { "万元", "money", "金额" },
                  { "天", "time", "时间" },
                  { "", "a plain number", "纯数" },
                  { "千册", "册", "册" },
                  { "元/册", "money per 册", "金额/册" },
                  { "万元/人.年", "money per months per 人", "金额/月数/人" },
                  { "%", "a plain number", "纯数" } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        UnitId unit = find(units, cases[i].unit);
        assert_string_equal(text_copy(unit_dimension_text(units, unit, false)).at, cases[i].en);
        assert_string_equal(text_copy(unit_dimension_text(units, unit, true)).at, cases[i].zh);
    }
}

/* Hostile data cannot make units without end. */
static void test_many(void **state) {
    (void)state;
    Units *units = units_new();
    UnitId last = 0;
    for (int i = 0; i < 70000 && last >= 0; i++) {
        Buf buf = { 0 };
        for (int n = i, length = 0; length < 9; length++, n /= 4) {
            static const char *const joints[] = { ".", "·", "•", "*" };
            buf_add_z(&buf, "次");
            if (length < 8)
                buf_add_z(&buf, joints[n % 4]);
        }
        last = unit_find(units, text_copy(buf_text(&buf)));
    }
    assert_int_equal(last, -1);
    assert_int_equal(find(units, "元"), UNIT_YUAN);
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_constants), cmocka_unit_test(test_scales),
        cmocka_unit_test(test_unknown),   cmocka_unit_test(test_prefix),
        cmocka_unit_test(test_fit),       cmocka_unit_test(test_arithmetic),
        cmocka_unit_test(test_define),    cmocka_unit_test(test_words),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
