A definition, method, scale, table or parameter that nothing refers to.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
line = 60%
indicator Cover weight 10 { target >= 80%; credit proportional }
==> right.heng
line = 60%
indicator Cover weight 10 { target >= line; credit proportional }
==> 错.heng
合格线 = 60%
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例 }
==> 对.heng
合格线 = 60%
指标 覆盖率 分值 10 { 目标 ≥ 合格线；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:1: warning: nothing uses 'line' [name-unused]
   1 | line = 60%
     | ^^^^
help: use it, or leave it out
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:1: 警告: “合格线”没有被用到 [name-unused]
   1 | 合格线 = 60%
     | ^^^^^^
改法: 请用到它，或删去
$ heng check --lang zh 对.heng
