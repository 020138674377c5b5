Without `dated by` a form is dated by the last day of its year: 2022 is under the version of the second half of 2022.
--any-date does not look at the dates: then both judge.
==> rules/1.heng
rules "Grants" version "old"
in force 2020-01-01 to 2022-06-30
given a: rate
given r: number
indicator Rate weight 10 { actual a; target >= 100%; credit proportional; reported r }
==> rules/2.heng
rules "Grants" version "new"
in force 2022-07-01 to 2023-12-31
given a: rate
given r: number
indicator Rate weight 10 { actual a; target >= 100%; credit 0%; reported r }
==> data.csv
form,year,a,r
y2021,2021,50%,5
y2022,2022年度,50%,0
y2022w,2022,50%,5
y2024,2024,50%,5
y19,2019,50%,5
$ heng replay rules data.csv --lang en --format csv --all | cut -d, -f1,5,6,7,10,11
form,finding,printed,expected,verdict,sure
y2021,score,5,5,agrees,certain
y2022,score,0,0,agrees,certain
y2022w,score,5,0,contradicted,certain
y2024,no-version,2024-12-31,,,certain
y19,no-version,2019-12-31,,,certain
$ heng replay rules data.csv --lang en --format csv --all --any-date | cut -d, -f1,5,6,7,8,9,10,11
form,finding,printed,expected,low,high,verdict,sure
y2021,unverifiable,5,,0,5,unverifiable,judgement
y2022,unverifiable,0,,0,5,unverifiable,judgement
y2022w,unverifiable,5,,0,5,unverifiable,judgement
y2024,unverifiable,5,,0,5,unverifiable,judgement
y19,unverifiable,5,,0,5,unverifiable,judgement
