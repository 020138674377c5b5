Clauses of every kind in words. `steps` from above: a row holds only below the row before it, and says so. A deduction per
full unit leaves out the rest. Where there is no sentence for a construct, its notation stands alone.
==> rules.heng
rules "Formulas"
use extra
rounding 2
rounding total 0 down
given delay, x: duration
given rate, threshold, benchmark: rate in 0% ..< 200%
given fraud, innovation: truth
table caps from "caps.csv" key area, year
given area: text

function points_of(r: rate) = steps r { >= 90% -> 5;  >= 80% -> 4;  60% .. 70% -> 2;  otherwise -> 0 }

indicator Line     weight 14 { target 45% .. 80%;  credit linear actual { 45% -> 0%;  80% -> 100% } }
indicator Pieces   points 50 { score linear rate { 0% .. 54% -> 0 .. 20;  54% .. 100% -> 20 .. 50 } }
indicator Better   points 10 { score max(points_of(rate), round(9 * (rate - threshold) / (benchmark - threshold) + 0.5)) }
indicator Capped   weight 10 { actual rate; target >= caps[area, "2024"].cap; credit clamp(actual / target.value, 0, 1) }
indicator Either   weight 10 { target <= 90; credit any of inverse, overrun; applies when not (area is missing) and (fraud = no or rate > 10%) }
group Sum weight 20 {
    redistribute
    score min(sum(parts.score), 20)
    indicator One weight 10 { target = 12; credit deviation_share; at most 60% }
    indicator Two weight 10 { target >= 4; credit deviation_share; flag "over {actual - target.value}" when actual > 2 * target.value }
}
group Late { deduct 2 per 1 天 of delay, at most 6;  deduct 1 per full 5 天 of x - 2 天 when fraud = no;  deduct 10% }
adjust "Innovation" + 2 when innovation = yes, at most 3
veto "Fraud found" when fraud = yes -> grade D
veto "Too weak" when count(parts.credit < 60%) >= 2 -> score 0
grade { A > 90;  B > 80;  special when all(parts.credit >= 50%);  C >= 60;  D otherwise }
required area when rate > 50%
==> extra.heng
rules "Extra"
# What an exact target is missed by is taken off by its share.  Source: a circular.  Example: exactly 10, actual 12: 80%.
method deviation_share = when { actual meets target -> 100%;  target is exactly -> 1 - abs(actual - target.value) / target.value;  otherwise -> 0% ..< 100% }
==> caps.csv
area,year,cap
urban,2024,12
rural|hill,2024,8
$ heng doc --lang en --format md rules.heng | sed '/^## .* How to read/,/^## .* Index/d; /^#### .*built in/,/^Example/d'
# Formulas

| Item | Content |
| --- | --- |
| Methods from | extra |
| Rule file | rules.heng |
| SHA-256 of the rule file | cb0c4c1f6b1e6810ba765f4c2a0c291e24f1467ccce6f343ea59af134bb18210 |

## 1 Indicators

| Level 1 | Indicator | Target | Weight | How it is scored |
| --- | --- | --- | ---: | --- |
| Line | | from 45% to 80% | 14 | by actual, in straight lines:<br>• at 45%: nothing<br>• at 80%: full marks<br>• between two of these on the straight line that joins them; beyond them as at the nearest one<br>`linear actual { 45% → 0%; 80% → 100% }` |
| Pieces | | | 50 | by rate, in straight lines:<br>• from 0% to 54%: rising or falling evenly from 0 points to 20 points<br>• from 54% to 100%: rising or falling evenly from 20 points to 50 points<br>• outside: no result<br>`linear rate { 0% .. 54% → 0 .. 20; 54% .. 100% → 20 .. 50 }` |
| Better | | | 10 | points = the greater of points_of(rate) and ((9 × (rate − threshold) ÷ (benchmark − threshold) + 0.5) rounded half up to a whole number)<br>`max(points_of(rate), round(9 × (rate − threshold) ÷ (benchmark − threshold) + 0.5))` |
| Capped | | ≥ “cap” of area, “2024” in table caps | 10 | Actual = rate<br>(actual ÷ target, but at least 0 and at most 1) × weight<br>`clamp(actual ÷ target.value, 0, 1)` |
| Either | | ≤ 90 | 10 | any of these is admitted, the first is expected:<br>• by “inverse”:<br>&emsp;• if actual meets target: full marks<br>&emsp;• otherwise: target ÷ actual × weight<br>• by “overrun”:<br>&emsp;• if actual meets target: full marks<br>&emsp;• otherwise: (1 − (actual − target) ÷ target, but at least 0) × weight<br>Applies only if area is not missing and (fraud is no or rate is above 10%); otherwise left out with its weight. |
| Sum<br>(20 points) | One | = 12 | 10 | by “deviation_share”:<br>• if actual meets target: full marks<br>• otherwise: (1 − \|actual − target\| ÷ target) × weight<br>Not more than 60% of the weight. |
| 〃 | Two | ≥ 4 | 10 | by “deviation_share”:<br>• if actual meets target: full marks<br>• otherwise: from 0% to below 100% of the weight; the rule does not fix where in it<br>Flagged if actual is above 2 × target: over \[actual − target] |
| Late | | | | Taken off what is above it:<br>deduct 2 points for each 1 天 of delay, a part of it in proportion; at most 6 points<br>`− min(2 × delay ÷ 1 天, 6)`<br>deduct 1 point for each full 5 天 of (x − 2 天); a part of it costs nothing; only if fraud is no<br>`− 1 × down((x − 2 天) ÷ 5 天)`<br>deduct 10% of the weight<br>`− 10%` |
| **Total** | | | **114** | |

## 2 Groups

The score of a group is the sum of the scores of its parts, unless said otherwise here.

| Group | Weight | How its score is made |
| --- | ---: | --- |
| Sum | 20 | points = (the sum of the scores of the parts), but at most 20<br>`min(sum(parts.score), 20)`<br>The weight of parts that do not apply is spread over the others in proportion to their weights. |

## 3 From scores to the total

- The total is the sum of the scores at the top level.
- The score of each indicator is rounded to 2 decimals, half up.
- The total is rounded to a whole number, down.

### Adjustments to the total

| Adjustment | Points | If | Limit |
| --- | --- | --- | --- |
| Innovation | + 2 | innovation is yes | at most 3 |

### Vetoes

| Veto | If | Result |
| --- | --- | --- |
| Fraud found | fraud is yes | grade D |
| Too weak | (the number of parts whose share of full marks is below 60%) is at least 2 | total 0 |

## 4 Grades

The grade is the first of these that holds, from the top.

| Grade | Total, or condition | In notation |
| --- | --- | --- |
| **A** | above 90 | `> 90` |
| **B** | above 80, at most 90 | `> 80` |
| **special** | of every part the share of full marks is at least 50% | `all(parts.credit ≥ 50%)` |
| **C** | at least 60 | `≥ 60` |
| **D** | otherwise, i.e. below 60 | |

## 5 Checks and required entries

| Kind | What is told | When | In notation |
| --- | --- | --- | --- |
| required | area | if rate is above 50% | `rate > 50%` |

## 6 Entries to be filled in

| Name | Other names | Kind | Unit of a bare number | Bounds | Where |
| --- | --- | --- | --- | --- | --- |
| delay | | duration | 天 (days) | | |
| x | | duration | 天 (days) | | |
| rate | | rate (a share; 95% is written 95% or 0.95) | | from 0% to below 200% | |
| threshold | | rate (a share; 95% is written 95% or 0.95) | | from 0% to below 200% | |
| benchmark | | rate (a share; 95% is written 95% or 0.95) | | from 0% to below 200% | |
| fraud | | yes or no | | | |
| innovation | | yes or no | | | |
| area | | text | | | |
| Line | | actual value | % | | its indicator |
| Either | | actual value | | | its indicator |
| One | | actual value | | | its indicator |
| Two | | actual value | | | its indicator |

## 7 Definitions

### Methods: shares of full marks



#### deviation_share (extra)

What an exact target is missed by is taken off by its share.

the first that holds:

- if actual meets target: full marks
- if target is an exact value (=): (1 − \|actual − target\| ÷ target) × weight
- otherwise: from 0% to below 100% of the weight; the rule does not fix where in it

`when { actual meets target → 100%; target is exactly → 1 − abs(actual − target.value) ÷ target.value; otherwise → 0% ..< 100% }`

Source: a circular

Example: exactly 10, actual 12: 80%

### Functions

#### points_of(r: rate)

by r, the first that fits:

- at least 90%: 5
- at least 80%, below 90%: 4
- from 60% to 70%: 2
- otherwise: 0

`steps r { ≥ 90% → 5; ≥ 80% → 4; 60% .. 70% → 2; otherwise → 0 }`

## 8 Tables of constants

### caps

File caps.csv; a row is found by area, year. SHA-256 0fad10fbc787eeb82de8ea1ed9e6982d5cbe9807df031de55914426ca598bd4d

| area | year | cap |
| --- | --- | --- |
| urban | 2024 | 12 |
| rural\|hill | 2024 | 8 |


| Name | What it is | Where |
| --- | --- | --- |
| Better | indicator | section 1 |
| Capped | indicator | section 1 |
| Either | indicator | section 1 |
| Fraud found | veto | section 3 |
| Innovation | adjustment | section 3 |
| Late | group | section 1 |
| Line | indicator | section 1 |
| One | indicator | section 1 |
| Pieces | indicator | section 1 |
| Sum | group | section 1 |
| Too weak | veto | section 3 |
| Two | indicator | section 1 |
| area | entry | section 6 |
| benchmark | entry | section 6 |
| caps | table | section 8 |
| delay | entry | section 6 |
| deviation_share | method | section 7 |
| fraud | entry | section 6 |
| innovation | entry | section 6 |
| inverse | method | section 7 |
| overrun | method | section 7 |
| points_of | function | section 7 |
| rate | entry | section 6 |
| threshold | entry | section 6 |
| x | entry | section 6 |

## 11 Sign-off

Prepared by: ____________________　Approved by: ____________________

Signature: ____________________　Signature: ____________________

Date: ____________________　Date: ____________________
$ heng doc --lang zh --format md rules.heng | sed -n '/^## 1 /,/^## 5 /p'
## 1 指标与计分

| 一级指标 | 二级指标 | 目标 | 分值 | 计分方法 |
| --- | --- | --- | ---: | --- |
| Line | | 45%（含）至 80%（含） | 14 | 按实际值，用直线计算：<br>• 45% 处：不得分<br>• 80% 处：满分<br>• 两点之间按连接两点的直线计算；两端以外与最近的一点相同<br>`线性 实际 { 45% → 0%; 80% → 100% }` |
| Pieces | | | 50 | 按 rate，用直线计算：<br>• 0%（含）至 54%（含）：由 0 分均匀变到 20 分<br>• 54%（含）至 100%（含）：由 20 分均匀变到 50 分<br>• 范围以外：没有结果<br>`线性 rate { 0% .. 54% → 0 .. 20; 54% .. 100% → 20 .. 50 }` |
| Better | | | 10 | 得分 = points_of(rate)与（（9 ×（rate − threshold）÷（benchmark − threshold）+ 0.5）四舍五入到整数）中的较大者<br>`最大值(points_of(rate), 四舍五入(9 × (rate − threshold) ÷ (benchmark − threshold) + 0.5))` |
| Capped | | ≥ 表 caps 中 area、“2024”的“cap” | 10 | 实际值 = rate<br>（实际值 ÷ 目标值，不低于 0、不高于 1）× 分值<br>`限定(实际 ÷ 目标.值, 0, 1)` |
| Either | | ≤ 90 | 10 | 以下算法都可以，以第一个为准：<br>• 按“反比例”：<br>&emsp;• 实际值达到目标：满分<br>&emsp;• 其他情况：目标值 ÷ 实际值 × 分值<br>• 按“超额扣减”：<br>&emsp;• 实际值达到目标：满分<br>&emsp;• 其他情况：（1 −（实际值 − 目标值）÷ 目标值，不低于 0）× 分值<br>仅当 area 已填，且（fraud 为“否”，或 rate 高于 10%）时适用，否则连同分值一起不计。 |
| Sum<br>（20 分） | One | = 12 | 10 | 按“deviation_share”：<br>• 实际值达到目标：满分<br>• 其他情况：（1 − \|实际值 − 目标值\| ÷ 目标值）× 分值<br>不超过分值的 60%。 |
| 〃 | Two | ≥ 4 | 10 | 按“deviation_share”：<br>• 实际值达到目标：满分<br>• 其他情况：分值的 0%（含）至 100%（不含），规则没有规定取其中多少<br>实际值高于 2 × 目标值时提示：over 〔实际值 − 目标值〕 |
| Late | | | | 从上一级的得分中扣除：<br>delay 每 1 天扣 2 分，不足 1 天的按比例扣；最多扣 6 分<br>`− 最小值(2 × delay ÷ 1 天, 6)`<br>（x − 2 天）每满 5 天扣 1 分，不足 5 天的部分不扣；仅当 fraud 为“否”<br>`− 1 × 向下取整((x − 2 天) ÷ 5 天)`<br>扣分值的 10%<br>`− 10%` |
| **合计** | | | **114** | |

## 2 组的得分

组的得分是其各项得分之和，下列各组另有规定。

| 组 | 分值 | 得分的计算 |
| --- | ---: | --- |
| Sum | 20 | 得分 = （各项得分之和），不高于 20<br>`最小值(合计(各项.得分), 20)`<br>不适用各项的分值按其余各项的分值比例分摊给其余各项。 |

## 3 总分的计算

- 总分是最上一级各项得分之和。
- 每个指标的得分四舍五入到 2 位小数。
- 总分向下取到整数。

### 总分调整

| 调整 | 分数 | 条件 | 限度 |
| --- | --- | --- | --- |
| Innovation | + 2 | innovation 为“是” | 最多 3 |

### 一票否决

| 一票否决 | 条件 | 结果 |
| --- | --- | --- |
| Fraud found | fraud 为“是” | 等级为“D” |
| Too weak | （得分率低于 60% 的项数）不低于 2 | 总分为 0 |

## 4 等级

从上到下，取第一个成立的等级。

| 等级 | 总分或条件 | 记法 |
| --- | --- | --- |
| **A** | 高于 90 | `> 90` |
| **B** | 高于 80、不高于 90 | `> 80` |
| **special** | 每一项的得分率都不低于 50% | `全部(各项.得分率 ≥ 50%)` |
| **C** | 不低于 60 | `≥ 60` |
| **D** | 其他（低于 60） | |

## 5 检查、提示与必填
