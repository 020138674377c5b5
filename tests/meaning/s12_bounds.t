S12: a bound as the actual is taken at its word and always a finding.
 ≥95% against ≥95%: met.  约95%: expected met, range as missing.  近100人 is below 100: missed, anything below 10, which may
 print as 10.00.  100余人 is 100 or more: met.  55-60场 of ≥60场: 55/60 = 9.1667, 9.17 .. 10; not met by all of it.
 80-90%: the first takes the second's unit: met by all of it.
 "≤15" against ≤12 (inverse, overrun): 12/15 = 8 or 1 - 3/12 = 7.5 up to 10; 7 is below both.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,bound,10,≥95%,≥95%,10
1,about,10,≥95%,约95%,10
1,nearly,10,≥100人,近100人,10.00
1,nearly two,10,≥100人,近50人,5.01
1,more than,10,≥100人,100余人,10
1,range,10,≥60场,55-60场,10
1,range below,10,≥60场,55-60场,9.1
1,range met,10,≥80%,80-90%,10
1,at most,10,≤12,≤15,8
1,at most low,10,≤12,≤15,7
$ sh show --rows rows.heng rows.csv
bound: 10 met agrees !
about: 0..10 (10) unknown unverifiable !
nearly: 0..10 (-) missed unverifiable !
nearly two: 0..5 (-) missed contradicted !
more than: 10 met agrees !
range: 9.17..10 (-) unknown unverifiable !
range below: 9.17..10 (-) unknown contradicted !
range met: 10 met agrees !
at most: 7.5..10 (-) unknown unverifiable !
at most low: 7.5..10 (-) unknown contradicted !
