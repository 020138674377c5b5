One rule for every row, as the design has it.
 550 of 600册, weight 20: 18.3333…, 18.33.  Once of at least once: 10.  42 against ≤40万元, weight 20: 40/42 = 19.0476…, 19.05 or
 1 - 2/40 = 95 %: 19; 18 is neither.  完成 before the end of the year, at its word: 10.  持续影响 partly reached: 60 % ..< 80 % of 30:
 18 ..< 24, 20 is in it, 24 is not.  7月 lies in 6-9月: 10.
Form 1 in all 18.33 + 10 + (19 .. 19.05) + 10 + (18 ..< 24) + 10 = 85.33 ..< 91.38: 优 or 良.  Form 2: 24 is contradicted.
==> rules.heng
规则 "项目支出绩效自评复核" 版本 "2020"
引用 自评

每行 entries 归入 form_id {
    组   level1, level2
    指标 level3
    分值 'weight'
    目标 target_text          # "≥ 600册", "不少于1次", "≤40万元", "年底前完成", "持续影响", "6-9月"
    实际 actual_text          # "7家", "≥ 90%", "大于2000人次", "完成"
    自报 reported_score       # what the form claims: replay compares it with what the rule gives
    计分 按完成情况
}
==> entries.csv
form_id,level1,level2,level3,weight,target_text,actual_text,reported_score
1,产出,数量指标,手册发放,20,≥ 600册,550册,18.33
1,产出,质量指标,检查次数,10,不少于1次,1次,10
1,产出,成本指标,项目成本,20,≤40万元,42万元,18
1,产出,时效指标,完成时间,10,年底前完成,完成,10
1,效益,社会效益,居民影响,30,持续影响,部分达成,20
1,满意度,服务对象,活动月份,10,6-9月,7月,10
2,效益,社会效益,居民影响,30,持续影响,部分达成,24
==> show from show
$ heng check rules.heng
$ sh show rules.heng entries.csv | grep -v -e 产出 -e 效益 -e 满意度 -e 数量 -e 质量 -e 成本指标 -e 时效 -e 服务对象
总分: 85.33..91.38 (-) unknown
grade: 优 良
手册发放: 18.33 missed agrees
检查次数: 10 met agrees
项目成本: 19..19.05 (19.05) missed contradicted
完成时间: 10 met agrees !
居民影响: 18..24 (-) partly agrees
活动月份: 10 met agrees

总分: 18..24 (-) unknown
grade: 差
居民影响: 18..24 (-) partly contradicted
