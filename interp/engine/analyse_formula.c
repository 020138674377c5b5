/* analyse_formula.c - formulas: division by zero, credit and points outside their limits, full credit out of reach. */
#include "engine/analysis.h"
#include "engine/arith.h"

/* ---- division by zero ---- */

static bool zero_divisor(void *data, const Value *value) {
    (void)data;
    return value->kind == VALUE_ERROR && value->error == ERROR_ZERO_DIVISOR;
}

static void check_division(Analysis *analysis, int slot) {
    const Op *op = &analysis->code->ops.at[slot];
    const Value *divisor = probe_known(analysis->probe, op->b);
    const Range zero = range_point(RAT_ZERO);
    bool possible = divisor && (divisor->kind == VALUE_MISSING || (divisor->kind == VALUE_NUMBER && range_contains(&divisor->range, RAT_ZERO)));
    if (!possible || slot_map_get(&analysis->done, op->node) >= 0) return;
    if (!probe_begin(analysis->probe, slot)) return;
    if (!probe_is_fixed(analysis->probe, op->b) && !probe_reach(analysis->probe, op->b, &zero)) return;
    if (!probe_find(analysis->probe, zero_divisor, NULL)) return;
    Text shown = probe_shown(analysis->probe);
    if (!shown.at) shown = analysis_text(analysis, op->node);
    Diag *report = diag(analysis->diags, DIAG_DIVISION_BY_ZERO, op->node->span, analysis_text(analysis, op->node), shown);
    int input = probe_input(analysis->probe, op->b);
    if (input >= 0) diag_also(report, DIAG_BOUND_ENTRY, SPAN_NONE, analysis->code->inputs.at[input].name);
    else diag_also(report, DIAG_GUARD_DIVISION, SPAN_NONE, op->node->count > 1 ? analysis_text(analysis, op->node->kid[1]) : shown);
    slot_map_set(&analysis->done, op->node, 1);
}

/* ---- limits ---- */

typedef struct Limits {
    Range allowed;
    Value found;
} Limits;

static bool outside(void *data, const Value *value) {
    Limits *limits = data;
    if (value->kind != VALUE_NUMBER || !range_is_point(&value->range) || range_contains(&limits->allowed, value->range.lo)) return false;
    limits->found = *value;
    return true;
}

static bool may_leave(const Value *known, const Range *allowed) {
    Range both;
    if (known->kind == VALUE_MISSING) return true;
    if (known->kind != VALUE_NUMBER) return false;
    return range_intersect(&known->range, allowed, &both) != RANGE_OK || !range_equal(&both, &known->range);
}

static Text in_every_case(const Analysis *analysis) {
    return analysis->lang == LANG_ZH ? TEXT("任何情况下都如此") : TEXT("in every case");
}

/* The expression that a slot is worked out by: of a method, its body. */
static const Node *formula_of(const Analysis *analysis, int slot) {
    return analysis->code->ops.at[probe_source(analysis->probe, slot)].node;
}

static void check_credit(Analysis *analysis, const Part *part) {
    const Value *known = probe_known(analysis->probe, part->credit);
    Limits limits = { .allowed = range_closed(RAT_ZERO, RAT_ONE) };
    const Node *formula = formula_of(analysis, part->credit);
    if (!known || !formula || !analysis_is_ours(analysis, formula) || !may_leave(known, &limits.allowed)) return;
    if (slot_map_get(&analysis->done, &formula->span) >= 0) return; /* a method is told once */
    if (!probe_begin(analysis->probe, part->credit) || !probe_find(analysis->probe, outside, &limits)) return;
    Text shown = probe_shown(analysis->probe);
    Diag *report = diag(analysis->diags, DIAG_CREDIT_RANGE, formula->span, part->name, analysis_number(analysis, limits.found.range.lo, UNIT_PERCENT),
                        shown.at ? shown : in_every_case(analysis));
    bool points = rat_compare(limits.found.range.lo, RAT_INT(2)) >= 0 && !shown.at;
    if (points) diag_also(report, DIAG_WRITE_PERCENT, SPAN_NONE, analysis_number(analysis, limits.found.range.lo, UNIT_NONE));
    else diag_also(report, DIAG_CAP_CREDIT, SPAN_NONE, part->name);
    slot_map_set(&analysis->done, &formula->span, 1);
}

static void check_score(Analysis *analysis, const Part *part) {
    const Value *known = probe_known(analysis->probe, part->score), *weight = part->weight >= 0 ? probe_known(analysis->probe, part->weight) : NULL;
    const Node *formula = formula_of(analysis, part->score);
    if (!known || !weight || weight->kind != VALUE_NUMBER || !range_is_point(&weight->range) || !formula || !analysis_is_ours(analysis, formula)) return;
    if (rat_sign(weight->range.lo) <= 0) return;
    Limits limits = { .allowed = range_closed(RAT_ZERO, weight->range.lo) };
    if (!may_leave(known, &limits.allowed) || slot_map_get(&analysis->done, &formula->span) >= 0) return;
    if (!probe_begin(analysis->probe, part->score) || !probe_find(analysis->probe, outside, &limits)) return;
    Text shown = probe_shown(analysis->probe);
    Diag *report = diag(analysis->diags, DIAG_SCORE_RANGE, formula->span, part->name, analysis_number(analysis, limits.found.range.lo, UNIT_NONE),
                        analysis_number(analysis, weight->range.lo, UNIT_NONE), shown.at ? shown : in_every_case(analysis));
    diag_also(report, DIAG_CAP_SCORE, SPAN_NONE, analysis_number(analysis, weight->range.lo, UNIT_NONE));
    slot_map_set(&analysis->done, &formula->span, 1);
}

/* ---- full credit ---- */

static bool falls_short(const Value *known, Rat full) {
    if (!known || known->kind != VALUE_NUMBER || known->range.hi_infinite) return false;
    int order = rat_compare(known->range.hi, full);
    return order < 0 || (order == 0 && known->range.hi_open);
}

/* Whether something was told of the part already: it may be the very reason. */
static bool told_of(const Analysis *analysis, const Part *part) {
    for (int i = 0; i < analysis->diags->list.count; i++) {
        Span span = analysis->diags->list.at[i]->span;
        if (span.source == part->node->span.source && span.begin >= part->node->span.begin && span.end <= part->node->span.end) return true;
    }
    return false;
}

static void check_full(Analysis *analysis, const Part *part) {
    const Value *weight = part->weight >= 0 ? probe_known(analysis->probe, part->weight) : NULL;
    if (!weight || weight->kind != VALUE_NUMBER || !range_is_point(&weight->range) || rat_sign(weight->range.lo) <= 0) return;
    bool by_credit = part->credit >= 0;
    int slot = by_credit ? part->credit : part->score;
    const Value *known = slot >= 0 && !probe_is_fixed(analysis->probe, slot) ? probe_known(analysis->probe, slot) : NULL; /* a fixed share is meant */
    if (!falls_short(known, by_credit ? RAT_ONE : weight->range.lo) || told_of(analysis, part)) return;
    Text most = analysis_number(analysis, known->range.hi, by_credit ? UNIT_PERCENT : UNIT_NONE);
    Text full = by_credit ? TEXT("100%") : analysis_number(analysis, weight->range.lo, UNIT_NONE);
    const Node *clause = node_clause(part->node->kid[2], by_credit ? NODE_CREDIT : NODE_SCORE);
    Diag *report = diag(analysis->diags, DIAG_FULL_OUT_OF_REACH, clause ? clause->kid[0]->span : part->node->span, part->name, most, full);
    diag_also(report, DIAG_REACH_FULL, SPAN_NONE, full);
}

static void check_ceiling(Analysis *analysis, const Part *part) {
    const Value *weight = part->weight >= 0 ? probe_known(analysis->probe, part->weight) : NULL;
    const Value *most = part->at_most >= 0 ? probe_known(analysis->probe, part->at_most) : NULL;
    bool points = weight && most && weight->kind == VALUE_NUMBER && most->kind == VALUE_NUMBER && range_is_point(&weight->range) &&
                  range_is_point(&most->range) && part->kind == PART_INDICATOR;
    if (!points) return;
    Rat ceiling = most->unit == UNIT_PERCENT ? rat_multiply(most->range.lo, weight->range.lo) : most->range.lo;
    if (rat_compare(ceiling, weight->range.lo) <= 0) return;
    const Node *clause = node_clause(part->node->kid[2], NODE_AT_MOST);
    Diag *report = diag(analysis->diags, DIAG_CEILING_IDLE, clause ? clause->span : part->node->span, part->name, analysis_number(analysis, ceiling, UNIT_NONE),
                        analysis_number(analysis, weight->range.lo, UNIT_NONE));
    diag_also(report, DIAG_LOWER_CEILING, SPAN_NONE, analysis_number(analysis, weight->range.lo, UNIT_NONE));
}

void analyse_formulas(Analysis *analysis) {
    const Code *code = analysis->code;
    for (int i = 0; i < code->scored; i++) {
        const Op *op = &code->ops.at[i];
        if (op->code == OP_DIVIDE && op->node && probe_known(analysis->probe, i) && analysis_is_ours(analysis, op->node)) check_division(analysis, i);
    }
    for (int i = 0; i < code->parts.count; i++) {
        const Part *part = code->parts.at[i];
        if (part->kind != PART_INDICATOR && part->kind != PART_GROUP) continue;
        if (part->credit >= 0) check_credit(analysis, part);
        else if (part->score >= 0) check_score(analysis, part);
        if (!code->rows) check_ceiling(analysis, part);
    }
}

void analyse_full(Analysis *analysis) {
    for (int i = 0; i < analysis->code->parts.count && !analysis->code->rows; i++) {
        const Part *part = analysis->code->parts.at[i];
        if (part->kind == PART_INDICATOR || part->kind == PART_GROUP) check_full(analysis, part);
    }
}
