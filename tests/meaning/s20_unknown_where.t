S20, S3: where it is not known whether a form passes `where`, it may take part or not, and the result covers both.
Bids 80 and 100 are valid, of the bid of 50 it is not known: the lowest is 50 or 80, so 100 earns (50 .. 80)/100 of 30 = 15 .. 24 and
80 earns 50/80 of 30 = 18.75 .. 30.  2 or 3 are valid.
==> rules.heng
rules "bids"
given price: number in 1 .. 1000
given valid: truth
indicator Price weight 30 { actual price; credit min(forms.price where valid = yes) / price }
indicator Count weight 10 { score count(forms.price where valid = yes) }
==> data.csv
form,price,valid
1,80,yes
2,50,
3,100,yes
$ heng score rules.heng data.csv --format csv | awk -F, '$4 == "indicator" && $1 != 2 { print $1, $3, $8, $9 }'
1 Price 18.75 30
1 Count 2 3
3 Price 15 24
3 Count 2 3
