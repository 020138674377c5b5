Slips that the help line answers: a date, a parameter, what is deducted for, a condition of a test.
==> wrong.heng
施行 2022年1月
方法 m（x）= x
函数 f(x 数值) = x
指标 a 分值 10 { 扣分 2 每 1 天 延迟 }
测试 “t” { 总分 = 5 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
