Keys of several columns stay apart whatever is in them; a row that names no form is told, and then no form is surely whole.  By hand:
A/B + C and A + B/C are two forms of one row each, 10 of 10.  In blank.csv the id stands on the first row of f only: 10 + 10 = 20 is
printed, one row of f is known, and nothing about its total is certain.
==> rules.heng
rules "keys"
given printed: number
each row of rows by dept, project {
    indicator name
    weight 'weight'
    target t
    actual a
    reported r
    credit proportional
}
reported total = printed
==> rows.csv
dept,project,name,weight,t,a,r,printed
A/B,C,x,10,≥1,1,10,10
A,B/C,x,10,≥1,1,10,10
$ heng replay rules.heng rows.csv --format csv --all --lang en | cut -d, -f1,5,6,8,10,11
form,finding,printed,low,verdict,sure
A//B/C,score,10,10,agrees,certain
A//B/C,total,10,10,agrees,certain
A/B//C,score,10,10,agrees,certain
A/B//C,total,10,10,agrees,certain
==> one.heng
rules "one key"
given printed: number
each row of rows by id {
    indicator name
    weight 'weight'
    target t
    actual a
    reported r
    credit proportional
}
reported total = printed
==> blank.csv
id,name,weight,t,a,r,printed
f,x,10,≥1,1,10,20
,y,10,≥1,1,10,
$ heng replay one.heng blank.csv --format csv --lang en | cut -d, -f1,5,6,8,10,11
blank.csv:3: error: the row names no form: 'id' is blank here, and perhaps in more rows; fill it in on every row [key-blank]
form,finding,printed,low,verdict,sure
f,damaged,,,,certain
f,total-sum,20,,,judgement
f,unverifiable,20,10,unverifiable,judgement
,damaged,,,,certain
