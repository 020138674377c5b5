A text without quotes: to the end of its clause, 〔 and 〕 included.
==> wrong.heng
规则 社区卫生 2022 版本 “1”
依据 财预〔2020〕10号
调整 加分 + 2 当 2 > 1
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 b 分值 10 { 目标 ≥ 95%；计分 按比例；说明 没有引号；计分 按比例 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
