`--diff` shows what would change, as `patch` reads it, and writes nothing.
==> a.heng
rules "A"
a = 1
b = 2
c = 3
d   = 4
e = 5
f = 6
g = 7
h = 8
i = 9
j = 10
k = 11
l = (1+2)
m = 13 # here
$ heng fmt --diff a.heng
--- a.heng
+++ a.heng
@@ -2,7 +2,7 @@
 a = 1
 b = 2
 c = 3
-d   = 4
+d = 4
 e = 5
 f = 6
 g = 7
@@ -10,5 +10,5 @@
 i = 9
 j = 10
 k = 11
-l = (1+2)
-m = 13 # here
+l = (1 + 2)
+m = 13  # here
$ heng fmt --diff a.heng | patch -s a.heng && heng fmt --check --diff a.heng
$ printf 'x=1' | heng fmt --diff --check -
--- -
+++ -
@@ -1 +1 @@
-x=1
\ No newline at end of file
+x = 1
? 1
