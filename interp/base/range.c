/* range.c - arithmetic on ranges.  Most operations list the limits of the result as one operand's
   end meets another's (struct Limits): each is a value, or infinite, and attained or not.  The least
   and greatest are the ends, closed where any limit of that value is attained.  Rounded functions
   (MEANING S21: sqrt, ln, exp and fractional powers *are* their values to 34 digits) are steps:
   values just inside an open end have the same 34 digits as the end, so the image of an open end is
   attained.  There are two exceptions: 0, to which nothing else is rounded, and an end reached from
   below whose true value is half way between two such numbers (before_tie). */
#include "base/range.h"

#include <assert.h>

#include "base/real.h"

/* ---- ends and limits */

/* Where a range ends, or what an operation tends to there.  infinity: -1, 1, or 0 for `value`. */
typedef struct Limit {
    Rat value;
    int infinity;
    bool attained;
} Limit;

static Limit low_end(const Range *a) {
    return (Limit){ a->lo, a->lo_infinite ? -1 : 0, !a->lo_open && !a->lo_infinite };
}

static Limit high_end(const Range *a) {
    return (Limit){ a->hi, a->hi_infinite ? 1 : 0, !a->hi_open && !a->hi_infinite };
}

static int limit_compare(Limit a, Limit b) {
    if (a.infinity || b.infinity) {
        return (a.infinity > b.infinity) - (a.infinity < b.infinity);
    }
    return rat_compare(a.value, b.value);
}

static int limit_sign(Limit a) {
    return a.infinity ? a.infinity : rat_sign(a.value);
}

static Limit limit_negate(Limit a) {
    return (Limit){ a.infinity ? RAT_ZERO : rat_negate(a.value), -a.infinity, a.attained };
}

/* The range from `low` to `high`, its unread fields set to look alike. */
static Range range_from(Limit low, Limit high) {
    return (Range){
        .lo = low.infinity ? RAT_ZERO : low.value,
        .hi = high.infinity ? RAT_ZERO : high.value,
        .lo_open = low.infinity || !low.attained,
        .hi_open = high.infinity || !high.attained,
        .lo_infinite = low.infinity != 0,
        .hi_infinite = high.infinity != 0,
    };
}

/* The smallest range over all limits added to it. */
typedef struct Limits {
    Limit low, high;
    bool any, huge;
} Limits;

static void limits_add(Limits *all, Limit limit) {
    if (!limit.infinity && rat_is_huge(limit.value)) {
        all->huge = true;
        return;
    }
    if (!all->any) {
        all->low = all->high = limit;
        all->any = true;
        return;
    }
    int below = limit_compare(limit, all->low), above = limit_compare(limit, all->high);
    if (below < 0 || (below == 0 && limit.attained)) {
        all->low = limit;
    }
    if (above > 0 || (above == 0 && limit.attained)) {
        all->high = limit;
    }
}

static void limits_add_range(Limits *all, const Range *a) {
    limits_add(all, low_end(a));
    limits_add(all, high_end(a));
}

static RangeStatus limits_give(const Limits *all, Range *result) {
    if (all->huge) {
        return RANGE_HUGE;
    }
    if (!all->any) {
        return RANGE_EMPTY;
    }
    *result = range_from(all->low, all->high);
    return RANGE_OK;
}

/* ---- making and asking */

Range range_point(Rat a) {
    return range_closed(a, a);
}

Range range_closed(Rat lo, Rat hi) {
    return (Range){ .lo = lo, .hi = hi };
}

Range range_at_least(Rat lo, bool open) {
    return (
        Range){ .lo = lo, .hi = RAT_ZERO, .lo_open = open, .hi_open = true, .hi_infinite = true };
}

Range range_at_most(Rat hi, bool open) {
    return (
        Range){ .lo = RAT_ZERO, .hi = hi, .lo_open = true, .hi_open = open, .lo_infinite = true };
}

bool range_is_point(const Range *a) {
    return !a->lo_infinite && !a->hi_infinite && rat_equal(a->lo, a->hi);
}

bool range_is_valid(const Range *a) {
    if ((a->lo_infinite && !a->lo_open) || (a->hi_infinite && !a->hi_open) ||
        (!a->lo_infinite && rat_is_huge(a->lo)) || (!a->hi_infinite && rat_is_huge(a->hi))) {
        return false;
    }
    int order = limit_compare(low_end(a), high_end(a));
    return order < 0 || (order == 0 && !a->lo_open && !a->hi_open);
}

static bool same_end(Limit a, Limit b) {
    return limit_compare(a, b) == 0 && a.attained == b.attained;
}

bool range_equal(const Range *a, const Range *b) {
    return same_end(low_end(a), low_end(b)) && same_end(high_end(a), high_end(b));
}

bool range_contains(const Range *a, Rat x) {
    Limit point = { x, 0, true };
    int above_low = limit_compare(point, low_end(a)),
        below_high = limit_compare(high_end(a), point);
    return (above_low > 0 || (above_low == 0 && !a->lo_open)) &&
           (below_high > 0 || (below_high == 0 && !a->hi_open));
}

Range range_hull(const Range *a, const Range *b) {
    Limits all = { .any = false };
    limits_add_range(&all, a);
    limits_add_range(&all, b);
    return range_from(all.low, all.high);
}

/* The greater of two ends, or the lesser; where they are the same, attained only if both are. */
static Limit inner_end(Limit a, Limit b, bool greater) {
    int order = limit_compare(a, b);
    if (order == 0) {
        a.attained = a.attained && b.attained;
        return a;
    }
    return (order > 0) == greater ? a : b;
}

RangeStatus range_intersect(const Range *a, const Range *b, Range *result) {
    Range both = range_from(inner_end(low_end(a), low_end(b), true),
                            inner_end(high_end(a), high_end(b), false));
    if (!range_is_valid(&both)) {
        return RANGE_EMPTY;
    }
    *result = both;
    return RANGE_OK;
}

/* ---- arithmetic */

RangeStatus range_negate(const Range *a, Range *result) {
    Limits all = { .any = false };
    limits_add(&all, limit_negate(low_end(a)));
    limits_add(&all, limit_negate(high_end(a)));
    return limits_give(&all, result);
}

static Limit add(Limit a, Limit b) {
    if (a.infinity || b.infinity) {
        return (Limit){ RAT_ZERO, a.infinity ? a.infinity : b.infinity, false };
    }
    return (Limit){ rat_add(a.value, b.value), 0, a.attained && b.attained };
}

RangeStatus range_add(const Range *a, const Range *b, Range *result) {
    Limits all = { .any = false };
    limits_add(&all, add(low_end(a), low_end(b)));
    limits_add(&all, add(high_end(a), high_end(b)));
    return limits_give(&all, result);
}

RangeStatus range_subtract(const Range *a, const Range *b, Range *result) {
    Limits all = { .any = false };
    limits_add(&all, add(low_end(a), limit_negate(high_end(b))));
    limits_add(&all, add(high_end(a), limit_negate(low_end(b))));
    return limits_give(&all, result);
}

/* A factor 0 that is attained gives 0 with any other factor, so also where the other end is open or
   infinite. */
static Limit multiply(Limit a, Limit b) {
    int a_sign = limit_sign(a), b_sign = limit_sign(b);
    if (a_sign == 0 || b_sign == 0) {
        bool attained = (a_sign == 0 && a.attained) || (b_sign == 0 && b.attained);
        return (Limit){ RAT_ZERO, 0, attained };
    }
    if (a.infinity || b.infinity) {
        return (Limit){ RAT_ZERO, a_sign * b_sign, false };
    }
    return (Limit){ rat_multiply(a.value, b.value), 0, a.attained && b.attained };
}

static void add_products(Limits *all, const Range *a, const Range *b) {
    limits_add(all, multiply(low_end(a), low_end(b)));
    limits_add(all, multiply(low_end(a), high_end(b)));
    limits_add(all, multiply(high_end(a), low_end(b)));
    limits_add(all, multiply(high_end(a), high_end(b)));
}

RangeStatus range_multiply(const Range *a, const Range *b, Range *result) {
    Limits all = { .any = false };
    add_products(&all, a, b);
    return limits_give(&all, result);
}

/* The part of `a` on one side of 0 (sign -1 or 1), 0 left out; false where there is none. */
static bool part_beside_zero(const Range *a, int sign, Range *part) {
    Range side = sign > 0 ? range_at_least(RAT_ZERO, true) : range_at_most(RAT_ZERO, true);
    return range_intersect(a, &side, part) == RANGE_OK;
}

/* 1 / end of a range on one side of 0. */
static Limit invert(Limit a, int sign) {
    if (a.infinity) {
        return (Limit){ RAT_ZERO, 0, false };
    }
    if (rat_is_zero(a.value)) {
        return (Limit){ RAT_ZERO, sign, false };
    }
    return (Limit){ rat_divide(RAT_ONE, a.value), 0, a.attained };
}

/* 1 / part, for a part that part_beside_zero gave. */
static Range reciprocal(const Range *part, int sign) {
    return range_from(invert(high_end(part), sign), invert(low_end(part), sign));
}

static bool is_zero(const Range *a) {
    return range_is_point(a) && rat_is_zero(a->lo);
}

RangeStatus range_divide(const Range *a, const Range *b, Range *result) {
    Limits all = { .any = false };
    if (is_zero(b)) {
        return RANGE_ZERO_DIVISOR;
    }
    for (int sign = -1; sign <= 1; sign += 2) {
        Range part;
        if (part_beside_zero(b, sign, &part)) {
            part = reciprocal(&part, sign);
            add_products(&all, a, &part);
        }
    }
    return limits_give(&all, result);
}

RangeStatus range_abs(const Range *a, Range *result) {
    Limits all = { .any = false };
    Limit low = low_end(a), high = high_end(a);
    if (limit_sign(low) < 0 && limit_sign(high) > 0) {
        limits_add(&all, (Limit){ RAT_ZERO, 0, true });
    }
    limits_add(&all, limit_sign(low) < 0 ? limit_negate(low) : low);
    limits_add(&all, limit_sign(high) < 0 ? limit_negate(high) : high);
    return limits_give(&all, result);
}

/* The lesser of two ends; where they are the same, attained if either is. */
static Limit outer_low(Limit a, Limit b) {
    int order = limit_compare(a, b);
    return order < 0 || (order == 0 && a.attained) ? a : b;
}

static Limit outer_high(Limit a, Limit b) {
    int order = limit_compare(a, b);
    return order > 0 || (order == 0 && a.attained) ? a : b;
}

/* min reaches a low end as soon as one operand does, a common high end only if both do; max the
   other way. */
RangeStatus range_min(const Range *a, const Range *b, Range *result) {
    *result =
        range_from(outer_low(low_end(a), low_end(b)), inner_end(high_end(a), high_end(b), false));
    return RANGE_OK;
}

RangeStatus range_max(const Range *a, const Range *b, Range *result) {
    *result =
        range_from(inner_end(low_end(a), low_end(b), true), outer_high(high_end(a), high_end(b)));
    return RANGE_OK;
}

/* An end moved into lo..hi.  One that moves is attained, for the values near it land there as well;
   so does an open end already on the far limit, from which all values are moved back. */
static Limit clamp_end(Limit end, Rat lo, Rat hi, bool is_low) {
    int from_lo = limit_compare(end, (Limit){ lo, 0, true });
    int from_hi = limit_compare(end, (Limit){ hi, 0, true });
    if (from_lo < 0 || (from_lo == 0 && !is_low)) {
        return (Limit){ lo, 0, true };
    }
    if (from_hi > 0 || (from_hi == 0 && is_low)) {
        return (Limit){ hi, 0, true };
    }
    return end;
}

RangeStatus range_clamp(const Range *a, Rat lo, Rat hi, Range *result) {
    if (rat_is_huge(lo) || rat_is_huge(hi)) {
        return RANGE_HUGE;
    }
    assert(rat_compare(lo, hi) <= 0);
    *result =
        range_from(clamp_end(low_end(a), lo, hi, true), clamp_end(high_end(a), lo, hi, false));
    return RANGE_OK;
}

/* ---- rounded functions */

/* The image of an end under a rounded function without ties.  Only 0 has no other values rounded to
   it. */
static Limit image(Rat (*function)(Rat), Limit end) {
    if (end.infinity) {
        return end;
    }
    Rat value = function(end.value);
    return (Limit){ value, 0, end.attained || !rat_is_zero(value) };
}

/* The number of 34 digits below `there` where `exact` is half way between the two; else `there`.
   Half up, such a tie goes to the greater number, while everything smaller goes to the lesser. */
static Rat before_tie(Rat there, Rat exact) {
    if (rat_is_huge(there) || rat_compare(exact, there) >= 0) {
        return there;
    }
    Rat tiny =
        rat_power(RAT_INT(10), -2 * REAL_DIGITS); /* too small a part to cross a second tie */
    Rat lesser = real_round(rat_multiply(exact, rat_subtract(RAT_ONE, tiny)));
    Rat tie = rat_divide(rat_add(lesser, there), RAT_INT(2));
    return rat_equal(tie, exact) ? lesser : there;
}

/* What x^y rounds to, as a limit.  `above`: reached from smaller results only. */
static Rat rounded_power(Rat x, Rat y, bool above) {
    Rat exact;
    if (!real_power_exact(x, y, &exact)) {
        return real_power(x, y);
    }
    Rat there = real_round(exact);
    return above ? before_tie(there, exact) : there;
}

RangeStatus range_sqrt(const Range *a, Range *result) {
    Range part, from_zero = range_at_least(RAT_ZERO, false);
    if (range_intersect(a, &from_zero, &part) != RANGE_OK) {
        return RANGE_EMPTY;
    }
    /* Numbers above 0 are never rounded to 0: an open 0 stays open. */
    Limits all = { .any = false };
    Limit low = low_end(&part), high = high_end(&part);
    low.attained = low.attained || !rat_is_zero(low.value);
    low.value = real_sqrt(low.value);
    limits_add(&all, low);
    if (!high.infinity) {
        high.value = rounded_power(high.value, rat_of(1, 2), !high.attained);
        high.attained = high.attained || !rat_is_zero(high.value);
    }
    limits_add(&all, high);
    return limits_give(&all, result);
}

RangeStatus range_ln(const Range *a, Range *result) {
    Range part;
    if (!part_beside_zero(a, 1, &part)) {
        return RANGE_EMPTY;
    }
    Limits all = { .any = false };
    Limit low = low_end(&part);
    if (rat_is_zero(low.value)) {
        low.infinity = -1;
    }
    limits_add(&all, image(real_ln, low));
    limits_add(&all, image(real_ln, high_end(&part)));
    return limits_give(&all, result);
}

RangeStatus range_exp(const Range *a, Range *result) {
    Limits all = { .any = false };
    if (a->lo_infinite) {
        limits_add(&all, (Limit){ RAT_ZERO, 0, false });
    } else {
        limits_add(&all, image(real_exp, low_end(a)));
    }
    limits_add(&all, image(real_exp, high_end(a)));
    return limits_give(&all, result);
}

/* ---- powers */

/* a^n for one whole n: exact, so ends are attained as they were. */
static RangeStatus whole_power(const Range *a, Rat n, Range *result) {
    if (rat_is_zero(n)) {
        *result = range_point(RAT_ONE);
        return RANGE_OK;
    }
    if (rat_sign(n) < 0) {
        Range power, one = range_point(RAT_ONE);
        if (is_zero(a)) {
            return RANGE_ZERO_DIVISOR;
        }
        RangeStatus status = whole_power(a, rat_negate(n), &power);
        return status == RANGE_OK ? range_divide(&one, &power, result) : status;
    }
    Range base = *a;
    if (rat_is_integer(rat_divide(n, RAT_INT(2)))) { /* even */
        range_abs(a, &base);
    }
    Limits all = { .any = false };
    Limit ends[2] = { low_end(&base), high_end(&base) };
    for (int i = 0; i < 2; i++) {
        if (!ends[i].infinity) {
            ends[i].value = real_power(ends[i].value, n);
        }
        limits_add(&all, ends[i]);
    }
    return limits_give(&all, result);
}

/* The least and greatest whole numbers in `a` of the given parity (0, 1; -1: any), infinite where a
   is; false where there is none. */
static bool whole_ends(const Range *a, int parity, Limit *least, Limit *greatest) {
    Rat step = RAT_INT(parity < 0 ? 1 : 2), first = RAT_INT(parity < 0 ? 0 : parity);
    *least = low_end(a);
    *greatest = high_end(a);
    if (!least->infinity) { /* first + step * k, for the least k that is in a */
        Rat k = rat_round(rat_divide(rat_subtract(a->lo, first), step), 0, RAT_UP);
        least->value = rat_add(first, rat_multiply(step, k));
        if (a->lo_open && rat_equal(least->value, a->lo)) {
            least->value = rat_add(least->value, step);
        }
    }
    if (!greatest->infinity) {
        Rat k = rat_floor(rat_divide(rat_subtract(a->hi, first), step));
        greatest->value = rat_add(first, rat_multiply(step, k));
        if (a->hi_open && rat_equal(greatest->value, a->hi)) {
            greatest->value = rat_subtract(greatest->value, step);
        }
    }
    return limit_compare(*least, *greatest) <= 0;
}

/* x^y for whole y alone (y.infinity: what it tends to), x >= 0 and y > 0. */
static Limit exact_corner(Limit x, Limit y) {
    int against_one = limit_compare(x, (Limit){ RAT_ONE, 0, true });
    if (x.infinity || against_one == 0 || rat_is_zero(x.value)) {
        return x; /* infinite, 1, 0 */
    }
    if (y.infinity) {
        return (Limit){ RAT_ZERO, against_one > 0, false };
    }
    return (Limit){ real_power(x.value, y.value), 0, x.attained };
}

/* x^y for y that are not whole, and so rounded, where x and y may be ends that are left out.
   `above`: the corner is asked for as the greatest of all results. */
static Limit rounded_corner(Limit x, Limit y, bool above) {
    if (x.infinity || y.infinity || rat_is_zero(x.value)) {
        return exact_corner(x, y);
    }
    bool itself = x.attained && y.attained && !rat_is_integer(y.value);
    return (Limit){ rounded_power(x.value, y.value, above && !itself), 0, true };
}

/* Adds x^y for x >= 0 and y > 0, y not one whole number.  x^y is monotone in each of x and y while
   the other stays, so its extremes lie at corners; a corner at a whole y is exact there and rounded
   for the y beside it. */
static void add_powers(Limits *all, const Range *x, const Range *y) {
    Limits low = { .any = false }, high = { .any = false };
    Limit ends[2] = { low_end(x), high_end(x) }, exponents[2] = { low_end(y), high_end(y) };
    Limit whole[2];
    bool any_whole = whole_ends(y, -1, &whole[0], &whole[1]);
    for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
            limits_add(&low, rounded_corner(ends[i], exponents[j], false));
            limits_add(&high, rounded_corner(ends[i], exponents[j], true));
            if (any_whole) {
                limits_add(all, exact_corner(ends[i], whole[j]));
            }
        }
    }
    all->huge = all->huge || low.huge || high.huge;
    if (!all->huge) {
        limits_add(all, low.low);
        limits_add(all, high.high);
    }
}

/* Adds x^n for x < 0 and all whole n in y: for each parity the extremes are at its least and
   greatest n. */
static void add_negative_powers(Limits *all, const Range *x, const Range *y) {
    Range size;
    range_negate(x, &size);
    Limit one = { RAT_ONE, 0, true };
    if ((y->hi_infinite && limit_compare(high_end(&size), one) > 0) ||
        (y->lo_infinite && limit_compare(low_end(&size), one) < 0)) {
        limits_add_range(all, &RANGE_ALL); /* both signs, of any size */
    }
    for (int parity = 0; parity < 2; parity++) {
        Limit ends[2];
        if (!whole_ends(y, parity, &ends[0], &ends[1])) {
            continue;
        }
        for (int i = 0; i < 2; i++) {
            Range power;
            RangeStatus status =
                ends[i].infinity ? RANGE_EMPTY : whole_power(x, ends[i].value, &power);
            if (status == RANGE_OK) {
                limits_add_range(all, &power);
            }
            all->huge = all->huge || status == RANGE_HUGE;
        }
    }
}

RangeStatus range_power(const Range *a, const Range *b, Range *result) {
    if (range_is_point(b) && rat_is_integer(b->lo)) {
        return whole_power(a, b->lo, result);
    }
    Limits all = { .any = false };
    Range base, exponent, from_zero = range_at_least(RAT_ZERO, false);
    if (range_contains(b, RAT_ZERO)) {
        limits_add(&all, (Limit){ RAT_ONE, 0, true });
    }
    if (part_beside_zero(a, -1, &base)) {
        add_negative_powers(&all, &base, b);
    }
    if (part_beside_zero(b, 1, &exponent) && range_intersect(a, &from_zero, &base) == RANGE_OK) {
        add_powers(&all, &base, &exponent);
    }
    if (part_beside_zero(b, -1, &exponent) && part_beside_zero(a, 1, &base)) {
        base = reciprocal(&base, 1); /* x^-y = (1/x)^y */
        range_negate(&exponent, &exponent);
        add_powers(&all, &base, &exponent);
    }
    if (!all.any && !all.huge && is_zero(a)) {
        return RANGE_ZERO_DIVISOR;
    }
    return limits_give(&all, result);
}

/* ---- rounding */

/* What values just above `end` (below it, where it is a high end) round to. */
static Rat round_beside(Rat end, bool is_low, int places, RatRounding mode) {
    Rat up = rat_round(end, places, RAT_UP), down = rat_round(end, places, RAT_DOWN);
    Rat inward = is_low ? up : down;
    if (rat_is_huge(up) || rat_is_huge(down)) {
        return RAT_HUGE;
    }
    if (!rat_equal(up, down)) { /* between two rounded values */
        Rat middle = rat_divide(rat_add(up, down), RAT_INT(2));
        bool nearest = mode == RAT_HALF_UP || mode == RAT_HALF_EVEN;
        return nearest && rat_equal(end, middle) ? inward : rat_round(end, places, mode);
    }
    if (is_low && mode == RAT_UP) {
        return rat_add(end, rat_power(RAT_INT(10), -(int64_t)places));
    }
    if (!is_low && mode == RAT_DOWN) {
        return rat_subtract(end, rat_power(RAT_INT(10), -(int64_t)places));
    }
    return end;
}

static Limit round_end(Limit end, bool is_low, int places, RatRounding mode, bool evidence) {
    if (end.infinity || rat_is_huge(end.value)) {
        return end;
    }
    if (end.attained || !evidence) {
        return (Limit){ rat_round(end.value, places, mode), 0, end.attained };
    }
    return (Limit){ round_beside(end.value, is_low, places, mode), 0, true };
}

RangeStatus range_round(const Range *a, int places, RatRounding mode, bool evidence,
                        Range *result) {
    Limit low = round_end(low_end(a), true, places, mode, evidence);
    Limit high = round_end(high_end(a), false, places, mode, evidence);
    if ((!low.infinity && rat_is_huge(low.value)) || (!high.infinity && rat_is_huge(high.value))) {
        return RANGE_HUGE;
    }
    Range rounded = range_from(low, high);
    *result = range_is_valid(&rounded) ? rounded : range_point(low.value);
    return RANGE_OK;
}

/* ---- comparisons */

/* Whether every value of `a` is below every value of `b`, or equal to it where `or_equal`. */
static bool all_below(const Range *a, const Range *b, bool or_equal) {
    if (a->hi_infinite || b->lo_infinite) {
        return false;
    }
    int order = rat_compare(a->hi, b->lo);
    return order < 0 || (order == 0 && (or_equal || a->hi_open || b->lo_open));
}

Truth range_less(const Range *a, const Range *b) {
    return all_below(a, b, false) ? TRUTH_YES : all_below(b, a, true) ? TRUTH_NO : TRUTH_UNKNOWN;
}

Truth range_less_equal(const Range *a, const Range *b) {
    return truth_not(range_less(b, a));
}

static bool are_apart(const Range *a, const Range *b) {
    return all_below(a, b, false) || all_below(b, a, false);
}

Truth range_equals(const Range *a, const Range *b) {
    if (range_is_point(a) && range_is_point(b) && rat_equal(a->lo, b->lo)) {
        return TRUTH_YES;
    }
    return are_apart(a, b) ? TRUTH_NO : TRUTH_UNKNOWN;
}

Truth range_within(const Range *a, const Range *b) {
    Range both;
    if (range_intersect(a, b, &both) != RANGE_OK) {
        return TRUTH_NO;
    }
    return range_equal(&both, a) ? TRUTH_YES : TRUTH_UNKNOWN;
}

Truth truth_not(Truth a) {
    return a == TRUTH_UNKNOWN ? TRUTH_UNKNOWN : a == TRUTH_YES ? TRUTH_NO : TRUTH_YES;
}

Truth truth_and(Truth a, Truth b) {
    if (a == TRUTH_NO || b == TRUTH_NO) {
        return TRUTH_NO;
    }
    return a == TRUTH_YES && b == TRUTH_YES ? TRUTH_YES : TRUTH_UNKNOWN;
}

Truth truth_or(Truth a, Truth b) {
    return truth_not(truth_and(truth_not(a), truth_not(b)));
}

/* ---- writing */

void range_write(Buf *buf, const Range *a) {
    if (range_is_point(a)) {
        rat_write(buf, a->lo);
        return;
    }
    if (!a->lo_infinite) {
        rat_write(buf, a->lo);
        buf_add_z(buf, a->lo_open ? " >" : " ");
    }
    buf_add_z(buf, "..");
    if (!a->hi_infinite) {
        buf_add_z(buf, a->hi_open ? "< " : " ");
        rat_write(buf, a->hi);
    }
}
