sqrt, ln, exp and powers that are not whole are rounded to 34 significant digits and exact from there on.  Beside each, the
digits that follow:
sqrt 2 …698|0785; sqrt 3 …872|3669; ln 2 …1765|6807 (up); ln 10 …364|2076; e …662|4977; 1/e …4608|6744 (up); the cube root of 2
…228|3505; 10^0.1 …800|6060 (up).  sqrt 10000 = 100 and 1.1^2 = 1.21 are exact; ln 1 = 0, exp 0 = 1.
==> rules.heng
rules "functions"
indicator Sqrt2 weight 9 { score sqrt(2) }
indicator Sqrt3 weight 9 { score sqrt(3) }
indicator Ln2 weight 9 { score ln(2) }
indicator Ln10 weight 9 { score ln(10) }
indicator Exp1 weight 9 { score exp(1) }
indicator Exp_1 weight 9 { score exp(-1) }
indicator Cube weight 9 { score 2 ^ (1 / 3) }
indicator Tenth weight 9 { score 10 ^ 0.1 }
indicator Exact weight 101 { score sqrt(10000) }
indicator Square weight 9 { score 1.1 ^ 2 }
indicator Ln1 weight 9 { score ln(1) }
indicator Exp0 weight 9 { score exp(0) }
indicator Root weight 9 { score 4 ^ 0.5 }
$ heng score rules.heng --format csv | awk -F, '$4 == "indicator" { print $3, $7 }'
Sqrt2 1.414213562373095048801688724209698
Sqrt3 1.732050807568877293527446341505872
Ln2 0.6931471805599453094172321214581766
Ln10 2.302585092994045684017991454684364
Exp1 2.718281828459045235360287471352662
Exp_1 0.3678794411714423215955237701614609
Cube 1.259921049894873164767210607278228
Tenth 1.258925411794167210423954106395801
Exact 100
Square 1.21
Ln1 0
Exp0 1
Root 2
