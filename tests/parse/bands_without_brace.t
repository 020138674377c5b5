Bands without braces; the line is told once.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 优 ≥ 90；良 ≥ 80；差 其他
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 80；差 其他 }
$ heng check --lang zh wrong.heng
wrong.heng:2:4: 错误: “优”之前缺少 `{` [not-opened]
   2 | 等级 优 ≥ 90；良 ≥ 80；差 其他
     |      ^^
改法: 写作 `等级 { 优 ≥ 90；良 ≥ 80；差 其他 }`
? 1
$ heng check --lang en wrong.heng
wrong.heng:2:4: error: the `{` before '优' is missing [not-opened]
   2 | 等级 优 ≥ 90；良 ≥ 80；差 其他
     |      ^^
help: write `grade { 优 ≥ 90；良 ≥ 80；差 其他 }`
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
