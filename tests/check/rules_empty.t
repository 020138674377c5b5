There is nothing in the file but blanks and comments.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
# still to be written
==> right.heng
indicator Cover weight 10 { target >= 80%; credit proportional }
==> 错.heng
# 待写
==> 对.heng
指标 覆盖率 分值 10 { 目标 ≥ 80%；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:1:1: warning: the rule file has nothing in it [rules-empty]
   1 | # still to be written
     | ^
help: the smallest scheme: `indicator Coverage weight 100 { target >= 95%; credit proportional }`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:1: 警告: 规则文件是空的 [rules-empty]
   1 | # 待写
     | ^
改法: 最小的办法：`指标 覆盖率 分值 100 { 目标 ≥ 95%；计分 按比例 }`
$ heng check --lang zh 对.heng
