Nothing changes: the same rules in the other language, in another layout, with comments and in another order; and rules
that differ in a clause that moves nobody here.  Exit status 0.
==> old.heng
rules "Service desk" version "2024"
indicator Coverage   weight 60 { target >= 95%;  credit proportional }
indicator Complaints weight 40 { target <= 3 次;  credit inverse }
grade { A >= 90;  B >= 80;  C otherwise }
==> new.heng
规则 "服务窗口" 版本 "2025"
等级 { A ≥ 90；B ≥ 80；C 其他 }   # 与旧版相同
指标 Complaints 分值 40 {
    目标 ≤ 3 次
    计分 反比例
}
指标 Coverage   分值 60 { 目标 ≥ 95%；计分 按比例 }
==> bands.heng
rules "Service desk" version "2025"
indicator Coverage   weight 60 { target >= 95%;  credit proportional; flag "low" when actual < 50% }
indicator Complaints weight 40 { target <= 3 次;  credit inverse }
grade { A >= 95;  B >= 80;  C otherwise }
==> desk.csv
form,Coverage,Complaints
North,97%,2
South,76%,4
$ heng compare old.heng new.heng desk.csv --lang en
old: Service desk 2024 (old.heng)
new: 服务窗口 2025 (new.heng)
2 forms, 0 changed

no clause differs
$ heng compare old.heng bands.heng desk.csv --lang en
old: Service desk 2024 (old.heng)
new: Service desk 2025 (bands.heng)
2 forms, 0 changed

changed clauses, in the order in which they were swapped
  1  changed
     - grade { A >= 90; B >= 80; C otherwise }
     + grade { A >= 95; B >= 80; C otherwise }
     old.heng:4 -> bands.heng:4
     no effect on these forms
  2  Coverage: added
     + flag "low" when actual < 50%
     bands.heng:2
     cannot change a score
$ heng compare old.heng new.heng desk.csv --format csv --changed
form,old_total,old_low,old_high,new_total,new_low,new_high,difference,difference_low,difference_high,move,old_grade,new_grade,causes
