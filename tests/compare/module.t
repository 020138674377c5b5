A module beside the rule file is a change as a whole.  By hand, Q of 10 at >= 10: half met gives 50 %, then 40 %: -1.
==> old/scheme.heng
rules "Module" version "1"
use mine
indicator Q weight 10 { target >= 10; credit pass }
==> old/mine.heng
method pass = when { actual meets target -> 100%; otherwise -> 50% }
==> new/scheme.heng
rules "Module" version "2"
use mine
indicator Q weight 10 { target >= 10; credit pass }
==> new/mine.heng
method pass = when { actual meets target -> 100%; otherwise -> 40% }
==> data.csv
id,Q
a,5
b,10
$ heng compare old/scheme.heng new/scheme.heng data.csv --lang en
old: Module 1 (old/scheme.heng)
new: Module 2 (new/scheme.heng)
2 forms, 1 changed
  down     1 form, -1
  same     1 form

changed clauses, in the order in which they were swapped
  1  changed file of mine
     old/mine.heng:1 -> new/mine.heng:1
     down 1 form, -1; moves Q

largest changes
  a  5 -> 4  -1
    1  use mine  -1
      Q: 5 -> 4  -1 (1)
? 1
