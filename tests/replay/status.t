Exit status: 0 where nothing certain is found, 1 where something is or the rules are wrong, 2 for wrong usage and data that cannot be read.
==> rules.heng
rules "Status"
given a: rate
given r: number
indicator Rate weight 10 { actual a; target >= 100%; credit proportional; reported r }
==> right.csv
form,a,r
1,50%,5
2,很多,5
==> wrong.csv
form,a,r
1,50%,6
$ heng replay rules.heng right.csv --lang en --format csv | cut -d, -f1,5,10,11
form,finding,verdict,sure
2,unverifiable,unverifiable,judgement
2,unreadable,,judgement
$ heng replay rules.heng right.csv --format csv > /dev/null
$ heng replay rules.heng wrong.csv --format csv > /dev/null
? 1
==> broken.heng
rules "Broken"
indicator Rate weight 10 { credit proportonal }
$ heng replay broken.heng right.csv --lang en --format csv 2>&1 | grep -c error
1
$ heng replay broken.heng right.csv > /dev/null 2>&1
? 1
$ heng replay rules.heng
heng: replay needs rules and data: heng replay RULES DATA…
? 2
$ heng replay
heng: replay needs rules and data: heng replay RULES DATA…
? 2
$ heng replay --lang en rules.heng right.csv --bogus
heng: replay does not know the option '--bogus'
? 2
$ heng replay --lang en rules.heng right.csv --format pdf
heng: replay does not write 'pdf': text, csv, json, jsonl, html, xlsx
? 2
$ heng replay --lang en rules.heng right.csv -o report.doc
heng: -o needs a file name that ends in .html, .xlsx, .csv, .json, .jsonl or .txt
? 2
$ heng replay --lang en none.heng right.csv
error: there is no file 'none.heng' [file-missing]
? 2
$ heng replay --lang en rules.heng none.csv
error: there is no file 'none.csv' [file-missing]
? 2
$ heng replay --lang en rules.heng .
error: '.' is a folder, not a file [file-is-folder]
? 2
$ mkdir nothing; heng replay --lang en nothing right.csv
heng: the folder nothing has no rule file with a `rules` line
? 2
$ : > empty.csv; heng replay --lang en rules.heng empty.csv
empty.csv: error: the table is empty: it has no header [table-empty]
? 2
==> header.csv
form,a,r
$ heng replay rules.heng header.csv --lang en --format csv
heng: note: nothing reported was checked: the rules need `reported COLUMN`, and the data forms
form,row,path,name,finding,printed,expected,low,high,verdict,sure,points,reason,file,line,data,cell,column,known,cites
$ heng replay rules.heng header.csv --lang en
heng: note: nothing reported was checked: the rules need `reported COLUMN`, and the data forms
rules: Status
0 forms, 0 rows, 0 reported scores; 0 forms without a certain finding
verdicts on what was reported
$ heng replay rules.heng right.csv -o /nowhere/report.csv --lang en
error: could not write '/nowhere/report.csv': its folder is not there [file-no-folder]
? 2
$ heng replay rules.heng right.csv -o sub.csv -o sub.json -o sub.html -o sub.xlsx -o sub.txt -o sub.jsonl >/dev/null; ls sub.*
sub.csv
sub.csv.manifest.json
sub.html
sub.json
sub.jsonl
sub.txt
sub.xlsx
