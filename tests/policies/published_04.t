Hubei's template as published.  4a 90/105 × 10 = 8.57, and 8.57 reported agrees; for the other 10, so 8.33 is contradicted.  4b (90 × 100 + 60 × 300)/400 = 67.5 %,
67.5/80 × 10 = 8.4375, 8.44; numbers are added: 90/100 × 10 = 9.  Partly: 5 ..< 8; reached 8 .. 10.  15 over two rows is 8 and 7.
==> p from ../../examples/published/湖北模板
$ heng check p/湖北模板.heng
$ heng score p/湖北模板.heng p/单位.csv --format csv | cut -d, -f1,3,5,7,8,9
form,name,weight,score,low,high
一院,费用,10,8.57,8.57,8.57
一院,影响,10,,5,8
一院,完成率,10,8.44,8.44,8.44
一院,数量,10,9,9,9
一院,平均分配,15,15,15,15
一院,前一行,8,8,8,8
一院,后一行,7,7,7,7
一院,总分,55,,46.01,49.01
二院,费用,10,10,10,10
二院,影响,10,,8,10
二院,完成率,10,8.44,8.44,8.44
二院,数量,10,9,9,9
二院,平均分配,15,8,8,8
二院,前一行,8,8,8,8
二院,后一行,7,0,0,0
二院,总分,55,,43.44,45.44
$ heng score p/湖北模板.heng p/单位.csv --explain | grep -E '自报'
    自报 8.57：一致
    自报 8.33：不成立
