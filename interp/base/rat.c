/* rat.c - arithmetic on exact fractions.  Two small operands are worked on in 128 bits without
   allocating; anything else is lent to GMP.  Small work is done on magnitudes: |INT64_MIN| fits
   there. */
#include "base/rat.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/mem.h"
#include "base/rat_gmp.h"

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UWide;

#define POWERS 19 /* 10^18 is the last below 2^63 */
static const int64_t power_of_ten[POWERS] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
};

static inline bool is_small(Rat a) {
    return a.denominator > 0;
}

static inline bool both_small(Rat a, Rat b) {
    return a.denominator > 0 && b.denominator > 0;
}

static inline Rat small(int64_t numerator, int64_t denominator) {
    return (Rat){ { .numerator = numerator }, denominator };
}

static inline uint64_t magnitude(int64_t n) {
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

/* Greatest common divisor; gcd(0, b) = b. */
static inline uint64_t gcd(uint64_t a, uint64_t b) {
    if (a == 0 || b == 0) {
        return a | b;
    }
    int shift = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    do {
        b >>= __builtin_ctzll(b);
        uint64_t lower = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = lower;
    } while (b);
    return a << shift;
}

static RatBig *new_big(size_t numerator_limbs, size_t denominator_limbs, bool negative) {
    RatBig *big =
        mem_leaf(sizeof(RatBig) + sizeof(mp_limb_t) * (numerator_limbs + denominator_limbs));
    big->numerator_limbs = negative ? -(int)numerator_limbs : (int)numerator_limbs;
    big->denominator_limbs = (int)denominator_limbs;
    return big;
}

/* A fraction in lowest terms from its sign and magnitudes. */
static inline Rat from_wide(bool negative, UWide numerator, UWide denominator) {
    const UWide most = INT64_MAX;
    if (numerator <= most + negative && denominator <= most) {
        uint64_t n = (uint64_t)numerator;
        return small((int64_t)(negative ? 0 - n : n), (int64_t)denominator);
    }
    size_t above = numerator >> 64 ? 2 : 1, below = denominator >> 64 ? 2 : 1;
    RatBig *big = new_big(above, below, negative);
    mp_limb_t *limb = big->limbs;
    *limb++ = (mp_limb_t)numerator;
    if (above == 2) {
        *limb++ = (mp_limb_t)(numerator >> 64);
    }
    *limb++ = (mp_limb_t)denominator;
    if (below == 2) {
        *limb = (mp_limb_t)(denominator >> 64);
    }
    return (Rat){ { .big = big }, 0 };
}

static inline Rat from_signed(Wide numerator, UWide denominator) {
    bool negative = numerator < 0;
    return from_wide(negative, negative ? 0 - (UWide)numerator : (UWide)numerator, denominator);
}

void rat_view(RatView *view, Rat a) {
    assert(!rat_is_huge(a));
    mpz_t n, d;
    if (is_small(a)) {
        view->small[0] = magnitude(a.numerator);
        view->small[1] = (mp_limb_t)a.denominator;
        mpz_roinit_n(n, &view->small[0], (a.numerator > 0) - (a.numerator < 0));
        mpz_roinit_n(d, &view->small[1], 1);
    } else {
        size_t above = magnitude(a.big->numerator_limbs);
        mpz_roinit_n(n, a.big->limbs, a.big->numerator_limbs);
        mpz_roinit_n(d, a.big->limbs + above, a.big->denominator_limbs);
    }
    *mpq_numref(view->q) = *n;
    *mpq_denref(view->q) = *d;
}

Rat rat_from_gmp(const mpq_t q) {
    mpz_srcptr n = mpq_numref(q), d = mpq_denref(q);
    size_t above = mpz_size(n), below = mpz_size(d);
    bool negative = mpz_sgn(n) < 0;
    if (above <= 1 && below == 1) {
        return from_wide(negative, above ? mpz_getlimbn(n, 0) : 0, mpz_getlimbn(d, 0));
    }
    if (mpz_sizeinbase(n, 2) + mpz_sizeinbase(d, 2) > RAT_BITS_MAX) {
        return RAT_HUGE;
    }
    RatBig *big = new_big(above, below, negative);
    memcpy(big->limbs, mpz_limbs_read(n), above * sizeof(mp_limb_t));
    memcpy(big->limbs + above, mpz_limbs_read(d), below * sizeof(mp_limb_t));
    return (Rat){ { .big = big }, 0 };
}

/* q = digits / 10^places in lowest terms, which dividing by 2 and 5 finds sooner than a gcd. */
static void set_decimal(mpq_t q, const mpz_t digits, unsigned long places) {
    mpz_t five;
    mpz_init_set_ui(five, 5);
    unsigned long twos = mpz_scan1(digits, 0), fives = mpz_remove(mpq_numref(q), digits, five);
    if (fives > places) {
        mpz_pow_ui(five, five, fives - places);
        mpz_mul(mpq_numref(q), mpq_numref(q), five);
        fives = places;
    }
    twos = twos < places ? twos : places;
    mpz_tdiv_q_2exp(mpq_numref(q), mpq_numref(q), twos);
    mpz_ui_pow_ui(mpq_denref(q), 5, places - fives);
    mpz_mul_2exp(mpq_denref(q), mpq_denref(q), places - twos);
    mpz_clear(five);
}

Rat rat_from_digits(const mpz_t digits, long exponent) {
    if (mpz_sgn(digits) == 0) {
        return RAT_ZERO;
    }
    if (exponent > RAT_BITS_MAX || exponent < -2L * RAT_BITS_MAX) {
        return RAT_HUGE;
    }
    mpq_t q;
    mpq_init(q);
    if (exponent < 0) {
        set_decimal(q, digits, (unsigned long)-exponent);
    } else {
        mpz_ui_pow_ui(mpq_numref(q), 10, (unsigned long)exponent);
        mpz_mul(mpq_numref(q), mpq_numref(q), digits);
    }
    Rat result = rat_from_gmp(q);
    mpq_clear(q);
    return result;
}

Rat rat_of(int64_t numerator, int64_t denominator) {
    assert(denominator != 0);
    uint64_t n = magnitude(numerator), d = magnitude(denominator), common = gcd(n, d);
    return from_wide(n != 0 && (numerator < 0) != (denominator < 0), n / common, d / common);
}

bool rat_is_huge(Rat a) {
    return a.denominator < 0;
}

bool rat_is_zero(Rat a) {
    return a.denominator > 0 && a.numerator == 0;
}

bool rat_is_integer(Rat a) {
    if (a.denominator != 0) {
        return a.denominator == 1;
    }
    return a.big->denominator_limbs == 1 && a.big->limbs[magnitude(a.big->numerator_limbs)] == 1;
}

int rat_sign(Rat a) {
    int64_t signed_part = a.denominator ? a.numerator : a.big->numerator_limbs;
    return (signed_part > 0) - (signed_part < 0);
}

int rat_compare(Rat a, Rat b) {
    if (both_small(a, b)) {
        if (a.denominator == b.denominator) {
            return (a.numerator > b.numerator) - (a.numerator < b.numerator);
        }
        Wide left = (Wide)a.numerator * b.denominator, right = (Wide)b.numerator * a.denominator;
        return (left > right) - (left < right);
    }
    RatView view_a, view_b;
    rat_view(&view_a, a);
    rat_view(&view_b, b);
    int order = mpq_cmp(view_a.q, view_b.q);
    return (order > 0) - (order < 0);
}

bool rat_equal(Rat a, Rat b) {
    if (a.denominator != b.denominator) {
        return false;
    }
    if (a.denominator != 0) {
        return a.numerator == b.numerator;
    }
    const RatBig *x = a.big, *y = b.big;
    size_t limbs = (size_t)(magnitude(x->numerator_limbs) + magnitude(x->denominator_limbs));
    return x == y || (x->numerator_limbs == y->numerator_limbs &&
                      x->denominator_limbs == y->denominator_limbs &&
                      memcmp(x->limbs, y->limbs, limbs * sizeof(mp_limb_t)) == 0);
}

static Rat compute_big(void (*operation)(mpq_ptr, mpq_srcptr, mpq_srcptr), Rat a, Rat b) {
    if (rat_is_huge(a) || rat_is_huge(b)) {
        return RAT_HUGE;
    }
    RatView view_a, view_b;
    mpq_t q;
    rat_view(&view_a, a);
    rat_view(&view_b, b);
    mpq_init(q);
    operation(q, view_a.q, view_b.q);
    Rat result = rat_from_gmp(q);
    mpq_clear(q);
    return result;
}

Rat rat_negate(Rat a) {
    if (a.denominator > 0) {
        return a.numerator != INT64_MIN
                   ? small(-a.numerator, a.denominator)
                   : from_wide(false, magnitude(INT64_MIN), (UWide)a.denominator);
    }
    return rat_subtract(RAT_ZERO, a); /* may become small: -2^63 fits where 2^63 does not */
}

/* a.numerator / a.denominator + c / d, c fitting 64 bits and its sign. */
static Rat add_small(Rat a, Wide c, int64_t d) {
    int64_t b = a.denominator;
    if (b == d) {
        Wide sum = a.numerator + c;
        uint64_t rest = (uint64_t)((sum < 0 ? -sum : sum) % b), common = gcd(rest, (uint64_t)b);
        return from_signed(sum / (Wide)common, (uint64_t)b / common);
    }
    int64_t common = (int64_t)gcd((uint64_t)b, (uint64_t)d);
    if (common == 1) {
        return from_signed((Wide)a.numerator * d + c * b, (UWide)(uint64_t)b * (uint64_t)d);
    }
    Wide sum = (Wide)a.numerator * (d / common) + c * (b / common);
    uint64_t rest = (uint64_t)((sum < 0 ? -sum : sum) % common);
    int64_t again = (int64_t)gcd(rest, (uint64_t)common); /* Knuth 4.5.1: all the sum can share */
    return from_signed(sum / again, (UWide)(uint64_t)(b / common) * (uint64_t)(d / again));
}

Rat rat_add(Rat a, Rat b) {
    if (both_small(a, b)) {
        int64_t sum;
        if ((a.denominator & b.denominator) == 1 && a.denominator == b.denominator &&
            !__builtin_add_overflow(a.numerator, b.numerator, &sum)) {
            return small(sum, 1);
        }
        return add_small(a, b.numerator, b.denominator);
    }
    return compute_big(mpq_add, a, b);
}

Rat rat_subtract(Rat a, Rat b) {
    if (both_small(a, b)) {
        int64_t difference;
        if (a.denominator == 1 && b.denominator == 1 &&
            !__builtin_sub_overflow(a.numerator, b.numerator, &difference)) {
            return small(difference, 1);
        }
        return add_small(a, -(Wide)b.numerator, b.denominator);
    }
    return compute_big(mpq_sub, a, b);
}

/* (a / b) * (c / d), both in lowest terms, by magnitudes: what can cancel does so before the
   product. */
static inline Rat multiply_small(bool negative, uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    if (a == 0 || c == 0) {
        return RAT_ZERO;
    }
    uint64_t first = d == 1 ? 1 : gcd(a, d), second = b == 1 ? 1 : gcd(c, b);
    return from_wide(negative, (UWide)(a / first) * (c / second),
                     (UWide)(b / second) * (d / first));
}

Rat rat_multiply(Rat a, Rat b) {
    if (both_small(a, b)) {
        int64_t product;
        if (a.denominator == 1 && b.denominator == 1 &&
            !__builtin_mul_overflow(a.numerator, b.numerator, &product)) {
            return small(product, 1);
        }
        return multiply_small((a.numerator < 0) != (b.numerator < 0), magnitude(a.numerator),
                              (uint64_t)a.denominator, magnitude(b.numerator),
                              (uint64_t)b.denominator);
    }
    return compute_big(mpq_mul, a, b);
}

Rat rat_divide(Rat a, Rat b) {
    assert(!rat_is_zero(b));
    if (both_small(a, b)) {
        return multiply_small((a.numerator < 0) != (b.numerator < 0), magnitude(a.numerator),
                              (uint64_t)a.denominator, (uint64_t)b.denominator,
                              magnitude(b.numerator));
    }
    return compute_big(mpq_div, a, b);
}

/* a^exponent by squaring, *product, as long as it fits 63 bits. */
static bool power_small(uint64_t a, uint64_t exponent, uint64_t *product) {
    uint64_t result = 1;
    while (exponent) {
        if (exponent & 1 && __builtin_mul_overflow(result, a, &result)) {
            return false;
        }
        exponent >>= 1;
        if (exponent && __builtin_mul_overflow(a, a, &a)) {
            return false;
        }
    }
    *product = result;
    return result <= INT64_MAX;
}

Rat rat_power(Rat a, int64_t exponent) {
    if (rat_is_huge(a)) {
        return RAT_HUGE;
    }
    if (exponent < 0) {
        a = rat_divide(RAT_ONE, a);
    }
    if (rat_is_huge(a)) {
        return RAT_HUGE;
    }
    uint64_t times = magnitude(exponent), numerator, denominator;
    bool negative = rat_sign(a) < 0 && times % 2 == 1;
    if (is_small(a) && power_small(magnitude(a.numerator), times, &numerator) &&
        power_small((uint64_t)a.denominator, times, &denominator)) {
        return from_wide(negative, numerator, denominator);
    }
    RatView view;
    rat_view(&view, a);
    /* x^n has more than (bits of x - 1) * n bits; one bit alone (a 1) never grows. */
    size_t grows =
        mpz_sizeinbase(RAT_NUMERATOR(&view), 2) + mpz_sizeinbase(RAT_DENOMINATOR(&view), 2) - 2;
    if (times > RAT_BITS_MAX / grows) {
        return RAT_HUGE;
    }
    mpq_t q;
    mpq_init(q);
    mpz_pow_ui(mpq_numref(q), RAT_NUMERATOR(&view), times);
    mpz_pow_ui(mpq_denref(q), RAT_DENOMINATOR(&view), times); /* still in lowest terms */
    Rat result = rat_from_gmp(q);
    mpq_clear(q);
    return result;
}

/* Whether `rest` over `divisor`, what is left above the quotient `floor`, is rounded up. */
static inline bool goes_up(bool odd, bool negative, bool some, int against_half, RatRounding mode) {
    switch (mode) {
    case RAT_HALF_UP:
        return against_half > 0 || (against_half == 0 && !negative);
    case RAT_HALF_EVEN:
        return against_half > 0 || (against_half == 0 && odd);
    case RAT_UP:
        return some;
    case RAT_DOWN:
        return false;
    }
    return false;
}

static inline Wide divide_rounded(Wide n, Wide d, RatRounding mode) {
    Wide quotient = n / d, rest = n % d;
    if (rest < 0) {
        rest += d;
        quotient--;
    }
    Wide other = d - rest; /* rest against other is rest against half of d, without overflow */
    int against_half = (rest > other) - (rest < other);
    return quotient + goes_up(quotient & 1, n < 0, rest != 0, against_half, mode);
}

void rat_divide_rounded(mpz_t quotient, const mpz_t numerator, const mpz_t denominator,
                        RatRounding mode) {
    mpz_t rest;
    mpz_init(rest);
    mpz_fdiv_qr(quotient, rest, numerator, denominator);
    bool some = mpz_sgn(rest) != 0;
    mpz_mul_2exp(rest, rest, 1);
    int against_half = mpz_cmp(rest, denominator);
    if (goes_up(mpz_odd_p(quotient), mpz_sgn(numerator) < 0, some, against_half, mode)) {
        mpz_add_ui(quotient, quotient, 1);
    }
    mpz_clear(rest);
}

static Rat round_big(Rat a, int places, RatRounding mode) {
    RatView view;
    rat_view(&view, a);
    mpz_t n, d, scale;
    mpz_init_set(n, RAT_NUMERATOR(&view));
    mpz_init_set(d, RAT_DENOMINATOR(&view));
    mpz_init(scale);
    mpz_ui_pow_ui(scale, 10, (unsigned long)(places < 0 ? -places : places));
    if (places >= 0) {
        mpz_mul(n, n, scale);
    } else {
        mpz_mul(d, d, scale);
    }
    rat_divide_rounded(scale, n, d, mode);
    Rat result = rat_from_digits(scale, -(long)places);
    mpz_clears(n, d, scale, NULL);
    return result;
}

Rat rat_round(Rat a, int places, RatRounding mode) {
    assert(places >= -1000 && places <= 1000);
    if (rat_is_huge(a) || (places >= 0 && a.denominator == 1)) {
        return a;
    }
    if (!is_small(a) || places <= -POWERS || places >= POWERS) {
        return round_big(a, places, mode);
    }
    if (places < 0) {
        int64_t scale = power_of_ten[-places];
        return from_signed(divide_rounded(a.numerator, (Wide)a.denominator * scale, mode) * scale,
                           1);
    }
    int64_t scale = power_of_ten[places];
    if (scale % a.denominator == 0) {
        return a;
    }
    Wide rounded = divide_rounded((Wide)a.numerator * scale, a.denominator, mode);
    uint64_t common = gcd((uint64_t)((rounded < 0 ? -rounded : rounded) % scale), (uint64_t)scale);
    return from_signed(rounded / (Wide)common, (uint64_t)scale / common);
}

Rat rat_floor(Rat a) {
    return rat_round(a, 0, RAT_DOWN);
}

bool rat_to_int64(Rat a, int64_t *value) {
    if (a.denominator != 1) {
        return false;
    }
    *value = a.numerator;
    return true;
}

static uint64_t mix(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

uint64_t rat_hash(Rat a) {
    uint64_t hash = mix(0x243F6A8885A308D3u, (uint64_t)a.denominator);
    if (a.denominator != 0) {
        return mix(hash, (uint64_t)a.numerator);
    }
    hash = mix(hash, (uint64_t)a.big->numerator_limbs);
    size_t limbs =
        (size_t)(magnitude(a.big->numerator_limbs) + magnitude(a.big->denominator_limbs));
    for (size_t i = 0; i < limbs; i++) {
        hash = mix(hash, a.big->limbs[i]);
    }
    return hash;
}
