A name stands in quotes exactly where it needs them: keywords of either language, what is no single word, and words that
would become a keyword with their neighbour in English.
==> names.heng
给 = 'plain' + '分值' + 'weight' + '65岁以上' + 'two words' + 'a-b' + x.'weight' + x.'two words' + ‘full’
扣分 1 每 full 之 any
指标 '不低于' 分值 5 { 实际 'ａ' }
$ heng fmt - < names.heng
给 = plain + '分值' + 'weight' + '65岁以上' + 'two words' + 'a-b' + x.weight + x.'two words' + full
扣分 1 每 'full' 之 any
指标 '不低于' 分值 5 { 实际 ａ }
