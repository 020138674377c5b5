Hospital Value-Based Purchasing as published.  Worked examples 9a 7, 9b 2, 9c 10: 19 of 30, × 50 = 31.66…  Infections, less is better: .53 between 1 and 0 over 0.8:
achievement 9 × .27/.8 + .5 = 3.5375, 4; improvement 10 × .47 - .5 = 4.2, 4: 4; 0 is the benchmark: 10; 14 of 20 × 50 = 35.  Sum 66.66…
24 cases are too few: 17 of 20, 42.5, with 35 77.5.  One measure is too few for a domain: 31.66… of 50 is 63.33… of 100.
==> p from ../../examples/published/hvbp
$ heng check p/hvbp.heng
$ heng score p/hvbp.heng p/hospitals.csv --format csv | cut -d, -f1,3,4,7
form,name,kind,score
worked,clinical,group,95/3
worked,mort_ami,indicator,7
worked,mort_hf,indicator,2
worked,mort_pn,indicator,10
worked,safety,group,35
worked,clabsi,indicator,4
worked,cauti,indicator,10
worked,total,total,200/3
few cases,clinical,group,42.5
few cases,mort_ami,indicator,7
few cases,mort_hf,indicator,
few cases,mort_pn,indicator,10
few cases,safety,group,35
few cases,clabsi,indicator,4
few cases,cauti,indicator,10
few cases,total,total,77.5
no safety,clinical,group,95/3
no safety,mort_ami,indicator,7
no safety,mort_hf,indicator,2
no safety,mort_pn,indicator,10
no safety,safety,group,
no safety,clabsi,indicator,
no safety,cauti,indicator,
no safety,total,total,190/3
