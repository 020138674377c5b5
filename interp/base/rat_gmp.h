/* rat_gmp.h - how rat.c and real.c hand numbers to GMP.  GMP keeps its own memory (malloc): a Rat
   is lent to it without copying, and a result is copied out before GMP's own number is cleared. */
#ifndef HENG_RAT_GMP_H
#define HENG_RAT_GMP_H

#include <gmp.h>

#include "base/rat.h"

_Static_assert(GMP_NUMB_BITS == 64, "a limb holds the magnitude of a small number");

struct RatBig {
    int numerator_limbs; /* negative where the number is */
    int denominator_limbs;
    mp_limb_t limbs[]; /* of the numerator, then of the denominator */
};

/* A Rat as GMP sees it, read only, as long as this struct stays where it is.  Never cleared. */
typedef struct RatView {
    mpq_t q;
    mp_limb_t small[2];
} RatView;

void rat_view(RatView *view, Rat a); /* a not huge */
#define RAT_NUMERATOR(view) mpq_numref((view)->q)
#define RAT_DENOMINATOR(view) mpq_denref((view)->q)

/* The number `q`, which is in lowest terms.  RAT_HUGE past RAT_BITS_MAX. */
Rat rat_from_gmp(const mpq_t q);

/* digits * 10^exponent, or RAT_HUGE.  `digits` has at most a few times RAT_BITS_MAX bits. */
Rat rat_from_digits(const mpz_t digits, long exponent);

/* numerator / denominator (which is > 0) to the nearest whole number by `mode`. */
void rat_divide_rounded(mpz_t quotient, const mpz_t numerator, const mpz_t denominator,
                        RatRounding mode);

#endif
