S13: equal counts pair in order, the credit is any from the least to the greatest pair (discretion), unless the rule says.
≥80%、≥90% with 80%、45%: 100 % and 50 %: 5 .. 10, both admitted.  With a slash or ；the same.  parts min: 50 %: 5; mean: 75 %: 7.5.
One actual for 各不少于3次, 2次: each 2/3: 6.67, never contradicted.  Three values for two: missing.
12,000册: a comma before exactly three digits groups them.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,low,10,≥80%、≥90%,80%、45%,5
1,middle,10,≥80%、≥90%,80%、45%,7
1,high,10,≥80%、≥90%,80%、45%,10
1,below,10,≥80%、≥90%,80%、45%,4.99
1,semicolon,10,≥80%；≥90%,80%；45%,7
1,slash,10,≥80%/≥90%,80%/45%,7
1,all met,10,≥80%、≥90%,80%、90%,10
1,each,10,各不少于3次,2次,6.67
1,each full,10,各不少于3次,2次,10
1,unequal,10,≥80%、≥90%,80%、90%、95%,10
1,grouped,10,≥12000册,"12,000册",10
$ sh show --rows rows.heng rows.csv
low: 5..10 (-) partly agrees
middle: 5..10 (-) partly agrees
high: 5..10 (-) partly agrees
below: 5..10 (-) partly contradicted
semicolon: 5..10 (-) partly agrees
slash: 5..10 (-) partly agrees
all met: 10 met agrees
each: 6.67 missed agrees !
each full: 6.67 missed unverifiable !
unequal: 0..10 (-) missing unverifiable !
grouped: 10 met agrees
$ sed 's/    自报 r/    自报 r；各项 min/' rows.heng > min.heng; sh show --rows min.heng rows.csv | head -2
low: 5 partly agrees
middle: 5 partly contradicted
$ sed 's/    自报 r/    自报 r；各项 平均值/' rows.heng > mean.heng; sh show --rows mean.heng rows.csv | head -2
low: 7.5 partly contradicted
middle: 7.5 partly contradicted
