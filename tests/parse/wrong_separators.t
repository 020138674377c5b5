、 between clauses and between values; 至 between two numbers.
==> wrong.heng
指标 a 分值 10 { 目标 80% 至 95%、计分 达标得分 }
指标 b 分值 10 { 目标 3 到 5 次。计分 达标得分 }
==> right.heng
指标 a 分值 10 { 目标 80% .. 95%；计分 达标得分 }
指标 b 分值 10 { 目标 3 .. 5 次；计分 达标得分 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
