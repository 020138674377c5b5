The EU performance framework as published: 15a 100, 92, 76 %: achieved; 15b 100, 92, 74: not achieved, no serious failure; 64 % of two: serious failure; 64.5 and 64 of three: likewise.
==> p from ../../examples/published/performance-framework
$ heng check p/framework.heng
$ heng score p/framework.heng p/milestones.csv --format csv --wide
form,jobs,firms,spending,total,grade
15a,1,0.92,0.76,2.68,achieved
15b,1,0.92,0.74,2.66,not_achieved
one of two,1,0.64,,1.64,serious_failure
two of three,0.645,0.64,1,2.285,serious_failure
