One line a form: its indicators' scores, the total, the grade; what is not certain stays empty.  By hand:
East   Coverage 76 / 95 of 30 = 24, Visits 4 / 6 of 30 = 20, Complaints 3 / 4 of 40 = 30, together 74: C.
North  Coverage is not given (0 to 30), Visits 30, Complaints 40; from 70 to 100: A, B and C.
==> desk.heng
rules "Service desk"
group Service weight 60 {
    indicator Coverage weight 30 { target >= 95%; credit proportional }
    indicator Visits weight 30 { target >= 6; credit proportional }
}
indicator Complaints weight 40 { target <= 3; credit inverse }
grade { A >= 90; B >= 80; C otherwise }
==> desk.csv
form,Coverage,Visits,Complaints
East,76%,4,4
North,,6,2
$ heng score desk.heng desk.csv --format csv --wide
form,Coverage,Visits,Complaints,total,grade
East,24,20,30,74,C
North,,30,40,,A/B/C
