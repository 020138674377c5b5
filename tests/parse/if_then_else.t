A choice in words, or without braces.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；得分 如果 实际 ≥ 95%，则 10，否则 0 }
指标 b 分值 10 { 目标 ≥ 95%；得分 当 实际 ≥ 95% → 10；其他 → 0 }
indicator c weight 10 { target >= 95%; score if actual >= 95% then 10 else 0 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；得分 当 { 实际 ≥ 95% -> 10；其他 -> 0 } }
指标 b 分值 10 { 目标 ≥ 95%；得分 当 { 实际 ≥ 95% -> 10；其他 -> 0 } }
indicator c weight 10 { target >= 95%; score when { actual >= 95% -> 10; otherwise -> 0 } }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
