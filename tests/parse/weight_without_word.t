A number behind the name without `weight`.
==> wrong.heng
指标 a 10分 { 目标 ≥ 95%；计分 按比例 }
指标 b（10分） { 目标 ≥ 95%；计分 按比例 }
组 g 20 {
    指标 c 20分 { 目标 ≥ 95%；计分 按比例 }
}
indicator d 10 { target >= 95%; credit proportional }
indicator e 10 points { target >= 95%; credit proportional }
指标 第1、2季度 10分 { 目标 ≥ 95%；计分 按比例 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 b 分值 10 { 目标 ≥ 95%；计分 按比例 }
组 g 分值 20 {
    指标 c 分值 20 { 目标 ≥ 95%；计分 按比例 }
}
indicator d weight 10 { target >= 95%; credit proportional }
indicator e weight 10 { target >= 95%; credit proportional }
指标 '第1、2季度' 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
wrong.heng:1:6: 错误: 名称之后的 `10分` 前没有 `分值` [weight-without-word]
   1 | 指标 a 10分 { 目标 ≥ 95%；计分 按比例 }
     |        ^^^^
改法: 写作 `分值 10`
wrong.heng:2:5: 错误: 名称之后的 `（10分）` 前没有 `分值` [weight-without-word]
   2 | 指标 b（10分） { 目标 ≥ 95%；计分 按比例 }
     |       ^^^^^^^^
改法: 写作 `分值 10`
wrong.heng:3:5: 错误: 名称之后的 `20` 前没有 `分值` [weight-without-word]
   3 | 组 g 20 {
     |      ^^
改法: 写作 `分值 20`
wrong.heng:4:10: 错误: 名称之后的 `20分` 前没有 `分值` [weight-without-word]
   4 |     指标 c 20分 { 目标 ≥ 95%；计分 按比例 }
     |            ^^^^
改法: 写作 `分值 20`
wrong.heng:6:13: 错误: 名称之后的 `10` 前没有 `分值` [weight-without-word]
   6 | indicator d 10 { target >= 95%; credit proportional }
     |             ^^
改法: 写作 `分值 10`
wrong.heng:7:13: 错误: 名称之后的 `10 points` 前没有 `分值` [weight-without-word]
   7 | indicator e 10 points { target >= 95%; credit proportional }
     |             ^^^^^^^^^
改法: 写作 `分值 10`
wrong.heng:8:4: 错误: 名称 `第1、2季度` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   8 | 指标 第1、2季度 10分 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^
改法: 写作 `'第1、2季度' 分值 10`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:6: error: `10分` stands behind the name without `weight` [weight-without-word]
   1 | 指标 a 10分 { 目标 ≥ 95%；计分 按比例 }
     |        ^^^^
help: write `weight 10`
wrong.heng:2:5: error: `（10分）` stands behind the name without `weight` [weight-without-word]
   2 | 指标 b（10分） { 目标 ≥ 95%；计分 按比例 }
     |       ^^^^^^^^
help: write `weight 10`
wrong.heng:3:5: error: `20` stands behind the name without `weight` [weight-without-word]
   3 | 组 g 20 {
     |      ^^
help: write `weight 20`
wrong.heng:4:10: error: `20分` stands behind the name without `weight` [weight-without-word]
   4 |     指标 c 20分 { 目标 ≥ 95%；计分 按比例 }
     |            ^^^^
help: write `weight 20`
wrong.heng:6:13: error: `10` stands behind the name without `weight` [weight-without-word]
   6 | indicator d 10 { target >= 95%; credit proportional }
     |             ^^
help: write `weight 10`
wrong.heng:7:13: error: `10 points` stands behind the name without `weight` [weight-without-word]
   7 | indicator e 10 points { target >= 95%; credit proportional }
     |             ^^^^^^^^^
help: write `weight 10`
wrong.heng:8:4: error: the name `第1、2季度` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   8 | 指标 第1、2季度 10分 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^
help: write `'第1、2季度' weight 10`
? 1
$ heng check right.heng
