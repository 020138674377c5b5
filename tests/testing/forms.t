In any other scheme each `row` enters a form: what looks at all forms sees them all, and an expectation speaks of the form before it.
By hand: the lowest bid is 72, so 30 × 72 / 90 = 24, 30 × 72 / 100 = 21.6 and 30; the bid of 72 is the third, counted from the greatest.
==> bids.heng
rules "Bids"
given bid: amount 万元
given local: truth
indicator Price weight 30 { score 30 * min(forms.bid) / bid }
indicator Rank weight 10 { score when { rank(bid, forms.bid) = 3 -> 10; otherwise -> 0 } }
indicator Local weight 5 { score when { local = yes -> 5; otherwise -> 0 } }
test "lowest bid" {
    set local = yes
    row bid = 90 万元
    expect Price.score = 24
    row bid = 100 万元
    expect Price.score = 21.6 and Rank.score = 0
    row bid = 72 万元, local = no
    expect Price.score = 30 and Rank.score = 10 and Local.score = 0
    expect min(forms.bid) = 72 万元
    expect max(forms.score) = 40
}
$ heng test --lang en bids.heng
1 passed, 0 failed
