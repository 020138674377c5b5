Keywords that stand behind a value without a `;` where they belong.
==> wrong.heng
given c: amount 万元 in 0 .. 10 万元 unit d
given d: text
rules "x" version "1"
check "y" score = 5
indicator a "b" weight 10 { target >= 95%; credit proportional } indicator e weight 10 { actual c; target >= 95 万元; credit proportional }
$ heng check --lang zh wrong.heng
wrong.heng:4:11: 错误: `score` 只能在指标内使用 [outside-indicator]
   4 | check "y" score = 5
     |           ^^^^^
? 1
$ heng check --lang en wrong.heng
wrong.heng:4:11: error: `score` means something only inside an indicator [outside-indicator]
   4 | check "y" score = 5
     |           ^^^^^
? 1
