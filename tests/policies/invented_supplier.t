An invented regulation, written down from the manual alone: a bank's supplier evaluation.  a: 40; 97 % of 30 = 29.1; 20; 26/3 = 8.7: 97.8, A.  b: 0.22 points above 0.5 %,
2.2 tenths cost 4.4: 35.6; 85 % of 30 = 25.5, seven days are two full three days: 23.5; 100/120 × 20 = 16.7; 8: 83.8, B.  c in its own category: 99.3, but a breach.
==> rules.heng
rules "Supplier evaluation" version "2024"
use thresholds
use tender
rounding 1
given category: text
given defect_rate, on_time: rate
given price: amount 元
given rater1, rater2, rater3: number in 0..10
given days_late: duration
given data_breach: truth
indicator Quality weight 40 { deduct 2 per 0.1% of defect_rate - 0.5% }
indicator Delivery weight 30 { actual on_time; target >= 100%; credit pass_line(80%); deduct 1 per full 3 天 of days_late, at most 5 }
indicator Price weight 20 { credit lowest_price(price, min(forms.price where forms.category = category)) }
indicator Service weight 10 { score mean(rater1, rater2, rater3) }
veto "breach of data protection" when data_breach = yes -> grade Suspended
grade { A when total >= 90 and min(parts.credit) >= 70%; B >= 75; C >= 60; Suspended otherwise }
==> data.csv
supplier,category,defect_rate,on_time,price,rater1,rater2,rater3,days_late,data_breach
a,IT,0.4%,97%,100,9,9,8,0,no
b,IT,0.72%,85%,120,8,8,8,7,no
c,print,0.5%,100%,40,10,9,9,0,yes
$ heng check rules.heng
$ heng score rules.heng data.csv --format csv --wide
form,Quality,Delivery,Price,Service,total,grade
a,40,29.1,20,8.7,97.8,A
b,35.6,23.5,16.7,8,83.8,B
c,40,30,20,9.3,99.3,Suspended
