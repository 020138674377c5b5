MIPS quality points by decile.  10a cuts 0, 26.89, 40.49, 50, 57.07, 64.79, 73.08, 82.71, 96.44, rate 82.31: from d6 = 73.08, decile 8, plus
9.23/9.63 = 0.95846…, 0.9585: 8.9585 (published).  Below d1: 3.  At d1: 3 + 0 = 3.  At d8 = 96.44 or above: 10.
10b (3 + 8.9585 + 3 + 6)/60 = 34.93083… %, 34.9308 %; × 60 = 20.9585 (20.95848 rounded to 4 places; published).
==> rules.heng
rules "MIPS"
given rate: number
points_of = when {
    rate < 26.89 -> 3
    rate < 40.49 -> 3 + round((rate - 26.89) / (40.49 - 26.89), 4)
    rate < 50    -> 4 + round((rate - 40.49) / (50 - 40.49), 4)
    rate < 57.07 -> 5 + round((rate - 50) / (57.07 - 50), 4)
    rate < 64.79 -> 6 + round((rate - 57.07) / (64.79 - 57.07), 4)
    rate < 73.08 -> 7 + round((rate - 64.79) / (73.08 - 64.79), 4)
    rate < 82.71 -> 8 + round((rate - 73.08) / (82.71 - 73.08), 4)
    rate < 96.44 -> 9 + round((rate - 82.71) / (96.44 - 82.71), 4)
    otherwise    -> 10
}
indicator Quality points 10 { score points_of }
indicator Category points 60 { score round(round((3 + Quality.score + 3 + 6) / 60 * 100, 4) / 100 * 60, 4) }
==> data.csv
form,rate
10a,82.31
floor,26.88
d1,26.89
top,96.44
$ heng score rules.heng data.csv --format csv --wide | cut -d, -f1-3
form,Quality,Category
10a,8.9585,20.9585
floor,3,15
d1,3,15
top,10,22
