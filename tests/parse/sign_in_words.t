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
$ heng check --lang en wrong.heng
$ heng check right.heng
