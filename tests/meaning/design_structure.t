The scheme with structure of the design.
Executed 73.1 of 80: 0.91375 × 10 = 9.1375, 9.14.  12000册 met: 20.  5 of 6 场, all or nothing: 0.  Cost 79 ≤ 80: 20.
持续影响 in its own words is the best level, 80 .. 100 % of 40: 32 .. 40.  Total 9.14 + 20 + 0 + 20 + (32 .. 40) = 81.14 .. 89.14: 良.
Cost 100: 80/100 × 20 = 16, and the note says 100 - 80 = 20 万元.
==> rules.heng
规则 "社区健康服务 2022" 版本 "2022"
依据 "财预〔2020〕10号"
施行 2022-01-01 至 2022-12-31
引用 自评                                  # the standard library's module for this method
取整 2 位                                  # every indicator's score: 2 places, half up (四舍五入)

填报 全年预算数: 金额 万元                    # entered values, with their kind and unit
填报 全年执行数: 金额 万元

指标 预算执行率 分值 10 {
    实际 全年执行数 / 全年预算数
    目标 ≥ 100%
    计分 按比例
}
组 产出指标 分值 50 {
    组 数量指标 {
        指标 发放健康手册 分值 20 { 目标 ≥ 12000 册；计分 按比例 }
        指标 义诊活动     分值 10 { 目标 ≥ 6 场；     计分 达标得分 }
    }
    指标 '项目总成本(万元)' 分值 20 {
        目标 ≤ 80 万元
        计分 反比例
        说明 "超出 {实际 - 目标.值} 扣分"       # added to the explanation, values filled in
    }
}
指标 对居民健康意识的持续影响 分值 40 { 目标 "持续影响"；计分 定性三档 }

等级 { 优 ≥ 90；良 ≥ 80；中 ≥ 60；差 其他 }
检查 "权重合计为100" 总分.分值 = 100
==> data.csv
编号,全年预算数,全年执行数,发放健康手册,义诊活动,项目总成本(万元),对居民健康意识的持续影响
1,80,73.1,共发放手册12000册,5场,79,持续影响
==> show from show
$ heng check rules.heng
rules.heng:11:8: 警告: `全年执行数 / 全年预算数` 除数为零：全年预算数 = 0万元 [division-by-zero]
  11 |     实际 全年执行数 / 全年预算数
     |          ^^^^^^^^^^^^^^^^^^^^^^^
改法: 若“全年预算数”不会为 0，请在填报处写明 `属于 0 >..`；否则为这种情形单列一行
$ sh show rules.heng data.csv
总分: 81.14..89.14 (-) unknown
grade: 良
预算执行率: 9.14 missed
产出指标: 40 partly
数量指标: 20 partly
发放健康手册: 20 met !
义诊活动: 0 missed
项目总成本(万元): 20 met
对居民健康意识的持续影响: 32..40 (-) met
$ sed 's/,79,/,100,/' data.csv > over.csv; heng score rules.heng over.csv --lang zh | grep -o '超出 .* 扣分'
超出 20万元 扣分
$ sh show rules.heng over.csv | grep 成本
项目总成本(万元): 16 missed
