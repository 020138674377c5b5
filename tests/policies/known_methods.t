The library's known ways of reckoning, each with the example of its comment, worked by hand:
at most 36, actual 18.37: 4 × 18.37 ÷ 36 = 2.0411.       at least 10, actual 13: 1 - 3/10 = 70 %.
exactly 10, actual 12: 1 - 2/10 = 80 %.                   79.99 % of a budget: the interval from 60 % on, 50 %.
satisfaction 85 %: 80 %; 60 %: 50 %.  a share of 85 %: 80 %; 65 %: 40 %.
103.4 % against at most 100 %, 5 points: 5 - 3.4 × 0.5 = 3.3, with a whole point each 1.6; 96 % against at least 98 %: 4.
==> rules.heng
rules "known"
use known
rounding 2
indicator Reversed  weight 4  { target <= 36;    credit reversed_direction }
indicator Excess    weight 10 { target >= 10;    credit excess_deducted }
indicator Deviation weight 10 { target = 10;     credit deviation_deducted }
indicator Executed  weight 10 { target >= 100%;  credit execution_by_interval }
indicator Satisfied weight 10 { target >= 95%;   credit satisfaction_by_interval }
indicator Spared    weight 10 { target >= 95%;   credit satisfaction_by_interval }
indicator Share     weight 5  { target >= 95%;   credit share_by_interval }
indicator Low       weight 5  { target >= 95%;   credit share_by_interval }
indicator Staff     weight 5  { target <= 100%;  credit half_point_each }
indicator Strict    weight 5  { target <= 100%;  credit point_each }
indicator Short     weight 5  { target >= 98%;   credit half_point_each }
==> data.csv
id,Reversed,Excess,Deviation,Executed,Satisfied,Spared,Share,Low,Staff,Strict,Short
1,18.37,13,12,79.99%,85%,60%,85%,65%,103.4%,103.4%,96%
==> show from ../meaning/show
$ sh show rules.heng data.csv
total: 49.94 partly
grade: none
Reversed: 2.04 met
Excess: 7 met
Deviation: 8 missed
Executed: 5 missed
Satisfied: 8 missed
Spared: 5 missed
Share: 4 missed
Low: 2 missed
Staff: 3.3 missed
Strict: 1.6 missed
Short: 4 missed
