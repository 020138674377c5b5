Two numbers of different dimensions are added or compared.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given budget: amount 万元
indicator Cost weight 10 { score when { budget <= 80 -> 10;  otherwise -> 0 } }
==> right.heng
given budget: amount 万元
indicator Cost weight 10 { score when { budget <= 80 万元 -> 10;  otherwise -> 0 } }
==> 错.heng
填报 预算: 金额 万元
指标 成本 分值 10 { 得分 当 { 预算 ≤ 80 -> 10；其他 -> 0 } }
==> 对.heng
填报 预算: 金额 万元
指标 成本 分值 10 { 得分 当 { 预算 ≤ 80 万元 -> 10；其他 -> 0 } }
$ heng check --lang en wrong.heng
wrong.heng:2:41: error: money and a plain number do not mix [unit-mismatch]
   2 | indicator Cost weight 10 { score when { budget <= 80 -> 10;  otherwise -> 0 } }
     |                                         ^^^^^^^^^^^^
help: write `80 万元`
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:22: 错误: 金额与纯数不能混用 [unit-mismatch]
   2 | 指标 成本 分值 10 { 得分 当 { 预算 ≤ 80 -> 10；其他 -> 0 } }
     |                               ^^^^^^^^^
改法: 写作 `80 万元`
? 1
$ heng check --lang zh 对.heng
