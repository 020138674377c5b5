QOF (UK): points rise evenly between two thresholds.  8a 45-70 %, 20 points, 60 %: 20 × 15/25 = 12.  45 %: 0; below: 0; 70 %: 20; above: 20.
==> rules.heng
rules "QOF"
indicator AST007 points 20 { target 45% .. 70%; credit linear actual { 45% -> 0%; 70% -> 100% } }
==> data.csv
form,AST007
a,60%
b,45%
c,44%
d,70%
e,71%
$ heng score rules.heng data.csv --format csv --wide
form,AST007,total,grade
a,12,12,
b,0,0,
c,0,0,
d,20,20,
e,20,20,
