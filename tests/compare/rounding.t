Another rounding, two places before and none after.  By hand, of 10 points: 73.62 / 86.66 × 10 is 8.4952…, 8.50, then 8:
-0.5.  1 / 3 × 10 is 3.33, then 3: -0.33.  2 / 3 × 10 is 6.67, then 7: +0.33.
Taken together with a target that is raised from 3 to 4 the order is told: first the target, as the old rounding
gives it - 1/4 of 10 is 2.50: -0.83 - then the rounding, 3 (half up): +0.5.
==> old.heng
rules "Rounding"
rounding 2
given a, b: number
indicator Share weight 10 { actual a / b; target >= 1; credit proportional }
==> new.heng
rules "Rounding"
rounding 0
given a, b: number
indicator Share weight 10 { actual a / b; target >= 1; credit proportional }
==> data.csv
id,a,b
x,73.62,86.66
y,1,3
z,2,3
$ heng compare old.heng new.heng data.csv --lang en
old: Rounding (old.heng)
new: Rounding (new.heng)
3 forms, 3 changed
  up       1 form, +0.33
  down     2 forms, -0.83

changed clauses, in the order in which they were swapped
  1  changed
     - rounding 2
     + rounding 0
     old.heng:2 -> new.heng:2
     up 1 form, +0.33; down 2 forms, -0.83; moves Share

largest changes
  x  8.5 -> 8  -0.5
    1  rounding 0  -0.5
      Share: 8.5 -> 8  -0.5 (1)
  y  3.33 -> 3  -0.33
    1  rounding 0  -0.33
      Share: 3.33 -> 3  -0.33 (1)
  z  6.67 -> 7  +0.33
    1  rounding 0  +0.33
      Share: 6.67 -> 7  +0.33 (1)
? 1
==> old2.heng
rules "Rounding"
rounding 2
indicator N weight 10 { target >= 3; credit proportional }
==> new2.heng
rules "Rounding"
rounding 0
indicator N weight 10 { target >= 4; credit proportional }
$ heng compare old2.heng new2.heng --set N=1 --lang en
old: Rounding (old2.heng)
new: Rounding (new2.heng)
1 form, 1 changed
  down     1 form, -0.33

changed clauses, in the order in which they were swapped
  1  N: changed
     - target >= 3
     + target >= 4
     old2.heng:3 -> new2.heng:3
     down 1 form, -0.83; moves N
  2  changed
     - rounding 2
     + rounding 0
     old2.heng:2 -> new2.heng:2
     up 1 form, +0.5; moves N

largest changes
  1  3.33 -> 3  -0.33
    1  N: target >= 4  -0.83
    2  rounding 0  +0.5
      N: 3.33 -> 3  -0.83 (1), +0.5 (2)
? 1
