S13 with S9: pairs whose method admits several formulas.  ≤80、≤90 with 100、90, weight 10: the first pair earns 80/100 = 80 % (inverse)
or 1 - 20/80 = 75 % (overrun), the second is met: 8 .. 10 or 7.5 .. 10, whatever the order of the pairs.
7.6 is held by the second formula alone and agrees; 7.4 by none.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,missed first,10,≤80、≤90,100、90,7.6
1,missed last,10,≤90、≤80,90、100,7.6
1,below,10,≤80、≤90,100、90,7.4
1,inverse,10,≤80、≤90,100、90,8
$ sh show --rows rows.heng rows.csv
missed first: 7.5..10 (-) partly agrees
missed last: 7.5..10 (-) partly agrees
below: 7.5..10 (-) partly contradicted
inverse: 7.5..10 (-) partly agrees
