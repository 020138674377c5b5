A page on a diagnostic: what it says, why, what is wrong and what is right; by its slug, brackets and all.
$ heng check --explain division-by-zero --lang en
division-by-zero (warning)
    `…` divides by zero: …

With this entry the divisor is 0 and the indicator has no result. Say that the entry is never 0, or treat that case in a row of its own. Negative entries are tried only where they are declared.

Wrong:
    given spent, budget: amount
    indicator Execution weight 10 { actual spent / budget; target >= 100%; credit proportional }

Right:
    given spent: amount
    given budget: amount in 0 >..
    indicator Execution weight 10 { actual spent / budget; target >= 100%; credit proportional }
$ heng check --explain '[grades-gap]' --lang zh
grades-gap (警告)
    … 时没有等级：如总分 …

有的总分不属于任何等级。最后一个等级请写 `其他`。

有问题的写法：
    指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
    等级 { 优 ≥ 90；良 ≥ 60 }

正确的写法：
    指标 覆盖率 分值 100 { 目标 ≥ 80%；计分 按比例 }
    等级 { 优 ≥ 90；良 ≥ 0 }
$ heng check --explain divison-by-zero --lang en
heng: no diagnostic is called so; did you mean 'division-by-zero'?
? 2
$ heng check --explain cell-bytes --lang en
cell-bytes (error)
    column '…' has bytes (a BLOB) here, not text or a number
