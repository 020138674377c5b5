S3: an operation gives the smallest range that holds its results; ends closed exactly if attained; each use of a name is
independent; division leaves out the divisor 0.
Worked by hand (x is entered as "1-3"):
 "≤15" against ≤12, inverse: up to 12 is met, above it 12/A falls to 12/15 = 80 %: 8 .. 10, both attained.
 5 + x - x with x in 1 .. 3: 5 + (-2 .. 2) = 3 .. 7.       x * x: 1 .. 9.
 10 / z with z in 0 .. 5: 10/5 = 2 and anything above, at most the weight 20.     z in -5 .. 5: all numbers: 0 .. 20.
 z exactly 0 gives no result (S5).
==> rules.heng
rules "ranges"
given a: number
given x: number
given z: number in 0 .. 5
given s: number in -5 .. 5
indicator Inverse weight 10 { target <= 12; actual a; credit inverse }
indicator Apart weight 10 { score 5 + x - x }
indicator Square weight 10 { score x * x }
indicator Quotient weight 20 { score 10 / z }
indicator Both weight 20 { score 10 / s }
==> show from show
$ sh show --rows rules.heng --set a=≤15 --set x=1-3 | cut -d' ' -f1,2
Inverse: 8..10
Apart: 3..7
Square: 1..9
Quotient: 2..20
Both: 0..20
$ sh show --rows rules.heng --set a=12 --set x=2 --set z=0 --set s=4 | cut -d' ' -f1-
Inverse: 10 met
Apart: 5 partly
Square: 4 partly
Quotient: -..- (-) error
Both: 2.5 partly
