Rows of a form need not stand together, nor the lines of the joined table in the order of the forms: the same findings as in order.
a: 9/10 of 10 is 9, 10 is printed, and 60 = 10 + 50 in all.  b: 9 is printed, but 58 for 9 + 50.  Lines are those of the file as it is.
==> rules.heng
rules "Apart"
given t: number
each row of rows by id {
    indicator name
    weight w
    target tt
    actual aa
    reported ss
    credit proportional
}
reported total = t
==> together/rows.csv
id,name,tt,aa,w,ss
a,x,≥10,9,10,10
a,y,≥5,5,50,50
b,x,≥10,9,10,9
b,y,≥5,5,50,50
==> together/forms.csv
id,t
a,60
b,58
==> apart/rows.csv
id,name,tt,aa,w,ss
a,x,≥10,9,10,10
b,x,≥10,9,10,9
a,y,≥5,5,50,50
b,y,≥5,5,50,50
==> apart/forms.csv
id,t
b,58
a,60
$ for order in together apart; do heng replay rules.heng $order/rows.csv $order/forms.csv --lang en --format csv --all | cut -d, -f1-2,4-12; done
form,row,name,finding,printed,expected,low,high,verdict,sure,points
a,2,x,full-missed,10,,,,,certain,
a,2,x,score,10,9,9,9,contradicted,certain,1
a,3,y,score,50,50,50,50,agrees,certain,0
a,2,total,total,60,59,59,59,contradicted,certain,1
b,3,total,total-sum,58,59,,,,certain,-1
b,4,x,score,9,9,9,9,agrees,certain,0
b,5,y,score,50,50,50,50,agrees,certain,0
b,3,total,total,58,59,59,59,contradicted,certain,-1
form,row,name,finding,printed,expected,low,high,verdict,sure,points
a,2,x,full-missed,10,,,,,certain,
a,2,x,score,10,9,9,9,contradicted,certain,1
a,4,y,score,50,50,50,50,agrees,certain,0
a,3,total,total,60,59,59,59,contradicted,certain,1
b,2,total,total-sum,58,59,,,,certain,-1
b,3,x,score,9,9,9,9,agrees,certain,0
b,5,y,score,50,50,50,50,agrees,certain,0
b,2,total,total,58,59,59,59,contradicted,certain,-1
==> twice.csv
id,t
a,60
b,58
a,61
c,1
$ heng replay rules.heng together/rows.csv twice.csv --lang en --format csv 2>&1 | cut -d, -f1-2,4-12
twice.csv:4: error: the form 'a' stands here twice; the first row is used [key-twice]
form,row,name,finding,printed,expected,low,high,verdict,sure,points
a,2,x,full-missed,10,,,,,certain,
a,2,x,score,10,9,9,9,contradicted,certain,1
b,3,total,total-sum,58,59,,,,certain,-1
,5,,no-rows,c,,,,,certain,
$ heng replay rules.heng together/rows.csv twice.csv --lang en --format csv >/dev/null 2>&1
? 2
