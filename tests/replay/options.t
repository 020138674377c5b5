Columns by other names, an entry for all forms, the column that names a form.  3/4 of 20 is 15, 14 is reported; in full 20.
==> rules.heng
rules "Options"
given done, planned: number
given given_points "points": number
indicator Rate weight 20 { actual done / planned; target >= 100%; credit proportional; reported given_points }
==> data.csv
项目,已完成,planned,points,code
甲,3,4,14,A1
乙,4,4,20,A2
$ heng replay rules.heng data.csv --map done=已完成 --lang en --format csv | cut -d, -f1,2,4-12
form,row,name,finding,printed,expected,low,high,verdict,sure,points
甲,2,Rate,score,14,15,15,15,contradicted,certain,-1
$ heng replay rules.heng data.csv --map done=已完成 --id code --lang en --format csv | cut -d, -f1,2,4-12
form,row,name,finding,printed,expected,low,high,verdict,sure,points
A1,2,Rate,score,14,15,15,15,contradicted,certain,-1
$ heng replay rules.heng data.csv --map=done=已完成 --set planned=5 --id=code --lang en --format csv | cut -d, -f1,2,4-12
form,row,name,finding,printed,expected,low,high,verdict,sure,points
A1,2,Rate,score,14,12,12,12,contradicted,certain,2
A2,3,Rate,full-missed,20,,,,,certain,
A2,3,Rate,score,20,16,16,16,contradicted,certain,4
$ heng replay rules.heng data.csv --map nothing=planned --lang en --format csv 2>&1 | grep -v '^ '
error: the rules have no entry called 'nothing' [set-unknown]
$ heng replay rules.heng data.csv --set planned --lang en
heng: --set needs NAME=VALUE
? 2
$ heng replay rules.heng data.csv --map done --lang en
heng: --map needs NAME=COLUMN
? 2
$ heng replay rules.heng data.csv --map done=以完成 --lang en
error: data.csv has no column '以完成' [column-unknown]
help: did you mean `已完成`?
? 2
$ heng replay rules.heng data.csv --map done=已完成 --id nowhere --lang en
error: data.csv has no column 'nowhere' [column-unknown]
? 2
$ heng score rules.heng data.csv --map done=没有 --lang en
error: data.csv has no column '没有' [column-unknown]
? 2
