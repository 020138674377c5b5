S6: a level's band is discretion: its ends are sharp, and rounding rounds the ends.  Evidence gives all rounded values.
部分达成 is 60 % ..< 80 %, weight 7: 4.20 ..< 5.60.  5.6 and 4.19 are contradicted, 4.2 and 5.59 agree.
低于80% against ≥80%, weight 10: anything below 10; 79.99 % / 80 % of 10 is 9.99875, printed 10.00: possible, so not
contradicted and not agreed; the range of rounded values is 0 .. 10.
同上 "低于40%": below 5: 5.00 is possible (4.999 rounds to it), 5.01 is not.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,edge,7,持续影响,部分达成,5.6
1,inside,7,持续影响,部分达成,5.59
1,low edge,7,持续影响,部分达成,4.2
1,below,7,持续影响,部分达成,4.19
1,evidence,10,≥80%,低于80%,10.00
1,half,10,≥80%,低于40%,5.00
1,above half,10,≥80%,低于40%,5.01
$ sh show --rows rows.heng rows.csv
edge: 4.2..5.6 (-) partly contradicted
inside: 4.2..5.6 (-) partly agrees
low edge: 4.2..5.6 (-) partly agrees
below: 4.2..5.6 (-) partly contradicted
evidence: 0..10 (-) missed unverifiable !
half: 0..5 (-) missed unverifiable !
above half: 0..5 (-) missed contradicted !
