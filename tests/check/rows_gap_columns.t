Gaps over several names, each shown by an input that leads there: two entries compared with each other (equal budgets
have no row), a share that is worked out (below 60 %: spent is moved until the share fits), words, and a value that
falls between two whole numbers.  A method is told once, however many indicators use it.
==> rules.heng
given spent: amount in 0 元 .. 900 万元
given budget: amount in 1 元 .. 900 万元
given kind: text
given cases: number in 0 .. 100
method by_kind = when { kind = "new" -> 100%;  kind = "old" and cases > 5 -> 50% }
indicator A weight 10 { credit when { spent < budget -> 100%;  spent > budget -> 0% } }
indicator B weight 10 { credit steps spent / budget { >= 100% -> 100%;  >= 60% -> 50% } }
indicator C weight 10 { credit by_kind }
indicator D weight 10 { credit by_kind }
indicator E weight 10 { score linear cases { 0 .. 50 -> 0 .. 5;  51 .. 100 -> 6 .. 10 } }
$ heng check --lang en rules.heng
rules.heng:6:32: warning: no row holds where spent = budget: with spent = 5000000元, budget = 5000000元 there is no result [rows-gap]
   6 | indicator A weight 10 { credit when { spent < budget -> 100%;  spent > budget -> 0% } }
     |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: add a row for it, or `otherwise -> …` at the end
rules.heng:7:32: warning: no row holds where 0% ≤ spent / budget < 60%: with spent = 0.3元, budget = 1元 there is no result [rows-gap]
   7 | indicator B weight 10 { credit steps spent / budget { >= 100% -> 100%;  >= 60% -> 50% } }
     |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: add a row for it, or `otherwise -> …` at the end
rules.heng:5:18: warning: no row holds where kind = anything else: with kind = other words, cases = 3 there is no result [rows-gap]
   5 | method by_kind = when { kind = "new" -> 100%;  kind = "old" and cases > 5 -> 50% }
     |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: add a row for it, or `otherwise -> …` at the end
rules.heng:5:18: warning: no row holds where kind = old and 0 ≤ cases ≤ 5: with kind = old, cases = 3 there is no result [rows-gap]
   5 | method by_kind = when { kind = "new" -> 100%;  kind = "old" and cases > 5 -> 50% }
     |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: add a row for it, or `otherwise -> …` at the end
rules.heng:10:31: warning: no row holds where 50 < cases < 51: with cases = 50.5 there is no result [rows-gap]
  10 | indicator E weight 10 { score linear cases { 0 .. 50 -> 0 .. 5;  51 .. 100 -> 6 .. 10 } }
     |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: let the pieces meet, or give single points, which go on level beyond their ends
$ heng check --lang zh rules.heng | head -5
rules.heng:6:32: 警告: spent = budget 时没有任何一行成立：填报 spent = 5000000元, budget = 5000000元 时没有结果 [rows-gap]
   6 | indicator A weight 10 { credit when { spent < budget -> 100%;  spent > budget -> 0% } }
     |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 为这种情形加一行，或在最后加上 `其他 -> …`
rules.heng:7:32: 警告: 0% ≤ spent / budget < 60% 时没有任何一行成立：填报 spent = 0.3元, budget = 1元 时没有结果 [rows-gap]
   7 | indicator B weight 10 { credit steps spent / budget { >= 100% -> 100%;  >= 60% -> 50% } }
     |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 为这种情形加一行，或在最后加上 `其他 -> …`
rules.heng:5:18: 警告: kind = anything else 时没有任何一行成立：填报 kind = other words, cases = 3 时没有结果 [rows-gap]
   5 | method by_kind = when { kind = "new" -> 100%;  kind = "old" and cases > 5 -> 50% }
     |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 为这种情形加一行，或在最后加上 `其他 -> …`
rules.heng:5:18: 警告: kind = old and 0 ≤ cases ≤ 5 时没有任何一行成立：填报 kind = old, cases = 3 时没有结果 [rows-gap]
   5 | method by_kind = when { kind = "new" -> 100%;  kind = "old" and cases > 5 -> 50% }
     |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 为这种情形加一行，或在最后加上 `其他 -> …`
rules.heng:10:31: 警告: 50 < cases < 51 时没有任何一行成立：填报 cases = 50.5 时没有结果 [rows-gap]
  10 | indicator E weight 10 { score linear cases { 0 .. 50 -> 0 .. 5;  51 .. 100 -> 6 .. 10 } }
     |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
改法: 让各段首尾相接；或只写各点，两端之外按端点取值
