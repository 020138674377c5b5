S20: forms.x takes the forms that pass `where`; what does not apply stays out, missing takes part as its range unless
`missing stays out`; ties share the better rank; the order of rows never matters.
Bids 80, 96, 100, weight 30, lowest over own: 30; 25; 24.  An invalid bid of 50 takes no part; its own credit is capped at 30.
Ranks of 90, 90, 80 (points: 4 - rank): 1, 1, 3: 3, 3, 1.
A missing price is 1 .. 1000: the lowest is 1 .. 80, so bid 96 earns 30/96 = 0.3125 .. 25.  Staying out, it changes nothing; its own
bid earns 80/1000 of 30 = 2.4 .. 30.  Not applicable, it stays out anyway.
==> bids.heng
rules "bids"
given price: number in 1 .. 1000
given valid: truth
indicator Price weight 30 { actual price; credit min(forms.price where valid = yes) / price }
==> rank.heng
rules "rank"
given mark: number
indicator Place weight 3 { score 4 - rank(mark, forms.mark) }
==> bids.csv
form,price,valid
1,80,yes
2,96,yes
3,100,yes
4,50,no
==> turned.csv
form,price,valid
4,50,no
3,100,yes
2,96,yes
1,80,yes
==> points.csv
form,mark
1,90
2,90
3,80
==> show from show
$ heng score bids.heng bids.csv --format csv | awk -F, '$4 == "indicator" { print $1, $7 }'
1 30
2 25
3 24
4 30
$ heng score bids.heng turned.csv --format csv | awk -F, '$4 == "indicator" { print $1, $7 }' | sort
1 30
2 25
3 24
4 30
$ heng score rank.heng points.csv --format csv | awk -F, '$4 == "indicator" { print $1, $7 }'
1 3
2 3
3 1
==> missing.csv
form,price,valid
1,80,yes
2,96,yes
5,,yes
==> na.csv
form,price,valid
1,80,yes
2,96,yes
5,不适用,yes
$ heng score bids.heng missing.csv --format csv | awk -F, '$4 == "indicator" { print $1, $8, $9 }'
1 0.375 30
2 0.3125 25
5 0.03 30
$ sed 's/valid = yes/valid = yes, missing stays out/' bids.heng > out.heng; heng score out.heng missing.csv --format csv | awk -F, '$4 == "indicator" { print $1, $8, $9 }'
1 30 30
2 25 25
5 2.4 30
$ heng score bids.heng na.csv --format csv | awk -F, '$4 == "indicator" { print $1, $8, $9 }'
1 30 30
2 25 25
5  
