A report is not written over the data, the rules or the table held against, by whatever name, nor two reports over each other.
==> rules.heng
rules "Kept"
given a: rate
given r: number
indicator Rate weight 10 { actual a; target >= 100%; credit proportional; reported r }
==> data.csv
form,a,r
1,50%,5
==> summary.csv
form,r
1,5
$ heng replay --lang en rules.heng data.csv -o data.csv
heng: 'data.csv' is one of the files read: a report does not take its place
? 2
$ ln -s data.csv link.csv; heng replay --lang en rules.heng data.csv -o report.json -o link.csv
heng: 'link.csv' is one of the files read: a report does not take its place
? 2
$ heng replay --lang en rules.heng data.csv --format csv -o ./rules.heng
heng: './rules.heng' is one of the files read: a report does not take its place
? 2
$ heng replay --lang en rules.heng data.csv --against summary.csv -o summary.csv
heng: 'summary.csv' is one of the files read: a report does not take its place
? 2
$ heng replay --lang en rules.heng data.csv -o report.csv -o report.csv
heng: 'report.csv' is written twice
? 2
$ wc -l rules.heng data.csv summary.csv | head -3; ls
  4 rules.heng
  2 data.csv
  2 summary.csv
data.csv
link.csv
rules.heng
summary.csv
$ heng replay --lang en rules.heng data.csv -o report.csv > /dev/null; heng replay --lang en rules.heng data.csv -o report.csv > /dev/null; ls report*
report.csv
report.csv.manifest.json
