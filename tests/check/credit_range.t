Credit is a share of the weight.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 10 { target >= 80%; credit actual / target.value }
==> right.heng
indicator Cover weight 10 { target >= 80%; credit clamp(actual / target.value, 0%, 100%) }
==> 错.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 实际 / 目标.值 }
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 限定(实际 / 目标.值, 0%, 100%) }
$ heng check --lang en wrong.heng
wrong.heng:1:51: warning: the credit of 'Cover' comes to 125%, outside 0% .. 100%: Cover = 100% [credit-range]
   1 | indicator Cover weight 10 { target >= 80%; credit actual / target.value }
     |                                                   ^^^^^^^^^^^^^^^^^^^^^
help: it is cut to 0% .. 100%: write `clamp(…, 0%, 100%)` if that is meant
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:28: 警告: “覆盖率”的得分率为 125%，超出 0% .. 100%：覆盖率 = 100% [credit-range]
   1 | 指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 实际 / 目标.值 }
     |                                        ^^^^^^^^^^^^^^
改法: 计分时会截到 0% .. 100%：若本意如此，请写 `限定(…, 0%, 100%)`
$ heng check --lang zh 对.heng
