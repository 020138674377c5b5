/* real.c - roots, logarithms, exponentials and powers to 34 digits, correctly rounded.  Roots of
   whole numbers settle square roots.  Everything else is enclosed between two MPFR numbers (every
   step rounded outwards), and the precision grows until both round to the same 34 digits (Ziv).
   That ends because a value that is not rational is never half way between two decimals; the
   rational ones are found and worked out beforehand. */
#include "base/real.h"

#include <assert.h>
#include <string.h>

#include <mpfr.h>

#include "base/rat_gmp.h"

#define FIRST_BITS 192
#define MOST_BITS (4L * RAT_BITS_MAX)
#define CACHED_BITS 4096 /* beyond this, MPFR's constants are not kept for later */

/* ---- exact values to 34 digits */

/* n * 10^exponent, or n / 10^-exponent with the rest cut off; applied to the fraction n / d. */
static void scale(mpz_t n, mpz_t d, long exponent) {
    mpz_t ten;
    mpz_init(ten);
    mpz_ui_pow_ui(ten, 10, (unsigned long)(exponent < 0 ? -exponent : exponent));
    if (exponent < 0) {
        mpz_mul(d, d, ten);
    } else {
        mpz_mul(n, n, ten);
    }
    mpz_clear(ten);
}

/* Whether n / d < 10^exponent. */
static bool is_below(const mpz_t n, const mpz_t d, long exponent) {
    mpz_t left, right;
    mpz_init_set(left, n);
    mpz_init_set(right, d);
    scale(left, right, -exponent);
    bool below = mpz_cmp(left, right) < 0;
    mpz_clears(left, right, NULL);
    return below;
}

/* The e with 10^e <= n / d < 10^(e + 1); n, d > 0. */
static long decimal_exponent(const mpz_t n, const mpz_t d) {
    long bits =
        (long)mpz_sizeinbase(n, 2) - (long)mpz_sizeinbase(d, 2); /* 2^(bits-1) < n/d < 2^(bits+1) */
    long e = (long)((double)bits * 0.30102999566398120);
    while (is_below(n, d, e)) {
        e--;
    }
    while (!is_below(n, d, e + 1)) {
        e++;
    }
    return e;
}

Rat real_round(Rat a) {
    if (rat_is_huge(a) || rat_is_zero(a)) {
        return a;
    }
    assert(rat_sign(a) > 0);
    RatView view;
    rat_view(&view, a);
    mpz_t n, d;
    mpz_init_set(n, RAT_NUMERATOR(&view));
    mpz_init_set(d, RAT_DENOMINATOR(&view));
    long shift = REAL_DIGITS - 1 - decimal_exponent(n, d);
    scale(n, d, shift);
    rat_divide_rounded(n, n, d, RAT_HALF_UP);
    Rat result = rat_from_digits(n, -shift);
    mpz_clears(n, d, NULL);
    return result;
}

Rat real_sqrt(Rat a) {
    if (rat_is_huge(a) || rat_is_zero(a)) {
        return a;
    }
    assert(rat_sign(a) > 0);
    RatView view;
    rat_view(&view, a);
    mpz_t n, d;
    mpz_init_set(n, RAT_NUMERATOR(&view));
    mpz_init_set(d, RAT_DENOMINATOR(&view));
    long e = decimal_exponent(n, d);
    long shift = REAL_DIGITS - 1 - (e < 0 ? (e - 1) / 2 : e / 2);
    /* floor(y + 1/2) = floor((floor(2y) + 1) / 2), and floor(sqrt(x)) = floor(sqrt(floor(x))). */
    scale(n, d, 2 * shift);
    mpz_mul_2exp(n, n, 2);
    mpz_fdiv_q(n, n, d);
    mpz_sqrt(n, n);
    mpz_add_ui(n, n, 1);
    mpz_fdiv_q_2exp(n, n, 1);
    Rat result = rat_from_digits(n, -shift);
    mpz_clears(n, d, NULL);
    return result;
}

/* ---- enclosures */

typedef struct Enclosure {
    mpfr_t low, high;
} Enclosure;

/* Encloses the value of a function at `operands` with the precision of `value`. */
typedef void Enclose(Enclosure *value, const Rat *operands);

static void enclosure_init(Enclosure *value, mpfr_prec_t bits) {
    mpfr_inits2(bits, value->low, value->high, (mpfr_ptr)0);
}

static void enclosure_clear(Enclosure *value) {
    mpfr_clears(value->low, value->high, (mpfr_ptr)0);
}

static void enclose_rat(Enclosure *value, Rat a) {
    RatView view;
    rat_view(&view, a);
    mpfr_set_q(value->low, view.q, MPFR_RNDD);
    mpfr_set_q(value->high, view.q, MPFR_RNDU);
}

static void enclose_exp(Enclosure *value, const Rat *operands) {
    enclose_rat(value, operands[0]);
    mpfr_exp(value->low, value->low, MPFR_RNDD);
    mpfr_exp(value->high, value->high, MPFR_RNDU);
}

static void enclose_ln(Enclosure *value, const Rat *operands) {
    Rat above = rat_subtract(operands[0], RAT_ONE);
    if (rat_is_huge(above) || rat_compare(above, RAT_ONE) >= 0 ||
        rat_compare(above, rat_of(-1, 2)) <= 0) {
        enclose_rat(value, operands[0]);
        mpfr_log(value->low, value->low, MPFR_RNDD);
        mpfr_log(value->high, value->high, MPFR_RNDU);
    } else { /* near 1, where log would lose its digits */
        enclose_rat(value, above);
        mpfr_log1p(value->low, value->low, MPFR_RNDD);
        mpfr_log1p(value->high, value->high, MPFR_RNDU);
    }
}

/* b * ln a.  The ends of `value` that give the least and the greatest product follow from the
   signs. */
static void enclose_power_ln(Enclosure *value, const Rat *operands) {
    Enclosure b;
    enclosure_init(&b, mpfr_get_prec(value->low));
    enclose_ln(value, operands);
    enclose_rat(&b, operands[1]);
    bool falling = rat_sign(operands[1]) < 0;
    if (falling) {
        mpfr_swap(value->low, value->high);
    }
    bool negative = mpfr_sgn(value->low) * (falling ? -1 : 1) < 0; /* the product is */
    mpfr_srcptr near_b = falling ? b.high : b.low, far_b = falling ? b.low : b.high;
    mpfr_mul(value->low, value->low, negative ? far_b : near_b, MPFR_RNDD);
    mpfr_mul(value->high, value->high, negative ? near_b : far_b, MPFR_RNDU);
    enclosure_clear(&b);
}

static void enclose_power(Enclosure *value, const Rat *operands) {
    enclose_power_ln(value, operands);
    mpfr_exp(value->low, value->low, MPFR_RNDD);
    mpfr_exp(value->high, value->high, MPFR_RNDU);
}

/* The 34 digits both ends of `value` round to; false where they differ.  How ties round is no
   matter: the true value, somewhere between the ends, is none. */
static bool agreed(const Enclosure *value, Rat *result) {
    char low[REAL_DIGITS + 3], high[REAL_DIGITS + 3];
    mpfr_exp_t low_exponent, high_exponent;
    if (!mpfr_regular_p(value->low) || !mpfr_regular_p(value->high)) {
        return false;
    }
    mpfr_get_str(low, &low_exponent, 10, REAL_DIGITS, value->low, MPFR_RNDN);
    mpfr_get_str(high, &high_exponent, 10, REAL_DIGITS, value->high, MPFR_RNDN);
    if (low_exponent != high_exponent || strcmp(low, high) != 0) {
        return false;
    }
    mpz_t digits;
    mpz_init_set_str(digits, low, 10);
    *result = rat_from_digits(digits, (long)low_exponent - REAL_DIGITS);
    mpz_clear(digits);
    return true;
}

static Rat settle(Enclose *enclose, const Rat *operands) {
    Rat result = RAT_HUGE;
    bool done = false;
    for (mpfr_prec_t bits = FIRST_BITS; !done && bits <= MOST_BITS; bits *= 2) {
        Enclosure value;
        enclosure_init(&value, bits);
        enclose(&value, operands);
        done = agreed(&value, &result);
        enclosure_clear(&value);
        if (bits > CACHED_BITS) {
            mpfr_free_cache();
        }
    }
    return result;
}

/* Whether e^x, for x in `value`, has no room: its numerator or denominator would pass
   2^RAT_BITS_MAX. */
static bool is_out_of_range(const Enclosure *value) {
    const double most = RAT_BITS_MAX * 0.6931471805599454; /* a little above ln 2 */
    return mpfr_cmp_d(value->low, most) > 0 || mpfr_cmp_d(value->high, -most) < 0;
}

/* ---- the functions */

Rat real_ln(Rat a) {
    if (rat_is_huge(a)) {
        return RAT_HUGE;
    }
    assert(rat_sign(a) > 0);
    return rat_equal(a, RAT_ONE) ? RAT_ZERO : settle(enclose_ln, &a);
}

Rat real_exp(Rat a) {
    if (rat_is_huge(a) || rat_is_zero(a)) {
        return rat_is_huge(a) ? RAT_HUGE : RAT_ONE;
    }
    if (rat_compare(a, RAT_INT(RAT_BITS_MAX)) > 0 || rat_compare(a, RAT_INT(-RAT_BITS_MAX)) < 0) {
        return RAT_HUGE;
    }
    return settle(enclose_exp, &a);
}

/* a^b for whole b past 64 bits: only 0, 1 and -1 have room. */
static Rat power_of_unit(Rat a, Rat b) {
    if (rat_is_zero(a) || rat_equal(a, RAT_ONE)) {
        return a;
    }
    if (!rat_equal(a, RAT_INT(-1))) {
        return RAT_HUGE;
    }
    RatView view;
    rat_view(&view, b);
    return mpz_odd_p(RAT_NUMERATOR(&view)) ? a : RAT_ONE;
}

/* The q-th root of a, where it is rational. */
static bool exact_root(Rat a, uint64_t q, Rat *root) {
    RatView view;
    rat_view(&view, a);
    if (q > mpz_sizeinbase(RAT_NUMERATOR(&view), 2) &&
        q > mpz_sizeinbase(RAT_DENOMINATOR(&view), 2)) {
        return false; /* a is not 1, and 2^q is longer */
    }
    mpq_t r;
    mpq_init(r);
    bool exact = mpz_root(mpq_numref(r), RAT_NUMERATOR(&view), q) &&
                 mpz_root(mpq_denref(r), RAT_DENOMINATOR(&view), q);
    if (exact) {
        *root = rat_from_gmp(r);
    }
    mpq_clear(r);
    return exact;
}

/* a^(p/q) is rational where a is a perfect q-th power, for p / q is in lowest terms. */
bool real_power_exact(Rat a, Rat b, Rat *power) {
    Rat root = a, exact;
    if (rat_is_huge(a) || rat_is_huge(b)) {
        return false;
    }
    if (rat_is_zero(a) || rat_equal(a, RAT_ONE)) {
        exact = rat_is_zero(b) ? RAT_ONE : a;
    } else {
        RatView view;
        rat_view(&view, b);
        if (!mpz_fits_ulong_p(RAT_DENOMINATOR(&view)) || !mpz_fits_slong_p(RAT_NUMERATOR(&view))) {
            return false;
        }
        uint64_t q = mpz_get_ui(RAT_DENOMINATOR(&view));
        if (q > 1 && !exact_root(a, q, &root)) {
            return false;
        }
        exact = rat_power(root, mpz_get_si(RAT_NUMERATOR(&view)));
    }
    if (rat_is_huge(exact)) {
        return false;
    }
    *power = exact;
    return true;
}

Rat real_power(Rat a, Rat b) {
    int64_t exponent;
    if (rat_is_huge(a) || rat_is_huge(b)) {
        return RAT_HUGE;
    }
    if (rat_is_integer(b)) {
        return rat_to_int64(b, &exponent) ? rat_power(a, exponent) : power_of_unit(a, b);
    }
    assert(rat_sign(a) > 0 || (rat_is_zero(a) && rat_sign(b) > 0));
    if (rat_is_zero(a) || rat_equal(a, RAT_ONE)) {
        return a;
    }
    Rat operands[2] = { a, b }, exact;
    Enclosure size;
    enclosure_init(&size, FIRST_BITS);
    enclose_power_ln(&size, operands);
    bool out_of_range = is_out_of_range(&size);
    enclosure_clear(&size);
    if (out_of_range) {
        return RAT_HUGE;
    }
    return real_power_exact(a, b, &exact) ? real_round(exact) : settle(enclose_power, operands);
}
