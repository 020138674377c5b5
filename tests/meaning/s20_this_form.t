S20: `where forms.lot = lot` takes the forms that have this form's lot.  Lot 1: 80, 100 and an invalid 60; lot 2: 96 and 48.  Price of 30, the lowest
valid price of the lot over the own: 30, 24, 30 (60 is below 80: capped), 15, 30.  How many in the lot: 3 3 3 2 2; rank by price 2 1 3 1 2; dearer than 90
in the lot: 1 1 1 1 1.  A missing lot may be either: with x (price 10) the lowest of lot 1 is 10 .. 80, so 80 earns 3.75 .. 30.
Anything but `=` against this form's own, and a name against itself, is refused; a constant is no form's own.
==> lots.heng
rules "lots"
given lot: text
given price: amount
given valid: truth
limit = 90 元
indicator Price  weight 30 { credit min(forms.price where forms.lot = lot and valid = yes) / price }
indicator Bids   points 10 { score count(forms.price where lot = forms.lot) }
indicator Place  points 10 { score rank(price, forms.price where forms.lot = lot) }
indicator Dear   points 10 { score count(forms.price where forms.lot = lot and forms.price > limit) }
==> bids.csv
form,lot,price,valid
a,1,80,yes
b,1,100,yes
c,1,60,no
d,2,96,yes
e,2,48,yes
==> missing.csv
form,lot,price,valid
a,1,80,yes
b,1,100,yes
x,,10,yes
==> own.heng
rules "own"
given x: number
given lot: text
half = 0.5
indicator A points 10 { score count(forms.x > x) }
indicator B points 10 { score count(forms.x where forms.x > x) }
flag "C" when count(forms.x where forms.total >= total) > 0
indicator D points 10 { score min(forms.x where lot = lot) }
indicator E points 10 { score count(forms.x where forms.x > half) + count(forms.x > half) }
$ heng score lots.heng bids.csv --format csv --wide
form,Price,Bids,Place,Dear,total,grade
a,30,3,2,1,36,
b,24,3,1,1,29,
c,30,3,3,1,37,
d,15,2,1,1,19,
e,30,2,2,1,35,
$ heng score lots.heng missing.csv --format csv | awk -F, '$3 == "Price" { print $1, $8, $9 }'
a 3.75 30
b 3 24
x 30 30
$ heng check own.heng
own.heng:5:37: error: 'x' is this form's own: what is listed can only be held against it by `=`, behind `where` [forms-own]
   5 | indicator A points 10 { score count(forms.x > x) }
     |                                     ^^^^^^^^^^^
own.heng:6:51: error: 'x' is this form's own: what is listed can only be held against it by `=`, behind `where` [forms-own]
   6 | indicator B points 10 { score count(forms.x where forms.x > x) }
     |                                                   ^^^^^^^^^^^
own.heng:8:49: error: 'lot' is compared with itself; this form's own is meant by `forms.lot = lot` [forms-same]
   8 | indicator D points 10 { score min(forms.x where lot = lot) }
     |                                                 ^^^^^^^^^
own.heng:7:35: error: 'total' is this form's own: what is listed can only be held against it by `=`, behind `where` [forms-own]
   7 | flag "C" when count(forms.x where forms.total >= total) > 0
     |                                   ^^^^^^^^^^^^^^^^^^^^
? 1
