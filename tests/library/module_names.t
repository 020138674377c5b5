A module of the standard library is known by a name in each language, and is one module whichever is used; a misspelt one is
proposed in its own language, and so is the module that has a method.  目标 ≥5, actual 4: 80 % of 10; = 5, actual 6: 1 - 1/5 = 80 % of 10.
==> both.heng
规则 "两个名称"
引用 门槛
引用 thresholds
引用 偏离
指标 甲 分值 10 { 目标 ≥ 5；计分 过线按比例(60%) }
指标 乙 分值 10 { 目标 = 5；计分 deviation }
==> misspelt.heng
规则 "写错的名称"
引用 门坎
==> without.heng
rules "without"
indicator A weight 10 { target >= 5; credit pass_line(60%) }
indicator B weight 10 { target >= 5; credit 区间递增 }
$ heng score both.heng --set 甲=4 --set 乙=6 --format csv | awk -F, '{ print $3, $7 }'
name score
甲 8
乙 8
总分 16
$ heng check misspelt.heng
misspelt.heng:2:1: 错误: 没有名为“门坎”的模块（规则文件旁和标准库中都没有） [module-unknown]
   2 | 引用 门坎
     | ^^^^^^^^^
改法: 是否想写 `门槛`？
? 1
$ heng check --lang en without.heng
without.heng:2:45: error: no function or method is called 'pass_line' [function-unknown]
   2 | indicator A weight 10 { target >= 5; credit pass_line(60%) }
     |                                             ^^^^^^^^^
help: the standard library has it: write `use thresholds` at the top
without.heng:3:45: error: nothing is called '区间递增' [name-unknown]
   3 | indicator B weight 10 { target >= 5; credit 区间递增 }
     |                                             ^^^^^^^^
help: the standard library has it: write `use 门槛` at the top
? 1
