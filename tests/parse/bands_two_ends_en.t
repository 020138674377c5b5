Bands with two ends in English.
==> wrong.heng
indicator a weight 10 { target >= 95%; credit proportional }
grade { A >= 90; B >= 80 and < 90; C otherwise }
==> right.heng
indicator a weight 10 { target >= 95%; credit proportional }
grade { A >= 90; B ≥ 80; C otherwise }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
