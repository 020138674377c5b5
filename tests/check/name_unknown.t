Nothing in reach has this name.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 10 { target >= 80%; credit proportional; applies when staff > 0 }
==> right.heng
given staff: number
indicator Cover weight 10 { target >= 80%; credit proportional; applies when staff > 0 }
==> 错.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例；适用 当 人数 > 0 }
==> 对.heng
填报 人数: 数值
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例；适用 当 人数 > 0 }
$ heng check --lang en wrong.heng
wrong.heng:1:78: error: nothing is called 'staff' [name-unknown]
   1 | indicator Cover weight 10 { target >= 80%; credit proportional; applies when staff > 0 }
     |                                                                              ^^^^^
help: if it is an entered value, write `given staff: number`
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:37: 错误: 没有名为“人数”的定义 [name-unknown]
   1 | 指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例；适用 当 人数 > 0 }
     |                                                        ^^^^
改法: 是否想写 `指数`？
? 1
$ heng check --lang zh 对.heng
