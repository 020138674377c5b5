S11: a bare target takes the unit its column declares, else its actual's; two that differ make two readings.
≥60 with 万元 declared: 57万元 earns 57/60: 9.5.  57元 may be held against 60 万元 (57/600000 of 10 = 0.00095, 0.00) or against
60 元 (9.5): neither is contradicted, 5 is.  Undeclared, the target takes 元.
==> rules.heng
规则 "声明的单位"
引用 自评
每行 rows 归入 form {
    指标 name
    分值 w
    目标 t
    单位 '单位'
    实际 a
    自报 r
    计分 按完成情况
}
==> rows.csv
form,name,w,t,单位,a,r
1,same,10,≥60,万元,57万元,9.5
1,bare,10,≥60,万元,57,9.5
1,differ,10,≥60,万元,57元,9.5
1,differ low,10,≥60,万元,57元,0
1,differ none,10,≥60,万元,57元,5
1,undeclared,10,≥60,,57元,9.5
==> show from show
$ sh show --rows rules.heng rows.csv
same: 9.5 missed agrees
bare: 9.5 missed agrees
differ: 0..9.5 (0) missed unverifiable !
differ low: 0..9.5 (0) missed unverifiable !
differ none: 0..9.5 (0) missed contradicted !
undeclared: 9.5 missed agrees
