The method compares with a target, and the indicator states none.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 10 { credit proportional }
==> right.heng
indicator Cover weight 10 { target >= 80%; credit proportional }
==> 错.heng
指标 覆盖率 分值 10 { 计分 按比例 }
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:11: error: 'Cover' has no target [no-target]
   1 | indicator Cover weight 10 { credit proportional }
     |           ^^^^^
help: its method needs one: write `target >= 95%`, `target <= 3`, or whatever it is held to
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:4: 错误: “覆盖率”没有目标值 [no-target]
   1 | 指标 覆盖率 分值 10 { 计分 按比例 }
     |      ^^^^^^
改法: 计分方法需要目标值：写作 `目标 ≥ 95%`、`目标 ≤ 3` 等
? 1
$ heng check --lang zh 对.heng
