A number behind the name without `weight`.
==> wrong.heng
指标 a 10分 { 目标 ≥ 95%；计分 按比例 }
指标 b（10分） { 目标 ≥ 95%；计分 按比例 }
组 g 20 {
    指标 c 20分 { 目标 ≥ 95%；计分 按比例 }
}
indicator d 10 { target >= 95%; credit proportional }
indicator e 10 points { target >= 95%; credit proportional }
指标 第1、2季度 10分 { 目标 ≥ 95%；计分 按比例 }
==> right.heng
指标 a 分值 10 { 目标 ≥ 95%；计分 按比例 }
指标 b 分值 10 { 目标 ≥ 95%；计分 按比例 }
组 g 分值 20 {
    指标 c 分值 20 { 目标 ≥ 95%；计分 按比例 }
}
indicator d weight 10 { target >= 95%; credit proportional }
indicator e weight 10 { target >= 95%; credit proportional }
指标 '第1、2季度' 分值 10 { 目标 ≥ 95%；计分 按比例 }
$ heng check --lang zh wrong.heng
$ heng check --lang en wrong.heng
$ heng check right.heng
