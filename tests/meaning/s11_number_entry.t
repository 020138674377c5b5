S11: a bare actual against % is x %, also where it is entered under a name declared as a plain number: 50 of at least 95% is 50 %, and
earns 50/95 × 10 = 100/19; it is not 5000 % and met.
==> rules.heng
rules "number entry"
given n: number
indicator P weight 10 { actual n; target >= 95%; credit proportional }
$ heng score rules.heng --set n=50 --format csv | awk -F, '$4 == "indicator" { print $7, $10 }'
100/19 missed
