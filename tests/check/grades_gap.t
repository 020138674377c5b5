There are totals that no grade takes.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 100 { target >= 80%; credit proportional }
grade { A >= 90;  B >= 60 }
==> right.heng
indicator Cover weight 100 { target >= 80%; credit proportional }
grade { A >= 90;  B >= 0 }
==> 错.heng
指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 60 }
==> 对.heng
指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 0 }
$ heng check --lang en wrong.heng
wrong.heng:2:9: warning: no grade is given where 0 ≤ total < 60: a total of 30 has none [grades-gap]
   2 | grade { A >= 90;  B >= 60 }
     |         ^^^^^^^
help: end the last grade with `otherwise`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:6: 警告: 0 ≤ 总分 < 60 时没有等级：如总分 30 [grades-gap]
   2 | 等级 { 优 ≥ 90；良 ≥ 60 }
     |        ^^^^^^^
改法: 让最后一个等级写作 `其他`
$ heng check --lang zh 对.heng
