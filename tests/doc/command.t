Rules with errors become no document; what is wrong with the command line is told; -o says the format by its name, and an
output file is written whole or not at all.
==> good.heng
rules "Good"
indicator A weight 10 { target >= 5; credit proportional }
==> bad.heng
rules "Bad"
indicator A weight 10 { target >= 5; credit proportionl }
$ heng doc --lang en -o bad.html bad.heng
bad.heng:2:45: error: nothing is called 'proportionl' [name-unknown]
   2 | indicator A weight 10 { target >= 5; credit proportionl }
     |                                             ^^^^^^^^^^^
help: did you mean `proportional`?
? 1
$ ls bad.html 2>/dev/null; heng doc --lang en -o good.md good.heng && head -1 good.md; heng doc -o good.html good.heng && head -1 good.html; heng doc good.heng | head -1
# Good
<!DOCTYPE html>
<!DOCTYPE html>
$ heng doc --lang en
heng: doc needs a rule file: heng doc RULES…
? 2
$ heng doc --lang en --format text good.heng
heng: doc does not write 'text': html, md; text with --stdlib
? 2
$ heng doc --lang en --pages good.heng
heng: doc does not know the option '--pages'
? 2
$ heng doc --lang en missing.heng
error: there is no file 'missing.heng' [file-missing]
? 2
$ heng doc --lang en --stdlib all_or_nothin
heng: the standard library has nothing called 'all_or_nothin'
did you mean 'all_or_nothing'?
? 2
$ heng doc --lang zh --stdlib 达标得分 | head -1; heng doc --lang en --stdlib all_or_nothing | head -1
达标得分
all_or_nothing
