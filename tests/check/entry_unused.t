People are asked to fill in what no rule reads.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given staff: number
indicator Cover weight 10 { target >= 80%; credit proportional }
==> right.heng
given staff: number
indicator Cover weight 10 { target >= 80%; credit proportional;  applies when staff > 0 }
==> 错.heng
填报 人数: 数值
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例 }
==> 对.heng
填报 人数: 数值
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例；适用 当 人数 > 0 }
$ heng check --lang en wrong.heng
wrong.heng:1:7: warning: the entry 'staff' is never read [entry-unused]
   1 | given staff: number
     |       ^^^^^
help: use it in a rule, or leave it out: who fills in the form is asked for nothing
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:4: 警告: 填报数据“人数”没有被用到 [entry-unused]
   1 | 填报 人数: 数值
     |      ^^^^
改法: 请在规则中用到它，或删去：否则填报人白填
$ heng check --lang zh 对.heng
