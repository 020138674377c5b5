The demonstration runs to its end, shows the table of forms and one form with a row that cannot be, and writes the replay.
==> examples from ../../examples
$ sh examples/demo.sh > shown
$ grep -c '^00[013]_' shown; grep -m1 '自报 6.39' shown; grep service-desk shown | head -1
16
        自报 6.39：不成立
examples/service-desk   最小的方案，中英文各一份；the smallest scheme, in both languages
$ grep -c '自评复核.html' shown; grep '少计' shown | head -1; grep -c '000_veteran_cadres' build/自评复核.html | sed 's/^[1-9].*/yes/'
1
  多计 1 分，少计 7.67 分
yes
