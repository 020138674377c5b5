#!/bin/sh
# demo.sh - what Heng does, on real forms: re-scores sixteen self-evaluation forms (项目支出绩效自评表) by one
# rule file, explains one of them point by point, then holds all of them against what they report and writes that as a
# page to read, print and sign.  `make demo` runs it.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/build:$PATH"

rules=examples/自评复核/复核.heng
rows=examples/自评复核/entries.csv
forms=examples/自评复核/forms.csv
report=build/自评复核.html

echo "== 十六张自评表，按同一份规则复核 / Sixteen forms, one rule file: $rules"
echo
heng score "$rules" "$rows" "$forms" --lang zh
echo
echo "总分是区间的，说明凭填报的内容只能确定到这个范围；一致、无法核实、不成立，是对自报总分的结论。"
echo "A range is all the entered values settle; the last column is the unit's own total and the verdict on it:"
echo "一致 agrees, 无法核实 cannot be verified, 不成立 contradicted."
echo
echo "== 其中一张，逐项说明 / One of them, explained in full"
echo
heng score "$rules" "$rows" "$forms" --lang zh --form 000_bulk_purchase_offsite
echo
echo "== 与自报结果核对 / Held against what the forms report"
echo
mkdir -p build
summary=$(heng replay "$rules" "$rows" "$forms" --lang zh -o "$report") || [ $? -eq 1 ] # 1: findings, and there are some
printf '%s\n' "$summary" | sed '/^确定的发现/,$d'
echo
echo "每一处的理由、算式和位置见 / reasons, arithmetic and places of each:"
echo
echo "    $PWD/$report"
echo
cat <<'END'
== 接着看 / Where to look next

README.md               从这里开始；start here
docs/manual.md          手册；the manual
examples/自评复核       上面这份规则，和怎样读它的结论；the rules above, and how to read their verdicts
examples/service-desk   最小的方案，中英文各一份；the smallest scheme, in both languages
examples/宿州-2022, 沅江-2023, 上海杨浦-2022
                        逐项写出的方案；schemes with every indicator written out
examples/health-care    UK and US quality points, penalties, a veto; 英美医疗质量计分、扣分、一票否决

build/heng score examples/service-desk/service-desk.heng --set Coverage=90% --set Complaints=4
build/heng help replay
END
