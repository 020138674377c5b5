S18: what is not known counts both ways.  A group that may not apply: 4 or nothing, 2 .. 6 in all.  Of two vetoes that hold the worse
grade counts.  A grade whose bound is not known is possible.  An undecided veto to 0: 0 .. 8.
==> group.heng
rules "group"
given a: number
given p: truth
group S { applies when p; indicator S1 weight 10 { score a } }
indicator K weight 5 { score 2 }
$ for p in "" yes no; do heng score group.heng --set a=4 --set p=$p --format csv | grep ',total' | cut -d, -f8,9; done
2,6
6,6
2,2
==> veto.heng
rules "veto"
given p, q: truth
indicator A weight 10 { score 10 }
veto "p" when p = yes -> grade C
veto "q" when q = yes -> grade B
grade { A >= 9; B >= 5; C otherwise }
$ for pq in "yes yes" "yes no" "no yes" "no no" "yes "; do set -- $pq ""; heng score veto.heng --set p=$1 --set q=$2 --format csv | grep ',total' | cut -d, -f11; done
C
C
B
A
C
==> bound.heng
rules "bound"
given cut: number
indicator A weight 100 { score 95 }
grade { A >= cut; B otherwise }
$ for cut in 90 96 "" 90-92 94-99; do heng score bound.heng --set "cut=$cut" --format csv | grep ',total' | cut -d, -f11; done
A
B
A/B
A
A/B
==> zero.heng
rules "zero"
given f: truth
indicator A weight 10 { score 8 }
veto "f" when f = yes -> score 0
grade { A >= 9; B otherwise }
$ for f in "" yes no; do heng score zero.heng --set f=$f --format csv | grep ',total' | cut -d, -f8,9,11; done
0,8,B
0,0,B
8,8,B
