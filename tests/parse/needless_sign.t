A `：` or `=` behind a keyword, and words that are none.
==> wrong.heng
施行 自 2022-01-01
取整 保留 2 位
指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
==> right.heng
施行 2022-01-01
取整 2 位
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
wrong.heng:1:4: 错误: `施行` 之后不写 `自` [needless-sign]
   1 | 施行 自 2022-01-01
     |      ^^
改法: 去掉 `自`
wrong.heng:2:4: 错误: `取整` 之后不写 `保留` [needless-sign]
   2 | 取整 保留 2 位
     |      ^^^^
改法: 去掉 `保留`
wrong.heng:3:3: 错误: `指标` 之后不写 `：` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |     ^^
改法: 去掉 `：`
wrong.heng:3:8: 错误: `分值` 之后不写 `：` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |             ^^
改法: 去掉 `：`
wrong.heng:3:16: 错误: `目标` 之后不写 `：` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |                        ^^
改法: 去掉 `：`
wrong.heng:3:26: 错误: `计分` 之后不写 `=` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |                                      ^
改法: 去掉 `=`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:4: error: `自` is not written behind `施行` [needless-sign]
   1 | 施行 自 2022-01-01
     |      ^^
help: leave out `自`
wrong.heng:2:4: error: `保留` is not written behind `取整` [needless-sign]
   2 | 取整 保留 2 位
     |      ^^^^
help: leave out `保留`
wrong.heng:3:3: error: `：` is not written behind `指标` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |     ^^
help: leave out `：`
wrong.heng:3:8: error: `：` is not written behind `分值` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |             ^^
help: leave out `：`
wrong.heng:3:16: error: `：` is not written behind `目标` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |                        ^^
help: leave out `：`
wrong.heng:3:26: error: `=` is not written behind `计分` [needless-sign]
   3 | 指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
     |                                      ^
help: leave out `=`
? 1
$ heng check right.heng
