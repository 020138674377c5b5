Bounds are a range behind `in`.
==> wrong.heng
填报 d: 时长 ≥ 0 天
given e: number in < 100
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
==> right.heng
填报 d: 时长 属于 0 天 ..
given e: number in ..< 100
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
wrong.heng:1:10: 错误: 填报数据的范围写在 `属于` 之后，不写作 `≥ 0 天` [bounds-sign]
   1 | 填报 d: 时长 ≥ 0 天
     |              ^^^^^^
改法: 写作 `属于 0 天 ..`
wrong.heng:2:20: 错误: 填报数据的范围写在 `属于` 之后，不写作 `< 100` [bounds-sign]
   2 | given e: number in < 100
     |                    ^^^^^
改法: 写作 `属于 ..< 100`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:10: error: the bounds of an entry are a range behind `in`, not `≥ 0 天` [bounds-sign]
   1 | 填报 d: 时长 ≥ 0 天
     |              ^^^^^^
help: write `in 0 天 ..`
wrong.heng:2:20: error: the bounds of an entry are a range behind `in`, not `< 100` [bounds-sign]
   2 | given e: number in < 100
     |                    ^^^^^
help: write `in ..< 100`
? 1
$ heng check right.heng
right.heng:1:4: 警告: 填报数据“d”没有被用到 [entry-unused]
   1 | 填报 d: 时长 属于 0 天 ..
     |      ^
改法: 请在规则中用到它，或删去：否则填报人白填
right.heng:2:7: 警告: 填报数据“e”没有被用到 [entry-unused]
   2 | given e: number in ..< 100
     |       ^
改法: 请在规则中用到它，或删去：否则填报人白填
