Indicators that are rows of a table: a group node for each distinct path, where it first appears, whether its rows
follow each other or not; a row without an indicator is left out.  By hand, at 2 places:
F1  Talks 57 / 60 = 0.95, of 15: 14.25.  Leaflets 450 / 600 = 0.75, of 20: 15.  Quantity 29.25 of 35, which is
    29.25 / 35 = 117/140.  Passed: at least 95, actual 95, all of 15.  Output 29.25 + 15 = 44.25 of 50 = 0.885.
    Effect 4 / 10 of 10 = 4; Effect has no second level here, so the row stands in Effect itself.
    Total 44.25 + 4 = 48.25 of 60 = 193/240.
F2  Talks: nothing entered, 0 to 30.  Rent does not apply: neither its score nor its weight counts.
    So Quantity and Output 0 to 30 of 30, Cost has no score and weighs nothing, and the total is 0 to 30 of 30.
F3  Talks has no weight: 0.95 of something, no score, 0 or more.  Passed 10 of 10.  So the sums begin at 10, have no
    end, and their weight is not known.
==> rows.heng
rules "Rows"
rounding 2 places
each row of entries by form_id {
    group level1, level2
    indicator level3
    weight 'weight'
    target target_text
    actual actual_text
    credit proportional
}
==> entries.csv
form_id,level1,level2,level3,weight,target_text,actual_text
F1,Output,Quantity,Talks,15,≥60,57
F1,Output,Quality,Passed,15,≥95%,95%
F1,Effect,,Readers,10,≥10,4
F1,Output,Quantity,Leaflets,20,≥600,450
F1,,,,,,
F2,Output,Quantity,Talks,30,≥1,
F2,Cost,,Rent,10,不适用,不适用
F3,Output,,Talks,,≥60,57
F3,Output,,Passed,10,≥95%,95%
$ heng score rows.heng entries.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
F1,,Output,group,50,0.885,44.25,44.25,44.25,partly,
F1,Output,Quantity,group,35,117/140,29.25,29.25,29.25,partly,
F1,Output/Quantity,Talks,indicator,15,0.95,14.25,14.25,14.25,missed,
F1,Output/Quantity,Leaflets,indicator,20,0.75,15,15,15,missed,
F1,Output,Quality,group,15,1,15,15,15,met,
F1,Output/Quality,Passed,indicator,15,1,15,15,15,met,
F1,,Effect,group,10,0.4,4,4,4,partly,
F1,Effect,Readers,indicator,10,0.4,4,4,4,missed,
F1,,total,total,60,193/240,48.25,48.25,48.25,partly,
F2,,Output,group,30,,,0,30,unknown,
F2,Output,Quantity,group,30,,,0,30,unknown,
F2,Output/Quantity,Talks,indicator,30,,,0,30,missing,
F2,,Cost,group,0,,,,,not_applicable,
F2,Cost,Rent,indicator,10,,,,,not_applicable,
F2,,total,total,30,,,0,30,unknown,
F3,,Output,group,,,,10,,unknown,
F3,Output,Talks,indicator,,0.95,,0,,missing,
F3,Output,Passed,indicator,10,1,10,10,10,met,
F3,,total,total,,,,10,,unknown,
