Department evaluation by deduction (Hunan):
5a staff control rate 103.4 %: 3.4 points above 100 %: 5 - 0.5 × 3.4 = 3.30 pro rata, 5 - 0.5 × 3 = 3.50 for full points.
5b budget adjustment of exactly 10 %: 2 (the upper edge belongs to the band); 0: 3; 10.01 %: 1; 30 %: 0.5; 31 %: 0.
5c key spending share of exactly 80 %: 4; 79.99 %: 3.
==> rules.heng
规则 "部门整体支出"
填报 在编率, 调整率, 重点率: 比率
指标 按比例扣 分值 5 { 扣分 0.5 每 1% 之 在编率 - 100% }
指标 按整点扣 分值 5 { 扣分 0.5 每满 1% 之 在编率 - 100% }
指标 预算调整 分值 3 { 得分 分档 调整率 { ≤ 0% -> 3；≤ 10% -> 2；≤ 20% -> 1；≤ 30% -> 0.5；其他 -> 0 } }
指标 重点支出 分值 5 { 得分 分档 重点率 { ≥ 90% -> 5；≥ 80% -> 4；≥ 70% -> 3；≥ 60% -> 2；其他 -> 0 } }
==> data.csv
编号,在编率,调整率,重点率
a,103.4%,10%,80%
b,98%,0%,79.99%
c,111%,10.01%,90%
d,100%,30%,60%
e,100.99%,31%,59.9%
$ heng score rules.heng data.csv --format csv --wide
form,按比例扣,按整点扣,预算调整,重点支出,total,grade
a,3.3,3.5,2,4,12.8,
b,5,5,3,3,16,
c,0,0,1,5,6,
d,5,5,0.5,2,12.5,
e,4.505,5,0,0,9.505,
