Sound rules that a hasty analysis would find fault with, and nothing is told of any of them.
Guarded: where performance is at least the benchmark or below the threshold, earlier rows hold, so threshold < benchmark
where they are subtracted.  Missing: a blank entry makes the credit 0 %, an entry may make it 100 %; what a blank form
scores says nothing of the total.  Veto: no total is below 0, the grade comes from the veto alone.  Rounded: a total
rounded to whole points is never between 89 and 90.  Forms: of the values of other forms nothing is known beforehand.
Words: yes and no are all there is; so are the kinds of a target.  Order: >= 80 before >= 60 overlap as rows in order do.
==> guarded.heng
given performance, threshold, benchmark: rate
indicator Mortality points 10 {
    score when {
        performance >= benchmark -> 10
        performance <  threshold -> 0
        otherwise -> clamp(round(9 * (performance - threshold) / (benchmark - threshold) + 0.5), 1, 9)
    }
}
==> missing.heng
given x: number in 0 .. 10
indicator A weight 50 { target >= 5 次; credit proportional; missing -> 0% }
indicator B weight 50 { credit when { x is missing -> 0%; x >= 5 -> 100%; otherwise -> 50% } }
grade { A >= 90;  B >= 60;  C otherwise }
==> veto.heng
given fraud: truth
indicator A weight 100 { target >= 5 次; credit proportional }
veto "fraud" when fraud = yes -> grade D
grade { A >= 90;  C >= 0;  D < 0 }
==> rounded.heng
rounding total 0
indicator A weight 100 { target >= 5 次; credit proportional }
grade { A >= 90;  B when total <= 89 and total >= 60;  C otherwise }
==> forms.heng
given price: amount in 0 >..
indicator Price weight 60 { credit min(forms.price) / price }
indicator Rank weight 40 { score when { rank(price, forms.price) <= 3 -> 40;  otherwise -> 0 } }
==> words.heng
given done: truth
given level: text
method fitting = when {
    target is at_least -> clamp(actual / target.value, 0%, 100%)
    target is at_most  -> when { actual meets target -> 100%; otherwise -> 0% }
}
indicator A weight 10 { credit when { done = yes -> 100%;  done = no -> 0% } }
indicator B weight 10 { credit when { level = "a" -> 100%;  level != "a" -> 0% } }
indicator C weight 10 { target >= 5 次; credit fitting }
indicator D weight 10 { target <= 5 次; credit fitting }
==> order.heng
given days: duration in 0 天 .. 30 天
given rate: rate in 0% .. 100%
indicator A weight 10 { score steps rate { >= 80% -> 10;  >= 60% -> 6;  >= 0% -> 0 } }
indicator B weight 10 { score steps days { 0 天 .. 5 天 -> 10;  5 天 >.. 30 天 -> 6 } }
indicator C weight 10 { score linear rate { 0% .. 60% -> 0 .. 5;  60% .. 100% -> 5 .. 10 } }
$ for f in guarded missing veto rounded forms words order; do heng check --lang en $f.heng; done
