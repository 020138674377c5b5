A group states its weight, and its parts state theirs.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
group Output weight 50 {
    indicator Visits weight 40 { target >= 2 次; credit all_or_nothing }
}
==> right.heng
group Output weight 50 {
    indicator Visits weight 50 { target >= 2 次; credit all_or_nothing }
}
==> 错.heng
组 产出 分值 50 {
    指标 走访 分值 40 { 目标 ≥ 2 次；计分 达标得分 }
}
==> 对.heng
组 产出 分值 50 {
    指标 走访 分值 50 { 目标 ≥ 2 次；计分 达标得分 }
}
$ heng check --lang en wrong.heng
wrong.heng:1:7: error: the parts of group 'Output' weigh 40, not 50 [weight-sum]
   1 | group Output weight 50 {
     |       ^^^^^^
help: give the remaining 10 to a part, or write `weight 40`
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:1:3: 错误: 组“产出”各部分合计 40，应为 50 [weight-sum]
   1 | 组 产出 分值 50 {
     |    ^^^^
改法: 把余下的 10 分给某一部分，或写作 `分值 40`
? 1
$ heng check --lang zh 对.heng
