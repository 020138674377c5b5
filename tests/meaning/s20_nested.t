S20: forms.x may itself rest on forms.x; a circle through all forms is told.
 Prices 80, 96, 100.  P = 80 / price x 30: 30, 25, 24.  Q = price / 100 x 10: 8, 9.6, 10.  Totals 38, 34.6, 34: ranks 1, 2, 3.
==> rules.heng
rules "nest"
given price: number
indicator P weight 30 { score min(forms.price) / price * 30 }
indicator Q weight 10 { score price / max(forms.price) * 10 }
flag "rank {rank(total, forms.total)}" when yes
rounding 2
==> data.csv
id,price
a,80
b,96
c,100
$ heng score rules.heng data.csv --explain | grep -E "^(flag|total)"
flag: rank 1
total 38 / 40
flag: rank 2
total 34.6 / 40
flag: rank 3
total 34 / 40
==> circle.heng
rules "circle"
given price: number
indicator P weight 30 { score rank(price, forms.total) }
$ heng check circle.heng
circle.heng:3:43: error: 'forms' depends on itself: forms -> forms [cycle]
   3 | indicator P weight 30 { score rank(price, forms.total) }
     |                                           ^^^^^^^^^^^
? 1
