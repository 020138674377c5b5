S1: a cell may have several readings, preferred first; the score covers all of them, "expected" is that of the preferred
one, the verdict looks at each.
A bare 0.95 against ≥95%: 0.95 as a fraction is met: 10; 0.95 % is 0.0095 / 0.95 = 1 %: 0.10.
Reported 10 and 0.10 follow from one reading each, so neither is contradicted; 5 follows from none, though the
range 0.10 .. 10 holds it.
42.3 without sign against 61.1, weight 15: at least: 15; at most: 42.3/61.1 = 9/13 (inverse) gives 10.3846…, 10.38, and
1 - 18.8/42.3 = 5/9 (overrun) gives 8.3333…, 8.33.  12 follows from no reading.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,fraction,10,≥95%,0.95,10
1,percent,10,≥95%,0.95,0.1
1,between,10,≥95%,0.95,5
1,no sign,15,42.3,61.1,15
1,no sign inverse,15,42.3,61.1,10.38
1,no sign overrun,15,42.3,61.1,8.33
1,no sign none,15,42.3,61.1,12
1,one reading,10,≥95%,95%,10
$ sh show --rows rows.heng rows.csv
fraction: 0.1..10 (10) unknown unverifiable !
percent: 0.1..10 (10) unknown unverifiable !
between: 0.1..10 (10) unknown contradicted !
no sign: 8.33..15 (15) unknown unverifiable !
no sign inverse: 8.33..15 (15) unknown unverifiable !
no sign overrun: 8.33..15 (15) unknown unverifiable !
no sign none: 8.33..15 (15) unknown contradicted !
one reading: 10 met agrees
