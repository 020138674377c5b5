Bands with two ends in English.
==> wrong.heng
indicator a weight 10 { target >= 95%; credit proportional }
grade { A >= 90; B >= 80 and < 90; C otherwise }
==> right.heng
indicator a weight 10 { target >= 95%; credit proportional }
grade { A >= 90; B ≥ 80; C otherwise }
$ heng check --lang zh wrong.heng
wrong.heng:2:18: 错误: 等级“B”有两端，一端即可：等级按先后顺序判定 [band-ends]
   2 | grade { A >= 90; B >= 80 and < 90; C otherwise }
     |                  ^^^^^^^^^^^^^^^^
改法: 写作 `B ≥ 80`
? 1
$ heng check --lang en wrong.heng
wrong.heng:2:18: error: the band 'B' has two ends where one is enough: bands are tried in order [band-ends]
   2 | grade { A >= 90; B >= 80 and < 90; C otherwise }
     |                  ^^^^^^^^^^^^^^^^
help: write `B ≥ 80`
? 1
$ heng check right.heng
right.heng:2:9: warning: the grade 'A' can never be given [grade-never]
   2 | grade { A >= 90; B ≥ 80; C otherwise }
     |         ^
note: whatever is entered, 0 ≤ total ≤ 10
right.heng:2:18: warning: the grade 'B' can never be given [grade-never]
   2 | grade { A >= 90; B ≥ 80; C otherwise }
     |                  ^
note: whatever is entered, 0 ≤ total ≤ 10
