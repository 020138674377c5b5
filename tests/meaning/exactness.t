Numbers are exact; only rules round.
0.1 + 0.2 = 0.3; 1/3 × 3 = 1; 2/3 stays a fraction.  Ties go away from zero for both signs: 0.005 -> 0.01, -0.005 -> -0.01, 1.005 -> 1.01,
2.675 -> 2.68 (binary fractions give 1.00 and 2.67), -2.5 -> -3.  half_even: 0.005 -> 0, 0.015 -> 0.02, -0.025 -> -0.02.
up is towards the greater: 0.001 -> 0.01, -0.009 -> 0; down towards the smaller: 0.009 -> 0, -0.001 -> -0.01.
==> rules.heng
rules "exact"
indicator Sum weight 1 { score 0.1 + 0.2 }
indicator Thirds weight 1 { score 1 / 3 * 3 }
indicator Fraction weight 1 { score 2 / 3 }
check "sum" 0.1 + 0.2 = 0.3
check "thirds" 1 / 3 * 3 = 1 and 1 - 1 / 3 - 1 / 3 - 1 / 3 = 0
check "tie" round(0.005, 2) = 0.01 and round(1.005, 2) = 1.01 and round(2.675, 2) = 2.68 and round(2.5) = 3
check "negative tie" round(-0.005, 2) = -0.01 and round(-1.005, 2) = -1.01 and round(-2.5) = -3
check "even" half_even(0.005, 2) = 0 and half_even(0.015, 2) = 0.02 and half_even(-0.025, 2) = -0.02
check "up" up(0.001, 2) = 0.01 and up(-0.009, 2) = 0
check "down" down(0.009, 2) = 0 and down(-0.001, 2) = -0.01
check "near tie" round(0.0049999999999999999999999999999999999999, 2) = 0
check "fails" 0.1 + 0.2 = 0.30000000000000004
$ heng score rules.heng --format csv | awk -F, '$4 == "indicator" { print $3, $7 }'
Sum 0.3
Thirds 1
Fraction 2/3
$ heng score rules.heng --format json | awk -F'"' '$2 == "message" { m = $4 } $2 == "holds" { print m ": " $4 }'
sum: yes
thirds: yes
tie: yes
negative tie: yes
even: yes
up: yes
down: yes
near tie: yes
fails: no
