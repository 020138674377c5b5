The general scheme over the sixteen forms.  Each total was worked out again from the printed forms, in exact fractions
and not with this program: money rows executed / budget; rows with a sign A / T, or full; words that repeat their
target, and 达到预期, 80-100 % of the weight; rows without a target, or with an actual that is no value for it, 0 to
the weight; an unsigned target in both directions, where a missed upper limit gives T / A and 1 - (A - T) / T.
office_rent's rows weigh 80 on the form.  Two reported totals cannot be: veteran_cadres prints 90 where its rows give
no less than 92; office_rent prints 90 of 80.
==> . from ../../examples/自评复核
==> contradicted
import json, sys

def show(form, part):
    if part.get("verdict") == "contradicted":
        print(form, part["name"], part["score"] or "%s..%s" % (part["low"], part["high"]), part["reported"])
    for below in part.get("parts", []):
        show(form, below)

for form in json.load(sys.stdin)["forms"]:
    for part in form["parts"] + [form["total"]] + form["compared"]:
        show(form["form"], {"score": part.get("value"), **part})
$ heng check 复核.heng
$ heng score 复核.heng entries.csv forms.csv --lang zh
表单                                总分  等级      自报
000_dispatch_staff           77.89 ~ 100  优/良/中  100（无法核实）
000_bulk_purchase_offsite  78.42 ~ 96.42  优/良/中  92.78（无法核实）
000_carryover_batch1            89 ~ 100  优/良     100（一致）
000_payment_reform           87.7 ~ 98.7  优/良     97.2（无法核实）
000_carryover_batch2       74.94 ~ 94.47  优/良/中  88.97（无法核实）
000_budget_accounts              78 ~ 99  优/良/中  94.94（无法核实）
000_veteran_cadres              92 ~ 100  优        90（不成立）
000_public_post_wages         70.4 ~ 100  优/良/中  90（无法核实）
000_office_rent                47.4 ~ 80  良/中/差  90（不成立）
001_enrolment_funding           92 ~ 100  优        100.00（一致）
001_fund_supervision            89 ~ 100  优/良     100.00（一致）
001_policy_publicity            92 ~ 100  优        100.00（一致）
001_info_system                 89 ~ 100  优/良     100.00（一致）
001_central_capacity            81 ~ 100  优/良     100.00（无法核实）
003_insurance_admin        86.99 ~ 99.99  优/良     99.99（无法核实）
003_urban_rural_aid        94.99 ~ 97.99  优        97.99（一致）
（共 16 张表单；--form 编号 看其中一张的说明，--explain 看全部）
$ heng score 复核.heng entries.csv forms.csv --format json > forms.json
? 0

Every row that is contradicted, and no other.  20.3 / 31.6 of 10 is 6.42, not 6.39; 2 of 3 times is 2 of 3 points;
five cost rows keep their limit and report less than their weight; 78.3 / 90 is 87 %, not 87.10 %.
$ python3 contradicted < forms.json
000_bulk_purchase_offsite 年度资金总额: 6.42 6.39
000_bulk_purchase_offsite 指标1: 项目总成本 10 6.39
000_payment_reform 项目总成本 10 8.5
000_payment_reform 执行率 0.87 87.10%
000_budget_accounts 5.开展医保系统运行和网络运行安全检查、开展网络安全等保测评 2 3
000_budget_accounts 6.等保测评 1 0.97
000_budget_accounts 9.医保系统运维 4 2
000_budget_accounts 10.医保视频专网 1 0.5
000_veteran_cadres 总分 92..100 90
000_office_rent 总分 47.4..80 90
