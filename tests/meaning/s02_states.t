S2: missing is blank or unreadable and may be any value; not applicable only where its words are all of the name or the
target; 无 or — alone as an actual is 0 and not applicable, never missing; points for what does not apply are a finding.
无 against ≤0起: 0 is met, full 10; not applicable adds nothing.  — against ≥90%: 0 earns 0.
"不适用于城区，≥3次" is more than the words: a target.  A row without name, or an n/a name and nothing else, is no
indicator: rows 10 and 11 are not there.
==> rows.heng from rows.heng
==> show from show
==> rows.csv
form,name,w,t,a,r
1,blank,10,≥95%,,10
1,unreadable,10,≥3次,基本完成,10
1,na target,10,不适用,96%,
1,na with points,10,本单位不适用该指标,,10
1,none happened,10,≤0起,无,10
1,dash,10,≥90%,—,0
1,dash full,10,≥90%,—,10
1,not all of it,10,不适用于城区，≥3次,4次,10
1,,10,≥95%,96%,10
1,不适用,,,,
1,不适用,10,≥95%,96%,
$ sh show --rows rows.heng rows.csv
blank: 0..10 (-) missing unverifiable !
unreadable: 0..10 (-) missing unverifiable !
na target: -..- (-) not_applicable
na with points: -..- (-) not_applicable !
none happened: 0..10 (10) unknown unverifiable !
dash: 0 unknown unverifiable !
dash full: 0 unknown contradicted !
not all of it: 10 met agrees !
不适用: -..- (-) not_applicable
