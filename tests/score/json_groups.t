Groups hold their parts; adjustments, vetoes, checks and flags say whether they hold.  By hand: 8 of 12 visits is 2/3 of
30 = 20; 4 of 5 letters is 0.8 of 20 = 16; Output 36 of 50 = 0.72, 14 lost.  Answers 45 of 50 %: 0.9 of 50 = 45.
Adding 3, but 2 at most: 36 + 45 + 2 = 83 of 100: B.  The form reports 83, which agrees, and 40 for Answers, which
no reading gives, and 72 % for Output, which is 0.72.  Fraud = no keeps the veto out, and Innovation, which is given,
need not be; Output is below 40, so the check does not hold; Letters are below 17, so the flag is raised.
==> desk.heng
rules "Groups"
given innovation: number
given fraud: truth
given told, told_answers, told_share: text
group Output weight 50 {
    group Quantity {
        indicator Visits weight 30 { target >= 12; credit proportional }
    }
    indicator Letters weight 20 { target >= 5; credit proportional }
    flag "few letters" when Letters.score < 17
}
indicator Answers weight 50 { target >= 50%; credit proportional; reported told_answers }
adjust "Innovation" + innovation, at most 2
veto "Fraud" when fraud = yes -> grade C
check "Output is 40 or more" Output.score >= 40
reported total = told
reported Output.credit = told_share
required innovation when fraud = yes
grade { A >= 90; B >= 80; C otherwise }
==> desk.csv
form,innovation,fraud,told,told_answers,told_share,Visits,Letters,Answers
East,3,no,83,40,72%,8,4,45%
==> numbers
"(form|grade|name|kind|weight|credit|score|low|high|low_open|high_open|expected|status|error|lost)":
"(reported|verdict|holds|sets_grade|sets_score|row|points|message|required|given|value|unit)":
^        "[^"]*",?$
$ heng score desk.heng desk.csv --format json --lang en | grep -Ef numbers
    "name": "Groups",
      "form": "East",
        "name": "total",
        "kind": "total",
        "weight": "100",
        "credit": "0.83",
        "score": "83",
        "low": "83",
        "high": "83",
        "expected": "83",
        "status": "partly",
        "lost": "17",
        "reported": "83",
        "verdict": "agrees",
      "grade": [
        "B"
          "name": "Output",
          "kind": "group",
          "weight": "50",
          "credit": "0.72",
          "score": "36",
          "low": "36",
          "high": "36",
          "expected": "36",
          "status": "partly",
          "lost": "14",
              "message": "few letters",
              "holds": "yes",
              "name": "Quantity",
              "kind": "group",
              "weight": "30",
              "credit": "2/3",
              "score": "20",
              "low": "20",
              "high": "20",
              "expected": "20",
              "status": "partly",
              "lost": "10",
                  "name": "Visits",
                  "kind": "indicator",
                  "weight": "30",
                  "credit": "2/3",
                  "score": "20",
                  "low": "20",
                  "high": "20",
                  "expected": "20",
                  "status": "missed",
                  "lost": "10",
              "name": "Letters",
              "kind": "indicator",
              "weight": "20",
              "credit": "0.8",
              "score": "16",
              "low": "16",
              "high": "16",
              "expected": "16",
              "status": "missed",
              "lost": "4",
          "name": "Answers",
          "kind": "indicator",
          "weight": "50",
          "credit": "0.9",
          "score": "45",
          "low": "45",
          "high": "45",
          "expected": "45",
          "status": "missed",
          "lost": "5",
          "reported": "40",
          "verdict": "contradicted",
          "name": "Innovation",
          "kind": "adjustment",
          "weight": null,
          "credit": null,
          "score": "2",
          "low": "2",
          "high": "2",
          "expected": "2",
          "status": "met",
          "lost": null,
          "holds": "yes",
          "name": "Fraud",
          "kind": "veto",
          "weight": null,
          "credit": null,
          "score": null,
          "low": null,
          "high": null,
          "expected": null,
          "status": "not_applicable",
          "lost": null,
          "holds": "no",
          "sets_grade": "C",
          "message": "Output is 40 or more",
          "holds": "no",
      "required": [
          "name": "innovation",
          "required": "no",
          "given": true,
          "name": "Output.credit",
          "value": "0.72",
          "low": "0.72",
          "high": "0.72",
          "unit": null,
          "reported": "72%",
          "verdict": "agrees",
