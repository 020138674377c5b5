S4: a comparison of one name with a certain value narrows it inside the branch and, negated, in later ones; "and" narrows by
both; nothing else narrows.  x is missing and in 70 .. 90; all weights 10.
 Bands: 10 or 5, and 0 is not possible.
 Both: x in 75 .. 80 gives 7.5 .. 8, else 0: 0 .. 8.
 Later: below 80 gives 7 ..< 8, else 0.
 Or: x stays 70 .. 90 in the first branch: 7 .. 9; else 8.
 Product: x * 1 >= 80 compares no name: 7 .. 9 and 0.
 Turned: 80 <= x narrows as x >= 80 does: 8 .. 9 and 7.
==> rules.heng
rules "branches"
given x: number in 70 .. 90
indicator Bands weight 10 { score when { x >= 80 -> 10; x < 80 -> 5; otherwise -> 0 } }
indicator Both weight 10 { score when { x >= 75 and x <= 80 -> x / 10; otherwise -> 0 } }
indicator Later weight 10 { score when { x >= 80 -> 0; otherwise -> x / 10 } }
indicator Or weight 10 { score when { x <= 75 or x <= 80 -> x / 10; otherwise -> 8 } }
indicator Product weight 10 { score when { x * 1 >= 80 -> x / 10; otherwise -> 0 } }
indicator Turned weight 10 { score when { 80 <= x -> x / 10; otherwise -> 7 } }
==> show from show
$ sh show --rows rules.heng | cut -d' ' -f1,2
Bands: 5..10
Both: 0..8
Later: 0..8
Or: 7..9
Product: 0..9
Turned: 7..9
$ sh show --rows rules.heng --set x=80 | cut -d' ' -f1,2
Bands: 10
Both: 8
Later: 0
Or: 8
Product: 8
Turned: 8
