/* arith.h - operations on values: ranges, units, where uncertainty comes from (MEANING S3, S6, S11). */
#ifndef HENG_ARITH_H
#define HENG_ARITH_H

#include "engine/program.h"

/* a op b for ADD SUBTRACT MULTIPLY DIVIDE POWER.  What is not applicable gives VALUE_NA, no result VALUE_ERROR. */
Value arith_binary(Units *units, OpCode code, const Value *a, const Value *b);
Value arith_negate(const Value *a);
Value arith_function(OpCode code, const Value *a);  /* ABS SQRT LN EXP FLOOR */
Value arith_round(Units *units, const Value *a, const Value *places, RatRounding mode);
Value arith_clamp(const Value *a, const Value *lo, const Value *hi);
Value arith_least(const Value *a, const Value *b);  /* units as a's */
Value arith_greatest(const Value *a, const Value *b);

/* a compared with b: VALUE_TRUTH, or an error where they cannot be compared. */
Value arith_compare(Units *units, int comparison, const Value *a, const Value *b);
Value arith_in(Units *units, const Value *a, const Value *b);
Value arith_and(const Value *a, const Value *b);
Value arith_or(const Value *a, const Value *b);
Value arith_not(const Value *a);

Value arith_meets(Units *units, const Value *actual, const Value *target);
Value arith_narrow(Units *units, const Value *a, const Value *b, int comparison);
Value arith_narrow_meets(Units *units, const Value *actual, const Value *target, bool met);
Value arith_range(const Value *lo, const Value *hi, int open);

/* y at x over `count` / 4 pieces x0 x1 y0 y1; `level`: it goes on level beyond the ends. */
Value arith_linear(const Value *x, const Value *const *pieces, int count, bool level);

/* Builtin `mode` over `count` values, lists among them; what is not applicable is left out. */
Value arith_aggregate(Units *units, Builtin mode, const Value *const *values, int count);
Value arith_rank(Units *units, const Value *x, const Value *list);

/* A number where `a` is one or may be any; false where it is neither. */
bool arith_number(const Value *a, Value *number);

#endif
