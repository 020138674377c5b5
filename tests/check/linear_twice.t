One place of the line has two values; only one of them can count.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 10 { target >= 80%; credit linear actual { 45% -> 0%;  60% -> 50%;  60% -> 70%;  80% -> 100% } }
==> right.heng
indicator Cover weight 10 { target >= 80%; credit linear actual { 45% -> 0%;  60% -> 50%;  80% -> 100% } }
==> 错.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 线性 实际 { 45% -> 0%；60% -> 50%；60% -> 70%；80% -> 100% } }
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 线性 实际 { 45% -> 0%；60% -> 50%；80% -> 100% } }
$ heng check --lang en wrong.heng
wrong.heng:1:92: warning: the line has two values at `60%` [linear-twice]
   1 | indicator Cover weight 10 { target >= 80%; credit linear actual { 45% -> 0%;  60% -> 50%;  60% -> 70%;  80% -> 100% } }
     |                                                                                            ^^^
help: leave one of them out; where a jump is meant, use `steps`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:57: 警告: 折线在 `60%` 处有两个值 [linear-twice]
   1 | 指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 线性 实际 { 45% -> 0%；60% -> 50%；60% -> 70%；80% -> 100% } }
     |                                                                           ^^^
改法: 去掉其中一个；若确需跳变，请用 `分档`
$ heng check --lang zh 对.heng
