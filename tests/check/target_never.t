By its bounds no entry meets the target.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given rate: rate in 0% .. 100%
indicator Cover weight 10 { actual rate; target >= 95; credit proportional }
==> right.heng
given rate: rate in 0% .. 100%
indicator Cover weight 10 { actual rate; target >= 95%; credit proportional }
==> 错.heng
填报 达标率: 比率 属于 0% .. 100%
指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 95；计分 按比例 }
==> 对.heng
填报 达标率: 比率 属于 0% .. 100%
指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 95%；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:2:42: warning: the target ≥ 95 of 'Cover' is never met: 0 ≤ Cover ≤ 1 [target-never]
   2 | indicator Cover weight 10 { actual rate; target >= 95; credit proportional }
     |                                          ^^^^^^^^^^^^
help: write `95%`
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:23: 警告: “覆盖率”的目标 ≥ 95 永远达不到：0 ≤ 覆盖率 ≤ 1 [target-never]
   2 | 指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 95；计分 按比例 }
     |                                    ^^^^^^^^^
改法: 写作 `95%`
$ heng check --lang zh 对.heng
