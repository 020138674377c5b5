The finding or veto happens to every form.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given rate: rate in 0% .. 100%
indicator Cover weight 10 { actual rate; target >= 80%; credit proportional;  flag "check it" when rate <= 120% }
==> right.heng
given rate: rate in 0% .. 100%
indicator Cover weight 10 { actual rate; target >= 80%; credit proportional;  flag "check it" when rate <= 20% }
==> 错.heng
填报 达标率: 比率 属于 0% .. 100%
指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 80%；计分 按比例；提示 "请核对" 当 达标率 ≤ 120% }
==> 对.heng
填报 达标率: 比率 属于 0% .. 100%
指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 80%；计分 按比例；提示 "请核对" 当 达标率 ≤ 20% }
$ heng check --lang en wrong.heng
wrong.heng:2:100: warning: the condition `rate <= 120%` always holds [condition-always]
   2 | indicator Cover weight 10 { actual rate; target >= 80%; credit proportional;  flag "check it" when rate <= 120% }
     |                                                                                                    ^^^^^^^^^^^^
help: correct it, or leave out what hangs on it
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:50: 警告: 条件 `达标率 ≤ 120%` 总是成立 [condition-always]
   2 | 指标 覆盖率 分值 10 { 实际 达标率；目标 ≥ 80%；计分 按比例；提示 "请核对" 当 达标率 ≤ 120% }
     |                                                                              ^^^^^^^^^^^^^
改法: 请更正条件，或删去受它限制的内容
$ heng check --lang zh 对.heng
