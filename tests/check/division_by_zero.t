With this entry the divisor is 0 and the indicator has no result.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given spent, budget: amount
indicator Execution weight 10 { actual spent / budget; target >= 100%; credit proportional }
==> right.heng
given spent: amount
given budget: amount in 0 >..
indicator Execution weight 10 { actual spent / budget; target >= 100%; credit proportional }
==> 错.heng
填报 执行数, 预算: 金额
指标 执行率 分值 10 { 实际 执行数 / 预算；目标 ≥ 100%；计分 按比例 }
==> 对.heng
填报 执行数: 金额
填报 预算: 金额 属于 0 >..
指标 执行率 分值 10 { 实际 执行数 / 预算；目标 ≥ 100%；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:2:40: warning: `spent / budget` divides by zero: budget = 0元 [division-by-zero]
   2 | indicator Execution weight 10 { actual spent / budget; target >= 100%; credit proportional }
     |                                        ^^^^^^^^^^^^^^
help: if 'budget' is never 0, say so where it is declared, `in 0 >..`; otherwise give that case a row of its own
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:19: 警告: `执行数 / 预算` 除数为零：预算 = 0元 [division-by-zero]
   2 | 指标 执行率 分值 10 { 实际 执行数 / 预算；目标 ≥ 100%；计分 按比例 }
     |                            ^^^^^^^^^^^^^
改法: 若“预算”不会为 0，请在填报处写明 `属于 0 >..`；否则为这种情形单列一行
$ heng check --lang zh 对.heng
