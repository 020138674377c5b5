An indicator states what it is worth.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover { target >= 80%; credit proportional }
==> right.heng
indicator Cover weight 10 { target >= 80%; credit proportional }
==> 错.heng
指标 覆盖率 { 目标 ≥ 80%；计分 按比例 }
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:11: error: indicator 'Cover' has no weight [weight-missing]
   1 | indicator Cover { target >= 80%; credit proportional }
     |           ^^^^^
help: write `indicator Cover weight 10 { … }`
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:4: 错误: 指标“覆盖率”没有分值 [weight-missing]
   1 | 指标 覆盖率 { 目标 ≥ 80%；计分 按比例 }
     |      ^^^^^^
改法: 写作 `指标 覆盖率 分值 10 { … }`
? 1
$ heng check --lang zh 对.heng
