A figure other than a score is held against what is printed in the unit the rules reckon in.  By hand: 100 - 60 = 40 万元.
a  40 is 40 万元: agrees.   b  40万元 and  c  400000元 say so.   d  400000 alone is 400000 万元: contradicted.   e  41: contradicted.
f  a score told again as 100 for 1 is no percentage: contradicted.   g  39.99 万元 of 39.987 (100 - 60.013): as rounded.
==> rules.heng
rules "figures"
given budget, spent: amount 万元
given rest, told: text
indicator A weight 1 { target >= 1 万元; actual spent; credit all_or_nothing }
reported budget - spent = rest
reported A.score * 1 = told
==> data.csv
form,budget,spent,rest,told
a,100,60,40,1
b,100,60,40万元,1
c,100,60,400000元,1
d,100,60,400000,1
e,100,60,41,1
f,100,60,40,100
g,100,60.013,39.99,1
$ heng replay rules.heng data.csv --format csv --all --lang en | cut -d, -f1,4-6,10,11
form,name,finding,printed,verdict,sure
a,budget - spent,reported,40,agrees,certain
a,A.score * 1,reported,1,agrees,certain
b,budget - spent,reported,40万元,agrees,certain
b,A.score * 1,reported,1,agrees,certain
c,budget - spent,reported,400000元,agrees,certain
c,A.score * 1,reported,1,agrees,certain
d,budget - spent,reported,400000,contradicted,certain
d,A.score * 1,reported,1,agrees,certain
e,budget - spent,reported,41,contradicted,certain
e,A.score * 1,reported,1,agrees,certain
f,A.score * 1,reported,100,contradicted,certain
f,budget - spent,reported,40,agrees,certain
g,budget - spent,reported,39.99,rounded,judgement
g,A.score * 1,reported,1,agrees,certain
