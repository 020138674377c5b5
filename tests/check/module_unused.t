The module is loaded and neither a name of it nor its rounding, grades or legal basis is used.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
cites "Rules 2024"
rounding 2
use 自评
indicator Cover weight 100 { target >= 80%; credit proportional }
grade { A >= 90;  B otherwise }
==> right.heng
cites "Rules 2024"
rounding 2
use 自评
indicator Cover weight 100 { target >= 80%; credit 按执行率 }
grade { A >= 90;  B otherwise }
==> 错.heng
依据 "办法2024"
取整 2
引用 自评
指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
等级 { 优 ≥ 90；良 其他 }
==> 对.heng
依据 "办法2024"
取整 2
引用 自评
指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按执行率 }
等级 { 优 ≥ 90；良 其他 }
$ heng check --lang en wrong.heng
wrong.heng:3:1: warning: nothing of the module '自评' is used [module-unused]
   3 | use 自评
     | ^^^^^^^^
help: leave out `use 自评`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:3:1: 警告: 模块“自评”的内容都没有用到 [module-unused]
   3 | 引用 自评
     | ^^^^^^^^^
改法: 删去 `引用 自评`
$ heng check --lang zh 对.heng
