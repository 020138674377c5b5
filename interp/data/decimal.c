/* decimal.c - exponents written out, and doubles as the decimals they were. */
#include "data/decimal.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define EXPONENT_MAX                                                                               \
    400 /* a double's is at most 308; a million zeros would be no help to anybody */

static void add_zeros(Buf *out, long count) {
    for (long i = 0; i < count; i++) {
        buf_char(out, '0');
    }
}

/* The digits of the exponent in `text`, which may be long; EXPONENT_MAX + 1 stands for all that are too large. */
static long read_exponent(Text text) {
    bool negative = text.length > 0 && text.at[0] == '-';
    long exponent = 0;
    for (size_t i = 0; i < text.length && exponent <= EXPONENT_MAX; i++) {
        if (isdigit((unsigned char)text.at[i])) {
            exponent = exponent * 10 + (text.at[i] - '0');
        }
    }
    return negative ? -exponent : exponent;
}

void decimal_expand(Buf *out, Text number) {
    size_t mark = 0;
    while (mark < number.length && number.at[mark] != 'e' && number.at[mark] != 'E') {
        mark++;
    }
    long exponent =
        mark < number.length ? read_exponent(text_slice(number, mark + 1, number.length)) : 0;
    if (mark == number.length || exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX) {
        buf_add(out, number);
        return;
    }

    Buf digits = { 0 };
    long point = -1; /* how many digits stand before it */
    for (size_t i = 0; i < mark; i++) {
        if (number.at[i] == '.') {
            point = (long)digits.length;
        } else if (number.at[i] != '-') {
            buf_char(&digits, number.at[i]);
        }
    }
    long count = (long)digits.length;
    point = (point < 0 ? count : point) + exponent;

    if (number.at[0] == '-') {
        buf_char(out, '-');
    }
    long at = 0;
    while (at < point - 1 && at < count - 1 && digits.at[at] == '0') {
        at++;
    }
    if (point <= 0) {
        buf_add_z(out, "0.");
        add_zeros(out, -point);
        buf_add(out, buf_text(&digits));
        return;
    }
    bool zero = digits.at[at] == '0' && at == count - 1 && point >= count;
    buf_add(out,
            text_slice(buf_text(&digits), (size_t)at, (size_t)(point < count ? point : count)));
    if (point < count) {
        buf_char(out, '.');
        buf_add(out, text_slice(buf_text(&digits), (size_t)point, (size_t)count));
    } else if (!zero) {
        add_zeros(out, point - count);
    }
}

void decimal_of_double(Buf *out, double number) {
    if (!isfinite(number)) {
        buf_add_z(out, isnan(number) ? "NaN" : number > 0 ? "Inf" : "-Inf");
        return;
    }
    char text[40];
    /* adding 0 makes -0.0 a plain zero */
    int length = snprintf(text, sizeof text, "%.15g", number + 0.0);
    for (int i = 0; i < length; i++) {
        if (!isdigit((unsigned char)text[i]) && !strchr("+-e", text[i])) {
            text[i] = '.'; /* whatever a locale writes there */
        }
    }
    decimal_expand(out, (Text){ text, (size_t)length });
}
