S11: a bare computed number takes its target's unit: 100 against ≤ 80 万元 is 100 万元: 80/100 × 10 = 8; 100 + 50 of ≥ 200 册 is 150 册: 7.5;
100 against ≤ 80 天 is 100 days: 8.  A ratio stays what it is: 30 / 40 against ≥ 95% is 75 %: 75/95 × 10 = 150/19.  A bare 70-100 万元
against ≤ 80 is met up to 80 and falls to 80/100: 8 .. 10.
==> rules.heng
rules "computed"
given n, m, k: number
given p, q: amount 万元
indicator Money weight 10 { actual n; target <= 80 万元; credit inverse }
indicator Count weight 10 { actual n + m; target >= 200 册; credit proportional }
indicator Days weight 10 { actual n; target <= 80 天; credit inverse }
indicator Rate weight 10 { actual p / q; target >= 95%; credit proportional }
indicator Range weight 10 { actual k; target <= 80 万元; credit inverse }
==> show from show
$ sh show --rows rules.heng --set n=100 --set m=50 --set p=30 --set q=40 --set k=70-100 | cut -d' ' -f1,2
Money: 8
Count: 7.5
Days: 8
Rate: 150/19
Range: 8..10
