#include "engine/analyse.h"

#include "engine/analysis.h"

/* The value of each slot that depends on nothing entered: operands stand before their use, so one pass will do. */
typedef struct Constants {
    bool *known;
    Rat *value;
} Constants;

static bool constant(const Constants *constants, int slot, Rat *value) {
    if (slot < 0 || !constants->known[slot]) return false;
    *value = constants->value[slot];
    return true;
}

static bool work_out(const Constants *constants, const Op *op, Rat *value) {
    Rat a, b;
    if (op->code == OP_CONST) {
        bool point = op->value->kind == VALUE_NUMBER && range_is_point(&op->value->range);
        if (point) *value = op->value->range.lo;
        return point;
    }
    if (op->code == OP_NAMED || op->code == OP_CALLED) return constant(constants, op->a, value);
    if (op->code == OP_NEGATE && constant(constants, op->a, &a)) {
        *value = rat_negate(a);
        return true;
    }
    if (op->code < OP_ADD || op->code > OP_DIVIDE || !constant(constants, op->a, &a) || !constant(constants, op->b, &b)) return false;
    if (op->code == OP_DIVIDE && rat_is_zero(b)) return false;
    *value = op->code == OP_ADD        ? rat_add(a, b)
             : op->code == OP_SUBTRACT ? rat_subtract(a, b)
             : op->code == OP_MULTIPLY ? rat_multiply(a, b)
                                       : rat_divide(a, b);
    return !rat_is_huge(*value);
}

static Constants constants_of(const Code *code) {
    Constants constants = { mem_leaf((size_t)code->ops.count + 1), MEM_ARRAY(Rat, code->ops.count + 1) };
    for (int i = 0; i < code->ops.count; i++)
        constants.known[i] = work_out(&constants, &code->ops.at[i], &constants.value[i]);
    return constants;
}

static Span name_place(const Part *part) {
    const Node *decl = part->node->kid[0];
    return decl->name_span.source ? decl->name_span : decl->span;
}

/* The weight of each part: its own, or the sum of what is in it; children stand before their groups. */
static Constants weights_of(const Code *code, const Constants *slots) {
    Constants weights = { mem_leaf((size_t)code->parts.count + 1), MEM_ARRAY(Rat, code->parts.count + 1) };
    for (int i = 0; i < code->parts.count; i++) {
        const Part *part = code->parts.at[i];
        weights.known[i] = part->weight >= 0 ? constant(slots, part->weight, &weights.value[i]) : part->kind == PART_GROUP;
        if (part->weight >= 0 || part->kind != PART_GROUP) continue;
        weights.value[i] = RAT_ZERO;
        for (int j = 0; j < part->children.count; j++) {
            int child = part->children.at[j];
            if (code->parts.at[child]->kind > PART_GROUP) continue;
            weights.known[i] &= weights.known[child];
            if (weights.known[i]) weights.value[i] = rat_add(weights.value[i], weights.value[child]);
        }
    }
    return weights;
}

static void check_indicator(const Program *program, const Constants *weights, const Part *part) {
    Rat weight;
    if (part->node->kind != NODE_INDICATOR || !constant(weights, part->index, &weight) || rat_sign(weight) > 0) return;
    diag(program->scheme->diags, DIAG_WEIGHT_NOT_POSITIVE, part->node->kid[1]->span, part->name, rat_text(weight));
}

static void check_group(const Program *program, const Constants *weights, const Part *part) {
    Rat declared, sum = RAT_ZERO, child;
    if (part->weight < 0 || part->score >= 0 || part->children.count == 0 || !constant(weights, part->index, &declared)) return;
    for (int i = 0; i < part->children.count; i++) {
        if (!constant(weights, part->children.at[i], &child)) return;
        sum = rat_add(sum, child);
    }
    if (rat_equal(sum, declared)) return;
    Diag *report = diag(program->scheme->diags, DIAG_WEIGHT_SUM, name_place(part), part->name, rat_text(sum), rat_text(declared));
    if (rat_compare(sum, declared) < 0)
        diag_also(report, DIAG_GIVE_REMAINING, SPAN_NONE, rat_text(rat_subtract(declared, sum)), rat_text(sum));
    else
        diag_also(report, DIAG_TAKE_EXCESS, SPAN_NONE, rat_text(rat_subtract(sum, declared)), rat_text(sum));
}

void analyse(const Program *program) {
    Constants slots = constants_of(&program->form), weights = weights_of(&program->form, &slots);
    for (int i = 0; i < program->form.parts.count; i++) {
        const Part *part = program->form.parts.at[i];
        if (part->kind == PART_INDICATOR) check_indicator(program, &weights, part);
        if (part->kind == PART_GROUP) check_group(program, &weights, part);
    }
}

/* ---- all of it ---- */

bool analysis_is_ours(const Analysis *analysis, const Node *node) {
    const Scheme *scheme = analysis->program->scheme;
    for (int m = 0; m < scheme->modules.count; m++)
        if (scheme->modules.at[m]->source->id == node->span.source) return !scheme->modules.at[m]->standard;
    return false;
}

Text analysis_text(const Analysis *analysis, const Node *node) {
    if (!node || node->span.source <= 0 || node->span.source > analysis->diags->sources.count) return TEXT_NONE;
    Text whole = analysis->diags->sources.at[node->span.source - 1]->text;
    Text text = text_trim(text_slice(whole, node->span.begin, node->span.end));
    Buf line = { 0 };
    bool blank = false;
    for (size_t i = 0; i < text.length; i++) { /* over several lines: on one */
        char c = text.at[i];
        bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!space && blank) buf_char(&line, ' ');
        if (!space) buf_char(&line, c);
        blank = space;
    }
    return text_copy(buf_text(&line));
}

Span analysis_name_place(const Node *decl) {
    return decl->name_span.source ? decl->name_span : decl->span;
}

bool analysis_first(Analysis *analysis, const void *key) {
    if (slot_map_get(&analysis->done, key) >= 0) return false;
    slot_map_set(&analysis->done, key, 0);
    return true;
}

Text analysis_number(const Analysis *analysis, Rat number, UnitId unit) {
    Buf buf = { 0 };
    Value value = value_number(number, unit);
    value_write(&buf, &value, analysis->program->units, analysis->lang, 4);
    return text_copy(buf_text(&buf));
}

void analysis_region(Buf *buf, const Analysis *analysis, Text label, const Range *range, UnitId unit) {
    if (range_is_point(range)) {
        buf_format(buf, "%.*s = %.*s", TEXT_ARG(label), TEXT_ARG(analysis_number(analysis, range->lo, unit)));
    } else if (range->lo_infinite || range->hi_infinite) {
        buf_add(buf, label);
        if (!range->lo_infinite) buf_format(buf, " %s %.*s", range->lo_open ? ">" : "≥", TEXT_ARG(analysis_number(analysis, range->lo, unit)));
        if (!range->hi_infinite) buf_format(buf, " %s %.*s", range->hi_open ? "<" : "≤", TEXT_ARG(analysis_number(analysis, range->hi, unit)));
    } else {
        buf_format(buf, "%.*s %s ", TEXT_ARG(analysis_number(analysis, range->lo, unit)), range->lo_open ? "<" : "≤");
        buf_add(buf, label);
        buf_format(buf, " %s %.*s", range->hi_open ? "<" : "≤", TEXT_ARG(analysis_number(analysis, range->hi, unit)));
    }
}

static bool has_indicators(const Program *program) {
    for (int i = 0; i < program->form.parts.count; i++)
        if (program->form.parts.at[i]->kind == PART_INDICATOR || program->form.parts.at[i]->kind == PART_GROUP) return true;
    return program->has_rows;
}

static void analyse_code(const Program *program, const Code *code) {
    Analysis analysis = { .program = program, .code = code, .diags = program->scheme->diags, .lang = program->scheme->lang,
                          .steps = 40000000 };
    analysis.probe = probe_new(program, code);
    analyse_formulas(&analysis);
    analyse_tables(&analysis);
    analyse_targets(&analysis);
    analyse_conditions(&analysis);
    analyse_full(&analysis);
    if (!code->rows) analyse_grades(&analysis);
}

void analyse_all(const Program *program) {
    Scheme *scheme = program->scheme;
    analyse(program);
    if (scheme->diags->errors > 0) return; /* what rests on a mistake would be told twice */
    analyse_names(scheme);
    analyse_levels(scheme);
    if (!has_indicators(program)) return;
    if (program->has_rows) analyse_code(program, &program->row);
    analyse_code(program, &program->form);
}
