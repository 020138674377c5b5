S3, S16: a range whose own end is not certain.  x = 5, hi blank: 5 may lie in 0 .. hi or not, so 0 .. 10, and a reported 0 is not
contradicted.  With hi = 3 it is 0, with hi = 7 it is 10.
==> rules.heng
rules "ends"
given x, hi, r: number
indicator I weight 10 { credit when { x in 0 .. hi -> 100%; otherwise -> 0% }; reported r }
$ for hi in "" 3 7 3-10; do heng score rules.heng --set x=5 --set "hi=$hi" --set r=0 --format csv | grep ',I,' | cut -d, -f8,9; done
0,10
0,0
10,10
0,10
$ heng score rules.heng --set x=5 --set hi= --set r=0 | grep reported
    reported 0: cannot be verified
