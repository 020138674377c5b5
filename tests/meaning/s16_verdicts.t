S16: contradicted, agrees, rounded, unverifiable.
73.62/86.66 of 10 is 8.495268…: 8.4953, 8.50, 8.5 and 8 are it with fewer places.
8.49 and 8.4952 are no rounding of it (8.4952… cut, not rounded).
60 % of 1 is 0.6: 1 would be full for less than full: contradicted.  4 % of 10 is 0.4: 0 would be none for some: contradicted;
0.40 agrees.  No report, no verdict.  95 % of 10 is 9.5: "9.50" and "9.5分" agree.
==> rules.heng
rules "verdicts"
given a: rate
given r: text
given w: number
indicator Rate weight w { actual a; target >= 100%; credit proportional; reported r }
==> data.csv
form,w,a,r
1,10,95%,9.5
2,10,95%,9.50
3,10,95%,9.5分
4,10,95%,10
5,10,95%,9
6,10,94%,9
7,1,60%,1
8,1,60%,0.6
9,10,4%,0
10,10,4%,0.40
11,10,95%,
12,10,≥90%,9.5
13,10,≥90%,8.99
==> show from show
$ sh show --rows rules.heng data.csv | grep .
Rate: 9.5 missed agrees
Rate: 9.5 missed agrees
Rate: 9.5 missed agrees
Rate: 9.5 missed contradicted
Rate: 9.5 missed contradicted
Rate: 9.4 missed rounded
Rate: 0.6 missed contradicted
Rate: 0.6 missed agrees
Rate: 0.4 missed contradicted
Rate: 0.4 missed agrees
Rate: 9.5 missed
Rate: 9..10 (-) unknown unverifiable !
Rate: 9..10 (-) unknown contradicted !
==> money.heng
规则 "执行率"
填报 B, X: 金额 万元
填报 r: 文本
指标 执行率 分值 10 { 实际 X / B；目标 ≥ 100%；计分 按比例；自报 r }
==> money.csv
form,B,X,r
1,86.66,73.62,8.4953
2,86.66,73.62,8.50
3,86.66,73.62,8.5
4,86.66,73.62,8
5,86.66,73.62,8.49
6,86.66,73.62,8.4952
$ sh show --rows money.heng money.csv | grep . | cut -d' ' -f3-
missed rounded
missed rounded
missed rounded
missed rounded
missed contradicted
missed contradicted
==> text.heng
rules "text"
given r: text
indicator A weight 10 { target >= 100%; credit proportional; reported r }
$ heng score text.heng --set A=50% --set r=5 --lang en | grep -o 'reported 5.*'
reported 5: agrees
$ heng score text.heng --set A=50% --set r=5 --lang zh | grep -o '自报 5.*'
自报 5：一致
