The points of a line go up or down.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 10 { target >= 80%; credit linear actual { 45% -> 0%;  80% -> 100%;  60% -> 50% } }
==> right.heng
indicator Cover weight 10 { target >= 80%; credit linear actual { 45% -> 0%;  60% -> 50%;  80% -> 100% } }
==> 错.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 线性 实际 { 45% -> 0%；80% -> 100%；60% -> 50% } }
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 线性 实际 { 45% -> 0%；60% -> 50%；80% -> 100% } }
$ heng check --lang en wrong.heng
wrong.heng:1:93: warning: the points of the line are not in order: `60%` turns back [linear-order]
   1 | indicator Cover weight 10 { target >= 80%; credit linear actual { 45% -> 0%;  80% -> 100%;  60% -> 50% } }
     |                                                                                             ^^^
help: write them from the least to the greatest
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:58: 警告: 折线的点没有按顺序排列：到 `60%` 折返 [linear-order]
   1 | 指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 线性 实际 { 45% -> 0%；80% -> 100%；60% -> 50% } }
     |                                                                            ^^^
改法: 请从小到大排列
$ heng check --lang zh 对.heng
