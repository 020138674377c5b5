NEWS2 (Royal College of Physicians, 2017).  14a respiration 22: 2; oxygen saturation 94: 1; air: 0; systolic 105: 1; pulse 112: 2; alert: 0;
38.4 °C: 1; in all 7: high.  Everything normal: 0: low.  A single 3 (respiration 8) is low-medium; five single points are medium.
==> rules.heng
rules "NEWS2"
given respiration, saturation, systolic, pulse, temperature: number
given oxygen, alert: truth
group Signs {
    indicator Resp points 3 { score steps respiration { <= 8 -> 3; <= 11 -> 1; <= 20 -> 0; <= 24 -> 2; otherwise -> 3 } }
    indicator SpO2 points 3 { score steps saturation { <= 91 -> 3; <= 93 -> 2; <= 95 -> 1; otherwise -> 0 } }
    indicator Oxygen points 2 { score when { oxygen = yes -> 2; otherwise -> 0 } }
    indicator Systolic points 3 { score steps systolic { <= 90 -> 3; <= 100 -> 2; <= 110 -> 1; <= 219 -> 0; otherwise -> 3 } }
    indicator Pulse points 3 { score steps pulse { <= 40 -> 3; <= 50 -> 1; <= 90 -> 0; <= 110 -> 1; <= 130 -> 2; otherwise -> 3 } }
    indicator Alert points 3 { score when { alert = yes -> 0; otherwise -> 3 } }
    indicator Temp points 3 { score steps temperature { <= 35.0 -> 3; <= 36.0 -> 1; <= 38.0 -> 0; <= 39.0 -> 1; otherwise -> 2 } }
}
any_three = max(Resp.score, SpO2.score, Systolic.score, Pulse.score, Alert.score, Temp.score) >= 3
grade { high >= 7; medium >= 5; low_medium when any_three; low otherwise }
==> data.csv
form,respiration,saturation,oxygen,systolic,pulse,alert,temperature
14a,22,94,no,105,112,yes,38.4
normal,12,98,no,120,70,yes,37.0
three,8,98,no,120,70,yes,37.0
five,22,94,no,105,91,yes,37.0
$ heng score rules.heng data.csv --format csv | awk -F, '$4 == "total" { print $1, $7, $11 }'
14a 7 high
normal 0 low
three 3 low_medium
five 5 medium
$ heng score rules.heng data.csv --format csv --wide | sed -n 2p | cut -d, -f1-8
14a,2,1,0,1,2,0,1
