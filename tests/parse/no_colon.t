The `:` of an entry, the `->` of a level.
==> wrong.heng
填报 d 时长
档次 l { 好 100%；中 = 60%；差 -> 0% }
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
==> right.heng
填报 d：时长
档次 l { 好 -> 100%；中 -> 60%；差 -> 0% }
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
