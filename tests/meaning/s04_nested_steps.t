Steps inside steps have subjects of their own.  y = 100 is not below 4; z = 2 is at most 11: 7.  f(f(a)) is no circle: 3 + 1 + 1 = 5.
==> rules.heng
rules "nested"
given y, z: number
function f(x: number) = x + 1
indicator H weight 9 { score steps y { < 4 -> 1; otherwise -> steps z { <= 11 -> 7; otherwise -> 3 } } }
indicator F weight 9 { score f(f(3)) }
$ heng score rules.heng --set y=100 --set z=2 --format csv | cut -d, -f3,7
name,score
H,7
F,5
total,12
