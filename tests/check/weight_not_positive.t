An indicator of weight 0 or less can earn nothing.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Visits weight 0 { target >= 2 次; credit all_or_nothing }
==> right.heng
indicator Visits weight 10 { target >= 2 次; credit all_or_nothing }
==> 错.heng
指标 走访 分值 0 { 目标 ≥ 2 次；计分 达标得分 }
==> 对.heng
指标 走访 分值 10 { 目标 ≥ 2 次；计分 达标得分 }
$ heng check --lang en wrong.heng
wrong.heng:1:25: error: indicator 'Visits' weighs 0, which earns nothing [weight-not-positive]
   1 | indicator Visits weight 0 { target >= 2 次; credit all_or_nothing }
     |                         ^
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:10: 错误: 指标“走访”的分值为 0，不能得分 [weight-not-positive]
   1 | 指标 走访 分值 0 { 目标 ≥ 2 次；计分 达标得分 }
     |                ^
? 1
$ heng check --lang zh 对.heng
