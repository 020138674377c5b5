Commas, quotes and line ends are quoted.  Text that a spreadsheet would take for a formula gets an apostrophe in front;
a number never does, not even where a form is called by one.  By hand: a + 5 of 5 points is 0 where a is -5, 1 where it
is -4, and 5 where it is 0;
the adjustment takes 2 away where a is below 0: totals of -2, of -1 and of 5, of 5 points -0.4, -0.2 and 1.
==> odd.heng
rules "Odd"
given a: number
group '-Less, "much"' {
    indicator '=X+1' points 5 { score a + 5 }
}
adjust "@home" - 2 when a < 0
==> odd.csv
form,a
=HYPERLINK("x"),-5
-7,-4
"two
lines",0
+1 a,0
$ heng score odd.heng odd.csv --format csv
form,path,name,kind,weight,credit,score,low,high,status,grade
"'=HYPERLINK(""x"")",,"'-Less, ""much""",group,5,0,0,0,0,missed,
"'=HYPERLINK(""x"")","'-Less, ""much""",'=X+1,indicator,5,0,0,0,0,missed,
"'=HYPERLINK(""x"")",,'@home,adjustment,,,-2,-2,-2,met,
"'=HYPERLINK(""x"")",,total,total,5,-0.4,-2,-2,-2,missed,
-7,,"'-Less, ""much""",group,5,0.2,1,1,1,partly,
-7,"'-Less, ""much""",'=X+1,indicator,5,0.2,1,1,1,partly,
-7,,'@home,adjustment,,,-2,-2,-2,met,
-7,,total,total,5,-0.2,-1,-1,-1,missed,
"two
lines",,"'-Less, ""much""",group,5,1,5,5,5,met,
"two
lines","'-Less, ""much""",'=X+1,indicator,5,1,5,5,5,met,
"two
lines",,'@home,adjustment,,,0,0,0,not_applicable,
"two
lines",,total,total,5,1,5,5,5,met,
'+1 a,,"'-Less, ""much""",group,5,1,5,5,5,met,
'+1 a,"'-Less, ""much""",'=X+1,indicator,5,1,5,5,5,met,
'+1 a,,'@home,adjustment,,,0,0,0,not_applicable,
'+1 a,,total,total,5,1,5,5,5,met,
