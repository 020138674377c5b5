NEWS2 as published: 14a 2 + 1 + 0 + 1 + 2 + 0 + 1 = 7, high; nothing 0, low; a single 3, low-medium; five, medium; on the second scale 97 on oxygen is 3.
==> p from ../../examples/published/news2
$ heng check p/news2.heng
$ heng score p/news2.heng p/patients.csv --format csv --wide
form,breathing,SpO2,on_oxygen,pressure,heart,consciousness,warmth,total,grade
14a,2,1,0,1,2,0,1,7,high
normal,0,0,0,0,0,0,0,0,low
single three,3,0,0,0,0,0,0,3,low_medium
five,2,1,0,1,1,0,0,5,medium
second scale,0,3,2,0,0,0,0,5,medium
