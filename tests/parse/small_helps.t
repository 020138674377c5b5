Slips that the help line answers: a date, a parameter, what is deducted for, a condition of a test.
==> wrong.heng
施行 2022年1月
方法 m（x）= x
函数 f(x 数值) = x
指标 a 分值 10 { 扣分 2 每 1 天 延迟 }
测试 “t” { 总分 = 5 }
$ heng check --lang zh wrong.heng
wrong.heng:1:4: 错误: 此处不应是`2022年1月`，应为日期 [syntax]
   1 | 施行 2022年1月
     |      ^^^^^^^^^
改法: 日期写作 `2022-01-31` 或 `2022年1月31日`
wrong.heng:2:7: 错误: 此处不应是`）`，应为`：` [syntax]
   2 | 方法 m（x）= x
     |          ^^
改法: 写作 `x: 数值`，或其他类型
wrong.heng:3:8: 错误: 此处不应是`数值`，应为`：` [syntax]
   3 | 函数 f(x 数值) = x
     |          ^^^^
改法: 写作 `x: 数值`
wrong.heng:4:25: 错误: 此处不应是`延迟`，应为`之`或运算符 [syntax]
   4 | 指标 a 分值 10 { 扣分 2 每 1 天 延迟 }
     |                                 ^^^^
改法: 写作 `之 延迟`
wrong.heng:5:10: 错误: 此处不应是`总分`，应为`设`、`行`、`期望`、`}`或条款的结尾 [syntax]
   5 | 测试 “t” { 总分 = 5 }
     |            ^^^^
改法: 要测试的条件写作 `期望 总分 …`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:4: error: unexpected `2022年1月`, expected a date [syntax]
   1 | 施行 2022年1月
     |      ^^^^^^^^^
help: a date is written `2022-01-31` or `2022年1月31日`
wrong.heng:2:7: error: unexpected `）`, expected `:` [syntax]
   2 | 方法 m（x）= x
     |          ^^
help: write `x: number`, or another kind
wrong.heng:3:8: error: unexpected `数值`, expected `:` [syntax]
   3 | 函数 f(x 数值) = x
     |          ^^^^
help: write `x: 数值`
wrong.heng:4:25: error: unexpected `延迟`, expected `of` or an operator [syntax]
   4 | 指标 a 分值 10 { 扣分 2 每 1 天 延迟 }
     |                                 ^^^^
help: write `of 延迟`
wrong.heng:5:10: error: unexpected `总分`, expected `set`, `row`, `expect`, `}` or the end of the clause [syntax]
   5 | 测试 “t” { 总分 = 5 }
     |            ^^^^
help: what is to be tested is written `expect 总分 …`
? 1
