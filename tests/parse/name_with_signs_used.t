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
wrong.heng:1:4: 错误: 名称 `65岁以上人数` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   1 | 填报 65岁以上人数, 总人数（人）: 数值
     |      ^^^^^^^^^^^^
改法: 写作 `'65岁以上人数'`
wrong.heng:1:13: 错误: 名称 `总人数（人）` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   1 | 填报 65岁以上人数, 总人数（人）: 数值
     |                    ^^^^^^^^^^^^
改法: 写作 `'总人数（人）'`
wrong.heng:2:1: 错误: 名称 `人均成本（元）` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   2 | 人均成本（元） = 5
     | ^^^^^^^^^^^^^^
改法: 写作 `'人均成本（元）'`
wrong.heng:3:17: 错误: 名称 `65岁以上人数` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   3 | 指标 a 分值 10 { 实际 65岁以上人数 / '总人数（人）'；目标 ≥ 95%；计分 按比例 }
     |                       ^^^^^^^^^^^^
改法: 写作 `'65岁以上人数'`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:4: error: the name `65岁以上人数` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   1 | 填报 65岁以上人数, 总人数（人）: 数值
     |      ^^^^^^^^^^^^
help: write `'65岁以上人数'`
wrong.heng:1:13: error: the name `总人数（人）` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   1 | 填报 65岁以上人数, 总人数（人）: 数值
     |                    ^^^^^^^^^^^^
help: write `'总人数（人）'`
wrong.heng:2:1: error: the name `人均成本（元）` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   2 | 人均成本（元） = 5
     | ^^^^^^^^^^^^^^
help: write `'人均成本（元）'`
wrong.heng:3:17: error: the name `65岁以上人数` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   3 | 指标 a 分值 10 { 实际 65岁以上人数 / '总人数（人）'；目标 ≥ 95%；计分 按比例 }
     |                       ^^^^^^^^^^^^
help: write `'65岁以上人数'`
? 1
$ heng check right.heng
right.heng:2:1: 警告: “人均成本（元）”没有被用到 [name-unused]
   2 | '人均成本（元）' = 5
     | ^^^^^^^^^^^^^^^^
改法: 请用到它，或删去
right.heng:3:17: 警告: `'65岁以上人数' / '总人数（人）'` 除数为零：总人数（人） = 0 [division-by-zero]
   3 | 指标 a 分值 10 { 实际 '65岁以上人数' / '总人数（人）'；目标 ≥ 95%；计分 按比例 }
     |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 若“总人数（人）”不会为 0，请在填报处写明 `属于 0 >..`；否则为这种情形单列一行
