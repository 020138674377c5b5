A target in words is judged by levels (achieved, partly, missed).  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Effect weight 10 { target "lasting effect"; credit proportional }
==> right.heng
levels outcome { achieved -> 80% .. 100%;  missed -> 0% ..< 80% }
indicator Effect weight 10 { target "lasting effect"; credit outcome }
==> 错.heng
指标 影响 分值 10 { 目标 "持续影响"；计分 按比例 }
==> 对.heng
档次 成效 { 达成 -> 80% .. 100%；未达成 -> 0% ..< 80% }
指标 影响 分值 10 { 目标 "持续影响"；计分 成效 }
$ heng check --lang en wrong.heng
wrong.heng:1:55: warning: the target of 'Effect' is words, “lasting effect”, and its method knows no levels [words-without-levels]
   1 | indicator Effect weight 10 { target "lasting effect"; credit proportional }
     |                                                       ^^^^^^^^^^^^^^^^^^^
help: score it by a scale of levels: `levels …`, or `use 自评` and `credit 定性三档`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:25: 警告: “影响”的目标是文字“持续影响”，其计分方法没有档次 [words-without-levels]
   1 | 指标 影响 分值 10 { 目标 "持续影响"；计分 按比例 }
     |                                      ^^^^^^^^^^^
改法: 请按档次计分：定义 `档次 …`，或 `引用 自评` 后写 `计分 定性三档`
$ heng check --lang zh 对.heng
