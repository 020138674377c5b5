A report is verified to the byte, itself included; a manifest alone says what it covers, and makes nothing be written.
==> rules.heng
rules "verify"
given a: number
indicator A weight 10 { target >= 10; actual a; reported r; credit proportional }
==> data.csv
form,a,r
x,5,6
$ heng replay rules.heng data.csv --lang en -o r.csv -o r.html -o r.jsonl --manifest m.json > /dev/null
? 1
$ for f in r.csv r.html r.jsonl m.json; do heng replay --lang en --verify $f; done
the same: rules, data and all of r.csv are to the byte what the run gives
the same: rules, data and all of r.html are to the byte what the run gives
the same: rules, data and all of r.jsonl are to the byte what the run gives
the same: rules, data and results are to the byte what m.json says; no report was compared
$ sed -i 's/contradicted/agrees/' r.csv; heng replay --lang en --verify r.csv
the report itself is not what the run gives: it was changed after it was written
? 1
$ sed -i '0,/"data.csv"/s//"data.csv", "--manifest=data.csv", "-o", "rules.heng"/' m.json; heng replay --lang en --verify m.json > /dev/null; cat data.csv rules.heng
heng: -o needs a file name that ends in .html, .xlsx, .csv, .json, .jsonl or .txt
form,a,r
x,5,6
rules "verify"
given a: number
indicator A weight 10 { target >= 10; actual a; reported r; credit proportional }
