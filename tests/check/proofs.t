What is proven over all entries, in less plain cases.  A row of a function is told once and whatever it is called with; a
row that two others cover together names none of them; a grade above all weights, and one that an earlier one takes.
==> rules.heng
given days: duration in 0 天 .. 30 天
given rate: rate in 0% .. 100%
function penalty(late: duration) = steps late { <= 5 天 -> 0;  <= 3 天 -> 1;  otherwise -> 2 }
indicator A weight 10 { score 10 - penalty(days) }
indicator B weight 10 { score when { rate <= 50% -> 0;  rate > 50% -> 10;  rate >= 40% and rate <= 60% -> 5;  otherwise -> 1 } }
grade { S >= 25;  A >= 15;  B >= 18;  C otherwise }
$ heng check --lang en rules.heng
rules.heng:3:66: warning: the row `≤ 3 天` is never reached: rows before it hold wherever it does [row-masked]
   3 | function penalty(late: duration) = steps late { <= 5 天 -> 0;  <= 3 天 -> 1;  otherwise -> 2 }
     |                                                                   ^^^^
rules.heng:3:52: note: `≤ 5 天` comes first
   3 | function penalty(late: duration) = steps late { <= 5 天 -> 0;  <= 3 天 -> 1;  otherwise -> 2 }
     |                                                    ^^^^
help: put the narrower row first, or leave it out
rules.heng:5:76: warning: the row `rate >= 40% and rate <= 60%` is never reached: rows before it hold wherever it does [row-masked]
   5 | indicator B weight 10 { score when { rate <= 50% -> 0;  rate > 50% -> 10;  rate >= 40% and rate <= 60% -> 5;  otherwise -> 1 } }
     |                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: put the narrower row first, or leave it out
rules.heng:6:9: warning: the grade 'S' can never be given [grade-never]
   6 | grade { S >= 25;  A >= 15;  B >= 18;  C otherwise }
     |         ^
note: whatever is entered, 8 ≤ total ≤ 20
rules.heng:6:29: warning: the grade 'B' can never be given [grade-never]
   6 | grade { S >= 25;  A >= 15;  B >= 18;  C otherwise }
     |                             ^
rules.heng:6:19: note: 'A' comes first and holds wherever it does
   6 | grade { S >= 25;  A >= 15;  B >= 18;  C otherwise }
     |                   ^
help: write the grades from the best to the worst
