The general scheme over the sixteen forms.  Each total was worked out again from the printed forms by hand-made
readings, in exact fractions and not with this program: money rows executed / budget; signed rows A / T or full;
words that repeat their target, and 达到预期, 80-100 % of the weight; rows without a target, or with an actual that is
no value for it, 0 to the weight; an unsigned target in both directions, a missed upper limit T / A and
1 - (A - T) / T.  office_rent's rows weigh 80 on the form.
Reported: veteran_cadres prints 90 where its rows can give no less than 92; office_rent prints 90 of 80.
==> . from ../../examples/自评复核
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
$ heng score 复核.heng entries.csv forms.csv --format json | python3 contradicted
python3: can't open file 'DIR/contradicted': [Errno 2] No such file or directory
? 2
==> contradicted
import json, sys

def show(form, part):
    if part.get("verdict") == "contradicted":
        print(form, part["name"], part["score"] or "%s..%s" % (part["low"], part["high"]), part["reported"])
    for below in part.get("parts", []):
        show(form, below)

for form in json.load(sys.stdin)["forms"]:
    show(form["form"], form["total"])
    for part in form["parts"]:
        show(form["form"], part)
