Bounds with one end: at the end of a line, in parentheses, without a lower end.  By hand: delay is 0 天 or more, so nothing entered as 3 天 is narrowed; -1 lies outside its bounds and counts as missing.
==> wrong.heng
given d: duration in 0 天 ..
given e: duration in (0 天 ..)
given f: number in .. 100
given g: number in 0 >..
given h: number in 0 ..
    5
indicator a weight 10 { actual d; target <= 5 天; credit inverse }
test "t" { set d = 1 天 ..
  expect a.score >= 0 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng score --lang en wrong.heng --set d=3天 --format csv | cut -d, -f4-10
kind,weight,credit,score,low,high,status
indicator,10,1,10,10,10,met
total,10,1,10,10,10,met
$ heng score --lang en wrong.heng --set d=-1天 --format csv | cut -d, -f4-10
kind,weight,credit,score,low,high,status
indicator,10,,,0,10,missing
total,10,,,0,10,unknown
