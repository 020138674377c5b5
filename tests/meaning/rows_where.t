`parts.x where …` over rows chooses them by their columns.  By hand: one's outputs weigh 30 + 20 = 50 and earn 15 + 20 = 35, its benefits
weigh 40; two's outputs weigh 45, so the check of weights fails.
==> rows.heng
rules "By section"
each row of rows by form {
    group section
    indicator name
    weight 'weight'
    target t
    actual a
    credit proportional
}
check "outputs weigh 50" sum(parts.weight where section = "output") = 50
check "outputs earn 35" sum(parts.score where section = "output") = 35
check "one benefit" count(parts.weight where section = "benefit") = 1
==> rows.csv
form,section,name,weight,t,a
one,output,Visits,30,≥ 10,5
one,output,Leaflets,20,≥ 10,10
one,benefit,Reach,40,≥ 10,10
two,output,Visits,30,≥ 10,5
two,output,Leaflets,15,≥ 10,10
two,benefit,Reach,40,≥ 10,10
$ heng score rows.heng rows.csv --format json --lang en | python3 -c "import json,sys; [print(f['form'], [(c['message'], c['holds']) for c in f['checks']]) for f in json.load(sys.stdin)['forms']]"
one [('outputs weigh 50', 'yes'), ('outputs earn 35', 'yes'), ('one benefit', 'yes')]
two [('outputs weigh 50', 'no'), ('outputs earn 35', 'no'), ('one benefit', 'yes')]
