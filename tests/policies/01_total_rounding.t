1e: a total of 89.995 is 良 when graded before rounding, 优 when rounded to 2 places first (90.00): the rule says which.
==> before.heng
规则 "先定等级"
填报 x: 数值
指标 全部 分值 100 { 得分 x }
等级 { 优 ≥ 90；良 ≥ 80；中 ≥ 60；差 其他 }
==> after.heng
规则 "先取整"
取整 总分 2 位
填报 x: 数值
指标 全部 分值 100 { 得分 x }
等级 { 优 ≥ 90；良 ≥ 80；中 ≥ 60；差 其他 }
$ heng score before.heng --set x=89.995 --format csv | awk -F, 'END { print $7, $11 }'
89.995 良
$ heng score after.heng --set x=89.995 --format csv | awk -F, 'END { print $7, $11 }'
90 优
