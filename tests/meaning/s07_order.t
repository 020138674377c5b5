S7: credit is clamped to 0 .. 100 % (the image), times the weight, then rounded; a score is clamped to 0 .. weight; clamping
is a finding only where no value of the range was inside.
 Credit 60/50 = 120 %: 10, told.  40-60: 80 % .. 120 %: 8 .. 10, not told (the finding is
 that 40-60 is no value, S12).  60-70: 120 % .. 140 %: exactly 10, told.
 Weight 7, 2/3: 4.6667 rounds to 4.67 (rounding the credit first would give 4.69).
 Points 12 of 10: 10, told; -3: 0, told.  A bare deduction has no weight and no floor: -2 in the total.
==> rules.heng
rules "order"
rounding 2
given x, p: number
indicator Ratio weight 10 { credit x / 50 }
indicator Thirds weight 7 { credit 2 / 3 }
indicator Points weight 10 { score p }
group Penalties { deduct 2 }
==> show from show
$ sh show rules.heng --set x=60 --set p=12 | sed 's/^\(Penalties: -2\) .*/\1/'
total: 22.67 partly
grade: none
Ratio: 10 met !
Thirds: 4.67 partly
Points: 10 met !
Penalties: -2
$ sh show --rows rules.heng --set x=40-60 --set p=-3 | head -3
Ratio: 8..10 (-) unknown !
Thirds: 4.67 partly
Points: 0 missed !
$ sh show --rows rules.heng --set x=60-70 --set p=4 | head -3
Ratio: 10 met !
Thirds: 4.67 partly
Points: 4 partly
$ heng score rules.heng --set x=40-60 --set p=1 | grep -c capped
0
? 1
$ heng score rules.heng --set x=60-70 --set p=1 | grep -c capped
1
