Methods, functions, tables and conditions of the design: as written, three entries are not declared and there is no grade D;
with them, it scores.
Blood pressure 60 % between 45 % and 80 %: 15/35 × 14 = 6.  Mortality .70 over .21, threshold .47, benchmark .87: max(6, 7) = 7.
2 days late: 2 × 2 = 4 off; 4 days: 8, at most 6.  Innovation: 2 more.  6 + 7 - 4 + 2 = 11: B; 6 + 7 - 6 + 0 = 7: C; fraud: D.
==> written.heng
method proportional = when {
    actual meets target   -> 100%
    target is at_least    -> actual / target.value
    target is at_most     -> target.value / actual
    otherwise             -> 0%
}

levels achievement {                       # ordered, best first; a band is a range of credit
    achieved  "达成" "完成" "达到预期"   -> 80% .. 100%
    partly    "部分达成"                -> 60% ..< 80%
    missed    "未达成"                  -> 0%  ..< 60%
}

function late_penalty(days: duration) = steps days { <= 0 天 -> 0;  <= 5 天 -> 1;  <= 10 天 -> 3;  otherwise -> 5 }

indicator blood_pressure weight 14 {       # linear between two thresholds
    target 45% .. 80%
    credit linear actual { 45% -> 0%;  80% -> 100% }
}

indicator mortality points 10 {            # points straight from a formula
    given performance, baseline, threshold, benchmark: rate
    achievement = when {
        performance >= benchmark -> 10
        performance <  threshold -> 0
        otherwise -> round(9 * (performance - threshold) / (benchmark - threshold) + 0.5)
    }
    improvement = clamp(round(10 * (performance - baseline) / (benchmark - baseline) - 0.5), 0, 9)
    score max(achievement, improvement)
}

group Penalties { deduct 2 per 1 天 of delay, at most 6 }
adjust "Innovation" + 2 when innovation = yes, at most 3
veto "Fraud found" when fraud = yes -> grade D
==> added.heng
given delay: duration
given innovation, fraud: truth
grade { A >= 20; B >= 10; C >= 5; D otherwise }
==> data.csv
form,blood_pressure,performance,baseline,threshold,benchmark,delay,innovation,fraud
a,60%,0.70,0.21,0.47,0.87,2天,yes,no
b,60%,0.70,0.21,0.47,0.87,4,no,no
c,60%,0.70,0.21,0.47,0.87,0,no,yes
$ heng check --lang en written.heng 2>&1 | grep "^written"
written.heng:32:39: error: nothing is called 'delay' [name-unknown]
written.heng:33:30: error: nothing is called 'innovation' [name-unknown]
written.heng:34:25: error: nothing is called 'fraud' [name-unknown]
written.heng:34:40: error: no grade is called 'D' [band-unknown]
$ cat written.heng added.heng > rules.heng; heng check rules.heng
rules.heng:1:8: warning: nothing uses 'proportional' [name-unused]
   1 | method proportional = when {
     |        ^^^^^^^^^^^^
help: use it, or leave it out
rules.heng:8:8: warning: nothing uses 'achievement' [name-unused]
   8 | levels achievement {                       # ordered, best first; a band is a range of credit
     |        ^^^^^^^^^^^
help: use it, or leave it out
rules.heng:14:10: warning: nothing uses 'late_penalty' [name-unused]
  14 | function late_penalty(days: duration) = steps days { <= 0 天 -> 0;  <= 5 天 -> 1;  <= 10 天 -> 3;  otherwise -> 5 }
     |          ^^^^^^^^^^^^
help: use it, or leave it out
rules.heng:23:5: warning: 'achievement' means something else outside of here, and hides it [name-hides]
  23 |     achievement = when {
     |     ^^^^^^^^^^^
rules.heng:8:8: note: the other 'achievement' is here
   8 | levels achievement {                       # ordered, best first; a band is a range of credit
     |        ^^^^^^^^^^^
help: give one of them another name
rules.heng:28:31: warning: `10 * (performance - baseline) / (benchmark - baseline)` divides by zero: mortality.benchmark = 50%, mortality.baseline = 50% [division-by-zero]
  28 |     improvement = clamp(round(10 * (performance - baseline) / (benchmark - baseline) - 0.5), 0, 9)
     |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: give the case `benchmark - baseline = 0` a row of its own
$ heng score rules.heng data.csv --format csv | awk -F, '{ print $1, $3, $7, $11 }' | grep -v form
a blood_pressure 6 
a mortality 7 
a Penalties -4 
a Innovation 2 
a Fraud found  
a total 11 B
b blood_pressure 6 
b mortality 7 
b Penalties -6 
b Innovation 0 
b Fraud found  
b total 7 C
c blood_pressure 6 
c mortality 7 
c Penalties 0 
c Innovation 0 
c Fraud found  
c total 13 D
