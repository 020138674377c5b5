One line a node, groups before their parts, the total last.  By hand:
East   Coverage 76 / 95 = 4/5, of 30: 24.  Visits 4 of 6 = 2/3, of 30: 20.  Group 44 of 60 = 11/15.
       Complaints 3 / 4 = 0.75, of 40: 30.  Total 44 + 30 = 74, of 100 = 0.74: C.
North  Coverage is not given: 0 to 30.  Visits 6 of 6: 30.  Group 30 to 60.  Complaints 2: 40.  Total 70 to 100: A, B and C.
South  Coverage "≥ 90%" is a bound: from 90 / 95 = 18/19 of 30 = 540/19 up to 30.  Visits 3 of 6 = 0.5: 15.
       Group 540/19 + 15 = 825/19 to 45.  Complaints 5: 3 / 5 = 0.6, of 40: 24.
       Total 825/19 + 24 = 1281/19 (67.4…) to 69: C.
What is not certain leaves score and credit empty.
==> desk.heng
rules "Service desk"
group Service weight 60 {
    indicator Coverage weight 30 { target >= 95%; credit proportional }
    indicator Visits weight 30 { target >= 6 times; credit proportional }
}
indicator Complaints weight 40 { target <= 3 times; credit inverse }
unit times
grade { A >= 90; B >= 80; C otherwise }
==> desk.csv
form,Coverage,Visits,Complaints
East,76%,4,4
North,,6,2
South,≥ 90%,3,5
$ heng score desk.heng desk.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
East,,Service,group,60,11/15,44,44,44,partly,
East,Service,Coverage,indicator,30,0.8,24,24,24,missed,
East,Service,Visits,indicator,30,2/3,20,20,20,missed,
East,,Complaints,indicator,40,0.75,30,30,30,missed,
East,,total,total,100,0.74,74,74,74,partly,C
North,,Service,group,60,,,30,60,unknown,
North,Service,Coverage,indicator,30,,,0,30,missing,
North,Service,Visits,indicator,30,1,30,30,30,met,
North,,Complaints,indicator,40,1,40,40,40,met,
North,,total,total,100,,,70,100,unknown,A/B/C
South,,Service,group,60,,,825/19,45,unknown,
South,Service,Coverage,indicator,30,,,540/19,30,unknown,
South,Service,Visits,indicator,30,0.5,15,15,15,missed,
South,,Complaints,indicator,40,0.6,24,24,24,missed,
South,,total,total,100,,,1281/19,69,unknown,C
