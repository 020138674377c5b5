/* lower_expr.c - expressions to operations. */
#include "engine/lowering.h"

#include "front/bind.h"
#include "front/literal.h"
#include "engine/result.h"
#include "front/scope.h"

static const Type any_type = { KIND_ANY, -1, false };

static Type result_type(const Lower *low, const Op *op) {
    Type a = op->a >= 0 ? type_of(low, op->a) : any_type, b = op->b >= 0 ? type_of(low, op->b) : any_type;
    Type number = { KIND_NUMBER, -1, false }, plain = { KIND_NUMBER, UNIT_NONE, false };
    bool units = a.unit >= 0 && b.unit >= 0;
    switch (op->code) {
    case OP_CONST:
        switch ((ValueKind)op->value->kind) {
        case VALUE_NUMBER: return (Type){ KIND_NUMBER, op->value->unit, op->value->unit == UNIT_NONE };
        case VALUE_TRUTH: return (Type){ KIND_TRUTH, -1, false };
        case VALUE_TEXT: return (Type){ KIND_TEXT, -1, false };
        case VALUE_LEVEL: return (Type){ KIND_LEVEL, -1, false };
        default: return any_type;
        }
    case OP_CELL: return (Type){ KIND_TEXT, -1, false };
    case OP_CELL_NUMBER: return number;
    case OP_ENTRY: return op->type;
    case OP_READ_TARGET:
    case OP_MAKE_TARGET: return (Type){ KIND_TARGET, -1, false };
    case OP_NAMED:
    case OP_CALLED:
    case OP_NARROW:
    case OP_NARROW_MEETS:
    case OP_ROUND:
    case OP_CLAMP:
    case OP_ABS:
    case OP_NEGATE: a.literal = false; return a;
    case OP_ADD:
    case OP_SUBTRACT:
        if (a.kind == KIND_NUMBER && a.unit == UNIT_DATE && b.unit == UNIT_DATE) return (Type){ KIND_NUMBER, UNIT_DAY, false };
        return a.unit >= 0 && !a.literal ? (Type){ KIND_NUMBER, a.unit, false } : (Type){ KIND_NUMBER, b.unit, false };
    case OP_MULTIPLY: return (Type){ KIND_NUMBER, units ? unit_multiply(low->program->units, a.unit, b.unit) : -1, false };
    case OP_DIVIDE: return (Type){ KIND_NUMBER, units ? unit_divide(low->program->units, a.unit, b.unit) : -1, false };
    case OP_POWER: return a.unit == UNIT_NONE ? plain : number;
    case OP_RANGE: return (Type){ KIND_NUMBER, a.unit, false };
    case OP_SQRT:
    case OP_LN:
    case OP_EXP:
    case OP_RANK: return plain;
    case OP_FLOOR:
    case OP_LEVEL_CREDIT: return plain;
    case OP_COMPARE:
    case OP_AND:
    case OP_OR:
    case OP_NOT:
    case OP_IN:
    case OP_IS:
    case OP_IS_LEVEL:
    case OP_MEETS: return (Type){ KIND_TRUTH, -1, false };
    case OP_LIST:
    case OP_ROWS:
    case OP_FORMS: return (Type){ KIND_LIST, -1, false };
    case OP_LEVEL: return (Type){ KIND_LEVEL, -1, false };
    case OP_LINEAR: return op->count > 3 ? type_of(low, low->code->args.at[op->first + 3]) : number;
    case OP_CHOOSE: {
        Type first = type_of(low, low->code->args.at[op->first + (op->count > 1 ? 1 : 0)]);
        for (int i = 1; i < op->count; i += i + 2 < op->count ? 2 : 1) {
            Type other = type_of(low, low->code->args.at[op->first + i]);
            if (other.kind != first.kind) return any_type;
            if (other.unit != first.unit) first.unit = -1;
        }
        first.literal = false;
        return first;
    }
    case OP_ALTERNATIVE:
    case OP_ONE_OF: return op->count ? type_of(low, low->code->args.at[op->first]) : any_type;
    case OP_IF_MISSING: return a.kind == b.kind ? a : any_type;
    case OP_AGGREGATE:
    case OP_MEMBER:
    case OP_PART:
    case OP_TOTAL: return op->type;
    case OP_READ_ACTUAL:
    case OP_AS_ACTUAL:
    case OP_TABLE:
    case OP_COUNT: return any_type;
    }
    return any_type;
}

int emit(Lower *low, Op op) {
    if (low->code->ops.count >= OPS_MAX) {
        if (!low->too_large) diag(low->diags, DIAG_PROGRAM_TOO_LARGE, op.node ? op.node->span : SPAN_NONE, TEXT("2000000"));
        low->too_large = true;
        return 0;
    }
    op.type = result_type(low, &op);
    vec_push(&low->code->ops, op);
    return low->code->ops.count - 1;
}

int emit1(Lower *low, OpCode code, int a, const Node *node) {
    return emit2(low, code, a, -1, node);
}

int emit2(Lower *low, OpCode code, int a, int b, const Node *node) {
    Op op = OP_BLANK;
    op.code = code;
    op.a = a;
    op.b = b;
    op.node = node;
    return emit(low, op);
}

int emit_list(Lower *low, OpCode code, const int *args, int count, const Node *node) {
    Op op = OP_BLANK;
    op.code = code;
    op.node = node;
    op.first = low->code->args.count;
    op.count = count;
    for (int i = 0; i < count; i++)
        vec_push(&low->code->args, args[i]);
    return emit(low, op);
}

int emit_value(Lower *low, Value value, const Node *node) {
    Op op = OP_BLANK;
    op.code = OP_CONST;
    op.node = node;
    Value *copy = MEM_NEW(Value);
    *copy = value;
    op.value = copy;
    return emit(low, op);
}

int emit_error(Lower *low, const Node *node) {
    return emit_value(low, value_missing(), node);
}

Op *op_at(const Lower *low, int slot) {
    return &low->code->ops.at[slot];
}

Type type_of(const Lower *low, int slot) {
    return low->code->ops.at[slot].type;
}

Text kind_text(Kind kind, Lang lang) {
    static const char *const names[][2] = {
        { "a value", "值" }, { "a number", "数值" }, { "a condition", "条件" }, { "a text", "文本" },
        { "a level", "档次" }, { "a target", "目标" }, { "a list of values", "一组值" },
    };
    return text_of(names[kind][lang]);
}

bool expect_kind(Lower *low, int slot, Kind kind, const Node *node) {
    if (low->too_large) return true; /* told already; slots mean nothing any more */
    Kind given = type_of(low, slot).kind;
    if (given == KIND_ANY || given == kind || kind == KIND_ANY) return true;
    Lang lang = low->scheme->lang;
    diag(low->diags, DIAG_KIND_MISMATCH, node->span, kind_text(kind, lang), kind_text(given, lang));
    return false;
}

static bool is_zero_literal(const Lower *low, int slot) {
    const Op *op = op_at(low, slot);
    return op->code == OP_CONST && op->value->kind == VALUE_NUMBER && range_is_point(&op->value->range) &&
           rat_is_zero(op->value->range.lo);
}

/* What each side is in, and the factor that turns a plain number into what is wanted. */
static void both_sides(Lower *low, Diag *report, const Node *node, UnitId left, UnitId right) {
    Units *units = low->program->units;
    bool two = node->kind == NODE_BINARY || node->kind == NODE_COMPARE || node->kind == NODE_IN;
    if (!two || node->span.source <= 0 || node->span.source > low->diags->sources.count) return;
    Text text[2], name[2] = { unit_name(units, left), unit_name(units, right) };
    for (int side = 0; side < 2; side++) {
        const Node *kid = node->kid[side];
        if (kid->span.source != node->span.source) return;
        text[side] = text_slice(low->diags->sources.at[kid->span.source - 1]->text, kid->span.begin, kid->span.end);
        if (name[side].length == 0) name[side] = low->scheme->lang == LANG_ZH ? TEXT("纯数") : TEXT("a plain number");
    }
    diag_also(report, DIAG_BOTH_SIDES, SPAN_NONE, text[0], name[0], text[1], name[1]);
    int plain = left == UNIT_NONE ? 0 : right == UNIT_NONE ? 1 : -1;
    if (plain < 0 || unit_is_ratio(units, plain ? left : right) || (plain ? left : right) == UNIT_DATE) return;
    bool sum = node->kid[plain]->kind == NODE_BINARY && (node->kid[plain]->op == '+' || node->kid[plain]->op == '-');
    Buf mended = { 0 };
    buf_format(&mended, sum ? "(%.*s) * 1 %.*s" : "%.*s * 1 %.*s", TEXT_ARG(text[plain]), TEXT_ARG(name[!plain]));
    diag_also(report, DIAG_WRITE_INSTEAD, SPAN_NONE, buf_text(&mended));
}

void expect_fit(Lower *low, int a, int b, const Node *node) {
    if (low->too_large) return;
    Type left = type_of(low, a), right = type_of(low, b);
    if (left.kind != KIND_NUMBER || right.kind != KIND_NUMBER || left.unit < 0 || right.unit < 0) return;
    if (is_zero_literal(low, a) || is_zero_literal(low, b)) return;
    Units *units = low->program->units;
    UnitFit fit = unit_fit(units, left.unit, right.unit);
    if (fit == UNIT_SAME) return;
    if (fit == UNIT_LOOSE && (left.literal || right.literal)) return;
    Lang lang = low->scheme->lang;
    Diag *report = diag(low->diags, DIAG_UNIT_MISMATCH, node->span, unit_dimension_text(units, left.unit, lang == LANG_ZH),
                        unit_dimension_text(units, right.unit, lang == LANG_ZH));
    const Node *bare = right.literal && node->count > 1 ? node->kid[node->kind == NODE_ARM ? 0 : 1] : left.literal ? node->kid[0] : NULL;
    if (bare && bare->kind == NODE_NUMBER) {
        Buf mended = { 0 };
        rat_write(&mended, bare->number);
        buf_format(&mended, " %.*s", TEXT_ARG(unit_name(units, right.literal ? left.unit : right.unit)));
        diag_also(report, DIAG_WRITE_INSTEAD, SPAN_NONE, buf_text(&mended));
    } else {
        both_sides(low, report, node, left.unit, right.unit);
    }
}

/* ---- narrowing (S4) ---- */

const void *word_key(int keyword) {
    static const char keys[KW_COUNT];
    return &keys[keyword];
}

int negated(int comparison) {
    static const int opposite[] = { 0, CMP_NE, CMP_EQ, CMP_GE, CMP_GT, CMP_LE, CMP_LT };
    return opposite[comparison];
}

int mirrored(int comparison) {
    static const int mirror[] = { 0, CMP_EQ, CMP_NE, CMP_GT, CMP_GE, CMP_LT, CMP_LE };
    return mirror[comparison];
}

Bound *bound_narrow(const void *key, int from, int other, int mode, OpCode code, const Node *node, Bound *next) {
    Bound *bound = MEM_NEW(Bound);
    *bound = (Bound){ key, -1, from, other, mode, code, node, next };
    return bound;
}

int bound_slot(Lower *low, Bound *bound) {
    if (bound->slot < 0) {
        Op op = OP_BLANK;
        op.code = bound->code;
        op.a = bound->from;
        op.b = bound->other;
        op.mode = bound->mode;
        op.node = bound->node;
        bound->slot = emit(low, op);
    }
    return bound->slot;
}

/* What narrowing can rename: a name, or the word `actual`. */
static const void *narrowable(const Node *node) {
    if (node->kind == NODE_NAME && node->symbol &&
        (node->symbol->kind == SYM_GIVEN || node->symbol->kind == SYM_DEFINE || node->symbol->kind == SYM_PARAM ||
         node->symbol->kind == SYM_COLUMN || node->symbol->kind == SYM_INDICATOR))
        return node->symbol;
    if (node->kind == NODE_WORD && node->op == KW_ACTUAL) return word_key(KW_ACTUAL);
    return NULL;
}

Bound *lower_narrow(Lower *low, const Env *env, const Node *condition, bool holds) {
    Bound *bounds = env->bounds;
    if (condition->kind == NODE_BINARY && condition->op == KW_AND && holds) {
        Env inside = *env;
        inside.bounds = lower_narrow(low, env, condition->kid[0], true);
        return lower_narrow(low, &inside, condition->kid[1], true);
    }
    if (condition->kind == NODE_MEETS) {
        const void *key = narrowable(condition->kid[0]);
        if (!key) return bounds;
        int from = lower_expression(low, env, condition->kid[0], KIND_ANY);
        int target = lower_expression(low, env, condition->kid[1], KIND_TARGET);
        return bound_narrow(key, from, target, holds, OP_NARROW_MEETS, condition, bounds);
    }
    if (condition->kind != NODE_COMPARE) return bounds;
    int comparison = holds ? condition->op : negated(condition->op);
    for (int side = 0; side < 2; side++) {
        const void *key = narrowable(condition->kid[side]);
        if (!key) continue;
        int from = lower_expression(low, env, condition->kid[side], KIND_NUMBER);
        int other = lower_expression(low, env, condition->kid[1 - side], KIND_NUMBER);
        bounds = bound_narrow(key, from, other, side == 0 ? comparison : mirrored(comparison), OP_NARROW, condition, bounds);
    }
    return bounds;
}

static Bound *find_bound(const Env *env, const void *key) {
    for (Bound *bound = env->bounds; bound; bound = bound->next)
        if (bound->key == key) return bound;
    return NULL;
}

/* ---- names and words ---- */

static int lower_definition(Lower *low, const Symbol *symbol, const Node *node) {
    int slot = slot_map_get(&low->slots, symbol);
    if (slot >= 0) return slot;
    if (!lower_enter(low, symbol, node)) return emit_error(low, node);
    Env env = { .element = -1 };
    /* A definition inside an indicator sees its actual and target; its part is being lowered, or is lowered first. */
    if (symbol->owner && symbol->owner->kind == SYM_INDICATOR) {
        env.part = part_open(low, symbol->owner);
        int part = env.part ? -1 : lower_part_of(low, symbol->owner, node);
        if (part >= 0) env.part = low->code->parts.at[part];
    } else if (symbol->owner && symbol->owner->kind == SYM_GROUP) {
        env.part = part_open(low, symbol->owner);
        int part = env.part ? -1 : lower_part_of(low, symbol->owner, node);
        if (part >= 0) env.part = low->code->parts.at[part];
    } else if (symbol->in_rows && low->code->rows) {
        env.part = low->code->parts.at[low->program->row_part];
    }
    slot = lower_expression(low, &env, symbol->node->kid[1], KIND_ANY);
    Op named = OP_BLANK;
    named.code = OP_NAMED;
    named.a = slot;
    named.label = symbol->name;
    named.node = symbol->node;
    slot = emit(low, named);
    lower_leave(low);
    slot_map_set(&low->slots, symbol, slot);
    return slot;
}

static int emit_part(Lower *low, int part, Member member, const Node *node) {
    Op op = OP_BLANK;
    op.code = OP_PART;
    op.index = part;
    op.mode = (int)member;
    op.node = node;
    op.label = low->code->parts.at[part]->name;
    if (member == MEMBER_SCORE || member == MEMBER_CREDIT || member == MEMBER_WEIGHT || member == MEMBER_LOST)
        op.type = (Type){ KIND_NUMBER, UNIT_NONE, false };
    else
        op.type = any_type;
    return emit(low, op);
}

static int lower_name(Lower *low, const Env *env, const Node *node, Kind want) {
    const Symbol *symbol = node->symbol;
    if (!symbol) return emit_error(low, node);
    Bound *bound = find_bound(env, symbol);
    if (bound) return bound_slot(low, bound);
    switch (symbol->kind) {
    case SYM_GIVEN:
    case SYM_COLUMN: return lower_entry(low, env, symbol, node, want);
    case SYM_DEFINE: return lower_definition(low, symbol, node);
    case SYM_INDICATOR:
    case SYM_GROUP: {
        int part = lower_part_of(low, symbol, node);
        if (part < 0) return emit_error(low, node);
        if (symbol->kind == SYM_INDICATOR && low->code->parts.at[part]->actual >= 0) return low->code->parts.at[part]->actual;
        return emit_part(low, part, MEMBER_SCORE, node);
    }
    case SYM_METHOD: return lower_method(low, env, symbol, NULL, node);
    case SYM_LEVELS: { /* as a method: the band of the level that the actual names */
        Op called = OP_BLANK;
        called.code = OP_CALLED;
        called.a = emit1(low, OP_LEVEL_CREDIT, lower_levels(low, env, symbol, node, -1), node);
        called.label = symbol->name;
        called.node = symbol->node;
        return emit(low, called);
    }
    case SYM_LEVEL: return emit_value(low, value_level(symbol->scale, symbol->index, symbol->index, 0), node);
    case SYM_BAND: return emit_value(low, value_text(symbol->name), node);
    case SYM_FUNCTION:
    case SYM_BUILTIN: diag(low->diags, DIAG_NEEDS_ARGUMENTS, node->span, node->text); return emit_error(low, node);
    case SYM_TABLE: diag(low->diags, DIAG_TABLE_NEEDS_KEY, node->span, node->text); return emit_error(low, node);
    case SYM_PARAM:
    case SYM_WORD: break;
    }
    return emit_error(low, node);
}

static int outside_indicator(Lower *low, const Node *node) {
    Text word = keyword_text((Keyword)node->op, low->scheme->lang);
    Diag *report = diag(low->diags, DIAG_OUTSIDE_INDICATOR, node->span, word);
    if (low->code->rows) diag_also(report, DIAG_HELP_QUOTE_NAME, SPAN_NONE, word);
    return emit_error(low, node);
}

static int lower_word(Lower *low, const Env *env, const Node *node) {
    Bound *bound = find_bound(env, word_key(node->op));
    if (bound) return bound_slot(low, bound);
    switch (node->op) {
    case KW_ACTUAL: return env->part ? lower_actual(low, env, node) : outside_indicator(low, node);
    case KW_TARGET: return env->part ? lower_target(low, env, node) : outside_indicator(low, node);
    case KW_WEIGHT:
        if (!env->part) return outside_indicator(low, node);
        if (env->part->weight < 0) { /* `weight weight`: meant as a column's name */
            Text word = keyword_text(KW_WEIGHT, low->scheme->lang);
            diag_also(diag(low->diags, DIAG_WEIGHT_UNKNOWN_YET, node->span, word), DIAG_HELP_QUOTE_NAME, SPAN_NONE, word);
            return emit_error(low, node);
        }
        return env->part->weight;
    case KW_CREDIT:
        if (env->judging) return emit_part(low, env->part->index, MEMBER_CREDIT, node);
        if (env->part && env->part->credit >= 0) return env->part->credit;
        return outside_indicator(low, node);
    case KW_SCORE:
        if (env->judging) return emit_part(low, env->part->index, MEMBER_SCORE, node);
        if (env->part && env->part->score >= 0) return env->part->score;
        return outside_indicator(low, node);
    case KW_TOTAL:
    case KW_GRADE: {
        Op op = OP_BLANK;
        op.code = OP_TOTAL;
        op.mode = node->op == KW_TOTAL ? MEMBER_SCORE : MEMBER_GRADE;
        op.node = node;
        op.label = keyword_text((Keyword)node->op, low->scheme->lang);
        op.type = node->op == KW_TOTAL ? (Type){ KIND_NUMBER, UNIT_NONE, false } : (Type){ KIND_TEXT, -1, false };
        if (low->code->rows || low->program->total == -1) {
            diag(low->diags, DIAG_TOTAL_TOO_EARLY, node->span, op.label);
            return emit_error(low, node);
        }
        return emit(low, op);
    }
    case KW_ROW: diag(low->diags, DIAG_ROW_NOT_HERE, node->span, keyword_text(KW_ROW, low->scheme->lang)); break;
    case KW_PARTS:
    case KW_FORMS: diag(low->diags, DIAG_PARTS_NEED_FUNCTION, node->span, keyword_text((Keyword)node->op, low->scheme->lang)); break;
    default: break;
    }
    return emit_error(low, node);
}

static int lower_element(Lower *low, const Env *env, const Node *node, int member) {
    if (env->element == -2) { /* this row: what its part gives */
        Op op = OP_BLANK;
        op.code = OP_PART;
        op.index = low->program->row_part;
        op.mode = member;
        op.node = node;
        op.type = member == MEMBER_TARGET || member == MEMBER_ACTUAL || member == MEMBER_STATUS
                      ? any_type
                      : (Type){ KIND_NUMBER, UNIT_NONE, false };
        return emit(low, op);
    }
    return emit_part(low, env->element, (Member)member, node);
}

/* The name that forms.NAME stands for where it is an indicator's or a group's, else NULL. */
static Symbol *part_of_forms(Lower *low, const Env *env, const Node *node) {
    if (!env->forms || node->kind != NODE_MEMBER || node->kid[0]->kind != NODE_WORD || node->kid[0]->op != KW_FORMS) return NULL;
    Symbol *symbol = scope_find(low->scheme->main->scope, node->text);
    return symbol && (symbol->kind == SYM_INDICATOR || symbol->kind == SYM_GROUP) ? symbol : NULL;
}

static int lower_member(Lower *low, const Env *env, const Node *node) {
    const Node *of = node->kid[0];
    int member = member_find(node->text);
    Symbol *part_named = member >= 0 ? part_of_forms(low, env, of) : NULL;
    if (part_named) { /* forms.NAME.score: of this form's part */
        Node *name = MEM_NEW(Node);
        *name = *of;
        name->kind = NODE_NAME;
        name->count = 0;
        name->symbol = part_named;
        of = name;
    }
    if (of->kind == NODE_INDEX) return lower_table_cell(low, env, of, node);
    if (of->kind == NODE_WORD && of->op == KW_PARTS && env->element != -1 && member >= 0)
        return lower_element(low, env, node, member);
    if (of->kind == NODE_WORD && of->op == KW_FORMS && env->forms) { /* this form's value of that name */
        Node name = *node;
        name.kind = NODE_NAME;
        name.count = 0;
        int total = member == MEMBER_SCORE || text_is_z(node->text, "total") || text_is_z(node->text, "总分");
        if (!total) {
            name.symbol = scope_find(low->scheme->main->scope, node->text);
            if (!name.symbol) {
                diag(low->diags, DIAG_NAME_UNKNOWN, node->span, node->text);
                return emit_error(low, node);
            }
            Node *kept = MEM_NEW(Node);
            *kept = name;
            return lower_name(low, env, kept, KIND_ANY);
        }
        Op op = OP_BLANK;
        op.code = OP_TOTAL;
        op.mode = MEMBER_SCORE;
        op.node = node;
        op.type = (Type){ KIND_NUMBER, UNIT_NONE, false };
        return emit(low, op);
    }
    int of_row = low->test ? lower_row_member(low, node, member) : -1;
    if (of_row >= 0) return of_row;
    if (member < 0) {
        diag(low->diags, DIAG_MEMBER_UNKNOWN, node->span, node->text);
        return emit_error(low, node);
    }
    if (of->kind == NODE_NAME && of->symbol && (of->symbol->kind == SYM_INDICATOR || of->symbol->kind == SYM_GROUP)) {
        int part = lower_part_of(low, of->symbol, node);
        if (part < 0) return emit_error(low, node);
        const Part *found = low->code->parts.at[part];
        if (member == MEMBER_ACTUAL && found->actual >= 0) return found->actual;
        if (member == MEMBER_TARGET && found->target >= 0) return found->target;
        return emit_part(low, part, (Member)member, node);
    }
    if (of->kind == NODE_WORD && (of->op == KW_TOTAL || of->op == KW_GRADE)) {
        int total = lower_word(low, env, of);
        if (op_at(low, total)->code == OP_TOTAL) {
            op_at(low, total)->mode = member;
            op_at(low, total)->type = member == MEMBER_GRADE ? (Type){ KIND_TEXT, -1, false } : (Type){ KIND_NUMBER, UNIT_NONE, false };
        }
        return total;
    }
    Op op = OP_BLANK;
    op.code = OP_MEMBER;
    op.a = lower_expression(low, env, of, KIND_ANY);
    op.mode = member;
    op.node = node;
    op.type = member == MEMBER_TEXT || member == MEMBER_UNIT ? (Type){ KIND_TEXT, -1, false }
              : member == MEMBER_YEAR || member == MEMBER_MONTH ? (Type){ KIND_NUMBER, UNIT_NONE, false }
                                                                : any_type;
    return emit(low, op);
}

/* ---- operators ---- */

static int lower_number_node(Lower *low, const Node *node) {
    UnitId unit;
    Rat number = literal_number(low->program->units, node, &unit);
    if (unit < 0) {
        literal_unknown_unit(low->diags, low->program->units, node);
        unit = UNIT_NONE;
    }
    return emit_value(low, value_number(number, unit), node);
}

static int lower_binary(Lower *low, const Env *env, const Node *node) {
    if (node->op == KW_AND || node->op == KW_OR) {
        int a = lower_truth(low, env, node->kid[0]);
        Env inside = *env; /* the right side of `and` is read where the left holds */
        if (node->op == KW_AND) inside.bounds = lower_narrow(low, env, node->kid[0], true);
        int b = lower_truth(low, &inside, node->kid[1]);
        return emit2(low, node->op == KW_AND ? OP_AND : OP_OR, a, b, node);
    }
    int a = lower_number(low, env, node->kid[0]), b = lower_number(low, env, node->kid[1]);
    OpCode code = node->op == '+' ? OP_ADD : node->op == '-' ? OP_SUBTRACT : node->op == '*' ? OP_MULTIPLY
                  : node->op == '/' ? OP_DIVIDE : OP_POWER;
    Type left = type_of(low, a), right = type_of(low, b);
    bool date = left.unit == UNIT_DATE || right.unit == UNIT_DATE;
    if ((code == OP_ADD || code == OP_SUBTRACT) && !date) expect_fit(low, a, b, node);
    return emit2(low, code, a, b, node);
}

/* How to read a bare column beside `other`. */
static Kind column_kind(Lower *low, const Env *env, const Node *other) {
    switch ((int)other->kind) {
    case NODE_NUMBER:
    case NODE_BINARY:
    case NODE_UNARY:
    case NODE_CALL: return KIND_NUMBER;
    case NODE_TRUTH: return KIND_TRUTH;
    case NODE_NAME:
        if (other->symbol && other->symbol->kind == SYM_GIVEN) {
            Kind declared = type_of(low, lower_expression(low, env, other, KIND_ANY)).kind;
            return declared == KIND_TEXT || declared == KIND_TRUTH ? declared : KIND_NUMBER;
        }
        return KIND_TEXT;
    default: return KIND_TEXT;
    }
}

static bool is_column(const Node *node) {
    return node->kind == NODE_NAME && node->symbol && node->symbol->kind == SYM_COLUMN;
}

/* The state of a part called `name`, by its words in either language; -1: none is called so. */
static int status_called(Text name) {
    for (int i = STATUS_MET; i <= STATUS_ERROR; i++) {
        if (text_is_z(name, status_name((Status)i)) || text_is(name, status_text((Status)i, LANG_ZH))) return i;
    }
    return -1;
}

/* `X.status = met`, `X.status is met`: true where `left` is a status, with the slot of the comparison. */
static bool lower_status(Lower *low, const Env *env, const Node *left, const Node *right, const Node *node, int comparison, int *slot) {
    if (left->kind != NODE_MEMBER || member_find(left->text) != MEMBER_STATUS) return false;
    bool word = right->kind == NODE_WORD && right->op == KW_MISSING;
    if (!word && (right->kind != NODE_NAME || right->symbol) && right->kind != NODE_TEXT) return false;
    int status = word ? (int)STATUS_MISSING : status_called(right->text);
    if (status < 0) {
        diag(low->diags, DIAG_STATUS_UNKNOWN, right->span, right->text);
        *slot = emit_error(low, node);
        return true;
    }
    int a = lower_expression(low, env, left, KIND_ANY);
    *slot = emit2(low, OP_COMPARE, a, emit_value(low, value_text(text_of(status_name((Status)status))), right), node);
    op_at(low, *slot)->mode = comparison;
    return true;
}

static int lower_compare(Lower *low, const Env *env, const Node *node) {
    const Node *left = node->kid[0], *right = node->kid[1];
    int status;
    if ((node->op == CMP_EQ || node->op == CMP_NE) && lower_status(low, env, left, right, node, node->op, &status)) return status;
    int ordered = node->op != CMP_EQ && node->op != CMP_NE;
    Kind kind = is_column(left) ? column_kind(low, env, right) : is_column(right) ? column_kind(low, env, left) : KIND_ANY;
    if (ordered && kind == KIND_TEXT) kind = KIND_NUMBER;
    int a = lower_expression(low, env, left, kind), b = lower_expression(low, env, right, kind);
    Kind ka = type_of(low, a).kind, kb = type_of(low, b).kind;
    if (ka == KIND_NUMBER && kb == KIND_NUMBER)
        expect_fit(low, a, b, node);
    else if (ka != KIND_ANY && kb != KIND_ANY && ka != kb && !low->too_large)
        diag(low->diags, DIAG_COMPARE_KINDS, node->span, kind_text(ka, low->scheme->lang), kind_text(kb, low->scheme->lang));
    int slot = emit2(low, OP_COMPARE, a, b, node);
    op_at(low, slot)->mode = node->op;
    return slot;
}

static int lower_is(Lower *low, const Env *env, const Node *node) {
    const Node *what = node->kid[1];
    int status;
    if (lower_status(low, env, node->kid[0], what, node, CMP_EQ, &status)) return status;
    int a = lower_expression(low, env, node->kid[0], KIND_ANY);
    Op op = OP_BLANK;
    op.code = OP_IS;
    op.a = a;
    op.node = node;
    if (what->kind == NODE_WORD && what->op == KW_MISSING) {
        op.mode = -1;
        return emit(low, op);
    }
    if (what->symbol && what->symbol->kind == SYM_LEVEL) {
        op.code = OP_IS_LEVEL;
        op.scale = what->symbol->scale;
        op.index = what->symbol->index;
        return emit(low, op);
    }
    static const char *const words[][2] = {
#define WORD(id, en, zh) { en, zh },
#include "front/word.def"
#undef WORD
    };
    for (int i = 0; i < WORD_COUNT; i++) {
        if (!text_is_z(what->text, words[i][0]) && !text_is_z(what->text, words[i][1])) continue;
        op.mode = i;
        return emit(low, op);
    }
    diag(low->diags, DIAG_IS_UNKNOWN, what->span, what->text);
    return emit_error(low, node);
}

int lower_truth(Lower *low, const Env *env, const Node *node) {
    int slot = lower_expression(low, env, node, KIND_TRUTH);
    if (!expect_kind(low, slot, KIND_TRUTH, node)) return emit_error(low, node);
    return slot;
}

int lower_number(Lower *low, const Env *env, const Node *node) {
    int slot = lower_expression(low, env, node, KIND_NUMBER);
    if (!expect_kind(low, slot, KIND_NUMBER, node)) return emit_error(low, node);
    return slot;
}

int lower_text(Lower *low, const Env *env, const Node *node) {
    return lower_expression(low, env, node, KIND_TEXT);
}

bool lower_is_difference(Lower *low, const Node *node, DiagId id) {
    if (node->kind != NODE_BINARY || node->op != '-' || node->kid[0]->kind != NODE_NUMBER || node->kid[1]->kind != NODE_NUMBER) return false;
    Buf range = { 0 };
    for (int end = 0; end < 2; end++) {
        rat_write(&range, node->kid[end]->number);
        buf_format(&range, "%.*s%s", TEXT_ARG(node->kid[end]->text), end ? "" : " .. ");
    }
    diag_also(diag(low->diags, id, node->span, TEXT("-")), DIAG_WRITE_INSTEAD, SPAN_NONE, buf_text(&range));
    return true;
}

static int emit_choose(Lower *low, const Env *env, const Node *rows, const Node *node, int subject) {
    VEC(int) args = { 0 };
    Env later = *env;
    int last = -1;
    const void *subject_key = rows; /* of these rows alone: steps may stand inside steps */
    NODE_EACH(rows, arm) {
        if (arm->kind != NODE_ARM || last >= 0) continue;
        if (subject >= 0 && arm->kid[0]) lower_is_difference(low, arm->kid[0], DIAG_RANGE_DIFFERENCE);
        if (arm->op == KW_OTHERWISE) {
            last = lower_expression(low, &later, arm->kid[1], KIND_NUMBER);
            continue;
        }
        int condition;
        Env inside = later;
        if (subject < 0) {
            condition = lower_truth(low, &later, arm->kid[0]);
            inside.bounds = lower_narrow(low, &later, arm->kid[0], true);
            later.bounds = lower_narrow(low, &later, arm->kid[0], false);
        } else {
            Bound *bound = find_bound(&later, subject_key);
            int now = bound ? bound_slot(low, bound) : subject;
            const Node *test = arm->kid[0];
            if (arm->op == 0 && test->kind == NODE_RANGE) {
                condition = emit2(low, OP_IN, now, lower_expression(low, &later, test, KIND_NUMBER), arm);
            } else {
                int comparison = arm->op ? arm->op : CMP_EQ;
                int edge = lower_number(low, &later, test);
                expect_fit(low, now, edge, arm);
                condition = emit2(low, OP_COMPARE, now, edge, arm);
                op_at(low, condition)->mode = comparison;
                later.bounds = bound_narrow(subject_key, now, edge, negated(comparison), OP_NARROW, arm, later.bounds);
            }
        }
        vec_push(&args, condition);
        vec_push(&args, lower_expression(low, &inside, arm->kid[1], KIND_NUMBER));
    }
    if (last < 0) last = emit_value(low, value_error(ERROR_NO_BAND), node);
    vec_push(&args, last);
    return emit_list(low, OP_CHOOSE, args.at, args.count, node);
}

static int lower_linear(Lower *low, const Env *env, const Node *node) {
    VEC(int) args = { 0 };
    vec_push(&args, lower_number(low, env, node->kid[0]));
    int previous_x = -1, previous_y = -1, x, y;
    bool points = false;
    NODE_EACH(node->kid[1], arm) {
        if (arm->kind != NODE_ARM) continue;
        const Node *from = arm->kid[0], *to = arm->kid[1];
        lower_is_difference(low, from, DIAG_RANGE_DIFFERENCE);
        if (from->kind == NODE_RANGE && to->kind == NODE_RANGE && from->kid[0] && from->kid[1] && to->kid[0] && to->kid[1]) {
            for (int end = 0; end < 2; end++)
                vec_push(&args, lower_number(low, env, from->kid[end]));
            for (int end = 0; end < 2; end++)
                vec_push(&args, lower_number(low, env, to->kid[end]));
            expect_fit(low, args.at[0], args.at[args.count - 4], arm);
            continue;
        }
        x = lower_number(low, env, from);
        y = lower_number(low, env, to);
        expect_fit(low, args.at[0], x, arm);
        points = true;
        if (previous_x >= 0) {
            vec_push(&args, previous_x);
            vec_push(&args, x);
            vec_push(&args, previous_y);
            vec_push(&args, y);
        }
        previous_x = x;
        previous_y = y;
    }
    if (args.count == 1) {
        diag(low->diags, DIAG_LINEAR_TOO_FEW, node->span, TEXT("2"));
        return emit_error(low, node);
    }
    int slot = emit_list(low, OP_LINEAR, args.at, args.count, node);
    op_at(low, slot)->mode = points; /* between points the line goes on level beyond its ends */
    return slot;
}

static int lower_alternatives(Lower *low, const Env *env, const Node *node, OpCode code) {
    VEC(int) args = { 0 };
    NODE_EACH(node->kid[0], one) vec_push(&args, lower_credit(low, env, one));
    return emit_list(low, code, args.at, args.count, node);
}

static int lower_range(Lower *low, const Env *env, const Node *node) {
    static const Range all = RANGE_ALL;
    int lo = node->kid[0] ? lower_number(low, env, node->kid[0]) : emit_value(low, value_range(all, UNIT_NONE, 0), node);
    int hi = node->kid[1] ? lower_number(low, env, node->kid[1]) : emit_value(low, value_range(all, UNIT_NONE, 0), node);
    if (node->kid[0] && node->kid[1]) expect_fit(low, lo, hi, node);
    int slot = emit2(low, OP_RANGE, lo, hi, node);
    op_at(low, slot)->mode = node->op;
    return slot;
}

static int lower_plain(Lower *low, const Env *env, const Node *node, Kind want) {
    switch ((int)node->kind) {
    case NODE_NUMBER: return lower_number_node(low, node);
    case NODE_TEXT: return emit_value(low, value_text(node->text), node);
    case NODE_DATE: return emit_value(low, value_number(node->number, UNIT_DATE), node);
    case NODE_TRUTH: return emit_value(low, value_truth(node->op == KW_YES ? TRUTH_YES : TRUTH_NO), node);
    case NODE_NAME: return lower_name(low, env, node, want);
    case NODE_WORD: return lower_word(low, env, node);
    case NODE_MEMBER: return lower_member(low, env, node);
    case NODE_CALL: return lower_call(low, env, node);
    case NODE_UNARY: {
        if (node->op == KW_NOT) return emit1(low, OP_NOT, lower_truth(low, env, node->kid[0]), node);
        int a = lower_number(low, env, node->kid[0]);
        return node->op == '-' ? emit1(low, OP_NEGATE, a, node) : a;
    }
    case NODE_BINARY: return lower_binary(low, env, node);
    case NODE_COMPARE: return lower_compare(low, env, node);
    case NODE_MEETS: {
        int a = lower_expression(low, env, node->kid[0], KIND_ANY);
        int b = lower_expression(low, env, node->kid[1], KIND_TARGET);
        if (!expect_kind(low, b, KIND_TARGET, node->kid[1])) return emit_error(low, node);
        return emit2(low, OP_MEETS, a, b, node);
    }
    case NODE_IS: return lower_is(low, env, node);
    case NODE_IN: {
        lower_is_difference(low, node->kid[1], DIAG_RANGE_DIFFERENCE);
        int a = lower_number(low, env, node->kid[0]), b = lower_number(low, env, node->kid[1]);
        expect_fit(low, a, b, node);
        return emit2(low, OP_IN, a, b, node);
    }
    case NODE_FINDING: return lower_finding(low, node);
    case NODE_RANGE: return lower_range(low, env, node);
    case NODE_WHEN: return emit_choose(low, env, node->kid[0], node, -1);
    case NODE_STEPS: return emit_choose(low, env, node->kid[1], node, lower_number(low, env, node->kid[0]));
    case NODE_LINEAR: return lower_linear(low, env, node);
    case NODE_ANY_OF: return lower_alternatives(low, env, node, OP_ALTERNATIVE);
    case NODE_ONE_OF: return lower_alternatives(low, env, node, OP_ONE_OF);
    case NODE_FILTER: diag(low->diags, DIAG_WHERE_OUTSIDE, node->span, keyword_text(KW_WHERE, low->scheme->lang)); break;
    case NODE_INDEX: diag(low->diags, DIAG_TABLE_NEEDS_COLUMN, node->span, node->text); break;
    default: break; /* NODE_BROKEN: reported already */
    }
    return emit_error(low, node);
}

int lower_expression(Lower *low, const Env *env, const Node *node, Kind want) {
    if (low->depth >= DEPTH_MAX || low->too_large) {
        if (!low->too_large) diag(low->diags, DIAG_TOO_DEEP, node->span, TEXT("1050"));
        low->too_large = true;
        return emit_error(low, node);
    }
    low->depth++;
    int slot = lower_plain(low, env, node, want);
    low->depth--;
    return slot;
}

/* Credit may be a method's or a scale's bare name, or several of them. */
int lower_credit(Lower *low, const Env *env, const Node *node) {
    int slot = lower_expression(low, env, node, KIND_NUMBER);
    if (type_of(low, slot).kind == KIND_LEVEL) return emit1(low, OP_LEVEL_CREDIT, slot, node);
    if (!expect_kind(low, slot, KIND_NUMBER, node)) return emit_error(low, node);
    return slot;
}
