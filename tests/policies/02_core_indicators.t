The central guideline on core indicators (财预〔2021〕101号):
2a execution 79.99 %, not done: the band [60 %, 80 %) gives 5.  80 % gives 7, 59.99 % gives 0, done and within budget 10.
2b 29 of 50, weight 20: 58 % is below the pass line: 0.     2c 30 of 50: 60 % × 20 = 12.     Met: 20.
==> rules.heng
规则 "核心绩效指标" 版本 "2021"
依据 "财预〔2021〕101号"
填报 执行率: 比率
填报 已完成: 是非
方法 过线按比例(线: 比率) = 当 {
    实际 达到 目标          -> 100%
    实际 / 目标.值 < 线     -> 0%
    其他                    -> 实际 / 目标.值
}
指标 预算执行 分值 10 {
    得分 当 {
        已完成 = 是 且 执行率 ≤ 100% -> 10
        其他 -> 分档 执行率 { ≥ 80% -> 7；≥ 60% -> 5；其他 -> 0 }
    }
}
指标 数量 分值 20 { 目标 ≥ 50 件；计分 过线按比例(60%) }
==> data.csv
编号,执行率,已完成,数量
a,79.99%,否,29
b,80%,否,30
c,59.99%,否,50
d,99%,是,49.99
$ heng score rules.heng data.csv --format csv | awk -F, '$4 == "indicator" { print $1, $3, $7 }'
a 预算执行 5
a 数量 0
b 预算执行 7
b 数量 12
c 预算执行 0
c 数量 20
d 预算执行 10
d 数量 19.996
