Line ends and a byte order mark stay as they were.
$ printf '\357\273\277x=1\r\n\r\n\r\ny  = 2 # c \r\n' | heng fmt - | od -A n -c
 357 273 277   x       =       1  \r  \n  \r  \n   y       =    
   2           #       c  \r  \n
$ printf 'x=1\ry=2' | heng fmt - | od -A n -c
   x       =       1  \r   y       =       2  \r
$ printf 'x=1\r\ny=2\nz=3\n' | heng fmt - | od -A n -c
   x       =       1  \n   y       =       2  \n   z       =    
   3  \n
$ printf '' | heng fmt - | od -A n -c
$ printf '\n\n#  only a comment\t\n\n' | heng fmt - | od -A n -c
   #           o   n   l   y       a       c   o   m   m   e   n
   t  \n
