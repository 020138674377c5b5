An invented regulation: a city's environmental inspection.  One penalty 10, a fine above 20 万元 10, 3.2 % above the limit is four begun percents, 2, 93.5 % of data sent
is 1.5 points short, 3: 100 - 25 = 75, 黄.  Falsified data: 红.  Nothing found: 100, 绿.
==> rules.heng
规则 "企业环境信用评价"
引用 扣减
填报 处罚次数: 数值 次
填报 罚款: 金额 万元
填报 超标比例, 传输率: 比率
填报 预案已备案: 是非
填报 重大污染, 篡改数据: 是非
指标 环境信用 分值 100 {
    扣分 10 每 1 次 之 处罚次数
    扣分 10 当 罚款 > 20 万元
    扣分 0.5 * 起算单位数(超标比例, 1%)，上限 15
    扣分 2 每 1% 之 95% - 传输率
    扣分 8 当 预案已备案 = 否
}
一票否决 "重大污染事故" 当 重大污染 = 是 或 篡改数据 = 是 -> 等级 红
等级 { 绿 当 总分 ≥ 95 且 处罚次数 = 0；蓝 ≥ 80；黄 ≥ 60；红 其他 }
==> data.csv
企业,处罚次数,罚款,超标比例,传输率,预案已备案,重大污染,篡改数据
甲,1,25,3.2%,93.5%,是,否,否
乙,0,0,0%,95%,是,否,是
丙,0,0,0%,99%,是,否,否
$ heng check rules.heng
$ heng score rules.heng data.csv --brief
表单    总分  等级
甲        75  黄
乙       100  红
丙       100  绿
