Rules for rows: a method with a row that is never reached is told, though targets and actuals are in the data; a name that
nothing uses too.  What only the data can say is not guessed at: the method has no row for words, and no target is known.
==> rules.heng
given n: number
spare = 3
method m = when {
    target is at_least and target.value > 5  -> 100%
    target is at_least and target.value > 10 -> 50%
    target is at_most                        -> 0%
}
each row of entries by form_id {
    group level1
    indicator name
    weight 'weight'
    target target_text
    actual actual_text
    credit m
}
check "rows weigh 100" total.weight = 100
check "few" n < 5
$ heng check --lang en rules.heng
rules.heng:2:1: warning: nothing uses 'spare' [name-unused]
   2 | spare = 3
     | ^^^^^
help: use it, or leave it out
rules.heng:5:5: warning: the row `target is at_least and target.value > 10` is never reached: rows before it hold wherever it does [row-masked]
   5 |     target is at_least and target.value > 10 -> 50%
     |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
rules.heng:4:5: note: `target is at_least and target.value > 5` comes first
   4 |     target is at_least and target.value > 5  -> 100%
     |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: put the narrower row first, or leave it out
