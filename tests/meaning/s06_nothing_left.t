S6: where rounding the ends of a discretion leaves nothing, the lower end stays.  50 % ..< 50.02 % of 10 is 5 ..< 5.002;
to 2 places the ends are 5.00 and 5.00, the upper one left out: 5.00.
A band whose ends round apart stays as it was: 33.333 % ..< 66.666 % of 10: 3.33 ..< 6.67.
==> rules.heng
rules "narrow bands"
rounding 2
given r: text
levels narrow { good "good" -> 50% ..< 50.02%; bad "bad" -> 0% ..< 50% }
levels thirds { upper "upper" -> 66.666% .. 100%; middle "middle" -> 33.333% ..< 66.666%; lower "lower" -> 0% ..< 33.333% }
indicator Narrow weight 10 { target "x"; credit narrow; reported r }
indicator Thirds weight 10 { target "x"; credit thirds; reported r }
==> data.csv
form,Narrow,Thirds,r
1,good,middle,5
2,good,middle,6.67
3,good,middle,6.66
==> show from show
$ sh show --rows rules.heng data.csv
Narrow: 5 met agrees
Thirds: 3.33..6.67 (-) partly agrees

Narrow: 5 met contradicted
Thirds: 3.33..6.67 (-) partly contradicted

Narrow: 5 met contradicted
Thirds: 3.33..6.67 (-) partly agrees
