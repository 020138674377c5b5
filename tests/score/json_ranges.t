Scores that are ranges: score is null and low and high say how far it goes; an end that is left out is marked open.
By hand:
Coverage  nothing entered: 0 to 20.
Visits    "≥ 90" against at least 95: from 90 / 95 = 18/19 of 20 = 360/19 up to 20; expected is no one number.
Effect    "partly" is a band from 60 % to just under 80 %: of 20 from 12 to just under 16.
Cost      "105" against at most 90 by one of two formulas, the first expected: inverse 90 / 105 = 6/7 of 21 = 18,
          overrun 1 - 15 / 90 = 5/6 of 21 = 17.5.
Share     7 / 0: no result, so the total counts it as 0 to 19.
Rent      does not apply, and does not count.
Total     0 + 360/19 + 12 + 17.5 + 0 = 720/38 + 1121/38 = 1841/38 up to 20 + 20 + 16 + 18 + 19 = 93, which Effect
          leaves out; of 20 + 20 + 20 + 21 + 19 = 100.  Needed is Coverage, on which 20 points depend.
==> desk.heng
rules "Ranges"
given a, b: number
indicator Coverage weight 20 { target >= 95%; credit proportional }
indicator Visits weight 20 { target >= 95; credit proportional }
indicator Effect weight 20 { target "lasting"; credit scale }
indicator Cost weight 21 { target <= 90; credit any of inverse, overrun }
indicator Share weight 19 { actual a / b; target >= 1; credit proportional }
indicator Rent weight 50 { applies when a > 100; target >= 1; credit proportional }
levels scale { good "achieved" -> 80% .. 100%;  half "partly" -> 60% ..< 80%;  bad "missed" -> 0% ..< 60% }
==> desk.csv
form,a,b,Coverage,Visits,Effect,Cost,Rent
South,7,0,,≥ 90,partly,105,3
==> numbers
"(form|grade|name|kind|weight|credit|score|low|high|low_open|high_open|expected|status|error|lost)":
"(reported|verdict|holds|sets_grade|sets_score|row|points|message|required|given|value|unit)":
^        "[^"]*",?$
$ heng score desk.heng desk.csv --format json --lang en | grep -Ef numbers
    "name": "Ranges",
      "form": "South",
        "name": "total",
        "kind": "total",
        "weight": "100",
        "credit": null,
        "score": null,
        "low": "1841/38",
        "high": "93",
        "high_open": true,
        "expected": null,
        "status": "unknown",
        "lost": null,
      "grade": [],
          "name": "Coverage",
          "kind": "indicator",
          "weight": "20",
          "credit": null,
          "score": null,
          "low": "0",
          "high": "20",
          "expected": null,
          "status": "missing",
          "lost": null,
          "name": "Visits",
          "kind": "indicator",
          "weight": "20",
          "credit": null,
          "score": null,
          "low": "360/19",
          "high": "20",
          "expected": null,
          "status": "unknown",
          "lost": null,
          "name": "Effect",
          "kind": "indicator",
          "weight": "20",
          "credit": null,
          "score": null,
          "low": "12",
          "high": "16",
          "high_open": true,
          "expected": null,
          "status": "partly",
          "lost": null,
          "name": "Cost",
          "kind": "indicator",
          "weight": "21",
          "credit": null,
          "score": null,
          "low": "17.5",
          "high": "18",
          "expected": "18",
          "status": "missed",
          "lost": null,
          "name": "Share",
          "kind": "indicator",
          "weight": "19",
          "credit": null,
          "score": null,
          "low": null,
          "high": null,
          "expected": null,
          "status": "error",
          "error": "zero_divisor",
          "lost": null,
          "name": "Rent",
          "kind": "indicator",
          "weight": "50",
          "credit": null,
          "score": null,
          "low": null,
          "high": null,
          "expected": null,
          "status": "not_applicable",
          "lost": null,
          "name": "Coverage",
          "points": "20"
