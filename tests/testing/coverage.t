Clauses, branches and edges, and what of them no test has tried.  By hand: three indicators and a function are 4 clauses.  Branches: rows of
steps 3 + 3, adjust, veto and applies yes and no 6, grades 3, levels 2, the one piece of the line: 18.  Edges, three sides each: steps 2 + 2, the
target of Visits, the grades A and B, the ends of the line 2, the comparisons of adjust and applies 2: 11, so 33.
==> rules.heng
rules "Desk"
given cost: amount 万元
given extra: number
given fraud: truth
levels quality { good -> 80% .. 100%;  bad -> 0% ..< 80% }
indicator Visits weight 60 { target >= 50 次; credit linear actual { 0 次 -> 0%; 50 次 -> 100% } }
indicator Cost weight 40 { score steps cost { <= 80 万元 -> 40; <= 100 万元 -> 20; otherwise -> 0 } }
indicator Quality points 10 { applies when extra > 5; target "good"; credit quality }
function late(d: duration) = steps d { <= 0 天 -> 0;  <= 5 天 -> 1;  otherwise -> 5 }
adjust "Extra" + 2 when extra >= 3
veto "Fraud" when fraud = yes -> grade C
grade { A >= 90; B >= 80; C otherwise }
test "met" { set Visits = 50 次, cost = 80 万元, extra = 0, fraud = no; expect total = 100 and grade = A }
test "late" { expect late(5 天) = 1 }
$ heng test --lang en --coverage rules.heng
rules.heng:5:18: branch 'good -> 80% .. 100%': not tried
rules.heng:5:40: branch 'bad -> 0% ..< 80%': not tried
rules.heng:6:30: edge 'target >= 50 次': not below it, not above it
rules.heng:6:69: edge '0 次': not below it, not on it
rules.heng:6:80: edge '50 次': not below it, not above it
rules.heng:7:50: edge '80 万元': not below it, not above it
rules.heng:7:63: branch '<= 100 万元 -> 20': not tried
rules.heng:7:66: edge '100 万元': not below it, not on it, not above it
rules.heng:7:80: branch 'otherwise -> 0': not tried
rules.heng:8:31: branch 'applies when extra > 5': never holds
rules.heng:8:44: edge 'extra > 5': not on it, not above it
rules.heng:8:70: clause 'Quality: credit': not tried
rules.heng:9:40: branch '<= 0 天 -> 0': not tried
rules.heng:9:43: edge '0 天': not below it, not on it
rules.heng:9:57: edge '5 天': not below it, not above it
rules.heng:9:68: branch 'otherwise -> 5': not tried
rules.heng:10:1: branch 'adjust "Extra"': never holds
rules.heng:10:25: edge 'extra >= 3': not on it, not above it
rules.heng:11:1: branch 'veto "Fraud"': never holds
rules.heng:12:9: edge 'A >= 90': not below it, not on it
rules.heng:12:18: branch 'B': not tried
rules.heng:12:18: edge 'B >= 80': not below it, not on it
rules.heng:12:27: branch 'C': not tried
rules.heng: covered 3 of 4 clauses, 7 of 18 branches, 10 of 33 edges
2 passed, 0 failed
$ heng test --lang zh --coverage --annotate rules.heng
         1 | rules "Desk"
         2 | given cost: amount 万元
         3 | given extra: number
         4 | given fraud: truth
    0!   5 | levels quality { good -> 80% .. 100%;  bad -> 0% ..< 80% }
    1!   6 | indicator Visits weight 60 { target >= 50 次; credit linear actual { 0 次 -> 0%; 50 次 -> 100% } }
    1!   7 | indicator Cost weight 40 { score steps cost { <= 80 万元 -> 40; <= 100 万元 -> 20; otherwise -> 0 } }
    1!   8 | indicator Quality points 10 { applies when extra > 5; target "good"; credit quality }
    1!   9 | function late(d: duration) = steps d { <= 0 天 -> 0;  <= 5 天 -> 1;  otherwise -> 5 }
    1!  10 | adjust "Extra" + 2 when extra >= 3
    1!  11 | veto "Fraud" when fraud = yes -> grade C
    1!  12 | grade { A >= 90; B >= 80; C otherwise }
        13 | test "met" { set Visits = 50 次, cost = 80 万元, extra = 0, fraud = no; expect total = 100 and grade = A }
        14 | test "late" { expect late(5 天) = 1 }
rules.heng:5:18: 分支“good -> 80% .. 100%”：没有试过
rules.heng:5:40: 分支“bad -> 0% ..< 80%”：没有试过
rules.heng:6:30: 边界“target >= 50 次”：没有试过低于，没有试过高于
rules.heng:6:69: 边界“0 次”：没有试过低于，没有试过恰好等于
rules.heng:6:80: 边界“50 次”：没有试过低于，没有试过高于
rules.heng:7:50: 边界“80 万元”：没有试过低于，没有试过高于
rules.heng:7:63: 分支“<= 100 万元 -> 20”：没有试过
rules.heng:7:66: 边界“100 万元”：没有试过低于，没有试过恰好等于，没有试过高于
rules.heng:7:80: 分支“otherwise -> 0”：没有试过
rules.heng:8:31: 分支“applies when extra > 5”：没有成立过
rules.heng:8:44: 边界“extra > 5”：没有试过恰好等于，没有试过高于
rules.heng:8:70: 子句“Quality: credit”：没有试过
rules.heng:9:40: 分支“<= 0 天 -> 0”：没有试过
rules.heng:9:43: 边界“0 天”：没有试过低于，没有试过恰好等于
rules.heng:9:57: 边界“5 天”：没有试过低于，没有试过高于
rules.heng:9:68: 分支“otherwise -> 5”：没有试过
rules.heng:10:1: 分支“adjust "Extra"”：没有成立过
rules.heng:10:25: 边界“extra >= 3”：没有试过恰好等于，没有试过高于
rules.heng:11:1: 分支“veto "Fraud"”：没有成立过
rules.heng:12:9: 边界“A >= 90”：没有试过低于，没有试过恰好等于
rules.heng:12:18: 分支“B”：没有试过
rules.heng:12:18: 边界“B >= 80”：没有试过低于，没有试过恰好等于
rules.heng:12:27: 分支“C”：没有试过
rules.heng：已覆盖 子句 3/4，分支 7/18，边界 10/33
通过 2 个，失败 0 个
$ heng test --format json --coverage --filter late rules.heng | grep -A 16 '"coverage"'
      "coverage": {
        "clauses": {
          "covered": 1,
          "all": 4
        },
        "branches": {
          "covered": 1,
          "all": 18
        },
        "edges": {
          "covered": 2,
          "all": 33
        },
        "items": [
          {
            "kind": "branch",
            "line": 5,
