A threshold is raised.  By hand, Coverage of 60 points at >= 80 %, then at >= 90 %, 40 more for Visits:
North  90 %: met both times, 60 + 40 = 100.  No change.
South  72 %: 72/80 of 60 is 54, then 72/90 of 60 is 48: -6; with 40 for Visits 94 and 88: A, then B.
East   45 %: 45/80 of 60 is 33.75, then 45/90 of 60 is 30: -3.75; with 20 for Visits 53.75 and 50.
==> old.heng
rules "Service desk" version "2024"
indicator Coverage weight 60 { target >= 80%; credit proportional }
indicator Visits weight 40 { target >= 4; credit proportional }
grade { A >= 90; B >= 80; C otherwise }
==> new.heng
rules "Service desk" version "2025"
indicator Coverage weight 60 { target >= 90%; credit proportional }
indicator Visits weight 40 { target >= 4; credit proportional }
grade { A >= 90; B >= 80; C otherwise }
==> desk.csv
form,Coverage,Visits
North,90%,4
South,72%,5
East,45%,2
$ heng compare old.heng new.heng desk.csv --lang en
old: Service desk 2024 (old.heng)
new: Service desk 2025 (new.heng)
3 forms, 2 changed
  down     2 forms, -9.75
  same     1 form
  another grade in 1

grades, from the old (rows) to the new (columns)
           A    B    C
  A        1    1    .
  C        .    .    1

changed clauses, in the order in which they were swapped
  1  Coverage: changed
     - target >= 80%
     + target >= 90%
     old.heng:2 -> new.heng:2
     down 2 forms, -9.75; another grade in 1; moves Coverage

largest changes
  South  94 -> 88  -6  grade A -> B
    1  Coverage: target >= 90%  -6; grade A -> B
      Coverage: 54 -> 48  -6 (1)
  East   53.75 -> 50  -3.75
    1  Coverage: target >= 90%  -3.75
      Coverage: 33.75 -> 30  -3.75 (1)
? 1
$ heng compare old.heng new.heng desk.csv --lang zh
旧：Service desk 2024（old.heng）
新：Service desk 2025（new.heng）
共 3 张表单，2 张有变化
  下降     2 张，-9.75
  总分不变 1 张
  等级变化 1 张

等级变动（行为旧、列为新）
           A    B    C
  A        1    1    .
  C        .    .    1

不同的条款（按依次替换的顺序）
  1  Coverage：修改
     - target >= 80%
     + target >= 90%
     old.heng:2 -> new.heng:2
     下降 2 张，-9.75；等级变化 1 张；涉及 Coverage

变化最大的表单
  South  94 -> 88  -6  等级 A -> B
    1  Coverage: target >= 90%  -6；等级 A -> B
      Coverage: 54 -> 48  -6 (1)
  East   53.75 -> 50  -3.75
    1  Coverage: target >= 90%  -3.75
      Coverage: 33.75 -> 30  -3.75 (1)
? 1
$ heng compare old.heng new.heng desk.csv --format csv
form,old_total,old_low,old_high,new_total,new_low,new_high,difference,difference_low,difference_high,move,old_grade,new_grade,causes
North,100,100,100,100,100,100,0,0,0,same,A,A,
South,94,94,94,88,88,88,-6,-6,-6,down,A,B,1:-6
East,53.75,53.75,53.75,50,50,50,-3.75,-3.75,-3.75,down,C,C,1:-3.75
? 1
$ heng compare old.heng new.heng desk.csv --format csv --parts --changed
form,row,path,name,kind,old_weight,new_weight,old_credit,new_credit,old_score,old_low,old_high,new_score,new_low,new_high,difference,difference_low,difference_high,move,old_status,new_status,causes
South,,,Coverage,indicator,60,60,0.9,0.8,54,54,54,48,48,48,-6,-6,-6,down,missed,missed,1:-6
East,,,Coverage,indicator,60,60,0.5625,0.5,33.75,33.75,33.75,30,30,30,-3.75,-3.75,-3.75,down,missed,missed,1:-3.75
? 1
