/* test_parse.c - rule text to tree: both languages, every way to write a sign, every mistake in its place, and
   input nobody would write.  Trees are compared in their printed form, without places; mistakes are listed as
   "line:column slug", with what the help lines propose. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "front/syntax.h"

static Text all_messages(Diags *diags) {
    Buf buf = { 0 };
    for (int i = 0; i < diags->list.count; i++) {
        diag_write(&buf, diags, diags->list.at[i], LANG_EN, false);
    }
    return buf_text(&buf);
}

/* The tree of a text without mistakes. */
static Text tree_of(const char *text, size_t length, bool expression) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("t.heng"), (Text){ text, length });
    Node *node = expression ? parse_expression(diags, source) : parse_file(diags, source);
    if (diags->list.count) {
        fail_msg("%s\n%.*s", text, TEXT_ARG(all_messages(diags)));
    }
    Buf buf = { 0 };
    node_write_bare(&buf, node, 0);
    return buf_text(&buf);
}

static const char *file_tree(const char *text) {
    return tree_of(text, strlen(text), false).at;
}

static void same_file(const char *a, const char *b) {
    assert_string_equal(file_tree(a), file_tree(b));
}

static void same_expression(const char *a, const char *b) {
    Text x = tree_of(a, strlen(a), true), y = tree_of(b, strlen(b), true);
    assert_string_equal(x.at, y.at);
}

/* The kinds and words of an expression on one line: "(+ 1 (* 2 a))". */
static void shape(Buf *buf, const Node *node) {
    if (!node) {
        buf_char(buf, '_');
    } else if (node->kind == NODE_NUMBER) {
        rat_write(buf, node->number);
        buf_add(buf, node->text);
    } else if (node->kind == NODE_NAME) {
        buf_add(buf, node->text);
    } else {
        buf_char(buf, '(');
        buf_add_z(buf, node_name(node->kind));
        if (node->op > KW_FIRST) {
            buf_format(buf, ":%.*s", TEXT_ARG(keyword_text((Keyword)node->op, LANG_EN)));
        } else if (node->op > ' ') {
            buf_format(buf, ":%c", node->op);
        } else if (node->op) {
            buf_format(buf, ":%d", node->op);
        }
        if (node->text.length) {
            buf_format(buf, " %.*s", TEXT_ARG(node->text));
        }
        for (int i = 0; i < node->count; i++) {
            buf_char(buf, ' ');
            shape(buf, node->kid[i]);
        }
        buf_char(buf, ')');
    }
}

static void expect_shape(const char *text, const char *expected) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("t.heng"), text_of(text));
    Node *node = parse_expression(diags, source);
    if (diags->list.count) {
        fail_msg("%s\n%.*s", text, TEXT_ARG(all_messages(diags)));
    }
    Buf buf = { 0 };
    shape(&buf, node);
    assert_string_equal(buf_text(&buf).at, expected);
}

/* "1:18 syntax, write `->`; 2:1 …" */
static Text mistakes(Text text, bool expression) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("t.heng"), text);
    Node *node = expression ? parse_expression(diags, source) : parse_file(diags, source);
    assert_non_null(node);
    Buf buf = { 0 };
    for (int i = 0; i < diags->list.count; i++) {
        const Diag *one = diags->list.at[i];
        int line, column;
        source_place(source, one->span.begin, &line, &column);
        buf_format(&buf, "%s%d:%d %s", i ? "; " : "", line, column, diag_slug(one->id));
        for (int k = 0; k < one->notes.count; k++) {
            if (diag_severity(one->notes.at[k]->id) == SEVERITY_HELP) {
                Text help = diag_message(one->notes.at[k], LANG_EN);
                buf_format(&buf, ", %.*s", TEXT_ARG(help));
            }
        }
        assert_true(diag_message(one, LANG_ZH).length > 0);
    }
    return buf.length ? buf_text(&buf) : TEXT("");
}

static void expect_mistakes(const char *text, const char *expected) {
    Text found = mistakes(text_of(text), false);
    if (strcmp(found.at, expected)) {
        fail_msg("%s\nfound:    %s\nexpected: %s", text, found.at, expected);
    }
}

/* The first diagnostic's words. */
static void expect_message(const char *text, Lang lang, const char *expected) {
    Diags *diags = diags_new();
    parse_file(diags, diags_source(diags, TEXT("t.heng"), text_of(text)));
    assert_true(diags->list.count > 0);
    assert_string_equal(text_copy(diag_message(diags->list.at[0], lang)).at, expected);
}

/* ---- The language of DESIGN.md, section 2 ---- */

static void smallest_scheme(void **state) {
    same_file("rules \"服务窗口 2024\"\n\n"
              "indicator Coverage   weight 60 { target >= 95%;  credit proportional }\n"
              "indicator Complaints weight 40 { target <= 3 次;  credit inverse }\n\n"
              "grade { A >= 90;  B >= 80;  C otherwise }\n",
              "规则 \"服务窗口 2024\"\n\n"
              "指标 Coverage   分值 60 { 目标 ≥ 95%；计分 proportional }\n"
              "指标 Complaints 分值 40 { 目标 ≤ 3 次；计分 inverse }\n\n"
              "等级 { A ≥ 90；B ≥ 80；C 其他 }\n");
    assert_string_equal(file_tree("indicator A weight 60 { target >= 95%;  credit proportional }"),
                        "FILE\n  LIST\n    INDICATOR weight\n      DECL \"A\"\n        LIST\n"
                        "      NUMBER 60\n      LIST\n        TARGET >=\n"
                        "          NUMBER 95 \"%\"\n        CREDIT\n"
                        "          NAME \"proportional\"\n");
}

static void scheme_with_structure(void **state) {
    same_file(
        "规则 \"社区健康服务 2022\" 版本 \"2022\"\n"
        "依据 \"财预〔2020〕10号\"\n"
        "施行 2022-01-01 至 2022-12-31\n"
        "引用 自评                                  # the standard library\n"
        "取整 2 位                                  # 四舍五入\n\n"
        "填报 全年预算数: 金额 万元\n"
        "填报 全年执行数: 金额 万元\n\n"
        "指标 预算执行率 分值 10 {\n"
        "    实际 全年执行数 / 全年预算数\n"
        "    目标 ≥ 100%\n"
        "    计分 按比例\n"
        "}\n"
        "组 产出指标 分值 50 {\n"
        "    组 数量指标 {\n"
        "        指标 发放健康手册 分值 20 { 目标 ≥ 12000 册；计分 按比例 }\n"
        "        指标 义诊活动     分值 10 { 目标 ≥ 6 场；     计分 达标得分 }\n"
        "    }\n"
        "    指标 '项目总成本(万元)' 分值 20 {\n"
        "        目标 ≤ 80 万元\n"
        "        计分 反比例\n"
        "        说明 \"超出 {实际 - 目标.值} 扣分\"\n"
        "    }\n"
        "}\n"
        "指标 对居民健康意识的持续影响 分值 40 { 目标 \"持续影响\"；计分 定性三档 }\n\n"
        "等级 { 优 ≥ 90；良 ≥ 80；中 ≥ 60；差 其他 }\n"
        "检查 \"权重合计为100\" 总分.分值 = 100\n",
        "rules \"社区健康服务 2022\" version \"2022\"\n"
        "cites \"财预〔2020〕10号\"\n"
        "in force 2022-01-01 to 2022-12-31\n"
        "use 自评; rounding 2 位\n"
        "given 全年预算数: 金额 万元; given 全年执行数: 金额 万元\n"
        "indicator 预算执行率 weight 10 { actual 全年执行数 /\n 全年预算数; target >= 100%\n"
        "credit 按比例 }\n"
        "group 产出指标 weight 50\n{\n"
        "    group 数量指标 { indicator 发放健康手册 weight 20 { target >= 12000册; "
        "credit 按比例 } indicator 义诊活动 weight 10 { target >= 6 场; credit 达标得分 } }\n"
        "    indicator '项目总成本(万元)' weight 20 { target <= 80 万元; credit 反比例;\n"
        "        note \"超出 {actual - target.值} 扣分\" }\n}\n"
        "indicator 对居民健康意识的持续影响 weight 40 { target \"持续影响\"; credit 定性三档 }\n"
        "grade { 优 >= 90; 良 >= 80; 中 >= 60; 差 otherwise }\n"
        "check \"权重合计为100\" total.分值 = 100");
}

static void methods_and_conditions(void **state) {
    same_file("method proportional = when {\n"
              "    actual meets target   -> 100%\n"
              "    target is at_least    -> actual / target.value\n"
              "    target is not at_most -> target.value / actual\n"
              "    otherwise             -> 0%\n"
              "}\n"
              "levels achievement {\n"
              "    achieved  \"达成\" \"完成\" \"达到预期\"   -> 80% .. 100%\n"
              "    partly    \"部分达成\"                -> 60% ..< 80%\n"
              "    missed    \"未达成\"                  -> 0%  ..< 60%\n"
              "}\n"
              "function late_penalty(days: duration) = steps days { <= 0 天 -> 0;  <= 5 天 -> 1;  "
              "otherwise -> 5 }\n"
              "indicator blood_pressure weight 14 {\n"
              "    target 45% .. 80%\n"
              "    credit linear actual { 45% -> 0%;  80% -> 100% }\n"
              "}\n"
              "indicator mortality points 10 {\n"
              "    given performance, baseline, threshold: rate\n"
              "    achievement = when {\n"
              "        performance >= benchmark and not x = yes -> 10\n"
              "        otherwise -> round(9 * (performance - threshold) / 2 + 0.5)\n"
              "    }\n"
              "    score max(achievement, count(parts.credit where a < 65%, missing stays out))\n"
              "}\n"
              "group Penalties { deduct 2 per 1 天 of delay, at most 6 }\n"
              "deduct 1 per full 3 天 of delay when late or no\n"
              "adjust \"Innovation\" + 2 when innovation = yes, at most 3, at least 1\n"
              "veto \"Fraud found\" when fraud = yes -> grade D\n"
              "veto \"X\" when fraud = no -> score 0\n",
              "方法 proportional = 当 {\n"
              "    实际 达到 目标   -> 100%\n"
              "    目标 为 at_least    → 实际 / 目标.value\n"
              "    目标 为 非 at_most -> 目标.value / 实际\n"
              "    其他             -> 0%\n"
              "}\n"
              "档次 achievement {\n"
              "    achieved  “达成” 「完成」 “达到预期\"   -> 80% .. 100%\n"
              "    partly    \"部分达成\"                -> 60% ..< 80%\n"
              "    missed    \"未达成\"                  -> 0%  ..< 60%\n"
              "}\n"
              "函数 late_penalty（days： duration） = 分档 days { ≤ 0 天 -> 0；  ≤ 5天 -> 1；  "
              "其他 -> 5 }\n"
              "指标 blood_pressure 分值 14 {\n"
              "    目标 45% .. 80%\n"
              "    计分 线性 实际 { 45% -> 0%；  80% -> 100% }\n"
              "}\n"
              "指标 mortality 满分 10 {\n"
              "    填报 performance，baseline，threshold：rate\n"
              "    achievement = 当 {\n"
              "        performance >= benchmark 且 非 x = 是 -> 10\n"
              "        其他 -> round(9 × (performance － threshold) ÷ 2 ＋ 0．5)\n"
              "    }\n"
              "    得分 max(achievement，count(各项.credit 其中 a < 65％，缺失 不计))\n"
              "}\n"
              "组 Penalties { 扣分 2 每 1 天 之 delay，上限 6 }\n"
              "扣分 1 每满 3 天 之 delay 当 late 或 否\n"
              "调整 \"Innovation\" + 2 当 innovation = 是，上限 3，下限 1\n"
              "一票否决 \"Fraud found\" 当 fraud = 是 -> 等级 D\n"
              "一票否决 \"X\" 当 fraud = 否 -> 得分 0\n");
}

static void every_clause(void **state) {
    same_file(
        "in force 2022-01-01\n"
        "rounding total 2 places half_even\nrounding grade 0\n"
        "unit 箱 \"box\" = 24 瓶\nunit 瓶\n"
        "given o3 \"O3\" \"臭氧\", so2: number ug/m3 in 0 .. 100 unit x\n"
        "given r: rate in (0% ..)\n"
        "table T \"表甲\" from \"t.csv\" key k, l\n"
        "method pass_line(line: rate, n: amount 元) = any of a, one_of + 1\n"
        "reported a = b\nrequired x when y\nrequired z\nflag \"x {y}\" when y > 2\nnote \"n\"\n"
        "cites \"c\"\n"
        "group G points 5 {\n"
        "    redistribute\n    score min(parts.score)\n    applies when a\n"
        "    at most 5; at least 1; missing -> 0; x = 3\n"
        "}\n"
        "indicator A {\n"
        "    target = \"x\"; actual T[k, 2].column; missing -> 0%; parts mean\n"
        "    unsigned is at_least; unit 元\n"
        "    unsigned at_most when a, x when b, otherwise at_least; unsigned at_least\n"
        "}\n"
        "each row of entries by form_id, year {\n"
        "    group level1, level2; indicator level3; weight 'weight'\n"
        "    target >= t; actual a; reported r; credit one of a, b; score s; unit u\n"
        "    when level1 = x { weight 10; when y { credit z } }\n"
        "}\n"
        "grade { A >= 90; low_medium when total < 5 and b; B otherwise }\n"
        "test \"t\" { set a = 80 万元, b = missing; row a = 1, c = 8 ..; expect grade = A }\n",
        "施行 2022年1月1日\n"
        "取整 总分 2 places half_even\n取整 等级 0\n"
        "单位 箱 \"box\" = 24 瓶\n单位 瓶\n"
        "填报 o3 \"O3\" \"臭氧\", so2: number ug/m3 属于 0 .. 100 单位 x\n"
        "填报 r: rate 属于 (0% ..)\n"
        "表 T \"表甲\" 取自 \"t.csv\" 主键 k, l\n"
        "方法 pass_line(line: rate, n: amount 元) = 任一 a, one_of + 1\n"
        "自报 a = b\n必填 x 当 y\n必填 z\n提示 \"x {y}\" 当 y > 2\n说明 \"n\"\n"
        "依据 \"c\"\n"
        "组 G 满分 5 {\n"
        "    重分\n    得分 min(各项.score)\n    适用 当 a\n"
        "    上限 5; 下限 1; 缺失 -> 0; x = 3\n"
        "}\n"
        "指标 A {\n"
        "    目标 = \"x\"; 实际 T[k, 2].column; 缺失 -> 0%; 各项 mean\n"
        "    无符号 为 at_least; 单位 元\n"
        "    无符号 at_most 当 a, x 当 b, 其他 at_least; 无符号 at_least\n"
        "}\n"
        "每行 entries 归入 form_id, year {\n"
        "    组 level1, level2; 指标 level3; 分值 'weight'\n"
        "    目标 ≥ t; 实际 a; 自报 r; 计分 其一 a, b; 得分 s; 单位 u\n"
        "    当 level1 = x { 分值 10; 当 y { 计分 z } }\n"
        "}\n"
        "等级 { A >= 90; low_medium 当 总分 < 5 且 b; B 其他 }\n"
        "测试 \"t\" { 设 a = 80 万元, b = 缺失; 行 a = 1, c = 8 ..; 期望 等级 = A }\n");
    same_file("each  row\tof t { }\nin   force 2022-01-01", "每行 t { }\n施行 2022-01-01");
    same_file("", ";;；\n\n # nothing\n");
    assert_non_null(
        strstr(file_tree("rounding 2 half_even"), "NUMBER 2\n      NAME \"half_even\""));
}

static void precedence(void **state) {
    expect_shape("1 + 2 * a - b", "(BINARY:- (BINARY:+ 1 (BINARY:* 2 a)) b)");
    expect_shape("-a ^ 2 ^ -b", "(UNARY:- (BINARY:^ a (BINARY:^ 2 (UNARY:- b))))");
    expect_shape("not a = 1 and b or c",
                 "(BINARY:or (BINARY:and (UNARY:not (COMPARE:1 a 1)) b) c)");
    expect_shape("x in 1 + 1 ..< 3", "(IN x (RANGE:2 (BINARY:+ 1 1) 3))");
    expect_shape("a >.. b", "(RANGE:1 a b)");
    expect_shape("a >..< b", "(RANGE:3 a b)");
    expect_shape("(.. 5)", "(RANGE _ 5)");
    expect_shape("(5 ..<)", "(RANGE:2 5 _)");
    expect_shape("x is not missing", "(UNARY:not (IS x (WORD:missing)))");
    expect_shape("T[k].a.target", "(MEMBER target (MEMBER a (INDEX T (LIST k))))");
    expect_shape("f(a where b, missing stays out, c)", "(CALL f (LIST (FILTER:missing a b) c))");
    expect_shape("f(a, missing stays out)", "(CALL f (LIST (FILTER:missing a _)))");
    expect_shape("any of a, b + 1", "(ANY_OF (LIST a (BINARY:+ b 1)))");
    expect_shape("steps x { 9 .. 11 -> 1; .. 5 -> 2; 6 .. -> 3; > 2 -> 4; 7 -> 5 }",
                 "(STEPS x (LIST (ARM (RANGE 9 11) 1) (ARM (RANGE _ 5) 2) (ARM (RANGE 6 _) 3) "
                 "(ARM:5 2 4) (ARM 7 5)))");
    expect_shape("linear x { 0 .. 54 -> 0 .. 50 }",
                 "(LINEAR x (LIST (ARM (RANGE 0 54) (RANGE 0 50))))");
    expect_shape("when { a -> 1\n b -> when { c -> 2 } * 2 }",
                 "(WHEN (LIST (ARM a 1) (ARM b (BINARY:* (WHEN (LIST (ARM c 2))) 2))))");
    expect_shape("max(1,\n 2\n + 3)", "(CALL max (LIST 1 (BINARY:+ 2 3)))");
}

static void numbers_and_units(void **state) {
    expect_shape("5元/册", "5元/册");
    expect_shape("5 万元/人.年", "5万元/人.年");
    expect_shape("5 元 / 册", "(BINARY:/ 5元 册)");
    expect_shape("3表 + 3 m3", "(BINARY:+ 3表 3m3)");
    expect_shape("3target", "3target");
    expect_shape("12.50 %", "12.5%");
    expect_shape("９．５％", "9.5%");
    expect_shape("2‰", "2‰");
    expect_shape("2ｋｇ", "2kg");
    expect_shape("1..2", "(RANGE 1 2)");
    expect_shape("１．．２ + 0", "(RANGE 1 (BINARY:+ 2 0))");
}

static void signs(void **state) {
    same_expression("a >= b", "a ≧ b");
    same_expression("a >= b", "a ＞＝ b");
    same_expression("a <= b", "a ≦ b");
    same_expression("a < b", "a ＜ b");
    same_expression("a != b", "a ≠ b");
    same_expression("a = b", "a ＝ b");
    same_expression("a - b", "a － b");
    same_expression("a - b", "a − b");
    same_expression("a - b", "a – b");
    same_expression("a * b / c ^ 2", "a × b ÷ c ＾ ２");
    same_expression("a * b", "a ＊ b");
    same_expression("f(a, b)", "f（a，b）");
    same_expression("T[a].b", "T［a］．b");
    same_expression("when { a -> 1; b -> 2 }", "当 ｛ a → 1； b －＞ 2 ｝");
    same_expression("\"x\"", "“x”");
    same_expression("\"x\"", "「x」");
    same_expression("\"x\"", "“x\"");
    same_expression("\"他说“好”了\"", "“他说“好”了”");
    same_expression("'x y'", "‘x y’");
    same_expression("a + b", "a　+　b");
    same_file("x = 1\ny = 2\n", "x = 1\r\ny = 2\r\n");
    same_file("x = 1\ny = 2\n", "\xEF\xBB\xBFx = 1;y = 2");
}

static void names(void **state) {
    expect_shape("𠮷野家_2 + é",
                 "(BINARY:+ 𠮷野家_2 é)"); /* a Han character outside the first plane */
    expect_shape("'weight'", "weight");
    expect_shape("'65岁以上(a;b)'", "65岁以上(a;b)");
    expect_shape("total.得分", "(MEMBER 得分 (WORD:total))");
    assert_int_equal(keyword_find(TEXT("一票否决")), KW_VETO);
    assert_int_equal(keyword_find(TEXT("each row of")), KW_EACH_ROW);
    assert_int_equal(keyword_find(TEXT("each")), 0);
    assert_int_equal(member_find(TEXT("得分率")), MEMBER_CREDIT);
    assert_int_equal(member_find(TEXT("x")), -1);
}

static void texts(void **state) {
    expect_shape("\"a\\\"b\\\\c{{d}}\"", "(TEXT a\"b\\c{d})");
    assert_non_null(strstr(file_tree("note \"a {b + 1} {{c}} {f(“x {y}”)}\""),
                           "TEMPLATE\n        LIST\n          TEXT \"a \"\n          BINARY +\n"));
    assert_non_null(strstr(file_tree("note \"{{c}}\""), "NOTE\n      TEXT \"{c}\""));
    assert_non_null(strstr(file_tree("cites \"{c}\""), "CITES\n      TEXT \"{c}\""));
    /* what stands in a template has its place in the file */
    Diags *diags = diags_new();
    const char *text = "note \"中 {bcd}\"";
    Node *file = parse_file(diags, diags_source(diags, TEXT("t"), text_of(text)));
    Node *name = file->kid[0]->kid[0]->kid[0]->kid[0]->kid[1];
    assert_int_equal(name->kind, NODE_NAME);
    assert_memory_equal(text + name->span.begin, "bcd", 3);
    assert_int_equal(name->span.end - name->span.begin, 3);
}

/* ---- Mistakes ---- */

#define SEPARATE "clauses are separated by `;` or a line's end"

static void mistakes_in_clauses(void **state) {
    expect_mistakes("indicator A weight 60 { target >= }\nindicator B { target 5 5; credit x y }",
                    "1:35 syntax; 2:24 syntax; 2:36 syntax");
    expect_mistakes("indicator weight 60 { target >= 95%; credt x }",
                    "1:11 syntax, as a name, a keyword is quoted: `'weight'`; "
                    "1:38 misspelt, did you mean `credit`?");
    expect_mistakes("indicator A weight { target >= 95% }", "1:20 syntax");
    expect_mistakes(
        "group weight { indicator A { target 5 5 } }\nx = 1 1",
        "1:7 syntax, as a name, a keyword is quoted: `'weight'`; 1:39 syntax; 2:7 syntax");
    expect_mistakes("indicator A { target >= 95%, credit x, actual y }",
                    "1:28 syntax, " SEPARATE "; 1:38 syntax, " SEPARATE);
    expect_mistakes("x = when { a > 5 10; otherwise = 0 }", "1:18 syntax; 1:32 syntax, write `->`");
    expect_mistakes("x：1", "1:2 syntax, write `=`");
    expect_mistakes("x = a < b < c", "1:11 syntax, compare twice: `a < b and b < c`");
    expect_mistakes("grade { A >= 90 and x; C otherwise }",
                    "1:17 syntax, a band with a condition is written `A when …`");
    expect_mistakes("target >= 5\nindicator A { indicator B { target 5 }; credit x }",
                    "1:1 syntax; 2:15 syntax");
    expect_mistakes("x = when {}\ngrade { }", "1:11 no-rows; 2:9 no-rows");
    expect_mistakes("rules Name", "1:7 text-needs-quotes, write `\"Name\"`");
    expect_mistakes("indicator \"A\" { target 5 }",
                    "1:11 syntax, a name is written without quotes or in single ones");
    expect_message("x = when { a > 5 10 }", LANG_EN,
                   "unexpected `10`, expected `->` or an operator");
    expect_message("x = when { a > 5 10 }", LANG_ZH, "此处不应是`10`，应为`->`或运算符");
    expect_message("indicator A { target >=\n}", LANG_EN, "unexpected `}`, expected a value");
    expect_message("x = 1 +", LANG_ZH, "此处不应是文件的结尾，应为一个值");
}

static void mistakes_in_words(void **state) {
    expect_mistakes("indicater C waight 60 { target >= 95% }",
                    "1:1 misspelt, did you mean `indicator`?; "
                    "1:13 misspelt-keyword, did you mean `weight`?");
    expect_mistakes(
        "指彪 C 分直 60 { 目标 ≥ 95% }",
        "1:1 misspelt, did you mean `指标`?; 1:6 misspelt-keyword, did you mean `分值`?");
    expect_mistakes("指标覆盖率 分值 60 { 目标 ≥ 95% }",
                    "1:1 misspelt, write `指标 覆盖率`, with a space behind the keyword");
    expect_mistakes("指标 覆盖率 分值9.5 { 目标95% }",
                    "1:8 misspelt-keyword, write `分值 9`, with a space behind the keyword; "
                    "1:16 misspelt, write `目标 95`, with a space behind the keyword");
    expect_mistakes("指标 覆盖率分值 60 { 目标 95% }",
                    "1:10 syntax, write `覆盖率 分值`, with a space behind the keyword");
    expect_mistakes("x = whn { a -> 1; b -> 2 }", "1:9 syntax, did you mean `when`?");
    expect_mistakes("x = when { a -> 1; otherwize -> 2 }", ""); /* a name: the checker's */
    expect_mistakes("扣分 2 每1天 之 x",
                    "1:6 syntax, write `每 1天`, with a space behind the keyword");
    expect_mistakes("x = a is 5", "1:10 syntax, write `=`");
    expect_mistakes("given target: number",
                    "1:7 syntax, as a name, a keyword is quoted: `'target'`");
}

static void mistakes_in_signs(void **state) {
    expect_mistakes("x = when { a == 5 && b -> 1; a || !b -> 2; otherwise => 0 }",
                    "1:14 wrong-sign; 1:19 wrong-sign; 1:32 wrong-sign; 1:35 wrong-sign; "
                    "1:54 wrong-sign");
    expect_mistakes("indicator A { target => 95 percent }", "1:22 wrong-sign; 1:28 wrong-sign");
    expect_mistakes("指标 A { 目标 = 5、 计分 x }", "1:14 wrong-sign");
    expect_mistakes("x = $5\ny = 5 @ 6", "1:5 bad-character; 2:7 bad-character");
    expect_mistakes("in force 2022-02-30\nx = 2021年2月29日\ny = 2024-02-29",
                    "1:10 bad-date; 2:5 bad-date");
    expect_mistakes("x = 5 % y", "1:9 syntax");
    expect_mistakes("rules \"abc\nindicator B { note “abc }\nx = 'abc\ny = ''",
                    "1:7 text-not-closed, close it with \" on the same line; "
                    "2:20 text-not-closed, close it with ” on the same line; "
                    "3:5 name-not-closed, close it with ' on the same line; 4:5 name-empty");
    expect_mistakes("note \"a {b + } c\"\nnote \"{}\"\nnote \"a {b\"",
                    "1:13 syntax; 2:8 syntax; 3:9 template-not-closed, a brace that is only a sign "
                    "is written `{{` or `}}`");
}

static void mistakes_in_brackets(void **state) {
    expect_mistakes("indicator A weight 60 {\n    target >= 5\n    credit x\n\n"
                    "indicator B weight 40 {\n    target >= 5 5\n}\n",
                    "5:1 not-closed, write `}` before this; 6:17 syntax");
    expect_mistakes("group G {\n    indicator A {\n        target >= 5\n    }\n\n"
                    "group H {\n    indicator B { target >= 5 }\n}\n",
                    "6:1 not-closed, write `}` before this");
    expect_mistakes("group G {\n    indicator A {\n        target >= 5\n\n"
                    "    indicator B { target >= 5 }\n}\ngrade { A >= 5; B otherwise }",
                    "5:5 not-closed, write `}` before this");
    expect_mistakes("indicator A weight 60\n    target >= 5\n    credit x\n}\nx = 1 1\n",
                    "2:5 not-opened; 5:7 syntax");
    expect_mistakes("indicator A weight 60 target >= 5; credit x }\nx = 1 1\n",
                    "1:23 not-opened; 2:7 syntax");
    expect_mistakes("indicator A {\n    target >= 5 }\n    credit x\n}\nx = 1 1",
                    "2:17 closes-nothing; 5:7 syntax");
    expect_mistakes("indicator A {\n    target >= 5\n}\n}\nx = 1 1",
                    "4:1 closes-nothing; 5:7 syntax");
    expect_mistakes("x = 1)\ny = 2", "1:6 closes-nothing");
    expect_mistakes("indicator A {\n    credit max(1, 2\n    target >= 5\n}\nx = 1 1",
                    "3:5 not-closed, write `)` before this; 5:7 syntax");
    expect_mistakes("indicator A { credit max(1, (2 + 3) ; target >= 5 }",
                    "1:37 not-closed, write `)` before this");
    expect_mistakes("indicator A { target >= 5", "1:26 not-closed, write `}` before this");
    expect_mistakes("x = f(1]\n", "1:8 closes-nothing; 1:8 not-closed, write `)` before this");
}

static void expect_bytes(const char *text, size_t length, const char *expected) {
    assert_string_equal(mistakes((Text){ text, length }, false).at, expected);
}

static void mistakes_in_bytes(void **state) {
    expect_bytes("x = 1\n\xFF\xFE\xFFy = 2 2", 16, "2:1 not-utf8; 2:10 syntax");
    expect_bytes("x = \"\xC3(\"", 8, "1:6 not-utf8");
    expect_bytes("x = \0\0 1", 8, "1:5 nul-byte");
    expect_bytes("x = \"a\0b\"", 9, "1:7 nul-byte");
    expect_bytes("# \0", 3, "1:3 nul-byte");
    const char gbk[] = "\xB9\xE6\xD4\xF2 \"\xC9\xE7\xC7\xF8\"\n\xD6\xB8\xB1\xEA \xB8\xB2\xB8\xC7 "
                       "\xB7\xD6\xD6\xB5 60 { \xC4\xBF\xB1\xEA 5 }\n\xD6\xB8\xB1\xEA \xB8\xB2 { }"
                       "\n\xD6\xB8 a\xB1\xEA b\xB8\xB2 c\xB8\xC7";
    Text found = mistakes((Text){ gbk, sizeof gbk - 1 }, false);
    assert_string_equal(found.at, "1:1 not-utf8, the file seems to be in another encoding, GBK "
                                  "perhaps: save it as UTF-8");
}

static const char *repeated(const char *before, const char *part, int count, const char *middle,
                            const char *after_part, const char *after) {
    Buf buf = { 0 };
    buf_add_z(&buf, before);
    for (int i = 0; i < count; i++) {
        buf_add_z(&buf, part);
    }
    buf_add_z(&buf, middle);
    for (int i = 0; i < count; i++) {
        buf_add_z(&buf, after_part);
    }
    buf_add_z(&buf, after);
    return buf_text(&buf).at;
}

static void nesting(void **state) {
    expect_mistakes(repeated("x = ", "(", 200, "1", ")", ""), "");
    expect_mistakes(repeated("x = ", "(", 201, "1", ")", "\ny = 1 1"),
                    "1:205 too-deep; 2:7 syntax");
    static const struct {
        const char *before, *part, *middle, *after;
    } deep[] = {
        { "x = ", "(", "1", ")" },
        { "x = ", "(", "", "" },
        { "", "group a { ", "", "}" },
        { "", "group a { ", "", "" },
        { "x = ", "not ", "a", "" },
        { "x = ", "-", "1", "" },
        { "x = ", "when { a -> ", "1", "}" },
        { "x = ", "f(", "", ")" },
        { "x = a", "[b", "", "]" },
        { "x = ", "a + ", "a", "" },
        { "x = ", "a ^ ", "a", "" },
        { "x = a", ".b", "", "" },
        { "x = ", "steps x { 1 -> ", "", "" },
    };
    for (size_t i = 0; i < sizeof deep / sizeof deep[0]; i++) {
        const char *text =
            repeated(deep[i].before, deep[i].part, 10000, deep[i].middle, deep[i].after, "\n");
        Text found = mistakes(text_of(text), false);
        if (!strstr(found.at, "too-deep") || strchr(found.at, ';')) {
            fail_msg("%s: %s", deep[i].part, found.at);
        }
    }
    expect_mistakes(repeated("note ", "“{f(", 1000, "1", ")}”", ""),
                    ""); /* one template: texts within are plain */
    expect_mistakes(repeated("x = 1", " + 1", 900, "", "", ""), "");
    mistakes(text_of(repeated("x = ", "a ^ ", 200000, "a", "", "")), false);
}

static void expressions(void **state) {
    assert_string_equal(mistakes(TEXT("1 +"), true).at, "1:4 syntax");
    assert_string_equal(mistakes(TEXT(""), true).at, "1:1 syntax");
    assert_string_equal(mistakes(TEXT("1; 2"), true).at, "1:4 syntax");
    assert_string_equal(mistakes(TEXT("x = 1 1"), true).at, "1:7 syntax");
    Diags *diags = diags_new();
    assert_int_equal(parse_expression(diags, diags_source(diags, TEXT("t"), TEXT("1 + ")))->kind,
                     NODE_BROKEN);
}

/* ---- Anything at all ---- */

static uint64_t random_state = 88172645463325252u;

static unsigned random_below(unsigned n) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (unsigned)(random_state >> 33) % n;
}

static void check_spans(const Node *node, uint32_t length) {
    if (node) {
        assert_true(node->span.begin <= node->span.end && node->span.end <= length);
        assert_true(node->name_span.begin <= node->name_span.end && node->name_span.end <= length);
        for (int i = 0; i < node->count; i++) {
            check_spans(node->kid[i], length);
        }
    }
}

static void parse_anything(Text text) {
    Diags *diags = diags_new();
    Source *source = diags_source(diags, TEXT("t.heng"), text_copy(text));
    Node *file = parse_file(diags, source);
    assert_int_equal(file->kind, NODE_FILE);
    check_spans(file, (uint32_t)source->text.length);
    for (int i = 0; i < diags->list.count; i++) {
        assert_true(diags->list.at[i]->span.end <= source->text.length);
        assert_true(!i || diags->list.at[i - 1]->span.begin <= diags->list.at[i]->span.begin);
    }
    Buf buf = { 0 };
    node_write(&buf, file, 0);
    all_messages(diags);
    parse_expression(diags_new(), source);
}

static void garbage(void **state) {
    for (int i = 0; i < 20000; i++) {
        Buf buf = { 0 };
        for (unsigned n = random_below(60); n > 0; n--) {
            buf_char(&buf, (char)(random_below(4) ? 32 + random_below(95) : random_below(256)));
        }
        parse_anything(buf_text(&buf).at ? buf_text(&buf) : TEXT(""));
    }
}

static void token_soup(void **state) {
    static const char *const words[] = {
        "{",      "}",          "(",         ")",       "[",     "]",  ";",          "\n",
        "\n",     "{",          "}",         ",",       "=",     "->", "..",         "..<",
        ">..",    "+",          "-",         "*",       "/",     "^",  "%",          "<",
        ">=",     ":",          ".",         "a",       "b",     "12", "3 天",       "5元/册",
        "“x”",    "\"{a}\"",    "\"",        "“",       "'q r'", "'",  "2022-01-01", "each row of",
        "覆盖率", "指标覆盖率", "indicater", "、",      "=>",    "!",  "==",         "$",
        "\xFF",   "# c\n",      "分值60",    "at most", "{{",    "}}",
    };
    unsigned count = sizeof words / sizeof words[0];
    for (int i = 0; i < 20000; i++) {
        Buf buf = { 0 };
        for (unsigned n = random_below(40); n > 0; n--) {
            if (random_below(2)) {
                buf_add_z(&buf, words[random_below(count)]);
            } else {
                Keyword keyword =
                    (Keyword)(KW_FIRST + 1 + (int)random_below(KW_COUNT - KW_FIRST - 1));
                buf_add(&buf, keyword_text(keyword, random_below(2) ? LANG_EN : LANG_ZH));
            }
            buf_add_z(&buf, random_below(8) ? " " : "");
        }
        parse_anything(buf_text(&buf).at ? buf_text(&buf) : TEXT(""));
    }
}

/* A good file with one token dropped, doubled or swapped. */
static void damaged_file(void **state) {
    const char *text = "rules \"a\"\ngroup G weight 5 {\n  indicator A weight 3 { target >= 5 天; "
                       "credit linear actual { 1 -> 2; 3 -> 4 } }\n  note \"x {y + 1}\"\n}\n"
                       "grade { A >= 90; B otherwise }\ntest \"t\" { set a = 5; expect b = 6 }\n";
    size_t length = strlen(text);
    for (size_t i = 0; i < length; i++) {
        for (size_t n = 1; n <= 3 && i + n <= length; n++) {
            Buf buf = { 0 };
            buf_add(&buf, (Text){ text, i });
            buf_add(&buf, (Text){ text + i + n, length - i - n });
            parse_anything(buf_text(&buf));
            buf_add(&buf, (Text){ text + i, n });
            parse_anything(buf_text(&buf));
        }
    }
}

int main(void) {
    mem_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(smallest_scheme),
        cmocka_unit_test(scheme_with_structure),
        cmocka_unit_test(methods_and_conditions),
        cmocka_unit_test(every_clause),
        cmocka_unit_test(precedence),
        cmocka_unit_test(numbers_and_units),
        cmocka_unit_test(signs),
        cmocka_unit_test(names),
        cmocka_unit_test(texts),
        cmocka_unit_test(mistakes_in_clauses),
        cmocka_unit_test(mistakes_in_words),
        cmocka_unit_test(mistakes_in_signs),
        cmocka_unit_test(mistakes_in_brackets),
        cmocka_unit_test(mistakes_in_bytes),
        cmocka_unit_test(nesting),
        cmocka_unit_test(expressions),
        cmocka_unit_test(garbage),
        cmocka_unit_test(token_soup),
        cmocka_unit_test(damaged_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
