An indicator comes, one goes, one moves into a group and keeps its points.  By hand:
North  before: Calls 8/10 of 30 = 24, Letters 20, Visits 50: 94.  After: Calls 24, Visits 50, Answers 10/20 of 20 = 10: 84.
       Letters -20, Answers +10: together -10; moving Calls costs nothing.
South  before: Calls 30, Letters 5/10 of 20 = 10, Visits 25: 65.  After: Calls 30, Visits 25, Answers 20: 75.  -10 + 20 = +10.
==> old.heng
rules "Parts"
indicator Calls weight 30 { target >= 10; credit proportional }
indicator Letters weight 20 { target >= 10; credit proportional }
group Output {
    indicator Visits weight 50 { target >= 4; credit proportional }
}
==> new.heng
rules "Parts"
group Output {
    indicator Visits weight 50 { target >= 4; credit proportional }
    indicator Calls weight 30 { target >= 10; credit proportional }
}
indicator Answers weight 20 { target >= 20; credit proportional }
==> data.csv
form,Calls,Letters,Visits,Answers
North,8,10,4,10
South,10,5,2,20
$ heng compare old.heng new.heng data.csv --lang en
old: Parts (old.heng)
new: Parts (new.heng)
2 forms, 2 changed
  up       1 form, +10
  down     1 form, -10

changed clauses, in the order in which they were swapped
  1  removed
     - indicator Letters weight 20 { target >= 10; credit proportional }
     old.heng:3
     down 2 forms, -30; moves Letters
  2  Output: moved
     - indicator Calls weight 30 { target >= 10; credit proportional }
     + indicator Calls weight 30 { target >= 10; credit proportional }
     old.heng:2 -> new.heng:4
     no effect on these forms
  3  added
     + indicator Answers weight 20 { target >= 20; credit proportional }
     new.heng:6
     up 2 forms, +30; moves Answers

largest changes
  North  94 -> 84  -10
    1  − indicator Letters weight 20 { target >= 10; credit proporti…  -20
    3  + indicator Answers weight 20 { target >= 20; credit proporti…  +10
      Answers: new, 10  +10 (3)
      Letters: was 20, gone  -20 (1)
  South  65 -> 75  +10
    1  − indicator Letters weight 20 { target >= 10; credit proporti…  -10
    3  + indicator Answers weight 20 { target >= 20; credit proporti…  +20
      Answers: new, 20  +20 (3)
      Letters: was 10, gone  -10 (1)
? 1
$ heng compare old.heng new.heng data.csv --format csv --parts
form,row,path,name,kind,old_weight,new_weight,old_credit,new_credit,old_score,old_low,old_high,new_score,new_low,new_high,difference,difference_low,difference_high,move,old_status,new_status,causes
North,,,Output,group,50,80,1,0.925,50,50,50,74,74,74,24,24,24,up,met,partly,2:24
North,,Output,Visits,indicator,50,50,1,1,50,50,50,50,50,50,0,0,0,same,met,met,
North,,Output,Calls,indicator,30,30,0.8,0.8,24,24,24,24,24,24,0,0,0,same,missed,missed,
North,,,Answers,indicator,,20,,0.5,,,,10,10,10,10,10,10,up,,missed,3:10
North,,,Letters,indicator,20,,1,,20,20,20,,,,-20,-20,-20,down,met,,1:-20
South,,,Output,group,50,80,0.5,0.6875,25,25,25,55,55,55,30,30,30,up,partly,partly,2:30
South,,Output,Visits,indicator,50,50,0.5,0.5,25,25,25,25,25,25,0,0,0,same,missed,missed,
South,,Output,Calls,indicator,30,30,1,1,30,30,30,30,30,30,0,0,0,same,met,met,
South,,,Answers,indicator,,20,,1,,,,20,20,20,20,20,20,up,,met,3:20
South,,,Letters,indicator,20,,0.5,,10,10,10,,,,-10,-10,-10,down,missed,,1:-10
? 1
