A grade where a veto is not decided: it may be the one reported or the veto's, so it cannot be verified.  Decided either way it is known.
The total is 100 however it ends.
==> rules.heng
rules "Veto"
given a: rate
given forged: truth
given g: text
indicator Rate weight 100 { actual a; target >= 95%; credit proportional }
veto "forged" when forged = yes -> grade C
reported grade = g
grade { A >= 90; B >= 60; C otherwise }
==> data.csv
form,a,forged,g
open,95%,,A
clean,95%,no,A
forged,95%,yes,A
forged too,95%,yes,C
open too,95%,,C
neither,95%,,B
$ heng replay rules.heng data.csv --format csv --all | cut -d, -f1,5,6,7,10,11 | grep -v missing-entry
form,finding,printed,expected,verdict,sure
open,unverifiable,A,A/C,unverifiable,judgement
clean,grade,A,A,agrees,certain
forged,grade,A,C,contradicted,certain
forged too,grade,C,C,agrees,certain
open too,unverifiable,C,A/C,unverifiable,judgement
neither,grade,B,A/C,contradicted,certain
