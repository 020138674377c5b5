By its bounds every entry meets the target.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given rate: rate in 60% .. 100%
indicator Cover weight 10 { actual rate; target >= 50%; credit proportional }
==> right.heng
given rate: rate in 60% .. 100%
indicator Cover weight 10 { actual rate; target >= 80%; credit proportional }
==> 错.heng
填报 达标率: 比率 属于 60% .. 100%
指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 50%；计分 按比例 }
==> 对.heng
填报 达标率: 比率 属于 60% .. 100%
指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 80%；计分 按比例 }
$ heng check --lang en wrong.heng
wrong.heng:2:42: warning: the target ≥ 50% of 'Cover' is always met: 60% ≤ Cover ≤ 100% [target-always]
   2 | indicator Cover weight 10 { actual rate; target >= 50%; credit proportional }
     |                                          ^^^^^^^^^^^^^
help: correct the target, or the bounds of what is entered
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:23: 警告: “覆盖率”的目标 ≥ 50% 总能达到：60% ≤ 覆盖率 ≤ 100% [target-always]
   2 | 指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 50%；计分 按比例 }
     |                                    ^^^^^^^^^^
改法: 请核对目标值，或填报数据的范围
$ heng check --lang zh 对.heng
