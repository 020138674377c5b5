、 between clauses and between values; 至 between two numbers.
==> wrong.heng
指标 a 分值 10 { 目标 80% 至 95%、计分 达标得分 }
指标 b 分值 10 { 目标 3 到 5 次。计分 达标得分 }
==> right.heng
指标 a 分值 10 { 目标 80% .. 95%；计分 达标得分 }
指标 b 分值 10 { 目标 3 .. 5 次；计分 达标得分 }
$ heng check --lang zh wrong.heng
wrong.heng:1:21: 错误: `至` 在这里写作 `..` [wrong-sign]
   1 | 指标 a 分值 10 { 目标 80% 至 95%、计分 达标得分 }
     |                           ^^
改法: 写作 `..`
wrong.heng:1:26: 错误: `、` 在这里写作 `；` [wrong-sign]
   1 | 指标 a 分值 10 { 目标 80% 至 95%、计分 达标得分 }
     |                                 ^^
wrong.heng:2:19: 错误: `到` 在这里写作 `..` [wrong-sign]
   2 | 指标 b 分值 10 { 目标 3 到 5 次。计分 达标得分 }
     |                         ^^
改法: 写作 `..`
wrong.heng:2:24: 错误: `。` 在这里写作 `；` [wrong-sign]
   2 | 指标 b 分值 10 { 目标 3 到 5 次。计分 达标得分 }
     |                                ^^
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:21: error: `至` is written `..` here [wrong-sign]
   1 | 指标 a 分值 10 { 目标 80% 至 95%、计分 达标得分 }
     |                           ^^
help: write `..`
wrong.heng:1:26: error: `、` is written `；` here [wrong-sign]
   1 | 指标 a 分值 10 { 目标 80% 至 95%、计分 达标得分 }
     |                                 ^^
wrong.heng:2:19: error: `到` is written `..` here [wrong-sign]
   2 | 指标 b 分值 10 { 目标 3 到 5 次。计分 达标得分 }
     |                         ^^
help: write `..`
wrong.heng:2:24: error: `。` is written `；` here [wrong-sign]
   2 | 指标 b 分值 10 { 目标 3 到 5 次。计分 达标得分 }
     |                                ^^
? 1
$ heng check right.heng
