/* format.h - one layout for rule files, and their keywords in either language.  Only blanks, line ends, quotes and
   spellings change: every word and comment stays where it stood, and the syntax tree is the same. */
#ifndef HENG_FORMAT_H
#define HENG_FORMAT_H

#include "front/syntax.h"

typedef struct FormatOptions {
    bool translate; /* rewrite keywords and signs into `lang` */
    Lang lang;
} FormatOptions;

/* The rule file `source`, registered in `diags`, laid out anew in *out (byte order mark and kind of line ends as they
   were).  False, with *out untouched, after reporting mistakes in it; or that the result would not have said the same,
   which is our mistake. */
bool format_source(Diags *diags, Source *source, const FormatOptions *options, Buf *out);

#endif
