A name that needs quotes needs them where it is used as well: 65岁 is a number with a unit otherwise.
==> wrong.heng
填报 65岁以上人数, 总人数（人）: 数值
人均成本（元） = 5
指标 a 分值 10 { 实际 65岁以上人数 / '总人数（人）'；目标 ≥ 95%；计分 按比例 }
==> right.heng
填报 '65岁以上人数', '总人数（人）': 数值
'人均成本（元）' = 5
指标 a 分值 10 { 实际 '65岁以上人数' / '总人数（人）'；目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
