Words of policy texts for keywords; what follows is read as if the keyword stood there.
==> wrong.heng
指标 a 权重 10 { 目标值 ≥ 95%；评分 按比例；备注 “x” }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例；说明 “x” }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
