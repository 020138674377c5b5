The tests of the standard library, all of them or those of a module called by its name.
$ heng test --lang en --stdlib
60 passed, 0 failed
$ heng test 自评 --filter 定性
通过 1 个，失败 0 个
$ heng test --lang en prelude --format json --filter exact | head -9
{
  "files": [
    {
      "path": "stdlib/prelude.heng",
      "errors": 0,
      "tests": [
        {
          "name": "proportional: beyond an exact target full marks or less",
          "line": 72,
$ heng help test | head -3
heng test RULES… [--filter TEXT] [--coverage] [--annotate] [--suggest] [--format text|json|junit] [--lang zh|en]

Runs the `test` blocks of rule files and tells, for each expectation that does not hold, what came out and why.
