/* decimal.h - numbers of files as the decimals people write: what is read next to them is a cell's text. */
#ifndef HENG_DECIMAL_H
#define HENG_DECIMAL_H

#include "base/text.h"

/* Adds `number`, of JSON's grammar, digit by digit as it stands; one with an exponent is written out, exactly:
   1.50E1 is 15.0.  Beyond an exponent of 400 it stays as it is. */
void decimal_expand(Buf *out, Text number);

/* Adds a double rounded to 15 significant digits, as many as any decimal keeps on its way through a double:
   0.57999999999999996 is the 0.58 that was typed.  What is not finite gives "Inf", "-Inf" or "NaN". */
void decimal_of_double(Buf *out, double number);

#endif
