The word behind the number is no known unit.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Visits weight 10 { target >= 6 gatherings; credit proportional }
==> right.heng
unit gatherings
indicator Visits weight 10 { target >= 6 gatherings; credit proportional }
==> 错.heng
指标 走访 分值 10 { 目标 ≥ 6 沓；计分 按比例 }
==> 对.heng
单位 沓
指标 走访 分值 10 { 目标 ≥ 6 沓；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:42: error: the unit 'gatherings' is not known [unit-unknown]
   1 | indicator Visits weight 10 { target >= 6 gatherings; credit proportional }
     |                                          ^^^^^^^^^^
help: if it is a counting word, declare it: `unit gatherings`
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:22: 错误: 不认识单位“沓” [unit-unknown]
   1 | 指标 走访 分值 10 { 目标 ≥ 6 沓；计分 按比例 }
     |                              ^^
改法: 若为计数单位，请先声明：`单位 沓`
? 1
$ heng check --lang zh 对.heng
