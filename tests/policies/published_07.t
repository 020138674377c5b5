Government procurement as published.  7a bids 80, 96, 100 for 30: 30; 25; 24.  7b 85, 90 (small, less 10 %: 81), 100: P0 = 81: 81/85 × 30 = 28.588…, 28.59; 30; 24.30;
an invalid bid of 60 takes no part.  Totals 7a 30 + 42 + 15 = 87, 25 + 45 + 18 = 88, 24 + 48 + 20 = 92: third, second, first.
A tie: two bids of 80 both earn 30, and equal totals share the better rank.  Three lots in one file: as each by itself.
==> p from ../../examples/published/政府采购
==> tie.csv
投标人,包号,报价,小微企业,有效,技术分一,技术分二,技术分三,商务分
甲,三,80,否,是,40,40,40,10
乙,三,80,否,是,40,40,40,10
丙,三,100,否,是,30,30,30,10
$ heng check p/综合评分法.heng
$ heng score p/综合评分法.heng p/7a.csv --format csv --wide
form,价格,技术,商务,total,grade
甲,30,42,15,87,
乙,25,45,18,88,
丙,24,48,20,92,
$ heng score p/综合评分法.heng p/7b.csv --format csv --wide
form,价格,技术,商务,total,grade
甲,28.59,42,15,85.59,
乙,30,45,18,93,
丙,24.3,48,20,92.3,
丁,,,,,
$ heng score p/综合评分法.heng p/7b.csv --explain | grep -E '^表单 .$|提示'
表单 甲
提示：按得分排第 3 名
表单 乙
提示：按得分排第 1 名
表单 丙
提示：按得分排第 2 名
表单 丁
提示：投标无效
$ heng score p/综合评分法.heng tie.csv --format csv --wide
form,价格,技术,商务,total,grade
甲,30,40,10,80,
乙,30,40,10,80,
丙,24,30,10,64,
$ heng score p/综合评分法.heng tie.csv --explain | grep -E '提示'
提示：按得分排第 1 名
提示：按得分排第 1 名
提示：按得分排第 3 名
$ (cat p/7a.csv; sed 1d p/7b.csv | sed 's/^/二/'; sed 1d tie.csv | sed 's/^/三/') > all.csv; heng score p/综合评分法.heng all.csv --format csv --wide
form,价格,技术,商务,total,grade
甲,30,42,15,87,
乙,25,45,18,88,
丙,24,48,20,92,
二甲,28.59,42,15,85.59,
二乙,30,45,18,93,
二丙,24.3,48,20,92.3,
二丁,,,,,
三甲,30,40,10,80,
三乙,30,40,10,80,
三丙,24,30,10,64,
