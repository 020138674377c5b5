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
wrong.heng:1:26: 错误: 按条件取值写作 `当 { 条件 -> 值；其他 -> 值 }` [choice-form]
   1 | 指标 a 分值 10 { 目标 ≥ 95%；得分 如果 实际 ≥ 95%，则 10，否则 0 }
     |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 写作 `当 { 实际 ≥ 95% -> 10；其他 -> 0 }`
wrong.heng:2:26: 错误: 按条件取值写作 `当 { 条件 -> 值；其他 -> 值 }` [choice-form]
   2 | 指标 b 分值 10 { 目标 ≥ 95%；得分 当 实际 ≥ 95% → 10；其他 → 0 }
     |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 写作 `当 { 实际 ≥ 95% -> 10；其他 -> 0 }`
wrong.heng:3:46: 错误: 按条件取值写作 `当 { 条件 -> 值；其他 -> 值 }` [choice-form]
   3 | indicator c weight 10 { target >= 95%; score if actual >= 95% then 10 else 0 }
     |                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 写作 `当 { actual >= 95% -> 10；其他 -> 0 }`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:26: error: a choice is written `when { condition -> value; otherwise -> value }` [choice-form]
   1 | 指标 a 分值 10 { 目标 ≥ 95%；得分 如果 实际 ≥ 95%，则 10，否则 0 }
     |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: write `when { 实际 ≥ 95% -> 10; otherwise -> 0 }`
wrong.heng:2:26: error: a choice is written `when { condition -> value; otherwise -> value }` [choice-form]
   2 | 指标 b 分值 10 { 目标 ≥ 95%；得分 当 实际 ≥ 95% → 10；其他 → 0 }
     |                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: write `when { 实际 ≥ 95% -> 10; otherwise -> 0 }`
wrong.heng:3:46: error: a choice is written `when { condition -> value; otherwise -> value }` [choice-form]
   3 | indicator c weight 10 { target >= 95%; score if actual >= 95% then 10 else 0 }
     |                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: write `when { actual >= 95% -> 10; otherwise -> 0 }`
? 1
$ heng check right.heng
