Bands are tried in order, so one end is enough: the lower one where they go down.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 80 且 < 90；中 60 .. 80；差 其他 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 优 ≥ 90；良 ≥ 80；中 ≥ 60；差 其他 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
