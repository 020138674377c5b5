Rows are tried in order, and here are entries for which none of them holds.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
given rate: rate in 0% .. 100%
given late: duration in 0 天 .. 60 天
indicator Supply weight 10 {
    score when {
        rate >= 80% and late <= 5 天 -> 10
        rate >= 80% and late > 10 天 -> 6
        rate < 80%                   -> 0
    }
}
==> right.heng
given rate: rate in 0% .. 100%
given late: duration in 0 天 .. 60 天
indicator Supply weight 10 {
    score when {
        rate >= 80% and late <= 5 天 -> 10
        rate >= 80% and late > 5 天  -> 6
        rate < 80%                   -> 0
    }
}
==> 错.heng
填报 达标率: 比率 属于 0% .. 100%
填报 逾期: 时长 属于 0 天 .. 60 天
指标 供应 分值 10 {
    得分 当 {
        达标率 ≥ 80% 且 逾期 ≤ 5 天 -> 10
        达标率 ≥ 80% 且 逾期 > 10 天 -> 6
        达标率 < 80%                   -> 0
    }
}
==> 对.heng
填报 达标率: 比率 属于 0% .. 100%
填报 逾期: 时长 属于 0 天 .. 60 天
指标 供应 分值 10 {
    得分 当 {
        达标率 ≥ 80% 且 逾期 ≤ 5 天 -> 10
        达标率 ≥ 80% 且 逾期 > 5 天  -> 6
        达标率 < 80%                   -> 0
    }
}
$ heng check --lang en wrong.heng
wrong.heng:4:11: warning: no row holds where 5天 < late ≤ 10天 and 80% ≤ rate ≤ 100%: with rate = 80%, late = 8天 there is no result [rows-gap]
   4 |     score when {
     |           ^^^^^^
help: add a row for it, or `otherwise -> …` at the end
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:4:8: 警告: 5天 < 逾期 ≤ 10天 且 80% ≤ 达标率 ≤ 100% 时没有任何一行成立：填报 达标率 = 80%, 逾期 = 8天 时没有结果 [rows-gap]
   4 |     得分 当 {
     |          ^^^^
改法: 为这种情形加一行，或在最后加上 `其他 -> …`
$ heng check --lang zh 对.heng
