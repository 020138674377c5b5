S9: of several admitted formulas the one that gives the reported number is named.
 Target at most 90, actual 105, weight 10: inverse 90 / 105 x 10 = 8.571… -> 8.57 is expected; overrun (1 - 15 / 90) x 10 = 8.333…
 -> 8.33 is admitted.  8.5 is neither, nor either of them rounded to one place (8.6, 8.3).
==> rules.heng
rules "named"
rounding 2
indicator Cost weight 10 { given r: number; target <= 90; credit any of inverse, overrun; reported r }
$ for r in 8.57 8.33 8.5; do heng score rules.heng --set Cost=105 --set r=$r | grep reported; done
    reported 8.57: agrees
    reported 8.33: agrees (by overrun)
    reported 8.5: contradicted
$ heng score rules.heng --set Cost=105 --set r=8.33 --format json | grep -E '"(verdict|via)"'
          "verdict": "agrees",
          "via": "overrun",
