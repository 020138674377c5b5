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
wrong.heng:1:4: 错误: 名称 `65岁以上健康管理率` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   1 | 指标 65岁以上健康管理率 分值 10 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^^^^^^^^^
改法: 写作 `'65岁以上健康管理率'`
wrong.heng:2:4: 错误: 名称 `项目总成本（万元）` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   2 | 指标 项目总成本（万元） 分值 10 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^^^^^^^^^
改法: 写作 `'项目总成本（万元）'`
wrong.heng:3:4: 错误: 名称 `《条例》、文件知晓率` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   3 | 指标 《条例》、文件知晓率 分值 10 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^^^^^^^^^^^
改法: 写作 `'《条例》、文件知晓率'`
wrong.heng:4:11: 错误: 名称 `5G` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   4 | indicator 5G weight 10 { target >= 95%; credit proportional }
     |           ^^
改法: 写作 `'5G'`
wrong.heng:5:11: 错误: 名称 `Patient score` 以数字开头或含有空格、符号，需加引号 [name-needs-quotes]
   5 | indicator Patient score weight 10 { target >= 95%; credit proportional }
     |           ^^^^^^^^^^^^^
改法: 写作 `'Patient score'`
? 1
$ heng check --lang en wrong.heng
wrong.heng:1:4: error: the name `65岁以上健康管理率` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   1 | 指标 65岁以上健康管理率 分值 10 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^^^^^^^^^
help: write `'65岁以上健康管理率'`
wrong.heng:2:4: error: the name `项目总成本（万元）` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   2 | 指标 项目总成本（万元） 分值 10 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^^^^^^^^^
help: write `'项目总成本（万元）'`
wrong.heng:3:4: error: the name `《条例》、文件知晓率` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   3 | 指标 《条例》、文件知晓率 分值 10 { 目标 ≥ 95%；计分 按比例 }
     |      ^^^^^^^^^^^^^^^^^^^^
help: write `'《条例》、文件知晓率'`
wrong.heng:4:11: error: the name `5G` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   4 | indicator 5G weight 10 { target >= 95%; credit proportional }
     |           ^^
help: write `'5G'`
wrong.heng:5:11: error: the name `Patient score` needs quotes: it begins with a digit, or has blanks or signs in it [name-needs-quotes]
   5 | indicator Patient score weight 10 { target >= 95%; credit proportional }
     |           ^^^^^^^^^^^^^
help: write `'Patient score'`
? 1
$ heng check right.heng
