/* test_rat.c - exact numbers: values worked out by hand, then all operations against GMP's mpq on
   random operands of every size.  SEED=n in the environment repeats a run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <gmp.h>

#include "base/mem.h"
#include "base/rat.h"

#define CHECK(condition) assert_true(condition)

#if defined HENG_NO_GC || defined HENG_GC_STRESS
#define TIMES(n) ((n) / 20) /* where each step is slow */
#else
#define TIMES(n) (n)
#endif

static Rat number(const char *text) {
    Rat a = RAT_ZERO;
    if (!rat_read(text_of(text), &a)) {
        fail_msg("cannot read '%s'", text);
    }
    return a;
}

static void assert_rat(Rat a, const char *expected) {
    if (!text_is_z(rat_text(a), expected)) {
        fail_msg("got %.*s, expected %s", TEXT_ARG(rat_text(a)), expected);
    }
}

static void test_by_hand(void **state) {
    (void)state;
    assert_rat(rat_add(number("0.1"), number("0.2")), "0.3");
    CHECK(rat_equal(rat_multiply(rat_of(1, 3), RAT_INT(3)), RAT_ONE));
    assert_rat(rat_of(6, -4), "-1.5");
    assert_rat(rat_of(0, -4), "0");
    assert_rat(rat_add(rat_of(1, 6), rat_of(1, 10)), "4/15"); /* 5/30 + 3/30 = 8/30 */
    assert_rat(rat_subtract(rat_of(1, 6), rat_of(1, 6)), "0");
    assert_rat(rat_divide(rat_of(-2, 3), rat_of(4, -9)), "1.5");
    assert_rat(rat_power(rat_of(-2, 3), 3), "-8/27");
    assert_rat(rat_power(rat_of(-2, 3), -2), "2.25");
    assert_rat(rat_power(RAT_ZERO, 0), "1");
    assert_rat(rat_power(RAT_ZERO, 5), "0");
    assert_rat(rat_power(RAT_INT(-1), INT64_MIN), "1");
    assert_rat(rat_power(RAT_INT(-1), INT64_MAX), "-1");
    assert_rat(rat_floor(rat_of(-1, 2)), "-1");
    assert_rat(rat_floor(rat_of(7, 2)), "3");
    CHECK(rat_compare(rat_of(1, 3), rat_of(33, 100)) > 0);
    CHECK(rat_sign(rat_of(1, -9)) == -1 && rat_sign(RAT_ZERO) == 0);
    CHECK(rat_is_integer(rat_of(4, 2)) && !rat_is_integer(rat_of(1, 2)));
    int64_t value = 7;
    CHECK(!rat_to_int64(rat_of(1, 2), &value) && value == 7);
    CHECK(rat_to_int64(rat_of(-8, 2), &value) && value == -4);
}

static void test_rounding(void **state) {
    (void)state;
    static const struct {
        const char *value;
        int places;
        const char *half_up, *half_even, *up, *down;
    } cases[] = {
        { "0.005", 2, "0.01", "0", "0.01", "0" },
        { "-0.005", 2, "-0.01", "0", "0", "-0.01" },
        { "0.015", 2, "0.02", "0.02", "0.02", "0.01" },
        { "-0.015", 2, "-0.02", "-0.02", "-0.01", "-0.02" },
        { "0.025", 2, "0.03", "0.02", "0.03", "0.02" },
        { "-0.025", 2, "-0.03", "-0.02", "-0.02", "-0.03" },
        { "0.0049", 2, "0", "0", "0.01", "0" },
        { "-0.0051", 2, "-0.01", "-0.01", "0", "-0.01" },
        { "8.57", 2, "8.57", "8.57", "8.57", "8.57" },
        { "2.5", 0, "3", "2", "3", "2" },
        { "-2.5", 0, "-3", "-2", "-2", "-3" },
        { "150", -2, "200", "200", "200", "100" },
        { "250", -2, "300", "200", "300", "200" },
        { "-250", -2, "-300", "-200", "-200", "-300" },
        { "0.00000000000000000005", 19, "0.0000000000000000001", "0", "0.0000000000000000001",
          "0" },
        { "49999999999999999999", -20, "0", "0", "100000000000000000000", "0" },
        { "50000000000000000000", -20, "100000000000000000000", "0", "100000000000000000000", "0" },
        { "9223372036854775807", -1, "9223372036854775810", "9223372036854775810",
          "9223372036854775810", "9223372036854775800" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Rat a = number(cases[i].value);
        assert_rat(rat_round(a, cases[i].places, RAT_HALF_UP), cases[i].half_up);
        assert_rat(rat_round(a, cases[i].places, RAT_HALF_EVEN), cases[i].half_even);
        assert_rat(rat_round(a, cases[i].places, RAT_UP), cases[i].up);
        assert_rat(rat_round(a, cases[i].places, RAT_DOWN), cases[i].down);
    }
    assert_rat(rat_round(rat_of(2, 3), 4, RAT_HALF_UP), "0.6667");
    assert_rat(rat_round(RAT_ONE, 1000, RAT_UP), "1");
    assert_rat(rat_round(RAT_ONE, -1000, RAT_DOWN), "0");
}

static void test_edges(void **state) {
    (void)state;
    Rat least = RAT_INT(INT64_MIN), greatest = RAT_INT(INT64_MAX);
    assert_rat(least, "-9223372036854775808");
    assert_rat(rat_negate(least), "9223372036854775808");
    CHECK(rat_negate(least).denominator == 0);              /* big */
    CHECK(rat_equal(rat_negate(rat_negate(least)), least)); /* and back */
    CHECK(rat_negate(rat_negate(least)).denominator == 1);
    assert_rat(rat_subtract(least, RAT_ONE), "-9223372036854775809");
    assert_rat(rat_add(greatest, greatest), "18446744073709551614");
    CHECK(rat_equal(rat_subtract(rat_add(greatest, RAT_ONE), RAT_ONE), greatest));
    assert_rat(rat_multiply(least, least), "85070591730234615865843651857942052864");
    assert_rat(rat_multiply(least, RAT_INT(-1)), "9223372036854775808");
    assert_rat(rat_divide(least, RAT_INT(-1)), "9223372036854775808");
    CHECK(rat_equal(rat_divide(least, least), RAT_ONE));
    assert_rat(rat_divide(RAT_ONE, RAT_INT(INT64_MAX)), "1/9223372036854775807");
    CHECK(rat_equal(rat_of(INT64_MIN, INT64_MIN), RAT_ONE));
    assert_rat(rat_of(INT64_MAX, INT64_MIN),
               "-0.999999999999999999891579782751449556599254719913005828857421875");
    CHECK(rat_equal(rat_of(INT64_MIN, INT64_MAX), rat_divide(least, greatest)));
    CHECK(rat_compare(rat_divide(RAT_ONE, least), RAT_ZERO) < 0);
    CHECK(rat_compare(rat_of(1, INT64_MAX), rat_of(1, INT64_MAX - 1)) < 0);
    CHECK(rat_compare(rat_negate(least), greatest) > 0);
    assert_rat(rat_power(RAT_INT(2), 63), "9223372036854775808");
    assert_rat(rat_power(RAT_INT(-2), 63), "-9223372036854775808");
    CHECK(rat_power(RAT_INT(-2), 63).denominator == 1);
    CHECK(rat_equal(rat_power(least, 1), least));
    CHECK(rat_hash(rat_negate(rat_negate(least))) == rat_hash(least));
}

/* 3/7 multiplied 200 times is 3^200 / 7^200; dividing again gives back 1. */
static void test_chain(void **state) {
    (void)state;
    Rat a = RAT_ONE, factor = rat_of(3, 7);
    for (int i = 0; i < 200; i++) {
        a = rat_multiply(a, factor);
    }
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, 3, 200);
    char *digits = mpz_get_str(NULL, 10, power);
    CHECK(text_is_z(rat_numerator_text(a), digits));
    free(digits);
    mpz_ui_pow_ui(power, 7, 200);
    digits = mpz_get_str(NULL, 10, power);
    CHECK(text_is_z(rat_denominator_text(a), digits));
    free(digits);
    mpz_clear(power);
    CHECK(rat_equal(a, rat_power(factor, 200)));
    for (int i = 0; i < 200; i++) {
        a = rat_divide(a, factor);
    }
    CHECK(rat_equal(a, RAT_ONE) && a.denominator == 1);
}

static void test_huge(void **state) {
    (void)state;
    CHECK(rat_is_huge(rat_power(RAT_INT(10), INT64_MAX)));
    CHECK(rat_is_huge(rat_power(RAT_INT(10), INT64_MIN)));
    CHECK(rat_is_huge(rat_power(rat_of(1, 3), 1000000)));
    CHECK(!rat_is_huge(rat_power(RAT_INT(2), RAT_BITS_MAX - 2))); /* 2^n: n + 1 bits over 1 */
    CHECK(rat_is_huge(rat_power(RAT_INT(2), RAT_BITS_MAX - 1)));
    Rat a = rat_power(RAT_INT(2), RAT_BITS_MAX - 2);
    CHECK(rat_is_huge(rat_multiply(a, a)) && rat_is_huge(rat_add(a, a)));
    CHECK(rat_equal(rat_divide(a, a), RAT_ONE));
    Rat huge = RAT_HUGE;
    CHECK(rat_is_huge(rat_add(huge, RAT_ONE)) && rat_is_huge(rat_multiply(RAT_ZERO, huge)));
    CHECK(rat_is_huge(rat_subtract(RAT_ONE, huge)) && rat_is_huge(rat_divide(RAT_ONE, huge)));
    CHECK(rat_is_huge(rat_negate(huge)) && rat_is_huge(rat_round(huge, 2, RAT_UP)));
    CHECK(rat_is_huge(rat_power(huge, 0)) && rat_is_huge(rat_floor(huge)));
    CHECK(!rat_is_zero(huge) && !rat_is_integer(huge) && rat_places(huge) == -1);
    Rat doubled = RAT_INT(3); /* repeated squaring ends quickly */
    for (int i = 0; i < 100; i++) {
        doubled = rat_multiply(doubled, doubled);
    }
    CHECK(rat_is_huge(doubled));
}

static void test_reading(void **state) {
    (void)state;
    static const char *const good[][2] = {
        { "0", "0" },
        { "-0", "0" },
        { "+5", "5" },
        { "007", "7" },
        { "8.220", "8.22" },
        { ".5", "0.5" },
        { "5.", "5" },
        { "-0.5", "-0.5" },
        { "1e3", "1000" },
        { "1.5E-2", "0.015" },
        { "12e+1", "120" },
        { "0e10000", "0" },
        { "0.000e-10000", "0" },
        { "100e-2", "1" },
        { "9223372036854775808", "9223372036854775808" },
        { "-9223372036854775808", "-9223372036854775808" },
        { "0.1234567890123456789012345", "0.1234567890123456789012345" },
    };
    static const char *const bad[] = { "",
                                       "-",
                                       ".",
                                       "1.2.3",
                                       "1,000",
                                       "e5",
                                       "1e",
                                       "1e+",
                                       "1e1.5",
                                       " 1",
                                       "1 ",
                                       "0x10",
                                       "1/3",
                                       "--1",
                                       "1e10001",
                                       "1e-10001",
                                       "1e99999999999999999999",
                                       "½",
                                       "１",
                                       "1_0" };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_rat(number(good[i][0]), good[i][1]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Rat a = RAT_INT(42);
        if (rat_read(text_of(bad[i]), &a)) {
            fail_msg("'%s' was read", bad[i]);
        }
        CHECK(rat_equal(a, RAT_INT(42)));
    }
    Rat a = RAT_ZERO;
    CHECK(!rat_read((Text){ "1\0", 2 }, &a) && !rat_read(TEXT_NONE, &a));
    CHECK(rat_equal(number("1e10000"), rat_power(RAT_INT(10), 10000)));
    CHECK(rat_equal(number("1e-10000"), rat_power(RAT_INT(10), -10000)));
    size_t length = 2000000;
    char *long_text = malloc(length);
    memset(long_text, '9', length);
    CHECK(rat_read((Text){ long_text, length }, &a) && rat_is_huge(a));
    CHECK(rat_read((Text){ long_text, 300000 }, &a) && !rat_is_huge(a));
    memset(long_text, '0', length);
    long_text[length - 1] = '1';
    CHECK(rat_read((Text){ long_text, length }, &a) && rat_equal(a, RAT_ONE));
    free(long_text);
    Rat tiny = rat_power(rat_of(1, 2), 100000); /* a hundred thousand decimals there and back */
    CHECK(rat_read(rat_text(tiny), &a) && rat_equal(a, tiny));
}

static void test_writing(void **state) {
    (void)state;
    static const struct {
        int64_t numerator, denominator;
        const char *full, *brief, *fixed; /* brief with 4 places, fixed with 2 */
        int places;
    } cases[] = {
        { 2, 3, "2/3", "0.6666…", "0.67", -1 },
        { -2, 3, "-2/3", "-0.6666…", "-0.67", -1 },
        { 411, 50, "8.22", "8.22", "8.22", 2 },
        { 91, 10, "9.1", "9.1", "9.10", 1 },
        { -1, 2, "-0.5", "-0.5", "-0.50", 1 },
        { 1, 200, "0.005", "0.005", "0.01", 3 },
        { -1, 200, "-0.005", "-0.005", "-0.01", 3 },
        { -1, 1000, "-0.001", "-0.001", "0.00", 3 },
        { 1, 100000, "0.00001", "0.00001", "0.00", 5 },
        { 1, 8388608, "0.00000011920928955078125", "0.0000…", "0.00", 23 },
        { 100, 1, "100", "100", "100.00", 0 },
        { 199999, 2000, "99.9995", "99.9995", "100.00", 4 },
        { 1, 1024, "0.0009765625", "0.0009…", "0.00", 10 },
        { 0, 1, "0", "0", "0.00", 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Rat a = rat_of(cases[i].numerator, cases[i].denominator);
        Buf brief = { 0 }, fixed = { 0 };
        rat_write_short(&brief, a, 4);
        rat_write_fixed(&fixed, a, 2);
        assert_rat(a, cases[i].full);
        assert_string_equal(brief.at, cases[i].brief);
        assert_string_equal(fixed.at, cases[i].fixed);
        assert_int_equal(rat_places(a), cases[i].places);
    }
    Buf whole = { 0 };
    rat_write_fixed(&whole, rat_of(-5, 2), 0);
    assert_string_equal(whole.at, "-3");
}

/* ---- against mpq */

static uint64_t random_state;

static uint64_t random_word(void) {
    random_state += 0x9E3779B97F4A7C15u; /* splitmix64 */
    uint64_t z = random_state;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static uint64_t below(uint64_t n) {
    return random_word() % n;
}

/* A whole number of a random kind: few, near the ends of int64_t, ten to some power, long. */
static void random_whole(mpz_t z) {
    switch (below(6)) {
    case 0:
        mpz_set_si(z, (long)below(41) - 20);
        break;
    case 1:
        mpz_ui_pow_ui(z, 2, 60 + below(8));
        mpz_add_ui(z, z, below(5));
        mpz_sub_ui(z, z, 2);
        break;
    case 2:
        mpz_ui_pow_ui(z, 10, below(30));
        mpz_mul_ui(z, z, below(10));
        break;
    case 3:
        mpz_set_ui(z, random_word() >> below(64));
        break;
    case 4:
        mpz_set_ui(z, random_word());
        for (uint64_t i = below(6); i > 0; i--) {
            mpz_mul_2exp(z, z, 64);
            mpz_add_ui(z, z, random_word() >> below(64));
        }
        break;
    default:
        mpz_set_ui(z, below(100000));
        break;
    }
    if (below(2)) {
        mpz_neg(z, z);
    }
}

static Rat from_mpz(const mpz_t z) {
    char *digits = mpz_get_str(NULL, 10, z);
    Rat a = number(digits);
    free(digits);
    return a;
}

static Rat random_pair(mpq_t q) {
    random_whole(mpq_numref(q));
    random_whole(mpq_denref(q));
    if (mpz_sgn(mpq_denref(q)) == 0 || below(4) == 0) {
        mpz_set_ui(mpq_denref(q), 1);
    }
    Rat a = rat_divide(from_mpz(mpq_numref(q)), from_mpz(mpq_denref(q)));
    mpq_canonicalize(q);
    return a;
}

/* a is q, in lowest terms, and small exactly if it can be. */
static void assert_same(Rat a, const mpq_t q, const char *what) {
    char *numerator = mpz_get_str(NULL, 10, mpq_numref(q));
    char *denominator = mpz_get_str(NULL, 10, mpq_denref(q));
    bool fits = mpz_fits_slong_p(mpq_numref(q)) && mpz_fits_slong_p(mpq_denref(q));
    if (rat_is_huge(a) || fits != (a.denominator > 0) ||
        !text_is_z(rat_numerator_text(a), numerator) ||
        !text_is_z(rat_denominator_text(a), denominator)) {
        fail_msg("%s: got %.*s, expected %s/%s", what, TEXT_ARG(rat_text(a)), numerator,
                 denominator);
    }
    free(numerator);
    free(denominator);
}

static int sign_of(int n) {
    return (n > 0) - (n < 0);
}

static void test_arithmetic(void **state) {
    (void)state;
    mpq_t x, y, z;
    mpq_inits(x, y, z, NULL);
    for (int i = 0; i < TIMES(100000); i++) {
        Rat a = random_pair(x), b = random_pair(y);
        if (below(8) == 0) { /* nearly equal operands */
            b = rat_add(a, rat_of(1, (int64_t)(1 + below(1000))));
            mpq_set_str(z, "0", 10);
            char *digits = mem_copy(rat_numerator_text(b).at, rat_numerator_text(b).length);
            mpz_set_str(mpq_numref(y), digits, 10);
            mpz_set_str(mpq_denref(y), rat_denominator_text(b).at, 10);
        }
        assert_same(a, x, "operand");
        mpq_add(z, x, y);
        assert_same(rat_add(a, b), z, "sum");
        mpq_sub(z, x, y);
        assert_same(rat_subtract(a, b), z, "difference");
        mpq_mul(z, x, y);
        assert_same(rat_multiply(a, b), z, "product");
        if (mpq_sgn(y) != 0) {
            mpq_div(z, x, y);
            assert_same(rat_divide(a, b), z, "quotient");
        }
        mpq_neg(z, x);
        assert_same(rat_negate(a), z, "negative");
        assert_int_equal(rat_compare(a, b), sign_of(mpq_cmp(x, y)));
        assert_int_equal(rat_equal(a, b), mpq_equal(x, y) != 0);
        assert_int_equal(rat_sign(a), sign_of(mpq_sgn(x)));
        assert_int_equal(rat_is_integer(a), mpz_cmp_ui(mpq_denref(x), 1) == 0);
        Rat again = rat_subtract(rat_add(a, b), b);
        CHECK(rat_equal(again, a) && rat_hash(again) == rat_hash(a));
        int64_t value = 0;
        bool whole = mpz_cmp_ui(mpq_denref(x), 1) == 0 && mpz_fits_slong_p(mpq_numref(x));
        CHECK(rat_to_int64(a, &value) == whole && (!whole || value == mpz_get_si(mpq_numref(x))));
    }
    mpq_clears(x, y, z, NULL);
}

static void test_powers(void **state) {
    (void)state;
    mpq_t x, z;
    mpq_inits(x, z, NULL);
    for (int i = 0; i < TIMES(5000); i++) {
        Rat a = random_pair(x);
        long exponent = (long)below(81) - 40;
        if (mpq_sgn(x) == 0) {
            continue;
        }
        unsigned long times = (unsigned long)labs(exponent);
        mpz_pow_ui(mpq_numref(z), mpq_numref(x), times);
        mpz_pow_ui(mpq_denref(z), mpq_denref(x), times);
        if (exponent < 0) {
            mpq_inv(z, z);
        }
        assert_same(rat_power(a, exponent), z, "power");
    }
    mpq_clears(x, z, NULL);
}

/* Rounding by its definition: of the two neighbours, the nearer, or the one the mode names. */
static void round_oracle(mpq_t result, const mpq_t x, int places, RatRounding mode) {
    mpq_t unit, down, up, to_down, to_up;
    mpq_inits(unit, down, up, to_down, to_up, NULL);
    mpz_ui_pow_ui(mpq_numref(unit), 10, (unsigned long)abs(places));
    mpz_set_ui(mpq_denref(unit), 1);
    if (places > 0) {
        mpq_inv(unit, unit);
    }
    mpq_div(down, x, unit);
    mpz_fdiv_q(mpq_numref(down), mpq_numref(down), mpq_denref(down));
    mpz_set_ui(mpq_denref(down), 1);
    bool odd = mpz_odd_p(mpq_numref(down));
    mpq_mul(down, down, unit);
    mpq_add(up, down, unit);
    mpq_sub(to_down, x, down);
    mpq_sub(to_up, up, x);
    int nearer_up = sign_of(mpq_cmp(to_down, to_up));
    bool goes_up = mode == RAT_UP        ? mpq_sgn(to_down) != 0
                   : mode == RAT_DOWN    ? false
                   : nearer_up != 0      ? nearer_up > 0
                   : mode == RAT_HALF_UP ? mpq_sgn(x) > 0
                                         : odd;
    mpq_set(result, goes_up ? up : down);
    mpq_clears(unit, down, up, to_down, to_up, NULL);
}

static void test_rounding_modes(void **state) {
    (void)state;
    mpq_t x, z;
    mpq_inits(x, z, NULL);
    for (int i = 0; i < TIMES(60000); i++) {
        int places = (int)below(50) - 22;
        Rat a = random_pair(x);
        if (below(2)) { /* a tie, or nearly */
            int decimals = places + 1;
            Rat unit = rat_power(RAT_INT(10), -decimals);
            a = rat_multiply(rat_floor(rat_divide(a, RAT_INT(1000))), RAT_INT(10));
            a = rat_multiply(rat_add(a, RAT_INT(5)), unit);
            if (below(3) == 0) {
                a = rat_add(a, rat_divide(unit, RAT_INT(2 * (int64_t)below(100000) - 99999)));
            }
            mpz_set_str(mpq_numref(x), rat_numerator_text(a).at, 10);
            mpz_set_str(mpq_denref(x), rat_denominator_text(a).at, 10);
        }
        for (RatRounding mode = RAT_HALF_UP; mode <= RAT_DOWN; mode++) {
            round_oracle(z, x, places, mode);
            assert_same(rat_round(a, places, mode), z, "rounded");
        }
    }
    mpq_clears(x, z, NULL);
}

static void test_texts(void **state) {
    (void)state;
    mpq_t x, z;
    mpz_t ten;
    mpq_inits(x, z, NULL);
    mpz_init(ten);
    for (int i = 0; i < TIMES(20000); i++) {
        Rat a = random_pair(x), again = RAT_ZERO;
        int places = rat_places(a);
        mpz_ui_pow_ui(ten, 10, 700); /* operands have fewer than 450 bits */
        CHECK((places >= 0) == (mpz_divisible_p(ten, mpq_denref(x)) != 0));
        if (places >= 0) {
            CHECK(rat_read(rat_text(a), &again) && rat_equal(a, again));
            mpz_ui_pow_ui(ten, 10, (unsigned long)places);
            CHECK(mpz_divisible_p(ten, mpq_denref(x)));
            CHECK(places == 0 ||
                  !mpz_divisible_p((mpz_tdiv_q_ui(ten, ten, 10), ten), mpq_denref(x)));
        } else {
            CHECK(mpq_set_str(z, rat_text(a).at, 10) == 0 && mpq_equal(x, z));
        }
        Buf fixed = { 0 };
        int shown = (int)below(12);
        rat_write_fixed(&fixed, a, shown);
        round_oracle(z, x, shown, RAT_HALF_UP);
        CHECK(rat_read(buf_text(&fixed), &again));
        assert_same(again, z, "fixed");
        long point = text_find(buf_text(&fixed), TEXT("."), 0);
        CHECK(shown == 0 ? point == -1 : (long)fixed.length - point - 1 == shown);
    }
    mpz_clear(ten);
    mpq_clears(x, z, NULL);
}

int main(void) {
    mem_init();
    const char *seed = getenv("SEED");
    random_state = seed ? strtoull(seed, NULL, 10) : (uint64_t)time(NULL);
    printf("SEED=%llu\n", (unsigned long long)random_state);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand), cmocka_unit_test(test_rounding),
        cmocka_unit_test(test_edges),   cmocka_unit_test(test_chain),
        cmocka_unit_test(test_huge),    cmocka_unit_test(test_reading),
        cmocka_unit_test(test_writing), cmocka_unit_test(test_arithmetic),
        cmocka_unit_test(test_powers),  cmocka_unit_test(test_rounding_modes),
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
