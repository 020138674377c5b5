/* encoding.h - what office programs write, into UTF-8. */
#ifndef HENG_ENCODING_H
#define HENG_ENCODING_H

#include "base/text.h"

typedef enum Encoding {
    ENCODING_UTF8,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_GB18030    /* GB2312, GBK and code page 936 are parts of it */
} Encoding;

typedef struct Decoded {
    Encoding encoding;
    Text text;      /* without a byte order mark; `bytes` themselves where they are UTF-8 */
    bool damaged;   /* it has NULs, or bytes that are not UTF-8: those the encoding does not explain */
} Decoded;

/* Encoding: a byte order mark, else strict UTF-8, else UTF-16 where that is plain, else GB18030.  UTF-8 with a
   few wrong bytes stays UTF-8.  Nothing is guessed at or left out: wrong bytes are still wrong in the result. */
Decoded encoding_decode(Text bytes);

Text encoding_name(Encoding encoding); /* "UTF-8" */

#endif
