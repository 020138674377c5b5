A band needs a sign; one number is no less and no more than one limit.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 80分；中 ≥ 60；差 其他 }
$ heng check --lang zh wrong.heng
wrong.heng:2:6: 错误: 等级“优”的 90 之前没有符号 [band-sign]
   2 | 等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
     |        ^^^^^
改法: 写作 `优 ≥ 90`
wrong.heng:2:13: 错误: `80分以上` 在这里写作 `≥ 80分` [wrong-sign]
   2 | 等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
     |                  ^^^^^^^^
改法: 写作 `≥ 80分`
wrong.heng:2:20: 错误: `中` 之后不写 `：` [needless-sign]
   2 | 等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
     |                              ^^
改法: 去掉 `：`
? 1
$ heng check --lang en wrong.heng
wrong.heng:2:6: error: the band '优' has no sign before 90 [band-sign]
   2 | 等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
     |        ^^^^^
help: write `优 ≥ 90`
wrong.heng:2:13: error: `80分以上` is written `≥ 80分` here [wrong-sign]
   2 | 等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
     |                  ^^^^^^^^
help: write `≥ 80分`
wrong.heng:2:20: error: `：` is not written behind `中` [needless-sign]
   2 | 等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
     |                              ^^
help: leave out `：`
? 1
$ heng check right.heng
right.heng:2:6: 警告: 等级“优”永远不会得到 [grade-never]
   2 | 等级 { 优 ≥ 90；良 ≥ 80分；中 ≥ 60；差 其他 }
     |        ^^
注: 无论填报什么，总有 0 ≤ 总分 ≤ 10
right.heng:2:13: 警告: 等级“良”永远不会得到 [grade-never]
   2 | 等级 { 优 ≥ 90；良 ≥ 80分；中 ≥ 60；差 其他 }
     |                 ^^
注: 无论填报什么，总有 0 ≤ 总分 ≤ 10
right.heng:2:21: 警告: 等级“中”永远不会得到 [grade-never]
   2 | 等级 { 优 ≥ 90；良 ≥ 80分；中 ≥ 60；差 其他 }
     |                            ^^
注: 无论填报什么，总有 0 ≤ 总分 ≤ 10
