The smallest scheme of the design, in both languages: the same tree, so the same scores.
Coverage 90 % against 95 %, weight 60: 60 × 90/95 = 1080/19; 5 complaints against 3, weight 40: 40 × 3/5 = 24.
Together 1536/19 = 80.84…: B.  95 % and 3: 100, A.  A bare 95 is 95 %; 0 complaints are met.
==> en.heng
rules "Service desk 2024"

indicator Coverage   weight 60 { target >= 95%;  credit proportional }
indicator Complaints weight 40 { target <= 3 次;  credit inverse }

grade { A >= 90;  B >= 80;  C otherwise }
==> zh.heng
规则 "服务窗口 2024"

指标 Coverage   分值 60 { 目标 ≥ 95%；计分 按比例 }
指标 Complaints 分值 40 { 目标 ≤ 3 次；计分 反比例 }

等级 { A ≥ 90；B ≥ 80；C 其他 }
==> data.csv
form,Coverage,Complaints
a,90%,5
b,95%,3
c,95,0
$ heng check en.heng zh.heng
$ heng score en.heng data.csv --format csv --wide
form,Coverage,Complaints,total,grade
a,1080/19,24,1536/19,B
b,60,40,100,A
c,60,40,100,A
$ heng score en.heng data.csv --format csv --wide > en.csv; heng score zh.heng data.csv --format csv --wide > zh.csv; cmp en.csv zh.csv
