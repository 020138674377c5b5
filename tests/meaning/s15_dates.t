S15: a deadline is the end of the named day, month or year, in the form's own year if none is given; a coarse date is a range
of days; a target date without 前 means then or earlier.  Missed dates have no formula: 0 ..< 10 (S8).
 年底前完成 in 2022 is 2022-12-31.  3月前 is the end of February or of March: 3月15日 meets one of them.
 2022年6月 against 6月15日前: some of its days meet it.  Against 2022年6月: all of them.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,year,name,w,t,a,r
1,2022,own year,10,年底前完成,2022年12月31日,10
1,2022,next year,10,年底前完成,2023年1月1日,10
1,2022,at its word,10,年底前,完成,10
1,2022,before march,10,3月前,3月15日,10
1,2022,february,10,3月前,2月28日,10
1,2022,april,10,3月前,4月1日,10
1,2022,coarse,10,2022年6月15日前,2022年6月,10
1,2022,same month,10,2022年6月,2022年6月,10
1,2022,earlier,10,2022年6月,2022年5月1日,10
1,2022,later,10,2022年6月,2022年7月1日,10
$ sh show --rows rows.heng rows.csv
own year: 10 met agrees
next year: 0..10 (-) missed contradicted !
at its word: 10 met agrees !
before march: 0..10 (-) unknown unverifiable !
february: 10 met agrees !
april: 0..10 (-) missed contradicted !
coarse: 0..10 (-) unknown unverifiable
same month: 10 met agrees
earlier: 10 met agrees
later: 0..10 (-) missed contradicted
