MIPS as published.  10a 82.31: 8.9585.  10b (3 + 8.9585 + 3 + 6)/60 = 34.9308 %, × 60 = 20.9585; without the bonus 14.9585/60 = 24.9308 %, 14.9585.
10c 49/115 × 10 = 4.26, 4; 1123/1951 × 20 = 11.51, 12; 0 of 115: at least 1.
==> p from ../../examples/published/mips
$ heng check p/mips.heng
p/mips.heng:41:11: warning: 'quality' earns at most 36 of 60, whatever is entered [full-out-of-reach]
  41 |     score round(share / 100 * category_weight, 4)
     |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: let the best case give 60, or lower the weight
$ heng score p/mips.heng p/clinicians.csv --format csv | cut -d, -f1,3,4,7
form,name,kind,score
10b,quality,group,20.9585
10b,measure_a,indicator,8.9585
10b,measure_b,indicator,3
10b,measure_c,indicator,3
10b,interoperability,group,16
10b,e_prescribing,indicator,4
10b,patient_access,indicator,12
10b,total,total,36.9585
no bonus,quality,group,14.9585
no bonus,measure_a,indicator,8.9585
no bonus,measure_b,indicator,3
no bonus,measure_c,indicator,3
no bonus,interoperability,group,21
no bonus,e_prescribing,indicator,1
no bonus,patient_access,indicator,20
no bonus,total,total,35.9585
