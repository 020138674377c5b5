#include "engine/analyse.h"

/* The value of a slot that depends on nothing entered, worked out by hand over constants and sums of them. */
static bool constant(const Code *code, int slot, Rat *value) {
    if (slot < 0) return false;
    const Op *op = &code->ops.at[slot];
    Rat a, b;
    switch ((int)op->code) {
    case OP_CONST:
        if (op->value->kind != VALUE_NUMBER || !range_is_point(&op->value->range)) return false;
        *value = op->value->range.lo;
        return true;
    case OP_NAMED:
    case OP_CALLED: return constant(code, op->a, value);
    case OP_NEGATE:
        if (!constant(code, op->a, &a)) return false;
        *value = rat_negate(a);
        return true;
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_MULTIPLY:
    case OP_DIVIDE:
        if (!constant(code, op->a, &a) || !constant(code, op->b, &b)) return false;
        if (op->code == OP_DIVIDE && rat_is_zero(b)) return false;
        *value = op->code == OP_ADD        ? rat_add(a, b)
                 : op->code == OP_SUBTRACT ? rat_subtract(a, b)
                 : op->code == OP_MULTIPLY ? rat_multiply(a, b)
                                           : rat_divide(a, b);
        return !rat_is_huge(*value);
    default: return false;
    }
}

static Span name_place(const Part *part) {
    const Node *decl = part->node->kid[0];
    return decl->name_span.source ? decl->name_span : decl->span;
}

/* The weight of a part: its own, or the sum of what is in it. */
static bool weight_of(const Code *code, const Part *part, Rat *weight) {
    if (part->weight >= 0) return constant(code, part->weight, weight);
    if (part->kind != PART_GROUP) return false;
    *weight = RAT_ZERO;
    for (int i = 0; i < part->children.count; i++) {
        Rat child;
        const Part *of = code->parts.at[part->children.at[i]];
        if (of->kind > PART_GROUP) continue;
        if (!weight_of(code, of, &child)) return false;
        *weight = rat_add(*weight, child);
    }
    return true;
}

static void check_indicator(const Program *program, const Part *part) {
    Rat weight;
    if (part->node->kind != NODE_INDICATOR || !constant(&program->form, part->weight, &weight) || rat_sign(weight) > 0) return;
    diag(program->scheme->diags, DIAG_WEIGHT_NOT_POSITIVE, part->node->kid[1]->span, part->name, rat_text(weight));
}

static void check_group(const Program *program, const Part *part) {
    Rat declared, sum = RAT_ZERO;
    int counted = 0;
    if (part->weight < 0 || part->score >= 0 || part->children.count == 0 || !constant(&program->form, part->weight, &declared)) return;
    for (int i = 0; i < part->children.count; i++) {
        Rat child;
        const Part *of = program->form.parts.at[part->children.at[i]];
        if (!weight_of(&program->form, of, &child)) return;
        sum = rat_add(sum, child);
        counted++;
    }
    if (counted == 0 || rat_equal(sum, declared)) return;
    Diag *report = diag(program->scheme->diags, DIAG_WEIGHT_SUM, name_place(part), part->name, rat_text(sum), rat_text(declared));
    if (rat_compare(sum, declared) < 0)
        diag_also(report, DIAG_GIVE_REMAINING, SPAN_NONE, rat_text(rat_subtract(declared, sum)), rat_text(sum));
    else
        diag_also(report, DIAG_TAKE_EXCESS, SPAN_NONE, rat_text(rat_subtract(sum, declared)), rat_text(sum));
}

void analyse(const Program *program) {
    for (int i = 0; i < program->form.parts.count; i++) {
        const Part *part = program->form.parts.at[i];
        if (part->kind == PART_INDICATOR) check_indicator(program, part);
        if (part->kind == PART_GROUP) check_group(program, part);
    }
}
