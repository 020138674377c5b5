S5: a divisor of exactly 0, or no band that holds, gives that indicator status error; its parents count it as 0 .. its
weight, the others stand.  Parts all not applicable: the group is; nothing left: no grade.
Rate has X = 0, B = 0: error, 0 .. 10.  Met has 90: total 90 .. 100, both 优.  Days 11 is in no band: error, 0 .. 5.
==> rules.heng
规则 "无结果"
填报 B, X: 金额 万元
填报 days: 数值
组 全部 分值 100 {
    指标 Rate 分值 10 { 实际 X / B；目标 ≥ 100%；计分 按比例 }
    指标 Met 分值 85 { 目标 ≥ 60 场；计分 按比例 }
    指标 Late 分值 5 { 得分 分档 days { ≤ 5 -> 5；≤ 10 -> 2 } }
}
等级 { 优 ≥ 90；良 ≥ 80；差 其他 }
==> none.heng
规则 "全不适用"
填报 used: 是非
组 全部 分值 100 {
    指标 甲 分值 60 { 适用 当 used；目标 ≥ 3 次；计分 按比例 }
    指标 乙 分值 40 { 适用 当 used；目标 ≥ 3 次；计分 按比例 }
}
等级 { 优 ≥ 90；差 其他 }
==> show from show
$ sh show rules.heng --set X=0 --set B=0 --set Met=60 --set days=5
总分: 90..100 (-) unknown
grade: 优
全部: 90..100 (-) unknown
Rate: -..- (-) error
Met: 85 met
Late: 5 met
$ sh show rules.heng --set X=5 --set B=10 --set Met=60 --set days=11
总分: 90..95 (-) unknown
grade: 优
全部: 90..95 (-) unknown
Rate: 5 missed
Met: 85 met
Late: -..- (-) error
$ sh show none.heng --set used=否 --set 甲=3 --set 乙=3
总分: -..- (-) not_applicable
grade: none
全部: -..- (-) not_applicable
甲: -..- (-) not_applicable
乙: -..- (-) not_applicable
