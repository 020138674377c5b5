/* test_rival.c - by which other way of reckoning a wrong score comes out, and when none may be named.  Every number is
   worked out by hand, beside its case. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "engine/eval.h"
#include "engine/lower.h"
#include "engine/rival.h"

/* A form, or a row, as NAME=TEXT pairs; the last is NULL. */
typedef const char *const Pairs[20];

static Cell *cells_of(const Code *code, const char *const *pairs) {
    Cell *cells = MEM_ARRAY(Cell, code->inputs.count + 1);
    for (int i = 0; i < code->inputs.count; i++)
        for (int k = 0; pairs[k]; k += 2)
            if (text_same_name(code->inputs.at[i].name, text_of(pairs[k]))) cells[i].text = text_of(pairs[k + 1]);
    return cells;
}

typedef struct Asked {
    FormResult *form;
    Rival rivals[RIVALS_MAX];
    int count;
} Asked;

static Program *program_of(const char *rules) {
    Diags *diags = diags_new();
    Scheme *scheme = scheme_load_text(diags, TEXT("t.heng"), text_of(rules));
    Program *program = lower_with_rivals(scheme);
    for (int i = 0; i < diags->list.count; i++)
        print_message("%.*s\n", TEXT_ARG(diag_message(diags->list.at[i], LANG_EN)));
    assert_int_equal(diags->errors, 0);
    assert_null(program_verify(program));
    return program;
}

/* What is said of `printed` in the first row, or without rows in the first part of the form. */
static Asked ask(const char *rules, const char *const *form, const char *const *row, const char *printed) {
    static const char *const nothing[] = { NULL };
    Program *program = program_of(rules);
    FormRowData rows[] = { { 2, program->has_rows ? cells_of(&program->row, row) : NULL } };
    FormData data = { .id = TEXT("1"), .year = 2022, .cells = cells_of(&program->form, form ? form : nothing),
                      .row_count = program->has_rows ? 1 : 0, .rows = rows };
    Asked asked;
    asked.form = eval_form(program, &data, NULL);
    const FormRow *at = program->has_rows ? &asked.form->rows[0] : NULL;
    asked.count = rival_find(asked.form, at, at ? &at->parts[0] : &asked.form->parts[0], text_of(printed), asked.rivals);
    return asked;
}

static void says(const Asked *asked, int index, RivalKind kind, const char *zh) {
    assert_true(index < asked->count);
    Text text = rival_text(&asked->rivals[index], LANG_ZH);
    if (asked->rivals[index].kind != kind || !text_is_z(text, zh))
        print_message("kind %d, %.*s\n", (int)asked->rivals[index].kind, TEXT_ARG(text));
    assert_true(text_is_z(text, zh));
    assert_int_equal(asked->rivals[index].kind, kind);
}

static void says_in_english(const Asked *asked, int index, const char *en) {
    Text text = rival_text(&asked->rivals[index], LANG_EN);
    if (!text_is_z(text, en)) print_message("%.*s\n", TEXT_ARG(text));
    assert_true(text_is_z(text, en));
}

static void none(const Asked *asked) {
    if (asked->count > 0) print_message("%.*s\n", TEXT_ARG(rival_text(&asked->rivals[0], LANG_ZH)));
    assert_int_equal(asked->count, 0);
}

/* Rows as self-evaluation forms have them. */
static const char review[] =
    "规则 \"复核\"\n引用 自评\n"
    "填报 金额单位 \"unit\": 文本\n填报 年初预算数 \"initial\": 金额 单位 金额单位\n填报 全年预算数 \"full_year\": 金额 单位 金额单位\n"
    "填报 全年执行数 \"executed\": 金额 单位 金额单位\n"
    "每行 entries 归入 form_id {\n    组 level1, level2\n    指标 level3\n    分值 'weight'\n    目标 target_text\n"
    "    实际 actual_text\n    自报 reported_score\n    计分 按完成情况\n"
    "    无符号 at_most 当 level2 = \"成本指标\"，其他 at_least\n"
    "    当 level1 = \"预算执行\" { 分值 10；单位 金额单位；无符号 为 at_least；计分 按执行率 }\n}\n";

#define ROW(level1, level2, target, actual, weight, reported)                                                               \
    (Pairs) { "level1", level1, "level2", level2, "level3", "x", "target_text", target, "actual_text", actual, "weight",    \
              weight, "reported_score", reported, "金额单位", "万元", NULL }
#define MONEY(initial, full_year, executed) \
    (Pairs) { "金额单位", "万元", "年初预算数", initial, "全年预算数", full_year, "全年执行数", executed, NULL }

/* Costs reckoned as if more were better: 4 × 18.37 ÷ 36 = 2.0411. */
static void names_the_reversed_direction(void **state) {
    Asked asked = ask(review, MONEY("", "", ""), ROW("产出指标", "成本指标", "≤36万元", "18.37", "4", "2.04"), "2.04");
    says(&asked, 0, RIVAL_METHOD, "按方向颠倒：4 × 18.37万元 ÷ 36万元 = 2.04");
    says_in_english(&asked, 0, "by reversed_direction: 4 × 18.37万元 ÷ 36万元 = 2.04");
    assert_int_equal(asked.count, 1);
    /* As forms of 2022 print it, 2: near, but not that number.  1 × 7.2 ÷ 9 = 0.8 and 1 × 9.8 ÷ 18 = 0.54 are further off. */
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "成本指标", "≤36万元", "18.37", "4", "2"), "2");
    none(&asked);
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "成本指标", "≤9万", "7.2", "1", "0.5"), "0.5");
    none(&asked);
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "成本指标", "≤18万", "9.8", "1", "0.97"), "0.97");
    none(&asked);
}

/* 10 × 190.04 ÷ 425.27 = 4.46869…, by the rules 4.47; to one decimal 4.5, and as 45% of 10 as well. */
static void names_another_rounding(void **state) {
    Asked asked = ask(review, MONEY("", "425.28", "190.04"), ROW("产出指标", "数量指标", "425.27", "190.04", "10", "4.5"), "4.5");
    says(&asked, 0, RIVAL_ROUNDED_TO, "四舍五入到 1 位小数：4.4686… → 4.5");
    says_in_english(&asked, 0, "rounded to 1 decimal: 4.4686… → 4.5");
    says(&asked, 1, RIVAL_CREDIT_ROUNDED, "先对得分率取整：44.6869…% → 45%，10 × 45% = 4.5");
    assert_int_equal(asked.count, 2);
    /* 10 × 73.62 ÷ 86.66 = 8.49526… */
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥86.66", "73.62", "10", "8.49"), "8.49");
    says(&asked, 0, RIVAL_TRUNCATED, "截去而不是四舍五入：8.4952… → 8.49");
    assert_int_equal(asked.count, 1);
    /* 10 × 15 ÷ 16 = 9.375, by the rules 9.38 */
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥16", "15", "10", "9.375"), "9.375");
    says(&asked, 0, RIVAL_UNROUNDED, "没有取整：9.375");
    /* 42.3 ÷ 61.1 = 69.23…%, 15 × 69% = 10.35; exactly 10.3846… */
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥61.1", "42.3", "15", "10.35"), "10.35");
    says(&asked, 0, RIVAL_CREDIT_ROUNDED, "先对得分率取整：69.2307…% → 69%，15 × 69% = 10.35");
    assert_int_equal(asked.count, 1);
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥61.1", "42.3", "15", "10.36"), "10.36");
    none(&asked);
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥61.1", "42.3", "15", "10"), "10");
    says(&asked, 0, RIVAL_ROUNDED_TO, "四舍五入到整数：10.3846… → 10"); /* cut off is the same here */
    assert_int_equal(asked.count, 1);
}

/* SCORING-POLICIES 3b and 4a: at most 90, actual 105: 1 - 15/90 = 83.33 %, 90/105 = 85.71 %. */
static void names_another_known_method(void **state) {
    static const char by_inverse[] = "rules \"t\"\nrounding 2\ngiven r: number\nindicator A weight 10 { target <= 90; credit inverse; reported r }\n";
    static const char by_overrun[] = "rules \"t\"\nrounding 2\ngiven r: number\nindicator A weight 10 { target <= 90; credit overrun; reported r }\n";
    Asked asked = ask(by_inverse, (Pairs){ "A", "105", "r", "8.33", NULL }, NULL, "8.33");
    says(&asked, 0, RIVAL_METHOD, "按超额扣减：10 × (1 - (105 - 90) ÷ 90) = 8.33");
    says_in_english(&asked, 0, "by overrun: 10 × (1 - (105 - 90) ÷ 90) = 8.33");
    assert_int_equal(asked.count, 1);
    asked = ask(by_overrun, (Pairs){ "A", "105", "r", "8.57", NULL }, NULL, "8.57");
    says(&asked, 0, RIVAL_METHOD, "按反比例：10 × 90 ÷ 105 = 8.57"); /* 按比例 comes to the same, and says more than is needed */
    assert_int_equal(asked.count, 1);
    asked = ask(by_overrun, (Pairs){ "A", "105", "r", "8.58", NULL }, NULL, "8.58");
    none(&asked);
    /* 2a: execution 79.99 % is 5 of 10 points by the central guideline; 79.99 ÷ 100 × 10 = 8.00 by the rules. */
    asked = ask(review, MONEY("", "", ""), ROW("预算执行", "", "100", "79.99", "10", "5"), "5");
    says(&asked, 0, RIVAL_METHOD, "按执行率分档：10 × 50% = 5");
    /* 5a: staff control rate 103.4 %, 5 points, half a point a percentage point: 3.3; by the rules 5 × (1 - 3.4 %) = 4.83. */
    static const char staff[] = "rules \"t\"\nrounding 2\ngiven r: number\nindicator A weight 5 { target <= 100%; credit overrun; reported r }\n";
    asked = ask(staff, (Pairs){ "A", "103.4%", "r", "3.3", NULL }, NULL, "3.3");
    says(&asked, 0, RIVAL_METHOD, "按每个百分点扣半分：5 × (1 - (103.4% - 100%) ÷ 1% × 0.5 ÷ 5) = 3.3");
}

/* A method of the rule file itself that another indicator uses. */
static void names_the_rules_own_other_method(void **state) {
    static const char rules[] = "rules \"t\"\nrounding 2\ngiven r: number\nmethod halved \"减半\" = when { actual meets target -> 100%; otherwise -> actual / target.value / 2 }\n"
                                "indicator A weight 10 { target >= 60; credit proportional; reported r }\n";
    Asked asked = ask(rules, (Pairs){ "A", "57", "r", "4.75", NULL }, NULL, "4.75"); /* 57 ÷ 60 ÷ 2 = 47.5 % */
    says(&asked, 0, RIVAL_METHOD, "按减半：10 × 57 ÷ 60 ÷ 2 = 4.75");
    assert_true(text_is_z(asked.rivals[0].name, "halved"));
}

static void names_another_entry(void **state) {
    /* 10 × 20.3 ÷ 45 = 4.51; against the budget of the whole year, 31.6, it is 6.42. */
    Asked asked = ask(review, MONEY("45", "31.6", "20.3"), ROW("预算执行", "", "31.6", "20.3", "10", "4.51"), "4.51");
    says(&asked, 0, RIVAL_TARGET_FROM, "以 年初预算数 45万元 代替目标：10 × 20.3万元 ÷ 45万元 = 4.51");
    says_in_english(&asked, 0, "with 年初预算数 45万元 as the target: 10 × 20.3万元 ÷ 45万元 = 4.51");
    assert_int_equal(asked.count, 1);
    static const char rules[] = "规则 \"t\"\n取整 2\n填报 年初, 全年, 执行: 金额 万元\n填报 r: 数值\n"
                                "指标 执行率 分值 10 { 实际 执行 / 全年；目标 ≥ 100%；计分 按比例；自报 r }\n";
    asked = ask(rules, (Pairs){ "年初", "45", "全年", "31.6", "执行", "20.3", "r", "4.51", NULL }, NULL, "4.51");
    says(&asked, 0, RIVAL_ENTRY_FROM, "以 年初 45万元 代替 全年：执行 20.3万元 ÷ 45万元 = 45.1111…%，10 × 45.1111…% ÷ 100% = 4.51");
    /* The form of 2022 printed 6.39 for 20.3 of 31.6 and 45, and for a cost of at most 40: nothing gives that. */
    asked = ask(review, MONEY("45", "31.6", "20.3"), ROW("预算执行", "", "31.6", "20.3", "10", "6.39"), "6.39");
    none(&asked);
    asked = ask(review, MONEY("45", "31.6", "20.3"), ROW("产出指标", "成本指标", "≤40万元", "20.3", "10", "6.39"), "6.39");
    none(&asked);
}

/* Full marks come out of anything large enough; told is the one entry that would have been reached, else no more than that. */
static void is_careful_with_full_marks(void **state) {
    Asked asked = ask(review, MONEY("70", "86.66", "73.62"), ROW("预算执行", "", "86.66", "73.62", "10", "10"), "10");
    says(&asked, 0, RIVAL_TARGET_FROM, "以 年初预算数 70万元 代替目标：满分 10");
    assert_int_equal(asked.count, 1);
    asked = ask(review, MONEY("90", "86.66", "73.62"), ROW("预算执行", "", "86.66", "73.62", "10", "10"), "10.00");
    says(&asked, 0, RIVAL_ACTUAL_FROM, "以 年初预算数 90万元 代替实际：满分 10.00");
    asked = ask(review, MONEY("", "86.66", "73.62"), ROW("预算执行", "", "86.66", "73.62", "10", "10"), "10");
    says(&asked, 0, RIVAL_FULL, "不论完成多少，记满分 10");
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥3次", "2次", "3", "3"), "3");
    says(&asked, 0, RIVAL_FULL, "不论完成多少，记满分 3");
    says_in_english(&asked, 0, "full marks of 3, whatever was entered");
    assert_int_equal(asked.count, 1);
    /* 满意度 91 %, target 95 %: full by interval, 财预〔2021〕101号; 10 × 91 ÷ 95 = 9.58. */
    asked = ask(review, MONEY("", "", ""), ROW("满意度指标", "满意度", "≥95%", "91%", "10", "10"), "10");
    says(&asked, 0, RIVAL_ROUNDED_TO, "四舍五入到整数：9.5789… → 10");
    asked = ask(review, MONEY("", "", ""), ROW("满意度指标", "满意度", "≥99%", "90.5%", "10", "10"), "10");
    says(&asked, 0, RIVAL_METHOD, "按满意度分档：满分 10"); /* 9.14 by the rules */
}

static void names_slips_of_scale_and_base(void **state) {
    /* 15 × 61.1 ÷ 42.3 = 21.666… */
    Asked asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥42.3", "61.1", "15", "21.67"), "21.67");
    says(&asked, 0, RIVAL_UNCAPPED, "未以满分为限：15 × 61.1 ÷ 42.3 = 21.67");
    /* 20 × 11400 ÷ 12000 = 19; entered was 1140, which gives 1.90 */
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥12000册", "1140册", "20", "19"), "19.00");
    says(&asked, 0, RIVAL_ACTUAL_SCALED, "实际按 10 倍计，即 11400册：20 × 11400册 ÷ 12000册 = 19.00");
    says_in_english(&asked, 0, "with 10 times the actual, 11400册: 20 × 11400册 ÷ 12000册 = 19.00");
    assert_int_equal(asked.count, 1);
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥12000册", "1140册", "20", "0.19"), "0.19");
    none(&asked); /* a tenth of 1140: so few points come out by chance */
    /* 57 ÷ 60 = 95 %: 14.25 of 15, 9.5 of 10 */
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥60场", "57场", "15", "9.5"), "9.5");
    says(&asked, 0, RIVAL_OUT_OF, "以 10 分而不是 15 分为满分：10 × 95% = 9.5");
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥60场", "57场", "15", "95"), "95");
    says(&asked, 0, RIVAL_AS_PERCENT, "以得分率的百分数作为得分：95%");
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥60场", "57场", "15", "57"), "57");
    says(&asked, 0, RIVAL_ACTUAL_PRINTED, "以实际 57场 作为得分");
    asked = ask(review, MONEY("", "", ""), ROW("产出指标", "数量指标", "≥60场", "57场", "15", "60"), "60");
    says(&asked, 0, RIVAL_TARGET_PRINTED, "以目标 60场 作为得分");
    /* 34.62 = 50 × 42.3 ÷ 61.1: the points of the group */
    static const char group[] = "rules \"t\"\nrounding 2\ngiven r: number\ngroup G { indicator A weight 15 { target >= 61.1; credit proportional; reported r }\n"
                                "indicator B weight 35 { target >= 1; credit proportional } }\n";
    asked = ask(group, (Pairs){ "A", "42.3", "B", "1", "r", "34.62", NULL }, NULL, "34.62");
    says(&asked, 0, RIVAL_OUT_OF, "以 50 分而不是 15 分为满分：50 × 69.2307…% = 34.62");
}

/* A formula of the rule's own: 10 × (30 ÷ 40)² = 5.625 with the two changed; as entered it is full. */
static void names_changed_places(void **state) {
    static const char rules[] = "rules \"t\"\nrounding 2\ngiven r: number\nindicator A weight 10 { target >= 30; credit (actual / target.value) ^ 2; reported r }\n";
    Asked asked = ask(rules, (Pairs){ "A", "40", "r", "5.63", NULL }, NULL, "5.63");
    says(&asked, 0, RIVAL_SWAPPED, "目标与实际互换：10 × (30 ÷ 40) ^ 2 = 5.63");
    says_in_english(&asked, 0, "with actual and target exchanged: 10 × (30 ÷ 40) ^ 2 = 5.63");
}

static void names_nothing_without_need_or_evidence(void **state) {
    static const struct {
        const char *target, *actual, *weight, *printed;
    } cases[] = {
        { "≥60场", "57场", "15", "14.25" },     /* agrees */
        { "≥60场", "57场", "15", "" },          /* nothing printed */
        { "≥60场", "57场", "15", "合格" },
        { "≥60场", "57场", "15", "0" },         /* nothing at all comes out in too many ways */
        { "≥60场", "", "15", "9.5" },           /* no evidence */
        { "≥60场", "≥57场", "15", "9.51" },     /* a bound: a range */
        { "≥60场", "约57场", "15", "13" },
        { "42.3", "61.1", "15", "10.38" },      /* by the other reading of a target without sign: no contradiction */
        { "≥60场", "57场", "", "9.5" },         /* no weight */
        { "持续影响", "部分达成", "7", "5.6" },  /* a band */
        { "≥60场", "57场", "15", "14.24" },
        { "≥60场", "57场", "15", "14.2501" },
        { "≥60场", "57场", "15", "7.77" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Asked asked = ask(review, MONEY("45", "31.6", "20.3"),
                          ROW("产出指标", "数量指标", cases[i].target, cases[i].actual, cases[i].weight, cases[i].printed), cases[i].printed);
        if (asked.count > 0) print_message("%s %s %s %s\n", cases[i].target, cases[i].actual, cases[i].weight, cases[i].printed);
        none(&asked);
    }
}

/* Scoring and listing see none of the other methods. */
static void leaves_scoring_alone(void **state) {
    Diags *diags = diags_new();
    Program *plain = lower(scheme_load_text(diags, TEXT("t.heng"), text_of(review)));
    Program *with = program_of(review);
    assert_int_equal(plain->row.ops.count, with->row.scored);
    assert_int_equal(plain->row.ops.count, plain->row.scored);
    assert_int_equal(plain->form.ops.count, with->form.ops.count);
    assert_int_equal(plain->row.inputs.count, with->row.inputs.count);
    assert_int_equal(plain->row.parts.at[0]->others.count, 0);
    assert_true(with->row.parts.at[0]->others.count >= 10);
    assert_int_equal(plain->scheme->modules.count, with->scheme->modules.count);
}

/* What does not fit an indicator is no candidate, and says nothing: a method that wants a target, an entry that the rows
   lack, a list. */
static void drops_what_does_not_fit(void **state) {
    Program *program = program_of("rules \"t\"\ngiven r: number\nmethod listed = min(parts.credit)\nmethod own = A.score / 10\n"
                                  "indicator A weight 10 { credit when { actual >= 3 -> 100%; otherwise -> 0% }; reported r }\n");
    const Part *part = program->form.parts.at[0];
    assert_int_equal(part->others.count, 2); /* satisfaction and shares by interval, which look at the actual alone */
    assert_int_equal(program->form.inputs.count, 2);
}

/* The total has other roundings, and no methods. */
static void looks_at_totals(void **state) {
    static const char rules[] = "rules \"t\"\nrounding total 1\ngiven r: number\nindicator A weight 10 { target >= 16; credit proportional }\nreported total = r\n";
    Program *program = program_of(rules);
    FormData data = { .id = TEXT("1"), .cells = cells_of(&program->form, (Pairs){ "A", "15", "r", "9.37", NULL }) };
    FormResult *form = eval_form(program, &data, NULL);
    Rival rivals[RIVALS_MAX];
    assert_int_equal(rival_find(form, NULL, result_total(form), TEXT("9.37"), rivals), 1); /* 9.375 */
    assert_int_equal(rivals[0].kind, RIVAL_TRUNCATED);
    assert_int_equal(rivals[0].places, 2);
    assert_int_equal(rival_find(form, NULL, result_total(form), TEXT("9.36"), rivals), 0);
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_reversed_direction),
        cmocka_unit_test(names_another_rounding),
        cmocka_unit_test(names_another_known_method),
        cmocka_unit_test(names_the_rules_own_other_method),
        cmocka_unit_test(names_another_entry),
        cmocka_unit_test(is_careful_with_full_marks),
        cmocka_unit_test(names_slips_of_scale_and_base),
        cmocka_unit_test(names_changed_places),
        cmocka_unit_test(names_nothing_without_need_or_evidence),
        cmocka_unit_test(leaves_scoring_alone),
        cmocka_unit_test(drops_what_does_not_fit),
        cmocka_unit_test(looks_at_totals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
