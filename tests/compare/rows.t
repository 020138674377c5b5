Indicators in the data: one clause is for all rows, and each row says what it did to it.  By hand, at 2 places:
F1  Talks 57 of 60, 15 points: 14.25, then missed: 0.  Passed 95 of 95 %, 15 points: 15 both times.
F2  Talks 30 of 60, 20 points: 10, then 0.  Leaflets 600 of 600, 10 points: 10.
The old method is proportional, the new one gives all or nothing.
==> old.heng
规则 "各行" 版本 "1"
取整 2 位
每行 entries 归入 form_id {
    组   level1
    指标 level2
    分值 'weight'
    目标 target_text
    实际 actual_text
    计分 按比例
}
==> new.heng
规则 "各行" 版本 "2"
取整 2 位
每行 entries 归入 form_id {
    组   level1
    指标 level2
    分值 'weight'
    目标 target_text
    实际 actual_text
    计分 达标得分
}
==> entries.csv
form_id,level1,level2,weight,target_text,actual_text
F1,产出,培训,15,≥60场,57场
F1,产出,合格率,15,≥95%,95%
F2,产出,培训,20,≥60场,30场
F2,产出,手册,10,≥600册,600册
$ heng compare old.heng new.heng entries.csv
旧：各行 1（old.heng）
新：各行 2（new.heng）
共 2 张表单，2 张有变化
  下降     2 张，-24.25

不同的条款（按依次替换的顺序）
  1  修改
     - 计分 按比例
     + 计分 达标得分
     old.heng:9 -> new.heng:9
     下降 2 张，-24.25；涉及 培训

变化最大的表单
  F1  29.25 -> 15  -14.25
    1  计分 达标得分  -14.25
      产出/培训: 14.25 -> 0  -14.25 (1)
  F2  20 -> 10  -10
    1  计分 达标得分  -10
      产出/培训: 10 -> 0  -10 (1)
? 1
$ heng compare old.heng new.heng entries.csv --format csv --parts
form,row,path,name,kind,old_weight,new_weight,old_credit,new_credit,old_score,old_low,old_high,new_score,new_low,new_high,difference,difference_low,difference_high,move,old_status,new_status,causes
F1,,,产出,group,30,30,0.975,0.5,29.25,29.25,29.25,15,15,15,-14.25,-14.25,-14.25,down,partly,partly,1:-14.25
F1,2,产出,培训,indicator,15,15,0.95,0,14.25,14.25,14.25,0,0,0,-14.25,-14.25,-14.25,down,missed,missed,1:-14.25
F1,3,产出,合格率,indicator,15,15,1,1,15,15,15,15,15,15,0,0,0,same,met,met,
F2,,,产出,group,30,30,2/3,1/3,20,20,20,10,10,10,-10,-10,-10,down,partly,partly,1:-10
F2,4,产出,培训,indicator,20,20,0.5,0,10,10,10,0,0,0,-10,-10,-10,down,missed,missed,1:-10
F2,5,产出,手册,indicator,10,10,1,1,10,10,10,10,10,10,0,0,0,same,met,met,
? 1
