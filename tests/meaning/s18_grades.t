S18: the grade comes from the unrounded total unless the rule rounds it; every band the range touches, best first; an
unknown adjustment or veto gives both outcomes.
45 and 44.995 are 89.995: 良; rounded to 2 places 90.00: 优.
Rows rounded to 2 places, in a group scaled from 200 to 100: 90.00 + 89.99 = 179.99, half of it is 89.995: 良.
Exactly 90 and exactly 80 belong to the upper band.  A range 85 .. 92 touches 优 and 良; 59 .. 90 all four.
89 with an unknown adjustment of 2 is 89 .. 91: A and B.  An unknown veto adds D.  A veto that holds leaves D alone.
==> exact.heng
规则 "不取整"
填报 a, b: 数值
指标 甲 分值 50 { 得分 a }
指标 乙 分值 50 { 得分 b }
等级 { 优 ≥ 90；良 ≥ 80；中 ≥ 60；差 其他 }
==> show from show
$ heng score exact.heng --set a=45 --set b=44.995 --format csv | awk -F, '$4 == "total" { print $7, $11 }'
89.995 良
$ sed '1a 取整 总分 2 位' exact.heng > rounded.heng; heng score rounded.heng --set a=45 --set b=44.995 --format csv | awk -F, '$4 == "total" { print $7, $11 }'
90 优
==> scaled.heng
规则 "行取两位"
取整 2 位
填报 a, b: 数值
组 全部 {
    指标 甲 分值 100 { 得分 a }
    指标 乙 分值 100 { 得分 b }
    得分 合计(各项.得分) / 2
}
等级 { 优 ≥ 90；良 ≥ 80；中 ≥ 60；差 其他 }
$ heng score scaled.heng --set a=90.001 --set b=89.99 --format csv | awk -F, '$4 == "total" { print $7, $11 }'
89.995 良
$ sh show exact.heng --set a=45 --set b=45 | sed -n 1,2p
总分: 90 partly
grade: 优
$ sh show exact.heng --set a=40 --set b=40 | sed -n 2p
grade: 良
$ sh show exact.heng --set a=45 --set b=40-47 | sed -n 1,2p
总分: 85..92 (-) unknown
grade: 优 良
$ sh show exact.heng --set a=19-45 --set b=40-45 | sed -n 1,2p
总分: 59..90 (-) unknown
grade: 优 良 中 差
==> judged.heng
rules "judged"
given x: number
given innovation, fraud: truth
indicator A weight 100 { score x }
adjust "Innovation" + 2 when innovation = yes
veto "Fraud found" when fraud = yes -> grade D
grade { A >= 90; B >= 80; C >= 60; D otherwise }
$ sh show judged.heng --set x=89 --set fraud=no | sed -n 1,2p
total: 89..91 (-) unknown
grade: A B
$ sh show judged.heng --set x=89 --set innovation=yes | sed -n 1,2p
total: 91 partly
grade: A D
$ sh show judged.heng --set x=89 --set innovation=no --set fraud=yes | sed -n 1,2p
total: 89 partly
grade: D
