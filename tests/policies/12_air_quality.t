Air Quality Index, PM2.5 of 10.0 (truncated to 0.1).  12b 2024 table: 9.1-35.4 is 51-100: 49/26.3 × 0.9 + 51 = 52.68, 53; older table: 0-12.0 is
0-50: 50/12 × 10 = 41.67, 42.  12a PM2.5 35.92431999, truncated 35.9: 35.5-55.4 is 101-150: 49/19.9 × 0.4 + 101 = 101.98, 102.
9.19 is 9.1: 51 exactly; 9.09 is 9.0: 50.
==> rules.heng
rules "AQI"
given pm: number
cut = down(pm, 1)
indicator New points 500 { score round(linear cut { 0 .. 9.0 -> 0 .. 50; 9.1 .. 35.4 -> 51 .. 100; 35.5 .. 55.4 -> 101 .. 150 }) }
indicator Old points 500 { score round(linear cut { 0 .. 12.0 -> 0 .. 50; 12.1 .. 35.4 -> 51 .. 100; 35.5 .. 55.4 -> 101 .. 150 }) }
==> data.csv
form,pm
12b,10.0
12a,35.92431999
edge,9.19
below,9.09
$ heng score rules.heng data.csv --format csv --wide | cut -d, -f1-3
form,New,Old
12b,53,42
12a,102,102
edge,51,38
below,50,38
