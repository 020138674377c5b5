Lines of another table are found by name and year together; lines that fit equally are told and convict nobody.  By hand: 2022 is 100 in
both, 2023 is 80 against 90: one finding.  Without the year column both lines of the table fit each form.
==> rules.heng
rules "against"
given a: number
given total_told "total": number
indicator A weight 100 { target >= 100; actual a; credit proportional }
reported total = total_told
==> forms.csv
id,project,year,a,total
p22,Paths,2022,100,100
p23,Paths,2023,80,80
==> sum.csv
project,year,total
Paths,2022,100
Paths,2023,90
==> bare.csv
project,total
Paths,100
Paths,90
$ heng replay rules.heng forms.csv --against sum.csv --format csv --lang en | cut -d, -f1,4-7,11,13
form,name,finding,printed,expected,sure,reason
p23,total_told,against,80,90,certain,"the form says 80
$ heng replay rules.heng forms.csv --against bare.csv --format csv --lang en | cut -d, -f1,4-7,11
form,name,finding,printed,expected,sure
p22,,against,,,judgement
p23,,against,,,judgement
p23,total_told,against,80,100,judgement
$ heng replay rules.heng forms.csv --against sum.csv --form p22 --format csv --lang en | cut -d, -f1,4-7,11
form,name,finding,printed,expected,sure
