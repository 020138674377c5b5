Only the bands change: no total moves, grades do.  By hand, 85 of 100 was B at >= 80 and stays B; 91 was A at >= 90 and
is B below 92; 60 was C and now is D below 70.
==> old.heng
rules "Bands"
given x: number
indicator X points 100 { score x }
grade { A >= 90; B >= 80; C otherwise }
==> new.heng
rules "Bands"
given x: number
indicator X points 100 { score x }
grade { A >= 92; B >= 80; C >= 70; D otherwise }
==> data.csv
id,x
p,85
q,91
r,60
$ heng compare old.heng new.heng data.csv --lang en
old: Bands (old.heng)
new: Bands (new.heng)
3 forms, 2 changed
  same     3 forms
  another grade in 2

grades, from the old (rows) to the new (columns)
           B    D
  A        1    .
  B        1    .
  C        .    1

changed clauses, in the order in which they were swapped
  1  changed
     - grade { A >= 90; B >= 80; C otherwise }
     + grade { A >= 92; B >= 80; C >= 70; D otherwise }
     old.heng:4 -> new.heng:4
     another grade in 2

largest changes
  q  91 -> 91  grade A -> B
    1  grade { A >= 92; B >= 80; C >= 70; D otherwise }; grade A -> B
  r  60 -> 60  grade C -> D
    1  grade { A >= 92; B >= 80; C >= 70; D otherwise }; grade C -> D
? 1
$ heng compare old.heng new.heng data.csv --format csv
form,old_total,old_low,old_high,new_total,new_low,new_high,difference,difference_low,difference_high,move,old_grade,new_grade,causes
p,85,85,85,85,85,85,0,0,0,same,B,B,
q,91,91,91,91,91,91,0,0,0,same,A,B,1:0
r,60,60,60,60,60,60,0,0,0,same,C,D,1:0
? 1
$ heng compare old.heng new.heng data.csv --lang zh
旧：Bands（old.heng）
新：Bands（new.heng）
共 3 张表单，2 张有变化
  总分不变 3 张
  等级变化 2 张

等级变动（行为旧、列为新）
           B    D
  A        1    .
  B        1    .
  C        .    1

不同的条款（按依次替换的顺序）
  1  修改
     - grade { A >= 90; B >= 80; C otherwise }
     + grade { A >= 92; B >= 80; C >= 70; D otherwise }
     old.heng:4 -> new.heng:4
     等级变化 2 张

变化最大的表单
  q  91 -> 91  等级 A -> B
    1  grade { A >= 92; B >= 80; C >= 70; D otherwise }；等级 A -> B
  r  60 -> 60  等级 C -> D
    1  grade { A >= 92; B >= 80; C >= 70; D otherwise }；等级 C -> D
? 1
