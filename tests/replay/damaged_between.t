A row that cannot be read may belong to the form before it or to the one after: both are told to be damaged, and what rests
on the rows of a damaged form - its total, its grade, its sum of weights - is certain of nothing.
By hand: a has 50 of 50 and 5/10 of 50, 75 as printed.  b has lost its first row: 50 are left, 100 are printed.
c is whole: 100 are printed, 90 were added up.
==> rules.heng
rules "Damaged"
given t: number
given g: text
each row of rows by id {
    indicator name
    weight w
    target tt
    actual aa
    reported ss
    credit proportional
}
reported total = t
reported grade = g
check "all" total.weight = 100
grade { A >= 90; B >= 60; C otherwise }
==> rows.csv
id,name,tt,aa,w,ss
a,x,>=10,10,50,50
a,y,>=10,5,50,25
b,x,>=10,10,50,50,1,1
b,y,>=10,10,50,50
c,x,>=10,9,100,90
==> forms.csv
id,t,g
a,75,B
b,100,A
c,100,A
$ heng replay rules.heng rows.csv forms.csv --lang en --format csv 2>messages | cut -d, -f1,4,5,6,7,10,11
form,name,finding,printed,expected,verdict,sure
a,,damaged,,,,certain
b,,damaged,,,,certain
b,total,total-sum,100,50,,judgement
b,total,unverifiable,100,50,unverifiable,judgement
b,grade,unverifiable,A,C,unverifiable,judgement
b,all,weight-sum,50,100,,judgement
c,total,total-sum,100,90,,certain
$ grep -o '.*error: the row has 8 cells' messages | sort -u
rows.csv:4:7: error: the row has 8 cells
$ heng replay rules.heng rows.csv forms.csv --format csv >/dev/null 2>&1
? 2
