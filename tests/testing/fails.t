What does not hold: place, expected and actual side by side, the difference, and why it came out so; exit status 1.
By hand: 25 of 50 visits is 50% of 60 = 30, and not 31; cost 90 gives 20, so 50 in all, and not 51.
==> rules.heng
rules "Service desk"
given cost: amount 万元
indicator Visits weight 60 { target >= 50 次; credit proportional }
indicator Cost weight 40 { actual cost; target <= 80 万元; score steps cost { <= 80 万元 -> 40; <= 100 万元 -> 20; otherwise -> 0 } }
function late(d: duration) = steps d { <= 0 天 -> 0;  <= 5 天 -> 1;  otherwise -> 5 }
flag "costly" when cost > 100 万元
grade { A >= 90; B >= 50; C otherwise }
test "wrong" {
    set Visits = 25 次, cost = 90 万元
    expect Visits.score = 31
    expect Visits.score = 30
    expect total = 51
    expect total.score in 60 .. 70
    expect grade = A
    expect Visits.status is met
    expect flag "costly"
    expect late(3 天) > 1
    expect Visits.score + Cost.score = 60
}
test "right" { set Visits = 50 次, cost = 80 万元; expect total = 100 }
test "a range is no number" {
    set cost = 70 万元 .., Visits = 50 次
    expect Cost.score = 40
    expect grade = A
    expect grade = A or grade = B
    expect grade != C
}
$ heng test --lang en rules.heng
rules.heng:10:12: failed "wrong": Visits.score: expected 31, got 30 (-1)
    Visits: target ≥ 50次, entered "25次": missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30
rules.heng:12:12: failed "wrong": total: expected 51, got 50 (-1)
    Visits: target ≥ 50次, entered "25次": missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30
    Cost: target ≤ 80万元, actual 90万元: missed; cost 90万元 ≤ 100万元: 20
rules.heng:13:12: failed "wrong": total.score: expected 60 .. 70, got 50
    Visits: target ≥ 50次, entered "25次": missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30
    Cost: target ≤ 80万元, actual 90万元: missed; cost 90万元 ≤ 100万元: 20
rules.heng:14:12: failed "wrong": grade: expected A, got B
    Visits: target ≥ 50次, entered "25次": missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30
    Cost: target ≤ 80万元, actual 90万元: missed; cost 90万元 ≤ 100万元: 20
rules.heng:15:12: failed "wrong": Visits.status: expected met, got missed
    Visits: target ≥ 50次, entered "25次": missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30
rules.heng:16:12: failed "wrong": flag "costly": expected yes, got no
rules.heng:17:12: failed "wrong": late(3 天): expected > 1, got 1
    late › 3天 ≤ 5天
rules.heng:18:12: failed "wrong": Visits.score + Cost.score: expected 60, got 50 (-10)
    Visits: target ≥ 50次, entered "25次": missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30
    Cost: target ≤ 80万元, actual 90万元: missed; cost 90万元 ≤ 100万元: 20
rules.heng:23:12: failed "a range is no number": Cost.score: expected 40, got 0 ~ 40
    Cost: target ≤ 80万元, actual at least 70万元: unknown; 0 ~ 40
rules.heng:24:12: failed "a range is no number": grade: expected A, got A or B
1 passed, 2 failed
? 1
$ heng test --lang zh rules.heng
rules.heng:10:12: 失败“wrong”：Visits.score：期望 31，实为 30（-1）
    Visits: 目标 ≥ 50次，实际“25次”：未达到目标；按比例：25次 ÷ 50次 = 50%；60 × 50% = 30
rules.heng:12:12: 失败“wrong”：total：期望 51，实为 50（-1）
    Visits: 目标 ≥ 50次，实际“25次”：未达到目标；按比例：25次 ÷ 50次 = 50%；60 × 50% = 30
    Cost: 目标 ≤ 80万元，实际 90万元：未达到目标；cost 90万元 ≤ 100万元：20
rules.heng:13:12: 失败“wrong”：total.score：期望 60 .. 70，实为 50
    Visits: 目标 ≥ 50次，实际“25次”：未达到目标；按比例：25次 ÷ 50次 = 50%；60 × 50% = 30
    Cost: 目标 ≤ 80万元，实际 90万元：未达到目标；cost 90万元 ≤ 100万元：20
rules.heng:14:12: 失败“wrong”：grade：期望 A，实为 B
    Visits: 目标 ≥ 50次，实际“25次”：未达到目标；按比例：25次 ÷ 50次 = 50%；60 × 50% = 30
    Cost: 目标 ≤ 80万元，实际 90万元：未达到目标；cost 90万元 ≤ 100万元：20
rules.heng:15:12: 失败“wrong”：Visits.status：期望 达到目标，实为 未达到目标
    Visits: 目标 ≥ 50次，实际“25次”：未达到目标；按比例：25次 ÷ 50次 = 50%；60 × 50% = 30
rules.heng:16:12: 失败“wrong”：flag "costly"：期望 是，实为 否
rules.heng:17:12: 失败“wrong”：late(3 天)：期望 > 1，实为 1
    late › 3天 ≤ 5天
rules.heng:18:12: 失败“wrong”：Visits.score + Cost.score：期望 60，实为 50（-10）
    Visits: 目标 ≥ 50次，实际“25次”：未达到目标；按比例：25次 ÷ 50次 = 50%；60 × 50% = 30
    Cost: 目标 ≤ 80万元，实际 90万元：未达到目标；cost 90万元 ≤ 100万元：20
rules.heng:23:12: 失败“a range is no number”：Cost.score：期望 40，实为 0 ~ 40
    Cost: 目标 ≤ 80万元，实际 不少于70万元：无法确定；0 ~ 40
rules.heng:24:12: 失败“a range is no number”：grade：期望 A，实为 A 或 B
通过 1 个，失败 2 个
? 1
$ heng test --lang en --format json --filter range rules.heng
{
  "files": [
    {
      "path": "rules.heng",
      "errors": 0,
      "tests": [
        {
          "name": "a range is no number",
          "line": 21,
          "column": 1,
          "status": "failed",
          "failures": [
            {
              "line": 23,
              "column": 12,
              "what": "Cost.score",
              "expected": "40",
              "actual": "0 ~ 40",
              "difference": null,
              "because": [
                "Cost: target ≤ 80万元, actual at least 70万元: unknown; 0 ~ 40"
              ]
            },
            {
              "line": 24,
              "column": 12,
              "what": "grade",
              "expected": "A",
              "actual": "A or B",
              "difference": null,
              "because": []
            }
          ]
        }
      ]
    }
  ],
  "passed": 0,
  "failed": 1
}
? 1
$ heng test --lang en --format junit rules.heng | sed -n 1,8p
<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="2">
  <testsuite name="rules.heng" tests="3" failures="2" errors="0">
    <testcase classname="rules.heng" name="wrong" file="rules.heng" line="8">
      <failure message="Visits.score: expected 31, got 30 (-1)">10:12
Visits: target ≥ 50次, entered &quot;25次&quot;: missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30</failure>
      <failure message="total: expected 51, got 50 (-1)">12:12
Visits: target ≥ 50次, entered &quot;25次&quot;: missed; proportional: 25次 ÷ 50次 = 50%; 60 × 50% = 30
