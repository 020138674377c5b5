S21: the locale touches prose only, never csv or json; sqrt, ln and exp are their rounded functions, so the ends of a range
are images too.
e to 34 digits is 2.718281828459045235360287471352662 (…66249…): exp of 0 .. 1 is 1 .. e.
sqrt of 2 .. 4 is 1.414213562373095048801688724209698 (…698078…) .. 2.  ln of 1 .. 10 is 0 .. 2.302585092994045684017991454684364
(…3642…).  Reported values are compared with these, not with a real number beside them.
==> rules.heng
规则 "界"
填报 x, y, z: 数值
填报 r: 文本
指标 E 分值 10 { 得分 exp(x)；自报 r }
指标 R 分值 10 { 得分 sqrt(y) }
指标 L 分值 10 { 得分 ln(z) }
==> show from show
$ sh show --rows rules.heng --set x=0-1 --set y=2-4 --set z=1-10 | cut -d' ' -f1,2
E: 1..2.718281828459045235360287471352662
R: 1.414213562373095048801688724209698..2
L: 0..2.302585092994045684017991454684364
$ heng score rules.heng --set x=1 --set y=2 --set z=10 --set r=2.718281828459045235360287471352662 --format json | grep verdict
          "verdict": "agrees",
$ heng score rules.heng --set x=1 --set y=2 --set z=10 --set r=2.7182818284590452353602874713526625 --format json | grep verdict
          "verdict": "contradicted",
$ for format in csv json; do for locale in C zh_CN.UTF-8 de_DE.UTF-8 en_US.UTF-8; do LC_ALL=$locale LANG=$locale LANGUAGE=$locale heng score rules.heng --set x=0.5 --set y=2-4 --set z=10 --format $format > $format.$locale; cmp $format.C $format.$locale; done; done
