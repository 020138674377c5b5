6a: rows that do not apply are left out and the rest is rescaled: 50/50, 27/30, not applicable (10), 10/10 give 87/90 × 100 = 290/3,
and the total, rounded, 96.67.
All applicable, with 9/10 in the third: 96.
==> rules.heng
规则 "不适用重分"
取整 总分 2 位
填报 a, b, c, d: 数值
组 全部 分值 100 {
    重分
    指标 产出 分值 50 { 得分 a }
    指标 效益 分值 30 { 得分 b }
    指标 生态 分值 10 { 得分 c }
    指标 满意度 分值 10 { 得分 d }
}
$ heng score rules.heng --set a=50 --set b=27 --set c=不适用 --set d=10 --format csv | awk -F, '$4 == "group" || $4 == "total" { print $3, $7 }'
全部 290/3
总分 96.67
$ heng score rules.heng --set a=50 --set b=27 --set c=9 --set d=10 --format csv | awk -F, '$4 == "group" { print $3, $7 }'
全部 96
