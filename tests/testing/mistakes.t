What cannot be entered, looked at or found is told with its place; then nothing is run.
==> rules.heng
rules "Bad"
given a: number
indicator X weight 10 { score a }
test "t" {
    set b = 5
    set a = 1 / 3
    set a = 60% ..< 80%
    expect row.score = 5
    expect X.status is done
    expect flag "nothing"
    expect X.score
}
$ heng test --lang en rules.heng
rules.heng:8:12: error: rows have members of their own only in a scheme with `each row of` [test-no-rows]
   8 |     expect row.score = 5
     |            ^^^^^^^^^
rules.heng:9:24: error: 'done' is no status: met, partly, missed, unknown, missing, not_applicable, error [status-unknown]
   9 |     expect X.status is done
     |                        ^^^^
rules.heng:10:12: error: the rules have no flag "nothing" [test-finding-unknown]
  10 |     expect flag "nothing"
     |            ^^^^^^^^^^^^^^
rules.heng:11:12: error: expected a condition, found a number [kind-mismatch]
  11 |     expect X.score
     |            ^^^^^^^
rules.heng:5:9: error: there is nothing called 'b' to enter [test-entry-unknown]
   5 |     set b = 5
     |         ^^^^^
rules.heng:6:13: error: what is entered is a number, a text, a date, yes or no, a level, `missing`, or a range that a form can hold [test-value]
   6 |     set a = 1 / 3
     |             ^^^^^
rules.heng:7:13: error: what is entered is a number, a text, a date, yes or no, a level, `missing`, or a range that a form can hold [test-value]
   7 |     set a = 60% ..< 80%
     |             ^^^^^^^^^^^
0 passed, 0 failed
? 1
$ heng test --lang zh rules.heng
rules.heng:8:12: 错误: 只有含“每行”的办法，行才有自己的得分 [test-no-rows]
   8 |     expect row.score = 5
     |            ^^^^^^^^^
rules.heng:9:24: 错误: “done”不是状态：达到目标、部分达到、未达到目标、无法确定、缺少数据、不适用、无法计算 [status-unknown]
   9 |     expect X.status is done
     |                        ^^^^
rules.heng:10:12: 错误: 规则中没有flag“nothing” [test-finding-unknown]
  10 |     expect flag "nothing"
     |            ^^^^^^^^^^^^^^
rules.heng:11:12: 错误: 此处应为a condition，却是a number [kind-mismatch]
  11 |     expect X.score
     |            ^^^^^^^
rules.heng:5:9: 错误: 没有名为“b”的填报内容 [test-entry-unknown]
   5 |     set b = 5
     |         ^^^^^
rules.heng:6:13: 错误: 填报的只能是数值、文字、日期、是或否、档次、`缺失`，或表单里写得出的区间 [test-value]
   6 |     set a = 1 / 3
     |             ^^^^^
rules.heng:7:13: 错误: 填报的只能是数值、文字、日期、是或否、档次、`缺失`，或表单里写得出的区间 [test-value]
   7 |     set a = 60% ..< 80%
     |             ^^^^^^^^^^^
通过 0 个，失败 0 个
? 1
$ heng check --lang en rules.heng
rules.heng:3:31: warning: the score of 'X' comes to 100, outside 0 .. 10: a = 100 [score-range]
   3 | indicator X weight 10 { score a }
     |                               ^
help: it is cut to 0 .. 10: write `clamp(…, 0, 10)` if that is meant
rules.heng:8:12: error: rows have members of their own only in a scheme with `each row of` [test-no-rows]
   8 |     expect row.score = 5
     |            ^^^^^^^^^
rules.heng:9:24: error: 'done' is no status: met, partly, missed, unknown, missing, not_applicable, error [status-unknown]
   9 |     expect X.status is done
     |                        ^^^^
rules.heng:10:12: error: the rules have no flag "nothing" [test-finding-unknown]
  10 |     expect flag "nothing"
     |            ^^^^^^^^^^^^^^
rules.heng:11:12: error: expected a condition, found a number [kind-mismatch]
  11 |     expect X.score
     |            ^^^^^^^
rules.heng:5:9: error: there is nothing called 'b' to enter [test-entry-unknown]
   5 |     set b = 5
     |         ^^^^^
rules.heng:6:13: error: what is entered is a number, a text, a date, yes or no, a level, `missing`, or a range that a form can hold [test-value]
   6 |     set a = 1 / 3
     |             ^^^^^
rules.heng:7:13: error: what is entered is a number, a text, a date, yes or no, a level, `missing`, or a range that a form can hold [test-value]
   7 |     set a = 60% ..< 80%
     |             ^^^^^^^^^^^
? 1
$ heng test --lang en absent.heng
error: there is no file 'absent.heng' [file-missing]
0 passed, 0 failed
? 2
$ heng test --lang en
heng: test needs a rule file: heng test RULES…
? 2
$ heng test --lang en --format csv rules.heng
heng: test does not write 'csv': text, json, junit
? 2
$ heng test --lang zh --what rules.heng
heng: test 没有选项“--what”
? 2
==> outside.heng
rules "Outside"
given a: number
indicator X weight 10 { score when { flag "f" -> a; row.score > 1 -> 2; otherwise -> 0 } }
flag "f" when a > 1
$ heng check --lang en outside.heng
outside.heng:3:38: error: whether a `flag` is there can be asked in a test alone [finding-not-here]
   3 | indicator X weight 10 { score when { flag "f" -> a; row.score > 1 -> 2; otherwise -> 0 } }
     |                                      ^^^^^^^^
outside.heng:3:53: error: `row` is the row before an expectation in a test: `row.score` [row-not-here]
   3 | indicator X weight 10 { score when { flag "f" -> a; row.score > 1 -> 2; otherwise -> 0 } }
     |                                                     ^^^
? 1
