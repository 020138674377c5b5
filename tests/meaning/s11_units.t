S11: units of bare numbers.
 98 against ≥95% is 98 %.  0.95 is 95 % (preferred) or 0.95 %: 10, or 1 %: 0.10.  1.2 is 1.2 % (preferred, above 1): 1.2/95 of
 10 = 0.1263…, 0.13; or 120 %: 10.
 73.1 against ≤80万元 is 73.1 万元; 731000元 is the same.  85万 is 85 万元: 80/85 = 9.41 or 1 - 5/80 = 9.375, 9.38.
 57次 of ≥60场: unlike counting words, compared (9.5) but never contradicted.  57个 fits: contradicted.
 8 working days against ≤10天 cannot be converted: missing.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,bare percent,10,≥95%,98,10
1,fraction,10,≥95%,0.95,10
1,above one,10,≥95%,1.2,10
1,bare money,10,≤80万元,73.1,10
1,yuan,10,≤80万元,731000元,10
1,wan,10,≤80万元,85万,9.41
1,other word,10,≥60场,57次,9.5
1,other word full,10,≥60场,57次,10
1,any word,10,≥60场,57个,10
1,work days,10,≤10天,8个工作日,10
$ sh show --rows rows.heng rows.csv
bare percent: 10 met agrees
fraction: 0.1..10 (10) unknown unverifiable !
above one: 0.13..10 (0.13) unknown unverifiable !
bare money: 10 met agrees
yuan: 10 met agrees
wan: 9.38..9.41 (9.41) missed agrees
other word: 9.5 missed agrees !
other word full: 9.5 missed unverifiable !
any word: 9.5 missed contradicted
work days: 0..10 (-) missing unverifiable !
