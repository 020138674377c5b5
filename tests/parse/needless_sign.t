A `：` or `=` behind a keyword, and words that are none.
==> wrong.heng
施行 自 2022-01-01
取整 保留 2 位
指标：a 分值：10 { 目标：≥ 95%；计分 = 按比例 }
==> right.heng
施行 2022-01-01
取整 2 位
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
