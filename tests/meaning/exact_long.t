200 multiplications are exact: 1.01^200 has 400 decimals, the first 7.31601785182994045388458833896083404665, the last ones
27699270208599020001 (worked out with decimals of 900 digits).  Divided 200 times again it is 1.  (3/7)^200 * (7/3)^200 = 1.
$ { echo 'rules "long"'; printf 'p = 1'; for i in $(seq 200); do printf ' * 1.01'; done; echo; printf 'q = p'; for i in $(seq 200); do printf ' / 1.01'; done; echo; } > long.heng
$ echo 'indicator P weight 10 { score p }; indicator Q weight 10 { score q }; indicator R weight 10 { score (3 / 7) ^ 200 * (7 / 3) ^ 200 }; indicator S weight 10 { score 1.01 ^ 200 - p }' >> long.heng
$ heng score long.heng --format csv | awk -F, '$3 == "P" { print length($7), substr($7, 1, 40), substr($7, 383) }'
402 7.31601785182994045388458833896083404665 27699270208599020001
$ heng score long.heng --format csv | awk -F, '$3 == "Q" || $3 == "R" || $3 == "S" { print $3, $7 }'
Q 1
R 1
S 0
