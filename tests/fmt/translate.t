`--lang` rewrites keywords and signs, in texts only the expressions; names, members, units, words, comments stay.
==> 服务.heng
规则 "服务窗口 2024"   # 试行
填报 等候, 'weight': 时长
指标 办件 分值 60 { 目标 ≥ 95%；计分 任一 反比例，超额扣减；说明 “差 {目标.值 - 实际}，{{不}}计” }
指标 投诉 分值 40 { 适用 当 目标 为 不高于 }
每行 dated 归入 form {
    组 level1，level2
    指标 level3
    适用 当 level1 属于 5 .. 6 且 非 (x = 是)
}
扣分 1 每 force 之 等候，上限 5
等级 { A ≥ 90；B 其他 }
$ heng fmt --lang en - < 服务.heng
rules "服务窗口 2024"  # 试行
given 等候, 'weight': 时长
indicator 办件 weight 60 { target >= 95%;  credit any of 反比例, 超额扣减;  note "差 {target.值 - actual}，{{不}}计" }
indicator 投诉 weight 40 { applies when target is 不高于 }
each row of 'dated' by form {
    group     level1, level2
    indicator level3
    applies when level1 in 5 .. 6 and not (x = 是)
}
deduct 1 per force of 等候, at most 5
grade { A >= 90;  B otherwise }
$ heng fmt --lang zh 服务.heng && cp 服务.heng zh.heng && heng fmt --lang en 服务.heng && heng fmt --lang zh 服务.heng && cmp zh.heng 服务.heng && cat zh.heng
规则 "服务窗口 2024"  # 试行
填报 等候，'weight': 时长
指标 办件 分值 60 { 目标 ≥ 95%；计分 任一 反比例，超额扣减；说明 "差 {目标.值 - 实际}，{{不}}计" }
指标 投诉 分值 40 { 适用 当 目标 为 不高于 }
每行 'dated' 归入 form {
    组   level1，level2
    指标 level3
    适用 当 level1 属于 5 .. 6 且 非 (x = 是)
}
扣分 1 每 force 之 等候，上限 5
等级 { A ≥ 90；B 其他 }
