Whatever is entered, the indicator stays short of its weight.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given rate: rate in 0% .. 100%
indicator Supply weight 10 { score steps rate { >= 80% -> 8;  otherwise -> 0 } }
==> right.heng
given rate: rate in 0% .. 100%
indicator Supply weight 10 { score steps rate { >= 80% -> 10;  otherwise -> 0 } }
==> 错.heng
填报 达标率: 比率 属于 0% .. 100%
指标 供应 分值 10 { 得分 分档 达标率 { ≥ 80% -> 8；其他 -> 0 } }
==> 对.heng
填报 达标率: 比率 属于 0% .. 100%
指标 供应 分值 10 { 得分 分档 达标率 { ≥ 80% -> 10；其他 -> 0 } }
$ heng check --lang en wrong.heng
wrong.heng:2:36: warning: 'Supply' earns at most 8 of 10, whatever is entered [full-out-of-reach]
   2 | indicator Supply weight 10 { score steps rate { >= 80% -> 8;  otherwise -> 0 } }
     |                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: let the best case give 10, or lower the weight
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:18: 警告: “供应”无论填报什么，至多得 8（满分 10） [full-out-of-reach]
   2 | 指标 供应 分值 10 { 得分 分档 达标率 { ≥ 80% -> 8；其他 -> 0 } }
     |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 让最好的情形得到 10，或降低分值
$ heng check --lang zh 对.heng
