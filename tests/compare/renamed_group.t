A renamed group is one change, and its indicators are compared clause by clause, wherever they stand now.  By
hand, X of 10 at >= 10 with 5 is 5; at >= 20 it is 2.5: -2.5.
==> old.heng
rules "Names"
group Output { indicator X weight 10 { target >= 10; credit proportional } }
==> new.heng
rules "Names"
group Results { indicator X weight 10 { target >= 20; credit proportional } }
$ heng compare old.heng new.heng --set X=5 --lang en
old: Names (old.heng)
new: Names (new.heng)
1 form, 1 changed
  down     1 form, -2.5

changed clauses, in the order in which they were swapped
  1  changed
     - Output
     + Results
     old.heng:2 -> new.heng:2
     no effect on these forms
  2  Results/X: changed
     - target >= 10
     + target >= 20
     old.heng:2 -> new.heng:2
     down 1 form, -2.5; moves X

largest changes
  1  5 -> 2.5  -2.5
    2  Results/X: target >= 20  -2.5
      Results/X: 5 -> 2.5  -2.5 (2)
? 1
$ heng compare old.heng new.heng --set X=5 --format csv --parts
form,row,path,name,kind,old_weight,new_weight,old_credit,new_credit,old_score,old_low,old_high,new_score,new_low,new_high,difference,difference_low,difference_high,move,old_status,new_status,causes
1,,,Results,group,10,10,0.5,0.25,5,5,5,2.5,2.5,2.5,-2.5,-2.5,-2.5,down,partly,partly,2:-2.5
1,,Results,X,indicator,10,10,0.5,0.25,5,5,5,2.5,2.5,2.5,-2.5,-2.5,-2.5,down,missed,missed,2:-2.5
? 1
