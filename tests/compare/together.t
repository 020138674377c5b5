Changes that make no scheme alone are swapped together: an entry in another unit and the target it is held against.  Of
three indicators that become two in a group of their own, nothing is counted twice on the way.  By hand:
Spent  of 40 at <= 100 元, 200 元: 100/200, 20.  Then of days, <= 100: 200 天: 20 again.
A, B   of 30 at >= 10, 10 and 5: 30 + 15.  In their group A weighs 20 and B 40: 20 + 20, together -5.
Total  65, then 60.
==> old.heng
rules "Together"
given spent: amount 元
indicator Used weight 40 { actual spent; target <= 100 元; credit inverse }
indicator A weight 30 { target >= 10; credit proportional }
indicator B weight 30 { target >= 10; credit proportional }
==> new.heng
rules "Together"
given spent: duration 天
indicator Used weight 40 { actual spent; target <= 100 天; credit inverse }
group Both {
    indicator A weight 20 { target >= 10; credit proportional }
    indicator B weight 40 { target >= 10; credit proportional }
}
$ heng compare old.heng new.heng --set spent=200 --set A=10 --set B=5 --lang en
old: Together (old.heng)
new: Together (new.heng)
1 form, 1 changed
  down     1 form, -5

changed clauses, in the order in which they were swapped
  1  changed
     - given spent: amount 元
     + given spent: duration 天
     old.heng:2 -> new.heng:2
  2  Used: changed
     - target <= 100 元
     + target <= 100 天
     old.heng:3 -> new.heng:3
     together 1+2: no effect on these forms
  3  added
     + group Both { indicator A weight 20 { target >= 10; credit proportional } indicator B weig…
     new.heng:4
  4  removed
     - indicator A weight 30 { target >= 10; credit proportional }
     old.heng:4
  5  removed
     - indicator B weight 30 { target >= 10; credit proportional }
     old.heng:5
     together 3+4+5: down 1 form, -5; moves A, B

largest changes
  1  65 -> 60  -5
    3+4+5  + group Both { indicator A weight 20 { target >= 10; credit p… and 2 more  -5
      Both/A: 30 -> 20, of 30 -> 20  -10 (3+4+5)
      Both/B: 15 -> 20, of 30 -> 40  +5 (3+4+5)
? 1
