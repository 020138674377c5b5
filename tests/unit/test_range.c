/* test_range.c - ranges: ends worked out by hand, then every operation on a grid of small ranges
   against sampled operands.  Samples include each end that belongs to a range, points ever nearer
   to one that does not, 0 and whole numbers; so the extremes over them are the ends of the result
   where those are attained, and tend to them where they are not.  SEED=n in the environment repeats
   a run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/range.h"
#include "base/real.h"

#define CHECK(condition) assert_true(condition)

#if defined HENG_NO_GC || defined HENG_GC_STRESS
#define STRIDE 23 /* one pair of ranges in so many, where each step is slow */
#else
#define STRIDE 1
#endif

static Rat number(const char *text) {
    Rat a = RAT_ZERO;
    const char *slash = strchr(text, '/');
    Text whole = text_of(text);
    if (slash) {
        Rat below = number(slash + 1);
        CHECK(rat_read((Text){ text, (size_t)(slash - text) }, &a));
        return rat_divide(a, below);
    }
    if (!rat_read(whole, &a)) {
        fail_msg("cannot read '%s'", text);
    }
    return a;
}

/* Reads "[1,2)", "(-,3]" ("-": infinite), "7". */
static Range range(const char *text) {
    char lo[64], hi[64];
    if (*text != '[' && *text != '(') {
        return range_point(number(text));
    }
    CHECK(sscanf(text + 1, "%63[^,],%63[^])]", lo, hi) == 2);
    bool lo_open = *text == '(', hi_open = text[strlen(text) - 1] == ')';
    bool lo_infinite = strcmp(lo, "-") == 0, hi_infinite = strcmp(hi, "-") == 0;
    if (lo_infinite && hi_infinite) {
        return RANGE_ALL;
    }
    if (lo_infinite) {
        return range_at_most(number(hi), hi_open);
    }
    if (hi_infinite) {
        return range_at_least(number(lo), lo_open);
    }
    Range a = range_closed(number(lo), number(hi));
    a.lo_open = lo_open;
    a.hi_open = hi_open;
    return a;
}

static const char *shown(const Range *a) {
    Buf buf = { 0 };
    range_write(&buf, a);
    return buf.at;
}

typedef RangeStatus Unary(const Range *, Range *);
typedef RangeStatus Binary(const Range *, const Range *, Range *);

/* expected: a range, "empty" or "zero" (divisor). */
static void assert_status(RangeStatus status, const Range *got, const char *what,
                          const char *expected) {
    RangeStatus wanted = strcmp(expected, "empty") == 0  ? RANGE_EMPTY
                         : strcmp(expected, "zero") == 0 ? RANGE_ZERO_DIVISOR
                                                         : RANGE_OK;
    if (status != wanted) {
        fail_msg("%s: status %d, expected %s", what, (int)status, expected);
    }
    if (wanted == RANGE_OK) {
        Range right = range(expected);
        if (!range_equal(got, &right) || !range_is_valid(got)) {
            fail_msg("%s: got %s, expected %s", what, shown(got), expected);
        }
    }
}

static void assert_binary(Binary *operation, const char *a, const char *b, const char *expected) {
    Range x = range(a), y = range(b), result = range_point(RAT_INT(77));
    Buf what = { 0 };
    buf_format(&what, "%s with %s", a, b);
    RangeStatus status = operation(&x, &y, &result);
    assert_status(status, &result, what.at, expected);
    CHECK(status == RANGE_OK || (range_is_point(&result) && rat_equal(result.lo, RAT_INT(77))));
}

static void assert_unary(Unary *operation, const char *a, const char *expected) {
    Range x = range(a), result = range_point(RAT_INT(77));
    assert_status(operation(&x, &result), &result, a, expected);
}

static void test_arithmetic(void **state) {
    (void)state;
    assert_binary(range_add, "[1,2)", "(3,4]", "(4,6)");
    assert_binary(range_add, "[1,-)", "(-,2]", "(-,-)");
    assert_binary(range_subtract, "[1,2)", "[1,2)", "(-1,1)");
    assert_binary(range_multiply, "[0,1)", "[-1,2]", "(-1,2)");
    assert_binary(range_multiply, "[0,1)", "[1,2)", "[0,2)");
    assert_binary(range_multiply, "(0,1)", "[0,2]", "[0,2)"); /* 0 times an open end */
    assert_binary(range_multiply, "(0,1]", "[1,-)", "(0,-)");
    assert_binary(range_multiply, "0", "(-,-)", "0");
    assert_binary(range_multiply, "[-1,0]", "[5,-)", "(-,0]");
    assert_binary(range_multiply, "[-2,3)", "(-3,2]", "(-9,6)"); /* (-2)(-3) open, 3*2 open */
    assert_binary(range_multiply, "[-2,1]", "[-1,2]", "[-4,2]");
    assert_binary(range_divide, "[1,2]", "[1,2]", "[0.5,2]");
    assert_binary(range_divide, "[1,2]", "[0,2]", "[0.5,-)");
    assert_binary(range_divide, "[0,1]", "[0,2]", "[0,-)");
    assert_binary(range_divide, "0", "[-1,2]", "0");
    assert_binary(range_divide, "0", "0", "zero");
    assert_binary(range_divide, "[1,2]", "[-1,4]", "(-,-)");
    assert_binary(range_divide, "[2,-)", "[1,-)", "(0,-)");
    assert_binary(range_divide, "1", "(-,-4]", "[-0.25,0)");
    assert_binary(range_divide, "[-2,-1]", "(0,4)", "(-,-0.25)");
    assert_binary(range_divide, "12", "(-,15]", "(-,-)");
    assert_binary(range_divide, "12", "(0,15]", "[0.8,-)");
    assert_binary(range_min, "[0,5]", "(3,9]", "[0,5]");
    assert_binary(range_min, "(0,5]", "[0,5)", "[0,5)");
    assert_binary(range_max, "(0,5]", "[0,5)", "(0,5]");
    assert_binary(range_max, "(-,5)", "[0,1]", "[0,5)");
    assert_binary(range_intersect, "[0,5)", "[5,6]", "empty");
    assert_binary(range_intersect, "[0,5]", "[5,6]", "5");
    assert_binary(range_intersect, "(-,-)", "(1,2]", "(1,2]");
    assert_unary(range_abs, "[-3,2)", "[0,3]");
    assert_unary(range_abs, "(-3,3]", "[0,3]");
    assert_unary(range_abs, "(-3,-1]", "[1,3)");
    assert_unary(range_abs, "(-,0)", "(0,-)");
    assert_unary(range_negate, "[1,-)", "(-,-1]");
}

static void test_powers(void **state) {
    (void)state;
    assert_binary(range_power, "[-2,1)", "2", "[0,4]");
    assert_binary(range_power, "[-2,1)", "3", "[-8,1)");
    assert_binary(range_power, "[-2,1)", "0", "1");
    assert_binary(range_power, "(0,2]", "-1", "[0.5,-)");
    assert_binary(range_power, "[-1,2]", "-1", "(-,-)");
    assert_binary(range_power, "[-1,2]", "-2", "[0.25,-)");
    assert_binary(range_power, "0", "-1", "zero");
    assert_binary(range_power, "0", "-0.5", "zero");
    assert_binary(range_power, "[-3,-1]", "0.5", "empty");
    assert_binary(range_power, "[4,9]", "0.5", "[2,3]");
    assert_binary(range_power, "(4,9)", "0.5", "[2,3]"); /* 4 + 1e-60 has the root 2 */
    assert_binary(range_power, "(0,4]", "-0.5", "[0.5,-)");
    assert_binary(range_power, "[-1,4]", "0.5", "[0,2]");
    assert_binary(range_power, "2", "[1,3]", "[2,8]");
    assert_binary(range_power, "2", "(-,-)", "(0,-)");
    assert_binary(range_power, "0.5", "[1,-)", "(0,0.5]");
    assert_binary(range_power, "[0,2]", "[0,1]", "[0,2]");
    assert_binary(range_power, "0", "[-1,1]", "[0,1]"); /* 0^0 = 1, 0^0.5 = 0 */
    assert_binary(range_power, "1", "(-,-)", "1");
    assert_binary(range_power, "-2", "[1,3]", "[-8,4]"); /* whole exponents alone */
    assert_binary(range_power, "-2", "(1,3)", "4");
    assert_binary(range_power, "-2", "(1,2)", "empty");
    /* whole exponents are exact, those beside them rounded up past them */
    assert_binary(range_power, "2/3", "[1,2]",
                  "[0.4444444444444444444444444444444444,0.6666666666666666666666666666666667]");
    /* the first power of a tie is itself, or where 1 is left out the number of 34 digits below */
    assert_binary(range_power, "1.2345678901234567890123456789012345", "[0,1]",
                  "[1,1.2345678901234567890123456789012345]");
    assert_binary(range_power, "1.2345678901234567890123456789012345", "[0,1)",
                  "[1,1.234567890123456789012345678901234]");
    Range a = range("[1,2]"), b = range("100000000000"), result;
    CHECK(range_power(&a, &b, &result) == RANGE_HUGE);
    a = range("[0,1]");
    CHECK(range_power(&a, &b, &result) == RANGE_OK && range_equal(&a, &result));
}

static void test_functions(void **state) {
    (void)state;
    assert_unary(range_sqrt, "[4,9]", "[2,3]");
    assert_unary(range_sqrt, "(4,9)", "[2,3]");
    assert_unary(range_sqrt, "[-4,9]", "[0,3]");
    assert_unary(range_sqrt, "(0,-)", "(0,-)");
    assert_unary(range_sqrt, "(-,0]", "0");
    assert_unary(range_sqrt, "(-,0)", "empty");
    assert_unary(range_ln, "[0,1]", "(-,0]");
    assert_unary(range_ln, "(1,-)", "(0,-)"); /* ln(1 + 1e-60) is 1e-60, not 0 */
    assert_unary(range_ln, "[-1,0]", "empty");
    assert_unary(range_exp, "(-,0]", "(0,1]");
    assert_unary(range_exp, "(0,-)", "[1,-)");
    assert_unary(range_exp, "(-,-)", "(0,-)");
    /* below the square of a tie all roots are rounded down */
    Rat tie = number("1.2345678901234567890123456789012345");
    Range a = range_at_most(rat_multiply(tie, tie), true), result;
    CHECK(range_sqrt(&a, &result) == RANGE_OK && !result.hi_open);
    CHECK(rat_equal(result.hi, number("1.234567890123456789012345678901234")));
    a.hi_open = false;
    CHECK(range_sqrt(&a, &result) == RANGE_OK && !result.hi_open);
    CHECK(rat_equal(result.hi, number("1.234567890123456789012345678901235")));
    Range huge = range_point(rat_power(RAT_INT(10), 300000));
    CHECK(range_exp(&huge, &result) == RANGE_HUGE &&
          range_multiply(&huge, &huge, &result) == RANGE_HUGE);
}

static void test_clamp(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        { "[1.2,1.5]", "1" }, { "[-2,0.5)", "[0,0.5)" }, { "(0,2)", "(0,1]" },
        { "(1,2)", "1" },     { "(-,0)", "0" },          { "(-,-)", "[0,1]" },
        { "[0,1)", "[0,1)" }, { "(-1,0]", "0" },         { "0.5", "0.5" },
        { "(0,1)", "(0,1)" }, { "[1,2]", "1" },          { "(0.2,1.5)", "(0.2,1]" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Range a = range(cases[i][0]), result;
        assert_status(range_clamp(&a, RAT_ZERO, RAT_ONE, &result), &result, cases[i][0],
                      cases[i][1]);
    }
    Range a = range("(2,3)"), result;
    CHECK(range_clamp(&a, RAT_ONE, RAT_ONE, &result) == RANGE_OK);
    CHECK(range_is_point(&result) && range_is_valid(&result));
}

static void test_rounding(void **state) {
    (void)state;
    static const struct {
        const char *a;
        RatRounding mode;
        const char *evidence, *discretion; /* to 2 places */
    } cases[] = {
        { "[9.1,10)", RAT_HALF_UP, "[9.1,10]", "[9.1,10)" },
        { "[9.1,9.995)", RAT_HALF_UP, "[9.1,9.99]", "[9.1,10)" },
        { "[9.1,9.995]", RAT_HALF_UP, "[9.1,10]", "[9.1,10]" },
        { "[9.1,9.996)", RAT_HALF_UP, "[9.1,10]", "[9.1,10)" },
        { "(9.995,9.998)", RAT_HALF_UP, "10", "10" },
        { "(-0.005,0.005)", RAT_HALF_UP, "0", "(-0.01,0.01)" },
        { "[-0.005,0.005]", RAT_HALF_UP, "[-0.01,0.01]", "[-0.01,0.01]" },
        { "(0.005,0.015)", RAT_HALF_EVEN, "0.01", "(0,0.02)" },
        { "[0.005,0.015]", RAT_HALF_EVEN, "[0,0.02]", "[0,0.02]" },
        { "(1,2)", RAT_UP, "[1.01,2]", "(1,2)" },
        { "(1,2)", RAT_DOWN, "[1,1.99]", "(1,2)" },
        { "[4.2,5.6)", RAT_HALF_UP, "[4.2,5.6]", "[4.2,5.6)" },
        { "[8.001,8.004)", RAT_HALF_UP, "8", "8" },
        { "(8.001,8.004]", RAT_HALF_UP, "8", "8" },
        { "(-,1)", RAT_DOWN, "(-,0.99]", "(-,1)" },
        { "(-,-)", RAT_HALF_UP, "(-,-)", "(-,-)" },
        { "7.125", RAT_HALF_UP, "7.13", "7.13" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Range a = range(cases[i].a), result;
        RangeStatus status = range_round(&a, 2, cases[i].mode, true, &result);
        assert_status(status, &result, cases[i].a, cases[i].evidence);
        status = range_round(&a, 2, cases[i].mode, false, &result);
        assert_status(status, &result, cases[i].a, cases[i].discretion);
    }
}

static void test_questions(void **state) {
    (void)state;
    Range a = range("[1,2)");
    CHECK(range_contains(&a, RAT_ONE) && !range_contains(&a, RAT_INT(2)));
    CHECK(range_is_valid(&a) && !range_is_point(&a));
    Range bad = range_closed(RAT_INT(2), RAT_ONE), empty = range("[1,1)");
    CHECK(!range_is_valid(&bad) && !range_is_valid(&empty));
    bad = range_at_least(RAT_ONE, false);
    CHECK(range_is_valid(&bad));
    bad.hi_open = false;
    CHECK(!range_is_valid(&bad));
    CHECK(range_is_valid(&RANGE_ALL));
    Range b = range("(2,3]"), hull = range_hull(&a, &b), right = range("[1,3]");
    CHECK(range_equal(&hull, &right));
    static const char *const cases[][2] = {
        { "82.5", "82.5" },       { "[8,10]", "8 .. 10" },   { "[8,10)", "8 ..< 10" },
        { "(8,10]", "8 >.. 10" }, { "(8,10)", "8 >..< 10" }, { "[8,-)", "8 .." },
        { "(8,-)", "8 >.." },     { "(-,10]", ".. 10" },     { "(-,10)", "..< 10" },
        { "(-,-)", ".." },        { "[2/3,1]", "2/3 .. 1" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Range x = range(cases[i][0]);
        assert_string_equal(shown(&x), cases[i][1]);
    }
    for (Truth x = TRUTH_NO; x <= TRUTH_UNKNOWN; x++) {
        CHECK(truth_and(x, TRUTH_NO) == TRUTH_NO && truth_and(TRUTH_NO, x) == TRUTH_NO);
        CHECK(truth_or(x, TRUTH_YES) == TRUTH_YES && truth_or(TRUTH_YES, x) == TRUTH_YES);
        CHECK(truth_and(x, TRUTH_YES) == x && truth_or(x, TRUTH_NO) == x);
        CHECK(truth_not(truth_not(x)) == x);
        CHECK(truth_and(x, TRUTH_UNKNOWN) == (x == TRUTH_NO ? TRUTH_NO : TRUTH_UNKNOWN));
    }
}

/* ---- samples */

typedef struct Sampling {
    Rat delta[2]; /* how near to an open end: near, nearer */
    Rat far[2];   /* what stands for infinity */
} Sampling;

typedef VEC(Rat) Rats;

static void add_if_inside(Rats *samples, const Range *a, Rat x) {
    if (range_contains(a, x)) {
        vec_push(samples, x);
    }
}

static Rats sample(const Range *a, const Sampling *how, int level) {
    Rats samples = { 0 };
    Rat delta = how->delta[level], far = how->far[level];
    for (int halves = -10; halves <= 10; halves++) {
        add_if_inside(&samples, a, rat_of(halves, 2));
    }
    Rat near[] = { RAT_ZERO, RAT_ONE, a->lo, a->hi };
    for (int i = 0; i < 4; i++) {
        if ((i == 2 && a->lo_infinite) || (i == 3 && a->hi_infinite)) {
            continue;
        }
        add_if_inside(&samples, a, near[i]);
        add_if_inside(&samples, a, rat_add(near[i], delta));
        add_if_inside(&samples, a, rat_subtract(near[i], delta));
    }
    Rat distant[] = { far, rat_add(far, RAT_ONE) };
    for (int i = 0; i < 2; i++) {
        add_if_inside(&samples, a, distant[i]);
        add_if_inside(&samples, a, rat_negate(distant[i]));
    }
    CHECK(samples.count > 0);
    return samples;
}

/* The value of an operation on numbers; false where it has none. */
typedef bool Point(Rat x, Rat y, Rat *value);

typedef struct Extremes {
    Rat least, greatest;
    bool any;
} Extremes;

static Extremes extremes(Point *point, Rats xs, Rats ys, const Range *result, const char *what) {
    Extremes found = { .any = false };
    for (int i = 0; i < xs.count; i++) {
        for (int j = 0; j < ys.count; j++) {
            Rat value;
            if (!point(xs.at[i], ys.at[j], &value)) {
                continue;
            }
            if (result && !range_contains(result, value)) {
                fail_msg("%s: %.*s with %.*s gives %.*s, not in %s", what,
                         TEXT_ARG(rat_text(xs.at[i])), TEXT_ARG(rat_text(ys.at[j])),
                         TEXT_ARG(rat_text(value)), shown(result));
            }
            if (!found.any || rat_compare(value, found.least) < 0) {
                found.least = value;
            }
            if (!found.any || rat_compare(value, found.greatest) > 0) {
                found.greatest = value;
            }
            found.any = true;
        }
    }
    return found;
}

/* Whether `near`, then `nearer`, go towards an end as they should; sign 1: an upper end. */
static bool end_is_tight(Rat end, bool open, bool infinite, int sign, Rat near, Rat nearer) {
    if (infinite) {
        Rat size = sign > 0 ? nearer : rat_negate(nearer);
        return rat_compare(nearer, near) == sign && rat_compare(size, RAT_INT(100)) > 0;
    }
    if (!open) {
        return rat_equal(nearer, end);
    }
    Rat gap = rat_subtract(end, nearer);
    gap = sign > 0 ? gap : rat_negate(gap);
    return rat_compare(nearer, near) == sign && rat_sign(gap) > 0 &&
           rat_compare(gap, rat_of(1, 10000)) < 0;
}

static void assert_tight(RangeStatus status, const Range *result, Point *point, const Range *a,
                         const Range *b, const Sampling *for_a, const Sampling *for_b,
                         const char *name) {
    Extremes found[2];
    Buf what = { 0 };
    buf_format(&what, "%s of %s and ", name, shown(a));
    range_write(&what, b);
    for (int level = 0; level < 2; level++) {
        found[level] = extremes(point, sample(a, for_a, level), sample(b, for_b, level),
                                status == RANGE_OK ? result : NULL, what.at);
    }
    if (!found[1].any) {
        CHECK(status == RANGE_EMPTY || status == RANGE_ZERO_DIVISOR);
        return;
    }
    if (status != RANGE_OK || !range_is_valid(result)) {
        fail_msg("%s: status %d", what.at, (int)status);
    }
    if (!end_is_tight(result->lo, result->lo_open, result->lo_infinite, -1, found[0].least,
                      found[1].least) ||
        !end_is_tight(result->hi, result->hi_open, result->hi_infinite, 1, found[0].greatest,
                      found[1].greatest)) {
        fail_msg("%s: got %s, samples go from %.*s to %.*s", what.at, shown(result),
                 TEXT_ARG(rat_text(found[1].least)), TEXT_ARG(rat_text(found[1].greatest)));
    }
}

static bool point_add(Rat x, Rat y, Rat *value) {
    *value = rat_add(x, y);
    return true;
}

static bool point_subtract(Rat x, Rat y, Rat *value) {
    *value = rat_subtract(x, y);
    return true;
}

static bool point_multiply(Rat x, Rat y, Rat *value) {
    *value = rat_multiply(x, y);
    return true;
}

static bool point_divide(Rat x, Rat y, Rat *value) {
    if (rat_is_zero(y)) {
        return false;
    }
    *value = rat_divide(x, y);
    return true;
}

static bool point_min(Rat x, Rat y, Rat *value) {
    *value = rat_compare(x, y) < 0 ? x : y;
    return true;
}

static bool point_max(Rat x, Rat y, Rat *value) {
    *value = rat_compare(x, y) > 0 ? x : y;
    return true;
}

static bool point_power(Rat x, Rat y, Rat *value) {
    if (rat_is_integer(y) ? rat_is_zero(x) && rat_sign(y) < 0
                          : rat_sign(x) < 0 || (rat_is_zero(x) && rat_sign(y) < 0)) {
        return false;
    }
    *value = real_power(x, y);
    return true;
}

static bool point_abs(Rat x, Rat y, Rat *value) {
    (void)y;
    *value = rat_sign(x) < 0 ? rat_negate(x) : x;
    return true;
}

static bool point_sqrt(Rat x, Rat y, Rat *value) {
    (void)y;
    if (rat_sign(x) < 0) {
        return false;
    }
    *value = real_sqrt(x);
    return true;
}

static bool point_ln(Rat x, Rat y, Rat *value) {
    (void)y;
    if (rat_sign(x) <= 0) {
        return false;
    }
    *value = real_ln(x);
    return true;
}

static bool point_exp(Rat x, Rat y, Rat *value) {
    (void)y;
    *value = real_exp(x);
    return true;
}

/* ---- the grid: all ranges with ends from the list, open, closed and infinite */

typedef VEC(Range) Ranges;

static Ranges grid(const Rat *ends, int count) {
    Ranges all = { 0 };
    vec_push(&all, RANGE_ALL);
    for (int i = 0; i < count; i++) {
        vec_push(&all, range_point(ends[i]));
        for (int open = 0; open < 2; open++) {
            vec_push(&all, range_at_least(ends[i], open));
            vec_push(&all, range_at_most(ends[i], open));
        }
        for (int j = i + 1; j < count; j++) {
            for (int open = 0; open < 4; open++) {
                Range a = range_closed(ends[i], ends[j]);
                a.lo_open = open & 1;
                a.hi_open = open & 2;
                vec_push(&all, a);
            }
        }
    }
    return all;
}

static Sampling sampling(int near, int nearer, int far, int farther) {
    Rat ten = RAT_INT(10);
    return (Sampling){ { rat_power(ten, near), rat_power(ten, nearer) },
                       { rat_power(ten, far), rat_power(ten, farther) } };
}

static void test_grid_binary(void **state) {
    (void)state;
    static const struct {
        const char *name;
        Binary *operation;
        Point *point;
    } cases[] = {
        { "sum", range_add, point_add },
        { "difference", range_subtract, point_subtract },
        { "product", range_multiply, point_multiply },
        { "quotient", range_divide, point_divide },
        { "min", range_min, point_min },
        { "max", range_max, point_max },
    };
    Rat ends[] = { RAT_INT(-2), RAT_INT(-1), RAT_ZERO, RAT_ONE, RAT_INT(2) };
    Ranges ranges = grid(ends, 5);
    Sampling how = sampling(-6, -9, 6, 9);
    for (int i = 0; i < ranges.count * ranges.count; i += STRIDE) {
        const Range *a = &ranges.at[i / ranges.count], *b = &ranges.at[i % ranges.count];
        for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
            Range result;
            RangeStatus status = cases[k].operation(a, b, &result);
            assert_tight(status, &result, cases[k].point, a, b, &how, &how, cases[k].name);
        }
    }
}

/* So near that 34 digits do not tell the difference. */
static void test_grid_unary(void **state) {
    (void)state;
    static const struct {
        const char *name;
        Unary *operation;
        Point *point;
        int far; /* what stands for infinity: 10^far */
    } cases[] = {
        { "abs", range_abs, point_abs, 6 },
        { "sqrt", range_sqrt, point_sqrt, 6 },
        { "ln", range_ln, point_ln, 1000 },
        { "exp", range_exp, point_exp, 3 },
    };
    Rat ends[] = { RAT_INT(-2), rat_of(-1, 3), RAT_ZERO, RAT_ONE, rat_of(3, 2), RAT_INT(2) };
    Ranges ranges = grid(ends, 6);
    Range one = range_point(RAT_ONE);
    for (int i = 0; i < ranges.count; i++) {
        for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
            int far = cases[k].far;
            Sampling how = sampling(-500, -600, far, far + far / 10 + 1);
            Range result;
            RangeStatus status = cases[k].operation(&ranges.at[i], &result);
            assert_tight(status, &result, cases[k].point, &ranges.at[i], &one, &how, &how,
                         cases[k].name);
        }
    }
}

static void test_grid_power(void **state) {
    (void)state;
    Rat bases[] = { RAT_INT(-2), rat_of(-1, 3), RAT_ZERO, rat_of(2, 3), RAT_ONE, rat_of(9, 4) };
    Rat exponents[] = { RAT_INT(-2), rat_of(-1, 2), RAT_ZERO, RAT_ONE, rat_of(3, 2) };
    Ranges a = grid(bases, 6), b = grid(exponents, 5);
    Sampling for_a = sampling(-70, -80, 40, 50), for_b = sampling(-70, -80, 2, 3);
    /* Few pairs, taken by an odd stride so that all kinds meet: each costs thousands of powers. */
    int stride = 7 * STRIDE;
    for (int i = 0; i < a.count * b.count; i += stride) {
        const Range *x = &a.at[i / b.count], *y = &b.at[i % b.count];
        Range result;
        RangeStatus status = range_power(x, y, &result);
        assert_tight(status, &result, point_power, x, y, &for_a, &for_b, "power");
    }
}

/* Whether all, none or some pairs of samples are so. */
static Truth truth_of(bool (*holds)(Rat, Rat), Rats xs, Rats ys) {
    bool some = false, all = true;
    for (int i = 0; i < xs.count; i++) {
        for (int j = 0; j < ys.count; j++) {
            bool holds_here = holds(xs.at[i], ys.at[j]);
            some = some || holds_here;
            all = all && holds_here;
        }
    }
    return all ? TRUTH_YES : some ? TRUTH_UNKNOWN : TRUTH_NO;
}

static bool is_less(Rat x, Rat y) {
    return rat_compare(x, y) < 0;
}

static bool is_less_equal(Rat x, Rat y) {
    return rat_compare(x, y) <= 0;
}

static void test_grid_questions(void **state) {
    (void)state;
    Rat ends[] = { RAT_INT(-2), RAT_INT(-1), RAT_ZERO, RAT_ONE, RAT_INT(2) };
    Ranges ranges = grid(ends, 5);
    Sampling how = sampling(-6, -9, 6, 9);
    for (int i = 0; i < ranges.count * ranges.count; i += STRIDE) {
        const Range *a = &ranges.at[i / ranges.count], *b = &ranges.at[i % ranges.count];
        Rats xs = sample(a, &how, 0), ys = sample(b, &how, 0);
        assert_int_equal(range_less(a, b), truth_of(is_less, xs, ys));
        assert_int_equal(range_less_equal(a, b), truth_of(is_less_equal, xs, ys));
        assert_int_equal(range_equals(a, b), truth_of(rat_equal, xs, ys));
        int inside = 0;
        Range both, hull = range_hull(a, b);
        bool meet = range_intersect(a, b, &both) == RANGE_OK;
        for (int k = 0; k < xs.count; k++) {
            bool in_b = range_contains(b, xs.at[k]);
            inside += in_b;
            CHECK(in_b == (meet && range_contains(&both, xs.at[k])));
            CHECK(range_contains(&hull, xs.at[k]));
        }
        assert_int_equal(range_within(a, b), inside == xs.count ? TRUTH_YES
                                             : inside == 0      ? TRUTH_NO
                                                                : TRUTH_UNKNOWN);
        CHECK(range_equal(a, b) == (i / ranges.count == i % ranges.count));
        Range image;
        CHECK(range_clamp(a, RAT_INT(-1), RAT_ONE, &image) == RANGE_OK && range_is_valid(&image));
        for (int k = 0; k < xs.count; k++) {
            Rat x = xs.at[k];
            x = rat_compare(x, RAT_ONE) > 0 ? RAT_ONE : x;
            x = rat_compare(x, RAT_INT(-1)) < 0 ? RAT_INT(-1) : x;
            CHECK(range_contains(&image, x));
        }
    }
}

/* ---- random ranges */

static uint64_t random_state;

static uint64_t below(uint64_t n) {
    random_state += 0x9E3779B97F4A7C15u; /* splitmix64 */
    uint64_t z = random_state;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (z ^ z >> 31) % n;
}

static Rat random_rat(void) {
    Rat a = rat_of((int64_t)below(2000001) - 1000000, (int64_t)below(below(2) ? 3 : 10000) + 1);
    return below(10) ? a : rat_multiply(a, rat_power(RAT_INT(10), 15));
}

static Range random_range(void) {
    Rat x = random_rat(), y = random_rat();
    int order = rat_compare(x, y);
    if (order == 0 || below(8) == 0) {
        return range_point(x);
    }
    if (below(8) == 0) {
        return below(2) ? range_at_least(x, below(2)) : range_at_most(x, below(2));
    }
    Range a = order < 0 ? range_closed(x, y) : range_closed(y, x);
    a.lo_open = below(2);
    a.hi_open = below(2);
    return a;
}

/* Results hold every value, and their ends are those of samples as above. */
static void test_random(void **state) {
    (void)state;
    Sampling how = sampling(-40, -50, 40, 50);
    for (int i = 0; i < 3000 / STRIDE; i++) {
        Range a = random_range(), b = random_range(), result;
        RangeStatus status = range_multiply(&a, &b, &result);
        assert_tight(status, &result, point_multiply, &a, &b, &how, &how, "product");
        status = range_divide(&a, &b, &result);
        assert_tight(status, &result, point_divide, &a, &b, &how, &how, "quotient");
        status = range_subtract(&a, &b, &result);
        assert_tight(status, &result, point_subtract, &a, &b, &how, &how, "difference");
    }
}

/* Evidence: what the end itself, or a value a hair inside an open end, rounds to.  Many ends are
   ties or rounded already. */
static void test_random_rounding(void **state) {
    (void)state;
    Rat hair = rat_power(RAT_INT(10), -60);
    for (int i = 0; i < 20000 / STRIDE; i++) {
        Range a =
            range_closed(rat_of((int64_t)below(81) - 40, 2), rat_of((int64_t)below(81) - 40, 2));
        int places = (int)below(5) - 2;
        Rat unit = rat_power(RAT_INT(10), -places);
        if (below(2)) {
            a.hi = rat_add(a.lo, rat_of((int64_t)below(10) + 1, 8));
        }
        a.lo = rat_multiply(a.lo, unit);
        a.hi = rat_multiply(a.hi, unit);
        a.lo_open = below(2);
        a.hi_open = below(2);
        if (!range_is_valid(&a)) {
            continue;
        }
        Rat lo = a.lo_open ? rat_add(a.lo, hair) : a.lo,
            hi = a.hi_open ? rat_subtract(a.hi, hair) : a.hi;
        for (RatRounding mode = RAT_HALF_UP; mode <= RAT_DOWN; mode++) {
            Range result,
                right = range_closed(rat_round(lo, places, mode), rat_round(hi, places, mode));
            CHECK(range_round(&a, places, mode, true, &result) == RANGE_OK);
            if (!range_equal(&result, &right)) {
                fail_msg("%s to %d places by mode %d: got %s, expected %s", shown(&a), places,
                         (int)mode, shown(&result), shown(&right));
            }
            CHECK(range_round(&a, places, mode, false, &result) == RANGE_OK);
            CHECK(range_is_valid(&result));
        }
    }
}

int main(void) {
    mem_init();
    const char *seed = getenv("SEED");
    random_state = seed ? strtoull(seed, NULL, 10) : (uint64_t)time(NULL);
    printf("SEED=%llu\n", (unsigned long long)random_state);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arithmetic),  cmocka_unit_test(test_powers),
        cmocka_unit_test(test_functions),   cmocka_unit_test(test_clamp),
        cmocka_unit_test(test_rounding),    cmocka_unit_test(test_questions),
        cmocka_unit_test(test_grid_binary), cmocka_unit_test(test_grid_unary),
        cmocka_unit_test(test_grid_power),  cmocka_unit_test(test_grid_questions),
        cmocka_unit_test(test_random),      cmocka_unit_test(test_random_rounding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
