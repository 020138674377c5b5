A scheme whose indicators are in the data: which column each thing is taken from, and what holds in a section.
==> rules.heng
规则 "逐行"
每行 entries 归入 form {
    组   level1
    指标 level2
    分值 'weight'
    目标 target_text
    实际 actual_text
    自报 reported_score
    计分 按比例
    无符号 at_most 当 level1 = "成本"，其他 at_least
    当 level1 = "预算" {
        分值 10
        单位 "万元"
        无符号 为 at_least
        计分 达标得分
    }
}
$ heng doc --lang zh --format md rules.heng | sed -n '/^## 1 /,/^## 2 /p'
## 1 逐行计分

表“entries”的每一行是一个指标；form 相同的行属于同一张表单。

| 每一行 | 取自或规定 |
| --- | --- |
| 第 1 级 | “level1”列 |
| 指标 | “level2”列 |
| 分值 | “weight”列 |
| 目标 | “target_text”列 |
| 实际 | “actual_text”列 |
| 自报得分 | “reported_score”列 |
| 计分方法 | 按“按比例” |
| 其他规定 | 没有写方向的目标，level1 为“成本”时：先按上限（≤）读，另一个方向仍是一种读法。<br>没有写方向的目标，其他情况：先按下限（≥）读，另一个方向仍是一种读法。 |

### 当 level1 为“预算”

以下规定代替上面的相应规定；分值只用于没有写分值的行。

| 每一行 | 取自或规定 |
| --- | --- |
| 分值 | 10 |
| 计分方法 | 按“达标得分”：<br>• 实际值达到目标：满分<br>• 其他情况：不得分 |
| 其他规定 | 目标没有写单位时的单位：“万元”。<br>没有写方向的目标是下限（≥）。 |

## 2 总分的计算
$ heng doc --lang en --format md rules.heng | sed -n '/^## 1 /,/^## 2 /p'
## 1 Each row is an indicator

Each row of the table “entries” is an indicator; rows with the same form make one form.

| Of each row | Taken from, or the rule |
| --- | --- |
| Level 1 | column “level1” |
| Indicator | column “level2” |
| Weight | column “weight” |
| Target | column “target_text” |
| Actual | column “actual_text” |
| Reported score | column “reported_score” |
| How it is scored | by “proportional” |
| Besides | A target without a sign, if level1 is “成本”: read as an upper limit (≤) first, the other direction stays possible.<br>A target without a sign, otherwise: read as a lower limit (≥) first, the other direction stays possible. |

### When level1 is “预算”

These replace what is said above; a weight is that of rows that state none.

| Of each row | Taken from, or the rule |
| --- | --- |
| Weight | 10 |
| How it is scored | by “all_or_nothing”:<br>• if actual meets target: full marks<br>• otherwise: nothing |
| Besides | Unit of a target without one: “万元”.<br>A target without a sign is a lower limit (≥). |

## 2 From scores to the total
