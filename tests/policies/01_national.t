The national rule for project self-evaluation (财预〔2020〕10号), worked by hand:
1a 98 % against ≥95 %, weight 10: met, 10.            1b 57 of ≥60 场, weight 15: 57/60 × 15 = 14.25.
1c budget 300, executed 259.45, weight 10: 8.6483…, 8.65.
1d partly reached, weight 7, given 5.6: 5.6 is 80 %, which belongs to the upper band: contradicted; 5.5 agrees.
==> rules.heng
规则 "项目支出绩效自评" 版本 "2020"
依据 "财预〔2020〕10号"
引用 自评
取整 2 位
填报 预算数, 执行数: 金额 万元
填报 自报分: 文本
指标 预算执行率 分值 10 { 实际 执行数 / 预算数；目标 ≥ 100%；计分 按执行率 }
指标 合格率 分值 10 { 目标 ≥ 95%；计分 按完成情况 }
指标 培训场次 分值 15 { 目标 ≥ 60 场；计分 按完成情况 }
指标 持续影响 分值 7 { 目标 "持续影响"；计分 定性三档；自报 自报分 }
==> data.csv
编号,预算数,执行数,合格率,培训场次,持续影响,自报分
甲,300,259.45,98%,57,部分达成,5.6
乙,300,300,95%,60场,部分达成,5.5
==> show from ../meaning/show
$ sh show --rows rules.heng data.csv
预算执行率: 8.65 missed
合格率: 10 met
培训场次: 14.25 missed
持续影响: 4.2..5.6 (-) partly contradicted

预算执行率: 10 met
合格率: 10 met
培训场次: 15 met
持续影响: 4.2..5.6 (-) partly agrees
