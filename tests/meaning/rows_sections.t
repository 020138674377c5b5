A section of `each row of` may give points where the block gives credit, deduct for its rows, leave them out, and is chosen by a
column that is declared as text; what a flag or `required` calls `score` is what came out; `parts … where` sees the columns of
the rows.  First: 29 of 50 is 58 % of 20: 11.6.  Execution: 5 points, though 79.99 % of 10 would be 7.999.  Late: met, 10, less 2: 8.
Gone: left out.  Sum: 24.6; of the outputs 11.6 + 8 = 19.6 of 30.
==> rules.heng
rules "sections"
each row of rows by form {
    given level, why: text
    group     level
    indicator name
    weight    w
    target    t
    actual    a
    credit    proportional
    required  why when score < 0.6 * weight
    flag      "{name} earns {score}" when score < weight
    when level = budget { score steps actual { >= 80% -> 7; >= 60% -> 5; otherwise -> 0 } }
    when kind = late    { deduct 2 }
    when kind = gone    { applies when no }
}
outputs = sum(parts.score where level = output)
check "outputs weigh 30" sum(parts.weight where level = output) = 30
check "outputs weigh 40" sum(parts.weight where level = output) = 40
flag "outputs earn {outputs}" when outputs > 0
==> rows.csv
form,level,name,w,t,a,kind,why
1,output,first,20,>=50,29,,
1,budget,execution,10,>=100%,79.99%,,
1,output,late,10,>=5,6,late,
1,output,gone,10,>=5,1,gone,
$ heng check rules.heng
$ heng score rules.heng rows.csv | grep -vE '^ +(target|full marks|rule)|^points|^  [0-9]'
form 1
output
  ✗ first                                                        11.6 / 20
      required and missing: why
      flag: first earns 11.6
budget
  ✗ execution                                                       5 / 10
      required and missing: why
      flag: execution earns 5
output
  ✓ late                                                            8 / 10
      flag: late earns 8
  - gone                                                          n/a / 10
      does not apply: left out with its weight
check "outputs weigh 40" fails
flag: outputs earn 19.6
total 24.6 / 40
