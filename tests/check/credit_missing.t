An indicator states how it is scored.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 10 { target >= 80% }
==> right.heng
indicator Cover weight 10 { target >= 80%; credit proportional }
==> 错.heng
指标 覆盖率 分值 10 { 目标 ≥ 80% }
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:11: error: indicator 'Cover' does not say how it is scored [credit-missing]
   1 | indicator Cover weight 10 { target >= 80% }
     |           ^^^^^
help: add `credit proportional`, `credit inverse` or another method
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:4: 错误: 指标“覆盖率”没有写明如何计分 [credit-missing]
   1 | 指标 覆盖率 分值 10 { 目标 ≥ 80% }
     |      ^^^^^^
改法: 请加上 `计分 按比例`、`计分 反比例` 或其他方法
? 1
$ heng check --lang zh 对.heng
