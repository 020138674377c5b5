No entry makes this row hold.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given rate: rate in 0% .. 100%
indicator Supply weight 10 { score steps rate { >= 120% -> 10;  >= 60% -> 8;  otherwise -> 0 } }
==> right.heng
given rate: rate in 0% .. 150%
indicator Supply weight 10 { score steps rate { >= 120% -> 10;  >= 60% -> 8;  otherwise -> 0 } }
==> 错.heng
填报 达标率: 比率 属于 0% .. 100%
指标 供应 分值 10 { 得分 分档 达标率 { ≥ 120% -> 10；≥ 60% -> 8；其他 -> 0 } }
==> 对.heng
填报 达标率: 比率 属于 0% .. 150%
指标 供应 分值 10 { 得分 分档 达标率 { ≥ 120% -> 10；≥ 60% -> 8；其他 -> 0 } }
$ heng check --lang en wrong.heng
wrong.heng:2:52: warning: the row `≥ 120%` can never hold [row-never]
   2 | indicator Supply weight 10 { score steps rate { >= 120% -> 10;  >= 60% -> 8;  otherwise -> 0 } }
     |                                                    ^^^^
note: whatever is entered, 0% ≤ rate ≤ 100%
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:29: 警告: 行 `≥ 120%` 永远不会成立 [row-never]
   2 | 指标 供应 分值 10 { 得分 分档 达标率 { ≥ 120% -> 10；≥ 60% -> 8；其他 -> 0 } }
     |                                          ^^^^
注: 无论填报什么，总有 0% ≤ 达标率 ≤ 100%
$ heng check --lang zh 对.heng
