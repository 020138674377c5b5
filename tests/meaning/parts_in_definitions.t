`parts` in a definition means the parts around it: of the group where it stands in one, else of the whole scheme; what an indicator
needs cannot ask for them.  A 1 of 5 and B 5 of 5: 2 and 10 points, mean 6, n = 1, m = 2; one part (the group, 6 of 20) below 65 %.
==> rules.heng
rules "parts"
m = n + 1
n = count(parts.credit < 65%)
group G weight 20 {
    average = sum(parts.score) / count(parts.score)
    indicator A weight 10 { target >= 5; credit proportional }
    indicator B weight 10 { target >= 5; credit proportional }
    score average
    flag "average {average}" when average > 0
}
adjust "one part is low" + 2 when count(parts.credit < 65%) = 1
check "m is 2" m = 2
==> circle.heng
rules "circle"
n = count(parts.credit < 65%)
indicator A weight 10 { score n }
$ heng score rules.heng --set A=1 --set B=5 | grep -E '^(G|adj|check|flag|total)'
G                                                                   6 / 20
flag on G: average 6
adjustment "one part is low": 2
total 8 / 20
$ heng check circle.heng
circle.heng:2:11: error: `parts` cannot be listed here [list-not-here]
   2 | n = count(parts.credit < 65%)
     |           ^^^^^^^^^^^^^^^^^^
? 1
