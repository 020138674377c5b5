The Human Development Index as published: CHE 0.967, QAT 0.875 (income capped), first and second.
==> p from ../../examples/published/hdi
$ heng check p/hdi.heng
$ heng score p/hdi.heng p/countries.csv --format csv --wide
form,HDI,total,grade
CHE,0.967,0.967,very_high
QAT,0.875,0.875,very_high
$ heng score p/hdi.heng p/countries.csv --explain | grep flag
flag: 1 of 2
flag: 2 of 2
