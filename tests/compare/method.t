The method changes from proportional to steps that are defined in the new version.  The definition alone does nothing;
the clause that uses it does.  By hand, of 20 points at >= 100:
a  90: 18, then the step from 80 on gives 50 %: 10.  -8.
b  70: 14, then nothing: -14.
c  100: 20, then 20.
==> old.heng
规则 "方法" 版本 "1"
指标 培训 分值 20 { 目标 ≥ 100 次；计分 按比例 }
==> new.heng
规则 "方法" 版本 "2"
方法 分档得分 = 分档 实际 { ≥ 100 次 -> 100%；≥ 80 次 -> 50%；其他 -> 0% }
指标 培训 分值 20 { 目标 ≥ 100 次；计分 分档得分 }
==> data.csv
编号,培训
a,90
b,70
c,100
$ heng compare old.heng new.heng data.csv
旧：方法 1（old.heng）
新：方法 2（new.heng）
共 3 张表单，2 张有变化
  下降     2 张，-22
  总分不变 1 张

不同的条款（按依次替换的顺序）
  1  新增
     + 方法 分档得分 = 分档 实际 { ≥ 100 次 -> 100%；≥ 80 次 -> 50%；其他 -> 0% }
     new.heng:2
     对这些表单没有影响
  2  培训：修改
     - 计分 按比例
     + 计分 分档得分
     old.heng:2 -> new.heng:3
     下降 2 张，-22；涉及 培训

变化最大的表单
  b  14 -> 0  -14
    2  培训: 计分 分档得分  -14
      培训: 14 -> 0  -14 (2)
  a  18 -> 10  -8
    2  培训: 计分 分档得分  -8
      培训: 18 -> 10  -8 (2)
? 1
