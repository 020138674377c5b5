A text without quotes: to the end of its clause, 〔 and 〕 included.
==> wrong.heng
规则 社区卫生 2022 版本 “1”
依据 财预〔2020〕10号
调整 加分 + 2 当 2 > 1
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
$ heng check --lang zh wrong.heng
wrong.heng:1:4: 错误: 文字应写在引号中 [text-needs-quotes]
   1 | 规则 社区卫生 2022 版本 “1”
     |      ^^^^^^^^^^^^^
改法: 写作 `“社区卫生 2022”`
wrong.heng:2:4: 错误: 文字应写在引号中 [text-needs-quotes]
   2 | 依据 财预〔2020〕10号
     |      ^^^^^^^^^^^^^^^^
改法: 写作 `“财预〔2020〕10号”`
wrong.heng:3:4: 错误: 文字应写在引号中 [text-needs-quotes]
   3 | 调整 加分 + 2 当 2 > 1
     |      ^^^^
改法: 写作 `“加分”`
wrong.heng:5:33: 错误: 文字应写在引号中 [text-needs-quotes]
   5 | 指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
     |                                                ^^^^^^^^
改法: 写作 `“没有引号”`
wrong.heng:5:38: 错误: `计分` 重复出现 [clause-twice]
   5 | 指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
     |                                                          ^^^^^^^^^^^
wrong.heng:5:23: 注: 第一处在这里
   5 | 指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
     |                              ^^^^^^^^^^^
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:4: error: a text stands in quotes [text-needs-quotes]
   1 | 规则 社区卫生 2022 版本 “1”
     |      ^^^^^^^^^^^^^
help: write `"社区卫生 2022"`
wrong.heng:2:4: error: a text stands in quotes [text-needs-quotes]
   2 | 依据 财预〔2020〕10号
     |      ^^^^^^^^^^^^^^^^
help: write `"财预〔2020〕10号"`
wrong.heng:3:4: error: a text stands in quotes [text-needs-quotes]
   3 | 调整 加分 + 2 当 2 > 1
     |      ^^^^
help: write `"加分"`
wrong.heng:5:33: error: a text stands in quotes [text-needs-quotes]
   5 | 指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
     |                                                ^^^^^^^^
help: write `"没有引号"`
wrong.heng:5:38: error: `计分` is stated twice [clause-twice]
   5 | 指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
     |                                                          ^^^^^^^^^^^
wrong.heng:5:23: note: the first one is here
   5 | 指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
     |                              ^^^^^^^^^^^
? 1
