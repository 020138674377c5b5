Bounds are a range behind `in`.
==> wrong.heng
填报 d: 时长 ≥ 0 天
given e: number in < 100
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
==> right.heng
填报 d: 时长 属于 0 天 ..
given e: number in ..< 100
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
