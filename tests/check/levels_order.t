Levels are written best first; explanations and comparisons rely on it.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
levels quality { fair -> 60% ..< 80%;  good -> 80% .. 100% }
indicator Cover weight 100 { target "good"; credit quality }
==> right.heng
levels quality { good -> 80% .. 100%;  fair -> 60% ..< 80% }
indicator Cover weight 100 { target "good"; credit quality }
==> 错.heng
档次 质量 { 中 -> 60% ..< 80%；好 -> 80% .. 100% }
指标 覆盖率 分值 100 { 目标 "好"；计分 质量 }
==> 对.heng
档次 质量 { 好 -> 80% .. 100%；中 -> 60% ..< 80% }
指标 覆盖率 分值 100 { 目标 "好"；计分 质量 }
$ heng check --lang en wrong.heng
wrong.heng:1:40: warning: the level 'good' stands below 'fair' and earns more [levels-order]
   1 | levels quality { fair -> 60% ..< 80%;  good -> 80% .. 100% }
     |                                        ^^^^^^^^^^^^^^^^^^^
help: the best level comes first
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:26: 警告: 档次“好”排在“中”之后，得分却更高 [levels-order]
   1 | 档次 质量 { 中 -> 60% ..< 80%；好 -> 80% .. 100% }
     |                                ^^^^^^^^^^^^^^^^^
改法: 最好的档次写在最前
$ heng check --lang zh 对.heng
