An `each row of` block without `by`: all rows of the table are one form, numbered like any form without a name.
==> rules.heng
rules "one form"
each row of rows { indicator name; weight w; target t; actual a; credit proportional }
==> rows.csv
name,w,t,a
x,10,≥5,4
y,10,≥5,5
$ heng score rules.heng rows.csv --format csv | cut -d, -f1,3,7
form,name,score
1,x,8
1,y,10
1,total,18
