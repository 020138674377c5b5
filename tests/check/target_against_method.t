The target asks for more and the method rewards less, or the other way round.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
indicator Wait weight 10 { target >= 60 分钟; credit linear actual { 0 分钟 -> 100%;  120 分钟 -> 0% } }
==> right.heng
indicator Wait weight 10 { target <= 60 分钟; credit linear actual { 60 分钟 -> 100%;  120 分钟 -> 0% } }
==> 错.heng
指标 等候 分值 10 { 目标 ≥ 60 分钟；计分 线性 实际 { 0 分钟 -> 100%；120 分钟 -> 0% } }
==> 对.heng
指标 等候 分值 10 { 目标 ≤ 60 分钟；计分 线性 实际 { 60 分钟 -> 100%；120 分钟 -> 0% } }
$ heng check --lang en wrong.heng
wrong.heng:1:45: warning: missing the target ≥ 60分钟 earns more than meeting it: Wait = 30分钟: 75%; Wait = 60分钟: 50% [target-against-method]
   1 | indicator Wait weight 10 { target >= 60 分钟; credit linear actual { 0 分钟 -> 100%;  120 分钟 -> 0% } }
     |                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: turn the target round, or the method
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:26: 警告: 未达到目标 ≥ 60分钟 反而比达到时得分高：等候 = 30分钟: 75%；等候 = 60分钟: 50% [target-against-method]
   1 | 指标 等候 分值 10 { 目标 ≥ 60 分钟；计分 线性 实际 { 0 分钟 -> 100%；120 分钟 -> 0% } }
     |                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 请把目标或计分方法的方向改过来
$ heng check --lang zh 对.heng
