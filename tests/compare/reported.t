Flags, checks and reported figures of what goes away do not hinder the swaps: they change no score.  By hand, A and B of
10 each at >= 10, C of 10 instead of B: A 5, B 10, then A 5, C 2: -10, +2.
==> old.heng
rules "Reported"
given told: number
indicator A weight 10 { target >= 10; credit proportional; flag "B is better" when B.score > 5 }
indicator B weight 10 { target >= 10; credit proportional }
reported B.credit = told
check "B is there" B.score > 0
==> new.heng
rules "Reported"
given told: number
indicator A weight 10 { target >= 10; credit proportional; flag "C is better" when C.score > 5 }
indicator C weight 10 { target >= 10; credit proportional; note "so much" }
reported C.credit = told
check "C is there" C.score > 0
$ heng compare old.heng new.heng --set A=5 --set B=10 --set C=2 --set told=1 --lang en
old: Reported (old.heng)
new: Reported (new.heng)
1 form, 1 changed
  down     1 form, -8

changed clauses, in the order in which they were swapped
  1  added
     + indicator C weight 10 { target >= 10; credit proportional; note "so much" }
     new.heng:4
     up 1 form, +2; moves C
  2  removed
     - indicator B weight 10 { target >= 10; credit proportional }
     old.heng:4
     down 1 form, -10; moves B
  3  A: changed
     - flag "B is better" when B.score > 5
     + flag "C is better" when C.score > 5
     old.heng:3 -> new.heng:3
     cannot change a score
  4  changed
     - reported B.credit = told
     + reported C.credit = told
     old.heng:5 -> new.heng:5
     cannot change a score
  5  changed
     - check "B is there" B.score > 0
     + check "C is there" C.score > 0
     old.heng:6 -> new.heng:6
     cannot change a score

largest changes
  1  15 -> 7  -8
    1  + indicator C weight 10 { target >= 10; credit proportional; …  +2
    2  − indicator B weight 10 { target >= 10; credit proportional }  -10
      C: new, 2  +2 (1)
      B: was 10, gone  -10 (2)
? 1
