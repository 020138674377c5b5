IELTS: the mean of four bands to the nearest half, .25 and .75 up.  13a 6.5 6.5 5.0 7.0: 6.25, 6.5.  13b 6.5 6.5 5.5 6.0: 6.125, 6.0.  6.75: 7.
==> rules.heng
rules "IELTS"
given listening, reading, writing, speaking: number in 0 .. 9
indicator Overall points 9 { score round(2 * mean(listening, reading, writing, speaking)) / 2 }
==> data.csv
form,listening,reading,writing,speaking
13a,6.5,6.5,5.0,7.0
13b,6.5,6.5,5.5,6.0
up,6.5,6.5,7.0,7.0
$ heng score rules.heng data.csv --format csv --wide | cut -d, -f1,2
form,Overall
13a,6.5
13b,6
up,7
