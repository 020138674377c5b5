The smallest scheme, in both languages, over four forms.  South: 76 / 95 of 60 is 48, 3 / 4 of 40 is 30.  East: at
least 90 / 95 of 60, which is 1080/19.  West: nothing is entered for 40 points, and a positive number can never give
exactly none of them.
==> . from ../../examples/service-desk
$ heng check service-desk.heng 服务窗口.heng
$ heng score service-desk.heng data.csv --lang en
form                           total  grade
North                            100  A
South                             78  C
East                  96.8421… ~ 100  A
West   60 ~ 100 (lower end excluded)  A/B/C
(4 forms; --form ID explains one, --explain all)
$ heng score service-desk.heng data.csv --format csv > en.csv; heng score 服务窗口.heng data.csv --format csv > zh.csv; sed s/total/总分/ en.csv | diff - zh.csv
$ grep East en.csv
East,,Coverage,indicator,60,,,1080/19,60,unknown,
East,,Complaints,indicator,40,1,40,40,40,met,
East,,total,total,100,,,1840/19,100,unknown,A
