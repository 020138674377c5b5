Each verdict, worked out from the meaning of a reported score.  What is worked out has 2 places, by the rules.
W1        60 % of 1 is 0.6: 1 would be full for less than full.
cut       73.62/86.66 of 10 is 8.4952…, to 2 places 8.50: 8.49 is cut off, not rounded.  fits 8.50, one 8.5, none 8.
half      4446 of 10000 of 10 is 4.446, to 2 places 4.45: 4.4 is 4.446 with one place, 4.5 is 4.45 with one.  4.3 is neither.
tiny      4 of 1000 of 10 is 0.04: 0 would be none for some.  almost: 9.96 of 10 is not 10.
inverse   90/105 of 10 is 8.57 expected, 1 - 15/90 gives 8.33: both agree; 8.45 lies between them and is neither.
equal     98 % where 100 % is asked for: 9.80.     drop: -15 % where at most -30 % is asked for, no formula: full marks are wrong, 3 is not.
low       below 80 %, where 80 % is the target: 0 up to 10, and 79.999 % would be 10.00: possible.
cost      42.3 without a sign, 61.1, of 15: at most, 10.38 (or 8.33); at least, 15: not contradicted.  19 is too much.
plain     98 against 95 % is 98 %.  fraction: 0.95 is 95 % or 0.95 %: full or 0.10.  about: full expected, not known.
pairs     80 % of 80 %, 45 % of 90 %: from 5 to 10.  5, 7.5 and 10 agree, 4.99 does not.
partly    60 % up to, not with, 80 % of 7: 4.2 agrees, 5.59 agrees, 5.6 and 4.19 do not.
achieved  80 % to 100 % of 7: 5.6 and 7 agree, 5.59 does not.   missed: 0 up to, not with, 4.2: 0 and 4.19 agree, 4.2 not.
bound     at least 90 % of 95 %: 9.47 to 10 (90/95 is 0.9473…): 9.5 is possible, 9.46 is not.
blank     no report, no verdict.   over: 11 of 10.
==> rules.heng
rules "Verdicts"
use 自评
rounding 2 places
each row of rows by form {
    indicator name
    weight w
    target t
    actual a
    reported r
    unsigned at_most when name = "cost", otherwise at_least
    credit 按完成情况
}
==> rows.csv
form,name,t,a,w,r
1,W1,≥100,60,1,1
1,cut,≥86.66,73.62,10,8.49
1,fits,≥86.66,73.62,10,8.50
1,one,≥86.66,73.62,10,8.5
1,none,≥86.66,73.62,10,8
1,half,≥10000,4446,10,4.4
1,half,≥10000,4446,10,4.5
1,half,≥10000,4446,10,4.3
1,tiny,≥1000,4,10,0
1,almost,≥10000,9960,10,10
1,inverse,≤90,105,10,8.57
1,inverse,≤90,105,10,8.33
1,inverse,≤90,105,10,8.45
1,equal,=100%,98%,10,9.80
1,drop,≤-30%,-15%,10,10
1,drop,≤-30%,-15%,10,3
1,low,≥80%,低于80%,10,10.00
1,cost,42.3,61.1,15,15
1,cost,42.3,61.1,15,10.38
1,cost,42.3,61.1,15,19
1,plain,≥95%,98,10,10
1,fraction,≥95%,0.95,10,10
1,fraction,≥95%,0.95,10,0.10
1,about,≥95%,约95%,10,10
1,pairs,≥80%、≥90%,80%、45%,10,5
1,pairs,≥80%、≥90%,80%、45%,10,7.5
1,pairs,≥80%、≥90%,80%、45%,10,10
1,pairs,≥80%、≥90%,80%、45%,10,4.99
1,partly,提高,部分达成,7,4.2
1,partly,提高,部分达成,7,5.59
1,partly,提高,部分达成,7,5.6
1,partly,提高,部分达成,7,4.19
1,achieved,提高,达成,7,5.6
1,achieved,提高,达成,7,7
1,achieved,提高,达成,7,5.59
1,missed,提高,未达成,7,0
1,missed,提高,未达成,7,4.19
1,missed,提高,未达成,7,4.2
1,bound,≥95%,≥90%,10,9.5
1,bound,≥95%,≥90%,10,9.46
1,blank,≥95%,95%,10,
1,over,≥95%,95%,10,11
$ heng replay rules.heng rows.csv --format csv --all | cut -d, -f4,6,7,8,9,10,11 | grep -E ',(agrees|rounded|contradicted|unverifiable),'
W1,1,0.6,0.6,0.6,contradicted,certain
cut,8.49,8.5,8.5,8.5,contradicted,certain
half,4.3,4.45,4.45,4.45,contradicted,certain
tiny,0,0.04,0.04,0.04,contradicted,certain
almost,10,9.96,9.96,9.96,contradicted,certain
inverse,8.45,8.57,8.33,8.57,contradicted,certain
drop,10,,0,10,contradicted,certain
low,10.00,,0,10,unverifiable,judgement
cost,15,10.38,8.33,15,unverifiable,judgement
cost,10.38,10.38,8.33,15,unverifiable,judgement
cost,19,10.38,8.33,15,contradicted,certain
fraction,10,10,0.1,10,unverifiable,judgement
fraction,0.10,10,0.1,10,unverifiable,judgement
about,10,10,0,10,unverifiable,judgement
pairs,4.99,,5,10,contradicted,certain
partly,5.6,,4.2,5.6,contradicted,certain
partly,4.19,,4.2,5.6,contradicted,certain
achieved,5.59,,5.6,7,contradicted,certain
missed,4.2,,0,4.2,contradicted,certain
bound,9.5,,9.47,10,unverifiable,judgement
bound,9.46,,9.47,10,contradicted,certain
over,11,10,10,10,contradicted,certain
fits,8.50,8.5,8.5,8.5,agrees,certain
one,8.5,8.5,8.5,8.5,agrees,certain
none,8,8.5,8.5,8.5,rounded,judgement
half,4.4,4.45,4.45,4.45,rounded,judgement
half,4.5,4.45,4.45,4.45,rounded,judgement
inverse,8.57,8.57,8.33,8.57,agrees,certain
inverse,8.33,8.57,8.33,8.57,agrees,certain
equal,9.80,9.8,9.8,9.8,agrees,certain
drop,3,,0,10,agrees,certain
plain,10,10,10,10,agrees,certain
pairs,5,,5,10,agrees,certain
pairs,7.5,,5,10,agrees,certain
pairs,10,,5,10,agrees,certain
partly,4.2,,4.2,5.6,agrees,certain
partly,5.59,,4.2,5.6,agrees,certain
achieved,5.6,,5.6,7,agrees,certain
achieved,7,,5.6,7,agrees,certain
missed,0,,0,4.2,agrees,certain
missed,4.19,,0,4.2,agrees,certain
