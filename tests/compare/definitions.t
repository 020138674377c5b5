Of changed definitions - an entry's further name, a constant, a function - each is a clause of its own with its own
effect, and what merely uses them has not changed.  By hand, X of 10 is a × factor, less 1 where late; Y is a:
n1  a = 4: 4 × 2 = 8, less 1 for 6 days: 7; Y 4: 11.  Then factor 1.5: 6, less 1: 5 (-2); late from 10 days on: 6 (+1).
n2  a = 2, 0 days: 4; Y 2: 6.  Then 3: -1.
==> old.heng
rules "Definitions"
given a: number
given days: number
factor = 2
function late(d: number) = when { d > 5 -> 1; otherwise -> 0 }
indicator X points 10 { score a * factor; deduct late(days) }
indicator Y points 5 { score a }
==> new.heng
rules "Definitions"
given amount "a": number
given days: number
factor = 1.5
function late(d: number) = when { d > 10 -> 1; otherwise -> 0 }
indicator X points 10 { score amount * factor; deduct late(days) }
indicator Y points 5 { score amount }
==> data.csv
id,a,days
n1,4,6
n2,2,0
$ heng compare old.heng new.heng data.csv --lang en
old: Definitions (old.heng)
new: Definitions (new.heng)
2 forms, 2 changed
  down     2 forms, -2

changed clauses, in the order in which they were swapped
  1  changed
     - given a: number
     + given amount "a": number
     old.heng:2 -> new.heng:2
     no effect on these forms
  2  changed
     - factor = 2
     + factor = 1.5
     old.heng:4 -> new.heng:4
     down 2 forms, -3; moves X
  3  changed
     - function late(d: number) = when { d > 5 -> 1; otherwise -> 0 }
     + function late(d: number) = when { d > 10 -> 1; otherwise -> 0 }
     old.heng:5 -> new.heng:5
     up 1 form, +1; moves X

largest changes
  n1  11 -> 10  -1
    2  factor = 1.5  -2
    3  function late(d: number) = when { d > 10 -> 1; otherwise ->…  +1
      X: 7 -> 6  -2 (2), +1 (3)
  n2  6 -> 5  -1
    2  factor = 1.5  -1
      X: 4 -> 3  -1 (2)
? 1
