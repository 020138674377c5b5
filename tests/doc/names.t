Names and texts are only text in the document: nothing in them is HTML, ends a cell of a Markdown table, or hides.
==> rules.heng
rules "<b>T</b> & \"co\""
cites "<script>alert(1)</script>"
# <img src=x onerror=alert(2)> | `code`
indicator 'a|b<i>' "`q`" weight 10 { target "*x*"; credit 'l"s' }
levels 'l"s' { '</td>' -> 50% .. 100%; '[u](v)' -> 0% ..< 50% }
given 'no‮de': number in 0 ..
$ heng doc --lang en rules.heng | grep -cE '<(script>alert|img|b>|i>)|‮'
0
? 1
$ heng doc --lang en rules.heng | grep -oE '<title>.*</title>|no\[U.202E\]de|&lt;script&gt;alert\(1\)' | sort | uniq -c | sed 's/^ *//'
1 &lt;script&gt;alert(1)
1 <title>&lt;b&gt;T&lt;/b&gt; &amp; &quot;co&quot;</title>
2 no[U+202E]de
$ heng doc --lang en --format md rules.heng | sed -n '/^## 1 /,/^## 2 /p'
## 1 Indicators

| Indicator | Target | Weight | How it is scored |
| --- | --- | ---: | --- |
| a\|b\<i> | \*x\* | 10 | by “l"s”:<br>• “\</td>”: from 50% to 100% of the weight<br>• “\[u](v)”: from 0% to below 50% of the weight<br>Remark: \<img src=x onerror=alert(2)> \| \`code\` |
| **Total** | | **10** | |

## 2 From scores to the total
$ heng doc --lang en --format md rules.heng | sed -n '/^## 3 /,/^## 4 /p'
## 3 Entries to be filled in

| Name | Other names | Kind | Unit of a bare number | Bounds | Where |
| --- | --- | --- | --- | --- | --- |
| a\|b\<i> | \`q\` | what was achieved, in words or a number | | | its indicator |
| no\[U+202E]de | | number | | at least 0 | |

## 4 Levels of judgement
