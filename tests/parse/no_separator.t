Two clauses on one line without a `；` between them; both are read.
==> wrong.heng
指标 a 分值 10 { 目标 ≥ 95% 计分 按比例 }
indicator b weight 10 { actual c target >= 95%; credit proportional note "x" }
given c: rate note "y"
==> right.heng
指标 a 分值 10 { 目标 ≥ 95% ；计分 按比例 }
indicator b weight 10 { actual c ; target >= 95%; credit proportional ; note "x" }
given c: rate ; note "y"
$ heng check --lang zh wrong.heng
wrong.heng:1:23: 错误: `计分` 之前缺少 `；` [sign-missing]
   1 | 指标 a 分值 10 { 目标 ≥ 95% 计分 按比例 }
     |                             ^^^^
改法: 写作 `；计分`，或另起一行
wrong.heng:2:34: 错误: `target` 之前缺少 `；` [sign-missing]
   2 | indicator b weight 10 { actual c target >= 95%; credit proportional note "x" }
     |                                  ^^^^^^
改法: 写作 `；target`，或另起一行
wrong.heng:2:69: 错误: `note` 之前缺少 `；` [sign-missing]
   2 | indicator b weight 10 { actual c target >= 95%; credit proportional note "x" }
     |                                                                     ^^^^
改法: 写作 `；note`，或另起一行
wrong.heng:3:15: 错误: `note` 之前缺少 `；` [sign-missing]
   3 | given c: rate note "y"
     |               ^^^^
改法: 写作 `；note`，或另起一行
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:23: error: a `;` is missing before `计分` [sign-missing]
   1 | 指标 a 分值 10 { 目标 ≥ 95% 计分 按比例 }
     |                             ^^^^
help: write `; 计分`, or begin a new line
wrong.heng:2:34: error: a `;` is missing before `target` [sign-missing]
   2 | indicator b weight 10 { actual c target >= 95%; credit proportional note "x" }
     |                                  ^^^^^^
help: write `; target`, or begin a new line
wrong.heng:2:69: error: a `;` is missing before `note` [sign-missing]
   2 | indicator b weight 10 { actual c target >= 95%; credit proportional note "x" }
     |                                                                     ^^^^
help: write `; note`, or begin a new line
wrong.heng:3:15: error: a `;` is missing before `note` [sign-missing]
   3 | given c: rate note "y"
     |               ^^^^
help: write `; note`, or begin a new line
? 1
$ heng check right.heng
