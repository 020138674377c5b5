The summary in text, in both languages, of a small history: three forms, two of one office.  One score is 10 too high,
one 2 too low, one is full for a missed target; one total is wrong by itself; one row has no actual value.
By hand: 40/80 of 20 is 10, printed 20.  30 of 30 is 30, printed 28.  The third form: 10 + 30 = 40 as by the rules, printed 45.
==> rules.heng
rules "Small history" version "2023"
cites "Order 7, section 2"
given printed_total: number
each row of rows by id {
    indicator name
    weight w
    target tt
    actual aa
    reported ss
    credit proportional
}
reported total = printed_total
==> rows.csv
id,unit,year,name,tt,aa,w,ss
F1,Office A,2022,Visits,≥80,40,20,20
F1,Office A,2022,Calls,≥30,30,30,28
F2,Office A,2023,Visits,≥80,,20,20
F2,Office A,2023,Calls,≥30,30,30,30
F3,Office B,2023,Visits,≥80,40,20,10
F3,Office B,2023,Calls,≥30,33,30,30
==> forms.csv
id,printed_total
F1,48
F2,50
F3,45
$ heng replay rules.heng rows.csv forms.csv --lang en
rules: Small history, version 2023 (Order 7, section 2)
3 forms, 6 rows, 6 reported scores; 0 forms without a certain finding
verdicts on what was reported
  scores            3 agrees                    0 agrees as rounded         2 contradicted              1 cannot be verified
  totals            0 agrees                    0 agrees as rounded         2 contradicted              1 cannot be verified
  1 of the contradicted totals and figures only follow from scores below them
  points overstated 10, understated 2
findings by kind (certain / to be looked at)
  score does not follow                        2 / 0      score
  cannot be verified                           0 / 2      unverifiable
  scores do not add up to their printed sum     1 / 0      total-sum
  full score, target missed                    1 / 0      full-missed
  target met, less than full score             0 / 1      met-not-full
  no actual value                              1 / 0      missing-actual
by unit (forms, contradicted, points over / under)
  Office A                                     2      2   10 / 2
  Office B                                     1      0   0 / 0
certain findings, the most points first
 1. form F1  Visits  +10 points
    score does not follow (rows.csv:2 ss)
    target ≥ 80, entered "40": missed; proportional: 40 ÷ 80 = 50%; 20 × 50% = 10; the form reports
    20, which no reading of the evidence gives: 10 by the rules
    rule: rules.heng:10, Order 7, section 2
 2. form F1  Calls  -2 points
    score does not follow (rows.csv:3 ss)
    target ≥ 30, entered "30": met, full marks; the form reports 28, which no reading of the
    evidence gives: 30 by the rules
    rule: rules.heng:10, Order 7, section 2
 3. form F3  total  +5 points
    scores do not add up to their printed sum (forms.csv:4 printed_total)
    the printed scores add up to 40, the printed total is 45
    rule: rules.heng:1, Order 7, section 2
 4. form F1  Visits
    full score, target missed (rows.csv:2 ss)
    full marks although the target is missed
    rule: rules.heng:10, Order 7, section 2
 5. form F2  Visits
    no actual value (rows.csv:4 aa)
    no actual value is given
    rule: rules.heng:10, Order 7, section 2
? 1
$ heng replay rules.heng rows.csv forms.csv --lang zh
规则：Small history，版本 2023（Order 7, section 2）
3 张表，6 行，6 个所报得分；0 张表没有确定的问题
对所报结果的核对
  得分              3 一致              0 按取整一致        2 不成立            1 无法核实
  总分              0 一致              0 按取整一致        2 不成立            1 无法核实
  不成立的总分等数字中，1 项只是随其下得分而错，不另列
  多计 10 分，少计 2 分
问题，按种类（确定 / 需判断）
  得分不成立                     2 / 0      score
  无法核实                       0 / 2      unverifiable
  得分合计与所列之数不符         1 / 0      total-sum
  未达目标却得满分               1 / 0      full-missed
  达到目标却未得满分             0 / 1      met-not-full
  缺完成值                       1 / 0      missing-actual
按单位（表数、不成立、多计 / 少计）
  Office A                                     2      2   10 / 2
  Office B                                     1      0   0 / 0
确定的问题，差额大的在前
 1. 表单 F1  Visits  +10 分
    得分不成立 (rows.csv:2 ss)
    目标 ≥ 80，实际“40”：未达到目标；按比例：40 ÷ 80 = 50%；20 × 50% = 10；表上为 20，按任何读法都得
    不出：按规则为 10
    规则：rules.heng:10，Order 7, section 2
 2. 表单 F1  Calls  -2 分
    得分不成立 (rows.csv:3 ss)
    目标 ≥ 30，实际“30”：达到目标，得满分；表上为 28，按任何读法都得不出：按规则为 30
    规则：rules.heng:10，Order 7, section 2
 3. 表单 F3  total  +5 分
    得分合计与所列之数不符 (forms.csv:4 printed_total)
    所列得分合计 40，所列总分为 45
    规则：rules.heng:1，Order 7, section 2
 4. 表单 F1  Visits
    未达目标却得满分 (rows.csv:2 ss)
    未达到目标，却报了满分
    规则：rules.heng:10，Order 7, section 2
 5. 表单 F2  Visits
    缺完成值 (rows.csv:4 aa)
    没有填写实际完成值
    规则：rules.heng:10，Order 7, section 2
? 1
$ heng replay rules.heng rows.csv forms.csv --lang zh -o text.txt > printed.txt || cmp printed.txt text.txt
