/* lower_call.c - what is called: methods, functions, scales, the built-in functions and their lists, tables. */
#include "engine/lowering.h"

#include "engine/const_table.h"

static void wrong_count(Lower *low, const Node *node, Text name, int least, int most) {
    Buf count = { 0 };
    if (least == most)
        buf_format(&count, "%d", least);
    else if (most < 0)
        buf_format(&count, "%d+", least);
    else
        buf_format(&count, "%d-%d", least, most);
    diag(low->diags, DIAG_ARGUMENT_COUNT, node->span, name, buf_text(&count));
}

/* ---- methods, functions, scales ---- */

static Bound *bind_param(const Symbol *param, int slot, Bound *next) {
    Bound *bound = MEM_NEW(Bound);
    *bound = (Bound){ .key = param, .slot = slot, .next = next };
    return bound;
}

/* The body of `symbol` with its parameters bound to `args`. */
static int call_body(Lower *low, const Env *env, const Symbol *symbol, const Node *args, const Node *node) {
    const Node *declared = symbol->node, *params = declared->kid[1];
    int given = args ? args->count : 0;
    if (given != params->count) {
        wrong_count(low, node, symbol->name, params->count, params->count);
        return emit_error(low, node);
    }
    Env inside = *env;
    if (symbol->kind == SYM_FUNCTION) inside = (Env){ .element = -1 }; /* sees only its parameters and constants */
    int *slots = mem_leaf(sizeof(int) * (size_t)(params->count + 1));
    for (int i = 0; i < params->count; i++) /* before it is entered: f(f(a)) is no circle */
        slots[i] = lower_expression(low, env, args->kid[i], KIND_NUMBER);
    if (!lower_enter(low, symbol, node)) return emit_error(low, node);
    for (int i = 0; i < params->count; i++) {
        int slot = slots[i];
        if (params->kid[i]->symbol) inside.bounds = bind_param(params->kid[i]->symbol, slot, inside.bounds);
    }
    Op called = OP_BLANK;
    called.code = OP_CALLED;
    called.a = symbol->kind == SYM_METHOD ? lower_credit(low, &inside, declared->kid[2])
                                          : lower_expression(low, &inside, declared->kid[2], KIND_ANY);
    called.label = symbol->name;
    called.node = declared;
    lower_leave(low);
    return emit(low, called);
}

int lower_method(Lower *low, const Env *env, const Symbol *method, const Node *args, const Node *node) {
    if (!env->part) {
        diag(low->diags, DIAG_OUTSIDE_INDICATOR, node->span, method->name);
        return emit_error(low, node);
    }
    return call_body(low, env, method, args, node);
}

int lower_levels(Lower *low, const Env *env, const Symbol *levels, const Node *node, int actual) {
    int target = -1;
    if (actual < 0) {
        if (!env->part) {
            diag(low->diags, DIAG_OUTSIDE_INDICATOR, node->span, levels->name);
            return emit_error(low, node);
        }
        actual = lower_actual(low, env, node);
        if (env->part->target >= 0) target = env->part->target;
    }
    if (target < 0) target = emit_value(low, value_missing(), node);
    Op op = OP_BLANK;
    op.code = OP_LEVEL;
    op.a = actual;
    op.b = target;
    op.scale = levels->scale;
    op.label = levels->name;
    op.node = levels->node;
    return emit(low, op);
}

/* ---- lists: parts.x, forms.x, TABLE.x ---- */

static bool is_source(const Node *node, Keyword word) {
    if (node->kind != NODE_MEMBER) return false;
    const Node *of = node->kid[0];
    if (of->kind == NODE_MEMBER) return is_source(of, word);
    return of->kind == NODE_WORD && of->op == (int)word;
}

/* A call that makes one value of many: what is listed inside it is its own business. */
static bool is_aggregate(const Node *node) {
    const Symbol *symbol = node->kind == NODE_CALL ? node->kid[0]->symbol : NULL;
    return symbol && symbol->kind == SYM_BUILTIN &&
           ((symbol->index >= BUILTIN_MIN && symbol->index <= BUILTIN_ALL) || symbol->index == BUILTIN_RANK);
}

bool has_source(const Node *node, Keyword word) {
    if (is_source(node, word)) return true;
    if (is_aggregate(node)) return false;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && has_source(node->kid[i], word)) return true;
    return false;
}

/* TABLE.column: every value of a column, for lists. */
static const Node *table_source(const Node *node) {
    if (node->kind == NODE_MEMBER && node->kid[0]->kind == NODE_NAME && node->kid[0]->symbol &&
        node->kid[0]->symbol->kind == SYM_TABLE)
        return node;
    if (is_aggregate(node)) return NULL;
    for (int i = 0; i < node->count; i++) {
        const Node *found = node->kid[i] ? table_source(node->kid[i]) : NULL;
        if (found) return found;
    }
    return NULL;
}

static int no_list_here(Lower *low, const Node *node, Keyword word) {
    diag(low->diags, DIAG_LIST_NOT_HERE, node->span, keyword_text(word, low->scheme->lang));
    return emit_error(low, node);
}

/* The parts of the group (or of everything) that `env` stands in, element by element. */
static int lower_parts(Lower *low, const Env *env, const Node *value, const Node *where, const Node *node) {
    const Part *group = env->part ? env->part : low->total;
    if (low->code->rows || (group && !group->has_children) || (group && group->kind != PART_GROUP && group->kind != PART_TOTAL))
        return no_list_here(low, node, KW_PARTS);
    VEC(int) args = { 0 };
    int count = group ? group->children.count : 0;
    for (int i = 0; i < count; i++) {
        int child = group->children.at[i];
        if (low->code->parts.at[child]->kind > PART_GROUP) continue;
        Env inside = *env;
        inside.element = child;
        int slot = lower_expression(low, &inside, value, KIND_ANY);
        vec_push(&args, slot);
        int kept = where ? lower_truth(low, &inside, where) : emit_value(low, value_truth(TRUTH_YES), node);
        vec_push(&args, kept);
    }
    if ((!group || group->kind == PART_TOTAL) && low->program->has_rows) { /* each row, in the row's code */
        Code *form = low->code;
        SlotMap slots = low->slots;
        low->code = &low->program->row;
        low->slots = (SlotMap){ 0 };
        Env inside = { .element = -2 };
        int slot = lower_expression(low, &inside, value, KIND_ANY);
        int kept = where ? lower_truth(low, &inside, where) : -1;
        low->code = form;
        low->slots = slots;
        Op rows = OP_BLANK;
        rows.code = OP_ROWS;
        rows.index = slot;
        vec_push(&low->program->row_lists, slot);
        if (kept >= 0) vec_push(&low->program->row_lists, kept);
        rows.mode = kept + 1; /* 0: every row */
        rows.node = node;
        vec_push(&args, emit(low, rows));
        vec_push(&args, emit_value(low, value_truth(TRUTH_YES), node));
    }
    return emit_list(low, OP_LIST, args.at, args.count, node);
}

typedef VEC(int) Slots;

static bool names_forms(const Node *node) {
    if (node->kind == NODE_WORD && node->op == KW_FORMS) return true;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i] && names_forms(node->kid[i])) return true;
    return false;
}

#define DEFINITIONS_SEEN 12 /* a chain of definitions longer than that is taken to end in an entry */

/* A name of which each form has a value of its own, or NULL: what is entered, and what is worked out from it. */
static const Node *name_of_form(const Node *node, int depth) {
    if (node->kind == NODE_WORD && (node->op == KW_TOTAL || node->op == KW_GRADE)) return node;
    if (node->kind == NODE_NAME && node->symbol) {
        SymbolKind kind = node->symbol->kind;
        if (kind == SYM_DEFINE && depth < DEFINITIONS_SEEN)
            return name_of_form(node->symbol->node->kid[1], depth + 1) ? node : NULL;
        return kind == SYM_DEFINE || kind == SYM_GIVEN || kind == SYM_COLUMN || kind == SYM_INDICATOR || kind == SYM_GROUP ? node : NULL;
    }
    if (is_aggregate(node)) return NULL;
    for (int i = 0; i < node->count; i++) {
        const Node *found = node->kid[i] ? name_of_form(node->kid[i], depth) : NULL;
        if (found) return found;
    }
    return NULL;
}

static bool speaks_of_form(const Node *node) {
    return name_of_form(node, 0) != NULL;
}

/* A condition of which one side speaks of the forms listed and the other of this form itself: `forms.lot = lot`. */
static bool compares_own(const Node *node) {
    if (node->kind != NODE_COMPARE) return false;
    bool left = names_forms(node->kid[0]), right = names_forms(node->kid[1]);
    return left != right && speaks_of_form(node->kid[left ? 1 : 0]);
}

static void refuse_own(Lower *low, const Node *node) {
    if (compares_own(node)) {
        const Node *own = name_of_form(node->kid[names_forms(node->kid[0]) ? 1 : 0], 0);
        diag(low->diags, DIAG_FORMS_OWN, node->span, own->kind == NODE_WORD ? keyword_text((Keyword)own->op, low->scheme->lang) : own->text);
        return;
    }
    if (is_aggregate(node)) return;
    for (int i = 0; i < node->count; i++)
        if (node->kid[i]) refuse_own(low, node->kid[i]);
}

/* What `where` says of the forms listed, in one slot, and in keys what they have to have in common with this form. */
static int lower_where(Lower *low, const Env *env, const Env *inside, const Node *where, Population *population, Slots *own) {
    if (where->kind == NODE_BINARY && where->op == KW_AND) {
        int a = lower_where(low, env, inside, where->kid[0], population, own);
        int b = lower_where(low, env, inside, where->kid[1], population, own);
        return a < 0 ? b : b < 0 ? a : emit2(low, OP_AND, a, b, where);
    }
    const Node *left = where->kind == NODE_COMPARE ? where->kid[0] : NULL, *right = left ? where->kid[1] : NULL;
    if (left && left->kind == NODE_NAME && right->kind == NODE_NAME && left->symbol && left->symbol == right->symbol)
        diag(low->diags, DIAG_FORMS_SAME, where->span, left->text, keyword_text(KW_FORMS, low->scheme->lang));
    if (!compares_own(where) || where->op != CMP_EQ) {
        refuse_own(low, where);
        return lower_truth(low, inside, where);
    }
    int listed = names_forms(where->kid[0]) ? 0 : 1;
    int key = lower_expression(low, inside, where->kid[listed], KIND_TEXT);
    vec_push(&population->keys, key);
    int this = lower_expression(low, env, where->kid[1 - listed], KIND_TEXT);
    vec_push(own, this);
    return -1;
}

static int lower_forms(Lower *low, const Env *env, const Node *value, const Node *where, bool stays_out, const Node *node) {
    if (low->code->rows || env->forms) return no_list_here(low, node, KW_FORMS);
    Env inside = { .element = -1, .forms = true };
    Population population = { .where = -1, .missing_stays_out = stays_out };
    refuse_own(low, value);
    population.slot = lower_expression(low, &inside, value, KIND_ANY);
    Slots own = { 0 };
    if (where) population.where = lower_where(low, env, &inside, where, &population, &own);
    int slot = emit_list(low, OP_FORMS, own.at, own.count, node);
    vec_push(&low->program->populations, population);
    op_at(low, slot)->index = low->program->populations.count - 1;
    return slot;
}

static int lower_table_list(Lower *low, const Node *value, const Node *member) {
    const ConstTable *table = const_table(low, member->kid[0]->symbol, member);
    int column = table ? const_table_column(low, table, member) : -1;
    if (column < 0 || value != member) {
        if (column >= 0) no_list_here(low, value, KW_TABLE);
        return emit_error(low, value);
    }
    VEC(int) args = { 0 };
    for (int row = 0; row < table->height; row++) {
        Value cell = const_table_value(low, table, row, column);
        vec_push(&args, emit_value(low, cell, member));
        vec_push(&args, emit_value(low, value_truth(TRUTH_YES), member));
    }
    return emit_list(low, OP_LIST, args.at, args.count, member);
}

/* An argument of an aggregate: a single value, or a list. */
static int lower_listed(Lower *low, const Env *env, const Node *argument) {
    const Node *value = argument, *where = NULL;
    bool stays_out = false;
    if (argument->kind == NODE_FILTER) {
        value = argument->kid[0];
        where = argument->kid[1];
        stays_out = argument->op == KW_MISSING;
    }
    if (has_source(value, KW_FORMS)) return lower_forms(low, env, value, where, stays_out, argument);
    if (has_source(value, KW_PARTS)) return lower_parts(low, env, value, where, argument);
    const Node *member = table_source(value);
    if (member) return lower_table_list(low, value, member);
    return lower_expression(low, env, value, KIND_NUMBER);
}

/* ---- built-in functions ---- */

static const struct {
    int least, most;
} arity[] = {
#define BUILTIN(id, en, zh, least, most, text) { least, most },
#include "front/builtin.def"
#undef BUILTIN
};

static int lower_rounding(Lower *low, const Env *env, const Node *args, RatRounding mode, const Node *node) {
    int a = lower_number(low, env, args->kid[0]);
    int places = args->count > 1 ? lower_number(low, env, args->kid[1])
                                 : emit_value(low, value_number(RAT_ZERO, UNIT_NONE), node);
    int slot = emit2(low, OP_ROUND, a, places, node);
    op_at(low, slot)->mode = (int)mode;
    return slot;
}

static int lower_aggregate(Lower *low, const Env *env, Builtin builtin, const Node *args, const Node *node) {
    VEC(int) slots = { 0 };
    NODE_EACH(args, argument) vec_push(&slots, lower_listed(low, env, argument));
    for (int i = 1; i < slots.count; i++)
        expect_fit(low, slots.at[0], slots.at[i], node);
    int slot = emit_list(low, OP_AGGREGATE, slots.at, slots.count, node);
    Op *op = op_at(low, slot);
    op->mode = (int)builtin;
    op->label = node->kid[0]->text;
    if (builtin == BUILTIN_ANY || builtin == BUILTIN_ALL)
        op->type = (Type){ KIND_TRUTH, -1, false };
    else if (builtin == BUILTIN_COUNT)
        op->type = (Type){ KIND_NUMBER, UNIT_NONE, false };
    else {
        Type first = slots.count ? type_of(low, slots.at[0]) : (Type){ KIND_ANY, -1, false };
        op->type = first.kind == KIND_NUMBER ? (Type){ KIND_NUMBER, first.unit, false } : (Type){ KIND_NUMBER, -1, false };
    }
    return slot;
}

static int lower_builtin(Lower *low, const Env *env, Builtin builtin, const Node *args, const Node *node) {
    int given = args->count;
    if (given < arity[builtin].least || (arity[builtin].most >= 0 && given > arity[builtin].most)) {
        wrong_count(low, node, node->kid[0]->text, arity[builtin].least, arity[builtin].most);
        return emit_error(low, node);
    }
    switch (builtin) {
    case BUILTIN_ROUND: return lower_rounding(low, env, args, RAT_HALF_UP, node);
    case BUILTIN_HALF_EVEN: return lower_rounding(low, env, args, RAT_HALF_EVEN, node);
    case BUILTIN_UP: return lower_rounding(low, env, args, RAT_UP, node);
    case BUILTIN_DOWN: return lower_rounding(low, env, args, RAT_DOWN, node);
    case BUILTIN_ABS: return emit1(low, OP_ABS, lower_number(low, env, args->kid[0]), node);
    case BUILTIN_SQRT: return emit1(low, OP_SQRT, lower_number(low, env, args->kid[0]), node);
    case BUILTIN_LN: return emit1(low, OP_LN, lower_number(low, env, args->kid[0]), node);
    case BUILTIN_EXP: return emit1(low, OP_EXP, lower_number(low, env, args->kid[0]), node);
    case BUILTIN_CLAMP: {
        Op op = OP_BLANK;
        op.code = OP_CLAMP;
        op.a = lower_number(low, env, args->kid[0]);
        op.b = lower_number(low, env, args->kid[1]);
        op.c = lower_number(low, env, args->kid[2]);
        op.node = node;
        return emit(low, op);
    }
    case BUILTIN_RANK: {
        int x = lower_number(low, env, args->kid[0]);
        return emit2(low, OP_RANK, x, lower_listed(low, env, args->kid[1]), node);
    }
    case BUILTIN_MIN:
    case BUILTIN_MAX:
    case BUILTIN_SUM:
    case BUILTIN_MEAN:
    case BUILTIN_COUNT:
    case BUILTIN_ANY:
    case BUILTIN_ALL: return lower_aggregate(low, env, builtin, args, node);
    case BUILTIN_TOTAL: break;
    }
    return emit_error(low, node);
}

int lower_call(Lower *low, const Env *env, const Node *node) {
    const Symbol *symbol = node->kid[0]->symbol;
    const Node *args = node->kid[1];
    if (!symbol) return emit_error(low, node);
    switch ((int)symbol->kind) {
    case SYM_BUILTIN: return lower_builtin(low, env, (Builtin)symbol->index, args, node);
    case SYM_METHOD: return lower_method(low, env, symbol, args, node);
    case SYM_FUNCTION: return call_body(low, env, symbol, args, node);
    case SYM_LEVELS:
        if (args->count != 1) {
            wrong_count(low, node, symbol->name, 1, 1);
            return emit_error(low, node);
        }
        return lower_levels(low, env, symbol, node, lower_text(low, env, args->kid[0]));
    default: return emit_error(low, node);
    }
}

/* ---- T[k].column ---- */

int lower_table_cell(Lower *low, const Env *env, const Node *index, const Node *member) {
    const Node *of = index->kid[0];
    if (of->kind != NODE_NAME || !of->symbol || of->symbol->kind != SYM_TABLE) {
        if (of->kind != NODE_BROKEN) diag(low->diags, DIAG_NOT_A_TABLE, of->span, of->text);
        return emit_error(low, member);
    }
    const ConstTable *table = const_table(low, of->symbol, index);
    if (!table) return emit_error(low, member);
    int column = const_table_column(low, table, member);
    if (column < 0) return emit_error(low, member);
    if (index->kid[1]->count != table->keys.count) {
        wrong_count(low, index, of->text, table->keys.count, table->keys.count);
        return emit_error(low, member);
    }
    VEC(int) keys = { 0 };
    NODE_EACH(index->kid[1], key) vec_push(&keys, lower_text(low, env, key));
    int slot = emit_list(low, OP_TABLE, keys.at, keys.count, member);
    Op *op = op_at(low, slot);
    op->index = column;
    for (int i = 0; i < low->program->tables.count; i++)
        if (low->program->tables.at[i] == table) op->mode = i;
    op->label = member->text;
    return slot;
}
