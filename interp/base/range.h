/* range.h - a range of numbers lo..hi: ends exact, open or closed, or infinite (then open).  An ordinary number
   has lo = hi, both closed.  MEANING S3: an operation gives the smallest range that holds its results for all
   values of its operands, each operand independent; an end is closed exactly if it is attained. */
#ifndef HENG_RANGE_H
#define HENG_RANGE_H

#include "base/rat.h"

typedef struct Range {
    Rat lo, hi;                     /* not read where infinite */
    bool lo_open, hi_open;          /* the end itself is left out; always true where infinite */
    bool lo_infinite, hi_infinite;
} Range;

/* What an operation can say besides its range. */
typedef enum RangeStatus {
    RANGE_OK,
    RANGE_EMPTY,          /* no value has a result (an intersection, the root of a negative) */
    RANGE_ZERO_DIVISOR,   /* the divisor is exactly 0 */
    RANGE_HUGE            /* a number grew beyond RAT_BITS_MAX */
} RangeStatus;

typedef enum Truth { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN } Truth;

#define RANGE_ALL \
    ((Range){ { { 0 }, 1 }, { { 0 }, 1 }, true, true, true, true })

Range range_point(Rat a);
Range range_closed(Rat lo, Rat hi);
Range range_at_least(Rat lo, bool open); /* lo or more (more than lo) */
Range range_at_most(Rat hi, bool open);
bool range_is_point(const Range *a);
bool range_is_valid(const Range *a);     /* lo < hi, or lo = hi and closed; infinite ends open */
bool range_equal(const Range *a, const Range *b);
bool range_contains(const Range *a, Rat x);

Range range_hull(const Range *a, const Range *b);
RangeStatus range_intersect(const Range *a, const Range *b, Range *result); /* OK or EMPTY */

/* Arithmetic.  *result is untouched unless RANGE_OK.  0 times an infinite end counts as 0. */
RangeStatus range_negate(const Range *a, Range *result);
RangeStatus range_add(const Range *a, const Range *b, Range *result);
RangeStatus range_subtract(const Range *a, const Range *b, Range *result);
RangeStatus range_multiply(const Range *a, const Range *b, Range *result);
RangeStatus range_divide(const Range *a, const Range *b, Range *result); /* leaves out the divisor 0 */
RangeStatus range_power(const Range *a, const Range *b, Range *result);  /* base >= 0, or whole exponent */
RangeStatus range_min(const Range *a, const Range *b, Range *result);
RangeStatus range_max(const Range *a, const Range *b, Range *result);
RangeStatus range_abs(const Range *a, Range *result);
RangeStatus range_sqrt(const Range *a, Range *result);  /* the part below 0 is left out */
RangeStatus range_ln(const Range *a, Range *result);    /* the part at or below 0 is left out */
RangeStatus range_exp(const Range *a, Range *result);

/* The nearest values to a's from lo to hi: the image, so 1.2..1.5 clamped to 0..1 is the point 1. */
RangeStatus range_clamp(const Range *a, Rat lo, Rat hi, Range *result);

/* S6.  `evidence`: the range of all rounded values, ends attained (from 9.1 ..< 9.995 comes 9.1 .. 10.00
   where rounding reaches it).  Otherwise (discretion) the ends are rounded and stay open or closed; if nothing is
   left, the lower end. */
RangeStatus range_round(const Range *a, int places, RatRounding mode, bool evidence, Range *result);

/* Comparisons: yes or no where every pair of values agrees, else unknown. */
Truth range_less(const Range *a, const Range *b);          /* a < b */
Truth range_less_equal(const Range *a, const Range *b);
Truth range_equals(const Range *a, const Range *b);
Truth range_within(const Range *a, const Range *b);        /* every value of a lies in b: yes; none: no */
Truth truth_not(Truth a);
Truth truth_and(Truth a, Truth b);
Truth truth_or(Truth a, Truth b);

/* "82.5", "8 .. 10", "8 ..< 10", ">.. <" spellings of the language: "8 >.. 10" leaves out 8; infinite ends
   are written "..". Machine-form numbers. */
void range_write(Buf *buf, const Range *a);

#endif
