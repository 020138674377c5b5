A name that begins as a sign in words is a name where it is declared, and in quotes.
==> wrong.heng
指标 超过3天的比例 分值 10 { 目标 不超过3天；计分 反比例 }
指标 b 分值 10 { 目标 '不超过5天'；计分 反比例 }
不超过3天 = 3 天
不超过5天 = 5 天
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
