QOF as published.  8a AST007 60 %: 20 × 15/25 = 12.  8b 20 + 14 + 25 + 12 + 3 = 74 points at £201.16: £14,885.84.  At the lower threshold 0, at the upper all, 49.9 % of
50 .. 90 nothing; 2/3 of AF006: (200/3 - 40)/50 = 8/15 of 12 = 6.4, unrounded.
==> p from ../../examples/published/qof
$ heng check p/qof.heng
$ heng score p/qof.heng p/achievement.csv --format csv | cut -d, -f1,3,5,7
form,name,weight,score
full,AST007,20,20
full,HYP008,14,14
full,SMOK002,25,25
full,AF006,12,12
full,DM006,3,3
full,total,74,74
8a,AST007,20,12
8a,total,20,12
edges,AST007,20,0
edges,HYP008,14,14
edges,SMOK002,25,0
edges,AF006,12,6.4
edges,total,71,20.4
$ heng score p/qof.heng p/achievement.csv --explain | grep flag
flag: payment £14885.84
flag: payment £2413.92
flag: payment £4103.66
