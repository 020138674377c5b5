#!/usr/bin/env python3
"""Makes N self-evaluation forms in the shape of examples/自评复核: entries.csv and forms.csv, any number of them.

    many.py N [--seed S] [--out FOLDER] [--truth]

A form is 8 to 14 consecutive rows of entries.csv and one row of forms.csv.  Weights add up to 100, totals to the printed
scores, grades fit; scores follow 财预〔2020〕10号, except that 3 % of the scored rows are wrong.  Nothing is kept: rows are
written as they are made, so a million forms need no more memory than one.  The same N and seed give the same bytes, and
the first forms of a longer run are those of a shorter one.  --truth also writes truth.csv: each wrong row and its score.
"""
import argparse
import os
import random

ENTRIES = ("form_id,doc,region,unit,year,project,row_no,level1,level2,level3,target_text,actual_text,weight,"
           "reported_score,remark\n")
FORMS = ("form_id,doc,region,unit,year,project,budget_unit,initial_budget,full_year_budget,executed,"
         "execution_rate_text,budget_weight,budget_score,reported_total,grade_reported,annual_goal,notes\n")
WRONG = 3  # per cent

COUNTS = [("发放手册", "册"), ("开展宣讲", "场"), ("培训人员", "人次"), ("走访家庭", "家"), ("设备维护", "台"), ("检查次数", "次")]
RATES = ["验收合格率", "资金到位率", "系统运行率", "信息准确率"]
WORDS = ["持续提高", "显著改善", "长效机制健全", "明显增强"]
EFFECTS = ["群众知晓程度", "服务能力", "行业规范程度", "长效管理机制", "营商环境"]
SIGNS = ["≥", ">=", "不少于", "≧"]


def ratio(cents, part, whole):
    """cents * part / whole, half up."""
    return (2 * cents * part + whole) // (2 * whole)


def plain(cents):
    """1234 -> 12.34, 1200 -> 12, 1250 -> 12.5"""
    text = f"{cents // 100}.{cents % 100:02d}".rstrip("0")
    return text[:-1] if text.endswith(".") else text


def fixed(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def split(rng, points, parts):
    """`points` in whole points over `parts` rows, none below 2."""
    weights = [2] * parts
    for _ in range(points - 2 * parts):
        weights[rng.randrange(parts)] += 1
    return weights


def quantity(rng, i, cents):
    name, unit = COUNTS[rng.randrange(len(COUNTS))]
    target = rng.randrange(4, 400) * 5
    met = rng.random() < 0.8
    actual = target + rng.randrange(0, target // 10 + 1) if met else target - rng.randrange(target // 10 + 1, target)
    score = cents if met else ratio(cents, actual, target)
    cell = f"{actual}{unit}" if rng.random() < 0.7 else f"{actual}"
    return "数量指标", f"{i}.{name}", f"{SIGNS[rng.randrange(4)]}{target}{unit}", cell, score


def rate(rng, i, cents):
    target = rng.randrange(80, 101)
    met = rng.random() < 0.85
    actual = rng.randrange(target * 10, 1001) if met else rng.randrange(300, target * 10 - 20)
    score = cents if met else ratio(cents, actual, target * 10)
    return "质量指标", f"{i}.{RATES[rng.randrange(len(RATES))]}", f"≥{target}%", f"{plain(actual * 10)}%", score


def cost(rng, i, cents):
    target = rng.randrange(500, 90000)       # hundredths of 万元
    met = rng.random() < 0.85
    actual = target - rng.randrange(0, target // 6) if met else target + rng.randrange(target // 10, target)
    score = cents if met else ratio(cents, target, actual)
    return "成本指标", f"{i}.项目成本", f"≤{plain(target)}万元", plain(actual), score


def deadline(rng, i, cents):
    return "时效指标", f"{i}.按期完成", "年底前完成", "完成" if rng.random() < 0.7 else "按时完成", cents


def effect(rng, i, cents):
    word = WORDS[rng.randrange(len(WORDS))]
    level = rng.random()
    if level < 0.9:
        actual, score = (word if level < 0.5 else "达到预期"), cents
    else:
        actual, score = "部分达成", cents * 7 // 10
    return "社会效益指标", f"{i}.{EFFECTS[rng.randrange(len(EFFECTS))]}", word, actual, score


def satisfaction(rng, i, cents):
    return "服务对象满意度指标", f"{i}.服务对象满意度", "≥90%", ["90%", "95%", "≥90%", "98"][rng.randrange(4)], cents


OUTPUT = [quantity, rate, cost, deadline]


def grade(cents):
    return "优" if cents >= 9000 else "良" if cents >= 8000 else "中" if cents >= 6000 else "差"


def form(rng, number):
    """The text of one form: its rows of entries.csv, its row of forms.csv, its rows of truth.csv."""
    year = 2021 + number % 3
    form_id = f"{number:09d}"
    project = f"项目{number}"
    lead = f"{form_id},gen,第{number % 97}区,第{number % 9973}单位,{year},{project},"
    show = plain if rng.random() < 0.5 else fixed
    budget = rng.randrange(1000, 900000)      # hundredths of 万元
    executed = budget if rng.random() < 0.5 else rng.randrange(budget // 3, budget - budget // 1000)
    outputs = rng.randrange(4, 8)
    effects = rng.randrange(2, 5)
    extra = rng.randrange(0, 2)               # a row that does not apply
    plan = [("产出指标 (50分)", OUTPUT[k % 4] if k < 4 else OUTPUT[rng.randrange(4)], w)
            for k, w in enumerate(split(rng, 50, outputs))]
    plan += [("效益指标 (30分)", effect, w) for w in split(rng, 30, effects)]
    plan += [("满意度指标 (10分)", satisfaction, 10)]

    rows, truth, total = [], [], 0
    score = ratio(1000, executed, budget)
    budget_score = score
    pending = [("预算执行", "", "年度资金总额", plain(budget), plain(executed), 10, score)]
    for k, (level1, make, weight) in enumerate(plan):
        level2, name, target, actual, score = make(rng, k + 1, weight * 100)
        pending.append((level1, level2, name, target, actual, weight, score))
    for k, (level1, level2, name, target, actual, weight, score) in enumerate(pending, 1):
        reported = score
        if rng.randrange(100) < WRONG:
            # Full marks for a missed target; else so little that no reading gives it: half of full, below any band met.
            reported = weight * 100 if score < weight * 100 else weight * 50
            truth.append(f"{form_id},{k},{show(reported)},{show(score)}\n")
        if k == 1:
            budget_score = reported
        total += reported
        rows.append(f"{lead}{k},{level1},{level2},{name},{target},{actual},{weight},{show(reported)},\n")
    if extra:
        rows.append(f"{lead}{len(rows) + 1},效益指标 (30分),生态效益指标,本单位不适用该指标,,,,,\n")
    percent = plain(ratio(10000, executed, budget))
    head = (f"{form_id},gen,第{number % 97}区,第{number % 9973}单位,{year},{project},万元,{plain(budget)},{plain(budget)},"
            f"{plain(executed)},{percent}%,10,{show(budget_score)},{show(total)},{grade(total)},,\n")
    return rows, head, truth


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int, metavar="N")
    options.add_argument("--seed", type=int, default=2020)
    options.add_argument("--out", default=".")
    options.add_argument("--truth", action="store_true")
    chosen = options.parse_args()
    os.makedirs(chosen.out, exist_ok=True)

    def create(name, header):
        file = open(os.path.join(chosen.out, name), "w", encoding="utf-8", newline="")
        file.write(header)
        return file

    entries, forms = create("entries.csv", ENTRIES), create("forms.csv", FORMS)
    truth = create("truth.csv", "form_id,row_no,reported,right\n") if chosen.truth else None
    rng = random.Random(chosen.seed)
    for number in range(1, chosen.count + 1):
        rows, head, wrong = form(rng, number)
        entries.write("".join(rows))
        forms.write(head)
        if truth:
            truth.write("".join(wrong))


if __name__ == "__main__":
    main()
