Words of policy texts for keywords; what follows is read as if the keyword stood there.
==> wrong.heng
指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例；说明 “x” }
$ heng check --lang zh wrong.heng
wrong.heng:1:6: 错误: 名称之后不能是“权重” [misspelt-keyword]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |        ^^^^
改法: 是否想写 `分值`？
wrong.heng:1:14: 错误: 没有以“目标值”开头的条款 [misspelt]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |                  ^^^^^^
改法: 是否想写 `目标`？
wrong.heng:1:24: 错误: 没有以“评分”开头的条款 [misspelt]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |                                ^^^^
改法: 是否想写 `计分`？
wrong.heng:1:31: 错误: 没有以“备注”开头的条款 [misspelt]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |                                             ^^^^
改法: 是否想写 `说明`？
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:6: error: '权重' cannot stand behind the name [misspelt-keyword]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |        ^^^^
help: did you mean `分值`?
wrong.heng:1:14: error: '目标值' begins no clause [misspelt]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |                  ^^^^^^
help: did you mean `目标`?
wrong.heng:1:24: error: '评分' begins no clause [misspelt]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |                                ^^^^
help: did you mean `计分`?
wrong.heng:1:31: error: '备注' begins no clause [misspelt]
   1 | 指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
     |                                             ^^^^
help: did you mean `说明`?
? 1
$ heng check right.heng
