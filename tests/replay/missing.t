Cells in which nothing stands, or words for that: each is told, and nothing follows from it but a range.
By hand, each of weight 10: no actual, no target: 0 to 10.  A weight that is not there: nothing to say, however many points.
"Not Available" is no score: told as missing where one is expected.  "7 out of 10" is 7: 7/10 of 10.  "7/10" and 满分 are no scores.
==> rules.heng
rules "Missing"
use 自评
rounding 2 places
each row of rows by form {
    indicator name
    weight w
    target t
    actual a
    reported r
    credit 按完成情况
}
==> rows.csv
form,name,t,a,w,r
1,no actual,≥10,,10,10
1,no target,,10,10,10
1,no target either,,,10,10
1,no weight,≥10,10,,10
1,no score,≥10,10,10,
1,words,≥10,Not Available,10,10
1,words for a score,≥10,10,10,Not Available
1,dash,≥10,10,10,-
1,seven,≥10,7,10,7 out of 10
1,six,≥10,7,10,6 out of 10
1,slash,≥10,7,10,7/10
1,full,≥10,10,10,满分
1,no sense,≥10,很多,10,10
1,nothing at all,,,,
$ heng replay rules.heng rows.csv --lang en --format csv --all | cut -d, -f4-11
name,finding,printed,expected,low,high,verdict,sure
no actual,unverifiable,10,,0,10,unverifiable,judgement
no target,unverifiable,10,,0,10,unverifiable,judgement
no target either,unverifiable,10,,0,10,unverifiable,judgement
words,unverifiable,10,,0,10,unverifiable,judgement
six,score,6 out of 10,7,7,7,contradicted,certain
no sense,unverifiable,10,,0,10,unverifiable,judgement
no actual,missing-actual,,,,,,certain
no target,missing-target,,,,,,certain
no target either,missing-target,,,,,,certain
no target either,missing-actual,,,,,,certain
no weight,missing-weight,,,,,,certain
no score,missing-score,,,,,,certain
words,missing-actual,,,,,,certain
words for a score,missing-score,,,,,,certain
dash,unreadable,'-,,,,,judgement
slash,unreadable,7/10,,,,,judgement
full,unreadable,满分,,,,,judgement
no sense,unreadable,很多,,,,,judgement
nothing at all,missing-target,,,,,,certain
nothing at all,missing-actual,,,,,,certain
nothing at all,missing-weight,,,,,,certain
nothing at all,missing-score,,,,,,certain
seven,score,7 out of 10,7,7,7,agrees,certain
==> wide.heng
rules "Missing entries"
given rate: rate
given cases: number
given given_points "points": number
indicator Rate weight 10 { applies when cases >= 25; actual rate; target >= 100%; credit proportional; reported given_points }
==> wide.csv
form,rate,cases,points
all,70%,30,7 out of 10
no rate,,30,7
no rate told,Not Available,30,Not Available
few,70%,24,Not Available
few told,70%,24,7
cases not told,70%,,7
$ heng replay wide.heng wide.csv --lang en --format csv --all | cut -d, -f1,4-11
form,name,finding,printed,expected,low,high,verdict,sure
all,Rate,score,7 out of 10,7,7,7,agrees,certain
no rate,Rate,unverifiable,7,,0,10,unverifiable,judgement
no rate,rate,missing-entry,,,,,,certain
no rate told,rate,missing-entry,,,,,,certain
no rate told,Rate,missing-score,,,,,,certain
few told,Rate,na-with-points,7,,,,,certain
cases not told,Rate,unverifiable,7,7,0,7,unverifiable,judgement
