#!/usr/bin/env python3
"""Makes the hospital tables of this folder: invented hospitals, formulas of 42 CFR 412.165, exact fractions.

  hospitals.csv   one row a hospital, columns for every measure (rates, cases, reported score), domains, total
  measures.csv    the same, one row a hospital and measure; totals.csv beside it, one row a hospital
  expected.csv    what the formulas give: measure points, domain scores, totals, before any mistake is planted
  planted.csv     the reported cells that were then made wrong, and how

Only this script and the formulas decide what is expected; nothing here has seen the interpreter.  The seed is fixed.
"""
import csv
import os
import random
from fractions import Fraction as F

random.seed(412165)
HERE = os.path.dirname(os.path.abspath(__file__))
HOSPITALS = 64
MIN_CASES = 25
NA = "Not Available"

# measure: domain, achievement threshold, benchmark, as printed.  SCREEN has t = b: a measure everybody has topped out.
MEASURES = {
    "MORT-AMI": ("Clinical Outcomes", "0.861793", "0.881305"),
    "MORT-HF": ("Clinical Outcomes", "0.879869", "0.903608"),
    "MORT-PN": ("Clinical Outcomes", "0.836122", "0.870506"),
    "MORT-COPD": ("Clinical Outcomes", "0.47", "0.87"),
    "NURSES": ("Person Engagement", "0.50", "0.95"),
    "DOCTORS": ("Person Engagement", "0.7990", "0.8897"),
    "STAFF": ("Person Engagement", "0.6577", "0.8214"),
    "DISCHARGE": ("Person Engagement", "0.8745", "0.9228"),
    "SEPSIS": ("Safety", "0.55", "0.85"),
    "HANDWASH": ("Safety", "0.60", "1"),
    "SCREEN": ("Safety", "1", "1"),
}
DOMAINS = {  # weight in the total, least number of measures
    "Clinical Outcomes": (40, 2),
    "Person Engagement": (30, 3),
    "Safety": (30, 2),
}
MIN_DOMAINS = 2


def half_up(x, places=0):
    """Half away from zero, exactly."""
    scaled = abs(x) * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return F(whole, 10 ** places) * (1 if x >= 0 else -1)


def printed(x, places):
    """x, which has at most `places` decimals, with exactly that many."""
    n = x * 10 ** places
    assert n.denominator == 1
    n = n.numerator
    return f"{n // 10 ** places}.{n % 10 ** places:0{places}d}" if places else str(n)


def achievement(t, b, a):
    if a >= b:
        return 10
    if a < t:
        return 0
    return min(max(int(half_up(9 * (a - t) / (b - t) + F(1, 2))), 1), 9)


def improvement(b, z, a):
    if a >= b:
        return 10
    if z is None or a <= z:
        return 0
    return min(max(int(half_up(10 * (a - z) / (b - z) - F(1, 2))), 0), 9)


# What chance would hardly bring: hospital, measure: baseline, performance, cases ("" leaves the drawn value).
EDGES = {
    (1, "MORT-COPD"): ("0.21", "0.70", "60"),      # published example 9a: 6 and 7
    (2, "MORT-COPD"): ("0.30", "0.47", "60"),      # 9b: exactly at the threshold, 1 and 2
    (3, "MORT-COPD"): ("0.64", "0.91", "60"),      # 9c: above the benchmark
    (4, "NURSES"): ("0.45", "0.55", "300"),        # achievement 1.5, improvement 1.5: both go up, 2
    (5, "NURSES"): ("0.60", "0.60", "300"),        # achievement 2.5 -> 3 (half to even: 2); not above baseline: 0
    (6, "NURSES"): ("0.45", "0.50", "300"),        # at the threshold: 1; improvement 0.5 -> 1 (half to even: 0)
    (7, "NURSES"): ("0.45", "0.75", "300"),        # achievement 5.5 -> 6; improvement 5.5 -> 6
    (8, "NURSES"): ("0.85", "0.90", "300"),        # achievement 8.5 -> 9; improvement 4.5 -> 5
    (9, "NURSES"): ("0.40", "0.95", "300"),        # at the benchmark: 10
    (10, "NURSES"): ("0.40", "0.949999", "300"),   # just below it: 9
    (11, "NURSES"): ("0.40", "0.499999", "300"),   # just below the threshold: 0; improvement 1.318… -> 1
    (12, "NURSES"): ("0.96", "0.94", "300"),       # baseline above the benchmark, performance below: no improvement
    (13, "NURSES"): ("0.95", "0.94", "300"),       # baseline at the benchmark: the divisor b - z is 0, never used
    (14, "MORT-AMI"): (NA, "0.870000", "90"),      # no baseline: achievement only
    (15, "MORT-AMI"): (NA, "0.850000", "90"),      # no baseline, below the threshold: 0
    (16, "MORT-AMI"): ("0.850000", "0.870000", "24"),  # one case too few
    (17, "MORT-AMI"): ("0.850000", "0.870000", "25"),  # just enough
    (18, "MORT-AMI"): ("0.850000", NA, "90"),      # no rate, though cases enough
    (19, "SCREEN"): ("0.98", "1", "80"),           # t = b, reached: 10
    (20, "SCREEN"): ("0.98", "0.999999", "80"),    # t = b, missed: 0, and improvement 9.4995 -> 9
    (21, "SCREEN"): (NA, "0.999999", "80"),        # t = b, missed, no baseline: 0
    (22, "SCREEN"): ("1", "0.99", "80"),           # baseline at the benchmark, fallen: 0
    (23, "HANDWASH"): ("0.60", "0.60", "80"),      # at the threshold, not above the baseline: 1 and 0
    (24, "HANDWASH"): ("0.20", "0.24", "80"),      # 10 * 0.04 / 0.8 - 0.5 = 0: nothing
    (25, "HANDWASH"): ("0.20", "0.28", "80"),      # 10 * 0.08 / 0.8 - 0.5 = 0.5 -> 1
    (26, "HANDWASH"): ("0", "0", "80"),            # rates of nought are rates, not blanks
    (40, "STAFF"): ("0.6000", "0.7300", "120"),
    (41, "MORT-HF"): ("0.860000", "0.890000", "120"),
    (42, "DISCHARGE"): ("0.8700", "0.9300", "120"),
    (27, "SEPSIS"): ("0.40", "0.40", "0"),         # no cases at all
}
# Too few measures: these leave a domain out (and, for the last, the total).
LEFT_OUT = {
    30: ["MORT-AMI", "MORT-HF", "MORT-PN"],                              # one of four left: Clinical out
    31: ["MORT-AMI", "MORT-HF"],                                         # two left: just enough
    32: ["NURSES", "DOCTORS"],                                           # two left: Engagement out
    33: ["NURSES"],                                                      # three left: just enough
    34: ["SEPSIS", "HANDWASH"],                                          # Safety out
    35: ["SEPSIS", "HANDWASH", "SCREEN"],                                # Safety out, nothing in it
    36: ["MORT-AMI", "MORT-HF", "MORT-PN", "MORT-COPD", "SEPSIS", "SCREEN"],   # one domain only: no total
    37: list(MEASURES),                                                  # nothing at all
}
# Reported cells made wrong: (hospital, what): (reported instead, why).  "what" is a measure, a domain or "total".
PLANTED = {
    (5, "NURSES"): ("2 out of 10", "half to even instead of half up"),
    (16, "MORT-AMI"): ("4 out of 10", "scored although one case is missing"),
    (17, "MORT-AMI"): (NA, "not scored although the cases are enough"),
    (40, "STAFF"): (+1, "one point too many"),
    (41, "MORT-HF"): (-1, "one point too few"),
    (42, "DISCHARGE"): ("11 out of 10", "more than there are"),
    (31, "Clinical Outcomes"): ("all", "divided by all measures instead of those that apply"),
    (30, "total"): ("plain", "the weight of the domain left out was not redistributed"),
    (43, "total"): ("digits", "two digits exchanged"),
}


def draw(t, b):
    """A performance rate around the threshold and the benchmark, with four or six decimals."""
    t, b = F(t), F(b)
    span = b - t if b > t else F(4, 100)
    x = t + span * F(random.randint(-700, 1150), 1000)
    x = min(max(x, F(0)), F(1))
    return printed(half_up(x, 6), 6)


def number(text):
    return None if text == NA else F(text)


def main():
    wide, long, totals, expected, planted = [], [], [], [], []
    for h in range(1, HOSPITALS + 1):
        hospital = f"{990000 + h}"
        name = f"{random.choice(['North', 'South', 'Lake', 'Hill', 'River', 'Mill', 'Park'])} {random.choice(['Valley', 'County', 'Grove', 'Bend', 'Harbor'])} Hospital {h}"
        row = {"Facility ID": hospital, "Facility Name": name}
        points, reported_points = {}, {}
        for m, (domain, t, b) in MEASURES.items():
            performance, baseline = draw(t, b), draw(t, b)
            cases = str(random.choice([random.randint(25, 60), random.randint(61, 900)]))
            if random.random() < 0.06:
                baseline = NA
            if random.random() < 0.05:
                cases = str(random.randint(1, MIN_CASES - 1))
            if m == "SCREEN" and random.random() < 0.3:
                performance = "1"
            if (h, m) in EDGES:
                baseline, performance, cases = EDGES[h, m]
            elif h <= 29 or h in (33, 40, 41, 42, 43):   # keep hospitals made for a purpose free of chance gaps
                cases = str(max(int(cases), MIN_CASES))
            if h in LEFT_OUT:
                cases = str(random.randint(0, MIN_CASES - 1) if m in LEFT_OUT[h] else max(int(cases), MIN_CASES))
            a, z = number(performance), number(baseline)
            counted = a is not None and int(cases) >= MIN_CASES
            if counted:
                up, better = achievement(F(t), F(b), a), improvement(F(b), z, a)
                points[m] = max(up, better)
                expected.append([hospital, m, up, better, points[m]])
            else:
                expected.append([hospital, m, "", "", NA])
            cell = f"{points[m]} out of 10" if counted else NA
            if (h, m) in PLANTED:
                wrong, why = PLANTED[h, m]
                right = cell
                cell = f"{points[m] + wrong} out of 10" if isinstance(wrong, int) else wrong
                planted.append([hospital, m, cell, right, why])
                assert cell != right and not cell.startswith("-"), (h, m, cell)
            row.update({
                f"{m} Achievement Threshold": t, f"{m} Benchmark": b, f"{m} Baseline Rate": baseline,
                f"{m} Performance Rate": performance, f"{m} Cases": cases, f"{m} Measure Score": cell,
                f"{m} Points": cell.split(" ")[0] if cell != NA else NA,   # the same without "out of 10"
            })
            long.append([hospital, domain, m, t, b, baseline, performance, cases, cell,
                         cell.split(" ")[0] if cell != NA else NA])
        scores, plain, left = {}, F(0), F(0)
        for d, (weight, least) in DOMAINS.items():
            mine = [points[m] for m in MEASURES if MEASURES[m][0] == d and m in points]
            if len(mine) >= least:
                scores[d] = F(sum(mine), 10 * len(mine)) * 100
                plain += scores[d] * weight / 100
                left += F(weight, 100)
            cell = right = printed(half_up(scores[d], 2), 2) if d in scores else NA
            if (h, d) in PLANTED:
                kept = sum(1 for m in MEASURES if MEASURES[m][0] == d)
                cell = printed(half_up(F(sum(mine), 10 * kept) * 100, 2), 2)
                planted.append([hospital, d, cell, right, PLANTED[h, d][1]])
                assert cell != right
            row[f"{d} Domain Score"] = cell
            expected.append([hospital, d, "", "", str(scores.get(d, NA))])
        total = plain / left if len(scores) >= MIN_DOMAINS else None
        cell = right = printed(half_up(total, 2), 2) if total is not None else NA
        if (h, "total") in PLANTED:
            kind, why = PLANTED[h, "total"]
            cell = printed(half_up(plain, 2), 2) if kind == "plain" else right[1] + right[0] + right[2:]
            planted.append([hospital, "total", cell, right, why])
            assert cell != right
        row["Total Performance Score"] = cell
        expected.append([hospital, "total", "", "", str(total) if total is not None else NA])
        wide.append(row)
        totals.append([hospital, name] + [row[f"{d} Domain Score"] for d in DOMAINS] + [cell])
    assert len(planted) == len(PLANTED)

    def write(name, head, rows):
        with open(os.path.join(HERE, name), "w", newline="", encoding="utf-8") as f:
            out = csv.writer(f, lineterminator="\n")
            out.writerow(head)
            out.writerows(rows)

    write("hospitals.csv", list(wide[0]), [list(r.values()) for r in wide])
    write("measures.csv", ["facility_id", "domain", "measure", "threshold", "benchmark", "baseline", "performance",
                           "cases", "measure_score", "points"], long)
    write("totals.csv", ["facility_id", "name"] + [f"{d} Domain Score" for d in DOMAINS] + ["Total Performance Score"],
          totals)
    write("expected.csv", ["facility_id", "what", "achievement", "improvement", "expected"], expected)
    write("planted.csv", ["facility_id", "what", "reported", "right", "why"], planted)


main()
