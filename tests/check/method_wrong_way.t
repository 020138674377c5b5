`inverse` and `overrun` are for upper limits.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Visits weight 10 { target >= 6 次; credit inverse }
==> right.heng
indicator Visits weight 10 { target <= 6 次; credit inverse }
==> 错.heng
指标 走访 分值 10 { 目标 ≥ 6 次；计分 反比例 }
==> 对.heng
指标 走访 分值 10 { 目标 ≤ 6 次；计分 反比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:45: warning: the method has a formula for targets of the other direction only: ≥ 6次 missed with Visits = 3次 may earn anything [method-wrong-way]
   1 | indicator Visits weight 10 { target >= 6 次; credit inverse }
     |                                              ^^^^^^^^^^^^^^
help: for `≥ 6次` write `credit proportional`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:24: 警告: 该方法只有另一方向目标的算法：走访 = 3次 未达到 ≥ 6次，得多少分都有可能 [method-wrong-way]
   1 | 指标 走访 分值 10 { 目标 ≥ 6 次；计分 反比例 }
     |                                  ^^^^^^^^^^^
改法: `≥ 6次` 请写 `计分 按比例`
$ heng check --lang zh 对.heng
