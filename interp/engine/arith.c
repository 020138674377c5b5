#include "engine/arith.h"

#define UNCERTAIN (VALUE_EVIDENCE | VALUE_FROM_MISSING)

/* What an operand that is no number makes of the result; true where that settles it. */
static bool settles(const Value *a, Value *result) {
    switch ((ValueKind)a->kind) {
    case VALUE_ERROR:
    case VALUE_NA: *result = *a; return true;
    case VALUE_NUMBER:
    case VALUE_MISSING: return false;
    case VALUE_TRUTH:
    case VALUE_TEXT:
    case VALUE_LEVEL:
    case VALUE_DONE:
    case VALUE_TARGET:
    case VALUE_LIST: break;
    }
    *result = value_error(ERROR_KIND);
    return true;
}

bool arith_number(const Value *a, Value *number) {
    static const Range all = RANGE_ALL;
    if (a->kind == VALUE_MISSING) {
        *number = value_range(all, UNIT_NONE, a->flags | UNCERTAIN);
        return true;
    }
    *number = *a;
    return a->kind == VALUE_NUMBER;
}

/* Both as numbers; a missing one takes the other's unit.  False: *result is settled. */
static bool two_numbers(const Value *a, const Value *b, Value *x, Value *y, Value *result) {
    if (settles(a, result)) {
        if (a->kind == VALUE_NA && b->kind == VALUE_ERROR) *result = *b;
        return false;
    }
    if (settles(b, result)) return false;
    arith_number(a, x);
    arith_number(b, y);
    if (a->kind == VALUE_MISSING) x->unit = y->unit;
    if (b->kind == VALUE_MISSING) y->unit = x->unit;
    return true;
}

static Value from_status(RangeStatus status, const Range *range, UnitId unit, unsigned flags) {
    switch (status) {
    case RANGE_OK: break;
    case RANGE_EMPTY: return value_error(ERROR_DOMAIN);
    case RANGE_ZERO_DIVISOR: return value_error(ERROR_ZERO_DIVISOR);
    case RANGE_HUGE: return value_error(ERROR_HUGE);
    }
    if (range_is_point(range)) flags &= VALUE_DOUBT;
    return value_range(*range, unit, flags);
}

static bool is_zero(const Value *a) {
    return a->kind == VALUE_NUMBER && range_is_point(&a->range) && rat_is_zero(a->range.lo);
}

static Value add_dates(OpCode code, const Value *x, const Value *y, unsigned flags) {
    Range range;
    bool both = x->unit == UNIT_DATE && y->unit == UNIT_DATE;
    if (code == OP_SUBTRACT && both) { /* days between, kept in seconds like every duration */
        static const Rat day = { { 86400 }, 1 };
        Range difference, scale = range_point(day);
        RangeStatus status = range_subtract(&x->range, &y->range, &difference);
        if (status == RANGE_OK) status = range_multiply(&difference, &scale, &range);
        return from_status(status, &range, UNIT_DAY, flags);
    }
    if (both || y->unit == UNIT_DATE) return value_error(ERROR_UNIT);
    Range days, scale = range_point(rat_of(1, 86400));
    RangeStatus status = range_multiply(&y->range, &scale, &days);
    if (status == RANGE_OK)
        status = code == OP_ADD ? range_add(&x->range, &days, &range) : range_subtract(&x->range, &days, &range);
    return from_status(status, &range, UNIT_DATE, flags);
}

Value arith_binary(Units *units, OpCode code, const Value *a, const Value *b) {
    Value x, y, result;
    Range range;
    if (!two_numbers(a, b, &x, &y, &result)) return result;
    unsigned flags = x.flags | y.flags;
    switch ((int)code) {
    case OP_ADD:
    case OP_SUBTRACT: {
        if (x.unit == UNIT_DATE || y.unit == UNIT_DATE) return add_dates(code, &x, &y, flags);
        UnitFit fit = unit_fit(units, x.unit, y.unit);
        if (fit == UNIT_OTHER && !is_zero(&x) && !is_zero(&y)) return value_error(ERROR_UNIT);
        if (fit == UNIT_LOOSE) flags |= VALUE_DOUBT;
        UnitId unit = x.unit == UNIT_NONE ? y.unit : x.unit;
        RangeStatus status = code == OP_ADD ? range_add(&x.range, &y.range, &range) : range_subtract(&x.range, &y.range, &range);
        return from_status(status, &range, unit, flags);
    }
    case OP_MULTIPLY:
        return from_status(range_multiply(&x.range, &y.range, &range), &range, unit_multiply(units, x.unit, y.unit), flags);
    case OP_DIVIDE:
        if (unit_fit(units, x.unit, y.unit) == UNIT_LOOSE && !unit_is_ratio(units, x.unit) && !unit_is_ratio(units, y.unit))
            flags |= VALUE_DOUBT;
        return from_status(range_divide(&x.range, &y.range, &range), &range, unit_divide(units, x.unit, y.unit), flags);
    case OP_POWER: {
        int64_t whole;
        UnitId unit = UNIT_NONE;
        if (range_is_point(&y.range) && rat_to_int64(y.range.lo, &whole) && whole >= -9 && whole <= 9)
            unit = unit_power(units, x.unit, (int)whole);
        else if (!unit_is_ratio(units, x.unit))
            return value_error(ERROR_UNIT);
        return from_status(range_power(&x.range, &y.range, &range), &range, unit, flags);
    }
    }
    return value_error(ERROR_KIND);
}

Value arith_negate(const Value *a) {
    Value x, result;
    Range range;
    if (settles(a, &result)) return result;
    arith_number(a, &x);
    return from_status(range_negate(&x.range, &range), &range, x.unit, x.flags);
}

/* The whole part of every value: ends that are whole and left out lose one. */
static RangeStatus floor_range(const Range *a, Range *result) {
    *result = *a;
    if (!a->lo_infinite) {
        result->lo = rat_floor(a->lo);
        result->lo_open = false;
    }
    if (!a->hi_infinite) {
        result->hi = rat_floor(a->hi);
        if (a->hi_open && rat_equal(result->hi, a->hi)) result->hi = rat_subtract(result->hi, RAT_ONE);
        result->hi_open = false;
    }
    return RANGE_OK;
}

Value arith_function(OpCode code, const Value *a) {
    Value x, result;
    Range range;
    if (settles(a, &result)) return result;
    arith_number(a, &x);
    switch ((int)code) {
    case OP_ABS: return from_status(range_abs(&x.range, &range), &range, x.unit, x.flags);
    case OP_SQRT: return from_status(range_sqrt(&x.range, &range), &range, UNIT_NONE, x.flags);
    case OP_LN: return from_status(range_ln(&x.range, &range), &range, UNIT_NONE, x.flags);
    case OP_EXP: return from_status(range_exp(&x.range, &range), &range, UNIT_NONE, x.flags);
    case OP_FLOOR: return from_status(floor_range(&x.range, &range), &range, UNIT_NONE, x.flags);
    }
    return value_error(ERROR_KIND);
}

static RangeStatus scaled(const Range *a, Rat scale, Range *result) {
    Range factor = range_point(scale);
    return range_multiply(a, &factor, result);
}

/* Rounds in the unit the number is written in: 95.678% to one place is 95.7%. */
Value arith_round(Units *units, const Value *a, const Value *places, RatRounding mode) {
    Value x, result;
    int64_t whole;
    if (settles(a, &result) || settles(places, &result)) return result;
    arith_number(a, &x);
    if (places->kind != VALUE_NUMBER || !range_is_point(&places->range) || !rat_to_int64(places->range.lo, &whole) ||
        whole < -30 || whole > 30)
        return value_error(ERROR_DOMAIN);
    Rat scale = unit_scale(units, x.unit);
    Range written, rounded, range;
    RangeStatus status = scaled(&x.range, rat_divide(RAT_ONE, scale), &written);
    if (status == RANGE_OK) status = range_round(&written, (int)whole, mode, (x.flags & VALUE_EVIDENCE) != 0, &rounded);
    if (status == RANGE_OK) status = scaled(&rounded, scale, &range);
    return from_status(status, &range, x.unit, x.flags);
}

Value arith_least(const Value *a, const Value *b) {
    Value x, y, result;
    Range range;
    if (!two_numbers(a, b, &x, &y, &result)) return result;
    return from_status(range_min(&x.range, &y.range, &range), &range, x.unit == UNIT_NONE ? y.unit : x.unit, x.flags | y.flags);
}

Value arith_greatest(const Value *a, const Value *b) {
    Value x, y, result;
    Range range;
    if (!two_numbers(a, b, &x, &y, &result)) return result;
    return from_status(range_max(&x.range, &y.range, &range), &range, x.unit == UNIT_NONE ? y.unit : x.unit, x.flags | y.flags);
}

Value arith_clamp(const Value *a, const Value *lo, const Value *hi) {
    Value capped = arith_least(a, hi);
    return arith_greatest(&capped, lo);
}

/* ---- conditions ---- */

static Value truth_value(Truth truth, unsigned flags) {
    Value result = value_truth(truth);
    result.flags = (uint8_t)(truth == TRUTH_UNKNOWN ? flags : flags & VALUE_DOUBT);
    return result;
}

static Value unknown(void) {
    return truth_value(TRUTH_UNKNOWN, UNCERTAIN);
}

static Truth compare_ranges(int comparison, const Range *a, const Range *b) {
    switch (comparison) {
    case CMP_EQ: return range_equals(a, b);
    case CMP_NE: return truth_not(range_equals(a, b));
    case CMP_LT: return range_less(a, b);
    case CMP_LE: return range_less_equal(a, b);
    case CMP_GT: return range_less(b, a);
    default: return range_less_equal(b, a);
    }
}

static Value compare_numbers(Units *units, int comparison, const Value *x, const Value *y) {
    unsigned flags = x->flags | y->flags;
    UnitFit fit = unit_fit(units, x->unit, y->unit);
    if (fit == UNIT_OTHER && !is_zero(x) && !is_zero(y)) return value_error(ERROR_UNIT);
    if (fit == UNIT_LOOSE && x->unit != UNIT_NONE && y->unit != UNIT_NONE) flags |= VALUE_DOUBT;
    return truth_value(compare_ranges(comparison, &x->range, &y->range), flags);
}

/* Levels as numbers, so that a better one is greater. */
static Range level_range(const Value *a) {
    return range_closed(RAT_INT(-a->level.worst), RAT_INT(-a->level.best));
}

Value arith_compare(Units *units, int comparison, const Value *a, const Value *b) {
    if (a->kind == VALUE_ERROR) return *a;
    if (b->kind == VALUE_ERROR) return *b;
    if (a->kind == VALUE_NA || b->kind == VALUE_NA) return value_na();
    if (a->kind == VALUE_NUMBER && b->kind == VALUE_NUMBER) return compare_numbers(units, comparison, a, b);
    if (a->kind == VALUE_MISSING || b->kind == VALUE_MISSING) return unknown();
    bool equality = comparison == CMP_EQ || comparison == CMP_NE;
    if (a->kind == VALUE_LEVEL && b->kind == VALUE_LEVEL && a->level.scale == b->level.scale) {
        Range x = level_range(a), y = level_range(b);
        return truth_value(compare_ranges(comparison, &x, &y), a->flags | b->flags);
    }
    if (!equality) return value_error(ERROR_KIND);
    bool words = (a->kind == VALUE_TEXT || a->kind == VALUE_DONE) && (b->kind == VALUE_TEXT || b->kind == VALUE_DONE);
    Truth same;
    if (words)
        same = text_same_name(a->text, b->text) ? TRUTH_YES : TRUTH_NO;
    else if (a->kind == VALUE_TRUTH && b->kind == VALUE_TRUTH)
        same = a->truth == TRUTH_UNKNOWN || b->truth == TRUTH_UNKNOWN ? TRUTH_UNKNOWN : a->truth == b->truth ? TRUTH_YES : TRUTH_NO;
    else
        return value_error(ERROR_KIND);
    return truth_value(comparison == CMP_EQ ? same : truth_not(same), a->flags | b->flags);
}

Value arith_in(Units *units, const Value *a, const Value *b) {
    Value x, y, result;
    if (!two_numbers(a, b, &x, &y, &result)) return result;
    UnitFit fit = unit_fit(units, x.unit, y.unit);
    if (fit == UNIT_OTHER) return value_error(ERROR_UNIT);
    Truth within = range_within(&x.range, &y.range);
    if (within == TRUTH_YES && (y.flags & VALUE_EVIDENCE)) within = TRUTH_UNKNOWN; /* its own ends are not certain */
    return truth_value(within, x.flags | y.flags | (fit == UNIT_LOOSE ? VALUE_DOUBT : 0u));
}

/* A condition that is missing is unknown; one that does not apply does not hold. */
static bool truth_of(const Value *a, Truth *truth) {
    if (a->kind == VALUE_TRUTH) *truth = (Truth)a->truth;
    else if (a->kind == VALUE_MISSING) *truth = TRUTH_UNKNOWN;
    else if (a->kind == VALUE_NA) *truth = TRUTH_NO;
    else return false;
    return true;
}

static Value connect(const Value *a, const Value *b, Truth decides, Truth (*both)(Truth, Truth)) {
    Truth x, y;
    bool known = truth_of(a, &x), other = truth_of(b, &y);
    if (known && x == decides) return truth_value(decides, a->flags);
    if (other && y == decides) return truth_value(decides, b->flags);
    if (!known) return a->kind == VALUE_ERROR ? *a : value_error(ERROR_KIND);
    if (!other) return b->kind == VALUE_ERROR ? *b : value_error(ERROR_KIND);
    unsigned flags = (unsigned)(a->flags | b->flags | (a->kind == VALUE_MISSING || b->kind == VALUE_MISSING ? UNCERTAIN : 0));
    return truth_value(both(x, y), flags);
}

Value arith_and(const Value *a, const Value *b) {
    return connect(a, b, TRUTH_NO, truth_and);
}

Value arith_or(const Value *a, const Value *b) {
    return connect(a, b, TRUTH_YES, truth_or);
}

Value arith_not(const Value *a) {
    Truth truth;
    if (a->kind == VALUE_NA) return *a;
    if (!truth_of(a, &truth)) return a->kind == VALUE_ERROR ? *a : value_error(ERROR_KIND);
    return truth_value(truth_not(truth), a->kind == VALUE_MISSING ? UNCERTAIN : a->flags);
}

/* ---- targets ---- */

static int sense_comparison(const Target *target) {
    if (target->sense == TARGET_AT_LEAST) return target->strict ? CMP_GT : CMP_GE;
    if (target->sense == TARGET_AT_MOST) return target->strict ? CMP_LT : CMP_LE;
    return CMP_EQ;
}

/* By a date: every day of the actual is no later than the last day of the target. */
static Range deadline_range(const Target *target) {
    return range_at_most(target->value.range.hi, false);
}

Value arith_meets(Units *units, const Value *actual, const Value *target) {
    if (actual->kind == VALUE_ERROR || target->kind == VALUE_ERROR) return actual->kind == VALUE_ERROR ? *actual : *target;
    if (actual->kind == VALUE_NA || target->kind == VALUE_NA) return value_na();
    if (target->kind == VALUE_MISSING) return unknown();
    if (target->kind != VALUE_TARGET) return value_error(ERROR_KIND);
    const Target *to = target->target;
    if (to->sense == TARGET_DEADLINE && actual->kind == VALUE_DONE) return truth_value(TRUTH_YES, actual->flags);
    if (actual->kind == VALUE_MISSING || to->value.kind == VALUE_MISSING) return unknown();
    if (to->sense == TARGET_WORDS) {
        if (actual->kind != VALUE_TEXT && actual->kind != VALUE_DONE) return unknown();
        return text_same_name(actual->text, to->value.text) ? value_truth(TRUTH_YES) : unknown();
    }
    if (actual->kind != VALUE_NUMBER || to->value.kind != VALUE_NUMBER) return unknown();
    if (to->sense == TARGET_DEADLINE) {
        Range until = deadline_range(to);
        if (actual->unit != UNIT_DATE) return unknown();
        return truth_value(range_within(&actual->range, &until), actual->flags);
    }
    if (to->sense == TARGET_WITHIN) return arith_in(units, actual, &to->value);
    return arith_compare(units, sense_comparison(to), actual, &to->value);
}

static Range side(int comparison, Rat edge) {
    switch (comparison) {
    case CMP_LT: return range_at_most(edge, true);
    case CMP_LE: return range_at_most(edge, false);
    case CMP_GT: return range_at_least(edge, true);
    case CMP_GE: return range_at_least(edge, false);
    default: return range_point(edge);
    }
}

static Value narrowed(const Value *a, const Range *to) {
    Range range;
    if (range_intersect(&a->range, to, &range) != RANGE_OK) return *a; /* that branch is not possible anyway */
    return from_status(RANGE_OK, &range, a->unit, a->flags);
}

/* Without one value: only an end that is just that value changes. */
static Value without(const Value *a, Rat value) {
    Value result = *a;
    if (range_is_point(&a->range)) return result;
    if (!a->range.lo_infinite && rat_equal(a->range.lo, value)) result.range.lo_open = true;
    if (!a->range.hi_infinite && rat_equal(a->range.hi, value)) result.range.hi_open = true;
    return result;
}

Value arith_narrow(Units *units, const Value *a, const Value *b, int comparison) {
    Value x;
    if (b->kind != VALUE_NUMBER || !range_is_point(&b->range) || !arith_number(a, &x)) return *a;
    if (a->kind == VALUE_MISSING) x.unit = b->unit;
    else if (unit_fit(units, x.unit, b->unit) == UNIT_OTHER && !is_zero(b)) return *a;
    if (comparison == CMP_NE) return without(&x, b->range.lo);
    Range to = side(comparison, b->range.lo);
    return narrowed(&x, &to);
}

Value arith_narrow_meets(Units *units, const Value *actual, const Value *target, bool met) {
    Value x;
    if (target->kind != VALUE_TARGET || target->target->value.kind != VALUE_NUMBER || !arith_number(actual, &x)) return *actual;
    const Target *to = target->target;
    if (actual->kind == VALUE_MISSING) x.unit = to->value.unit;
    if (to->sense == TARGET_DEADLINE) {
        Range until = deadline_range(to), after = range_at_least(to->value.range.hi, true);
        return narrowed(&x, met ? &until : &after);
    }
    if (to->sense == TARGET_WITHIN) return met ? narrowed(&x, &to->value.range) : x;
    int comparison = sense_comparison(to);
    static const int opposite[] = { 0, CMP_NE, CMP_EQ, CMP_GE, CMP_GT, CMP_LE, CMP_LT };
    return arith_narrow(units, &x, &to->value, met ? comparison : opposite[comparison]);
}

Value arith_range(const Value *lo, const Value *hi, int open) {
    Value x, y, result;
    if (!two_numbers(lo, hi, &x, &y, &result)) return result;
    Range range = { x.range.lo, y.range.hi, (open & 1) || x.range.lo_open, (open & 2) || y.range.hi_open,
                    x.range.lo_infinite, y.range.hi_infinite };
    if (!range_is_valid(&range)) return value_error(ERROR_DOMAIN);
    unsigned flags = (unsigned)(x.flags | y.flags); /* of a literal range: none */
    return value_range(range, x.unit == UNIT_NONE ? y.unit : x.unit, flags);
}

/* ---- lines ---- */

static bool points(const Value *const *pieces, int count) {
    for (int i = 0; i < count; i++)
        if (pieces[i]->kind != VALUE_NUMBER || !range_is_point(&pieces[i]->range)) return false;
    return true;
}

/* The image of `part`, which lies inside x0..x1, under the line from (x0, y0) to (x1, y1). */
static Range line_image(const Range *part, Rat x0, Rat x1, Rat y0, Rat y1) {
    if (rat_equal(x0, x1)) return range_point(y1);
    Rat slope = rat_divide(rat_subtract(y1, y0), rat_subtract(x1, x0));
    Rat a = rat_add(y0, rat_multiply(slope, rat_subtract(part->lo, x0)));
    Rat b = rat_add(y0, rat_multiply(slope, rat_subtract(part->hi, x0)));
    if (rat_sign(slope) == 0) return range_point(y0);
    bool rising = rat_sign(slope) > 0;
    Range image = range_closed(rising ? a : b, rising ? b : a);
    image.lo_open = rising ? part->lo_open : part->hi_open;
    image.hi_open = rising ? part->hi_open : part->lo_open;
    return image;
}

static void join(Range *all, bool *any, const Range *one) {
    *all = *any ? range_hull(all, one) : *one;
    *any = true;
}

Value arith_linear(const Value *x, const Value *const *pieces, int count, bool level) {
    Value subject, result;
    if (settles(x, &result)) return result;
    arith_number(x, &subject);
    if (!points(pieces, count)) {
        for (int i = 0; i < count; i++)
            if (settles(pieces[i], &result)) return result;
        return value_missing();
    }
    Range all = { 0 }, part;
    bool any = false, point = range_is_point(&subject.range);
    Rat covered = subject.range.lo; /* without gaps so far, for pieces in order */
    Rat least = pieces[0]->range.lo, most = least, at_least = pieces[2]->range.lo, at_most = at_least;
    for (int i = 0; i < count; i += 4) {
        Rat x0 = pieces[i]->range.lo, x1 = pieces[i + 1]->range.lo, y0 = pieces[i + 2]->range.lo, y1 = pieces[i + 3]->range.lo;
        if (rat_compare(x0, x1) > 0) {
            Rat swap = x0;
            x0 = x1, x1 = swap;
            swap = y0, y0 = y1, y1 = swap;
        }
        if (rat_compare(x0, least) <= 0) least = x0, at_least = y0;
        if (rat_compare(x1, most) >= 0) most = x1, at_most = y1;
        Range piece = range_closed(x0, x1);
        if (range_intersect(&subject.range, &piece, &part) != RANGE_OK || (point && any)) continue; /* where two meet, the first */
        if (!subject.range.lo_infinite && rat_compare(x0, covered) <= 0 && rat_compare(x1, covered) > 0) covered = x1;
        Range image = line_image(&part, x0, x1, y0, y1);
        join(&all, &any, &image);
    }
    if (level) {
        Range below = range_at_most(least, true), above = range_at_least(most, true);
        Range left = range_point(at_least), right = range_point(at_most);
        if (range_intersect(&subject.range, &below, &part) == RANGE_OK) join(&all, &any, &left);
        if (range_intersect(&subject.range, &above, &part) == RANGE_OK) join(&all, &any, &right);
    }
    if (!any) return value_error(ERROR_NO_BAND);
    bool gaps = subject.range.lo_infinite || subject.range.hi_infinite || rat_compare(covered, subject.range.hi) < 0;
    if (!level && !point && gaps) return value_missing(); /* some of it may have no band */
    return from_status(RANGE_OK, &all, pieces[2]->unit, subject.flags);
}

/* ---- many values ---- */

typedef struct Total {
    Value value;
    int count, yes, unknown;
    int missing;        /* of those counted: nothing is known of them */
    int perhaps;        /* of the values: not known whether they take part */
    unsigned flags;
    bool truths;
    bool failed;
} Total;

static Value combined(Units *units, Builtin mode, const Value *a, const Value *b) {
    return mode == BUILTIN_MIN   ? arith_least(a, b)
           : mode == BUILTIN_MAX ? arith_greatest(a, b)
                                 : arith_binary(units, OP_ADD, a, b);
}

/* With or without one more value. */
static void gather_perhaps(Units *units, Builtin mode, const Value *value, Total *total) {
    Value number;
    if (!arith_number(value, &number)) {
        total->value = value_error(ERROR_KIND);
        total->failed = true;
        return;
    }
    number.flags &= (uint8_t)~VALUE_PERHAPS;
    Value with = total->count + total->perhaps == 0 ? number : combined(units, mode, &total->value, &number);
    if (total->count + total->perhaps == 0 && mode == BUILTIN_SUM) total->value = value_number(RAT_ZERO, number.unit);
    bool alone = total->count + total->perhaps == 0 && mode != BUILTIN_SUM;
    total->perhaps++;
    if (with.kind == VALUE_ERROR) total->failed = true;
    if (alone || with.kind == VALUE_ERROR) {
        total->value = with;
        return;
    }
    total->value = value_hull(&total->value, &with);
    total->value.flags |= UNCERTAIN;
}

/* `sure`: the values that take part; otherwise those that perhaps do. */
static void gather(Units *units, Builtin mode, const Value *value, Total *total, bool sure) {
    if (total->failed || value->kind == VALUE_NA) return;
    if (value->kind == VALUE_LIST) {
        for (int i = 0; i < value->list->count; i++)
            gather(units, mode, &value->list->at[i], total, sure);
        return;
    }
    if (sure == ((value->flags & VALUE_PERHAPS) != 0)) return;
    if (value->kind == VALUE_ERROR) {
        total->value = *value;
        total->failed = true;
        return;
    }
    total->flags |= value->flags;
    bool conditions = mode == BUILTIN_ANY || mode == BUILTIN_ALL;
    if (mode == BUILTIN_COUNT && value->kind == VALUE_MISSING) {
        total->missing++;
        total->flags |= UNCERTAIN;
        return;
    }
    if (value->kind == VALUE_TRUTH || (conditions && value->kind == VALUE_MISSING)) {
        Truth truth = value->kind == VALUE_TRUTH ? (Truth)value->truth : TRUTH_UNKNOWN;
        total->truths = true;
        total->yes += sure && truth == TRUTH_YES;
        total->unknown += truth == TRUTH_UNKNOWN || (!sure && truth == (mode == BUILTIN_ALL ? TRUTH_NO : TRUTH_YES));
        total->count += sure || mode != BUILTIN_ALL || truth != TRUTH_YES;
        if (!sure) total->flags |= UNCERTAIN;
        return;
    }
    if (!sure) total->flags |= UNCERTAIN;
    if (!sure && mode != BUILTIN_COUNT) {
        gather_perhaps(units, mode, value, total);
        return;
    }
    *(sure ? &total->count : &total->perhaps) += 1;
    if (mode == BUILTIN_COUNT) return;
    if (total->count == 1) {
        total->value = *value;
        if (!arith_number(value, &total->value)) {
            total->value = value_error(ERROR_KIND);
            total->failed = true;
        }
        return;
    }
    total->value = combined(units, mode, &total->value, value);
    total->failed = total->value.kind == VALUE_ERROR;
}

/* One end of the mean where some values perhaps take part: those are taken that move it that way, the furthest first. */
static bool mean_end(const Value *const *values, int count, bool high, Rat *mean) {
    Rat sum = RAT_ZERO;
    int taken = 0;
    VEC(Rat) open = { 0 };
    for (int i = 0; i < count; i++) {
        const Value *one = values[i];
        int items = one->kind == VALUE_LIST ? one->list->count : 1;
        for (int j = 0; j < items; j++) {
            const Value *value = one->kind == VALUE_LIST ? &one->list->at[j] : one;
            Value number;
            if (value->kind == VALUE_NA) continue;
            if (!arith_number(value, &number) || (high ? number.range.hi_infinite : number.range.lo_infinite)) return false;
            Rat end = high ? number.range.hi : number.range.lo;
            if (value->flags & VALUE_PERHAPS) {
                vec_push(&open, end);
                for (int k = open.count - 1; k > 0 && (rat_compare(open.at[k], open.at[k - 1]) > 0) == high; k--) {
                    Rat swap = open.at[k];
                    open.at[k] = open.at[k - 1];
                    open.at[k - 1] = swap;
                }
            } else {
                sum = rat_add(sum, end);
                taken++;
            }
        }
    }
    for (int k = 0; k < open.count; k++) {
        Rat now = taken ? rat_divide(sum, RAT_INT(taken)) : open.at[k];
        int moves = rat_compare(open.at[k], now);
        if (taken > 0 && (high ? moves <= 0 : moves >= 0)) break;
        sum = rat_add(sum, open.at[k]);
        taken++;
    }
    if (taken == 0) return false;
    *mean = rat_divide(sum, RAT_INT(taken));
    return true;
}

static Value mean_perhaps(const Value *const *values, int count) {
    Range range = RANGE_ALL;
    UnitId unit = UNIT_NONE;
    if (mean_end(values, count, false, &range.lo)) range.lo_infinite = range.lo_open = false;
    if (mean_end(values, count, true, &range.hi)) range.hi_infinite = range.hi_open = false;
    for (int i = 0; i < count && unit == UNIT_NONE; i++) {
        const Value *one = values[i]->kind == VALUE_LIST && values[i]->list->count ? &values[i]->list->at[0] : values[i];
        if (one->kind == VALUE_NUMBER) unit = one->unit;
    }
    return from_status(RANGE_OK, &range, unit, UNCERTAIN);
}

Value arith_aggregate(Units *units, Builtin mode, const Value *const *values, int count) {
    Total total = { 0 };
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < count; i++)
            gather(units, mode, values[i], &total, pass == 0);
    if (total.failed) return total.value;
    switch ((int)mode) {
    case BUILTIN_ANY: return truth_value(total.yes ? TRUTH_YES : total.unknown ? TRUTH_UNKNOWN : TRUTH_NO, total.flags);
    case BUILTIN_ALL:
        return truth_value(total.yes == total.count ? TRUTH_YES : total.yes + total.unknown < total.count ? TRUTH_NO : TRUTH_UNKNOWN,
                           total.flags);
    case BUILTIN_COUNT: {
        if (!total.truths) total.yes = total.count, total.unknown = total.perhaps;
        total.unknown += total.missing;
        Range range = range_closed(RAT_INT(total.yes), RAT_INT(total.yes + total.unknown));
        return from_status(RANGE_OK, &range, UNIT_NONE, total.flags);
    }
    case BUILTIN_SUM:
        if (total.count + total.perhaps == 0) return value_number(RAT_ZERO, UNIT_NONE);
        return total.value;
    case BUILTIN_MEAN: {
        if (total.count + total.perhaps == 0) return value_na();
        if (total.perhaps > 0) return mean_perhaps(values, count);
        Value n = value_number(RAT_INT(total.count), UNIT_NONE);
        return arith_binary(units, OP_DIVIDE, &total.value, &n);
    }
    }
    return total.count + total.perhaps == 0 ? value_na() : total.value;
}

Value arith_rank(Units *units, const Value *x, const Value *list) {
    if (x->kind == VALUE_NA || x->kind == VALUE_ERROR) return *x;
    if (list->kind == VALUE_ERROR) return *list;
    int greater = 0, perhaps = 0;
    unsigned flags = x->flags;
    for (int i = 0; list->kind == VALUE_LIST && i < list->list->count; i++) {
        const Value *other = &list->list->at[i];
        if (other->kind == VALUE_NA) continue;
        Value more = arith_compare(units, CMP_GT, other, x);
        if (more.kind == VALUE_ERROR) return more;
        bool sure = !(other->flags & VALUE_PERHAPS);
        flags |= sure ? other->flags : UNCERTAIN;
        greater += sure && more.truth == TRUTH_YES;
        perhaps += more.truth == TRUTH_UNKNOWN || (!sure && more.truth == TRUTH_YES);
    }
    Range range = range_closed(RAT_INT(greater + 1), RAT_INT(greater + perhaps + 1));
    return from_status(RANGE_OK, &range, UNIT_NONE, flags);
}
