`reported` at the top names what is reported and by which column; anything but a column behind `=` is told, not passed over.
==> rules.heng
rules "reported"
reported total = total
indicator A weight 10 { target >= 5; credit proportional }
$ heng check --lang en rules.heng 2>&1 | grep -o '\[.*\]'
[reported-what]
