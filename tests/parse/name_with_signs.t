A name that begins with a digit, or has signs or blanks in it, is quoted; each help, applied, mends it.
==> wrong.heng
指标 65岁以上健康管理率 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 项目总成本（万元） 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 《条例》、文件知晓率 分值 10 { 目标 ≥ 95%；计分 按比例 }
indicator 5G weight 10 { target >= 95%; credit proportional }
indicator Patient score weight 10 { target >= 95%; credit proportional }
==> right.heng
指标 '65岁以上健康管理率' 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 '项目总成本（万元）' 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 '《条例》、文件知晓率' 分值 10 { 目标 ≥ 95%；计分 按比例 }
indicator '5G' weight 10 { target >= 95%; credit proportional }
indicator 'Patient score' weight 10 { target >= 95%; credit proportional }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
