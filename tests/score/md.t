Markdown for a report: a table of forms, then each form with its parts, the reasons and what is still missing; pipes in
names do not break tables.  By hand: 76 / 95 = 0.8 of 60 is 48; Complaints are not entered: 0 to 40; from 48 to 88,
B or C.
==> desk.heng
rules "Service | desk"
indicator Coverage   weight 60 { target >= 95%;  credit proportional }
indicator 'Complaints | all' weight 40 { target <= 3;  credit all_or_nothing }
grade { A >= 90;  B >= 80;  C otherwise }
==> desk.csv
form,Coverage,Complaints | all
West,76%,
$ heng score desk.heng desk.csv --format md --lang en
# Service \| desk

| Form | Score | Weight | Grade |
| --- | ---: | ---: | --- |
| West | 48 ~ 88 | 100 | B / C |

## West

| Part | Weight | Score | Status | Target | Actual |
| --- | ---: | ---: | --- | --- | --- |
| Coverage | 60 | 48 | missed | ≥ 95% | 76% |
| Complaints \| all | 40 | 0 ~ 40 | missing | ≤ 3 |  |
| **Total** | 100 | 48 ~ 88 | unknown |  |  |

### Why

- **Coverage** (lost 12): target ≥ 95%, entered "76%": missed; proportional: 76% ÷ 95% = 80%; 60 × 80% = 48
  - full credit: ≥ 95%
- **Complaints \| all**: target ≤ 3, nothing entered: missing; all_or_nothing: 40 × (0% ~ 100%) = 0 ~ 40
  - would settle it: the actual value
  - no actual value is given
  - full credit: ≤ 3

### Still missing

- Complaints \| all: up to 40 points
$ heng score desk.heng desk.csv --format md --lang zh --brief
# Service \| desk

| 表单 | 得分 | 分值 | 等级 |
| --- | ---: | ---: | --- |
| West | 48 ~ 88 | 100 | B / C |
