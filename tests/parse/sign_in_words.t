A comparison in words is written as a sign.
==> wrong.heng
指标 a 分值 10 { 目标 大于等于95%；计分 按比例 }
指标 b 分值 10 { 目标 不少于 3 次；计分 按比例 }
指标 c 分值 10 { 目标 不超过80万元；计分 反比例 }
指标 d 分值 10 { 目标 不低于2.5小时；计分 按比例 }
指标 e 分值 10 { 目标 95%以上；计分 按比例 }
指标 f 分值 10 { 目标 3 次以内；计分 反比例 }
indicator g weight 10 { target at least 95%; credit proportional }
indicator h weight 10 { target not more than 3 次; credit inverse }
indicator i weight 10 { target 95% or more; credit proportional }
指标 j 分值 10 { 目标 ≥ 95%；得分 当 { 实际 不低于 90% -> 10；其他 -> 0 } }
指标 k 分值 10 { 得分 分档 实际 { 95%以上 -> 10；其他 -> 0 } }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 b 分值 10 { 目标 ≥ 3 次；计分 按比例 }
指标 c 分值 10 { 目标 ≤ 80万元；计分 反比例 }
指标 d 分值 10 { 目标 ≥ 2.5小时；计分 按比例 }
指标 e 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 f 分值 10 { 目标 ≤ 3 次；计分 反比例 }
indicator g weight 10 { target ≥ 95%; credit proportional }
indicator h weight 10 { target ≤ 3 次; credit inverse }
indicator i weight 10 { target ≥ 95%; credit proportional }
指标 j 分值 10 { 目标 ≥ 95%；得分 当 { 实际 ≥ 90% -> 10；其他 -> 0 } }
指标 k 分值 10 { 得分 分档 实际 { ≥ 95% -> 10；其他 -> 0 } }
$ heng check --lang zh wrong.heng
wrong.heng:1:17: 错误: `大于等于` 在这里写作 `≥` [wrong-sign]
   1 | 指标 a 分值 10 { 目标 大于等于95%；计分 按比例 }
     |                       ^^^^^^^^
改法: 写作 `≥ 95%`
wrong.heng:2:17: 错误: `不少于` 在这里写作 `≥` [wrong-sign]
   2 | 指标 b 分值 10 { 目标 不少于 3 次；计分 按比例 }
     |                       ^^^^^^
改法: 写作 `≥ 3 次`
wrong.heng:3:17: 错误: `不超过` 在这里写作 `≤` [wrong-sign]
   3 | 指标 c 分值 10 { 目标 不超过80万元；计分 反比例 }
     |                       ^^^^^^
改法: 写作 `≤ 80万元`
wrong.heng:4:17: 错误: `不低于` 在这里写作 `≥` [wrong-sign]
   4 | 指标 d 分值 10 { 目标 不低于2.5小时；计分 按比例 }
     |                       ^^^^^^
改法: 写作 `≥ 2.5小时`
wrong.heng:5:17: 错误: `95%以上` 在这里写作 `≥ 95%` [wrong-sign]
   5 | 指标 e 分值 10 { 目标 95%以上；计分 按比例 }
     |                       ^^^^^^^
改法: 写作 `≥ 95%`
wrong.heng:6:17: 错误: `3 次以内` 在这里写作 `≤ 3 次` [wrong-sign]
   6 | 指标 f 分值 10 { 目标 3 次以内；计分 反比例 }
     |                       ^^^^^^^^
改法: 写作 `≤ 3 次`
wrong.heng:7:32: 错误: `at least` 在这里写作 `≥` [wrong-sign]
   7 | indicator g weight 10 { target at least 95%; credit proportional }
     |                                ^^^^^^^^
改法: 写作 `≥ 95%`
wrong.heng:8:32: 错误: `not more than` 在这里写作 `≤` [wrong-sign]
   8 | indicator h weight 10 { target not more than 3 次; credit inverse }
     |                                ^^^^^^^^^^^^^
改法: 写作 `≤ 3 次`
wrong.heng:9:32: 错误: `95% or more` 在这里写作 `≥ 95%` [wrong-sign]
   9 | indicator i weight 10 { target 95% or more; credit proportional }
     |                                ^^^^^^^^^^^
改法: 写作 `≥ 95%`
wrong.heng:10:33: 错误: `不低于` 在这里写作 `≥` [wrong-sign]
  10 | 指标 j 分值 10 { 目标 ≥ 95%；得分 当 { 实际 不低于 90% -> 10；其他 -> 0 } }
     |                                             ^^^^^^
改法: 写作 `≥ 90%`
wrong.heng:11:25: 错误: `95%以上` 在这里写作 `≥ 95%` [wrong-sign]
  11 | 指标 k 分值 10 { 得分 分档 实际 { 95%以上 -> 10；其他 -> 0 } }
     |                                   ^^^^^^^
改法: 写作 `≥ 95%`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:17: error: `大于等于` is written `≥` here [wrong-sign]
   1 | 指标 a 分值 10 { 目标 大于等于95%；计分 按比例 }
     |                       ^^^^^^^^
help: write `≥ 95%`
wrong.heng:2:17: error: `不少于` is written `≥` here [wrong-sign]
   2 | 指标 b 分值 10 { 目标 不少于 3 次；计分 按比例 }
     |                       ^^^^^^
help: write `≥ 3 次`
wrong.heng:3:17: error: `不超过` is written `≤` here [wrong-sign]
   3 | 指标 c 分值 10 { 目标 不超过80万元；计分 反比例 }
     |                       ^^^^^^
help: write `≤ 80万元`
wrong.heng:4:17: error: `不低于` is written `≥` here [wrong-sign]
   4 | 指标 d 分值 10 { 目标 不低于2.5小时；计分 按比例 }
     |                       ^^^^^^
help: write `≥ 2.5小时`
wrong.heng:5:17: error: `95%以上` is written `≥ 95%` here [wrong-sign]
   5 | 指标 e 分值 10 { 目标 95%以上；计分 按比例 }
     |                       ^^^^^^^
help: write `≥ 95%`
wrong.heng:6:17: error: `3 次以内` is written `≤ 3 次` here [wrong-sign]
   6 | 指标 f 分值 10 { 目标 3 次以内；计分 反比例 }
     |                       ^^^^^^^^
help: write `≤ 3 次`
wrong.heng:7:32: error: `at least` is written `≥` here [wrong-sign]
   7 | indicator g weight 10 { target at least 95%; credit proportional }
     |                                ^^^^^^^^
help: write `≥ 95%`
wrong.heng:8:32: error: `not more than` is written `≤` here [wrong-sign]
   8 | indicator h weight 10 { target not more than 3 次; credit inverse }
     |                                ^^^^^^^^^^^^^
help: write `≤ 3 次`
wrong.heng:9:32: error: `95% or more` is written `≥ 95%` here [wrong-sign]
   9 | indicator i weight 10 { target 95% or more; credit proportional }
     |                                ^^^^^^^^^^^
help: write `≥ 95%`
wrong.heng:10:33: error: `不低于` is written `≥` here [wrong-sign]
  10 | 指标 j 分值 10 { 目标 ≥ 95%；得分 当 { 实际 不低于 90% -> 10；其他 -> 0 } }
     |                                             ^^^^^^
help: write `≥ 90%`
wrong.heng:11:25: error: `95%以上` is written `≥ 95%` here [wrong-sign]
  11 | 指标 k 分值 10 { 得分 分档 实际 { 95%以上 -> 10；其他 -> 0 } }
     |                                   ^^^^^^^
help: write `≥ 95%`
? 1
$ heng check right.heng
