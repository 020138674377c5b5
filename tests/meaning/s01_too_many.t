S1: combinations of readings are kept up to 16; beyond, the indicator is unreadable: any value, none expected.
约5 reads as 5 and as missing: four of them make 16 combinations (expected 20), five would make 32.
==> four.heng
rules "four"
given a, b, c, d: number
indicator Sum weight 100 { score a + b + c + d }
==> five.heng
rules "five"
given a, b, c, d, e: number
indicator Sum weight 100 { score a + b + c + d + e }
==> data.csv
form,a,b,c,d,e
1,约5,约5,约5,约5,约5
==> show from show
$ sh show --rows four.heng data.csv | cut -d' ' -f1-3
Sum: 0..100 (20)
$ sh show --rows five.heng data.csv
Sum: 0..100 (-) missing !
