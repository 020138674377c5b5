IELTS as published: 6.25 is 6.5, 6.125 is 6, 6.75 is 7.
==> p from ../../examples/published/ielts
$ heng check p/ielts.heng
$ heng score p/ielts.heng p/candidates.csv --format csv --wide
form,overall,total,grade
13a,6.5,6.5,
13b,6,6,
up,7,7,
