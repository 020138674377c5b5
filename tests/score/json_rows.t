Rows of a table stand under their groups with the line they have in the data; the sums of groups are exact.  By hand:
Talks 57 / 60 = 0.95 of 15 = 14.25, which agrees with what is reported.  Leaflets 7 / 600 of 20 = 7/30, reported as 20,
which is contradicted.  Quantity 14.25 + 7/30 = 855/60 + 14/60 = 869/60 of 35, which is 869/2100; 1231/60 lost.
Passed "≥ 90%" against at least 95 %: 90 / 95 of 15 = 270/19 to 15; the reported 15 cannot be verified.
Output 869/60 + 270/19 = 16511/1140 + 16200/1140 = 32711/1140 to 869/60 + 15 = 1769/60 of 50.
==> rows.heng
rules "Rows"
each row of entries by form_id {
    group level1, level2
    indicator level3
    weight 'weight'
    target target_text
    actual actual_text
    reported told
    credit proportional
}
==> entries.csv
form_id,level1,level2,level3,weight,target_text,actual_text,told
F1,Output,Quantity,Talks,15,≥60,57,14.25
F1,Output,Quality,Passed,15,≥95%,≥ 90%,15
F1,Output,Quantity,Leaflets,20,≥600,7,20
==> numbers
"(form|grade|name|kind|weight|credit|score|low|high|low_open|high_open|expected|status|error|lost)":
"(reported|verdict|holds|sets_grade|sets_score|row|points|message|required|given|value|unit)":
^        "[^"]*",?$
$ heng score rows.heng entries.csv --format json --lang en | grep -Ef numbers
    "name": "Rows",
      "form": "F1",
        "name": "total",
        "kind": "total",
        "weight": "50",
        "credit": null,
        "score": null,
        "low": "32711/1140",
        "high": "1769/60",
        "expected": null,
        "status": "unknown",
        "lost": null,
      "grade": [],
          "name": "Output",
          "kind": "group",
          "weight": "50",
          "credit": null,
          "score": null,
          "low": "32711/1140",
          "high": "1769/60",
          "expected": null,
          "status": "unknown",
          "lost": null,
              "name": "Quantity",
              "kind": "group",
              "weight": "35",
              "credit": "869/2100",
              "score": "869/60",
              "low": "869/60",
              "high": "869/60",
              "expected": "869/60",
              "status": "partly",
              "lost": "1231/60",
                  "name": "Talks",
                  "kind": "indicator",
                  "weight": "15",
                  "credit": "0.95",
                  "score": "14.25",
                  "low": "14.25",
                  "high": "14.25",
                  "expected": "14.25",
                  "status": "missed",
                  "lost": "0.75",
                  "reported": "14.25",
                  "verdict": "agrees",
                  "row": 2,
                  "name": "Leaflets",
                  "kind": "indicator",
                  "weight": "20",
                  "credit": "7/600",
                  "score": "7/30",
                  "low": "7/30",
                  "high": "7/30",
                  "expected": "7/30",
                  "status": "missed",
                  "lost": "593/30",
                  "reported": "20",
                  "verdict": "contradicted",
                  "row": 4,
              "name": "Quality",
              "kind": "group",
              "weight": "15",
              "credit": null,
              "score": null,
              "low": "270/19",
              "high": "15",
              "expected": null,
              "status": "unknown",
              "lost": null,
                  "name": "Passed",
                  "kind": "indicator",
                  "weight": "15",
                  "credit": null,
                  "score": null,
                  "low": "270/19",
                  "high": "15",
                  "expected": null,
                  "status": "unknown",
                  "lost": null,
                  "reported": "15",
                  "verdict": "unverifiable",
                  "row": 3,
