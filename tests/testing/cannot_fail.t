A test that expects nothing, and an expectation in which nothing depends on an entry, hold whatever is entered: warnings.  A function can be wrong.
==> rules.heng
rules "R"
limit = 5
indicator X weight 10 { target >= 4 份; credit all_or_nothing }
function twice(x: number) = 2 * x
test "nothing" { set X = 4 份 }
test "fixed" {
    set X = 4 份
    expect limit = 5
    expect twice(2) = 4
    expect X.score = 10
}
$ heng test --lang en rules.heng
rules.heng:5:1: warning: the test "nothing" expects nothing: it cannot fail [test-empty]
   5 | test "nothing" { set X = 4 份 }
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
rules.heng:8:12: warning: this holds whatever is entered: nothing in it depends on an entry [test-fixed]
   8 |     expect limit = 5
     |            ^^^^^^^^^
2 passed, 0 failed
$ heng test --lang zh rules.heng
rules.heng:5:1: 警告: 测试“nothing”没有期望，不会失败 [test-empty]
   5 | test "nothing" { set X = 4 份 }
     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
rules.heng:8:12: 警告: 无论填报什么结果都一样：其中没有随填报变化的内容 [test-fixed]
   8 |     expect limit = 5
     |            ^^^^^^^^^
通过 2 个，失败 0 个
