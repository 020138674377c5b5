Department evaluation by deduction as published.  5a 103.4 %: 5 - 0.5 × 3.4 = 3.3, whole points 5 - 1.5 = 3.5.  5b adjustment exactly 10 %: 2; 2.5 points of the public
expenses 5 - 1.25 = 3.75.  5c key share exactly 80 %: 4.  At the edges: 30 %: 0.5; 60 %: 2; carry-over as last year's 2; beyond: 0.99 points: 4.505 and 5.
One late item costs 0.5; seven cost all.
==> p from ../../examples/published/部门整体支出
$ heng check p/部门整体支出.heng
$ heng score p/部门整体支出.heng p/部门.csv --format csv --wide
form,在职人员,在职人员整点,三公经费,重点支出,预算调整,结转,报送,total,grade
5a,3.3,3.5,5,5,3,3,3,25.8,
5b,5,5,3.75,3,2,2,2.5,23.25,
5c,0,0,0,4,1,0,0,5,
界上,5,5,5,2,0.5,2,2,21.5,
界外,4.505,5,4.8,0,0,0,3,17.305,
