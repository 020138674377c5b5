The credit of a level is bounded: a range without one end is none.
==> wrong.heng
档次 d { 好 -> (60% ..)；差 -> 0% .. 60% }
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
