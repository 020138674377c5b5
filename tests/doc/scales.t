A scale of a module that only an entry uses is told as well; a definition that shares the comment of the one before it,
because that names both, has its words.  A document of two schemes has both, each with its own sections.
==> good.heng
rules "Scales"
use kinds
given plan: quality
given size: number in 0 .. 4
indicator Plan weight 10 { credit when { plan is good -> 100%; plan is missing -> 30%; otherwise -> pair_2(10%, 20%) } }
indicator Size weight 4 { score pair_3(size, 1, 2) - -1 }
==> kinds.heng
rules "Kinds"
levels quality { good "fine" -> 80% .. 100%; poor -> 0% ..< 80% }

# pair_2, pair_3 成组
#   zh: 各数之和，
#       不取整。
#   en: the sum of
#       its arguments.
#   example: pair_2(1, 2) is 3
function pair_2 "两数" (x: number, y: number) = x + y
function pair_3 "三数" (x: number, y: number, z: number) = x + y + z
$ heng doc --lang en --format md good.heng | sed -n '/^## 1 /,/^## 2 /p; /^## 4 /,/^## 6 /p'
## 1 Indicators

| Indicator | Target | Weight | How it is scored |
| --- | --- | ---: | --- |
| Plan | | 10 | the first that holds:<br>• if plan is good: full marks<br>• if plan is missing: 30% of the weight<br>• otherwise: pair_2(10%, 20%) × weight<br>`when { plan is good → 100%; plan is missing → 30%; otherwise → pair_2(10%, 20%) }` |
| Size | | 4 | points = pair_3(size, 1, 2) − −1 |
| **Total** | | **14** | |

## 2 From scores to the total
## 4 Levels of judgement

A level is entered by one of its words. Where it gives a range, the evaluator chooses within it.

### quality (kinds)

| Level | Also written | Share of the weight |
| --- | --- | --- |
| good | fine | from 80% to 100% |
| poor | | from 0% to below 80% |

## 5 Definitions

### Functions

#### pair_2(x: number, y: number) (kinds)

the sum of its arguments.

Also called: 两数

x + y

Example: pair_2(1, 2) is 3

#### pair_3(x: number, y: number, z: number) (kinds)

the sum of its arguments.

Also called: 三数

x + y + z

Example: pair_2(1, 2) is 3

## 6 How to read this document
$ heng doc --lang zh --format md good.heng | grep -A2 '^#### pair'
#### pair_2(x: 数值, y: 数值)（kinds）

各数之和，不取整。
--
#### pair_3(x: 数值, y: 数值, z: 数值)（kinds）

各数之和，不取整。
$ heng doc --lang en --format md good.heng kinds.heng | grep '^#'
# Scales
## 1 Indicators
## 2 From scores to the total
## 3 Entries to be filled in
## 4 Levels of judgement
### quality (kinds)
## 5 Definitions
### Functions
#### pair_2(x: number, y: number) (kinds)
#### pair_3(x: number, y: number, z: number) (kinds)
## 6 How to read this document
## 7 Index
## 8 Sign-off
# Kinds
## 1 Levels of judgement
### quality
## 2 Definitions
### Functions
#### pair_2(x: number, y: number)
#### pair_3(x: number, y: number, z: number)
## 3 Index
## 4 Sign-off
