S9: where the law names no formula a rule admits several; the first is expected.
≤90, 105, weight 10: inverse 90/105 = 8.5714…, 8.57 (expected); overrun 1 - 15/90 = 8.3333…, 8.33.  Both agree; 8.45, between
them, is contradicted.  8.6 is 8.57 printed with one place: rounded.  A third formula, all or nothing, admits 0.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,inverse,10,≤90,105,8.57
1,overrun,10,≤90,105,8.33
1,between,10,≤90,105,8.45
1,one place,10,≤90,105,8.6
1,none,10,≤90,105,0
$ sh show --rows rows.heng rows.csv
inverse: 8.33..8.57 (8.57) missed agrees
overrun: 8.33..8.57 (8.57) missed agrees
between: 8.33..8.57 (8.57) missed contradicted
one place: 8.33..8.57 (8.57) missed rounded
none: 8.33..8.57 (8.57) missed contradicted
==> three.heng
rules "three formulas"
rounding 2
given r: text
indicator A weight 10 { target <= 90; credit any of overrun, inverse, all_or_nothing; reported r }
indicator B weight 10 { target <= 90; credit inverse; reported r }
==> three.csv
form,A,B,r
1,105,105,0
2,105,105,8.33
3,105,105,8.57
$ sh show --rows three.heng three.csv
A: 0..8.57 (8.33) missed agrees
B: 8.57 missed contradicted

A: 0..8.57 (8.33) missed agrees
B: 8.57 missed contradicted

A: 0..8.57 (8.33) missed agrees
B: 8.57 missed agrees
