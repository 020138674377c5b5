Where evidence is missing or a bound, totals are ranges, and what changes are their ends.  By hand, Coverage of 60 at
>= 90 %, then of 50; Visits of 40, then of 50, at >= 4:
North  Coverage not given: 0 to 60, then 0 to 50.  Visits 4: 40, then 50.  40 to 100, then 50 to 100: the low end rises
       by 10 and the high end stays: up.  Coverage 0 and -10, Visits +10 and +10.
South  Visits not given, Coverage 90 %: 60 to 100, then 50 to 100: down at the low end.
East   Coverage "≥ 45%" is from half of 60 to all of it: 30 to 60, then 25 to 50; Visits 1 of 4: 10, then 12.5.
       40 to 70, then 37.5 to 62.5: -2.5 and -7.5: down.
West   Coverage 90 % and Visits 4 are certain: 100 and 100.
Rest   Both not given: 0 to 100, then 0 to 100.
Tilt   Coverage not given, Visits 2: 20 to 80, then 25 to 75: one end up, one down: unclear.
==> old.heng
rules "Evidence"
indicator Coverage weight 60 { target >= 90%; credit proportional }
indicator Visits weight 40 { target >= 4; credit proportional }
grade { A >= 90; B otherwise }
==> new.heng
rules "Evidence"
indicator Coverage weight 50 { target >= 90%; credit proportional }
indicator Visits weight 50 { target >= 4; credit proportional }
grade { A >= 90; B otherwise }
==> data.csv
form,Coverage,Visits
North,,4
South,90%,
East,≥ 45%,1
West,90%,4
Rest,,
Tilt,,2
$ heng compare old.heng new.heng data.csv --format csv
form,old_total,old_low,old_high,new_total,new_low,new_high,difference,difference_low,difference_high,move,old_grade,new_grade,causes
North,,40,100,,50,100,,10,0,up,A/B,A/B,1:0~-10;2:10
South,,60,100,,50,100,,-10,0,down,A/B,A/B,1:-10;2:0~10
East,,40,70,,37.5,62.5,,-2.5,-7.5,down,B,B,1:-5~-10;2:2.5
West,100,100,100,100,100,100,0,0,0,same,A,A,1:-10;2:10
Rest,,0,100,,0,100,0,0,0,same,A/B,A/B,1:0~-10;2:0~10
Tilt,,20,80,,25,75,,5,-5,unclear,B,B,1:0~-10;2:5
? 1
$ heng compare old.heng new.heng data.csv --lang en --movers 2
old: Evidence (old.heng)
new: Evidence (new.heng)
6 forms, 6 changed
  up       1 form, low end +10, high end 0
  down     2 forms, low end -12.5, high end -7.5
  unclear  1 form, low end +5, high end -5
  same     2 forms

changed clauses, in the order in which they were swapped
  1  Coverage: changed
     - weight 60
     + weight 50
     old.heng:2 -> new.heng:2
     down 6 forms, low end -25, high end -60; moves Coverage
  2  Visits: changed
     - weight 40
     + weight 50
     old.heng:3 -> new.heng:3
     up 6 forms, low end +27.5, high end +47.5; moves Visits

largest changes
  North  40 ~ 100 -> 50 ~ 100  low end +10, high end 0
    1  Coverage: weight 50  low end 0, high end -10
    2  Visits: weight 50  +10
      Coverage: 0 ~ 60 -> 0 ~ 50, of 60 -> 50  low end 0, high end -10 (1)
      Visits: 40 -> 50, of 40 -> 50  +10 (2)
  South  60 ~ 100 -> 50 ~ 100  low end -10, high end 0
    1  Coverage: weight 50  -10
    2  Visits: weight 50  low end 0, high end +10
      Coverage: 60 -> 50, of 60 -> 50  -10 (1)
      Visits: 0 ~ 40 -> 0 ~ 50, of 40 -> 50  low end 0, high end +10 (2)
  … and 4 more; --movers N shows more, --format csv all
? 1
