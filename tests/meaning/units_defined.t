`unit` adds a unit: 箱 is a counting word of the language, until the scheme says that it holds 24 瓶.  Then 2箱 are 48 瓶 of at
least 60: 48 / 60 = 80 %, 8 points of 10; and 3箱 are 72.  Money keeps its meaning.
==> rules.heng
规则 "箱"
单位 箱 = 24 瓶
取整 2 位
指标 供水 分值 10 { 目标 ≥ 60 瓶；计分 按比例 }
$ for a in 2箱 3箱 48瓶; do heng score rules.heng --set 供水=$a --format csv | grep 供水 | cut -d, -f7; done
8
10
8
==> money.heng
规则 "钱"
单位 万元 = 24 瓶
指标 供水 分值 10 { 目标 ≥ 60 瓶；计分 按比例 }
$ heng check money.heng
money.heng:2:4: 错误: 单位“万元”已有别的含义 [unit-twice]
   2 | 单位 万元 = 24 瓶
     |      ^^^^
? 1
