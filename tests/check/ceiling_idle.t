A score never passes the weight, so a ceiling above it changes nothing; one of the two is not what was meant.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 10 { target >= 80%; credit proportional; at most 12 }
==> right.heng
indicator Cover weight 10 { target >= 80%; credit proportional; at most 8 }
==> 错.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例；上限 12 }
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例；上限 8 }
$ heng check --lang en wrong.heng
wrong.heng:1:65: warning: the ceiling 12 of 'Cover' is above its weight 10 and changes nothing [ceiling-idle]
   1 | indicator Cover weight 10 { target >= 80%; credit proportional; at most 12 }
     |                                                                 ^^^^^^^^^^
help: leave it out, or write one below 10
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:32: 警告: “覆盖率”的上限 12 高于分值 10，不起作用 [ceiling-idle]
   1 | 指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例；上限 12 }
     |                                                ^^^^^^^
改法: 去掉上限，或写一个低于 10 的值
$ heng check --lang zh 对.heng
