/* test_real.c - functions to 34 digits: published constants, exact cases, values next to a tie, and
   enclosures by exact arithmetic.  SEED=n in the environment repeats a run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <mpfr.h>

#include "base/mem.h"
#include "base/real.h"

#define CHECK(condition) assert_true(condition)

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

/* The digits of each constant go on as the comment says, which decides the last one given. */
static void test_constants(void **state) {
    (void)state;
    assert_rat(real_sqrt(RAT_INT(2)), "1.414213562373095048801688724209698"); /* ..698|0785 */
    assert_rat(real_sqrt(RAT_INT(3)), "1.732050807568877293527446341505872"); /* ..872|3669 */
    assert_rat(real_ln(RAT_INT(2)), "0.6931471805599453094172321214581766");  /* ..1765|6807 */
    assert_rat(real_ln(RAT_INT(10)), "2.302585092994045684017991454684364");  /* ..364|2076 */
    assert_rat(real_ln(rat_of(1, 2)), "-0.6931471805599453094172321214581766");
    assert_rat(real_exp(RAT_ONE), "2.718281828459045235360287471352662");      /* ..662|4977 */
    assert_rat(real_exp(RAT_INT(-1)), "0.3678794411714423215955237701614609"); /* ..4608|6745 */
    assert_rat(real_power(RAT_INT(10), rat_of(-1, 2)),
               "0.3162277660168379331998893544432719"); /* ..2718|5337 */
    assert_rat(real_power(RAT_INT(2), rat_of(1, 3)),
               "1.259921049894873164767210607278228"); /* ..228|3505 */
    assert_rat(real_power(RAT_INT(2), rat_of(-1, 2)),
               "0.707106781186547524400844362104849"); /* ..8490|3928 */
}

static void test_exact(void **state) {
    (void)state;
    assert_rat(real_sqrt(RAT_ZERO), "0");
    assert_rat(real_sqrt(RAT_INT(144)), "12");
    assert_rat(real_sqrt(number("0.0625")), "0.25");
    assert_rat(real_sqrt(number("1e-40")), "0.00000000000000000001");
    assert_rat(real_sqrt(rat_of(4, 9)), "0.6666666666666666666666666666666667");
    assert_rat(real_exp(RAT_ZERO), "1");
    assert_rat(real_ln(RAT_ONE), "0");
    assert_rat(real_power(rat_of(27, 8), rat_of(1, 3)), "1.5");
    assert_rat(real_power(rat_of(27, 8), rat_of(-2, 3)), "0.4444444444444444444444444444444444");
    assert_rat(real_power(RAT_INT(4), rat_of(1, 2)), "2");
    assert_rat(real_power(RAT_INT(32), rat_of(3, 5)), "8");
    assert_rat(real_power(RAT_ZERO, rat_of(1, 2)), "0");
    assert_rat(real_power(RAT_ONE, rat_of(-1, 3)), "1");
    assert_rat(real_power(RAT_INT(-2), RAT_INT(3)), "-8"); /* whole: exact, any base */
    assert_rat(real_power(rat_of(2, 3), RAT_INT(2)), "4/9");
    assert_rat(real_power(RAT_ZERO, RAT_ZERO), "1");
    Rat power = RAT_INT(5);
    CHECK(real_power_exact(rat_of(4, 9), rat_of(1, 2), &power) && rat_equal(power, rat_of(2, 3)));
    CHECK(!real_power_exact(RAT_INT(2), rat_of(1, 2), &power) && rat_equal(power, rat_of(2, 3)));
    CHECK(real_power_exact(rat_of(1, 3), RAT_INT(-2), &power) && rat_equal(power, RAT_INT(9)));
    assert_rat(real_round(rat_of(1, 3)), "0.3333333333333333333333333333333333");
    assert_rat(real_round(rat_of(200, 3)), "66.66666666666666666666666666666667");
    assert_rat(real_round(number("1e50")), "100000000000000000000000000000000000000000000000000");
    assert_rat(real_round(number("9.9999999999999999999999999999999995")), "10");
    assert_rat(real_round(number("0.99999999999999999999999999999999994")),
               "0.9999999999999999999999999999999999");
    assert_rat(real_round(RAT_ZERO), "0");
}

/* Half way: the square of a number of 35 digits that ends in 5.  Its root is rounded up, a hair
   less is not. */
static void test_ties(void **state) {
    (void)state;
    Rat tie = number("1.2345678901234567890123456789012345");
    Rat above = number("1.234567890123456789012345678901235");
    Rat below = number("1.234567890123456789012345678901234");
    Rat square = rat_multiply(tie, tie), hair = number("1e-400");
    CHECK(rat_equal(real_sqrt(square), above));
    CHECK(rat_equal(real_sqrt(rat_add(square, hair)), above));
    CHECK(rat_equal(real_sqrt(rat_subtract(square, hair)), below));
    CHECK(rat_equal(real_power(square, rat_of(1, 2)), above));
    Rat cube = rat_multiply(square, tie);
    CHECK(rat_equal(real_power(cube, rat_of(1, 3)), above));
    CHECK(rat_equal(real_power(rat_add(cube, hair), rat_of(1, 3)), above));
    CHECK(rat_equal(real_power(rat_subtract(cube, hair), rat_of(1, 3)), below));
    /* e^x = 1 + x + x^2/2 + ..: just above the tie 1 + 5e-34, just below 1 - 5e-35 + (5e-35)^2 */
    assert_rat(real_exp(number("5e-34")), "1.000000000000000000000000000000001");
    assert_rat(real_exp(rat_subtract(number("5e-34"), number("1.25e-67"))), "1");
    assert_rat(real_exp(number("-5e-35")), "1");
    assert_rat(real_exp(rat_subtract(number("-5e-35"), number("1.3e-69"))),
               "0.9999999999999999999999999999999999");
    /* ln(1 + x) = x - x^2/2 + .. */
    CHECK(rat_equal(real_ln(rat_add(RAT_ONE, number("1e-40"))), number("1e-40")));
    CHECK(rat_equal(real_ln(rat_add(RAT_ONE, number("1e-5000"))), number("1e-5000")));
    CHECK(rat_equal(real_ln(rat_subtract(RAT_ONE, number("1e-5000"))), number("-1e-5000")));
    CHECK(rat_equal(real_ln(rat_add(RAT_ONE, number("1e-30"))),
                    number("9.999999999999999999999999999995e-31")));
    CHECK(rat_equal(real_exp(number("1e-5000")), RAT_ONE));
    CHECK(rat_equal(real_power(rat_add(RAT_ONE, number("1e-3000")), rat_of(1, 3)), RAT_ONE));
}

/* The half of one unit in the 34th digit of `value`, which is not 0. */
static Rat half_unit(Rat value) {
    Rat size = rat_sign(value) < 0 ? rat_negate(value) : value, unit = RAT_ONE;
    Rat ten = RAT_INT(10);
    while (rat_compare(unit, size) > 0) {
        unit = rat_divide(unit, ten);
    }
    while (rat_compare(rat_multiply(unit, ten), size) <= 0) {
        unit = rat_multiply(unit, ten);
    }
    return rat_multiply(unit, rat_multiply(rat_of(1, 2), rat_power(ten, -33)));
}

/* Ever nearer to a tie, on both sides of it, for bases and results on both sides of 1. */
static void test_near_ties(void **state) {
    (void)state;
    static const char *const ties[] = { "1.2345678901234567890123456789012345",
                                        "0.12345678901234567890123456789012345",
                                        "98765432109876543210.987654321098765" };
    for (int i = 0; i < 3; i++) {
        Rat tie = number(ties[i]);
        Rat hair = rat_multiply(tie, rat_power(RAT_INT(10), -35));
        for (int k = 35; k < 160; k++, hair = rat_divide(hair, RAT_INT(10))) {
            for (int side = -1; side <= 1; side += 2) {
                Rat value = rat_add(tie, rat_multiply(hair, RAT_INT(side)));
                Rat right = rat_add(tie, rat_multiply(half_unit(tie), RAT_INT(side)));
                Rat cube = rat_power(value, 3), seventh = rat_power(value, 7);
                Rat inverse = rat_divide(RAT_ONE, seventh);
                CHECK(rat_equal(real_power(cube, rat_of(1, 3)), right));
                CHECK(rat_equal(real_power(inverse, rat_of(-1, 7)), right));
                /* The roots above are rational; one unit more in the 300th digit, and they are not.
                   */
                Rat little = rat_multiply(cube, rat_power(RAT_INT(10), -300));
                CHECK(rat_equal(real_power(rat_add(cube, little), rat_of(1, 3)), right));
                little = rat_multiply(inverse, rat_power(RAT_INT(10), -300));
                CHECK(rat_equal(real_power(rat_add(inverse, little), rat_of(-1, 7)), right));
            }
        }
    }
}

static void test_size(void **state) {
    (void)state;
    CHECK(rat_is_huge(real_exp(number("1e300"))) && rat_is_huge(real_exp(number("-1e300"))));
    CHECK(rat_is_huge(real_exp(RAT_INT(726900))) && rat_is_huge(real_exp(RAT_INT(-726900))));
    CHECK(!rat_is_huge(real_exp(RAT_INT(726800))));
    CHECK(rat_is_huge(real_power(RAT_INT(10), number("1e300"))));
    CHECK(rat_is_huge(real_power(RAT_INT(10), number("-1e300"))));
    CHECK(rat_is_huge(real_power(RAT_INT(10), rat_of(1000001, 2))));
    CHECK(rat_is_huge(real_power(RAT_INT(10), rat_of(-1000001, 2))));
    CHECK(rat_is_huge(real_power(rat_of(9, 4), number("1e30"))));
    assert_rat(real_power(RAT_INT(-1), number("100000000000000000001")), "-1");
    assert_rat(real_power(RAT_INT(-1), number("100000000000000000000")), "1");
    assert_rat(real_power(RAT_ZERO, number("100000000000000000000")), "0");
    CHECK(rat_is_huge(real_power(RAT_INT(2), number("100000000000000000000"))));
    /* 1.5^600001 as a fraction is too long, its 34 digits are not */
    CHECK(!rat_is_huge(real_power(rat_of(9, 4), rat_of(600001, 2))));
    CHECK(!rat_is_huge(real_ln(rat_power(RAT_INT(10), 300000))));
    CHECK(!rat_is_huge(real_sqrt(rat_power(RAT_INT(7), 300000))));
    CHECK(!rat_is_huge(real_ln(rat_power(RAT_INT(10), -300000))));
    CHECK(rat_is_huge(real_sqrt(RAT_HUGE)) && rat_is_huge(real_ln(RAT_HUGE)));
    CHECK(rat_is_huge(real_exp(RAT_HUGE)) && rat_is_huge(real_power(RAT_ONE, RAT_HUGE)));
}

/* ---- random operands */

static uint64_t random_state;

static uint64_t random_word(void) {
    random_state += 0x9E3779B97F4A7C15u; /* splitmix64 */
    uint64_t z = random_state;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static Rat random_positive(void) {
    int64_t n = (int64_t)(random_word() >> (1 + random_word() % 60)) + 1;
    int64_t d = random_word() % 3 ? (int64_t)(random_word() >> (1 + random_word() % 60)) + 1 : 1;
    return rat_of(n, d);
}

/* value is sqrt(a): (value - half)^2 <= a < (value + half)^2, and it has at most 34 digits. */
static void test_roots(void **state) {
    (void)state;
    for (int i = 0; i < 3000; i++) {
        Rat a = random_positive(), value = real_sqrt(a), half = half_unit(value);
        Rat low = rat_subtract(value, half), high = rat_add(value, half);
        CHECK(rat_compare(rat_multiply(low, low), a) <= 0);
        CHECK(rat_compare(a, rat_multiply(high, high)) < 0);
        CHECK(rat_is_integer(rat_divide(value, rat_multiply(half, RAT_INT(2)))));
        CHECK(rat_equal(real_power(a, rat_of(1, 2)), value));
        int64_t q = 2 + (int64_t)(random_word() % 6), p = 1 + (int64_t)(random_word() % 9);
        if (q % 2 == 0 && p % 2 == 0) {
            p++;
        }
        if (rat_is_integer(rat_of(p, q))) {
            continue;
        }
        value = real_power(a, rat_of(p, q));
        half = half_unit(value);
        Rat power = rat_power(a, p);
        CHECK(rat_compare(rat_power(rat_subtract(value, half), q), power) <= 0);
        CHECK(rat_compare(power, rat_power(rat_add(value, half), q)) < 0);
        /* x^-y = 1/x^y, both rounded from the same true value */
        CHECK(rat_equal(real_power(rat_divide(RAT_ONE, a), rat_of(-p, q)), value));
    }
}

/* ln and exp against MPFR with 600 bits, read as decimals. */
static void test_functions(void **state) {
    (void)state;
    mpfr_t x, y;
    mpq_t q;
    mpfr_inits2(600, x, y, (mpfr_ptr)0);
    mpq_init(q);
    for (int i = 0; i < 3000; i++) {
        Rat a = random_positive();
        if (rat_equal(a, RAT_ONE)) {
            continue;
        }
        mpq_set_str(q, rat_numerator_text(a).at, 10);
        mpz_set_str(mpq_denref(q), rat_denominator_text(a).at, 10);
        for (int function = 0; function < 2; function++) {
            if (function == 1 && rat_compare(a, RAT_INT(5000)) > 0) {
                continue;
            }
            mpfr_set_q(x, q, MPFR_RNDN);
            (function ? mpfr_exp : mpfr_log)(y, x, MPFR_RNDN);
            char *shown = NULL;
            mpfr_asprintf(&shown, "%.33Re", y);
            Rat value = function ? real_exp(a) : real_ln(a);
            if (!rat_equal(value, number(shown))) {
                fail_msg("%s(%.*s): got %.*s, expected %s", function ? "exp" : "ln",
                         TEXT_ARG(rat_text(a)), TEXT_ARG(rat_text(value)), shown);
            }
            mpfr_free_str(shown);
        }
    }
    mpfr_clears(x, y, (mpfr_ptr)0);
    mpq_clear(q);
}

int main(void) {
    mem_init();
    const char *seed = getenv("SEED");
    random_state = seed ? strtoull(seed, NULL, 10) : (uint64_t)time(NULL);
    printf("SEED=%llu\n", (unsigned long long)random_state);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_constants), cmocka_unit_test(test_exact),
        cmocka_unit_test(test_ties),      cmocka_unit_test(test_near_ties),
        cmocka_unit_test(test_size),      cmocka_unit_test(test_roots),
        cmocka_unit_test(test_functions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
