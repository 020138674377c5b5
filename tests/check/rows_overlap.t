Two rows that state ranges both contain these values and give different results.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given days: duration in 0 天 .. 30 天
indicator Reply weight 10 { score steps days { 0 天 .. 5 天 -> 10;  5 天 .. 10 天 -> 6;  otherwise -> 0 } }
==> right.heng
given days: duration in 0 天 .. 30 天
indicator Reply weight 10 { score steps days { 0 天 .. 5 天 -> 10;  5 天 >.. 10 天 -> 6;  otherwise -> 0 } }
==> 错.heng
填报 天数: 时长 属于 0 天 .. 30 天
指标 答复 分值 10 { 得分 分档 天数 { 0 天 .. 5 天 -> 10；5 天 .. 10 天 -> 6；其他 -> 0 } }
==> 对.heng
填报 天数: 时长 属于 0 天 .. 30 天
指标 答复 分值 10 { 得分 分档 天数 { 0 天 .. 5 天 -> 10；5 天 >.. 10 天 -> 6；其他 -> 0 } }
$ heng check --lang en wrong.heng
wrong.heng:2:67: warning: two rows claim days = 5天 [rows-overlap]
   2 | indicator Reply weight 10 { score steps days { 0 天 .. 5 天 -> 10;  5 天 .. 10 天 -> 6;  otherwise -> 0 } }
     |                                                                     ^^^^^^^^^^^^^
wrong.heng:2:48: note: the first of them counts
   2 | indicator Reply weight 10 { score steps days { 0 天 .. 5 天 -> 10;  5 天 .. 10 天 -> 6;  otherwise -> 0 } }
     |                                                ^^^^^^^^^^^^
help: leave the end out of one of them: `..<` without its upper end, `>..` without its lower
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:43: 警告: 两行都包含 天数 = 5天 [rows-overlap]
   2 | 指标 答复 分值 10 { 得分 分档 天数 { 0 天 .. 5 天 -> 10；5 天 .. 10 天 -> 6；其他 -> 0 } }
     |                                                          ^^^^^^^^^^^^^
错.heng:2:26: 注: 以在先的一行为准
   2 | 指标 答复 分值 10 { 得分 分档 天数 { 0 天 .. 5 天 -> 10；5 天 .. 10 天 -> 6；其他 -> 0 } }
     |                                      ^^^^^^^^^^^^
改法: 其中一行不含端点：`..<` 不含上端，`>..` 不含下端
$ heng check --lang zh 对.heng
