In a flag or `required` of an indicator or group `score` and `credit` are what came out, deducted, limited and rounded.  A: 2/3 of 10
is 6.666…, less 1: 5.666…, rounded 5.67.
==> rules.heng
rules "flags"
rounding 2
given why: text
indicator A weight 10 { target >= 3; credit proportional; deduct 1; required why when score < weight; flag "A: {score}" when credit < 80% }
group G { indicator B weight 10 { target >= 5; credit proportional }
    flag "G: {score}" when score < 5 }
$ heng score rules.heng --set A=2 --set B=1 | grep -E '^(A|G|flag|required)'
G                                                                   2 / 10
required and missing: why
flag on A: A: 5.67
flag on G: G: 2
