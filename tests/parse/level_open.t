The credit of a level is bounded: a range without one end is none.
==> wrong.heng
档次 d { 好 -> (60% ..)；差 -> 0% .. 60% }
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
wrong.heng:1:14: 错误: 档次“好”的得分率应为数值或数值区间 [level-not-constant]
   1 | 档次 d { 好 -> (60% ..)；差 -> 0% .. 60% }
     |                 ^^^^^^
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:14: error: the credit of level '好' must be a number or a range of numbers [level-not-constant]
   1 | 档次 d { 好 -> (60% ..)；差 -> 0% .. 60% }
     |                 ^^^^^^
? 1
