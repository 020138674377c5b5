The first row that holds counts.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given rate: rate in 0% .. 100%
indicator Supply weight 10 { score steps rate { >= 60% -> 6;  >= 80% -> 10;  otherwise -> 0 } }
==> right.heng
given rate: rate in 0% .. 100%
indicator Supply weight 10 { score steps rate { >= 80% -> 10;  >= 60% -> 6;  otherwise -> 0 } }
==> 错.heng
填报 达标率: 比率 属于 0% .. 100%
指标 供应 分值 10 { 得分 分档 达标率 { ≥ 60% -> 6；≥ 80% -> 10；其他 -> 0 } }
==> 对.heng
填报 达标率: 比率 属于 0% .. 100%
指标 供应 分值 10 { 得分 分档 达标率 { ≥ 80% -> 10；≥ 60% -> 6；其他 -> 0 } }
$ heng check --lang en wrong.heng
wrong.heng:2:66: warning: the row `≥ 80%` is never reached: rows before it hold wherever it does [row-masked]
   2 | indicator Supply weight 10 { score steps rate { >= 60% -> 6;  >= 80% -> 10;  otherwise -> 0 } }
     |                                                                  ^^^
wrong.heng:2:52: note: `≥ 60%` comes first
   2 | indicator Supply weight 10 { score steps rate { >= 60% -> 6;  >= 80% -> 10;  otherwise -> 0 } }
     |                                                    ^^^
help: put the narrower row first, or leave it out
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:40: 警告: 行 `≥ 80%` 永远轮不到：它成立时，前面已有行成立 [row-masked]
   2 | 指标 供应 分值 10 { 得分 分档 达标率 { ≥ 60% -> 6；≥ 80% -> 10；其他 -> 0 } }
     |                                                      ^^^
错.heng:2:29: 注: `≥ 60%` 在先
   2 | 指标 供应 分值 10 { 得分 分档 达标率 { ≥ 60% -> 6；≥ 80% -> 10；其他 -> 0 } }
     |                                          ^^^
改法: 把范围较窄的行放在前面，或删去这一行
$ heng check --lang zh 对.heng
