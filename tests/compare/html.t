The page is one file that needs nothing else, escapes what the data says, and tells the format by the file's name.  By
hand, 5 of 10 is 5 of 10 points; at a target of 20 it is 2.5: -2.5.
==> old.heng
rules "<b>Page</b>"
indicator X weight 10 { target >= 10; credit proportional }
==> new.heng
rules "<b>Page</b>"
indicator X weight 10 { target >= 20; credit proportional }
==> data.csv
id,X
<script>alert(1)</script>,5
b,20
$ heng compare old.heng new.heng data.csv --lang en -o page.html
? 1
$ grep -c '<script>alert' page.html
0
? 1
$ grep -o 'lead>.*\|<th scope=row>&lt;script.*' page.html
lead>1 of 2 forms change: 0 up, 1 down, 0 unclear; another grade in 0.</p>
<th scope=row>&lt;script&gt;alert(1)&lt;/script&gt;<td class=n>5<td class=n>2.5<td class=n data-n=-2.5>-2.5<td>—<td>—<td><div>-2.5&ensp;1&ensp;X: target &gt;= 20</div><tr class=why><td><td colspan=6><details><summary>part by part</summary><dl><dt>X<dd><div>old: 5 / 10<small>target ≥ 10, entered &quot;5&quot;: missed; proportional: 5 ÷ 10 = 50%; 10 × 50% = 5</small></div><div>new: 2.5 / 10<small>target ≥ 20, entered &quot;5&quot;: missed; proportional: 5 ÷ 20 = 25%; 10 × 25% = 2.5</small></div><div>-2.5&ensp;1&ensp;X: target &gt;= 20</div></dl></details></tbody>
$ grep -oE '(src|href)="?[^#"][^" ]*' page.html
? 1
$ heng compare old.heng new.heng data.csv --lang zh -o page.html
? 1
$ grep -o 'lead>.*' page.html
lead>2 张表单中 1 张有变化：上升 0，下降 1，不确定 0；等级变化 0。</p>
