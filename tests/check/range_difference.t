80-90 between two numbers where a range is meant is told, with the range to write; a difference of names is none.
==> wrong.heng
rules "x"
given x: number in 0 .. 100
indicator A weight 20 { score steps x { >= 90 -> 20;  80-90 -> 15;  otherwise -> 0 } }
indicator B weight 20 { score when { x in 80%-90% -> 15;  otherwise -> 0 } }
indicator C weight 20 { credit linear x { 0-60 -> 0%;  100 -> 100% } }
==> right.heng
rules "x"
given x: number in 0 .. 100
indicator A weight 20 { score steps x { >= 90 -> 20;  80 .. 90 -> 15;  otherwise -> 0 } }
indicator D weight 20 { score steps x { x - 10 .. 90 -> 20;  otherwise -> 0 } }
$ heng check --lang en wrong.heng
wrong.heng:3:55: error: `-` between two numbers is a difference, not a range [range-difference]
   3 | indicator A weight 20 { score steps x { >= 90 -> 20;  80-90 -> 15;  otherwise -> 0 } }
     |                                                       ^^^^^
help: write `80 .. 90`
wrong.heng:4:43: error: `-` between two numbers is a difference, not a range [range-difference]
   4 | indicator B weight 20 { score when { x in 80%-90% -> 15;  otherwise -> 0 } }
     |                                           ^^^^^^^
help: write `80% .. 90%`
wrong.heng:5:43: error: `-` between two numbers is a difference, not a range [range-difference]
   5 | indicator C weight 20 { credit linear x { 0-60 -> 0%;  100 -> 100% } }
     |                                           ^^^^
help: write `0 .. 60`
? 1
$ heng check --lang zh wrong.heng | grep 错误
wrong.heng:3:55: 错误: 两个数之间的 `-` 是相减，不是区间 [range-difference]
   3 | indicator A weight 20 { score steps x { >= 90 -> 20;  80-90 -> 15;  otherwise -> 0 } }
     |                                                       ^^^^^
改法: 写作 `80 .. 90`
wrong.heng:4:43: 错误: 两个数之间的 `-` 是相减，不是区间 [range-difference]
   4 | indicator B weight 20 { score when { x in 80%-90% -> 15;  otherwise -> 0 } }
     |                                           ^^^^^^^
改法: 写作 `80% .. 90%`
wrong.heng:5:43: 错误: 两个数之间的 `-` 是相减，不是区间 [range-difference]
   5 | indicator C weight 20 { credit linear x { 0-60 -> 0%;  100 -> 100% } }
     |                                           ^^^^
改法: 写作 `0 .. 60`
? 1
$ heng check --lang en right.heng
