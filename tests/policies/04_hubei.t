The Hubei template: a reverse row earns T/A.  4a ≤90, 105, weight 10: 90/105 × 10 = 8.57 (the provincial systems of case 3b give
8.33): under this rule 8.33 is contradicted.  Qualitative bands 100-80, 80-50, 50-0: partly, weight 10: 5 ..< 8.
4b rates 90 % over 100 万元 and 60 % over 300 万元, against 80 %, weight 10: (90 + 180)/400 = 67.5 %; 67.5/80 × 10 = 8.4375, 8.44.
==> rules.heng
规则 "湖北模板" 版本 "2019"
取整 2 位
填报 r: 文本
填报 率一, 率二: 比率
填报 额一, 额二: 金额 万元
档次 三档 { 达成 "完成" -> 80% .. 100%；部分达成 -> 50% ..< 80%；未达成 -> 0% ..< 50% }
指标 费用 分值 10 { 目标 ≤ 90 元；计分 反比例；自报 r }
指标 影响 分值 10 { 目标 "有影响"；计分 三档 }
指标 多家 分值 10 { 实际 (率一 * 额一 + 率二 * 额二) / (额一 + 额二)；目标 ≥ 80%；计分 按比例 }
==> show from ../meaning/show
$ sh show --rows rules.heng --set 费用=105 --set r=8.33 --set 影响=部分达成 --set 率一=90% --set 率二=60% --set 额一=100 --set 额二=300
费用: 8.57 missed contradicted
影响: 5..8 (-) partly
多家: 8.44 missed
$ sh show --rows rules.heng --set 费用=105 --set r=8.57 --set 影响=完成 --set 率一=90% --set 率二=60% --set 额一=300 --set 额二=0
费用: 8.57 missed agrees
影响: 8..10 (-) met
多家: 10 met
