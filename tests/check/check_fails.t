A `check` of the rules fails for every form, so it tells of the rules.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Cover weight 90 { target >= 80%; credit proportional }
check "weights add up to 100" total.weight = 100
==> right.heng
indicator Cover weight 100 { target >= 80%; credit proportional }
check "weights add up to 100" total.weight = 100
==> 错.heng
指标 覆盖率 分值 90 { 目标 ≥ 80%；计分 按比例 }
检查 "分值合计为100" 总分.分值 = 100
==> 对.heng
指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
检查 "分值合计为100" 总分.分值 = 100
$ heng check --lang en wrong.heng
wrong.heng:2:31: warning: the check `total.weight = 100` fails, whatever is entered [check-fails]
   2 | check "weights add up to 100" total.weight = 100
     |                               ^^^^^^^^^^^^^^^^^^
help: correct the rules it speaks of, or the check
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:15: 警告: 检查 `总分.分值 = 100` 无论填报什么都不成立 [check-fails]
   2 | 检查 "分值合计为100" 总分.分值 = 100
     |                      ^^^^^^^^^^^^^^^
改法: 请更正它所检查的规则，或更正检查本身
$ heng check --lang zh 对.heng
