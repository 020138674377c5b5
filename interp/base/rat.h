/* rat.h - exact rational numbers.  The usual number is 64-bit numerator over 64-bit denominator, worked on
   with 128-bit intermediates; what does not fit lives in a leaf block of GMP limbs.  Always in lowest terms
   with a positive denominator, and big only where small cannot hold it, so equal numbers look alike. */
#ifndef HENG_RAT_H
#define HENG_RAT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

typedef struct RatBig RatBig;

typedef struct Rat {
    union {
        int64_t numerator;  /* where denominator > 0 */
        const RatBig *big;  /* where denominator == 0 */
    };
    int64_t denominator;
} Rat;

/* Numbers longer than this many bits, numerator and denominator together, are refused: operations give
   RAT_HUGE, which rat_is_huge recognises and which every later operation passes on. */
#define RAT_BITS_MAX (1 << 20)
#define RAT_HUGE ((Rat){ { .numerator = 0 }, -1 })
#define RAT_ZERO ((Rat){ { .numerator = 0 }, 1 })
#define RAT_ONE ((Rat){ { .numerator = 1 }, 1 })
#define RAT_INT(n) ((Rat){ { .numerator = (n) }, 1 })

typedef enum RatRounding {
    RAT_HALF_UP,   /* half away from zero: 四舍五入 */
    RAT_HALF_EVEN,
    RAT_UP,        /* to the next greater value (ceiling) */
    RAT_DOWN       /* to the next smaller value (floor) */
} RatRounding;

Rat rat_of(int64_t numerator, int64_t denominator); /* denominator != 0 */
bool rat_is_huge(Rat a);
bool rat_is_zero(Rat a);
bool rat_is_integer(Rat a);
int rat_sign(Rat a);             /* -1, 0, 1 */
int rat_compare(Rat a, Rat b);   /* neither huge */
bool rat_equal(Rat a, Rat b);

Rat rat_negate(Rat a);
Rat rat_add(Rat a, Rat b);
Rat rat_subtract(Rat a, Rat b);
Rat rat_multiply(Rat a, Rat b);
Rat rat_divide(Rat a, Rat b); /* b != 0 */
Rat rat_power(Rat a, int64_t exponent); /* whole exponent; 0^0 = 1; a != 0 where exponent < 0 */

/* Rounded to `places` decimals, -1000 .. 1000 (negative: tens, hundreds …). */
Rat rat_round(Rat a, int places, RatRounding mode);
Rat rat_floor(Rat a);

/* The whole number in *value; false where a is no integer or does not fit. */
bool rat_to_int64(Rat a, int64_t *value);

/* Numerator and denominator as decimal text; for hashing, tests and fractions. */
Text rat_numerator_text(Rat a);
Text rat_denominator_text(Rat a);

/* Reads all of `text`: digits with at most one '.', a sign, an exponent e±n (|n| <= 10000).  ASCII only, no
   separators.  False, with *value untouched, where it is anything else. */
bool rat_read(Text text, Rat *value);

/* How many decimals it takes to write a in full, or -1 where its decimals never end. */
int rat_places(Rat a);

/* Machine form: a terminating decimal in full ("8.22", "-0.5"), otherwise a fraction in lowest terms ("2/3"). */
void rat_write(Buf *buf, Rat a);
Text rat_text(Rat a);

/* For people: terminating decimals of up to `places` decimals (8 where places is 3 or more) in full, anything else cut there and
   marked with a trailing "…" ("0.6666…"). */
void rat_write_short(Buf *buf, Rat a, int places);

/* Exactly `places` decimals, half up: "9.10". */
void rat_write_fixed(Buf *buf, Rat a, int places);

uint64_t rat_hash(Rat a); /* equal numbers, equal hashes */

#endif
