The name of a band comes first.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 90 ≤ 优；80 ≤ 良 < 90；差 其他 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 80；差 其他 }
$ heng check --lang zh wrong.heng
wrong.heng:2:6: 错误: 等级应以名称“优”开头 [band-order]
   2 | 等级 { 90 ≤ 优；80 ≤ 良 < 90；差 其他 }
     |        ^^^^^^^
改法: 写作 `优 ≥ 90`
wrong.heng:2:13: 错误: 等级“良”有两端，一端即可：等级按先后顺序判定 [band-ends]
   2 | 等级 { 90 ≤ 优；80 ≤ 良 < 90；差 其他 }
     |                 ^^^^^^^^^^^^
改法: 写作 `良 ≥ 80`
? 1
$ heng check --lang en wrong.heng
wrong.heng:2:6: error: a band begins with its name, '优' [band-order]
   2 | 等级 { 90 ≤ 优；80 ≤ 良 < 90；差 其他 }
     |        ^^^^^^^
help: write `优 ≥ 90`
wrong.heng:2:13: error: the band '良' has two ends where one is enough: bands are tried in order [band-ends]
   2 | 等级 { 90 ≤ 优；80 ≤ 良 < 90；差 其他 }
     |                 ^^^^^^^^^^^^
help: write `良 ≥ 80`
? 1
$ heng check right.heng
right.heng:2:6: 警告: 等级“优”永远不会得到 [grade-never]
   2 | 等级 { 优 ≥ 90；良 ≥ 80；差 其他 }
     |        ^^
注: 无论填报什么，总有 0 ≤ 总分 ≤ 10
right.heng:2:13: 警告: 等级“良”永远不会得到 [grade-never]
   2 | 等级 { 优 ≥ 90；良 ≥ 80；差 其他 }
     |                 ^^
注: 无论填报什么，总有 0 ≤ 总分 ≤ 10
