S14: a level or its synonym must be the whole cell, longest first; 未 不 没 or an unlisted prefix before it is unreadable;
text equal to its target is the achieved level; 完成 meets a deadline at its word (a finding) and is unreadable against a
number.  Weight 10: 达成 8 .. 10, 部分达成 6 ..< 8, 未达成 0 ..< 6.
未完成 and 基本完成 are no listed words of this scale: any value.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,not done,10,持续影响,未完成,10
1,basically,10,持续影响,基本完成,10
1,done,10,持续影响,完成,8
1,done low,10,持续影响,完成,7.99
1,partly,10,持续影响,部分达成,7.99
1,missed,10,持续影响,未达成,6
1,own words,10,持续影响,持续影响,10
1,other words,10,持续影响,影响较好,10
1,deadline,10,2022年底前完成,完成,10
1,in time,10,2022年底前完成,按时完成,10
1,deadline missed,10,2022年底前完成,未完成,10
1,number,10,≥3次,完成,10
$ sh show --rows rows.heng rows.csv
not done: 0..10 (-) missing unverifiable !
basically: 0..10 (-) missing unverifiable !
done: 8..10 (-) met agrees
done low: 8..10 (-) met contradicted
partly: 6..8 (-) partly agrees
missed: 0..6 (-) missed contradicted
own words: 8..10 (-) met agrees
other words: 0..10 (-) missing unverifiable !
deadline: 10 met agrees !
in time: 10 met agrees !
deadline missed: 0..10 (-) missing unverifiable !
number: 0..10 (-) missing unverifiable !
