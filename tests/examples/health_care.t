Points as two health services count them.  8a: (60 - 45) / (70 - 45) of 20 is 12.  9a: 9 x .23 / .40 + .5 = 5.675 is 6,
10 x .49 / .66 - .5 = 6.92... is 7; the larger is 7.  9b: 1, and 10 x .17 / .57 - .5 = 2.48... is 2.  9c: 10.
A linear 60 % between 45 and 80 is 3/7 of 14, which is 6.  Totals: 14 + 12 + 7 + 8..10; 6 + 0 + 2 + [6, 8) - 1 - 1 + 2;
14 + 20 + 10 + 8..10 + 2, but grade D for fraud; 0 + 20 + 0 + [0, 6) - 5 - 3; 7..14 + 12 + 0..10 + 8..10.
==> . from ../../examples/health-care
$ heng check health-care.heng
$ heng score health-care.heng data.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
QOF 8a and VBP 9a,,blood_pressure,indicator,14,1,14,14,14,met,
QOF 8a and VBP 9a,,asthma_review,indicator,20,0.6,12,12,12,partly,
QOF 8a and VBP 9a,,mortality,indicator,10,0.7,7,7,7,partly,
QOF 8a and VBP 9a,,quality_plan,indicator,10,,,8,10,met,
QOF 8a and VBP 9a,,Penalties,group,0,,0,0,0,met,
QOF 8a and VBP 9a,,Innovation,adjustment,,,0,0,0,not_applicable,
QOF 8a and VBP 9a,,Fraud found,veto,,,,,,not_applicable,
QOF 8a and VBP 9a,,total,total,54,,,41,43,unknown,B
VBP 9b,,blood_pressure,indicator,14,3/7,6,6,6,partly,
VBP 9b,,asthma_review,indicator,20,0,0,0,0,missed,
VBP 9b,,mortality,indicator,10,0.2,2,2,2,partly,
VBP 9b,,quality_plan,indicator,10,,,6,8,partly,
VBP 9b,,Penalties,group,0,,-2,-2,-2,missed,
VBP 9b,,Innovation,adjustment,,,2,2,2,met,
VBP 9b,,Fraud found,veto,,,,,,not_applicable,
VBP 9b,,total,total,54,,,14,16,unknown,D
VBP 9c,,blood_pressure,indicator,14,1,14,14,14,met,
VBP 9c,,asthma_review,indicator,20,1,20,20,20,met,
VBP 9c,,mortality,indicator,10,1,10,10,10,met,
VBP 9c,,quality_plan,indicator,10,,,8,10,met,
VBP 9c,,Penalties,group,0,,0,0,0,met,
VBP 9c,,Innovation,adjustment,,,2,2,2,met,
VBP 9c,,Fraud found,veto,,,,,,met,
VBP 9c,,total,total,54,,,54,56,unknown,D
late,,blood_pressure,indicator,14,0,0,0,0,missed,
late,,asthma_review,indicator,20,1,20,20,20,met,
late,,mortality,indicator,10,0,0,0,0,missed,
late,,quality_plan,indicator,10,,,0,6,missed,
late,,Penalties,group,0,,-8,-8,-8,missed,
late,,Innovation,adjustment,,,0,0,0,not_applicable,
late,,Fraud found,veto,,,,,,not_applicable,
late,,total,total,54,,,12,18,unknown,D
not complete,,blood_pressure,indicator,14,,,7,14,unknown,
not complete,,asthma_review,indicator,20,0.6,12,12,12,partly,
not complete,,mortality,indicator,10,,,0,10,missing,
not complete,,quality_plan,indicator,10,,,8,10,met,
not complete,,Penalties,group,0,,0,0,0,met,
not complete,,Innovation,adjustment,,,0,0,0,not_applicable,
not complete,,Fraud found,veto,,,,,,unknown,
not complete,,total,total,54,,,27,46,unknown,A/B/C/D
