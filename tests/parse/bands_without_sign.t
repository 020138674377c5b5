A band needs a sign; one number is no less and no more than one limit.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 90；良 80分以上；中：≥ 60；差 其他 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 80分；中 ≥ 60；差 其他 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
