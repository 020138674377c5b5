S8: how each kind of target earns.  Weight 10 each, rounded to 2 places.
 57 of ≥60: 95 %: 9.5.  -5 of ≥60: not below 0.  60 of >60: all of it, though missed.
 10 against <10: 10/10 and 1 - 0/10 both give all of it, though missed.
 98 % of =100%: 9.80, not 0.  100 %: 10.  102 % of =100%: full (preferred), or no formula: 0 ..< 10; 10 and 9 are each
 excluded by one reading; 10.5 by both.
 Missed where there is no formula, 0 % ..< 100 %: -15 % against ≤-30% (never 200 %), 1 against ≤0: full marks are
 contradicted, anything below agrees.  A day late: the same.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,at least,10,≥60场,57场,9.5
1,negative,10,≥60,-5,0
1,over,10,>60,60,10
1,under,10,<10,10,10
1,exact below,10,=100%,98%,9.80
1,exact below as none,10,=100%,98%,0
1,exact,10,=100%,100%,10
1,exact above,10,=100%,102%,10
1,exact above less,10,=100%,102%,9
1,exact above more,10,=100%,102%,10.5
1,falls too little,10,≤-30%,-15%,10
1,falls less,10,≤-30%,-15%,9.99
1,falls enough,10,≤-30%,-45%,10
1,zero missed,10,≤0起,1起,10
1,zero missed none,10,≤0起,1起,0
1,zero met,10,≤0起,0起,10
1,late,10,2022年6月30日前完成,2022年7月1日,10
1,late less,10,2022年6月30日前完成,2022年7月1日,5
1,in time,10,2022年6月30日前完成,2022年6月30日,10
$ sh show --rows rows.heng rows.csv
at least: 9.5 missed agrees
negative: 0 missed agrees
over: 10 missed agrees
under: 10 missed agrees
exact below: 9.8 missed agrees
exact below as none: 9.8 missed contradicted
exact: 10 met agrees
exact above: 0..10 (10) missed unverifiable
exact above less: 0..10 (10) missed unverifiable
exact above more: 0..10 (10) missed contradicted
falls too little: 0..10 (-) missed contradicted
falls less: 0..10 (-) missed agrees
falls enough: 10 met agrees
zero missed: 0..10 (-) missed contradicted
zero missed none: 0..10 (-) missed agrees
zero met: 10 met agrees
late: 0..10 (-) missed contradicted
late less: 0..10 (-) missed agrees
in time: 10 met agrees
