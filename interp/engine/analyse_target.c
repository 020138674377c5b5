/* analyse_target.c - targets held against their entries and their methods; conditions that are settled beforehand. */
#include "engine/analysis.h"
#include "engine/arith.h"

static Span clause_place(const Part *part, NodeKind kind) {
    const Node *clause = node_clause(part->node->kid[2], kind);
    return clause ? clause->span : analysis_name_place(part->node->kid[0]);
}

static Text target_text(const Analysis *analysis, const Target *target) {
    Buf buf = { 0 };
    target_write(&buf, target, analysis->program->units, analysis->lang);
    return text_copy(buf_text(&buf));
}

/* ---- always or never met ---- */

static void check_settled(Analysis *analysis, const Part *part, const Value *target, const Value *actual) {
    Units *units = analysis->program->units;
    Value met = arith_meets(units, actual, target);
    if (met.kind != VALUE_TRUTH || met.truth == TRUTH_UNKNOWN || actual->kind != VALUE_NUMBER || probe_is_fixed(analysis->probe, part->actual)) return;
    Buf range = { 0 };
    UnitId unit = target->target->value.kind == VALUE_NUMBER ? target->target->value.unit : actual->unit;
    if (actual->unit == UNIT_PERCENT) unit = UNIT_PERCENT;
    analysis_region(&range, analysis, part->name, &actual->range, unit);
    Diag *report = diag(analysis->diags, met.truth == TRUTH_YES ? DIAG_TARGET_ALWAYS : DIAG_TARGET_NEVER, clause_place(part, NODE_TARGET),
                        target_text(analysis, target->target), part->name, buf_text(&range));
    const Value *value = &target->target->value;
    bool hundredfold = value->kind == VALUE_NUMBER && value->unit == UNIT_NONE && range_is_point(&value->range) && rat_compare(value->range.lo, RAT_ONE) > 0;
    if (hundredfold && range_contains(&actual->range, rat_divide(value->range.lo, RAT_INT(100)))) {
        Buf mend = { 0 };
        rat_write(&mend, value->range.lo);
        buf_add_z(&mend, "%");
        diag_also(report, DIAG_WRITE_INSTEAD, SPAN_NONE, buf_text(&mend));
    } else {
        diag_also(report, DIAG_MEND_TARGET, SPAN_NONE, buf_text(&range));
    }
}

/* ---- words ---- */

static void check_words(Analysis *analysis, const Part *part, const Value *target) {
    if (target->target->sense != TARGET_WORDS || part->credit < 0 || part->actual < 0) return;
    if (!probe_reads(analysis->probe, part->credit, part->actual, OP_CONST) || probe_reads(analysis->probe, part->credit, -1, OP_LEVEL)) return;
    Diag *report = diag(analysis->diags, DIAG_WORDS_WITHOUT_LEVELS, clause_place(part, NODE_CREDIT), part->name, target->target->text);
    diag_also(report, DIAG_USE_LEVELS, SPAN_NONE, part->name);
}

/* ---- direction ---- */

typedef struct Shown {
    Value value;
} Shown;

static bool any_number(void *data, const Value *value) {
    Shown *shown = data;
    shown->value = *value;
    return value->kind == VALUE_NUMBER;
}

/* The credit with the actual at `at`; `text`: confirmed by scoring, and the input that makes it so. */
static bool credit_at(Analysis *analysis, const Part *part, Rat at, Value *credit, Text *text) {
    Range range = range_point(at);
    Shown shown;
    if (!probe_begin(analysis->probe, part->credit) || !probe_reach(analysis->probe, part->actual, &range)) return false;
    Value value = probe_value(analysis->probe, part->credit), none = value_number(RAT_ZERO, UNIT_NONE), full = value_number(RAT_ONE, UNIT_NONE);
    if (value.kind != VALUE_NUMBER) return false;
    *credit = arith_clamp(&value, &none, &full); /* as scoring cuts it */
    if (!text) return true;
    if (!probe_find(analysis->probe, any_number, &shown)) return false;
    *text = probe_shown(analysis->probe);
    return value_same(&shown.value, &value);
}

static bool is_point(const Value *value) {
    return value->kind == VALUE_NUMBER && range_is_point(&value->range);
}

/* Whether the method has a formula for the same target turned round. */
static bool fits_the_other_way(Analysis *analysis, const Part *part, const Target *target) {
    Target *turned = MEM_NEW(Target);
    *turned = *target;
    turned->sense = target->sense == TARGET_AT_LEAST ? TARGET_AT_MOST : TARGET_AT_LEAST;
    Rat factor = turned->sense == TARGET_AT_LEAST ? rat_of(1, 2) : RAT_INT(2);
    Given given[] = { { part->target, value_target(turned) },
                      { part->actual, value_number(rat_multiply(target->value.range.lo, factor), target->value.unit) } };
    Value credit = probe_value_given(analysis->probe, part->credit, given, 2);
    return is_point(&credit);
}

static Text percent(const Analysis *analysis, const Value *value) {
    return analysis_number(analysis, value->range.lo, UNIT_PERCENT);
}

/* What misses the target has no credit of its own, as with `inverse` on `>=`. */
static void tell_no_formula(Analysis *analysis, const Part *part, const Target *target, Rat missed) {
    Value low;
    Text shown;
    if (!fits_the_other_way(analysis, part, target) || !credit_at(analysis, part, missed, &low, &shown)) return;
    Diag *report = diag(analysis->diags, DIAG_METHOD_WRONG_WAY, clause_place(part, NODE_CREDIT), target_text(analysis, target), shown, part->name);
    diag_also(report, target->sense == TARGET_AT_LEAST ? DIAG_USE_PROPORTIONAL : DIAG_USE_INVERSE, SPAN_NONE, target_text(analysis, target));
}

static bool tell_reversed(Analysis *analysis, const Part *part, const Value *known, Rat missed, Rat reached) {
    Value low, high, actual = value_number(reached, known->target->value.unit);
    Text shown, met;
    Value is_met = arith_meets(analysis->program->units, &actual, known);
    if (is_met.truth != TRUTH_YES) return false;
    if (!credit_at(analysis, part, missed, &low, &shown) || !credit_at(analysis, part, reached, &high, &met)) return false;
    Buf better = { 0 }, worse = { 0 };
    buf_format(&better, "%.*s: %.*s", TEXT_ARG(shown), TEXT_ARG(percent(analysis, &low)));
    buf_format(&worse, "%.*s: %.*s", TEXT_ARG(met), TEXT_ARG(percent(analysis, &high)));
    Diag *report = diag(analysis->diags, DIAG_TARGET_AGAINST_METHOD, clause_place(part, NODE_CREDIT), target_text(analysis, known->target),
                        buf_text(&better), buf_text(&worse));
    diag_also(report, DIAG_TURN_TARGET, SPAN_NONE, part->name);
    return true;
}

static void check_direction(Analysis *analysis, const Part *part, const Value *known) {
    const Target *target = known->target;
    bool least = target->sense == TARGET_AT_LEAST, most = target->sense == TARGET_AT_MOST;
    if ((!least && !most) || part->credit < 0 || target->value.kind != VALUE_NUMBER || !range_is_point(&target->value.range)) return;
    Rat edge = target->value.range.lo, missed = rat_multiply(edge, least ? rat_of(1, 2) : RAT_INT(2));
    Value low, high;
    if (rat_sign(edge) <= 0 || probe_input(analysis->probe, part->actual) < 0 || !credit_at(analysis, part, missed, &low, NULL)) return;
    if (!is_point(&low)) {
        if (!(low.flags & VALUE_EVIDENCE)) tell_no_formula(analysis, part, target, missed);
        return;
    }
    Rat reached[] = { edge, rat_multiply(edge, least ? RAT_INT(2) : rat_of(1, 2)) };
    for (int i = 0; i < 2; i++) { /* at the target, or well beyond it */
        if (!credit_at(analysis, part, reached[i], &high, NULL) || !is_point(&high) || rat_compare(low.range.lo, high.range.lo) <= 0) continue;
        if (tell_reversed(analysis, part, known, missed, reached[i])) return;
    }
}

void analyse_targets(Analysis *analysis) {
    for (int i = 0; i < analysis->code->parts.count; i++) {
        const Part *part = analysis->code->parts.at[i];
        if (part->kind != PART_INDICATOR || part->target < 0 || part->actual < 0 || analysis->code->rows) continue;
        const Value *target = probe_known(analysis->probe, part->target), *actual = probe_known(analysis->probe, part->actual);
        if (!target || !actual || target->kind != VALUE_TARGET) continue;
        check_settled(analysis, part, target, actual);
        check_words(analysis, part, target);
        check_direction(analysis, part, target);
    }
}

/* ---- conditions ---- */

static const Node *condition_of(const Part *part) {
    switch (part->kind) {
    case PART_CHECK:
    case PART_FLAG: return part->node->kid[1];
    case PART_VETO: return part->node->kid[0];
    case PART_ADJUSTMENT: return part->node->kid[1];
    case PART_INDICATOR:
    case PART_GROUP: {
        const Node *clause = part->node->kind == NODE_EACH_ROW ? NULL : node_clause(part->node->kid[2], NODE_APPLIES);
        return clause ? clause->kid[0] : NULL;
    }
    case PART_TOTAL:
    case PART_REQUIRED:
    case PART_REPORTED: break;
    }
    return NULL;
}

void analyse_conditions(Analysis *analysis) {
    for (int i = 0; i < analysis->code->parts.count; i++) {
        const Part *part = analysis->code->parts.at[i];
        int slot = part->kind == PART_INDICATOR || part->kind == PART_GROUP ? part->applies : part->condition;
        const Node *condition = condition_of(part);
        const Value *known = slot >= 0 && condition ? probe_known(analysis->probe, slot) : NULL;
        if (!known || known->kind != VALUE_TRUTH || known->truth == TRUTH_UNKNOWN) continue;
        Text text = analysis_text(analysis, condition);
        if (part->kind == PART_CHECK) {
            if (known->truth == TRUTH_NO) diag_also(diag(analysis->diags, DIAG_CHECK_FAILS, condition->span, text), DIAG_MEND_CHECK, SPAN_NONE, text);
        } else if (known->truth == TRUTH_NO) {
            diag_also(diag(analysis->diags, DIAG_CONDITION_NEVER, condition->span, text), DIAG_MEND_CONDITION, SPAN_NONE, text);
        } else if (!probe_is_fixed(analysis->probe, slot) && (part->kind == PART_FLAG || part->kind == PART_VETO)) {
            diag_also(diag(analysis->diags, DIAG_CONDITION_ALWAYS, condition->span, text), DIAG_MEND_CONDITION, SPAN_NONE, text);
        }
    }
}
