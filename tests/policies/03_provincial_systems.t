Automatic scoring in provincial systems (rule tables 2020-2024), rounded to 2 places:
3a ≥60, 57, weight 8: 57/60 × 8 = 7.60.     3b ≤90, 105, weight 10: (1 - 15/90) × 10 = 8.33.
3c ≤90, 180: twice the target, 0.           3d =0, 1, weight 5: 0; =0, 0: 5.     A negative actual counts as 0.
==> rules.heng
规则 "系统自动评分"
取整 2 位
方法 系统评分 = 当 {
    目标 为 不低于                  -> 当 { 实际 达到 目标 -> 100%；其他 -> max(实际 / 目标.值, 0) }
    目标 为 不高于                  -> 超额扣减
    目标 为 等于 且 目标.值 = 0     -> 当 { 实际 ≤ 0 -> 100%；其他 -> 0% }
    其他                            -> 当 { 实际 ≥ 目标.值 -> 100%；其他 -> max(实际 / 目标.值, 0) }
}
每行 rows 归入 form { 指标 name；分值 w；目标 t；实际 a；计分 系统评分 }
==> rows.csv
form,name,w,t,a
1,3a,8,≥60,57
1,3b,10,≤90,105
1,3c,10,≤90,180
1,3d,5,=0,1
1,none,5,=0,0
1,negative,5,≥60,-3
1,equal,5,=60,66
$ heng score rules.heng rows.csv --format csv | awk -F, '$4 == "indicator" { print $3, $7 }'
3a 7.6
3b 8.33
3c 0
3d 0
none 5
negative 0
equal 5
