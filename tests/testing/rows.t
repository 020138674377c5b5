In a scheme with each row of, `row` enters a row; row.score is that of the row before, and a row is called by its name.  By hand: 570 of
600 is 95% of 10 = 9.5; partly achieved 60% up to 80% of 10 = 6 ..< 8; together 15.5 ..< 17.5.
==> rules.heng
规则 "逐行" 版本 "2020"
引用 自评
填报 预算: 金额 万元
每行 entries {
    组   level1
    指标 level3
    分值 'weight'
    目标 target_text
    实际 actual_text
    自报 reported_score
    计分 按完成情况
    提示 "分值过高" 当 'weight' > 10
}
检查 "合计" 总分.分值 = 20
测试 "两行" {
    设 预算 = 5 万元, 'weight' = 10
    行 level1 = "产出", level3 = "发放手册", target_text = "≥600册", actual_text = "570册", reported_score = 9.5
    期望 行.得分 = 9.5 且 行.自报 = 9.5
    期望 行.状态 为 未达到目标
    行 level1 = "效益", level3 = "持续影响", target_text = "持续影响", actual_text = "部分达成"
    期望 行.得分 = 6 ..< 8
    期望 发放手册.得分 = 9.5
    期望 "持续影响".得分 < 8
    期望 总分 = 15.5 ..< 17.5
    期望 等级 = 差
    期望 检查 "合计"
    期望 非 提示 "分值过高"
    期望 count(各项.得分 > 8) = 1
    期望 发放手册.得分 = 9.6
}
测试 "过高" {
    行 level3 = "手册", 'weight' = 12, target_text = "≥600册", actual_text = "600册"
    期望 提示 "分值过高"
    期望 非 检查 "合计"
    期望 行.得分 = 12
}
$ heng test rules.heng
rules.heng:29:8: 失败“两行”：发放手册.得分：期望 9.6，实为 9.5（-0.1）
    发放手册: 目标 ≥ 600册，实际“570册”：未达到目标；按比例：570册 ÷ 600册 = 95%；10 × 95% = 9.5
通过 1 个，失败 1 个
? 1
==> wrong.heng
规则 "逐行"
每行 entries { 指标 level3；分值 10；目标 target_text；实际 actual_text；计分 按比例 }
测试 "错" {
    期望 行.得分 = 1
    设 没有 = 1
    行 level3 = "甲", target_text = "≥600册", actual_text = "600册", 别的 = 3
    期望 乙.得分 = 10
    期望 行.月 = 1
    期望 甲.得分 = 10
}
$ heng test --lang en wrong.heng
wrong.heng:7:8: error: nothing is called '乙' [name-unknown]
   7 |     期望 乙.得分 = 10
     |          ^^
help: if it is an entered value, write `given 乙: number`
wrong.heng:4:8: error: no row stands before this expectation [test-no-row]
   4 |     期望 行.得分 = 1
     |          ^^^^^^^
wrong.heng:8:8: error: a row has no '.月' that a test can look at [test-member]
   8 |     期望 行.月 = 1
     |          ^^^^^
wrong.heng:5:7: error: there is nothing called '没有' to enter [test-entry-unknown]
   5 |     设 没有 = 1
     |        ^^^^^^^^
wrong.heng:6:66: error: there is nothing called '别的' to enter [test-entry-unknown]
   6 |     行 level3 = "甲", target_text = "≥600册", actual_text = "600册", 别的 = 3
     |                                                                      ^^^^^^^^
0 passed, 0 failed
? 1
