`forms.NAME.score` lists what a part of each form came to: scores 5, 10, 10 of 10; ranks 3, 1, 1 (ties share the better rank); mean 25/3.
==> rules.heng
rules "scores of parts"
given x: number
indicator A weight 10 { actual x; target >= 10; credit proportional }
indicator Mean  points 10 { score mean(forms.A.score) }
flag "rank {rank(A.score, forms.A.score)} of {count(forms.A.credit)}, {rank(x, forms.A)} by value" when yes
==> data.csv
form,x
a,5
b,10
c,12
$ heng score rules.heng data.csv --format csv --wide
form,A,Mean,total,grade
a,5,25/3,40/3,
b,10,25/3,55/3,
c,10,25/3,55/3,
$ heng score rules.heng data.csv --explain | grep -E '^(form [a-c]|flag)'
form a
flag: rank 3 of 3, 3 by value
form b
flag: rank 1 of 3, 2 by value
form c
flag: rank 1 of 3, 1 by value
