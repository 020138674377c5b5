#include "front/literal.h"

Rat literal_number(Units *units, const Node *node, UnitId *unit) {
    *unit = unit_find(units, node->text);
    return *unit <= UNIT_NONE ? node->number : rat_multiply(node->number, unit_scale(units, *unit));
}

/* A number's text unit counts for both ends of a range when only one has it: 45 .. 80% */
static bool literal_end(Units *units, const Node *node, Rat *value) {
    UnitId unit;
    if (node->kind == NODE_UNARY && node->op == '-') {
        if (!literal_end(units, node->kid[0], value)) return false;
        *value = rat_negate(*value);
        return true;
    }
    if (node->kind != NODE_NUMBER) return false;
    *value = literal_number(units, node, &unit);
    return unit >= 0;
}

bool literal_range(Units *units, const Node *node, Range *range) {
    Rat lo, hi;
    if (node->kind != NODE_RANGE) {
        if (!literal_end(units, node, &lo)) return false;
        *range = range_point(lo);
        return true;
    }
    const Node *low = node->kid[0], *high = node->kid[1];
    if ((low && !literal_end(units, low, &lo)) || (high && !literal_end(units, high, &hi))) return false;
    if (low && high && rat_compare(lo, hi) > 0) {
        Rat swap = lo;
        lo = hi;
        hi = swap;
    }
    *range = low && high ? range_closed(lo, hi) : RANGE_ALL;
    if (low) {
        range->lo = lo;
        range->lo_infinite = false;
        range->lo_open = node->op & 1;
    }
    if (high) {
        range->hi = hi;
        range->hi_infinite = false;
        range->hi_open = (node->op & 2) != 0;
    }
    return range_is_valid(range);
}

void literal_unknown_unit(Diags *diags, Units *units, const Node *node) {
    Span span = node->name_span.source ? node->name_span : node->span;
    Diag *report = diag(diags, DIAG_UNIT_UNKNOWN, span, node->text);
    Text near = unit_suggest(units, node->text);
    if (near.at)
        diag_also(report, DIAG_DID_YOU_MEAN, SPAN_NONE, near);
    else
        diag_also(report, DIAG_DECLARE_UNIT, SPAN_NONE, node->text);
}
