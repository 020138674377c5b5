The demonstration runs to its end, and shows the table of forms and one form with a row that cannot be.
==> examples from ../../examples
$ sh examples/demo.sh > shown
$ grep -c '^00[013]_' shown; grep -m1 '自报 6.39' shown; grep service-desk shown | head -1
16
        自报 6.39：不成立
examples/service-desk   最小的方案，中英文各一份；the smallest scheme, in both languages
