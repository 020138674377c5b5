S5: where some values have no result, nothing certain is said.  No band holds between 5 and 10: x = 6-12 may have no result, which
counts as 0 .. weight; x = 6 has none; x = 12 gives 7.  An error in `applies` or in an adjustment is no certain value either.
==> rules.heng
rules "perhaps"
given x, r: number
indicator I weight 10 { score steps x { 0 .. 5 -> 5; 10 .. 20 -> 7; > 20 -> 9 }; reported r }
$ for x in 6-12 6 12; do heng score rules.heng --set x=$x --set r=0 --format csv | grep ',I,' | cut -d, -f8,9,10; done
0,10,unknown
,,error
7,7,partly
$ heng score rules.heng --set x=6-12 --set r=0 | grep reported
    reported 0: cannot be verified
==> applies.heng
rules "applies"
given a, b: number
indicator P weight 10 { applies when a / b > 1; score 7 }
indicator Q weight 10 { score 5 }
adjust "x" + a / b, at most 3
$ heng score applies.heng --set a=1 --set b=0 --format csv | cut -d, -f3,8,9,10
name,low,high,status
P,,,error
Q,5,5,partly
x,,3,error
total,,18,unknown
