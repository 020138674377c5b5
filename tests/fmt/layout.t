One layout: clauses on lines of their own, neighbours in columns, comments where they stood.
==> messy.heng
rules   "Service desk"  version "2024"


# Coverage counts most.
indicator Coverage weight 60 { target>=95%; credit proportional }   # by region
indicator 'Complaints' weight 40 {target≤3 次；credit inverse}# per month
                                                              # and per desk
group Access "Access to the desk"
{
   indicator Hours    weight 5
   {
   target >= 40 小时;   credit proportional   # a week

   }


   # asked of visitors
   indicator Wait     weight 5 { actual  max( wait_morning,wait_noon ) ; target <= 10 分钟; credit inverse }
   # nothing follows
}
given wait_morning , wait_noon:duration in 0 分钟..600 分钟
levels achievement {
  achieved "达成" "完成" -> 80%..100%
  partly "部分达成" -> 60%..<80%
  missed -> 0%..<60%
}
method lenient = when { actual meets target -> 100%
 otherwise -> -( 1-actual/target.value )+steps actual{<=0->0;<=12->1;otherwise->2} }
long = max(1,
  min(2,
 3), # the lesser
     4
) + 5 *
 6
grade { A>=90;B>=80;
C otherwise }
$ heng fmt --check messy.heng
messy.heng
? 1
$ heng fmt messy.heng
$ cat messy.heng
rules "Service desk" version "2024"

# Coverage counts most.
indicator Coverage   weight 60 { target >= 95%;   credit proportional }  # by region
indicator Complaints weight 40 { target <= 3 次;  credit inverse }       # per month
                                                                         # and per desk
group Access "Access to the desk" {
    indicator Hours weight 5 {
        target >= 40 小时
        credit proportional  # a week
    }

    # asked of visitors
    indicator Wait weight 5 { actual max(wait_morning, wait_noon);  target <= 10 分钟;  credit inverse }
    # nothing follows
}
given wait_morning, wait_noon: duration in 0 分钟 .. 600 分钟
levels achievement {
    achieved "达成" "完成" -> 80% .. 100%
    partly   "部分达成"    -> 60% ..< 80%
    missed                 -> 0%  ..< 60%
}
method lenient = when {
    actual meets target -> 100%
    otherwise           -> -(1 - actual / target.value) + steps actual { <= 0 -> 0;  <= 12 -> 1;  otherwise -> 2 }
}
long = max(1,
    min(2,
        3),  # the lesser
    4
) + 5 *
    6
grade {
    A >= 90
    B >= 80
    C otherwise
}
$ heng fmt --check messy.heng
