Automatic scoring of provincial systems as published.  3a 57/60 × 8 = 7.60; 3b (1 - 15/90) × 10 = 8.33; 3c and 3d 0; 3e S 88, b 9.2: the light is red,
(0.9778 - 0.92)/0.9778 = 0.0591.  The last: met, 10, less 1.5 is 8.5, a reason is wanted; 90 is beyond 1.2 × 60 = 72.
==> p from ../../examples/published/系统自动评分
$ heng check p/系统自动评分.heng
$ heng score p/系统自动评分.heng p/指标表.csv --format csv | grep -v group | cut -d, -f1,3,7,11
form,name,score,grade
3a,正向,7.6,
3a,总分,7.6,差
3b,反向,8.33,
3b,总分,8.33,差
3c,两倍,0,
3c,总分,0,差
3d,为零,0,
3d,总分,0,差
3e,合计,88,
3e,执行,9.2,
3e,总分,97.2,优
扣减,正向,8.5,
扣减,总分,8.5,差
$ heng score p/系统自动评分.heng p/指标表.csv --explain | grep -E '^表单 .|自报|检查|提示|必填'
表单 3a
      自报 7.60：一致
表单 3b
      自报 8.33：一致
表单 3c
      自报 0：一致
表单 3d
      自报 0：一致
表单 3e
      自报 88：一致
      自报 9.2：一致
提示：红灯：预算执行得分率低于指标得分率 5% 以上
表单 扣减
      自报 10：不成立
      必填而未填：未完成原因
      提示：完成值超过指标值的 120%
表单    总分  等级
