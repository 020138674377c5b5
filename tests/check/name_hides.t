Inside, the name means something else than outside.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
line = 60%
indicator Cover weight 10 { line = 80%;  target >= line; credit proportional }
indicator Visits weight 10 { target >= line; credit proportional }
==> right.heng
line = 60%
indicator Cover weight 10 { limit = 80%;  target >= limit; credit proportional }
indicator Visits weight 10 { target >= line; credit proportional }
==> 错.heng
合格线 = 60%
指标 覆盖率 分值 10 { 合格线 = 80%；目标 ≥ 合格线；计分 按比例 }
指标 走访 分值 10 { 目标 ≥ 合格线；计分 按比例 }
==> 对.heng
合格线 = 60%
指标 覆盖率 分值 10 { 界限 = 80%；目标 ≥ 界限；计分 按比例 }
指标 走访 分值 10 { 目标 ≥ 合格线；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:2:29: warning: 'line' means something else outside of here, and hides it [name-hides]
   2 | indicator Cover weight 10 { line = 80%;  target >= line; credit proportional }
     |                             ^^^^
wrong.heng:1:1: note: the other 'line' is here
   1 | line = 60%
     | ^^^^
help: give one of them another name
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:16: 警告: “合格线”在外层另有含义，在此被遮蔽 [name-hides]
   2 | 指标 覆盖率 分值 10 { 合格线 = 80%；目标 ≥ 合格线；计分 按比例 }
     |                       ^^^^^^
错.heng:1:1: 注: 另一个“合格线”在这里
   1 | 合格线 = 60%
     | ^^^^^^
改法: 请给其中一个另起名称
$ heng check --lang zh 对.heng
