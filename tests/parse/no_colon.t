The `:` of an entry, the `->` of a level.
==> wrong.heng
填报 d 时长
档次 l { 好 100%；中 = 60%；差 -> 0% }
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
==> right.heng
填报 d：时长
档次 l { 好 -> 100%；中 -> 60%；差 -> 0% }
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
wrong.heng:1:6: 错误: `时长` 之前缺少 `：` [sign-missing]
   1 | 填报 d 时长
     |        ^^^^
改法: 写作 `d：时长`
wrong.heng:2:10: 错误: `100%` 之前缺少 `->` [sign-missing]
   2 | 档次 l { 好 100%；中 = 60%；差 -> 0% }
     |             ^^^^
改法: 写作 `好 -> 100%`
wrong.heng:2:17: 错误: `=` 在这里写作 `->` [wrong-sign]
   2 | 档次 l { 好 100%；中 = 60%；差 -> 0% }
     |                      ^
改法: 写作 `->`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:6: error: a `:` is missing before `时长` [sign-missing]
   1 | 填报 d 时长
     |        ^^^^
help: write `d: 时长`
wrong.heng:2:10: error: a `->` is missing before `100%` [sign-missing]
   2 | 档次 l { 好 100%；中 = 60%；差 -> 0% }
     |             ^^^^
help: write `好 -> 100%`
wrong.heng:2:17: error: `=` is written `->` here [wrong-sign]
   2 | 档次 l { 好 100%；中 = 60%；差 -> 0% }
     |                      ^
help: write `->`
? 1
$ heng check right.heng
right.heng:1:4: 警告: 填报数据“d”没有被用到 [entry-unused]
   1 | 填报 d：时长
     |      ^
改法: 请在规则中用到它，或删去：否则填报人白填
right.heng:2:4: 警告: “l”没有被用到 [name-unused]
   2 | 档次 l { 好 -> 100%；中 -> 60%；差 -> 0% }
     |      ^
改法: 请用到它，或删去
