Two clauses on one line without a `；` between them; both are read.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95% 计分 按比例 }
indicator b weight 10 { actual c target >= 95%; credit proportional note "x" }
given c: rate note "y"
==> right.heng
指标 a 分值 10 { 目标 ≥ 95% ；计分 按比例 }
indicator b weight 10 { actual c ; target >= 95%; credit proportional ; note "x" }
given c: rate ; note "y"
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
