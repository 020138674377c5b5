No total gives this grade.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 100 { target >= 80%; credit proportional }
grade { A >= 60;  B >= 90;  C otherwise }
==> right.heng
indicator Cover weight 100 { target >= 80%; credit proportional }
grade { A >= 90;  B >= 60;  C otherwise }
==> 错.heng
指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
等级 { 优 ≥ 60；良 ≥ 90；差 其他 }
==> 对.heng
指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 60；差 其他 }
$ heng check --lang en wrong.heng
wrong.heng:2:19: warning: the grade 'B' can never be given [grade-never]
   2 | grade { A >= 60;  B >= 90;  C otherwise }
     |                   ^
wrong.heng:2:9: note: 'A' comes first and holds wherever it does
   2 | grade { A >= 60;  B >= 90;  C otherwise }
     |         ^
help: write the grades from the best to the worst
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:13: 警告: 等级“良”永远不会得到 [grade-never]
   2 | 等级 { 优 ≥ 60；良 ≥ 90；差 其他 }
     |                 ^^
错.heng:2:6: 注: “优”在先，凡能得到它的总分都先得到“优”
   2 | 等级 { 优 ≥ 60；良 ≥ 90；差 其他 }
     |        ^^
改法: 请从高到低排列各等级
$ heng check --lang zh 对.heng
