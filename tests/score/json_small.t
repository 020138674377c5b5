The whole of a small result, digests apart.  By hand: 76 / 95 = 0.8 of 60 is 48, 12 lost; 3 / 5 = 0.6 of 40 is 24, 16
lost; together 72 of 100, 28 lost, below 80: C.
==> desk.heng
rules "Service desk" version "2024"
cites "Order 12"

indicator Coverage   weight 60 { target >= 95%;  credit proportional }
indicator Complaints weight 40 { target <= 3 次;  credit inverse }

grade { A >= 90;  B >= 80;  C otherwise }
==> desk.csv
form,Coverage,Complaints
East,95%,2
West,76%,5
$ heng score desk.heng desk.csv --form West --format json --lang en | grep -v sha256
{
  "heng": 1,
  "rules": {
    "name": "Service desk",
    "version": "2024",
    "files": [
      {
        "path": "desk.heng",
      },
      {
        "path": "stdlib/prelude.heng",
      }
    ]
  },
  "data": [
    {
      "path": "desk.csv",
      "rows": 2
    }
  ],
  "forms": [
    {
      "form": "West",
      "total": {
        "name": "total",
        "kind": "total",
        "weight": "100",
        "credit": "0.72",
        "score": "72",
        "low": "72",
        "high": "72",
        "expected": "72",
        "status": "partly",
        "lost": "28",
        "target": null,
        "actual": null,
        "reason": null,
        "steps": [],
        "rule": {
          "file": "desk.heng",
          "line": 1
        },
        "cites": "Order 12"
      },
      "grade": [
        "C"
      ],
      "parts": [
        {
          "name": "Coverage",
          "kind": "indicator",
          "weight": "60",
          "credit": "0.8",
          "score": "48",
          "low": "48",
          "high": "48",
          "expected": "48",
          "status": "missed",
          "lost": "12",
          "target": "≥ 95%",
          "actual": {
            "text": "76%",
            "read": "76%",
            "passed_over": null
          },
          "reason": "target ≥ 95%, entered \"76%\": missed; proportional: 76% ÷ 95% = 80%; 60 × 80% = 48",
          "steps": [
            "76% ÷ 95% = 80%",
            "60 × 80% = 48"
          ],
          "full": "≥ 95%",
          "rule": {
            "file": "desk.heng",
            "line": 4
          },
          "cites": "Order 12",
          "parts": []
        },
        {
          "name": "Complaints",
          "kind": "indicator",
          "weight": "40",
          "credit": "0.6",
          "score": "24",
          "low": "24",
          "high": "24",
          "expected": "24",
          "status": "missed",
          "lost": "16",
          "target": "≤ 3次",
          "actual": {
            "text": "5",
            "read": "5次",
            "passed_over": null
          },
          "reason": "target ≤ 3次, entered \"5\" (read as 5次): missed; inverse: 3次 ÷ 5次 = 60%; 40 × 60% = 24",
          "steps": [
            "3次 ÷ 5次 = 60%",
            "40 × 60% = 24"
          ],
          "full": "≤ 3次",
          "rule": {
            "file": "desk.heng",
            "line": 5
          },
          "cites": "Order 12",
          "parts": []
        }
      ]
    }
  ]
}
