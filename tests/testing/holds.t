Tests that hold, in English: scores, ranges, grades, lost points, weights, credit, statuses, findings, no result.  By hand: 25 of 50 visits
is 50% of 60, 30; 90 is above 80 and not above 100, 20 points; 50 in all, below 60.  Cost is missing: 0, 20 or 40 points.  5 / 0 has no result.
==> rules.heng
rules "Service desk"
rounding 2
given cost: amount 万元
given calls, staff: number
given fraud, urgent: truth
indicator Visits weight 60 { target >= 50 次; credit proportional }
indicator Cost weight 40 {
    actual cost
    target <= 80 万元
    score steps cost { <= 80 万元 -> 40; <= 100 万元 -> 20; otherwise -> 0 }
}
indicator Load points 10 { given half: number; applies when urgent = yes; score calls / staff }
function late(d: duration) = steps d { <= 0 天 -> 0;  <= 5 天 -> 1;  otherwise -> 5 }
adjust "Urgent" + 2 when urgent = yes
veto "Fraud" when fraud = yes -> grade D
check "whole" total.weight = 100
flag "costly" when cost > 100 万元
required cost when urgent = yes
grade { A >= 90; B >= 80; C >= 60; D otherwise }

test "half the visits" {
    set Visits = 25 次, cost = 90 万元, fraud = no, urgent = no
    expect Visits.score = 30
    expect Visits.credit = 50%
    expect Visits.lost = 30
    expect Visits.weight = 60
    expect Visits.status is missed
    expect Visits.status = missed and not (Visits.status is met)
    expect Cost.score = 20
    expect total = 50
    expect total.score in 40 .. 60
    expect grade = D
    expect Load.status is not_applicable
    expect check "whole"
    expect not flag "costly"
    expect not veto "Fraud"
    expect not adjust "Urgent"
    expect required cost
    expect late(3 天) = 1 and late(6 天) = 5
}
test "evidence is missing" {
    set Visits = missing, urgent = yes, calls = 5, staff = 0, Load.half = 1
    expect Visits.score = 0 .. 60
    expect Visits.status is missing
    expect Cost.score = 0 .. 40
    expect Load.status is error
    expect not required cost
    expect adjust "Urgent"
}
test "bounds, and a value set again" {
    set cost = 101 万元 .., Visits = 60%, fraud = yes, urgent = no
    expect Cost.score = 0
    expect flag "costly"
    expect grade = D and veto "Fraud" and not adjust "Urgent"
    set cost = .. 80 万元
    expect Cost.score = 40
}
$ heng test --lang en rules.heng
3 passed, 0 failed
$ heng test --lang zh --filter half rules.heng
通过 1 个，失败 0 个
$ heng test --lang zh --filter nothing rules.heng
通过 0 个，失败 0 个
