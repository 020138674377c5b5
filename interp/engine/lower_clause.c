#include "engine/lower_clause.h"

/* One section of an each-row block, or the block itself (condition -1). */
typedef struct Section {
    int condition;
    const Node *clauses;
} Section;

/* ---- targets and actuals ---- */

/* The senses of a target without sign, as READ_TARGET counts them: preferred one first, or one alone. */
enum { SENSES_LEAST_FIRST, SENSES_MOST_FIRST, SENSES_LEAST, SENSES_MOST, SENSES_EXACTLY };

static int sense_code(Lower *low, const Node *arm, bool fixed) {
    if (text_is_z(arm->text, "at_least") || text_is_z(arm->text, "不低于")) return fixed ? SENSES_LEAST : SENSES_LEAST_FIRST;
    if (text_is_z(arm->text, "at_most") || text_is_z(arm->text, "不高于")) return fixed ? SENSES_MOST : SENSES_MOST_FIRST;
    if (text_is_z(arm->text, "exactly") || text_is_z(arm->text, "等于")) return SENSES_EXACTLY;
    diag(low->diags, DIAG_UNSIGNED_UNKNOWN, arm->span, arm->text);
    return SENSES_LEAST_FIRST;
}

static int code_slot(Lower *low, int code, const Node *node) {
    return emit_value(low, value_number(RAT_INT(code), UNIT_NONE), node);
}

static int lower_unsigned(Lower *low, const Env *env, const Node *clause) {
    VEC(int) args = { 0 };
    int last = -1;
    NODE_EACH(clause->kid[0], arm) {
        int code = sense_code(low, arm, arm->op == KW_IS);
        if (arm->op == KW_WHEN) {
            vec_push(&args, lower_truth(low, env, arm->kid[0]));
            vec_push(&args, code_slot(low, code, arm));
        } else {
            last = code_slot(low, code, arm);
        }
    }
    if (last < 0) last = code_slot(low, SENSES_LEAST_FIRST, clause);
    vec_push(&args, last);
    return args.count == 1 ? last : emit_list(low, OP_CHOOSE, args.at, args.count, clause);
}

static int emit_target(Lower *low, int value, TargetSense sense, bool strict, const Node *node) {
    int slot = emit1(low, OP_MAKE_TARGET, value, node);
    op_at(low, slot)->mode = (int)sense | (strict ? 16 : 0);
    return slot;
}

/* A number without sign in a rule reads both ways, like one in a cell (S10). */
static int bare_target(Lower *low, int value, const Node *rule, const Node *node) {
    int code = SENSES_LEAST_FIRST;
    if (rule && rule->kid[0]->count == 1) code = sense_code(low, rule->kid[0]->kid[0], rule->kid[0]->kid[0]->op == KW_IS);
    if (code == SENSES_EXACTLY) return emit_target(low, value, TARGET_EXACTLY, false, node);
    int least = code == SENSES_MOST ? -1 : emit_target(low, value, TARGET_AT_LEAST, false, node);
    int most = code == SENSES_LEAST ? -1 : emit_target(low, value, TARGET_AT_MOST, false, node);
    if (least < 0 || most < 0) return least < 0 ? most : least;
    int both[] = { code == SENSES_LEAST_FIRST ? least : most, code == SENSES_LEAST_FIRST ? most : least };
    return emit_list(low, OP_ONE_OF, both, 2, node);
}

static bool reads_text(const Lower *low, int slot) {
    return type_of(low, slot).kind == KIND_TEXT;
}

/* The declared unit of bare targets: a column, a text, or a unit's own name. */
static int lower_unit(Lower *low, const Env *env, const Node *clause) {
    const Node *unit = clause->kid[0];
    if (unit->kind == NODE_NAME && !unit->symbol) return emit_value(low, value_text(unit->text), unit);
    return lower_text(low, env, unit);
}

/* A bare number in the unit that the rules declare beside it. */
static int in_unit(Lower *low, int slot, int unit, const Node *node) {
    if (unit < 0 || type_of(low, slot).unit != UNIT_NONE || op_at(low, unit)->code != OP_CONST) return slot;
    UnitId found = unit_find(low->program->units, op_at(low, unit)->value->text);
    if (found <= UNIT_NONE) return slot;
    return emit2(low, OP_MULTIPLY, slot, emit_value(low, value_number(unit_scale(low->program->units, found), found), node), node);
}

static int lower_target_clause(Lower *low, const Env *env, const Node *clause, int unit, int senses, const Node *rule,
                               int actual_cell) {
    const Node *value = clause->kid[0];
    if (value->kind == NODE_BROKEN) return emit_error(low, clause);
    if (clause->op) {
        static const TargetSense sense_of[] = { TARGET_EXACTLY, TARGET_EXACTLY, TARGET_EXACTLY, TARGET_AT_MOST,
                                                TARGET_AT_MOST, TARGET_AT_LEAST, TARGET_AT_LEAST };
        if (clause->op == CMP_NE) diag(low->diags, DIAG_TARGET_NOT_EQUAL, clause->span, TEXT("!="));
        int slot = in_unit(low, lower_number(low, env, value), unit, clause);
        return emit_target(low, slot, sense_of[clause->op], clause->op == CMP_LT || clause->op == CMP_GT, clause);
    }
    if (lower_is_difference(low, value, DIAG_TARGET_DIFFERENCE)) { /* 45%-80% */
        return emit_error(low, clause);
    }
    if (value->kind == NODE_RANGE) return emit_target(low, lower_number(low, env, value), TARGET_WITHIN, false, clause);
    int slot = lower_expression(low, env, value, KIND_TEXT);
    if (value->kind == NODE_DATE) return emit_target(low, slot, TARGET_DEADLINE, false, clause);
    if (type_of(low, slot).kind == KIND_TARGET) return slot;
    if (!reads_text(low, slot)) {
        if (!expect_kind(low, slot, KIND_NUMBER, value)) return emit_error(low, clause);
        return bare_target(low, in_unit(low, slot, unit, clause), rule, clause);
    }
    int args[] = { slot, unit, senses, actual_cell };
    int read = emit_list(low, OP_READ_TARGET, args, 4, clause);
    if (op_at(low, slot)->code == OP_CELL && env->part) env->part->target_cell = slot;
    return read;
}

/* An entry of kind number without a unit of its own: as the actual it is read like any bare number (S11). */
static bool is_bare_entry(const Lower *low, const Op *op) {
    if (op->code != OP_ENTRY) return false;
    const Input *input = &low->code->inputs.at[op->index];
    if (input->kind != CELL_NUMBER || input->unit != UNIT_NONE || input->unit_input >= 0 || input->bounded) return false;
    const Node *kind = input->symbol->kind == SYM_GIVEN ? input->symbol->node->kid[1] : NULL;
    return kind && (text_is_z(kind->text, "number") || text_is_z(kind->text, "数值"));
}

/* An entered text is read against the target; a computed value stands as it is. */
static int lower_actual_slot(Lower *low, const Env *env, int slot, const Node *node) {
    int target = env->part->target;
    if (target >= 0 && is_bare_entry(low, op_at(low, slot)))
        slot = lower_cell(low, low->code->inputs.at[op_at(low, slot)->index].symbol, node);
    if (op_at(low, slot)->code == OP_CELL) {
        env->part->actual_cell = slot;
        if (target < 0) target = emit_value(low, value_missing(), node);
        return emit2(low, OP_READ_ACTUAL, slot, target, node);
    }
    return target < 0 ? slot : emit2(low, OP_AS_ACTUAL, slot, target, node);
}

static int lower_own_entry(Lower *low, const Env *env, const Node *node) {
    const Symbol *symbol = env->part->symbol;
    Op op = OP_BLANK;
    op.code = OP_CELL;
    op.index = lower_input(low, symbol, input_name(symbol));
    op.node = node;
    op.label = symbol->name;
    return lower_actual_slot(low, env, emit(low, op), node);
}

int lower_actual(Lower *low, const Env *env, const Node *node) {
    Part *part = env->part;
    if (part->actual >= 0) return part->actual;
    if (part->kind != PART_INDICATOR || low->code->rows) {
        diag_also(diag(low->diags, DIAG_NO_ACTUAL, node->span, part->name), DIAG_HELP_QUOTE_NAME, SPAN_NONE,
                  keyword_text(KW_ACTUAL, low->scheme->lang));
        return emit_error(low, node);
    }
    Env clean = { .part = part, .element = -1 };
    const Node *clause = node_clause(part->node->kid[2], NODE_ACTUAL);
    part->actual = clause ? lower_actual_slot(low, &clean, lower_expression(low, &clean, clause->kid[0], KIND_TEXT), clause)
                          : lower_own_entry(low, &clean, part->node);
    return part->actual;
}

int lower_target(Lower *low, const Env *env, const Node *node) {
    Part *part = env->part;
    if (part->target >= 0) return part->target;
    /* Told once, of the indicator: its method may ask many times, and far from here. */
    const Node *own = part->node->kind == NODE_INDICATOR ? part->node->kid[0] : part->node;
    bool column = low->code->rows && node->kind == NODE_WORD; /* `target target`: meant as a column's name */
    if (column)
        diag_also(diag(low->diags, DIAG_NO_TARGET, node->span, part->name), DIAG_HELP_QUOTE_NAME, SPAN_NONE,
                  keyword_text(KW_TARGET, low->scheme->lang));
    bool told = column || (part->node->kind == NODE_INDICATOR && node_clause(part->node->kid[2], NODE_BROKEN));
    if (!told)
        diag_also(diag(low->diags, DIAG_NO_TARGET, own->name_span.source ? own->name_span : own->span, part->name), DIAG_WRITE_TARGET,
                  SPAN_NONE, part->name);
    return emit_error(low, node);
}

/* ---- small clauses ---- */

int lower_deduct(Lower *low, const Env *env, const Node *node) {
    int amount = lower_number(low, env, node->kid[0]);
    if (type_of(low, amount).unit == UNIT_PERCENT && env->part && env->part->weight >= 0)
        amount = emit2(low, OP_MULTIPLY, amount, env->part->weight, node);
    if (node->kid[1] && node->kid[2]) {
        int step = lower_number(low, env, node->kid[1]), of = lower_number(low, env, node->kid[2]);
        expect_fit(low, of, step, node);
        int steps = emit2(low, OP_DIVIDE, of, step, node);
        if (node->op == KW_PER_FULL) steps = emit1(low, OP_FLOOR, steps, node);
        amount = emit2(low, OP_MULTIPLY, amount, steps, node);
    }
    int zero = emit_value(low, value_number(RAT_ZERO, UNIT_NONE), node);
    int both[] = { zero, amount };
    int points = emit_list(low, OP_AGGREGATE, both, 2, node); /* never negative */
    op_at(low, points)->mode = BUILTIN_MAX;
    if (node->count > 4 && node->kid[4]) {
        int cap[] = { points, lower_number(low, env, node->kid[4]) };
        points = emit_list(low, OP_AGGREGATE, cap, 2, node);
        op_at(low, points)->mode = BUILTIN_MIN;
    }
    if (node->kid[3]) {
        int choice[] = { lower_truth(low, env, node->kid[3]), points, zero };
        points = emit_list(low, OP_CHOOSE, choice, 3, node);
    }
    return points;
}

static int make_note(Lower *low, const Env *env, const Node *text) {
    Note *note = MEM_NEW(Note);
    note->node = text;
    Buf pending = { 0 };
    if (text->kind == NODE_TEMPLATE) {
        NODE_EACH(text->kid[0], piece) {
            if (piece->kind == NODE_TEXT) {
                buf_add(&pending, piece->text);
                continue;
            }
            vec_push(&note->texts, text_copy(buf_text(&pending)));
            pending = (Buf){ 0 };
            vec_push(&note->slots, lower_expression(low, env, piece, KIND_ANY));
        }
    } else {
        buf_add(&pending, text->text);
    }
    vec_push(&note->texts, text_copy(buf_text(&pending)));
    vec_push(&low->code->notes, note);
    return low->code->notes.count - 1;
}

void lower_note(Lower *low, const Env *env, Part *part, const Node *node) {
    vec_push(&part->notes, make_note(low, env, node->kid[0]));
}

void lower_message(Lower *low, const Env *env, Part *part, const Node *text) {
    part->name = part->message = text->text;
    if (text->kind == NODE_TEMPLATE) part->template = make_note(low, env, text);
}

void lower_flags(Lower *low, const Env *outer, const Node *clauses, int parent) {
    Env judging = *outer, *env = &judging;
    judging.judging = outer->part && outer->part->kind != PART_TOTAL;
    NODE_EACH(clauses, node) {
        if (node->kind != NODE_FLAG && node->kind != NODE_REQUIRED) continue;
        if (node->kind == NODE_REQUIRED && low->code->parts.at[parent]->kind == PART_TOTAL) continue; /* lower_judgements */
        Part *part = part_new(PART_FLAG, TEXT_NONE, node, NULL);
        part->parent = parent;
        part->index = low->code->parts.count;
        if (node->kind == NODE_FLAG) {
            lower_message(low, env, part, node->kid[0]);
        } else {
            part->kind = PART_REQUIRED;
            part->name = node->kid[0]->text;
            part->amount = lower_expression(low, env, node->kid[0], KIND_ANY);
        }
        if (node->kid[1]) part->condition = lower_truth(low, env, node->kid[1]);
        part->cites = low->code->parts.at[parent]->cites;
        vec_push(&low->code->parts, part);
    }
}

static void set_pairing(Lower *low, Part *part, const Node *node) {
    if (text_is_z(node->text, "min") || text_is_z(node->text, "最小值")) part->pairing = PAIRS_MIN;
    else if (text_is_z(node->text, "max") || text_is_z(node->text, "最大值")) part->pairing = PAIRS_MAX;
    else if (text_is_z(node->text, "mean") || text_is_z(node->text, "平均值")) part->pairing = PAIRS_MEAN;
    else diag(low->diags, DIAG_PAIRING_UNKNOWN, node->span, node->text);
}

/* Clauses that mean the same in an indicator and in a row. */
static void lower_common(Lower *low, const Env *env, const Node *node) {
    Part *part = env->part;
    switch ((int)node->kind) {
    case NODE_APPLIES: part->applies = lower_truth(low, env, node->kid[0]); break;
    case NODE_NOTE: lower_note(low, env, part, node); break;
    case NODE_AT_MOST: part->at_most = lower_number(low, env, node->kid[0]); break;
    case NODE_AT_LEAST: part->at_least = lower_number(low, env, node->kid[0]); break;
    case NODE_DEDUCT: vec_push(&part->deductions, lower_deduct(low, env, node)); break;
    case NODE_PAIRING: set_pairing(low, part, node); break;
    default: break;
    }
}

static void twice(Lower *low, const Node *clauses) {
    static const struct {
        NodeKind kind;
        Keyword word;
    } once[] = { { NODE_TARGET, KW_TARGET }, { NODE_ACTUAL, KW_ACTUAL }, { NODE_CREDIT, KW_CREDIT }, { NODE_SCORE, KW_SCORE },
                 { NODE_WEIGHT, KW_WEIGHT }, { NODE_UNSIGNED, KW_UNSIGNED }, { NODE_APPLIES, KW_APPLIES } };
    for (size_t i = 0; i < sizeof once / sizeof *once; i++) {
        const Node *first = node_clause(clauses, once[i].kind);
        NODE_EACH(clauses, node) {
            if (node->kind != once[i].kind || node == first) continue;
            Text word = keyword_text(once[i].word, low->scheme->lang);
            diag_also(diag(low->diags, DIAG_CLAUSE_TWICE, node->span, word), DIAG_FIRST_HERE, first->span, word);
        }
    }
}

static void lower_missing(Lower *low, const Env *env, const Node *clauses) {
    const Node *clause = node_clause(clauses, NODE_MISSING);
    if (clause) env->part->missing = lower_number(low, env, clause->kid[0]);
}

/* ---- indicators and groups ---- */

/* What reports the part's score: `reported r`, or in full `reported score = r`.  The cell counts, not its kind. */
static int lower_reported_cell(Lower *low, const Env *env, const Node *clause) {
    const Node *by = clause->kid[0];
    if (by->kind == NODE_COMPARE && by->op == CMP_EQ && by->kid[0]->kind == NODE_WORD && by->kid[0]->op == KW_SCORE) by = by->kid[1];
    bool cell = by->kind == NODE_NAME && by->symbol && (by->symbol->kind == SYM_GIVEN || by->symbol->kind == SYM_COLUMN);
    return cell ? lower_cell(low, by->symbol, by) : lower_text(low, env, by);
}

void lower_clauses(Lower *low, const Env *env, const Node *clauses) {
    Part *part = env->part;
    twice(low, clauses);
    const Node *target = node_clause(clauses, NODE_TARGET), *unit = node_clause(clauses, NODE_UNIT),
               *rule = node_clause(clauses, NODE_UNSIGNED), *credit = node_clause(clauses, NODE_CREDIT),
               *score = node_clause(clauses, NODE_SCORE), *reported = node_clause(clauses, NODE_REPORTED);
    if (target) {
        int unit_slot = unit ? lower_unit(low, env, unit) : -1;
        int senses = rule ? lower_unsigned(low, env, rule) : -1;
        part->target = lower_target_clause(low, env, target, unit_slot, senses, rule, -1);
        lower_actual(low, env, target);
    } else if (node_clause(clauses, NODE_ACTUAL)) {
        lower_actual(low, env, clauses);
    }
    if (credit) part->credit = lower_credit(low, env, credit->kid[0]);
    if (score) part->score = lower_number(low, env, score->kid[0]);
    if (credit && score) diag(low->diags, DIAG_CREDIT_AND_SCORE, score->span, part->name);
    NODE_EACH(clauses, node) lower_common(low, env, node);
    lower_missing(low, env, clauses);
    if (reported) part->reported = lower_reported_cell(low, env, reported);
    if (!credit && !score && part->deductions.count == 0 && !node_clause(clauses, NODE_BROKEN) &&
        part->node->kid[0]->kind != NODE_BROKEN) {
        Span place = part->node->kid[0]->name_span.source ? part->node->kid[0]->name_span : part->node->kid[0]->span;
        diag_also(diag(low->diags, DIAG_CREDIT_MISSING, place, part->name), DIAG_WRITE_CREDIT, SPAN_NONE, part->name);
    }
}

void lower_group_clauses(Lower *low, const Env *env, const Node *clauses) {
    Part *part = env->part;
    const Node *score = node_clause(clauses, NODE_SCORE), *reported = node_clause(clauses, NODE_REPORTED);
    if (score) part->score = lower_number(low, env, score->kid[0]);
    part->redistribute = node_clause(clauses, NODE_REDISTRIBUTE) != NULL;
    const Node *missing = node_clause(clauses, NODE_MISSING);
    if (missing) diag(low->diags, DIAG_MISSING_IN_GROUP, missing->span, part->name);
    NODE_EACH(clauses, node) lower_common(low, env, node);
    if (reported) part->reported = lower_reported_cell(low, env, reported);
}

/* ---- rows ---- */

/* The slots of one kind of clause over all sections, as one: the section's where its condition holds. */
static int by_section(Lower *low, const Section *sections, const int *slots, int count, int base, const Node *node) {
    VEC(int) args = { 0 };
    for (int i = 0; i < count; i++) {
        if (slots[i] < 0) continue;
        vec_push(&args, sections[i].condition);
        vec_push(&args, slots[i]);
    }
    if (args.count == 0) return base;
    vec_push(&args, base >= 0 ? base : emit_value(low, value_missing(), node));
    return emit_list(low, OP_CHOOSE, args.at, args.count, node);
}

typedef struct Rows {
    Lower *low;
    const Env *env;
    const Node *node;
    Section *sections;
    int count;
    const Node *base;
    int unit, senses, actual_cell;
    const Node *rule;
} Rows;

typedef int (*ClauseLower)(const Rows *rows, const Node *clause);

/* The clause of the block or, in rows for which they state one, of the sections; `without` where none does. */
static int row_clause_or(const Rows *rows, NodeKind kind, ClauseLower make, int without) {
    int *slots = mem_leaf(sizeof(int) * (size_t)(rows->count + 1));
    const Node *base = node_clause(rows->base, kind);
    int base_slot = base ? make(rows, base) : without;
    for (int i = 0; i < rows->count; i++) {
        const Node *clause = node_clause(rows->sections[i].clauses, kind);
        slots[i] = clause ? make(rows, clause) : -1;
    }
    return by_section(rows->low, rows->sections, slots, rows->count, base_slot, rows->node);
}

static int row_clause(const Rows *rows, NodeKind kind, ClauseLower make) {
    return row_clause_or(rows, kind, make, -1);
}

static int row_number(const Rows *rows, const Node *clause) {
    return lower_number(rows->low, rows->env, clause->kid[0]);
}

static int row_reported(const Rows *rows, const Node *clause) {
    return lower_reported_cell(rows->low, rows->env, clause);
}

static int row_truth(const Rows *rows, const Node *clause) {
    return lower_truth(rows->low, rows->env, clause->kid[0]);
}

static int row_unit(const Rows *rows, const Node *clause) {
    return lower_unit(rows->low, rows->env, clause);
}

static int row_senses(const Rows *rows, const Node *clause) {
    return lower_unsigned(rows->low, rows->env, clause);
}

static int row_target(const Rows *rows, const Node *clause) {
    return lower_target_clause(rows->low, rows->env, clause, rows->unit, rows->senses, rows->rule, rows->actual_cell);
}

static int row_actual(const Rows *rows, const Node *clause) {
    int slot = lower_text(rows->low, rows->env, clause->kid[0]);
    return lower_actual_slot(rows->low, rows->env, slot, clause);
}

static int row_credit(const Rows *rows, const Node *clause) {
    return lower_credit(rows->low, rows->env, clause->kid[0]);
}

/* What a section deducts, in rows that are of it, besides what the block deducts. */
static void row_deductions(const Rows *rows, Part *part) {
    for (int i = 0; i < rows->count; i++) {
        NODE_EACH(rows->sections[i].clauses, clause) {
            if (clause->kind != NODE_DEDUCT) continue;
            int args[] = { rows->sections[i].condition, lower_deduct(rows->low, rows->env, clause),
                           emit_value(rows->low, value_number(RAT_ZERO, UNIT_NONE), clause) };
            vec_push(&part->deductions, emit_list(rows->low, OP_CHOOSE, args, 3, clause));
        }
    }
}

/* Points as credit, so that one section may give points where another gives credit. */
static int row_score_as_credit(const Rows *rows, const Node *clause) {
    return emit2(rows->low, OP_DIVIDE, row_number(rows, clause), rows->env->part->weight, clause);
}

/* Whether the block or a section states a clause of this kind. */
static bool rows_state(const Rows *rows, NodeKind kind) {
    bool found = node_clause(rows->base, kind) != NULL;
    for (int i = 0; i < rows->count && !found; i++)
        found = node_clause(rows->sections[i].clauses, kind) != NULL;
    return found;
}

/* How a row scores: credit or points, each section by what it states itself. */
static void row_scoring(const Rows *rows, Part *part) {
    Lower *low = rows->low;
    if (!rows_state(rows, NODE_CREDIT) || !rows_state(rows, NODE_SCORE)) {
        part->credit = row_clause(rows, NODE_CREDIT, row_credit);
        part->score = row_clause(rows, NODE_SCORE, row_number);
        return;
    }
    int *slots = mem_leaf(sizeof(int) * (size_t)(rows->count + 1)), base = -1;
    for (int i = -1; i < rows->count; i++) {
        const Node *clauses = i < 0 ? rows->base : rows->sections[i].clauses;
        const Node *credit = node_clause(clauses, NODE_CREDIT), *score = node_clause(clauses, NODE_SCORE);
        if (credit && score) diag(low->diags, DIAG_CREDIT_AND_SCORE, score->span, part->name);
        int slot = credit ? row_credit(rows, credit) : score ? row_score_as_credit(rows, score) : -1;
        *(i < 0 ? &base : &slots[i]) = slot;
    }
    part->credit = by_section(low, rows->sections, slots, rows->count, base, rows->node);
}

/* The weight a row states, where it states none the section's (S2). */
static int row_weight(const Rows *rows) {
    Lower *low = rows->low;
    const Node *base = node_clause(rows->base, NODE_WEIGHT);
    int stated = base ? row_number(rows, base) : -1;
    int *slots = mem_leaf(sizeof(int) * (size_t)(rows->count + 1)), any = 0;
    for (int i = 0; i < rows->count; i++) {
        const Node *clause = node_clause(rows->sections[i].clauses, NODE_WEIGHT);
        slots[i] = clause ? row_number(rows, clause) : -1;
        any |= slots[i] >= 0;
    }
    int fallback = any ? by_section(low, rows->sections, slots, rows->count, -1, rows->node) : -1;
    if (stated < 0 || fallback < 0) return stated < 0 ? fallback : stated;
    return emit2(low, OP_IF_MISSING, stated, fallback, base);
}

static void row_names(const Rows *rows, Part *part) {
    const Node *groups = node_clause(rows->base, NODE_ROW_GROUP), *name = node_clause(rows->base, NODE_ROW_NAME);
    if (groups) NODE_EACH(groups->kid[0], group) vec_push(&part->groups, lower_text(rows->low, rows->env, group));
    if (name)
        part->name_slot = lower_text(rows->low, rows->env, name->kid[0]);
    else
        diag(rows->low->diags, DIAG_ROW_WITHOUT, rows->node->span, keyword_text(KW_INDICATOR, rows->low->scheme->lang));
}

static int cell_of_clause(const Rows *rows, NodeKind kind) {
    const Node *clause = node_clause(rows->base, kind);
    if (!clause) return -1;
    int slot = lower_text(rows->low, rows->env, clause->kid[0]);
    return op_at(rows->low, slot)->code == OP_CELL ? slot : -1;
}

void lower_row_clauses(Lower *low, const Env *env, const Node *clauses) {
    Part *part = env->part;
    Rows rows = { .low = low, .env = env, .node = part->node, .base = clauses, .unit = -1, .senses = -1, .actual_cell = -1 };
    rows.sections = MEM_ARRAY(Section, clauses->count + 1);
    twice(low, clauses);
    NODE_EACH(clauses, node) {
        if (node->kind != NODE_SECTION) continue;
        twice(low, node->kid[1]);
        rows.sections[rows.count++] = (Section){ lower_truth(low, env, node->kid[0]), node->kid[1] };
    }
    row_names(&rows, part);
    rows.unit = row_clause(&rows, NODE_UNIT, row_unit);
    rows.senses = row_clause(&rows, NODE_UNSIGNED, row_senses);
    rows.rule = node_clause(clauses, NODE_UNSIGNED);
    rows.actual_cell = cell_of_clause(&rows, NODE_ACTUAL);
    part->weight = row_weight(&rows);
    part->target = row_clause(&rows, NODE_TARGET, row_target);
    part->actual = row_clause(&rows, NODE_ACTUAL, row_actual);
    if (rows.actual_cell >= 0) part->actual_cell = rows.actual_cell;
    if (part->weight < 0) {
        part->weight = emit_value(low, value_missing(), part->node);
        diag(low->diags, DIAG_ROW_WITHOUT, part->node->span, keyword_text(KW_WEIGHT, low->scheme->lang));
    }
    row_scoring(&rows, part);
    if (part->credit < 0 && part->score < 0)
        diag(low->diags, DIAG_ROW_WITHOUT, part->node->span, keyword_text(KW_CREDIT, low->scheme->lang));
    part->reported = row_clause(&rows, NODE_REPORTED, row_reported);
    NODE_EACH(clauses, node) if (node->kind != NODE_APPLIES) lower_common(low, env, node);
    part->applies = rows_state(&rows, NODE_APPLIES) && !node_clause(clauses, NODE_APPLIES)
                        ? row_clause_or(&rows, NODE_APPLIES, row_truth, emit_value(low, value_truth(TRUTH_YES), part->node))
                        : row_clause(&rows, NODE_APPLIES, row_truth);
    row_deductions(&rows, part);
    part->missing = row_clause(&rows, NODE_MISSING, row_number);
}
