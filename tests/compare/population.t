What is compared with all forms is gathered for each version, and for those in between.  By hand, Price of 40 points is
40 × lowest / price: 40, 20, 10.  Then 40 × mean / price, at most 40, with mean 700 / 3: a 40, b 40 (+20), c
700/3 / 400 × 40 = 70/3 (+40/3).
==> old.heng
rules "Bids"
given price: amount 元
indicator Price weight 40 { score 40 * min(forms.price) / price }
==> new.heng
rules "Bids"
given price: amount 元
indicator Price weight 40 { score 40 * mean(forms.price) / price }
==> bids.csv
id,price
a,100
b,200
c,400
$ heng compare old.heng new.heng bids.csv --format csv
form,old_total,old_low,old_high,new_total,new_low,new_high,difference,difference_low,difference_high,move,old_grade,new_grade,causes
a,40,40,40,40,40,40,0,0,0,same,,,
b,20,20,20,40,40,40,20,20,20,up,,,1:20
c,10,10,10,70/3,70/3,70/3,40/3,40/3,40/3,up,,,1:40/3
? 1
