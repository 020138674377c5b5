/* analyse_table.c - rows tried in order: when, steps, linear, grades, levels. */
#include <string.h>

#include "engine/analysis.h"
#include "engine/arith.h"
#include "engine/decision.h"
#include "engine/grade.h"

#define CELLS_MAX 100000
#define GAPS_TOLD 3

static const Range everything = RANGE_ALL;

typedef enum ColumnKind {
    COLUMN_NUMBER,      /* the value of `a` */
    COLUMN_DIFFERENCE,  /* a less b: below, at and above 0 */
    COLUMN_WORDS,       /* the text of `a`: others, then one choice a text of the rules */
    COLUMN_TRUTH,       /* no, yes */
    COLUMN_LEVEL,       /* a choice a level */
    COLUMN_SENSE,       /* of a target: a choice a TargetSense */
    COLUMN_ANY          /* a condition nothing more is known of: no, yes */
} ColumnKind;

typedef struct Column {
    ColumnKind kind;
    int a, b;
    Text label, other;      /* as the rules have them */
    UnitId unit;
    const Scale *scale;
    VEC(Text) words;
} Column;

typedef struct Table {
    Analysis *analysis;
    const Probe *probe;
    Decision *decision;
    VEC(Column) columns;    /* beside those of the decision */
    const Node *node;
    Span inside;            /* of a method or function, looked at for all its uses: only its own numbers are constants */
} Table;

/* ---- constants ---- */

static bool within(Span outer, Span inner) {
    return outer.source == inner.source && inner.begin >= outer.begin && inner.end <= outer.end;
}

static bool is_own(const Table *table, int slot, int depth) {
    const Op *op = &table->analysis->code->ops.at[slot];
    if (op->code == OP_CONST) return op->node && within(table->inside, op->node->span);
    if (op->code == OP_NAMED) return probe_is_fixed(table->probe, slot); /* a constant of the module */
    if (depth > 20 || op->code == OP_MAKE_TARGET) return false;
    OP_EACH_OPERAND(table->analysis->code, op, operand) if (!is_own(table, operand, depth + 1)) return false;
    return true;
}

static bool constant(const Table *table, int slot, Value *value) {
    if (slot < 0 || !probe_is_fixed(table->probe, slot) || (table->inside.source && !is_own(table, slot, 0))) return false;
    *value = probe_value(table->analysis->probe, slot);
    return value->kind != VALUE_MISSING && value->kind != VALUE_ERROR;
}

static bool point(const Table *table, int slot, Value *value) {
    return constant(table, slot, value) && value->kind == VALUE_NUMBER && range_is_point(&value->range);
}

/* ---- columns ---- */

static Range range_of(const Table *table, int slot) {
    const Value *known = table->inside.source ? NULL : probe_known(table->probe, slot);
    return known && known->kind == VALUE_NUMBER ? known->range : everything;
}

static int add_column(Table *table, ColumnKind kind, int a, int b, int choices, Text label, Text other) {
    for (int i = 0; i < table->columns.count; i++) {
        const Column *column = &table->columns.at[i];
        if (column->kind == kind && probe_same(table->probe, column->a, a) && (b < 0 || probe_same(table->probe, column->b, b))) return i;
    }
    Column column = { .kind = kind, .a = a, .b = b, .label = label, .other = other };
    const Op *op = &table->analysis->code->ops.at[a];
    column.unit = op->type.unit >= 0 ? op->type.unit : UNIT_NONE;
    int input = probe_input(table->probe, a);
    if (input >= 0 && column.unit == UNIT_NONE) column.unit = probe_fill(table->probe, input)->unit;
    vec_push(&table->columns, column);
    if (kind == COLUMN_NUMBER) return decision_numbers(table->decision, range_of(table, a));
    if (kind == COLUMN_DIFFERENCE) return decision_numbers(table->decision, everything);
    return decision_choices(table->decision, choices);
}

static int word_choice(Table *table, int column, Text word) {
    Column *found = &table->columns.at[column];
    for (int i = 0; i < found->words.count; i++)
        if (text_same_name(found->words.at[i], word)) return i + 1;
    vec_push(&found->words, word);
    return decision_more(table->decision, column);
}

/* The rules' words for the left (0) or right (1) side of a comparison. */
static Text side_text(const Table *table, const Op *op, int side) {
    const Node *node = op->node;
    if (!node) return TEXT_NONE;
    if (node->kind == NODE_ARM) return side == 0 ? analysis_text(table->analysis, table->node->kid[0]) : analysis_text(table->analysis, node->kid[0]);
    bool two = (node->kind == NODE_COMPARE || node->kind == NODE_IN || node->kind == NODE_MEETS) && node->count > 1;
    return analysis_text(table->analysis, two ? node->kid[side] : node);
}

static const Test *opaque(Table *table, int slot) {
    const Value *known = table->inside.source ? NULL : probe_known(table->probe, slot);
    if (known && known->kind == VALUE_TRUTH && known->truth != TRUTH_UNKNOWN) return decision_constant(table->decision, (Truth)known->truth);
    const Op *op = &table->analysis->code->ops.at[slot];
    int column = add_column(table, COLUMN_ANY, slot, -1, 2, op->node ? analysis_text(table->analysis, op->node) : TEXT_NONE, TEXT_NONE);
    return decision_equals(table->decision, column, 1);
}

/* ---- conditions ---- */

static const Test *compare_words(Table *table, const Op *op, int a, const Value *value, int side) {
    if (op->mode != CMP_EQ && op->mode != CMP_NE) return NULL;
    int column, choice;
    if (value->kind == VALUE_TEXT) {
        column = add_column(table, COLUMN_WORDS, a, -1, 1, side_text(table, op, side), TEXT_NONE);
        choice = word_choice(table, column, value->text);
    } else {
        column = add_column(table, COLUMN_TRUTH, a, -1, 2, side_text(table, op, side), TEXT_NONE);
        choice = value->truth == TRUTH_YES;
    }
    const Test *same = decision_equals(table->decision, column, choice);
    return op->mode == CMP_EQ ? same : decision_not(table->decision, same);
}

/* A better level is greater. */
static const Test *compare_level(Table *table, const Op *op, int comparison, int a, const Value *value, int side) {
    const Scale *scale = value->level.scale;
    int column = add_column(table, COLUMN_LEVEL, a, -1, scale->count, side_text(table, op, side), TEXT_NONE);
    table->columns.at[column].scale = scale;
    const Test *any = decision_constant(table->decision, TRUTH_NO);
    for (int i = 0; i < scale->count; i++) {
        int order = value->level.best - i; /* above 0: better */
        bool holds = comparison == CMP_EQ   ? order == 0
                     : comparison == CMP_NE ? order != 0
                     : comparison == CMP_LT ? order < 0
                     : comparison == CMP_LE ? order <= 0
                     : comparison == CMP_GT ? order > 0
                                            : order >= 0;
        if (holds) any = decision_either(table->decision, any, decision_equals(table->decision, column, i));
    }
    return any;
}

static bool is_number(const Table *table, int slot) {
    const Op *op = &table->analysis->code->ops.at[slot];
    return op->type.kind == KIND_NUMBER || (op->type.kind == KIND_ANY && op->code != OP_CELL);
}

static const Test *compare(Table *table, int slot) {
    const Op *op = &table->analysis->code->ops.at[slot];
    for (int side = 0; side < 2; side++) {
        int of = side ? op->b : op->a, to = side ? op->a : op->b;
        int comparison = side ? mirrored(op->mode) : op->mode;
        Value value;
        if (!constant(table, to, &value)) continue;
        int a = probe_source(table->probe, of);
        if (value.kind == VALUE_NUMBER && range_is_point(&value.range)) {
            int column = add_column(table, COLUMN_NUMBER, a, -1, 0, side_text(table, op, side), TEXT_NONE);
            if (table->columns.at[column].unit == UNIT_NONE) table->columns.at[column].unit = value.unit;
            return decision_compare(table->decision, column, comparison, value.range.lo);
        }
        const Test *test = value.kind == VALUE_TEXT || value.kind == VALUE_TRUTH ? compare_words(table, op, a, &value, side)
                           : value.kind == VALUE_LEVEL                          ? compare_level(table, op, comparison, a, &value, side)
                                                                                : NULL;
        return test ? test : opaque(table, slot);
    }
    if (!is_number(table, op->a) || !is_number(table, op->b) || op->mode == CMP_EQ || op->mode == CMP_NE) return opaque(table, slot);
    int a = probe_source(table->probe, op->a), b = probe_source(table->probe, op->b);
    if (probe_same(table->probe, a, b)) return opaque(table, slot);
    for (int i = 0; i < table->columns.count; i++) { /* the same two the other way round */
        const Column *column = &table->columns.at[i];
        if (column->kind == COLUMN_DIFFERENCE && probe_same(table->probe, column->a, b) && probe_same(table->probe, column->b, a))
            return decision_compare(table->decision, i, mirrored(op->mode), RAT_ZERO);
    }
    int column = add_column(table, COLUMN_DIFFERENCE, a, b, 0, side_text(table, op, 0), side_text(table, op, 1));
    return decision_compare(table->decision, column, op->mode, RAT_ZERO);
}

static const Test *lies_in(Table *table, int slot) {
    const Op *op = &table->analysis->code->ops.at[slot];
    Value value;
    if (!constant(table, op->b, &value) || value.kind != VALUE_NUMBER) return opaque(table, slot);
    int column = add_column(table, COLUMN_NUMBER, probe_source(table->probe, op->a), -1, 0, side_text(table, op, 0), TEXT_NONE);
    if (table->columns.at[column].unit == UNIT_NONE) table->columns.at[column].unit = value.unit;
    return decision_within(table->decision, column, value.range);
}

static const Test *meets(Table *table, int slot) {
    const Op *op = &table->analysis->code->ops.at[slot];
    Value value;
    if (!constant(table, op->b, &value) || value.kind != VALUE_TARGET || value.target->value.kind != VALUE_NUMBER ||
        value.target->sense == TARGET_DEADLINE || value.target->sense == TARGET_WORDS)
        return opaque(table, slot);
    const Target *target = value.target;
    int column = add_column(table, COLUMN_NUMBER, probe_source(table->probe, op->a), -1, 0, side_text(table, op, 0), TEXT_NONE);
    if (table->columns.at[column].unit == UNIT_NONE) table->columns.at[column].unit = target->value.unit;
    if (target->sense == TARGET_WITHIN) return decision_within(table->decision, column, target->value.range);
    if (!range_is_point(&target->value.range)) return opaque(table, slot);
    int comparison = target->sense == TARGET_AT_LEAST  ? (target->strict ? CMP_GT : CMP_GE)
                     : target->sense == TARGET_AT_MOST ? (target->strict ? CMP_LT : CMP_LE)
                                                       : CMP_EQ;
    return decision_compare(table->decision, column, comparison, target->value.range.lo);
}

/* What a target is excludes what else it could be. */
static const Test *is_word(Table *table, int slot) {
    const Op *op = &table->analysis->code->ops.at[slot];
    static const int sense_of[WORD_COUNT] = { [WORD_AT_LEAST] = TARGET_AT_LEAST + 1, [WORD_AT_MOST] = TARGET_AT_MOST + 1,
                                              [WORD_EXACTLY] = TARGET_EXACTLY + 1,   [WORD_WITHIN] = TARGET_WITHIN + 1,
                                              [WORD_DEADLINE] = TARGET_DEADLINE + 1 };
    const Value *known = table->inside.source ? NULL : probe_known(table->probe, slot);
    bool settled = known && known->kind == VALUE_TRUTH && known->truth != TRUTH_UNKNOWN;
    if (settled || op->mode < 0 || op->mode >= WORD_COUNT || !sense_of[op->mode]) return opaque(table, slot);
    int column = add_column(table, COLUMN_SENSE, probe_source(table->probe, op->a), -1, TARGET_WORDS + 1, side_text(table, op, 0), TEXT_NONE);
    return decision_equals(table->decision, column, sense_of[op->mode] - 1);
}

static const Test *is_level(Table *table, int slot) {
    const Op *op = &table->analysis->code->ops.at[slot];
    int column = add_column(table, COLUMN_LEVEL, probe_source(table->probe, op->a), -1, op->scale->count, side_text(table, op, 0), TEXT_NONE);
    table->columns.at[column].scale = op->scale;
    return decision_equals(table->decision, column, op->index);
}

static const Test *test_of(Table *table, int slot, int depth) {
    const Op *op = &table->analysis->code->ops.at[slot];
    Value value;
    if (depth > 200) return opaque(table, slot);
    switch ((int)op->code) {
    case OP_NAMED:
    case OP_CALLED: return test_of(table, op->a, depth + 1);
    case OP_AND: return decision_both(table->decision, test_of(table, op->a, depth + 1), test_of(table, op->b, depth + 1));
    case OP_OR: return decision_either(table->decision, test_of(table, op->a, depth + 1), test_of(table, op->b, depth + 1));
    case OP_NOT: return decision_not(table->decision, test_of(table, op->a, depth + 1));
    case OP_CONST:
        if (constant(table, slot, &value) && value.kind == VALUE_TRUTH) return decision_constant(table->decision, (Truth)value.truth);
        return decision_constant(table->decision, TRUTH_UNKNOWN);
    case OP_COMPARE: return compare(table, slot);
    case OP_IN: return lies_in(table, slot);
    case OP_MEETS: return meets(table, slot);
    case OP_IS: return is_word(table, slot);
    case OP_IS_LEVEL: return is_level(table, slot);
    case OP_ENTRY:
        if (op->type.kind == KIND_TRUTH) {
            int column = add_column(table, COLUMN_TRUTH, slot, -1, 2, op->label, TEXT_NONE);
            return decision_equals(table->decision, column, 1);
        }
        break;
    default: break;
    }
    return opaque(table, slot);
}

/* ---- gaps in words ---- */

static const char *and_word(Lang lang) {
    return lang == LANG_ZH ? " 且 " : " and ";
}

static void difference_text(Buf *buf, const Column *column, int from, int to) {
    static const char *const signs[3][3] = { { "<", "≤", "" }, { "", "=", "≥" }, { "", "", ">" } };
    buf_format(buf, "%.*s %s %.*s", TEXT_ARG(column->label), signs[from][to], TEXT_ARG(column->other));
}

static Text choice_text(const Column *column, int choice, Lang lang) {
    static const char *const senses[][2] = { { "at_least", "不低于" }, { "at_most", "不高于" },   { "exactly", "等于" },
                                             { "within", "介于" },     { "deadline", "期限" },     { "qualitative", "定性" } };
    switch (column->kind) {
    case COLUMN_WORDS: return choice == 0 ? (lang == LANG_ZH ? TEXT("其他文字") : TEXT("anything else")) : column->words.at[choice - 1];
    case COLUMN_TRUTH: return keyword_text(choice ? KW_YES : KW_NO, lang);
    case COLUMN_LEVEL: return column->scale->at[choice].name;
    case COLUMN_SENSE: return text_of(senses[choice][lang]);
    case COLUMN_NUMBER:
    case COLUMN_DIFFERENCE:
    case COLUMN_ANY: break;
    }
    return TEXT_NONE;
}

static void choices_text(Buf *buf, const Column *column, int from, int to, Lang lang) {
    if (column->kind == COLUMN_ANY) {
        if (from == 1) buf_add(buf, column->label);
        else buf_format(buf, "%.*s(%.*s)", TEXT_ARG(keyword_text(KW_NOT, lang)), TEXT_ARG(column->label));
        return;
    }
    buf_format(buf, "%.*s %s ", TEXT_ARG(column->label), column->kind == COLUMN_SENSE ? (lang == LANG_ZH ? "为" : "is") : "=");
    for (int i = from; i <= to; i++)
        buf_format(buf, "%s%.*s", i == from ? "" : lang == LANG_ZH ? " 或 " : " or ", TEXT_ARG(choice_text(column, i, lang)));
}

static Text gap_text(const Table *table, const Gap *gap) {
    Buf buf = { 0 };
    Lang lang = table->analysis->lang;
    for (int c = 0; c < table->columns.count; c++) {
        const Column *column = &table->columns.at[c];
        if (gap->from[c] == 0 && gap->to[c] == decision_cells(table->decision, c) - 1) continue;
        if (buf.length) buf_add_z(&buf, and_word(lang));
        if (column->kind == COLUMN_NUMBER) {
            Range low = decision_cell(table->decision, c, gap->from[c]), high = decision_cell(table->decision, c, gap->to[c]);
            Range all = range_hull(&low, &high);
            analysis_region(&buf, table->analysis, column->label, &all, column->unit);
        } else if (column->kind == COLUMN_DIFFERENCE) {
            difference_text(&buf, column, gap->from[c], gap->to[c]);
        } else {
            choices_text(&buf, column, gap->from[c], gap->to[c], lang);
        }
    }
    return buf.length ? text_copy(buf_text(&buf)) : TEXT_NONE;
}

/* ---- gaps, shown ---- */

static bool no_band(void *data, const Value *value) {
    (void)data;
    return value->kind == VALUE_ERROR && value->error == ERROR_NO_BAND;
}

/* a below, at or above b: b as it comes, a to fit; where a cannot be moved, the other way round. */
static bool reach_difference(Probe *probe, const Column *column, int sign) {
    for (int turn = 0; turn < 2; turn++) {
        int still = turn ? column->a : column->b, moves = turn ? column->b : column->a;
        int way = turn ? 2 - sign : sign;
        Value base = probe_value(probe, still);
        if (base.kind != VALUE_NUMBER || !range_is_point(&base.range)) {
            const Range positive = range_at_least(RAT_ZERO, true);
            if (!probe_reach(probe, still, &positive)) continue;
            base = probe_value(probe, still);
            if (base.kind != VALUE_NUMBER || !range_is_point(&base.range)) continue;
        }
        Range to = way == 0 ? range_at_most(base.range.lo, true) : way == 1 ? range_point(base.range.lo) : range_at_least(base.range.lo, true);
        if (probe_reach(probe, moves, &to)) return true;
    }
    return false;
}

static bool reach_cell(const Table *table, const int *cell) {
    Probe *probe = table->analysis->probe;
    for (int c = 0; c < table->columns.count; c++) {
        const Column *column = &table->columns.at[c];
        int input = probe_input(probe, column->a);
        if (column->kind == COLUMN_NUMBER) {
            Range to = decision_cell(table->decision, c, cell[c]);
            if (!probe_reach(probe, column->a, &to)) return false;
        } else if (column->kind == COLUMN_DIFFERENCE) {
            if (!reach_difference(probe, column, cell[c])) return false;
        } else if (column->kind != COLUMN_ANY && column->kind != COLUMN_SENSE && input >= 0) {
            if (column->kind == COLUMN_WORDS && cell[c] == 0) continue; /* anything else: tried */
            if (!probe_enter(probe, input, choice_text(column, cell[c], LANG_EN))) return false;
        }
    }
    return true;
}

/* An input in some cell of the gap. */
static bool show_gap(const Table *table, const Gap *gap, int slot, Text *shown) {
    int columns = table->columns.count;
    int *cell = mem_leaf(sizeof(int) * (size_t)(columns + 1));
    memcpy(cell, gap->from, sizeof(int) * (size_t)columns);
    for (int tries = 0; tries < 12; tries++) {
        if (!probe_begin(table->analysis->probe, slot)) return false;
        if (reach_cell(table, cell) && probe_find(table->analysis->probe, no_band, NULL)) {
            *shown = probe_shown(table->analysis->probe);
            return true;
        }
        int c = columns - 1;
        while (c >= 0 && ++cell[c] > gap->to[c]) {
            cell[c] = gap->from[c];
            c--;
        }
        if (c < 0) break;
    }
    return false;
}

static void tell_gaps(Table *table, const Reach *reach, int slot) {
    Analysis *analysis = table->analysis;
    int told = 0;
    for (int i = 0; i < reach->gaps.count && told < GAPS_TOLD; i++) {
        Text shown, where = gap_text(table, &reach->gaps.at[i]);
        if (!show_gap(table, &reach->gaps.at[i], slot, &shown) || !shown.at) continue;
        Diag *report = diag(analysis->diags, DIAG_ROWS_GAP, table->node->span, where.at ? where : shown, shown);
        diag_also(report, table->node->kind == NODE_LINEAR ? DIAG_ADD_PIECE : DIAG_ADD_OTHERWISE, SPAN_NONE, shown);
        told++;
    }
}

/* ---- rows ---- */

/* The method or function that `node` stands in, or no place. */
static Span declaration_around(const Analysis *analysis, const Node *node) {
    const Scheme *scheme = analysis->program->scheme;
    for (int m = 0; m < scheme->modules.count; m++) {
        if (scheme->modules.at[m]->source->id != node->span.source) continue;
        NODE_EACH(scheme->modules.at[m]->tree->kid[0], item)
        if (item && (item->kind == NODE_METHOD || item->kind == NODE_FUNCTION) && within(item->span, node->span)) return item->span;
    }
    return SPAN_NONE;
}

static Table table_begin(Analysis *analysis, const Node *node, Span inside) {
    return (Table){ .analysis = analysis, .probe = analysis->probe, .decision = decision_new(), .node = node, .inside = inside };
}

static const Node *arm_of(const Node *node, int row) {
    const Node *rows = node->kid[node->kind == NODE_WHEN ? 0 : 1];
    NODE_EACH(rows, arm) {
        if (arm->kind != NODE_ARM) continue;
        if (row-- == 0) return arm;
    }
    return node;
}

static Text condition_text(const Table *table, const Node *arm) {
    Buf buf = { 0 };
    static const char *const signs[] = { "", "=", "≠", "<", "≤", ">", "≥" };
    if (arm->op >= CMP_EQ && arm->op <= CMP_GE) buf_format(&buf, "%s ", signs[arm->op]);
    buf_add(&buf, analysis_text(table->analysis, arm->kid[0]));
    return text_copy(buf_text(&buf));
}

static void tell_rows(const Table *table, const Reach *reach, int rows) {
    Diags *diags = table->analysis->diags;
    for (int row = 0; row < rows; row++) {
        if (reach->first[row]) continue;
        const Node *arm = arm_of(table->node, row);
        if (!arm->kid[0]) continue;
        Text condition = condition_text(table, arm);
        if (!reach->holds[row]) {
            Diag *report = diag(diags, DIAG_ROW_NEVER, arm->kid[0]->span, condition);
            for (int c = 0; c < table->columns.count; c++) { /* what is known of its columns beforehand */
                const Column *column = &table->columns.at[c];
                Range all = column->kind == COLUMN_NUMBER ? range_of(table, column->a) : everything;
                if (all.lo_infinite && all.hi_infinite) continue;
                Buf buf = { 0 };
                analysis_region(&buf, table->analysis, column->label, &all, column->unit);
                diag_also(report, DIAG_ALWAYS_WITHIN, SPAN_NONE, buf_text(&buf));
            }
            continue;
        }
        Diag *report = diag(diags, DIAG_ROW_MASKED, arm->kid[0]->span, condition);
        if (reach->masked_by[row] >= 0) {
            const Node *before = arm_of(table->node, reach->masked_by[row]);
            diag_also(report, DIAG_MASKED_BY, before->kid[0]->span, condition_text(table, before));
        }
        diag_also(report, DIAG_MOVE_UP, SPAN_NONE, condition);
    }
}

static bool different(const Table *table, int a, int b) {
    Value x, y;
    return !(constant(table, a, &x) && constant(table, b, &y) && value_same(&x, &y));
}

static void tell_overlap(const Table *table, const Node *arm, const Node *before, const Range *both, Text label, UnitId unit) {
    Buf buf = { 0 };
    analysis_region(&buf, table->analysis, label, both, unit);
    Diag *report = diag(table->analysis->diags, DIAG_ROWS_OVERLAP, arm->kid[0]->span, buf_text(&buf));
    diag_also(report, DIAG_FIRST_COUNTS, before->kid[0]->span, buf_text(&buf));
    diag_also(report, DIAG_LEAVE_EDGE, SPAN_NONE, buf_text(&buf));
}

/* Two rows that state ranges claim the same numbers for different results. */
static void tell_ranges(const Table *table, const Reach *reach, const Op *choose) {
    const Code *code = table->analysis->code;
    const int *args = &code->args.at[choose->first];
    for (int j = 2; j + 1 < choose->count; j += 2) {
        const Op *later = &code->ops.at[args[j]];
        Value b;
        if (later->code != OP_IN || !reach->first[j / 2] || !constant(table, later->b, &b) || b.kind != VALUE_NUMBER) continue;
        for (int i = 0; i < j; i += 2) {
            const Op *op = &code->ops.at[args[i]];
            Value a;
            Range both;
            if (op->code != OP_IN || !probe_same(table->probe, op->a, later->a) || !constant(table, op->b, &a) || a.kind != VALUE_NUMBER) continue;
            if (range_intersect(&a.range, &b.range, &both) != RANGE_OK || !different(table, args[i + 1], args[j + 1])) continue;
            tell_overlap(table, arm_of(table->node, j / 2), arm_of(table->node, i / 2), &both, side_text(table, later, 0), b.unit);
            break;
        }
    }
}

/* Within what is left to be spent: a check has to end soon. */
static Reach *solve_rows(Table *table, int rows) {
    long each = 1 + rows + (long)rows * rows / 8, limit = table->analysis->steps / each;
    Reach *reach = decision_solve(table->decision, limit < CELLS_MAX ? limit : CELLS_MAX);
    long cells = reach != NULL;
    for (int c = 0; reach && c < decision_columns(table->decision); c++)
        cells *= decision_cells(table->decision, c);
    table->analysis->steps -= cells * each;
    return reach;
}

static Reach *solve(Table *table, const Op *choose) {
    for (int i = 0; i + 1 < choose->count; i += 2)
        decision_row(table->decision, test_of(table, table->analysis->code->args.at[choose->first + i], 0));
    return solve_rows(table, choose->count / 2);
}

static bool ends_open(const Analysis *analysis, const Op *choose) {
    const Op *last = &analysis->code->ops.at[analysis->code->args.at[choose->first + choose->count - 1]];
    return last->code == OP_CONST && last->value->kind == VALUE_ERROR && last->value->error == ERROR_NO_BAND;
}

static void check_choose(Analysis *analysis, int slot) {
    const Op *choose = &analysis->code->ops.at[slot];
    const Node *node = choose->node;
    Span around = declaration_around(analysis, node);
    if (analysis_first(analysis, node)) { /* rows never reached, whatever it is used for */
        Table table = table_begin(analysis, node, around);
        Reach *reach = solve(&table, choose);
        if (reach) {
            tell_rows(&table, reach, choose->count / 2);
            tell_ranges(&table, reach, choose);
        }
    }
    if (!ends_open(analysis, choose) || slot_map_get(&analysis->done, &node->op) >= 0) return;
    Table table = table_begin(analysis, node, SPAN_NONE);
    Reach *reach = solve(&table, choose);
    int before = analysis->diags->warnings;
    if (reach && reach->gaps.count > 0) tell_gaps(&table, reach, slot);
    if (analysis->diags->warnings > before) slot_map_set(&analysis->done, &node->op, 1); /* once for all uses */
}

/* ---- linear ---- */

typedef struct Piece {
    Rat x[2], y[2];
} Piece;

static bool piece_at(const Table *table, const Op *op, int index, Piece *piece) {
    const int *args = &table->analysis->code->args.at[op->first + 1 + index * 4];
    Value value[4];
    for (int i = 0; i < 4; i++)
        if (!point(table, args[i], &value[i])) return false;
    *piece = (Piece){ { value[0].range.lo, value[1].range.lo }, { value[2].range.lo, value[3].range.lo } };
    return true;
}

static Rat piece_y(const Piece *piece, Rat x) {
    Rat run = rat_subtract(piece->x[1], piece->x[0]);
    if (rat_is_zero(run)) return piece->y[1];
    return rat_add(piece->y[0], rat_multiply(rat_divide(rat_subtract(piece->y[1], piece->y[0]), run), rat_subtract(x, piece->x[0])));
}

static Range piece_range(const Piece *piece) {
    bool rising = rat_compare(piece->x[0], piece->x[1]) <= 0;
    return range_closed(piece->x[!rising], piece->x[rising]);
}

/* Points have to go one way: up, or down. */
static void check_points(const Table *table, const Op *op) {
    int pieces = (op->count - 1) / 4, way = 0;
    for (int i = 0; i < pieces; i++) {
        Piece piece;
        if (!piece_at(table, op, i, &piece)) return;
        int step = rat_compare(piece.x[1], piece.x[0]);
        const Node *arm = arm_of(table->node, i + 1);
        Text at = analysis_text(table->analysis, arm->kid[0]);
        if (step == 0) diag_also(diag(table->analysis->diags, DIAG_LINEAR_TWICE, arm->kid[0]->span, at), DIAG_ONE_POINT, SPAN_NONE, at);
        else if (way && step != way)
            diag_also(diag(table->analysis->diags, DIAG_LINEAR_ORDER, arm->kid[0]->span, at), DIAG_SORT_POINTS, SPAN_NONE, at);
        if (step && !way) way = step;
        else if (step && step != way) return;
    }
}

static void check_pieces(const Table *table, const Op *op, UnitId unit) {
    int pieces = (op->count - 1) / 4;
    for (int j = 1; j < pieces && pieces <= 200; j++) {
        Piece later;
        if (!piece_at(table, op, j, &later)) return;
        Range b = piece_range(&later);
        for (int i = 0; i < j; i++) {
            Piece piece;
            Range both;
            if (!piece_at(table, op, i, &piece)) return;
            Range a = piece_range(&piece);
            if (range_intersect(&a, &b, &both) != RANGE_OK) continue;
            if (rat_equal(piece_y(&piece, both.lo), piece_y(&later, both.lo)) && rat_equal(piece_y(&piece, both.hi), piece_y(&later, both.hi))) continue;
            tell_overlap(table, arm_of(table->node, j), arm_of(table->node, i), &both, analysis_text(table->analysis, table->node->kid[0]), unit);
            break;
        }
    }
}

static void check_linear(Analysis *analysis, int slot) {
    const Op *op = &analysis->code->ops.at[slot];
    Table table = table_begin(analysis, op->node, declaration_around(analysis, op->node));
    int subject = analysis->code->args.at[op->first];
    UnitId unit = analysis->code->ops.at[analysis->code->args.at[op->first + 1]].type.unit;
    if (analysis_first(analysis, op->node)) {
        if (op->mode) check_points(&table, op);
        else check_pieces(&table, op, unit < 0 ? UNIT_NONE : unit);
    }
    if (op->mode || slot_map_get(&analysis->done, &op->node->op) >= 0) return; /* level beyond its ends */
    table = table_begin(analysis, op->node, SPAN_NONE);
    int column = add_column(&table, COLUMN_NUMBER, probe_source(analysis->probe, subject), -1, 0, analysis_text(analysis, op->node->kid[0]), TEXT_NONE);
    if (unit > 0) table.columns.at[column].unit = unit;
    for (int i = 0; i < (op->count - 1) / 4; i++) {
        Piece piece;
        if (!piece_at(&table, op, i, &piece)) return;
        decision_row(table.decision, decision_within(table.decision, column, piece_range(&piece)));
    }
    Reach *reach = solve_rows(&table, (op->count - 1) / 4);
    int before = analysis->diags->warnings;
    if (reach) tell_gaps(&table, reach, slot);
    if (analysis->diags->warnings > before) slot_map_set(&analysis->done, &op->node->op, 1);
}

void analyse_tables(Analysis *analysis) {
    for (int i = 0; i < analysis->code->scored; i++) {
        const Op *op = &analysis->code->ops.at[i];
        if (!op->node || !probe_known(analysis->probe, i) || !analysis_is_ours(analysis, op->node)) continue;
        if (op->code == OP_CHOOSE && (op->node->kind == NODE_WHEN || op->node->kind == NODE_STEPS)) check_choose(analysis, i);
        if (op->code == OP_LINEAR && op->node->kind == NODE_LINEAR) check_linear(analysis, i);
    }
}

/* ---- grades ---- */

static bool given_by_veto(const Program *program, int band) {
    for (int i = 0; i < program->form.parts.count; i++)
        if (program->form.parts.at[i]->kind == PART_VETO && program->form.parts.at[i]->band == band) return true;
    return false;
}

/* How fine the total is: to so many places, or -1 for any number. */
static int total_places(const Program *program) {
    const Part *total = program->form.parts.at[program->total];
    if (program->rounds_grade) return program->grade_places;
    return total->rounds ? total->places : -1;
}

/* A total in the cell, as fine as totals are. */
static bool total_in(const Program *program, const Range *cell, Rat *total) {
    int places = total_places(program);
    Rat sample = probe_sample(program->units, cell, UNIT_NONE);
    *total = sample;
    if (places < 0) return true;
    for (int way = 0; way < 2; way++) {
        *total = rat_round(sample, places, way ? RAT_UP : RAT_DOWN);
        if (range_contains(cell, *total)) return true;
    }
    return false;
}

static Table grade_table(Analysis *analysis, const Node *node, const Range *totals) {
    Table table = table_begin(analysis, node, SPAN_NONE);
    const Program *program = analysis->program;
    Column column = { .kind = COLUMN_NUMBER, .a = -1, .b = -1, .label = keyword_text(KW_TOTAL, analysis->lang), .unit = UNIT_NONE };
    vec_push(&table.columns, column);
    decision_numbers(table.decision, *totals);
    for (int i = 0; i < program->bands.count; i++) {
        const Band *band = &program->bands.at[i];
        Value bound;
        if (band->op == KW_OTHERWISE) decision_row(table.decision, decision_constant(table.decision, TRUTH_YES));
        else if (band->op != KW_WHEN && band->slot >= 0 && point(&table, band->slot, &bound))
            decision_row(table.decision, decision_compare(table.decision, 0, band->op, bound.range.lo));
        else
            decision_row(table.decision, decision_constant(table.decision, TRUTH_UNKNOWN));
    }
    return table;
}

void analyse_grades(Analysis *analysis) {
    const Program *program = analysis->program;
    const FormResult *blank = probe_blank(analysis->probe);
    if (program->bands.count == 0 || !analysis_is_ours(analysis, program->bands.at[0].node)) return;
    Value score = result_total(blank)->score;
    if (score.kind == VALUE_NUMBER && program->rounds_grade) {
        Value places = value_number(RAT_INT(program->grade_places), UNIT_NONE);
        score = arith_round(program->units, &score, &places, program->grade_mode);
    }
    Range totals = score.kind == VALUE_NUMBER ? score.range : everything;
    if (program->has_rows) totals = everything; /* the rows are in the data */
    const Node *first = program->bands.at[0].node;
    Table table = grade_table(analysis, first, &totals);
    Reach *reach = decision_solve(table.decision, CELLS_MAX);
    for (int i = 0; reach && i < program->bands.count; i++) {
        const Band *band = &program->bands.at[i];
        if (reach->first[i] || band->op == KW_OTHERWISE || given_by_veto(program, i)) continue;
        Span place = analysis_name_place(band->node->kid[0]);
        Diag *report = diag(analysis->diags, DIAG_GRADE_NEVER, place, band->name);
        if (reach->holds[i] && reach->masked_by[i] >= 0) {
            const Band *before = &program->bands.at[reach->masked_by[i]];
            diag_also(report, DIAG_GRADE_BEFORE, analysis_name_place(before->node->kid[0]), before->name);
            diag_also(report, DIAG_SORT_GRADES, SPAN_NONE, band->name);
        } else {
            Buf buf = { 0 };
            analysis_region(&buf, analysis, table.columns.at[0].label, &totals, UNIT_NONE);
            diag_also(report, DIAG_ALWAYS_WITHIN, SPAN_NONE, buf_text(&buf));
        }
    }
    for (int i = 0; reach && i < reach->gaps.count && i < GAPS_TOLD; i++) {
        const Gap *gap = &reach->gaps.at[i];
        int *bands = mem_leaf(sizeof(int) * (size_t)(program->bands.count + 1));
        for (int cell = gap->from[0]; cell <= gap->to[0]; cell++) {
            Range range = decision_cell(table.decision, 0, cell);
            Rat total;
            if (!total_in(program, &range, &total)) continue;
            Value value = value_number(total, UNIT_NONE);
            if (grade_of_total(blank, &value, bands) > 0) continue;
            Diag *report = diag(analysis->diags, DIAG_GRADES_GAP, first->span, gap_text(&table, gap), analysis_number(analysis, total, UNIT_NONE));
            diag_also(report, DIAG_ADD_GRADE, SPAN_NONE, program->bands.at[program->bands.count - 1].name);
            break;
        }
    }
}

/* ---- levels ---- */

/* Bands of credit that touch: neither a gap nor an overlap between one level and the next.  Levels with fixed credit
   have gaps by their nature. */
static void check_scale(Diags *diags, const Node *node) {
    const Scale *scale = node->symbol->scale;
    for (int i = 0; i + 1 < scale->count; i++) {
        const Range *better = &scale->at[i].credit, *worse = &scale->at[i + 1].credit;
        const Node *level = node->kid[1]->kid[i + 1];
        Buf at = { 0 };
        rat_write_short(&at, rat_multiply(worse->hi, RAT_INT(100)), 3);
        buf_add_z(&at, "%");
        if (worse->hi_infinite || better->lo_infinite) continue;
        int order = rat_compare(worse->hi, better->lo);
        bool point = range_is_point(better) || range_is_point(worse);
        if (rat_compare(worse->hi, better->hi) > 0) {
            diag_also(diag(diags, DIAG_LEVELS_ORDER, level->span, scale->at[i + 1].name, scale->at[i].name), DIAG_BEST_FIRST, SPAN_NONE, scale->at[i].name);
        } else if (!point && (order > 0 || (order == 0 && !worse->hi_open && !better->lo_open))) {
            diag_also(diag(diags, DIAG_LEVELS_OVERLAP, level->span, scale->at[i].name, scale->at[i + 1].name, buf_text(&at)), DIAG_OPEN_END, SPAN_NONE, buf_text(&at));
        } else if (!point && (order < 0 || (worse->hi_open && better->lo_open))) {
            diag_also(diag(diags, DIAG_LEVELS_GAP, level->span, scale->at[i].name, scale->at[i + 1].name), DIAG_JOIN_BANDS, SPAN_NONE, buf_text(&at));
        }
    }
}

void analyse_levels(const Scheme *scheme) {
    for (int m = 0; m < scheme->modules.count; m++) {
        const Module *module = scheme->modules.at[m];
        if (module->standard) continue;
        NODE_EACH(module->tree->kid[0], node)
        if (node && node->kind == NODE_LEVELS && node->symbol && node->symbol->scale && node->symbol->scale->count == node->kid[1]->count) check_scale(scheme->diags, node);
    }
}
