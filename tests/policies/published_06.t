What does not apply is left out and the rest rescaled: 87/90 × 100 = 96.67; all applicable: 50 + 27 + 9 + 10 = 96.  One of two indicators, 20 points: 12 % against
at most 9 %: 15; -15 % on the way to -30 %: half, 10; -45 %: 20; a rise: 0.
==> p from ../../examples/published/不适用与二选一
$ heng check p/不适用与二选一.heng p/结转.heng
$ heng score p/不适用与二选一.heng p/项目.csv --format csv --wide
form,产出,效益,生态,满意度,total,grade
6a,50,27,,10,96.67,
都适用,50,27,9,10,96,
$ heng score p/结转.heng p/结转.csv --format csv --wide
form,结转率,结转变动,total,grade
率,15,,15,
变动,,10,10,
超额,,20,20,
上升,,0,0,
