Ten points move from Answers to Visits.  Each clause alone would leave weights that are not 100; their effects add up.
By hand, before 60 × Answers + 40 × Visits, after 50 × Answers + 50 × Visits:
North  100 % and 50 %: 60 + 20 = 80, then 50 + 25 = 75.  Answers -10, Visits +5.
South  50 % and 100 %: 30 + 40 = 70, then 25 + 50 = 75.  Answers -5, Visits +10.
East   80 % and 80 %: 48 + 32 = 80, then 40 + 40 = 80.  Answers -8, Visits +8: the total stays, the parts do not.
==> old.heng
rules "Weights"
group All weight 100 {
    indicator Answers weight 60 { target >= 100%; credit proportional }
    indicator Visits weight 40 { target >= 100%; credit proportional }
}
==> new.heng
rules "Weights"
group All weight 100 {
    indicator Answers weight 50 { target >= 100%; credit proportional }
    indicator Visits weight 50 { target >= 100%; credit proportional }
}
==> data.csv
form,Answers,Visits
North,100%,50%
South,50%,100%
East,80%,80%
$ heng compare old.heng new.heng data.csv --lang en
old: Weights (old.heng)
new: Weights (new.heng)
3 forms, 3 changed
  up       1 form, +5
  down     1 form, -5
  same     1 form

changed clauses, in the order in which they were swapped
  1  All/Answers: changed
     - weight 60
     + weight 50
     old.heng:3 -> new.heng:3
     down 3 forms, -23; moves Answers
  2  All/Visits: changed
     - weight 40
     + weight 50
     old.heng:4 -> new.heng:4
     up 3 forms, +23; moves Visits

largest changes
  North  80 -> 75  -5
    1  All/Answers: weight 50  -10
    2  All/Visits: weight 50  +5
      All/Answers: 60 -> 50, of 60 -> 50  -10 (1)
      All/Visits: 20 -> 25, of 40 -> 50  +5 (2)
  South  70 -> 75  +5
    1  All/Answers: weight 50  -5
    2  All/Visits: weight 50  +10
      All/Answers: 30 -> 25, of 60 -> 50  -5 (1)
      All/Visits: 40 -> 50, of 40 -> 50  +10 (2)
  East   80 -> 80
    1  All/Answers: weight 50  -8
    2  All/Visits: weight 50  +8
      All/Answers: 48 -> 40, of 60 -> 50  -8 (1)
      All/Visits: 32 -> 40, of 40 -> 50  +8 (2)
? 1
$ heng compare old.heng new.heng data.csv --format csv
form,old_total,old_low,old_high,new_total,new_low,new_high,difference,difference_low,difference_high,move,old_grade,new_grade,causes
North,80,80,80,75,75,75,-5,-5,-5,down,,,1:-10;2:5
South,70,70,70,75,75,75,5,5,5,up,,,1:-5;2:10
East,80,80,80,80,80,80,0,0,0,same,,,1:-8;2:8
? 1
