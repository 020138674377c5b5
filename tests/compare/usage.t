Wrong usage and rules with mistakes end with status 2; so do versions that tell forms apart in different ways.
==> old.heng
rules "Usage"
indicator X weight 10 { target >= 10; credit proportional }
==> wrong.heng
rules "Usage"
indicator X weight 10 { target >= 10; credit proportionel }
==> rows.heng
rules "Usage"
each row of entries by form_id { indicator name; weight 'weight'; target t; actual a; credit proportional }
==> data.csv
id,X
a,5
$ heng compare old.heng
heng: compare needs two rule files: heng compare OLD NEW DATA…
? 2
$ heng compare old.heng old.heng
heng: compare needs data: heng compare OLD NEW DATA…
? 2
$ heng compare old.heng old.heng data.csv --format xml
heng: compare does not write 'xml': text, csv, json, html
? 2
$ heng compare old.heng old.heng data.csv --movers many
heng: --movers needs a number from 0 to 10000, not 'many'
? 2
$ heng compare old.heng old.heng data.csv --frob
heng: compare does not know the option '--frob'
? 2
$ heng compare old.heng wrong.heng data.csv --lang en
wrong.heng:2:46: error: nothing is called 'proportionel' [name-unknown]
   2 | indicator X weight 10 { target >= 10; credit proportionel }
     |                                              ^^^^^^^^^^^^
help: did you mean `proportional`?
? 2
$ heng compare old.heng rows.heng data.csv --lang en
heng: the two versions tell forms apart in different ways (each row of … by …): they cannot look at the same data
? 2
$ heng compare old.heng old.heng data.csv --lang en -o nowhere/out.csv
error: could not write 'nowhere/out.csv': its folder is not there [file-no-folder]
? 2
