Where bands go up, the upper end is the one that is needed: `中 ≥ 60` would hold for 85 as well.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 差 < 60；中 ≥ 60 且 < 80；优 ≥ 80 且 ≤ 100 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 差 < 60；中 < 80；优 ≥ 80 }
$ heng check --lang zh wrong.heng
wrong.heng:2:13: 错误: 等级“中”有两端，一端即可：等级按先后顺序判定 [band-ends]
   2 | 等级 { 差 < 60；中 ≥ 60 且 < 80；优 ≥ 80 且 ≤ 100 }
     |                 ^^^^^^^^^^^^^^^
改法: 写作 `中 < 80`
wrong.heng:2:27: 错误: 等级“优”有两端，一端即可：等级按先后顺序判定 [band-ends]
   2 | 等级 { 差 < 60；中 ≥ 60 且 < 80；优 ≥ 80 且 ≤ 100 }
     |                                  ^^^^^^^^^^^^^^^^
改法: 写作 `优 ≥ 80`
? 1
$ heng check --lang en wrong.heng
wrong.heng:2:13: error: the band '中' has two ends where one is enough: bands are tried in order [band-ends]
   2 | 等级 { 差 < 60；中 ≥ 60 且 < 80；优 ≥ 80 且 ≤ 100 }
     |                 ^^^^^^^^^^^^^^^
help: write `中 < 80`
wrong.heng:2:27: error: the band '优' has two ends where one is enough: bands are tried in order [band-ends]
   2 | 等级 { 差 < 60；中 ≥ 60 且 < 80；优 ≥ 80 且 ≤ 100 }
     |                                  ^^^^^^^^^^^^^^^^
help: write `优 ≥ 80`
? 1
$ heng check right.heng
right.heng:2:13: 警告: 等级“中”永远不会得到 [grade-never]
   2 | 等级 { 差 < 60；中 < 80；优 ≥ 80 }
     |                 ^^
right.heng:2:6: 注: “差”在先，凡能得到它的总分都先得到“差”
   2 | 等级 { 差 < 60；中 < 80；优 ≥ 80 }
     |        ^^
改法: 请从高到低排列各等级
right.heng:2:20: 警告: 等级“优”永远不会得到 [grade-never]
   2 | 等级 { 差 < 60；中 < 80；优 ≥ 80 }
     |                          ^^
注: 无论填报什么，总有 0 ≤ 总分 ≤ 10
