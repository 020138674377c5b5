The Human Development Index (UNDP technical note 1), published values for 2022: 11a CHE 0.967, 11b QAT 0.875 (income capped at 75000).
==> rules.heng
rules "HDI"
given le, eys, mys, gni: number
health = (min(le, 85) - 20) / 65
education = mean(min(eys, 18) / 18, min(mys, 15) / 15)
income = (ln(min(gni, 75000)) - ln(100)) / (ln(75000) - ln(100))
indicator HDI points 1 { score round((health * education * income) ^ (1 / 3), 3) }
==> data.csv
form,le,eys,mys,gni
CHE,84.255,16.5837307,13.90406622,69432.78669
QAT,81.559,13.26426983,10.1317219,95944.37754
$ heng score rules.heng data.csv --format csv --wide | cut -d, -f1,2
form,HDI
CHE,0.967
QAT,0.875
