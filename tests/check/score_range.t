The points come to less than nothing or more than the weight; scoring cuts them to 0 .  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given days: duration in 0 天 .. 30 天
indicator Reply weight 10 { score 10 - days / 1 天 }
==> right.heng
given days: duration in 0 天 .. 30 天
indicator Reply weight 10 { score max(10 - days / 1 天, 0) }
==> 错.heng
填报 天数: 时长 属于 0 天 .. 30 天
指标 答复 分值 10 { 得分 10 - 天数 / 1 天 }
==> 对.heng
填报 天数: 时长 属于 0 天 .. 30 天
指标 答复 分值 10 { 得分 最大值(10 - 天数 / 1 天, 0) }
$ heng check --lang en wrong.heng
wrong.heng:2:35: warning: the score of 'Reply' comes to -20, outside 0 .. 10: days = 30天 [score-range]
   2 | indicator Reply weight 10 { score 10 - days / 1 天 }
     |                                   ^^^^^^^^^^^^^^^^
help: it is cut to 0 .. 10: write `clamp(…, 0, 10)` if that is meant
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:18: 警告: “答复”的得分为 -20，超出 0 .. 10：天数 = 30天 [score-range]
   2 | 指标 答复 分值 10 { 得分 10 - 天数 / 1 天 }
     |                          ^^^^^^^^^^^^^^^^
改法: 计分时会截到 0 .. 10：若本意如此，请写 `限定(…, 0, 10)`
$ heng check --lang zh 对.heng
