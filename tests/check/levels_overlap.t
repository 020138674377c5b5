Two neighbouring levels claim the same share.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
levels quality { good -> 80% .. 100%;  fair -> 60% .. 80% }
indicator Cover weight 100 { target "good"; credit quality }
==> right.heng
levels quality { good -> 80% .. 100%;  fair -> 60% ..< 80% }
indicator Cover weight 100 { target "good"; credit quality }
==> 错.heng
档次 质量 { 好 -> 80% .. 100%；中 -> 60% .. 80% }
指标 覆盖率 分值 100 { 目标 "好"；计分 质量 }
==> 对.heng
档次 质量 { 好 -> 80% .. 100%；中 -> 60% ..< 80% }
指标 覆盖率 分值 100 { 目标 "好"；计分 质量 }
$ heng check --lang en wrong.heng
wrong.heng:1:40: warning: the levels 'good' and 'fair' both have 80% [levels-overlap]
   1 | levels quality { good -> 80% .. 100%;  fair -> 60% .. 80% }
     |                                        ^^^^^^^^^^^^^^^^^^
help: leave it out of the lower one: `… ..< 80%`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:26: 警告: 档次“好”和“中”都包含 80% [levels-overlap]
   1 | 档次 质量 { 好 -> 80% .. 100%；中 -> 60% .. 80% }
     |                                ^^^^^^^^^^^^^^^^
改法: 让较低的一档不含上端：`… ..< 80%`
$ heng check --lang zh 对.heng
