A definition needs itself, directly or through others.  Beside it the rules that are sound, and both in Chinese.
==> wrong.heng
a = b + 1
b = a + 1
indicator Cover weight 10 { score clamp(a, 0, 10) }
==> right.heng
b = 3
a = b + 1
indicator Cover weight 10 { score clamp(a, 0, 10) }
==> 错.heng
a = b + 1
b = a + 1
指标 覆盖率 分值 10 { 得分 限定(a, 0, 10) }
==> 对.heng
b = 3
a = b + 1
指标 覆盖率 分值 10 { 得分 限定(a, 0, 10) }
$ heng check --lang en wrong.heng
wrong.heng:2:5: error: 'a' depends on itself: a -> b -> a [cycle]
   2 | b = a + 1
     |     ^
? 1
$ heng check --lang en right.heng
$ heng check --lang zh 错.heng
错.heng:2:5: 错误: “a”依赖于自身：a -> b -> a [cycle]
   2 | b = a + 1
     |     ^
? 1
$ heng check --lang zh 对.heng
