Between two bands of credit lies a share that neither level can give.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
levels quality { good -> 80% .. 100%;  fair -> 60% .. 75% }
indicator Cover weight 100 { target "good"; credit quality }
==> right.heng
levels quality { good -> 100%;  fair -> 60% }
indicator Cover weight 100 { target "good"; credit quality }
==> 错.heng
档次 质量 { 好 -> 80% .. 100%；中 -> 60% .. 75% }
指标 覆盖率 分值 100 { 目标 "好"；计分 质量 }
==> 对.heng
档次 质量 { 好 -> 100%；中 -> 60% }
指标 覆盖率 分值 100 { 目标 "好"；计分 质量 }
$ heng check --lang en wrong.heng
wrong.heng:1:40: warning: between the levels 'good' and 'fair' there is credit that neither has [levels-gap]
   1 | levels quality { good -> 80% .. 100%;  fair -> 60% .. 75% }
     |                                        ^^^^^^^^^^^^^^^^^^
help: let the lower one end where the upper begins
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:26: 警告: 档次“好”与“中”之间有一段得分率不属于任何一档 [levels-gap]
   1 | 档次 质量 { 好 -> 80% .. 100%；中 -> 60% .. 75% }
     |                                ^^^^^^^^^^^^^^^^
改法: 让较低的一档止于较高一档的起点
$ heng check --lang zh 对.heng
