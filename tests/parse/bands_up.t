Where bands go up, the upper end is the one that is needed: `中 ≥ 60` would hold for 85 as well.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 差 < 60；中 ≥ 60 且 < 80；优 ≥ 80 且 ≤ 100 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
等级 { 差 < 60；中 < 80；优 ≥ 80 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
