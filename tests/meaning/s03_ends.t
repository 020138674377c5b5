S3: ends are open or closed as they are attained, which verdicts show.  Of the discretion 20 % ..< 30 %, doubled, weight 10:
4 .. 6 without 6: 4 and 5.99 agree, 6 and 3.99 are contradicted.  Turned round, 1 - (20 % ..< 30 %): 70 % >.. 80 %: 7
contradicted, 7.01 and 8 agree.  A product with an end at 0: (0 % .. 30 %) * (50 % ..< 60 %): 0 is attained, 18 % is not.
==> rules.heng
rules "ends"
given r: text
indicator Twice weight 10 { credit 2 * (20% ..< 30%); reported r }
indicator Rest weight 10 { credit 1 - (20% ..< 30%); reported r }
indicator Product weight 10 { credit (0% .. 30%) * (50% ..< 60%); reported r }
==> data.csv
form,r
1,4
2,5.99
3,6
4,3.99
5,7
6,7.01
7,8
8,0
9,1.8
10,1.79
==> show from show
$ sh show --rows rules.heng data.csv | awk '/Twice/ { print "Twice", $2, $NF }' | head -4
Twice 4..6 agrees
Twice 4..6 agrees
Twice 4..6 contradicted
Twice 4..6 contradicted
$ sh show --rows rules.heng data.csv | awk '/Rest/ { print "Rest", $2, $NF }' | sed -n 5,7p
Rest 7..8 contradicted
Rest 7..8 agrees
Rest 7..8 agrees
$ sh show --rows rules.heng data.csv | awk '/Product/ { print "Product", $2, $NF }' | sed -n 8,10p
Product 0..1.8 agrees
Product 0..1.8 contradicted
Product 0..1.8 agrees
