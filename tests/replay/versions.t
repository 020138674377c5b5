Which version judges a form.  Old: 60 % at least of the target or nothing is not yet there: 5 of 10 of 10 is 5.  New: below
60 % nothing: 0.  Both ends of `in force` count: the old one from 2020-01-01 to 2022-06-30, the new one from 2022-07-01.
A month is any of its days: June is wholly old, 2022 may be either, so 5 and 0 can be had, 4 from neither.
A third version, for 2024 alone, stands beside the new one and gives half of everything: 2.5.
==> rules/1.heng
rules "Grants" version "old"
in force 2020-01-01 to 2022-06-30
each row of rows by form {
    indicator name
    weight w
    target tt
    actual aa
    reported ss
    credit proportional
}
dated by day
==> rules/2.heng
rules "Grants" version "new"
in force 2022-07-01
each row of rows by form {
    indicator name
    weight w
    target tt
    actual aa
    reported ss
    credit when { actual < 60% * target.value -> 0%; otherwise -> proportional }
}
dated by day
==> rules/3.heng
rules "Grants" version "trial"
in force 2024-01-01 to 2024-12-31
each row of rows by form {
    indicator name
    weight w
    target tt
    actual aa
    reported ss
    credit 25%
}
dated by day
==> rows.csv
form,day,name,tt,aa,w,ss
first day,2020-01-01,x,≥10,5,10,5
day before,2019-12-31,x,≥10,5,10,5
last day,2022-06-30,x,≥10,5,10,0
next day,2022-07-01,x,≥10,5,10,5
june,2022年6月,x,≥10,5,10,0
year,2022年,x,≥10,5,10,5
year0,2022年,x,≥10,5,10,0
year4,2022年,x,≥10,5,10,4
bare year,2022,x,≥10,5,10,5
long before,2018,x,≥10,5,10,5
both,2024-03-01,x,≥10,5,10,2.5
both5,2024-03-01,x,≥10,5,10,5
none,,x,≥10,5,10,5
none4,,x,≥10,5,10,4
unread,soon,x,≥10,5,10,2.5
$ heng replay rules rows.csv --lang en --format csv --all | cut -d, -f1,5,6,7,8,9,10,11
form,finding,printed,expected,low,high,verdict,sure
first day,score,5,5,5,5,agrees,certain
day before,no-version,2019-12-31,,,,,certain
last day,score,0,5,5,5,contradicted,certain
next day,score,5,0,0,0,contradicted,certain
june,score,0,5,5,5,contradicted,certain
year,two-versions,2022-01-01 ~ 2022-12-31,,,,,judgement
year,unverifiable,5,,0,5,unverifiable,judgement
year0,two-versions,2022-01-01 ~ 2022-12-31,,,,,judgement
year0,unverifiable,0,,0,5,unverifiable,judgement
year4,two-versions,2022-01-01 ~ 2022-12-31,,,,,judgement
year4,score,4,,0,5,contradicted,certain
bare year,two-versions,2022-01-01 ~ 2022-12-31,,,,,judgement
bare year,unverifiable,5,,0,5,unverifiable,judgement
long before,no-version,2018-01-01 ~ 2018-12-31,,,,,certain
both,two-versions,2024-03-01,,,,,certain
both,unverifiable,2.5,,0,2.5,unverifiable,judgement
both5,two-versions,2024-03-01,,,,,certain
both5,score,5,,0,2.5,contradicted,certain
none,date-unknown,,,,,,certain
none,unverifiable,5,,0,5,unverifiable,judgement
none4,date-unknown,,,,,,certain
none4,score,4,,0,5,contradicted,certain
unread,date-unknown,,,,,,certain
unread,unverifiable,2.5,,0,5,unverifiable,judgement
