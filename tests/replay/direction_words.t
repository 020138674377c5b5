A change told in words is held against a target of the same direction only (S14, S16): beside another nothing can be signed.  By hand:
a  下降≥5% and 下降6%: met, 15 agrees.   b  下降≥5% and -6%: which way? not read, 0 ~ 15, cannot be verified.
c  增长≥10% and 减少12%: not read; 15 does not "agree".   d  ≤5天 and 超期5天: late by five days is not five days; not read.
e  增长≥10% and 12%: growing is what is meant: met.
==> rules.heng
rules "directions"
each row of rows by form {
    indicator name
    weight 15
    target t
    actual a
    reported r
    credit any of inverse, overrun, proportional
}
==> rows.csv
form,name,t,a,r
a,x,下降≥5%,下降6%,15
b,x,下降≥5%,-6%,15
c,x,增长≥10%,减少12%,15
d,x,≤5天,超期5天,15
e,x,增长≥10%,12%,15
$ heng replay rules.heng rows.csv --format csv --all --lang en | cut -d, -f1,5-6,8-11
form,finding,printed,low,high,verdict,sure
a,score,15,15,15,agrees,certain
b,unverifiable,15,0,15,unverifiable,judgement
b,unreadable,'-6%,,,,judgement
c,unverifiable,15,0,15,unverifiable,judgement
c,unreadable,减少12%,,,,judgement
d,unverifiable,15,0,15,unverifiable,judgement
d,unreadable,超期5天,,,,judgement
e,score,15,15,15,agrees,certain
