A test may declare indicators of its own, to try methods: they are no part of the scheme.  By hand: 3 of 4 is 75% of 10, 7.5, twice is over full marks.
==> methods.heng
rules "Methods"
method doubled = when { actual meets target -> 100%; otherwise -> min(2 * actual / target.value, 100%) }
method never_used = 50%
test "doubled" {
    indicator X weight 10 { target >= 4 份; credit doubled }
    given share: rate
    indicator Y weight 10 { actual share; target >= 80%; credit proportional }
    set X = 1 份, share = 60%
    expect X.score = 5
    expect Y.score = 7.5
    set X = 3 份
    expect X.score = 10
    expect X.score = 9
}
test "broken" {
    indicator Z weight 10 { target >= 4 份; credit doubld }
    expect Z.score = 1
}
$ heng check --lang en methods.heng
$ heng test --lang en --coverage methods.heng
methods.heng:13:12: failed "doubled": X.score: expected 9, got 10 (+1)
    X: target ≥ 4份, entered "3份": missed; doubled: min(2 × 3份 ÷ 4份, 100%) = 100%
methods.heng:15:1: failed "broken": the test's own rules have mistakes
methods.heng:16:51: error: nothing is called 'doubld' [name-unknown]
  16 |     indicator Z weight 10 { target >= 4 份; credit doubld }
     |                                                    ^^^^^^
help: did you mean `doubled`?
methods.heng:2:25: branch 'actual meets target -> 100%': not tried
methods.heng:3:8: clause 'never_used': not tried
methods.heng: covered 1 of 2 clauses, 1 of 2 branches, 0 of 0 edges
0 passed, 2 failed
? 1
