S10: a target without sign reads both ways unless the rule fixes one; the rule orders them.
42.3 against 61.1, weight 15: at least 15; at most 42.3/61.1 = 9/13: 10.38 or 1 - 18.8/42.3 = 5/9: 8.33.
15 is not contradicted either way.  For a cost the rule prefers at most: expected 10.38.  Fixed to at least, 15 is
certain, and 40 earns 40/42.3 of 15 = 14.1843…, 14.18.
==> ordered.heng
规则 "成本在前"
引用 自评
每行 rows 归入 form {
    指标 name
    分值 w
    目标 t
    实际 a
    自报 r
    无符号 at_most 当 level2 = 成本指标，其他 at_least
    计分 按完成情况
}
==> fixed.heng
规则 "只读作不低于"
引用 自评
每行 rows 归入 form {
    指标 name
    分值 w
    目标 t
    实际 a
    自报 r
    无符号 为 at_least
    计分 按完成情况
}
==> rows.csv
form,level2,name,w,t,a,r
1,成本指标,cost,15,42.3,61.1,15
1,数量指标,amount,15,42.3,61.1,15
1,数量指标,amount inverse,15,42.3,61.1,10.38
1,数量指标,less,15,42.3,40,14.18
1,数量指标,signed,15,≤42.3,61.1,15
==> show from show
$ sh show --rows ordered.heng rows.csv
cost: 8.33..15 (10.38) unknown unverifiable !
amount: 8.33..15 (15) unknown unverifiable !
amount inverse: 8.33..15 (15) unknown unverifiable !
less: 14.18..15 (14.18) unknown unverifiable !
signed: 8.33..10.38 (10.38) missed contradicted
$ sh show --rows fixed.heng rows.csv | sed 's/ !//'
cost: 15 met agrees
amount: 15 met agrees
amount inverse: 15 met contradicted
less: 14.18 missed agrees
signed: 8.33..10.38 (10.38) missed contradicted
