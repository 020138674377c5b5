A plain number held against money: both sides are told with their units, and the factor that mends it.  元 against 万元
is no mistake: 80 万元 is 800,000 元.
==> wrong.heng
given budget: amount 万元
line = 80
indicator Cost weight 10 { score when { budget <= line -> 10;  otherwise -> 0 } }
==> right.heng
given budget: amount 万元
given line: amount 元
indicator Cost weight 10 { score when { budget <= line -> 10;  otherwise -> 0 } }
indicator Rest weight 10 { score when { budget <= 80 * 1 万元 -> 10;  otherwise -> 0 } }
$ heng check --lang en wrong.heng
wrong.heng:3:41: error: money and a plain number do not mix [unit-mismatch]
   3 | indicator Cost weight 10 { score when { budget <= line -> 10;  otherwise -> 0 } }
     |                                         ^^^^^^^^^^^^^^
note: `budget`: 万元; `line`: a plain number
help: write `line * 1 万元`
? 1
$ heng check --lang zh wrong.heng
wrong.heng:3:41: 错误: money与a plain number不能混用 [unit-mismatch]
   3 | indicator Cost weight 10 { score when { budget <= line -> 10;  otherwise -> 0 } }
     |                                         ^^^^^^^^^^^^^^
注: `budget`：万元；`line`：a plain number
改法: 写作 `line * 1 万元`
? 1
$ heng check --lang en right.heng
