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
wrong.heng:2:7: 警告: 填报数据“e”没有被用到 [entry-unused]
   2 | given e: duration in (0 天 ..)
     |       ^
改法: 请在规则中用到它，或删去：否则填报人白填
wrong.heng:3:7: 警告: 填报数据“f”没有被用到 [entry-unused]
   3 | given f: number in .. 100
     |       ^
改法: 请在规则中用到它，或删去：否则填报人白填
wrong.heng:4:7: 警告: 填报数据“g”没有被用到 [entry-unused]
   4 | given g: number in 0 >..
     |       ^
改法: 请在规则中用到它，或删去：否则填报人白填
wrong.heng:5:7: 警告: 填报数据“h”没有被用到 [entry-unused]
   5 | given h: number in 0 ..
     |       ^
改法: 请在规则中用到它，或删去：否则填报人白填
$ heng check --lang en wrong.heng
wrong.heng:2:7: warning: the entry 'e' is never read [entry-unused]
   2 | given e: duration in (0 天 ..)
     |       ^
help: use it in a rule, or leave it out: who fills in the form is asked for nothing
wrong.heng:3:7: warning: the entry 'f' is never read [entry-unused]
   3 | given f: number in .. 100
     |       ^
help: use it in a rule, or leave it out: who fills in the form is asked for nothing
wrong.heng:4:7: warning: the entry 'g' is never read [entry-unused]
   4 | given g: number in 0 >..
     |       ^
help: use it in a rule, or leave it out: who fills in the form is asked for nothing
wrong.heng:5:7: warning: the entry 'h' is never read [entry-unused]
   5 | given h: number in 0 ..
     |       ^
help: use it in a rule, or leave it out: who fills in the form is asked for nothing
$ heng score --lang en wrong.heng --set d=3天 --format csv | cut -d, -f4-10
kind,weight,credit,score,low,high,status
indicator,10,1,10,10,10,met
total,10,1,10,10,10,met
$ heng score --lang en wrong.heng --set d=-1天 --format csv | cut -d, -f4-10
kind,weight,credit,score,low,high,status
indicator,10,,,0,10,missing
total,10,,,0,10,unknown
