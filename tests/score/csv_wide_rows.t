Forms whose rows differ share one table: a column for each indicator in order of first appearance.  A name that stands
in two groups is told apart by its path, and one that stands twice in one group by a number.  By hand, at 10 points
each: a met target gives 10, half of it 5, a fifth of it 2.
==> rows.heng
rules "Rows"
each row of entries by form_id {
    group level1
    indicator level2
    weight 'weight'
    target target_text
    actual actual_text
    credit proportional
}
==> entries.csv
form_id,level1,level2,weight,target_text,actual_text
F1,Output,Talks,10,≥10,10
F1,Effect,Talks,10,≥10,5
F1,Effect,Letters,10,≥10,2
F2,Output,Letters 2,10,≥10,5
F2,Output,Talks,10,≥10,2
F2,Output,Talks,10,≥10,5
$ heng score rows.heng entries.csv --format csv --wide
form,Output/Talks,Effect/Talks,Letters,Letters 2,Output/Talks (2),total,grade
F1,10,5,2,,,17,
F2,2,,,5,5,12,
