The Air Quality Index as published, before and from 2024-05-06.  12a 126, 102, 90: 126.  12b PM2.5 10.0: 53, by the older table 42.  Edge: ozone .0549 is cut off to .054: 50;
PM2.5 9.19 is 9.1: 51, by the older table 50/12 × 9.1 = 37.9, 38; PM10 54.9 is 54: 50.  Nothing measured: no index.
==> p from ../../examples/published/aqi
$ heng check p/aqi-2024.heng p/aqi-2015.heng p/aqi_index.heng
$ heng score p/aqi-2024.heng p/days.csv --format csv --wide
form,of_ozone,of_pm25,of_pm10,of_co,total,grade
12a,126,102,,90,126,unhealthy_for_sensitive_groups
12b,,53,,,53,moderate
edge,50,51,50,,51,moderate
nothing,,,,,,
$ heng score p/aqi-2015.heng p/days.csv --format csv --wide
form,of_ozone,of_pm25,of_pm10,of_co,total,grade
12a,126,102,,90,126,unhealthy_for_sensitive_groups
12b,,42,,,42,good
edge,50,38,50,,50,good
nothing,,,,,,
