One wrong score whose form adds up correctly is one mistake: the total and the grade that follow from it have no finding of
their own, or are only told to change with it (S17).  By hand, rules to 2 places:
one     10 of 20 of 50 is 25, printed 45; 50 of 50 for the other: 75 by the rules, 95 printed = 45 + 50.
two     the same, and the printed total is 96: it is neither 95 nor 75.
lower   both rows right, 25 + 50 = 75, printed as 95: a mistake of the sum alone.
edge    39.5 + 40.49 would be 79.99, printed B: by the rules 40 + 40.49 = 80.49 is A; the printed total 79.99 is B.
        79 of 80 of 40 is 39.5 and printed as 39: one mistake, 39 + 40.49 = 79.49.
grade   right rows, right total 75, grade A printed: it does not fit the printed total.
==> rules.heng
rules "Sums"
use 自评
rounding 2 places
given t: number
given g: text
each row of rows by form {
    indicator name
    weight w
    target tt
    actual aa
    reported ss
    credit 按完成情况
}
reported total = t
reported grade = g
grade { A >= 80; B >= 60; C otherwise }
==> rows.csv
form,name,tt,aa,w,ss
one,x,≥20,10,50,45
one,y,≥20,20,50,50
two,x,≥20,10,50,45
two,y,≥20,20,50,50
lower,x,≥20,10,50,25
lower,y,≥20,20,50,50
edge,x,≥80,79,40,39
edge,y,≥80,80,40.49,40.49
grade,x,≥20,10,50,25
grade,y,≥20,20,50,50
==> forms.csv
form,t,g
one,95,A
two,96,A
lower,95,A
edge,79.49,B
grade,75,A
$ heng replay rules.heng rows.csv forms.csv --lang en --format csv | cut -d, -f1,4,5,6,7,10,11,12
form,name,finding,printed,expected,verdict,sure,points
one,x,score,45,25,contradicted,certain,20
one,grade,grade,A,B,,judgement,
two,total,total-sum,96,95,,certain,1
two,x,score,45,25,contradicted,certain,20
two,grade,grade,A,B,,judgement,
lower,total,total-sum,95,75,,certain,20
lower,grade,grade,A,B,,judgement,
edge,x,score,39,39.5,contradicted,certain,-0.5
grade,grade,grade-total,A,B,,certain,
grade,grade,grade,A,B,contradicted,certain,
