A file with mistakes is told about and not touched; the others are formatted all the same.
==> bad.heng
indicator A   weight 10 { target >= 95%; credt proportional }
==> good.heng
x   =   5
$ heng fmt bad.heng good.heng
bad.heng:1:42: error: 'credt' begins no clause [misspelt]
   1 | indicator A   weight 10 { target >= 95%; credt proportional }
     |                                          ^^^^^
help: did you mean `credit`?
? 1
$ cat bad.heng good.heng
indicator A   weight 10 { target >= 95%; credt proportional }
x = 5
$ heng fmt missing.heng
error: there is no file 'missing.heng' [file-missing]
? 2
$ heng fmt
heng: fmt needs a rule file: heng fmt RULES…
? 2
$ heng fmt --indent 2 good.heng
heng: fmt does not know the option '--indent'
? 2
$ heng fmt --lang fr good.heng
heng: --lang is zh or en, not 'fr'
? 2
