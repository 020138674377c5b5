S2: a missing weight takes the rule's default; without one the row has no score and the total no verdict.
Form 1: 预算执行 has the default 10 (met: 10), 产出 states 20 (met: 20): total 30, reported 30.
Form 2: 产出 states none and has no default: the row has no score, and 10 or any other total has no verdict.
==> rules.heng
规则 "默认分值"
引用 自评
填报 printed: 数值
自报 总分 = printed

每行 rows 归入 form {
    指标 name
    分值 w
    目标 t
    实际 a
    自报 r
    计分 按完成情况
    当 part = "预算执行" { 分值 10 }
}
==> rows.csv
form,part,name,w,t,a,r
1,预算执行,执行率,,≥95%,96%,10
1,产出,场次,20,≥60场,60场,20
2,预算执行,执行率,,≥95%,96%,10
2,产出,场次,,≥60场,60场,20
==> totals.csv
form,printed
1,30
2,10
==> show from show
$ sh show rules.heng rows.csv totals.csv | grep -v grade | awk 'NF { print $1, /-/ ? "range" : $2, $NF }'
总分: 30 agrees
执行率: 10 agrees
场次: 20 agrees
总分: range unknown
执行率: 10 agrees
场次: range missing
