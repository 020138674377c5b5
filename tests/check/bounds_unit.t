The bounds of an entry are plain numbers while the entry has a unit.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given budget: amount 万元 in 0 .. 500
indicator Cost weight 10 { actual budget; target <= 80 万元; credit inverse }
==> right.heng
given budget: amount 万元 in 0 万元 .. 500 万元
indicator Cost weight 10 { actual budget; target <= 80 万元; credit inverse }
==> 错.heng
填报 预算: 金额 万元 属于 0 .. 500
指标 成本 分值 10 { 实际 预算；目标 ≤ 80 万元；计分 反比例 }
==> 对.heng
填报 预算: 金额 万元 属于 0 万元 .. 500 万元
指标 成本 分值 10 { 实际 预算；目标 ≤ 80 万元；计分 反比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:33: error: the bounds of 'budget' are plain numbers, and its unit is 万元 [bounds-unit]
   1 | given budget: amount 万元 in 0 .. 500
     |                                   ^^^
help: write `500 万元`
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:22: 错误: “预算”的单位是万元，而范围的数没有单位 [bounds-unit]
   1 | 填报 预算: 金额 万元 属于 0 .. 500
     |                                ^^^
改法: 写作 `500 万元`
? 1
$ heng check --lang zh 对.heng
